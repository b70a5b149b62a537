//! A mission's own places: a list of P-codes or a GeoNames dump becomes data files that `--data`
//! takes.
//!
//! Lists are long and their names short: a raw look-up of them finds more words than places. So a
//! name is known bare only where nothing speaks against it ([`cue`]); the others count behind a
//! word such as "the town of".

pub mod areas;
pub mod counts;
pub mod cue;
mod geonames;
mod pcodes;
pub mod table;
pub mod ucdp;
mod write;

use std::collections::{HashMap, HashSet};

use hudna_model::PlaceLevel;
use hudna_read::fold::fold;

use crate::data::Data;

pub use write::{Written, base, write};

/// Two places of one name so near, in degrees of latitude, are one: about 5 km.
const SAME: f64 = 0.045;

/// What the file is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// A table with a header that has P-codes (COD-AB).
    PCodes,
    /// A GeoNames dump of 19 columns, or a table with the header `geonameid`.
    GeoNames,
}

impl Format {
    /// The word in names of files.
    pub fn word(self) -> &'static str {
        match self {
            Format::PCodes => "p-codes",
            Format::GeoNames => "geonames",
        }
    }
}

/// A row as the file has it.
#[derive(Debug, Clone, Default)]
struct Raw {
    /// Its key in the list: P-code or GeoNames number.
    key: String,
    /// ISO country, lower case.
    country: String,
    /// What it is.
    level: Option<PlaceLevel>,
    /// Degrees as written.
    lat: String,
    lon: String,
    /// Latin name.
    en: String,
    /// Arabic names, the usual one first.
    ar: Vec<String>,
    /// Names of the governorate, Arabic and Latin.
    governorate: Vec<String>,
    /// Whether the key is a P-code.
    pcode: bool,
}

/// A row that is kept, as the gazetteer writes it.
#[derive(Debug, Clone, PartialEq)]
pub struct Row {
    /// Id of the place.
    pub id: String,
    /// Id of the place that holds it.
    pub parent: String,
    /// What it is.
    pub level: PlaceLevel,
    /// Degrees north and east.
    pub point: (f64, f64),
    /// The P-code.
    pub pcode: Option<String>,
    /// Latin name.
    pub en: String,
    /// Arabic name.
    pub ar: String,
    /// Other Arabic names.
    pub others: Vec<String>,
    /// The bare name counts only behind a word such as "the town of".
    pub cued: bool,
}

/// A row that cannot be used.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rejected {
    /// One-based line of the file.
    pub line: usize,
    /// Why.
    pub why: String,
}

/// What became of a file: `read` is the sum of kept, duplicates and rejected.
#[derive(Debug, Default)]
pub struct Imported {
    /// Rows kept.
    pub rows: Vec<Row>,
    /// Rows that are there already, in the data or before in the file.
    pub duplicates: usize,
    /// Rows that cannot be used.
    pub rejected: Vec<Rejected>,
}

impl Imported {
    /// Rows of the file.
    pub fn read(&self) -> usize {
        self.rows.len() + self.duplicates + self.rejected.len()
    }

    /// How many of the kept need a cue.
    pub fn cued(&self) -> usize {
        self.rows.iter().filter(|r| r.cued).count()
    }
}

/// Takes a list of places apart. A bad row is rejected with its line and the rest goes on.
///
/// # Errors
/// A file without the columns that the format needs.
pub fn places(text: &str, format: Format, data: &Data) -> Result<Imported, String> {
    let raws = match format {
        Format::PCodes => pcodes::rows(text)?,
        Format::GeoNames => geonames::rows(text)?,
    };
    let mut shelf = Shelf::new(data);
    let mut out = Imported::default();
    for (line, raw) in raws {
        match raw.and_then(|raw| shelf.row(raw)) {
            Ok(Some(row)) => out.rows.push(row),
            Ok(None) => out.duplicates += 1,
            Err(why) => out.rejected.push(Rejected { line, why }),
        }
    }
    cue::mark(&mut out.rows, data);
    Ok(out)
}

/// Rows of a list by their line: a place, or why it is none.
type Rows = Vec<(usize, Result<Raw, String>)>;

/// Level, degrees north, degrees east.
type Spot = (PlaceLevel, f64, f64);

/// Places that are there already.
struct Shelf<'a> {
    data: &'a Data,
    ids: HashSet<String>,
    /// By country and folded name: level and point.
    names: HashMap<(String, String), Vec<Spot>>,
    /// Governorates by country and folded name.
    governorates: HashMap<(String, String), String>,
}

