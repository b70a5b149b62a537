//! The ledger: its head, its entries, and the proof of each.

use std::collections::BTreeMap;

use hudna::acts::Act;
use hudna::model::Moment;
use hudna::record::{Payload, Record};
use hudna::rights::{Right, Role};
use hudna::store::Held;
use serde_json::{Value, json};

use super::said;
use super::shared::href;
use super::sources::paged;
use crate::desk::Ctx;
use crate::fault::Fault;
use crate::reply::Reply;
use crate::routes::Route;

/// Routes.
pub const ROUTES: &[Route] = &[
    Route::get("/ledger", Right::SeeLedger, list),
    Route::get("/ledger/checkpoint", Right::SeeLedger, checkpoint),
    Route::get("/ledger.key", Right::SeeLedger, key),
    Route::get("/ledger/{entry}", Right::SeeLedger, page),
    Route::get("/ledger/{entry}/proof", Right::SeeLedger, proof),
];

/// Kinds of entries, as the filter offers them.
const KINDS: [&str; 23] = [
    "report",
    "reading",
    "decision",
    "added",
    "pair",
    "finding",
    "plea",
    "case",
    "promise",
    "question",
    "answer",
    "grade",
    "place",
    "party",
    "patrols",
    "counts",
    "undo",
    "source",
    "agreement",
    "story",
    "person",
    "mode",
    "generated",
];

/// How often the newest head is looked up while others enter.
const TRIES: usize = 8;

/// The newest signed head: so many entries, the note, the root.
fn head(ctx: &Ctx<'_>) -> Result<(u64, String, String), Fault> {
    let store = ctx.desk.live.store()?;
    for _ in 0..TRIES {
        let Some((size, note)) = store.newest_head()? else { break };
        let read = hudna::derive::head(&store)?;
        // Somebody may have entered something between the two looks.
        if read.size == size {
            return Ok((size, note, read.root));
        }
    }
    Ok((0, String::new(), String::new()))
}

/// What somebody may know of an entry.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Shown {
    Whole,
    Role,
    Protected,
}

/// Who sees reports and incidents sees what stands behind entries; those of people and modes are the
/// administrator's; a protected source's words are nobody's here.
fn shown(ctx: &Ctx<'_>, record: &Record) -> Shown {
    let s = ctx.situation();
    let protected = |source: &str| s.sources.get(source).is_some_and(|x| x.protection != "open");
    match record {
        Record::Report(r) if protected(&r.source) => Shown::Protected,
        Record::Reading(r) => match ctx.snap.facts.reports.get(&r.report) {
            Some(filed) if protected(&filed.record.source) => Shown::Protected,
            _ => whole(ctx.may(Right::SeeReports)),
        },
        Record::Report(_) => whole(ctx.may(Right::SeeReports)),
        Record::Person(_) | Record::Mode(_) => whole(ctx.may(Right::SeePeople)),
        Record::Source(_) | Record::Grade(_) => whole(ctx.may(Right::SeeSources)),
        Record::Agreement(_) | Record::Story(_) => Shown::Whole,
        Record::Case(c) => {
            let case = s.cases.iter().find(|x| x.id == c.case);
            whole(case.is_some_and(|c| ctx.ask.asker.sees_case(c)) && ctx.may(Right::SeeCases))
        }
        _ => whole(ctx.may(Right::SeeIncidents)),
    }
}

fn whole(may: bool) -> Shown {
    if may { Shown::Whole } else { Shown::Role }
}

fn read(held: &Held) -> Option<Payload> {
    serde_json::from_str(&held.payload).ok()
}

/// The id under which people know what an entry is about.
fn about(record: &Record) -> Option<String> {
    Some(match record {
        Record::Report(r) => r.id.clone(),
        Record::Reading(r) => r.report.clone(),
        Record::Decision(d) => d.claim.clone(),
        Record::Added(a) => a.report.clone(),
        Record::Pair(p) => p.a.claim.clone(),
        Record::Finding(f) => f.of.claim.clone(),
        Record::Plea(p) => p.of.claim.clone(),
        Record::Promise(p) => p.of.claim.clone(),
        Record::Case(c) => c.case.clone(),
        Record::Grade(g) => g.source.clone(),
        Record::Source(x) => x.source.id.clone(),
        Record::Agreement(a) => a.agreement.id.clone(),
        Record::Place(p) => p.id.clone(),
        Record::Party(p) => p.id.clone(),
        Record::NoName(n) => n.forms.first()?.form.clone(),
        Record::Question(q) => q.id.clone(),
        Record::Answer(a) => a.question.clone(),
        Record::Counts(c) => c.file.clone(),
        Record::Patrols(p) => p.file.clone(),
        Record::Undo(u) => format!("#{}", u.entry),
        Record::Person(p) => p.id.clone(),
        Record::Story(_) | Record::Mode(_) | Record::Generated(_) => return None,
    })
}

