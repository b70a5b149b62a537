//! What the reader's other layers see in each token, as words that a trained model can learn from:
//! classes and tags of the lexicon, names, numbers, dates, cues, and what rules matched.
//!
//! The words are the same for every language, so that what is learnt in one holds in another.

use std::ops::Range;

use crate::doc::{Doc, Mention};
use crate::frame::matching::Match;
use crate::layers::place::Found;
use crate::layers::speaker::Speech;
use crate::pack::lexicon::Lexeme;
use crate::pack::registers::FormKind;

/// Most features of one token.
pub const MOST: usize = 14;

/// Tags of a lexeme that tell what it means.
const TAGS: [&str; 8] = ["act", "say", "outcome", "victims", "event", "what", "means", "status"];

/// What the layers found in a report.
pub struct Seen<'s, 'a> {
    /// The report taken apart.
    pub doc: &'s Doc<'a>,
    /// Its places.
    pub places: &'s [Found],
    /// Its verbs of saying.
    pub speeches: &'s [Speech<'a>],
    /// What frames matched.
    pub matches: &'s [Match<'a>],
}

/// For each token its features, at most [`MOST`]; what rules matched first.
pub fn features(seen: &Seen<'_, '_>) -> Vec<Vec<String>> {
    let doc = seen.doc;
    let mut out: Vec<Vec<String>> = vec![Vec::new(); doc.tokens.len()];
    matched(seen, &mut out);
    for speech in seen.speeches {
        mark(&mut out, &speech.at, "saying");
        if let Some(told) = &speech.told {
            mark(&mut out, told, "speaker");
        }
    }
    for place in seen.places {
        mark(&mut out, &place.at, if place.told_as_place() { "place:cued" } else { "place" });
    }
    doc.quantities.iter().for_each(|q| mark(&mut out, &q.at, "count"));
    for date in &doc.dates {
        mark(&mut out, &date.at, if date.resolved.is_some() { "date" } else { "time" });
    }
    doc.mentions.iter().for_each(|m| mentioned(doc, m, &mut out));
    doc.clauses.iter().for_each(|c| first(&mut out, &c.at, "clause"));
    doc.sentences.iter().for_each(|s| first(&mut out, s, "sentence"));
    out.iter_mut().for_each(|list| list.truncate(MOST));
    out
}

fn mark(out: &mut [Vec<String>], at: &Range<usize>, what: &str) {
    for list in &mut out[at.clone()] {
        if !list.iter().any(|f| f == what) {
            list.push(what.to_owned());
        }
    }
}

fn first(out: &mut [Vec<String>], at: &Range<usize>, what: &str) {
    if !at.is_empty() {
        out[at.start].push(what.to_owned());
    }
}

/// Triggers with their rule, the stretch from trigger over roles, and the roles.
fn matched(seen: &Seen<'_, '_>, out: &mut [Vec<String>]) {
    for found in seen.matches {
        let kind = found.frame.kind.as_str();
        mark(out, &found.trigger, &format!("by:{}", found.frame.id));
        mark(out, &found.trigger, &format!("word:{kind}:{}", form(found)));
        let modality = found.layers.modality.as_str();
        mark(out, &found.trigger, &format!("layer:{kind}:{modality}"));
        if found.layers.background {
            mark(out, &found.trigger, &format!("layer:{kind}:background"));
        }
        for (role, phrase) in &found.roles {
            mark(out, &phrase.at, &format!("role:{role}"));
        }
    }
}

fn form(found: &Match<'_>) -> &'static str {
    if found.feat.is_verb() { "verb" } else { "noun" }
}

fn mentioned(doc: &Doc<'_>, mention: &Mention, out: &mut [Vec<String>]) {
    for party in mention.parties(doc.lang).take(2) {
        let kind = crate::choose::people::kind(doc.pack.parties[party.party].kind);
        let how = if party.kind == FormKind::Adjective { "adjective" } else { "name" };
        mark(out, &mention.at, &format!("party:{kind}:{how}"));
    }
    for scope in mention.scopes().take(2) {
        mark(out, &mention.at, &format!("cue:{}", doc.lang.scopes[scope].id));
    }
    for (lexeme, feat) in mention.lexemes(doc.lang).take(3) {
        let verb = if feat.is_verb() { "verb" } else { "noun" };
        meaning(lexeme, verb, |what| mark(out, &mention.at, what));
    }
}

fn meaning(lexeme: &Lexeme, form: &str, mut mark: impl FnMut(&str)) {
    for class in &lexeme.classes {
        mark(&format!("{class}:{form}"));
    }
    for tag in TAGS {
        if let Some(value) = lexeme.tag(tag) {
            mark(&format!("{tag}:{value}"));
        }
    }
}
