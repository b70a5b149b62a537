//! One incident: what is claimed by whom, its tolls, judgements, case, links and proof.

use std::collections::BTreeMap;

use hudna::acts::Act;
use hudna::model::{
    Body, FiledClaim, Found, Incident, Name, Origin, Outcome, Relation, Situation, TollRow,
};
use hudna::record::Record;
use hudna::rights::Right;
use hudna_brief::bidi;
use serde_json::{Value, json};

use super::area::question;
use super::shared::{self, both, href, party, place, source, title};
use super::{overview::words_lang, said};
use crate::desk::Ctx;
use crate::fault::Fault;
use crate::reply::Reply;
use crate::routes::Route;
use crate::say::Say;

/// Routes.
pub const ROUTES: &[Route] = &[
    Route::get("/i/{id}", Right::SeeIncidents, page),
    Route::post("/i/{id}/links", Right::Merge, link),
    Route::post("/i/{id}/part", Right::Merge, part),
    Route::post("/i/{id}/finding", Right::Merge, finding),
    Route::post("/i/{id}/plea", Right::Merge, plea),
    Route::post("/i/{id}/case", Right::Case, open_case),
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

fn origin_name(say: &Say, s: &Situation, origin: &Origin) -> String {
    match origin.id.split_once(':') {
        Some(("party", id)) => party(say, s, id),
        Some(("report", id)) => {
            s.reports.get(id).map_or_else(|| id.to_owned(), |r| source(say, s, &r.source))
        }
        Some((_, name)) => name.to_owned(),
        None => origin.id.clone(),
    }
}

fn claimants(ctx: &Ctx<'_>, i: &Incident) -> Vec<Value> {
    let (say, s) = (ctx.say(), ctx.situation());
    let one = |o: &Origin| {
        let grades = o.reports.iter().filter_map(|r| grade(s, s.reports.get(r)?.source.as_str()));
        let reports: Vec<Value> = o
            .reports
            .iter()
            .enumerate()
            .filter_map(|(n, id)| {
                let report = s.reports.get(id)?;
                Some(json!({
                    "id": id, "href": format!("/r/{id}"), "copy": n > 0,
                    "source": source(say, s, &report.source),
                }))
            })
            .collect();
        json!({
            "id": o.id, "name": origin_name(say, s, o), "why": both(&o.why),
            "grade": grades.min(), "reports": reports,
        })
    };
    i.origins.iter().map(one).collect()
}

fn grade(s: &Situation, source: &str) -> Option<char> {
    s.sources.get(source).map(|x| x.grade)
}

/// Position of the origin that a claim comes from.
fn origin_of(s: &Situation, i: &Incident, filed: &FiledClaim) -> Option<usize> {
    let named = filed.claim.attributed_to.as_ref();
    let party = named.and_then(|n| n.party.as_ref()).map(|id| format!("party:{id}"));
    let rows = i.tolls.iter().flat_map(|t| &t.rows).find(|r| r.claim == filed.claim.id);
    let by = |id: &str| i.origins.iter().position(|o| o.id == id);
    let told = rows.and_then(|r| by(&r.origin)).or_else(|| by(&party?));
    let name = || {
        let text = hudna::model::text::fold(&named?.text);
        i.origins.iter().position(|o| {
            o.id.strip_prefix("name:").is_some_and(|n| text.contains(n) || n.contains(&text))
        })
    };
    let report = || by(&format!("report:{}", filed.report));
    let holds = || i.origins.iter().position(|o| o.reports.contains(&filed.report));
    let _ = s;
    told.or_else(name).or_else(report).or_else(holds)
}

struct Said {
    value: String,
    words: String,
}

/// What a claim says of a field.
type Field = fn(&Say, &Situation, &FiledClaim) -> Option<Said>;

fn name_said(say: &Say, s: &Situation, name: Option<&Name>) -> Option<Said> {
    let name = name?;
    let value = name.party.as_deref().map_or_else(|| name.text.clone(), |id| party(say, s, id));
    Some(Said { value, words: name.text.clone() })
}

fn act_said(say: &Say, _: &Situation, f: &FiledClaim) -> Option<Said> {
    let Body::Violence { act, .. } = &f.claim.body else { return None };
    Some(Said { value: say.label("act", act.as_str()), words: f.claim.evidence.text.clone() })
}

fn actor_said(say: &Say, s: &Situation, f: &FiledClaim) -> Option<Said> {
    let Body::Violence { actor, .. } = &f.claim.body else { return None };
    name_said(say, s, actor.as_ref())
}

fn target_said(say: &Say, s: &Situation, f: &FiledClaim) -> Option<Said> {
    let Body::Violence { target, .. } = &f.claim.body else { return None };
    name_said(say, s, target.as_ref())
}

fn place_said(say: &Say, s: &Situation, f: &FiledClaim) -> Option<Said> {
    let told = f.claim.place.as_ref()?;
    let value = place(say, s, told.id.as_deref(), Some(&told.text));
    Some(Said { value, words: told.text.clone() })
}

fn day_said(say: &Say, _: &Situation, f: &FiledClaim) -> Option<Said> {
    let date = f.claim.date.as_ref()?;
    let start = date.start.clone();
    let value = match &date.end {
        Some(end) => say.days(&start, end),
        None => say.day(&start),
    };
    Some(Said { value, words: date.words.clone() })
}

fn toll_said(outcome: Outcome, say: &Say, f: &FiledClaim) -> Option<Said> {
    let Body::Toll { outcome: told, low, high, cumulative: false, .. } = &f.claim.body else {
        return None;
    };
    (*told == outcome)
        .then(|| Said { value: figure(say, *low, *high), words: f.claim.evidence.text.clone() })
}

fn killed_said(say: &Say, _: &Situation, f: &FiledClaim) -> Option<Said> {
    toll_said(Outcome::Killed, say, f)
}

fn hurt_said(say: &Say, _: &Situation, f: &FiledClaim) -> Option<Said> {
    toll_said(Outcome::Injured, say, f)
}

/// A figure as its source gives it.
pub fn figure(say: &Say, low: Option<u32>, high: Option<u32>) -> String {
    let number = |n: u32| say.number(f64::from(n));
    match (low, high) {
        (Some(low), Some(high)) if low == high => number(low),
        (Some(low), Some(high)) => format!("{}–{}", number(low), number(high)),
        (Some(low), None) => say.text("count-at-least", &[("count", number(low).into())]),
        (None, Some(high)) => say.text("count-at-most", &[("count", number(high).into())]),
        (None, None) => say.text("unknown", &[]),
    }
}

const FIELDS: [(&str, Field); 7] = [
    ("act", act_said),
    ("actor", actor_said),
    ("target", target_said),
    ("place", place_said),
    ("day", day_said),
    ("killed", killed_said),
    ("injured", hurt_said),
];

fn fields(ctx: &Ctx<'_>, i: &Incident) -> Vec<Value> {
    FIELDS.iter().filter_map(|(name, said)| field(ctx, i, name, *said)).collect()
}

/// A row: what is shown, and what each origin says, the same told twice once.
fn field(ctx: &Ctx<'_>, i: &Incident, name: &str, told: Field) -> Option<Value> {
    let (say, s) = (ctx.say(), ctx.situation());
    let mut cells: Vec<BTreeMap<String, Value>> = vec![BTreeMap::new(); i.origins.len()];
    let mut values: BTreeMap<String, usize> = BTreeMap::new();
    for id in i.claims.iter().chain(&i.denials) {
        let Some(filed) = s.claims.get(id) else { continue };
        let (Some(at), Some(said)) = (origin_of(s, i, filed), told(say, s, filed)) else {
            continue;
        };
        *values.entry(said.value.clone()).or_default() += 1;
        let cell = &mut cells[at];
        if let Some(known) = cell.get_mut(&said.value) {
            known["copies"] = json!(known["copies"].as_u64().unwrap_or(0) + 1);
            continue;
        }
        let grade = grade(s, &filed.source).unwrap_or('F');
        let credible = if filed.reviewed { "2" } else { "" };
        let value = json!({
            "value": said.value, "words": (!said.words.is_empty()).then_some(&said.words),
            "lang": words_lang(&said.words), "claim": id, "grade": format!("{grade}{credible}"),
            "modality": filed.claim.modality.as_str(), "reviewed": filed.reviewed,
            "refused": false, "copies": 0,
        });
        cell.insert(said.value, value);
    }
    if values.is_empty() {
        return None;
    }
    let shown = shown(ctx, i, name, &values);
    let cells: Vec<Vec<&Value>> = cells.iter().map(|c| c.values().collect()).collect();
    let method = match name {
        "killed" | "injured" => None,
        _ => Some(
            say.text("n-origins", &[("n", cells.iter().filter(|c| !c.is_empty()).count().into())]),
        ),
    };
    Some(json!({
        "name": say.text(name, &[]), "shown": shown, "method": method,
        "contested": name != "act" && values.len() > 1, "cells": cells,
    }))
}

fn shown(ctx: &Ctx<'_>, i: &Incident, name: &str, values: &BTreeMap<String, usize>) -> String {
    let (say, s) = (ctx.say(), ctx.situation());
    let outcome = |o| shared::worst(i, o).map(|t| t.best);
    let names = |all: &[(String, Vec<String>)]| {
        all.iter().map(|(id, _)| party(say, s, id)).collect::<Vec<_>>().join(" / ")
    };
    let told = match name {
        "act" => say.list(&i.acts.iter().map(|a| say.label("act", a.as_str())).collect::<Vec<_>>()),
        "actor" => names(&i.actors),
        "target" => names(&i.targets),
        "place" => place(say, s, i.place.as_deref(), i.place_text.as_deref()),
        "day" => i.days.as_ref().map_or(String::new(), |(a, b)| say.days_uncertain(a, b)),
        "killed" => outcome(Outcome::Killed).map_or(String::new(), |n| say.number(n.into())),
        _ => outcome(Outcome::Injured).map_or(String::new(), |n| say.number(n.into())),
    };
    let most = || values.iter().max_by_key(|(_, n)| **n).map(|(v, _)| v.clone());
    if told.is_empty() { most().unwrap_or_default() } else { told }
}

// ---- tolls and judgements ----

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

/// The reason that was chosen and written.
///
/// # Errors
/// None was given.
pub fn reason(ctx: &Ctx<'_>) -> Result<String, Fault> {
    let parts: Vec<&str> = ["preset", "why"].iter().filter_map(|n| ctx.ask.field(n)).collect();
    if parts.is_empty() {
        return Err(hudna::Told::error("told-no-reason", &[]).into());
    }
    Ok(parts.join(" – "))
}

/// Nobody overwrites what they have not seen: what was entered on the incident since the form was
/// made is shown beside what was about to be.
///
/// # Errors
/// Something was entered since.
pub fn fresh(ctx: &Ctx<'_>, i: &Incident, field: &str, yours: &str) -> Result<(), Fault> {
    let Some(version) = ctx.ask.field("version").and_then(|v| v.parse::<u64>().ok()) else {
        return Ok(());
    };
    let (say, s) = (ctx.say(), ctx.situation());
    let Some(theirs) =
        acts(ctx, i).into_iter().rev().find(|a| a.entry >= version && a.undone.is_none())
    else {
        return Ok(());
    };
    let told = said::said(say, &theirs.record);
    let hidden: Vec<Value> = ctx
        .ask
        .form
        .iter()
        .filter(|(n, _)| !["csrf", "version"].contains(&n.as_str()))
        .map(|(n, v)| json!({ "name": n, "value": v }))
        .chain([json!({ "name": "version", "value": ctx.snap.facts.size })])
        .collect();
    Err(Fault::conflict(json!({
        "about": { "id": i.id, "href": href(&i.id), "title": title(say, s, i) },
        "theirs": {
            "by": theirs.by, "at": theirs.received, "entry": theirs.entry,
            "version": ctx.snap.facts.size,
        },
        "fields": [{
            "name": field, "text": say.text("w-core-decided", &[]), "before": null,
            "theirs": told, "yours": yours, "same": told == yours, "clash": told != yours,
        }],
        "action": ctx.ask.path, "hidden": hidden, "must_reason": false,
    })))
}

fn link(ctx: &Ctx<'_>) -> Result<Reply, Fault> {
    let i = find(ctx, ctx.ask.param("id"))?;
    let other = find(ctx, ctx.ask.field("other").unwrap_or(""))?;
    let told = ctx.ask.field("relation").unwrap_or("").replace('-', "_");
    let relation: Relation =
        serde_json::from_value(json!(told)).map_err(|_| Fault::bad("w-core-form"))?;
    fresh(ctx, i, "relation", &ctx.say().label("pairing", relation.as_str()))?;
    let done = ctx.act(&reason(ctx)?, |desk| desk.pair(relation, &i.id, &other.id))?;
    // What was one of two is now one, perhaps under the other's id: the address finds it.
    Ok(ctx.done(&ctx.ask.next(&href(&i.id)), "w-core-done", Some(done.entry)))
}

fn part(ctx: &Ctx<'_>) -> Result<Reply, Fault> {
    let i = find(ctx, ctx.ask.param("id"))?;
    fresh(ctx, i, "part", &ctx.say().label("pairing", "different"))?;
    let (a, b) = (ctx.ask.field("a").unwrap_or(""), ctx.ask.field("b").unwrap_or(""));
    let done = ctx.act(&reason(ctx)?, |desk| desk.pair(Relation::Different, a, b))?;
    Ok(ctx.done(&ctx.ask.next(&href(&i.id)), "w-core-done", Some(done.entry)))
}

fn finding(ctx: &Ctx<'_>) -> Result<Reply, Fault> {
    let i = find(ctx, ctx.ask.param("id"))?;
    let told = json!(ctx.ask.field("finding").unwrap_or(""));
    let found: Found = serde_json::from_value(told).map_err(|_| Fault::bad("w-core-form"))?;
    fresh(ctx, i, "finding", &found_text(ctx.say(), found))?;
    let done = ctx.act(&reason(ctx)?, |desk| desk.found(found, &i.id))?;
    Ok(ctx.done(&href(&i.id), "w-core-done", Some(done.entry)))
}

fn plea(ctx: &Ctx<'_>) -> Result<Reply, Fault> {
    let i = find(ctx, ctx.ask.param("id"))?;
    let (exception, by) =
        (ctx.ask.field("exception").unwrap_or(""), ctx.ask.field("party").unwrap_or(""));
    let done = ctx.act(&reason(ctx)?, |desk| desk.plead(&i.id, exception, by, &[], &[]))?;
    Ok(ctx.done(&href(&i.id), "w-core-done", Some(done.entry)))
}

fn open_case(ctx: &Ctx<'_>) -> Result<Reply, Fault> {
    let i = find(ctx, ctx.ask.param("id"))?;
    let done = ctx.act(&reason(ctx)?, |desk| desk.open_case(&i.id))?;
    Ok(ctx.done(&href(&i.id), "w-core-done", Some(done.entry)))
}
