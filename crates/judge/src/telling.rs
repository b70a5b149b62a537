//! Tellings: the claims of one report that speak of one event in one breath.

use std::collections::{BTreeMap, BTreeSet};

use hudna_model::{Act, Body, FiledClaim, Modality, Name, Outcome};

use crate::Context;
use crate::average::Sets;
use crate::days::Days;
use crate::fold::{fold, telling_words};
use crate::{parties, places, rules};

/// Who or what a name means: a party where one is known, else the folded words.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Who {
    Party(String),
    Words(String),
}

/// Where a telling is.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Where {
    /// A place of the gazetteer.
    Known(String),
    /// A name that no gazetteer holds, folded.
    Unknown(String),
    /// None told.
    Untold,
}

/// Claims of one report about one event, with what they say together.
#[derive(Debug, Clone)]
pub(crate) struct Telling<'a> {
    /// Ascending by id.
    pub members: Vec<&'a FiledClaim>,
    pub acts: BTreeSet<Act>,
    pub place: Where,
    pub days: Days,
    pub actors: BTreeSet<Who>,
    pub targets: BTreeSet<Who>,
    pub target_words: BTreeSet<String>,
    /// Largest whole (not subset) figure per outcome: low and high.
    pub figures: BTreeMap<Outcome, (u32, u32)>,
    /// Words of the longest evidence.
    pub words: usize,
}

impl Telling<'_> {
    /// Id of the smallest member.
    pub(crate) fn id(&self) -> &str {
        &self.members[0].claim.id
    }

    pub(crate) fn report(&self) -> &str {
        &self.members[0].report
    }
}

pub(crate) fn who(name: &Name) -> Who {
    name.party.clone().map_or_else(|| Who::Words(fold(&name.text)), Who::Party)
}

pub(crate) fn location(filed: &FiledClaim) -> Where {
    match &filed.claim.place {
        None => Where::Untold,
        Some(place) => match &place.id {
            Some(id) => Where::Known(id.clone()),
            None => Where::Unknown(fold(&place.text)),
        },
    }
}

/// The figure of a toll as a range: one end untold is taken for the other; none without any.
pub(crate) fn figure(body: &Body) -> Option<(u32, u32)> {
    let Body::Toll { low, high, .. } = body else { return None };
    let low_or_high = (*low).or(*high)?;
    let high_or_low = high.unwrap_or(low_or_high);
    Some((low_or_high, high_or_low.max(low_or_high)))
}

/// Claims that can make an incident: violence and event tolls told as actual or alleged, not as
/// background, each id once, ascending.
pub(crate) fn of_events<'a>(claims: &'a [FiledClaim], ctx: &Context<'_>) -> Vec<&'a FiledClaim> {
    known(claims, ctx, |f| {
        let said = matches!(f.claim.modality, Modality::Actual | Modality::Alleged);
        let toll = matches!(f.claim.body, Body::Toll { cumulative: false, .. });
        said && (toll || matches!(f.claim.body, Body::Violence { .. }))
    })
}

/// Claims received by `as_of`, not background, that `keep` wants: each id once, ascending.
pub(crate) fn known<'a>(
    claims: &'a [FiledClaim],
    ctx: &Context<'_>,
    keep: impl Fn(&FiledClaim) -> bool,
) -> Vec<&'a FiledClaim> {
    let seen = claims.iter().filter(|f| f.received <= ctx.as_of && !f.claim.background && keep(f));
    let mut kept: Vec<_> = seen.collect();
    kept.sort_by(|a, b| {
        (&a.claim.id, a.received, &a.report).cmp(&(&b.claim.id, b.received, &b.report))
    });
    kept.dedup_by(|a, b| a.claim.id == b.claim.id);
    kept
}

/// Puts the claims of each report together into tellings, ordered by smallest claim id.
pub(crate) fn tellings<'a>(claims: &[&'a FiledClaim], ctx: &Context<'_>) -> Vec<Telling<'a>> {
    let mut reports: BTreeMap<&str, Vec<&FiledClaim>> = BTreeMap::new();
    for filed in claims {
        reports.entry(&filed.report).or_default().push(filed);
    }
    let mut all: Vec<Telling<'_>> = reports.values().flat_map(|c| of_report(c, ctx)).collect();
    all.sort_by(|a, b| a.id().cmp(b.id()));
    all
}

fn of_report<'a>(claims: &[&'a FiledClaim], ctx: &Context<'_>) -> Vec<Telling<'a>> {
    let mut sets = Sets::new(claims.len());
    join_acts(claims, ctx, &mut sets);
    let homes = toll_homes(claims, ctx, &sets);
    for (toll, home) in homes.iter().enumerate() {
        if let Some(home) = home {
            sets.join(toll, *home);
        }
    }
    join_homeless(claims, ctx, &homes, &mut sets);
    let members = |group: Vec<usize>| group.iter().map(|i| claims[*i]).collect();
    sets.groups().into_iter().map(|g| summarise(members(g), ctx)).collect()
}

