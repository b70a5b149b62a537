//! What a case is: its steps, what they add up to, and how long they take.

use std::collections::BTreeMap;

use hudna_model::case::{CaseClock, CaseEntry, CaseFinding, CaseParty};
use hudna_model::{Case, CaseAction, CaseRules, CaseStep, Moment, Stage, StepTime};

use crate::rules;

/// Seconds of an hour.
pub(crate) const HOUR: i64 = 3600;

/// What holds where an agreement's procedure sets no clocks.
pub fn default_rules() -> CaseRules {
    CaseRules {
        reply_hours: rules::CASE_REPLY_HOURS,
        report_hours: rules::CASE_REPORT_HOURS,
        answer_hours: rules::CASE_ANSWER_HOURS,
        optional: Vec::new(),
        keys: Vec::new(),
    }
}

/// What the steps of a case add up to, in the order of entry. Steps after `as_of` are not seen.
///
/// Steps are not weighed again: what was once admitted stands, whatever the rules say now.
pub fn case(id: &str, steps: &[CaseEntry], rules: &CaseRules, as_of: Moment) -> Case {
    let mut case = Case {
        id: id.to_owned(),
        incident: None,
        stage: Stage::Opened,
        parties: Vec::new(),
        tasked: None,
        finding: None,
        former_findings: Vec::new(),
        actions: Vec::new(),
        published: None,
        reopened: 0,
        clocks: Vec::new(),
        steps: Vec::new(),
    };
    for entry in steps.iter().filter(|e| e.at <= as_of) {
        take(&mut case, entry);
        case.steps.push(entry.clone());
    }
    case.clocks = clocks(&case, rules, as_of);
    if case.stage == Stage::Expunged {
        hide(&mut case);
    }
    case
}

/// Of what was expunged, only that there were steps is shown.
fn hide(case: &mut Case) {
    (case.tasked, case.finding, case.published) = (None, None, None);
    case.parties.clear();
    case.former_findings.clear();
    case.actions.clear();
    for entry in case.steps.iter_mut().filter(|e| e.step != CaseStep::Expunged) {
        entry.note.clear();
    }
}

/// What a step changes.
fn take(case: &mut Case, entry: &CaseEntry) {
    let at = entry.at;
    match &entry.step {
        CaseStep::Opened { .. } => {}
        CaseStep::Notified { party, hours } => {
            let known = party_of(case, party);
            known.notified = Some(at);
            known.reply_due = Some(at.plus_seconds(i64::from(*hours) * HOUR));
            case.stage = case.stage.max(Stage::Notified);
        }
        CaseStep::Replied { party, reply } => {
            party_of(case, party).reply = Some(*reply);
            let open = case.parties.iter().any(|p| p.notified.is_some() && p.reply.is_none());
            let stage = if open { Stage::Notified } else { Stage::Replied };
            case.stage = case.stage.max(stage);
        }
        CaseStep::Tasked { who, hours } => {
            case.tasked = Some((who.clone(), at.plus_seconds(i64::from(*hours) * HOUR)));
            case.stage = Stage::Tasked;
        }
        CaseStep::Reported { .. } => case.stage = Stage::Reported,
        CaseStep::Drafted => case.stage = Stage::Drafted,
        CaseStep::Committee => case.stage = Stage::Committee,
        CaseStep::Board => case.stage = Stage::Board,
        CaseStep::Found { .. } => {
            case.finding = found(entry);
            case.stage = Stage::Found;
        }
        CaseStep::Expunged => case.stage = Stage::Expunged,
        CaseStep::Reopened => reopen(case),
        _ => take_behind(case, entry),
    }
}

fn take_behind(case: &mut Case, entry: &CaseEntry) {
    match &entry.step {
        CaseStep::Seconded { key } => {
            if let Some(finding) = &mut case.finding {
                finding.people.push(entry.by.clone());
                finding.keys.extend(key.clone());
            }
        }
        CaseStep::Dissented { key } => {
            if let Some(finding) = &mut case.finding {
                finding.dissent.push((key.clone(), entry.note.clone()));
            }
        }
        CaseStep::Answered { party, acceptance } => {
            party_of(case, party).acceptance = Some(*acceptance);
        }
        CaseStep::Action { who, what, amount, place, due } => case.actions.push(CaseAction {
            who: who.clone(),
            what: what.clone(),
            amount: amount.clone(),
            place: place.clone(),
            due: due.clone(),
            remedy: None,
        }),
        CaseStep::Remedied { action, remedy } => {
            if let Some(asked) = case.actions.get_mut(action.wrapping_sub(1)) {
                asked.remedy = Some(*remedy);
            }
        }
        CaseStep::Published { level } => case.published = Some(*level),
        _ => {}
    }
}

