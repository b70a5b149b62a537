//! Which numbers a sentence may hold: those of the things it cites, how many those are, how many
//! parts they have, and the sum of one field over them.

use std::collections::BTreeSet;

use hudna_brief::{Cite, CiteKind, Cites};
use hudna_model::Situation;
use serde_json::{Value, json};

/// Numbers in the words of the messages themselves: days of the method, and the name of the hash.
const FIXED: [&str; 3] = ["7", "42", "256"];

/// The numbers written in a text, without leading zeros.
pub fn of(text: &str) -> Vec<String> {
    let runs = text.split(|c: char| !c.is_ascii_alphanumeric() && c != '.');
    let digits = |run: &&str| run.starts_with(|c: char| c.is_ascii_digit());
    let number = |run: &str| run.trim_matches('.').parse::<f64>().ok().map(written);
    runs.filter(digits).filter_map(number).collect()
}

fn written(n: f64) -> String {
    format!("{n}")
}

/// The cited thing as it stands in the situation.
pub fn cited(s: &Situation, cite: &Cite) -> Option<Value> {
    let tolls = || s.incidents.iter().flat_map(|i| &i.tolls).chain(&s.aggregates);
    let value = |found: serde_json::Result<Value>| found.expect("the model is plain data");
    Some(match cite.kind {
        CiteKind::Claim => value(serde_json::to_value(s.claims.get(&cite.id)?)),
        CiteKind::Report => value(serde_json::to_value(s.reports.get(&cite.id)?)),
        CiteKind::Incident => {
            value(serde_json::to_value(s.incidents.iter().find(|i| i.id == cite.id)?))
        }
        CiteKind::Area => value(serde_json::to_value(s.areas.iter().find(|a| a.id == cite.id)?)),
        CiteKind::Toll => value(serde_json::to_value(tolls().find(|t| t.id == cite.id)?)),
        CiteKind::FollowUp => {
            value(serde_json::to_value(s.follow_ups.iter().find(|f| f.id == cite.id)?))
        }
        CiteKind::Counts => json!([s.counts_source, s.counts_notes]),
        CiteKind::Agreement => {
            let (_, part) = cite.id.split_once('#')?;
            let agreement = value(serde_json::to_value(&s.agreement));
            agreement.to_string().contains(&format!("\"{part}\"")).then_some(agreement)?
        }
        CiteKind::Ledger => value(serde_json::to_value(&s.head)),
    })
}

/// Every number that a sentence with these cites may hold.
pub fn known(s: &Situation, cites: &Cites) -> BTreeSet<String> {
    let mut known: BTreeSet<String> = FIXED.iter().map(|p| (*p).to_owned()).collect();
    known.extend(of(&s.as_of.to_string().replace('T', " ")));
    let things: Vec<Value> = cites.iter().filter_map(|c| cited(s, c)).collect();
    for thing in &things {
        collect(thing, &mut known);
    }
    known.extend(counts(cites, &things));
    known
}

/// How many things of each kind and status are cited, sums over them, and bounds.
fn counts(cites: &Cites, things: &[Value]) -> Vec<String> {
    let mut counts = Vec::new();
    for kind in cites.iter().map(|c| c.kind) {
        counts.push(cites.iter().filter(|c| c.kind == kind).count() as u64);
    }
    for status in ["due", "overdue", "undated", "done"] {
        counts.push(things.iter().filter(|t| t["status"] == status).count() as u64);
    }
    let single = |t: &&Value| t["origins"].as_array().is_some_and(|o| o.len() == 1);
    counts.push(things.iter().filter(single).count() as u64);
    counts.push(things.iter().filter(|t| undetermined(t)).count() as u64);
    // "more than 80" is how a figure of at least 81 is said.
    let rows = things.iter().flat_map(|t| t["rows"].as_array().into_iter().flatten());
    counts.extend(rows.filter_map(|r| r["low"].as_u64()?.checked_sub(1)));
    counts.push(things.iter().filter_map(|t| t["unread_harm"].as_u64()).sum());
    counts.push(things.iter().filter(|t| t["rows"][0]["grade"].is_string()).count() as u64);
    counts.into_iter().map(|n| n.to_string()).collect()
}

fn undetermined(thing: &Value) -> bool {
    let all = thing["judgements"].as_array().filter(|all| !all.is_empty());
    all.is_some_and(|all| all.iter().all(|j| j["verdict"] == "undetermined"))
}

fn collect(value: &Value, known: &mut BTreeSet<String>) {
    match value {
        Value::Number(n) => {
            let n = n.as_f64().unwrap_or_default();
            known.extend([n, n.round(), (n * 10.0).round() / 10.0].map(written));
        }
        Value::String(text) => known.extend(of(&text.replace('T', " "))),
        Value::Array(items) => {
            known.insert(items.len().to_string());
            items.iter().for_each(|item| collect(item, known));
        }
        Value::Object(fields) => fields.values().for_each(|field| collect(field, known)),
        Value::Null | Value::Bool(_) => {}
    }
}
