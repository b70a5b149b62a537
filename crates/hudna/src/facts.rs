//! What the entries say, taken together: the input of everything derived.

use std::collections::{BTreeMap, BTreeSet};

use hudna_model::{
    Agreement, Claim, CopyMarks, FiledClaim, Moment, Reading, ReportSummary, Source, StoryInfo,
};

use crate::acts::{Act, GradeHeld};
use crate::added::{AddedRecord, FiledAddition};
use crate::counts::FiledCounts;
use crate::error::{Error, Result};
use crate::people::Roster;
use crate::record::{
    Anchor, DecisionRecord, Payload, PersonRecord, Record, ReportRecord, StoryRecord,
};
use crate::rights::Mode;
use crate::store::Store;

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
    /// Claims that people added and the newest reading has not found.
    pub added: Vec<Claim>,
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
        among(&self.record.claim, self.named.as_ref(), claims).map(|c| c.id.clone())
    }
}

/// Claims of readings that a newer one has replaced, by report and id.
type Former = BTreeMap<(String, String), Claim>;

/// The claim that an anchor stands for among those of another reading of its report: the one that
/// it names, else the one that this has become.
pub(crate) fn among<'c>(
    anchor: &str,
    named: Option<&Claim>,
    claims: &'c [Claim],
) -> Option<&'c Claim> {
    let same = claims.iter().find(|c| c.id == anchor);
    same.or_else(|| named?.followed(claims))
}

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
    /// Counts by series, the newest file of each.
    pub counts: Vec<FiledCounts>,
    /// Decisions on claims that hold, in the order of entry.
    pub decisions: Vec<FiledDecision>,
    /// Everything that people entered, in the order of entry, what was undone too.
    pub acts: Vec<Act>,
    /// Claims that people added, in the order of entry.
    pub additions: Vec<FiledAddition>,
    /// How many entries of people count only from later on and are not among these.
    pub later: usize,
    /// People with their roles, and the mode, as they are whatever the time.
    pub roster: Roster,
    /// Grades of sources by id as they were set up, in the order of entry.
    pub(crate) graded: BTreeMap<String, Vec<GradeHeld>>,
    former: Former,
    /// What claims that people added stand for now, by report and id; nothing once undone.
    pub(crate) becomes: BTreeMap<(String, String), Option<String>>,
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
        Facts::of_entries(entries(store, size)?, as_of)
    }

    /// The same of entries that were read already.
    ///
    /// # Errors
    /// There are none, or counts among them cannot be read.
    pub(crate) fn of_entries(all: Vec<(u64, Payload)>, as_of: Option<Moment>) -> Result<Facts> {
        let size = all.len() as u64;
        let story = all.iter().rev().find_map(|(_, p)| match &p.record {
            Record::Story(story) => Some(story.clone()),
            _ => None,
        });
        let as_of = as_of.or(story.as_ref().map(|s| s.as_of)).or_else(|| last(&all));
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
            counts: Vec::new(),
            decisions: Vec::new(),
            acts: Vec::new(),
            additions: Vec::new(),
            later: 0,
            roster: Roster::default(),
            graded: BTreeMap::new(),
            former: Former::new(),
            becomes: BTreeMap::new(),
        };
        facts.counts = crate::counts::filed(&all, as_of)?;
        for (index, payload) in all {
            facts.take(index, payload);
        }
        facts.settle();
        Ok(facts)
    }

    /// Set-up entries always count; reports, readings and decisions when received by `as_of`.
    fn take(&mut self, entry: u64, payload: Payload) {
        let (received, by, with) = (payload.received, payload.by, payload.with);
        // The instant alone decides, not the offset in which it was told.
        let seen = received.seconds() <= self.as_of.seconds();
        self.roster.take(entry, &payload.record);
        match payload.record {
            Record::Story(_) | Record::Generated(_) => {}
            Record::Agreement(record) => {
                let agreement = record.agreement;
                self.agreements.insert(agreement.id.clone(), agreement);
            }
            Record::Source(s) => {
                let held = GradeHeld::set_up(&s.source, received, by, entry);
                self.graded.entry(s.source.id.clone()).or_default().push(held);
                drop(self.sources.insert(s.source.id.clone(), s.source));
            }
            Record::Report(record) if seen => {
                let (id, marks) = (record.id.clone(), CopyMarks::default());
                let (reading, read, added) = (None, None, Vec::new());
                let filed = FiledReport { record, received, entry, reading, read, marks, added };
                self.reports.insert(id, filed);
            }
            Record::Reading(r) => {
                if let Some(report) = self.reports.get_mut(&r.report) {
                    let old = report.reading.replace(r.reading).into_iter();
                    let key = |c: Claim| ((r.report.clone(), c.id.clone()), c);
                    self.former.extend(old.flat_map(|reading| reading.claims).map(key));
                    (report.marks, report.read) = (r.marks, Some(entry));
                }
            }
            record if seen && record.is_act() => {
                if let Record::Added(added) = &record {
                    self.add(entry, &by, received, added);
                }
                self.acts.push(Act { entry, by, received, record, with, undone: None });
            }
            record if record.is_act() && !record.is_changed() => self.later += 1,
            _ => {}
        }
    }

    fn add(&mut self, entry: u64, by: &str, received: Moment, added: &AddedRecord) {
        let report = self.reports.get(&added.report);
        self.additions.push(FiledAddition::new(entry, by, received, added, report));
        let key = (added.report.clone(), added.claim.id.clone());
        self.former.insert(key, added.claim.clone());
    }

    /// Leaves out what was undone, and finds the claims that decisions stand for now.
    fn settle(&mut self) {
        crate::acts::undo(&mut self.acts);
        self.settle_additions();
        let decided = self.acts.iter().filter(|a| a.undone.is_none());
        let decided = decided.filter_map(|act| {
            let Record::Decision(record) = &act.record else { return None };
            let anchor = &act.record.anchors()[0];
            Some(FiledDecision {
                record: record.clone(),
                by: act.by.clone(),
                received: act.received,
                entry: act.entry,
                named: self.named(anchor).cloned(),
                claim: self.stands_for(anchor),
            })
        });
        self.decisions = decided.collect();
        self.grade();
    }

    /// The claim that an anchor names, as the reading had it in which it was named.
    pub(crate) fn named(&self, anchor: &Anchor) -> Option<&Claim> {
        let now = self.read(&anchor.report).iter().find(|c| c.id == anchor.claim);
        now.or_else(|| self.former.get(&(anchor.report.clone(), anchor.claim.clone())))
    }

    /// Id of the claim of the newest reading that an anchor stands for; none when it has none.
    pub fn stands_for(&self, anchor: &Anchor) -> Option<String> {
        let key = (anchor.report.clone(), anchor.claim.clone());
        if let Some(now) = self.becomes.get(&key) {
            return now.clone();
        }
        let now = among(&anchor.claim, self.named(anchor), self.read(&anchor.report));
        now.map(|c| c.id.clone())
    }

    /// Id of the claim that a claim of any reading has become; none when there is none.
    pub fn claim_now(&self, id: &str) -> Option<String> {
        let report = self.report_of(id)?;
        self.stands_for(&Anchor { claim: id.to_owned(), report })
    }

    /// Id of the report that a claim of any reading belongs to.
    pub fn report_of(&self, claim: &str) -> Option<String> {
        let has = |r: &FiledReport| r.claims().any(|c| c.id == claim);
        let now = self.reports.iter().find(|(_, r)| has(r)).map(|(id, _)| id.clone());
        let former = || self.former.keys().find(|(_, id)| id == claim).map(|(id, _)| id.clone());
        now.or_else(former)
    }

    fn read(&self, report: &str) -> &[Claim] {
        let reading = self.reports.get(report).and_then(|r| r.reading.as_ref());
        reading.map_or(&[], |r| &r.claims)
    }

    /// Decisions on claims that the newest reading of their report does not have, and nothing
    /// like them.
    pub fn unresolved(&self) -> impl Iterator<Item = &FiledDecision> {
        let known = |d: &&FiledDecision| self.reports.contains_key(&d.record.report);
        self.decisions.iter().filter(|d| d.claim.is_none()).filter(known)
    }

    /// Ids of claims of the newest readings that a person confirmed or corrected.
    pub fn confirmed(&self) -> BTreeSet<&str> {
        let rulings = self.rulings();
        let refused = |id: &str| rulings.get(id).is_some_and(|d| holds(d) == "refuse");
        let added = self.additions.iter().map(|a| a.claim.as_str());
        let all = rulings.keys().copied().chain(added);
        all.filter(|id| !refused(id)).collect()
    }

    /// Decisions on each claim of the newest readings, in the order of time, then of entry.
    fn rulings(&self) -> BTreeMap<&str, Vec<&FiledDecision>> {
        let mut out: BTreeMap<&str, Vec<&FiledDecision>> = BTreeMap::new();
        for decision in &self.decisions {
            if let Some(claim) = &decision.claim {
                out.entry(claim).or_default().push(decision);
            }
        }
        out.values_mut().for_each(|all| all.sort_by_key(|d| (d.received, d.entry)));
        out
    }

    /// All claims with where they came from, by id: corrected where a person corrected them, and
    /// without those that a person refused.
    pub fn claims(&self) -> BTreeMap<String, FiledClaim> {
        self.filed(false)
    }

    /// Claims that a person refused: the report does not say so.
    pub fn refused(&self) -> BTreeMap<String, FiledClaim> {
        self.filed(true)
    }

    fn filed(&self, refused: bool) -> BTreeMap<String, FiledClaim> {
        let (rulings, confirmed) = (self.rulings(), self.confirmed());
        let mut out = BTreeMap::new();
        for (id, report) in &self.reports {
            for claim in report.claims() {
                let ruled = rulings.get(claim.id.as_str()).map_or(&[][..], |d| d);
                if refused != (holds(ruled) == "refuse") {
                    continue;
                }
                let filed = FiledClaim {
                    report: id.clone(),
                    source: report.record.source.clone(),
                    published: report.record.published.clone(),
                    received: report.received,
                    reviewed: confirmed.contains(claim.id.as_str()),
                    claim: crate::correct::corrected(claim, ruled),
                };
                out.insert(claim.id.clone(), filed);
            }
        }
        out
    }

    /// People by id, as the newest entry of each has them.
    pub fn people(&self) -> &BTreeMap<String, PersonRecord> {
        &self.roster.people
    }

    /// The mode in force.
    pub fn mode(&self) -> Mode {
        self.roster.mode()
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
        self.reports.iter().map(|(id, r)| (id.clone(), r.summary(id))).collect()
    }
}

/// The first `size` entries of a store, in order.
///
/// # Errors
/// The store fails.
pub(crate) fn entries(store: &Store, size: u64) -> Result<Vec<(u64, Payload)>> {
    let mut all = Vec::new();
    store.each_payload(|index, payload| {
        if index < size {
            all.push((index, payload));
        }
    })?;
    Ok(all)
}

/// The last receipt of what is told, decided or set up. Who is let in tells nothing of how things
/// stand, unless there is nothing else.
fn last(all: &[(u64, Payload)]) -> Option<Moment> {
    let told = all.iter().filter(|(_, p)| !p.record.is_changed()).map(|(_, p)| p.received).max();
    told.or_else(|| all.iter().map(|(_, p)| p.received).max())
}

/// The decision that holds of those on one claim; nothing where there is none.
fn holds<'d>(ruled: &[&'d FiledDecision]) -> &'d str {
    ruled.last().map_or("", |d| &d.record.decision)
}
