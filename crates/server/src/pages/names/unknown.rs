//! Names that reports use and nothing here knows, each with a sentence.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use hudna::facts::FiledReport;
use hudna::model::digest::short_id;
use hudna::model::text::fold;
use hudna::model::{Body, Note, NoteKind, Span};
use hudna::names::near::{self, Fit, Home, Near};
use hudna::rights::Right;
use hudna::search::HitKind;
use hudna::why::sentence;
use serde_json::{Value, json};

use super::known::{names, party_line, place_line};
use super::{Kind, Trouble};
use crate::desk::Ctx;
use crate::pages::overview::words_lang;
use crate::pages::shared::{party, place, source};
use crate::pages::why;

/// Names that are shown, unless all are asked for.
const SHOWN: usize = 6;
/// Known names that are offered beside one, and places that may hold it.
const NEAR: usize = 4;
/// Hits that are looked through for those.
const HITS: usize = 24;
/// The score of a whole name.
const NAME: u8 = 90;
/// Characters on each side of a name within which harm stands beside it.
const CLOSE: usize = 120;

/// Where a name stands.
struct At<'c> {
    report: &'c str,
    filed: &'c FiledReport,
    span: Span,
}

/// A name that nothing knows.
struct Waiting<'c> {
    name: String,
    times: usize,
    reports: BTreeSet<&'c str>,
    /// Harm is told beside it.
    harm: bool,
    /// Where it stands in the newest report.
    at: At<'c>,
}

/// The names, those with harm beside them first; and how many there are.
pub fn list(ctx: &Ctx<'_>, kind: Kind, trouble: Option<&Trouble>) -> (Vec<Value>, usize) {
    let mut all = waiting(ctx, kind);
    all.sort_by_key(|w| (Reverse(w.harm), Reverse(w.times), w.name.clone()));
    let total = all.len();
    let whole = ctx.ask.asked("unknown").is_some();
    let key = |name: &str| ctx.snap.data.heads.key(name);
    let troubled = |w: &Waiting<'_>| trouble.is_some_and(|t| key(&t.name) == key(&w.name));
    let kept = all.iter().enumerate().filter(|(n, w)| whole || *n < SHOWN || troubled(w));
    let views = kept.map(|(n, w)| {
        let beside = trouble.filter(|_| troubled(w));
        view(ctx, kind, w, n == 0 && trouble.is_none(), beside)
    });
    (views.collect(), total)
}

fn waiting<'c>(ctx: &'c Ctx<'_>, kind: Kind) -> Vec<Waiting<'c>> {
    if !ctx.may(Right::SeeReports) {
        return Vec::new();
    }
    let mut by: BTreeMap<String, Waiting<'c>> = BTreeMap::new();
    let monitor = ctx.ask.asker.role == hudna::rights::Role::Monitor;
    for (id, filed) in &ctx.snap.facts.reports {
        if monitor && !why::sees(ctx, id) {
            continue;
        }
        for (name, span) in unknown(ctx, filed, kind) {
            let harm = harms(filed, span);
            let at = At { report: id, filed, span };
            let of = by.entry(ctx.snap.data.heads.key(&name)).or_insert_with(|| Waiting {
                name,
                times: 0,
                reports: BTreeSet::new(),
                harm: false,
                at: At { report: id, filed, span },
            });
            of.times += 1;
            of.harm |= harm;
            of.reports.insert(id);
            if filed.received >= of.at.filed.received {
                of.at = at;
            }
        }
    }
    by.into_values().collect()
}

/// Names in a report that its reading gave no id: not words that describe, and not places that are
/// asked about as such.
fn unknown(ctx: &Ctx<'_>, filed: &FiledReport, kind: Kind) -> Vec<(String, Span)> {
    let Some(reading) = &filed.reading else { return Vec::new() };
    match kind {
        Kind::Place => {
            let of = |k| matches!(k, NoteKind::UnknownPlace | NoteKind::AmbiguousPlace);
            let (data, agreement) = (&ctx.snap.data, &ctx.situation().agreement);
            let open = |n: &&Note| of(n.kind) && !near::is_settled(data, agreement, filed, n);
            let notes = reading.notes.iter().filter(open);
            notes.map(|n| (n.text.clone(), n.span)).collect()
        }
        Kind::Party => {
            let all = reading.claims.iter().flat_map(names).filter(|n| n.party.is_none());
            let place = |s: Span| {
                let at = reading.claims.iter().filter_map(|c| c.place.as_ref());
                at.into_iter().any(|p| p.span == s)
            };
            let data = &ctx.snap.data;
            let all = all.filter(|n| !place(n.span) && !data.describes(&reading.lang, &n.text));
            let mut seen = BTreeSet::new();
            let once = all.filter(|n| seen.insert((n.span.start, n.span.end)));
            once.map(|n| (n.text.clone(), n.span)).collect()
        }
    }
}

/// Whether violence or casualties are told close by.
fn harms(filed: &FiledReport, span: Span) -> bool {
    let wide = Span::new(span.start.saturating_sub(CLOSE), span.end + CLOSE);
    let claims = filed.reading.iter().flat_map(|r| &r.claims);
    claims
        .filter(|c| matches!(c.body, Body::Violence { .. } | Body::Toll { .. }))
        .any(|c| c.evidence.span.shared(wide) > 0)
}

