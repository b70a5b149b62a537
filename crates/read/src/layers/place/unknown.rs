//! Names behind "the town of" that no gazetteer holds: kept as written, never placed.

use std::ops::Range;

use super::Found;
use super::cue::{self, Head, QUOTES};
use crate::doc::{Doc, Mention};
use crate::lang::ar::Feat;

/// Most words of a name in quotation marks.
const LONGEST: usize = 4;

/// "The town of X" where X is no known place: X in another spelling, in quotes, or unknown.
pub(super) fn named(doc: &Doc<'_>, mention: &Mention, before: Option<&Found>) -> Option<Found> {
    let head = cue::opens(doc, mention)?;
    let next = mention.at.end;
    let floor = before.map_or(0, |b| b.at.end);
    let start = cue::direction(doc, head.start, floor);
    let quote = doc.tokens.get(next).is_some_and(|t| t.is_mark(QUOTES));
    let inner = next + usize::from(quote);
    let start = if head.list { inner } else { start };
    if doc
        .mention_at(inner)
        .is_some_and(|m| m.places().chain(m.cued_places()).any(|i| head.takes(&doc.pack.places[i])))
    {
        return None;
    }
    if let Some(found) = respelt(doc, inner, &head) {
        return Some(Found { at: start..found.at.end, ..found });
    }
    let end = quoted(doc, next).or_else(|| name_end(doc, mention, next, head.list))?;
    Some(Found {
        at: start..end,
        level: head.level,
        cued: true,
        list: head.list,
        ..Found::default()
    })
}

/// Where a name in quotation marks ends: at the closing mark.
fn quoted(doc: &Doc<'_>, from: usize) -> Option<usize> {
    doc.tokens.get(from).filter(|t| t.is_mark(QUOTES) && !t.is_mark("("))?;
    let inner = &doc.tokens[from + 1..];
    let words = inner.iter().take(LONGEST).take_while(|t| t.is_word()).count();
    let closed = inner.get(words).is_some_and(|t| t.is_mark("\"»”’'"));
    (words > 0 && closed).then_some(from + 1 + words)
}

/// Where an unknown name ends that begins at the token: after a word that the data do not know,
/// or, behind "quarter" and "village", after a definite noun.
fn name_end(doc: &Doc<'_>, mention: &Mention, next: usize, list: bool) -> Option<usize> {
    let (lexeme, _) =
        mention.lexeme(doc.lang, "locality").or_else(|| mention.lexeme(doc.lang, "site"))?;
    let names = lexeme.tag("names").filter(|n| !list || *n == "any")?;
    let token = doc.tokens.get(next).filter(|t| t.is_word() && t.text.chars().count() >= 3)?;
    let known = doc.mention_at(next);
    if let Some(end) = compound_end(doc, next) {
        return Some(end);
    }
    match known {
        None if is_nisba(&token.text) || list && is_inflected(&token.text) => None,
        None => Some(strange_end(doc, next)),
        // "شارع البحرين": a known name, but of another sort of place.
        Some(m) if names == "any" && !list && is_bare(m) && m.places().next().is_some() => {
            Some(m.at.end)
        }
        Some(m) if names == "any" && !list => is_plain_noun(doc, m).then_some(m.at.end),
        Some(_) => None,
    }
}

/// "كفر X", "تل X", "أبو X": a name of two words, whatever the second is.
fn compound_end(doc: &Doc<'_>, next: usize) -> Option<usize> {
    let first = doc.mention_at(next).filter(|m| m.at.len() == 1 && !m.definite && !m.enclitic)?;
    first.lexeme(doc.lang, "name_head")?;
    let second = doc.tokens.get(next + 1).filter(|t| t.is_word())?;
    let particle = doc.mention_at(next + 1).is_some_and(|m| {
        ["prep", "rel", "conj", "locative", "subord"]
            .iter()
            .any(|c| m.lexeme(doc.lang, c).is_some())
    });
    (second.text.chars().count() >= 3 && !particle).then_some(next + 2)
}

/// An unknown word, and a second one when it is definite or a name of two foreign words ends
/// there.
fn strange_end(doc: &Doc<'_>, next: usize) -> usize {
    let strange = |i: usize| {
        doc.tokens.get(i).filter(|t| t.is_word() && doc.mention_at(i).is_none()).is_some()
    };
    let definite = |i: usize| doc.tokens[i].text.starts_with("ال");
    let ends = |i: usize| {
        doc.tokens.get(i).is_none_or(|t| !t.is_word())
            || doc
                .mention_at(i)
                .is_some_and(|m| m.preposition.is_some() || m.lexeme(doc.lang, "prep").is_some())
    };
    let second = strange(next + 1)
        && (definite(next + 1)
            || !definite(next) && ends(next + 2) && !is_nisba(&doc.tokens[next + 1].text));
    let adjective = second && definite(next + 1) && is_relation(&doc.tokens[next + 1].text);
    next + 1 + usize::from(second && !adjective)
}

