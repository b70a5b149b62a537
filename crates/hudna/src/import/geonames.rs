//! GeoNames: the dump of 19 columns without a header (readme.txt of its export folder), or a cut of
//! it with a header.

use hudna_model::PlaceLevel;

use super::table::Table;
use super::{Raw, Rows};

/// Columns of the dump.
const COLUMNS: usize = 19;

/// Rows with their lines.
pub(super) fn rows(text: &str) -> Result<Rows, String> {
    let first = text.lines().next().unwrap_or_default();
    if first.to_ascii_lowercase().contains("geonameid") {
        return cut(&Table::parse(text));
    }
    if first.split('\t').count() != COLUMNS {
        return Err(format!("the first line has not the {COLUMNS} columns of a GeoNames dump"));
    }
    let lines = text.lines().enumerate().filter(|(_, l)| !l.trim().is_empty());
    Ok(lines.map(|(i, line)| (i + 1, dumped(line))).collect())
}

fn dumped(line: &str) -> Result<Raw, String> {
    let cells: Vec<&str> = line.split('\t').collect();
    if cells.len() != COLUMNS {
        return Err(format!("{} columns where a dump has {COLUMNS}", cells.len()));
    }
    let key = cells[0];
    key.parse::<u64>().map_err(|_| format!("\"{key}\" is no number of GeoNames"))?;
    Ok(Raw {
        key: format!("gn{key}"),
        country: cells[8].to_ascii_lowercase(),
        level: level(cells[6], cells[7]),
        lat: cells[4].to_owned(),
        lon: cells[5].to_owned(),
        en: cells[1].to_owned(),
        ar: arabic(cells[3].split(',').chain([cells[1]])),
        ..Raw::default()
    })
}

/// A cut with the columns geonameid, cc, name, lat, lon, names_ar (`|` between names).
fn cut(table: &Table) -> Result<Rows, String> {
    let need = |names: &[&str]| {
        table.column(names).ok_or_else(|| format!("the header names no column \"{}\"", names[0]))
    };
    let key = need(&["geonameid"])?;
    let country = need(&["cc", "countrycode", "country"])?;
    let (lat, lon) = (need(&["lat", "latitude"])?, need(&["lon", "longitude"])?);
    let (name, ar) = (need(&["name"])?, need(&["namesar", "alternatenames"])?);
    let width = table.header.len();
    let raw = |cells: &Vec<String>| {
        if cells.len() != width {
            return Err(format!("{} columns where the header has {width}", cells.len()));
        }
        Ok(Raw {
            key: format!("gn{}", cells[key].trim()),
            country: cells[country].trim().to_ascii_lowercase(),
            level: Some(PlaceLevel::Settlement),
            lat: cells[lat].clone(),
            lon: cells[lon].clone(),
            en: cells[name].trim().to_owned(),
            ar: arabic(cells[ar].split(['|', ','])),
            ..Raw::default()
        })
    };
    Ok(table.rows.iter().map(|(line, cells)| (*line, raw(cells))).collect())
}

/// The names in plain Arabic letters: Persian, Urdu and Kurdish ones name the place in another
/// language.
fn arabic<'a>(names: impl Iterator<Item = &'a str>) -> Vec<String> {
    let plain = |c: char| {
        c == ' ' || ('\u{0621}'..='\u{063a}').contains(&c) || ('\u{0641}'..='\u{064a}').contains(&c)
    };
    let mut out: Vec<String> = Vec::new();
    for name in names.map(str::trim).filter(|n| n.chars().count() > 1 && n.chars().all(plain)) {
        if !out.iter().any(|o| hudna_read::fold::fold(o) == hudna_read::fold::fold(name)) {
            out.push(name.to_owned());
        }
    }
    // "ـة" and hamza seats are written with care in the better name.
    out.sort_by_key(|n| !n.contains(['ة', 'أ', 'إ', 'ى']));
    out
}

/// The level of a feature class and code; countries and what is no place of reports have none.
fn level(class: &str, code: &str) -> Option<PlaceLevel> {
    Some(match (class, code) {
        ("P", "PPLX") => PlaceLevel::Neighbourhood,
        ("P", _) => PlaceLevel::Settlement,
        ("A", "ADM1") => PlaceLevel::Governorate,
        ("A", "ADM2" | "ADM3" | "ADM4") => PlaceLevel::District,
        ("L", _) => PlaceLevel::Region,
        ("S" | "T", _) => PlaceLevel::Site,
        ("R" | "H", _) => PlaceLevel::Line,
        _ => return None,
    })
}
