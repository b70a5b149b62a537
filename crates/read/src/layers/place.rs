//! Places: names of the gazetteer with locative cues, nested by level, activated by country.
//!
//! An unknown name behind "the town of" stays unknown; it is never placed.

use std::collections::HashMap;
use std::ops::Range;

use hudna_model::{Place, PlaceLevel, PlaceRef};

use crate::doc::{Doc, Mention};
use crate::pack::registers::{FormKind, place_level};

/// A place name found in a text.
#[derive(Debug, Clone)]
pub struct Found {
    /// Tokens, a word such as "the town of" included.
    pub at: Range<usize>,
    /// The places that the name may mean.
    pub candidates: Vec<usize>,
    /// The one chosen by context; none for an unknown name.
    pub chosen: Option<usize>,
    /// The level that a word such as "the province of" gives.
    level: Option<PlaceLevel>,
    /// A preposition of place stands before it.
    cued: bool,
    /// No name but words such as "the eastern quarters".
    pub described: bool,
}

/// Finds and resolves all places of a text.
pub fn find(doc: &Doc<'_>) -> Vec<Found> {
    let mut out: Vec<Found> = Vec::new();
    for mention in &doc.mentions {
        let before = out.last();
        let found = known(doc, mention, before)
            .or_else(|| unknown(doc, mention))
            .or_else(|| described(doc, mention));
        let end = before.map_or(0, |last| last.at.end);
        out.extend(found.filter(|f| end <= f.at.start));
    }
    choose(doc, &mut out);
    locate_described(doc, &mut out);
    out.retain(|f| f.chosen.is_some() || f.candidates.is_empty());
    out
}

impl Found {
    /// Whether a locative word stands before it, so that it is no party.
    pub fn told_as_place(&self) -> bool {
        self.cued
    }

    /// The place as a claim shows it.
    pub fn reference(&self, doc: &Doc<'_>) -> PlaceRef {
        let span = doc.bare_span(&self.at);
        let mut out = PlaceRef {
            text: doc.slice(span).to_owned(),
            span,
            candidates: self.candidates.len(),
            ..PlaceRef::default()
        };
        if let Some(place) = self.chosen.map(|i| &doc.pack.places[i]) {
            out.id = Some(place.id.clone());
            out.name = Some(place.name.en.clone());
            out.lat = Some(place.lat);
            out.lon = Some(place.lon);
            out.level = Some(place.level);
            out.pcode.clone_from(&place.pcode);
        }
        out
    }
}

fn known(doc: &Doc<'_>, mention: &Mention, before: Option<&Found>) -> Option<Found> {
    let mut candidates: Vec<usize> =
        mention.places().filter(|i| !is_adjective(doc, mention, *i)).collect();
    let head = locality(doc, mention.at.start);
    let listed = before.is_some_and(|b| is_listed(doc, b, mention));
    if head.is_some() || listed && before.is_some_and(|b| b.cued) {
        candidates.extend(mention.cued_places());
    }
    if candidates.is_empty() || mention.enclitic {
        return None;
    }
    let cued = mention.preposition.is_some_and(|p| p != 'ك') || locative(doc, mention.at.start);
    let other = mention.lexemes(doc.lang).any(|(l, _)| !l.is("locality"))
        || mention.number(doc.lang).is_some()
        || mention.times(doc.lang).next().is_some();
    let short = doc.tokens[mention.at.start].text.chars().count()
        - usize::from(mention.conjunction)
        <= 3 + usize::from(mention.preposition.is_some());
    let quarter = |i: &usize| doc.pack.places[*i].level == PlaceLevel::Neighbourhood;
    let doubtful = if cued { other } else { other || short };
    if doubtful && head.is_none() && !listed {
        return None;
    }
    let only_quarters = candidates.iter().all(quarter);
    if only_quarters && head.is_none() && !listed && !cued {
        return None;
    }
    let metonym = mention.parties(doc.lang).any(|f| f.kind == FormKind::Metonym);
    if metonym && !cued && head.is_none() {
        return None;
    }
    let (start, level) = head.unwrap_or((mention.at.start, None));
    let at = start..mention.at.end;
    Some(Found {
        at,
        candidates,
        chosen: None,
        level,
        cued: cued || head.is_some() || listed,
        described: false,
    })
}

