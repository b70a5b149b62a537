//! What waits, as the page of the queue shows it.

use std::collections::BTreeMap;

use hudna::facts::FiledReport;
use hudna::model::{Body, FiledClaim, Incident, Link, Span};
use hudna::names::near::{self, Fit, Home};
use serde_json::{Value, json};

use super::queue::{Item, What};
use crate::desk::Ctx;
use crate::pages::incident::figure;
use crate::pages::overview::words_lang;
use crate::pages::report::passage::{Mark, around, note_kind, segments};
use crate::pages::report::{self, claim, claim::dir};
use crate::pages::shared::{self, href, place, source, title};

/// Places that are offered for a name.
const CANDIDATES: usize = 6;
/// Sides of a conflict that are shown.
const SIDES: usize = 8;

/// An item for the template; `most` is the weight of the heaviest.
pub fn view(ctx: &Ctx<'_>, item: &Item, most: f64) -> Value {
    let say = ctx.say();
    let days = item.days.floor();
    let harm = (item.harm >= 1.0 && killed(item))
        .then(|| say.text("count-killed", &[("n", item.harm.round().into())]));
    let mut out = json!({
        "id": super::view_id(&item.id), "harm": harm,
        "age": say.text("w-work-waits", &[("n", days.into())]),
        "weight": if most > 0.0 { item.weight() / most } else { 0.0 },
        "version": ctx.snap.facts.size, "href": null, "report": null, "excerpt": [], "copies": [],
    });
    let more = match &item.what {
        What::Claim { claim, copies } => of_claim(ctx, claim, copies),
        What::Pair { a, b, link } => pair(ctx, *a, *b, link),
        What::Conflict { incident, fact } => conflict(ctx, *incident, fact),
        What::Unread { report, note } => unread(ctx, report, *note),
        What::Name { name, spellings, report, note, seen } => {
            let mut view = name_of(ctx, name, report, *note, *seen);
            view["spellings"] = json!(spellings);
            view
        }
        What::Judgement { incident, judgement } => judged(ctx, *incident, *judgement),
        What::Unverifiable { incident } => unverifiable(ctx, *incident),
    };
    for (name, value) in more.as_object().into_iter().flatten() {
        out[name] = value.clone();
    }
    out
}

fn killed(item: &Item) -> bool {
    !matches!(item.what, What::Unread { .. })
}

fn told_by(ctx: &Ctx<'_>, id: &str) -> Value {
    let (say, s) = (ctx.say(), ctx.situation());
    let Some(filed) = ctx.snap.facts.reports.get(id) else { return Value::Null };
    let lang = report::lang(filed);
    json!({
        "id": id, "href": href(id), "source": source(say, s, &filed.record.source),
        "grade": claim::grade(s, &filed.record.source, false), "received": filed.received,
        "lang": lang, "dir": dir(&lang),
    })
}

/// The words of a mark in their sentence.
fn excerpt(ctx: &Ctx<'_>, report: &str, mark: Mark<'_>) -> Vec<Value> {
    let Some(filed) = ctx.snap.facts.reports.get(report) else { return Vec::new() };
    let text = filed.record.text();
    segments(text, &[mark], Some(around(text, mark.span)))
}

fn of_claim(ctx: &Ctx<'_>, id: &str, copies: &[String]) -> Value {
    let (say, s) = (ctx.say(), ctx.situation());
    let Some(filed) = s.claims.get(id) else { return Value::Null };
    let c = &filed.claim;
    let number = ctx
        .snap
        .facts
        .reports
        .get(&filed.report)
        .and_then(|r| r.reading.as_ref()?.claims.iter().position(|x| x.id == *id));
    let n = number.map_or(1, |n| n + 1);
    let why = match &c.body {
        _ if c.confidence < 0.5 => "w-work-here-unsure",
        Body::Toll { .. } => "w-work-here-toll",
        Body::Violence { .. } => "w-work-here-act",
        _ => "w-work-here-word",
    };
    let mark = Mark { span: c.evidence.span, claim: Some(id), kind: c.body.kind(), n };
    let one = |id: &String| {
        let of = s.claims.get(id)?;
        let at = format!("{}#{id}", href(&of.report));
        Some(json!({ "id": of.report, "href": at, "source": source(say, s, &of.source) }))
    };
    json!({
        "kind": "claim", "what": claim::summary(say, s, c), "why": say.text(why, &[]),
        "href": format!("{}#{id}", href(&filed.report)), "report": told_by(ctx, &filed.report),
        "excerpt": excerpt(ctx, &filed.report, mark),
        "copies": copies.iter().filter_map(one).collect::<Vec<_>>(),
        "claim": claim::view(ctx, c, &filed.source, n, &[]),
    })
}

// ---- incidents ----

fn about(i: &Incident) -> Value {
    json!({ "id": i.id, "href": href(&i.id) })
}

