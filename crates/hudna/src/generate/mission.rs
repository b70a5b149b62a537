//! What a made-up mission is set up with: places, parties, sources, agreement.

use hudna_model::{
    Agreement, Bilingual, DeclaredLevel, Moment, Party, PartyKind, Place, PlaceLevel, Source,
    SourceKind,
};

use super::words::{all, filled, one, plain};
use super::{Random, Size};
use crate::error::{Error, Result};
use crate::record::{AgreementRecord, PartyRecord, PlaceRecord, Record, SourceRecord, StoryRecord};

/// Degrees from one area to the next.
const AREA_DEGREES: f64 = 1.0;
/// Areas side by side.
const COLUMNS: usize = 18;
/// Where the made-up country begins: in the open sea, degrees north and east.
const CORNER: (f64, f64) = (-32.0, 70.0);
/// Incidents that a town has, nearly.
const PER_TOWN: usize = 18;
/// Most towns of an area: beyond, towns would be told as one another.
const MOST_TOWNS: usize = 150;
/// Sources.
const SOURCES: usize = 12;

/// The time for which the story is told.
pub(super) fn as_of() -> Moment {
    "2025-12-31T21:00:00Z".parse().expect("it is a time")
}

/// A place that incidents happen in.
#[derive(Debug, Clone)]
pub(super) struct Town {
    pub place: Place,
    pub area: Bilingual,
}

/// All that is set up.
pub(super) struct Mission {
    pub towns: Vec<Town>,
    pub parties: Vec<Party>,
    pub sources: Vec<Source>,
    areas: Vec<Place>,
    agreement: Agreement,
}

impl Mission {
    pub(super) fn new(size: Size, random: &mut Random) -> Result<Mission> {
        let per_area = size.incidents.div_ceil(size.areas.max(1) * PER_TOWN).clamp(1, MOST_TOWNS);
        let areas: Vec<Place> = (0..size.areas).map(|n| area(n, random)).collect();
        let towns = areas
            .iter()
            .enumerate()
            .flat_map(|(n, area)| (0..per_area).map(move |t| (n, area, t)).collect::<Vec<_>>());
        let towns = towns.map(|(n, area, t)| town(n, area, (t, per_area), random)).collect();
        let agreement = agreement(&areas, random)?;
        Ok(Mission { towns, parties: parties(), sources: sources(), areas, agreement })
    }

    /// The entries, the story first.
    pub(super) fn records(&self) -> Vec<Record> {
        let notice = one("text.notice");
        let story = StoryRecord {
            id: "made-up".to_owned(),
            name: self.agreement.name.clone(),
            notice: Some(notice),
            as_of: as_of(),
            agreement: self.agreement.id.clone(),
        };
        let agreement = AgreementRecord { agreement: self.agreement.clone() };
        let mut out = vec![Record::Story(story), Record::Agreement(Box::new(agreement))];
        let sources = self.sources.iter().cloned();
        out.extend(sources.map(|source| Record::Source(SourceRecord { source })));
        out.extend(self.parties.iter().cloned().map(|party| {
            Record::Party(PartyRecord {
                id: party.id.clone(),
                party: Some(party),
                country: None,
                forms: Vec::new(),
                why: super::NOTICE.to_owned(),
            })
        }));
        let towns = self.towns.iter().map(|t| &t.place);
        out.extend([country()].iter().chain(&self.areas).chain(towns).map(place_record));
        out
    }
}

fn place_record(place: &Place) -> Record {
    Record::Place(PlaceRecord {
        id: place.id.clone(),
        place: Some(place.clone()),
        forms: Vec::new(),
        why: super::NOTICE.to_owned(),
    })
}

fn country() -> Place {
    let name = one("place.country");
    let (lat, lon) = CORNER;
    Place { id: "xm".into(), parent: None, level: PlaceLevel::Country, lat, lon, pcode: None, name }
}

