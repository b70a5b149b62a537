//! What the tagger saw in a claim, for people: how sure it is, and which words weighed.

use hudna_model::{Body, Seen, Span};

use crate::doc::Doc;
use crate::tagger::tagged::Tagged;

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
        sure: rounded(tagged.sight(body.kind(), span).mean),
        value: probability(tagged, attribute, value, span).map(rounded),
        words: words(doc, tagged, body, span),
    }
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
        tagged.sight(body.kind(), at).mean * value
    };
    let telling = doc.tokens_of(span).filter(|i| tells(doc, *i));
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
        let mention = doc.mention_at(token).filter(|m| m.lexemes(doc.lang).next().is_some());
        mention.is_some_and(|m| {
            m.lexemes(doc.lang).all(|(l, _)| BINDING.iter().any(|class| l.is(class)))
        })
    };
    word.is_word() && word.text.chars().count() >= LETTERS && !binds()
}
