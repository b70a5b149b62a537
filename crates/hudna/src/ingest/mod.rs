//! Bytes in, receipts out: units in = stored + duplicate + rejected, with reasons.

pub mod counts;
mod intake;
pub mod json;
pub mod text;

use std::io::Read;
use std::path::{Path, PathBuf};

use hudna_model::{IntakeCounts, Moment};
use serde::Serialize;

use crate::env::Env;
use crate::error::{Error, Result};
use crate::record::{Payload, Record};
use crate::store::{NewEntry, Row};
pub use intake::{Ingest, UNKNOWN_SOURCE};

/// Largest input file, in bytes.
pub const MAX_FILE: u64 = 256 << 20;
/// Largest single report, in bytes.
pub const MAX_UNIT: usize = 16 << 20;

/// One report as its format splits it, or why it was refused.
#[derive(Debug, Clone)]
pub struct Unit {
    /// The file's name, with the line for formats of many units.
    pub label: String,
    /// What was found.
    pub content: std::result::Result<Content, Refusal>,
}

/// What a unit holds.
#[derive(Debug, Clone, Default)]
pub struct Content {
    /// Bytes as received, valid UTF-8.
    pub raw: String,
    /// Extracted text, when it is not the same.
    pub text: Option<String>,
    /// A client's own key.
    pub key: Option<String>,
    /// ISO day of publication.
    pub published: Option<String>,
    /// Source, when the unit names it.
    pub source: Option<String>,
    /// Language, when the unit names it.
    pub lang: Option<String>,
    /// Address.
    pub url: Option<String>,
    /// Extractor's name and version.
    pub extractor: &'static str,
}

/// Why a unit was refused, and what to do.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Refusal {
    /// Why.
    pub why: String,
    /// What to do next.
    pub remedy: String,
}

impl From<&Error> for Refusal {
    fn from(error: &Error) -> Self {
        match error {
            Error::File { path, what, remedy } => {
                Refusal::new(format!("{}: {what}", path.display()), *remedy)
            }
            other => Refusal::new(other.to_string(), "check the input"),
        }
    }
}

impl Refusal {
    /// Makes one.
    pub fn new(why: impl Into<String>, remedy: impl Into<String>) -> Self {
        Self { why: why.into(), remedy: remedy.into() }
    }
}

/// Why a text is not taken for a day of publication, if it is none.
pub fn not_a_day(text: &str) -> Option<Refusal> {
    let none = text.parse::<jiff::civil::Date>().is_err();
    let why = || format!("\"{text}\" is no day of publication");
    none.then(|| Refusal::new(why(), "write it as 2016-05-03"))
}

/// What is said of reports beside their bytes.
#[derive(Debug, Clone, Default)]
pub struct Envelope {
    /// Source id, when units do not name it.
    pub source: Option<String>,
    /// ISO day of publication, when units do not say it.
    pub published: Option<String>,
    /// Language.
    pub lang: Option<String>,
    /// When it was received; none means now.
    pub received: Option<Moment>,
    /// What an example's report was composed from.
    pub composed_from: Option<String>,
}

/// What became of a unit.
#[derive(Debug, Clone, Serialize)]
#[serde(tag = "outcome", rename_all = "snake_case")]
pub enum Outcome {
    /// Stored: the report's id and its index in the ledger.
    Stored {
        /// Report id.
        id: String,
        /// Index of the entry.
        entry: u64,
        /// How many claims were read.
        claims: usize,
        /// Sentences of harm that were not understood.
        unread_harm: usize,
    },
    /// Already there.
    Duplicate {
        /// Id of the stored report.
        of: String,
    },
    /// Refused.
    Rejected(Refusal),
}

/// One receipt a unit.
#[derive(Debug, Clone, Serialize)]
pub struct Receipt {
    /// The unit's label.
    pub label: String,
    /// What became of it.
    #[serde(flatten)]
    pub outcome: Outcome,
}

/// Endings of formats whose text would have to be extracted first.
const UNREAD_FORMATS: [&str; 9] =
    ["html", "htm", "pdf", "docx", "doc", "xlsx", "eml", "warc", "zip"];

/// A page by its first words, whatever its name says.
fn is_page(bytes: &[u8]) -> bool {
    let head = String::from_utf8_lossy(&bytes[..bytes.len().min(64)]).trim_start().to_lowercase();
    head.starts_with("<!doctype html") || head.starts_with("<html")
}

/// What some programs write before a text in UTF-8: part of the bytes, not of the text.
const BYTE_ORDER_MARK: &[u8] = b"\xef\xbb\xbf";

