//! Parts of a toll: "among them four children", "51 civilians … and 34 fighters".

use std::ops::Range;

use hudna_model::{Body, Claim, Outcome};

use crate::claims::count::{Group, list};
use crate::claims::{Context, Draft};
use crate::doc::Mention;

/// Subsets: "among them four children" behind a toll of the same sentence.
pub(in crate::claims) fn subsets(ctx: &Context<'_, '_>, drafts: &[Draft]) -> Vec<Draft> {
    let doc = ctx.doc;
    let cue = |m: &&Mention| {
        m.lexemes(doc.lang).any(|(l, _)| l.is("subset") || l.is("breakdown"))
    };
    let mut out = Vec::new();
    for mention in doc.mentions.iter().filter(cue) {
        let Some(sentence) = doc.sentences.iter().find(|s| s.contains(&mention.at.start)) else {
            continue;
        };
        let Some(whole) = whole(ctx, drafts, mention, sentence) else { continue };
        out.extend(parts(ctx, whole, mention, sentence));
    }
    out
}

/// The toll that a cue parts: the last one before it in the sentence; of "among the dead" the
/// last one of that outcome.
fn whole<'d>(
    ctx: &Context<'_, '_>,
    drafts: &'d [Draft],
    cue: &Mention,
    sentence: &Range<usize>,
) -> Option<&'d Draft> {
    let named = cue.lexemes(ctx.doc.lang).find_map(|(l, _)| l.tag("outcome"));
    let named = named.and_then(Outcome::parse);
    let fits = |d: &&Draft| match (&d.body, named) {
        (Body::Toll { outcome, .. }, Some(named)) => *outcome == named && d.trigger < cue.at.start,
        (Body::Toll { .. }, None) => {
            let told = ctx.doc.span(&(d.trigger..d.trigger + 1)).start.min(d.span.start);
            sentence.contains(&d.trigger) && told < ctx.doc.tokens[cue.at.start].span.start
        }
        _ => false,
    };
    drafts.iter().filter(fits).max_by_key(|d| (d.trigger, d.span))
}

fn parts(
    ctx: &Context<'_, '_>,
    whole: &Draft,
    cue: &Mention,
    sentence: &Range<usize>,
) -> Vec<Draft> {
    let mut groups = list::members(ctx, cue.at.end, sentence.end);
    groups.extend(number_before(ctx, cue, &groups));
    let told = |g: &Group| g.low.or(g.high).unwrap_or(0);
    let most = match &whole.body {
        Body::Toll { low, high, .. } => high.or(low.map(|n| n.saturating_mul(20))),
        _ => None,
    };
    groups
        .iter()
        .filter(|g| most.is_none_or(|m| told(g) <= m))
        .map(|g| part(ctx, whole, cue.at.start, g))
        .collect()
}

/// "200 منهم": the number stands before the cue.
fn number_before(ctx: &Context<'_, '_>, cue: &Mention, behind: &[Group]) -> Option<Group> {
    let i = cue.at.start.checked_sub(1).filter(|_| behind.is_empty())?;
    let q = ctx.doc.quantity_at(i).filter(|q| q.at.end == cue.at.start)?;
    list::member_before(ctx, q.at.start)
}

fn part(ctx: &Context<'_, '_>, whole: &Draft, cue: usize, group: &Group) -> Draft {
    let Body::Toll { outcome, side, cumulative, .. } = &whole.body else {
        unreachable!("parts are made of tolls")
    };
    let body = Body::Toll {
        outcome: *outcome,
        low: group.low,
        high: group.high,
        vague: group.vague,
        victims: group.victims,
        side: side.clone(),
        cumulative: *cumulative,
        subset_of: Some(String::new()),
    };
    let near = cue < group.at.start && group.at.start - cue <= 3;
    let from = if near { cue } else { group.at.start };
    Draft {
        body,
        modality: whole.modality,
        background: whole.background,
        span: ctx.stretch(from..group.at.end),
        clause: whole.clause,
        place: super::span::own_place(ctx, group.at.end).or_else(|| whole.place.clone()),
        date: whole.date.clone(),
        rule: "toll.subset".to_owned(),
        confidence: whole.confidence - 0.05,
        trigger: group.at.start,
    }
}

/// Gives each subset the id of the toll that it is part of: the last whole one before it.
pub(in crate::claims) fn link_subsets(claims: &mut [Claim]) {
    let mut last: Vec<(Outcome, String)> = Vec::new();
    for claim in claims.iter_mut() {
        if let Body::Toll { outcome, subset_of, .. } = &mut claim.body {
            match subset_of {
                Some(id) => {
                    let whole = last.iter().rev().find(|(o, _)| o == outcome);
                    *id = whole.map(|(_, id)| id.clone()).unwrap_or_default();
                }
                None => last.push((*outcome, claim.id.clone())),
            }
        }
    }
}
