//! Sources: grades, whose words they carry, who has fallen silent.

use std::collections::{BTreeMap, BTreeSet};

use hudna::model::{Moment, ReportSummary, Situation, Source, SourceKind};
use hudna::rights::Right;
use serde_json::{Value, json};

use super::agreements::word;
use super::incident::reason;
use super::reports::first_words;
use super::shared::{href, party, source};
use crate::desk::Ctx;
use crate::fault::Fault;
use crate::form;
use crate::reply::Reply;
use crate::routes::Route;
use crate::say::Say;

/// Routes.
pub const ROUTES: &[Route] = &[
    Route::get("/sources", Right::SeeSources, list),
    Route::get("/sources/{id}", Right::SeeSources, page),
    Route::post("/sources/{id}/grade", Right::Grade, grade),
];

/// Items on a page.
const PER: usize = 25;
/// A source that told something and then nothing for so many hours is silent.
const SILENT_HOURS: i64 = 48;
/// Names of those whose words a source carries that are shown in a row.
const NAMES: usize = 3;
const GRADES: [&str; 6] = ["A", "B", "C", "D", "E", "F"];

/// What is known of a source from what it told.
#[derive(Default)]
struct Told<'s> {
    reports: Vec<&'s ReportSummary>,
    claims: usize,
    first: Option<Moment>,
    last: Option<Moment>,
    own: BTreeSet<&'s str>,
    copies: BTreeSet<&'s str>,
    /// Claims by the origin that they come from.
    origins: BTreeMap<&'s str, usize>,
}

/// Everything told, by source.
fn told(s: &Situation) -> BTreeMap<&str, Told<'_>> {
    let mut out: BTreeMap<&str, Told<'_>> = BTreeMap::new();
    for report in s.reports.values() {
        let of = out.entry(&report.source).or_default();
        of.reports.push(report);
        of.claims += report.claims;
        of.first = of.first.map_or(Some(report.received), |at| Some(at.min(report.received)));
        of.last = of.last.max(Some(report.received));
    }
    for origin in s.incidents.iter().flat_map(|i| &i.origins) {
        for id in &origin.reports {
            let Some(report) = s.reports.get(id) else { continue };
            let of = out.entry(&report.source).or_default();
            *of.origins.entry(&origin.id).or_default() += 1;
            let own = origin.id.strip_prefix("report:") == Some(id.as_str());
            if own {
                of.own.insert(id)
            } else {
                of.copies.insert(id)
            };
        }
    }
    for of in out.values_mut() {
        // A report that tells something of its own and repeats something else is one of its own.
        of.copies.retain(|id| !of.own.contains(id));
    }
    out
}

fn page_of(ctx: &Ctx<'_>, path: &str, total: usize) -> (usize, Value) {
    let page = ctx.ask.asked("page").and_then(|p| p.parse::<usize>().ok()).unwrap_or(1).max(1);
    let skip = (page - 1).saturating_mul(PER);
    let at = |page: usize| {
        let mut pairs = ctx.ask.query.clone();
        pairs.retain(|(n, _)| n != "page");
        pairs.push(("page".to_owned(), page.to_string()));
        format!("{path}?{}", form::query(&pairs))
    };
    let shown = total.saturating_sub(skip).min(PER);
    let next = skip.saturating_add(PER) < total;
    let view = json!({
        "shown": shown, "total": total, "from": skip + 1,
        "prev": (page > 1).then(|| at(page - 1)), "next": next.then(|| at(page + 1)),
    });
    (skip, view)
}

/// Which of so many items are shown: how many come before them, and the pager.
pub fn paged(ctx: &Ctx<'_>, path: &str, total: usize) -> (usize, usize, Value) {
    let (skip, view) = page_of(ctx, path, total);
    (skip, PER, view)
}

