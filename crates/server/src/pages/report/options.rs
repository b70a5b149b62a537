//! What a person chooses from when a claim is decided upon or added.

use hudna::model::{
    Act, Event, Form, MeetingStatus, Modality, Outcome, SpeechAct, Standing, Task, Victims,
};
use serde_json::{Value, json};

use crate::say::Say;

/// Kinds of claims, in the order of the guide.
pub const KINDS: [&str; 6] = ["violence", "toll", "meeting", "statement", "truce", "commitment"];
/// Number of usual reasons of each decision.
const REASONS: [(&str, usize); 4] = [("confirm", 2), ("refuse", 4), ("correct", 1), ("add", 1)];

fn list(say: &Say, kind: &str, all: Vec<&str>, chosen: Option<&str>) -> Vec<Value> {
    let one =
        |v: &str| json!({ "value": v, "text": say.label(kind, v), "selected": chosen == Some(v) });
    all.into_iter().map(one).collect()
}

/// The lists of the form for a claim that was missed; `chosen` is what was posted of a field.
pub fn all<'p>(say: &Say, chosen: impl Fn(&str) -> Option<&'p str>) -> Value {
    let words = |kind, name, all| list(say, kind, all, chosen(name));
    json!({
        "kind": words("kind", "kind", KINDS.to_vec()),
        "modality": words("modality", "modality", Modality::ALL.iter().map(|x| x.as_str()).collect()),
        "act": words("act", "violence.act", Act::ALL.iter().map(|x| x.as_str()).collect()),
        "outcome": words("outcome", "toll.outcome", Outcome::ALL.iter().map(|x| x.as_str()).collect()),
        "victims": words("victims", "toll.victims", Victims::ALL.iter().rev().map(|x| x.as_str()).collect()),
        "form": words("form", "meeting.form", Form::ALL.iter().map(|x| x.as_str()).collect()),
        "meeting": words("meeting-status", "meeting.status", MeetingStatus::ALL.iter().map(|x| x.as_str()).collect()),
        "speech": words("speech", "statement.speech_act", SpeechAct::ALL.iter().map(|x| x.as_str()).collect()),
        "event": words("event", "truce.event", Event::ALL.iter().map(|x| x.as_str()).collect()),
        "task": words("task", "commitment.what", Task::ALL.iter().map(|x| x.as_str()).collect()),
        "standing": words("standing", "commitment.status", Standing::ALL.iter().map(|x| x.as_str()).collect()),
    })
}

/// Reasons that people choose from.
pub fn reasons(say: &Say) -> Value {
    let usual = |kind: &str, n: usize| -> Vec<String> {
        (1..=n).map(|n| say.text(&format!("w-work-why-{kind}-{n}"), &[])).collect()
    };
    let mut out = json!({ "pair": crate::pages::incident::reasons(say) });
    REASONS.iter().for_each(|(kind, n)| out[*kind] = json!(usual(kind, *n)));
    out
}

/// The usual reason of a decision.
pub fn usual(say: &Say, kind: &str) -> String {
    say.text(&format!("w-work-why-{kind}-1"), &[])
}
