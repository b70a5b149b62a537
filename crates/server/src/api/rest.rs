//! Areas, registers, questions, changes, derivations, search, the ledger, and who asks.

use std::collections::BTreeSet;

use hudna::acts::Act;
use hudna::model::text::fold;
use hudna::model::{Moment, Question, Situation};
use hudna::rights::{Right, Role};
use hudna::search::HitKind;
use serde_json::{Value, json};

use super::items::{self, item};
use super::list::{self, Page, value};
use super::{geojson, lists};
use crate::desk::Ctx;
use crate::fault::Fault;
use crate::reply::Reply;

/// Hits of a search, where no number is asked for.
const HITS: usize = 20;
/// Most hits of a search.
const MOST_HITS: usize = 100;
/// Changes are those of so many seconds, where no time is asked for.
const A_DAY: i64 = 24 * 3600;

/// `GET /situation`: how it stands, without the lists.
pub fn situation(ctx: &Ctx<'_>) -> Result<Reply, Fault> {
    list::asked(ctx, "situation")?;
    let s = list::view(ctx);
    let seen = |area: &&hudna::model::AreaState| ctx.ask.asker.sees_area(Some(&area.area));
    let areas: Vec<Value> = s.areas.iter().filter(seen).map(state).collect();
    let whole = ctx.ask.asker.role != Role::Monitor;
    let incidents = s.incidents.iter().filter(|i| ctx.ask.asker.sees_area(i.area.as_deref()));
    let out = json!({
        "as_of": s.as_of, "notice": list::notice(s), "story": s.story.as_ref().map(|x| &x.name),
        "head": s.head, "mode": ctx.mode().name(), "waiting": if whole { ctx.desk.live.waiting()? } else { 0 },
        "rules": crate::render::rules(), "public_view": !ctx.may(Right::SeeAreas),
        "agreement": { "id": s.agreement.id, "name": s.agreement.name },
        "areas": areas, "incidents": incidents.count(),
        "followups": whole.then_some(s.follow_ups.len()),
        "totals": whole.then_some(&s.aggregates),
    });
    Ok(Reply::json(&out).tagged())
}

fn state(a: &hudna::model::AreaState) -> Value {
    json!({
        "id": a.id, "area": a.area, "name": a.name, "status": a.status, "ratio": a.ratio,
        "href": format!("/api/v1/areas/{}", a.area),
    })
}

/// `GET /areas`, worst first.
pub fn areas(ctx: &Ctx<'_>) -> Result<Reply, Fault> {
    let page = list::asked(ctx, "areas")?;
    let form = list::format(ctx, &["json", "geojson"])?;
    let (s, status) = (list::view(ctx), ctx.ask.asked("status"));
    let asked = |a: &&hudna::model::AreaState| {
        ctx.ask.asker.sees_area(Some(&a.area))
            && status.is_none_or(|told| a.status.as_str() == told)
    };
    let all: Vec<&hudna::model::AreaState> = s.areas.iter().filter(asked).collect();
    if form == "json" {
        let page = Page { total: all.len(), ..page };
        let items = page.of(&all).iter().map(|a| items::own(ctx, value(a))).collect();
        return Ok(list::list(ctx, s, page, items));
    }
    let per = if list::paged(ctx) { page.per } else { all.len().max(1) };
    let page = Page { total: all.len(), per, ..page };
    let shown = page.of(&all);
    let feature = |a: &&hudna::model::AreaState| geojson::outlined(s, &a.id, &a.area, state(a));
    let features = shown.iter().map(feature).collect();
    let collection = geojson::collection(features, list::told(ctx, s, page, shown.len()));
    Ok(list::linked(ctx, page, lists::geo(&collection)).tagged())
}

/// Whether one of some names has every word that is looked for.
fn called(asked: Option<&str>, names: &[&str]) -> bool {
    let Some(asked) = asked else { return true };
    let names: Vec<String> = names.iter().map(|name| fold(name)).collect();
    let has = |word: &str| names.iter().any(|name| name.contains(word));
    fold(asked).split_whitespace().all(has)
}

