//! The list of incidents: one result set as table, cards, map or timeline; saved searches.

use std::collections::BTreeMap;

use hudna::model::{Incident, Situation};
use hudna::rights::Right;
use hudna::search::{Facet, Found, Query};
use serde_json::{Value, json};

use super::shared::{self, place};
use crate::desk::Ctx;
use crate::fault::Fault;
use crate::form;
use crate::reply::Reply;
use crate::routes::Route;

/// Routes.
pub const ROUTES: &[Route] = &[
    Route::get("/incidents", Right::SeeIncidents, list),
    Route::post("/searches", Right::Own, save),
    Route::post("/searches/drop", Right::Own, drop_search),
];

const VIEWS: [&str; 4] = ["table", "cards", "map", "timeline"];
const SORTS: [(&str, &str); 3] = [("newest", "new"), ("deaths", "harm"), ("oldest", "day")];
/// Items on a page of each view.
const PER: &str = "25";
/// Options of a filter that are shown.
const OPTIONS: usize = 24;

/// A filter: parameter, name in messages, how it is asked, kind of its labels.
const FILTERS: &[(&str, &str, &str, &str)] = &[
    ("q", "words", "words", ""),
    ("area", "area", "checks", "place"),
    ("from", "days", "days", ""),
    ("act", "act", "checks", "act"),
    ("verdict", "verdict", "checks", "verdict"),
    ("corroboration", "corroboration", "checks", "corroboration"),
    ("actor", "actor", "select", "party"),
    ("target", "target", "select", "party"),
    ("place", "place", "select", "place"),
    ("term", "term", "select", "term"),
    ("source", "source", "select", "source"),
    ("deaths_min", "deaths", "number", ""),
    ("origins_min", "origins", "number", ""),
    ("reviewed", "reviewed", "select", "w-core-review"),
    ("confirmed", "confirmed", "select", "w-core-yes-no"),
    ("case", "case", "select", "case"),
    ("precision", "precision", "select", "level"),
    ("flag", "flag", "select", "flag"),
];

/// The query of the address, without what is for the page alone; a monitor sees own areas.
pub fn query(ctx: &Ctx<'_>) -> Result<Query, Fault> {
    let aside = ["as_of", "ui", "format"];
    let told = ctx.ask.query.iter().filter(|(n, v)| !aside.contains(&n.as_str()) && !v.is_empty());
    Ok(Query::parse(own_areas(ctx, told.cloned().collect()))?)
}

/// What is asked for, of own areas alone where somebody sees no others.
pub fn own_areas(ctx: &Ctx<'_>, mut pairs: Vec<(String, String)>) -> Vec<(String, String)> {
    let asker = &ctx.ask.asker;
    if asker.role == hudna::rights::Role::Monitor {
        let own = |v: &str| asker.areas.iter().any(|a| a == v);
        pairs.retain(|(n, v)| n != "area" || own(v));
        if !pairs.iter().any(|(n, _)| n == "area") {
            let all = asker.areas.iter().map(|a| ("area".to_owned(), a.clone()));
            pairs.extend(all);
        }
    }
    pairs
}

/// Places and parties are told by their names, everything else by its label.
pub fn named(ctx: &Ctx<'_>, kind: &str, value: &str) -> String {
    let s = ctx.situation();
    match kind {
        "place" if value == "none" => ctx.say().text("w-core-no-place", &[]),
        "term" => {
            let term = s.agreement.obligation(value);
            term.map_or_else(|| value.to_owned(), |o| ctx.say().pick(&o.text))
        }
        "place" | "party" | "source" => crate::render::label(ctx.say(), &ctx.snap, kind, value),
        "case" if value == "yes" || value == "no" => ctx.say().label("w-core-yes-no", value),
        "case" => ctx.say().label("step", value),
        "level" if value == "unknown" => ctx.say().label("w-core-level", value),
        kind => ctx.say().label(kind, value),
    }
}

