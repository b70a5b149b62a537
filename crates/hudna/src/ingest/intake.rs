//! Units into the store: who is new, who is a duplicate, who is refused.

use std::collections::BTreeMap;

use hudna_model::digest::{sha256_hex, short_id};
use hudna_model::{IntakeCounts, Moment, Report};

use super::{Content, Envelope, Outcome, Receipt, Refusal, Unit, count, entry};
use crate::data::Data;
use crate::env::Env;
use crate::error::{Error, Result};
use crate::record::{ReadingRecord, Record, ReportRecord};
use crate::store::{NewEntry, Row, Store};

/// Entries that go into one group of writes.
const GROUP: usize = 256;
/// Bytes of payloads with which a group is full before that.
const GROUP_BYTES: usize = 16 << 20;
/// Entries of one report: itself and its reading.
const PER_REPORT: usize = 2;

/// Puts units into the store: each gets a receipt; stored ones are read at once.
pub struct Ingest<'a> {
    store: &'a Store,
    data: &'a Data,
    env: &'a Env,
    by: String,
    waiting: Vec<NewEntry>,
    /// Bytes of the payloads that wait.
    size: usize,
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
        Self { store, data, env, by: by.to_owned(), waiting, size: 0, open, receipts, fresh }
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
            self.open.push((self.receipts.len(), self.waiting.len() - PER_REPORT));
        }
        self.receipts.push(Receipt { label, outcome });
        if self.waiting.len() >= GROUP || self.size >= GROUP_BYTES {
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
        if let Some(refusal) = published.as_deref().and_then(super::not_a_day) {
            return Ok(Outcome::Rejected(refusal));
        }
        let source = content.source.clone().or_else(|| envelope.source.clone());
        let source = source.unwrap_or_else(|| UNKNOWN_SOURCE.to_owned());
        let sha256 = sha256_hex(content.raw.as_bytes());
        if let Some(outcome) = self.seen(&source, &content, &sha256, published.as_deref())? {
            return Ok(outcome);
        }
        let mut record = record(label, content, source, published, sha256, envelope);
        record.id = self.free_id(&record)?;
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
        Ok(found.map(|found| known(found, key, sha256)))
    }

    /// Short ids meet among many thousand reports; the next free one is taken then.
    fn free_id(&self, record: &ReportRecord) -> Result<String> {
        let mut attempt = 0;
        loop {
            let id = report_id(record, attempt);
            let waits = |e: &NewEntry| e.row.as_ref().is_some_and(|row| row.id == id);
            if !self.waiting.iter().any(waits) && !self.store.has_report(&id)? {
                return Ok(id);
            }
            attempt += 1;
        }
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
            lang: record.lang.clone(),
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
        let entry = entry(self.env, &self.by, record, received, row);
        self.size += entry.payload.len();
        self.waiting.push(entry);
    }

    /// Writes what waits. A report that another process stored meanwhile becomes a duplicate.
    ///
    /// # Errors
    /// The store fails.
    pub fn flush(&mut self) -> Result<()> {
        let indexes = loop {
            if self.waiting.is_empty() {
                return Ok(());
            }
            match self.store.append(self.waiting.clone()) {
                Ok(indexes) => break indexes,
                Err(Error::Taken { id }) if self.drop_taken()? == 0 => {
                    return Err(Error::Taken { id });
                }
                Err(Error::Taken { .. }) => {}
                Err(other) => return Err(other),
            }
        };
        self.waiting.clear();
        self.size = 0;
        for (receipt, at) in self.open.drain(..) {
            if let Outcome::Stored { entry, .. } = &mut self.receipts[receipt].outcome {
                *entry = indexes[at];
            }
        }
        Ok(())
    }

    /// Takes back what waits and is in the store by now; gives how many reports that were.
    fn drop_taken(&mut self) -> Result<usize> {
        let former = std::mem::take(&mut self.waiting);
        let (mut open, mut dropped) = (Vec::new(), 0);
        for (receipt, at) in std::mem::take(&mut self.open) {
            let row = former[at].row.as_ref().expect("an open receipt points at its report");
            let (key, day) = (row.key.as_deref(), row.published.as_deref());
            match self.store.stored_report(&row.source, key, &row.sha256, day)? {
                Some(found) => {
                    self.receipts[receipt].outcome = known(found, key, &row.sha256);
                    dropped += 1;
                }
                None => {
                    open.push((receipt, self.waiting.len()));
                    self.waiting.extend_from_slice(&former[at..at + PER_REPORT]);
                }
            }
        }
        self.open = open;
        Ok(dropped)
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

/// What becomes of a report that is there already, as (id, SHA-256).
fn known((of, former): (String, String), key: Option<&str>, sha256: &str) -> Outcome {
    match key {
        Some(key) if former != sha256 => {
            let why = format!("the key \"{key}\" stands for other bytes already");
            Outcome::Rejected(Refusal::new(why, "give the changed report a key of its own"))
        }
        _ => Outcome::Duplicate { of },
    }
}

/// The id of a report, from what makes it the same report; another one a further attempt.
fn report_id(record: &ReportRecord, attempt: u64) -> String {
    let known_by = record.key.as_ref().unwrap_or(&record.sha256);
    let parts = [&record.source, known_by, record.published.as_deref().unwrap_or("")];
    let further = (attempt > 0).then(|| attempt.to_string());
    let parts = parts.into_iter().chain(further.as_deref());
    short_id("R", parts.map(str::as_bytes))
}

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
    ReportRecord {
        id: String::new(),
        label: label.to_owned(),
        source,
        key: content.key,
        published,
        lang: content.lang.or_else(|| envelope.lang.clone()),
        url: content.url,
        raw: content.raw,
        sha256,
        text: content.text,
        text_sha256,
        extractor: content.extractor.to_owned(),
        composed_from: envelope.composed_from.clone(),
    }
}
