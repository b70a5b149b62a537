//! Bytes in, receipts out: units in = stored + duplicate + rejected, with reasons.

pub mod counts;
pub mod json;
pub mod text;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use hudna_model::digest::{sha256_hex, short_id};
use hudna_model::{IntakeCounts, Moment, Report};
use serde::Serialize;

use crate::data::Data;
use crate::env::Env;
use crate::error::{Error, Result};
use crate::record::{Payload, ReadingRecord, Record, ReportRecord};
use crate::store::{NewEntry, Row, Store};

/// Largest input file, in bytes.
pub const MAX_FILE: u64 = 256 << 20;
/// Largest single report, in bytes.
pub const MAX_UNIT: usize = 4 << 20;
/// Units whose entries go into one group of writes.
const GROUP: usize = 256;

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

impl Refusal {
    /// Makes one.
    pub fn new(why: impl Into<String>, remedy: impl Into<String>) -> Self {
        Self { why: why.into(), remedy: remedy.into() }
    }
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

/// Splits bytes into units by format: the name's ending, else the content.
pub fn split(name: &str, bytes: &[u8]) -> Vec<Unit> {
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    let ending = Path::new(name).extension().and_then(|e| e.to_str()).unwrap_or("");
    match ending.to_ascii_lowercase().as_str() {
        "jsonl" | "ndjson" => json::lines(name, bytes),
        "json" => json::whole(name, bytes),
        _ if bytes.trim_ascii_start().starts_with(b"{") => json::lines(name, bytes),
        _ => vec![text::unit(name, bytes)],
    }
}

/// The bytes of a file within the limit.
///
/// # Errors
/// A file that cannot be read or is too large.
pub fn file_bytes(path: &Path) -> Result<Vec<u8>> {
    let remedy = "check the path";
    let size = std::fs::metadata(path).map_err(|e| Error::file(path, &e, remedy))?.len();
    if size > MAX_FILE {
        let what = format!("the file has {size} bytes, more than the {MAX_FILE} that are taken");
        return Err(Error::File { path: path.into(), what, remedy: "split it" });
    }
    std::fs::read(path).map_err(|e| Error::file(path, &e, remedy))
}

/// The files that some paths name: folders give the files in them, by name.
///
/// # Errors
/// A path that is not there.
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
        inner.sort();
        out.extend(inner);
    }
    Ok(out)
}

/// Puts units into the store: each gets a receipt; stored ones are read at once.
pub struct Ingest<'a> {
    store: &'a Store,
    data: &'a Data,
    env: &'a Env,
    by: String,
    waiting: Vec<NewEntry>,
    /// Receipts whose entry index is not known yet: position among receipts, offset in `waiting`.
    open: Vec<(usize, usize)>,
    receipts: Vec<Receipt>,
    /// Units of this run by key or bytes, as the store is not asked for what waits.
    fresh: BTreeMap<String, (String, String)>,
}

impl<'a> Ingest<'a> {
    /// Begins; `by` is who acts.
    pub fn new(store: &'a Store, data: &'a Data, env: &'a Env, by: &str) -> Self {
        let (waiting, open, receipts, fresh) = Default::default();
        Self { store, data, env, by: by.to_owned(), waiting, open, receipts, fresh }
    }

    /// Takes a unit.
    ///
    /// # Errors
    /// The store fails; a bad unit is no error but a receipt.
    pub fn unit(&mut self, unit: Unit, envelope: &Envelope) -> Result<()> {
        let Unit { label, content } = unit;
        let outcome = match content {
            Err(refusal) => Outcome::Rejected(refusal),
            Ok(content) => self.content(&label, content, envelope)?,
        };
        if matches!(outcome, Outcome::Stored { .. }) {
            self.open.push((self.receipts.len(), self.waiting.len() - 2));
        }
        self.receipts.push(Receipt { label, outcome });
        if self.waiting.len() >= GROUP {
            self.flush()?;
        }
        Ok(())
    }

    fn content(&mut self, label: &str, content: Content, envelope: &Envelope) -> Result<Outcome> {
        let text = content.text.as_ref().unwrap_or(&content.raw);
        if text.trim().is_empty() {
            let refusal =
                Refusal::new("the report is empty", "send the text, or leave the file out");
            return Ok(Outcome::Rejected(refusal));
        }
        let published = content.published.clone().or_else(|| envelope.published.clone());
        if let Some(day) = published.as_ref().filter(|d| d.parse::<jiff::civil::Date>().is_err()) {
            let why = format!("\"{day}\" is no day of publication");
            return Ok(Outcome::Rejected(Refusal::new(why, "write it as 2016-05-03")));
        }
        let source = content.source.clone().or_else(|| envelope.source.clone());
        let source = source.unwrap_or_else(|| UNKNOWN_SOURCE.to_owned());
        let sha256 = sha256_hex(content.raw.as_bytes());
        if let Some(outcome) = self.seen(&source, &content, &sha256, published.as_deref())? {
            return Ok(outcome);
        }
        let record = record(label, content, source, published, sha256, envelope);
        self.stored(record, envelope)
    }

