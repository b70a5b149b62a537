//! Why a claim was read, in words: what the rule says of itself, and what the trained model saw.

use hudna::model::{Body, Claim, ReadBy, Seen};

use crate::ui::Ui;

/// Stands before the number of a claim that only the trained model read.
pub const ALONE: &str = "◇";

/// Why a claim was read: what stands beside its rule, and the further lines.
pub struct Explained {
    /// The rule's own reason, or that the model alone read the claim.
    pub why: Option<String>,
    /// What the model saw, and what no rule did.
    pub more: Vec<String>,
}

/// Explains a claim; `why` is the rule's own reason.
pub fn explain(ui: &Ui, claim: &Claim, why: Option<String>) -> Explained {
    let seen = claim.seen.as_ref();
    if claim.read_by() != ReadBy::Model {
        let id = if claim.read_by() == ReadBy::Both { "seen-too" } else { "seen-hardly" };
        return Explained { why, more: seen.map(|s| saw(ui, id, claim, s)).into_iter().collect() };
    }
    let told = seen.map(|s| saw(ui, "seen-alone", claim, s));
    let why = told.or_else(|| Some(ui.text("seen-only", &[])));
    Explained { why, more: vec![ui.text("seen-no-rule", &[])] }
}

/// A probability as people say it: "about 7 in 10".
pub fn in_ten(ui: &Ui, probability: f64) -> String {
    ui.text("in-ten", &[("n", (probability * 10.0).round().clamp(0.0, 10.0).into())])
}

/// How sure the model is of the kind and of what the claim mainly says, and which words weighed.
fn saw(ui: &Ui, id: &str, claim: &Claim, seen: &Seen) -> String {
    let mut parts = vec![ui.text(id, &[("sure", in_ten(ui, seen.sure).into())])];
    parts.extend(seen.value.map(|value| {
        let what = ui.quote(&main_value(ui, &claim.body));
        ui.text("seen-value", &[("what", what.into()), ("sure", in_ten(ui, value).into())])
    }));
    let words: Vec<String> = seen.words.iter().map(|word| ui.quote(&quiet(word))).collect();
    if !words.is_empty() {
        parts.push(ui.text("seen-words", &[("words", ui.list(&words).into())]));
    }
    ui.clauses(&parts)
}

/// A word of a report without controls, which would act on a terminal.
fn quiet(word: &str) -> String {
    word.chars().filter(|c| !c.is_control()).collect()
}

fn main_value(ui: &Ui, body: &Body) -> String {
    match body {
        Body::Violence { act, .. } => ui.label(*act),
        Body::Toll { outcome, .. } => ui.label(*outcome),
        Body::Meeting { status, .. } => ui.label(*status),
        Body::Statement { speech_act, .. } => ui.label(*speech_act),
        Body::Truce { event, .. } => ui.label(*event),
        Body::Commitment { what, .. } => ui.label(*what),
    }
}