fn side(ctx: &Ctx<'_>, i: &Incident, near: &Link) -> Value {
    let (say, s) = (ctx.say(), ctx.situation());
    let of = [&near.a, &near.b].into_iter().find(|c| i.claims.contains(c));
    let filed = of.or(i.claims.first()).and_then(|id| s.claims.get(id));
    let mut out = shared::row(ctx, i);
    if let Some(filed) = filed {
        let c = &filed.claim;
        let lang = words_lang(&c.evidence.text);
        let mark = Mark { span: c.evidence.span, claim: Some(&c.id), kind: c.body.kind(), n: 1 };
        out["source"] = json!(source(say, s, &filed.source));
        out["lang"] = json!(lang);
        out["dir"] = json!(dir(lang));
        out["excerpt"] = json!(excerpt(ctx, &filed.report, mark));
    }
    out
}

fn pair(ctx: &Ctx<'_>, a: usize, b: usize, link: &Link) -> Value {
    let (say, s) = (ctx.say(), ctx.situation());
    let (one, two) = (&s.incidents[a], &s.incidents[b]);
    let like = link.parts.iter().filter(|p| p.value >= 0.5);
    let like: Vec<String> = like.map(|p| say.label("score-part", &p.name)).collect();
    let parts: Vec<Value> =
        link.parts.iter().map(|p| json!({ "name": p.name, "value": p.value })).collect();
    json!({
        "kind": "pair", "what": say.clauses(&[title(say, s, one), title(say, s, two)]),
        "why": say.text("w-work-here-pair", &[("parts", say.list(&like).into())]),
        "href": href(&one.id), "a": side(ctx, one, link), "b": side(ctx, two, link),
        "score": link.score, "parts": parts,
    })
}

/// What a claim says of a contested fact.
fn value(ctx: &Ctx<'_>, fact: &str, filed: &FiledClaim) -> Option<String> {
    let (say, s) = (ctx.say(), ctx.situation());
    let c = &filed.claim;
    match (fact, &c.body) {
        ("bearer", Body::Violence { actor: Some(actor), .. }) => Some(claim::named(say, s, actor)),
        ("target", Body::Violence { target: Some(target), .. }) => {
            Some(claim::named(say, s, target))
        }
        ("act", Body::Violence { act, .. }) => Some(say.label("act", act.as_str())),
        ("area", _) => c.place.as_ref().map(|p| place(say, s, p.id.as_deref(), Some(&p.text))),
        ("time", _) => c.date.as_ref().map(|d| match &d.end {
            Some(end) => say.days(&d.start, end),
            None => say.day(&d.start),
        }),
        _ => None,
    }
}

/// A value that is told, with the first claim that tells it and how many reports do.
fn sides(ctx: &Ctx<'_>, i: &Incident, fact: &str) -> Vec<Value> {
    let s = ctx.situation();
    let toll = fact.strip_prefix("toll:").and_then(|id| i.tolls.iter().find(|t| t.id == id));
    let mut told: BTreeMap<String, Vec<&FiledClaim>> = BTreeMap::new();
    for id in i.claims.iter().chain(&i.denials) {
        let Some(filed) = s.claims.get(id) else { continue };
        let row = toll.and_then(|t| t.rows.iter().find(|r| r.claim == *id && !r.superseded));
        let value = match toll {
            Some(_) => row.map(|r| figure(ctx.say(), r.low, r.high)),
            None => value(ctx, fact, filed),
        };
        if let Some(value) = value {
            told.entry(value).or_default().push(filed);
        }
    }
    told.into_iter().take(SIDES).map(|(value, all)| told_side(ctx, i, &value, &all)).collect()
}

fn told_side(ctx: &Ctx<'_>, i: &Incident, value: &str, all: &[&FiledClaim]) -> Value {
    let (say, s) = (ctx.say(), ctx.situation());
    let first = all[0];
    let words = &first.claim.evidence.text;
    let lang = words_lang(words);
    let origins =
        i.origins.iter().filter(|o| all.iter().any(|f| o.reports.contains(&f.report))).count();
    let by = first.claim.attributed_to.as_ref();
    json!({
        "value": value, "words": words, "lang": lang, "dir": dir(lang),
        "claimant": by.map_or_else(|| source(say, s, &first.source), |n| claim::named(say, s, n)),
        "claim": first.claim.id, "grade": claim::grade(s, &first.source, first.reviewed),
        "origins": origins,
    })
}

fn conflict(ctx: &Ctx<'_>, at: usize, fact: &str) -> Value {
    let (say, s) = (ctx.say(), ctx.situation());
    let i = &s.incidents[at];
    let toll = fact.strip_prefix("toll:").and_then(|id| i.tolls.iter().find(|t| t.id == id));
    let field = match toll {
        Some(t) => say.label("outcome", t.outcome.as_str()),
        None => say.text(&format!("fact-name-{fact}"), &[]),
    };
    let method = match toll {
        Some(t) => say.pick(&t.method),
        None => say.text("w-work-contested", &[]),
    };
    let why = if toll.is_some() { "w-work-here-figures" } else { "w-work-here-contested" };
    json!({
        "kind": "conflict", "what": format!("{} – {field}", title(say, s, i)),
        "why": say.text(why, &[]), "incident": about(i), "field": field,
        "shown": toll.map(|t| say.number(t.best.into())), "method": method,
        "sides": sides(ctx, i, fact),
    })
}

