//! What people decide, entered one by one; each is undone by one more entry.

mod undo;

use std::cell::Cell;
use std::sync::Arc;

use hudna_model::digest::short_id;
use hudna_model::{Bilingual, FiledClaim, Found, Incident, Moment, Relation, Situation};
use serde::Serialize;

use crate::correct;
use crate::data::Data;
use crate::derive;
use crate::env::Env;
use crate::error::{Error, Result, Told};
use crate::facts::Facts;
use crate::ingest::{entry, entry_with};
use crate::record::{
    Anchor, DecisionRecord, FindingRecord, GradeRecord, PairRecord, PleaRecord, Record,
};
use crate::store::{NewEntry, Store};

/// Who acts, when, and why.
#[derive(Debug, Clone, Default)]
pub struct Who {
    /// A person's name.
    pub by: String,
    /// When; none for now, in a story for the story's own time at the latest.
    pub at: Option<Moment>,
    /// Why.
    pub why: String,
}

/// What was entered.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Entered {
    /// Index of the entry.
    pub entry: u64,
    /// Kind of the record.
    pub kind: &'static str,
    /// Id of what it is about.
    pub about: String,
    /// By whom.
    pub by: String,
    /// When it counts from.
    pub at: Moment,
}

/// Somebody at work on a store: sees what stands, and enters.
pub struct Desk<'a> {
    /// The store.
    pub store: &'a Store,
    /// The data.
    pub data: &'a Data,
    /// Clock and chance.
    pub env: &'a Env,
    /// Who acts, and why.
    pub who: Who,
    /// When it counts from.
    pub at: Moment,
    /// What the entries say.
    pub facts: Arc<Facts>,
    /// What stands.
    pub situation: Arc<Situation>,
    /// Whether the derived tables are made anew after each entry; not where somebody else does it.
    pub derive: bool,
    /// Whether all that is entered here is one act, which one undoing takes back.
    pub as_one: bool,
    /// Index of the first entry made here.
    first: Cell<Option<u64>>,
}

impl<'a> Desk<'a> {
    /// Opens the store for somebody. What a store shows by default is seen, and what was received
    /// by the time at which it is decided.
    ///
    /// # Errors
    /// The store fails or follows no agreement; nobody or no reason is named.
    pub fn open(store: &'a Store, data: &'a Data, env: &'a Env, who: Who) -> Result<Desk<'a>> {
        named(&who)?;
        let usual = Facts::load(store, None)?;
        let at = counts_from(&who, env, &usual);
        let facts = if usual.as_of < at { Facts::load(store, Some(at))? } else { usual };
        let situation = derive::picture(&facts, data, derive::head(store)?)?;
        let (facts, situation) = (Arc::new(facts), Arc::new(situation));
        let (derive, as_one, first) = (true, false, Cell::new(None));
        Ok(Desk { store, data, env, who, at, facts, situation, derive, as_one, first })
    }

    /// The same for somebody who holds facts and picture already; they are taken as they are, and
    /// shared where they come in an [`Arc`]. `at` is when what is entered counts from
    /// ([`counts_from`] has the usual).
    ///
    /// # Errors
    /// Nobody or no reason is named.
    pub fn with(
        store: &'a Store,
        data: &'a Data,
        env: &'a Env,
        who: Who,
        at: Moment,
        facts: impl Into<Arc<Facts>>,
        situation: impl Into<Arc<Situation>>,
    ) -> Result<Desk<'a>> {
        named(&who)?;
        let (facts, situation) = (facts.into(), situation.into());
        let (derive, as_one, first) = (true, false, Cell::new(None));
        Ok(Desk { store, data, env, who, at, facts, situation, derive, as_one, first })
    }

    /// Makes the derived tables anew, where that is not left to somebody else.
    fn derived(&self) -> Result<()> {
        if self.derive {
            derive::rebuild(self.store, self.data)?;
        }
        Ok(())
    }

    /// Enters a record, as the next version of `object` where one is named, and derives anew.
    pub(crate) fn enter(
        &self,
        record: Record,
        about: &str,
        object: Option<String>,
    ) -> Result<Entered> {
        let kind = record.kind();
        let with = self.first.get().filter(|_| self.as_one);
        let new = entry_with(self.env, &self.who.by, record, self.at, None, with);
        let object = object.unwrap_or_else(|| new.object.clone());
        let indexes = self.store.append(vec![NewEntry { object, ..new }])?;
        self.first.set(self.first.get().or(indexes.first().copied()));
        self.derived()?;
        let (about, by) = (about.to_owned(), self.who.by.clone());
        Ok(Entered { entry: indexes[0], kind, about, by, at: self.at })
    }

