//! Tellings: the claims of one report that speak of one event in one breath.

use std::collections::BTreeMap;

use hudna_model::{Act, Body, FiledClaim, Modality, Name, Outcome};

use crate::days::Days;
use crate::fold::{fold, telling_words};
use crate::index::hash;
use crate::{Context, places, rules};

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

/// Claims of one report about one event, with what they say together. It holds ids, not claims, so
/// that very many can be kept.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Telling {
    /// Ids, ascending.
    pub claims: Vec<String>,
    pub report: String,
    /// This list and those after it are ascending and hold each item once.
    pub acts: Vec<Act>,
    pub place: Where,
    /// Whether the name means that place and no other.
    pub certain: bool,
    pub days: Days,
    /// The text says when; otherwise the days are assumed from those of the report.
    pub dated: bool,
    pub actors: Vec<Who>,
    pub targets: Vec<Who>,
    pub target_words: Vec<String>,
    /// Whole (not subset) figures per outcome: low and high.
    pub figures: Vec<(Outcome, (u32, u32))>,
    /// Whose word the figures are; none for the report's own.
    pub voices: Vec<Option<Who>>,
    /// Words of the longest evidence.
    pub words: usize,
    /// Hashes of what is said in several words: the kind and the folded evidence of each claim.
    pub sayings: Vec<u64>,
}

impl Telling {
    /// Id of the smallest member.
    pub(crate) fn id(&self) -> &str {
        &self.claims[0]
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
pub(crate) fn of_events<'a>(
    claims: impl IntoIterator<Item = &'a FiledClaim>,
    ctx: &Context<'_>,
) -> Vec<&'a FiledClaim> {
    known(claims, ctx, |f| {
        let said = matches!(f.claim.modality, Modality::Actual | Modality::Alleged);
        let toll = matches!(f.claim.body, Body::Toll { cumulative: false, .. });
        said && (toll || matches!(f.claim.body, Body::Violence { .. }))
    })
}

/// Claims received by `as_of`, not background, that `keep` wants: each id once, ascending.
pub(crate) fn known<'a>(
    claims: impl IntoIterator<Item = &'a FiledClaim>,
    ctx: &Context<'_>,
    keep: impl Fn(&FiledClaim) -> bool,
) -> Vec<&'a FiledClaim> {
    let told = |f: &&FiledClaim| f.received <= ctx.as_of && !f.claim.background && keep(f);
    let mut kept: Vec<_> = claims.into_iter().filter(told).collect();
    kept.sort_by(|a, b| {
        (&a.claim.id, a.received, &a.report).cmp(&(&b.claim.id, b.received, &b.report))
    });
    kept.dedup_by(|a, b| a.claim.id == b.claim.id);
    kept
}

/// What the claims, ascending by id and of one report, say together.
pub(crate) fn summarise(members: &[&FiledClaim], ctx: &Context<'_>) -> Telling {
    let words = |f: &&FiledClaim| f.claim.evidence.text.split_whitespace().count();
    let bodies = || members.iter().map(|f| &f.claim.body);
    let deeds = || bodies().filter_map(deed);
    let counted = members.iter().filter(|f| figure(&f.claim.body).is_some());
    let targets = || deeds().filter_map(|(_, _, target)| target);
    let place = most_precise(members, ctx);
    Telling {
        claims: members.iter().map(|f| f.claim.id.clone()).collect(),
        report: members[0].report.clone(),
        acts: set(deeds().map(|(act, ..)| act)),
        certain: is_certain(members, &place, ctx),
        place,
        days: days_of(members),
        dated: members.iter().any(|f| Days::is_told(f)),
        actors: set(deeds().filter_map(|(_, actor, _)| actor).map(who)),
        targets: set(targets().map(who)),
        target_words: set(targets().flat_map(|t| telling_words(&t.text))),
        figures: set(bodies().filter_map(whole)),
        voices: set(counted.map(|f| f.claim.attributed_to.as_ref().map(who))),
        words: members.iter().map(words).max().unwrap_or_default(),
        sayings: set(members.iter().filter_map(|f| saying(f))),
    }
}

fn set<T: Ord>(items: impl Iterator<Item = T>) -> Vec<T> {
    let mut items: Vec<T> = items.collect();
    items.sort_unstable();
    items.dedup();
    items.shrink_to_fit();
    items
}

/// Act, actor and target.
fn deed(body: &Body) -> Option<(Act, Option<&Name>, Option<&Name>)> {
    let Body::Violence { act, actor, target, .. } = body else { return None };
    Some((*act, actor.as_ref(), target.as_ref()))
}

/// The figure of a toll that is not said to be part of another.
fn whole(body: &Body) -> Option<(Outcome, (u32, u32))> {
    let Body::Toll { outcome, subset_of: None, .. } = body else { return None };
    figure(body).map(|range| (*outcome, range))
}

fn saying(filed: &FiledClaim) -> Option<u64> {
    let words = fold(&filed.claim.evidence.text);
    let enough = words.split(' ').nth(rules::SAME_WORDS - 1).is_some();
    enough.then(|| hash(&[b"said", filed.claim.body.kind().as_bytes(), words.as_bytes()]))
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

/// Whether the name of that place is certain in any claim that tells it; one that no gazetteer
/// holds never is.
fn is_certain(members: &[&FiledClaim], place: &Where, ctx: &Context<'_>) -> bool {
    let Where::Known(id) = place else { return false };
    let mut told = members.iter().filter_map(|f| f.claim.place.as_ref());
    told.any(|p| p.id.as_ref() == Some(id) && places::is_certain(ctx, id, p.candidates))
}

/// The days that all tell, else the days that any tells; stated dates come before assumed ones.
pub(crate) fn days_of(members: &[&FiledClaim]) -> Days {
    let stated: Vec<_> = members.iter().filter(|f| Days::is_told(f)).collect();
    let days: Vec<Days> = match stated.is_empty() {
        true => members.iter().map(|f| Days::of_claim(f)).collect(),
        false => stated.iter().map(|f| Days::of_claim(f)).collect(),
    };
    let first = days[0];
    let all = days.iter().try_fold(first, |a, b| a.meet(*b));
    all.unwrap_or_else(|| days.iter().fold(first, |a, b| a.hull(*b)))
}
