//! One incident: what is claimed by whom, its tolls, judgements, case, links and proof.

mod claimed;
mod enter;

use std::collections::BTreeMap;

use hudna::acts::Act;
use hudna::model::{Found, Incident, Outcome, Situation, TollRow};
use hudna::record::Record;
use hudna::rights::Right;
use hudna_brief::bidi;
use serde_json::{Value, json};

use super::area::question;
use super::said;
use super::shared::{self, both, href, party, place, source, title};
use crate::desk::Ctx;
use crate::fault::Fault;
use crate::reply::Reply;
use crate::routes::Route;
use crate::say::Say;
pub use claimed::figure;
use claimed::{claimants, fields, grade, origin_name};
pub use enter::reason;

/// Routes.
pub const ROUTES: &[Route] = &[
    Route::get("/i/{id}", Right::SeeIncidents, page),
    Route::post("/i/{id}/links", Right::Merge, enter::link),
    Route::post("/i/{id}/part", Right::Merge, enter::part),
    Route::post("/i/{id}/finding", Right::Merge, enter::finding),
    Route::post("/i/{id}/plea", Right::Merge, enter::plea),
    Route::post("/i/{id}/case", Right::Case, enter::open_case),
];

/// The incident of an id, also of one that it bore before others joined it.
///
/// # Errors
/// There is none, or not for whoever asks.
pub fn find<'c>(ctx: &'c Ctx<'_>, id: &str) -> Result<&'c Incident, Fault> {
    let s = ctx.situation();
    let at = ctx.index().incident(s, id);
    let found = at.map(|at| &s.incidents[at]);
    let seen = found.filter(|i| ctx.ask.asker.sees_area(i.area.as_deref()));
    seen.ok_or_else(|| Fault::unknown(id, "unknown-incident"))
}

fn page(ctx: &Ctx<'_>) -> Result<Reply, Fault> {
    let i = find(ctx, ctx.ask.param("id"))?;
    if i.id != ctx.ask.param("id") {
        return Ok(Reply::to(href(&i.id)));
    }
    ctx.page("incident.html.jinja", view(ctx, i))
}

/// What the template is given.
pub fn view(ctx: &Ctx<'_>, i: &Incident) -> Value {
    let (say, s) = (ctx.say(), ctx.situation());
    let claimants = claimants(ctx, i);
    let reports: usize = i.origins.iter().map(|o| o.reports.len()).sum();
    let area = i.area.as_deref();
    let level = i.place.as_ref().and_then(|id| s.places.get(id)).map(|p| p.level);
    let precision = match level {
        Some(level) => say
            .label("level", serde_json::to_value(level).unwrap_or_default().as_str().unwrap_or("")),
        None => say.text("i-place-unknown", &[]),
    };
    let mut verdicts: Vec<_> = i.judgements.iter().map(|j| j.verdict).collect();
    verdicts.sort();
    verdicts.dedup();
    let acts: Vec<&Act> = acts(ctx, i);
    json!({
        "incident": {
            "id": i.id, "title": title(say, s, i), "version": ctx.snap.facts.size,
            "days": i.days.as_ref().map(|(a, b)| [a, b]),
            "hours": hours(say, i), "place": place(say, s, i.place.as_deref(), i.place_text.as_deref()),
            "place_href": i.place.as_ref().map(|id| format!("/places?q={id}")),
            "precision": precision, "area": area.map(|id| place(say, s, Some(id), None)),
            "area_href": area.map(|id| format!("/areas/{id}")),
            "corroboration": i.corroboration, "origins": i.origins.len(), "reports": reports,
            "confirmed": i.confirmed,
            "reviewed": { "confirmed": i.reviewed.confirmed, "of": i.reviewed.of },
            "findings": i.findings.iter().map(|f| found_text(say, f.found)).collect::<Vec<_>>(),
            "fresh": false,
        },
        "summary": summary(say, s, i), "verdicts": verdicts,
        "deaths": shared::worst(i, Outcome::Killed).map(shared::toll),
        "hurt": shared::worst(i, Outcome::Injured).map(shared::toll),
        "fields": fields(ctx, i), "claimants": claimants, "tolls": tolls(ctx, i),
        "judgements": judgements(ctx, i), "exceptions": exceptions(say, s, i),
        "parties": parties(say, s), "case": case(ctx, i),
        "questions": questions(say, s, i), "candidates": candidates(ctx, i),
        "related": related(ctx, i), "members": members(ctx, i), "reasons": reasons(say),
        "feed": acts.iter().rev().map(|a| said::line(ctx, a)).collect::<Vec<_>>(),
        "proof": proof(ctx, i, &acts),
    })
}