fn list(ctx: &Ctx<'_>) -> Result<Reply, Fault> {
    let (say, s) = (ctx.say(), ctx.situation());
    let view = ctx.ask.asked("view").filter(|v| VIEWS.contains(v)).unwrap_or("table");
    let mut asked = query(ctx)?;
    if ctx.ask.asked("per").is_none() {
        let mut pairs = asked.pairs();
        pairs.push(("per".to_owned(), PER.to_owned()));
        asked = Query::parse(pairs)?;
    }
    let found = ctx.index().incidents(s, &asked);
    let rows: Vec<Value> = found.positions.iter().map(|at| row(ctx, &s.incidents[*at])).collect();
    let sort = ctx.ask.asked("sort").unwrap_or("newest");
    let sorts: Vec<Value> = SORTS
        .iter()
        .map(|(value, id)| {
            let text = say.text(&format!("w-incidents-sort-{id}"), &[]);
            json!({ "value": value, "text": text, "selected": *value == sort })
        })
        .collect();
    let views: Vec<Value> = VIEWS
        .iter()
        .map(|v| {
            let text = say.text(&format!("w-incidents-view-{v}"), &[]);
            json!({ "href": with(ctx, "/incidents", "view", Some(v)), "text": text, "active": *v == view })
        })
        .collect();
    let (timeline, day_list) = match view {
        "timeline" => {
            (super::timeline::view(ctx, &found.days, &beyond_days(ctx)), day_list(ctx, &found))
        }
        _ => (Value::Null, Vec::new()),
    };
    ctx.page(
        "incidents.html.jinja",
        json!({
            "view": view, "views": views, "saved": saved(ctx)?, "active": active(ctx),
            "clear": "/incidents", "filters": filters(ctx, &found), "sorts": sorts,
            "keep": [{ "name": "view", "value": view }],
            "page": pager(ctx, "/incidents", &found), "rows": rows,
            "map_svg": if view == "map" { super::pictures::incidents(ctx, &found) } else { None },
            "map_coarse": coarse(s, &found), "timeline": timeline, "day_list": day_list,
            "exports": exports(ctx),
        }),
    )
}

fn exports(ctx: &Ctx<'_>) -> Vec<Value> {
    let one = |(format, text): (&str, &str)| {
        let mut pairs = ctx.ask.query.clone();
        pairs.retain(|(n, _)| !["view", "page", "per"].contains(&n.as_str()));
        pairs.push(("format".to_owned(), format.to_owned()));
        json!({ "href": format!("/api/v1/incidents?{}", form::query(&pairs)), "text": text })
    };
    [("json", "JSON"), ("csv", "CSV"), ("geojson", "GeoJSON"), ("atom", "Atom")].map(one).to_vec()
}

/// The address with another value of a parameter, on its first page.
pub fn with(ctx: &Ctx<'_>, path: &str, name: &str, value: Option<&str>) -> String {
    let mut pairs = ctx.ask.query.clone();
    pairs.retain(|(n, _)| n != name && n != "page");
    pairs.extend(value.map(|v| (name.to_owned(), v.to_owned())));
    address(path, &pairs)
}

fn address(path: &str, pairs: &[(String, String)]) -> String {
    if pairs.is_empty() { path.to_owned() } else { format!("{path}?{}", form::query(pairs)) }
}

/// Which part of how many is shown, and where the others are.
pub fn pager(ctx: &Ctx<'_>, path: &str, found: &Found) -> Value {
    let at = |page: usize| {
        let mut pairs = ctx.ask.query.clone();
        pairs.retain(|(n, _)| n != "page");
        pairs.push(("page".to_owned(), page.to_string()));
        address(path, &pairs)
    };
    json!({
        "shown": found.positions.len(), "total": found.total,
        "from": (found.page - 1) * found.per + 1,
        "prev": (found.page > 1).then(|| at(found.page - 1)),
        "next": (found.page < found.pages()).then(|| at(found.page + 1)),
    })
}

fn row(ctx: &Ctx<'_>, i: &Incident) -> Value {
    let (say, s) = (ctx.say(), ctx.situation());
    let mut row = shared::row(ctx, i);
    let case = s.cases.iter().find(|c| c.incident.as_deref() == Some(&i.id));
    let case = case
        .filter(|c| ctx.ask.asker.sees_case(c))
        .map(|c| json!({ "id": c.id, "href": shared::href(&c.id), "stage": c.stage.as_str() }));
    row["place"] = json!(place(say, s, i.place.as_deref(), i.place_text.as_deref()));
    row["area"] = json!(place(say, s, i.area.as_deref(), None));
    row["denied"] = json!(!i.denials.is_empty());
    row["case"] = json!(case);
    row["fresh"] = json!(false);
    row
}

/// Filters in force, each with the address without it.
fn active(ctx: &Ctx<'_>) -> Vec<Value> {
    let say = ctx.say();
    let mut out = Vec::new();
    for (at, (name, value)) in ctx.ask.query.iter().enumerate() {
        let known = FILTERS.iter().find(|f| f.0 == name || (f.0 == "from" && name == "to"));
        let Some((_, id, kind, labels)) = known.filter(|_| !value.trim().is_empty()) else {
            continue;
        };
        let text = match *kind {
            "checks" | "select" => named(ctx, labels, value),
            "days" => say.day(value),
            _ => value.clone(),
        };
        let mut pairs = ctx.ask.query.clone();
        pairs.remove(at);
        pairs.retain(|(n, _)| n != "page");
        let name = match (*kind, name.as_str()) {
            ("days", end) => say.text(&format!("w-incidents-{end}"), &[]),
            _ => say.text(&format!("w-incidents-f-{id}"), &[]),
        };
        out.push(
            json!({ "text": format!("{name}: {text}"), "href": address("/incidents", &pairs) }),
        );
    }
    out
}

