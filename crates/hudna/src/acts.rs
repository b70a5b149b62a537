//! What people entered: what holds of it, and what was undone.

use std::collections::BTreeMap;

use hudna_model::{
    CaseEntry, CaseStep, Decisions, IncidentDecision, Moment, PairDecision, Plea, PromiseChange,
    PromiseDecision, Source,
};
use serde::Serialize;

use crate::facts::Facts;
use crate::record::{Anchor, CaseRecord, GradeRecord, Record};

/// Something that a person entered.
#[derive(Debug, Clone)]
pub struct Act {
    /// Index of its entry.
    pub entry: u64,
    /// By whom.
    pub by: String,
    /// When.
    pub received: Moment,
    /// What.
    pub record: Record,
    /// Index of the first entry of the act that it belongs to, where it is not the first itself.
    pub with: Option<u64>,
    /// Index of the entry that undid it.
    pub undone: Option<u64>,
}

impl Act {
    /// Index of the first entry of what was entered at once.
    pub fn first(&self) -> u64 {
        self.with.unwrap_or(self.entry)
    }
}

/// Marks what was undone. An undoing may be undone itself; then the first entry holds again.
pub(crate) fn undo(acts: &mut [Act]) {
    let at: BTreeMap<u64, usize> = acts.iter().enumerate().map(|(n, a)| (a.entry, n)).collect();
    for n in (0..acts.len()).rev() {
        let Record::Undo(undo) = &acts[n].record else { continue };
        if acts[n].undone.is_some() {
            continue;
        }
        let by = acts[n].entry;
        let known = undo.entries().filter_map(|entry| at.get(&entry).copied());
        for target in known.filter(|t| *t < n).collect::<Vec<_>>() {
            acts[target].undone = Some(by);
        }
    }
}

/// A grade, and since when it held.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct GradeHeld {
    /// Reliability, `A` to `F`.
    pub grade: char,
    /// Credibility of what it tells, 1 to 6, where that was graded.
    pub credibility: Option<u8>,
    /// Since when.
    pub since: Moment,
    /// Who set it.
    pub by: String,
    /// Why; none where the source was set up with it.
    pub why: Option<String>,
    /// Index of the entry.
    pub entry: u64,
}

impl GradeHeld {
    /// The grade with which a source was set up.
    pub(crate) fn set_up(source: &Source, since: Moment, by: String, entry: u64) -> Self {
        GradeHeld { grade: source.grade, credibility: None, since, by, why: None, entry }
    }

    fn of(act: &Act, record: &GradeRecord) -> Self {
        GradeHeld {
            grade: record.grade,
            credibility: record.credibility,
            since: act.received,
            by: act.by.clone(),
            why: Some(record.why.clone()),
            entry: act.entry,
        }
    }
}

impl Facts {
    /// Whether an act is a step of a case that was taken out of the record: that there was one is
    /// shown, and no more. The step that took it out is not meant.
    pub fn is_expunged(&self, act: &Act) -> bool {
        let Record::Case(of) = &act.record else { return false };
        let out = |a: &Act| match &a.record {
            Record::Case(c) => c.case == of.case && c.step == CaseStep::Expunged,
            _ => false,
        };
        of.step != CaseStep::Expunged && self.standing().any(out)
    }

    /// What people entered and nobody undid, in the order of entry.
    pub fn standing(&self) -> impl Iterator<Item = &Act> {
        self.acts.iter().filter(|a| a.undone.is_none())
    }

    /// Indexes of all entries of the act that an entry belongs to which still hold, itself among
    /// them; an undoing takes them back together.
    pub fn together(&self, entry: u64) -> Vec<u64> {
        let Some(act) = self.acts.iter().find(|a| a.entry == entry) else { return Vec::new() };
        let first = act.first();
        self.standing().filter(|a| a.first() == first).map(|a| a.entry).collect()
    }

