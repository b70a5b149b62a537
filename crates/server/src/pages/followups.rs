//! What was promised: the board, the table, the calendar; one promise.

mod calendar;
pub mod one;
mod promise;

use std::collections::BTreeMap;

use hudna::model::{FollowUp, FollowUpStatus, Situation, Standing};
use hudna::rights::{Asker, Right};
use hudna::search::{FollowQuery, MOST_PER, areas_of};
use serde_json::{Value, json};

use self::promise::view;
use super::incidents::with;
use super::shared::party;
use crate::desk::Ctx;
use crate::fault::Fault;
use crate::form;
use crate::reply::Reply;
use crate::routes::Route;

/// Routes.
pub const ROUTES: &[Route] = &[
    Route::get("/followups", Right::SeeAreas, list),
    Route::get("/followups.ics", Right::SeeAreas, ics),
    Route::get("/followups/{id}", Right::SeeAreas, one::page),
    Route::post("/followups/{id}", Right::FollowUp, one::change),
];

const VIEWS: [&str; 3] = ["board", "table", "calendar"];
const SORTS: [&str; 4] = ["due", "who", "status", "last"];
/// Columns of the board with the standings that they hold.
const COLUMNS: [(&str, &[&str]); 5] = [
    ("undated", &["undated"]),
    ("due", &["due", "partly"]),
    ("overdue", &["overdue"]),
    ("done", &["done", "done_late"]),
    ("dropped", &["dropped"]),
];
/// Cards of a column that are shown.
const CARDS: usize = 12;
/// Rows on a page of the table.
const PER: usize = 50;
/// Parameters that the engine's query takes.
const ASKED: [&str; 10] =
    ["q", "status", "who", "to", "area", "owner", "no_date", "overdue", "due_from", "due_to"];

/// The name of a standing.
fn status(f: &FollowUp) -> String {
    let word = serde_json::to_value(f.status).unwrap_or_default();
    word.as_str().unwrap_or_default().to_owned()
}

/// Whether whoever asks sees the promise: a monitor those of own areas.
pub fn sees(s: &Situation, asker: &Asker, f: &FollowUp) -> bool {
    let areas = areas_of(s, f);
    asker.sees_area(None) || areas.iter().any(|a| asker.sees_area(Some(a)))
}

/// The promises that the address asks for, in its order.
fn asked<'c>(ctx: &'c Ctx<'_>) -> Result<Vec<&'c FollowUp>, Fault> {
    let s = ctx.situation();
    let known = |(n, v): &&(String, String)| ASKED.contains(&n.as_str()) && !v.trim().is_empty();
    let mut pairs: Vec<(String, String)> = ctx.ask.query.iter().filter(known).cloned().collect();
    pairs.push(("per".to_owned(), MOST_PER.to_string()));
    let query = FollowQuery::parse(pairs)?;
    let mut out = Vec::new();
    let first = ctx.index().follow_ups(s, &query);
    for page in 1..=first.pages() {
        let found = ctx.index().follow_ups(s, &query.on_page(page));
        out.extend(found.positions.iter().map(|at| &s.follow_ups[*at]));
    }
    let standing = ctx.ask.asked("standing");
    out.retain(|f| sees(s, &ctx.ask.asker, f) && standing.is_none_or(|x| f.standing.as_str() == x));
    sort(ctx, &mut out);
    Ok(out)
}

fn sort(ctx: &Ctx<'_>, all: &mut [&FollowUp]) {
    let last = |f: &FollowUp| f.due.end.clone().or(f.due.start.clone()).unwrap_or("~".into());
    match ctx.ask.asked("sort") {
        Some("due") => all.sort_by_key(|f| last(f)),
        Some("who") => all.sort_by(|a, b| (&a.who, a.what).cmp(&(&b.who, b.what))),
        Some("last") => all.sort_by_key(|f| std::cmp::Reverse(f.last_told)),
        _ => {}
    }
}

fn list(ctx: &Ctx<'_>) -> Result<Reply, Fault> {
    let say = ctx.say();
    let view_name = ctx.ask.asked("view").filter(|v| VIEWS.contains(v)).unwrap_or("board");
    let all = asked(ctx)?;
    let views: Vec<Value> = VIEWS
        .iter()
        .map(|v| {
            let text = say.text(&format!("w-followups-view-{v}"), &[]);
            json!({ "href": with(ctx, "/followups", "view", Some(v)), "text": text, "active": *v == view_name })
        })
        .collect();
    let at = ctx.ask.asked("page").and_then(|p| p.parse::<usize>().ok()).unwrap_or(1);
    let at = at.clamp(1, all.len().div_ceil(PER).max(1));
    let rows: Vec<Value> = match view_name {
        "table" => all.iter().skip((at - 1) * PER).take(PER).map(|f| view(ctx, f)).collect(),
        _ => Vec::new(),
    };
    let query = ctx.ask.query_string();
    let month = if view_name == "calendar" { calendar::month(ctx, &all) } else { Value::Null };
    ctx.page(
        "followups.html.jinja",
        json!({
            "lead": lead(ctx), "view": view_name, "views": views, "filters": filters(ctx),
            "columns": columns(ctx, &all), "sort": sorts(ctx), "month": month,
            "page": pager(ctx, at, all.len(), rows.len()), "rows": rows,
            "ics_href": format!("/followups.ics?{query}"),
            "csv_href": format!("/api/v1/followups?format=csv&{query}"),
        }),
    )
}

