//! The first page: areas, worst first, with the map, warnings and what is due.

use hudna::model::{AreaState, AreaStatus, FollowUp, Outcome, Situation, StateReason};
use hudna::rights::Right;
use hudna::search::Query;
use serde_json::{Value, json};

use super::incidents::own_areas;
use super::shared::{both, href, party, title};
use crate::desk::Ctx;
use crate::fault::Fault;
use crate::reply::Reply;
use crate::routes::Route;
use crate::say::Say;

/// Routes.
pub const ROUTES: &[Route] = &[Route::get("/", Right::SeePublic, overview)];

/// All states, worst first.
pub const STATES: [AreaStatus; 5] = [
    AreaStatus::Collapsed,
    AreaStatus::Strained,
    AreaStatus::Holding,
    AreaStatus::NoData,
    AreaStatus::NotCovered,
];

/// Follow-ups, warnings and drivers that are shown.
const DUE: usize = 6;
const WARNINGS: usize = 5;
const DRIVERS: usize = 3;
/// More and fewer events by this share than the week before are a trend.
const TREND: f64 = 0.15;
/// Fewer events before the truce are too few to tell a level by.
const FEW: f64 = 10.0;
/// Areas that are told in full where there are more: the worst.
const FULL: usize = 25;
/// Days in a week; fewer counted is thin.
const WEEK: u32 = 7;

fn overview(ctx: &Ctx<'_>) -> Result<Reply, Fault> {
    let (say, s) = (ctx.say(), ctx.situation());
    let areas: Vec<&AreaState> =
        s.areas.iter().filter(|a| ctx.ask.asker.sees_area(Some(&a.area))).collect();
    let count = |status| areas.iter().filter(|a| a.status == status).count();
    let lead = say.text(
        "w-overview-lead",
        &[
            ("collapsed", count(AreaStatus::Collapsed).into()),
            ("strained", count(AreaStatus::Strained).into()),
            ("holding", count(AreaStatus::Holding).into()),
            ("untold", count(AreaStatus::NoData).into()),
            ("uncovered", count(AreaStatus::NotCovered).into()),
        ],
    );
    let states: Vec<Value> = STATES.iter().map(|status| state(say, &areas, *status)).collect();
    let whole = areas.len() <= FULL || ctx.ask.asked("all") == Some("1");
    let (full, rest) = areas.split_at(if whole { areas.len() } else { FULL });
    let rows: Vec<Value> = full.iter().map(|a| area(ctx, a)).collect();
    let rest: Vec<Value> = rest.iter().map(|a| line(ctx, a)).collect();
    let monitor = ctx.ask.asker.role == hudna::rights::Role::Monitor;
    let seen = |f: &&FollowUp| !monitor || crate::api::items::promise_seen(ctx, s, &f.id).is_ok();
    let promises: Vec<&FollowUp> = s.follow_ups.iter().filter(seen).collect();
    let open = |f: &&&FollowUp| !f.status.is_closed();
    let undated = |f: &&&FollowUp| f.status == hudna::model::FollowUpStatus::Undated;
    let overdue = |f: &&&FollowUp| f.status == hudna::model::FollowUpStatus::Overdue;
    let due: Vec<Value> =
        promises.iter().filter(open).take(DUE).map(|f| promise(say, s, f)).collect();
    ctx.page(
        "overview.html.jinja",
        json!({
            "lead": lead, "states": states, "areas": rows, "rest": rest,
            "areas_total": areas.len(), "timeline": timeline(ctx)?,
            "map_svg": super::pictures::map(ctx, None), "ribbon_svg": super::pictures::ribbon(ctx, full),
            "warnings": warnings(ctx, &areas), "due": due,
            "due_total": promises.iter().filter(open).count(),
            "undated": promises.iter().filter(undated).count(),
            "overdue": promises.iter().filter(overdue).count(),
            "sources_down": null,
        }),
    )
}

fn state(say: &Say, areas: &[&AreaState], status: AreaStatus) -> Value {
    let of: Vec<&&AreaState> = areas.iter().filter(|a| a.status == status).collect();
    let named: Vec<Value> = of
        .iter()
        .map(|a| json!({ "text": say.pick(&a.name), "href": area_href(a), "thin": thin(a) }))
        .collect();
    json!({ "status": status, "n": of.len(), "areas": named })
}