/// `GET /places`.
pub fn places(ctx: &Ctx<'_>) -> Result<Reply, Fault> {
    let page = list::asked(ctx, "places")?;
    let (s, q) = (list::view(ctx), ctx.ask.asked("q"));
    let (level, parent) = (ctx.ask.asked("level"), ctx.ask.asked("parent"));
    let asked = |p: &&hudna::model::Place| {
        called(q, &[&p.id, &p.name.ar, &p.name.en])
            && level.is_none_or(|told| list::word(&p.level) == told)
            && parent.is_none_or(|told| p.parent.as_deref() == Some(told))
    };
    Ok(list::part(ctx, s, page, &s.places.values().filter(asked).collect::<Vec<_>>()))
}

/// `GET /parties`.
pub fn parties(ctx: &Ctx<'_>) -> Result<Reply, Fault> {
    let page = list::asked(ctx, "parties")?;
    let (s, q) = (list::view(ctx), ctx.ask.asked("q"));
    let asked = |p: &&hudna::model::Party| called(q, &[&p.id, &p.name.ar, &p.name.en]);
    Ok(list::part(ctx, s, page, &s.parties.values().filter(asked).collect::<Vec<_>>()))
}

/// `GET /sources`, each with its grades.
pub fn sources(ctx: &Ctx<'_>) -> Result<Reply, Fault> {
    let page = list::asked(ctx, "sources")?;
    let (s, q) = (&*ctx.snap.situation, ctx.ask.asked("q"));
    let asked = |x: &&hudna::model::Source| called(q, &[&x.id, &x.name.ar, &x.name.en]);
    let all: Vec<&hudna::model::Source> = s.sources.values().filter(asked).collect();
    let page = Page { total: all.len(), ..page };
    let one = |x: &&hudna::model::Source| {
        let mut out = value(x);
        let grades = ctx.snap.facts.grades(&x.id);
        out["version"] = json!(grades.iter().map(|g| g.entry).max());
        out["grades"] = json!(grades);
        out["reports"] = json!(s.reports.values().filter(|r| r.source == x.id).count());
        out
    };
    Ok(list::list(ctx, s, page, page.of(&all).iter().map(one).collect()))
}

/// `GET /agreements`: the agreement that is followed, with how its terms are kept.
pub fn agreements(ctx: &Ctx<'_>) -> Result<Reply, Fault> {
    let page = list::asked(ctx, "agreements")?;
    let s = list::view(ctx);
    let mut agreement = value(&s.agreement);
    let mut kept = hudna::compliance::compliance(s);
    for line in &mut kept {
        line.incidents.retain(|id| visible(ctx, id));
        for ids in [&mut line.open, &mut line.refused, &mut line.unreached] {
            ids.retain(|id| ctx.ask.asker.role != Role::Monitor || visible(ctx, id));
        }
    }
    agreement["kept"] = json!(kept);
    Ok(list::part(ctx, s, page, &[agreement]))
}

/// `GET /questions`.
pub fn questions(ctx: &Ctx<'_>) -> Result<Reply, Fault> {
    let page = list::asked(ctx, "questions")?;
    let (s, about, open) =
        (&*ctx.snap.situation, ctx.ask.asked("about"), list::yes_no(ctx, "open")?);
    let asked = |q: &&Question| {
        about.is_none_or(|told| q.about == told)
            && open.is_none_or(|open| q.answer.is_none() == open)
            && visible(ctx, &q.about)
    };
    Ok(list::part(ctx, s, page, &s.questions.iter().filter(asked).collect::<Vec<_>>()))
}

/// Whether whoever asks sees what something is about.
pub fn visible(ctx: &Ctx<'_>, id: &str) -> bool {
    let (s, asker) = (&*ctx.snap.situation, &ctx.ask.asker);
    if let Some(case) = s.cases.iter().find(|c| c.id == id) {
        return ctx.may(Right::SeeCases) && asker.sees_case(case);
    }
    if asker.role != Role::Monitor {
        return true;
    }
    let area = s.areas.iter().find(|a| a.id == id || a.area == id);
    let by_area = area.is_some_and(|a| asker.sees_area(Some(&a.area)));
    let report = s.claims.get(id).map(|c| c.report.as_str()).unwrap_or(id);
    let toll = |i: &&hudna::model::Incident| i.tolls.iter().any(|t| t.id == id);
    let of_toll = || s.incidents.iter().find(toll).is_some_and(|i| asker.sees_incident(i));
    by_area
        || items::seen(ctx, id).is_ok()
        || (s.reports.contains_key(report) && items::sees_report(ctx, report))
        || items::promise_seen(ctx, s, id).is_ok()
        || of_toll()
}

