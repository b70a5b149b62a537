//! One change as the page shows it.

use hudna::changes::Change;
use hudna::model::{CaseEntry, Due, Incident, Situation};
use hudna::rights::{Right, Role};
use serde::de::DeserializeOwned;
use serde_json::{Value, json};

use crate::desk::Ctx;
use crate::pages::said;
use crate::pages::shared::{href, party, place, title};
use crate::pages::why;

fn get<T: DeserializeOwned>(value: &Value) -> Option<T> {
    serde_json::from_value(value.clone()).ok()
}

/// The incident that a change is of, now or then.
fn incident<'s>(s: &'s Situation, change: &Change) -> Option<&'s Incident> {
    let id = &change.id;
    match change.kind {
        "toll_new" | "toll_revised" => {
            s.incidents.iter().find(|i| i.tolls.iter().any(|t| t.id == *id))
        }
        _ => s.incidents.iter().find(|i| i.id == *id),
    }
}

/// Whether the change is for whoever asks: of own areas alone for a monitor, of cases that are seen.
pub fn is_for(ctx: &Ctx<'_>, then: &Situation, change: &Change) -> bool {
    let (s, asker) = (ctx.situation(), &ctx.ask.asker);
    let monitor = asker.role == Role::Monitor;
    match change.kind {
        "area_state" => {
            let area = s.areas.iter().find(|a| a.id == change.id);
            asker.sees_area(area.map(|a| a.area.as_str()))
        }
        "case_step" => {
            let case = s.cases.iter().find(|c| c.id == change.id);
            ctx.may(Right::SeeCases) && case.is_some_and(|c| asker.sees_case(c))
        }
        "decision" => !monitor,
        kind if kind.starts_with("promise") || kind.starts_with("total") => true,
        _ => {
            let of = incident(s, change).or_else(|| incident(then, change));
            !monitor || of.is_some_and(|i| asker.sees_area(i.area.as_deref()))
        }
    }
}

/// What the template is given of a change.
pub fn item(ctx: &Ctx<'_>, change: &Change) -> Value {
    let mut out = json!({
        "href": href(&change.id), "id": change.id, "title": change.id, "area": null,
        "before": null, "after": null, "before_status": null, "after_status": null,
        "at": null, "who": null, "why": null, "entry": null,
    });
    match change.kind {
        "area_state" => area(ctx, change, &mut out),
        "case_step" => step(ctx, change, &mut out),
        "decision" => act(ctx, change, &mut out),
        kind if kind.starts_with("promise") => promise(ctx, change, &mut out),
        kind if kind.starts_with("toll") || kind.starts_with("total") => {
            toll(ctx, change, &mut out)
        }
        _ => of_incident(ctx, change, &mut out),
    }
    out
}

fn area(ctx: &Ctx<'_>, change: &Change, out: &mut Value) {
    let found = ctx.situation().areas.iter().find(|a| a.id == change.id);
    if let Some(a) = found {
        out["title"] = json!(ctx.say().pick(&a.name));
        out["href"] = json!(format!("/areas/{}", a.area));
    }
    out["id"] = Value::Null;
    out["before_status"] = change.before["status"].clone();
    out["after_status"] = change.after["status"].clone();
}

fn name(ctx: &Ctx<'_>, change: &Change, out: &mut Value) {
    let (say, s) = (ctx.say(), ctx.situation());
    match incident(s, change) {
        Some(i) => {
            out["title"] = json!(title(say, s, i));
            out["area"] = json!(i.area.as_ref().map(|id| place(say, s, Some(id), None)));
        }
        None => {
            let told = if change.after.is_object() { &change.after } else { &change.before };
            let (at, words) = (told["place"].as_str(), told["place_text"].as_str());
            out["title"] = json!(place(say, s, at, words));
        }
    }
}

