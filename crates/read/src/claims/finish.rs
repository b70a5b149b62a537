//! Evidence is a clause, not a stump: it takes in what belongs to its last word, and the word
//! that carries its first.

use std::collections::HashSet;
use std::ops::Range;

use hudna_model::{Body, Span};

use super::evidence::MAX_SCALARS;
use super::{Context, Draft};
use crate::doc::{Doc, Mention};
use crate::frame::phrase::is_only_verb;
use crate::token::TokenKind;

/// How many words of its clause evidence may take in behind its last role.
const BEHIND: usize = 7;

/// As many in English, where what follows is more often the next clause.
const BEHIND_ENGLISH: usize = 3;

/// As many for a group joined to another ("وعشرات الجرحى"): the rest mostly belongs to both.
const JOINED: usize = 2;

/// Carries the evidence of all claims but statements, which reach to their end anyway, to the
/// end of their phrase; never into another claim of the kind.
pub(super) fn finish(ctx: &Context<'_, '_>, drafts: &mut [Draft]) {
    let told: HashSet<(usize, &str)> = drafts.iter().map(|d| (d.trigger, d.body.kind())).collect();
    let whole = |draft: &Draft| {
        let kind = draft.body.kind();
        let other = |i: usize| i != draft.trigger && told.contains(&(i, kind));
        (!matches!(draft.body, Body::Statement { .. }) && !draft.is_proposed())
            .then(|| whole(ctx.doc, draft, other))
    };
    let spans: Vec<Option<Span>> = drafts.iter().map(whole).collect();
    for (draft, span) in drafts.iter_mut().zip(spans) {
        draft.span = span.unwrap_or(draft.span);
    }
}

fn whole(doc: &Doc<'_>, draft: &Draft, other: impl Fn(usize) -> bool) -> Span {
    let at = doc.tokens_of(draft.span);
    let sentence = &doc.sentences[doc.clauses[draft.clause].sentence];
    if at.is_empty() || at.start < sentence.start || at.end > sentence.end {
        return draft.span;
    }
    let toll = matches!(draft.body, Body::Toll { .. });
    let start = if toll { at.start } else { carried(doc, sentence, at.start) };
    let usual = match (doc.is_english(), toll) {
        (true, true) => 0,
        (true, false) => BEHIND_ENGLISH,
        _ => BEHIND,
    };
    let most = if toll && joined(doc, at.start) { JOINED } else { usual };
    // What is joined to one group is mostly another.
    let other = |i: usize| other(i) || toll && joins(doc, i);
    let whole = doc.span(&(start..end(doc, at.end..sentence.end, most, other)));
    if whole.len() <= MAX_SCALARS { draft.span.join(whole) } else { draft.span }
}

/// The word right before, unless it only links: the verb that carries a noun, the head of a name.
fn carried(doc: &Doc<'_>, sentence: &Range<usize>, start: usize) -> usize {
    let before = doc.mention_at(start).map_or(start, |m| m.at.start.min(start)).max(sentence.start);
    if before == sentence.start || joined(doc, before) || !doc.tokens[before - 1].is_word() {
        return before;
    }
    let head = doc.mention_at(before - 1);
    let at = head.map_or(before - 1, |m| m.at.start).max(sentence.start);
    let governed = doc.mention_at(before).is_some_and(|m| m.preposition.is_some());
    let verb = head.is_some_and(|m| is_only_verb(doc, m));
    let name = head.is_some_and(|m| m.places().next().is_some() || is_name(doc, m));
    let apart = governed && !verb || name || links(doc, at) || is_saying(doc, at);
    if apart { before } else { at }
}

/// Where the phrase ends that some token stands in: at a mark, a word that opens a clause, a
/// word of saying, another claim; at the latest after some words, and never on a word that links.
fn end(doc: &Doc<'_>, rest: Range<usize>, most: usize, other: impl Fn(usize) -> bool) -> usize {
    let from = rest.start;
    let mut at = from;
    let mut words = 0;
    while at < rest.end && words < most && !stops(doc, at) && !other(at) {
        words += usize::from(doc.tokens[at].is_word());
        at = doc.mention_at(at).map_or(at + 1, |m| m.at.end.max(at + 1));
    }
    let mut end = at.min(rest.end);
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

fn is_name(doc: &Doc<'_>, m: &Mention) -> bool {
    m.parties(doc.lang).next().is_some() || m.lexeme(doc.lang, "person").is_some()
}

fn is_saying(doc: &Doc<'_>, i: usize) -> bool {
    doc.mention_at(i).is_some_and(|m| m.lexeme(doc.lang, "speech").is_some())
}

fn joined(doc: &Doc<'_>, i: usize) -> bool {
    doc.mention_at(i).is_some_and(|m| m.conjunction)
}

/// Whether something is joined by و from this token on, known or not.
fn joins(doc: &Doc<'_>, i: usize) -> bool {
    const SHORT: usize = 3;
    let text = doc.tokens[i].text.as_str();
    match doc.mention_at(i) {
        Some(m) => m.at.start == i && (m.conjunction || doc.is_particle(i, "conj")),
        None => text == "و" || text.starts_with('و') && text.chars().count() > SHORT,
    }
}

/// A word that only links what is before it to what is behind.
fn links(doc: &Doc<'_>, i: usize) -> bool {
    const LINKING: [&str; 10] =
        ["prep", "locative", "subord", "that", "rel", "conj", "neg", "adv", "subset", "anew"];
    LINKING.iter().any(|c| doc.is_particle(i, c))
}

#[cfg(test)]
mod tests {
    use hudna_model::Report;

    use crate::choose::How;
    use crate::layers::date::tests::pack;
    use crate::reader::read_so;

    /// The evidence of all claims of a sentence by rules.
    fn evidence(text: &str) -> Vec<String> {
        let lang = Some("ar".to_owned());
        let report = Report { text: text.to_owned(), lang, ..Report::default() };
        let how = How { by_rules: true, ..How::default() };
        let claims = read_so(&report, &pack(), how).0.claims;
        claims.into_iter().map(|c| c.evidence.text).collect()
    }

    #[test]
    fn evidence_takes_in_its_whole_phrase() {
        let read = evidence("مقتل تسعة جنود من اللواء العاشر في كمين قرب الجسر، حسب السكان.");
        assert!(read.iter().any(|e| e.ends_with("قرب الجسر")), "{read:?}");
    }

    #[test]
    fn evidence_ends_before_the_next_claim() {
        let read = evidence("قتل خمسة جنود وأصيب ثلاثة مدنيين في حلب.");
        assert!(read.iter().any(|e| e == "قتل خمسة جنود"), "{read:?}");
    }
}