/// A name of three syllables, the same sound in both languages.
fn sound(random: &mut Random) -> Bilingual {
    let syllables = all("syllable");
    let mut name = Bilingual::default();
    for _ in 0..3 {
        let syllable = &syllables[random.below(syllables.len())];
        name.ar.push_str(&syllable.ar);
        name.en.push_str(&syllable.en);
    }
    name.en[..1].make_ascii_uppercase();
    name
}

fn area(n: usize, random: &mut Random) -> Place {
    let name = filled(&one("place.area"), &[("name", &sound(random))]);
    let (row, column) = (n / COLUMNS, n % COLUMNS);
    Place {
        id: format!("xm-{n:03}"),
        parent: Some("xm".to_owned()),
        level: PlaceLevel::Governorate,
        lat: rounded(CORNER.0 + AREA_DEGREES * row as f64),
        lon: rounded(CORNER.1 + AREA_DEGREES * column as f64),
        pcode: Some(format!("XM{n:03}")),
        name,
    }
}

/// Towns stand on a grid inside their area.
fn town(n: usize, area: &Place, (t, of): (usize, usize), random: &mut Random) -> Town {
    let side = (of as f64).sqrt().ceil() as usize;
    let step = 0.9 * AREA_DEGREES / side as f64;
    let name = filled(&one("place.town"), &[("name", &sound(random))]);
    let place = Place {
        id: format!("xm-{n:03}-{t:03}"),
        parent: Some(area.id.clone()),
        level: PlaceLevel::Settlement,
        lat: rounded(area.lat + step * (t / side) as f64),
        lon: rounded(area.lon + step * (t % side) as f64),
        pcode: None,
        name,
    };
    Town { place, area: area.name.clone() }
}

fn rounded(degrees: f64) -> f64 {
    (degrees * 1e4).round() / 1e4
}

fn parties() -> Vec<Party> {
    let ids = [
        ("xm-north", PartyKind::Force),
        ("xm-south", PartyKind::ArmedGroup),
        ("xm-band", PartyKind::ArmedGroup),
        ("xm-hills", PartyKind::Political),
        ("xm-guarantor", PartyKind::State),
    ];
    let party = |(id, kind): (&str, PartyKind)| Party {
        id: id.to_owned(),
        kind,
        name: one(&format!("party.{id}")),
        parent: None,
    };
    ids.into_iter().map(party).collect()
}

/// Twelve of several kinds; one belongs to a party.
fn sources() -> Vec<Source> {
    const KINDS: [SourceKind; 6] = [
        SourceKind::Wire,
        SourceKind::LocalMedia,
        SourceKind::Monitor,
        SourceKind::StateMedia,
        SourceKind::Ngo,
        SourceKind::Hotline,
    ];
    let source = |n: usize| Source {
        id: format!("made-up-{:02}", n + 1),
        kind: KINDS[n % KINDS.len()],
        name: filled(&one("source.name"), &[("n", &plain(n + 1))]),
        grade: ['B', 'C', 'B', 'C', 'A', 'F'][n % KINDS.len()],
        party: (n == 3).then(|| "xm-north".to_owned()),
        protection: "open".to_owned(),
    };
    (0..SOURCES).map(source).collect()
}

/// The made-up agreement with its areas; of every second one a level before the truce is declared.
fn agreement(areas: &[Place], random: &mut Random) -> Result<Agreement> {
    let text = include_str!("agreement.toml");
    let mut agreement: Agreement =
        toml::from_str(text).map_err(|e| Error::Usage(format!("the made-up agreement: {e}")))?;
    agreement.areas.list = areas.iter().map(|a| a.id.clone()).collect();
    agreement.areas.baselines = areas
        .iter()
        .step_by(2)
        .map(|area| DeclaredLevel {
            area: area.id.clone(),
            per_day: (10 + random.below(60)) as f64 / 100.0,
            source: agreement.name.clone(),
        })
        .collect();
    Ok(agreement)
}
