//! A story of one's own from a template: agreement, sources and two sample reports that a monitor
//! replaces by her own.

use std::collections::BTreeMap;
use std::path::Path;

use hudna_model::{Lang, Moment, Party, PartyKind, Place, PlaceLevel};

use crate::data::Data;
use crate::error::{Error, Result};

/// What a new story is made for.
#[derive(Debug, Clone)]
pub struct Wanted<'a> {
    /// Folder to be made; its last part becomes the story's id.
    pub folder: &'a Path,
    /// Place id of the country.
    pub country: &'a str,
    /// Language of the comments.
    pub lang: Lang,
    /// The time at which it is made; its offset from UTC is the story's.
    pub now: Moment,
}

/// A file of the template by language, and where it goes.
const FILES: [(&str, &str, &str); 3] = [
    (
        "story.toml",
        include_str!("../../../templates/story/ar/story.toml"),
        include_str!("../../../templates/story/en/story.toml"),
    ),
    (
        "agreement.toml",
        include_str!("../../../templates/story/ar/agreement.toml"),
        include_str!("../../../templates/story/en/agreement.toml"),
    ),
    (
        "README.md",
        include_str!("../../../templates/story/ar/README.md"),
        include_str!("../../../templates/story/en/README.md"),
    ),
];

/// Sample reports, one of each language.
const REPORTS: [(&str, &str); 2] = [
    ("reports/01-monitors.ar.txt", include_str!("../../../templates/story/report.ar.txt")),
    ("reports/02-agency.en.txt", include_str!("../../../templates/story/report.en.txt")),
];

/// Days before today on which the sample truce begins.
const SINCE: i64 = 14;
/// Seconds of a day.
const DAY: i64 = 86_400;
/// Most parties that are listed for choosing.
const LISTED: usize = 40;

/// The files of a new story by their path inside its folder. They make a story that can be
/// followed as it is.
///
/// # Errors
/// A country that the gazetteer does not hold or whose areas it does not know; a folder whose name
/// makes no id.
pub fn files(wanted: &Wanted<'_>, data: &Data) -> Result<BTreeMap<&'static str, String>> {
    let values = values(wanted, data)?;
    let fill = |text: &str| {
        values.iter().fold(text.to_owned(), |text, (key, value)| {
            text.replace(&format!("{{{{{key}}}}}"), value)
        })
    };
    let own = |(name, ar, en): (&'static str, &str, &str)| {
        (name, fill(if wanted.lang == Lang::Ar { ar } else { en }))
    };
    let reports = REPORTS.into_iter().map(|(name, text)| (name, fill(text)));
    Ok(FILES.into_iter().map(own).chain(reports).collect())
}

/// Writes a new story; gives the paths that were made.
///
/// # Errors
/// As [`files`]; a folder that holds something already; a file that cannot be written.
pub fn make(wanted: &Wanted<'_>, data: &Data) -> Result<Vec<String>> {
    let files = files(wanted, data)?;
    let folder = wanted.folder;
    let remedy = "name a folder that can be made";
    if folder.exists() && std::fs::read_dir(folder).is_ok_and(|mut list| list.next().is_some()) {
        let what = "the folder is not empty, and nothing in it is overwritten".to_owned();
        return Err(Error::File { path: folder.into(), what, remedy: "name a new folder" });
    }
    std::fs::create_dir_all(folder.join("reports")).map_err(|e| Error::file(folder, &e, remedy))?;
    let mut made = Vec::new();
    for (name, text) in files {
        let path = folder.join(name);
        std::fs::write(&path, text).map_err(|e| Error::file(&path, &e, remedy))?;
        made.push(path.display().to_string());
    }
    Ok(made)
}

/// What is put in for the names of the template.
fn values(wanted: &Wanted<'_>, data: &Data) -> Result<BTreeMap<&'static str, String>> {
    let id = id_of(wanted.folder)?;
    let country = country(wanted.country, data)?;
    let areas = areas(country, data)?;
    let parties = parties(country, data);
    let day = |m: Moment| m.to_string().chars().take(10).collect::<String>();
    let named = |p: &Place| format!("  \"{}\", # {} – {}\n", p.id, p.name.en, p.name.ar);
    let known: Vec<String> = parties
        .iter()
        .take(LISTED)
        .map(|p| format!("#   {} – {} – {}", p.id, p.name.en, p.name.ar))
        .collect();
    let party = bound(country, &parties, data)?;
    let folder = wanted.folder.display().to_string();
    Ok(BTreeMap::from([
        ("store", format!("{folder}/store")),
        ("folder", folder),
        ("id", id),
        ("country", country.id.clone()),
        ("country_ar", country.name.ar.clone()),
        ("country_en", country.name.en.clone()),
        ("today", day(wanted.now)),
        ("effective", day(wanted.now.plus_seconds(-SINCE * DAY))),
        ("offset", offset(wanted.now)),
        ("areas", areas.iter().map(|p| named(p)).collect()),
        ("first_area", areas[0].id.clone()),
        ("place_ar", areas[0].name.ar.clone()),
        ("place_en", areas[0].name.en.clone()),
        ("parties", known.join("\n")),
        ("party", party),
    ]))
}

/// The folder's last part as an id: Latin letters, digits, hyphens.
fn id_of(folder: &Path) -> Result<String> {
    let name = folder.file_name().and_then(|n| n.to_str()).unwrap_or_default();
    let sound = |c: char| if c.is_ascii_alphanumeric() { c.to_ascii_lowercase() } else { '-' };
    let id: String = name.chars().map(sound).collect();
    let id = id.trim_matches('-').to_owned();
    if id.is_empty() {
        let what = format!("\"{name}\" makes no id; name the folder in Latin letters or digits");
        return Err(Error::Usage(what));
    }
    Ok(id)
}

fn country<'d>(id: &str, data: &'d Data) -> Result<&'d Place> {
    let found = data.places.get(id).filter(|p| p.level == PlaceLevel::Country);
    found.ok_or_else(|| {
        let countries = data.places.values().filter(|p| p.level == PlaceLevel::Country);
        let known: Vec<&str> =
            countries.filter(|c| areas(c, data).is_ok()).map(|p| p.id.as_str()).collect();
        Error::Usage(format!("no country has the id \"{id}\"; known are: {}", known.join(", ")))
    })
}

