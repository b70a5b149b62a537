//! What of one report belongs together: which claims tell one event in one breath.

use std::collections::{BTreeMap, BTreeSet};

use hudna_model::{Body, FiledClaim, Name};

use crate::average::Sets;
use crate::days::Days;
use crate::elaborate::elaborate;
use crate::telling::{Telling, Where, location};
use crate::{Context, parties, places, rules};

/// Sets of claims of one report that respect what people said to be two incidents.
struct Ties {
    sets: Sets,
    apart: Vec<(usize, usize)>,
}

impl Ties {
    fn new(claims: &[&FiledClaim], apart: &BTreeSet<(&str, &str)>) -> Self {
        let at: BTreeMap<&str, usize> =
            claims.iter().enumerate().map(|(i, f)| (f.claim.id.as_str(), i)).collect();
        let here = |(a, b): &(&str, &str)| Some((*at.get(a)?, *at.get(b)?));
        Self { sets: Sets::new(claims.len()), apart: apart.iter().filter_map(here).collect() }
    }

    fn join(&mut self, a: usize, b: usize) {
        let (a, b) = (self.sets.find(a), self.sets.find(b));
        let barred = self.apart.iter().any(|(x, y)| {
            let (x, y) = (self.sets.found(*x), self.sets.found(*y));
            (x, y) == (a, b) || (y, x) == (a, b)
        });
        if !barred {
            self.sets.join(a, b);
        }
    }
}

/// Puts the claims of one report, ascending by id, together into tellings, ordered by smallest
/// claim id. `apart` are pairs of claims, the smaller first, that people said to be of two
/// incidents.
pub(crate) fn tellings(
    claims: &[&FiledClaim],
    apart: &BTreeSet<(&str, &str)>,
    ctx: &Context<'_>,
) -> Vec<Telling> {
    let mut ties = Ties::new(claims, apart);
    join_acts(claims, ctx, &mut ties);
    let homes = toll_homes(claims, ctx, &ties.sets);
    for (toll, home) in homes.iter().enumerate() {
        if let Some(home) = home {
            ties.join(toll, *home);
        }
    }
    join_homeless(claims, ctx, &homes, &mut ties);
    elaborate(claims, ties.sets.groups(), apart, ctx)
}

/// Acts of one family at one place, told in one clause or tied by the text.
fn join_acts(claims: &[&FiledClaim], ctx: &Context<'_>, ties: &mut Ties) {
    for (a, x) in claims.iter().enumerate() {
        for (b, y) in claims.iter().enumerate().skip(a + 1) {
            let (Body::Violence { act, actor, .. }, Body::Violence { act: other, actor: by, .. }) =
                (&x.claim.body, &y.claim.body)
            else {
                continue;
            };
            let alike = act.family() == other.family() && location(x) == location(y);
            if alike && tied(x, y) && !rivals(ctx, actor.as_ref(), by.as_ref()) {
                ties.join(a, b);
            }
        }
    }
}

/// Told by the text itself as belonging together: one event, or overlapping clauses.
fn tied(a: &FiledClaim, b: &FiledClaim) -> bool {
    let (a, b) = (&a.claim, &b.claim);
    (a.event.is_some() && a.event == b.event) || a.evidence.span.shared(b.evidence.span) > 0
}

/// Two known parties of which neither belongs to the other.
fn rivals(ctx: &Context<'_>, a: Option<&Name>, b: Option<&Name>) -> bool {
    match (a.and_then(|n| n.party.as_deref()), b.and_then(|n| n.party.as_deref())) {
        (Some(a), Some(b)) => !parties::related(ctx, a, b),
        _ => false,
    }
}

/// For each toll the act that it belongs to, if exactly one telling of acts comes into question.
fn toll_homes(claims: &[&FiledClaim], ctx: &Context<'_>, sets: &Sets) -> Vec<Option<usize>> {
    let own: Vec<_> = (0..claims.len()).map(|i| home_of(i, claims, ctx, sets)).collect();
    let parent = |i: usize| {
        let Body::Toll { subset_of: Some(whole), .. } = &claims[i].claim.body else { return None };
        claims.iter().position(|c| &c.claim.id == whole)
    };
    (0..claims.len()).map(|i| parent(i).map_or(own[i], |p| own[p].or(own[i]))).collect()
}

