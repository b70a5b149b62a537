//! A toll that the title or the lead tells and the text repeats is told once, in the text.

use std::ops::Range;

use hudna_model::{Body, Span};

use crate::claims::{Context, Draft};
use crate::doc::{Doc, Mention};
use crate::frame::phrase::is_only_verb;
use crate::lang::ar::Feat;

/// Longest title, in scalars.
const LONGEST: usize = 200;

/// Drops tolls of the title that the text tells more exactly, and those of a lead that stands
/// before the text and that the text repeats to the number.
pub(in crate::claims) fn drop_repeated(ctx: &Context<'_, '_>, drafts: &mut Vec<Draft>) {
    if ctx.doc.is_english() {
        return drop_lead(ctx.doc, drafts);
    }
    let Some(title) = title_end(ctx.doc.text) else { return };
    let lead = lead_end(ctx.doc, title);
    let told = |d: &Draft, from: usize, same: fn(&Body, &Body) -> bool| {
        drafts.iter().any(|b| b.span.start >= from && same(&d.body, &b.body))
    };
    let keep: Vec<bool> = drafts
        .iter()
        .map(|d| match d.span.start {
            at if at < title => !told(d, title, covers),
            at if at < lead => !told(d, lead, repeats),
            _ => true,
        })
        .collect();
    let mut keep = keep.iter();
    drafts.retain(|_| *keep.next().unwrap_or(&true));
}

/// In English the title and the lead are told again: of tolls of the same number those that stand
/// before the second sentence of the text go.
fn drop_lead(doc: &Doc<'_>, drafts: &mut Vec<Draft>) {
    let title = title_end(doc.text).unwrap_or(0);
    let title =
        crate::lang::en::dateline(&doc.tokens).map_or(title, |d| title.max(doc.span(&d).end));
    let lead = doc.sentences.iter().find(|s| doc.span(s).start >= title && !s.is_empty());
    let lead = lead.map_or(title, |s| doc.span(s).end);
    let told: Vec<(Span, Body)> = drafts.iter().map(|d| (d.span, d.body.clone())).collect();
    drafts.retain(|d| {
        let end = if d.span.start < title { title } else { lead };
        let again = |(span, body): &(Span, Body)| {
            span.start >= end && (covers(&d.body, body) || repeats(&d.body, body))
        };
        d.span.start >= lead || !told.iter().any(again)
    });
}

fn title_end(text: &str) -> Option<usize> {
    let at = text.find("\n\n")?;
    let length = text[..at].chars().count();
    (length <= LONGEST && at * 2 < text.len()).then_some(length)
}

/// Where the sentence behind the title ends, in scalars, if it is a lead written like a title:
/// in the present, and not opened by a verb.
fn lead_end(doc: &Doc<'_>, title: usize) -> usize {
    let lead = doc.sentences.iter().find(|s| doc.span(s).start >= title && !s.is_empty());
    lead.filter(|s| is_headline(doc, s)).map_or(title, |s| doc.span(s).end)
}

fn is_headline(doc: &Doc<'_>, sentence: &Range<usize>) -> bool {
    let finite = |m: &Mention, feat: Feat| {
        is_only_verb(doc, m) && m.lexemes(doc.lang).any(|(_, f)| f == feat)
    };
    let mut verbs = doc.mentions_in(sentence).filter(|m| m.is_verb() && is_only_verb(doc, m));
    let opens = doc.mention_at(sentence.start).is_some_and(|m| is_only_verb(doc, m));
    !opens && verbs.next().is_some_and(|m| finite(m, Feat::Present))
}

/// The same outcome with the same number, exact or with a bound, or with one of those dozens.
fn covers(title: &Body, text: &Body) -> bool {
    let (
        Body::Toll { outcome: a, low: l, high: h, vague, .. },
        Body::Toll { outcome: b, low: m, high: i, .. },
    ) = (title, text)
    else {
        return false;
    };
    let within = *vague && m.is_some_and(|n| l.is_none_or(|l| l <= n) && h.is_none_or(|h| n <= h));
    a == b && (l.is_some() && l == m || l.is_none() && h == i || within)
}

fn repeats(lead: &Body, text: &Body) -> bool {
    match (lead, text) {
        (
            Body::Toll { outcome: a, low: l, high: h, .. },
            Body::Toll { outcome: b, low: m, high: i, .. },
        ) => (a, l, h) == (b, m, i),
        _ => false,
    }
}