/// Acts of one family at one place, told in one clause or tied by the text.
fn join_acts(claims: &[&FiledClaim], ctx: &Context<'_>, sets: &mut Sets) {
    for (a, x) in claims.iter().enumerate() {
        for (b, y) in claims.iter().enumerate().skip(a + 1) {
            let (Body::Violence { act, actor, .. }, Body::Violence { act: other, actor: by, .. }) =
                (&x.claim.body, &y.claim.body)
            else {
                continue;
            };
            let alike = act.family() == other.family() && location(x) == location(y);
            if alike && tied(x, y) && !rivals(ctx, actor.as_ref(), by.as_ref()) {
                sets.join(a, b);
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
    sets: &mut Sets,
) {
    let homeless: Vec<usize> = (0..claims.len())
        .filter(|i| homes[*i].is_none() && matches!(claims[*i].claim.body, Body::Toll { .. }))
        .collect();
    for (n, &a) in homeless.iter().enumerate() {
        for &b in &homeless[n + 1..] {
            let near = same_event(claims[a], claims[b]) || same_clause(claims[a], claims[b]);
            let part = part_of(claims[a], claims[b]) || part_of(claims[b], claims[a]);
            if part || (near && compatible(ctx, claims[a], claims[b])) {
                sets.join(a, b);
            }
        }
    }
}

pub(crate) fn part_of(part: &FiledClaim, whole: &FiledClaim) -> bool {
    matches!(&part.claim.body, Body::Toll { subset_of: Some(id), .. } if *id == whole.claim.id)
}

/// What the claims say together.
pub(crate) fn summarise<'a>(members: Vec<&'a FiledClaim>, ctx: &Context<'_>) -> Telling<'a> {
    let words = |f: &&FiledClaim| f.claim.evidence.text.split_whitespace().count();
    let mut telling = Telling {
        acts: BTreeSet::new(),
        place: most_precise(&members, ctx),
        days: days_of(&members),
        actors: BTreeSet::new(),
        targets: BTreeSet::new(),
        target_words: BTreeSet::new(),
        figures: BTreeMap::new(),
        words: members.iter().map(words).max().unwrap_or_default(),
        members,
    };
    for filed in telling.members.clone() {
        take(&mut telling, &filed.claim.body);
    }
    telling
}

fn take(telling: &mut Telling<'_>, body: &Body) {
    match body {
        Body::Violence { act, actor, target, .. } => {
            telling.acts.insert(*act);
            telling.actors.extend(actor.as_ref().map(who));
            telling.targets.extend(target.as_ref().map(who));
            let words = target.as_ref().map(|t| telling_words(&t.text));
            telling.target_words.extend(words.unwrap_or_default());
        }
        Body::Toll { outcome, subset_of: None, .. } => {
            if let Some(range) = figure(body) {
                let largest = telling.figures.entry(*outcome).or_insert(range);
                *largest = (*largest).max(range);
            }
        }
        _ => {}
    }
}

/// The smallest known place; of several the most often told, then the smaller id.
pub(crate) fn most_precise(members: &[&FiledClaim], ctx: &Context<'_>) -> Where {
    let mut told: BTreeMap<Where, usize> = BTreeMap::new();
    for filed in members {
        *told.entry(location(filed)).or_default() += 1;
    }
    let rank = |(place, times): &(&Where, &usize)| {
        let level = match place {
            Where::Known(id) => (0, ctx.places.get(id).map(|p| p.level)),
            Where::Unknown(_) => (1, None),
            Where::Untold => (2, None),
        };
        (level, std::cmp::Reverse(**times))
    };
    told.iter().min_by_key(rank).map_or(Where::Untold, |(place, _)| place.clone())
}

/// The days that all tell, else the days that any tells; stated dates come before assumed ones.
pub(crate) fn days_of(members: &[&FiledClaim]) -> Days {
    let stated: Vec<_> = members.iter().filter(|f| f.claim.date.is_some()).collect();
    let days: Vec<Days> = match stated.is_empty() {
        true => members.iter().map(|f| Days::of_claim(f)).collect(),
        false => stated.iter().map(|f| Days::of_claim(f)).collect(),
    };
    let first = days[0];
    let all = days.iter().try_fold(first, |a, b| a.meet(*b));
    all.unwrap_or_else(|| days.iter().fold(first, |a, b| a.hull(*b)))
}
