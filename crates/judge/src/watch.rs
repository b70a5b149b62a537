//! What patrols saw of an area in the last seven days: the only proof that silence is calm.

use std::collections::BTreeSet;

use hudna_model::{Bilingual, Patrol, PatrolCoverage, Reached, StateReason};

use crate::access::refusal;
use crate::days::{Days, parse};
use crate::places::{area_of, belongs};
use crate::say::{count, list, place, say};
use crate::{Context, rules};

/// Patrols of one area in some days, each list by day, then id.
#[derive(Debug, Default)]
pub(crate) struct Watch<'p> {
    /// Patrolled, nothing seen.
    pub nil: Vec<&'p Patrol>,
    /// Patrolled, and something seen.
    pub saw: Vec<&'p Patrol>,
    pub refused: Vec<&'p Patrol>,
    pub unreached: Vec<&'p Patrol>,
}

/// The patrols to places of the area on these days.
pub(crate) fn watch<'p>(
    area: &str,
    patrols: &'p [Patrol],
    days: Days,
    ctx: &Context<'_>,
) -> Watch<'p> {
    let there = |p: &&Patrol| {
        let held = belongs(ctx, &p.place, area)
            || area_of(ctx, &p.place).is_none() && p.area.as_deref() == Some(area);
        let day = parse(&p.day).is_some_and(|d| (days.first..=days.last).contains(&d));
        day && held
    };
    let mut sorted: Vec<&Patrol> = patrols.iter().filter(there).collect();
    sorted.sort_by(|a, b| (&a.day, &a.id).cmp(&(&b.day, &b.id)));
    let mut watch = Watch::default();
    for patrol in sorted {
        match patrol.reached {
            Reached::Yes if patrol.is_nil() => watch.nil.push(patrol),
            Reached::Yes => watch.saw.push(patrol),
            Reached::No => watch.unreached.push(patrol),
            Reached::Refused => watch.refused.push(patrol),
        }
    }
    watch
}

impl Watch<'_> {
    pub(crate) fn coverage(&self) -> PatrolCoverage {
        let size = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
        PatrolCoverage {
            quiet: size(self.nil.len()),
            quiet_days: size(days(&self.nil)),
            saw: size(self.saw.len()),
            refused: size(self.refused.len()),
            unreached: size(self.unreached.len()),
        }
    }

    /// Whether somebody looked on enough days, and nobody saw anything.
    pub(crate) fn is_quiet(&self) -> bool {
        self.saw.is_empty() && days(&self.nil) >= rules::QUIET_DAYS
    }

    /// What makes the area quiet.
    pub(crate) fn quiet(&self, ctx: &Context<'_>) -> StateReason {
        reason(
            "patrols_quiet",
            say("state.patrols_quiet", &told(&self.nil, ctx).pairs()),
            &self.nil,
        )
    }

    /// What is told beside the state: patrols that saw nothing, where these do not make it; that
    /// saw something; that were refused, the latest one by one; that did not get there.
    pub(crate) fn beside(&self, quiet: bool, ctx: &Context<'_>) -> Vec<StateReason> {
        let mut out = Vec::new();
        if !self.nil.is_empty() && !quiet {
            let text = say("state.patrols_nil", &told(&self.nil, ctx).pairs());
            out.push(reason("patrols_nil", text, &self.nil));
        }
        if !self.saw.is_empty() {
            let text = say("state.patrols_saw", &told(&self.saw, ctx).pairs());
            out.push(reason("patrols_saw", text, &self.saw));
        }
        if !self.refused.is_empty() {
            let latest = self.refused.iter().rev().take(rules::REFUSALS_TOLD);
            let each: Vec<Bilingual> = latest.map(|p| refusal(p, ctx)).collect();
            let patrols = count(self.refused.len(), "patrol");
            let each = joined(&each);
            let text = say("state.patrols_refused", &[("patrols", &patrols), ("each", &each)]);
            out.push(reason("patrols_refused", text, &self.refused));
        }
        if !self.unreached.is_empty() {
            let text = say("state.patrols_unreached", &told(&self.unreached, ctx).pairs());
            out.push(reason("patrols_unreached", text, &self.unreached));
        }
        out
    }
}

/// On how many days.
fn days(patrols: &[&Patrol]) -> usize {
    patrols.iter().map(|p| p.day.as_str()).collect::<BTreeSet<_>>().len()
}

/// How many, on how many days, where.
struct Told {
    patrols: Bilingual,
    days: Bilingual,
    places: Bilingual,
}

impl Told {
    fn pairs(&self) -> [(&str, &Bilingual); 3] {
        [("patrols", &self.patrols), ("days", &self.days), ("places", &self.places)]
    }
}

fn told(patrols: &[&Patrol], ctx: &Context<'_>) -> Told {
    let places: BTreeSet<&str> = patrols.iter().map(|p| p.place.as_str()).collect();
    let names: Vec<Bilingual> =
        places.iter().take(rules::PATROLLED_PLACES_TOLD).map(|id| place(ctx, id)).collect();
    let more = places.len().saturating_sub(rules::PATROLLED_PLACES_TOLD);
    let named = list(&names);
    let places = match more {
        0 => named,
        more => say("patrol.more_places", &[("places", &named), ("more", &count(more, "place"))]),
    };
    Told { patrols: count(patrols.len(), "patrol"), days: count(days(patrols), "day"), places }
}

/// Sentences as clauses in a row, without their full stops.
fn joined(all: &[Bilingual]) -> Bilingual {
    let bare = |text: &str| text.trim_end_matches('.').to_owned();
    let ar: Vec<String> = all.iter().map(|b| bare(&b.ar)).collect();
    let en: Vec<String> = all.iter().map(|b| bare(&b.en)).collect();
    Bilingual::new(ar.join("؛ "), en.join("; "))
}

fn reason(rule: &str, text: Bilingual, patrols: &[&Patrol]) -> StateReason {
    let rests_on = patrols.iter().map(|p| p.id.clone()).collect();
    StateReason { rule: rule.to_owned(), text, rests_on }
}
