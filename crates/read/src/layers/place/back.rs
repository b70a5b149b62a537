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
    let (_, feat) = mention.lexeme(doc.lang, "locality")?;
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
pub(super) fn definite(doc: &Doc<'_>, mention: &Mention) -> Option<Found> {
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
    (one && cued && !adjective).then(|| Found {
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
        found[i].chosen = match reference_word(doc, &found[i]) {
            Some(word) => meant(doc, &found[..i], &found[i], word, weights),
            None => of_adjective(doc, found, i),
        };
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
    let towns = || found[..i].iter().rev().take(FAR).chain(found[i + 1..].iter().take(1));
    let town = || towns().find_map(|f| town_of(doc, f.chosen?));
    country.or_else(|| if direction { town() } else { None })
}

/// What a definite word means: the place told last that the same word names, or of its level.
fn meant(
    doc: &Doc<'_>,
    before: &[Found],
    found: &Found,
    word: &Mention,
    weights: &Weights<'_>,
) -> Option<usize> {
    let (lexeme, _) = word.lexeme(doc.lang, "locality")?;
    match lexeme.tag("back")? {
        "country" => {
            let country = weights.country()?;
            side_of(doc, found, country).or_else(|| index_of(doc, country))
        }
        "capital" => {
            let near = before.iter().rev().take(FAR).find_map(|f| f.chosen);
            let country = near.map(|i| country_id(doc, i)).or_else(|| weights.country())?;
            capital(doc, country)
        }
        _ => same_word(doc, before, word).or_else(|| {
            let level = found.level?;
            before.iter().rev().take(FAR).find_map(|f| at_level(doc, f, level))
        }),
    }
}

/// The last place whose string begins with the same word: "مخيم جنين … المخيم".
fn same_word(doc: &Doc<'_>, before: &[Found], word: &Mention) -> Option<usize> {
    let (lexeme, _) = word.lexeme(doc.lang, "locality")?;
    let named = |f: &&Found| {
        doc.mention_at(f.at.start)
            .filter(|m| m.lexeme(doc.lang, "locality").is_some_and(|(l, _)| l.id == lexeme.id))
            .is_some()
            || doc.tokens[f.at.start].text.ends_with(&crate::fold::fold(&lexeme.lemma))
    };
    before.iter().rev().take(FAR).filter(named).find_map(|f| f.chosen)
}

/// The place of this level that a found one is or, for a governorate, lies in.
fn at_level(doc: &Doc<'_>, found: &Found, level: PlaceLevel) -> Option<usize> {
    let place = &doc.pack.places[found.chosen?];
    if place.level == level {
        return found.chosen;
    }
    let wide = level == PlaceLevel::Governorate;
    let holder = doc.pack.chain(place).find(|p| wide && p.level == level)?;
    index_of(doc, &holder.id)
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
