//! A title or standfirst that the body repeats makes no claims of its own.

use std::ops::Range;

use hudna_model::{Act, Body};

use super::{Context, Draft};
use crate::doc::{Doc, Mention};
use crate::frame::phrase::is_only_verb;
use crate::lang::ar::Feat;
use crate::token::{Token, TokenKind};

/// Longest title, in bytes of the text.
const LONGEST: usize = 320;

/// Longest standfirst, in scalars.
const LONGEST_LEAD: usize = 300;

/// Drops the claims of the title, and of a standfirst, that the body makes as well.
pub(super) fn drop_repeated(ctx: &Context<'_, '_>, drafts: &mut Vec<Draft>) {
    let Some(title) = end(ctx.doc.text) else { return };
    let head = standfirst(ctx.doc, title).unwrap_or(title);
    let head = dateline(ctx.doc).map_or(head, |d| head.max(d));
    let (early, body): (Vec<Draft>, Vec<Draft>) =
        std::mem::take(drafts).into_iter().partition(|d| d.span.start < head);
    let alone: Vec<Draft> =
        early.into_iter().filter(|t| !body.iter().any(|b| repeats(t, b))).collect();
    *drafts = alone.into_iter().chain(body).collect();
}

/// Where the title ends, in scalars: at the first blank line, if text follows it and no full stop ends it.
fn end(text: &str) -> Option<usize> {
    let at = text.find("\n\n").filter(|at| *at <= LONGEST && at * 2 < text.len())?;
    if text[..at].trim_end().ends_with(['.', '؟', ':']) {
        return None;
    }
    Some(text[..at].chars().count())
}

/// Where the dateline of an English text ends, in scalars: what stands before it is repeated.
fn dateline(doc: &Doc<'_>) -> Option<usize> {
    let at = crate::lang::en::dateline(&doc.tokens).filter(|_| doc.is_english())?;
    Some(doc.span(&at).end)
}

/// Where a standfirst behind the title ends, in scalars: one short line in the style of
/// headlines (a noun, then a verb of the present), before a body that begins with a verb.
fn standfirst(doc: &Doc<'_>, title: usize) -> Option<usize> {
    let first = doc.tokens.iter().position(|t| t.is_word() && t.span.start >= title)?;
    let breaks = |t: &Token| t.kind == TokenKind::Break;
    let last = first + doc.tokens[first..].iter().position(breaks)?;
    let (start, end) = (doc.tokens[first].span.start, doc.tokens[last].span.start);
    let rest = doc.tokens.last()?.span.end - end;
    let short = end - start <= LONGEST_LEAD && rest > end - start;
    (short && heads(doc, first..last) && tells(doc, last)).then_some(end)
}

/// Whether the line behind some token begins with a verb, as reports do.
fn tells(doc: &Doc<'_>, from: usize) -> bool {
    let next = (from..doc.tokens.len()).find(|i| doc.tokens[*i].is_word());
    next.and_then(|i| doc.mention_at(i)).is_some_and(Mention::is_verb)
}

/// Whether the first finite verb of some tokens stands behind a noun and in the present.
fn heads(doc: &Doc<'_>, at: Range<usize>) -> bool {
    let opens = |m: &Mention| {
        ["subord", "rel", "that", "neg"].iter().any(|c| m.lexeme(doc.lang, c).is_some())
    };
    let verb = doc.mentions_in(&at).find(|m| is_only_verb(doc, m) || opens(m));
    verb.is_some_and(|m| {
        m.at.start > at.start && !m.conjunction && m.hits.iter().any(|h| h.feat == Feat::Present)
    })
}

fn repeats(title: &Draft, body: &Draft) -> bool {
    match (&title.body, &body.body) {
        (Body::Violence { act: a, .. }, Body::Violence { act: b, .. }) => {
            a.family() == b.family() || *a == Act::OtherForce || *b == Act::OtherForce
        }
        (
            Body::Toll { outcome: a, low: l, high: h, .. },
            Body::Toll { outcome: b, low: m, high: i, .. },
        ) => (a, l, h) == (b, m, i),
        (Body::Truce { event: a, .. }, Body::Truce { event: b, .. }) => a == b,
        (Body::Statement { speech_act: a, .. }, Body::Statement { speech_act: b, .. }) => a == b,
        (Body::Commitment { what: a, .. }, Body::Commitment { what: b, .. }) => a == b,
        (Body::Meeting { form: a, .. }, Body::Meeting { form: b, .. }) => a == b,
        _ => false,
    }
}
