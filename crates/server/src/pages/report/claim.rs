//! A claim as pages show it: field by field, how it was read, and what people decided of it.

use std::collections::BTreeMap;

use hudna::facts::{FiledDecision, FiledReport};
use hudna::model::digest::short_id;
use hudna::model::{Body, Claim, DateRef, Due, Incident, Name, ReadBy, Situation};
use serde_json::{Value, json};

use crate::desk::Ctx;
use crate::pages::incident::figure;
use crate::pages::overview::words_lang;
use crate::pages::shared::{href, party, place, title};
use crate::say::Say;

/// Fields that nobody corrects one by one.
const WHOLE: [&str; 2] = ["participants", "parties"];

/// Decisions on claims by the claim that they stand for now, in the order of time.
pub type Rulings<'f> = BTreeMap<&'f str, Vec<&'f FiledDecision>>;

/// Decisions on the claims of a report.
pub fn rulings<'f>(ctx: &'f Ctx<'_>, report: &str) -> Rulings<'f> {
    let mut out: Rulings<'f> = BTreeMap::new();
    for decision in ctx.snap.facts.decisions.iter().filter(|d| d.record.report == report) {
        if let Some(claim) = &decision.claim {
            out.entry(claim).or_default().push(decision);
        }
    }
    out.values_mut().for_each(|all| all.sort_by_key(|d| (d.received, d.entry)));
    out
}

/// The claims of a report, read or added, as people corrected them, in the order of their words.
pub fn claims<'c>(ctx: &'c Ctx<'_>, filed: &'c FiledReport) -> Vec<&'c Claim> {
    let s = ctx.situation();
    let mut all: Vec<&Claim> =
        filed.claims().map(|c| s.claims.get(&c.id).map_or(c, |f| &f.claim)).collect();
    all.sort_by_key(|c| (c.evidence.span.start, c.evidence.span.end));
    all
}

/// A claim for a template; `n` is its number in its report.
pub fn view(ctx: &Ctx<'_>, c: &Claim, source: &str, n: usize, ruled: &[&FiledDecision]) -> Value {
    let (say, s) = (ctx.say(), ctx.situation());
    let lang = words_lang(&c.evidence.text);
    let changed: Vec<&str> = ruled.iter().filter_map(|d| d.record.field.as_deref()).collect();
    let fields = fields(say, s, c, &changed);
    let last = ruled.last();
    let addition = ctx.snap.facts.additions.iter().find(|a| a.claim == c.id);
    let stood = addition.filter(|_| last.is_none());
    let incident = incident(ctx, &c.id)
        .map(|i| json!({ "id": i.id, "href": href(&i.id), "title": title(say, s, i) }));
    json!({
        "id": c.id, "n": n, "kind": c.body.kind(), "summary": summary(say, s, c),
        "correct": correct(say, c), "fields": fields, "words": c.evidence.text, "lang": lang,
        "dir": dir(lang), "modality": c.modality, "background": c.background, "quoted": c.quoted,
        "confidence": c.confidence, "rule": c.rule, "why": read_by(say, c), "seen": seen(say, c),
        "grade": grade(s, source, last.is_some() || stood.is_some()),
        "standing": last.map_or(stood.map_or("new", |_| "added"), |d| d.record.decision.as_str()),
        "by": last.map(|d| &d.by).or(stood.map(|a| &a.by)),
        "at": last.map(|d| d.received).or(stood.map(|a| a.received)),
        "reason": last.map(|d| say.pick(&d.record.why)).or(stood.map(|a| a.record.why.clone())),
        "entry": last.map(|d| d.entry).or(stood.map(|a| a.entry)),
        "together": last.map(|d| d.entry).or(stood.map(|a| a.entry))
            .map_or(0, |entry| ctx.snap.facts.together(entry).len()),
        "version": ctx.snap.facts.size, "incident": incident,
    })
}

/// The direction of a language.
pub fn dir(lang: &str) -> &'static str {
    if lang == "ar" { "rtl" } else { "ltr" }
}

/// Grade of a source, and of the claim where a person looked at it.
pub fn grade(s: &Situation, source: &str, reviewed: bool) -> String {
    let grade = s.sources.get(source).map_or('F', |x| x.grade);
    format!("{grade}{}", if reviewed { "2" } else { "" })
}

