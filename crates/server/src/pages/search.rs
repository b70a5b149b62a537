//! Anything by its id, name or words, in either language.

use hudna::model::text::fold;
use hudna::model::{Bilingual, Lang, Situation};
use hudna::rights::Right;
use hudna::search::{Hit, HitKind, Query, ReportQuery};
use serde_json::{Value, json};

use super::overview::words_lang;
use super::shared::href;
use super::why;
use crate::desk::Ctx;
use crate::fault::Fault;
use crate::form::encoded;
use crate::reply::Reply;
use crate::routes::Route;

/// Routes.
pub const ROUTES: &[Route] = &[Route::get("/search", Right::SeeAreas, page)];

/// Hits that are weighed for one page.
const HITS: usize = 60;
/// Names that the words stand for, at most.
const STANDS_FOR: usize = 3;
/// The score of a whole name, and of an id.
const NAME: u8 = 90;
const ID: u8 = 100;
/// Groups in the order of the page.
const GROUPS: [(HitKind, &str, &str); 10] = [
    (HitKind::Area, "area", "areas"),
    (HitKind::Incident, "incident", "incidents"),
    (HitKind::FollowUp, "follow-up", "w-frame-nav-followups"),
    (HitKind::Case, "case", "w-frame-nav-cases"),
    (HitKind::Report, "report", "reports"),
    (HitKind::Term, "term", "agr-terms"),
    (HitKind::Place, "place", "w-frame-nav-places"),
    (HitKind::Party, "party", "w-frame-nav-parties"),
    (HitKind::Source, "source", "w-frame-nav-sources"),
    (HitKind::Question, "question", "w-frame-nav-tasks"),
];

fn page(ctx: &Ctx<'_>) -> Result<Reply, Fault> {
    let q = ctx.ask.asked("q").unwrap_or("").trim().to_owned();
    let hits = hits(ctx, &q);
    let groups: Vec<Value> = GROUPS
        .iter()
        .filter_map(|g| group(ctx, &q, g, &hits).transpose())
        .collect::<Result<_, _>>()?;
    let total: u64 = groups.iter().filter_map(|g| g["n"].as_u64()).sum();
    ctx.page(
        "search.html.jinja",
        json!({
            "q": q, "understood": understood(ctx, &hits), "exact": exact(ctx, &q, &hits),
            "groups": groups, "total": total, "folded": null,
        }),
    )
}

/// What is found and is for whoever asks.
fn hits(ctx: &Ctx<'_>, q: &str) -> Vec<Hit> {
    let s = ctx.situation();
    let mut all = ctx.index().anything(s, q, HITS);
    all.retain(|hit| is_for(ctx, hit));
    all
}

fn is_for(ctx: &Ctx<'_>, hit: &Hit) -> bool {
    let s = ctx.situation();
    match hit.kind {
        HitKind::Area => ctx.ask.asker.sees_area(Some(&hit.id)),
        HitKind::Incident => ctx.may(Right::SeeIncidents) && why::sees(ctx, &hit.id),
        HitKind::Report => ctx.may(Right::SeeReports) && why::sees(ctx, &hit.id),
        HitKind::Source => ctx.may(Right::SeeSources),
        HitKind::Question => ctx.may(Right::SeeIncidents) && asked_here(ctx, &hit.id),
        HitKind::Case => {
            let case = s.cases.iter().find(|c| c.id == hit.id);
            ctx.may(Right::SeeCases) && case.is_some_and(|c| ctx.ask.asker.sees_case(c))
        }
        HitKind::Place | HitKind::Party | HitKind::FollowUp | HitKind::Term => true,
    }
}

/// A question is for whoever sees what it is about.
fn asked_here(ctx: &Ctx<'_>, id: &str) -> bool {
    let found = ctx.situation().questions.iter().find(|q| q.id == id);
    found.is_some_and(|q| why::sees(ctx, &q.about))
}

