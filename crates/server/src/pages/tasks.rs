//! Questions that would settle what is open: whom to ask, by when, and what came back.

use hudna::Told;
use hudna::model::{Question, Situation};
use hudna::questions::Ask;
use hudna::record::Record;
use hudna::rights::{Asker, Right, Role};
use serde_json::{Value, json};

use super::followups;
use super::overview::words_lang;
use super::report::claim::{dir, summary};
use super::shared::{href, party, place, source, title};
use super::{followups::one::people, said};
use crate::desk::Ctx;
use crate::fault::Fault;
use crate::form;
use crate::reply::Reply;
use crate::routes::Route;

/// Routes.
pub const ROUTES: &[Route] = &[
    Route::get("/tasks", Right::SeeIncidents, list),
    Route::get("/questions/{id}", Right::SeeIncidents, page),
    Route::post("/questions", Right::Ask, own),
    Route::post("/questions/{id}/ask", Right::Ask, ask),
    Route::post("/questions/{id}/answer", Right::Ask, answer),
];

const TABS: [&str; 4] = ["mine", "asked", "raised", "answered"];
/// Questions on a page.
const PER: usize = 20;
/// Things that a question of one's own may be about and that are offered.
const OFFERED: usize = 60;
/// Promises that are due and listed.
const DUE: usize = 10;

fn standing(q: &Question) -> &'static str {
    match (&q.answer, q.raised) {
        (Some(_), _) => "answered",
        (None, true) => "raised",
        (None, false) => "asked",
    }
}

/// Whether whoever asks sees what a question is about: a monitor what is of own areas.
fn sees(ctx: &Ctx<'_>, q: &Question) -> bool {
    let (asker, s) = (&ctx.ask.asker, ctx.situation());
    if asker.role != Role::Monitor {
        return true;
    }
    let report = s.claims.get(&q.about).map_or(&q.about, |f| &f.report);
    if s.reports.contains_key(report) {
        return super::report::seen(ctx, report).is_ok();
    }
    if let Some(f) = hudna::promises::promise(s, &q.about) {
        return followups::sees(s, asker, f);
    }
    let incident = ctx.index().incident(s, &q.about).map(|at| &s.incidents[at]);
    asker.sees_area(incident.map_or(Some(q.about.as_str()), |i| i.area.as_deref()))
}

fn is_mine(q: &Question, asker: &Asker) -> bool {
    let by = |name: &str| !name.is_empty() && name == asker.name;
    let asked = q.asked.as_ref().is_some_and(|(who, _)| by(who));
    q.answer.is_none() && !q.raised && q.owner.as_deref().map_or(asked, by)
}

fn on_tab(q: &Question, tab: &str, asker: &Asker) -> bool {
    if tab == "mine" { is_mine(q, asker) } else { standing(q) == tab }
}

fn list(ctx: &Ctx<'_>) -> Result<Reply, Fault> {
    let (s, asker) = (ctx.situation(), &ctx.ask.asker);
    let seen: Vec<&Question> = s.questions.iter().filter(|q| sees(ctx, q)).collect();
    let count = |tab: &str| seen.iter().filter(|q| on_tab(q, tab, asker)).count();
    let usual = TABS.into_iter().find(|tab| count(tab) > 0).unwrap_or("mine");
    let told = ctx.ask.asked("show").unwrap_or(usual);
    let tab = TABS.into_iter().find(|t| *t == told).unwrap_or(usual);
    let all: Vec<&Question> = seen.iter().copied().filter(|q| on_tab(q, tab, asker)).collect();
    let at = ctx.ask.asked("page").and_then(|p| p.parse::<usize>().ok()).unwrap_or(1);
    let at = at.clamp(1, all.len().div_ceil(PER).max(1));
    let items: Vec<Value> =
        all.iter().skip((at - 1) * PER).take(PER).map(|q| view(ctx, q)).collect();
    let on = |page: usize| format!("/tasks?show={tab}&page={page}");
    let tabs = TABS.map(|t| {
        json!({
            "href": format!("/tasks?show={t}"), "active": t == tab, "count": count(t),
            "text": ctx.say().text(&format!("w-tasks-tab-{t}"), &[]),
        })
    });
    let mut given = common(ctx);
    given["page"] = json!({
        "shown": items.len(), "total": all.len(), "from": (at - 1) * PER + 1,
        "prev": (at > 1).then(|| on(at - 1)),
        "next": (at * PER < all.len()).then(|| on(at + 1)),
    });
    given["tabs"] = json!(tabs);
    given["show"] = json!(tab);
    given["items"] = json!(items);
    given["due"] = json!(if tab == "mine" { due(ctx) } else { Vec::new() });
    ctx.page("tasks.html.jinja", given)
}