fn address(record: &Record, id: &str) -> Option<String> {
    Some(match record {
        Record::Place(_) => format!("/places?q={}", crate::form::encoded(id)),
        Record::Party(_) => format!("/parties?q={}", crate::form::encoded(id)),
        Record::NoName(_) => return None,
        Record::Grade(_) | Record::Source(_) => format!("/sources/{id}"),
        Record::Agreement(_) => format!("/agreements/{id}"),
        Record::Question(_) | Record::Answer(_) => format!("/tasks#{id}"),
        Record::Undo(u) => format!("/ledger/{}", u.entry),
        Record::Person(_) => format!("/people#{id}"),
        Record::Counts(_) | Record::Patrols(_) => return None,
        _ => href(id),
    })
}

fn hour(held: &Held) -> Value {
    json!(held.hour.parse::<Moment>().ok())
}

fn row(ctx: &Ctx<'_>, held: &Held, acts: &BTreeMap<u64, &Act>) -> Value {
    let payload = read(held);
    let open = payload.as_ref().filter(|p| shown(ctx, &p.record) == Shown::Whole);
    let known = open.and_then(|p| about(&p.record));
    let at = open.and_then(|p| address(&p.record, known.as_deref()?));
    let act = acts.get(&held.index);
    let what = open.filter(|p| p.record.is_act()).map(|p| said::said(ctx.say(), &p.record));
    json!({
        "entry": held.index, "href": format!("/ledger/{}", held.index), "kind": held.kind,
        "object": known.as_ref().unwrap_or(&held.object), "object_href": at,
        "by": open.map(|p| &p.by).filter(|by| !by.is_empty()), "hour": hour(held),
        "leaf": held.leaf, "what": what, "undone": act.and_then(|a| a.undone),
    })
}

/// Indexes of the entries that are asked for, the newest first.
fn asked(ctx: &Ctx<'_>, size: u64) -> Result<Vec<u64>, Fault> {
    let (kind, by, q) = (ctx.ask.asked("kind"), ctx.ask.asked("by"), ctx.ask.asked("q"));
    if let Some(n) = q.and_then(|q| q.trim_start_matches('#').parse::<u64>().ok()) {
        return Ok(if n < size { vec![n] } else { Vec::new() });
    }
    if kind.is_none() && by.is_none() && q.is_none() {
        return Ok((0..size).rev().collect());
    }
    let store = ctx.desk.live.store()?;
    let mut found = Vec::new();
    store.each_payload(|index, payload| {
        let open = shown(ctx, &payload.record) == Shown::Whole;
        let fits = kind.is_none_or(|k| payload.record.kind() == k)
            && by.is_none_or(|by| open && payload.by == by)
            && q.is_none_or(|q| open && about(&payload.record).is_some_and(|id| id == q));
        if fits {
            found.push(index);
        }
    })?;
    found.reverse();
    Ok(found)
}

fn list(ctx: &Ctx<'_>) -> Result<Reply, Fault> {
    let (size, note, root) = head(ctx)?;
    let store = ctx.desk.live.store()?;
    let found = asked(ctx, size)?;
    let (skip, per, page) = paged(ctx, "/ledger", found.len());
    let shown: Vec<u64> = found.into_iter().skip(skip).take(per).collect();
    let acts: BTreeMap<u64, &Act> = ctx.snap.facts.acts.iter().map(|a| (a.entry, a)).collect();
    let rows: Vec<Value> =
        store.held_all(&shown)?.iter().map(|held| row(ctx, held, &acts)).collect();
    let newest = size.checked_sub(1).map(|n| store.held(n)).transpose()?.flatten();
    ctx.page(
        "ledger.html.jinja",
        json!({
            "checkpoint": {
                "note": note, "size": size, "root": root, "at": newest.as_ref().map(hour),
                "key": store.vkey(), "href": "/ledger/checkpoint", "path": null,
            },
            "sound": null, "witnesses": [], "policy": null, "rows": rows,
            "filters": filters(ctx, &acts), "page": page,
            "outside": {
                "store": "hudna-store", "log": null, "binary": env!("CARGO_PKG_VERSION"),
            },
        }),
    )
}

fn filters(ctx: &Ctx<'_>, acts: &BTreeMap<u64, &Act>) -> Value {
    let option = |name: &str, value: &str, text: String| json!({ "value": value, "text": text, "selected": ctx.ask.asked(name) == Some(value) });
    let kinds: Vec<Value> = KINDS
        .iter()
        .map(|k| option("kind", k, ctx.say().text(&format!("w-ledger-kind-{k}"), &[])))
        .collect();
    let mut people: Vec<&str> = acts.values().map(|a| a.by.as_str()).collect();
    people.sort_unstable();
    people.dedup();
    let seen = ctx.may(Right::SeeIncidents);
    let people: Vec<Value> =
        people.iter().filter(|_| seen).map(|by| option("by", by, (*by).to_owned())).collect();
    json!({ "kind": kinds, "by": people, "q": ctx.ask.asked("q").unwrap_or("") })
}

