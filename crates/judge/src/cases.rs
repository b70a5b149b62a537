//! The procedure of a case: which step may come next, and what the steps add up to.

use std::collections::BTreeMap;

use hudna_model::case::{CaseClock, CaseEntry, CaseFinding, CaseParty};
use hudna_model::{
    Acceptance, Bilingual, Case, CaseAction, CaseRules, CaseStep, Finding, Level, Moment, Party,
    Reply, Stage, StepTime,
};

use crate::rules;
use crate::say::{list, plain, quote, say, term};

/// Seconds of an hour.
const HOUR: i64 = 3600;

/// Why a step is not taken.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NotYet {
    /// Which step is missing, or what else is in the way.
    pub why: Bilingual,
    /// Somebody else would have to take it.
    pub right: bool,
}

type Admitted = Result<(), NotYet>;

/// What steps are weighed by: the procedure, and the names that a refusal uses.
#[derive(Debug, Clone, Copy)]
pub struct CaseLaw<'a> {
    /// The procedure.
    pub rules: &'a CaseRules,
    /// Parties by id.
    pub parties: &'a BTreeMap<String, Party>,
}

impl CaseLaw<'_> {
    fn name(&self, party: &str) -> Bilingual {
        self.parties.get(party).map_or_else(|| quote(party), |p| p.name.clone())
    }
}

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
    case
}

/// The first step of these that the ones before it do not allow, with why: whether a case still
/// holds together when one of its steps is undone.
pub fn first_fault(id: &str, steps: &[CaseEntry], law: &CaseLaw<'_>) -> Option<(u64, NotYet)> {
    steps.iter().enumerate().find_map(|(n, next)| {
        let before = case(id, &steps[..n], law.rules, next.at);
        let fault = admits(&before, &next.step, &next.by, next.at, law).err()?;
        Some((next.entry, fault))
    })
}

/// Whether this step may be the next one of the case.
///
/// # Errors
/// Says which step is missing, or what else is in the way.
pub fn admits(case: &Case, step: &CaseStep, by: &str, at: Moment, law: &CaseLaw<'_>) -> Admitted {
    if case.stage == Stage::Expunged {
        return not_yet(say("case.expunged", &[]));
    }
    let last = case.steps.last();
    if let Some(last) = last.filter(|last| at < last.at) {
        let told = [("step", &named(last.step.name())), ("time", &plain(last.at.to_string()))];
        return not_yet(say("case.earlier", &told));
    }
    match step {
        CaseStep::Opened { .. } if last.is_none() => Ok(()),
        CaseStep::Opened { .. } => not_yet(say("case.opened", &[])),
        CaseStep::Expunged => Ok(()),
        CaseStep::Notified { party, .. } => notify(case, party, law),
        CaseStep::Replied { party, reply } => reply_of(case, party, *reply, at, law),
        CaseStep::Tasked { .. } => task(case, step, law),
        CaseStep::Reported { .. } => after(case, step, (Stage::Tasked, Stage::Reported), law),
        CaseStep::Drafted => after(case, step, (Stage::Reported, Stage::Drafted), law),
        CaseStep::Committee => after(case, step, (Stage::Drafted, Stage::Drafted), law),
        CaseStep::Board => after(case, step, (Stage::Committee, Stage::Committee), law),
        CaseStep::Found { finding, against, key, .. } => {
            after(case, step, (Stage::Board, Stage::Board), law)?;
            attributed(*finding, against)?;
            key.as_ref().map_or(Ok(()), |key| is_key(key, law))
        }
        _ => behind(case, step, by, at, law),
    }
}

/// Steps that come after a finding.
fn behind(case: &Case, step: &CaseStep, by: &str, at: Moment, law: &CaseLaw<'_>) -> Admitted {
    let Some(finding) = &case.finding else { return missing(step, &[Stage::Found], case.stage) };
    match step {
        CaseStep::Seconded { key } => second(finding, by, key.as_deref(), law),
        CaseStep::Dissented { key } => {
            is_key(key, law)?;
            unused(finding, key, law)
        }
        CaseStep::Answered { party, acceptance } => {
            answer(case, finding, party, *acceptance, at, law)
        }
        CaseStep::Remedied { action, .. } if case.actions.get(action.wrapping_sub(1)).is_none() => {
            not_yet(say("case.no_action", &[("n", &plain(action.to_string()))]))
        }
        CaseStep::Published { level: Level::Public } => public(finding, law),
        _ => Ok(()),
    }
}

fn not_yet(why: Bilingual) -> Admitted {
    Err(NotYet { why, right: false })
}

fn named(step: &str) -> Bilingual {
    term(&format!("case.{step}"))
}

/// The step comes after these, which are not done.
fn missing(step: &CaseStep, needed: &[Stage], stage: Stage) -> Admitted {
    let needed: Vec<Bilingual> = needed.iter().map(|s| named(s.as_str())).collect();
    let (step, needed, stage) = (named(step.name()), list(&needed), named(stage.as_str()));
    not_yet(say("case.missing", &[("step", &step), ("needed", &needed), ("stage", &stage)]))
}

