//! The data that reading needs: languages, places, parties. Loaded once, then only read.

pub mod acts;
pub mod error;
pub mod frames;
pub mod hours;
pub mod index;
mod language;
pub mod lexicon;
pub mod names;
pub mod nonames;
pub mod registers;
mod tsv;

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::sync::Arc;

use hudna_model::digest::hex_digest;
use hudna_model::{Party, PartyKind, Place, PlaceLevel};

pub use error::DataError;
use frames::{Frame, Scope};
use index::Index;
use language::{load_lang, load_weights};
use lexicon::Lexeme;
use registers::{NumberWord, PartyForm, TimeWord};

use crate::choose::Weights;
use crate::lang::Tongue;
use crate::lang::ar::Clitics;
use crate::tagger::Model;

/// Data files by their path inside `data/`.
pub type Files = BTreeMap<String, String>;

/// One language's data.
#[derive(Debug, Default)]
pub struct LangPack {
    /// The language.
    pub tongue: Tongue,
    /// Words.
    pub lexemes: Vec<Lexeme>,
    /// Forms of parties.
    pub party_forms: Vec<PartyForm>,
    /// Number words.
    pub numbers: Vec<NumberWord>,
    /// Time words.
    pub times: Vec<TimeWord>,
    /// Words that tell hours.
    pub hours: Vec<hours::HourForm>,
    /// Rules that make claims.
    pub frames: Vec<Frame>,
    /// Rules that set layers.
    pub scopes: Vec<Scope>,
    /// Words that tell what a speaker does.
    pub acts: acts::Acts,
    /// Weights of choices.
    pub weights: Weights,
    /// Folded words behind which a hollow imperfect is shortened ("لم يقل").
    pub shortening: Vec<String>,
    /// Words that cutting at clitics needs to know.
    pub clitics: Clitics,
    /// Folded words behind which a full stop ends no sentence.
    pub abbreviations: BTreeSet<String>,
    /// Folded words of every day that no derived form is taken for.
    pub common: BTreeSet<String>,
    /// All forms.
    pub index: Index,
    /// Cues of scope, where they stand beside the words and not among them.
    pub cues: Index,
    /// Names of places by their letters, for other spellings.
    pub names: names::Names,
    /// What is no name, though it stands where one may.
    pub nonames: nonames::NoNames,
    /// By kind the frame that stands for what the tagger proposes.
    pub(crate) proposals: BTreeMap<&'static str, Frame>,
    /// A word that means nothing.
    pub(crate) blank: Lexeme,
}

/// All data that reading needs.
#[derive(Debug)]
pub struct Pack {
    /// Digest of the files, 64 hex digits: part of every reading.
    pub digest: String,
    /// The gazetteer.
    pub places: Vec<Place>,
    /// Parties.
    pub parties: Vec<Party>,
    /// Languages by code.
    pub langs: BTreeMap<String, LangPack>,
    place_ids: HashMap<String, usize>,
    /// The trained tagger; none when rules alone read.
    pub model: Option<Arc<Model>>,
    /// Weights of choices that also look at what the tagger sees; of all languages.
    pub tagged_weights: Weights,
    /// For each place how many places its country has.
    crowds: Vec<usize>,
    /// For each party that is a state the place that is its country.
    countries: Vec<Option<usize>>,
}

impl Pack {
    /// Builds a pack.
    ///
    /// # Errors
    /// All faults of all files at once, each with its file and line.
    pub fn load(files: &Files) -> Result<Pack, Vec<DataError>> {
        let mut errors = Vec::new();
        let places = load_places(files, &mut errors);
        let place_ids = places.iter().enumerate().map(|(i, p)| (p.id.clone(), i)).collect();
        let parties: Vec<Party> = under(files, "parties/", ".tsv")
            .flat_map(|(file, text)| registers::parties(file, text, &mut errors))
            .collect();
        let countries = countries(&places, &parties);
        let digest =
            hex_digest(reading_files(files).flat_map(|(f, t)| [f.as_bytes(), t.as_bytes()]));
        let langs = BTreeMap::new();
        let crowds = Vec::new();
        let model = None;
        let tagged_weights = Weights::default();
        let mut pack = Pack {
            digest,
            places,
            parties,
            langs,
            model,
            tagged_weights,
            place_ids,
            crowds,
            countries,
        };
        load_weights(files, "models/weights/", &mut pack.tagged_weights, &mut errors);
        pack.crowds = pack.crowds();
        for code in language_codes(files) {
            let lang = load_lang(files, &code, &pack, &mut errors);
            pack.langs.insert(code, lang);
        }
        if errors.is_empty() { Ok(pack) } else { Err(errors) }
    }

