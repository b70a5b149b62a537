//! What people change on the follow-up board, laid over what reports tell.

use hudna_model::{Due, FollowUp, FollowUpStatus, Former, Moment, PromiseChange, PromiseDecision};

use crate::days::{Days, iso, of_moment};
use crate::followups::{Promise, due_days, due_of};
use crate::fulfil::Told;
use crate::{Context, rules};

/// The changes by people on the promise that the group tells of, in the order of time, then of
/// entry.
pub(crate) fn changes(group: &[&Promise<'_>], ctx: &Context<'_>) -> Vec<PromiseDecision> {
    let of_it = |d: &&PromiseDecision| {
        d.at <= ctx.as_of && group.iter().any(|p| p.filed.claim.id == d.claim)
    };
    let mut all: Vec<PromiseDecision> =
        ctx.decisions.promises.iter().filter(of_it).cloned().collect();
    all.sort_by_key(|d| (d.at, d.entry));
    all
}

/// A word on when it is due: by a report, or by a person.
struct Word {
    at: Moment,
    due: Due,
    claim: Option<String>,
    entry: Option<u64>,
}

/// When it is due by the last word on it, and the dates that no longer hold.
///
/// A report that says the same or something that fits the date moves nothing; a person's word
/// always does, also where only a word such as "soon" was told before.
pub(crate) fn due_and_former(
    group: &[&Promise<'_>],
    changes: &[PromiseDecision],
) -> (Due, Vec<Former>) {
    let mut due = first_due(group);
    let mut former = Vec::new();
    for word in words(group, changes) {
        let moved = match (due_days(&due), due_days(&word.due)) {
            (Some(was), Some(is)) => word.entry.is_some() || was.gap(is) > 0,
            (Some(_), None) => word.entry.is_some(),
            // A person gives a day to what was told with a word alone, "soon": the word stays.
            (None, _) => word.entry.is_some() && !due.words.is_empty(),
        };
        if moved && due != word.due {
            let (until, claim, entry) = (word.at, word.claim, word.entry);
            former.push(Former { due: due.clone(), until, claim, entry });
        }
        due = word.due;
    }
    (due, former)
}

/// When it was first told to be due; without any day, the longest words that were used instead.
fn first_due(group: &[&Promise<'_>]) -> Due {
    let dated = group.iter().find(|p| due_days(p.due).is_some());
    dated.map_or_else(|| due_of(group), |p| p.due.clone())
}

/// Every dated telling and every word of a person, the earlier first.
fn words(group: &[&Promise<'_>], changes: &[PromiseDecision]) -> Vec<Word> {
    let dated = group.iter().filter(|p| due_days(p.due).is_some());
    let mut all: Vec<Word> = dated
        .map(|p| {
            let claim = Some(p.filed.claim.id.clone());
            Word { at: p.filed.received, due: p.due.clone(), claim, entry: None }
        })
        .collect();
    all.extend(changes.iter().filter_map(|c| {
        let entry = Some(c.entry);
        Some(Word { at: c.at, due: slip(c)?.clone(), claim: None, entry })
    }));
    all.sort_by(|a, b| (a.at, a.entry, &a.claim).cmp(&(b.at, b.entry, &b.claim)));
    all
}

fn slip(change: &PromiseDecision) -> Option<&Due> {
    match &change.change {
        PromiseChange::Slip { due } => Some(due),
        _ => None,
    }
}

/// Lays the changes over the line. Of done, done in part, dropped and slipped the last one holds.
pub(crate) fn lay(line: &mut FollowUp, changes: Vec<PromiseDecision>) {
    let told = line.status;
    for decision in &changes {
        match &decision.change {
            PromiseChange::Done { partly, evidence, .. } => {
                line.status = if *partly { FollowUpStatus::Partly } else { FollowUpStatus::Done };
                let new = evidence.iter().filter(|id| !line.fulfilled_by.contains(id));
                let new: Vec<String> = new.cloned().collect();
                line.fulfilled_by.extend(new);
            }
            PromiseChange::Drop => line.status = FollowUpStatus::Dropped,
            PromiseChange::Slip { .. } => line.status = told,
            PromiseChange::Assign { owner, next } => {
                line.owner = Some(owner.clone());
                line.next = next.clone().or(line.next.take());
            }
            PromiseChange::Note { next } => line.next = next.clone().or(line.next.take()),
        }
    }
    line.progress.retain(|id| !line.fulfilled_by.contains(id));
    line.changes = changes;
}

/// Tells when it was done, and whether that was late: none of the days on which it may have been
/// done lies before the end of the last day on which it was due. A person's day goes before those
/// of claims; of these the earliest counts.
pub(crate) fn date_fulfilment(line: &mut FollowUp, told: &Told<'_>) {
    if line.status != FollowUpStatus::Done {
        return;
    }
    let entered = line.changes.iter().rev().find_map(|c| match &c.change {
        PromiseChange::Done { partly: false, on, .. } => Some(on.as_deref()),
        _ => None,
    });
    let entered = entered.flatten().and_then(Days::parse);
    let showing = line.fulfilled_by.iter().filter_map(|id| told.get(id));
    let Some(done) = entered.or_else(|| showing.map(Days::of_claim).min()) else { return };
    line.fulfilled_on = Some((iso(done.first), iso(done.last)));
    if due_days(&line.due).is_some_and(|due| due.last < done.first) {
        line.status = FollowUpStatus::DoneLate;
    }
}

/// Days since the last sign of life: a telling, a claim that touches it, or a person's change.
pub(crate) fn silent_days(line: &FollowUp, told: &Told<'_>, ctx: &Context<'_>) -> Option<u32> {
    if line.status.is_closed() {
        return None;
    }
    let touching = line.progress.iter().filter_map(|id| told.get(id));
    let signs = touching.map(|f| f.received).chain(line.changes.iter().map(|c| c.at));
    let last = signs.fold(line.last_told, Moment::max);
    let days = of_moment(ctx.as_of) - of_moment(last.told_like(ctx.as_of));
    (days >= rules::SILENT_DAYS).then_some(days.unsigned_abs())
}