fn filters(ctx: &Ctx<'_>, found: &Found) -> Vec<Value> {
    let facets: BTreeMap<&str, &Facet> = found.facets.iter().map(|f| (f.field, f)).collect();
    let value = |name: &str| ctx.ask.asked(name).unwrap_or("").to_owned();
    let one = |(name, id, kind, labels): &(&str, &str, &str, &str)| {
        let text = ctx.say().text(&format!("w-incidents-f-{id}"), &[]);
        let open = ctx.ask.asked(name).is_some() || matches!(*name, "q" | "area" | "verdict");
        let mut view = json!({ "name": name, "text": text, "kind": kind, "open": open });
        match *kind {
            "checks" | "select" => {
                view["options"] = json!(options(ctx, name, labels, facets.get(name).copied()));
                view["any"] = json!(ctx.say().text("w-incidents-any", &[]));
            }
            "days" => {
                view["from"] = json!(value("from"));
                view["to"] = json!(value("to"));
            }
            _ => {
                view["value"] = json!(value(name));
                view["hint"] = Value::Null;
            }
        }
        view
    };
    FILTERS.iter().map(one).collect()
}

fn options(ctx: &Ctx<'_>, name: &str, labels: &str, facet: Option<&Facet>) -> Vec<Value> {
    let chosen = |v: &str| ctx.ask.query.iter().any(|(n, x)| n == name && x == v);
    let all = facet.map_or(&[][..], |f| &f.values);
    let shown = all.iter().enumerate().filter(|(n, (v, _))| *n < OPTIONS || chosen(v));
    shown
        .map(|(_, (value, count))| {
            json!({
                "value": value, "text": named(ctx, labels, value), "count": count,
                "selected": chosen(value),
            })
        })
        .collect()
}

/// The rows of a page by their first day, newest first.
fn day_list(ctx: &Ctx<'_>, found: &Found) -> Vec<Value> {
    let s = ctx.situation();
    let mut by_day: BTreeMap<&str, Vec<Value>> = BTreeMap::new();
    for i in found.positions.iter().map(|at| &s.incidents[*at]) {
        if let Some((first, _)) = &i.days {
            by_day.entry(first).or_default().push(row(ctx, i));
        }
    }
    let day = |(day, rows): (&str, Vec<Value>)| {
        let pairs =
            [beyond_days(ctx), vec![("from".into(), day.into()), ("to".into(), day.into())]];
        let all = found.days.iter().find(|d| d.day == day);
        let n = all.map_or(rows.len(), hudna::search::DayBar::total);
        json!({ "day": day, "n": n, "href": address("/incidents", &pairs.concat()), "rows": rows })
    };
    by_day.into_iter().rev().map(day).collect()
}

/// What is asked for beside days and page.
fn beyond_days(ctx: &Ctx<'_>) -> Vec<(String, String)> {
    let mut pairs = ctx.ask.query.clone();
    pairs.retain(|(n, _)| !["from", "to", "page"].contains(&n.as_str()));
    pairs
}

/// How many of the page's incidents are known by a district or more alone.
fn coarse(s: &Situation, found: &Found) -> usize {
    use hudna::model::PlaceLevel::{Country, District, Governorate, Region};
    let wide = |i: &Incident| {
        let place = i.place.as_ref().and_then(|id| s.places.get(id));
        place.is_none_or(|p| matches!(p.level, District | Governorate | Region | Country))
    };
    found.positions.iter().filter(|at| wide(&s.incidents[**at])).count()
}

/// Searches that were saved, with how many they find now.
fn saved(ctx: &Ctx<'_>) -> Result<Vec<Value>, Fault> {
    let Some(owner) = ctx.ask.owner() else { return Ok(Vec::new()) };
    let here = ctx.ask.query_string();
    let mut out = Vec::new();
    for search in ctx.desk.live.people.searches(owner)? {
        let pairs = form::pairs(&search.query).into_iter();
        let count = Query::parse(pairs).map(|q| ctx.index().count(ctx.situation(), &q));
        out.push(json!({
            "href": format!("/incidents?{}", search.query), "text": search.name,
            "count": count.unwrap_or(0), "fresh": 0, "active": search.query == here,
        }));
    }
    Ok(out)
}

fn save(ctx: &Ctx<'_>) -> Result<Reply, Fault> {
    let owner = ctx.ask.owner().ok_or_else(|| Fault::bad("w-core-form"))?;
    let (name, query) = (ctx.ask.field("name").unwrap_or(""), ctx.ask.field("query").unwrap_or(""));
    Query::parse(form::pairs(query))?;
    ctx.desk.live.people.save_search(owner, name, query)?;
    Ok(ctx.done(&format!("/incidents?{query}"), "w-core-saved", None))
}

fn drop_search(ctx: &Ctx<'_>) -> Result<Reply, Fault> {
    let owner = ctx.ask.owner().ok_or_else(|| Fault::bad("w-core-form"))?;
    ctx.desk.live.people.drop_search(owner, ctx.ask.field("name").unwrap_or(""))?;
    Ok(ctx.done(&ctx.ask.next("/incidents"), "w-core-dropped", None))
}