fn hours(say: &Say, i: &Incident) -> Option<String> {
    let told: Vec<String> =
        i.times
            .iter()
            .filter_map(|t| t.in_a_day())
            .map(|(_, from, to)| {
                if from == to { from.to_owned() } else { format!("\u{2068}{from}–{to}\u{2069}") }
            })
            .collect();
    (!told.is_empty()).then(|| say.clauses(&told))
}

fn found_text(say: &Say, found: Found) -> String {
    let word = serde_json::to_value(found).unwrap_or_default();
    say.label("found", word.as_str().unwrap_or_default())
}

/// What happened, in a sentence made of what is told.
fn summary(say: &Say, s: &Situation, i: &Incident) -> String {
    let mut parts = vec![title(say, s, i)];
    if let Some((first, last)) = &i.days {
        parts.push(say.days_uncertain(first, last));
    }
    let who: Vec<String> = i.actors.iter().map(|(id, _)| party(say, s, id)).collect();
    if !who.is_empty() {
        // Names of both directions stand beside one another.
        let who: Vec<String> = who.iter().map(|name| bidi::isolate(name, say.lang)).collect();
        parts.push(format!("{}: {}", say.text("actor", &[]), say.list(&who)));
    }
    if let Some(t) = shared::worst(i, Outcome::Killed) {
        let args = [("n", t.best.into())];
        parts.push(say.text("count-killed", &args));
    }
    say.clauses(&parts)
}

/// Reasons that people choose from when two incidents are compared.
pub fn reasons(say: &Say) -> Vec<String> {
    (1..=5).map(|n| say.text(&format!("w-core-pair-why-{n}"), &[])).collect()
}

// ---- what is claimed ----

fn tolls(ctx: &Ctx<'_>, i: &Incident) -> Vec<Value> {
    let mut all: Vec<&hudna::model::Toll> = i.tolls.iter().collect();
    all.sort_by_key(|t| (t.outcome != Outcome::Killed, std::cmp::Reverse(t.best)));
    all.into_iter().map(|t| toll(ctx, i, t)).collect()
}

fn toll(ctx: &Ctx<'_>, i: &Incident, t: &hudna::model::Toll) -> Value {
    let s = ctx.situation();
    let confirmed = t
        .rows
        .iter()
        .any(|r| r.low == Some(t.best) && s.claims.get(&r.claim).is_some_and(|c| c.reviewed));
    let mut view = shared::toll(t);
    view["method"] = both(&t.method);
    view["confirmed"] = json!(confirmed);
    view["rows"] = t.rows.iter().map(|r| toll_row(ctx, i, r)).collect();
    view
}

fn toll_row(ctx: &Ctx<'_>, i: &Incident, r: &TollRow) -> Value {
    let (say, s) = (ctx.say(), ctx.situation());
    let origin = i.origins.iter().find(|o| o.id == r.origin);
    json!({
        "value": figure(say, r.low, r.high), "claim": r.claim, "grade": r.grade,
        "source": source(say, s, &r.source),
        "origin": origin.map_or_else(|| r.origin.clone(), |o| origin_name(say, s, o)),
        "report": r.report, "received": r.received, "superseded": r.superseded,
        "subset": r.subset, "coded": r.coded,
    })
}

