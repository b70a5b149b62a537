//! Noun phrases that name who speaks or acts: offices, bodies, forces and the names behind them.

use std::ops::Range;

use hudna_model::PartyKind;

use crate::doc::{Doc, Mention};
use crate::layers::english;
use crate::layers::walk::Walk;
use crate::pack::registers::FormKind;

/// What heads a phrase.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Head {
    /// A post or role: names may follow it.
    Office,
    /// A body, state or force.
    Group,
    /// A known person.
    Person,
    /// A word that no list holds.
    Strange,
}

/// A phrase that may name somebody.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Np {
    /// Tokens.
    pub at: Range<usize>,
    /// What heads it.
    pub head: Head,
}

/// Longest phrase, in tokens.
const LONGEST: usize = 18;

/// Particles that no phrase contains.
pub(super) const BREAKERS: [&str; 8] =
    ["that", "subord", "rel", "neg", "conj", "adv", "prep", "subset"];

/// The phrase that begins at the token, if one may: it ends before `limit`.
pub fn phrase_at(doc: &Doc<'_>, start: usize, limit: usize) -> Option<Np> {
    if doc.is_english() {
        return english::person::phrase_at(doc, start, limit);
    }
    let mut from = start;
    // "عدد من المسؤولين", "أحد القادة", "ثلاثة مسؤولين": the counted word heads it.
    while from < limit && counts(doc, from) {
        from = doc.quantity_at(from).map_or(from + 1, |q| q.at.end);
        from += usize::from(from > start && doc.tokens.get(from).is_some_and(|t| t.text == "من"));
    }
    let definite = doc.tokens.get(from).is_some_and(|t| t.text.starts_with("ال"));
    let counted = (from > start && definite).then_some(Head::Strange);
    let head = head_at(doc, from).or(counted)?;
    let limit = limit.min(start + LONGEST);
    let named = doc.tokens[from].text.starts_with("ال");
    if from >= limit || (head == Head::Strange && from > start && !named) {
        return None;
    }
    let mut walk = Walk::new(doc, head, limit);
    walk.end = doc.mention_at(from).map_or(from + 1, |m| m.at.end);
    walk.definite = walk.is_definite(from);
    walk.named = head == Head::Person;
    walk.proper = doc.mention_at(from).is_some_and(|m| is_proper(doc, m));
    walk.body = doc
        .mention_at(from)
        .is_some_and(|m| m.lexemes(doc.lang).any(|(l, _)| l.tag("body").is_some()));
    if doc.tokens[walk.end - 1].text == "باسم" && walk.end < limit {
        walk.in_name_of(walk.end);
    }
    while walk.end < limit && walk.step() {}
    Some(Np { at: start..walk.end.min(limit).max(from + 1), head })
}

/// A number, or a word for some of many ("عدد", "بعض", "أحد").
fn counts(doc: &Doc<'_>, i: usize) -> bool {
    doc.quantity_at(i).is_some() || doc.is_particle(i, "part")
}

/// What the word at a token heads; none when no phrase may begin there.
fn head_at(doc: &Doc<'_>, i: usize) -> Option<Head> {
    let token = doc.tokens.get(i).filter(|t| t.is_word())?;
    if doc.date_at(i).is_some() {
        return None;
    }
    if is_given(doc, i) {
        return Some(Head::Strange);
    }
    let Some(mention) = doc.mention_at(i) else {
        let letters = token.text.chars().count();
        let short = letters == 2 && doc.tokens.get(i + 1).is_some_and(|t| t.is_word());
        let joined = short && doc.mention_at(i + 1).is_none();
        let clitic = ["بال", "لل", "كال", "فال"].iter().any(|c| token.text.starts_with(c));
        return ((letters > 2 || joined) && !clitic).then_some(Head::Strange);
    };
    if mention.at.start != i || mention.enclitic && mention.lexeme(doc.lang, "office").is_none() {
        return None;
    }
    head_of(doc, mention)
}

/// What a mention heads.
pub fn head_of(doc: &Doc<'_>, mention: &Mention) -> Option<Head> {
    if mention.lexemes(doc.lang).any(|(l, _)| BREAKERS.iter().any(|c| l.is(c))) {
        return None;
    }
    let parties = || mention.parties(doc.lang).filter(|f| f.kind != FormKind::Adjective);
    if parties().any(|f| f.kind == FormKind::Office) || mention.lexeme(doc.lang, "office").is_some()
    {
        return Some(Head::Office);
    }
    if parties().any(|f| doc.pack.parties[f.party].kind == PartyKind::Person) {
        return Some(Head::Person);
    }
    let force = mention.lexeme(doc.lang, "force").is_some_and(|(l, _)| !l.is("weapon"));
    (parties().next().is_some() || force).then_some(Head::Group)
}

/// The given name "علي", which folds like the preposition: it is written with a dotted ya and no
/// prefix of its own.
pub(super) fn is_given(doc: &Doc<'_>, i: usize) -> bool {
    doc.tokens.get(i).is_some_and(|t| t.text == "علي" && doc.slice(t.span) == "علي")
}

/// A name and no noun: adjectives that no list holds do not follow it.
pub(super) fn is_proper(doc: &Doc<'_>, m: &Mention) -> bool {
    let name = |k: FormKind| matches!(k, FormKind::Name | FormKind::Metonym);
    let noun = ["force", "office"].iter().any(|c| m.lexeme(doc.lang, c).is_some());
    m.parties(doc.lang).any(|f| name(f.kind)) && !noun
}