fn judged(ctx: &Ctx<'_>, at: usize, judgement: usize) -> Value {
    let (say, s) = (ctx.say(), ctx.situation());
    let i = &s.incidents[at];
    let Some(j) = i.judgements.get(judgement) else { return Value::Null };
    let term = s.agreement.obligation(&j.obligation);
    let verdict = serde_json::to_value(j.verdict).unwrap_or_default();
    let verdict = say.label("verdict", verdict.as_str().unwrap_or_default());
    json!({
        "kind": "judgement", "what": format!("{} – {verdict}", title(say, s, i)),
        "why": say.text("w-work-here-judgement", &[]), "incident": about(i),
        "verdict": j.verdict,
        "obligation": term.map_or_else(|| j.obligation.clone(), |o| say.pick(&o.text)),
        "trace": j.trace.iter().map(shared::both).collect::<Vec<_>>(),
        "settles": j.settles.iter().map(|x| shared::both(&x.text)).collect::<Vec<_>>(),
    })
}

fn unverifiable(ctx: &Ctx<'_>, at: usize) -> Value {
    let (say, s) = (ctx.say(), ctx.situation());
    let i = &s.incidents[at];
    let tried: Vec<String> = s
        .questions
        .iter()
        .filter(|q| q.about == i.id && !q.raised)
        .map(|q| match &q.answer {
            Some(a) => format!("{} – {}", say.pick(&q.text), a.text),
            None => format!("{} – {}", say.pick(&q.text), say.text("question-asked", &[])),
        })
        .collect();
    json!({
        "kind": "unverifiable", "what": title(say, s, i), "incident": about(i),
        "why": say.text("w-work-here-unverifiable", &[]),
        "found": say.text("w-work-found-open", &[]), "tried": tried,
    })
}

// ---- notes ----

fn unread(ctx: &Ctx<'_>, id: &str, at: usize) -> Value {
    let say = ctx.say();
    let Some(filed) = ctx.snap.facts.reports.get(id) else { return Value::Null };
    let Some(note) = filed.reading.as_ref().and_then(|r| r.notes.get(at)) else {
        return Value::Null;
    };
    let kind = note_kind(note.kind);
    let mark = Mark { span: note.span, claim: None, kind, n: 0 };
    let words: Span = around(filed.record.text(), note.span);
    let why = report::note_why(ctx, note);
    json!({
        "kind": "unread", "what": say.label("note", kind), "why": why,
        "href": format!("{}?start={}&end={}#add", href(id), words.start, words.end),
        "report": told_by(ctx, id), "excerpt": excerpt(ctx, id, mark),
        "note": { "kind": kind, "words": note.text, "why": why },
    })
}

fn name_of(ctx: &Ctx<'_>, name: &str, id: &str, at: usize, seen: usize) -> Value {
    let say = ctx.say();
    let Some(filed) = ctx.snap.facts.reports.get(id) else { return Value::Null };
    let Some(note) = filed.reading.as_ref().and_then(|r| r.notes.get(at)) else {
        return Value::Null;
    };
    let mark = Mark { span: note.span, claim: None, kind: note_kind(note.kind), n: 0 };
    json!({
        "kind": "name", "what": say.text("w-work-name", &[("name", name.into())]),
        "why": report::note_why(ctx, note), "report": told_by(ctx, id),
        "excerpt": excerpt(ctx, id, mark), "name": name, "seen": seen,
        "teach": report::teach(id, name), "candidates": candidates(ctx, name, Some(filed)),
    })
}

/// Places that the name may mean, those of what is followed first and the nearest to what else the
/// report tells of first.
pub fn candidates(ctx: &Ctx<'_>, name: &str, filed: Option<&FiledReport>) -> Vec<Value> {
    let (say, s) = (ctx.say(), ctx.situation());
    let around = filed.map_or_else(Vec::new, |filed| near::around(s, filed));
    let found = near::near(&ctx.snap.data, &s.agreement, name, &around);
    let one = |n: near::Near| {
        let p = ctx.snap.data.places.get(&n.place)?;
        let km = n.km.filter(|_| n.home != Home::Abroad).map(|km| say.number(km.round()));
        let distance = km.map(|km| say.text("w-names-far", &[("km", km.into())]));
        Some(json!({
            "id": p.id, "text": say.pick(&p.name), "level": p.level,
            "within": place(say, s, p.parent.as_deref(), Some("")), "distance": distance,
            "outside": n.home == Home::Abroad, "same": n.fit == Fit::Same,
        }))
    };
    found.into_iter().filter_map(one).take(CANDIDATES).collect()
}
