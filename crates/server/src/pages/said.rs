//! What people entered, in a reader's words.

use hudna::acts::Act;
use hudna::model::CaseStep;
use hudna::record::Record;
use serde_json::{Value, json};

use super::shared::href;
use crate::desk::Ctx;
use crate::say::Say;

/// What an entry says.
pub fn said(say: &Say, record: &Record) -> String {
    match record {
        Record::Decision(d) => {
            let what = say.text(&format!("decision-{}", d.decision), &[]);
            match (&d.field, d.value.as_ref().map(plain)) {
                (Some(field), Some(value)) => format!("{what} ({field}: {value})"),
                _ => what,
            }
        }
        Record::Pair(p) => say.label("pairing", p.relation.as_str()),
        Record::Finding(f) => {
            let found = serde_json::to_value(f.found).unwrap_or_default();
            say.label("found", found.as_str().unwrap_or_default())
        }
        Record::Plea(p) => {
            let what = say.text("act-plea", &[]);
            format!("{what} ({})", say.list(&[p.party.clone(), p.exception.clone()]))
        }
        Record::Case(c) => step(say, &c.step),
        Record::Promise(p) => say.text(&format!("board-{}", p.change.name()), &[]),
        Record::Grade(g) => {
            let number = g.credibility.map_or(String::new(), |n| n.to_string());
            format!("{} {}{number}", say.text("grade", &[]), g.grade)
        }
        Record::NoName(n) => {
            let what = say.text(&format!("noname-{}", n.not.name()), &[]);
            let quoted = |form: &str| say.text("quoted", &[("a", form.into())]);
            let forms: Vec<String> = n.forms.iter().map(|f| quoted(&f.form)).collect();
            format!("{} {what}", say.list(&forms))
        }
        other => say.text(&format!("act-{}", other.kind()), &[]),
    }
}

/// A corrected value in short: the id or name where it is a thing.
fn plain(value: &Value) -> String {
    let short = ["party", "id", "start"].iter().find_map(|k| value[*k].as_str());
    short.or(value.as_str()).map_or_else(|| value.to_string(), str::to_owned)
}

/// A step of a case.
pub fn step(say: &Say, step: &CaseStep) -> String {
    say.label("step", step.name())
}

/// The reason given.
pub fn why(say: &Say, record: &Record) -> String {
    match record {
        Record::Decision(d) => say.pick(&d.why),
        Record::Question(q) => say.pick(&q.text),
        Record::Counts(c) => say.pick(&c.source),
        Record::Answer(a) => a.text.clone(),
        other => {
            let json = serde_json::to_value(other).unwrap_or_default();
            json["why"].as_str().unwrap_or_default().to_owned()
        }
    }
}

/// An act as a line of a feed.
pub fn line(ctx: &Ctx<'_>, act: &Act) -> Value {
    let say = ctx.say();
    let expunged = ctx.snap.facts.is_expunged(act);
    let (what, why) = match expunged {
        true => (say.text("act-expunged", &[]), String::new()),
        false => (said(say, &act.record), why(say, &act.record)),
    };
    let on = match &act.record {
        Record::Case(c) => Some(href(&c.case)),
        _ => None,
    };
    json!({
        "at": act.received, "who": act.by, "what": what, "why": (!why.is_empty()).then_some(why),
        "href": on, "entry": act.entry, "undone": act.undone,
    })
}
