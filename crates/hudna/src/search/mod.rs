//! Finding things: incidents by any attribute and by words, promises, reports, and anything by its
//! name.
//!
//! An [`Index`] is made once a picture and answers from columns and word lists of its own; it holds
//! no text of the picture and must be asked together with the picture that it was made of. Answers
//! do not depend on the order in which anything came in: what is equal stands by its id. Words are
//! compared in one spelling for many, and the names of places, parties,
//! sources and acts are known in both languages, so that each language finds what the other tells.

mod anything;
mod area;
mod bits;
mod columns;
mod facets;
mod filter;
mod find;
mod fold;
mod follow;
mod known;
mod params;
mod query;
mod reports;
mod things;
mod values;
mod words;

#[cfg(test)]
mod tests;

use std::collections::HashMap;

use hudna_model::digest::short_id;
use hudna_model::{Act, Incident, Situation};

use crate::data::Data;
pub use anything::{Hit, HitKind};
use columns::Columns;
pub use facets::{DayBar, Facet, MOST_FACET_VALUES};
pub use find::Found;
pub use follow::areas_of;
pub use query::{FollowQuery, Form, MOST_PER, Query, ReportQuery, USUAL_PER};
use reports::ReportColumns;
use things::{Thing, Things};
use words::{Builder, Words};

/// Which values of a field bear the name of a thing.
type Bearers = (&'static str, HashMap<Thing, Vec<u32>>);

/// What is known of a picture for finding things in it.
#[derive(Debug)]
pub struct Index {
    columns: Columns,
    orders: find::Orders,
    /// Words of incidents.
    words: Words,
    things: Things,
    bearers: Vec<Bearers>,
    reports: ReportColumns,
}

impl Index {
    /// Makes the index of a picture.
    pub fn new(s: &Situation, data: &Data) -> Index {
        let columns = Columns::new(s);
        let things = Things::new(s, data);
        let bearers = bearers(s, &columns);
        let orders = find::Orders::new(s, &columns);
        Index { orders, words: words(s), bearers, things, columns, reports: ReportColumns::new(s) }
    }

    /// Bytes that it holds, nearly.
    pub fn bytes(&self) -> (usize, usize) {
        let lists = self.orders.bytes() + self.reports.bytes();
        (self.columns.bytes() + lists, self.words.bytes() + self.things.words.bytes())
    }

    /// Position of the incident of this id, or of a name that it bore before others joined it.
    pub fn incident(&self, s: &Situation, id: &str) -> Option<usize> {
        let mut found = Vec::new();
        let last = fold::words(id).pop()?;
        self.words.exact(&last, |at| found.push(at as usize));
        let now = found.iter().find(|at| s.incidents[**at].id == id);
        let bore = |i: &Incident| i.claims.iter().any(|c| short_id("INC", [c.as_bytes()]) == id);
        now.or_else(|| found.iter().find(|at| bore(&s.incidents[**at]))).copied()
    }
}

/// The words of every incident: its names, its claims' and reports' ids, the places and parties that
/// no register holds, and what its claims say.
fn words(s: &Situation) -> Words {
    let mut words = Builder::default();
    for (at, i) in s.incidents.iter().enumerate() {
        let at = at as u32;
        words.text(&i.id, at);
        for id in &i.claims {
            words.text(id, at);
            words.text(&short_id("INC", [id.as_bytes()]), at);
        }
        i.place_text.iter().for_each(|text| words.text(text, at));
        let unknown = i.actors.iter().chain(&i.targets).filter(|(n, _)| !s.parties.contains_key(n));
        unknown.for_each(|(name, _)| words.text(name, at));
        i.judgements.iter().for_each(|j| words.text(&j.obligation, at));
        for filed in i.claims.iter().chain(&i.denials).filter_map(|id| s.claims.get(id)) {
            words.text(&filed.report, at);
            words.text(&filed.claim.evidence.text, at);
            filed.claim.attributed_to.iter().for_each(|name| words.text(&name.text, at));
        }
    }
    words.finish()
}

/// Which values of the columns are meant by the name of which thing: places also by the names of
/// those that hold them.
fn bearers(s: &Situation, columns: &Columns) -> Vec<Bearers> {
    let rank = |ids: Vec<&str>| -> HashMap<String, u32> {
        ids.into_iter().enumerate().map(|(n, id)| (id.to_owned(), n as u32)).collect()
    };
    let places = rank(s.places.keys().map(String::as_str).collect());
    let parties = rank(s.parties.keys().map(String::as_str).collect());
    let sources = rank(s.sources.keys().map(String::as_str).collect());
    let acts = rank(Act::ALL.iter().map(|a| a.as_str()).collect());
    let of = |field: &'static str, things: &dyn Fn(&str) -> Vec<Thing>| -> Bearers {
        let mut out: HashMap<Thing, Vec<u32>> = HashMap::new();
        for (code, name) in columns.field(field).names.iter().enumerate() {
            things(name).into_iter().for_each(|t| out.entry(t).or_default().push(code as u32));
        }
        (field, out)
    };
    let held = |id: &str| {
        let all = area::chain(s, id).filter_map(|id| places.get(id));
        all.map(|n| Thing::Place(*n)).collect()
    };
    let one = |ids: &HashMap<String, u32>, id: &str, make: fn(u32) -> Thing| {
        ids.get(id).map(|n| make(*n)).into_iter().collect::<Vec<_>>()
    };
    vec![
        of("place", &held),
        of("party", &|id| one(&parties, id, Thing::Party)),
        of("source", &|id| one(&sources, id, Thing::Source)),
        of("act", &|id| one(&acts, id, Thing::Act)),
    ]
}
