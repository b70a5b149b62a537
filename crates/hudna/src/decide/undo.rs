//! Taking back what somebody entered.

use std::sync::Arc;

use hudna_model::Moment;

use super::{Desk, Entered};
use crate::acts::Act;
use crate::cases;
use crate::error::{Error, Result, Told};
use crate::facts::Facts;
use crate::record::{CaseRecord, Record, UndoRecord};

/// The end of time for what is received: the year 9999.
const END: i64 = 253_370_764_800;

impl Desk<'_> {
    /// An entry of a person no longer holds.
    ///
    /// # Errors
    /// No such entry, one that nobody can undo, one undone already, or a step of a case that later
    /// steps rest on.
    pub fn undo(&self, number: u64) -> Result<Entered> {
        let all = self.everything(number)?;
        let shown = number.to_string();
        let Some(act) = all.acts.iter().find(|a| a.entry == number) else {
            let size = all.size.to_string();
            let id = if number < all.size { "told-no-act" } else { "told-no-entry" };
            return Err(Told::error(id, &[("entry", &shown), ("size", &size)]));
        };
        if let Some(by) = act.undone {
            let by = by.to_string();
            return Err(Told::error("told-undone", &[("entry", &shown), ("by", &by)]));
        }
        if act.record.is_changed() {
            return Err(Told::error("told-changed-not-undone", &[("entry", &shown)]));
        }
        if let Record::Added(added) = &act.record
            && let Some(by) = rests_on(&all, &added.claim.id)
        {
            return Err(resting(number, by));
        }
        if let Record::Case(record) = &act.record {
            self.case_holds(&all, record, number)?;
        }
        let record = Record::Undo(UndoRecord { entry: number, why: self.who.why.clone() });
        self.enter(record, &format!("#{number}"), None)
    }

    /// All that was ever entered, whenever it counts from; what the desk has, if that is all.
    fn everything(&self, number: u64) -> Result<Arc<Facts>> {
        let known = self.facts.acts.iter().any(|a| a.entry == number);
        if known && self.facts.later == 0 && self.facts.size == self.store.size()? {
            return Ok(Arc::clone(&self.facts));
        }
        Facts::load(self.store, Some(Moment::from_seconds(END))).map(Arc::new)
    }

    /// Whether the case holds together without the step.
    fn case_holds(&self, all: &Facts, record: &CaseRecord, number: u64) -> Result<()> {
        let mut steps = all.case_steps().remove(&record.case).unwrap_or_default();
        steps.retain(|s| s.entry != number);
        let rules = cases::rules(&self.situation.agreement);
        let law = hudna_judge::CaseLaw { rules: &rules, parties: &self.situation.parties };
        let rests = match steps.first() {
            Some(first) if record.step.name() == "opened" => Some(first.entry),
            _ => hudna_judge::first_fault(&record.case, &steps, &law).map(|(entry, _)| entry),
        };
        rests.map_or(Ok(()), |by| Err(resting(number, by)))
    }
}

/// The entry that holds and names a claim, the last one.
fn rests_on(all: &Facts, claim: &str) -> Option<u64> {
    let names = |a: &&Act| a.record.anchors().iter().any(|anchor| anchor.claim == claim);
    all.standing().filter(names).last().map(|a| a.entry)
}

fn resting(number: u64, by: u64) -> Error {
    Told::error("told-rests-on", &[("entry", &number.to_string()), ("by", &by.to_string())])
}
