//! What people change on the follow-up board.

use hudna_model::digest::short_id;
use hudna_model::{Due, FollowUp, FollowUpStatus, PromiseChange, Situation};

use crate::decide::{Desk, Entered};
use crate::error::{Error, Result, Told};
use crate::record::{Anchor, PromiseRecord, Record};

/// The promise of this id, or of a name that it bore before other claims joined it.
pub fn promise<'s>(situation: &'s Situation, id: &str) -> Option<&'s FollowUp> {
    let now = situation.follow_ups.iter().find(|f| f.id == id);
    let bore =
        |f: &&FollowUp| f.claims.iter().any(|c| c == id || short_id("FUP", [c.as_bytes()]) == id);
    now.or_else(|| situation.follow_ups.iter().find(bore))
}

impl Desk<'_> {
    /// Changes a promise on the board.
    ///
    /// # Errors
    /// Nothing has the id, the evidence is no claim, or the promise stands so already.
    pub fn change(&self, id: &str, change: PromiseChange) -> Result<Entered> {
        let promise = promise(&self.situation, id)
            .ok_or_else(|| Error::Unknown { id: id.to_owned(), remedy: "unknown-promise" })?;
        let change = self.checked(promise, change)?;
        let named = promise
            .claims
            .iter()
            .min_by_key(|c| (short_id("FUP", [c.as_bytes()]) != promise.id, (*c).clone()));
        let claim = named.cloned().unwrap_or_default();
        let report = self.facts.report_of(&claim).unwrap_or_default();
        let (of, why) = (Anchor { claim, report }, self.who.why.clone());
        self.enter(Record::Promise(PromiseRecord { of, change, why }), &promise.id, None)
    }

    fn checked(&self, promise: &FollowUp, change: PromiseChange) -> Result<PromiseChange> {
        let closed = |id| Err(Told::error(id, &[("id", &promise.id)]));
        match change {
            PromiseChange::Done { partly, evidence, on } => {
                if let Some(on) = &on {
                    done_by(on, &self.situation.as_of.day().to_string())?;
                }
                let now = |id: &String| {
                    let known = self.facts.claim_now(id);
                    known.filter(|c| self.situation.claims.contains_key(c)).ok_or_else(|| {
                        let remedy = "unknown-evidence";
                        Error::Unknown { id: id.clone(), remedy }
                    })
                };
                let evidence = evidence.iter().map(now).collect::<Result<_>>()?;
                Ok(PromiseChange::Done { partly, evidence, on })
            }
            PromiseChange::Drop if promise.status == FollowUpStatus::Dropped => {
                closed("told-dropped")
            }
            PromiseChange::Slip { due } if due == promise.due => closed("told-same-due"),
            other => Ok(other),
        }
    }
}

/// What was done was done on a day, and not after today.
fn done_by(day: &str, today: &str) -> Result<()> {
    let wrong = |id| Err(Told::error(id, &[("day", day)]));
    match crate::ingest::not_a_day(day) {
        Some(_) => wrong("told-no-day"),
        None if day > today => wrong("told-day-ahead"),
        None => Ok(()),
    }
}

/// A due time as a person writes it: a day, a range of days as `DAY..DAY`, or words such as "soon".
///
/// # Errors
/// A range whose end is before its beginning.
pub fn due(text: &str) -> Result<Due> {
    let (start, end) = text.split_once("..").unwrap_or((text, text));
    let days = [start, end].iter().all(|d| crate::ingest::not_a_day(d).is_none());
    if !days {
        return Ok(Due { start: None, end: None, words: text.to_owned() });
    }
    if end < start {
        return Err(Told::error("told-range", &[("range", text)]));
    }
    Ok(Due { start: Some(start.to_owned()), end: Some(end.to_owned()), words: String::new() })
}
