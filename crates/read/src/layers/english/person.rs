//! Noun phrases that name who speaks or acts: title, name, and whom he speaks for.

use std::ops::Range;

use hudna_model::PartyKind;

use crate::doc::{Clause, Doc, Mention};
use crate::frame::english::{Part, part, phrase_end, subject};
use crate::layers::person::{Head, Np};
use crate::pack::registers::FormKind;

/// Longest phrase, in tokens.
const LONGEST: usize = 18;

/// The phrase that begins at the token (its article left out), if one may.
pub(crate) fn phrase_at(doc: &Doc<'_>, start: usize, limit: usize) -> Option<Np> {
    let limit = limit.min(start + LONGEST).min(doc.tokens.len());
    let mut from = start;
    while from < limit && part(doc, from) == Part::Determiner {
        from += 1;
    }
    if from >= limit || !matches!(part(doc, from), Part::Word(_)) || doc.tokens[from].text == "'s" {
        return None;
    }
    let end = own_end(doc, from, limit);
    let head = head(doc, &(from..end))?;
    let end = lengthened(doc, from..end, head, limit);
    Some(Np { at: from..end, head })
}

/// Where the bare phrase ends: before a possessive that only leads to another noun.
fn own_end(doc: &Doc<'_>, from: usize, limit: usize) -> usize {
    let mut end = phrase_end(doc, from, limit, &(0..0));
    while end > from + 1 && doc.tokens[end - 1].text == "'s" {
        end -= 1;
    }
    end
}

/// What heads a phrase: none when all its words are known and name nobody.
pub(crate) fn head(doc: &Doc<'_>, at: &Range<usize>) -> Option<Head> {
    let from =
        (at.start..at.end).rev().find(|i| doc.tokens[*i].text == "'s").map_or(at.start, |i| i + 1);
    let own = from.min(at.end.saturating_sub(1))..at.end;
    let mentions: Vec<&Mention> = doc.mentions_in(&own).collect();
    let party = |m: &Mention, kinds: &dyn Fn(PartyKind) -> bool| {
        m.parties(doc.lang).any(|f| !f.is_adjective() && kinds(doc.pack.parties[f.party].kind))
    };
    let is = |c: &str| mentions.iter().any(|m| m.lexeme(doc.lang, c).is_some());
    let person = mentions.iter().any(|m| party(m, &|k| k == PartyKind::Person));
    let office = mentions.iter().any(|m| m.parties(doc.lang).any(|f| f.kind == FormKind::Office));
    let strange = own.clone().filter(|i| is_name_word(doc, *i)).count();
    if is("office") || office {
        return Some(Head::Office);
    }
    if person || strange >= 2 {
        return Some(Head::Person);
    }
    let last = mentions.last().filter(|m| m.at.end == at.end);
    if is("force") && !last.is_some_and(|m| is_event(doc, m)) {
        return Some(Head::Group);
    }
    let group = mentions.iter().any(|m| party(m, &|k| k != PartyKind::Person));
    match last {
        Some(m) if group && party(m, &|_| true) => Some(Head::Group),
        Some(m) if ["document", "victim"].iter().any(|c| m.lexeme(doc.lang, c).is_some()) => {
            Some(Head::Strange)
        }
        Some(_) => None,
        None if strange > 0 => Some(Head::Person),
        None => Some(Head::Strange),
    }
}

fn is_event(doc: &Doc<'_>, m: &Mention) -> bool {
    ["strike", "clash", "attack", "blast", "ground", "harm", "truce", "meet"]
        .iter()
        .any(|c| m.lexeme(doc.lang, c).is_some())
}

/// A word with a capital that no list holds, and not the first of a sentence.
fn is_name_word(doc: &Doc<'_>, i: usize) -> bool {
    let token = &doc.tokens[i];
    token.capital && token.is_word() && doc.mention_at(i).is_none()
}

/// "spokesman for the coalition", "head of the Observatory, Rami Ahmed", "Rami Ahmed, the head of
/// it": how far the phrase of somebody reaches.
fn lengthened(doc: &Doc<'_>, at: Range<usize>, head: Head, limit: usize) -> usize {
    let mut end = at.end;
    if head == Head::Office {
        end = posts(doc, end, limit);
    }
    if !matches!(head, Head::Office | Head::Person) || end + 1 >= limit {
        return end;
    }
    if doc.tokens[end].is_mark(",–—") {
        let mut from = end + 1;
        while from < limit && part(doc, from) == Part::Determiner {
            from += 1;
        }
        if from >= limit || !matches!(part(doc, from), Part::Word(_)) {
            return end;
        }
        let to = own_end(doc, from, limit);
        let other = self::head(doc, &(from..to));
        let fits = match head {
            Head::Office => other == Some(Head::Person),
            _ => other == Some(Head::Office),
        };
        let to = if other == Some(Head::Office) { posts(doc, to, limit) } else { to };
        let closed = to >= doc.tokens.len()
            || doc.tokens[to].is_mark(",–—")
            || to >= limit
            || matches!(part(doc, to), Part::Verb(_));
        if fits && closed {
            return to;
        }
    }
    end
}

/// Behind a post what it is of: "minister of defence", "envoy to Syria", "spokesman for the army".
fn posts(doc: &Doc<'_>, from: usize, limit: usize) -> usize {
    let mut end = from;
    while end < limit && doc.is_particle(end, "post_link") {
        let mut next = end + 1;
        while next < limit && part(doc, next) == Part::Determiner {
            next += 1;
        }
        let fits = next < limit && matches!(part(doc, next), Part::Word(_));
        let time = doc.tokens[end].text == "in" && !doc.tokens.get(next).is_some_and(|t| t.capital);
        if !fits || time {
            break;
        }
        end = own_end(doc, next, limit);
    }
    end
}

/// The subject of a finite verb, as a phrase that names somebody.
pub(crate) fn subject_of(doc: &Doc<'_>, clause: &Clause, verb: &Mention) -> Option<Np> {
    let sentence = &doc.sentences[clause.sentence];
    let phrase = match verb.passive {
        true => by_agent(doc, sentence, verb)?,
        false => subject(doc, sentence, verb.at.start)?.at,
    };
    let np = phrase_at(doc, phrase.start, verb_or_end(doc, sentence, phrase.start, verb));
    np.filter(|np| np.head != Head::Strange)
}

fn verb_or_end(doc: &Doc<'_>, sentence: &Range<usize>, start: usize, verb: &Mention) -> usize {
    let _ = doc;
    if start < verb.at.start { verb.at.start } else { sentence.end }
}

fn by_agent(doc: &Doc<'_>, sentence: &Range<usize>, verb: &Mention) -> Option<Range<usize>> {
    let range = verb.at.end..sentence.end;
    let list = crate::frame::english::phrases(doc, &range, &(verb.at.end..verb.at.end));
    let mut by = list.into_iter().filter(|p| !p.beyond_verb);
    by.find(|p| p.preposition.as_deref() == Some("by")).map(|p| p.at)
}

/// The subject of the nearest verb before the token whose subject is somebody.
pub(crate) fn in_force(doc: &Doc<'_>, sentence: &Range<usize>, before: usize) -> Option<Np> {
    let verbs = (sentence.start..before).rev().filter(|i| {
        matches!(part(doc, *i), Part::Verb(_))
            && doc.mention_at(*i).is_none_or(|m| m.at.start == *i)
    });
    verbs.take(4).find_map(|v| {
        let phrase = subject(doc, sentence, v)?;
        phrase_at(doc, phrase.at.start, before)
            .filter(|np| matches!(np.head, Head::Office | Head::Person | Head::Group))
    })
}
