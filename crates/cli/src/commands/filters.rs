//! Filters of lists are checked before anything is listed: a misspelt name must not look like an
//! empty answer.

use hudna::model::{Act, AreaStatus, Corroboration, FollowUpStatus, Verdict};
use hudna::{Error, Result};
use serde::de::DeserializeOwned;
use serde_json::{Value, json};

use crate::args::Filters;
use crate::commands::Open;

/// A list that takes filters.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum List {
    /// `hudna areas`
    Areas,
    /// `hudna incidents`
    Incidents,
    /// `hudna tolls`
    Tolls,
    /// `hudna followups`
    FollowUps,
}

impl List {
    /// The filters that it has.
    fn filters(self) -> &'static [&'static str] {
        match self {
            List::Areas => &["area", "state"],
            List::FollowUps => &["party", "state"],
            List::Incidents | List::Tolls => {
                &["area", "from", "to", "act", "party", "verdict", "state"]
            }
        }
    }
}

/// Checks that the list has these filters and that days are days; needs no store.
pub fn check(list: List, f: &Filters) -> Result<()> {
    for (name, value) in given(f) {
        if !list.filters().contains(&name) {
            let has = list.filters().join(", --");
            return Err(Error::Usage(format!("this list has no filter --{name}; it has --{has}")));
        }
        // Days are compared as text, so only their long form will do.
        let day = ["from", "to"].contains(&name);
        if day && (value.len() != 10 || hudna::ingest::not_a_day(value).is_some()) {
            return Err(Error::Usage(format!("\"{value}\" is no day; write it as 2016-05-03")));
        }
    }
    Ok(())
}

/// Checks that something can have what is asked for.
pub fn known(open: &Open, list: List, f: &Filters) -> Result<()> {
    for (name, value) in given(f) {
        let (known, remedy) = match name {
            "area" => (open.data.places.contains_key(value), "take an id from `hudna areas`"),
            "party" => (is_party(open, value), "take a party's id from `hudna incidents`"),
            "act" => (Act::parse(value).is_some(), "take an act from `hudna incidents`"),
            "verdict" => (is::<Verdict>(value), "take one from `hudna incidents --format json`"),
            "state" => (is_state(list, value), "take one from the same list with --format json"),
            _ => (true, ""),
        };
        if !known {
            return Err(Error::Usage(format!("--{name}: nothing is \"{value}\"; {remedy}")));
        }
    }
    Ok(())
}

fn given(f: &Filters) -> impl Iterator<Item = (&'static str, &str)> {
    let all = [
        ("area", &f.area),
        ("from", &f.from),
        ("to", &f.to),
        ("act", &f.act),
        ("party", &f.party),
        ("verdict", &f.verdict),
        ("state", &f.state),
    ];
    all.into_iter().filter_map(|(name, value)| Some((name, value.as_deref()?)))
}

/// A party of the register, or a name that a report gives and no register holds.
fn is_party(open: &Open, value: &str) -> bool {
    let s = &open.situation;
    let named = s.incidents.iter().flat_map(|i| i.actors.iter().chain(&i.targets));
    s.parties.contains_key(value)
        || named.into_iter().any(|(name, _)| name.as_str() == value)
        || s.follow_ups.iter().any(|f| f.who.as_deref() == Some(value))
}

fn is_state(list: List, value: &str) -> bool {
    match list {
        List::Areas => is::<AreaStatus>(value),
        List::FollowUps => is::<FollowUpStatus>(value),
        List::Incidents | List::Tolls => is::<Corroboration>(value),
    }
}

/// Whether a closed list has this name.
fn is<T: DeserializeOwned>(name: &str) -> bool {
    let name: Value = json!(name);
    serde_json::from_value::<T>(name).is_ok()
}