/// Numbers of what is open, whatever the address narrows.
fn lead(ctx: &Ctx<'_>) -> Value {
    let s = ctx.situation();
    let open: Vec<&FollowUp> = s
        .follow_ups
        .iter()
        .filter(|f| !f.status.is_closed() && sees(s, &ctx.ask.asker, f))
        .collect();
    let of = |status| open.iter().filter(|f| f.status == status).count();
    json!({
        "total": open.len(), "undated": of(FollowUpStatus::Undated),
        "overdue": of(FollowUpStatus::Overdue),
        "nobody": open.iter().filter(|f| f.owner.is_none()).count(),
    })
}

fn columns(ctx: &Ctx<'_>, all: &[&FollowUp]) -> Vec<Value> {
    let one = |(key, holds): &(&str, &[&str])| {
        let of: Vec<&&FollowUp> =
            all.iter().filter(|f| holds.contains(&status(f).as_str())).collect();
        let mut pairs = ctx.ask.query.clone();
        pairs.retain(|(n, _)| n != "view" && n != "status" && n != "page");
        pairs.push(("view".to_owned(), "table".to_owned()));
        pairs.extend(holds.iter().map(|h| ("status".to_owned(), (*h).to_owned())));
        let more = format!("/followups?{}", form::query(&pairs));
        json!({
            "key": key, "n": of.len(), "more": (of.len() > CARDS).then_some(more),
            "items": of.iter().take(CARDS).map(|f| view(ctx, f)).collect::<Vec<_>>(),
        })
    };
    COLUMNS.iter().map(one).collect()
}

fn sorts(ctx: &Ctx<'_>) -> Vec<Value> {
    let now = ctx.ask.asked("sort").unwrap_or("status");
    let one = |key: &&str| {
        let dir = (*key == now).then_some(if now == "last" { "descending" } else { "ascending" });
        json!({ "key": key, "href": with(ctx, "/followups", "sort", Some(key)), "dir": dir })
    };
    SORTS.iter().map(one).collect()
}

fn pager(ctx: &Ctx<'_>, at: usize, total: usize, shown: usize) -> Value {
    let on = |page: usize| {
        let mut pairs = ctx.ask.query.clone();
        pairs.retain(|(n, _)| n != "page");
        pairs.push(("page".to_owned(), page.to_string()));
        format!("/followups?{}", form::query(&pairs))
    };
    json!({
        "shown": shown, "total": total, "from": (at - 1) * PER + 1,
        "prev": (at > 1).then(|| on(at - 1)), "next": (at * PER < total).then(|| on(at + 1)),
    })
}

/// What there is to narrow by.
fn filters(ctx: &Ctx<'_>) -> Value {
    let (say, s) = (ctx.say(), ctx.situation());
    let options = |name: &str, all: BTreeMap<String, String>| -> Vec<Value> {
        let chosen = |v: &str| ctx.ask.query.iter().any(|(n, x)| n == name && x == v);
        let one = |(text, value): (String, String)| json!({ "selected": chosen(&value), "value": value, "text": text });
        all.into_iter().map(one).collect()
    };
    let of = |get: &dyn Fn(&FollowUp) -> Option<String>, text: &dyn Fn(&str) -> String| {
        let all = s.follow_ups.iter().filter_map(get);
        all.map(|v| (text(&v), v)).collect::<BTreeMap<String, String>>()
    };
    let named = |id: &str| party(say, s, id);
    let standings = Standing::ALL.iter().map(|x| x.as_str().to_owned());
    json!({
        "q": ctx.ask.asked("q").unwrap_or(""),
        "who": options("who", of(&|f| f.who.clone(), &named)),
        "to": options("to", of(&|f| f.to.clone(), &named)),
        "owner": options("owner", of(&|f| f.owner.clone(), &str::to_owned)),
        "status": options("status", of(&|f| Some(status(f)), &|v| say.label("followup-status", v))),
        "standing": options("standing", standings.map(|v| (say.label("standing", &v), v)).collect()),
        "area": [],
    })
}

/// The calendar file of what the address asks for.
fn ics(ctx: &Ctx<'_>) -> Result<Reply, Fault> {
    let all = asked(ctx)?;
    let text = hudna_brief::outputs::ics::render(ctx.situation(), &all, ctx.say().lang);
    Ok(Reply::file("text/calendar; charset=utf-8", "hudna-followups.ics", text).tagged())
}
