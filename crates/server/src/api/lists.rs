//! Lists that the engine searches: incidents, reports, follow-ups; and the figures of incidents.

use std::collections::BTreeMap;

use hudna::model::{FollowUp, Incident, Outcome, Situation, Toll};
use hudna::rights::{Right, Role, report_areas};
use hudna::search::{FollowQuery, Found, MOST_PER, Query, ReportQuery};
use serde_json::{Value, json};

use super::feeds;
use super::list::{self, ASIDE, Page, place_cells, value, word};
use super::{csv, geojson};
use crate::desk::Ctx;
use crate::fault::Fault;
use crate::pages::incidents::query;
use crate::pages::shared::{gravest, worst};
use crate::reply::Reply;

/// `GET /incidents`.
pub fn incidents(ctx: &Ctx<'_>) -> Result<Reply, Fault> {
    let form = list::format(ctx, &["json", "csv", "geojson", "atom"])?;
    let (s, q) = (&*ctx.snap.situation, own(ctx, query(ctx)?)?);
    ctx.index().knows(s, &q)?;
    if table(ctx, form)? {
        let all = ctx.index().positions(s, &q);
        let all: Vec<&Incident> = all.iter().map(|at| &s.incidents[*at]).collect();
        let page = Page { page: 1, per: all.len().max(1), total: all.len() };
        ctx.in_time()?;
        return Ok(written(ctx, s, form, page, &all));
    }
    let found = ctx.index().incidents(s, &q);
    let rows: Vec<&Incident> = found.positions.iter().map(|at| &s.incidents[*at]).collect();
    let page = Page::from(&found);
    if form != "json" {
        return Ok(written(ctx, s, form, page, &rows));
    }
    let items = rows.iter().map(|i| row(i)).collect();
    let aside = json!({ "of": found.of, "facets": found.facets, "days": found.days });
    Ok(list::whole(ctx, s, page, items, aside))
}

/// A monitor without areas would ask for everything.
fn own(ctx: &Ctx<'_>, q: Query) -> Result<Query, Fault> {
    let asker = &ctx.ask.asker;
    let nothing = asker.role == Role::Monitor && asker.areas.is_empty();
    Ok(if nothing { q.with("area", "none")?.with("id", "none")? } else { q })
}

/// An incident in a list: without the pairs that it was gathered by and the steps of judging it.
fn row(i: &Incident) -> Value {
    let mut out = value(i);
    if let Some(out) = out.as_object_mut() {
        out.remove("links");
        for judgement in
            out.get_mut("judgements").and_then(Value::as_array_mut).into_iter().flatten()
        {
            judgement.as_object_mut().map(|j| j.remove("trace"));
        }
        out.insert("href".to_owned(), json!(format!("/api/v1/incidents/{}", i.id)));
    }
    out
}

/// Whether a whole table is asked for; tables are taken away by whoever may.
fn table(ctx: &Ctx<'_>, form: &str) -> Result<bool, Fault> {
    let table = matches!(form, "csv" | "geojson");
    if table {
        ctx.let_in(Right::Export)?;
    }
    Ok(table && !list::paged(ctx))
}

fn written(ctx: &Ctx<'_>, s: &Situation, form: &str, page: Page, rows: &[&Incident]) -> Reply {
    let reply = match form {
        "csv" => {
            let text = csv::render(COLUMNS, rows.iter().map(|i| cells(s, i)));
            Reply::file("text/csv; charset=utf-8", "incidents.csv", text)
        }
        "geojson" => {
            let feature = |i: &&Incident| geojson::at(s, &i.id, i.place.as_deref(), properties(i));
            let features = rows.iter().map(feature).collect();
            let aside = list::told(ctx, s, page, rows.len());
            geo(&geojson::collection(features, aside))
        }
        _ => feeds::incidents(ctx, s, page, rows),
    };
    list::linked(ctx, page, reply).tagged()
}

/// GeoJSON as an answer.
pub fn geo(collection: &Value) -> Reply {
    Reply::new(200, "application/geo+json", collection.to_string())
}

