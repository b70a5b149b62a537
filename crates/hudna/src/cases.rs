//! Cases: opened on an incident, taken on step by step, each step an entry.

use std::collections::{BTreeMap, BTreeSet};

use hudna_judge::CaseLaw;
pub use hudna_judge::step_times;
use hudna_model::digest::short_id;
use hudna_model::{
    Agreement, Case, CaseEntry, CaseRules, CaseStep, Incident, Moment, Role, Situation, Stage,
};

use crate::decide::{Desk, Entered};
use crate::error::{Error, Result, Told};
use crate::facts::Facts;
use crate::record::{CaseRecord, Record};

/// What procedures call the steps of a case.
const STEPS: [(Stage, &str); 7] = [
    (Stage::Notified, "notified"),
    (Stage::Replied, "party_reply"),
    (Stage::Tasked, "tasked"),
    (Stage::Reported, "field_report"),
    (Stage::Drafted, "draft"),
    (Stage::Committee, "technical_committee"),
    (Stage::Board, "board"),
];

/// What an agreement's procedure says of cases: co-chairs, clocks and steps where it tells them, else
/// the guarantors, the defaults of `judge`'s rules, and every step.
pub fn rules(agreement: &Agreement) -> CaseRules {
    let mut rules = hudna_judge::default_rules();
    let Some(procedure) = &agreement.procedure else {
        let guarantors = agreement.parties.iter().filter(|p| p.role == Role::Guarantor);
        rules.keys = guarantors.map(|p| p.party.clone()).collect();
        return rules;
    };
    let step = |id: &str| procedure.steps.iter().find(|step| step.id == id);
    let hours = |id: &str, usual: u32| step(id).and_then(|step| step.hours).unwrap_or(usual);
    rules.reply_hours = hours("party_reply", rules.reply_hours);
    rules.report_hours = hours("field_report", rules.report_hours);
    rules.answer_hours = hours("acceptance", rules.answer_hours);
    rules.keys.clone_from(&procedure.co_chairs);
    if !procedure.steps.is_empty() {
        let unknown = STEPS.iter().filter(|(_, id)| step(id).is_none());
        rules.optional = unknown.map(|(stage, _)| *stage).collect();
    }
    rules
}

/// All cases as they stand, the last opened first.
pub fn cases(facts: &Facts, incidents: &[Incident], agreement: &Agreement) -> Vec<Case> {
    let rules = rules(agreement);
    let steps = facts.case_steps();
    let of = incidents_of(steps.values().filter_map(|s| opened_on(s)).collect(), incidents);
    let mut all: Vec<Case> = steps
        .iter()
        .map(|(id, steps)| {
            let mut case = hudna_judge::case(id, steps, &rules, facts.as_of);
            let incident = opened_on(&case.steps).and_then(|claim| of.get(claim));
            case.incident = incident.map(|id| (*id).to_owned());
            case
        })
        .collect();
    let opened = |c: &Case| c.steps.first().map(|s| (s.at, s.entry));
    all.sort_by(|a, b| opened(b).cmp(&opened(a)).then_with(|| a.id.cmp(&b.id)));
    all
}

/// The claim on whose incident a case was opened.
fn opened_on(steps: &[CaseEntry]) -> Option<&str> {
    let CaseStep::Opened { claim, .. } = &steps.first()?.step else { return None };
    Some(claim)
}

/// The incident of each of these claims, in one walk: there may be very many incidents.
fn incidents_of<'i>(
    claims: BTreeSet<&str>,
    incidents: &'i [Incident],
) -> BTreeMap<&'i str, &'i str> {
    let mut out = BTreeMap::new();
    for incident in incidents.iter().filter(|_| !claims.is_empty()) {
        let told = incident.claims.iter().chain(&incident.denials);
        for claim in told.filter(|c| claims.contains(c.as_str())) {
            out.entry(claim.as_str()).or_insert(incident.id.as_str());
        }
    }
    out
}

/// Whether this step may be the next one of the case, by whom and when.
///
/// # Errors
/// Which step is missing, or what else is in the way.
pub fn admits(s: &Situation, case: &Case, step: &CaseStep, by: &str, at: Moment) -> Result<()> {
    let rules = rules(&s.agreement);
    let law = CaseLaw { rules: &rules, parties: &s.parties };
    hudna_judge::admits(case, step, by, at, &law)
        .map_err(|not_yet| Told::refused(not_yet.why, not_yet.right))
}

impl Desk<'_> {
    /// Opens a case on an incident.
    ///
    /// # Errors
    /// Nothing has the id, or a case is open on it.
    pub fn open_case(&self, id: &str) -> Result<Entered> {
        let (of, incident) = self.incident_claim(id)?;
        let open = |c: &&hudna_model::Case| {
            c.stage != Stage::Expunged && c.incident.as_ref() == Some(&incident.id)
        };
        if let Some(case) = self.situation.cases.iter().find(open) {
            return Err(Told::error("told-case-open", &[("case", &case.id), ("incident", id)]));
        }
        let chance = self.env.random::<16>();
        let case = short_id("CASE", [of.claim.as_bytes(), &chance]);
        let step = CaseStep::Opened { claim: of.claim, report: of.report };
        let record = CaseRecord { case: case.clone(), step, why: self.who.why.clone() };
        self.enter(Record::Case(record), &case, None)
    }

    /// Takes a case one step on.
    ///
    /// # Errors
    /// Nothing has the id, no party has a named id, or the step may not come now.
    pub fn step(&self, id: &str, step: CaseStep) -> Result<Entered> {
        let case = self
            .situation
            .cases
            .iter()
            .find(|c| c.id == id)
            .ok_or_else(|| Error::Unknown { id: id.to_owned(), remedy: "unknown-case" })?;
        named(&step).into_iter().try_for_each(|party| self.party(party))?;
        admits(&self.situation, case, &step, &self.who.by, self.at)?;
        if let CaseStep::Reported { report: Some(report) } = &step
            && !self.situation.reports.contains_key(report)
        {
            let remedy = "unknown-field-report";
            return Err(Error::Unknown { id: report.clone(), remedy });
        }
        let object = self.store.object_of(case.steps[0].entry)?;
        let record = CaseRecord { case: id.to_owned(), step, why: self.who.why.clone() };
        self.enter(Record::Case(record), id, Some(object))
    }

    /// Whether the register has the party.
    pub(crate) fn party(&self, id: &str) -> Result<()> {
        if self.situation.parties.contains_key(id) {
            return Ok(());
        }
        let remedy = "unknown-party";
        Err(Error::Unknown { id: id.to_owned(), remedy })
    }

    /// What the procedure says.
    pub fn rules(&self) -> CaseRules {
        rules(&self.situation.agreement)
    }
}

/// The parties that a step names.
pub(crate) fn named(step: &CaseStep) -> Vec<&str> {
    match step {
        CaseStep::Notified { party, .. }
        | CaseStep::Replied { party, .. }
        | CaseStep::Answered { party, .. } => vec![party],
        CaseStep::Found { against, .. } => against.iter().map(String::as_str).collect(),
        _ => Vec::new(),
    }
}