/// What both pages are given.
fn common(ctx: &Ctx<'_>) -> Value {
    let (say, s) = (ctx.say(), ctx.situation());
    let shown = s.incidents.iter().filter(|i| ctx.ask.asker.sees_area(i.area.as_deref()));
    let abouts: Vec<Value> =
        shown.take(OFFERED).map(|i| json!({ "value": i.id, "text": title(say, s, i) })).collect();
    let mut channels: Vec<&String> =
        s.questions.iter().filter_map(|q| q.channel.as_ref()).collect();
    channels.sort();
    channels.dedup();
    json!({
        "abouts": abouts, "channels": channels, "people": people(ctx, None), "feed": null,
        "page": { "shown": 0, "total": 0, "from": 1, "prev": null, "next": null },
        "tabs": [], "due": [],
    })
}

/// Promises that whoever asks looks after, the first due first.
fn due(ctx: &Ctx<'_>) -> Vec<Value> {
    let (say, s) = (ctx.say(), ctx.situation());
    let name = ctx.ask.asker.name.as_str();
    let mine = |f: &&hudna::model::FollowUp| {
        !name.is_empty() && f.owner.as_deref() == Some(name) && !f.status.is_closed()
    };
    let mut all: Vec<(String, Value)> = s
        .follow_ups
        .iter()
        .filter(mine)
        .filter_map(|f| {
            let day = f.due.end.clone().or_else(|| f.due.start.clone())?;
            let who = f.who.as_deref();
            let who = who.map_or_else(|| say.text("p-who-unknown", &[]), |id| party(say, s, id));
            let text = format!("{who}: {}", say.label("task", f.what.as_str()));
            let late = f.status == hudna::model::FollowUpStatus::Overdue;
            let view = json!({ "href": href(&f.id), "text": text, "due": day, "overdue": late });
            Some((day, view))
        })
        .collect();
    all.sort_by(|a, b| a.0.cmp(&b.0));
    all.into_iter().take(DUE).map(|(_, view)| view).collect()
}

/// What a question is about, in a line.
fn about(ctx: &Ctx<'_>, id: &str) -> Value {
    let s = ctx.situation();
    let text = about_text(ctx, s, id).unwrap_or_else(|| id.to_owned());
    let at = match (s.claims.get(id), s.places.contains_key(id)) {
        (Some(filed), _) => format!("{}#{id}", href(&filed.report)),
        (None, true) => format!("/areas/{id}"),
        (None, false) => href(id),
    };
    json!({ "id": id, "href": at, "title": text })
}

fn about_text(ctx: &Ctx<'_>, s: &Situation, id: &str) -> Option<String> {
    let say = ctx.say();
    if let Some(filed) = s.claims.get(id) {
        return Some(summary(say, s, &filed.claim));
    }
    if let Some(report) = s.reports.get(id) {
        return Some(source(say, s, &report.source));
    }
    if let Some(f) = hudna::promises::promise(s, id) {
        let who = f.who.as_deref();
        let who = who.map_or_else(|| say.text("p-who-unknown", &[]), |id| party(say, s, id));
        return Some(format!("{who}: {}", say.label("task", f.what.as_str())));
    }
    if s.places.contains_key(id) {
        return Some(place(say, s, Some(id), None));
    }
    let incident = ctx.index().incident(s, id)?;
    Some(title(say, s, &s.incidents[incident]))
}

/// What an answer would change: what of an incident's judgement the question came from.
fn settles(ctx: &Ctx<'_>, q: &Question) -> Option<String> {
    let (say, s) = (ctx.say(), ctx.situation());
    let i = &s.incidents[ctx.index().incident(s, &q.about)?];
    let open = i.judgements.iter().find(|j| !j.settles.is_empty())?;
    let all: Vec<String> = open.settles.iter().map(|x| say.pick(&x.text)).collect();
    Some(say.clauses(&all))
}

