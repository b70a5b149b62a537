//! What the entries say, taken together: the input of everything derived.

use std::collections::{BTreeMap, BTreeSet};

use hudna_model::{
    Agreement, Bilingual, Claim, CopyMarks, CountDay, FiledClaim, Moment, NoteKind, Reading,
    ReportSummary, Source, StoryInfo,
};

use crate::error::{Error, Result};
use crate::record::{CountsRecord, DecisionRecord, Record, ReportRecord, StoryRecord};
use crate::store::Store;

/// Seconds of a day.
const DAY: i64 = 86_400;

/// A report with its newest reading.
#[derive(Debug, Clone)]
pub struct FiledReport {
    /// As received.
    pub record: ReportRecord,
    /// When it was received.
    pub received: Moment,
    /// Index of its entry.
    pub entry: u64,
    /// Newest reading.
    pub reading: Option<Reading>,
    /// Index of that reading's entry.
    pub read: Option<u64>,
    /// Its copy marks.
    pub marks: CopyMarks,
}

/// Counts in force.
#[derive(Debug, Clone)]
pub struct FiledCounts {
    /// As received.
    pub record: CountsRecord,
    /// Index of its entry.
    pub entry: u64,
    /// Rows that count as received by `as_of`, with their line in the file.
    pub days: Vec<(CountDay, usize)>,
}

/// A decision in force.
#[derive(Debug, Clone)]
pub struct FiledDecision {
    /// What was decided.
    pub record: DecisionRecord,
    /// By whom.
    pub by: String,
    /// When.
    pub received: Moment,
    /// Index of its entry.
    pub entry: u64,
    /// The claim that it names, as the reading had it that was decided upon.
    pub named: Option<Claim>,
    /// Id of the claim of the newest reading that it stands for; none when that reading has none.
    pub claim: Option<String>,
}

impl FiledDecision {
    /// The claim of another reading of the report that the decision stands for: the one that it
    /// names, else the one that this has become.
    pub fn among(&self, claims: &[Claim]) -> Option<String> {
        let same = claims.iter().find(|c| c.id == self.record.claim);
        let found = same.or_else(|| self.named.as_ref()?.followed(claims));
        found.map(|c| c.id.clone())
    }
}

/// Claims of readings that a newer one has replaced, by report and id.
type Former = BTreeMap<(String, String), Claim>;

/// Everything known at `as_of`.
#[derive(Debug, Clone)]
pub struct Facts {
    /// What was received by then counts.
    pub as_of: Moment,
    /// Number of entries in the ledger.
    pub size: u64,
    /// The story, if one was set up.
    pub story: Option<StoryRecord>,
    /// Agreements by id, newest version.
    pub agreements: BTreeMap<String, Agreement>,
    /// Sources by id, newest version.
    pub sources: BTreeMap<String, Source>,
    /// Reports by id.
    pub reports: BTreeMap<String, FiledReport>,
    /// Counts, newest file.
    pub counts: Option<FiledCounts>,
    /// Decisions in the order of entry.
    pub decisions: Vec<FiledDecision>,
}

impl Facts {
    /// Reads all entries; `as_of` none means the story's own time, else the last receipt.
    ///
    /// # Errors
    /// The store fails, or holds nothing.
    pub fn load(store: &Store, as_of: Option<Moment>) -> Result<Facts> {
        Facts::of_first(store, u64::MAX, as_of)
    }

    /// The same of the first `size` entries alone: what was known when there were no more.
    ///
    /// # Errors
    /// As [`Facts::load`].
    pub fn of_first(store: &Store, size: u64, as_of: Option<Moment>) -> Result<Facts> {
        let mut all = Vec::new();
        store.each_payload(|index, payload| {
            if index < size {
                all.push((index, payload));
            }
        })?;
        let size = all.len() as u64;
        let story = all.iter().rev().find_map(|(_, p)| match &p.record {
            Record::Story(story) => Some(story.clone()),
            _ => None,
        });
        let last = all.iter().map(|(_, p)| p.received).max();
        let as_of = as_of.or(story.as_ref().map(|s| s.as_of)).or(last);
        let as_of = as_of.ok_or_else(|| {
            Error::Usage(
                "the store is empty; put reports in with `hudna follow` or `hudna ingest`".into(),
            )
        })?;
        let mut facts = Facts {
            as_of,
            size,
            story,
            agreements: BTreeMap::new(),
            sources: BTreeMap::new(),
            reports: BTreeMap::new(),
            counts: None,
            decisions: Vec::new(),
        };
        let mut former = Former::new();
        for (index, payload) in all {
            facts.take(index, payload, &mut former)?;
        }
        facts.settle(&former);
        Ok(facts)
    }