fn properties(i: &Incident) -> Value {
    let deaths = worst(i, Outcome::Killed).map(|t| json!([t.low, t.best, t.high]));
    json!({
        "id": i.id, "acts": i.acts, "place": i.place, "place_text": i.place_text, "area": i.area,
        "days": i.days, "deaths": deaths, "origins": i.origins.len(), "verdict": gravest(i),
        "corroboration": i.corroboration, "confirmed": i.confirmed, "href": format!("/i/{}", i.id),
    })
}

const COLUMNS: &[csv::Column] = &[
    ("id", "#event+id"),
    ("from", "#date+start"),
    ("to", "#date+end"),
    ("area", "#adm1+id"),
    ("place", "#loc+id"),
    ("place_ar", "#loc+name+i_ar"),
    ("place_en", "#loc+name+i_en"),
    ("precision", "#loc+type"),
    ("lat", "#geo+lat"),
    ("lon", "#geo+lon"),
    ("acts", "#event+type"),
    ("actors", "#org+actor"),
    ("targets", "#org+target"),
    ("deaths_low", "#affected+killed+min"),
    ("deaths_best", "#affected+killed"),
    ("deaths_high", "#affected+killed+max"),
    ("origins", "#meta+origins"),
    ("corroboration", "#status+corroboration"),
    ("verdict", "#status+verdict"),
    ("confirmed", "#status+confirmed"),
];

fn cells(s: &Situation, i: &Incident) -> Vec<String> {
    let names = |all: &[(String, Vec<String>)]| {
        all.iter().map(|(name, _)| name.as_str()).collect::<Vec<_>>().join("; ")
    };
    let (from, to) = i.days.clone().unwrap_or_default();
    let acts: Vec<&str> = i.acts.iter().map(|a| a.as_str()).collect();
    let toll = worst(i, Outcome::Killed);
    let figure = |of: fn(&Toll) -> u32| toll.map_or(String::new(), |t| of(t).to_string());
    let mut out = vec![i.id.clone(), from, to, i.area.clone().unwrap_or_default()];
    out.extend(place_cells(s, i.place.as_deref(), i.place_text.as_deref()));
    out.extend([acts.join("; "), names(&i.actors), names(&i.targets)]);
    out.extend([figure(|t| t.low), figure(|t| t.best), figure(|t| t.high)]);
    out.extend([i.origins.len().to_string(), word(&i.corroboration), word(&gravest(i))]);
    out.push(if i.confirmed { "yes" } else { "no" }.to_owned());
    out
}

/// `GET /tolls`: the figures of incidents that pass the query of the list of incidents, and running
/// totals where nothing narrows it.
pub fn tolls(ctx: &Ctx<'_>) -> Result<Reply, Fault> {
    let form = list::format(ctx, &["json", "csv"])?;
    let (s, q) = (&*ctx.snap.situation, own(ctx, query(ctx)?)?);
    ctx.index().knows(s, &q)?;
    let mut all: Vec<(Option<&Incident>, &Toll)> = Vec::new();
    if q.is_whole() {
        all.extend(s.aggregates.iter().map(|t| (None, t)));
    }
    let found = ctx.index().positions(s, &q);
    for i in found.iter().map(|at| &s.incidents[*at]) {
        all.extend(i.tolls.iter().map(|t| (Some(i), t)));
    }
    let mut page = Page { page: q.page(), per: q.per(), total: all.len() };
    if table(ctx, form)? {
        page = Page { page: 1, per: all.len().max(1), ..page };
    }
    let shown = page.of(&all);
    if form == "csv" {
        let text = csv::render(FIGURES, shown.iter().map(|(i, t)| figures(*i, t)));
        let reply = Reply::file("text/csv; charset=utf-8", "tolls.csv", text);
        return Ok(list::linked(ctx, page, reply).tagged());
    }
    let item = |(i, toll): &(Option<&Incident>, &Toll)| {
        let mut out = value(toll);
        out["incident"] = json!(i.map(|i| &i.id));
        out
    };
    let items = shown.iter().map(item).collect();
    Ok(list::list(ctx, s, page, items))
}

