//! Whether something can have what is asked for: a misspelt id must not look like an empty answer.

use hudna_model::Situation;

use super::query::{FollowQuery, Form, Query, ReportQuery};
use super::values::{NONE, UNKNOWN};
use super::{Index, area::chain};
use crate::error::{Result, Told};

impl Index {
    /// Whether every id that a query names is known here.
    ///
    /// # Errors
    /// The first that is not, with its parameter.
    pub fn knows(&self, s: &Situation, q: &Query) -> Result<()> {
        each(q, |name, value| {
            let c = &self.columns;
            match name {
                "area" => c.field("area").has(value) || is_area(s, value),
                "place" => s.places.contains_key(value),
                "party" | "actor" | "target" => {
                    s.parties.contains_key(value) || c.field("party").has(value)
                }
                "term" => {
                    let own = s.agreement.obligations.iter().any(|o| o.id == value);
                    own || c.judged.terms.iter().any(|t| t == value)
                }
                "source" => s.sources.contains_key(value) || self.reports.has_source(value),
                "text_lang" => self.reports.has_lang(value),
                "id" => self.incident(s, value).is_some(),
                _ => true,
            }
        })
    }

    /// The same of a query of promises.
    ///
    /// # Errors
    /// As [`Self::knows`].
    pub fn knows_follow_ups(&self, s: &Situation, q: &FollowQuery) -> Result<()> {
        each(q, |name, value| {
            let all = || s.follow_ups.iter();
            match name {
                "who" | "to" => {
                    let named = all().flat_map(|f| f.who.iter().chain(&f.to));
                    s.parties.contains_key(value) || named.into_iter().any(|n| n == value)
                }
                "area" => s.places.contains_key(value),
                "owner" => all().any(|f| f.owner.as_deref() == Some(value)),
                "id" => all().any(|f| f.id == value),
                _ => true,
            }
        })
    }

    /// The same of a query of reports.
    ///
    /// # Errors
    /// As [`Self::knows`].
    pub fn knows_reports(&self, s: &Situation, q: &ReportQuery) -> Result<()> {
        each(q, |name, value| match name {
            "source" => s.sources.contains_key(value) || self.reports.has_source(value),
            "text_lang" => self.reports.has_lang(value),
            "id" => s.reports.contains_key(value),
            _ => true,
        })
    }
}

/// An area of the agreement, or a place that holds or is held by one.
fn is_area(s: &Situation, id: &str) -> bool {
    let areas = &s.agreement.areas.list;
    areas.iter().any(|a| chain(s, a).any(|held_by| held_by == id)) || s.places.contains_key(id)
}

fn each(q: &Form, known: impl Fn(&str, &str) -> bool) -> Result<()> {
    for name in q.filters() {
        for value in q.all(name).iter().filter(|v| ![NONE, UNKNOWN].contains(&v.as_str())) {
            if !known(name, value) {
                let args = [("name", name), ("value", value.as_str())];
                return Err(Told::error("told-search-nothing", &args));
            }
        }
    }
    Ok(())
}