    /// What people decided, as judging takes it: by the claims of the newest readings. What names a
    /// claim that no reading has any more is left out; [`Facts::adrift`] has it.
    pub fn decided(&self) -> Decisions {
        let mut out = Decisions::default();
        for act in self.standing() {
            let (by, at, entry) = (act.by.clone(), act.received, act.entry);
            match &act.record {
                Record::Pair(p) => {
                    if let (Some(a), Some(b)) = (self.stands_for(&p.a), self.stands_for(&p.b)) {
                        let relation = p.relation;
                        out.pairs.push(PairDecision { a, b, relation, by, at, entry });
                    }
                }
                Record::Finding(f) => {
                    if let Some(claim) = self.stands_for(&f.of) {
                        let (found, why) = (f.found, f.why.clone());
                        out.incidents.push(IncidentDecision { claim, found, why, by, at, entry });
                    }
                }
                Record::Plea(p) => {
                    if let Some(claim) = self.stands_for(&p.of) {
                        let (exception, by) = (p.exception.clone(), p.party.clone());
                        let (shown, failed) = (p.shown.clone(), p.failed.clone());
                        out.pleas.push(Plea { claim, exception, by, shown, failed, at, entry });
                    }
                }
                Record::Promise(p) => {
                    if let Some(claim) = self.stands_for(&p.of) {
                        let (change, why) = (self.change_now(&p.change), p.why.clone());
                        out.promises.push(PromiseDecision { claim, change, why, by, at, entry });
                    }
                }
                _ => {}
            }
        }
        out
    }

    /// Evidence follows its claims, too.
    fn change_now(&self, change: &PromiseChange) -> PromiseChange {
        let PromiseChange::Done { partly, evidence, on } = change else { return change.clone() };
        let evidence = evidence.iter().filter_map(|id| self.claim_now(id)).collect();
        PromiseChange::Done { partly: *partly, evidence, on: on.clone() }
    }

    /// What holds and names a claim of a known report that its newest reading does not have, nor
    /// anything like it: entry and anchor.
    pub fn adrift(&self) -> Vec<(u64, Anchor)> {
        let lost =
            |a: &Anchor| self.reports.contains_key(&a.report) && self.stands_for(a).is_none();
        let all = self
            .standing()
            .flat_map(|act| act.record.anchors().into_iter().map(|anchor| (act.entry, anchor)));
        all.filter(|(_, anchor)| lost(anchor)).collect()
    }

    /// Steps of cases by the case's id, in the order of entry.
    pub fn case_steps(&self) -> BTreeMap<String, Vec<CaseEntry>> {
        let mut out: BTreeMap<String, Vec<CaseEntry>> = BTreeMap::new();
        for act in self.standing() {
            let Record::Case(CaseRecord { case, step, why }) = &act.record else { continue };
            let (entry, at, by, note) = (act.entry, act.received, act.by.clone(), why.clone());
            let step = self.step_now(step);
            out.entry(case.clone()).or_default().push(CaseEntry { entry, at, by, note, step });
        }
        out
    }

    /// A case stays on its incident when the report is read anew.
    fn step_now(&self, step: &CaseStep) -> CaseStep {
        let CaseStep::Opened { claim, report } = step else { return step.clone() };
        let anchor = Anchor { claim: claim.clone(), report: report.clone() };
        let claim = self.stands_for(&anchor).unwrap_or_else(|| claim.clone());
        CaseStep::Opened { claim, report: report.clone() }
    }

    /// Which grades a source had, and since when; the one in force last.
    pub fn grades(&self, source: &str) -> Vec<GradeHeld> {
        let mut held: Vec<GradeHeld> = self.graded.get(source).cloned().unwrap_or_default();
        held.dedup_by_key(|g| g.grade);
        let mut given: Vec<GradeHeld> = self
            .standing()
            .filter_map(|act| match &act.record {
                Record::Grade(g) if g.source == source => Some(GradeHeld::of(act, g)),
                _ => None,
            })
            .collect();
        given.sort_by_key(|g| (g.since, g.entry));
        held.extend(given);
        held
    }

    /// Puts the grades in force on the sources.
    pub(crate) fn grade(&mut self) {
        let ids: Vec<String> = self.sources.keys().cloned().collect();
        for id in ids {
            let grade = self.grades(&id).last().map(|g| g.grade);
            if let (Some(grade), Some(source)) = (grade, self.sources.get_mut(&id)) {
                source.grade = grade;
            }
        }
    }
}
