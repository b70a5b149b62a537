//! What each token of an English text is to the phrases around it.

use std::ops::Range;

use crate::doc::{Doc, Mention};
use crate::frame::phrase::is_only_verb;
use crate::lang::ar::Feat;
use crate::lang::en::{BE, DETERMINERS, DO, HAVE, MODALS, is_adverb};

/// What a token is to the phrases around it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Part {
    /// A mark of punctuation or a line break.
    Mark,
    /// A word of a date.
    Date,
    /// A preposition, and where it ends.
    Preposition(usize),
    /// Words of attribution ("according to"), and where they end.
    Attribution(usize),
    /// "and", "or".
    And,
    /// A relative.
    Relative,
    /// Another particle, and where it ends.
    Particle(usize),
    /// A verb or an auxiliary, and where it ends.
    Verb(usize),
    /// A pronoun.
    Pronoun,
    /// An article or the like.
    Determiner,
    /// Part of a noun phrase, and where it ends.
    Word(usize),
}

const PRONOUNS: [&str; 18] = [
    "he",
    "she",
    "it",
    "they",
    "we",
    "i",
    "you",
    "him",
    "them",
    "us",
    "me",
    "himself",
    "itself",
    "themselves",
    "there",
    "here",
    "what",
    "one",
];

/// What the token is.
pub(crate) fn part(doc: &Doc<'_>, i: usize) -> Part {
    let Some(token) = doc.tokens.get(i) else { return Part::Mark };
    let mention = doc.mention_at(i);
    let end = mention.map_or(i + 1, |m| m.at.end);
    if !token.is_word() {
        return if doc.quantity_at(i).is_some() { Part::Word(end) } else { Part::Mark };
    }
    if doc.date_at(i).is_some() {
        return Part::Date;
    }
    let text = token.text.as_str();
    let single = mention.is_none_or(|m| m.at.len() == 1);
    if single && is_auxiliary(text) {
        return Part::Verb(i + 1);
    }
    if let Some(q) = doc.quantity_at(i) {
        return Part::Word(q.at.end.max(end));
    }
    let class = |c: &str| mention.is_some_and(|m| m.lexeme(doc.lang, c).is_some());
    if let Some(m) = mention {
        let named = m.parties(doc.lang).next().is_some() || m.places().next().is_some();
        if class("attribution") {
            return Part::Attribution(end);
        }
        if !named && is_verb(doc, m) {
            return Part::Verb(end);
        }
    }
    match text {
        "and" | "or" | "but" | "nor" if single => return Part::And,
        "who" | "which" | "whose" | "where" | "whom" => return Part::Relative,
        "not" | "never" | "to" => return Part::Preposition(end),
        "'s" => return Part::Word(end),
        _ => {}
    }
    if class("rel") {
        return Part::Relative;
    }
    if class("prep") {
        return Part::Preposition(end);
    }
    if ["subord", "that", "neg", "adv", "conj", "subset"].iter().any(|c| class(c)) {
        return Part::Particle(end);
    }
    if single && PRONOUNS.contains(&text) {
        return Part::Pronoun;
    }
    if single && (DETERMINERS.contains(&text) || class("det")) {
        return Part::Determiner;
    }
    if mention.is_none() && is_adverb(text) {
        return Part::Particle(end);
    }
    if mention.is_none() && is_strange_verb(doc, i) {
        return Part::Verb(end);
    }
    Part::Word(end)
}

pub(super) fn is_auxiliary(text: &str) -> bool {
    [&BE[..], &HAVE, &MODALS, &DO].iter().any(|l| l.contains(&text))
}

/// A verb here: finite, or a participle that is no adjective.
pub(crate) fn is_verb(doc: &Doc<'_>, m: &Mention) -> bool {
    if is_only_verb(doc, m) {
        return true;
    }
    let mut known = m.lexemes(doc.lang).peekable();
    let participle = known.peek().is_some() && known.all(|(_, f)| f == Feat::Passive);
    participle && !attributive(doc, &m.at)
}

/// "the besieged town", "Russian-backed forces": a participle before a noun.
fn attributive(doc: &Doc<'_>, at: &Range<usize>) -> bool {
    let before = at.start.checked_sub(1);
    let opened = before.is_some_and(|b| {
        let text = doc.tokens[b].text.as_str();
        DETERMINERS.contains(&text)
            || text == "'s"
            || text == "and"
            || hyphenated(doc, at.start)
            || doc.is_particle(b, "prep")
            || doc.quantity_at(b).is_some()
    });
    let next = doc.tokens.get(at.end).filter(|t| t.is_word() && doc.date_at(at.end).is_none());
    let noun = next.is_some_and(|t| {
        let function = ["prep", "conj", "that", "subord", "adv"];
        !DETERMINERS.contains(&t.text.as_str())
            && !is_auxiliary(&t.text)
            && t.text != "and"
            && !function.iter().any(|c| doc.is_particle(at.end, c))
    });
    opened && noun
}

/// Whether a hyphen joins the token to the one before it.
pub(crate) fn hyphenated(doc: &Doc<'_>, i: usize) -> bool {
    let Some(before) = i.checked_sub(1).and_then(|b| doc.tokens.get(b)) else { return false };
    let Some(token) = doc.tokens.get(i) else { return false };
    let (before, start) = (before.span.end, token.span.start);
    start == before + 1 && doc.slice(hudna_model::Span::new(before, start)) != " "
}

/// A word that no list holds and that looks like a verb where one may stand.
fn is_strange_verb(doc: &Doc<'_>, i: usize) -> bool {
    let token = &doc.tokens[i];
    let text = token.text.as_str();
    if token.capital || text.len() < 4 {
        return false;
    }
    let before = i.checked_sub(1).map_or("", |b| doc.tokens[b].text.as_str());
    if MODALS.contains(&before) || DO.contains(&before) || before == "to" {
        return true;
    }
    let past = text.ends_with("ed") && !hyphenated(doc, i);
    past && !attributive(doc, &(i..i + 1))
}