/// The incident that a claim is told of: any claim of an incident is a name that leads to it.
pub fn incident<'c>(ctx: &'c Ctx<'_>, claim: &str) -> Option<&'c Incident> {
    let s = ctx.situation();
    let at = ctx.index().incident(s, &short_id("INC", [claim.as_bytes()]))?;
    s.incidents.get(at)
}

fn read_by(say: &Say, c: &Claim) -> String {
    let id = match c.read_by() {
        _ if c.rule == "person" => "w-work-read-person",
        ReadBy::Model => "seen-no-rule",
        ReadBy::Rule | ReadBy::Both => "w-work-read-rule",
    };
    say.text(id, &[])
}

fn seen(say: &Say, c: &Claim) -> Option<String> {
    let seen = c.seen.as_ref()?;
    let tenths = (seen.sure * 10.0).round();
    let sure = say.text("in-ten", &[("n", tenths.into())]);
    let id = match c.read_by() {
        ReadBy::Model => "seen-alone",
        ReadBy::Both => "seen-too",
        ReadBy::Rule => "seen-little",
    };
    Some(say.text(id, &[("sure", sure.into())]))
}

/// What a claim says, in a line.
pub fn summary(say: &Say, s: &Situation, c: &Claim) -> String {
    let at = c.place.as_ref().map(|p| place(say, s, p.id.as_deref(), Some(&p.text)));
    let what = match &c.body {
        Body::Violence { act, .. } => say.label("act", act.as_str()),
        Body::Toll { outcome, low, high, .. } => toll(say, outcome.as_str(), *low, *high),
        Body::Meeting { form, .. } => say.label("form", form.as_str()),
        Body::Statement { speaker, speech_act, .. } => {
            by(say, s, speaker.as_ref(), &say.label("speech", speech_act.as_str()))
        }
        Body::Truce { event, .. } => say.label("event", event.as_str()),
        Body::Commitment { who, what, .. } => {
            by(say, s, who.as_ref(), &say.label("task", what.as_str()))
        }
    };
    at.map_or(what.clone(), |at| format!("{what} · {at}"))
}

fn by(say: &Say, s: &Situation, who: Option<&Name>, what: &str) -> String {
    who.map_or_else(|| what.to_owned(), |who| format!("{}: {what}", named(say, s, who)))
}

fn toll(say: &Say, outcome: &str, low: Option<u32>, high: Option<u32>) -> String {
    let counted = |n: u32| say.text(&format!("count-{outcome}"), &[("n", n.into())]);
    match (low, high) {
        (Some(low), Some(high)) if low == high => counted(low),
        (Some(low), None) => say.text("count-at-least", &[("count", counted(low).into())]),
        (None, Some(high)) => say.text("count-at-most", &[("count", counted(high).into())]),
        _ => format!("{} {}", figure(say, low, high), say.label("outcome", outcome)),
    }
}

/// A name as it is known, else as written.
pub fn named(say: &Say, s: &Situation, name: &Name) -> String {
    name.party.as_deref().map_or_else(|| name.text.clone(), |id| party(say, s, id))
}

/// The label of a field.
pub fn field_label(say: &Say, field: &str) -> String {
    let id = match field {
        "outcome" => "w-report-outcome",
        "low" => "w-report-at-least",
        "high" => "w-report-at-most",
        "victims" => "w-report-victims",
        "form" => "w-report-form",
        "participants" => "w-report-participants",
        "speech_act" => "w-report-speech",
        "event" => "w-report-event",
        "attributed_to" => "w-report-said-by",
        "addressee" | "to" => "to-whom",
        "start" => "h-start",
        "end" => "h-end",
        "date" => "day",
        "cumulative" => "cli-running",
        "background" => "cli-background",
        "count" => "w-work-field-count",
        "side" => "w-work-field-side",
        "parties" => "w-work-field-parties",
        other => other,
    };
    say.text(id, &[])
}

