//! Noun phrases of a clause, each with the preposition that governs it.

use std::ops::Range;

use hudna_model::PartyKind;

use crate::doc::{Doc, Mention};
use crate::frame::english;

/// A noun phrase.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Phrase {
    /// Tokens, the preposition not included (but for one written in one with the word).
    pub at: Range<usize>,
    /// The preposition before it, folded.
    pub preposition: Option<String>,
    /// A verb stands between it and the trigger, or another event.
    pub beyond_verb: bool,
}

/// What governs the name behind words of attribution ("بحسب"): no role is filled from there.
const ATTRIBUTION: &str = "بحسب";

/// Longest noun phrase, in tokens.
const LONGEST: usize = 9;

/// Cuts a range into noun phrases. The trigger is a boundary and no part of any.
pub fn phrases(doc: &Doc<'_>, range: &Range<usize>, trigger: &Range<usize>) -> Vec<Phrase> {
    if doc.is_english() {
        return english::phrases(doc, range, trigger);
    }
    let mut out: Vec<Phrase> = Vec::new();
    let mut preposition: Option<String> = None;
    let mut verbs_before = Vec::new();
    let mut i = range.start;
    while i < range.end {
        if trigger.contains(&i) {
            (i, preposition) = (trigger.end, None);
            continue;
        }
        if let Some((end, word)) = particle(doc, i) {
            preposition = word;
            i = end;
            continue;
        }
        if !starts(doc, i) {
            if doc.mention_at(i).is_some_and(|m| is_only_verb(doc, m)) {
                verbs_before.push(i);
            }
            preposition = preposition.filter(|_| doc.tokens[i].is_mark("\"“”«»'(‘’"));
            i += 1;
            continue;
        }
        let end = phrase_end(doc, i, range.end, trigger);
        let own = doc.mention_at(i).filter(|m| m.at.start == i).and_then(|m| m.preposition);
        let own = own.map(String::from).or(preposition.take());
        let (from, to) = (trigger.end.min(i), trigger.start.max(i));
        let beyond_verb = (i >= trigger.end && verbs_before.last().is_some_and(|v| *v >= from))
            || (i < trigger.start && doc.verb_between(end, to));
        out.push(Phrase { at: i..end, preposition: own, beyond_verb });
        i = end;
    }
    out
}

/// A particle: where it ends, and its word when it is a preposition.
fn particle(doc: &Doc<'_>, i: usize) -> Option<(usize, Option<String>)> {
    let mention = doc.mention_at(i).filter(|m| m.at.start == i)?;
    if mention.lexeme(doc.lang, "attribution").is_some() {
        return Some((mention.at.end, Some(ATTRIBUTION.to_owned())));
    }
    let classes = ["prep", "that", "subord", "rel", "neg", "adv", "conj"];
    if !classes.iter().any(|c| mention.may_be(c)) {
        return None;
    }
    let (lexeme, _) = mention.lexemes(doc.lang).find(|(l, _)| classes.iter().any(|c| l.is(c)))?;
    if mention.enclitic && lexeme.is("prep") {
        return Some((mention.at.end, None));
    }
    let word = lexeme.is("prep").then(|| crate::fold::fold(&lexeme.lemma));
    Some((mention.at.end, word))
}

/// Whether a noun phrase may begin here.
fn starts(doc: &Doc<'_>, i: usize) -> bool {
    if !doc.tokens[i].is_word() && doc.quantity_at(i).is_none() {
        return false;
    }
    if doc.date_at(i).is_some() {
        return false;
    }
    doc.mention_at(i).is_none_or(|m| !is_only_verb(doc, m))
}

/// A finite verb and nothing else: no name, no place, no noun.
pub fn is_only_verb(doc: &Doc<'_>, m: &Mention) -> bool {
    m.is_verb()
        && m.parties(doc.lang).next().is_none()
        && m.places().next().is_none()
        && m.lexemes(doc.lang).all(|(_, f)| f.is_verb() || f == crate::lang::ar::Feat::Active)
}

