//! Whether a clause tells what was or what is to come, as far as a date needs it.

use std::ops::Range;

use hudna_model::Modality;

use crate::doc::{Doc, Mention};
use crate::frame::phrase::is_only_verb;
use crate::lang::ar::Feat;

/// What the words around a date speak of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Tense {
    Past,
    Future,
    /// No verb near says.
    Open,
}

/// How far around a date its verb may stand, in tokens.
const BEFORE: usize = 20;
const BEHIND: usize = 8;

/// The tense at a date: of the nearest verb or cue before it, else behind it, in its sentence.
pub(super) fn around(doc: &Doc<'_>, at: &Range<usize>) -> Tense {
    let n = doc.sentences.partition_point(|s| s.end <= at.start);
    let Some(sentence) = doc.sentences.get(n) else { return Tense::Open };
    let from = sentence.start.max(at.start.saturating_sub(BEFORE)).min(at.start);
    let to = sentence.end.min(at.end + BEHIND);
    let told = (from..at.start).rev().find_map(|i| at_token(doc, i, sentence.start));
    let behind = || (at.end..to).find_map(|i| at_token(doc, i, sentence.start));
    told.or_else(behind).unwrap_or(Tense::Open)
}

fn at_token(doc: &Doc<'_>, i: usize, start: usize) -> Option<Tense> {
    match doc.mention_at(i) {
        Some(m) if m.at.start == i => of(doc, m),
        Some(_) => None,
        None => unknown_future(doc, i, start).then_some(Tense::Future),
    }
}

/// A word that no list has, in the shape of a future ("ستردّ"), where a verb may stand.
fn unknown_future(doc: &Doc<'_>, i: usize, start: usize) -> bool {
    let text = doc.tokens[i].text.as_str();
    let bare = text.strip_prefix('و').unwrap_or(text);
    let shaped = ["ست", "سي", "سن"].iter().any(|p| bare.starts_with(p)) && bare.chars().count() > 3;
    let begins = || {
        let Some(k) = i.checked_sub(1).filter(|k| *k >= start) else { return true };
        let classes = ["that", "rel", "subord", "conj", "adv"];
        !doc.tokens[k].is_word() || classes.iter().any(|c| doc.is_particle(k, c))
    };
    shaped && (bare.len() < text.len() || begins())
}

fn of(doc: &Doc<'_>, m: &Mention) -> Option<Tense> {
    let planned = m.scopes().any(|i| doc.lang.scopes[i].set == Some(Modality::Planned));
    if planned || m.hits.iter().any(|h| h.feat == Feat::Future) {
        return Some(Tense::Future);
    }
    let past = m.hits.iter().any(|h| h.feat == Feat::Past) && is_only_verb(doc, m);
    past.then_some(Tense::Past)
}
