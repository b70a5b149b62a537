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
    /// An entry of a person no longer holds, nor do those that were entered with it: one undoing
    /// takes back one act.
    ///
    /// # Errors
    /// No such entry, one that nobody can undo, one undone already, or something that later entries
    /// rest on.
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
        let together = all.together(number);
        for act in all.acts.iter().filter(|a| together.contains(&a.entry)) {
            self.can_go(&all, act, &together)?;
        }
        let also = together.into_iter().filter(|n| *n != number).collect();
        let record = Record::Undo(UndoRecord { entry: number, also, why: self.who.why.clone() });
        self.enter(record, &format!("#{number}"), None)
    }

    /// Whether an entry can be taken back, together with others.
    fn can_go(&self, all: &Facts, act: &Act, together: &[u64]) -> Result<()> {
        if act.record.is_changed() {
            let entry = act.entry.to_string();
            return Err(Told::error("told-changed-not-undone", &[("entry", &entry)]));
        }
        if let Record::Added(added) = &act.record
            && let Some(by) = rests_on(all, &added.claim.id, together)
        {
            return Err(resting(act.entry, by));
        }
        match &act.record {
            Record::Case(record) => self.case_holds(all, record, act.entry, together),
            _ => Ok(()),
        }
    }

    /// All that was ever entered, whenever it counts from; what the desk has, if that is all.
    fn everything(&self, number: u64) -> Result<Arc<Facts>> {
        let known = self.facts.acts.iter().any(|a| a.entry == number);
        if known && self.facts.later == 0 && self.facts.size == self.store.size()? {
            return Ok(Arc::clone(&self.facts));
        }
        Facts::load(self.store, Some(Moment::from_seconds(END))).map(Arc::new)
    }

    /// Whether the case holds together without the steps.
    fn case_holds(
        &self,
        all: &Facts,
        record: &CaseRecord,
        number: u64,
        gone: &[u64],
    ) -> Result<()> {
        let mut steps = all.case_steps().remove(&record.case).unwrap_or_default();
        steps.retain(|s| !gone.contains(&s.entry));
        let rules = cases::rules(&self.situation.agreement);
        let law = hudna_judge::CaseLaw { rules: &rules, parties: &self.situation.parties };
        let rests = match steps.first() {
            Some(first) if record.step.name() == "opened" => Some(first.entry),
            _ => hudna_judge::first_fault(&record.case, &steps, &law).map(|(entry, _)| entry),
        };
        rests.map_or(Ok(()), |by| Err(resting(number, by)))
    }
}

/// The entry that holds and names a claim, the last one that does not go as well.
fn rests_on(all: &Facts, claim: &str, gone: &[u64]) -> Option<u64> {
    let names = |a: &&Act| {
        !gone.contains(&a.entry) && a.record.anchors().iter().any(|anchor| anchor.claim == claim)
    };
    all.standing().filter(names).last().map(|a| a.entry)
}

fn resting(number: u64, by: u64) -> Error {
    Told::error("told-rests-on", &[("entry", &number.to_string()), ("by", &by.to_string())])
}