fn of_incident(ctx: &Ctx<'_>, change: &Change, out: &mut Value) {
    name(ctx, change, out);
    let say = ctx.say();
    let ids = |value: &Value| {
        let all: Vec<&str> = value.as_array()?.iter().filter_map(Value::as_str).collect();
        Some(all.join(" + "))
    };
    match change.kind {
        "corroboration" => {
            out["before_status"] = change.before.clone();
            out["after_status"] = change.after.clone();
        }
        "verdict" => {
            out["before_status"] = change.before["verdict"].clone();
            out["after_status"] = change.after["verdict"].clone();
        }
        "merged" => {
            out["before"] = json!(ids(&change.before));
            out["after"] = json!(change.id);
        }
        "split" => {
            out["before"] = json!(change.id);
            out["after"] = json!(ids(&change.after));
        }
        "incident_gone" => {
            out["before"] = json!(say.text("w-registers-told", &[]));
            out["after"] = json!(say.text("change-incident-gone", &[]));
            out["href"] = json!("/incidents");
        }
        _ => {
            let support = change.after["corroboration"].as_str().unwrap_or_default();
            out["after"] = json!(say.label("corroboration", support));
        }
    }
}

fn toll(ctx: &Ctx<'_>, change: &Change, out: &mut Value) {
    let say = ctx.say();
    name(ctx, change, out);
    let of = incident(ctx.situation(), change);
    out["href"] = json!(format!("/why/{}", change.id));
    let side = |value: &Value| {
        let n = |key: &str| value[key].as_u64().and_then(|n| u32::try_from(n).ok());
        let figure = why::toll_figure(say, n("low")?, n("best")?, n("high")?);
        let outcome = say.label("outcome", value["outcome"].as_str()?);
        Some(hudna_brief::bidi::plain(&format!("{outcome}: {figure}")))
    };
    if of.is_none() {
        let told = place_of(ctx, &change.after);
        out["title"] = json!(told);
    }
    out["before"] = json!(side(&change.before));
    out["after"] = json!(side(&change.after));
}

/// Where a running total is told of.
fn place_of(ctx: &Ctx<'_>, told: &Value) -> String {
    let (say, s) = (ctx.say(), ctx.situation());
    match told["place"].as_str() {
        Some(id) => place(say, s, Some(id), None),
        None => say.text("w-why-running", &[]),
    }
}

fn promise(ctx: &Ctx<'_>, change: &Change, out: &mut Value) {
    let (say, s) = (ctx.say(), ctx.situation());
    let told = if change.after.is_object() { &change.after } else { &change.before };
    let who = told["who"].as_str();
    let who = who.map_or_else(|| say.text("p-who-unknown", &[]), |id| party(say, s, id));
    let what = say.label("task", told["what"].as_str().unwrap_or_default());
    out["title"] = json!(format!("{who}: {what}"));
    let side = |value: &Value| {
        let status = say.label("followup-status", value["status"].as_str()?);
        let due: Option<Due> = get(&value["due"]);
        let day = due.and_then(|d| d.end.or(d.start)).map(|day| say.day(&day));
        let parts: Vec<String> = [Some(status), day].into_iter().flatten().collect();
        Some(hudna_brief::bidi::plain(&say.list(&parts)))
    };
    out["before"] = json!(side(&change.before));
    out["after"] = json!(side(&change.after));
    if change.kind == "promise_gone" {
        out["after"] = json!(say.text("change-promise-gone", &[]));
    }
}

fn step(ctx: &Ctx<'_>, change: &Change, out: &mut Value) {
    let Some(entry) = get::<CaseEntry>(&change.after) else { return };
    out["title"] = json!(said::step(ctx.say(), &entry.step));
    out["at"] = json!(entry.at);
    out["who"] = json!(entry.by);
    out["why"] = json!(entry.note);
    out["entry"] = json!(entry.entry);
}

fn act(ctx: &Ctx<'_>, change: &Change, out: &mut Value) {
    let entry = change.after["entry"].as_u64();
    let found = ctx.snap.facts.acts.iter().find(|a| Some(a.entry) == entry);
    let Some(act) = found else { return };
    let line = said::line(ctx, act);
    out["title"] = line["what"].clone();
    out["href"] = json!(format!("/ledger/{}", act.entry));
    out["id"] = Value::Null;
    for name in ["at", "who", "why", "entry"] {
        out[name] = line[name].clone();
    }
}