    /// Set-up entries always count; reports, readings and decisions when received by `as_of`.
    fn take(
        &mut self,
        entry: u64,
        payload: crate::record::Payload,
        former: &mut Former,
    ) -> Result<()> {
        let (received, by) = (payload.received, payload.by);
        // The instant alone decides, not the offset in which it was told.
        let seen = received.seconds() <= self.as_of.seconds();
        match payload.record {
            Record::Story(_) | Record::Generated(_) => {}
            Record::Agreement(a) => {
                drop(self.agreements.insert(a.agreement.id.clone(), a.agreement))
            }
            Record::Source(s) => drop(self.sources.insert(s.source.id.clone(), s.source)),
            Record::Report(record) if seen => {
                let (id, marks) = (record.id.clone(), CopyMarks::default());
                let (reading, read) = (None, None);
                let filed = FiledReport { record, received, entry, reading, read, marks };
                self.reports.insert(id, filed);
            }
            Record::Reading(r) => {
                if let Some(report) = self.reports.get_mut(&r.report) {
                    let old = report.reading.replace(r.reading).into_iter();
                    let key = |c: Claim| ((r.report.clone(), c.id.clone()), c);
                    former.extend(old.flat_map(|reading| reading.claims).map(key));
                    (report.marks, report.read) = (r.marks, Some(entry));
                }
            }
            Record::Counts(record) => self.counts = Some(self.counts(record, entry)?),
            Record::Decision(record) if seen => {
                let (named, claim) = (None, None);
                self.decisions.push(FiledDecision { record, by, received, entry, named, claim });
            }
            Record::Report(_) | Record::Decision(_) => {}
        }
        Ok(())
    }

    /// Finds the claims that decisions stand for in the newest readings.
    fn settle(&mut self, former: &Former) {
        for decision in &mut self.decisions {
            let DecisionRecord { report, claim, .. } = &decision.record;
            let reading = self.reports.get(report).and_then(|r| r.reading.as_ref());
            let claims = reading.map_or(&[][..], |r| &r.claims);
            let now = claims.iter().find(|c| c.id == *claim);
            let named = now.or_else(|| former.get(&(report.clone(), claim.clone())));
            decision.named = named.cloned();
            decision.claim = decision.among(claims);
        }
    }

    /// Decisions on claims that the newest reading of their report does not have, and nothing
    /// like them.
    pub fn unresolved(&self) -> impl Iterator<Item = &FiledDecision> {
        let known = |d: &&FiledDecision| self.reports.contains_key(&d.record.report);
        self.decisions.iter().filter(|d| d.claim.is_none()).filter(known)
    }

    fn counts(&self, record: CountsRecord, entry: u64) -> Result<FiledCounts> {
        let parsed = crate::ingest::counts::parse(&record.raw);
        let (days, faults) = parsed;
        if let Some(fault) = faults.first() {
            return Err(Error::Damaged { what: format!("counts of entry {entry}: {fault}") });
        }
        let after = record.received_after_days.clamp(0, crate::story::MAX_DELAY);
        let known = |day: &CountDay| {
            day.date
                .parse::<jiff::civil::Date>()
                .is_ok_and(|d| self.as_of.midnight_of(d).plus_seconds(after * DAY) <= self.as_of)
        };
        let days = days.into_iter().filter(|(day, _)| known(day)).collect();
        Ok(FiledCounts { record, entry, days })
    }

    /// Ids of claims of the newest readings that a person confirmed.
    pub fn confirmed(&self) -> BTreeSet<&str> {
        let confirms = self.decisions.iter().filter(|d| d.record.decision == "confirm");
        confirms.filter_map(|d| d.claim.as_deref()).collect()
    }

    /// All claims with where they came from, by id.
    pub fn claims(&self) -> BTreeMap<String, FiledClaim> {
        let confirmed = self.confirmed();
        let mut out = BTreeMap::new();
        for (id, report) in &self.reports {
            for claim in report.reading.iter().flat_map(|r| &r.claims) {
                let filed = FiledClaim {
                    report: id.clone(),
                    source: report.record.source.clone(),
                    published: report.record.published.clone(),
                    received: report.received,
                    reviewed: confirmed.contains(claim.id.as_str()),
                    claim: claim.clone(),
                };
                out.insert(claim.id.clone(), filed);
            }
        }
        out
    }

    /// Copy marks by report.
    pub fn marks(&self) -> BTreeMap<String, CopyMarks> {
        self.reports.iter().map(|(id, r)| (id.clone(), r.marks.clone())).collect()
    }

    /// The story as outputs show it.
    pub fn story_info(&self) -> Option<StoryInfo> {
        let story = self.story.as_ref()?;
        let (id, name) = (story.id.clone(), story.name.clone());
        Some(StoryInfo { id, name, notice: story.notice.clone() })
    }

    /// Reports as lists show them.
    pub fn summaries(&self) -> BTreeMap<String, ReportSummary> {
        self.reports.iter().map(|(id, r)| (id.clone(), summary(id, r))).collect()
    }

    /// Where the counts come from.
    pub fn counts_source(&self) -> Option<Bilingual> {
        self.counts.as_ref().map(|c| c.record.source.clone())
    }
}

fn summary(id: &str, report: &FiledReport) -> ReportSummary {
    let reading = report.reading.as_ref();
    let harm = |r: &Reading| r.notes.iter().filter(|n| n.kind == NoteKind::UnreadHarm).count();
    ReportSummary {
        id: id.to_owned(),
        label: report.record.label.clone(),
        source: report.record.source.clone(),
        published: report.record.published.clone(),
        received: report.received,
        sha256: report.record.sha256.clone(),
        entry: report.entry,
        lang: reading.map_or_else(String::new, |r| r.lang.clone()),
        claims: reading.map_or(0, |r| r.claims.len()),
        unread_harm: reading.map_or(0, harm),
    }
}