fn home_of(toll: usize, claims: &[&FiledClaim], ctx: &Context<'_>, sets: &Sets) -> Option<usize> {
    if !matches!(claims[toll].claim.body, Body::Toll { .. }) {
        return None;
    }
    let acts: Vec<usize> = (0..claims.len())
        .filter(|i| matches!(claims[*i].claim.body, Body::Violence { .. }))
        .filter(|i| compatible(ctx, claims[*i], claims[toll]))
        .collect();
    let ways: [fn(&FiledClaim, &FiledClaim) -> bool; 3] = [same_event, same_clause, same_passage];
    let found = ways.iter().find_map(|way| {
        let near: Vec<_> = acts.iter().filter(|i| way(claims[**i], claims[toll])).collect();
        (!near.is_empty()).then_some(near)
    })?;
    let mut sets = sets.clone();
    let homes: BTreeSet<usize> = found.iter().map(|i| sets.find(**i)).collect();
    only(homes.iter()).or_else(|| {
        let exact = found.iter().filter(|i| location(claims[***i]) == location(claims[toll]));
        only(exact.map(|i| sets.find(**i)).collect::<BTreeSet<_>>().iter())
    })
}

fn only<'i>(mut items: impl Iterator<Item = &'i usize>) -> Option<usize> {
    let first = items.next()?;
    items.next().is_none().then_some(*first)
}

fn same_event(a: &FiledClaim, b: &FiledClaim) -> bool {
    a.claim.event.is_some() && a.claim.event == b.claim.event
}

fn same_clause(a: &FiledClaim, b: &FiledClaim) -> bool {
    !apart(a, b) && gap(a, b) <= rules::SENTENCE_REACH
}

fn same_passage(a: &FiledClaim, b: &FiledClaim) -> bool {
    let named = location(a) != Where::Untold;
    named && !apart(a, b) && location(a) == location(b) && gap(a, b) <= rules::PLACE_REACH
}

/// The text ties each of them to something else.
fn apart(a: &FiledClaim, b: &FiledClaim) -> bool {
    let (a, b) = (&a.claim.event, &b.claim.event);
    a.is_some() && b.is_some() && a != b
}

/// Characters between two clauses, 0 when they overlap.
fn gap(a: &FiledClaim, b: &FiledClaim) -> usize {
    let (a, b) = (a.claim.evidence.span, b.claim.evidence.span);
    a.start.max(b.start).saturating_sub(a.end.min(b.end))
}

/// Whether places and stated days of two claims of one report allow for one event.
fn compatible(ctx: &Context<'_>, a: &FiledClaim, b: &FiledClaim) -> bool {
    let places = match (location(a), location(b)) {
        (Where::Known(a), Where::Known(b)) => {
            places::holds(ctx, &a, &b) || places::holds(ctx, &b, &a)
        }
        (Where::Unknown(a), Where::Unknown(b)) => a == b,
        _ => true,
    };
    let dated = a.claim.date.is_some() && b.claim.date.is_some();
    places && (!dated || Days::of_claim(a).gap(Days::of_claim(b)) == 0)
}

/// Tolls without an act belong together when the text ties them.
fn join_homeless(
    claims: &[&FiledClaim],
    ctx: &Context<'_>,
    homes: &[Option<usize>],
    ties: &mut Ties,
) {
    let homeless: Vec<usize> = (0..claims.len())
        .filter(|i| homes[*i].is_none() && matches!(claims[*i].claim.body, Body::Toll { .. }))
        .collect();
    for (n, &a) in homeless.iter().enumerate() {
        for &b in &homeless[n + 1..] {
            let near = same_event(claims[a], claims[b]) || same_clause(claims[a], claims[b]);
            let part = part_of(claims[a], claims[b]) || part_of(claims[b], claims[a]);
            if part || (near && compatible(ctx, claims[a], claims[b])) {
                ties.join(a, b);
            }
        }
    }
}

pub(crate) fn part_of(part: &FiledClaim, whole: &FiledClaim) -> bool {
    matches!(&part.claim.body, Body::Toll { subset_of: Some(id), .. } if *id == whole.claim.id)
}
