//! Places of English texts: names with "in", "near", "north of", and words of level before or
//! behind them ("the town of Azaz", "Aleppo province").

use std::collections::HashSet;
use std::ops::Range;

use hudna_model::PlaceLevel;

use super::{Found, choose};
use crate::doc::{Doc, Mention};
use crate::frame::english::hyphenated;
use crate::lang::ar::Feat;
use crate::pack::index::Target;
use crate::pack::lexicon::Lexeme;
use crate::pack::registers::{FormKind, place_level};

/// Longest name that no gazetteer holds, in tokens.
const LONGEST: usize = 4;

/// Finds and resolves all places of a text.
pub(super) fn find(doc: &Doc<'_>) -> Vec<Found> {
    let mut out: Vec<Found> = Vec::new();
    let mut told: HashSet<usize> = HashSet::new();
    let mut i = 0;
    while i < doc.tokens.len() {
        let found = at(doc, i, out.last(), &told);
        match found {
            Some(found) => {
                told.extend(found.candidates.iter().filter(|_| found.headed));
                i = found.at.end.max(i + 1);
                out.push(found);
            }
            None => i = doc.mention_at(i).map_or(i + 1, |m| m.at.end.max(i + 1)),
        }
    }
    let weights = choose::choose(doc, &mut out);
    super::back::locate(doc, &mut out, &weights);
    out.retain(|f| {
        f.chosen.is_some() || f.candidates.is_empty() && !super::back::is_reference(doc, f)
    });
    out
}

fn at(doc: &Doc<'_>, i: usize, before: Option<&Found>, told: &HashSet<usize>) -> Option<Found> {
    match doc.mention_at(i).filter(|m| m.at.start == i) {
        Some(m) => known(doc, m, before, told)
            .or_else(|| strange(doc, i, before))
            .or_else(|| definite(doc, m)),
        None => strange(doc, i, before),
    }
}

/// A word of level: "town", "province", "camp".
fn level_word<'l>(doc: &Doc<'l>, m: &Mention) -> Option<&'l Lexeme> {
    let word = m.lexeme(doc.lang, "locality").or_else(|| m.lexeme(doc.lang, "site"));
    word.map(|(l, _)| l)
}

/// The word of level right before a name ("town of"), and where it begins.
fn head<'l>(doc: &Doc<'l>, start: usize) -> Option<(usize, &'l Lexeme)> {
    let of = start.checked_sub(1)?;
    let last = if doc.tokens[of].text == "of" { of.checked_sub(1)? } else { of };
    let m = doc.mention_at(last).filter(|m| m.at.end == last + 1)?;
    let lexeme = level_word(doc, m)?;
    let many = m.lexemes(doc.lang).any(|(_, f)| f == Feat::Plural);
    Some((if many || last == of { start } else { m.at.start }, lexeme))
}

/// The word of level right behind a name ("Aleppo province"), and where it ends.
fn tail<'l>(doc: &Doc<'l>, end: usize) -> Option<(usize, &'l Lexeme)> {
    let m = doc.mention_at(end).filter(|m| m.at.start == end)?;
    let lexeme = level_word(doc, m)?;
    Some((m.at.end, lexeme))
}

/// Whether a preposition of place stands before the token, articles, directions and words of
/// level left out.
fn locative(doc: &Doc<'_>, token: usize) -> bool {
    let mut i = token;
    for _ in 0..4 {
        let Some(before) = i.checked_sub(1) else { return false };
        if doc.is_particle(before, "locative") || ends(doc, before, "locative") {
            return true;
        }
        let text = doc.tokens[before].text.as_str();
        let side = ends(doc, before, "direction") || ends(doc, before, "locality");
        if !(side || ["the", "of", "'s"].contains(&text)) {
            return false;
        }
        // "in the centre of Mogadishu".
        i = if text == "of" { before.saturating_sub(1) } else { before };
    }
    false
}

/// Whether the word that ends at the token is of the class, or its last word alone is ("landed
/// in").
fn ends(doc: &Doc<'_>, i: usize, class: &str) -> bool {
    let own = |m: &Mention| {
        m.at.end == i + 1
            && (m.lexeme(doc.lang, class).is_some() || m.at.len() > 1 && alone(doc, i, class))
    };
    doc.mention_at(i).is_some_and(own)
}

fn alone(doc: &Doc<'_>, i: usize, class: &str) -> bool {
    doc.lang.index.single(&doc.tokens[i].text).iter().any(|hit| match hit.target {
        Target::Lexeme(l) => doc.lang.lexemes[l as usize].is(class),
        _ => false,
    })
}

