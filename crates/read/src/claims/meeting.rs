//! Meetings: who takes part, and whether it was held.

mod people;
mod status;

use hudna_model::words::{MeetingStatus, Standing};
use hudna_model::{Body, Form, Modality, Name, Task};

use super::bodies::{attribute, draft as plain};
use super::{Context, Draft};
use crate::frame::matching::Match;
use crate::frame::relation::name_of;

/// The meeting of a match, and of one to come the commitment to hold it.
pub(super) fn drafts(ctx: &Context<'_, '_>, found: &Match<'_>) -> Vec<Draft> {
    let Some(meeting) = draft(ctx, found) else { return Vec::new() };
    let Body::Meeting { participants, status: MeetingStatus::Planned, .. } = &meeting.body else {
        return vec![meeting];
    };
    if status::is_aim(ctx, found) {
        return vec![meeting];
    }
    let body = Body::Commitment {
        who: participants.first().cloned(),
        to: participants.get(1).cloned(),
        what: Task::Meet,
        due: ctx.due_of(found),
        status: Standing::Promised,
    };
    let mut promise = plain(ctx, found, body);
    promise.span = meeting.span;
    promise.modality = Modality::Actual;
    // What else is promised in the clause says more.
    promise.confidence -= 0.15;
    vec![meeting, promise]
}

/// The meeting of a match; one without anybody taking part is none.
fn draft(ctx: &Context<'_, '_>, found: &Match<'_>) -> Option<Draft> {
    let form = attribute(ctx, found, "form").and_then(|f| Form::parse(&f))?;
    let people = people::participants(ctx, found, form);
    if people.is_empty() {
        return None;
    }
    let names: Vec<Name> = people.iter().map(|at| name_of(ctx.doc, at)).collect();
    let status = status::status(ctx, found);
    let mut out = plain(ctx, found, Body::Meeting { form, participants: names, status });
    let sentence = &ctx.doc.sentences[ctx.clause(found).sentence];
    for at in people.iter().filter(|p| sentence.start <= p.start && p.end <= sentence.end) {
        let joined = out.span.join(ctx.doc.span(at));
        if joined.len() <= super::evidence::MAX_SCALARS {
            out.span = joined;
        }
    }
    if status == MeetingStatus::Planned && out.modality == Modality::Actual {
        out.modality = Modality::Planned;
    }
    Some(out)
}