fn judgements(ctx: &Ctx<'_>, i: &Incident) -> Vec<Value> {
    let (say, s) = (ctx.say(), ctx.situation());
    let one = |j: &hudna::model::Judgement| {
        let term = s.agreement.obligation(&j.obligation);
        let flags: Vec<String> = j
            .flags
            .iter()
            .map(|f| serde_json::to_value(f).unwrap_or_default())
            .map(|f| say.label("flag", f.as_str().unwrap_or_default()))
            .collect();
        let exception = j.exception.as_ref().map(|id| {
            let known = s.agreement.exceptions.iter().find(|e| e.id == *id);
            known.map_or_else(|| id.clone(), |e| say.pick(&e.text))
        });
        json!({
            "obligation": term.map_or_else(|| j.obligation.clone(), |o| say.pick(&o.text)),
            "term_href": format!("/agreements/{}#{}", s.agreement.id, j.obligation),
            "verdict": j.verdict, "reading": j.window, "exception": exception, "marks": flags,
            "facts": j.facts.iter().map(|(name, standing)| json!({ "name": name, "standing": standing })).collect::<Vec<_>>(),
            "trace": j.trace.iter().map(both).collect::<Vec<_>>(),
            "settles": j.settles.iter().map(|x| json!({ "text": both(&x.text), "question": asked(s, i, &x.text) })).collect::<Vec<_>>(),
            "person": i.confirmed, "rule_version": crate::render::rules(),
        })
    };
    i.judgements.iter().map(one).collect()
}

/// The question that asks for what would settle something.
fn asked(s: &Situation, i: &Incident, text: &hudna::model::Bilingual) -> Option<Value> {
    let q = s.questions.iter().find(|q| q.about == i.id && q.text.en == text.en)?;
    Some(json!({ "id": q.id, "href": format!("/tasks#{}", q.id) }))
}

fn exceptions(say: &Say, s: &Situation, i: &Incident) -> Vec<Value> {
    let of = |e: &&hudna::model::agreement::Exception| {
        i.judgements.iter().any(|j| e.of.contains(&j.obligation))
    };
    let view = |e: &hudna::model::agreement::Exception| json!({ "value": e.id, "text": say.pick(&e.text), "selected": false });
    s.agreement.exceptions.iter().filter(of).map(view).collect()
}

fn parties(say: &Say, s: &Situation) -> Vec<Value> {
    let view = |p: &hudna::model::agreement::Membership| json!({ "value": p.party, "text": party(say, s, &p.party), "selected": false });
    s.agreement.parties.iter().map(view).collect()
}

fn case(ctx: &Ctx<'_>, i: &Incident) -> Option<Value> {
    let (say, s) = (ctx.say(), ctx.situation());
    let c = s.cases.iter().find(|c| c.incident.as_deref() == Some(&i.id))?;
    let seen = ctx.ask.asker.sees_case(c);
    let clock = |k: &hudna::model::CaseClock| json!({ "step": k.step, "who": party(say, s, &k.who), "due": k.due, "passed": k.passed });
    let clocks: Vec<Value> = c.clocks.iter().map(clock).collect();
    seen.then(|| {
        json!({ "id": c.id, "href": href(&c.id), "stage": c.stage.as_str(), "clocks": clocks, "waits": null })
    })
}

fn questions(say: &Say, s: &Situation, i: &Incident) -> Vec<Value> {
    s.questions.iter().filter(|q| q.about == i.id).map(|q| question(say, q)).collect()
}

// ---- links ----

