//! A mission's own names of places and parties: entries that the data grow by.

pub mod heads;
pub mod near;

use std::collections::{BTreeMap, BTreeSet};

use hudna_model::text::fold;
use hudna_model::{Bilingual, Moment, NoteKind, Party, Place};
use hudna_read::Files;

use crate::acts::Act;
use crate::data::Data;
use crate::decide::{Desk, Entered};
use crate::error::{Error, Result, Told};
use crate::facts::{Facts, FiledReport};
use crate::record::{NameForm, NoName, NoNameRecord, PartyRecord, PlaceRecord, Record};
use crate::store::Store;

use heads::Heads;

/// The end of time for what is received: the year 9999.
const END: i64 = 253_370_764_800;

impl Facts {
    /// The places of the data, and those that people added.
    pub fn places(&self, known: &BTreeMap<String, Place>) -> BTreeMap<String, Place> {
        let mut all = known.clone();
        all.extend(self.standing().filter_map(|act| match &act.record {
            Record::Place(p) => p.place.clone().map(|place| (p.id.clone(), place)),
            _ => None,
        }));
        all
    }

    /// The parties of the data, and those that people added.
    pub fn parties(&self, known: &BTreeMap<String, Party>) -> BTreeMap<String, Party> {
        let mut all = known.clone();
        all.extend(self.standing().filter_map(|act| match &act.record {
            Record::Party(p) => p.party.clone().map(|party| (p.id.clone(), party)),
            _ => None,
        }));
        all
    }
}

/// The data with the names that people added to a store; the same where there are none.
///
/// # Errors
/// The store fails, or a name cannot be read with the data in force.
pub fn grown(data: Data, files: impl FnOnce() -> Result<Files>, store: &Store) -> Result<Data> {
    if store.size()? == 0 {
        return Ok(data);
    }
    let facts = Facts::load(store, Some(Moment::from_seconds(END)))?;
    let is_name = |r: &Record| matches!(r, Record::Place(_) | Record::Party(_) | Record::NoName(_));
    if !facts.standing().any(|act| is_name(&act.record)) {
        return Ok(data);
    }
    let mut files = files()?;
    add(&mut files, &facts, &data);
    let mut grown = Data::load(&files)?;
    grown.pack.model = data.pack.model;
    // What is derived follows from the entries, which hold the names, and from the data of before.
    grown.digest = data.digest;
    Ok(grown)
}

/// Puts the names that hold into the files. What hangs on something undone is left out.
fn add(files: &mut Files, facts: &Facts, data: &Data) {
    let (places, parties) = (facts.places(&data.places), facts.parties(&data.parties));
    for act in facts.standing() {
        match &act.record {
            Record::Place(record) => {
                if let Some(place) = &record.place {
                    append(files, "places/mission.tsv", &place_line(place));
                }
                for form in record.forms.iter().filter(|_| places.contains_key(&record.id)) {
                    let file = format!("lang/{}/lexicon/places-mission.tsv", form.lang);
                    for spelled in data.heads.spellings(&form.form) {
                        append(files, &file, &format!("{}\t{spelled}\n", record.id));
                    }
                }
            }
            Record::NoName(record) => add_noname(files, data, record),
            Record::Party(record) => {
                if let Some(party) = &record.party {
                    let line = party_line(party, record.country.as_deref());
                    append(files, "parties/mission.tsv", &line);
                }
                for form in record.forms.iter().filter(|_| parties.contains_key(&record.id)) {
                    let file = format!("lang/{}/lexicon/parties.tsv", form.lang);
                    append(files, &file, &format!("{}\t{}\tname\t-\t-\n", record.id, form.form));
                }
            }
            _ => {}
        }
    }
}

/// Words are no name in a text of any language: each may quote the letters of the other.
fn add_noname(files: &mut Files, data: &Data, record: &NoNameRecord) {
    let forms = record.forms.iter().flat_map(|f| data.heads.spellings(&f.form));
    for form in forms {
        for lang in data.pack.langs.keys() {
            let file = format!("lang/{lang}/nonames-mission.tsv");
            append(files, &file, &format!("{}\t{form}\n", record.not.name()));
        }
    }
}

fn append(files: &mut Files, file: &str, line: &str) {
    let text = files.entry(file.to_owned()).or_default();
    if !text.is_empty() && !text.ends_with('\n') {
        text.push('\n');
    }
    text.push_str(line);
}

