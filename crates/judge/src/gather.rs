//! From tellings to incidents: blocks, links, groups.

use std::collections::BTreeMap;

use hudna_model::{FiledClaim, Incident, Link, Modality, PlaceLevel};

use crate::average::{Sets, average_link};
use crate::fold::fold;
use crate::incident::{Group, incident};
use crate::origin::Roots;
use crate::score::{Scored, score};
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
    let mut home = vec![0; told.len()];
    for (n, members) in groups.iter().enumerate() {
        members.iter().for_each(|i| home[*i] = n);
    }
    let links = links(&told, &pairs, &home);
    let denials = denials(claims, &told, &home, ctx);
    let mut incidents: Vec<Incident> = groups
        .iter()
        .zip(links)
        .enumerate()
        .map(|(n, (members, links))| {
            let group = Group {
                tellings: members.iter().map(|i| &told[*i]).collect(),
                links,
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
                pairs.insert((other, i), Scored::CERTAIN);
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
    let connected = pairs.iter().filter(|((a, b), _)| sets.find(*a) == sets.find(*b));
    let scores: Vec<_> = connected.map(|((a, b), s)| (*a, *b, s.score)).collect();
    average_link(n, scores, rules::AVERAGE_LINK)
}

/// For every group the links inside it, then the best suggestions from it to others. `home` tells
/// the group of each telling.
fn links(told: &[Telling<'_>], pairs: &Pairs, home: &[usize]) -> Vec<Vec<Link>> {
    let groups = home.iter().max().map_or(0, |last| last + 1);
    let mut inside: Vec<Vec<Link>> = vec![Vec::new(); groups];
    for (telling, group) in told.iter().zip(home) {
        let (first, rest) = (telling.id(), &telling.members[1..]);
        inside[*group]
            .extend(rest.iter().map(|m| link(first, &m.claim.id, &Scored::CERTAIN, true)));
    }
    let mut across: Vec<Vec<(usize, usize, &Scored)>> = vec![Vec::new(); groups];
    for ((a, b), scored) in pairs {
        let (x, y) = (home[*a], home[*b]);
        if x == y {
            inside[x].push(link(told[*a].id(), told[*b].id(), scored, scored.confirmed));
        } else if scored.score >= rules::SUGGESTED {
            across[x].push((*a, *b, scored));
            across[y].push((*a, *b, scored));
        }
    }
    for (links, suggested) in inside.iter_mut().zip(&mut across) {
        suggested.sort_by(|x, y| {
            y.2.score.total_cmp(&x.2.score).then_with(|| (x.0, x.1).cmp(&(y.0, y.1)))
        });
        let shown = suggested.iter().take(rules::SUGGESTIONS_SHOWN);
        links.extend(shown.map(|(a, b, s)| link(told[*a].id(), told[*b].id(), s, false)));
    }
    inside
}

fn link(a: &str, b: &str, scored: &Scored, confirmed: bool) -> Link {
    Link { a: a.to_owned(), b: b.to_owned(), score: scored.score, parts: scored.parts(), confirmed }
}

/// Denied claims by the group that each fits best: one that its own text ties it to, else the
/// telling with the highest score from the suggestion threshold on.
fn denials<'a>(
    claims: &'a [FiledClaim],
    told: &[Telling<'_>],
    home: &[usize],
    ctx: &Context<'_>,
) -> BTreeMap<usize, Vec<&'a FiledClaim>> {
    let denied = known(claims, ctx, |f| {
        f.claim.modality == Modality::Denied && f.claim.body.kind() == "violence"
    });
    let mut found: BTreeMap<usize, Vec<&FiledClaim>> = BTreeMap::new();
    for filed in denied {
        let at = told_together(filed, told).or_else(|| best_fit(filed, told, ctx));
        if let Some(telling) = at {
            found.entry(home[telling]).or_default().push(filed);
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
    block(ctx, &denied)?;
    let all = told.iter().enumerate();
    let scored = all.filter_map(|(i, t)| Some((i, score(ctx, &denied, t, false)?.score)));
    let fitting = scored.filter(|(_, s)| *s >= rules::SUGGESTED);
    fitting.reduce(|a, b| if b.1 > a.1 { b } else { a }).map(|(i, _)| i)
}