/// "السورية" is an adjective, though سورية is a country: a name takes no article.
fn is_adjective(doc: &Doc<'_>, mention: &Mention, place: usize) -> bool {
    let word = doc.tokens[mention.at.start].text.as_str();
    let article = ["ال", "وال", "بال", "لل", "فال", "كال"].iter().any(|a| word.starts_with(a));
    let name = crate::fold::fold(&doc.pack.places[place].name.ar);
    article && mention.at.len() == 1 && !name.starts_with("ال") && !name.contains(" ال")
}

/// A word such as "the town of" right before the token: where it begins, and its level.
fn locality(doc: &Doc<'_>, token: usize) -> Option<(usize, Option<PlaceLevel>)> {
    let before = doc.mention_at(token.checked_sub(1)?)?;
    let (lexeme, feat) = before.lexeme(doc.lang, "locality")?;
    // "بلدات حريتان وعندان": the word belongs to the list, not to the first name.
    let own = feat == crate::lang::ar::Feat::Singular;
    let start = if own { before.at.start } else { token };
    Some((start, lexeme.tag("level").and_then(place_level)))
}

fn is_listed(doc: &Doc<'_>, before: &Found, mention: &Mention) -> bool {
    let gap = mention.at.start - before.at.end.min(mention.at.start);
    let marks = doc.tokens[before.at.end.min(mention.at.start)..mention.at.start]
        .iter()
        .all(|t| t.is_mark("،,") || t.text == "و");
    gap <= 2 && marks && (mention.conjunction || gap > 0)
}

/// Whether a preposition of place stands before the token.
fn locative(doc: &Doc<'_>, token: usize) -> bool {
    let one_by_one =
        token > 1 && doc.tokens[token - 1].text == "من" && doc.is_particle(token - 2, "part");
    token > 0 && !one_by_one && doc.is_particle(token - 1, "locative")
}

/// "The town of X" where no gazetteer knows X.
fn unknown(doc: &Doc<'_>, mention: &Mention) -> Option<Found> {
    let (lexeme, feat) = mention.lexeme(doc.lang, "locality")?;
    let named = ["neighbourhood", "settlement"].contains(&lexeme.tag("level")?);
    let next = mention.at.end;
    let token = doc.tokens.get(next).filter(|t| t.is_word())?;
    let singular = feat == crate::lang::ar::Feat::Singular && !mention.definite;
    let strange = doc.mention_at(next).is_none() && token.text.chars().count() >= 3;
    (named && singular && strange && !mention.enclitic).then(|| {
        let second = doc.tokens.get(next + 1).filter(|t| t.is_word() && t.text.starts_with("ال"));
        let end = next + 1 + usize::from(second.is_some() && doc.mention_at(next + 1).is_none());
        let at = mention.at.start..end;
        Found {
            at,
            candidates: Vec::new(),
            chosen: None,
            level: None,
            cued: true,
            described: false,
        }
    })
}

/// "المدن السورية", "الأحياء الشرقية": several places told by an adjective, not by name.
fn described(doc: &Doc<'_>, mention: &Mention) -> Option<Found> {
    let (_, feat) = mention.lexeme(doc.lang, "locality")?;
    let token = doc.tokens.get(mention.at.end).filter(|t| t.is_word())?;
    let many = feat == crate::lang::ar::Feat::Plural && mention.definite && !mention.enclitic;
    let adjective = token.text.starts_with("ال") && token.text.ends_with('ه');
    (many && adjective).then(|| Found {
        at: mention.at.start..mention.at.end + 1,
        candidates: Vec::new(),
        chosen: None,
        level: None,
        cued: locative(doc, mention.at.start),
        described: true,
    })
}

/// "The western districts" are those of the town named last before, else right behind; "the
/// Syrian towns" lie in the country of the adjective. What is coarse is told as the coarse place.
fn locate_described(doc: &Doc<'_>, found: &mut [Found]) {
    for i in 0..found.len() {
        if !found[i].described {
            continue;
        }
        let adjective = doc.mention_at(found[i].at.end - 1);
        let country = adjective.and_then(|m| {
            let mut states = m.parties(doc.lang).filter_map(|f| country_of(doc, f.party));
            states.next().and_then(|id| doc.pack.places.iter().position(|p| p.id == id))
        });
        let direction = adjective.is_some_and(|m| m.lexeme(doc.lang, "direction").is_some());
        let towns = || found[..i].iter().rev().chain(found[i + 1..].iter().take(1));
        let town = || towns().find_map(|f| town_of(doc, f.chosen?));
        found[i].chosen = country.or_else(|| if direction { town() } else { None });
    }
}