fn view(ctx: &Ctx<'_>, q: &Question) -> Value {
    let say = ctx.say();
    let text = say.pick(&q.text);
    let lang = words_lang(&text);
    let today = ctx.situation().as_of.day().to_string();
    let late = q.answer.is_none() && q.due.as_ref().is_some_and(|d| *d < today);
    json!({
        "id": q.id, "href": format!("/questions/{}", q.id), "text": text, "lang": lang,
        "dir": dir(lang), "about": about(ctx, &q.about), "standing": standing(q),
        "settles": if q.answer.is_none() { settles(ctx, q) } else { None },
        "to": q.addressee, "channel": q.channel, "owner": q.owner, "due": q.due, "overdue": late,
        "asked": q.asked.as_ref().map(|(by, at)| json!({ "by": by, "at": at })),
        "answer": q.answer.as_ref().map(|a| {
            json!({ "by": a.by, "at": a.at, "text": a.text, "report": cited(ctx, &a.text) })
        }),
        "version": ctx.snap.facts.size, "entry": q.entries.last(),
    })
}

/// The report that an answer names by its id.
fn cited(ctx: &Ctx<'_>, text: &str) -> Option<Value> {
    let plain = |c: char| c.is_ascii_alphanumeric() || c == '-';
    let mut words = text.split(|c| !plain(c)).filter(|w| w.starts_with("R-"));
    let id = words.find(|w| ctx.situation().reports.contains_key(*w))?;
    Some(json!({ "id": id, "href": href(id) }))
}

fn find<'c>(ctx: &'c Ctx<'_>, id: &str) -> Result<&'c Question, Fault> {
    let found = ctx.situation().questions.iter().find(|q| q.id == id).filter(|q| sees(ctx, q));
    found.ok_or_else(|| Fault::unknown(id, "unknown-question"))
}

fn page(ctx: &Ctx<'_>) -> Result<Reply, Fault> {
    let q = find(ctx, ctx.ask.param("id"))?;
    let of = |r: &Record| match r {
        Record::Question(x) => x.id == q.id,
        Record::Answer(a) => a.question == q.id,
        _ => false,
    };
    let acts = ctx.snap.facts.acts.iter().rev().filter(|a| of(&a.record));
    let feed: Vec<Value> = acts.map(|a| said::line(ctx, a)).collect();
    let mut given = common(ctx);
    given["show"] = json!("one");
    given["items"] = json!([view(ctx, q)]);
    given["feed"] = json!((!feed.is_empty()).then_some(feed));
    ctx.page("tasks.html.jinja", given)
}

/// Whom a question goes to, as the form says it; whoever asks looks after it if nobody is named.
fn way(ctx: &Ctx<'_>) -> Ask {
    let text = |name: &str| ctx.ask.field(name).map(str::to_owned);
    let own = Some(ctx.ask.asker.name.clone()).filter(|n| !n.is_empty());
    Ask { to: text("to"), channel: text("channel"), owner: text("owner").or(own), due: text("due") }
}

fn own(ctx: &Ctx<'_>) -> Result<Reply, Fault> {
    let about = ctx.ask.field("about").ok_or_else(|| Fault::bad("w-core-form"))?;
    let why = ctx.ask.field("why").ok_or_else(|| Told::error("told-no-reason", &[]))?;
    let way = way(ctx);
    let done = ctx.act(why, |desk| desk.ask(about, way))?;
    let next = ctx.ask.next(&format!("/questions/{}", form::encoded(&done.about)));
    Ok(ctx.done(&next, "w-core-done", Some(done.entry)))
}

fn ask(ctx: &Ctx<'_>) -> Result<Reply, Fault> {
    let q = find(ctx, ctx.ask.param("id"))?;
    let why = super::report::why(ctx, "ask");
    let way = way(ctx);
    let done = ctx.act(&why, |desk| desk.ask(&q.id, way))?;
    Ok(ctx.done(&ctx.ask.next("/tasks?show=asked"), "w-core-done", Some(done.entry)))
}

fn answer(ctx: &Ctx<'_>) -> Result<Reply, Fault> {
    let q = find(ctx, ctx.ask.param("id"))?;
    let words = ctx.ask.field("answer").ok_or_else(|| Told::error("told-no-reason", &[]))?;
    let done = ctx.act(words, |desk| desk.answer(&q.id))?;
    Ok(ctx.done(&ctx.ask.next("/tasks?show=answered"), "w-core-done", Some(done.entry)))
}
