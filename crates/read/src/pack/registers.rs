//! Places, parties, number words and time words from their files.

use hudna_model::{Bilingual, Party, PartyKind, Place, PlaceLevel};

use super::error::DataError;
use super::tsv::rows;
use crate::lang::Tongue;

/// How a party is named by a form.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FormKind {
    /// Its name or another spelling of it.
    Name,
    /// A name that takes sides; kept in the evidence, never in a brief.
    Epithet,
    /// A capital or palace for a state.
    Metonym,
    /// An office held by it.
    Office,
    /// An adjective, read only beside a noun.
    Adjective,
}

/// A form of a party in one language.
#[derive(Debug, Clone)]
pub struct PartyForm {
    /// Index of the party.
    pub party: usize,
    /// Folded.
    pub form: String,
    /// It is written without a capital.
    pub lower: bool,
    /// It is one word of capitals: another word may have the same letters ("WHO").
    pub caps: bool,
    /// How it names the party.
    pub kind: FormKind,
    /// ISO day from which it does.
    pub from: Option<String>,
    /// ISO day until which it does.
    pub to: Option<String>,
}

impl PartyForm {
    /// Whether it is an adjective.
    pub fn is_adjective(&self) -> bool {
        self.kind == FormKind::Adjective
    }
}

/// Parties: id, kind, parent, country, English name, Arabic name.
pub fn parties(file: &str, content: &str, errors: &mut Vec<DataError>) -> Vec<Party> {
    let mut out = Vec::new();
    for row in rows(file, content, 6, errors) {
        let [id, kind, parent, _, en, ar] = row.cells[..] else { continue };
        match party_kind(kind) {
            Some(kind) if !id.is_empty() && !en.is_empty() && !ar.is_empty() => out.push(Party {
                id: id.to_owned(),
                kind,
                name: Bilingual::new(ar, en),
                parent: (!parent.is_empty()).then(|| parent.to_owned()),
            }),
            Some(_) => errors.push(DataError::new(
                file,
                row.line,
                "a party needs an id and both names",
                "fill the columns id, name_en and name_ar",
            )),
            None => errors.push(DataError::new(
                file,
                row.line,
                format!("\"{kind}\" is no kind of party"),
                "use state, force, armed_group, political, body, monitor, ngo, person or media",
            )),
        }
    }
    out
}

fn party_kind(kind: &str) -> Option<PartyKind> {
    Some(match kind {
        "state" => PartyKind::State,
        "force" => PartyKind::Force,
        "armed_group" => PartyKind::ArmedGroup,
        "political" => PartyKind::Political,
        "body" => PartyKind::Body,
        "monitor" => PartyKind::Monitor,
        "ngo" => PartyKind::Ngo,
        "person" => PartyKind::Person,
        "media" => PartyKind::Media,
        _ => return None,
    })
}

/// Forms of parties in a language: party id, form, kind, from, to.
pub fn party_forms(
    file: &str,
    content: &str,
    tongue: Tongue,
    parties: &[Party],
    errors: &mut Vec<DataError>,
) -> Vec<PartyForm> {
    let mut out = Vec::new();
    for row in rows(file, content, 5, errors) {
        let [id, form, kind, from, to] = row.cells[..] else { continue };
        let day = |d: &str| (!d.is_empty()).then(|| d.to_owned());
        let known = parties.iter().position(|p| p.id == id);
        match (known, form_kind(kind)) {
            (Some(party), Some(kind)) => {
                let lower = !form.chars().any(char::is_uppercase);
                let caps = form.len() > 1 && form.chars().all(|c| c.is_ascii_uppercase());
                let form = tongue.fold(form);
                out.push(PartyForm {
                    party,
                    form,
                    lower,
                    caps,
                    kind,
                    from: day(from),
                    to: day(to),
                });
            }
            (None, _) => errors.push(DataError::new(
                file,
                row.line,
                format!("no party has the id \"{id}\""),
                "add it to data/parties/parties.tsv or correct the id",
            )),
            (_, None) => errors.push(DataError::new(
                file,
                row.line,
                format!("\"{kind}\" is no kind of form"),
                "use name, variant, epithet, euphemism, metonym, office or adjective",
            )),
        }
    }
    out
}

fn form_kind(kind: &str) -> Option<FormKind> {
    Some(match kind {
        "name" | "variant" => FormKind::Name,
        "epithet" | "euphemism" => FormKind::Epithet,
        "metonym" => FormKind::Metonym,
        "office" => FormKind::Office,
        "adjective" => FormKind::Adjective,
        _ => return None,
    })
}

