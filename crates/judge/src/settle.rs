//! What would settle a verdict that is open, possible or pleaded.

use std::collections::BTreeSet;

use hudna_model::{Bilingual, FactStatus, Settles, Verdict};

use crate::say::{say, term};

/// What of place and time is missing, where these are not known.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Missing {
    /// `place`, `weapon`, `area` or `bearer`.
    pub area: &'static str,
    /// The day is told and the hour would decide.
    pub hour: bool,
    /// Whether the agreement binds the bearer or the one that was hit is not known.
    pub membership: bool,
}

/// In the order of the facts; then membership.
pub(crate) fn settles(
    verdict: Verdict,
    facts: &[(&'static str, FactStatus); 5],
    missing: Missing,
) -> Vec<Settles> {
    match verdict {
        Verdict::Undetermined => open(facts, missing),
        Verdict::PossibleBreach => possible(facts),
        _ => Vec::new(),
    }
}

fn open(facts: &[(&'static str, FactStatus); 5], missing: Missing) -> Vec<Settles> {
    let open = |s: &FactStatus| matches!(s, FactStatus::Unknown | FactStatus::Contested);
    let mut out: Vec<Settles> =
        facts.iter().filter(|(_, s)| open(s)).map(|(fact, s)| one(fact, *s, missing)).collect();
    // A line that is not known for want of an actor asks for the actor once.
    let mut asked = BTreeSet::new();
    out.retain(|s| asked.insert(s.fact.clone()));
    if missing.membership {
        out.push(settle("membership", say("settle.membership", &[])));
    }
    out
}

fn one(fact: &'static str, status: FactStatus, missing: Missing) -> Settles {
    let named = term(&format!("fact.{fact}"));
    let arguments: [(&str, &Bilingual); 1] = [("fact", &named)];
    match (fact, missing.area, status) {
        ("area", "weapon", _) => settle("weapon", say("settle.weapon", &[])),
        ("area", "area", _) => settle("area", say("settle.area", &[])),
        ("area", "bearer", _) => {
            let named = term("fact.bearer");
            settle("bearer", say("settle.unknown", &[("fact", &named)]))
        }
        ("area", _, _) => settle("place", say("settle.where", &[])),
        ("time", _, FactStatus::Unknown) if missing.hour => settle("hour", say("settle.hour", &[])),
        (_, _, FactStatus::Contested) => settle(fact, say("settle.contested", &arguments)),
        _ => settle(fact, say("settle.unknown", &arguments)),
    }
}

fn possible(facts: &[(&'static str, FactStatus); 5]) -> Vec<Settles> {
    let claimed = facts.iter().filter(|(_, s)| *s == FactStatus::Claimed);
    let mut out: Vec<Settles> = claimed
        .map(|(fact, _)| {
            let named = term(&format!("fact.{fact}"));
            settle(fact, say("settle.claimed", &[("fact", &named)]))
        })
        .collect();
    if out.is_empty() {
        out.push(settle("confirmation", say("settle.confirmation", &[])));
    }
    out
}

fn settle(fact: &str, text: Bilingual) -> Settles {
    Settles { fact: fact.to_owned(), text }
}