fn word(value: impl serde::Serialize) -> String {
    let json = serde_json::to_value(value).unwrap_or_default();
    json.as_str().unwrap_or_default().to_owned()
}

fn place_line(p: &Place) -> String {
    let (parent, pcode) = (p.parent.as_deref().unwrap_or("-"), p.pcode.as_deref().unwrap_or("-"));
    let (level, name) = (word(p.level), &p.name);
    format!(
        "{}\t{parent}\t{level}\t{}\t{}\t{pcode}\t{}\t{}\n",
        p.id, p.lat, p.lon, name.en, name.ar
    )
}

fn party_line(p: &Party, country: Option<&str>) -> String {
    let (parent, country) = (p.parent.as_deref().unwrap_or("-"), country.unwrap_or("-"));
    format!("{}\t{}\t{parent}\t{country}\t{}\t{}\n", p.id, word(p.kind), p.name.en, p.name.ar)
}

/// Ids of reports in which one of the names stands, in any spelling of its noun: noted as an unknown
/// place, or given to a claim as a name or place without an id.
pub fn waiting(facts: &Facts, names: &[String], heads: &Heads) -> BTreeSet<String> {
    let keys: BTreeSet<String> = names.iter().map(|n| heads.key(n)).collect();
    let names: BTreeSet<String> =
        names.iter().flat_map(|n| heads.spellings(n)).map(|n| fold(&n)).collect();
    let waits = |r: &FiledReport| {
        let Some(reading) = &r.reading else { return false };
        let noted = reading.notes.iter().any(|note| {
            let place = matches!(note.kind, NoteKind::UnknownPlace | NoteKind::AmbiguousPlace);
            place && keys.contains(&heads.key(&note.text))
        });
        let text = fold(r.record.text());
        noted || names.iter().any(|n| !n.is_empty() && text.contains(n.as_str()))
    };
    facts.reports.iter().filter(|(_, r)| waits(r)).map(|(id, _)| id.clone()).collect()
}

/// The names that a record gives; those of the record that it undoes, where it undoes one.
fn given(record: &Record, acts: &[Act]) -> Vec<String> {
    let both = |name: &Bilingual| [name.ar.clone(), name.en.clone()];
    let forms = |forms: &[NameForm]| forms.iter().map(|f| f.form.clone()).collect::<Vec<_>>();
    match record {
        Record::Place(p) => {
            let own = p.place.iter().flat_map(|place| both(&place.name));
            own.chain(forms(&p.forms)).collect()
        }
        Record::Party(p) => {
            let own = p.party.iter().flat_map(|party| both(&party.name));
            own.chain(forms(&p.forms)).collect()
        }
        Record::NoName(n) => forms(&n.forms),
        // An entry undoes earlier ones, so this ends.
        Record::Undo(undo) => {
            let of = undo.entries().filter_map(|n| acts.iter().find(|act| act.entry == n));
            of.flat_map(|act| given(&act.record, acts)).collect()
        }
        _ => Vec::new(),
    }
}

