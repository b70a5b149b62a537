//! `hudna followups done|slip|drop|assign|note`, and the board as a calendar.

use hudna::Result;
use hudna::decide::Entered;
use hudna::model::{FollowUp, PromiseChange};
use hudna_brief::outputs::ics;

use crate::args::{Common, FollowupCommand};
use crate::commands::Open;
use crate::commands::desk::{Workplace, entered};
use crate::ui::Ui;

pub fn run(common: &Common, ui: &Ui, what: &FollowupCommand) -> Result<u8> {
    entered(ui, &change(&Workplace::open(common)?, what)?)
}

fn change(place: &Workplace, what: &FollowupCommand) -> Result<Entered> {
    match what {
        FollowupCommand::Done { id, evidence, on, partly, acting } => {
            let (partly, evidence, on) = (*partly, evidence.clone(), on.clone());
            place.desk(acting)?.change(id, PromiseChange::Done { partly, evidence, on })
        }
        FollowupCommand::Slip { id, to, acting } => {
            let due = hudna::promises::due(to)?;
            place.desk(acting)?.change(id, PromiseChange::Slip { due })
        }
        FollowupCommand::Drop(one) => place.desk(&one.acting)?.change(&one.id, PromiseChange::Drop),
        FollowupCommand::Assign { id, to, next, acting } => {
            let (owner, next) = (to.clone(), next.clone());
            place.desk(acting)?.change(id, PromiseChange::Assign { owner, next })
        }
        FollowupCommand::Note { id, next, acting } => {
            place.desk(acting)?.change(id, PromiseChange::Note { next: next.clone() })
        }
    }
}

/// The board for a calendar.
pub fn calendar(open: &Open, ui: &Ui, list: &[&FollowUp]) {
    crate::out::put(ics::render(&open.situation, list, ui.lang));
}

/// What a line of the board has beside it: former dates, silence, owner, next action; none where
/// there is nothing.
pub fn beside(ui: &Ui, f: &FollowUp) -> Option<String> {
    let mut parts = Vec::new();
    for former in &f.former {
        let day = former.due.end.as_ref().or(former.due.start.as_ref());
        let day = day.map_or_else(|| ui.quote(&former.due.words), |d| ui.day(d));
        parts.push(ui.text("board-former", &[("day", day.into())]));
    }
    let silent = f.silent_days.map(|n| ui.text("board-silent", &[("n", n.into())]));
    parts.extend(silent);
    if !f.progress.is_empty() {
        parts.push(ui.text("board-progress", &[("n", f.progress.len().into())]));
    }
    let owner = f.owner.as_ref();
    parts.extend(owner.map(|o| ui.text("board-owner", &[("name", o.clone().into())])));
    let next = f.next.as_ref();
    parts.extend(next.map(|n| ui.text("board-next", &[("what", n.clone().into())])));
    (!parts.is_empty()).then(|| ui.clauses(&parts))
}
