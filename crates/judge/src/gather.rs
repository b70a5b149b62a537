//! From tellings to incidents: blocks, links, groups.

use std::collections::{BTreeMap, BTreeSet};

use hudna_model::{FiledClaim, Incident, Link, Modality, PlaceLevel};

use crate::average::{Sets, average_link};
use crate::fold::fold;
use crate::incident::{Group, incident};
use crate::origin::Roots;
use crate::score::{Scored, certain, score};
use crate::telling::{Telling, Where, known, of_events, summarise, tellings};
use crate::{Context, places, rules};

/// Scores of the pairs that were compared, by the tellings' indices, the smaller first.
type Pairs = BTreeMap<(usize, usize), Scored>;

/// What happened, once each: claims of violence and of event casualties gathered into incidents,
/// newest first, ties by id.
///
/// Claims of a report that the text ties together are one telling. Tellings of one area (or of one
/// place outside every area) within two days are scored in pairs; links above the higher threshold
/// join, by average link inside connected groups. Claims without a place stay with their report.
/// Claims that are planned, called for or hypothetical, background and running totals make no
/// incident; denied ones are listed with the incident that they fit best.
pub fn gather(claims: &[FiledClaim], ctx: &Context<'_>) -> Vec<Incident> {
    let roots = Roots::new(claims, ctx);
    let told = tellings(&of_events(claims, ctx), ctx);
    let pairs = score_all(&told, &roots, ctx);
    let groups = group(told.len(), &pairs);
    let denials = denials(claims, &told, &groups, ctx);
    let mut incidents: Vec<Incident> = groups
        .iter()
        .enumerate()
        .map(|(n, members)| {
            let group = Group {
                tellings: members.iter().map(|i| &told[*i]).collect(),
                links: links(members, &told, &pairs),
                denials: denials.get(&n).cloned().unwrap_or_default(),
            };
            incident(&group, &roots, ctx)
        })
        .collect();
    incidents.sort_by(|a, b| b.days.cmp(&a.days).then_with(|| a.id.cmp(&b.id)));
    incidents
}

/// Tellings that may be compared at all: same area, or same place where no area holds it.
fn block(ctx: &Context<'_>, telling: &Telling<'_>) -> Option<String> {
    match &telling.place {
        Where::Untold => None,
        Where::Unknown(words) => Some(format!("words:{words}")),
        Where::Known(id) => {
            let level = ctx.places.get(id).map(|p| p.level);
            let area = places::area_of(ctx, id).filter(|_| level != Some(PlaceLevel::Country));
            Some(area.map_or_else(|| format!("place:{id}"), |area| format!("area:{area}")))
        }
    }
}

