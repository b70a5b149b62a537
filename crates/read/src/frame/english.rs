//! Noun phrases of English, and the relations between a trigger and the phrases around it.

use std::ops::Range;

use crate::doc::{Doc, Mention};
use crate::frame::phrase::{Phrase, is_only_verb};
use crate::frame::relation::{Matcher, overlaps};
use crate::lang::ar::Feat;
use crate::lang::en::{BE, DETERMINERS, DO, HAVE, MODALS, is_adverb};
use crate::pack::frames::{Filler, Rel};

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
    let token = &doc.tokens[i];
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

fn is_auxiliary(text: &str) -> bool {
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
    let Some(before) = i.checked_sub(1).map(|b| doc.tokens[b].span.end) else { return false };
    let start = doc.tokens[i].span.start;
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

/// The phrase that fills a role in this way, not overlapping what is taken.
pub(super) fn find(
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

fn governed_by(p: &Phrase, word: &str) -> bool {
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

/// How many verbs back a subject is looked for.
const DEPTH: usize = 3;

/// The grammatical subject of the verb at a token.
pub(crate) fn subject(doc: &Doc<'_>, sentence: &Range<usize>, verb: usize) -> Option<Phrase> {
    subject_within(doc, sentence, verb, DEPTH)
}

fn subject_within(
    doc: &Doc<'_>,
    sentence: &Range<usize>,
    verb: usize,
    depth: usize,
) -> Option<Phrase> {
    let depth = depth.checked_sub(1)?;
    let head = group_start(doc, sentence, verb);
    let list = phrases(doc, &(sentence.start..head), &(head..head));
    let before = head.checked_sub(1).filter(|b| *b >= sentence.start)?;
    let nearest = list.last();
    if (head..verb).any(|i| doc.tokens[i].text == "to") {
        return match part(doc, before) {
            Part::Verb(_) => subject_within(doc, sentence, before, depth),
            _ => nearest.filter(|p| p.at.end == head).cloned(),
        };
    }
    let participle = doc.mention_at(verb).is_some_and(|m| {
        m.lexemes(doc.lang).any(|(_, f)| matches!(f, Feat::Active | Feat::Passive))
    });
    match part(doc, before) {
        Part::Relative => return antecedent(doc, &list),
        Part::Particle(_) if doc.is_particle(before, "that") => return antecedent(doc, &list),
        Part::And
            if !nearest.is_some_and(|p| {
                p.at.end == before && p.preposition.is_none() && p.beyond_verb
            }) =>
        {
            let other = (sentence.start..before).rev().find(|i| verb_at(doc, *i))?;
            return subject_within(doc, sentence, other, depth);
        }
        Part::Mark if participle => {
            let other = (sentence.start..before).rev().find(|i| verb_at(doc, *i));
            if let Some(found) = other.and_then(|o| subject_within(doc, sentence, o, depth)) {
                return Some(found);
            }
        }
        // "people killed in the raid", "a bomb targeting the camp".
        Part::Word(_) if participle => return nearest.filter(|p| p.at.end == head).cloned(),
        _ => {}
    }
    let fits =
        |p: &&Phrase| p.preposition.is_none() && (!p.beyond_verb || opens_aside(doc, p.at.end));
    list.iter().rev().find(fits).cloned()
}

/// Where a verb's auxiliaries and adverbs begin.
fn group_start(doc: &Doc<'_>, sentence: &Range<usize>, verb: usize) -> usize {
    let mut head = verb;
    while head > sentence.start {
        let text = doc.tokens[head - 1].text.as_str();
        let passes = is_auxiliary(text)
            || is_adverb(text)
            || ["not", "also", "never", "to"].contains(&text)
            || doc.is_particle(head - 1, "adv")
            || doc.date_at(head - 1).is_some();
        if !passes || !doc.tokens[head - 1].is_word() {
            break;
        }
        head -= 1;
    }
    head
}

/// Whether a relative clause, a comma or a participle follows a phrase, so that the verb of its
/// own clause stands further on.
fn opens_aside(doc: &Doc<'_>, i: usize) -> bool {
    let participle = doc.mention_at(i).is_some_and(|m| {
        m.lexemes(doc.lang).any(|(_, f)| matches!(f, Feat::Active | Feat::Passive))
    });
    participle
        || doc.tokens.get(i).is_some_and(|t| t.is_mark(",–—"))
        || part(doc, i) == Part::Relative
}

/// Before a relative: the nearest phrase, and the one that it hangs on behind "of".
fn antecedent(_doc: &Doc<'_>, list: &[Phrase]) -> Option<Phrase> {
    let last = list.last()?;
    let head = list.len().checked_sub(2).map(|i| &list[i]);
    match head.filter(|h| governed_by(last, "of") && h.at.end + 3 > last.at.start) {
        Some(head) => Some(head.clone()),
        None => Some(last.clone()),
    }
}