/// The settlement that a place is or lies in.
fn town_of(doc: &Doc<'_>, place: usize) -> Option<usize> {
    let mut chain = doc.pack.chain(&doc.pack.places[place]);
    let town = chain.find(|p| p.level == PlaceLevel::Settlement)?;
    doc.pack.places.iter().position(|p| p.id == town.id)
}

/// Chooses among candidates by the countries and governorates that the text speaks of.
fn choose(doc: &Doc<'_>, found: &mut [Found]) {
    let weights = contexts(doc, found);
    for f in found.iter_mut() {
        let score = |i: &usize| {
            let place = &doc.pack.places[*i];
            let context: usize = doc
                .pack
                .chain(place)
                .skip(1)
                .map(|p| weights.get(p.id.as_str()).unwrap_or(&0))
                .sum();
            (level_fit(f.level, place.level), context, large(place))
        };
        let best = f.candidates.iter().copied().max_by_key(|i| (score(i), std::cmp::Reverse(*i)));
        f.chosen = best.filter(|i| active(doc, &weights, &doc.pack.places[*i], f));
    }
}

/// How often the text names each place, and a place inside it.
fn contexts<'d>(doc: &'d Doc<'_>, found: &[Found]) -> HashMap<&'d str, usize> {
    let mut weights = HashMap::new();
    for f in found {
        let sure = f.candidates.len() == 1 || f.cued;
        let mut seen: Vec<&str> = Vec::new();
        for candidate in &f.candidates {
            for place in doc.pack.chain(&doc.pack.places[*candidate]) {
                if !seen.contains(&place.id.as_str()) {
                    seen.push(&place.id);
                    let weight = if sure { 2 } else { 1 };
                    *weights.entry(place.id.as_str()).or_insert(0) += weight;
                }
            }
        }
    }
    for mention in &doc.mentions {
        for form in mention.parties(doc.lang) {
            if let Some(country) = country_of(doc, form.party) {
                *weights.entry(country).or_insert(0) += 2;
            }
        }
    }
    weights
}

/// The country whose name is the party's: "Syrian" makes places of Syria likely.
fn country_of<'d>(doc: &'d Doc<'_>, party: usize) -> Option<&'d str> {
    let name = &doc.pack.parties[party].name.en;
    let state = doc.pack.parties[party].kind == hudna_model::PartyKind::State;
    let places = &doc.pack.places;
    let country = |p: &&Place| p.level == PlaceLevel::Country && p.name.en == *name;
    state.then(|| places.iter().find(country).map(|p| p.id.as_str())).flatten()
}

fn level_fit(told: Option<PlaceLevel>, level: PlaceLevel) -> u8 {
    match (told, level) {
        (Some(told), level) if told == level => 4,
        (_, PlaceLevel::Country) => 3,
        (_, PlaceLevel::Settlement) => 3,
        (_, PlaceLevel::Neighbourhood) => 2,
        (_, PlaceLevel::Region | PlaceLevel::Site | PlaceLevel::Line) => 2,
        (_, PlaceLevel::Governorate) => 1,
        (_, PlaceLevel::District) => 0,
    }
}

/// Countries come before others where all else is equal.
fn large(place: &Place) -> u8 {
    u8::from(place.level == PlaceLevel::Country)
}

/// A small place counts only when its country is spoken of, or the name stands behind a cue.
fn active(doc: &Doc<'_>, weights: &HashMap<&str, usize>, place: &Place, found: &Found) -> bool {
    let country = doc.pack.chain(place).last().map_or("", |p| p.id.as_str());
    let spoken_of = weights.get(country).copied().unwrap_or(0);
    let own = if found.cued || found.candidates.len() == 1 { 2 } else { 1 };
    found.cued || place.level == PlaceLevel::Country || spoken_of > own
}
