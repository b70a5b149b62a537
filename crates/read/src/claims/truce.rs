//! Truce events: what happens to a truce is told by the word that governs it.

mod cue;

use hudna_model::{Body, Event, Modality, Name};

use super::bodies::{draft as plain, name};
use super::{Context, Draft};
use crate::frame::matching::Match;
use crate::layers::scope::is_history;
use cue::Cue;

/// The truce claims of a match: what the words before it or behind it say becomes of it, and what
/// an adjective or a relative clause tells besides ("انهارت الهدنة التي أعلنها الوسطاء").
pub(super) fn drafts(ctx: &Context<'_, '_>, found: &Match<'_>) -> Vec<Draft> {
    let cues = cue::cues(ctx, found);
    let Some(first) = cue::first(ctx, found, &cues) else { return Vec::new() };
    // "إذا التزم الطرف الآخر بالهدنة": a condition tells nothing of its course.
    if found.layers.modality == Modality::Hypothetical && first.event == Event::InForce {
        return Vec::new();
    }
    let second = cue::besides(ctx, found, &cues, &first);
    let more = second.map(|c| undated(ctx, draft(ctx, found, &c)));
    std::iter::once(draft(ctx, found, &first)).chain(more).collect()
}

/// The date beside the adjective is that of the signing.
fn undated(ctx: &Context<'_, '_>, mut draft: Draft) -> Draft {
    if draft.date.as_ref().is_some_and(|d| is_history(ctx.doc, d.end.as_ref().unwrap_or(&d.start)))
    {
        draft.date = None;
    }
    draft
}

fn draft(ctx: &Context<'_, '_>, found: &Match<'_>, cue: &Cue) -> Draft {
    let parties: Vec<Name> = name(ctx, found, "parties").into_iter().collect();
    let body = Body::Truce { event: cue.event, parties, start: None, end: None, count: None };
    let mut out = plain(ctx, found, body);
    out.span = out.span.join(ctx.doc.span(&cue.at));
    if cue.event == Event::CalledFor {
        out.modality = Modality::CalledFor;
    }
    if out.span.len() > super::evidence::MAX_SCALARS {
        let at = cue.at.start.min(found.trigger.start)..cue.at.end.max(found.trigger.end);
        out.span = ctx.stretch(at);
    }
    if let (Body::Truce { start, .. }, Some(date)) = (&mut out.body, &out.date) {
        *start = Some(date.start.clone());
    }
    out
}
