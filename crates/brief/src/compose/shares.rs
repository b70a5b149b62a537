//! The reviewed share of a sentence: how much of what it stands on a person has looked at.

use std::collections::BTreeMap;

use hudna_model::{Share, Situation};

use crate::brief::{Cite, CiteKind, Cites};

/// Ids of claims.
type Claims<'s> = Vec<&'s str>;

/// The claims behind all that a sentence may cite.
pub(super) struct Shares<'s> {
    situation: &'s Situation,
    behind: BTreeMap<(CiteKind, &'s str), Claims<'s>>,
}

impl<'s> Shares<'s> {
    pub(super) fn new(situation: &'s Situation) -> Self {
        let mut behind: BTreeMap<(CiteKind, &str), Claims<'_>> = BTreeMap::new();
        for incident in &situation.incidents {
            behind.insert((CiteKind::Incident, &incident.id), all(&incident.claims));
        }
        let tolls = situation.incidents.iter().flat_map(|i| &i.tolls).chain(&situation.aggregates);
        for toll in tolls {
            let rows = toll.rows.iter().map(|row| row.claim.as_str()).collect();
            behind.insert((CiteKind::Toll, &toll.id), rows);
        }
        for promise in &situation.follow_ups {
            let claims = promise.claims.iter().chain(&promise.fulfilled_by);
            let claims = claims.map(String::as_str).collect();
            behind.insert((CiteKind::FollowUp, &promise.id), claims);
        }
        for area in &situation.areas {
            let driving = area.drivers.iter().map(|id| (CiteKind::Incident, id.as_str()));
            let claims = driving.filter_map(|key| behind.get(&key)).flatten().copied().collect();
            behind.insert((CiteKind::Area, &area.id), claims);
        }
        Self { situation, behind }
    }

    /// Of the claims that the cites name, and of those behind the incidents, tolls, promises and
    /// states of areas that they name; each counts once.
    pub(super) fn of(&self, cites: &Cites) -> Share {
        let claims = &self.situation.claims;
        let known = cites.iter().flat_map(|cite| self.claims(cite));
        let known = known.filter(|id| claims.contains_key(*id));
        Share::of(known, |id| claims.get(id).is_some_and(|c| c.reviewed))
    }

    fn claims<'c>(&'c self, cite: &'c Cite) -> Claims<'c> {
        match cite.kind {
            CiteKind::Claim => vec![&cite.id],
            kind => self.behind.get(&(kind, cite.id.as_str())).cloned().unwrap_or_default(),
        }
    }
}

fn all(ids: &[String]) -> Claims<'_> {
    ids.iter().map(String::as_str).collect()
}