/// Where the string begins with a direction before it: "northern Aleppo".
fn with_direction(doc: &Doc<'_>, start: usize) -> usize {
    match start.checked_sub(1).filter(|i| ends(doc, *i, "direction")) {
        Some(i) => doc.mention_at(i).map_or(i, |m| m.at.start),
        None => start,
    }
}

fn known(
    doc: &Doc<'_>,
    m: &Mention,
    before: Option<&Found>,
    told: &HashSet<usize>,
) -> Option<Found> {
    let (head, tail) = (head(doc, m.at.start), tail(doc, m.at.end));
    let listed = before.filter(|b| is_listed(doc, b, m.at.start));
    let cue = locative(doc, m.at.start);
    let cued = head.is_some()
        || tail.is_some()
        || cue
        || is_acted_on(doc, m)
        || listed.is_some_and(|b| b.cued);
    let mut candidates: Vec<usize> = m.places().collect();
    if head.is_some() || tail.is_some() {
        candidates.extend(m.cued_places());
    } else if cue {
        candidates.extend(m.cued_places().filter(|i| told.contains(i)));
    }
    let country = |i: &usize| doc.pack.places[*i].level == PlaceLevel::Country;
    if is_possessive(doc, m) && candidates.iter().any(country) {
        return None;
    }
    if candidates.is_empty() || !is_name(doc, m, &candidates, cued) {
        return None;
    }
    let level = head.or(tail).and_then(|(_, l)| l.tag("level")).and_then(place_level);
    let start = head.map_or_else(|| with_direction(doc, m.at.start), |(s, _)| s);
    let end = tail.map_or(m.at.end, |(e, _)| e);
    let headed = head.is_some() || tail.is_some();
    Some(Found { at: start..end, candidates, level, cued, headed, ..Found::default() })
}

/// Whether the mention names a place here: no word of the language, no part of a person's name, no
/// capital that acts.
fn is_name(doc: &Doc<'_>, m: &Mention, candidates: &[usize], cued: bool) -> bool {
    let place = |i: &usize| &doc.pack.places[*i];
    let major = candidates.iter().any(|i| super::is_major(place(i)));
    let word = m.lexemes(doc.lang).any(|(l, _)| !l.is("locality") && !l.is("site"))
        || m.number(doc.lang).is_some()
        || m.times(doc.lang).next().is_some();
    if word && !(cued && m.at.len() > 1) {
        return false;
    }
    let person = m.at.start.checked_sub(1).is_some_and(|i| {
        doc.tokens[i].capital
            && doc.mention_at(i).is_none_or(|b| {
                b.lexeme(doc.lang, "given").is_some() || b.lexeme(doc.lang, "office").is_some()
            })
            && (i > 0 && doc.tokens[i - 1].is_word() || doc.mention_at(i).is_some())
    });
    if person && !cued {
        return false;
    }
    let metonym = m.parties(doc.lang).any(|f| f.kind == FormKind::Metonym);
    let adjective = m.parties(doc.lang).any(|f| f.kind == FormKind::Adjective);
    !adjective && (!metonym || cued) && (major || cued || m.at.len() > 1 || unique(candidates))
}

/// "the shelling of Douma", "bombed Aleppo": a place that something is done to.
fn is_acted_on(doc: &Doc<'_>, m: &Mention) -> bool {
    const DEEDS: [&str; 6] = ["strike", "attack", "ground", "coerce", "meet", "arrival"];
    let of = m.at.start.checked_sub(1).filter(|i| doc.tokens[*i].text == "of");
    let deed = of.or(Some(m.at.start)).and_then(|i| doc.mention_at(i.checked_sub(1)?));
    deed.is_some_and(|b| DEEDS.iter().any(|c| b.lexeme(doc.lang, c).is_some()))
}

fn unique(candidates: &[usize]) -> bool {
    candidates.len() == 1
}

/// Whether a comma or "and" alone stands between a place and the token.
fn is_listed(doc: &Doc<'_>, before: &Found, start: usize) -> bool {
    let from = before.at.end.min(start);
    let gap = &doc.tokens[from..start];
    gap.len() <= 2 && !gap.is_empty() && gap.iter().all(|t| t.is_mark(",") || t.text == "and")
}