/// Places: id, parent, level, lat, lon, P-code, English name, Arabic name.
pub fn places(file: &str, content: &str, errors: &mut Vec<DataError>) -> Vec<Place> {
    let mut out = Vec::new();
    for row in rows(file, content, 8, errors) {
        match place(&row.cells) {
            Ok(place) => out.push(place),
            Err(what) => {
                let remedy = "see the columns in the file's first line";
                errors.push(DataError::new(file, row.line, what, remedy));
            }
        }
    }
    out
}

fn place(cells: &[&str]) -> Result<Place, String> {
    let [id, parent, level, lat, lon, pcode, en, ar] = cells else {
        return Err("eight columns expected".into());
    };
    let degrees = |text: &str, most: f64| match text.parse::<f64>() {
        Ok(d) if d.abs() <= most => Ok(d),
        _ => Err(format!("\"{text}\" is not degrees between -{most} and {most}")),
    };
    let some = |text: &str| (!text.is_empty()).then(|| text.to_owned());
    Ok(Place {
        id: some(id).ok_or("a place needs an id")?,
        parent: some(parent),
        level: place_level(level).ok_or_else(|| format!("\"{level}\" is no level of place"))?,
        lat: degrees(lat, 90.0)?,
        lon: degrees(lon, 180.0)?,
        pcode: some(pcode),
        name: Bilingual::new(*ar, *en),
    })
}

/// The level of this name.
pub fn place_level(level: &str) -> Option<PlaceLevel> {
    Some(match level {
        "site" => PlaceLevel::Site,
        "line" => PlaceLevel::Line,
        "neighbourhood" => PlaceLevel::Neighbourhood,
        "settlement" => PlaceLevel::Settlement,
        "district" => PlaceLevel::District,
        "governorate" => PlaceLevel::Governorate,
        "region" => PlaceLevel::Region,
        "country" => PlaceLevel::Country,
        _ => return None,
    })
}

/// A number word: its value and how it combines.
#[derive(Debug, Clone)]
pub struct NumberWord {
    /// `unit`, `teen`, `ten`, `hundred`, `scale`, `vague`, `low`, `more`, `high`, `less`, `about`,
    /// `low_after`, `high_after`, `more_after`, `between`.
    pub class: String,
    /// Value; of a vague word its lowest.
    pub low: u32,
    /// Of a vague word its highest.
    pub high: u32,
}

/// Number words: form, class, low, high.
pub fn numbers(
    file: &str,
    content: &str,
    tongue: Tongue,
    errors: &mut Vec<DataError>,
) -> Vec<(String, NumberWord)> {
    let mut out = Vec::new();
    for row in rows(file, content, 4, errors) {
        let [form, class, low, high] = row.cells[..] else { continue };
        let number = |text: &str| if text.is_empty() { Some(0) } else { text.parse().ok() };
        match (number(low), number(high)) {
            (Some(low), Some(high)) if !form.is_empty() && !class.is_empty() => {
                out.push((tongue.fold(form), NumberWord { class: class.to_owned(), low, high }));
            }
            _ => errors.push(DataError::new(
                file,
                row.line,
                "not a number word",
                "see the file's first line",
            )),
        }
    }
    out
}

/// A time word.
#[derive(Debug, Clone)]
pub struct TimeWord {
    /// `weekday`, `month`, `offset` (days from publication), `part` (of a day), `last`, `next`,
    /// `this`, `soon`, `unit`, `hijri_month`, `ago`, `since`, `within`.
    pub class: String,
    /// Number of the weekday (Monday 1), month, offset, or days of a unit.
    pub value: i32,
}

/// Time words: form, class, value.
pub fn times(
    file: &str,
    content: &str,
    tongue: Tongue,
    errors: &mut Vec<DataError>,
) -> Vec<(String, TimeWord)> {
    let mut out = Vec::new();
    for row in rows(file, content, 3, errors) {
        let [form, class, value] = row.cells[..] else { continue };
        let value = if value.is_empty() { Ok(0) } else { value.parse() };
        match value {
            Ok(value) if !form.is_empty() && !class.is_empty() => {
                out.push((tongue.fold(form), TimeWord { class: class.to_owned(), value }));
            }
            _ => errors.push(DataError::new(
                file,
                row.line,
                "not a time word",
                "see the file's first line",
            )),
        }
    }
    out
}
