//! The data that reading needs: languages, places, parties. Loaded once, then only read.

pub mod acts;
pub mod error;
pub mod frames;
pub mod index;
pub mod lexicon;
pub mod names;
pub mod registers;
mod tsv;

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::sync::Arc;

use hudna_model::digest::hex_digest;
use hudna_model::{Party, PartyKind, Place, PlaceLevel};

pub use error::DataError;
use frames::{Frame, Scope};
use index::{Hit, Index, Target};
use lexicon::Lexeme;
use registers::{NumberWord, PartyForm, TimeWord};

use crate::choose::Weights;
use crate::lang::Tongue;
use crate::lang::ar::{Clitics, Feat};
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

fn load_lang(files: &Files, code: &str, pack: &Pack, errors: &mut Vec<DataError>) -> LangPack {
    let root = format!("lang/{code}/");
    let (tongue, proposals) = (Tongue::of(code), frames::proposals());
    let mut lang = LangPack { tongue, proposals, ..LangPack::default() };
    let lexicons = format!("{root}lexicon/");
    for (file, text) in under(files, &lexicons, ".tsv") {
        match file.rsplit('/').next() {
            Some("parties.tsv") => {
                lang.party_forms = registers::party_forms(file, text, tongue, &pack.parties, errors);
            }
            Some(name) if is_place_names(name) => {
                add_place_variants(&mut lang, file, text, pack, errors)
            }
            _ => lang.lexemes.extend(lexicon::load(file, text, tongue, errors)),
        }
    }
    unique_ids(&lang.lexemes, &lexicons, errors);
    load_rules(files, &root, &mut lang, errors);
    load_clitics(files, &root, &mut lang, errors);
    let cued = cued_names(files, &lexicons, pack, tongue);
    for (i, place) in pack.places.iter().enumerate() {
        let name = tongue.fold(if code == "ar" { &place.name.ar } else { &place.name.en });
        lang.names.add(&name, i as u32);
        if !cued.contains(&(i, name.clone())) {
            lang.index.add(&name, hit(Target::Place(i as u32)));
        }
    }
    for (i, form) in cued {
        lang.index.add(&form, Hit { target: Target::Place(i as u32), feat: Feat::Singular });
    }
    index_words(&mut lang, files, &root, errors);
    lang.index.seal();
    lang.cues.seal();
    for (i, lexeme) in lang.lexemes.iter().enumerate() {
        let own = lexeme.risky.iter().filter(|(form, _)| !lang.common.contains(form));
        for (form, feat) in own {
            lang.index.add_new(form, Hit { target: Target::Lexeme(i as u32), feat: *feat });
        }
    }
    lang.index.seal();
    lang
}

/// `places.tsv`, and what an import writes beside it: `places-import-p-codes.tsv`.
fn is_place_names(file: &str) -> bool {
    file == "places.tsv" || file.starts_with("places-")
}

/// Names that are words of every day too: lines `#cue`, place id, form. They count only behind a
/// word such as "quarter", or in a list that one opens; their form is [`Feat::Singular`].
fn cued_names(
    files: &Files,
    lexicons: &str,
    pack: &Pack,
    tongue: Tongue,
) -> BTreeSet<(usize, String)> {
    let all = under(files, lexicons, ".tsv");
    let named = all.filter(|(file, _)| file.rsplit('/').next().is_some_and(is_place_names));
    let lines = named.flat_map(|(_, text)| text.lines()).filter_map(|l| l.strip_prefix("#cue\t"));
    let cells = lines.filter_map(|l| l.split_once('\t'));
    cells
        .filter_map(|(id, form)| Some((*pack.place_ids.get(id.trim())?, tongue.fold(form.trim()))))
        .collect()
}

fn hit(target: Target) -> Hit {
    Hit { target, feat: Feat::Phrase }
}

fn unique_ids(lexemes: &[Lexeme], root: &str, errors: &mut Vec<DataError>) {
    let mut seen = HashMap::new();
    for lexeme in lexemes {
        if seen.insert(&lexeme.id, ()).is_some() {
            let what = format!("the id \"{}\" stands twice", lexeme.id);
            errors.push(DataError::new(root, 0, what, "give each word its own id"));
        }
    }
}

