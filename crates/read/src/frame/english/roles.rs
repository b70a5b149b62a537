//! How the roles of a frame are filled in English.

use std::ops::Range;

use super::{LONGEST, Part, is_verb, part, subject};
use crate::doc::Mention;
use crate::frame::phrase::Phrase;
use crate::frame::relation::{Matcher, overlaps};
use crate::lang::ar::Feat;
use crate::pack::frames::{Filler, Rel};

/// The phrase that fills a role in this way, not overlapping what is taken.
pub(in crate::frame) fn find(
    matcher: &Matcher<'_, '_>,
    filler: &Filler,
    taken: &[Range<usize>],
) -> Option<Phrase> {
    let free = |p: &&Phrase| !taken.iter().any(|t| overlaps(t, &p.at)) && matcher.fits(p, filler);
    let list = matcher.phrases;
    let trigger = matcher.trigger;
    let after = || list.iter().filter(|p| p.at.start >= trigger.end);
    let before = || list.iter().rev().filter(|p| p.at.end <= trigger.start);
    let here = |p: &&Phrase| !p.beyond_verb;
    let own = Phrase { at: trigger.clone(), preposition: None, beyond_verb: false };
    match &filler.rel {
        Rel::Subject => agent(matcher).filter(|p| free(&p)),
        Rel::Object => patient(matcher, &free),
        Rel::Idafa => after().next().filter(|p| governed_by(p, "of")).filter(free).cloned(),
        Rel::Adjective => modifier(matcher).filter(|p| free(&p)),
        Rel::Preposition(words) => {
            let governed = |p: &&Phrase| p.preposition.as_ref().is_some_and(|w| words.contains(w));
            after().filter(here).find(|p| governed(p) && free(p)).cloned()
        }
        Rel::Before => before().filter(here).find(free).cloned(),
        Rel::After => after().filter(here).find(free).cloned(),
        Rel::Clause => after().find(free).or_else(|| before().find(free)).cloned(),
        Rel::Sentence => matcher.in_sentence(filler),
        Rel::Itself | Rel::Count => Some(own),
    }
}

pub(super) fn governed_by(p: &Phrase, word: &str) -> bool {
    p.preposition.as_deref() == Some(word)
}

/// The trigger as a verb: whether it is one, and whether in the passive.
fn voice(matcher: &Matcher<'_, '_>) -> Option<bool> {
    let doc = matcher.doc;
    let m = doc.mention_at(matcher.trigger.start)?;
    let verb =
        m.hits.iter().any(|h| h.feat.is_verb() || matches!(h.feat, Feat::Active | Feat::Passive));
    verb.then_some(m.passive)
}

/// Who acts: the subject of an active verb, "by" of a passive one; of a noun, the subject of the
/// light verb that carries it.
fn agent(matcher: &Matcher<'_, '_>) -> Option<Phrase> {
    let doc = matcher.doc;
    match voice(matcher) {
        Some(true) => by_agent(matcher),
        Some(false) => subject(doc, matcher.sentence, matcher.trigger.start),
        None => carried(matcher),
    }
}

fn by_agent(matcher: &Matcher<'_, '_>) -> Option<Phrase> {
    let mut after = matcher.phrases.iter().filter(|p| p.at.start >= matcher.trigger.end);
    after.find(|p| governed_by(p, "by") && !p.beyond_verb).cloned()
}

/// "the planes launched raids", "raids were carried out by the planes".
fn carried(matcher: &Matcher<'_, '_>) -> Option<Phrase> {
    let doc = matcher.doc;
    let light = |m: &&Mention| m.lexeme(doc.lang, "light").is_some() && is_verb(doc, m);
    let before = matcher.clause.at.start..matcher.trigger.start;
    let ahead = doc.mentions_in(&before).rev().find(|m| is_verb(doc, m)).filter(light);
    if let Some(verb) = ahead.filter(|m| !m.passive) {
        return subject(doc, matcher.sentence, verb.at.start);
    }
    let behind = matcher.trigger.end..matcher.clause.at.end;
    let verb = doc.mentions_in(&behind).find(|m| is_verb(doc, m)).filter(light)?;
    let mut after = matcher.phrases.iter().filter(|p| p.at.start >= verb.at.end);
    after.find(|p| governed_by(p, "by") && verb.passive).cloned()
}

/// What is acted on: the object of an active verb, the subject of a passive one.
fn patient(matcher: &Matcher<'_, '_>, free: &dyn Fn(&&Phrase) -> bool) -> Option<Phrase> {
    let doc = matcher.doc;
    match voice(matcher)? {
        true => subject(doc, matcher.sentence, matcher.trigger.start).filter(|p| free(&p)),
        false => {
            let mut after = matcher.phrases.iter().filter(|p| p.at.start >= matcher.trigger.end);
            after.find(|p| p.preposition.is_none() && !p.beyond_verb).filter(|p| free(p)).cloned()
        }
    }
}

/// What stands right before a noun and tells whose it is: an adjective of a party, a force, a
/// possessive.
fn modifier(matcher: &Matcher<'_, '_>) -> Option<Phrase> {
    let doc = matcher.doc;
    let start = matcher.trigger.start;
    let mut from = start;
    while from > matcher.clause.at.start && start - from < LONGEST {
        let glued = doc.tokens[from - 1].is_mark("-–");
        if !(matches!(part(doc, from - 1), Part::Word(_)) || glued) {
            break;
        }
        from -= 1;
    }
    let range = from..start;
    let names = |m: &&Mention| {
        m.parties(doc.lang).next().is_some()
            || m.lexeme(doc.lang, "force").is_some_and(|(l, _)| !l.is("weapon"))
    };
    let mut found = doc.mentions_in(&range).filter(names);
    let first = found.next()?;
    let last = found.next_back().unwrap_or(first);
    let possessive = (last.at.end..start).find(|i| doc.tokens[*i].text == "'s");
    let end = possessive.unwrap_or(last.at.end);
    Some(Phrase { at: first.at.start..end, preposition: None, beyond_verb: false })
}
