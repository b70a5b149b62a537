//! What people enter of an incident: that it is another's, its parts, findings, pleas, a case.

use hudna::model::{Found, Incident, Relation};
use serde_json::json;

use super::{acts, find, found_text};
use crate::desk::Ctx;
use crate::fault::Fault;
use crate::pages::said;
use crate::pages::shared::{href, title};
use crate::reply::Reply;

/// The reason that was chosen and written.
///
/// # Errors
/// None was given.
pub fn reason(ctx: &Ctx<'_>) -> Result<String, Fault> {
    let parts: Vec<&str> = ["preset", "why"].iter().filter_map(|n| ctx.ask.field(n)).collect();
    if parts.is_empty() {
        return Err(hudna::Told::error("told-no-reason", &[]).into());
    }
    Ok(parts.join(" – "))
}

/// Nobody overwrites what they have not seen: what was entered on the incident since the form was
/// made is shown beside what was about to be.
///
/// # Errors
/// Something was entered since.
fn fresh(ctx: &Ctx<'_>, i: &Incident, field: &str, yours: &str) -> Result<(), Fault> {
    let Some(version) = ctx.ask.field("version").and_then(|v| v.parse::<u64>().ok()) else {
        return Ok(());
    };
    let (say, s) = (ctx.say(), ctx.situation());
    let Some(theirs) =
        acts(ctx, i).into_iter().rev().find(|a| a.entry >= version && a.undone.is_none())
    else {
        return Ok(());
    };
    let told = said::said(say, &theirs.record);
    let hidden = ctx.ask.again(ctx.snap.facts.size);
    Err(Fault::conflict(json!({
        "about": { "id": i.id, "href": href(&i.id), "title": title(say, s, i) },
        "theirs": {
            "by": theirs.by, "at": theirs.received, "entry": theirs.entry,
            "version": ctx.snap.facts.size,
        },
        "fields": [{
            "name": field, "text": say.text("w-core-decided", &[]), "before": null,
            "theirs": told, "yours": yours, "same": told == yours, "clash": told != yours,
        }],
        "action": ctx.ask.path, "hidden": hidden, "must_reason": false,
    })))
}

pub(super) fn link(ctx: &Ctx<'_>) -> Result<Reply, Fault> {
    let i = find(ctx, ctx.ask.param("id"))?;
    let other = find(ctx, ctx.ask.field("other").unwrap_or(""))?;
    let told = ctx.ask.field("relation").unwrap_or("").replace('-', "_");
    let relation: Relation =
        serde_json::from_value(json!(told)).map_err(|_| Fault::bad("w-core-form"))?;
    fresh(ctx, i, "relation", &ctx.say().label("pairing", relation.as_str()))?;
    let done = ctx.act(&reason(ctx)?, |desk| desk.pair(relation, &i.id, &other.id))?;
    // What was one of two is now one, perhaps under the other's id: the address finds it.
    Ok(ctx.done(&ctx.ask.next(&href(&i.id)), "w-core-done", Some(done.entry)))
}

pub(super) fn part(ctx: &Ctx<'_>) -> Result<Reply, Fault> {
    let i = find(ctx, ctx.ask.param("id"))?;
    fresh(ctx, i, "part", &ctx.say().label("pairing", "different"))?;
    let (a, b) = (ctx.ask.field("a").unwrap_or(""), ctx.ask.field("b").unwrap_or(""));
    let done = ctx.act(&reason(ctx)?, |desk| desk.pair(Relation::Different, a, b))?;
    Ok(ctx.done(&ctx.ask.next(&href(&i.id)), "w-core-done", Some(done.entry)))
}

pub(super) fn finding(ctx: &Ctx<'_>) -> Result<Reply, Fault> {
    let i = find(ctx, ctx.ask.param("id"))?;
    let told = json!(ctx.ask.field("finding").unwrap_or(""));
    let found: Found = serde_json::from_value(told).map_err(|_| Fault::bad("w-core-form"))?;
    fresh(ctx, i, "finding", &found_text(ctx.say(), found))?;
    let done = ctx.act(&reason(ctx)?, |desk| desk.found(found, &i.id))?;
    Ok(ctx.done(&href(&i.id), "w-core-done", Some(done.entry)))
}

pub(super) fn plea(ctx: &Ctx<'_>) -> Result<Reply, Fault> {
    let i = find(ctx, ctx.ask.param("id"))?;
    let (exception, by) =
        (ctx.ask.field("exception").unwrap_or(""), ctx.ask.field("party").unwrap_or(""));
    let done = ctx.act(&reason(ctx)?, |desk| desk.plead(&i.id, exception, by, &[], &[]))?;
    Ok(ctx.done(&href(&i.id), "w-core-done", Some(done.entry)))
}

pub(super) fn open_case(ctx: &Ctx<'_>) -> Result<Reply, Fault> {
    let i = find(ctx, ctx.ask.param("id"))?;
    let done = ctx.act(&reason(ctx)?, |desk| desk.open_case(&i.id))?;
    Ok(ctx.done(&href(&i.id), "w-core-done", Some(done.entry)))
}
