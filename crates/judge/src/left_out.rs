//! What was not counted in a state, and why: as a list with numbers, so that nothing is dropped
//! silently.

use std::collections::BTreeSet;

use hudna_model::{AreaState, Corroboration, FiledClaim, Incident, LeftOut, LeftOutWhy};

use crate::Context;
use crate::areas::{judged_outside, supported};
use crate::days::{Days, of_moment, parse};
use crate::numbers;
use crate::places::{self, area_of, belongs, chain, holds};
use crate::say::{count, say};

/// Most incidents that are named of one reason; how many there are is told in any case.
const NAMED: usize = 50;

/// Incidents of the area, and of places that hold it, that make no state, by why, and reports that
/// only repeat an origin of those that do.
pub(crate) fn left_out(
    area: &str,
    incidents: &[Incident],
    week: Days,
    ctx: &Context<'_>,
) -> Vec<LeftOut> {
    let start = of_moment(ctx.agreement.effective);
    // The places above the area are looked up once: there may be very many incidents.
    let above = chain(ctx, area).into_iter().filter(|id| *id != area).collect();
    let of = Of { here: Box::new(places::within(ctx, area)), above };
    let mut found: Vec<(LeftOutWhy, &Incident)> =
        incidents.iter().filter_map(|i| Some((why(&of, i, week, start)?, i))).collect();
    found.sort_by_key(|(why, i)| (*why, &i.id));
    let same = |a: &(LeftOutWhy, &Incident), b: &(LeftOutWhy, &Incident)| a.0 == b.0;
    let told = |of: &[(LeftOutWhy, &Incident)]| {
        entry(of[0].0, of.len(), of.iter().take(NAMED).map(|(_, i)| i.id.clone()).collect())
    };
    let mut out: Vec<LeftOut> = found.chunk_by(same).map(told).collect();
    out.extend(copies(area, incidents, week, ctx));
    out
}

/// Which incidents are of an area.
struct Of<'a> {
    here: Box<dyn Fn(&&Incident) -> bool + 'a>,
    /// Places that hold the area.
    above: BTreeSet<&'a str>,
}

/// Why an incident is not counted; none for one that is, and for one of elsewhere.
fn why(of: &Of<'_>, i: &Incident, week: Days, start: i32) -> Option<LeftOutWhy> {
    let coarse = || i.place.as_deref().is_some_and(|p| of.above.contains(p));
    let here = (of.here)(&i);
    if !here && !coarse() {
        return None;
    }
    let Some(days) = days(i) else { return Some(LeftOutWhy::Undated) };
    if days.gap(week) > 0 {
        let before = days.last < start;
        let earlier = if before { LeftOutWhy::BeforeTruce } else { LeftOutWhy::Earlier };
        return (here && days.last < week.first).then_some(earlier);
    }
    match i.corroboration {
        _ if !here => Some(LeftOutWhy::CoarsePlace),
        Corroboration::Refuted => Some(LeftOutWhy::Refuted),
        _ if judged_outside(i) => Some(LeftOutWhy::Outside),
        _ if i.confirmed || supported(i) => None,
        Corroboration::Disputed => Some(LeftOutWhy::Disputed),
        Corroboration::Unverifiable => Some(LeftOutWhy::Unverifiable),
        _ => Some(LeftOutWhy::Unconfirmed),
    }
}

pub(crate) fn days(i: &Incident) -> Option<Days> {
    i.days.as_ref().and_then(|(a, b)| Some(Days { first: parse(a)?, last: parse(b)? }))
}

/// Reports beyond the first of each origin, of incidents that count.
fn copies(area: &str, incidents: &[Incident], week: Days, ctx: &Context<'_>) -> Option<LeftOut> {
    let copied = |i: &Incident| -> usize {
        i.origins.iter().map(|o| o.reports.len().saturating_sub(1)).sum()
    };
    let counted = crate::own::within(area, incidents, week, ctx);
    let with: Vec<&&Incident> = counted.iter().filter(|i| copied(i) > 0).collect();
    let n = with.iter().map(|i| copied(i)).sum();
    (n > 0).then(|| entry(LeftOutWhy::Copies, n, with.iter().map(|i| i.id.clone()).collect()))
}

/// Events of a war that the agreement leaves out.
pub(crate) fn other_war(n: f64, rows: Vec<String>) -> Option<LeftOut> {
    let text = say("left.other_war", &[("n", &numbers::events(n))]);
    (n > 0.0).then_some(LeftOut { why: LeftOutWhy::OtherWar, n, text, rests_on: rows })
}

/// Adds claims that people refused, of the last week, to the areas in which they would have been.
pub fn withdrawn(states: &mut [AreaState], refused: &[FiledClaim], ctx: &Context<'_>) {
    let week = crate::areas::week(ctx);
    for state in states {
        let of = |f: &&FiledClaim| {
            let id = f.claim.place.as_ref().and_then(|p| p.id.as_deref());
            let here = id.is_some_and(|id| belongs(ctx, id, &state.area));
            here && f.received <= ctx.as_of && Days::of_claim(f).gap(week) == 0
        };
        let mut ids: Vec<String> = refused.iter().filter(of).map(|f| f.claim.id.clone()).collect();
        ids.sort();
        if !ids.is_empty() {
            state.left_out.push(entry(LeftOutWhy::Withdrawn, ids.len(), ids));
        }
    }
}

/// Incidents of the last week that are told of the place itself, or of no area inside it.
pub(crate) fn unplaced(place: &str, incidents: &[Incident], ctx: &Context<'_>) -> Vec<String> {
    let week = crate::areas::week(ctx);
    let areas = &ctx.agreement.areas.list;
    let of_none = |id: &str| {
        holds(ctx, place, id) && area_of(ctx, id).is_none_or(|area| !areas.contains(&area))
    };
    let there = |i: &&Incident| {
        i.place.as_deref().is_some_and(of_none) && days(i).is_some_and(|d| d.gap(week) == 0)
    };
    let mut ids: Vec<String> = incidents.iter().filter(there).map(|i| i.id.clone()).collect();
    ids.sort();
    ids
}

fn entry(why: LeftOutWhy, n: usize, rests_on: Vec<String>) -> LeftOut {
    let incidents = [("n", &count(n, "incident"))];
    let text = match why {
        LeftOutWhy::Unconfirmed => say("left.unconfirmed", &incidents),
        LeftOutWhy::Disputed => say("left.disputed", &incidents),
        LeftOutWhy::Unverifiable => say("left.unverifiable", &incidents),
        LeftOutWhy::Refuted => say("left.refuted", &incidents),
        LeftOutWhy::Outside => say("left.outside", &incidents),
        LeftOutWhy::CoarsePlace => say("left.coarse_place", &incidents),
        LeftOutWhy::Undated => say("left.undated", &incidents),
        LeftOutWhy::Earlier => say("left.earlier", &incidents),
        LeftOutWhy::BeforeTruce => say("left.before_truce", &incidents),
        LeftOutWhy::Copies => say("left.copies", &[("n", &count(n, "report"))]),
        LeftOutWhy::Withdrawn => say("left.withdrawn", &[("n", &count(n, "claim"))]),
        LeftOutWhy::OtherWar => say("left.other_war", &[("n", &numbers::events(n as f64))]),
    };
    LeftOut { why, n: n as f64, text, rests_on }
}