/// The governorates of a country, by id.
fn areas<'d>(country: &Place, data: &'d Data) -> Result<Vec<&'d Place>> {
    let own = |p: &&Place| {
        p.level == PlaceLevel::Governorate && p.parent.as_deref() == Some(country.id.as_str())
    };
    let list: Vec<&Place> = data.places.values().filter(own).collect();
    if list.is_empty() {
        let what = format!("the gazetteer holds no governorates of \"{}\"", country.id);
        return Err(Error::Usage(format!("{what}; add them with `hudna import places`")));
    }
    Ok(list)
}

/// Parties whose ids begin with the country's name: states and forces first, then groups.
fn parties<'d>(country: &Place, data: &'d Data) -> Vec<&'d Party> {
    let name = country.name.en.to_lowercase().replace(' ', "-");
    let ours = |p: &&Party| {
        let kind = matches!(
            p.kind,
            PartyKind::State | PartyKind::Force | PartyKind::ArmedGroup | PartyKind::Political
        );
        let belongs = |id: &str| id == name || id.starts_with(&format!("{name}-"));
        kind && (belongs(&p.id) || p.parent.as_deref().is_some_and(belongs))
    };
    let mut list: Vec<&Party> = data.parties.values().filter(ours).collect();
    list.sort_by_key(|p| (p.kind, &p.id));
    list
}

/// The party that the sample binds: the government where the register has one, else the first.
fn bound(country: &Place, parties: &[&Party], data: &Data) -> Result<String> {
    let government = parties.iter().find(|p| p.id.ends_with("-government"));
    let any = || data.parties.values().find(|p| p.kind == PartyKind::State);
    let party = government.or(parties.first()).copied().or_else(any);
    party
        .map(|p| p.id.clone())
        .ok_or_else(|| Error::Usage(format!("the register holds no party for \"{}\"", country.id)))
}

/// The offset of a time, such as `+03:00`.
fn offset(at: Moment) -> String {
    let text = at.to_string();
    let tail: String = text.chars().skip(19).skip_while(|c| !"+-Z".contains(*c)).collect();
    if tail.is_empty() || tail == "Z" { "+00:00".to_owned() } else { tail }
}