/// Incidents that a machine takes for perhaps the same, with the best pair of each.
pub fn candidates(ctx: &Ctx<'_>, i: &Incident) -> Vec<Value> {
    let say = ctx.say();
    let mut best: BTreeMap<&str, (&hudna::model::Link, &Incident)> = BTreeMap::new();
    for link in i.links.iter().filter(|l| !l.confirmed) {
        let other = if i.claims.contains(&link.a) { &link.b } else { &link.a };
        let holds = |x: &&Incident| x.id != i.id && x.claims.contains(other);
        let Some(found) = super::report::claim::incident(ctx, other).filter(holds) else {
            continue;
        };
        let known = best.entry(&found.id).or_insert((link, found));
        if link.score > known.0.score {
            *known = (link, found);
        }
    }
    let view = |(link, other): &(&hudna::model::Link, &Incident)| {
        let mut row = shared::row(ctx, other);
        let parts: Vec<Value> =
            link.parts.iter().map(|p| json!({ "name": p.name, "value": p.value })).collect();
        let why: Vec<String> = link
            .parts
            .iter()
            .filter(|p| p.value >= 0.5)
            .map(|p| say.label("score-part", &p.name))
            .collect();
        row["score"] = json!(link.score);
        row["parts"] = json!(parts);
        row["why"] = json!(say.list(&why));
        row
    };
    best.values().map(view).collect()
}

fn related(ctx: &Ctx<'_>, i: &Incident) -> Vec<Value> {
    let (say, s) = (ctx.say(), ctx.situation());
    let one = |r: &hudna::model::Related| {
        let other = shared::incident(ctx, &r.incident);
        let act = ctx.snap.facts.acts.iter().find(|a| a.entry == r.entry);
        json!({
            "relation": r.relation.as_str(), "id": r.incident, "href": href(&r.incident),
            "title": other.map_or_else(|| r.incident.clone(), |x| title(say, s, x)), "by": r.by,
            "why": act.map(|a| said::why(say, &a.record)), "entry": r.entry,
        })
    };
    i.related.iter().map(one).collect()
}

fn members(ctx: &Ctx<'_>, i: &Incident) -> Vec<Value> {
    let (say, s) = (ctx.say(), ctx.situation());
    let one = |id: &String| {
        let filed = s.claims.get(id)?;
        Some(json!({
            "claim": id, "text": filed.claim.evidence.text, "report": filed.report,
            "source": source(say, s, &filed.source), "grade": grade(s, &filed.source), "day": null,
        }))
    };
    i.claims.iter().filter_map(one).collect()
}

// ---- what was entered ----

/// What people entered on an incident and its claims, in the order of entry, what was undone too.
pub fn acts<'c>(ctx: &'c Ctx<'_>, i: &Incident) -> Vec<&'c Act> {
    let facts = &ctx.snap.facts;
    let case = ctx.situation().cases.iter().find(|c| c.incident.as_deref() == Some(&i.id));
    let has = |claim: &str| i.claims.iter().chain(&i.denials).any(|c| c == claim);
    let on = |act: &&Act| {
        let named = act
            .record
            .anchors()
            .iter()
            .any(|a| facts.stands_for(a).is_some_and(|c| has(&c)) || has(&a.claim));
        let step = matches!((&act.record, case), (Record::Case(r), Some(c)) if r.case == c.id);
        named || step
    };
    facts.acts.iter().filter(on).collect()
}

fn proof(ctx: &Ctx<'_>, i: &Incident, acts: &[&Act]) -> Value {
    let (say, s) = (ctx.say(), ctx.situation());
    let mut entries: BTreeMap<u64, (String, String)> = BTreeMap::new();
    for filed in i.claims.iter().chain(&i.denials).filter_map(|id| s.claims.get(id)) {
        if let Some(report) = s.reports.get(&filed.report) {
            let kind = say.text("report", &[]);
            entries.insert(report.entry, (kind, report.sha256.clone()));
        }
    }
    for act in acts {
        entries.insert(act.entry, (said::said(say, &act.record), String::new()));
    }
    let list: Vec<Value> = entries
        .into_iter()
        .map(|(entry, (kind, hash))| json!({ "entry": entry, "kind": kind, "hash": hash }))
        .collect();
    json!({
        "entries": list, "size": s.head.size, "root": s.head.root,
        "command": "hudna verify --derived --store hudna-store",
    })
}
