//! What changed between two times: the difference of two pictures.

use std::collections::{BTreeMap, BTreeSet};

use hudna_model::{AreaState, Case, FollowUp, Incident, Moment, Outcome, Situation, Toll, Victims};
use serde::Serialize;
use serde_json::{Value, json};

/// One change. `kind` says what `before` and `after` hold; either may be null.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Change {
    /// `area_state`, `incident_new`, `incident_gone`, `merged`, `split`, `toll_new`,
    /// `toll_revised`, `total_new`, `total_revised`, `corroboration`, `verdict`, `case_step`,
    /// `promise_new`, `promise_gone`, `promise_slipped`, `promise_status`, `decision`, `undone`.
    pub kind: &'static str,
    /// Id of what changed.
    pub id: String,
    /// What it was.
    pub before: Value,
    /// What it is.
    pub after: Value,
}

fn change(kind: &'static str, id: &str, before: Value, after: Value) -> Change {
    Change { kind, id: id.to_owned(), before, after }
}

/// Everything that is otherwise now than then, areas first.
pub fn changes(then: &Situation, now: &Situation) -> Vec<Change> {
    let mut out = Vec::new();
    areas(then, now, &mut out);
    incidents(then, now, &mut out);
    totals(&then.aggregates, &now.aggregates, &mut out);
    now.cases.iter().for_each(|case| steps(case, then.as_of, &mut out));
    promises(then, now, &mut out);
    out
}

fn areas(then: &Situation, now: &Situation, out: &mut Vec<Change>) {
    let before: BTreeMap<&str, &AreaState> =
        then.areas.iter().map(|a| (a.area.as_str(), a)).collect();
    let told = |a: &AreaState| json!({ "status": a.status, "ratio": a.ratio });
    for area in &now.areas {
        let was = before.get(area.area.as_str());
        if was.is_none_or(|was| was.status != area.status) {
            let was = was.map_or(Value::Null, |a| told(a));
            out.push(change("area_state", &area.id, was, told(area)));
        }
    }
}

/// Incidents are the same that share a claim.
fn incidents(then: &Situation, now: &Situation, out: &mut Vec<Change>) {
    let (of_then, of_now) = (by_claim(&then.incidents), by_claim(&now.incidents));
    for incident in &now.incidents {
        let was = sharing(incident, &of_then);
        match was.as_slice() {
            [] => out.push(change("incident_new", &incident.id, Value::Null, told(incident))),
            [one] => revised(one, incident, out),
            several => {
                let ids: Vec<&str> = several.iter().map(|i| i.id.as_str()).collect();
                out.push(change("merged", &incident.id, json!(ids), told(incident)));
            }
        }
    }
    for incident in &then.incidents {
        match sharing(incident, &of_now).as_slice() {
            [] => out.push(change("incident_gone", &incident.id, told(incident), Value::Null)),
            [_] => {}
            several => {
                let ids: Vec<&str> = several.iter().map(|i| i.id.as_str()).collect();
                out.push(change("split", &incident.id, told(incident), json!(ids)));
            }
        }
    }
}

type ByClaim<'s> = BTreeMap<&'s str, &'s Incident>;

fn by_claim(incidents: &[Incident]) -> ByClaim<'_> {
    incidents.iter().flat_map(|i| i.claims.iter().map(move |c| (c.as_str(), i))).collect()
}

fn sharing<'s>(incident: &Incident, others: &ByClaim<'s>) -> Vec<&'s Incident> {
    let mut seen = BTreeSet::new();
    let all = incident.claims.iter().filter_map(|c| others.get(c.as_str()));
    all.filter(|i| seen.insert(i.id.as_str())).copied().collect()
}

fn told(incident: &Incident) -> Value {
    json!({
        "days": incident.days, "place": incident.place, "place_text": incident.place_text,
        "acts": incident.acts, "corroboration": incident.corroboration,
    })
}