fn score_all(told: &[Telling<'_>], roots: &Roots, ctx: &Context<'_>) -> Pairs {
    let mut blocks: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    for (i, telling) in told.iter().enumerate() {
        if let Some(key) = block(ctx, telling) {
            blocks.entry(key).or_default().push(i);
        }
    }
    let mut pairs = copied(told, roots);
    for mut block in blocks.into_values() {
        block.sort_by_key(|i| (told[*i].days, *i));
        for (n, &x) in block.iter().enumerate() {
            let reach = told[x].days.last + rules::DAY_GAP;
            for &y in block[n + 1..].iter().take_while(|y| told[**y].days.first <= reach) {
                let copies = roots.copies(told[x].report(), told[y].report());
                if let Some(scored) = score(ctx, &told[x], &told[y], copies) {
                    pairs.entry((x.min(y), x.max(y))).or_insert(scored);
                }
            }
        }
    }
    pairs
}

/// Tellings of copies in the same words are one, wherever they are.
fn copied(told: &[Telling<'_>], roots: &Roots) -> Pairs {
    let mut first: BTreeMap<(&str, &str, String), usize> = BTreeMap::new();
    let mut pairs = Pairs::new();
    for (i, telling) in told.iter().enumerate() {
        for filed in &telling.members {
            let words = fold(&filed.claim.evidence.text);
            let key = (roots.root(&filed.report), filed.claim.body.kind(), words);
            let other = *first.entry(key).or_insert(i);
            if other != i
                && told[other].report() != telling.report()
                && told[other].place == telling.place
            {
                pairs.insert((other, i), certain());
            }
        }
    }
    pairs
}

/// Only confirmed links connect; inside what they connect, average link decides.
fn group(n: usize, pairs: &Pairs) -> Vec<Vec<usize>> {
    let mut sets = Sets::new(n);
    for ((a, b), _) in pairs.iter().filter(|(_, s)| s.confirmed) {
        sets.join(*a, *b);
    }
    let mut groups = Vec::new();
    for component in sets.groups() {
        let between = |i: usize, j: usize| {
            pairs.get(&(component[i], component[j])).map_or(0.0, |s| s.score)
        };
        let parts = average_link(component.len(), between, rules::AVERAGE_LINK);
        groups.extend(parts.iter().map(|p| p.iter().map(|i| component[*i]).collect::<Vec<_>>()));
    }
    groups.sort();
    groups
}

/// The links inside a group, and the best suggestions from it to others.
fn links(members: &[usize], told: &[Telling<'_>], pairs: &Pairs) -> Vec<Link> {
    let inside: BTreeSet<usize> = members.iter().copied().collect();
    let mut links = Vec::new();
    let mut suggested = Vec::new();
    for ((a, b), scored) in pairs {
        match (inside.contains(a), inside.contains(b)) {
            (true, true) => links.push(link(&told[*a], &told[*b], scored, scored.confirmed)),
            (false, false) => {}
            _ if scored.score >= rules::SUGGESTED => {
                suggested.push(link(&told[*a], &told[*b], scored, false));
            }
            _ => {}
        }
    }
    suggested.sort_by(|x: &Link, y: &Link| {
        y.score.total_cmp(&x.score).then_with(|| (&x.a, &x.b).cmp(&(&y.a, &y.b)))
    });
    links.extend(suggested.into_iter().take(rules::SUGGESTIONS_SHOWN));
    links
}

fn link(a: &Telling<'_>, b: &Telling<'_>, scored: &Scored, confirmed: bool) -> Link {
    Link {
        a: a.id().to_owned(),
        b: b.id().to_owned(),
        score: scored.score,
        parts: scored.parts.clone(),
        confirmed,
    }
}

/// Denied claims by the group that each fits best: one that its own text ties it to, else the
/// telling with the highest score from the suggestion threshold on.
fn denials<'a>(
    claims: &'a [FiledClaim],
    told: &[Telling<'_>],
    groups: &[Vec<usize>],
    ctx: &Context<'_>,
) -> BTreeMap<usize, Vec<&'a FiledClaim>> {
    let denied = known(claims, ctx, |f| {
        f.claim.modality == Modality::Denied && f.claim.body.kind() == "violence"
    });
    let mut found: BTreeMap<usize, Vec<&FiledClaim>> = BTreeMap::new();
    for filed in denied {
        let at = told_together(filed, told).or_else(|| best_fit(filed, told, ctx));
        if let Some(group) = at.and_then(|i| groups.iter().position(|g| g.contains(&i))) {
            found.entry(group).or_default().push(filed);
        }
    }
    found
}

fn told_together(denial: &FiledClaim, told: &[Telling<'_>]) -> Option<usize> {
    let event = denial.claim.event.as_ref()?;
    told.iter().position(|t| {
        t.members.iter().any(|m| m.report == denial.report && m.claim.event.as_ref() == Some(event))
    })
}

fn best_fit(denial: &FiledClaim, told: &[Telling<'_>], ctx: &Context<'_>) -> Option<usize> {
    let denied = summarise(vec![denial], ctx);
    let key = block(ctx, &denied)?;
    let same = told.iter().enumerate().filter(|(_, t)| block(ctx, t).as_ref() == Some(&key));
    let scored = same.filter_map(|(i, t)| Some((i, score(ctx, &denied, t, false)?.score)));
    let fitting = scored.filter(|(_, s)| *s >= rules::SUGGESTED);
    fitting.reduce(|a, b| if b.1 > a.1 { b } else { a }).map(|(i, _)| i)
}