fn list(ctx: &Ctx<'_>) -> Result<Reply, Fault> {
    let s = ctx.situation();
    let all = told(s);
    let (kind, grade) = (ctx.ask.asked("kind"), ctx.ask.asked("grade"));
    let fits = |x: &&Source| {
        kind.is_none_or(|k| word(x.kind) == k) && grade.is_none_or(|g| x.grade.to_string() == g)
    };
    let mut shown: Vec<&Source> = s.sources.values().filter(fits).collect();
    let n = |x: &Source| all.get(x.id.as_str()).map_or(0, |t| t.reports.len());
    shown.sort_by_key(|x| (std::cmp::Reverse(n(x)), x.grade, x.id.clone()));
    let (skip, page) = page_of(ctx, "/sources", shown.len());
    let none = Told::default();
    let rows: Vec<Value> = shown
        .iter()
        .skip(skip)
        .take(PER)
        .map(|x| row(ctx, x, all.get(x.id.as_str()).unwrap_or(&none)))
        .collect();
    ctx.page(
        "sources.html.jinja",
        json!({ "rows": rows, "filters": filters(ctx), "feeds": null, "page": page }),
    )
}

fn filters(ctx: &Ctx<'_>) -> Value {
    let (say, s) = (ctx.say(), ctx.situation());
    let option = |name: &str, value: String, text: String, n: usize| {
        let selected = ctx.ask.asked(name) == Some(value.as_str());
        json!({ "value": value, "text": text, "count": n, "selected": selected })
    };
    let mut kinds: BTreeMap<SourceKind, usize> = BTreeMap::new();
    s.sources.values().for_each(|x| *kinds.entry(x.kind).or_default() += 1);
    let kinds: Vec<Value> = kinds
        .iter()
        .map(|(kind, n)| option("kind", word(kind), say.label("source-kind", &word(kind)), *n))
        .collect();
    let count = |g: &str| s.sources.values().filter(|x| x.grade.to_string() == g).count();
    let grades: Vec<Value> = GRADES
        .iter()
        .map(|g| option("grade", (*g).to_owned(), (*g).to_owned(), count(g)))
        .collect();
    json!({ "kind": kinds, "grade": grades })
}

fn row(ctx: &Ctx<'_>, x: &Source, of: &Told<'_>) -> Value {
    let (say, s) = (ctx.say(), ctx.situation());
    let grades = ctx.snap.facts.grades(&x.id);
    let held = grades.last();
    let others = origins(say, s, x, of);
    let from: Vec<&String> =
        others.iter().filter(|o| !o.own).map(|o| &o.name).take(NAMES).collect();
    json!({
        "id": x.id, "href": format!("/sources/{}", x.id), "name": say.pick(&x.name),
        "kind": word(x.kind), "party": x.party.as_ref().map(|id| party(say, s, id)),
        "protection": x.protection, "grade": x.grade,
        "digit": held.and_then(|h| h.credibility).map(|d| d.to_string()),
        "since": held.map(|h| h.since), "changed": grades.len().saturating_sub(1),
        "reports": of.reports.len(), "claims": of.claims, "own": of.own.len(),
        "copies": of.copies.len(), "copied_from": from, "last": of.last,
        "silent": of.last.and_then(|last| silent(ctx, last)), "down": false,
    })
}

/// For how long nothing came.
fn silent(ctx: &Ctx<'_>, last: Moment) -> Option<String> {
    let hours = (ctx.situation().as_of.seconds() - last.seconds()) / 3600;
    let args = [("n", u32::try_from(hours / 24).unwrap_or(u32::MAX).into())];
    (hours >= SILENT_HOURS).then(|| ctx.say().text("w-registers-silent", &args))
}

/// An origin whose words a source carries.
struct Carried {
    name: String,
    n: usize,
    own: bool,
}

/// Those origins, the most frequent first; its own reports are one of them.
fn origins(say: &Say, s: &Situation, x: &Source, of: &Told<'_>) -> Vec<Carried> {
    let mut by: BTreeMap<(String, bool), usize> = BTreeMap::new();
    for (id, n) in &of.origins {
        let name = match id.split_once(':') {
            Some(("report", report)) => {
                let from = s.reports.get(report).map_or(report, |r| r.source.as_str());
                (source(say, s, from), from == x.id)
            }
            Some(("party", id)) => (party(say, s, id), false),
            Some((_, name)) => (name.to_owned(), false),
            None => ((*id).to_owned(), false),
        };
        *by.entry(name).or_default() += n;
    }
    let mut all: Vec<Carried> =
        by.into_iter().map(|((name, own), n)| Carried { name, n, own }).collect();
    all.sort_by(|a, b| b.n.cmp(&a.n).then_with(|| a.name.cmp(&b.name)));
    all
}

