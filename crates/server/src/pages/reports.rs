//! Everything that was received, and how far each report has come.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use hudna::model::{ReportState, ReportSummary};
use hudna::rights::{Right, Role};
use hudna::search::{Facet, Found, MOST_PER, ReportQuery};
use serde_json::{Value, json};

use super::incidents::{pager, with};
use super::shared::{href, source};
use crate::desk::Ctx;
use crate::fault::Fault;
use crate::reply::Reply;
use crate::routes::Route;

/// Routes.
pub const ROUTES: &[Route] = &[Route::get("/reports", Right::SeeReports, list)];

/// Reports on a page, and characters of the first words of one.
const PER: usize = 25;
const FIRST: usize = 220;
/// Parameters of the address that are not the query's.
const ASIDE: [&str; 5] = ["as_of", "ui", "format", "tab", "lang"];
/// Tabs: name, and what they narrow by.
const TABS: [(&str, Option<(&str, &str)>); 3] = [
    ("all", None),
    ("unread", Some(("unread_harm", "yes"))),
    ("asked", Some(("state", "needs_info"))),
];

fn query(ctx: &Ctx<'_>) -> Result<ReportQuery, Fault> {
    let told = ctx.ask.query.iter().filter(|(n, v)| !ASIDE.contains(&n.as_str()) && !v.is_empty());
    let mut pairs: Vec<(String, String)> = told.cloned().collect();
    let mut add = |name: &str, value: &str| pairs.push((name.to_owned(), value.to_owned()));
    if let Some(lang) = ctx.ask.asked("lang") {
        add("text_lang", lang);
    }
    if let Some((name, value)) = tab(ctx).1 {
        add(name, value);
    }
    if ctx.ask.asked("per").is_none() {
        add("per", &PER.to_string());
    }
    Ok(ReportQuery::parse(pairs)?)
}

fn tab(ctx: &Ctx<'_>) -> (&'static str, Option<(&'static str, &'static str)>) {
    let asked = ctx.ask.asked("tab").unwrap_or("all");
    TABS.into_iter().find(|t| t.0 == asked).unwrap_or(TABS[0])
}

fn list(ctx: &Ctx<'_>) -> Result<Reply, Fault> {
    let s = ctx.situation();
    let found = found(ctx, &query(ctx)?)?;
    let reports: Vec<&ReportSummary> =
        found.ids.iter().filter_map(|id| s.reports.get(id)).collect();
    let beside = Beside::of(ctx, &reports);
    let rows: Vec<Value> = reports.iter().map(|r| row(ctx, r, &beside)).collect();
    ctx.page(
        "reports.html.jinja",
        json!({
            "tabs": tabs(ctx), "filters": filters(ctx, &found), "active": active(ctx),
            "rows": rows, "counts": null, "page": pager(ctx, "/reports", &found),
        }),
    )
}

/// The page that is asked for; a monitor's are those that tell of own areas.
fn found(ctx: &Ctx<'_>, query: &ReportQuery) -> Result<Found, Fault> {
    let s = ctx.situation();
    if ctx.ask.asker.role != Role::Monitor {
        return Ok(ctx.index().reports(s, query));
    }
    let own = own(ctx);
    let mut all = Vec::new();
    let (mut page, wide) = (1, query.with("per", &MOST_PER.to_string())?);
    loop {
        let found = ctx.index().reports(s, &wide.on_page(page));
        all.extend(found.ids.iter().filter(|id| own.contains(id.as_str())).cloned());
        if page >= found.pages() {
            break;
        }
        page += 1;
    }
    let (page, per) = (query.page(), query.per());
    let total = all.len();
    let ids: Vec<String> = all.into_iter().skip((page - 1).saturating_mul(per)).take(per).collect();
    let positions = vec![0; ids.len()];
    Ok(Found {
        total,
        of: own.len(),
        page,
        per,
        positions,
        ids,
        facets: Vec::new(),
        days: Vec::new(),
    })
}

/// Reports that tell of a monitor's areas.
fn own<'c>(ctx: &'c Ctx<'_>) -> BTreeSet<&'c str> {
    let s = ctx.situation();
    let seen = s.incidents.iter().filter(|i| ctx.ask.asker.sees_area(i.area.as_deref()));
    let claims = seen.flat_map(|i| i.claims.iter().chain(&i.denials));
    claims.filter_map(|id| s.claims.get(id)).map(|c| c.report.as_str()).collect()
}

/// What a page's reports are part of.
struct Beside<'c> {
    /// Incidents by report.
    incidents: BTreeMap<&'c str, usize>,
    /// The report that one repeats.
    copies: BTreeMap<&'c str, &'c str>,
}

