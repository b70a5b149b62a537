//! What is claimed of an incident: fields against those who claim, the copies of one origin told once.

use std::collections::BTreeMap;

use hudna::model::{Body, FiledClaim, Incident, Name, Origin, Outcome, Situation};
use serde_json::{Value, json};

use crate::desk::Ctx;
use crate::pages::overview::words_lang;
use crate::pages::shared::{self, both, party, place, source};
use crate::say::Say;

pub(super) fn origin_name(say: &Say, s: &Situation, origin: &Origin) -> String {
    match origin.id.split_once(':') {
        Some(("party", id)) => party(say, s, id),
        Some(("report", id)) => {
            s.reports.get(id).map_or_else(|| id.to_owned(), |r| source(say, s, &r.source))
        }
        Some((_, name)) => name.to_owned(),
        None => origin.id.clone(),
    }
}

pub(super) fn claimants(ctx: &Ctx<'_>, i: &Incident) -> Vec<Value> {
    let (say, s) = (ctx.say(), ctx.situation());
    let one = |o: &Origin| {
        let grades = o.reports.iter().filter_map(|r| grade(s, s.reports.get(r)?.source.as_str()));
        let reports: Vec<Value> = o
            .reports
            .iter()
            .enumerate()
            .filter_map(|(n, id)| {
                let report = s.reports.get(id)?;
                Some(json!({
                    "id": id, "href": format!("/r/{id}"), "copy": n > 0,
                    "source": source(say, s, &report.source),
                }))
            })
            .collect();
        json!({
            "id": o.id, "name": origin_name(say, s, o), "why": both(&o.why),
            "grade": grades.min(), "reports": reports,
        })
    };
    i.origins.iter().map(one).collect()
}

pub(super) fn grade(s: &Situation, source: &str) -> Option<char> {
    s.sources.get(source).map(|x| x.grade)
}

/// Position of the origin that a claim comes from.
fn origin_of(s: &Situation, i: &Incident, filed: &FiledClaim) -> Option<usize> {
    let named = filed.claim.attributed_to.as_ref();
    let party = named.and_then(|n| n.party.as_ref()).map(|id| format!("party:{id}"));
    let rows = i.tolls.iter().flat_map(|t| &t.rows).find(|r| r.claim == filed.claim.id);
    let by = |id: &str| i.origins.iter().position(|o| o.id == id);
    let told = rows.and_then(|r| by(&r.origin)).or_else(|| by(&party?));
    let name = || {
        let text = hudna::model::text::fold(&named?.text);
        i.origins.iter().position(|o| {
            o.id.strip_prefix("name:").is_some_and(|n| text.contains(n) || n.contains(&text))
        })
    };
    let report = || by(&format!("report:{}", filed.report));
    let holds = || i.origins.iter().position(|o| o.reports.contains(&filed.report));
    let _ = s;
    told.or_else(name).or_else(report).or_else(holds)
}

struct Said {
    value: String,
    words: String,
}

/// What a claim says of a field.
type Field = fn(&Say, &Situation, &FiledClaim) -> Option<Said>;

fn name_said(say: &Say, s: &Situation, name: Option<&Name>) -> Option<Said> {
    let name = name?;
    let value = name.party.as_deref().map_or_else(|| name.text.clone(), |id| party(say, s, id));
    Some(Said { value, words: name.text.clone() })
}

fn act_said(say: &Say, _: &Situation, f: &FiledClaim) -> Option<Said> {
    let Body::Violence { act, .. } = &f.claim.body else { return None };
    Some(Said { value: say.label("act", act.as_str()), words: f.claim.evidence.text.clone() })
}

fn actor_said(say: &Say, s: &Situation, f: &FiledClaim) -> Option<Said> {
    let Body::Violence { actor, .. } = &f.claim.body else { return None };
    name_said(say, s, actor.as_ref())
}

fn target_said(say: &Say, s: &Situation, f: &FiledClaim) -> Option<Said> {
    let Body::Violence { target, .. } = &f.claim.body else { return None };
    name_said(say, s, target.as_ref())
}

fn place_said(say: &Say, s: &Situation, f: &FiledClaim) -> Option<Said> {
    let told = f.claim.place.as_ref()?;
    let value = place(say, s, told.id.as_deref(), Some(&told.text));
    Some(Said { value, words: told.text.clone() })
}

fn day_said(say: &Say, _: &Situation, f: &FiledClaim) -> Option<Said> {
    let date = f.claim.date.as_ref()?;
    let start = date.start.clone();
    let value = match &date.end {
        Some(end) => say.days(&start, end),
        None => say.day(&start),
    };
    Some(Said { value, words: date.words.clone() })
}