fn checkpoint(ctx: &Ctx<'_>) -> Result<Reply, Fault> {
    let (_, note, _) = head(ctx)?;
    Ok(Reply::file("text/plain; charset=utf-8", "checkpoint", note))
}

fn key(ctx: &Ctx<'_>) -> Result<Reply, Fault> {
    let key = format!("{}\n", ctx.desk.live.store()?.vkey());
    Ok(Reply::file("text/plain; charset=utf-8", "operator.vkey", key))
}

/// The entry that the address names.
fn held(ctx: &Ctx<'_>) -> Result<Held, Fault> {
    let id = ctx.ask.param("entry");
    let found = match id.parse::<u64>() {
        Ok(n) => ctx.desk.live.store()?.held(n)?,
        Err(_) => None,
    };
    found.ok_or_else(Fault::not_found)
}

fn page(ctx: &Ctx<'_>) -> Result<Reply, Fault> {
    let held = held(ctx)?;
    let (size, _, root) = head(ctx)?;
    let proof = ctx.desk.live.store()?.inclusion(held.index, size, &root)?;
    let payload = read(&held);
    let shown = payload.as_ref().map_or(Shown::Role, |p| shown(ctx, &p.record));
    let open = payload.as_ref().filter(|_| shown == Shown::Whole);
    let known = open.and_then(|p| about(&p.record));
    let path: Vec<Value> =
        proof.path.iter().map(|(hash, left)| json!({ "hash": hash, "left": left })).collect();
    let index = held.index;
    ctx.page(
        "entry.html.jinja",
        json!({
            "entry": {
                "entry": index, "kind": held.kind, "object": known.as_ref().unwrap_or(&held.object),
                "object_href": open.and_then(|p| address(&p.record, known.as_deref()?)),
                "version": held.version, "previous": held.previous, "previous_entry": null,
                "hour": hour(&held), "commitment": held.commitment, "leaf": held.leaf,
                "text": held.text,
            },
            "act": open.and_then(|p| act(ctx, index, p)),
            "payload": open.map(|_| json!({ "text": pretty(&held.payload), "salt": held.salt })),
            "sealed": match shown {
                Shown::Whole => None,
                Shown::Role => Some("role"),
                Shown::Protected => Some("protected"),
            },
            "proof": { "index": proof.index, "size": proof.size, "root": proof.root, "path": path },
            "download": format!("/ledger/{index}/proof"),
            "prev": index.checked_sub(1).map(|n| format!("/ledger/{n}")),
            "next": (index + 1 < size).then(|| format!("/ledger/{}", index + 1)),
        }),
    )
}

fn pretty(payload: &str) -> String {
    let value: Option<Value> = serde_json::from_str(payload).ok();
    value.and_then(|v| serde_json::to_string_pretty(&v).ok()).unwrap_or_else(|| payload.to_owned())
}

/// What somebody entered, and whether it can be taken back.
fn act(ctx: &Ctx<'_>, entry: u64, payload: &Payload) -> Option<Value> {
    if !payload.record.is_act() {
        return None;
    }
    let say = ctx.say();
    let known = ctx.snap.facts.acts.iter().find(|a| a.entry == entry);
    let undone = known.and_then(|a| a.undone);
    let may = ctx.may(Right::Code) && ctx.ask.asker.role != Role::Monitor;
    let can = may && known.is_some() && undone.is_none() && !payload.record.is_changed();
    let why = said::why(say, &payload.record);
    Some(json!({
        "by": payload.by, "at": payload.received, "why": (!why.is_empty()).then_some(why),
        "what": said::said(say, &payload.record), "can_undo": can, "undone": undone,
        "together": ctx.snap.facts.together(entry),
    }))
}

/// The proof as JSON, with all that is needed to check it.
fn proof(ctx: &Ctx<'_>) -> Result<Reply, Fault> {
    let held = held(ctx)?;
    let (size, note, root) = head(ctx)?;
    let store = ctx.desk.live.store()?;
    let proof = store.inclusion(held.index, size, &root)?;
    let told = json!({
        "entry": held.text, "leaf": held.leaf, "proof": proof, "checkpoint": note,
        "key": store.vkey(),
    });
    let text = serde_json::to_string_pretty(&told).map_err(Fault::ours)?;
    Ok(Reply::file("application/json", &format!("entry-{}.json", held.index), text))
}
