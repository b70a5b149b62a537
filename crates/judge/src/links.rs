//! Why the claims of an incident belong together, and which others may.

use std::collections::{BTreeMap, BTreeSet};

use hudna_model::{Link, ScorePart};

use crate::average::Sets;
use crate::gatherer::Gatherer;
use crate::node::Edge;
use crate::score::Scored;
use crate::{Context, rules};

/// The pair of two tellings, the one with the smaller id first.
type Pair = (usize, usize);

/// Links of a group: inside each telling, then the best that hold its tellings together, one fewer
/// than there are tellings, then the best suggestion to each of some other groups.
pub(crate) fn links(gatherer: &Gatherer, group: &[usize], ctx: &Context<'_>) -> Vec<Link> {
    let mut links: Vec<Link> = group.iter().flat_map(|i| inside(gatherer, *i)).collect();
    let members: BTreeSet<usize> = group.iter().copied().collect();
    let (held, decided) = backbone(gatherer, group, &members);
    links.extend(decided.into_iter().map(|(a, b)| said(gatherer, a, b)));
    links.extend(held.into_iter().filter_map(|(a, b)| link(gatherer, a, b, true, ctx)));
    let others = suggestions(gatherer, group, &members);
    links.extend(others.into_iter().filter_map(|(a, b)| link(gatherer, a, b, false, ctx)));
    links
}

/// A telling's own claims hang together by its first.
fn inside(gatherer: &Gatherer, telling: usize) -> Vec<Link> {
    let claims = gatherer.claims(telling);
    let tied = |other: &String| made(&claims[0], other, &Scored::CERTAIN, true);
    claims[1..].iter().map(tied).collect()
}

/// A maximum spanning forest of the group: pairs that people decided, then the highest scores.
fn backbone(
    gatherer: &Gatherer,
    group: &[usize],
    members: &BTreeSet<usize>,
) -> (Vec<Pair>, Vec<Pair>) {
    let mut sets = Sets::new(group.len());
    let at: BTreeMap<usize, usize> = group.iter().enumerate().map(|(n, i)| (*i, n)).collect();
    let mut join = |pair: &Pair| {
        let (a, b) = (sets.find(at[&pair.0]), sets.find(at[&pair.1]));
        sets.join(a, b);
        a != b
    };
    let within = |(a, b): &&Pair| members.contains(a) && members.contains(b);
    let mut decided: Vec<Pair> = gatherer.decided.together.iter().filter(within).copied().collect();
    decided.iter_mut().for_each(|pair| *pair = ordered(gatherer, *pair));
    decided.sort_by_key(|pair| ids(gatherer, *pair));
    decided.retain(&mut join);
    let mut held: Vec<Pair> = scored(gatherer, group, |e| members.contains(&(e.to as usize)));
    held.retain(join);
    (held, decided)
}

/// The best pair with each other group, the best groups first; none with a group that people said
/// to be another incident.
fn suggestions(gatherer: &Gatherer, group: &[usize], members: &BTreeSet<usize>) -> Vec<Pair> {
    let outside = |e: &Edge| {
        f64::from(e.score) >= 100.0 * rules::SUGGESTED && !members.contains(&(e.to as usize))
    };
    let barred: BTreeSet<Option<usize>> = gatherer
        .decided
        .apart
        .iter()
        .filter_map(|(a, b)| match (members.contains(a), members.contains(b)) {
            (true, false) => Some(*b),
            (false, true) => Some(*a),
            _ => None,
        })
        .map(|other| gatherer.group_of(other))
        .collect();
    let mut seen = BTreeSet::new();
    let other = |(a, b): &Pair| if members.contains(a) { *b } else { *a };
    let mut found = scored(gatherer, group, outside);
    found.retain(|pair| {
        let group = gatherer.group_of(other(pair));
        !barred.contains(&group) && seen.insert(group)
    });
    found.truncate(rules::SUGGESTIONS_SHOWN);
    found
}

/// Pairs of the group's edges that `keep` wants, each once, by score and then by ids.
fn scored(gatherer: &Gatherer, group: &[usize], keep: impl Fn(&Edge) -> bool) -> Vec<Pair> {
    let mut found: BTreeMap<Pair, u8> = BTreeMap::new();
    for i in group {
        for edge in gatherer.edges(*i).iter().filter(|e| keep(e)) {
            found.insert(ordered(gatherer, (*i, edge.to as usize)), edge.score);
        }
    }
    let mut pairs: Vec<(Pair, u8)> = found.into_iter().collect();
    pairs
        .sort_by(|(a, x), (b, y)| y.cmp(x).then_with(|| ids(gatherer, *a).cmp(&ids(gatherer, *b))));
    pairs.into_iter().map(|(pair, _)| pair).collect()
}

fn ordered(gatherer: &Gatherer, (a, b): Pair) -> Pair {
    if gatherer.id(a) <= gatherer.id(b) { (a, b) } else { (b, a) }
}

fn ids(gatherer: &Gatherer, (a, b): Pair) -> (&str, &str) {
    (gatherer.id(a), gatherer.id(b))
}

fn link(gatherer: &Gatherer, a: usize, b: usize, inside: bool, ctx: &Context<'_>) -> Option<Link> {
    let scored = gatherer.scored(a, b, ctx)?;
    let (first, second) = ids(gatherer, (a, b));
    Some(made(first, second, &scored, inside && scored.confirmed))
}

/// A person's word that two tellings are one.
fn said(gatherer: &Gatherer, a: usize, b: usize) -> Link {
    let (a, b) = ids(gatherer, (a, b));
    let part = ScorePart { name: "decision".to_owned(), value: 1.0, weight: 1.0 };
    Link { a: a.to_owned(), b: b.to_owned(), score: 1.0, parts: vec![part], confirmed: true }
}

fn made(a: &str, b: &str, scored: &Scored, confirmed: bool) -> Link {
    Link { a: a.to_owned(), b: b.to_owned(), score: scored.score, parts: scored.parts(), confirmed }
}