fn address(s: &Situation, hit: &Hit) -> String {
    match hit.kind {
        HitKind::Area => format!("/areas/{}", hit.id),
        HitKind::Place => format!("/incidents?place={}", encoded(&hit.id)),
        HitKind::Party => format!("/incidents?party={}", encoded(&hit.id)),
        HitKind::Source => format!("/sources/{}", encoded(&hit.id)),
        HitKind::Term => format!("/agreements/{}#{}", s.agreement.id, hit.id),
        HitKind::Question => format!("/tasks#{}", hit.id),
        HitKind::Incident | HitKind::FollowUp | HitKind::Case | HitKind::Report => href(&hit.id),
    }
}

fn group(
    ctx: &Ctx<'_>,
    q: &str,
    (kind, name, heading): &(HitKind, &str, &str),
    hits: &[Hit],
) -> Result<Option<Value>, Fault> {
    let of: Vec<&Hit> = hits.iter().filter(|h| h.kind == *kind).collect();
    if of.is_empty() {
        return Ok(None);
    }
    let whole = total(ctx, q, *kind)?.filter(|(n, _)| *n > of.len());
    let n = whole.as_ref().map_or(of.len(), |(n, _)| *n);
    let items: Vec<Value> = of.iter().map(|hit| item(ctx, q, hit)).collect();
    Ok(Some(json!({
        "kind": name, "text": ctx.say().text(heading, &[]), "n": n, "items": items,
        "more": whole.map(|(_, at)| at),
    })))
}

/// How many of a kind there are in all, where there is a list of them.
fn total(ctx: &Ctx<'_>, q: &str, kind: HitKind) -> Result<Option<(usize, String)>, Fault> {
    let (s, index) = (ctx.situation(), &ctx.index());
    let pairs = || [("q".to_owned(), q.to_owned())].into_iter();
    let monitor = ctx.ask.asker.role == hudna::rights::Role::Monitor;
    Ok(match kind {
        HitKind::Incident => {
            let areas = ctx.ask.asker.areas.iter().map(|a| ("area".to_owned(), a.clone()));
            let query = match monitor {
                true => Query::parse(pairs().chain(areas))?,
                false => Query::parse(pairs())?,
            };
            Some((index.incidents(s, &query).total, format!("/incidents?q={}", encoded(q))))
        }
        HitKind::Report if !monitor => {
            let query = ReportQuery::parse(pairs())?;
            Some((index.reports(s, &query).total, format!("/reports?q={}", encoded(q))))
        }
        _ => None,
    })
}

fn item(ctx: &Ctx<'_>, q: &str, hit: &Hit) -> Value {
    let (say, s) = (ctx.say(), ctx.situation());
    let sub = say.pick(&hit.sub);
    let said = sentence(s, q, hit);
    let has_id =
        !matches!(hit.kind, HitKind::Area | HitKind::Place | HitKind::Party | HitKind::Term);
    let (title, sub) = match hit.kind {
        HitKind::Incident => match s.incidents.iter().find(|i| i.id == hit.id) {
            Some(i) => {
                let days = i.days.as_ref().map_or(String::new(), |(a, b)| say.days(a, b));
                (super::shared::title(say, s, i), days)
            }
            None => (say.pick(&hit.title), sub),
        },
        HitKind::Report => (sub, String::new()),
        HitKind::Area => (say.pick(&hit.title), state(ctx, &hit.id)),
        HitKind::Source => (say.pick(&hit.title), format!("{} {sub}", say.text("grade", &[]))),
        _ => (say.pick(&hit.title), sub),
    };
    json!({
        "id": has_id.then_some(&hit.id), "href": address(s, hit), "title": title,
        "sub": (!sub.is_empty()).then_some(sub),
        "words": said.as_ref().map(|text| marked(text, q)),
        "lang": said.as_deref().map_or("", words_lang),
    })
}

fn state(ctx: &Ctx<'_>, area: &str) -> String {
    let found = ctx.situation().areas.iter().find(|a| a.area == area);
    found.map_or_else(String::new, |a| ctx.say().label("status", a.status.as_str()))
}