fn found(entry: &CaseEntry) -> Option<CaseFinding> {
    let CaseStep::Found { finding, against, facts, key } = &entry.step else { return None };
    Some(CaseFinding {
        finding: *finding,
        against: against.clone(),
        facts: facts.clone(),
        at: entry.at,
        people: vec![entry.by.clone()],
        keys: key.iter().cloned().collect(),
        dissent: Vec::new(),
    })
}

/// The finding goes to the former ones; replies stay, and the work goes on from there.
fn reopen(case: &mut Case) {
    case.former_findings.extend(case.finding.take());
    case.published = None;
    case.tasked = None;
    case.reopened += 1;
    case.parties.iter_mut().for_each(|p| p.acceptance = None);
    case.parties.retain(|p| p.notified.is_some());
    case.stage = Stage::Replied;
}

fn party_of<'c>(case: &'c mut Case, party: &str) -> &'c mut CaseParty {
    let at = case.parties.iter().position(|p| p.party == party);
    let at = at.unwrap_or_else(|| {
        let party = party.to_owned();
        let (notified, reply_due, reply, acceptance) = Default::default();
        case.parties.push(CaseParty { party, notified, reply_due, reply, acceptance });
        case.parties.len() - 1
    });
    &mut case.parties[at]
}

/// What is waited for, the first due first.
fn clocks(case: &Case, rules: &CaseRules, as_of: Moment) -> Vec<CaseClock> {
    let clock = |step: &str, who: &str, due: Moment| CaseClock {
        step: step.to_owned(),
        who: who.to_owned(),
        due,
        passed: due <= as_of,
    };
    let mut out = Vec::new();
    if case.stage < Stage::Tasked {
        let open = case.parties.iter().filter(|p| p.reply.is_none());
        let due = |p: &CaseParty| Some(clock("replied", &p.party, p.reply_due?));
        out.extend(open.filter_map(due));
    }
    if case.stage == Stage::Tasked {
        out.extend(case.tasked.iter().map(|(who, due)| clock("reported", who, *due)));
    }
    if let Some(finding) = case.finding.as_ref().filter(|_| case.stage == Stage::Found) {
        let due = finding.at.plus_seconds(i64::from(rules.answer_hours) * HOUR);
        let open = case.parties.iter().filter(|p| p.acceptance.is_none());
        out.extend(open.map(|p| clock("answered", &p.party, due)));
    }
    out.sort_by(|a, b| (a.due, &a.who).cmp(&(b.due, &b.who)));
    out
}

/// How long each step took, over all cases: from the step that it answers to the step itself.
/// A reply counts from the notice to that party, an answer and an action from the finding, a remedy
/// from the action, everything else from the last step of the procedure before it.
pub fn step_times(cases: &[Case]) -> Vec<StepTime> {
    let mut taken: BTreeMap<&'static str, Vec<i64>> = BTreeMap::new();
    for case in cases.iter().filter(|c| c.stage != Stage::Expunged) {
        for (n, entry) in case.steps.iter().enumerate() {
            if let Some(from) = began(&case.steps[..n], &entry.step) {
                let seconds = entry.at.seconds() - from.seconds();
                taken.entry(entry.step.name()).or_default().push(seconds);
            }
        }
    }
    let row = |name: &&'static str| Some(step_time(name, taken.get(*name)?.clone()));
    CaseStep::NAMES.iter().filter_map(row).collect()
}

fn began(before: &[CaseEntry], step: &CaseStep) -> Option<Moment> {
    let last = |wanted: &dyn Fn(&CaseStep) -> bool| {
        before.iter().rev().find(|e| wanted(&e.step)).map(|e| e.at)
    };
    match step {
        CaseStep::Replied { party, .. } => {
            last(&|s| matches!(s, CaseStep::Notified { party: p, .. } if p == party))
        }
        CaseStep::Remedied { action, .. } => {
            let mut asked = before.iter().filter(|e| matches!(e.step, CaseStep::Action { .. }));
            asked.nth(action.wrapping_sub(1)).map(|e| e.at)
        }
        CaseStep::Seconded { .. }
        | CaseStep::Dissented { .. }
        | CaseStep::Answered { .. }
        | CaseStep::Action { .. }
        | CaseStep::Published { .. }
        | CaseStep::Reopened => last(&|s| matches!(s, CaseStep::Found { .. })),
        CaseStep::Opened { .. } => None,
        _ => last(&|s| Stage::parse(s.name()).is_some() || matches!(s, CaseStep::Reopened)),
    }
}

fn step_time(name: &str, mut seconds: Vec<i64>) -> StepTime {
    seconds.sort_unstable();
    let hours = |seconds: f64| (seconds / HOUR as f64 * 10.0).round() / 10.0;
    let n = seconds.len();
    let middle = (seconds[(n - 1) / 2] + seconds[n / 2]) as f64 / 2.0;
    let rank = (n * 9).div_ceil(10);
    let step = name.to_owned();
    StepTime { step, n, median_hours: hours(middle), p90_hours: hours(seconds[rank - 1] as f64) }
}
