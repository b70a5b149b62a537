//! What is otherwise than when one last looked.

mod items;

use std::collections::BTreeMap;
use std::sync::Arc;

use hudna::changes::{Change, changes};
use hudna::facts::Facts;
use hudna::model::{Moment, Situation};
use hudna::record::Record;
use hudna::rights::Right;
use serde_json::{Value, json};

use crate::desk::Ctx;
use crate::fault::Fault;
use crate::form;
use crate::reply::Reply;
use crate::routes::Route;

/// Routes.
pub const ROUTES: &[Route] = &[
    Route::get("/changes", Right::SeeIncidents, page),
    Route::post("/changes/seen", Right::Own, seen),
];

/// Kinds of changes, the gravest first.
const KINDS: [&str; 17] = [
    "area_state",
    "verdict",
    "toll_revised",
    "total_revised",
    "merged",
    "split",
    "corroboration",
    "case_step",
    "promise_slipped",
    "promise_status",
    "incident_new",
    "incident_gone",
    "toll_new",
    "total_new",
    "promise_new",
    "promise_gone",
    "decision",
];
/// Items of a kind beside others, and alone.
const FEW: usize = 8;
const MANY: usize = 500;
const DAY: i64 = 24 * 3600;
const WEEK: i64 = 7 * DAY;

/// From when on it is told.
struct Since {
    /// What was chosen: `last`, `day`, `week`, or else.
    chosen: &'static str,
    /// Then.
    at: Moment,
    /// So many entries were there; none where the time alone counts.
    size: Option<u64>,
}

fn page(ctx: &Ctx<'_>) -> Result<Reply, Fault> {
    let last = last_look(ctx)?;
    let since = since(ctx, last)?;
    let all = told(ctx, &since)?;
    let only = ctx.ask.asked("kind").filter(|k| KINDS.contains(k));
    let mut groups: BTreeMap<usize, Vec<&Change>> = BTreeMap::new();
    for change in &all {
        let at = KINDS.iter().position(|k| *k == change.kind);
        groups.entry(at.unwrap_or(KINDS.len())).or_default().push(change);
    }
    let kinds = groups.into_iter().filter_map(|(at, of)| Some((*KINDS.get(at)?, of)));
    let kinds = kinds.filter(|(kind, _)| only.is_none_or(|only| only == *kind));
    let groups: Vec<Value> =
        kinds.map(|(kind, of)| group(ctx, kind, &of, only.is_some())).collect();
    let shown: usize = groups.iter().filter_map(|g| g["items"].as_array()).map(Vec::len).sum();
    ctx.page(
        "changes.html.jinja",
        json!({
            "since": since.at, "last_look": last.map(|size| looked(ctx, size)),
            "since_day": since.at.day().to_string(), "choices": choices(ctx, &since, last.is_some()),
            "groups": groups, "page": { "shown": shown, "total": all.len() }, "overtaken": [],
            "size": ctx.snap.facts.size,
        }),
    )
}

/// How many entries there were when whoever asks marked everything as seen.
fn last_look(ctx: &Ctx<'_>) -> Result<Option<u64>, Fault> {
    let Some(owner) = ctx.ask.owner() else { return Ok(None) };
    Ok(ctx.desk.live.people.last_visit(owner)?)
}

/// The last receipt among the first entries.
fn looked(ctx: &Ctx<'_>, size: u64) -> Moment {
    let facts = &ctx.snap.facts;
    let reports = facts.reports.values().filter(|r| r.entry < size).map(|r| r.received);
    let acts = facts.acts.iter().filter(|a| a.entry < size).map(|a| a.received);
    reports.chain(acts).max().unwrap_or(facts.as_of)
}

fn since(ctx: &Ctx<'_>, last: Option<u64>) -> Result<Since, Fault> {
    let as_of = ctx.snap.situation.as_of;
    let ago = |chosen, seconds: i64| Since { chosen, at: as_of.plus_seconds(-seconds), size: None };
    let asked = ctx.ask.asked("since").unwrap_or(if last.is_some() { "last" } else { "day" });
    match (asked, last) {
        ("last", Some(size)) => {
            Ok(Since { chosen: "last", at: looked(ctx, size), size: Some(size) })
        }
        ("week", _) => Ok(ago("week", WEEK)),
        ("day" | "last", _) => Ok(ago("day", DAY)),
        (told, _) => {
            let day = told.parse::<jiff::civil::Date>().ok().filter(|_| told.len() == 10);
            let at = day.map(|day| as_of.midnight_of(day)).or_else(|| told.parse().ok());
            let at = at.ok_or_else(|| Fault::bad("w-core-as-of"))?;
            Ok(Since { chosen: "", at, size: None })
        }
    }
}

