//! Meetings: who takes part, and whether it was held.

mod english;
mod people;
mod status;

use hudna_model::words::{MeetingStatus, Standing};
use hudna_model::{Body, Form, Modality, Name, Task};

use super::bodies::{attribute, draft as plain};
use super::{Context, Draft};
use crate::frame::matching::Match;
use crate::frame::relation::name_of;
use crate::lang::ar::Feat;

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

/// Forms that a report uses of something else: "أصل" is no first person, and what is sent is not
/// who travels.
fn is_no_deed(ctx: &Context<'_, '_>, found: &Match<'_>, form: Form) -> bool {
    let token = &ctx.doc.tokens[found.trigger.start].text;
    let own = found.feat == Feat::Present && token.trim_start_matches(['و', 'ف']).starts_with('ا');
    let bound = ctx.doc.mention_at(found.trigger.start).is_some_and(|m| m.enclitic);
    own || form == Form::Visit && found.feat.is_verb() && bound
}

/// The meeting of a match; one without anybody taking part is none.
fn draft(ctx: &Context<'_, '_>, found: &Match<'_>) -> Option<Draft> {
    let form = attribute(ctx, found, "form").and_then(|f| Form::parse(&f))?;
    if is_no_deed(ctx, found, form) {
        return None;
    }
    let people = match ctx.doc.is_english() {
        true => english::participants(ctx, found, form),
        false => people::participants(ctx, found, form),
    };
    let pair = found.lexeme.tag("pair").is_some() && found.feat.is_verb();
    if people.len() < 1 + usize::from(pair) {
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