fn toll_said(outcome: Outcome, say: &Say, f: &FiledClaim) -> Option<Said> {
    let Body::Toll { outcome: told, low, high, cumulative: false, .. } = &f.claim.body else {
        return None;
    };
    (*told == outcome)
        .then(|| Said { value: figure(say, *low, *high), words: f.claim.evidence.text.clone() })
}

fn killed_said(say: &Say, _: &Situation, f: &FiledClaim) -> Option<Said> {
    toll_said(Outcome::Killed, say, f)
}

fn hurt_said(say: &Say, _: &Situation, f: &FiledClaim) -> Option<Said> {
    toll_said(Outcome::Injured, say, f)
}

/// A figure as its source gives it.
pub fn figure(say: &Say, low: Option<u32>, high: Option<u32>) -> String {
    let number = |n: u32| say.number(f64::from(n));
    match (low, high) {
        (Some(low), Some(high)) if low == high => number(low),
        (Some(low), Some(high)) => format!("{}–{}", number(low), number(high)),
        (Some(low), None) => say.text("count-at-least", &[("count", number(low).into())]),
        (None, Some(high)) => say.text("count-at-most", &[("count", number(high).into())]),
        (None, None) => say.text("unknown", &[]),
    }
}

const FIELDS: [(&str, Field); 7] = [
    ("act", act_said),
    ("actor", actor_said),
    ("target", target_said),
    ("place", place_said),
    ("day", day_said),
    ("killed", killed_said),
    ("injured", hurt_said),
];

pub(super) fn fields(ctx: &Ctx<'_>, i: &Incident) -> Vec<Value> {
    FIELDS.iter().filter_map(|(name, said)| field(ctx, i, name, *said)).collect()
}

/// A row: what is shown, and what each origin says, the same told twice once.
fn field(ctx: &Ctx<'_>, i: &Incident, name: &str, told: Field) -> Option<Value> {
    let (say, s) = (ctx.say(), ctx.situation());
    let mut cells: Vec<BTreeMap<String, Value>> = vec![BTreeMap::new(); i.origins.len()];
    let mut values: BTreeMap<String, usize> = BTreeMap::new();
    for id in i.claims.iter().chain(&i.denials) {
        let Some(filed) = s.claims.get(id) else { continue };
        let (Some(at), Some(said)) = (origin_of(s, i, filed), told(say, s, filed)) else {
            continue;
        };
        *values.entry(said.value.clone()).or_default() += 1;
        let cell = &mut cells[at];
        if let Some(known) = cell.get_mut(&said.value) {
            known["copies"] = json!(known["copies"].as_u64().unwrap_or(0) + 1);
            continue;
        }
        let grade = grade(s, &filed.source).unwrap_or('F');
        let credible = if filed.reviewed { "2" } else { "" };
        let value = json!({
            "value": said.value, "words": (!said.words.is_empty()).then_some(&said.words),
            "lang": words_lang(&said.words), "claim": id, "grade": format!("{grade}{credible}"),
            "modality": filed.claim.modality.as_str(), "reviewed": filed.reviewed,
            "refused": false, "copies": 0,
        });
        cell.insert(said.value, value);
    }
    if values.is_empty() {
        return None;
    }
    let shown = shown(ctx, i, name, &values);
    let cells: Vec<Vec<&Value>> = cells.iter().map(|c| c.values().collect()).collect();
    let method = match name {
        "killed" | "injured" => None,
        _ => Some(
            say.text("n-origins", &[("n", cells.iter().filter(|c| !c.is_empty()).count().into())]),
        ),
    };
    Some(json!({
        "name": say.text(name, &[]), "shown": shown, "method": method,
        "contested": name != "act" && values.len() > 1, "cells": cells,
    }))
}

fn shown(ctx: &Ctx<'_>, i: &Incident, name: &str, values: &BTreeMap<String, usize>) -> String {
    let (say, s) = (ctx.say(), ctx.situation());
    let outcome = |o| shared::worst(i, o).map(|t| t.best);
    let names = |all: &[(String, Vec<String>)]| {
        all.iter().map(|(id, _)| party(say, s, id)).collect::<Vec<_>>().join(" / ")
    };
    let told = match name {
        "act" => say.list(&i.acts.iter().map(|a| say.label("act", a.as_str())).collect::<Vec<_>>()),
        "actor" => names(&i.actors),
        "target" => names(&i.targets),
        "place" => place(say, s, i.place.as_deref(), i.place_text.as_deref()),
        "day" => i.days.as_ref().map_or(String::new(), |(a, b)| say.days_uncertain(a, b)),
        "killed" => outcome(Outcome::Killed).map_or(String::new(), |n| say.number(n.into())),
        _ => outcome(Outcome::Injured).map_or(String::new(), |n| say.number(n.into())),
    };
    let most = || values.iter().max_by_key(|(_, n)| **n).map(|(v, _)| v.clone());
    if told.is_empty() { most().unwrap_or_default() } else { told }
}

// ---- tolls and judgements ----
