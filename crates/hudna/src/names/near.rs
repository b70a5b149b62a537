//! Which known places a name may mean: those of what is followed first, the nearest first.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use hudna_model::{Agreement, Note, NoteKind, Place, PlaceLevel, Situation};
use hudna_read::Pack;

use super::heads::{Heads, Parts};
use crate::data::Data;
use crate::eval::attributes::km;
use crate::facts::FiledReport;

/// Letters of a word by which names are held to be alike.
const LETTERS: usize = 3;
/// Names that share a word with the one asked about, at most, before they are looked at.
const ALIKE: usize = 400;

/// How well a known name fits.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Fit {
    /// It is the name, in one spelling or another.
    Same,
    /// It is one slip of the pen away.
    Slip,
    /// One of the names holds the other.
    Part,
}

/// Where a place lies.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Home {
    /// In an area of the agreement.
    Area,
    /// In its country.
    Country,
    /// Elsewhere.
    Abroad,
}

/// A known place that a name may mean.
#[derive(Debug, Clone, PartialEq)]
pub struct Near {
    /// Id of the place.
    pub place: String,
    /// How well its name fits.
    pub fit: Fit,
    /// Where it lies.
    pub home: Home,
    /// Kilometres from the nearest place that the same report tells of.
    pub km: Option<f64>,
}

/// Names of the gazetteer by what they have in common.
#[derive(Debug, Default)]
pub struct Gazetteer {
    parts: Vec<[Parts; 2]>,
    by_name: HashMap<String, Vec<u32>>,
    by_word: HashMap<String, Vec<u32>>,
}

impl Gazetteer {
    /// The names of places, in their order.
    pub fn new(places: &[Place], heads: &Heads) -> Gazetteer {
        let mut out = Gazetteer::default();
        for (at, place) in (0..).zip(places) {
            let parts = [heads.parts(&place.name.ar), heads.parts(&place.name.en)];
            for one in &parts {
                out.by_name.entry(one.name()).or_default().push(at);
                let words = one.words.iter().filter(|w| w.chars().count() >= LETTERS);
                words.for_each(|w| out.by_word.entry(w.clone()).or_default().push(at));
            }
            out.parts.push(parts);
        }
        out
    }
}

/// Whether the nouns beside two names may be said of one place: a hospital is told from a town by
/// its noun, unless the gazetteer holds the site under its name alone.
fn agree(told: &Parts, own: &Parts, place: &Place) -> bool {
    match (&told.sort, &own.sort) {
        (Some(a), Some(b)) => a == b,
        (Some(_), None) => matches!(place.level, PlaceLevel::Site | PlaceLevel::Line),
        (None, _) => true,
    }
}

/// Whether the words of one name stand in the other in a row.
fn holds(a: &[String], b: &[String]) -> bool {
    let (short, long) = if a.len() <= b.len() { (a, b) } else { (b, a) };
    !short.is_empty() && long.windows(short.len()).any(|w| w == short)
}

/// Places that fit a name, by their index, and how well.
fn fits(data: &Data, name: &str) -> BTreeMap<u32, Fit> {
    let (told, gazetteer) = (data.heads.parts(name), data.gazetteer());
    let mut out: BTreeMap<u32, Fit> = BTreeMap::new();
    let places = &data.pack.places;
    let mut add = |at: u32, fit: Fit| {
        let best = out.entry(at).or_insert(fit);
        *best = fit.min(*best);
    };
    let agrees = |at: u32| {
        let own = gazetteer.parts[at as usize].iter();
        own.clone().any(|own| agree(&told, own, &places[at as usize]))
    };
    let own = told.name();
    for at in gazetteer.by_name.get(&own).into_iter().flatten().filter(|at| agrees(**at)) {
        add(*at, Fit::Same);
    }
    for lang in data.pack.langs.values() {
        let folded = lang.tongue.fold(name);
        lang.names.same(&folded).iter().for_each(|at| add(*at, Fit::Same));
        lang.names.same(&own).iter().filter(|at| agrees(**at)).for_each(|at| add(*at, Fit::Same));
        lang.names
            .near(&own)
            .into_iter()
            .filter(|at| agrees(*at))
            .for_each(|at| add(at, Fit::Slip));
    }
    let words = told.words.iter().filter_map(|w| gazetteer.by_word.get(w));
    for at in words.flatten().take(ALIKE) {
        let mut parts = gazetteer.parts[*at as usize].iter();
        let place = &places[*at as usize];
        if parts.any(|own| agree(&told, own, place) && holds(&told.words, &own.words)) {
            add(*at, Fit::Part);
        }
    }
    out
}

