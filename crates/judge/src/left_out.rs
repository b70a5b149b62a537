//! What was not counted in a state, and why: as a list with numbers, so that nothing is dropped
//! silently.

use hudna_model::{AreaState, Corroboration, FiledClaim, Incident, LeftOut, LeftOutWhy};

use crate::Context;
use crate::areas::{judged_outside, supported};
use crate::days::{Days, of_moment, parse};
use crate::numbers;
use crate::places::{area_of, belongs, chain, holds, is_listed};
use crate::say::{count, say};
use crate::there::There;

/// Most incidents that are named of one reason; how many there are is told in any case.
const NAMED: usize = 50;

/// Incidents of the area, and of places that hold it, that make no state, by why, and reports that
/// only repeat an origin of those that do.
pub(crate) fn left_out(
    area: &str,
    there: &There<'_>,
    week: Days,
    ctx: &Context<'_>,
) -> Vec<LeftOut> {
    let start = of_moment(ctx.agreement.effective);
    let here = there.within(area, ctx);
    let above = chain(ctx, area).into_iter().filter(|id| *id != area);
    let is_here = |i: &Incident| i.area.as_deref() == Some(area) && is_listed(ctx, area);
    let coarse = above.flat_map(|id| there.at(id)).copied().filter(|i| !is_here(i));
    let of_here = here.iter().filter_map(|i| Some((why(i, week, start)?, *i)));
    let of_above = coarse.filter_map(|i| Some((why_coarse(i, week)?, i)));
    let mut found: Vec<(LeftOutWhy, &Incident)> = of_here.chain(of_above).collect();
    found.sort_by_key(|(why, i)| (*why, &i.id));
    let same = |a: &(LeftOutWhy, &Incident), b: &(LeftOutWhy, &Incident)| a.0 == b.0;
    let told = |of: &[(LeftOutWhy, &Incident)]| {
        entry(of[0].0, of.len(), of.iter().take(NAMED).map(|(_, i)| i.id.clone()).collect())
    };
    let mut out: Vec<LeftOut> = found.chunk_by(same).map(told).collect();
    out.extend(copies(here, week));
    out
}

/// Why an incident of the area is not counted; none for one that is.
fn why(i: &Incident, week: Days, start: i32) -> Option<LeftOutWhy> {
    let Some(days) = days(i) else { return Some(LeftOutWhy::Undated) };
    if days.gap(week) > 0 {
        let before = days.last < start;
        let earlier = if before { LeftOutWhy::BeforeTruce } else { LeftOutWhy::Earlier };
        return (days.last < week.first).then_some(earlier);
    }
    match i.corroboration {
        Corroboration::Refuted => Some(LeftOutWhy::Refuted),
        _ if judged_outside(i) => Some(LeftOutWhy::Outside),
        _ if i.confirmed || supported(i) => None,
        Corroboration::Disputed => Some(LeftOutWhy::Disputed),
        Corroboration::Unverifiable => Some(LeftOutWhy::Unverifiable),
        _ => Some(LeftOutWhy::Unconfirmed),
    }
}

/// The same of one that is told of a place that holds the area.
fn why_coarse(i: &Incident, week: Days) -> Option<LeftOutWhy> {
    let Some(days) = days(i) else { return Some(LeftOutWhy::Undated) };
    (days.gap(week) == 0).then_some(LeftOutWhy::CoarsePlace)
}

pub(crate) fn days(i: &Incident) -> Option<Days> {
    i.days.as_ref().and_then(|(a, b)| Some(Days { first: parse(a)?, last: parse(b)? }))
}

/// Reports beyond the first of each origin, of incidents that count.
fn copies(here: &[&Incident], week: Days) -> Option<LeftOut> {
    let copied = |i: &Incident| -> usize {
        i.origins.iter().map(|o| o.reports.len().saturating_sub(1)).sum()
    };
    let counted = crate::own::within(here, week);
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

/// Of the incidents of the last week those that are told of the place itself, or of no area inside
/// it.
pub(crate) fn unplaced(place: &str, recent: &[&Incident], ctx: &Context<'_>) -> Vec<String> {
    let areas = &ctx.agreement.areas.list;
    let of_none = |id: &str| {
        holds(ctx, place, id) && area_of(ctx, id).is_none_or(|area| !areas.contains(&area))
    };
    let there = |i: &&&Incident| i.place.as_deref().is_some_and(of_none);
    let mut ids: Vec<String> = recent.iter().filter(there).map(|i| i.id.clone()).collect();
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