    /// The place of this id.
    pub fn place(&self, id: &str) -> Option<&Place> {
        self.place_ids.get(id).map(|i| &self.places[*i])
    }

    /// The index of the place of this id.
    pub fn place_index(&self, id: &str) -> Option<usize> {
        self.place_ids.get(id).copied()
    }

    /// How many places the gazetteer holds in the country of this one.
    pub fn crowd(&self, place: usize) -> usize {
        self.crowds[place]
    }

    fn crowds(&self) -> Vec<usize> {
        let root = |p: &Place| self.chain(p).last().map_or("", |c| c.id.as_str()).to_owned();
        let roots: Vec<String> = self.places.iter().map(root).collect();
        let mut counts: HashMap<&str, usize> = HashMap::new();
        roots.iter().for_each(|r| *counts.entry(r).or_insert(0) += 1);
        roots.iter().map(|r| counts[r.as_str()]).collect()
    }

    /// The id of the country that a party, a state, is.
    pub fn state_country(&self, party: usize) -> Option<&str> {
        self.countries[party].map(|i| self.places[i].id.as_str())
    }

    /// Whether `inner` lies inside `outer` (or is it), by the tree of the gazetteer.
    pub fn lies_in(&self, inner: &Place, outer: &Place) -> bool {
        let mut at = Some(inner);
        while let Some(place) = at {
            if place.id == outer.id {
                return true;
            }
            at = place.parent.as_deref().and_then(|p| self.place(p));
        }
        false
    }

    /// The place and what holds it, up to the country.
    pub fn chain<'a>(&'a self, place: &'a Place) -> impl Iterator<Item = &'a Place> {
        std::iter::successors(Some(place), |p| p.parent.as_deref().and_then(|id| self.place(id)))
    }
}

/// For each state and its organs the country: the one whose name the party bears, or the one above
/// it.
fn countries(places: &[Place], parties: &[Party]) -> Vec<Option<usize>> {
    let country = |(_, p): &(usize, &Place)| p.level == PlaceLevel::Country;
    let named: HashMap<&str, usize> =
        places.iter().enumerate().filter(country).map(|(i, p)| (p.name.en.as_str(), i)).collect();
    let ids: HashMap<&str, &Party> = parties.iter().map(|p| (p.id.as_str(), p)).collect();
    let of = |party: &Party| {
        let above = |p: &&Party| p.parent.as_deref().and_then(|id| ids.get(id).copied());
        let mut chain = std::iter::successors(Some(party), above).take(parties.len());
        chain.find_map(|p| named.get(p.name.en.as_str()).copied())
    };
    parties.iter().map(|p| if p.kind == PartyKind::State { of(p) } else { None }).collect()
}

/// Files that decide how a text is read: languages, places, parties.
fn reading_files(files: &Files) -> impl Iterator<Item = (&String, &String)> {
    let parts = ["lang/", "places/", "parties/", "models/"];
    files.iter().filter(move |(f, _)| parts.iter().any(|p| f.starts_with(p)) && !f.ends_with(".md"))
}

fn under<'a>(
    files: &'a Files,
    prefix: &'a str,
    suffix: &'a str,
) -> impl Iterator<Item = (&'a str, &'a str)> {
    files
        .range(prefix.to_owned()..)
        .take_while(move |(f, _)| f.starts_with(prefix))
        .filter(move |(f, _)| f.ends_with(suffix))
        .map(|(f, t)| (f.as_str(), t.as_str()))
}

fn language_codes(files: &Files) -> Vec<String> {
    let mut codes: Vec<String> = files
        .keys()
        .filter_map(|f| f.strip_prefix("lang/")?.split_once('/').map(|(code, _)| code.to_owned()))
        .collect();
    codes.dedup();
    codes
}

fn load_places(files: &Files, errors: &mut Vec<DataError>) -> Vec<Place> {
    let mut out: Vec<Place> = Vec::new();
    let mut seen = HashMap::new();
    for (file, text) in under(files, "places/", ".tsv") {
        for place in registers::places(file, text, errors) {
            if let Some(former) = seen.insert(place.id.clone(), file) {
                let what = format!("the id \"{}\" stands in {former} already", place.id);
                errors.push(DataError::new(file, 0, what, "give each place its own id"));
            }
            out.push(place);
        }
    }
    for place in &out {
        if let Some(parent) = place.parent.as_ref().filter(|p| !seen.contains_key(*p)) {
            let what = format!("\"{}\" lies in \"{parent}\", which is no place", place.id);
            errors.push(DataError::new("places/", 0, what, "add the parent or correct the id"));
        }
    }
    out
}