/// Where the places lie of which a report tells, in degrees north and east.
pub fn around(s: &Situation, filed: &FiledReport) -> Vec<(f64, f64)> {
    let ids: BTreeSet<&str> =
        filed.claims().filter_map(|c| c.place.as_ref()?.id.as_deref()).collect();
    let small = |p: &&Place| !matches!(p.level, PlaceLevel::Country | PlaceLevel::Region);
    ids.into_iter()
        .filter_map(|id| s.places.get(id))
        .filter(small)
        .map(|p| (p.lat, p.lon))
        .collect()
}

fn home(pack: &Pack, place: &Place, areas: &BTreeSet<&str>, country: &str) -> Home {
    let holders: Vec<&str> = pack.chain(place).map(|p| p.id.as_str()).collect();
    match () {
        () if holders.iter().any(|id| areas.contains(id)) => Home::Area,
        () if holders.contains(&country) => Home::Country,
        () => Home::Abroad,
    }
}

/// The places of this very name at home, if they are one place: of several each lies in the other,
/// as a city in its own province. Remembered by the data.
fn sole(data: &Data, agreement: &Agreement, name: &str) -> Vec<String> {
    data.sole(&agreement.id, name, || {
        let all = near(data, agreement, name, &[]);
        let same = all.into_iter().filter(|n| n.fit == Fit::Same && n.home != Home::Abroad);
        let same: Vec<&Place> = same.filter_map(|n| data.places.get(&n.place)).collect();
        let pack = &data.pack;
        let one = |a: &&Place| same.iter().all(|b| pack.lies_in(a, b) || pack.lies_in(b, a));
        match same.iter().all(one) {
            true => same.into_iter().map(|p| p.id.clone()).collect(),
            false => Vec::new(),
        }
    })
}

/// Whether nobody need be asked which place a name means: of those that bear it one alone lies at
/// home, and no claim of the report was put elsewhere.
pub fn is_settled(data: &Data, agreement: &Agreement, filed: &FiledReport, note: &Note) -> bool {
    if note.kind != NoteKind::AmbiguousPlace {
        return false;
    }
    let sole = sole(data, agreement, &note.text);
    if sole.is_empty() {
        return false;
    }
    let key = data.heads.key(&note.text);
    let placed = filed.claims().filter_map(|c| c.place.as_ref());
    let mut placed = placed.filter(|p| data.heads.key(&p.text) == key);
    placed.all(|p| p.id.as_ref().is_none_or(|id| sole.contains(id)))
}

/// The known places that a name may mean. Those in the areas of the agreement come first, then those
/// of its country, each the nearest first to what else the report tells of (`around`); of other
/// countries such as bear the very name where none at home does, and others only where there is
/// nothing at home.
pub fn near(data: &Data, agreement: &Agreement, name: &str, around: &[(f64, f64)]) -> Vec<Near> {
    let areas: BTreeSet<&str> = agreement.areas.list.iter().map(String::as_str).collect();
    let country = agreement.country.to_lowercase();
    let one = |(at, fit): (u32, Fit)| {
        let place = &data.pack.places[at as usize];
        let from = around.iter().map(|from| km(*from, (place.lat, place.lon)));
        let home = home(&data.pack, place, &areas, &country);
        Near { place: place.id.clone(), fit, home, km: from.min_by(f64::total_cmp) }
    };
    let mut all: Vec<Near> = fits(data, name).into_iter().map(one).collect();
    let at_home = |n: &Near| n.home != Home::Abroad;
    let (some, same) =
        (all.iter().any(at_home), all.iter().any(|n| at_home(n) && n.fit == Fit::Same));
    all.retain(|n| at_home(n) || !some || (n.fit == Fit::Same && !same));
    let far = |n: &Near| n.km.unwrap_or(f64::MAX);
    all.sort_by(|a, b| {
        (a.home, a.fit)
            .cmp(&(b.home, b.fit))
            .then(far(a).total_cmp(&far(b)))
            .then(a.place.cmp(&b.place))
    });
    all
}
