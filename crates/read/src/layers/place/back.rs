//! Places told by what they are: "the eastern quarters", "the Syrian towns", "the strip", "the
//! capital", "the north of the country".

use hudna_model::{Place, PlaceLevel};

use super::Found;
use super::choose::{Weights, country_of};
use super::cue;
use crate::doc::{Doc, Mention};
use crate::lang::ar::Feat;
use crate::pack::index::Target;
use crate::pack::registers::place_level;

/// How many places back a definite word may look.
const FAR: usize = 40;

/// "المدن السورية", "الأحياء الشرقية": several places told by an adjective, not by name.
pub(super) fn described(doc: &Doc<'_>, mention: &Mention) -> Option<Found> {
    let (lexeme, feat) = mention.lexeme(doc.lang, "locality")?;
    lexeme.tag("level").filter(|l| !["site", "line"].contains(l))?;
    let token = doc.tokens.get(mention.at.end).filter(|t| t.is_word())?;
    let many = feat == Feat::Plural && mention.definite && !mention.enclitic;
    let adjective = token.text.starts_with("ال") && token.text.ends_with('ه');
    (many && adjective).then(|| Found {
        at: mention.at.start..mention.at.end + 1,
        cued: cue::locative(doc, mention.at.start),
        described: true,
        ..Found::default()
    })
}

/// "في القطاع", "غرب المدينة", "جنوب البلاد": a definite word for the place told before.
///
/// Behind a place it only says where that lies ("في عندان شمال المحافظة") and is none of its own.
pub(super) fn definite(doc: &Doc<'_>, mention: &Mention, before: Option<&Found>) -> Option<Found> {
    let (lexeme, feat) = mention.lexeme(doc.lang, "locality")?;
    lexeme.tag("back")?;
    let one = feat == Feat::Singular && mention.definite && !mention.enclitic;
    let start = cue::direction(doc, mention.at.start, 0);
    let cued = mention.preposition.is_some_and(|p| p == 'ب')
        || start < mention.at.start
        || cue::locative(doc, start)
        || cue::acted_on(doc, mention);
    // "المنطقة الحدودية", "المدينة الجامعية": an adjective makes it another place.
    let adjective = doc.tokens.get(mention.at.end).is_some_and(|t| t.text.starts_with("ال"));
    let name = doc.mention_at(mention.at.end).is_some_and(|m| {
        m.at.start == mention.at.end && !m.conjunction && m.places().next().is_some()
    });
    let behind = before.is_some_and(|b| {
        b.at.end <= start && doc.tokens[b.at.end..start].iter().all(|t| t.is_mark(",،("))
    });
    (one && cued && !adjective && !name && !behind).then(|| Found {
        at: start..mention.at.end,
        level: lexeme.tag("level").and_then(place_level),
        cued: true,
        described: true,
        ..Found::default()
    })
}

/// Whether the found words only point back: without what they mean they tell no place.
pub(super) fn is_reference(doc: &Doc<'_>, found: &Found) -> bool {
    found.described && reference_word(doc, found).is_some()
}

/// The index of the mention that ends a found string when it is a definite word in the singular.
fn reference_word<'d>(doc: &'d Doc<'_>, found: &Found) -> Option<&'d Mention> {
    let last = doc.mention_at(found.at.end.checked_sub(1)?)?;
    let (lexeme, feat) = last.lexeme(doc.lang, "locality")?;
    (feat == Feat::Singular && lexeme.tag("back").is_some()).then_some(last)
}

/// Gives places that are told, not named, what they mean.
pub(super) fn locate(doc: &Doc<'_>, found: &mut [Found], weights: &Weights<'_>) {
    for i in 0..found.len() {
        if !found[i].described {
            continue;
        }
        match reference_word(doc, &found[i]) {
            Some(word) => {
                let (place, named) = meant(doc, &found[..i], &found[i], word, weights);
                found[i].said = named.map(|n| found[n].said.clone().unwrap_or(found[n].at.clone()));
                found[i].chosen = place;
            }
            None => found[i].chosen = of_adjective(doc, found, i),
        }
    }
}

/// "The western districts" are those of the town named last before, else right behind; "the
/// Syrian towns" lie in the country of the adjective. What is coarse is told as the coarse place.
fn of_adjective(doc: &Doc<'_>, found: &[Found], i: usize) -> Option<usize> {
    let adjective = doc.mention_at(found[i].at.end - 1);
    let country = adjective.and_then(|m| {
        let mut states = m.parties(doc.lang).filter_map(|f| country_of(doc, f.party));
        states.next().and_then(|id| index_of(doc, id))
    });
    let direction = adjective.is_some_and(|m| m.lexeme(doc.lang, "direction").is_some());
    let end = found[i].at.end;
    // "المناطق الغربية للعاصمة صنعاء", "الأحياء الشرقية من حلب".
    let behind = found[i + 1..].iter().take(2).filter(|f| f.at.start <= end + 2);
    let after = found[i + 1..].iter().take(1);
    let towns = || behind.clone().chain(found[..i].iter().rev().take(FAR)).chain(after.clone());
    let town = || towns().find_map(|f| town_of(doc, f.chosen?));
    country.or_else(|| if direction { town() } else { None })
}

