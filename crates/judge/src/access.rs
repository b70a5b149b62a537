//! What patrols of monitors say of a term that gives them access.

use hudna_model::{Act, Bilingual, Obligation, Patrol, Reached};

use crate::clock::{holds, inside};
use crate::days::{Days, of_moment, parse};
use crate::facts::Inside;
use crate::ground::in_zone;
use crate::numbers::day_and_year;
use crate::parties::{Standing, one_of, standing};
use crate::say::{count, party, place, quote, say};
use crate::{Context, places, rules};

/// Patrols that bear on an obligation, each list by day, then id.
#[derive(Debug, Default)]
pub(crate) struct Patrolled<'p> {
    /// Refused by one whom the term binds.
    pub against: Vec<&'p Patrol>,
    /// Refused, and nobody knows by whom, or whether the term holds there.
    pub open: Vec<&'p Patrol>,
    /// Refused by one whom the term does not bind.
    pub others: Vec<&'p Patrol>,
    /// Not reached for another reason: nobody saw.
    pub unreached: Vec<&'p Patrol>,
    /// Reached: access was given.
    pub reached: Vec<&'p Patrol>,
}

/// Patrols up to `as_of`, while and where the obligation holds; none for a term that does not
/// forbid to deny monitors access.
pub(crate) fn patrolled<'p>(
    obligation: &Obligation,
    patrols: &'p [Patrol],
    ctx: &Context<'_>,
) -> Patrolled<'p> {
    let mut found = Patrolled::default();
    if !obligation.acts.contains(&Act::MonitorDenied) {
        return found;
    }
    let mut sorted: Vec<&Patrol> = patrols.iter().collect();
    sorted.sort_by(|a, b| (&a.day, &a.id).cmp(&(&b.day, &b.id)));
    for patrol in sorted {
        let there = there(obligation, patrol, ctx);
        if there == Inside::No || !then(obligation, patrol, ctx) {
            continue;
        }
        match patrol.reached {
            Reached::Yes => found.reached.push(patrol),
            Reached::No => found.unreached.push(patrol),
            Reached::Refused => match bound(obligation, patrol, ctx) {
                Inside::Yes if there == Inside::Yes => found.against.push(patrol),
                Inside::No => found.others.push(patrol),
                _ => found.open.push(patrol),
            },
        }
    }
    found
}

/// Whether the term holds at the place of the patrol.
fn there(obligation: &Obligation, patrol: &Patrol, ctx: &Context<'_>) -> Inside {
    let Some(at) = ctx.places.get(&patrol.place) else { return Inside::No };
    if !places::holds(ctx, &ctx.agreement.country, &at.id) {
        return Inside::No;
    }
    let zones = obligation.area.as_ref().map_or(&[][..], |a| &a.zones);
    let asked = ctx.agreement.zones.iter().filter(|z| zones.contains(&z.id));
    let inside = asked.map(|z| in_zone(ctx, z, at)).min_by_key(|i| i.order());
    if zones.is_empty() { Inside::Yes } else { inside.unwrap_or(Inside::Unclear) }
}

/// Whether the term holds on the day of the patrol, and the day is no later than that of asking.
fn then(obligation: &Obligation, patrol: &Patrol, ctx: &Context<'_>) -> bool {
    let day = parse(&patrol.day).filter(|d| *d <= of_moment(ctx.as_of));
    day.is_some_and(|d| inside(Some(Days::one(d)), &[holds(ctx, obligation)]) != Inside::No)
}

/// Whether the term binds the one who refused.
fn bound(obligation: &Obligation, patrol: &Patrol, ctx: &Context<'_>) -> Inside {
    let Some(who) = patrol.by.as_deref() else { return Inside::Unclear };
    if !obligation.bearers.is_empty() && one_of(ctx, who, &obligation.bearers) {
        return Inside::Yes;
    }
    match standing(ctx, who, Some(&patrol.day)) {
        found if found.binds() && obligation.bearers.is_empty() => Inside::Yes,
        Standing::Excluded(_) | Standing::Outside(_) => Inside::No,
        found if found.binds() => Inside::No,
        _ => Inside::Unclear,
    }
}

impl<'p> Patrolled<'p> {
    /// All that were refused, by day, then id.
    pub(crate) fn refused(&self) -> Vec<&'p Patrol> {
        let all = self.against.iter().chain(&self.open).chain(&self.others);
        let mut all: Vec<&Patrol> = all.copied().collect();
        all.sort_by(|a, b| (&a.day, &a.id).cmp(&(&b.day, &b.id)));
        all
    }

    /// One sentence a step: how many were refused, the latest of these one by one, how many did not
    /// get there, how many did.
    pub(crate) fn said(&self, ctx: &Context<'_>) -> Vec<Bilingual> {
        let refused = self.refused();
        let counted = |key: &'static str, n: usize| {
            let patrols = count(n, "patrol");
            (n > 0).then(|| match key {
                "refused" => say("compliance.refused", &[("patrols", &patrols)]),
                "unreached" => say("compliance.unreached", &[("patrols", &patrols)]),
                _ => say("compliance.reached", &[("patrols", &patrols)]),
            })
        };
        let latest = refused.iter().rev().take(rules::REFUSALS_TOLD);
        let told: Vec<Bilingual> = latest.map(|p| refusal(p, ctx)).collect();
        let mut said: Vec<Bilingual> = counted("refused", refused.len()).into_iter().collect();
        said.extend(told);
        said.extend(counted("unreached", self.unreached.len()));
        said.extend(counted("reached", self.reached.len()));
        said
    }
}

/// When, where, by whom and why a patrol was refused.
pub(crate) fn refusal(patrol: &Patrol, ctx: &Context<'_>) -> Bilingual {
    let day = parse(&patrol.day).map_or_else(Bilingual::default, day_and_year);
    let at = place(ctx, &patrol.place);
    let reason = quote(patrol.reason.as_deref().unwrap_or("–"));
    match &patrol.by {
        Some(by) => say(
            "patrol.refused_by",
            &[("day", &day), ("place", &at), ("party", &party(ctx, by)), ("reason", &reason)],
        ),
        None => say("patrol.refused", &[("day", &day), ("place", &at), ("reason", &reason)]),
    }
}
