//! Which of several places a name means: by level, by what the text speaks of, by what is near.

use std::cmp::Reverse;
use std::collections::HashMap;

use hudna_model::{Place, PlaceLevel};

use super::{Found, is_major};
use crate::doc::Doc;

/// Names before and behind that a doubtful one is compared with.
const NEIGHBOURS: usize = 6;

/// Degrees within which a neighbour speaks for a candidate: about 60 km.
const NEAR: f64 = 0.6;

/// Places of a country from which on its lesser names are taken for names of other countries too.
const DENSE: usize = 100;

/// How much a text must speak of another country for that.
const ELSEWHERE: usize = 6;

/// How often a text names each place, and places inside it.
pub(super) struct Weights<'d>(HashMap<&'d str, usize>, Option<&'d str>);

impl<'d> Weights<'d> {
    fn of(&self, place: &Place) -> usize {
        self.0.get(place.id.as_str()).copied().unwrap_or(0)
    }

    /// The country that the text speaks of most.
    pub fn country(&self) -> Option<&'d str> {
        self.1
    }
}

/// Chooses among candidates by the countries and governorates that the text speaks of.
pub(super) fn choose<'d>(doc: &'d Doc<'_>, found: &mut [Found]) -> Weights<'d> {
    let weights = contexts(doc, found);
    let sure: Vec<Option<usize>> =
        found.iter().map(|f| (f.candidates.len() == 1).then(|| f.candidates[0])).collect();
    for (i, f) in found.iter_mut().enumerate() {
        let from = i.saturating_sub(NEIGHBOURS);
        let around = &sure[from..(i + NEIGHBOURS + 1).min(sure.len())];
        let best = f.candidates.iter().copied().max_by_key(|c| {
            let place = &doc.pack.places[*c];
            let chain = doc.pack.chain(place).skip(1);
            let context: usize = chain.map(|p| weights.of(p)).sum();
            let near = neighbours(doc, place, around);
            let large = u8::from(place.level == PlaceLevel::Country);
            (level_fit(f.level, place.level), 3 * near + context, large, Reverse(*c))
        });
        f.chosen = best.filter(|i| active(doc, &weights, *i, f));
        if f.chosen.is_none() && f.headed {
            // "معسكر X" of a country that the text does not speak of is another one.
            f.candidates.clear();
        }
    }
    weights
}

/// How many sure places of the neighbourhood lie near a candidate.
fn neighbours(doc: &Doc<'_>, place: &Place, around: &[Option<usize>]) -> usize {
    let near = |i: &&usize| {
        let other = &doc.pack.places[**i];
        let point = !matches!(other.level, PlaceLevel::Country);
        point
            && other.id != place.id
            && (other.lat - place.lat).abs() < NEAR
            && (other.lon - place.lon).abs() < NEAR
    };
    around.iter().flatten().filter(near).count()
}

fn contexts<'d>(doc: &'d Doc<'_>, found: &[Found]) -> Weights<'d> {
    let mut weights = HashMap::new();
    for f in found.iter().filter(|f| !f.guessed) {
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
    let country = |id: &&str| doc.pack.place(id).is_some_and(|p| p.level == PlaceLevel::Country);
    let spoken = weights.iter().filter(|(id, _)| country(id));
    let most = spoken.max_by_key(|(id, n)| (**n, Reverse(**id))).map(|(id, _)| *id);
    Weights(weights, most)
}

/// The country whose name is the party's: "Syrian" makes places of Syria likely.
pub(super) fn country_of<'d>(doc: &'d Doc<'_>, party: usize) -> Option<&'d str> {
    doc.pack.state_country(party)
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

/// A small place counts only when its country is spoken of, or the name stands behind a cue, or
/// is a long one that nothing else bears. Where the gazetteer is dense a cue alone is not enough.
fn active(doc: &Doc<'_>, weights: &Weights<'_>, index: usize, found: &Found) -> bool {
    let place = &doc.pack.places[index];
    let country = doc.pack.chain(place).last();
    let spoken_of = country.map_or(0, |c| weights.of(c));
    let own = if found.cued || found.candidates.len() == 1 { 2 } else { 1 };
    if found.guessed {
        // A guess is taken only where the text is, and never for a country or province.
        // English spells Arabic names in many ways.
        return spoken_of > 0 && (!is_major(place) || doc.is_english() && found.headed);
    }
    let elsewhere = weights.country().and_then(|c| doc.pack.place(c)).map_or(0, |c| weights.of(c));
    use PlaceLevel::{Line, Neighbourhood, Site};
    let small = matches!(place.level, Neighbourhood | Site | Line);
    let strange =
        small && spoken_of <= own && elsewhere >= ELSEWHERE && doc.pack.crowd(index) > DENSE;
    is_major(place) || spoken_of > own || !strange && (found.cued || found.at.len() > 1)
}