const FIGURES: &[csv::Column] = &[
    ("id", "#meta+id"),
    ("incident", "#event+id"),
    ("outcome", "#affected+type"),
    ("victims", "#affected+group"),
    ("low", "#affected+min"),
    ("best", "#affected"),
    ("high", "#affected+max"),
    ("cumulative", "#meta+cumulative"),
    ("place", "#loc+id"),
    ("method", "#meta+method"),
];

fn figures(incident: Option<&Incident>, t: &Toll) -> Vec<String> {
    let yes = |b: bool| if b { "yes" } else { "no" }.to_owned();
    vec![
        t.id.clone(),
        incident.map_or(String::new(), |i| i.id.clone()),
        word(&t.outcome),
        word(&t.victims),
        t.low.to_string(),
        t.best.to_string(),
        t.high.to_string(),
        yes(t.cumulative),
        t.place.clone().unwrap_or_default(),
        t.method.en.clone(),
    ]
}

/// The query without what is aside.
fn pairs(ctx: &Ctx<'_>) -> Vec<(String, String)> {
    let told = ctx.ask.query.iter().filter(|(n, v)| !ASIDE.contains(&n.as_str()) && !v.is_empty());
    told.cloned().collect()
}

/// `GET /followups`.
pub fn follow_ups(ctx: &Ctx<'_>) -> Result<Reply, Fault> {
    let form = list::format(ctx, &["json", "csv", "ics"])?;
    let (s, asker) = (list::view(ctx), &ctx.ask.asker);
    let mut told = pairs(ctx);
    if asker.role == Role::Monitor {
        told.retain(|(n, v)| n != "area" || asker.sees_area(Some(v)));
        if !told.iter().any(|(n, _)| n == "area") {
            told.extend(asker.areas.iter().map(|a| ("area".to_owned(), a.clone())));
        }
    }
    let q = FollowQuery::parse(told)?;
    ctx.index().knows_follow_ups(s, &q)?;
    if table(ctx, form)? || (form == "ics" && !list::paged(ctx)) {
        let q = q.with("per", &MOST_PER.to_string())?;
        let rows = every(|page| ctx.index().follow_ups(s, &q.on_page(page)));
        let rows: Vec<&FollowUp> = rows.iter().map(|at| &s.follow_ups[*at]).collect();
        let page = Page { page: 1, per: rows.len().max(1), total: rows.len() };
        return Ok(promised(ctx, s, form, page, &rows));
    }
    let found = ctx.index().follow_ups(s, &q);
    let rows: Vec<&FollowUp> = found.positions.iter().map(|at| &s.follow_ups[*at]).collect();
    let page = Page::from(&found);
    if form != "json" {
        return Ok(promised(ctx, s, form, page, &rows));
    }
    let items = rows.iter().map(value).collect();
    Ok(list::whole(ctx, s, page, items, json!({ "of": found.of, "facets": found.facets })))
}

/// All pages of something, one after the other.
fn every(find: impl Fn(usize) -> Found) -> Vec<usize> {
    let first = find(1);
    let rest = (2..=first.pages()).flat_map(|page| find(page).positions);
    first.positions.iter().copied().chain(rest.collect::<Vec<_>>()).collect()
}

fn promised(ctx: &Ctx<'_>, s: &Situation, form: &str, page: Page, rows: &[&FollowUp]) -> Reply {
    let reply = if form == "ics" {
        let text = hudna_brief::outputs::ics::render(s, rows, ctx.say().lang);
        Reply::file("text/calendar; charset=utf-8", "followups.ics", text)
    } else {
        let text = csv::render(PROMISES, rows.iter().map(|f| promise(f)));
        Reply::file("text/csv; charset=utf-8", "followups.csv", text)
    };
    list::linked(ctx, page, reply).tagged()
}