/// A step that needs the case to stand between two stages; what the procedure does not know may be
/// left out on the way.
fn after(case: &Case, step: &CaseStep, (from, to): (Stage, Stage), law: &CaseLaw<'_>) -> Admitted {
    let between = |s: &Stage| case.stage < *s && *s <= from && !law.rules.optional.contains(s);
    let needed: Vec<Stage> = Stage::ALL.iter().copied().filter(between).collect();
    if !needed.is_empty() {
        return missing(step, &needed, case.stage);
    }
    if case.stage > to {
        let told = [("step", &named(step.name())), ("stage", &named(case.stage.as_str()))];
        return not_yet(say("case.past", &told));
    }
    Ok(())
}

fn notify(case: &Case, party: &str, law: &CaseLaw<'_>) -> Admitted {
    if case.stage >= Stage::Found {
        return not_yet(say("case.found_already", &[]));
    }
    match of(case, party).and_then(|p| p.notified) {
        Some(at) => {
            let told = [("party", &law.name(party)), ("time", &plain(at.to_string()))];
            not_yet(say("case.notified_already", &told))
        }
        None => Ok(()),
    }
}

fn of<'c>(case: &'c Case, party: &str) -> Option<&'c CaseParty> {
    case.parties.iter().find(|p| p.party == party)
}

fn reply_of(case: &Case, party: &str, reply: Reply, at: Moment, law: &CaseLaw<'_>) -> Admitted {
    let known = of(case, party).filter(|p| p.notified.is_some());
    let Some(known) = known else {
        return not_yet(say("case.not_notified", &[("party", &law.name(party))]));
    };
    if known.reply.is_some() {
        return not_yet(say("case.replied_already", &[("party", &law.name(party))]));
    }
    match known.reply_due.filter(|due| reply == Reply::None && at < *due) {
        Some(due) => not_yet(say("case.clock_runs", &[("time", &plain(due.to_string()))])),
        None => Ok(()),
    }
}

/// Everybody who was told has replied, or has let the time run out.
fn task(case: &Case, step: &CaseStep, law: &CaseLaw<'_>) -> Admitted {
    after(case, step, (Stage::Notified, Stage::Tasked), law)?;
    let waits = !law.rules.optional.contains(&Stage::Replied);
    let mut open = case.parties.iter().filter(|p| p.notified.is_some() && p.reply.is_none());
    match open.next().filter(|_| waits) {
        Some(open) => not_yet(say("case.no_reply", &[("party", &law.name(&open.party))])),
        None => Ok(()),
    }
}

/// A violation is somebody's, one by both is of two; the other findings name nobody.
fn attributed(finding: Finding, against: &[String]) -> Admitted {
    let n = against.len();
    match finding {
        Finding::Violation if n == 0 => not_yet(say("case.by_whom", &[])),
        Finding::Both if n < 2 => not_yet(say("case.both_whom", &[])),
        Finding::Violation | Finding::Both => Ok(()),
        _ if n > 0 => not_yet(say("case.nobody", &[("finding", &named(finding.as_str()))])),
        _ => Ok(()),
    }
}

fn is_key(key: &str, law: &CaseLaw<'_>) -> Admitted {
    if law.rules.keys.iter().any(|k| k == key) {
        return Ok(());
    }
    not_yet(say("case.no_key", &[("party", &law.name(key))]))
}

fn unused(finding: &CaseFinding, key: &str, law: &CaseLaw<'_>) -> Admitted {
    let dissents = finding.dissent.iter().any(|(k, _)| k == key);
    if dissents || finding.keys.iter().any(|k| k == key) {
        return not_yet(say("case.key_used", &[("party", &law.name(key))]));
    }
    Ok(())
}

fn second(finding: &CaseFinding, by: &str, key: Option<&str>, law: &CaseLaw<'_>) -> Admitted {
    if finding.people.iter().any(|p| p == by) {
        let why = say("case.same_person", &[("person", &quote(by))]);
        return Err(NotYet { why, right: true });
    }
    let Some(key) = key else { return Ok(()) };
    is_key(key, law)?;
    unused(finding, key, law)
}

fn answer(
    case: &Case,
    finding: &CaseFinding,
    party: &str,
    acceptance: Acceptance,
    at: Moment,
    law: &CaseLaw<'_>,
) -> Admitted {
    if of(case, party).is_some_and(|p| p.acceptance.is_some()) {
        return not_yet(say("case.answered_already", &[("party", &law.name(party))]));
    }
    let due = finding.at.plus_seconds(i64::from(law.rules.answer_hours) * HOUR);
    if acceptance == Acceptance::Silent && at < due {
        return not_yet(say("case.clock_runs", &[("time", &plain(due.to_string()))]));
    }
    Ok(())
}

/// A finding for everybody needs two people, and the key of each co-chair or its stated dissent.
fn public(finding: &CaseFinding, law: &CaseLaw<'_>) -> Admitted {
    if finding.people.len() < 2 {
        let why = say("case.one_person", &[]);
        return Err(NotYet { why, right: true });
    }
    let stands = |key: &&String| {
        finding.keys.contains(key) || finding.dissent.iter().any(|(k, _)| k == *key)
    };
    match law.rules.keys.iter().find(|key| !stands(key)) {
        Some(key) => {
            let why = say("case.key_missing", &[("party", &law.name(key))]);
            Err(NotYet { why, right: true })
        }
        None => Ok(()),
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
