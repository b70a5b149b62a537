//! One area: its state and why.

use hudna::model::{AreaState, Situation};
use hudna::rights::Right;
use serde_json::{Value, json};

use super::overview::{self, drivers};
use super::shared::{place, row};
use crate::desk::Ctx;
use crate::fault::Fault;
use crate::reply::Reply;
use crate::routes::Route;
use crate::say::Say;

/// Routes.
pub const ROUTES: &[Route] = &[Route::get("/areas/{id}", Right::SeePublic, area)];

/// Incidents and questions that are listed.
const DRIVERS: usize = 12;
const QUESTIONS: usize = 6;

/// The area of an id, of the state or of the place.
pub fn find<'s>(s: &'s Situation, id: &str) -> Option<&'s AreaState> {
    s.areas.iter().find(|a| a.area == id || a.id == id)
}

fn area(ctx: &Ctx<'_>) -> Result<Reply, Fault> {
    let (say, s, id) = (ctx.say(), ctx.situation(), ctx.ask.param("id"));
    let found = find(s, id).filter(|a| ctx.ask.asker.sees_area(Some(&a.area)));
    let a = found.ok_or_else(|| Fault::unknown(id, "unknown-area"))?;
    let view = overview::area(ctx, a);
    let c = &a.coverage;
    let parent = s.places.get(&a.area).and_then(|p| p.parent.as_ref());
    let within = parent.map(|id| json!({ "text": place(say, s, Some(id), None), "href": "/" }));
    let level_first = a.reasons.iter().find(|r| r.rule == "level" && a.level.is_some());
    let first = level_first.or_else(|| a.reasons.iter().find(|r| r.rule != "change"));
    let listed: Vec<Value> = drivers(ctx, a).take(DRIVERS).map(|i| row(ctx, i)).collect();
    let level = a.level.as_ref();
    ctx.page(
        "area.html.jinja",
        json!({
            "area": {
                "area": a.area, "name": view["name"], "status": a.status, "thin": view["thin"],
                "since": view["since"], "alarm_until": view["alarm_until"], "silent": view["silent"],
            },
            "within": within, "places": [],
            "now_words": first.map(|r| say.pick(&r.text)),
            "figures": {
                "last_events": view["last_events"], "before_events": view["before_events"],
                "ratio": a.ratio, "deaths": view["deaths"], "origins": view["origins"],
                "reports": c.reports, "days_counted": c.days_counted,
                "patrols_quiet": c.patrols.quiet, "patrols_refused": c.patrols.refused,
            },
            "reviewed": view["reviewed"], "counted": view["reasons"], "left_out": left_out(say, a),
            "drivers": listed, "drivers_total": a.drivers.len(), "changes": view["changes"],
            "levels": level.map(|l| json!({
                "holding": l.holding, "strained": l.strained, "collapsed": l.collapsed,
            })),
            "level": level.map(|l| json!({ "ratio": l.ratio, "low": l.low, "high": l.high })),
            "compliance": compliance(say, s), "windows": windows(say, s, a),
            "history_svg": super::pictures::history(ctx, a),
            "alarm_svg": super::pictures::alarm(ctx, a),
            "fan_svg": super::pictures::fan(ctx, a),
            "beside": beside(say, a), "questions": questions(ctx, a),
            "rule_version": crate::render::rules(),
        }),
    )
}

fn left_out(say: &Say, a: &AreaState) -> Vec<Value> {
    let c = &a.coverage;
    let mut out = Vec::new();
    let mut line = |id: &str, n: f64, href: Option<String>| {
        if n >= 1.0 {
            let text = say.text(&format!("w-area-left-{id}"), &[("n", n.round().into())]);
            let why = say.text(&format!("w-area-left-{id}-why"), &[]);
            out.push(json!({ "text": text, "n": n, "href": href, "why": why }));
        }
    };
    line("other", c.last_other, None);
    let unconfirmed = f64::from(c.incidents.saturating_sub(c.incidents_confirmed));
    line("unconfirmed", unconfirmed, Some(format!("/incidents?area={}&confirmed=no", a.area)));
    out
}

/// The other terms, which are never blended into a state.
fn compliance(say: &Say, s: &Situation) -> Vec<Value> {
    let lines = hudna::compliance::compliance(s);
    let view = |line: &hudna::model::ComplianceLine| {
        let href = format!("/agreements/{}#{}", s.agreement.id, line.obligation);
        let term = s.agreement.obligation(&line.obligation);
        let text = term.map_or_else(|| line.obligation.clone(), |o| say.pick(&o.text));
        json!({ "text": text, "status": line.status, "href": href, "incidents": null })
    };
    lines.iter().map(view).collect()
}

/// Announced windows that hold in the area.
fn windows(say: &Say, s: &Situation, a: &AreaState) -> Vec<Value> {
    let holds = |area: &str| {
        std::iter::successors(Some(a.area.as_str()), |id| s.places.get(*id)?.parent.as_deref())
            .any(|id| id == area)
            || s.places.get(area).and_then(|p| p.parent.as_deref()) == Some(a.area.as_str())
    };
    let of = |w: &&hudna::model::agreement::Window| w.places.iter().any(|p| holds(p));
    let view = |w: &hudna::model::agreement::Window| {
        let start = say.moment(w.start);
        let span = match w.end {
            Some(end) => {
                let args = [("start", start.into()), ("end", say.moment(end).into())];
                say.text("window-span", &args)
            }
            None => say.text("window-open", &[("start", start.into())]),
        };
        let announced = say.moment(w.announced);
        json!({
            "announcer": super::shared::party(say, s, &w.announcer), "span": span,
            "announced": announced, "claim": null, "grade": null,
        })
    };
    s.agreement.windows.iter().filter(of).map(view).collect()
}

fn beside(say: &Say, a: &AreaState) -> Vec<Value> {
    a.beside
        .iter()
        .map(|told| {
            let args = [("n", told.last_events.into())];
            json!({
                "series": told.series, "source": say.pick(&told.source),
                "last": told.last_events, "before": told.before_events,
                "text": say.text("n-events", &args),
            })
        })
        .collect()
}

fn questions(ctx: &Ctx<'_>, a: &AreaState) -> Vec<Value> {
    let (say, s) = (ctx.say(), ctx.situation());
    let of = |q: &&hudna::model::Question| {
        q.answer.is_none() && (q.about == a.id || a.drivers.contains(&q.about))
    };
    let told = |q: &hudna::model::Question| {
        let about = super::shared::incident(ctx, &q.about);
        let mut out = question(say, q);
        out["about"] = json!(about.map(|i| super::shared::title(say, s, i)));
        out["about_href"] = json!(about.map(|i| super::shared::href(&i.id)));
        out
    };
    s.questions.iter().filter(of).take(QUESTIONS).map(told).collect()
}

/// A question in a line.
pub fn question(say: &Say, q: &hudna::model::Question) -> Value {
    let standing = match (&q.answer, q.raised) {
        (Some(_), _) => "answered",
        (None, true) => "raised",
        (None, false) => "asked",
    };
    json!({
        "id": q.id, "href": format!("/tasks#{}", q.id), "text": say.pick(&q.text),
        "standing": standing, "due": q.due,
    })
}