/// `GET /why/{id}`: the whole derivation.
pub fn why(ctx: &Ctx<'_>) -> Result<Reply, Fault> {
    list::asked(ctx, "why")?;
    let (s, id) = (&*ctx.snap.situation, ctx.ask.param("id"));
    let unknown = || Fault::unknown(id, "unknown-anything");
    if id.starts_with('#') {
        ctx.let_in(Right::SeeLedger)?;
    } else if !visible(ctx, id) {
        return Err(unknown());
    }
    // A derivation goes through things of other areas; a monitor walks it on the pages, which
    // leave those out.
    if ctx.ask.asker.role == Role::Monitor {
        return Err(hudna::Told::error("told-not-here", &[]).into());
    }
    Ok(item(s, s.head.size, value(&hudna::why::why(id, s, &ctx.snap.facts)?)))
}

/// `GET /search`: anything by its name or words.
pub fn search(ctx: &Ctx<'_>) -> Result<Reply, Fault> {
    list::asked(ctx, "search")?;
    let (s, q) = (&*ctx.snap.situation, ctx.ask.asked("q").unwrap_or_default());
    let limit = list::number(ctx, "limit", HITS, MOST_HITS)?;
    let seen = |hit: &hudna::search::Hit| match hit.kind {
        HitKind::Area => ctx.ask.asker.sees_area(Some(&hit.id)),
        HitKind::Place | HitKind::Party | HitKind::Term => true,
        HitKind::Incident => ctx.may(Right::SeeIncidents) && items::seen(ctx, &hit.id).is_ok(),
        HitKind::FollowUp => items::promise_seen(ctx, s, &hit.id).is_ok(),
        HitKind::Case => ctx.may(Right::SeeCases) && visible(ctx, &hit.id),
        HitKind::Source => ctx.may(Right::SeeSources),
        HitKind::Report => ctx.may(Right::SeeReports) && items::sees_report(ctx, &hit.id),
        HitKind::Question => {
            let about = s.questions.iter().find(|x| x.id == hit.id).map(|x| x.about.as_str());
            ctx.may(Right::SeeIncidents) && about.is_some_and(|about| visible(ctx, about))
        }
    };
    let hits = ctx.index().anything(s, q, limit);
    let hits: Vec<_> = hits.into_iter().filter(seen).collect();
    // The engine weighs a part of what fits three letters: how many there are in all is not told.
    let page = Page { page: 1, per: limit, total: hits.len() };
    Ok(list::whole(ctx, s, page, hits.iter().map(value).collect(), json!({ "limit": limit })))
}

/// The time that a parameter has: a moment, or a day, which begins at its midnight.
fn moment(ctx: &Ctx<'_>, name: &str, like: Moment) -> Result<Option<Moment>, Fault> {
    let Some(text) = ctx.ask.asked(name) else { return Ok(None) };
    let day = text.parse::<jiff::civil::Date>().ok().filter(|_| text.len() == 10);
    let told = text.parse::<Moment>().ok().or_else(|| day.map(|day| like.midnight_of(day)));
    told.map(Some).ok_or_else(|| Fault::bad("w-core-as-of"))
}

/// `GET /changes`: what is otherwise than at a time.
pub fn changes(ctx: &Ctx<'_>) -> Result<Reply, Fault> {
    let page = list::asked(ctx, "changes")?;
    let s = &*ctx.snap.situation;
    let since = moment(ctx, "since", s.as_of)?.unwrap_or_else(|| s.as_of.plus_seconds(-A_DAY));
    let then = ctx.desk.live.at(since)?;
    let kinds: BTreeSet<&str> =
        ctx.ask.query.iter().filter(|(n, _)| n == "kind").map(|(_, v)| v.as_str()).collect();
    let mut all = hudna::changes::changes(&then.situation, s);
    if ctx.may(Right::SeeLedger) {
        all.extend(hudna::changes::acts(&ctx.snap.facts, since));
    }
    let former = |id: &str| then.situation.incidents.iter().find(|i| i.id == id);
    all.retain(|c| kinds.is_empty() || kinds.contains(c.kind));
    all.retain(|c| match c.kind {
        "area_state" | "decision" | "undone" => visible(ctx, &c.id),
        "promise_gone" => ctx.ask.asker.role != Role::Monitor,
        kind if kind.starts_with("promise") => visible(ctx, &c.id),
        "case_step" => visible(ctx, &c.id),
        kind if kind.starts_with("total") => ctx.ask.asker.role != Role::Monitor,
        "incident_gone" | "split" => former(&c.id).is_some_and(|i| ctx.ask.asker.sees_incident(i)),
        _ => ctx.may(Right::SeeIncidents) && visible(ctx, &c.id),
    });
    let page = Page { total: all.len(), ..page };
    let items = page.of(&all).iter().map(value).collect();
    Ok(list::whole(ctx, s, page, items, json!({ "since": since })))
}

