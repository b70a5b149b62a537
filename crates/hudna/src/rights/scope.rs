//! What an area, an incident or a report lets whom see, and what it takes to enter something.

use std::collections::{BTreeMap, BTreeSet};

use hudna_model::{Incident, Situation};

use super::{Asker, Right, step_right};
use crate::record::Record;

/// The right that entering a record takes, and undoing it; none for an undoing, which takes that
/// of what it undoes.
pub fn needs(record: &Record) -> Option<Right> {
    Some(match record {
        Record::Story(_)
        | Record::Agreement(_)
        | Record::Source(_)
        | Record::Report(_)
        | Record::Reading(_)
        | Record::Counts(_)
        | Record::Patrols(_)
        | Record::Generated(_) => Right::Submit,
        Record::Decision(_) | Record::Added(_) => Right::Code,
        Record::Pair(_) | Record::Finding(_) | Record::Plea(_) => Right::Merge,
        Record::Case(case) => step_right(&case.step),
        Record::Promise(_) => Right::FollowUp,
        Record::Grade(_) => Right::Grade,
        Record::Place(_) | Record::Party(_) | Record::NoName(_) => Right::Names,
        Record::Question(_) | Record::Answer(_) => Right::Ask,
        Record::Person(_) => Right::Rights,
        Record::Mode(_) => Right::Mode,
        Record::Undo(_) => return None,
    })
}

/// The areas that the claims of each report speak of, for [`Asker::sees_report`]: made once a
/// picture.
pub fn report_areas(situation: &Situation) -> BTreeMap<String, BTreeSet<String>> {
    let areas: BTreeSet<&str> = situation.areas.iter().map(|a| a.area.as_str()).collect();
    let mut out: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for filed in situation.claims.values() {
        let place = filed.claim.place.as_ref().and_then(|p| p.id.as_deref());
        if let Some(area) = place.and_then(|id| area_of(situation, &areas, id)) {
            out.entry(filed.report.clone()).or_default().insert(area.to_owned());
        }
    }
    out
}

/// The area that a place is, or lies in.
fn area_of<'s>(s: &'s Situation, areas: &BTreeSet<&str>, place: &str) -> Option<&'s str> {
    let (mut at, mut seen) = (s.places.get(place)?, BTreeSet::new());
    while !areas.contains(at.id.as_str()) {
        if !seen.insert(at.id.as_str()) {
            return None;
        }
        at = s.places.get(at.parent.as_ref()?)?;
    }
    Some(&at.id)
}

impl Asker {
    /// Whether the asker sees the incident whole.
    pub fn sees_incident(&self, incident: &Incident) -> bool {
        self.may(Right::SeeIncidents) && self.sees_area(incident.area.as_deref())
    }

    /// Whether the asker sees the report with its text; `areas` is what [`report_areas`] has of it.
    pub fn sees_report(&self, areas: Option<&BTreeSet<String>>) -> bool {
        let named = areas.into_iter().flatten().any(|area| self.sees_area(Some(area)));
        self.may(Right::SeeReports) && (named || self.sees_area(None))
    }
}
