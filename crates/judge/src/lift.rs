//! What lifts a term: a target that the agreement leaves out, or an exception that a party pleads.

use hudna_model::agreement::{Exception, ExceptionKind, ExceptionTest};
use hudna_model::{Bilingual, FactStatus, Obligation, Plea, Settles};

use crate::facts::{Facts, Target};
use crate::say::{party, say};

/// An exception as it was weighed.
#[derive(Debug, Default)]
pub(crate) struct Weighed {
    /// Its id; none for a target that is left out where the agreement writes no exception for it.
    pub id: Option<String>,
    /// Whether all tests are met.
    pub established: bool,
    /// One sentence a step.
    pub said: Vec<Bilingual>,
    /// What would settle it.
    pub settles: Vec<Settles>,
}

/// The exception that lifts the obligation, weighed; none when nothing is pleaded, or when what is
/// pleaded was shown not to hold.
///
/// A target that is left out needs no plea. Of several pleas the one that is established counts,
/// else the first.
pub(crate) fn weigh(
    facts: &Facts<'_, '_>,
    obligation: &Obligation,
    target: &Target,
) -> (Option<Weighed>, Vec<Bilingual>) {
    if target.excluded.is_some() {
        return (Some(excluded_target(facts, obligation, target)), Vec::new());
    }
    let mut refused = Vec::new();
    let mut weighed: Vec<Weighed> = Vec::new();
    for (plea, exception) in pleas(facts, obligation) {
        match exception.tests.iter().find(|t| plea.failed.contains(&t.id)) {
            Some(test) => refused.push(say("exception.failed", &[("test", &test.text)])),
            None => weighed.push(pleaded(facts, plea, exception, target)),
        }
    }
    weighed.sort_by_key(|w| !w.established);
    (weighed.into_iter().next(), refused)
}

/// Pleas for this incident that the obligation knows, in the order of entry.
fn pleas<'a>(facts: &Facts<'_, 'a>, obligation: &Obligation) -> Vec<(&'a Plea, &'a Exception)> {
    let ctx = facts.ctx;
    let of = |plea: &&Plea| plea.at <= ctx.as_of && facts.incident.claims.contains(&plea.claim);
    let mut found: Vec<(&Plea, &Exception)> = Vec::new();
    for plea in ctx.decisions.pleas.iter().filter(of) {
        let mut known = ctx.agreement.exceptions.iter();
        found.extend(
            known
                .find(|e| e.id == plea.exception && e.of.contains(&obligation.id))
                .map(|e| (plea, e)),
        );
    }
    found.sort_by_key(|(plea, _)| (plea.at, plea.entry));
    found
}

/// A target that the agreement leaves out: target and place must both be corroborated.
fn excluded_target(facts: &Facts<'_, '_>, obligation: &Obligation, target: &Target) -> Weighed {
    let written = facts
        .ctx
        .agreement
        .exceptions
        .iter()
        .find(|e| e.kind == ExceptionKind::ExcludedTarget && e.of.contains(&obligation.id));
    let mut settles = Vec::new();
    if !target.established {
        settles.push(settle("target", say("settle.target", &[])));
    }
    if !facts.place_established() {
        settles.push(settle("place", say("settle.place", &[])));
    }
    Weighed {
        id: written.map(|e| e.id.clone()),
        established: settles.is_empty(),
        said: written.iter().map(|e| say("exception.text", &[("text", &e.text)])).collect(),
        settles,
    }
}

fn settle(fact: &str, text: Bilingual) -> Settles {
    Settles { fact: fact.to_owned(), text }
}

fn pleaded(facts: &Facts<'_, '_>, plea: &Plea, exception: &Exception, target: &Target) -> Weighed {
    let who = party(facts.ctx, &plea.by);
    let mut said = vec![say("exception.pleaded", &[("party", &who), ("text", &exception.text)])];
    let mut settles = Vec::new();
    for test in &exception.tests {
        let met = plea.shown.contains(&test.id) || shown_by_fact(facts, test, target);
        let text: [(&str, &Bilingual); 1] = [("test", &test.text)];
        said.push(if met { say("exception.met", &text) } else { say("exception.open", &text) });
        if !met {
            settles.push(settle(&format!("test:{}", test.id), say("settle.test", &text)));
        }
    }
    if !settles.is_empty() {
        said.push(say("exception.burden", &[("burden", &exception.burden)]));
    }
    Weighed { id: Some(exception.id.clone()), established: settles.is_empty(), said, settles }
}

fn shown_by_fact(facts: &Facts<'_, '_>, test: &ExceptionTest, target: &Target) -> bool {
    match test.fact.as_deref() {
        Some("place") => facts.place_established(),
        Some("target") => target.status == FactStatus::Known,
        _ => false,
    }
}
