//! The examples inside frame and scope files, held against what the reader reads.

use std::collections::BTreeMap;

use hudna_model::{Claim, Report};
use serde_json::Value;

use crate::choose::How;
use crate::doc::Doc;
use crate::pack::frames::{Frame, Scope};
use crate::pack::{DataError, LangPack, Pack};
use crate::reader::read_so;

/// The day on which every example is published, a Tuesday.
const PUBLISHED: &str = "2016-05-03";

/// Reads every `yes` and `no` of all frames and scope rules of the pack.
///
/// A `yes` of a frame must give, by rules alone, a claim of the frame's kind with the attributes
/// named; a `no` must in the end give no claim by that frame. A `yes` of a scope rule must hold one of its cues, a `no`
/// must not. Each fault names the rule and the sentence.
pub fn check_examples(pack: &Pack) -> Vec<DataError> {
    let mut out = Vec::new();
    for (code, lang) in &pack.langs {
        for frame in &lang.frames {
            frame_faults(pack, code, frame, &mut out);
        }
        for (index, scope) in lang.scopes.iter().enumerate() {
            scope_faults(pack, (code, lang), (index, scope), &mut out);
        }
    }
    out
}

fn frame_faults(pack: &Pack, code: &str, frame: &Frame, out: &mut Vec<DataError>) {
    let file = format!("lang/{code}/frames/{}", frame.id.replace('.', "/"));
    let mut fault = |what: String| {
        let remedy = "correct the frame, its words or the example";
        out.push(DataError::new(&file, 0, what, remedy));
    };
    for shape in &frame.shapes {
        for yes in &shape.yes {
            let claims = claims(pack, code, &yes.t, true);
            let of_kind = || claims.iter().filter(|c| c.body.kind() == frame.kind);
            if !of_kind().any(|c| has(c, &yes.want)) {
                let read: Vec<String> = of_kind().map(|c| describe(c, &yes.want)).collect();
                let read = if read.is_empty() { "no such claim".into() } else { read.join("; ") };
                fault(format!("shape \"{}\": \"{}\" gives {read}", shape.name, yes.t));
            }
        }
        for no in &shape.no {
            let by_it = |c: &Claim| c.rule.split('#').next() == Some(frame.id.as_str());
            if let Some(claim) = claims(pack, code, no, false).iter().find(|c| by_it(c)) {
                let words = &claim.evidence.text;
                fault(format!("shape \"{}\": \"{no}\" is read: \"{words}\"", shape.name));
            }
        }
    }
}

fn scope_faults(
    pack: &Pack,
    (code, lang): (&str, &LangPack),
    (index, scope): (usize, &Scope),
    out: &mut Vec<DataError>,
) {
    let file = format!("lang/{code}/scope/{}", scope.id);
    let mut fault = |what: String| {
        let remedy = "correct the cues or the example";
        out.push(DataError::new(&file, 0, what, remedy));
    };
    let cued = |text: &str| {
        let doc = Doc::new(pack, lang, text, None);
        doc.mentions.iter().chain(&doc.cues).any(|m| m.scopes().any(|s| s == index))
    };
    for yes in scope.yes.iter().filter(|t| !cued(t)) {
        fault(format!("no cue is seen in \"{yes}\""));
    }
    for no in scope.no.iter().filter(|t| cued(t)) {
        fault(format!("a cue is seen in \"{no}\""));
    }
}

fn claims(pack: &Pack, code: &str, text: &str, by_rules: bool) -> Vec<Claim> {
    let report = Report {
        text: text.to_owned(),
        lang: Some(code.to_owned()),
        published: Some(PUBLISHED.to_owned()),
        ..Report::default()
    };
    read_so(&report, pack, How { by_rules, ..How::default() }).0.claims
}

/// Whether the claim has all attributes; of a name or place the words decide.
fn has(claim: &Claim, want: &BTreeMap<String, toml::Value>) -> bool {
    let Ok(row) = serde_json::to_value(claim) else { return false };
    want.iter().all(|(key, value)| {
        let told = word_of(&row[key.as_str()]);
        match value {
            toml::Value::String(s) => told.as_str().is_some_and(|t| t == s),
            toml::Value::Integer(n) => told.as_i64() == Some(*n),
            toml::Value::Boolean(b) => told.as_bool() == Some(*b),
            _ => false,
        }
    })
}

fn word_of(value: &Value) -> &Value {
    match value {
        Value::Object(map) => map.get("text").or(map.get("start")).unwrap_or(value),
        other => other,
    }
}

fn describe(claim: &Claim, want: &BTreeMap<String, toml::Value>) -> String {
    let row = serde_json::to_value(claim).unwrap_or_default();
    let told = want.keys().map(|k| format!("{k} = {}", word_of(&row[k.as_str()])));
    told.collect::<Vec<_>>().join(", ")
}