/// Where the page of an area stands.
pub fn area_href(area: &AreaState) -> String {
    format!("/areas/{}", area.area)
}

/// Whether the data behind a state are thin.
pub fn thin(a: &AreaState) -> bool {
    let told = !matches!(a.status, AreaStatus::NoData | AreaStatus::NotCovered);
    let c = &a.coverage;
    told && (c.pre_events < FEW || c.days_counted < WEEK || c.reports == 0)
}

/// Since when an area stands so, as it was told day by day.
pub fn since(a: &AreaState) -> Option<&str> {
    let run = a.history.iter().rev().take_while(|day| day.status == a.status);
    run.last().map(|day| day.date.as_str())
}

/// How an area stood day by day, in runs of one state.
fn course(a: &AreaState) -> Vec<Value> {
    let runs = a.history.chunk_by(|x, y| x.status == y.status);
    runs.map(|run| json!({ "status": run[0].status, "days": run.len() })).collect()
}

/// All incidents over time, for whoever sees incidents.
fn timeline(ctx: &Ctx<'_>) -> Result<Value, Fault> {
    if !ctx.may(Right::SeeIncidents) {
        return Ok(Value::Null);
    }
    let own = Query::parse(own_areas(ctx, Vec::new()))?;
    let days = ctx.index().timeline(ctx.situation(), &own);
    Ok(super::timeline::view(ctx, &days, &[]))
}

fn trend(a: &AreaState) -> Option<&'static str> {
    let (last, before) = (a.coverage.last_events, a.coverage.before_events);
    match (last, before) {
        _ if last + before == 0.0 => None,
        _ if last > before * (1.0 + TREND) => Some("up"),
        _ if last < before * (1.0 - TREND) => Some("down"),
        _ => Some("level"),
    }
}

/// What an area's row shows.
pub fn area(ctx: &Ctx<'_>, a: &AreaState) -> Value {
    let say = ctx.say();
    let c = &a.coverage;
    let unconfirmed = c.incidents.saturating_sub(c.incidents_confirmed);
    let mut left_out = Vec::new();
    if c.last_other >= 1.0 {
        left_out.push(say.text("w-overview-left-other", &[("n", c.last_other.round().into())]));
    }
    if unconfirmed > 0 {
        left_out.push(say.text("w-overview-left-unconfirmed", &[("n", unconfirmed.into())]));
    }
    let mut told: Vec<&StateReason> = a.reasons.iter().filter(|r| r.rule != "change").collect();
    // The level of the whole truce makes the state where there is one; the week's ratio beside it.
    told.sort_by_key(|r| r.rule != "level" || a.level.is_none());
    let reasons: Vec<Value> = told.into_iter().map(|r| reason(ctx, r)).collect();
    let changes: Vec<Value> =
        a.reasons.iter().filter(|r| r.rule == "change").map(|r| both(&r.text)).collect();
    json!({
        "area": a.area, "href": area_href(a), "name": say.pick(&a.name), "status": a.status,
        "thin": thin(a), "since": since(a), "trend": trend(a), "course": course(a),
        "last_events": c.last_events.round(), "before_events": c.before_events.round(),
        "daily": a.daily, "alarm_until": a.alarm.as_ref().and_then(|x| x.up_until.as_ref()),
        "deaths": deaths(ctx, a), "origins": origins(ctx, a), "reports": c.reports,
        "days_counted": c.days_counted,
        "silent": a.status == AreaStatus::NoData,
        "reviewed": { "confirmed": a.reviewed.confirmed, "of": a.reviewed.of },
        "incidents": c.incidents, "incidents_confirmed": c.incidents_confirmed,
        "reasons": reasons, "changes": changes, "left_out": left_out,
    })
}

/// What an area's line shows where there are many.
fn line(ctx: &Ctx<'_>, a: &AreaState) -> Value {
    let c = &a.coverage;
    json!({
        "area": a.area, "href": area_href(a), "name": ctx.say().pick(&a.name), "status": a.status,
        "thin": thin(a), "last_events": c.last_events.round(),
        "before_events": c.before_events.round(), "deaths": deaths(ctx, a)["best"],
        "reports": c.reports, "silent": a.status == AreaStatus::NoData,
    })
}