impl<'c> Beside<'c> {
    fn of(ctx: &'c Ctx<'_>, reports: &[&'c ReportSummary]) -> Self {
        let facts = &ctx.snap.facts;
        let mut of_claim: HashMap<&str, &str> = HashMap::new();
        for report in reports {
            let reading = facts.reports.get(&report.id).and_then(|r| r.reading.as_ref());
            let claims = reading.iter().flat_map(|r| &r.claims);
            of_claim.extend(claims.map(|c| (c.id.as_str(), report.id.as_str())));
        }
        let shown: BTreeSet<&str> = reports.iter().map(|r| r.id.as_str()).collect();
        let mut out = Beside { incidents: BTreeMap::new(), copies: BTreeMap::new() };
        for i in &ctx.situation().incidents {
            let told = i.claims.iter().chain(&i.denials);
            let of: BTreeSet<&str> =
                told.filter_map(|c| of_claim.get(c.as_str()).copied()).collect();
            of.into_iter().for_each(|id| *out.incidents.entry(id).or_default() += 1);
            for origin in &i.origins {
                let Some((first, later)) = origin.reports.split_first() else { continue };
                let later = later.iter().filter_map(|id| shown.get(id.as_str()));
                out.copies.extend(later.map(|id| (*id, first.as_str())));
            }
        }
        out
    }
}

fn row(ctx: &Ctx<'_>, r: &ReportSummary, beside: &Beside<'_>) -> Value {
    let (say, s) = (ctx.say(), ctx.situation());
    let from = s.sources.get(&r.source);
    let protected = from.is_some_and(|x| x.protection != "open");
    let filed = ctx.snap.facts.reports.get(&r.id);
    let claims = filed.and_then(|f| f.reading.as_ref()).map_or(&[][..], |x| &x.claims);
    let reviewed = |id: &str| s.claims.get(id).is_some_and(|c| c.reviewed);
    let first = filed.filter(|_| !protected).map(|f| first_words(f.record.text()));
    let copy = beside.copies.get(r.id.as_str());
    json!({
        "id": r.id, "href": href(&r.id), "source": source(say, s, &r.source),
        "source_href": format!("/sources/{}", r.source), "grade": from.map(|x| x.grade),
        "protected": protected, "lang": if r.lang.is_empty() { "und" } else { r.lang.as_str() }, "label": null, "first": first,
        "published": r.published, "received": r.received, "state": r.state.as_str(), "why": null,
        "claims": r.claims, "confirmed": claims.iter().filter(|c| reviewed(&c.id)).count(),
        "unread_harm": r.unread_harm,
        "incidents": beside.incidents.get(r.id.as_str()).copied().unwrap_or(0),
        "copy_of": copy.map(|id| json!({ "id": id, "href": href(id) })),
    })
}

/// The beginning of a text in one line, cut between words.
pub fn first_words(text: &str) -> String {
    let mut out = String::new();
    for word in text.split_whitespace() {
        if out.chars().count() + word.chars().count() > FIRST {
            out.push('…');
            break;
        }
        if !out.is_empty() {
            out.push(' ');
        }
        out.push_str(word);
    }
    out
}

fn tabs(ctx: &Ctx<'_>) -> Vec<Value> {
    let whole = ctx.index().reports(ctx.situation(), &ReportQuery::default());
    let monitor = ctx.ask.asker.role == Role::Monitor;
    let count = |narrow: Option<(&str, &str)>| match narrow {
        _ if monitor => None,
        None => Some(whole.total),
        Some((name, value)) => Some(counted(&whole.facets, name, value)),
    };
    let one = |(name, narrow): (&'static str, Option<(&str, &str)>)| {
        let value = (name != "all").then_some(name);
        json!({
            "href": with(ctx, "/reports", "tab", value), "active": tab(ctx).0 == name,
            "text": ctx.say().text(&format!("w-reports-tab-{name}"), &[]), "count": count(narrow),
        })
    };
    TABS.into_iter().map(one).collect()
}

fn counted(facets: &[Facet], name: &str, value: &str) -> usize {
    let facet = facets.iter().find(|f| f.field == name);
    let found = facet.and_then(|f| f.values.iter().find(|(v, _)| v == value));
    found.map_or(0, |(_, n)| *n)
}

fn filters(ctx: &Ctx<'_>, found: &Found) -> Value {
    let (say, s) = (ctx.say(), ctx.situation());
    let option = |value: &str, text: String, count: Option<usize>, asked: &str| {
        let selected = ctx.ask.asked(asked) == Some(value);
        json!({ "value": value, "text": text, "count": count, "selected": selected })
    };
    let facet = |name: &str| found.facets.iter().find(|f| f.field == name);
    let sources: Vec<Value> = facet("source")
        .into_iter()
        .flat_map(|f| &f.values)
        .map(|(id, n)| option(id, source(say, s, id), Some(*n), "source"))
        .collect();
    let count = |state: ReportState| {
        facet("state").map(|_| counted(&found.facets, "state", state.as_str()))
    };
    let states = ReportState::ALL.iter().map(|state| {
        option(state.as_str(), say.label("report-state", state.as_str()), count(*state), "state")
    });
    let langs: Vec<Value> = facet("text_lang")
        .into_iter()
        .flat_map(|f| &f.values)
        .map(|(code, n)| option(code, say.label("lang", code), Some(*n), "lang"))
        .collect();
    let text = |name: &str| ctx.ask.asked(name).unwrap_or("").to_owned();
    json!({
        "q": text("q"), "source": sources, "state": states.collect::<Vec<_>>(), "lang": langs,
        "from": text("from"), "to": text("to"),
    })
}

/// Filters in force, each with the address without it.
fn active(ctx: &Ctx<'_>) -> Vec<Value> {
    let (say, s) = (ctx.say(), ctx.situation());
    let told = |name: &str, value: &str| match name {
        "q" => value.to_owned(),
        "source" => source(say, s, value),
        "state" => say.label("report-state", value),
        "lang" => say.label("lang", value),
        _ => say.day(value),
    };
    let names = ["q", "source", "state", "lang", "from", "to"];
    let asked = names.iter().filter_map(|name| Some((*name, ctx.ask.asked(name)?)));
    asked
        .map(|(name, value)| {
            json!({ "text": told(name, value), "href": with(ctx, "/reports", name, None) })
        })
        .collect()
}