fn page(ctx: &Ctx<'_>) -> Result<Reply, Fault> {
    let (say, s, id) = (ctx.say(), ctx.situation(), ctx.ask.param("id"));
    let x = s.sources.get(id).ok_or_else(|| Fault::unknown(id, "unknown-source"))?;
    let all = told(s);
    let none = Told::default();
    let of = all.get(id).unwrap_or(&none);
    let carried = origins(say, s, x, of);
    let sum = carried.iter().map(|o| o.n).sum::<usize>().max(1) as f64;
    let shown: Vec<Value> = carried
        .iter()
        .map(|o| json!({ "name": o.name, "n": o.n, "share": o.n as f64 / sum }))
        .collect();
    let mut reports = if ctx.may(Right::SeeReports) { of.reports.clone() } else { Vec::new() };
    reports.sort_by_key(|r| std::cmp::Reverse((r.received, r.id.as_str())));
    let (skip, pager) = page_of(ctx, &format!("/sources/{id}"), reports.len());
    let rows: Vec<Value> = reports.iter().skip(skip).take(PER).map(|r| report(ctx, x, r)).collect();
    let mut view = row(ctx, x, of);
    view["version"] = json!(ctx.snap.facts.size);
    view["about"] = Value::Null;
    view["first"] = json!(of.first);
    view["identity"] = Value::Null;
    let reasons: Vec<String> =
        (1..=3).map(|n| say.text(&format!("w-registers-grade-why-{n}"), &[])).collect();
    ctx.page(
        "source.html.jinja",
        json!({
            "source": view, "history": history(ctx, id), "origins": shown, "reports": rows,
            "page": pager, "reasons": reasons,
        }),
    )
}

/// A report of a source in a row: its first words, but for those of protected sources.
fn report(ctx: &Ctx<'_>, x: &Source, r: &ReportSummary) -> Value {
    let filed = ctx.snap.facts.reports.get(&r.id).filter(|_| x.protection == "open");
    let label = filed.map_or_else(String::new, |f| first_words(f.record.text()));
    json!({
        "id": r.id, "href": href(&r.id), "label": label, "lang": r.lang, "received": r.received,
        "state": r.state.as_str(), "claims": r.claims, "unread_harm": r.unread_harm,
    })
}

fn history(ctx: &Ctx<'_>, id: &str) -> Vec<Value> {
    let held = ctx.snap.facts.grades(id);
    let line = |g: &hudna::acts::GradeHeld| {
        let digit = g.credibility.map_or(String::new(), |n| n.to_string());
        json!({
            "at": g.since, "who": g.by, "what": format!("{}{digit}", g.grade), "why": g.why,
            "href": null, "entry": g.entry, "undone": null,
        })
    };
    held.iter().rev().map(line).collect()
}

fn grade(ctx: &Ctx<'_>) -> Result<Reply, Fault> {
    let id = ctx.ask.param("id");
    let told = ctx.ask.field("grade").filter(|g| GRADES.contains(g));
    let letter = told.and_then(|g| g.chars().next()).ok_or_else(|| Fault::bad("w-core-form"))?;
    let digit = ctx.ask.field("credibility").map(str::parse::<u8>).transpose();
    let digit = digit.map_err(|_| Fault::bad("w-core-form"))?;
    if digit.is_some_and(|d| !(1..=6).contains(&d)) {
        return Err(Fault::bad("w-core-form"));
    }
    let done = ctx.act(&reason(ctx)?, |desk| desk.grade(id, letter, digit))?;
    Ok(ctx.done(&ctx.ask.next(&format!("/sources/{id}")), "w-core-done", Some(done.entry)))
}