fn choices(ctx: &Ctx<'_>, since: &Since, looked: bool) -> Vec<Value> {
    let all = [("last", "w-changes-last"), ("day", "w-changes-day"), ("week", "w-changes-week")];
    let shown = all.into_iter().filter(|(name, _)| looked || *name != "last");
    shown
        .map(|(name, id)| {
            let href = format!("/changes?since={name}");
            json!({ "href": href, "text": ctx.say().text(id, &[]), "active": since.chosen == name })
        })
        .collect()
}

/// Everything that is otherwise, as far as it is for whoever asks.
fn told(ctx: &Ctx<'_>, since: &Since) -> Result<Vec<Change>, Fault> {
    let now = &ctx.snap;
    let nothing = match since.size {
        Some(size) => size >= now.facts.size,
        None => since.at >= now.situation.as_of,
    };
    if nothing {
        return Ok(Vec::new());
    }
    let then: Arc<Situation> = match since.size {
        Some(size) => {
            let store = ctx.desk.live.store()?;
            let facts = Facts::of_first(&store, size, None)?;
            let head = now.situation.head.clone();
            Arc::new(hudna::derive::picture(&facts, &now.data, head)?)
        }
        None => Arc::clone(&ctx.desk.live.at(since.at)?.situation),
    };
    let mut all = changes(&then, &now.situation);
    if since.size.is_some() {
        // Steps are told by their time, which may lie before the look at which they were not there.
        all.retain(|c| c.kind != "case_step");
        all.extend(steps(&then, &now.situation));
    }
    all.extend(acts(ctx, since));
    all.retain(|c| items::is_for(ctx, &then, c));
    Ok(all)
}

/// Steps of cases that were not there then.
fn steps(then: &Situation, now: &Situation) -> Vec<Change> {
    let known = |entry| then.cases.iter().flat_map(|c| &c.steps).any(|s| s.entry == entry);
    let of = |case: &hudna::model::Case| {
        let new = case.steps.iter().filter(|s| !known(s.entry));
        let id = case.id.clone();
        new.map(|s| Change {
            kind: "case_step",
            id: id.clone(),
            before: Value::Null,
            after: json!(s),
        })
        .collect::<Vec<_>>()
    };
    now.cases.iter().flat_map(of).collect()
}

/// What people entered since; people and modes are told on their own page.
fn acts(ctx: &Ctx<'_>, since: &Since) -> Vec<Change> {
    let new = |act: &&hudna::acts::Act| match since.size {
        Some(size) => act.entry >= size,
        None => act.received > since.at,
    };
    let shown = |act: &&hudna::acts::Act| {
        !act.record.is_changed() && !matches!(act.record, Record::Case(_))
    };
    let all = ctx.snap.facts.acts.iter().filter(new).filter(shown);
    all.map(|act| {
        let after = json!({ "entry": act.entry });
        let id = format!("#{}", act.entry);
        Change { kind: "decision", id, before: Value::Null, after }
    })
    .collect()
}

fn group(ctx: &Ctx<'_>, kind: &str, of: &[&Change], alone: bool) -> Value {
    let most = if alone { MANY } else { FEW };
    let items: Vec<Value> = of.iter().take(most).map(|c| items::item(ctx, c)).collect();
    let mut pairs = ctx.ask.query.clone();
    pairs.retain(|(n, _)| n != "kind");
    pairs.push(("kind".to_owned(), kind.to_owned()));
    let more = (of.len() > most && !alone).then(|| format!("/changes?{}", form::query(&pairs)));
    json!({ "kind": kind, "n": of.len(), "more": more, "items": items })
}

/// Everything shown was seen: what comes later is told next time.
fn seen(ctx: &Ctx<'_>) -> Result<Reply, Fault> {
    let owner = ctx.ask.owner().ok_or_else(|| Fault::bad("w-core-form"))?;
    let size = ctx.ask.field("size").and_then(|n| n.parse::<u64>().ok());
    let size = size.unwrap_or(ctx.snap.facts.size).min(ctx.snap.facts.size);
    ctx.desk.live.people.visit(owner, size)?;
    Ok(ctx.done("/changes", "w-registers-seen", None))
}