fn view(
    ctx: &Ctx<'_>,
    kind: Kind,
    w: &Waiting<'_>,
    open: bool,
    trouble: Option<&Trouble>,
) -> Value {
    let (say, s) = (ctx.say(), ctx.situation());
    let record = &w.at.filed.record;
    let whole = sentence(record.text(), w.at.span);
    let (before, after) = whole.split_once(w.name.as_str()).unwrap_or(("", ""));
    let options = |ids: &[String]| -> Vec<Value> {
        ids.iter().map(|id| json!({ "id": id, "text": name_of(ctx, kind, id), "sub": line(ctx, kind, id) })).collect()
    };
    let claims = w.at.filed.reading.iter().flat_map(|r| &r.claims);
    let claim = claims.into_iter().find(|c| c.evidence.span.shared(w.at.span) > 0).map(|c| &c.id);
    json!({
        "name": w.name, "lang": words_lang(&w.name), "n": w.times, "reports": w.reports.len(),
        "key": short_id("N", [fold(&w.name).as_bytes()]), "open": open,
        "before": before, "hit": w.name, "after": after, "source": source(say, s, &record.source),
        "report": w.at.report, "claim": claim, "day": record.published,
        "near": near(ctx, kind, w), "within": within(ctx, w), "heads": [], "roman": null,
        "trouble": trouble.map(|t| json!({ "text": t.text, "options": options(&t.options) })),
        "given": trouble.map(|_| given(ctx)),
    })
}

/// What was entered before a refusal.
fn given(ctx: &Ctx<'_>) -> Value {
    let names = ["is", "other", "ar", "en", "within", "head", "lat", "lon"];
    let all = names.iter().map(|n| ((*n).to_owned(), json!(ctx.ask.field(n).unwrap_or(""))));
    Value::Object(all.collect())
}

fn name_of(ctx: &Ctx<'_>, kind: Kind, id: &str) -> String {
    let (say, s) = (ctx.say(), ctx.situation());
    match kind {
        Kind::Place => place(say, s, Some(id), Some(id)),
        Kind::Party => party(say, s, id),
    }
}

fn line(ctx: &Ctx<'_>, kind: Kind, id: &str) -> Option<String> {
    match kind {
        Kind::Place => place_line(ctx, id),
        Kind::Party => party_line(ctx, id),
    }
}

/// Known ones that it may mean, or that share a word with it.
fn near(ctx: &Ctx<'_>, kind: Kind, w: &Waiting<'_>) -> Vec<Value> {
    match kind {
        Kind::Place => near_places(ctx, w),
        Kind::Party => near_parties(ctx, &w.name),
    }
}

fn near_places(ctx: &Ctx<'_>, w: &Waiting<'_>) -> Vec<Value> {
    let say = ctx.say();
    let around = near::around(ctx.situation(), w.at.filed);
    let found = near::near(&ctx.snap.data, &ctx.situation().agreement, &w.name, &around);
    let one = |n: &Near| {
        let fit = match n.fit {
            Fit::Same => "w-registers-same-name",
            Fit::Slip => "w-names-slip",
            Fit::Part => "w-registers-shares-word",
        };
        let abroad = (n.home == Home::Abroad).then(|| say.text("w-names-abroad", &[]));
        let why: Vec<String> = [Some(say.text(fit, &[])), abroad].into_iter().flatten().collect();
        json!({
            "id": n.place, "text": name_of(ctx, Kind::Place, &n.place),
            "sub": line(ctx, Kind::Place, &n.place), "why": why.join(" · "),
        })
    };
    found.iter().take(NEAR).map(one).collect()
}

fn near_parties(ctx: &Ctx<'_>, name: &str) -> Vec<Value> {
    let (say, s) = (ctx.say(), ctx.situation());
    let (kind, wanted) = (Kind::Party, HitKind::Party);
    let mut found: Vec<(String, &str)> = Vec::new();
    let words = name.split_whitespace().filter(|w| w.chars().count() > 2);
    for (text, whole) in std::iter::once((name, true)).chain(words.map(|w| (w, false))) {
        let hits = ctx.index().anything(s, text, HITS);
        for hit in hits.into_iter().filter(|h| h.kind == wanted) {
            let same = whole && hit.score >= NAME;
            let why = if same { "w-registers-same-name" } else { "w-registers-shares-word" };
            if !found.iter().any(|(id, _)| *id == hit.id) {
                found.push((hit.id, why));
            }
        }
    }
    found.truncate(NEAR);
    let view = |(id, why): &(String, &str)| json!({ "id": id, "text": name_of(ctx, kind, id), "sub": line(ctx, kind, id), "why": say.text(why, &[]) });
    found.iter().map(view).collect()
}

/// Places of which the same report tells, the most frequent first: one of them may hold it.
fn within(ctx: &Ctx<'_>, w: &Waiting<'_>) -> Vec<Value> {
    let s = ctx.situation();
    let mut by: BTreeMap<&str, usize> = BTreeMap::new();
    let claims = w.at.filed.reading.iter().flat_map(|r| &r.claims);
    for id in claims.filter_map(|c| c.place.as_ref()?.id.as_deref()) {
        if s.places.contains_key(id) {
            *by.entry(id).or_default() += 1;
        }
    }
    let mut all: Vec<(&str, usize)> = by.into_iter().collect();
    all.sort_by_key(|(id, n)| (Reverse(*n), *id));
    all.truncate(NEAR);
    all.iter().map(|(id, _)| json!({ "id": id, "text": name_of(ctx, Kind::Place, id) })).collect()
}