const PROMISES: &[csv::Column] = &[
    ("id", "#activity+id"),
    ("status", "#status"),
    ("who", "#org+who"),
    ("to", "#org+to"),
    ("what", "#activity+type"),
    ("due_from", "#date+due+start"),
    ("due_to", "#date+due+end"),
    ("due_words", "#date+due+text"),
    ("owner", "#contact+owner"),
    ("next", "#activity+next"),
    ("words", "#description"),
];

fn promise(f: &FollowUp) -> Vec<String> {
    let or = |text: &Option<String>| text.clone().unwrap_or_default();
    vec![
        f.id.clone(),
        word(&f.status),
        or(&f.who),
        or(&f.to),
        word(&f.what),
        or(&f.due.start),
        or(&f.due.end),
        f.due.words.clone(),
        or(&f.owner),
        or(&f.next),
        f.words.clone(),
    ]
}

/// `GET /reports`.
pub fn reports(ctx: &Ctx<'_>) -> Result<Reply, Fault> {
    let form = list::format(ctx, &["json", "csv"])?;
    let s = &*ctx.snap.situation;
    let q = ReportQuery::parse(pairs(ctx))?;
    ctx.index().knows_reports(s, &q)?;
    let all_asked = table(ctx, form)?;
    let monitor = ctx.ask.asker.role == Role::Monitor;
    let (page, ids, aside) = if monitor || all_asked {
        let ids = seen(ctx, &q)?;
        let per = if all_asked { ids.len().max(1) } else { q.per() };
        let page = Page { page: if all_asked { 1 } else { q.page() }, per, total: ids.len() };
        (page, page.of(&ids).to_vec(), json!({}))
    } else {
        let found = ctx.index().reports(s, &q);
        let aside = json!({ "of": found.of, "facets": found.facets });
        (Page::from(&found), found.ids, aside)
    };
    let rows: Vec<_> = ids.iter().filter_map(|id| s.reports.get(id)).collect();
    if form == "csv" {
        let cells = rows.iter().map(|r| {
            let (id, label, source) = (r.id.clone(), r.label.clone(), r.source.clone());
            let (published, received) = (r.published.clone().unwrap_or_default(), r.received);
            let figures = [r.claims, r.unread_harm].map(|n| n.to_string());
            let mut out = vec![id, label, source, published, received.to_string(), r.lang.clone()];
            out.extend([word(&r.state)].into_iter().chain(figures));
            out.push(r.sha256.clone());
            out
        });
        let text = csv::render(RECEIVED, cells);
        let reply = Reply::file("text/csv; charset=utf-8", "reports.csv", text);
        return Ok(list::linked(ctx, page, reply).tagged());
    }
    let items = rows.iter().map(value).collect();
    Ok(list::whole(ctx, s, page, items, aside))
}

const RECEIVED: &[csv::Column] = &[
    ("id", "#meta+id"),
    ("label", "#meta+label"),
    ("source", "#meta+source"),
    ("published", "#date+published"),
    ("received", "#date+received"),
    ("lang", "#meta+lang"),
    ("state", "#status"),
    ("claims", "#indicator+claims"),
    ("unread_harm", "#indicator+unread"),
    ("sha256", "#meta+sha256"),
];

/// Ids of all reports that pass a query and that whoever asks may see, in its order.
fn seen(ctx: &Ctx<'_>, q: &ReportQuery) -> Result<Vec<String>, Fault> {
    let s = &*ctx.snap.situation;
    let areas = match ctx.ask.asker.role {
        Role::Monitor => report_areas(s),
        _ => BTreeMap::new(),
    };
    let q = q.with("per", &MOST_PER.to_string())?;
    let first = ctx.index().reports(s, &q.on_page(1));
    let pages = first.pages();
    let rest = (2..=pages).flat_map(|page| ctx.index().reports(s, &q.on_page(page)).ids);
    let all = first.ids.into_iter().chain(rest);
    Ok(all.filter(|id| ctx.ask.asker.sees_report(areas.get(id))).collect())
}
