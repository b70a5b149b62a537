//! Kept rows as data files of a folder.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use super::cue::level_word;
use super::{Format, Imported, Row};
use crate::data::{embedded_files, files_of};
use crate::error::{Error, Result};

/// Files written.
#[derive(Debug)]
pub struct Written {
    /// Rows of the gazetteer.
    pub places: PathBuf,
    /// Other spellings and names that want a cue.
    pub names: PathBuf,
}

/// Makes the folder a whole folder of data if it is none: with the files of `data`, else with those
/// of the binary. So `--data` can take it.
///
/// # Errors
/// A folder that cannot be read or written.
pub fn base(into: &Path, data: Option<&Path>) -> Result<()> {
    if into.join("places").is_dir() {
        return Ok(());
    }
    let files = match data {
        Some(folder) => files_of(folder)?,
        None => embedded_files(),
    };
    files.iter().try_for_each(|(name, text)| put(&into.join(name), text))
}

/// Adds the rows to the files of this format; what stands there stays.
///
/// # Errors
/// A file that cannot be read or written.
pub fn write(into: &Path, format: Format, imported: &Imported) -> Result<Written> {
    let word = format.word();
    let places = into.join(format!("places/import-{word}.tsv"));
    let names = into.join(format!("lang/ar/lexicon/places-import-{word}.tsv"));
    append(&places, &imported.rows.iter().map(place_line).collect::<String>())?;
    append(&names, &imported.rows.iter().map(name_lines).collect::<String>())?;
    Ok(Written { places, names })
}

fn place_line(row: &Row) -> String {
    let level = serde_json::to_value(row.level).expect("a level has a JSON form");
    let pcode = row.pcode.as_deref().unwrap_or("-");
    let ar = match row.cued {
        true => format!("{} {}", level_word(row.level), row.ar),
        false => row.ar.clone(),
    };
    let level = level.as_str().unwrap_or_default();
    let (lat, lon) = row.point;
    let cells =
        [&row.id, &row.parent, level, &lat.to_string(), &lon.to_string(), pcode, &row.en, &ar];
    cells.map(|c| c.replace(['\t', '\n'], " ")).join("\t") + "\n"
}

fn name_lines(row: &Row) -> String {
    let mut out = String::new();
    if row.cued {
        let _ = writeln!(out, "#cue\t{}\t{}", row.id, row.ar);
    }
    for name in &row.others {
        let _ = writeln!(out, "{}\t{name}", row.id);
    }
    out
}

fn append(path: &Path, text: &str) -> Result<()> {
    let before = match std::fs::read_to_string(path) {
        Ok(before) => before,
        Err(e) if e.kind() == std::io::ErrorKind::NotFound => String::new(),
        Err(e) => return Err(Error::file(path, &e, "data files are UTF-8 text")),
    };
    put(path, &(before + text))
}

fn put(path: &Path, text: &str) -> Result<()> {
    let remedy = "give a folder that you may write to";
    if let Some(folder) = path.parent() {
        std::fs::create_dir_all(folder).map_err(|e| Error::file(folder, &e, remedy))?;
    }
    std::fs::write(path, text).map_err(|e| Error::file(path, &e, remedy))
}