fn phrase_end(doc: &Doc<'_>, start: usize, limit: usize, trigger: &Range<usize>) -> usize {
    let mut end = doc.mention_at(start).map_or(start + 1, |m| m.at.end.max(start + 1));
    if let Some(q) = doc.quantity_at(start) {
        end = end.max(q.at.end);
    }
    let limit = limit.min(start + LONGEST);
    while end < limit && !trigger.contains(&end) && goes_on(doc, start, end) {
        end = doc.mention_at(end).map_or(end + 1, |m| m.at.end);
    }
    end.min(limit.max(start + 1))
}

fn goes_on(doc: &Doc<'_>, start: usize, i: usize) -> bool {
    let token = &doc.tokens[i];
    if !token.is_word() || doc.date_at(i).is_some() || doc.quantity_at(i).is_some() {
        return token.is_mark("-") || appositional_comma(doc, start, i);
    }
    let Some(mention) = doc.mention_at(i) else {
        return !(token.text.starts_with('و') && token.text.chars().count() > 4);
    };
    if particle(doc, i).is_some() || is_only_verb(doc, mention) {
        return token.text == "باسم" && is_office(doc, start, i);
    }
    if mention.conjunction {
        return same_sort(doc, start, mention);
    }
    if mention.preposition.is_none() && begins_another(doc, start, mention) {
        return false;
    }
    match mention.preposition {
        Some('ل') => is_office(doc, start, i),
        Some('ب') => mention.parties(doc.lang).next().is_none() && token.text == "باسم",
        _ => true,
    }
}

/// Behind a complete phrase a locality, a place or another body begins a phrase of its own:
/// "قصفت طائرات النظام | حي السكري", "اتهم الجيش | الفصائل".
fn begins_another(doc: &Doc<'_>, start: usize, mention: &Mention) -> bool {
    use crate::pack::registers::FormKind;
    let before = start..mention.at.start;
    let complete =
        before.clone().any(|i| doc.tokens[i].text.trim_start_matches('و').starts_with("ال"))
            || doc.mentions_in(&before).any(|m| {
                m.parties(doc.lang).any(|f| f.kind != FormKind::Adjective)
                    || m.places().next().is_some()
            });
    let adjective = mention.parties(doc.lang).any(|f| f.kind == FormKind::Adjective);
    let heads = ["locality", "force", "target", "victim"];
    complete
        && !adjective
        && !is_office(doc, start, mention.at.start)
        && (mention.places().next().is_some()
            || heads.iter().any(|c| mention.lexeme(doc.lang, c).is_some()))
}

/// "the envoy, Staffan de Mistura": a name behind an office and a comma.
fn appositional_comma(doc: &Doc<'_>, start: usize, i: usize) -> bool {
    doc.tokens[i].is_mark(",،")
        && is_office(doc, start, i)
        && doc
            .mention_at(i + 1)
            .is_some_and(|m| !m.conjunction && m.preposition.is_none() && is_person(doc, m))
}

fn is_person(doc: &Doc<'_>, m: &Mention) -> bool {
    m.parties(doc.lang).any(|f| doc.pack.parties[f.party].kind == PartyKind::Person)
}

fn is_office(doc: &Doc<'_>, start: usize, end: usize) -> bool {
    use crate::pack::registers::FormKind;
    doc.mentions_in(&(start..end)).any(|m| {
        m.lexeme(doc.lang, "office").is_some()
            || m.parties(doc.lang).any(|f| f.kind == FormKind::Office)
    })
}

/// "Moscow and Washington": both sides of و are parties, or both places, or both victims.
fn same_sort(doc: &Doc<'_>, start: usize, mention: &Mention) -> bool {
    let Some(first) = doc.mention_at(start) else { return false };
    let party = |m: &Mention| m.parties(doc.lang).next().is_some();
    let place = |m: &Mention| m.places().next().is_some();
    (party(first) && party(mention)) || (place(first) && place(mention))
}