/// An indefinite adjective of relation ("حدودية", "عسكري") rather than a name.
fn is_nisba(word: &str) -> bool {
    !word.starts_with("ال")
        && (word.ends_with("يه") || word.ends_with('ي') || word.ends_with("يا"))
        && word.chars().count() > 4
}

/// Behind a plural an adjective rather than a name: "مختلفة", "متفرقة", "مجاورتين".
fn is_inflected(word: &str) -> bool {
    let ends = ["ه", "ات", "ين", "ان"].iter().any(|e| word.ends_with(e));
    ends || word.starts_with(['و', 'م', 'ل', 'ب']) || word.starts_with("ال")
}

/// A definite adjective of relation ("الحدودية", "الاستراتيجي").
fn is_relation(word: &str) -> bool {
    word.ends_with("يه") || word.ends_with('ي')
}

/// Nothing is written in one with it but the article.
fn is_bare(mention: &Mention) -> bool {
    !mention.conjunction && mention.preposition.is_none() && !mention.enclitic
}

/// "حي القلعة": a definite noun in the singular, no adjective of a party, no particle.
fn is_plain_noun(doc: &Doc<'_>, mention: &Mention) -> bool {
    let noun = mention
        .lexemes(doc.lang)
        .any(|(_, f)| matches!(f, Feat::Singular | Feat::Masdar | Feat::Active | Feat::Passive));
    let plain = mention.definite
        && is_bare(mention)
        && mention.parties(doc.lang).next().is_none()
        && mention.times(doc.lang).next().is_none();
    let force = ["force", "direction", "locality", "office"]
        .iter()
        .any(|c| mention.lexeme(doc.lang, c).is_some());
    plain && noun && !force
}

/// Names that no data know in a list that "the towns of" opens: "بلدات عندان وبيانون".
pub(super) fn rest_of_list(doc: &Doc<'_>, out: &mut Vec<Found>) {
    while let Some(last) = out.last().filter(|f| f.list) {
        let from = last.at.end;
        let comma = doc.tokens.get(from).is_some_and(|t| t.is_mark("،,"));
        let next = from + usize::from(comma);
        let Some(token) = doc.tokens.get(next).filter(|t| t.is_word()) else { return };
        let joined = token.text.starts_with('و');
        let letters = token.text.chars().count() - usize::from(joined);
        if doc.mention_at(next).is_some() || !(comma || joined) || letters < 3 {
            return;
        }
        let level = last.level;
        let at = next..next + 1;
        out.push(Found { at, level, cued: true, list: true, joined, ..Found::default() });
    }
}

/// A known name in another spelling behind "the town of": its words written apart or in one, or
/// one letter wrong. Of the latter only a single place's name is taken, as a guess.
fn respelt(doc: &Doc<'_>, next: usize, head: &Head) -> Option<Found> {
    let names = &doc.lang.names;
    let takes = |i: &u32| head.takes(&doc.pack.places[*i as usize]);
    let first = doc.tokens.get(next).filter(|t| t.is_word())?;
    let found = |at: Range<usize>, places: &[u32], guessed: bool| {
        let candidates: Vec<usize> =
            places.iter().filter(|i| takes(i)).map(|i| *i as usize).collect();
        let some = !candidates.is_empty();
        some.then(|| Found {
            at,
            candidates,
            guessed,
            level: head.level,
            cued: true,
            list: head.list,
            ..Found::default()
        })
    };
    let mut joined = first.text.clone();
    for end in next + 1..=next + 3 {
        let fresh = end > next + 1 || doc.mention_at(next).is_none();
        let hit = fresh.then(|| found(next..end, names.same(&joined), false)).flatten();
        if hit.is_some() {
            return hit;
        }
        let Some(token) = doc.tokens.get(end).filter(|t| t.is_word()) else { break };
        joined.push_str(&token.text);
    }
    let strange = doc.mention_at(next).is_none();
    let near = if strange { names.near(&first.text) } else { Vec::new() };
    found(next..next + 1, &near, true)
}