/// "the town of X", "X village", "in X" where no gazetteer holds X: in another spelling, or
/// unknown.
fn strange(doc: &Doc<'_>, i: usize, before: Option<&Found>) -> Option<Found> {
    let end = name_end(doc, i)?;
    let (head, tail) = (head(doc, i), tail(doc, end));
    let next = tail.map_or(end, |(e, _)| e);
    let another = doc.mention_at(next).is_some_and(|m| level_word(doc, m).is_some());
    if tail.is_some() && head.is_none() && (another || end == i + 1 && is_adjective(doc, i)) {
        return None;
    }
    let listed = before.is_some_and(|b| b.candidates.is_empty() && b.cued && is_listed(doc, b, i));
    let cue = doc
        .tokens
        .get(i.wrapping_sub(1))
        .is_some_and(|t| ["in", "near", "outside", "around", "at"].contains(&t.text.as_str()))
        || i > 0 && ends(doc, i - 1, "direction");
    if head.is_none() && tail.is_none() && !cue && !listed {
        return None;
    }
    let level = head.or(tail).and_then(|(_, l)| l.tag("level")).and_then(place_level);
    let start = head.map_or(i, |(s, _)| s);
    let stop = tail.map_or(end, |(e, _)| e);
    let base = Found {
        at: start..stop,
        level,
        cued: true,
        headed: head.is_some() || tail.is_some(),
        ..Found::default()
    };
    Some(respelt(doc, i..end, &base).unwrap_or(base))
}

/// First words of names, with or without a capital: what follows belongs to them.
const OPENERS: [&str; 16] = [
    "al", "el", "ad", "an", "as", "ash", "ar", "at", "ez", "um", "umm", "abu", "bab", "ain", "ras",
    "beit",
];

/// Where a name of words with a capital that no list holds ends.
fn name_end(doc: &Doc<'_>, i: usize) -> Option<usize> {
    let strange = |k: usize| {
        doc.tokens.get(k).is_some_and(|t| t.is_word() && t.capital && t.text.len() > 2)
            && doc.mention_at(k).is_none()
            && doc.date_at(k).is_none()
    };
    let opener = |k: usize| {
        let word = doc.tokens.get(k).filter(|t| OPENERS.contains(&t.text.as_str()));
        word.is_some_and(|t| t.capital || hyphenated(doc, k + 1)) && strange(k + 1)
    };
    if i > 0 && opener(i - 1) {
        return None;
    }
    let mut end = i;
    while end < i + LONGEST && (strange(end) || opener(end)) {
        end += 1;
    }
    (end > i).then_some(end)
}

/// "Kurdish town", "Alawite village": whose town, not its name.
fn is_adjective(doc: &Doc<'_>, i: usize) -> bool {
    let text = doc.tokens[i].text.as_str();
    ["ish", "ite", "ian", "ean", "ese", "ern", "unni", "hia"].iter().any(|e| text.ends_with(e))
}

/// "Syria's war", "Syrias war": a country that something else belongs to.
fn is_possessive(doc: &Doc<'_>, m: &Mention) -> bool {
    let apostrophe = doc.tokens.get(m.at.end).is_some_and(|t| t.text == "'s");
    let text = doc.tokens[m.at.end - 1].text.as_str();
    apostrophe || text.ends_with('s') && doc.lang.index.single(text).is_empty() && m.at.len() == 1
}

/// A known name in another spelling: words written apart or in one, or one letter wrong.
fn respelt(doc: &Doc<'_>, at: Range<usize>, base: &Found) -> Option<Found> {
    let joined: String = doc.tokens[at].iter().map(|t| t.text.as_str()).collect();
    let names = &doc.lang.names;
    let same: Vec<usize> = names.same(&joined).iter().map(|i| *i as usize).collect();
    let guessed = same.is_empty();
    let candidates =
        if guessed { names.near(&joined).into_iter().map(|i| i as usize).collect() } else { same };
    let some = !candidates.is_empty();
    some.then(|| Found { candidates, guessed, ..base.clone() })
}

/// "in the city", "near the camp": a definite word for the place told before.
fn definite(doc: &Doc<'_>, m: &Mention) -> Option<Found> {
    let (lexeme, feat) = m.lexeme(doc.lang, "locality")?;
    lexeme.tag("back")?;
    let article = m.at.start.checked_sub(1).filter(|i| doc.tokens[*i].text == "the")?;
    let cued = locative(doc, article);
    let of = doc.tokens.get(m.at.end).is_some_and(|t| t.text == "of");
    let level: Option<PlaceLevel> = lexeme.tag("level").and_then(place_level);
    (feat == Feat::Singular && cued && !of).then(|| Found {
        at: m.at.clone(),
        level,
        cued: true,
        described: true,
        ..Found::default()
    })
}