/// `GET /ledger`: the newest head, and what people entered, the newest first.
pub fn ledger(ctx: &Ctx<'_>) -> Result<Reply, Fault> {
    let page = list::asked(ctx, "ledger")?;
    let (s, facts) = (&*ctx.snap.situation, &*ctx.snap.facts);
    let head = ctx.desk.live.store()?.newest_head()?;
    let all: Vec<&Act> = facts.acts.iter().rev().collect();
    let page = Page { total: all.len(), ..page };
    let items = page.of(&all).iter().map(|act| entry(ctx, act)).collect();
    let (size, note) = head.unzip();
    let aside = json!({ "size": size, "head": note, "key": s.head.key, "root": s.head.root });
    Ok(list::whole(ctx, s, page, items, aside))
}

/// An entry of a person as the ledger shows it: names for whoever sees people.
fn entry(ctx: &Ctx<'_>, act: &Act) -> Value {
    let by = ctx.may(Right::SeePeople).then_some(&act.by);
    json!({
        "entry": act.entry, "kind": act.record.kind(), "by": by, "at": when(ctx, act.received),
        "undone": act.undone, "href": format!("/api/v1/ledger/{}", act.entry),
    })
}

/// When an entry was made: for those who see no reports by the hour alone, from which nobody's
/// shifts can be read.
fn when(ctx: &Ctx<'_>, at: Moment) -> Moment {
    let part = if ctx.may(Right::SeeReports) { 0 } else { at.seconds().rem_euclid(3600) };
    at.plus_seconds(-part)
}

/// `GET /ledger/{entry}`: one entry. What it says is told to whoever sees what it is about.
pub fn ledger_entry(ctx: &Ctx<'_>) -> Result<Reply, Fault> {
    list::asked(ctx, "ledger-entry")?;
    let (s, facts, told) = (&*ctx.snap.situation, &*ctx.snap.facts, ctx.ask.param("entry"));
    let unknown = || Fault::unknown(told, "unknown-anything");
    let number: u64 = told.parse().map_err(|_| unknown())?;
    if number >= facts.size {
        return Err(unknown());
    }
    let object = ctx.desk.live.store()?.object_of(number)?;
    let act = facts.acts.iter().find(|a| a.entry == number);
    let mut out = match act {
        Some(act) => entry(ctx, act),
        None => other(ctx, s, number),
    };
    out["object"] = json!(object);
    let says = act.filter(|act| ctx.may(Right::SeeReports) && !facts.is_expunged(act));
    out["record"] = json!(says.filter(|_| ctx.ask.asker.role != Role::Monitor).map(|a| &a.record));
    Ok(item(s, number, out))
}

/// An entry that no person made.
fn other(ctx: &Ctx<'_>, s: &Situation, number: u64) -> Value {
    let report = s.reports.values().find(|r| r.entry == number);
    json!({
        "entry": number, "kind": report.map(|_| "report"), "by": null,
        "at": report.map(|r| when(ctx, r.received)), "undone": null, "sha256": report.map(|r| &r.sha256),
        "href": format!("/api/v1/ledger/{number}"),
    })
}

/// `GET /me`: who asks, and what they may.
pub fn me(ctx: &Ctx<'_>) -> Result<Reply, Fault> {
    list::asked(ctx, "me")?;
    let asker = &ctx.ask.asker;
    let may: Vec<&str> = Right::ALL.iter().filter(|r| ctx.may(**r)).map(|r| r.name()).collect();
    let out = json!({
        "person": asker.person, "name": asker.name, "role": asker.role.name(), "guest": asker.guest,
        "areas": asker.areas, "party": asker.party, "rights": may, "mode": ctx.mode().name(),
        "token": ctx.ask.token.as_ref().map(|t| &t.token),
    });
    Ok(Reply::json(&out).tagged())
}