impl Desk<'_> {
    /// The names of places or parties that hang on an entry, or on one entered with it; none where
    /// no name was given.
    ///
    /// # Errors
    /// The store fails.
    pub fn names_of(&self, entry: u64) -> Result<Vec<String>> {
        let all = Facts::load(self.store, Some(Moment::from_seconds(END)))?;
        let Some(first) = all.acts.iter().find(|act| act.entry == entry).map(Act::first) else {
            return Ok(Vec::new());
        };
        let of = all.acts.iter().filter(|act| act.first() == first);
        Ok(of.flat_map(|act| given(&act.record, &all.acts)).collect())
    }

    /// Words that reports use like a name are none.
    ///
    /// # Errors
    /// No words, words that cannot stand in a table, or it was said already.
    pub fn no_name(&self, not: NoName, forms: Vec<NameForm>) -> Result<Entered> {
        clean(forms.iter().map(|f| &f.form))?;
        let Some(about) = forms.first().map(|f| f.form.clone()) else {
            return Err(Told::error("told-bad-name", &[("name", "")]));
        };
        let heads = &self.data.heads;
        let says = |r: &NoNameRecord| {
            let all =
                |f: &NameForm| r.forms.iter().any(|x| heads.key(&x.form) == heads.key(&f.form));
            r.not == not && forms.iter().all(all)
        };
        let stands = self.facts.standing().find(|act| match &act.record {
            Record::NoName(record) => says(record),
            _ => false,
        });
        if let Some(act) = stands {
            return Err(Told::error("told-already", &[("entry", &act.entry.to_string())]));
        }
        let why = self.who.why.clone();
        self.enter(Record::NoName(NoNameRecord { not, forms, why }), &about, None)
    }

    /// Adds a place.
    ///
    /// # Errors
    /// The id is taken, or the place that holds it is not known.
    pub fn add_place(&self, place: Place, forms: Vec<NameForm>) -> Result<Entered> {
        let known = &self.situation.places;
        free(&place.id, known.contains_key(&place.id))?;
        let parent = place.parent.as_ref().filter(|p| !known.contains_key(*p));
        if let Some(parent) = parent {
            let remedy = "unknown-holder";
            return Err(Error::Unknown { id: parent.clone(), remedy });
        }
        clean(forms.iter().map(|f| &f.form).chain([&place.name.ar, &place.name.en]))?;
        let (id, why) = (place.id.clone(), self.who.why.clone());
        let record = PlaceRecord { id: id.clone(), place: Some(place), forms, why };
        self.enter(Record::Place(record), &id, None)
    }

    /// Gives a place another name.
    ///
    /// # Errors
    /// Nothing has the id.
    pub fn alias_place(&self, id: &str, forms: Vec<NameForm>) -> Result<Entered> {
        if !self.situation.places.contains_key(id) {
            let remedy = "unknown-place-id";
            return Err(Error::Unknown { id: id.to_owned(), remedy });
        }
        clean(forms.iter().map(|f| &f.form))?;
        let (place, why) = (None, self.who.why.clone());
        let record = PlaceRecord { id: id.to_owned(), place, forms, why };
        self.enter(Record::Place(record), id, None)
    }

    /// Adds a party. Its usual names are looked for in reports, too.
    ///
    /// # Errors
    /// The id is taken, or the party that it belongs to is not known.
    pub fn add_party(
        &self,
        party: Party,
        country: Option<String>,
        mut forms: Vec<NameForm>,
    ) -> Result<Entered> {
        let known = &self.situation.parties;
        free(&party.id, known.contains_key(&party.id))?;
        if let Some(parent) = party.parent.as_ref().filter(|p| !known.contains_key(*p)) {
            let remedy = "unknown-head";
            return Err(Error::Unknown { id: parent.clone(), remedy });
        }
        for (lang, form) in [("ar", &party.name.ar), ("en", &party.name.en)] {
            forms.insert(0, NameForm { lang: lang.to_owned(), form: form.clone() });
        }
        clean(forms.iter().map(|f| &f.form))?;
        let (id, why) = (party.id.clone(), self.who.why.clone());
        let record = PartyRecord { id: id.clone(), party: Some(party), country, forms, why };
        self.enter(Record::Party(record), &id, None)
    }

    /// Gives a party another name.
    ///
    /// # Errors
    /// Nothing has the id.
    pub fn alias_party(&self, id: &str, forms: Vec<NameForm>) -> Result<Entered> {
        if !self.situation.parties.contains_key(id) {
            let remedy = "unknown-party";
            return Err(Error::Unknown { id: id.to_owned(), remedy });
        }
        clean(forms.iter().map(|f| &f.form))?;
        let (party, country, why) = (None, None, self.who.why.clone());
        let record = PartyRecord { id: id.to_owned(), party, country, forms, why };
        self.enter(Record::Party(record), id, None)
    }
}

fn free(id: &str, taken: bool) -> Result<()> {
    let plain = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
    if id.is_empty() || !id.chars().all(plain) {
        return Err(Told::error("told-bad-id", &[("id", id)]));
    }
    if taken { Err(Told::error("told-id-taken", &[("id", id)])) } else { Ok(()) }
}

/// Names stand in tables of one line a name.
fn clean<'n>(names: impl IntoIterator<Item = &'n String>) -> Result<()> {
    let bad = |n: &&String| n.trim().is_empty() || n.contains(['\t', '\n', '\r']);
    match names.into_iter().find(bad) {
        Some(name) => Err(Told::error("told-bad-name", &[("name", name)])),
        None => Ok(()),
    }
}

/// A name as it is written on the command line: the language is that of its letters.
pub fn form(text: &str) -> NameForm {
    let arabic = text.chars().any(|c| ('\u{600}'..='\u{6FF}').contains(&c));
    let lang = if arabic { "ar" } else { "en" };
    NameForm { lang: lang.to_owned(), form: text.to_owned() }
}
