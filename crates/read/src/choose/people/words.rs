//! What words and phrases are, in one word each, for the features of choices.

use std::ops::Range;

use hudna_model::PartyKind;

use crate::doc::{Doc, Mention};
use crate::frame::matching::Match;
use crate::frame::phrase::is_only_verb;
use crate::pack::registers::FormKind;

/// Words for a kind of party.
pub(crate) fn kind(kind: PartyKind) -> &'static str {
    use PartyKind::*;
    match kind {
        State => "state",
        Force => "force",
        ArmedGroup => "group",
        Political => "political",
        Body => "body",
        Monitor => "monitor",
        Ngo => "ngo",
        Person => "person",
        Media => "media",
    }
}

/// What a mention is, in one word.
pub(in crate::choose) fn sort(doc: &Doc<'_>, mention: &Mention) -> &'static str {
    const CLASSES: [&str; 10] = [
        "office", "victim", "target", "weapon", "force", "locality", "harmed", "harm", "strike",
        "clash",
    ];
    if let Some(form) = mention.parties(doc.lang).next() {
        return match form.kind {
            FormKind::Adjective => "adjective",
            _ => kind(doc.pack.parties[form.party].kind),
        };
    }
    let class = CLASSES.iter().find(|c| mention.lexeme(doc.lang, c).is_some());
    match class {
        Some(class) => class,
        None if mention.places().next().is_some() => "place",
        None => "word",
    }
}

/// What a phrase is: the sort of its first telling word, and of the first party in it.
pub(super) fn sorts(doc: &Doc<'_>, at: &Range<usize>) -> (&'static str, &'static str) {
    let mut head = "unknown";
    let mut party = "none";
    for mention in doc.mentions_in(at) {
        let own = sort(doc, mention);
        if head == "unknown" && own != "word" {
            head = own;
        }
        let acts = ["state", "force", "group", "political", "person", "adjective"].contains(&own);
        if party == "none" && acts {
            party = own;
        }
    }
    (head, party)
}

/// The verb or noun of act nearest before a token, as its class.
pub(super) fn governor(
    doc: &Doc<'_>,
    sentence: &Range<usize>,
    at: usize,
) -> (&'static str, bool, usize) {
    let verb = doc.mentions_in(&(sentence.start..at)).rev().take(8).find(|m| is_only_verb(doc, m));
    let Some(verb) = verb else { return ("none", false, 99) };
    (class_of(doc, verb), verb.enclitic, at - verb.at.end)
}

/// Classes of verbs that tell who does what.
const VERBS: [&str; 16] = [
    "light",
    "speech",
    "strike",
    "clash",
    "attack",
    "ground",
    "blast",
    "kill_act",
    "seize_person",
    "coerce",
    "posture",
    "harm",
    "truce_event",
    "meet",
    "promise",
    "task",
];

pub(super) fn class_of(doc: &Doc<'_>, verb: &Mention) -> &'static str {
    VERBS.iter().find(|c| verb.lexeme(doc.lang, c).is_some()).copied().unwrap_or("other")
}

/// Gender and number that a verb's own letters show.
pub(in crate::choose) fn verb_gender(doc: &Doc<'_>, verb: &Mention) -> &'static str {
    let text = doc.tokens[verb.at.start].text.trim_start_matches(['و', 'ف', 'س']);
    match text {
        t if t.ends_with("وا") || t.ends_with("ون") => "plural",
        t if t.ends_with('ت') || t.starts_with('ت') => "feminine",
        t if t.starts_with('ن') => "we",
        _ => "masculine",
    }
}

/// Gender and number of a phrase by its first word.
pub(in crate::choose) fn gender(doc: &Doc<'_>, at: &Range<usize>) -> &'static str {
    let text = doc.tokens[at.start].text.as_str();
    let state = doc.mention_at(at.start).is_some_and(|m| {
        m.parties(doc.lang).any(|f| doc.pack.parties[f.party].kind == PartyKind::State)
    });
    match text {
        t if t.ends_with("ون") || t.ends_with("ين") => "plural",
        t if t.ends_with('ه') || t.ends_with("ات") => "feminine",
        _ if state => "feminine",
        _ => "masculine",
    }
}

pub(in crate::choose) fn agrees(verb: &str, phrase: &str) -> &'static str {
    match (verb, phrase) {
        (v, p) if v == p => "agrees",
        ("masculine" | "feminine", "plural") => "may agree",
        ("feminine", "masculine") => "broken plural",
        _ => "disagrees",
    }
}

/// The form of the trigger.
pub(crate) fn form(found: &Match<'_>) -> &'static str {
    use crate::lang::ar::Feat;
    match found.feat {
        Feat::Active => "participle",
        Feat::Masdar => "masdar",
        f if f.is_verb() => "verb",
        Feat::Plural => "plural",
        Feat::Dual => "dual",
        _ => "noun",
    }
}