/// Words of a report in which what is looked for stands.
fn sentence(s: &Situation, q: &str, hit: &Hit) -> Option<String> {
    let asked: Vec<String> = words(q);
    let has = |text: &str| {
        let told = fold(text);
        asked.iter().all(|w| told.contains(w.as_str()))
    };
    let text = |id: &String| s.claims.get(id).map(|f| f.claim.evidence.text.clone());
    match hit.kind {
        HitKind::Incident => {
            let i = s.incidents.iter().find(|i| i.id == hit.id)?;
            i.claims.iter().filter_map(text).find(|t| has(t))
        }
        HitKind::Report => {
            let of = s.claims.values().filter(|f| f.report == hit.id);
            of.map(|f| &f.claim.evidence.text).find(|t| has(t)).cloned()
        }
        _ => None,
    }
}

fn words(text: &str) -> Vec<String> {
    text.split_whitespace().map(fold).filter(|w| !w.is_empty()).collect()
}

/// A text in pieces, those marked in which an asked word stands.
fn marked(text: &str, q: &str) -> Vec<Value> {
    let asked = words(q);
    let pieces = text.split_inclusive(char::is_whitespace);
    let hit = |piece: &str| {
        let folded = fold(piece.trim());
        asked.iter().any(|w| folded.contains(w.as_str()))
    };
    pieces.map(|piece| json!({ "text": piece, "hit": hit(piece) })).collect()
}

/// Names that the words are, in the language that they are not written in.
fn understood(ctx: &Ctx<'_>, hits: &[Hit]) -> Vec<Value> {
    let named = |h: &&Hit| {
        let kinds = matches!(h.kind, HitKind::Area | HitKind::Place | HitKind::Party);
        kinds && (NAME..ID).contains(&h.score)
    };
    let arabic = ctx.ask.asked("q").is_some_and(|q| words_lang(q) == "ar");
    let other = |name: &Bilingual| name.get(if arabic { Lang::En } else { Lang::Ar }).to_owned();
    let mut out: Vec<Value> = Vec::new();
    for hit in hits.iter().filter(named) {
        let text = other(&hit.title);
        if out.len() < STANDS_FOR && !out.iter().any(|u| u["text"] == text) {
            out.push(json!({ "text": text, "href": address(ctx.situation(), hit) }));
        }
    }
    out
}

/// What has the id that was asked for.
fn exact(ctx: &Ctx<'_>, q: &str, hits: &[Hit]) -> Option<Value> {
    let s = ctx.situation();
    if let Some(hit) = hits.iter().find(|h| h.score == ID) {
        let kind = GROUPS.iter().find(|g| g.0 == hit.kind).map_or("claim", |g| g.1);
        let title = item(ctx, q, hit)["title"].clone();
        return Some(
            json!({ "kind": kind, "id": hit.id, "href": address(s, hit), "title": title }),
        );
    }
    let found = |kind: &str, at: String, title: String| {
        Some(json!({ "kind": kind, "id": q, "href": at, "title": title }))
    };
    if let Some(entry) = q.strip_prefix('#').and_then(|n| n.parse::<u64>().ok()) {
        let held = entry < ctx.snap.facts.size && ctx.may(Right::SeeLedger);
        return held.then(|| found("ledger", format!("/ledger/{entry}"), q.to_owned())).flatten();
    }
    if !ctx.may(Right::SeeIncidents) || !why::sees(ctx, q) {
        return None;
    }
    if let Some(filed) = s.claims.get(q) {
        return found("claim", format!("/why/{q}"), filed.claim.evidence.text.clone());
    }
    let tolls = s.aggregates.iter().chain(s.incidents.iter().flat_map(|i| &i.tolls));
    let toll = tolls.into_iter().find(|t| t.id == q)?;
    found("toll", format!("/why/{q}"), why::toll_text(ctx.say(), toll))
}