/// A field that is told: its name, value, and the words as written.
type Told = (&'static str, String, Option<String>);

fn fields(say: &Say, s: &Situation, c: &Claim, changed: &[&str]) -> Vec<Value> {
    let mut told = body(say, s, &c.body);
    if let Some(p) = &c.place {
        let known = place(say, s, p.id.as_deref(), Some(&p.text));
        told.push(("place", known, words(&p.text)));
    }
    if let Some(date) = &c.date {
        told.push(("date", day(say, date), words(&date.words)));
    }
    if let Some(who) = &c.attributed_to {
        told.push(("attributed_to", named(say, s, who), words(&who.text)));
    }
    let one = |(name, value, words): Told| {
        json!({
            "name": name, "text": field_label(say, name), "value": value, "words": words,
            "changed": changed.contains(&name),
        })
    };
    told.into_iter().map(one).collect()
}

fn words(text: &str) -> Option<String> {
    (!text.is_empty()).then(|| text.to_owned())
}

fn day(say: &Say, date: &DateRef) -> String {
    let days = match &date.end {
        Some(end) => say.days(&date.start, end),
        None => say.day(&date.start),
    };
    match &date.hours {
        Some(h) if h.from == h.to => format!("{days} \u{2068}{}\u{2069}", h.from),
        Some(h) => format!("{days} \u{2068}{}–{}\u{2069}", h.from, h.to),
        None => days,
    }
}

fn due(say: &Say, due: &Due) -> String {
    match (&due.start, &due.end) {
        (Some(first), Some(last)) => say.days(first, last),
        (Some(day), None) | (None, Some(day)) => say.day(day),
        (None, None) => say.text("p-no-date", &[]),
    }
}

fn body(say: &Say, s: &Situation, body: &Body) -> Vec<Told> {
    let name = |field: &'static str, name: &Option<Name>| -> Option<Told> {
        name.as_ref().map(|n| (field, named(say, s, n), words(&n.text)))
    };
    let label = |field: &'static str, kind: &str, value: &str| -> Option<Told> {
        Some((field, say.label(kind, value), None))
    };
    let number = |field: &'static str, n: Option<u32>| -> Option<Told> {
        n.map(|n| (field, say.number(n.into()), None))
    };
    let all = |field: &'static str, names: &[Name]| -> Option<Told> {
        let told: Vec<String> = names.iter().map(|n| named(say, s, n)).collect();
        (!told.is_empty()).then(|| (field, say.list(&told), None))
    };
    let date = |field: &'static str, day: &Option<String>| -> Option<Told> {
        day.as_ref().map(|d| (field, say.day(d), None))
    };
    let told = match body {
        Body::Violence { act, actor, target, means: _, count } => vec![
            label("act", "act", act.as_str()),
            name("actor", actor),
            name("target", target),
            number("count", *count),
        ],
        Body::Toll { outcome, low, high, victims, side, cumulative, .. } => vec![
            label("outcome", "outcome", outcome.as_str()),
            number("low", *low),
            number("high", *high),
            label("victims", "victims", victims.as_str()),
            name("side", side),
            cumulative.then(|| ("cumulative", say.text("yes", &[]), None)),
        ],
        Body::Meeting { form, participants, status } => vec![
            label("form", "form", form.as_str()),
            all("participants", participants),
            label("status", "meeting-status", status.as_str()),
        ],
        Body::Statement { speaker, speech_act, addressee } => vec![
            name("speaker", speaker),
            label("speech_act", "speech", speech_act.as_str()),
            name("addressee", addressee),
        ],
        Body::Truce { event, parties, start, end, count } => vec![
            label("event", "event", event.as_str()),
            all("parties", parties),
            date("start", start),
            date("end", end),
            number("count", *count),
        ],
        Body::Commitment { who, to, what, due: when, status } => vec![
            name("who", who),
            label("what", "task", what.as_str()),
            name("to", to),
            Some(("due", due(say, when), words(&when.words))),
            label("status", "standing", status.as_str()),
        ],
    };
    told.into_iter().flatten().collect()
}

/// The fields that a person may correct, told or not.
fn correct(say: &Say, c: &Claim) -> Vec<Value> {
    let own: &[&str] = match &c.body {
        Body::Violence { .. } => &["act", "actor", "target", "count"],
        Body::Toll { .. } => &["low", "high", "outcome", "victims", "side", "cumulative"],
        Body::Meeting { .. } => &["form", "status"],
        Body::Statement { .. } => &["speaker", "speech_act", "addressee"],
        Body::Truce { .. } => &["event", "start", "end", "count"],
        Body::Commitment { .. } => &["who", "what", "to", "due", "status"],
    };
    let any = ["place", "date", "attributed_to", "modality", "background"];
    let open = own.iter().copied().chain(any).filter(|f| !WHOLE.contains(f));
    open.map(|f| json!({ "value": f, "text": field_label(say, f), "selected": false })).collect()
}