    /// With a key the key alone decides; the same key with other bytes is refused. Without one,
    /// the same source, bytes and day are a duplicate.
    fn seen(
        &self,
        source: &str,
        content: &Content,
        sha256: &str,
        published: Option<&str>,
    ) -> Result<Option<Outcome>> {
        let key = content.key.as_deref();
        let stored = self.store.stored_report(source, key, sha256, published)?;
        let found =
            stored.or_else(|| self.fresh.get(&slot(source, key, sha256, published)).cloned());
        Ok(found.map(|(of, former)| {
            if key.is_some() && former != sha256 {
                let why =
                    format!("the key \"{}\" stands for other bytes already", key.unwrap_or(""));
                Outcome::Rejected(Refusal::new(why, "give the changed report a key of its own"))
            } else {
                Outcome::Duplicate { of }
            }
        }))
    }

    fn stored(&mut self, record: ReportRecord, envelope: &Envelope) -> Result<Outcome> {
        let id = record.id.clone();
        let at = slot(
            &record.source,
            record.key.as_deref(),
            &record.sha256,
            record.published.as_deref(),
        );
        self.fresh.insert(at, (id.clone(), record.sha256.clone()));
        let report = Report {
            id: id.clone(),
            text: record.text().to_owned(),
            lang: record.lang.clone().or_else(|| envelope.lang.clone()),
            published: record.published.clone(),
            source: Some(record.source.clone()),
            url: record.url.clone(),
        };
        let (reading, marks) = hudna_read::read(&report, &self.data.pack);
        let claims = reading.claims.len();
        let unread = reading.notes.iter().filter(|n| n.kind == hudna_model::NoteKind::UnreadHarm);
        let unread_harm = unread.count();
        let row = Row {
            id: id.clone(),
            source: record.source.clone(),
            key: record.key.clone(),
            sha256: record.sha256.clone(),
            published: record.published.clone(),
        };
        let received = envelope.received.unwrap_or_else(|| self.env.now());
        self.push(Record::Report(record), received, Some(row));
        let reading = ReadingRecord { report: id.clone(), reading, marks };
        self.push(Record::Reading(Box::new(reading)), received, None);
        Ok(Outcome::Stored { id, entry: 0, claims, unread_harm })
    }

    fn push(&mut self, record: Record, received: Moment, row: Option<Row>) {
        self.waiting.push(entry(self.env, &self.by, record, received, row));
    }

    /// Writes what waits.
    ///
    /// # Errors
    /// The store fails.
    pub fn flush(&mut self) -> Result<()> {
        if self.waiting.is_empty() {
            return Ok(());
        }
        let indexes = self.store.append(std::mem::take(&mut self.waiting))?;
        for (receipt, at) in self.open.drain(..) {
            if let Outcome::Stored { entry, .. } = &mut self.receipts[receipt].outcome {
                *entry = indexes[at];
            }
        }
        Ok(())
    }

    /// Writes what waits and gives all receipts with their counts.
    ///
    /// # Errors
    /// The store fails.
    pub fn finish(mut self) -> Result<(Vec<Receipt>, IntakeCounts)> {
        self.flush()?;
        let counts = count(&self.receipts);
        Ok((self.receipts, counts))
    }
}

/// The source of reports that come without one.
pub const UNKNOWN_SOURCE: &str = "unknown";

fn slot(source: &str, key: Option<&str>, sha256: &str, published: Option<&str>) -> String {
    match key {
        Some(key) => format!("k|{source}|{key}"),
        None => format!("b|{source}|{sha256}|{}", published.unwrap_or("")),
    }
}

fn record(
    label: &str,
    content: Content,
    source: String,
    published: Option<String>,
    sha256: String,
    envelope: &Envelope,
) -> ReportRecord {
    let text_sha256 = match &content.text {
        Some(text) => sha256_hex(text.as_bytes()),
        None => sha256.clone(),
    };
    let parts =
        [&source, content.key.as_ref().unwrap_or(&sha256), published.as_deref().unwrap_or("")];
    ReportRecord {
        id: short_id("R", parts.map(str::as_bytes)),
        label: label.to_owned(),
        source,
        key: content.key,
        published,
        lang: content.lang,
        url: content.url,
        raw: content.raw,
        sha256,
        text: content.text,
        text_sha256,
        extractor: content.extractor.to_owned(),
        composed_from: envelope.composed_from.clone(),
    }
}

/// A new entry for a record.
pub fn entry(env: &Env, by: &str, record: Record, received: Moment, row: Option<Row>) -> NewEntry {
    let entered = env.now();
    let kind = record.kind();
    let payload = Payload { by: by.to_owned(), received, entered, record };
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
