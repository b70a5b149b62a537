//! The levels above and below the areas of the agreement. What holds areas is told as numbers of
//! areas, never as one state; what lies inside one has a state where something tells of it alone.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use hudna_model::{
    AreaParent, AreaState, AreaStatus, AreaTree, CountSeries, Distribution, FiledClaim, Incident,
    Patrol, PlaceLevel,
};

use crate::areas::{reason, states_of, week};
use crate::days::{of_moment, parse};
use crate::left_out::{days, unplaced};
use crate::places::{area_of, chain};
use crate::rank::worse;
use crate::say::{plain, say};
use crate::{Context, rules};

/// The tree around the states of the areas: `states` are those of [`crate::area_states`], the
/// others what these were made from.
pub fn area_tree(
    states: &[AreaState],
    series: &[CountSeries],
    incidents: &[Incident],
    claims: &[FiledClaim],
    patrols: &[Patrol],
    ctx: &Context<'_>,
) -> AreaTree {
    let places = inside(series, incidents, patrols, ctx);
    let mut below = states_of(&places, series, incidents, claims, patrols, ctx);
    for state in &mut below {
        told_apart(state, states, ctx);
    }
    below.sort_by(worse);
    below.sort_by_key(|s| Reverse(level(&s.area, ctx)));
    AreaTree { parents: parents(states, incidents, ctx), below }
}

fn level(place: &str, ctx: &Context<'_>) -> Option<PlaceLevel> {
    ctx.places.get(place).map(|p| p.level)
}

/// Every place that holds an area of the agreement, with all that it holds.
fn parents(states: &[AreaState], incidents: &[Incident], ctx: &Context<'_>) -> Vec<AreaParent> {
    let mut held: BTreeMap<&str, BTreeMap<&str, AreaStatus>> = BTreeMap::new();
    for state in states {
        for above in chain(ctx, &state.area).into_iter().skip(1) {
            held.entry(above).or_default().insert(&state.area, state.status);
        }
    }
    let week = week(ctx);
    let recent = incidents.iter().filter(|i| days(i).is_some_and(|d| d.gap(week) == 0));
    let recent: Vec<&Incident> = recent.collect();
    let mut parents: Vec<AreaParent> =
        held.into_iter().filter_map(|(id, areas)| parent(id, &areas, &recent, ctx)).collect();
    parents.sort_by(|a, b| b.level.cmp(&a.level).then_with(|| a.place.cmp(&b.place)));
    parents
}

fn parent(
    id: &str,
    areas: &BTreeMap<&str, AreaStatus>,
    recent: &[&Incident],
    ctx: &Context<'_>,
) -> Option<AreaParent> {
    let place = ctx.places.get(id)?;
    let mut distribution = Distribution::default();
    areas.values().for_each(|status| distribution.add(*status));
    let [all, told, holding, strained, collapsed, untold, uncovered] = [
        distribution.areas(),
        distribution.told(),
        distribution.holding,
        distribution.strained,
        distribution.collapsed,
        distribution.no_data,
        distribution.not_covered,
    ]
    .map(|n| plain(n.to_string()));
    let arguments = [
        ("place", &place.name),
        ("all", &all),
        ("told", &told),
        ("holding", &holding),
        ("strained", &strained),
        ("collapsed", &collapsed),
        ("untold", &untold),
        ("uncovered", &uncovered),
    ];
    Some(AreaParent {
        place: id.to_owned(),
        name: place.name.clone(),
        level: place.level,
        parent: place.parent.clone(),
        areas: areas.keys().map(|a| (*a).to_owned()).collect(),
        distribution,
        text: say("tree.parent", &arguments),
        unplaced: unplaced(id, recent, ctx),
    })
}

/// Places inside areas, settlements at the least and neighbourhoods, of which something tells in
/// the last seven days: an incident, a patrol, or rows of counts of their own.
fn inside(
    series: &[CountSeries],
    incidents: &[Incident],
    patrols: &[Patrol],
    ctx: &Context<'_>,
) -> BTreeSet<String> {
    let week = week(ctx);
    let recent = |i: &&Incident| days(i).is_some_and(|d| d.gap(week) == 0);
    let told = incidents.iter().filter(recent).filter_map(|i| i.place.as_deref());
    let looked =
        |p: &&Patrol| parse(&p.day).is_some_and(|day| (week.first..=week.last).contains(&day));
    let patrolled = patrols.iter().filter(looked).map(|p| p.place.as_str());
    let since = of_moment(ctx.agreement.effective) - rules::BASELINE_DAYS;
    let rows = series.first().into_iter().flat_map(|s| &s.days);
    let counted = rows
        .filter(|row| parse(&row.date).is_some_and(|day| (since..=week.last).contains(&day)))
        .map(|row| row.area.as_str());
    let named: BTreeSet<&str> = told.chain(patrolled).chain(counted).collect();
    named.into_iter().flat_map(|id| between(id, ctx)).map(str::to_owned).collect()
}

/// The place and all that hold it, up to the area of the agreement that holds them; nothing where
/// none does.
fn between<'c>(id: &'c str, ctx: &Context<'c>) -> Vec<&'c str> {
    let areas = &ctx.agreement.areas.list;
    let Some(area) = area_of(ctx, id).filter(|area| areas.contains(area)) else { return vec![] };
    let kept = |id: &&str| {
        let level = level(id, ctx);
        level.is_some_and(|level| {
            (PlaceLevel::Neighbourhood..=PlaceLevel::District).contains(&level)
        })
    };
    chain(ctx, id).into_iter().take_while(|at| *at != area).filter(kept).collect()
}

/// Says of a place without a state of its own how the area stands that is told as a whole.
fn told_apart(state: &mut AreaState, states: &[AreaState], ctx: &Context<'_>) {
    let Some(area) = area_of(ctx, &state.area) else { return };
    let whole = states.iter().find(|s| s.area == area);
    if let (AreaStatus::NoData, Some(whole)) = (state.status, whole) {
        let text = say("tree.not_apart", &[("area", &whole.name)]);
        state.reasons.insert(0, reason("not_apart", text, vec![whole.id.clone()]));
    }
}
