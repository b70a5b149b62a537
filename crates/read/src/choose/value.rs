//! What an act, a statement, a truce event is, where no rule read it: one of the values that the
//! tagger saw. What a rule says of its own claim stands: over claims of rules no choice between its
//! value and what a model sees was better than the rule (docs/methodology.md).

use hudna_model::words::{MeetingStatus, Task};
use hudna_model::{Act, Body, Event, Modality, Outcome, SpeechAct};

use super::pointed::bin;
use super::{Choice, Sheet, best};
use crate::claims::{Context, Draft};

/// Keeps the logarithm of a probability finite.
const FLOOR: f32 = 0.01;

/// Lets each attribute of a draft that the tagger proposed be chosen anew; without weights the
/// likeliest stands.
pub(crate) fn amend(ctx: &Context<'_, '_>, draft: &mut Draft) {
    if !draft.is_proposed() {
        return;
    }
    for (task, attribute) in tasks(&draft.body) {
        let Some(now) = told(draft, task) else { continue };
        if let Some(value) = choose(ctx, draft, (task, attribute), &now) {
            set(draft, task, &value);
        }
    }
}

/// The choices of a kind of claim, with the tagger's name for the attribute.
fn tasks(body: &Body) -> &'static [(&'static str, &'static str)] {
    match body {
        Body::Violence { .. } => {
            &[("act", "act"), ("modality", "modality"), ("background", "background")]
        }
        Body::Toll { .. } => &[("outcome", "outcome"), ("background", "background")],
        Body::Meeting { .. } => &[("status", "status")],
        Body::Statement { .. } => &[("speech_act", "speech_act")],
        Body::Truce { .. } => &[("event", "event"), ("background", "background")],
        Body::Commitment { .. } => &[("what", "what")],
    }
}

fn told(draft: &Draft, task: &str) -> Option<String> {
    let text = match (task, &draft.body) {
        ("modality", _) => draft.modality.as_str(),
        ("background", _) => ["false", "true"][usize::from(draft.background)],
        ("act", Body::Violence { act, .. }) => act.as_str(),
        ("outcome", Body::Toll { outcome, .. }) => outcome.as_str(),
        ("status", Body::Meeting { status, .. }) => status.as_str(),
        ("speech_act", Body::Statement { speech_act, .. }) => speech_act.as_str(),
        ("event", Body::Truce { event, .. }) => event.as_str(),
        ("what", Body::Commitment { what, .. }) => what.as_str(),
        _ => return None,
    };
    Some(text.to_owned())
}

fn set(draft: &mut Draft, task: &str, value: &str) {
    fn put<T>(slot: &mut T, value: Option<T>) {
        if let Some(value) = value {
            *slot = value;
        }
    }
    match (task, &mut draft.body) {
        ("modality", _) => put(&mut draft.modality, Modality::parse(value)),
        ("background", _) => draft.background = value == "true",
        ("act", Body::Violence { act, .. }) => put(act, Act::parse(value)),
        ("outcome", Body::Toll { outcome, .. }) => put(outcome, Outcome::parse(value)),
        ("status", Body::Meeting { status, .. }) => put(status, MeetingStatus::parse(value)),
        ("speech_act", Body::Statement { speech_act, .. }) => {
            put(speech_act, SpeechAct::parse(value))
        }
        ("event", Body::Truce { event, .. }) => put(event, Event::parse(value)),
        ("what", Body::Commitment { what, .. }) => put(what, Task::parse(value)),
        _ => {}
    }
}

fn choose(
    ctx: &Context<'_, '_>,
    draft: &Draft,
    (task, attribute): (&'static str, &str),
    now: &str,
) -> Option<String> {
    let tagged = ctx.tagged?;
    if ctx.trace.is_none() && !ctx.weights.has(task) {
        return None;
    }
    let values = tagged.values(attribute, draft.span);
    let usual = values.iter().position(|(v, _)| *v == now)?;
    let most = values.iter().map(|v| v.1).fold(0.0, f32::max);
    let sheets: Vec<Sheet<'_>> = values
        .iter()
        .map(|(value, sure)| {
            let mut sheet = Sheet::new(ctx.weights, task, ctx.trace.is_some());
            sheet.add(&["value", value]);
            sheet.add_value(&["seen"], (sure + FLOOR).ln());
            sheet.add_value(&["seen", value], (sure + FLOOR).ln());
            sheet.add_if(*sure >= most, &["top", bin(*sure)]);
            sheet.add(&["now", now, value]);
            if *value == now {
                sheet.add(&["likeliest"]);
                sheet.add(&["likeliest", "seen", bin(*sure)]);
                sheet.add(&["likeliest", "against", bin(most)]);
            }
            sheet
        })
        .collect();
    let chosen = best(ctx.weights, task, &sheets, usual);
    if let Some(trace) = ctx.trace {
        let candidates = values.iter().zip(&sheets);
        let candidates = candidates
            .map(|((v, _), s)| ((*v).to_owned(), s.names.clone().unwrap_or_default()))
            .collect();
        let kind = draft.body.kind().to_owned();
        let choice = Choice { task, kind, trigger: draft.trigger, candidates };
        trace.choices.borrow_mut().push(choice);
    }
    (chosen != usual).then(|| values[chosen].0.to_owned())
}