fn add_place_variants(
    lang: &mut LangPack,
    file: &str,
    text: &str,
    pack: &Pack,
    errors: &mut Vec<DataError>,
) {
    for row in tsv::rows(file, text, 2, errors) {
        match pack.place_ids.get(row.cells[0]) {
            Some(i) => {
                let form = lang.tongue.fold(row.cells[1]);
                lang.names.add(&form, *i as u32);
                lang.index.add(&form, hit(Target::Place(*i as u32)));
            }
            None => {
                let what = format!("no place has the id \"{}\"", row.cells[0]);
                errors.push(DataError::new(file, row.line, what, "correct the id"));
            }
        }
    }
}

fn load_rules(files: &Files, root: &str, lang: &mut LangPack, errors: &mut Vec<DataError>) {
    let (frames, scopes) = (format!("{root}frames/"), format!("{root}scope/"));
    for (file, text) in under(files, &frames, ".toml") {
        match frames::frame(file, text, lang.tongue) {
            Ok(frame) => lang.frames.push(frame),
            Err(error) => errors.push(error),
        }
    }
    for (file, text) in under(files, &scopes, ".toml") {
        match frames::scope(file, text, lang.tongue) {
            Ok(scope) => lang.scopes.push(scope),
            Err(error) => errors.push(error),
        }
    }
    lang.frames.sort_by(|a, b| a.id.cmp(&b.id));
    for lexeme in &mut lang.lexemes {
        let frames = (0..).zip(&lang.frames).filter(|(_, f)| f.is_triggered_by(lexeme));
        lexeme.frames = frames.map(|(i, _)| i).collect();
    }
    load_weights(files, &format!("{root}weights/"), &mut lang.weights, errors);
}

/// Weights of choices: one file a choice, lines `feature ⇥ weight`.
fn load_weights(files: &Files, root: &str, weights: &mut Weights, errors: &mut Vec<DataError>) {
    for (file, text) in under(files, root, ".tsv") {
        let task = file.rsplit('/').next().unwrap_or(file).trim_end_matches(".tsv");
        for line in weights.load(task, text) {
            let what = "a weight is a feature, a tab and a number".to_owned();
            errors.push(DataError::new(file, line, what, "correct the line, or fit anew"));
        }
    }
}

/// Words by kind that cutting and look-up need: kind, word.
fn load_clitics(files: &Files, root: &str, lang: &mut LangPack, errors: &mut Vec<DataError>) {
    let file = format!("{root}clitics.tsv");
    let text = files.get(&file).map_or("", String::as_str);
    let tongue = lang.tongue;
    for row in tsv::rows(&file, text, 2, errors) {
        let words = row.cells[1].split(' ').map(|w| tongue.fold(w));
        match row.cells[0] {
            "shortens" => lang.shortening.extend(words),
            "common" => lang.common.extend(words),
            "abbreviation" => lang.abbreviations.extend(words),
            kind if lang.clitics.add(kind, row.cells[1].split(' ')) => {}
            kind => {
                let what = format!("\"{kind}\" is no kind of words");
                errors.push(DataError::new(&file, row.line, what, "see the file's first lines"));
            }
        }
    }
}

fn index_words(lang: &mut LangPack, files: &Files, root: &str, errors: &mut Vec<DataError>) {
    let (index, tongue) = (&mut lang.index, lang.tongue);
    for (i, lexeme) in lang.lexemes.iter().enumerate() {
        for (form, feat) in &lexeme.forms {
            index.add(form, Hit { target: Target::Lexeme(i as u32), feat: *feat });
        }
    }
    for (i, form) in lang.party_forms.iter().enumerate() {
        index.add(&form.form, hit(Target::Party(i as u32)));
    }
    for (i, scope) in lang.scopes.iter().enumerate() {
        for cue in &scope.cues {
            let index = if tongue == Tongue::English { &mut lang.cues } else { &mut *index };
            index.add(cue, hit(Target::Scope(i as u32)));
        }
    }
    let numbers = format!("{root}numbers.tsv");
    if let Some(text) = files.get(&numbers) {
        for (form, word) in registers::numbers(&numbers, text, tongue, errors) {
            index.add(&form, hit(Target::Number(lang.numbers.len() as u32)));
            lang.numbers.push(word);
        }
    }
    let acts = format!("{root}acts.tsv");
    if let Some(text) = files.get(&acts) {
        lang.acts = acts::Acts::load(&acts, text, tongue, errors);
    }
    let times = format!("{root}time.tsv");
    if let Some(text) = files.get(&times) {
        for (form, word) in registers::times(&times, text, tongue, errors) {
            index.add(&form, hit(Target::Time(lang.times.len() as u32)));
            lang.times.push(word);
        }
    }
}
