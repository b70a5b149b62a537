//! Tellings: the claims of one report that speak of one event in one breath.

use std::collections::{BTreeMap, BTreeSet};

use hudna_model::{Act, Body, FiledClaim, Modality, Name, Outcome};

use crate::days::Days;
use crate::fold::{fold, telling_words};
use crate::index::hash;
use crate::{Context, rules};

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
    pub acts: BTreeSet<Act>,
    pub place: Where,
    pub days: Days,
    /// The text says when; otherwise the days are assumed from those of the report.
    pub dated: bool,
    pub actors: BTreeSet<Who>,
    pub targets: BTreeSet<Who>,
    pub target_words: BTreeSet<String>,
    /// Whole (not subset) figures per outcome: low and high.
    pub figures: BTreeMap<Outcome, BTreeSet<(u32, u32)>>,
    /// Whose word the figures are; none for the report's own.
    pub voices: BTreeSet<Option<Who>>,
    /// Words of the longest evidence.
    pub words: usize,
    /// Hashes of what is said in several words: the kind and the folded evidence of each claim.
    pub sayings: BTreeSet<u64>,
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
    let mut telling = Telling {
        claims: members.iter().map(|f| f.claim.id.clone()).collect(),
        report: members[0].report.clone(),
        acts: BTreeSet::new(),
        place: most_precise(members, ctx),
        days: days_of(members),
        dated: members.iter().any(|f| Days::is_told(f)),
        actors: BTreeSet::new(),
        targets: BTreeSet::new(),
        target_words: BTreeSet::new(),
        figures: BTreeMap::new(),
        voices: members
            .iter()
            .filter(|f| figure(&f.claim.body).is_some())
            .map(|f| f.claim.attributed_to.as_ref().map(who))
            .collect(),
        words: members.iter().map(words).max().unwrap_or_default(),
        sayings: members.iter().filter_map(|f| saying(f)).collect(),
    };
    members.iter().for_each(|filed| take(&mut telling, &filed.claim.body));
    telling
}

fn saying(filed: &FiledClaim) -> Option<u64> {
    let words = fold(&filed.claim.evidence.text);
    let enough = words.split(' ').nth(rules::SAME_WORDS - 1).is_some();
    enough.then(|| hash(&[b"said", filed.claim.body.kind().as_bytes(), words.as_bytes()]))
}

fn take(telling: &mut Telling, body: &Body) {
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
                telling.figures.entry(*outcome).or_default().insert(range);
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
    let stated: Vec<_> = members.iter().filter(|f| Days::is_told(f)).collect();
    let days: Vec<Days> = match stated.is_empty() {
        true => members.iter().map(|f| Days::of_claim(f)).collect(),
        false => stated.iter().map(|f| Days::of_claim(f)).collect(),
    };
    let first = days[0];
    let all = days.iter().try_fold(first, |a, b| a.meet(*b));
    all.unwrap_or_else(|| days.iter().fold(first, |a, b| a.hull(*b)))
}