impl<'a> Shelf<'a> {
    fn new(data: &'a Data) -> Self {
        let mut shelf = Shelf {
            data,
            ids: data.places.keys().cloned().collect(),
            names: HashMap::new(),
            governorates: HashMap::new(),
        };
        for place in data.places.values() {
            let country = place.id.split('-').next().unwrap_or_default().to_owned();
            if place.level == PlaceLevel::Governorate {
                for name in [&place.name.ar, &place.name.en] {
                    shelf.governorates.insert((country.clone(), bare(name)), place.id.clone());
                }
            }
            shelf.add(country, &place.name.ar, (place.level, place.lat, place.lon));
        }
        shelf
    }

    fn add(&mut self, country: String, name: &str, at: (PlaceLevel, f64, f64)) {
        self.names.entry((country, bare(name))).or_default().push(at);
    }

    /// The row as the gazetteer writes it; none when the place is there already.
    fn row(&mut self, raw: Raw) -> Result<Option<Row>, String> {
        let country = self.data.places.get(&raw.country);
        if country.is_none_or(|c| c.level != PlaceLevel::Country) {
            return Err(format!("no country has the code \"{}\"", raw.country));
        }
        let level = raw.level.ok_or("its kind of place is not told or is of no use here")?;
        let point = (degrees(&raw.lat, 90.0)?, degrees(&raw.lon, 180.0)?);
        if point == (0.0, 0.0) {
            return Err("it has no coordinates".to_owned());
        }
        let (ar, others) = raw.ar.split_first().ok_or("it has no name in Arabic letters")?;
        let id = format!("{}-{}", raw.country, slug(&raw.key)?);
        let at = (level, point.0, point.1);
        if self.ids.contains(&id) || self.is_there(&raw.country, ar, at) {
            return Ok(None);
        }
        let parent = self.holder(&raw);
        self.add(raw.country.clone(), ar, at);
        self.ids.insert(id.clone());
        let pcode = raw.pcode.then(|| raw.key.clone());
        let en = if raw.en.is_empty() { ar.clone() } else { raw.en };
        let (ar, others) = (ar.clone(), others.to_vec());
        Ok(Some(Row { id, parent, level, point, pcode, en, ar, others, cued: false }))
    }

    /// Whether a place of this name and sort of level stands within 5 km.
    fn is_there(
        &self,
        country: &str,
        name: &str,
        (level, lat, lon): (PlaceLevel, f64, f64),
    ) -> bool {
        let wide = |l| matches!(l, PlaceLevel::Governorate | PlaceLevel::District);
        let same = |(l, a, b): &(PlaceLevel, f64, f64)| {
            let near = (a - lat).abs() < SAME && (b - lon).abs() < SAME / lat.to_radians().cos();
            *l == level || (near && !wide(*l) && !wide(level) && *l != PlaceLevel::Country)
        };
        let near = |(l, a, b): &&(PlaceLevel, f64, f64)| {
            let close = (a - lat).abs() < SAME && (b - lon).abs() < SAME / lat.to_radians().cos();
            close || (wide(*l) && *l == level)
        };
        let key = (country.to_owned(), bare(name));
        self.names.get(&key).is_some_and(|list| list.iter().filter(near).any(same))
    }

    /// The governorate that the row names, else its country.
    fn holder(&self, raw: &Raw) -> String {
        let named = raw
            .governorate
            .iter()
            .find_map(|name| self.governorates.get(&(raw.country.clone(), bare(name))).cloned());
        named.unwrap_or_else(|| raw.country.clone())
    }
}

/// A name without the words and marks in which lists differ.
fn bare(name: &str) -> String {
    let folded = fold(name);
    let letters: String = folded.chars().filter(|c| c.is_alphanumeric() || *c == ' ').collect();
    let words = letters
        .split(' ')
        .filter(|w| !["محافظه", "governorate", "مدينه", "بلده", "حي", "منطقه", "موقع"].contains(w));
    words.collect::<Vec<_>>().join(" ")
}

fn degrees(text: &str, most: f64) -> Result<f64, String> {
    let value = text.trim().parse::<f64>().map_err(|_| format!("\"{text}\" is no coordinate"))?;
    let fits = value.is_finite() && value.abs() <= most;
    if fits { Ok(value) } else { Err(format!("{text} is beyond {most} degrees")) }
}

fn slug(key: &str) -> Result<String, String> {
    let slug: String = key.trim().to_ascii_lowercase();
    let fits = !slug.is_empty() && slug.chars().all(|c| c.is_ascii_alphanumeric() || c == '-');
    if fits { Ok(slug) } else { Err(format!("\"{key}\" is no code")) }
}

#[cfg(test)]
mod tests;
