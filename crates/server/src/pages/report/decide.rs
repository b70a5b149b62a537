//! What people decide of a claim: it says so, it does not, or it says something else.

use hudna::facts::FiledDecision;
use hudna::model::FiledClaim;
use serde_json::{Value, json};

use super::claim::{self, summary};
use super::options::usual;
use crate::desk::Ctx;
use crate::fault::Fault;
use crate::pages::review::told::copied;
use crate::pages::shared::href;
use crate::reply::Reply;

/// `POST /claims/{id}`.
pub fn decide(ctx: &Ctx<'_>) -> Result<Reply, Fault> {
    let (report, id) = find(ctx, ctx.ask.param("id"))?;
    let decision = ctx.ask.field("decision").unwrap_or("");
    if !matches!(decision, "confirm" | "refuse" | "correct") {
        return Err(Fault::bad("w-core-form"));
    }
    let (field, value) = (ctx.ask.field("field"), ctx.ask.field("value").unwrap_or("none"));
    fresh(ctx, &report, &id, &yours(ctx, decision, field, value))?;
    let (why, copies) = (why(ctx, decision), copies(ctx, &id));
    let done = ctx.act(&why, |desk| match (decision, field) {
        ("correct", Some(field)) => desk.correct(&id, field, &known(desk, field, value)),
        ("correct", None) => Err(hudna::Told::error("told-no-reason", &[])),
        (other, _) => {
            let done = desk.rule(other, &id)?;
            for copy in &copies {
                desk.rule(other, copy)?;
            }
            Ok(done)
        }
    })?;
    let usual = format!("{}#{id}", href(&report));
    Ok(ctx.done(&ctx.ask.next(&usual), "w-core-done", Some(done.entry)))
}

/// Copies of one origin are decided with the one that the queue shows; elsewhere each by itself.
fn copies(ctx: &Ctx<'_>, id: &str) -> Vec<String> {
    if !ctx.ask.next("").starts_with("/review") {
        return Vec::new();
    }
    let s = ctx.situation();
    let told = claim::incident(ctx, id).map(|i| copied(s, i)).unwrap_or_default();
    told.into_iter().find(|(first, _)| first == id).map_or_else(Vec::new, |(_, rest)| rest)
}

/// The reason chosen and written; where there is none, the usual one of the decision.
pub fn why(ctx: &Ctx<'_>, kind: &str) -> String {
    let told: Vec<&str> = ["preset", "why"].iter().filter_map(|n| ctx.ask.field(n)).collect();
    if told.is_empty() { usual(ctx.say(), kind) } else { told.join(" – ") }
}

/// The report of a claim and the claim's id now, if whoever asks may see the report.
fn find(ctx: &Ctx<'_>, id: &str) -> Result<(String, String), Fault> {
    let facts = &ctx.snap.facts;
    let unknown = || Fault::unknown(id, "unknown-claim");
    let report = match ctx.situation().claims.get(id) {
        Some(filed) => filed.report.clone(),
        None => facts.report_of(id).ok_or_else(unknown)?,
    };
    super::seen(ctx, &report)?;
    Ok((report, facts.claim_now(id).unwrap_or_else(|| id.to_owned())))
}

/// A place or party named in words is meant by its id, where one alone bears the name.
pub fn known(desk: &hudna::decide::Desk<'_>, field: &str, value: &str) -> String {
    let s = &desk.situation;
    let told = hudna::model::text::fold(value);
    let bears = |name: &hudna::model::Bilingual| {
        [&name.ar, &name.en].iter().any(|n| hudna::model::text::fold(n) == told)
    };
    let mut found: Vec<&String> = match field {
        "place" => s.places.values().filter(|p| bears(&p.name)).map(|p| &p.id).collect(),
        _ => s.parties.values().filter(|p| bears(&p.name)).map(|p| &p.id).collect(),
    };
    match (found.pop(), found.is_empty()) {
        (Some(id), true) => id.clone(),
        _ => value.to_owned(),
    }
}

fn yours(ctx: &Ctx<'_>, decision: &str, field: Option<&str>, value: &str) -> String {
    let say = ctx.say();
    let what = say.text(&format!("decision-{decision}"), &[]);
    match field.filter(|_| decision == "correct") {
        Some(field) => format!("{what} ({}: {value})", claim::field_label(say, field)),
        None => what,
    }
}

/// Nobody overwrites what they have not seen: what was decided of the claim since the form was made
/// is shown beside what was about to be.
fn fresh(ctx: &Ctx<'_>, report: &str, id: &str, yours: &str) -> Result<(), Fault> {
    let Some(version) = ctx.ask.field("version").and_then(|v| v.parse::<u64>().ok()) else {
        return Ok(());
    };
    let rulings = claim::rulings(ctx, report);
    let theirs = rulings.get(id).and_then(|all| all.last()).filter(|d| d.entry >= version);
    match theirs {
        Some(theirs) => Err(Fault::conflict(conflict(ctx, report, id, theirs, yours))),
        None => Ok(()),
    }
}

fn conflict(ctx: &Ctx<'_>, report: &str, id: &str, theirs: &FiledDecision, yours: &str) -> Value {
    let (say, s) = (ctx.say(), ctx.situation());
    let told = say.text(&format!("decision-{}", theirs.record.decision), &[]);
    let told = match &theirs.record.field {
        Some(field) => format!("{told} ({})", claim::field_label(say, field)),
        None => told,
    };
    let title = s.claims.get(id).map(|f: &FiledClaim| summary(say, s, &f.claim));
    let hidden = ctx.ask.again(ctx.snap.facts.size);
    json!({
        "about": {
            "id": id, "href": format!("{}#{id}", href(report)),
            "title": title.unwrap_or_else(|| id.to_owned()),
        },
        "theirs": {
            "by": theirs.by, "at": theirs.received, "entry": theirs.entry,
            "version": ctx.snap.facts.size,
        },
        "fields": [{
            "name": "decision", "text": say.text("w-core-decided", &[]), "before": null,
            "theirs": told, "yours": yours, "same": told == yours, "clash": told != yours,
        }],
        "action": ctx.ask.path, "hidden": hidden, "must_reason": false,
    })
}