/// Splits bytes into units by format: the name's ending, else the content.
pub fn split(name: &str, bytes: &[u8]) -> Vec<Unit> {
    let units = by_format(name, bytes);
    if !units.is_empty() {
        return units;
    }
    let refusal = Refusal::new("the file is empty", "send reports, or leave the file out");
    vec![Unit { label: name.to_owned(), content: Err(refusal) }]
}

fn by_format(name: &str, whole: &[u8]) -> Vec<Unit> {
    let bytes = whole.strip_prefix(BYTE_ORDER_MARK).unwrap_or(whole);
    let ending = Path::new(name).extension().and_then(|e| e.to_str()).unwrap_or("");
    match ending.to_ascii_lowercase().as_str() {
        "jsonl" | "ndjson" => json::lines(name, whole),
        "json" => json::whole(name, whole),
        other if UNREAD_FORMATS.contains(&other) || is_page(bytes) => {
            let why = "this is no plain text, and its format is not read yet";
            let content = Err(Refusal::new(why, "save its text as .txt, or as .jsonl with `text`"));
            vec![Unit { label: name.to_owned(), content }]
        }
        _ => json::detected(name, whole).unwrap_or_else(|| vec![text::unit(name, whole)]),
    }
}

/// The bytes of a file within the limit.
///
/// # Errors
/// A file that cannot be read or is too large.
pub fn file_bytes(path: &Path) -> Result<Vec<u8>> {
    let remedy = "check the path";
    let file = std::fs::File::open(path).map_err(|e| Error::file(path, &e, remedy))?;
    let size = file.metadata().map_err(|e| Error::file(path, &e, remedy))?.len();
    if size > MAX_FILE {
        let what = format!("the file has {size} bytes, more than the {MAX_FILE} that are taken");
        return Err(Error::File { path: path.into(), what, remedy: "split it" });
    }
    limited(file, path)
}

/// All bytes of a reader within the limit: pipes and devices do not say how many they have.
///
/// # Errors
/// It cannot be read, or gives too many bytes.
pub fn limited(reader: impl Read, path: &Path) -> Result<Vec<u8>> {
    let mut bytes = Vec::new();
    let read = reader.take(MAX_FILE + 1).read_to_end(&mut bytes);
    read.map_err(|e| Error::file(path, &e, "check the path"))?;
    if bytes.len() as u64 > MAX_FILE {
        let what = format!("there are more than the {MAX_FILE} bytes that are taken");
        return Err(Error::File { path: path.into(), what, remedy: "split it" });
    }
    Ok(bytes)
}

/// The files that some paths name: folders give the files in them, by name.
///
/// # Errors
/// A folder that cannot be listed or holds no files.
pub fn files(paths: &[PathBuf]) -> Result<Vec<PathBuf>> {
    let mut out = Vec::new();
    for path in paths {
        if !path.is_dir() {
            out.push(path.clone());
            continue;
        }
        let list = std::fs::read_dir(path).map_err(|e| Error::file(path, &e, "check the path"))?;
        let mut inner: Vec<PathBuf> =
            list.flatten().map(|e| e.path()).filter(|p| p.is_file()).collect();
        if inner.is_empty() {
            let what = "there are no files in this folder".to_owned();
            let remedy = "give files, or the folder that holds them itself";
            return Err(Error::File { path: path.clone(), what, remedy });
        }
        inner.sort();
        out.extend(inner);
    }
    Ok(out)
}

/// A new entry for a record.
pub fn entry(env: &Env, by: &str, record: Record, received: Moment, row: Option<Row>) -> NewEntry {
    entry_with(env, by, record, received, row, None)
}

/// A new entry for a record that belongs to the act whose first entry is `with`.
pub fn entry_with(
    env: &Env,
    by: &str,
    record: Record,
    received: Moment,
    row: Option<Row>,
    with: Option<u64>,
) -> NewEntry {
    let entered = env.now();
    let kind = record.kind();
    let payload = Payload { by: by.to_owned(), received, entered, with, record };
    NewEntry {
        kind,
        object: env.object_id(),
        hour: entered.hour_utc(),
        salt: env.random(),
        payload: serde_json::to_vec(&payload).expect("records have JSON forms"),
        row,
    }
}

/// Counts of some receipts.
pub fn count(receipts: &[Receipt]) -> IntakeCounts {
    let mut out = IntakeCounts { units: receipts.len() as u64, ..IntakeCounts::default() };
    for receipt in receipts {
        match receipt.outcome {
            Outcome::Stored { .. } => out.stored += 1,
            Outcome::Duplicate { .. } => out.duplicate += 1,
            Outcome::Rejected(_) => out.rejected += 1,
        }
    }
    out
}
