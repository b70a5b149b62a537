//! Parts of a toll: "among them four children", "51 civilians … and 34 fighters".

use std::ops::Range;

use hudna_model::{Body, Claim, Outcome};

use crate::claims::count::{Group, list};
use crate::claims::{Context, Draft};
use crate::doc::Mention;

/// A word or mark that opens the parts of a toll.
struct Cue {
    at: Range<usize>,
    /// It says whose parts they are ("among the dead").
    outcome: Option<Outcome>,
    /// It parts the whole ("هم", a colon) and does not only pick some of it.
    whole: bool,
    /// "one of them".
    one: bool,
}

fn cues(ctx: &Context<'_, '_>) -> Vec<Cue> {
    let doc = ctx.doc;
    let of = |m: &Mention| {
        let (lexeme, _) =
            m.lexeme(doc.lang, "subset").or_else(|| m.lexeme(doc.lang, "breakdown"))?;
        Some(Cue {
            at: m.at.clone(),
            outcome: lexeme.tag("outcome").and_then(Outcome::parse),
            whole: lexeme.is("breakdown"),
            one: lexeme.tag("one").is_some(),
        })
    };
    let colons = (0..doc.tokens.len()).filter(|i| {
        doc.tokens[*i].is_mark(":") && doc.quantity_at(i + 1).is_some_and(|q| q.at.start == i + 1)
    });
    let colon = |i: usize| Cue { at: i..i + 1, outcome: None, whole: true, one: false };
    doc.mentions.iter().filter_map(of).chain(colons.map(colon)).collect()
}

/// Subsets: "among them four children" behind a toll of the same sentence.
pub(in crate::claims) fn subsets(ctx: &Context<'_, '_>, drafts: &[Draft]) -> Vec<Draft> {
    if ctx.doc.is_english() {
        return super::english::subsets(ctx, drafts);
    }
    let doc = ctx.doc;
    let mut out = Vec::new();
    for cue in cues(ctx) {
        let at = doc.sentences.partition_point(|s| s.end <= cue.at.start);
        let Some(sentence) = doc.sentences.get(at).filter(|s| s.contains(&cue.at.start)) else {
            continue;
        };
        let Some(whole) = whole(ctx, drafts, &cue, sentence) else { continue };
        out.extend(parts(ctx, whole, &cue, sentence));
    }
    out
}

/// The toll that a cue parts: the last one before it in the sentence; of "among the dead" the
/// last one of that outcome.
fn whole<'d>(
    ctx: &Context<'_, '_>,
    drafts: &'d [Draft],
    cue: &Cue,
    sentence: &Range<usize>,
) -> Option<&'d Draft> {
    let fits = |d: &&Draft| match (&d.body, cue.outcome) {
        (Body::Toll { outcome, .. }, Some(named)) => *outcome == named && d.trigger < cue.at.start,
        (Body::Toll { .. }, None) => {
            let told = ctx.doc.span(&(d.trigger..d.trigger + 1)).start.min(d.span.start);
            sentence.contains(&d.trigger) && told < ctx.doc.tokens[cue.at.start].span.start
        }
        _ => false,
    };
    drafts.iter().filter(fits).max_by_key(|d| (d.trigger, d.span))
}

fn parts(ctx: &Context<'_, '_>, whole: &Draft, cue: &Cue, sentence: &Range<usize>) -> Vec<Draft> {
    let mut groups = if cue.whole {
        list::breakdown(ctx, cue.at.end, sentence.end)
    } else {
        list::members(ctx, cue.at.end, sentence.end)
    };
    groups.extend(number_before(ctx, cue, &groups));
    if groups.is_empty() && cue.one {
        groups.extend(list::one(ctx, &cue.at));
    }
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
fn number_before(ctx: &Context<'_, '_>, cue: &Cue, behind: &[Group]) -> Option<Group> {
    let i = cue.at.start.checked_sub(1).filter(|_| behind.is_empty())?;
    let q = ctx.doc.quantity_at(i).filter(|q| q.at.end == cue.at.start)?;
    list::member_before(ctx, q.at.start)
}

pub(super) fn part(ctx: &Context<'_, '_>, whole: &Draft, cue: usize, group: &Group) -> Draft {
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
        span: ctx.stretch(from..super::span::with_place(ctx, &group.at)),
        clause: whole.clause,
        place: super::span::own_place(ctx, group.at.end).or_else(|| whole.place.clone()),
        date: whole.date.clone(),
        rule: "toll.harm#subset".to_owned(),
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
