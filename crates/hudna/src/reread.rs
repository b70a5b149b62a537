//! Stored reports read again with the data and the model in force. Newer readings are appended
//! where something changed; older ones stay.

use std::collections::{BTreeMap, BTreeSet};

use hudna_model::{Claim, Moment, Report};
use serde::Serialize;

use crate::data::Data;
use crate::derive;
use crate::env::Env;
use crate::error::{Error, Result};
use crate::facts::{Facts, FiledReport, among};
use crate::ingest::entry;
use crate::record::{Anchor, ReadingRecord, Record};
use crate::store::{NewEntry, Store};

/// Who acts when reports are read again.
const BY: &str = "hudna reread";
/// Readings that go into one group of writes.
const GROUP: usize = 256;
/// The end of time for what is received: the year 9999.
const END: i64 = 253_370_764_800;

/// Which reports are read again, and whether it is only tried.
#[derive(Debug, Clone, Default)]
pub struct Wanted {
    /// Received at this time or later; none from the first on.
    pub since: Option<Moment>,
    /// Received at this time or before; none to the last.
    pub until: Option<Moment>,
    /// Ids of the reports; none for all.
    pub only: Option<BTreeSet<String>>,
    /// Nothing is written.
    pub dry_run: bool,
}

/// How many claims became what.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
pub struct ClaimCounts {
    /// Claims that the former reading had nothing of.
    pub added: usize,
    /// Claims of which the new reading has nothing.
    pub removed: usize,
    /// Claims of which something is said differently.
    pub changed: usize,
    /// Claims that are the same.
    pub same: usize,
}

/// A report whose reading changed, and its claims by id.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Changed {
    /// Id of the report.
    pub id: String,
    /// What it came under.
    pub label: String,
    /// Claims that are new.
    pub added: Vec<String>,
    /// Claims that are gone.
    pub removed: Vec<String>,
    /// Claims that changed: the former id and the new one, which may be the same.
    pub changed: Vec<(String, String)>,
    #[serde(skip)]
    same: usize,
}

/// A decision whose claim no reading has any more.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Unresolved {
    /// Index of the decision's entry.
    pub entry: u64,
    /// Id of the claim that it names.
    pub claim: String,
    /// Id of the report.
    pub report: String,
    /// Whether it lost its claim just now.
    pub new: bool,
}

/// What became of the reports.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Reread {
    /// Reports that were read.
    pub read: usize,
    /// Reports of the same reading as before: nothing is written of them.
    pub same: usize,
    /// Reports whose reading changed.
    pub changed: Vec<Changed>,
    /// Claims of all that were read.
    pub claims: ClaimCounts,
    /// Decisions that stand for another claim now, which theirs has become.
    pub followed: usize,
    /// Decisions that stand for none.
    pub unresolved: Vec<Unresolved>,
    /// Nothing was written.
    pub dry_run: bool,
}

/// Reads stored reports again. `progress` is told how many of how many are done.
///
/// # Errors
/// The store fails. What was written before that stays, and the next run goes on from there.
pub fn reread(
    store: &Store,
    data: &Data,
    env: &Env,
    wanted: Wanted,
    progress: &mut dyn FnMut(usize, usize),
) -> Result<Reread> {
    let facts = Facts::load(store, wanted.until.or(Some(Moment::from_seconds(END))))?;
    let since = |r: &FiledReport| wanted.since.is_none_or(|t| t.seconds() <= r.received.seconds());
    let named = |id: &String| wanted.only.as_ref().is_none_or(|only| only.contains(id));
    let chosen: Vec<_> = facts.reports.iter().filter(|(id, r)| named(id) && since(r)).collect();
    let mut out = Reread { dry_run: wanted.dry_run, ..Reread::default() };
    let (mut waiting, mut fresh) = (Vec::new(), BTreeMap::new());
    for (done, (id, report)) in chosen.iter().enumerate() {
        progress(done, chosen.len());
        let record = read(id, report, data)?;
        out.read += 1;
        if is_same(report, &record) {
            out.same += 1;
            out.claims.same += record.reading.claims.len();
            continue;
        }
        out.take(change(id, report, &record.reading.claims));
        if facts.standing().any(|a| a.record.anchors().iter().any(|a| a.report == **id)) {
            fresh.insert(id.as_str(), record.reading.claims.clone());
        }
        if !wanted.dry_run {
            waiting.push(newer(store, env, report, record)?);
        }
        if waiting.len() >= GROUP {
            store.append(std::mem::take(&mut waiting))?;
        }
    }
    progress(chosen.len(), chosen.len());
    store_rest(store, data, waiting, &out)?;
    out.decisions(&facts, &fresh);
    Ok(out)
}

/// Writes what waits, and derives anew where a reading changed.
fn store_rest(store: &Store, data: &Data, waiting: Vec<NewEntry>, out: &Reread) -> Result<()> {
    if out.dry_run || out.changed.is_empty() {
        return Ok(());
    }
    store.append(waiting)?;
    // A store without an agreement keeps reports; what is derived waits for one.
    match derive::rebuild(store, data) {
        Ok(_) | Err(Error::Usage(_)) => Ok(()),
        Err(error) => Err(error),
    }
}