/// What a definite word means, and which of the places before named it: the last one that the
/// same word names, or of its level; of a country the one that the text speaks of most.
fn meant(
    doc: &Doc<'_>,
    before: &[Found],
    found: &Found,
    word: &Mention,
    weights: &Weights<'_>,
) -> (Option<usize>, Option<usize>) {
    let lexeme = word.lexeme(doc.lang, "locality").map(|(l, _)| l);
    match lexeme.and_then(|l| l.tag("back")) {
        Some("country") => {
            let country = weights.country();
            let place = country.and_then(|c| side_of(doc, found, c).or_else(|| index_of(doc, c)));
            (place, None)
        }
        Some("capital") => {
            let near = before.iter().rev().take(FAR).find_map(|f| f.chosen);
            let country = near.map(|i| country_id(doc, i)).or_else(|| weights.country());
            (country.and_then(|c| capital(doc, c)), None)
        }
        _ => {
            let named =
                same_word(doc, before, word).or_else(|| same_level(doc, before, found.level?));
            (named.and_then(|i| at_level(doc, &before[i], found.level)), named)
        }
    }
}

/// The last place whose string begins with the same word: "مخيم جنين … المخيم".
fn same_word(doc: &Doc<'_>, before: &[Found], word: &Mention) -> Option<usize> {
    let (lexeme, _) = word.lexeme(doc.lang, "locality")?;
    let lemma = crate::fold::fold(&lexeme.lemma);
    let named = |f: &Found| {
        let first = f.at.start;
        let head = doc.mention_at(first).and_then(|m| m.lexeme(doc.lang, "locality"));
        let same = head.is_some_and(|(l, _)| l.id == lexeme.id);
        f.chosen.is_some() && !f.described && (same || doc.tokens[first].text.ends_with(&lemma))
    };
    last(before, named)
}

/// The last place of a level.
fn same_level(doc: &Doc<'_>, before: &[Found], level: PlaceLevel) -> Option<usize> {
    last(before, |f| !f.described && at_level(doc, f, Some(level)).is_some())
}

fn last(before: &[Found], fits: impl Fn(&Found) -> bool) -> Option<usize> {
    let from = before.len().saturating_sub(FAR);
    before[from..].iter().rposition(fits).map(|i| from + i)
}

/// The place that a found one is, if it is of this level or a word gave it that.
fn at_level(doc: &Doc<'_>, found: &Found, level: Option<PlaceLevel>) -> Option<usize> {
    let place = &doc.pack.places[found.chosen?];
    let town = level == Some(PlaceLevel::Settlement);
    (Some(place.level) == level || !town && found.level == level).then_some(found.chosen?)
}

/// "جنوب البلاد": the region of the country that such words name.
fn side_of(doc: &Doc<'_>, found: &Found, country: &str) -> Option<usize> {
    if found.at.len() < 2 {
        return None;
    }
    let first = doc.tokens[found.at.start].text.trim_start_matches(['و', 'ب']);
    let first = first.strip_suffix('ي').unwrap_or(first);
    let country = doc.pack.place(country)?;
    let name = crate::fold::fold(&country.name.ar);
    let second = doc.tokens[found.at.start + 1..found.at.end - 1].iter().map(|t| t.text.as_str());
    let mut want: Vec<&str> = second.map(|w| w.strip_suffix('ي').unwrap_or(w)).collect();
    want.extend(name.split(' '));
    doc.lang.index.multi(first).iter().find_map(|(rest, hit)| match hit.target {
        Target::Place(i) if rest.iter().map(String::as_str).eq(want.iter().copied()) => {
            Some(i as usize)
        }
        _ => None,
    })
}

/// The capital of a country: the place that "the capital of …" names in the lexicon.
fn capital(doc: &Doc<'_>, country: &str) -> Option<usize> {
    doc.lang.index.multi("العاصمه").iter().find_map(|(_, hit)| match hit.target {
        Target::Place(i) if country_id(doc, i as usize) == country => Some(i as usize),
        _ => None,
    })
}

fn country_id<'d>(doc: &'d Doc<'_>, place: usize) -> &'d str {
    doc.pack.chain(&doc.pack.places[place]).last().map_or("", |p| &p.id)
}

fn index_of(doc: &Doc<'_>, id: &str) -> Option<usize> {
    doc.pack.place_index(id)
}

/// The settlement that a place is or lies in.
fn town_of(doc: &Doc<'_>, place: usize) -> Option<usize> {
    let settlement = |p: &&Place| p.level == PlaceLevel::Settlement;
    let town = doc.pack.chain(&doc.pack.places[place]).find(settlement)?;
    index_of(doc, &town.id)
}
