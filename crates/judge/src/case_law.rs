//! Which step of a case may come next.

use std::collections::BTreeMap;

use hudna_model::case::{CaseEntry, CaseFinding, CaseParty};
use hudna_model::{
    Acceptance, Bilingual, Case, CaseRules, CaseStep, Finding, Level, Moment, Party, Reply, Stage,
};

use crate::cases::{HOUR, case};
use crate::say::{list, plain, quote, say, term};

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