/// A new reading of a report, in the form in which it comes back from an entry.
fn read(id: &str, report: &FiledReport, data: &Data) -> Result<ReadingRecord> {
    let record = &report.record;
    let known = report.reading.as_ref().map(|r| r.lang.clone()).filter(|lang| lang != "und");
    let whole = Report {
        id: id.to_owned(),
        text: record.text().to_owned(),
        lang: record.lang.clone().or(known),
        published: record.published.clone(),
        source: Some(record.source.clone()),
        url: record.url.clone(),
    };
    let (reading, marks) = hudna_read::read(&whole, &data.pack);
    let made = ReadingRecord { report: id.to_owned(), reading, marks };
    let text = serde_json::to_string(&made).and_then(|text| serde_json::from_str(&text));
    text.map_err(|e| Error::Usage(format!("the reading of {id} has no JSON form: {e}")))
}

/// Whether a reading says what the newest one says; which data and model made it does not count.
fn is_same(report: &FiledReport, new: &ReadingRecord) -> bool {
    report.reading.as_ref().is_some_and(|old| {
        (&old.lang, &old.claims, &old.notes)
            == (&new.reading.lang, &new.reading.claims, &new.reading.notes)
            && report.marks == new.marks
    })
}

/// The next version of the reading's object in the ledger. It counts from the receipt of its
/// report, as every reading does.
fn newer(
    store: &Store,
    env: &Env,
    report: &FiledReport,
    record: ReadingRecord,
) -> Result<NewEntry> {
    let former = report.read.map(|index| store.object_of(index)).transpose()?;
    let new = entry(env, BY, Record::Reading(Box::new(record)), report.received, None);
    Ok(NewEntry { object: former.unwrap_or_else(|| new.object.clone()), ..new })
}

/// What became of a report's claims: the same id first, then what a claim has become.
fn change(id: &str, report: &FiledReport, new: &[Claim]) -> Changed {
    let old = report.reading.as_ref().map_or(&[][..], |r| &r.claims);
    let (id, label) = (id.to_owned(), report.record.label.clone());
    let (added, removed, changed) = Default::default();
    let mut out = Changed { id, label, added, removed, changed, same: 0 };
    let mut left: Vec<&Claim> = new.iter().collect();
    let mut without = Vec::new();
    for claim in old {
        match left.iter().position(|c| c.id == claim.id) {
            Some(at) => out.pair(claim, left.remove(at)),
            None => without.push(claim),
        }
    }
    for claim in without {
        let become_ = claim.followed(left.iter().copied()).map(|c| c.id.clone());
        match become_.and_then(|id| left.iter().position(|c| c.id == id)) {
            Some(at) => out.pair(claim, left.remove(at)),
            None => out.removed.push(claim.id.clone()),
        }
    }
    out.added = left.into_iter().map(|c| c.id.clone()).collect();
    out
}

impl Changed {
    fn pair(&mut self, old: &Claim, new: &Claim) {
        match old == new {
            true => self.same += 1,
            false => self.changed.push((old.id.clone(), new.id.clone())),
        }
    }
}

impl Reread {
    fn take(&mut self, report: Changed) {
        self.claims.added += report.added.len();
        self.claims.removed += report.removed.len();
        self.claims.changed += report.changed.len();
        self.claims.same += report.same;
        self.changed.push(report);
    }

    /// Decisions that lost their claim just now.
    pub fn lost(&self) -> usize {
        self.unresolved.iter().filter(|u| u.new).count()
    }

    /// What people decided follows its claims into the new readings, or is told to have lost them.
    fn decisions(&mut self, facts: &Facts, fresh: &BTreeMap<&str, Vec<Claim>>) {
        for act in facts.standing() {
            for anchor in act.record.anchors() {
                if facts.reports.contains_key(&anchor.report) {
                    let new = fresh.get(anchor.report.as_str()).map(Vec::as_slice);
                    self.decision(act.entry, anchor, facts, new);
                }
            }
        }
    }

    fn decision(&mut self, entry: u64, anchor: Anchor, facts: &Facts, new: Option<&[Claim]>) {
        let before = facts.stands_for(&anchor);
        let named = facts.named(&anchor);
        // What a person added stays, whether the new reading has found it or not.
        let added = facts.becomes.contains_key(&(anchor.report.clone(), anchor.claim.clone()));
        let now = match new {
            Some(claims) if !added => among(&anchor.claim, named, claims).map(|c| c.id.clone()),
            _ => before.clone(),
        };
        match now {
            Some(claim) => self.followed += usize::from(before.as_ref() != Some(&claim)),
            None => {
                let (claim, report) = (anchor.claim, anchor.report);
                self.unresolved.push(Unresolved { entry, claim, report, new: before.is_some() });
            }
        }
    }
}
