//! Noun phrases of English, and the relations between a trigger and the phrases around it.

mod part;
mod roles;
mod subject;

use std::ops::Range;

use crate::doc::Doc;
use crate::frame::phrase::Phrase;
pub(crate) use part::{Part, hyphenated, is_verb, part};
pub(super) use roles::find;
pub(crate) use subject::subject;

/// Longest noun phrase, in tokens.
const LONGEST: usize = 12;

/// Cuts a range into noun phrases. The trigger is a boundary and no part of any.
pub(crate) fn phrases(doc: &Doc<'_>, range: &Range<usize>, trigger: &Range<usize>) -> Vec<Phrase> {
    let mut out: Vec<Phrase> = Vec::new();
    let mut preposition: Option<String> = None;
    let mut joined: Option<Option<String>> = None;
    let mut verbs: Vec<usize> = Vec::new();
    let mut i = range.start;
    while i < range.end {
        if trigger.contains(&i) {
            (i, preposition, joined) = (trigger.end, None, None);
            continue;
        }
        let touching = out.last().filter(|p| p.at.end == i).map(|p| p.preposition.clone());
        match part(doc, i) {
            Part::Preposition(end) => {
                preposition = Some(words(doc, i..end));
                (i, joined) = (end, None);
            }
            Part::Attribution(end) => (i, preposition) = (end, Some("according to".to_owned())),
            Part::And => (i, joined) = (i + 1, touching),
            Part::Mark => {
                let quote = doc.tokens[i].is_mark("\"“”«»'‘’(");
                if doc.tokens[i].is_mark(",") && touching.is_some() {
                    joined = touching;
                } else if !quote {
                    (preposition, joined) = (None, None);
                }
                i += 1;
            }
            Part::Verb(end) => {
                verbs.push(i);
                (i, preposition, joined) = (end.max(i + 1), None, None);
            }
            Part::Determiner => i += 1,
            Part::Date | Part::Relative | Part::Pronoun => {
                (i, preposition, joined) = (i + 1, None, None)
            }
            Part::Particle(end) => (i, preposition, joined) = (end.max(i + 1), None, None),
            Part::Word(_) => {
                let end = phrase_end(doc, i, range.end, trigger);
                let inherited = joined.take().flatten().filter(|_| !verb_at(doc, end));
                let own = preposition.take().or(inherited);
                let beyond = if i >= trigger.end {
                    verbs.iter().any(|v| *v >= trigger.end && *v < i)
                } else {
                    verb_in(doc, end..trigger.start)
                };
                let at = trimmed(doc, i..end);
                if !at.is_empty() {
                    out.push(Phrase { at, preposition: own, beyond_verb: beyond });
                }
                i = end.max(i + 1);
            }
        }
    }
    out
}

fn words(doc: &Doc<'_>, at: Range<usize>) -> String {
    let list: Vec<&str> = doc.tokens[at].iter().map(|t| t.text.as_str()).collect();
    list.join(" ")
}

fn verb_at(doc: &Doc<'_>, i: usize) -> bool {
    i < doc.tokens.len() && matches!(part(doc, i), Part::Verb(_))
}

fn verb_in(doc: &Doc<'_>, range: Range<usize>) -> bool {
    range.into_iter().any(|i| verb_at(doc, i))
}

/// Without a possessive at its end.
fn trimmed(doc: &Doc<'_>, at: Range<usize>) -> Range<usize> {
    let mut end = at.end;
    while end > at.start && doc.tokens[end - 1].text == "'s" {
        end -= 1;
    }
    at.start..end
}

/// Where the phrase ends that begins at the token.
pub(crate) fn phrase_end(
    doc: &Doc<'_>,
    start: usize,
    limit: usize,
    trigger: &Range<usize>,
) -> usize {
    let limit = limit.min(start + LONGEST).min(doc.tokens.len());
    let mut end = start;
    while end < limit && !trigger.contains(&end) {
        match part(doc, end) {
            Part::Word(next) => end = next,
            Part::Mark if end > start && is_inner_mark(doc, end) => end += 1,
            Part::Determiner if end > start && doc.tokens[end - 1].text == "'s" => end += 1,
            Part::Determiner if end > start && is_name_article(doc, end) => end += 1,
            _ => break,
        }
    }
    end.min(limit.max(start + 1)).max(start + 1).min(trigger_start(start, trigger))
}

fn trigger_start(start: usize, trigger: &Range<usize>) -> usize {
    if start < trigger.start { trigger.start } else { usize::MAX }
}

/// A hyphen that hugs both words.
fn is_inner_mark(doc: &Doc<'_>, i: usize) -> bool {
    let touches = |a: usize, b: usize| doc.tokens[a].span.end == doc.tokens[b].span.start;
    doc.tokens[i].is_mark("-–&")
        && i + 1 < doc.tokens.len()
        && touches(i - 1, i)
        && touches(i, i + 1)
        || doc.tokens[i].is_mark("&")
}

/// "Abdullah the Second" is rare; "al a" is none.
fn is_name_article(doc: &Doc<'_>, i: usize) -> bool {
    doc.tokens[i].capital && doc.tokens[i - 1].capital && doc.tokens[i].text != "the"
}
