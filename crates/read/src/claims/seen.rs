//! What the tagger saw in a claim, for people: how sure it is, and which words weighed.

use hudna_model::{Body, Seen, Span};

use crate::doc::Doc;
use crate::lang::en;
use crate::tagger::tagged::Tagged;
use crate::token::TokenKind;

/// Most words that are named.
const WORDS: usize = 3;

/// Least product of probabilities with which a word is named.
const LEAST: f32 = 0.05;

/// Fewest letters of a word that is named.
const LETTERS: usize = 3;

/// Classes of words that bind others and tell nothing by themselves.
const BINDING: [&str; 12] = [
    "prep", "subord", "rel", "that", "neg", "pron", "conj", "adv", "subset", "det", "part", "link",
];

/// What the tagger saw in the words of a claim.
pub(super) fn seen(doc: &Doc<'_>, tagged: &Tagged<'_>, body: &Body, span: Span) -> Seen {
    let (attribute, value) = main_value(body);
    Seen {
        sure: rounded(sure(tagged, body, span)),
        value: probability(tagged, attribute, value, span).map(rounded),
        words: words(doc, tagged, body, span),
    }
}

/// How much of the claim's kind there is in a span. A toll is seen in its number alone, and is as
/// sure as the surest piece; other kinds are seen in all of their clause.
fn sure(tagged: &Tagged<'_>, body: &Body, span: Span) -> f32 {
    let sight = tagged.sight(body.kind(), span);
    if matches!(body, Body::Toll { .. }) { sight.most } else { sight.mean }
}

fn rounded(p: f32) -> f64 {
    (f64::from(p) * 100.0).round() / 100.0
}

/// The attribute that says most of a claim, and its value.
fn main_value(body: &Body) -> (&'static str, &'static str) {
    match body {
        Body::Violence { act, .. } => ("act", act.as_str()),
        Body::Toll { outcome, .. } => ("outcome", outcome.as_str()),
        Body::Meeting { status, .. } => ("status", status.as_str()),
        Body::Statement { speech_act, .. } => ("speech_act", speech_act.as_str()),
        Body::Truce { event, .. } => ("event", event.as_str()),
        Body::Commitment { what, .. } => ("what", what.as_str()),
    }
}

fn probability(tagged: &Tagged<'_>, attribute: &str, value: &str, span: Span) -> Option<f32> {
    tagged.values(attribute, span).into_iter().find(|(name, _)| *name == value).map(|(_, p)| p)
}

/// The words in which it saw the claim most clearly, in the order of the text: those of the
/// highest product of the probabilities of kind and value.
fn words(doc: &Doc<'_>, tagged: &Tagged<'_>, body: &Body, span: Span) -> Vec<String> {
    let (attribute, value) = main_value(body);
    let weight = |token: usize| {
        let at = doc.tokens[token].span;
        let value = probability(tagged, attribute, value, at).unwrap_or(1.0);
        sure(tagged, body, at) * value
    };
    let figure =
        |i: &usize| matches!(body, Body::Toll { .. }) && doc.tokens[*i].kind == TokenKind::Number;
    let telling = doc.tokens_of(span).filter(|i| tells(doc, *i) || figure(i));
    let mut all: Vec<(usize, f32)> =
        telling.map(|i| (i, weight(i))).filter(|(_, w)| *w >= LEAST).collect();
    all.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
    all.truncate(WORDS);
    all.sort_by_key(|(i, _)| *i);
    all.into_iter().map(|(i, _)| doc.slice(doc.tokens[i].span).to_owned()).collect()
}

/// Whether a token is a word that tells something: long enough, and none that only binds others.
fn tells(doc: &Doc<'_>, token: usize) -> bool {
    let word = &doc.tokens[token];
    let binds = || {
        let mut lexemes = doc.mention_at(token).into_iter().flat_map(|m| m.lexemes(doc.lang));
        lexemes.any(|(l, _)| BINDING.iter().any(|class| l.is(class)))
    };
    // Forms of "be" and the like are known to the grammar, not to the lexicon.
    let carries = || {
        doc.is_english()
            && [&en::BE[..], &en::HAVE, &en::DO, &en::MODALS, &en::PRONOUNS, &en::DETERMINERS]
                .iter()
                .any(|list| list.contains(&word.text.as_str()))
    };
    word.is_word() && !carries() && word.text.chars().count() >= LETTERS && !binds()
}