    /// Enters several records, each with what it is about, all or none, and derives anew.
    pub(crate) fn enter_all(&self, records: Vec<(Record, String)>) -> Result<Vec<Entered>> {
        let kinds: Vec<(&str, String)> =
            records.iter().map(|(record, about)| (record.kind(), about.clone())).collect();
        let new = |(record, _)| entry(self.env, &self.who.by, record, self.at, None);
        let indexes = self.store.append(records.into_iter().map(new).collect())?;
        self.derived()?;
        let told = |(entry, (kind, about))| Entered {
            entry,
            kind,
            about,
            by: self.who.by.clone(),
            at: self.at,
        };
        Ok(indexes.into_iter().zip(kinds).map(told).collect())
    }

    /// Two incidents stand in this relation. Each is named by its id or by one of its claims; claims
    /// of one incident are named to part it.
    ///
    /// # Errors
    /// Something has no such id, both are one, or it is decided so already.
    pub fn pair(&self, relation: Relation, a: &str, b: &str) -> Result<Entered> {
        let ((one, of_one), (two, of_two)) = (self.incident_claim(a)?, self.incident_claim(b)?);
        if one == two || (a.starts_with("INC") && b.starts_with("INC") && of_one.id == of_two.id) {
            return Err(Told::error("told-one-incident", &[("a", a), ("b", b)]));
        }
        let same = |x: &Anchor, y: &Anchor| x.claim == y.claim;
        let stands = self.facts.standing().find(|act| match &act.record {
            Record::Pair(p) => p.relation == relation && same(&p.a, &one) && same(&p.b, &two),
            _ => false,
        });
        if let Some(act) = stands {
            return Err(already(act.entry));
        }
        let why = self.who.why.clone();
        let record = Record::Pair(PairRecord { relation, a: one, b: two, why });
        self.enter(record, &format!("{a} {b}"), None)
    }

    /// Something was found of an incident.
    ///
    /// # Errors
    /// Nothing has the id, or it was found already.
    pub fn found(&self, found: Found, id: &str) -> Result<Entered> {
        let (of, incident) = self.incident_claim(id)?;
        let stands = self.facts.standing().find(|act| match &act.record {
            Record::Finding(f) => {
                f.found == found && self.facts.stands_for(&f.of).is_some_and(|c| has(incident, &c))
            }
            _ => false,
        });
        if let Some(act) = stands {
            return Err(already(act.entry));
        }
        let record = Record::Finding(FindingRecord { found, of, why: self.who.why.clone() });
        self.enter(record, &incident.id, None)
    }

    /// A party pleads an exception for an incident; some of its tests were shown to be met, or not.
    ///
    /// # Errors
    /// Nothing has an id: the incident, the party, the exception of the agreement or one of its
    /// tests.
    pub fn plead(
        &self,
        id: &str,
        exception: &str,
        party: &str,
        shown: &[String],
        failed: &[String],
    ) -> Result<Entered> {
        let (of, incident) = self.incident_claim(id)?;
        let agreement = &self.situation.agreement;
        let known = agreement.exceptions.iter().find(|e| e.id == exception);
        let known = known.ok_or_else(|| Error::Unknown {
            id: exception.to_owned(),
            remedy: "unknown-exception",
        })?;
        let strange = |t: &&String| !known.tests.iter().any(|test| test.id == **t);
        if let Some(test) = shown.iter().chain(failed).find(strange) {
            let remedy = "unknown-test";
            return Err(Error::Unknown { id: test.clone(), remedy });
        }
        self.party(party)?;
        let (exception, party) = (exception.to_owned(), party.to_owned());
        let (shown, failed) = (shown.to_vec(), failed.to_vec());
        let why = self.who.why.clone();
        let record = PleaRecord { of, exception, party, shown, failed, why };
        self.enter(Record::Plea(record), &incident.id, None)
    }

    /// A claim is confirmed or refused: `confirm`, `refuse`.
    ///
    /// # Errors
    /// Nothing has the id, or it is decided so already.
    pub fn rule(&self, decision: &str, id: &str) -> Result<Entered> {
        let filed = self.claim(id)?;
        let of_it =
            self.facts.decisions.iter().filter(|d| d.claim.as_ref() == Some(&filed.claim.id));
        let last = of_it.max_by_key(|d| (d.received, d.entry));
        if let Some(last) = last.filter(|d| d.record.decision == decision) {
            return Err(already(last.entry));
        }
        self.ruled(decision, &filed, None)
    }