/// A reason with where it leads.
pub fn reason(ctx: &Ctx<'_>, r: &StateReason) -> Value {
    let (say, s) = (ctx.say(), ctx.situation());
    let link = |id: &String| {
        let incident = super::shared::incident(ctx, id);
        let counts = || id.starts_with("counts").then(|| say.label("cite", "counts"));
        let text = incident.map(|i| title(say, s, i)).or_else(counts).unwrap_or_else(|| id.clone());
        json!({ "text": text, "href": href(id) })
    };
    let rests: Vec<Value> = r.rests_on.iter().map(link).collect();
    json!({ "rule": r.rule, "text": both(&r.text), "rests_on": rests })
}

/// Deaths of the last seven days: by the counts, which tell no range; else by our own incidents.
fn deaths(ctx: &Ctx<'_>, a: &AreaState) -> Value {
    if ctx.situation().counts_source.is_some() && a.coverage.days_counted > 0 {
        let n = a.coverage.last_deaths.round();
        return json!({ "outcome": "killed", "low": n, "best": n, "high": n });
    }
    let mut sum = (0, 0, 0);
    for i in drivers(ctx, a) {
        if let Some(t) = super::shared::worst(i, Outcome::Killed) {
            sum = (sum.0 + t.low, sum.1 + t.best, sum.2 + t.high);
        }
    }
    json!({ "outcome": "killed", "low": sum.0, "best": sum.1, "high": sum.2 })
}

/// Incidents that a state rests on.
pub fn drivers<'s>(
    ctx: &'s Ctx<'_>,
    a: &'s AreaState,
) -> impl Iterator<Item = &'s hudna::model::Incident> {
    a.drivers.iter().filter_map(|id| super::shared::incident(ctx, id))
}

/// Independent origins behind them.
fn origins(ctx: &Ctx<'_>, a: &AreaState) -> usize {
    let all: std::collections::BTreeSet<&str> =
        drivers(ctx, a).flat_map(|i| &i.origins).map(|o| o.id.as_str()).collect();
    all.len()
}

fn warnings(ctx: &Ctx<'_>, areas: &[&AreaState]) -> Vec<Value> {
    let (say, s) = (ctx.say(), ctx.situation());
    let mut up: Vec<&&AreaState> = areas
        .iter()
        .filter(|a| a.alarm.as_ref().is_some_and(|x| x.up_until.is_some()))
        .filter(|a| !a.outlook.is_empty())
        .collect();
    let crossed = |a: &AreaState| a.alarm.as_ref().and_then(|x| x.crossings.last().cloned());
    up.sort_by_key(|a| std::cmp::Reverse(crossed(a)));
    up.truncate(WARNINGS);
    let top = up.iter().filter_map(|a| a.outlook.last()).map(|o| o.most.1).max().unwrap_or(1);
    let view = |a: &&&AreaState| {
        let o = a.outlook.last()?;
        let led: Vec<Value> = drivers(ctx, a)
            .take(DRIVERS)
            .map(|i| json!({ "text": title(say, s, i), "href": href(&i.id) }))
            .collect();
        Some(json!({
            "name": say.pick(&a.name), "href": area_href(a), "days": o.days, "median": o.median,
            "half": [o.half.0, o.half.1], "most": [o.most.0, o.most.1], "top": top,
            "chance": null, "drivers": led,
        }))
    };
    up.iter().filter_map(view).collect()
}

/// A promise in a line.
pub fn promise(say: &Say, s: &Situation, f: &FollowUp) -> Value {
    let due = match (&f.due.start, &f.due.end) {
        (Some(first), Some(last)) => say.days(first, last),
        (Some(day), None) => say.day(day),
        _ => say.text("p-no-date", &[]),
    };
    let who =
        f.who.as_deref().map_or_else(|| say.text("p-who-unknown", &[]), |id| party(say, s, id));
    json!({
        "id": f.id, "href": href(&f.id), "status": f.status, "who": who,
        "what": say.label("task", f.what.as_str()), "due": due,
        "words": (!f.due.words.is_empty()).then_some(&f.due.words), "words_lang": words_lang(&f.due.words),
        "owner": f.owner,
    })
}

/// The language of words by their letters.
pub fn words_lang(text: &str) -> &'static str {
    if text.chars().any(hudna_brief::bidi::is_arabic) { "ar" } else { "en" }
}
