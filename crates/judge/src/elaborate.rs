//! Reports tell one event more than once: the headline and the lead roughly, what follows exactly.

use std::collections::BTreeSet;

use hudna_model::{FiledClaim, PlaceLevel};

use crate::average::Sets;
use crate::score::{acts_agree, counts_anew, equal_figure, figures_differ};
use crate::telling::{Telling, Where, Who, summarise};
use crate::{Context, parties, places, rules};

/// A telling and where in the text it begins.
struct Part {
    telling: Telling,
    members: Vec<usize>,
    start: usize,
}

/// Tellings of one report from groups of its claims. Two that may be one event are joined when a
/// figure is told in both, and the headline or lead, which names the place roughly, is joined with
/// the first telling after it that may be the same and names it better. Ordered by smallest id.
pub(crate) fn elaborate(
    claims: &[&FiledClaim],
    groups: Vec<Vec<usize>>,
    apart: &BTreeSet<(&str, &str)>,
    ctx: &Context<'_>,
) -> Vec<Telling> {
    let mut parts: Vec<Part> = groups.into_iter().map(|g| part(claims, g, ctx)).collect();
    parts.sort_by(|a, b| (a.start, a.telling.id()).cmp(&(b.start, b.telling.id())));
    let mut sets = Sets::new(parts.len());
    let pairs = |of: fn(&Part, &Part, &Context<'_>) -> bool| -> Vec<(usize, usize)> {
        let all = (0..parts.len()).flat_map(|a| (a + 1..parts.len()).map(move |b| (a, b)));
        all.filter(|(a, b)| of(&parts[*a], &parts[*b], ctx)).collect()
    };
    let same: Vec<_> = pairs(told_again);
    let finer = pairs(told_finer);
    let first = finer.iter().enumerate().filter(|(n, (a, _))| *n == 0 || finer[n - 1].0 != *a);
    let mut anew = pairs(counted_anew);
    // The count belongs to the last telling before it that it may belong to.
    anew.reverse();
    anew.sort_by_key(|(_, b)| *b);
    anew.dedup_by_key(|(_, b)| *b);
    for (a, b) in same.iter().chain(first.map(|(_, pair)| pair)).chain(&anew) {
        join(&mut sets, &parts, (*a, *b), apart, ctx);
    }
    let members = |set: Vec<usize>| {
        let mut all: Vec<usize> = set.iter().flat_map(|i| parts[*i].members.clone()).collect();
        all.sort_unstable();
        summarise(&all.iter().map(|i| claims[*i]).collect::<Vec<_>>(), ctx)
    };
    let mut tellings: Vec<Telling> = sets.groups().into_iter().map(members).collect();
    tellings.sort_by(|a, b| a.id().cmp(b.id()));
    tellings
}

fn part(claims: &[&FiledClaim], members: Vec<usize>, ctx: &Context<'_>) -> Part {
    let told: Vec<&FiledClaim> = members.iter().map(|i| claims[*i]).collect();
    let start = told.iter().map(|f| f.claim.evidence.span.start).min().unwrap_or_default();
    Part { telling: summarise(&told, ctx), members, start }
}

/// Joins two sets of parts if all that they hold may be one event and nobody said otherwise.
fn join(
    sets: &mut Sets,
    parts: &[Part],
    (a, b): (usize, usize),
    apart: &BTreeSet<(&str, &str)>,
    ctx: &Context<'_>,
) {
    let (a, b) = (sets.find(a), sets.find(b));
    let of = |root: usize| (0..parts.len()).filter(|i| sets.found(*i) == root).collect::<Vec<_>>();
    let (left, right) = (of(a), of(b));
    let fits = |x: &Part, y: &Part| may_be_one(x, y, ctx) && !parted(x, y, apart);
    if left.iter().all(|x| right.iter().all(|y| fits(&parts[*x], &parts[*y]))) {
        sets.join(a, b);
    }
}

fn parted(x: &Part, y: &Part, apart: &BTreeSet<(&str, &str)>) -> bool {
    let both = |a: &str, b: &str| apart.contains(&(a.min(b), a.max(b)));
    x.telling.claims.iter().any(|a| y.telling.claims.iter().any(|b| both(a, b)))
}

/// Neither acts, places, days, actors nor figures exclude that both tell one event.
fn may_be_one(a: &Part, b: &Part, ctx: &Context<'_>) -> bool {
    let (a, b) = (&a.telling, &b.telling);
    let gap = if a.dated && b.dated { 0 } else { rules::DAY_GAP };
    acts_agree(&a.acts, &b.acts)
        && a.days.gap(b.days) <= gap
        && nested(ctx, &a.place, &b.place).is_some()
        && !rivals(ctx, &a.actors, &b.actors)
        && !figures_differ(a, b)
}

/// The same figure is told in both.
fn told_again(a: &Part, b: &Part, ctx: &Context<'_>) -> bool {
    equal_figure(&a.telling, &b.telling).is_some() && may_be_one(a, b, ctx)
}

/// The second tells no act, and another voice's count of what the first counts.
fn counted_anew(a: &Part, b: &Part, ctx: &Context<'_>) -> bool {
    b.start < a.start + rules::DETAIL_REACH
        && counts_anew(&a.telling, &b.telling)
        && nested(ctx, &a.telling.place, &b.telling.place) != Some(Nested::Open)
        && may_be_one(a, b, ctx)
}

/// The first stands in headline or lead, and the second, soon after it, names the place better.
fn told_finer(a: &Part, b: &Part, ctx: &Context<'_>) -> bool {
    a.start < rules::LEAD_REACH
        && !b.telling.acts.is_empty()
        && b.start < a.start + rules::DETAIL_REACH
        && nested(ctx, &a.telling.place, &b.telling.place) == Some(Nested::Finer)
        && may_be_one(a, b, ctx)
}

/// How the place of a second telling stands to that of a first.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Nested {
    Same,
    Finer,
    Coarser,
    /// No gazetteer holds one of them, so nobody knows; a common figure has to tell.
    Open,
}

fn nested(ctx: &Context<'_>, a: &Where, b: &Where) -> Option<Nested> {
    let wide = |id: &String| ctx.places.get(id).is_some_and(|p| p.level > PlaceLevel::Settlement);
    match (a, b) {
        _ if a == b => Some(Nested::Same),
        (_, Where::Untold) => Some(Nested::Coarser),
        (Where::Untold, _) => Some(Nested::Finer),
        (Where::Unknown(_), Where::Known(id)) if wide(id) => Some(Nested::Coarser),
        (Where::Known(id), Where::Unknown(_)) if wide(id) => Some(Nested::Finer),
        (Where::Unknown(_), Where::Known(_)) | (Where::Known(_), Where::Unknown(_)) => {
            Some(Nested::Open)
        }
        (Where::Known(a), Where::Known(b)) if places::may_hold(ctx, a, b) => Some(Nested::Finer),
        (Where::Known(a), Where::Known(b)) if places::may_hold(ctx, b, a) => Some(Nested::Coarser),
        _ => None,
    }
}

/// Known parties are named on both sides, and none of one side belongs to one of the other.
fn rivals(ctx: &Context<'_>, a: &[Who], b: &[Who]) -> bool {
    let known = |who: &Who| match who {
        Who::Party(id) => Some(id.clone()),
        Who::Words(_) => None,
    };
    let (a, b): (Vec<_>, Vec<_>) =
        (a.iter().filter_map(known).collect(), b.iter().filter_map(known).collect());
    let related = a.iter().any(|x| b.iter().any(|y| parties::related(ctx, x, y)));
    !a.is_empty() && !b.is_empty() && !related
}
