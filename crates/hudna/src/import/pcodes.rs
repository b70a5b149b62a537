//! Lists of P-codes: tables with a header, as the Common Operational Datasets have it.

use hudna_model::PlaceLevel;

use super::table::Table;
use super::{Raw, Rows};

/// Deepest administrative level looked for.
const DEEPEST: usize = 5;

/// Rows of the deepest level that the header names, with their lines.
pub(super) fn rows(text: &str) -> Result<Rows, String> {
    let table = Table::parse(text);
    let columns = Columns::of(&table)?;
    Ok(table.rows.iter().map(|(line, cells)| (*line, columns.raw(cells))).collect())
}

struct Columns {
    width: usize,
    depth: usize,
    code: usize,
    ar: usize,
    en: Option<usize>,
    lat: usize,
    lon: usize,
    governorate: Vec<usize>,
}

impl Columns {
    fn of(table: &Table) -> Result<Columns, String> {
        let column =
            |names: &[String]| table.column(&names.iter().map(String::as_str).collect::<Vec<_>>());
        let code = |n: usize| column(&[format!("admin{n}pcode"), format!("adm{n}pcode")]);
        let name = |n: usize, lang: &str| {
            column(&[
                format!("admin{n}name{lang}"),
                format!("adm{n}{lang}"),
                format!("adm{n}name{lang}"),
            ])
        };
        let need = |found: Option<usize>, what: &str| {
            found.ok_or_else(|| format!("the header names no column for {what}"))
        };
        let deepest = (1..=DEEPEST).rev().find(|n| code(*n).is_some());
        let depth = deepest.unwrap_or(4);
        let plain = |names: &[&str]| table.column(names);
        Ok(Columns {
            width: table.header.len(),
            depth,
            code: need(deepest.and_then(code).or_else(|| plain(&["pcode", "code"])), "the P-code")?,
            ar: need(name(depth, "ar").or_else(|| plain(&["namear", "ar"])), "the Arabic name")?,
            en: name(depth, "en").or_else(|| plain(&["nameen", "en", "name"])),
            lat: need(plain(&["lat", "latitude", "latitudey", "y"]), "the latitude")?,
            lon: need(plain(&["lon", "long", "longitude", "longitudex", "x"]), "the longitude")?,
            governorate: ["ar", "en"].iter().filter_map(|l| name(1, l)).collect(),
        })
    }

    fn raw(&self, cells: &[String]) -> Result<Raw, String> {
        if cells.len() != self.width {
            return Err(format!("{} columns where the header has {}", cells.len(), self.width));
        }
        let cell = |i: usize| cells[i].trim().to_owned();
        let name = cell(self.ar);
        let arabic = |n: &String| n.chars().any(|c| ('\u{0621}'..='\u{064a}').contains(&c));
        Ok(Raw {
            key: cell(self.code),
            country: self.country(cells)?,
            level: Some(level(self.depth)),
            lat: cell(self.lat),
            lon: cell(self.lon),
            en: self.en.map(cell).unwrap_or_default(),
            ar: Some(name).filter(arabic).into_iter().collect(),
            governorate: self.governorate.iter().map(|i| cell(*i)).collect(),
            pcode: true,
        })
    }

    /// The two letters that codes of the wider levels begin with.
    fn country(&self, cells: &[String]) -> Result<String, String> {
        let begins = |c: &&String| {
            let two = c.trim().get(..2).unwrap_or_default();
            two.chars().all(|c| c.is_ascii_uppercase())
                && c.trim().len() > 3
                && c.trim()[2..].chars().all(|c| c.is_ascii_digit())
        };
        let code = cells.iter().find(begins).ok_or("no code in it tells the country")?;
        Ok(code.trim()[..2].to_ascii_lowercase())
    }
}

fn level(depth: usize) -> PlaceLevel {
    match depth {
        1 => PlaceLevel::Governorate,
        2 | 3 => PlaceLevel::District,
        4 => PlaceLevel::Settlement,
        _ => PlaceLevel::Neighbourhood,
    }
}
