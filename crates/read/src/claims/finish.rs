//! Evidence is a clause, not a stump: it takes in what belongs to its last word, and the word
//! that carries its first.

use std::collections::HashSet;
use std::ops::Range;

use hudna_model::{Body, Span};

use super::evidence::MAX_SCALARS;
use super::{Context, Draft};
use crate::doc::Doc;
use crate::token::TokenKind;

/// How many words of its clause evidence may take in behind its last role.
const BEHIND: usize = 7;

/// Carries the evidence of all claims but statements, which reach to their end anyway, to the
/// end of their phrase; never into another claim of the kind.
pub(super) fn finish(ctx: &Context<'_, '_>, drafts: &mut [Draft]) {
    let told: HashSet<(usize, &str)> = drafts.iter().map(|d| (d.trigger, d.body.kind())).collect();
    let whole = |draft: &Draft| {
        let kind = draft.body.kind();
        let other = |i: usize| i != draft.trigger && told.contains(&(i, kind));
        (!matches!(draft.body, Body::Statement { .. })).then(|| whole(ctx.doc, draft, other))
    };
    let spans: Vec<Option<Span>> = drafts.iter().map(whole).collect();
    for (draft, span) in drafts.iter_mut().zip(spans) {
        draft.span = span.unwrap_or(draft.span);
    }
}

fn whole(doc: &Doc<'_>, draft: &Draft, other: impl Fn(usize) -> bool) -> Span {
    let at = tokens(doc, draft.span);
    let sentence = &doc.sentences[doc.clauses[draft.clause].sentence];
    if at.is_empty() || at.start < sentence.start || at.end > sentence.end {
        return draft.span;
    }
    let start = match draft.body {
        Body::Toll { .. } => at.start,
        _ => carried(doc, sentence, at.start),
    };
    let whole = doc.span(&(start..end(doc, sentence, at.end, other)));
    if whole.len() <= MAX_SCALARS { draft.span.join(whole) } else { draft.span }
}

/// The tokens of a span.
fn tokens(doc: &Doc<'_>, span: Span) -> Range<usize> {
    let start = doc.tokens.partition_point(|t| t.span.end <= span.start);
    let end = doc.tokens.partition_point(|t| t.span.start < span.end);
    start..end.max(start)
}

/// The word right before, unless it only links: the verb that carries a noun, the head of a name.
fn carried(doc: &Doc<'_>, sentence: &Range<usize>, start: usize) -> usize {
    let before = doc.mention_at(start).map_or(start, |m| m.at.start.min(start)).max(sentence.start);
    if before == sentence.start || joined(doc, before) || !doc.tokens[before - 1].is_word() {
        return before;
    }
    let head = doc.mention_at(before - 1).map_or(before - 1, |m| m.at.start).max(sentence.start);
    if links(doc, head) || is_saying(doc, head) { before } else { head }
}

/// Where the phrase ends that some token stands in: at a mark, a word that opens a clause, a
/// word of saying, another claim; at the latest after some words, and never on a word that links.
fn end(
    doc: &Doc<'_>,
    sentence: &Range<usize>,
    from: usize,
    other: impl Fn(usize) -> bool,
) -> usize {
    let mut at = from;
    let mut words = 0;
    while at < sentence.end && words < BEHIND && !stops(doc, at) && !other(at) {
        words += usize::from(doc.tokens[at].is_word());
        at = doc.mention_at(at).map_or(at + 1, |m| m.at.end.max(at + 1));
    }
    let mut end = at.min(sentence.end);
    while end > from && (links(doc, end - 1) || !ends(doc, end - 1)) {
        end -= 1;
    }
    end
}

fn ends(doc: &Doc<'_>, i: usize) -> bool {
    let token = &doc.tokens[i];
    matches!(token.kind, TokenKind::Number) || token.is_word() || token.is_mark("»”)")
}

fn stops(doc: &Doc<'_>, i: usize) -> bool {
    const OPENING: [&str; 3] = ["subord", "that", "subset"];
    let token = &doc.tokens[i];
    let mark = matches!(token.kind, TokenKind::Mark(_)) && !token.is_mark("«»“”\"()/");
    mark || token.kind == TokenKind::Break
        || OPENING.iter().any(|c| doc.is_particle(i, c))
        || is_saying(doc, i)
}

fn is_saying(doc: &Doc<'_>, i: usize) -> bool {
    doc.mention_at(i).is_some_and(|m| m.lexeme(doc.lang, "speech").is_some())
}

fn joined(doc: &Doc<'_>, i: usize) -> bool {
    doc.mention_at(i).is_some_and(|m| m.conjunction)
}

/// A word that only links what is before it to what is behind.
fn links(doc: &Doc<'_>, i: usize) -> bool {
    const LINKING: [&str; 10] =
        ["prep", "locative", "subord", "that", "rel", "conj", "neg", "adv", "subset", "anew"];
    LINKING.iter().any(|c| doc.is_particle(i, c))
}