/// What else is told of an incident that was there then.
fn revised(was: &Incident, is: &Incident, out: &mut Vec<Change>) {
    if was.corroboration != is.corroboration {
        let (before, after) = (json!(was.corroboration), json!(is.corroboration));
        out.push(change("corroboration", &is.id, before, after));
    }
    let verdicts = |i: &Incident| {
        let all = i.judgements.iter();
        all.map(|j| ((j.obligation.clone(), j.window.clone()), j.verdict)).collect()
    };
    let (before, after): (BTreeMap<_, _>, BTreeMap<_, _>) = (verdicts(was), verdicts(is));
    for ((obligation, window), verdict) in &after {
        let former = before.get(&(obligation.clone(), window.clone()));
        if former != Some(verdict) {
            let of = |v| json!({ "obligation": obligation, "window": window, "verdict": v });
            let before = former.map_or(Value::Null, |v| of(*v));
            out.push(change("verdict", &is.id, before, of(*verdict)));
        }
    }
    tolls(&was.tolls, &is.tolls, ["toll_new", "toll_revised"], out);
}

fn totals(was: &[Toll], is: &[Toll], out: &mut Vec<Change>) {
    tolls(was, is, ["total_new", "total_revised"], out);
}

fn tolls(was: &[Toll], is: &[Toll], kinds: [&'static str; 2], out: &mut Vec<Change>) {
    type Key<'t> = (Outcome, Victims, Option<&'t str>);
    fn key(t: &Toll) -> Key<'_> {
        (t.outcome, t.victims, t.place.as_deref())
    }
    let former: BTreeMap<Key<'_>, &Toll> = was.iter().map(|t| (key(t), t)).collect();
    let figures = |t: &Toll| {
        json!({
            "outcome": t.outcome, "victims": t.victims, "place": t.place,
            "low": t.low, "best": t.best, "high": t.high,
        })
    };
    for toll in is {
        match former.get(&key(toll)) {
            None => out.push(change(kinds[0], &toll.id, Value::Null, figures(toll))),
            Some(old) if (old.low, old.best, old.high) != (toll.low, toll.best, toll.high) => {
                out.push(change(kinds[1], &toll.id, figures(old), figures(toll)));
            }
            Some(_) => {}
        }
    }
}

/// Steps taken since, with what they say: replies, findings and all the others.
fn steps(case: &Case, since: Moment, out: &mut Vec<Change>) {
    let new = case.steps.iter().filter(|s| s.at > since);
    out.extend(new.map(|s| change("case_step", &case.id, Value::Null, json!(s))));
}

fn promises(then: &Situation, now: &Situation, out: &mut Vec<Change>) {
    let shares = |a: &FollowUp, b: &FollowUp| a.claims.iter().any(|c| b.claims.contains(c));
    let told =
        |f: &FollowUp| json!({ "who": f.who, "what": f.what, "status": f.status, "due": f.due });
    for promise in &now.follow_ups {
        let Some(was) = then.follow_ups.iter().find(|f| shares(f, promise)) else {
            out.push(change("promise_new", &promise.id, Value::Null, told(promise)));
            continue;
        };
        if promise.former.len() > was.former.len() {
            out.push(change("promise_slipped", &promise.id, told(was), told(promise)));
        } else if promise.status != was.status {
            out.push(change("promise_status", &promise.id, told(was), told(promise)));
        }
    }
    for was in &then.follow_ups {
        if !now.follow_ups.iter().any(|f| shares(f, was)) {
            out.push(change("promise_gone", &was.id, told(was), Value::Null));
        }
    }
}

/// What people decided since, and what was undone since.
pub fn acts(facts: &crate::facts::Facts, since: Moment) -> Vec<Change> {
    let new = facts.acts.iter().filter(|a| a.received > since);
    new.map(|act| {
        let told = json!({
            "by": act.by, "at": act.received, "record": act.record, "undone": act.undone,
        });
        change("decision", &format!("#{}", act.entry), Value::Null, told)
    })
    .collect()
}
