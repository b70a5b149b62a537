//! What a speaker does by speaking: the verb's own act, weighed against what is said.

use std::ops::Range;

use hudna_model::SpeechAct;

use super::{Sheet, best, few};
use crate::claims::Context;
use crate::frame::matching::Match;
use crate::layers::speaker::Speech;
use crate::pack::registers::FormKind;

/// Words of what is said that are looked at one by one.
const WORDS: usize = 14;

/// Classes of words that what is said may hold.
const CLASSES: [&str; 18] = [
    "truce",
    "truce_event",
    "meet",
    "task",
    "promise",
    "harm",
    "harmed",
    "strike",
    "clash",
    "attack",
    "ground",
    "blast",
    "kill_act",
    "seize_person",
    "coerce",
    "posture",
    "force",
    "neg",
];

/// The act; `usual` is what the rule takes, `votes` are those of the words.
pub(crate) fn choose(
    ctx: &Context<'_, '_>,
    found: &Match<'_>,
    speech: &Speech<'_>,
    content: &Range<usize>,
    votes: &[(SpeechAct, f64)],
    about: &str,
    usual: SpeechAct,
) -> SpeechAct {
    let weights = ctx.weights;
    if ctx.trace.is_none() && !weights.has("say") {
        return usual;
    }
    let seen = seen(ctx, found, speech, content);
    let sheet = |act: &SpeechAct| {
        let mut sheet = Sheet::new(weights, "say", ctx.trace.is_some());
        let name = act.as_str();
        sheet.add(&[name]);
        sheet.add_if(*act == usual, &["rule"]);
        sheet.add_if(*act == usual, &["rule", name]);
        let total: f64 = votes.iter().filter(|(a, _)| a == act).map(|(_, w)| w).sum();
        sheet.add(&["votes", few(total as usize)]);
        sheet.add(&["votes", few(total as usize), name]);
        sheet.add(&[name, "about", about]);
        for (what, value) in &seen {
            sheet.add(&[name, what, value]);
        }
        sheet
    };
    let sheets: Vec<Sheet<'_>> = SpeechAct::ALL.iter().map(sheet).collect();
    let fallback = SpeechAct::ALL.iter().position(|a| *a == usual).unwrap_or_default();
    let chosen = best(weights, "say", &sheets, fallback);
    ctx.note("say", found, &sheets, |i| SpeechAct::ALL[i].to_string());
    SpeechAct::ALL[chosen]
}

/// What is true of the verb, the speaker and what is said.
fn seen<'c>(
    ctx: &Context<'c, '_>,
    found: &'c Match<'_>,
    speech: &Speech<'_>,
    content: &Range<usize>,
) -> Vec<(&'static str, &'c str)> {
    let doc = ctx.doc;
    let mut out = vec![
        ("say", found.lexeme.tag("say").unwrap_or("none")),
        ("lexeme", found.lexeme.id.as_str()),
        ("form", super::people::form(found)),
    ];
    for class in CLASSES {
        if doc.mentions_in(content).any(|m| m.lexeme(doc.lang, class).is_some()) {
            out.push(("class", class));
        }
    }
    let near = content.start..content.end.min(content.start + WORDS);
    for i in near.clone().filter(|i| doc.tokens[*i].is_word()) {
        out.push(("word", doc.tokens[i].text.as_str()));
    }
    let verb = doc.mentions_in(&near).find(|m| m.is_verb());
    if let Some(verb) = verb {
        let first = doc.tokens[verb.at.start].text.trim_start_matches(['و', 'ف']);
        let person = first.trim_start_matches('س').chars().next();
        let future = first.starts_with('س') && person.is_some_and(|c| "ينتا".contains(c));
        out.push((
            "verb",
            match (future, person) {
                (true, Some('ن' | 'ا')) => "we will",
                (true, _) => "will",
                (false, Some('ن')) => "we",
                (false, Some('ي' | 'ت')) => "present",
                _ => "past",
            },
        ));
    }
    out.push(("asks", if speech.anonymous { "source" } else { "named" }));
    let kind = speech
        .speaker
        .as_ref()
        .and_then(|s| s.party.as_ref())
        .and_then(|id| doc.pack.parties.iter().find(|p| p.id == *id));
    out.push((
        "speaker",
        match (kind, &speech.speaker) {
            (Some(p), _) => super::people::kind(p.kind),
            (None, Some(_)) => "unknown",
            (None, None) => "none",
        },
    ));
    let other = doc
        .mentions_in(content)
        .any(|m| m.parties(doc.lang).any(|f| f.kind != FormKind::Adjective));
    out.push(("parties", if other { "told" } else { "none" }));
    out
}