    /// A field of a claim says something else; the claim is confirmed with that.
    ///
    /// # Errors
    /// Nothing has the id, the claim no such field, or the field takes no such value.
    pub fn correct(&self, id: &str, field: &str, text: &str) -> Result<Entered> {
        let filed = self.claim(id)?;
        let (places, parties) = (&self.situation.places, &self.situation.parties);
        let made = correct::value(&filed.claim, field, text, places, parties)
            .and_then(|value| correct::with(&filed.claim, field, value.clone()).map(|_| value));
        let value = made.map_err(|what| {
            let fields = correct::fields(&filed.claim);
            let args = [("field", field), ("value", text), ("what", &what), ("fields", &fields)];
            Told::error("told-no-correction", &args)
        })?;
        self.ruled("correct", &filed, Some((field.to_owned(), value)))
    }

    fn ruled(
        &self,
        decision: &str,
        filed: &FiledClaim,
        corrected: Option<(String, serde_json::Value)>,
    ) -> Result<Entered> {
        let (field, value) = corrected.unzip();
        let why = Bilingual::new(self.who.why.clone(), self.who.why.clone());
        let (claim, report) = (filed.claim.id.clone(), filed.report.clone());
        let decision = decision.to_owned();
        let about = claim.clone();
        let record = DecisionRecord { decision, claim, report, why, field, value };
        self.enter(Record::Decision(record), &about, None)
    }

    /// A source is graded: reliability `A` to `F`, and credibility 1 to 6 where it is graded too.
    ///
    /// # Errors
    /// Nothing has the id, or the grade is in force.
    pub fn grade(&self, source: &str, grade: char, credibility: Option<u8>) -> Result<Entered> {
        if !self.situation.sources.contains_key(source) {
            let remedy = "unknown-source";
            return Err(Error::Unknown { id: source.to_owned(), remedy });
        }
        let held = self.facts.grades(source).pop();
        if let Some(held) = held.filter(|h| (h.grade, h.credibility) == (grade, credibility)) {
            return Err(already(held.entry));
        }
        let why = self.who.why.clone();
        let record = GradeRecord { source: source.to_owned(), grade, credibility, why };
        self.enter(Record::Grade(record), source, None)
    }

    /// A claim that stands, or one that was refused.
    fn claim(&self, id: &str) -> Result<FiledClaim> {
        let now = self.facts.claim_now(id).unwrap_or_else(|| id.to_owned());
        let found = self.situation.claims.get(&now).cloned();
        found.or_else(|| self.facts.refused().remove(&now)).ok_or_else(|| {
            let id = id.to_owned();
            Error::Unknown { id, remedy: "unknown-claim" }
        })
    }

    /// The claim by which an incident is named, and the incident.
    pub(crate) fn incident_claim(&self, id: &str) -> Result<(Anchor, &Incident)> {
        let incident = incident(&self.situation, id).or_else(|| {
            let claim = self.facts.claim_now(id)?;
            self.situation.incidents.iter().find(|i| has(i, &claim))
        });
        let unknown = || Error::Unknown { id: id.to_owned(), remedy: "unknown-incident" };
        let incident = incident.ok_or_else(unknown)?;
        let named = self.facts.claim_now(id);
        let claim = named.or_else(|| incident.claims.first().cloned()).ok_or_else(unknown)?;
        let report = self.facts.report_of(&claim).ok_or_else(unknown)?;
        Ok((Anchor { claim, report }, incident))
    }
}

/// Somebody enters with a name and a reason, or not at all.
pub(crate) fn named(who: &Who) -> Result<()> {
    let blank = |text: &str| text.trim().is_empty();
    match (blank(&who.by), blank(&who.why)) {
        (true, _) => Err(Told::error("told-no-name", &[])),
        (false, true) => Err(Told::error("told-no-reason", &[])),
        (false, false) => Ok(()),
    }
}

/// When what somebody enters counts from, if they do not say: now, in a story its own time at the
/// latest.
pub fn counts_from(who: &Who, env: &Env, facts: &Facts) -> Moment {
    let now = env.now().told_like(facts.as_of);
    let latest = facts.story.as_ref().map_or(now, |s| s.as_of.min(now));
    who.at.unwrap_or(latest)
}

fn already(entry: u64) -> Error {
    Told::error("told-already", &[("entry", &entry.to_string())])
}

/// Whether a claim is told of the incident.
pub(crate) fn has(incident: &Incident, claim: &str) -> bool {
    incident.claims.iter().chain(&incident.denials).any(|c| c == claim)
}

/// The incident of this id. An incident is named after the smallest of its claims; a name that it
/// bore before others joined it still leads to it.
pub fn incident<'s>(situation: &'s Situation, id: &str) -> Option<&'s Incident> {
    let now = situation.incidents.iter().find(|i| i.id == id);
    let bore = |i: &&Incident| i.claims.iter().any(|c| short_id("INC", [c.as_bytes()]) == id);
    now.or_else(|| situation.incidents.iter().find(bore))
}
