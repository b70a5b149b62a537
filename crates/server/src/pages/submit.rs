//! Intake: the form for reports and nil returns, and what was understood of them.

pub mod base64;
mod form;
mod import;
mod keep;
mod record;
mod seal;
mod understood;

use hudna::facts::FiledReport;
use hudna::model::{NoteKind, Patrol};
use hudna::rights::Right;
use serde_json::{Map, Value, json};

use self::keep::Kept;
use self::record::{FILE, FILES, Submission};
use self::understood::{asked_about, of_nil, understood};
use super::offline;
use super::overview::words_lang;
use super::report::claim::dir;
use super::report::passage::note_kind;
use super::report::{self, note_why};
use super::review::item::candidates;
use super::shared::{href, place};
use crate::api::uploads;
use crate::desk::Ctx;
use crate::fault::Fault;
use crate::reply::Reply;
use crate::routes::Route;

/// Routes.
pub const ROUTES: &[Route] = &[
    Route::get("/submit", Right::Submit, page),
    Route::post("/submit", Right::Submit, submit).with_files(),
    Route::post("/submit/import", Right::Submit, import::import).with_files(),
    Route::get("/submit/ack", Right::Submit, ack_all),
    Route::get("/submitted/{id}", Right::Submit, submitted),
    Route::get("/submitted/{id}/ack", Right::Submit, ack),
    Route::post("/submitted/{id}/places", Right::Submit, where_it_is),
];

/// Fields that the form takes back as they were posted.
const FIELDS: [&str; 20] = [
    "perceived",
    "text",
    "low",
    "high",
    "start",
    "end",
    "approximate",
    "area",
    "place",
    "position",
    "uncertainty_m",
    "wind",
    "degrees",
    "distance",
    "unit",
    "source",
    "watched",
    "reached",
    "reason",
    "by",
];

fn page(ctx: &Ctx<'_>) -> Result<Reply, Fault> {
    ctx.page("submit.html.jinja", given(ctx, &[], None))
}

/// Kilobytes or megabytes, for people.
fn size(ctx: &Ctx<'_>, bytes: usize) -> String {
    let (n, unit) =
        if bytes >= 1 << 20 { (bytes >> 20, "MB") } else { (bytes.div_ceil(1024), "kB") };
    format!("\u{2068}{} {unit}\u{2069}", ctx.say().number(n as f64))
}

/// What the form is given: as it was posted, with what does not fit.
fn given(ctx: &Ctx<'_>, faults: &[(&str, String)], imported: Option<String>) -> Value {
    let (say, s, ask) = (ctx.say(), ctx.situation(), ctx.ask);
    let posted = |name: &&str| ask.field(name).map(|v| ((*name).to_owned(), json!(v)));
    let v: Map<String, Value> = FIELDS.iter().filter_map(posted).collect();
    let kind = ask.field("kind").or_else(|| ask.asked("kind"));
    let areas: Vec<String> = s
        .areas
        .iter()
        .filter(|a| ask.asker.sees_area(Some(&a.area)))
        .map(|a| place(say, s, Some(&a.area), None))
        .collect();
    let open = s.sources.values().filter(|x| x.protection == "open");
    let sources: Vec<Value> = open
        .filter(|_| ctx.may(Right::SeeSources))
        .map(|x| json!({ "value": x.id, "text": say.pick(&x.name) }))
        .collect();
    let corrects = ask.field("corrects").or_else(|| ask.asked("corrects")).unwrap_or("");
    let errors: Vec<Value> =
        faults.iter().map(|(field, text)| json!({ "field": field, "text": text })).collect();
    json!({
        "kind": if kind == Some("nil") { "nil" } else { "report" },
        "key": ask.field("key").map_or_else(|| form::key(ctx), str::to_owned),
        "corrects": corrects, "v": v, "errors": errors, "areas": areas, "sources": sources,
        "own_source": if ask.asker.person.is_some() { ask.asker.name.as_str() } else { "" },
        "zone": say.text("w-work-zone", &[("offset", form::offset(ctx).into())]),
        "now_here": form::now(ctx).to_string().get(..16),
        "limits": { "files": FILES, "size": size(ctx, FILE) },
        "offline": {
            "href": format!("/submit/offline/{}", say.lang.code()),
            "size": size(ctx, offline::size(ctx)),
        },
        "imported": { "error": imported },
    })
}

fn submit(ctx: &Ctx<'_>) -> Result<Reply, Fault> {
    let say = ctx.say();
    let files = uploads::sent(ctx)?;
    let (told, mut faults) = form::read(ctx, &files);
    faults.extend(told.faults(form::now(ctx)));
    let args = [("n", FILES.into()), ("size", size(ctx, FILE).into())];
    let mut faults: Vec<(&str, String)> =
        faults.into_iter().map(|(field, id)| (field, say.text(id, &args))).collect();
    if faults.is_empty() {
        let files: Vec<Vec<u8>> = files.into_iter().map(|f| f.bytes).collect();
        match keep::keep(ctx, &told, &files)? {
            Kept::Stored { id, .. } => {
                uploads::spent(ctx)?;
                return Ok(Reply::to(format!("/submitted/{id}")));
            }
            Kept::Duplicate { of } => {
                uploads::spent(ctx)?;
                return Ok(Reply::to(format!("/submitted/{of}?duplicate=yes")));
            }
            Kept::Rejected { why } => faults.push(("text", why)),
        }
    }
    Ok(ctx.page("submit.html.jinja", given(ctx, &faults, None))?.status(422))
}

// ---- what was understood ----

/// What was submitted under an id: a report or a patrol.
enum Found<'c> {
    Report(&'c FiledReport),
    Patrol(&'c Patrol),
}

/// Those who submitted it see it, and whoever sees the report.
fn find<'c>(ctx: &'c Ctx<'_>, id: &str) -> Result<Found<'c>, Fault> {
    let unknown = || Fault::unknown(id, "unknown-report");
    let patrol = ctx.situation().patrols.iter().find(|p| p.id == id);
    if let Some(patrol) = patrol.filter(|p| ctx.ask.asker.sees_area(p.area.as_deref())) {
        return Ok(Found::Patrol(patrol));
    }
    let filed = ctx.snap.facts.reports.get(id).ok_or_else(unknown)?;
    let own = filed.record.label.starts_with(&keep::own_label(ctx));
    let seen = own || (ctx.may(Right::SeeReports) && report::seen(ctx, id).is_ok());
    if seen { Ok(Found::Report(filed)) } else { Err(unknown()) }
}

fn submitted(ctx: &Ctx<'_>) -> Result<Reply, Fault> {
    let id = ctx.ask.param("id");
    let page = match find(ctx, id)? {
        Found::Report(filed) => of_report(ctx, id, filed)?,
        Found::Patrol(patrol) => of_patrol(ctx, patrol)?,
    };
    ctx.page("submitted.html.jinja", page)
}

fn receipt(ctx: &Ctx<'_>, id: &str, entry: u64, sha256: &str, key: &str) -> Result<Value, Fault> {
    let head = hudna::derive::head(&*ctx.desk.live.store()?)?;
    let open = id.starts_with("R-") && ctx.may(Right::SeeReports);
    Ok(json!({
        "id": id, "href": open.then(|| href(id)), "entry": entry, "sha256": sha256, "key": key,
        "kind": if id.starts_with("R-") { "report" } else { "nil" }, "root": head.root,
        "size": head.size, "ack_href": format!("/submitted/{id}/ack"), "at": null,
    }))
}

fn of_report(ctx: &Ctx<'_>, id: &str, filed: &FiledReport) -> Result<Value, Fault> {
    let record = &filed.record;
    let told: Submission = serde_json::from_str(&record.raw).unwrap_or_default();
    let mut receipt = receipt(ctx, id, filed.entry, &record.sha256, &told.key)?;
    receipt["at"] = json!(filed.received);
    let notes = report::notes(filed);
    let is_name = |k: NoteKind| matches!(k, NoteKind::UnknownPlace | NoteKind::AmbiguousPlace);
    let unknown: Vec<Value> = asked_about(ctx, id, filed, &told)
        .iter()
        .map(|n| {
            let candidates = candidates(ctx, n, Some(filed));
            let several = candidates.iter().filter(|c| c["same"] == true).count() > 1;
            json!({ "name": n, "candidates": candidates, "several": several })
        })
        .collect();
    let others: Vec<Value> = notes
        .iter()
        .filter(|n| !is_name(n.kind))
        .map(|n| {
            let lang = words_lang(&n.text);
            json!({
                "kind": note_kind(n.kind), "words": n.text, "lang": lang, "dir": dir(lang),
                "why": note_why(ctx, n),
            })
        })
        .collect();
    Ok(json!({
        "receipt": receipt, "duplicate_of": duplicate(ctx, id), "given": fields(ctx, &told),
        "understood": understood(ctx, filed), "unknown": unknown, "notes": others,
        "attachments": attachments(ctx, &told),
        "correct_href": format!("/submit?kind=report&corrects={}", told.key),
        "another_href": "/submit",
    }))
}

fn duplicate(ctx: &Ctx<'_>, id: &str) -> Option<Value> {
    ctx.ask.asked("duplicate").map(|_| json!({ "id": id, "href": href(id) }))
}

fn attachments(ctx: &Ctx<'_>, told: &Submission) -> Vec<Value> {
    let one = |a: &record::Attachment| json!({ "name": a.name, "type": a.kind, "size": size(ctx, a.size), "sha256": a.sha256 });
    told.attachments.iter().map(one).collect()
}

/// The fields as given, in the order of the form.
fn fields(ctx: &Ctx<'_>, told: &Submission) -> Vec<Value> {
    let say = ctx.say();
    let mut out = Vec::new();
    let mut line = |id: &str, value: Option<String>| {
        if let Some(value) = value.filter(|v| !v.is_empty()) {
            let text = say.text(&format!("w-offline-{id}"), &[]);
            out.push(json!({ "text": text, "value": value }));
        }
    };
    let word = |field: &str, told: &Option<String>| {
        told.as_ref().map(|v| say.text(&format!("w-offline-{field}-{v}"), &[]))
    };
    let number = |n: f64| say.number(n);
    line("perceived", word("perceived", &told.perceived));
    line("text", told.text.clone());
    line("low", told.count.as_ref().map(|c| number(c.low.into())));
    line("high", told.count.as_ref().map(|c| number(c.high.into())));
    line("reached", word("reached", &told.reached));
    line("watched", told.watched.clone());
    line("reason", told.reason.clone());
    line("by", told.by.clone());
    line("from", moment(ctx, Some(&told.time.start)));
    line("until", moment(ctx, told.time.end.as_ref()));
    line("area", told.area.clone());
    line("place", told.place.clone());
    line("position", told.position.as_ref().map(|p| p.given.clone()));
    line("uncertainty", told.position.as_ref().and_then(|p| p.uncertainty_m).map(number));
    line("degrees", told.direction.as_ref().map(|d| number(d.degrees)));
    line("distance", told.distance_m.map(number));
    line("source", Some(told.source.clone()));
    out
}

/// A time of the form as people read it.
fn moment(ctx: &Ctx<'_>, told: Option<&String>) -> Option<String> {
    let told = told?;
    let whole = format!("{}:00{}", told.get(..16)?, told.get(16..)?);
    let moment = whole.parse().ok().map(|m| ctx.say().moment(m));
    Some(moment.unwrap_or_else(|| told.clone()))
}

fn of_patrol(ctx: &Ctx<'_>, p: &Patrol) -> Result<Value, Fault> {
    let (say, s) = (ctx.say(), ctx.situation());
    let act = ctx.snap.facts.acts.iter().find(|a| a.entry == p.entry);
    let file = act.and_then(|a| match &a.record {
        hudna::record::Record::Patrols(file) => Some(file),
        _ => None,
    });
    let key = file.and_then(|f| f.file.rsplit('/').next()).unwrap_or("");
    let mut receipt = receipt(ctx, &p.id, p.entry, file.map_or("", |f| f.sha256.as_str()), key)?;
    receipt["at"] = json!(act.map(|a| a.received));
    let reached = serde_json::to_value(p.reached).unwrap_or_default();
    let reached = format!("w-offline-reached-{}", reached.as_str().unwrap_or("no"));
    let told = [
        ("w-offline-reached", Some(say.text(&reached, &[]))),
        ("w-offline-reason", p.reason.clone()),
        ("w-offline-by", p.by.clone()),
        ("day", Some(say.day(&p.day))),
        ("w-offline-area", Some(place(say, s, Some(&p.place), None))),
    ];
    let read = file.map(|f| of_nil(ctx, p, &f.raw));
    let given: Vec<Value> = told
        .into_iter()
        .filter_map(|(id, value)| Some(json!({ "text": say.text(id, &[]), "value": value? })))
        .collect();
    Ok(json!({
        "receipt": receipt, "duplicate_of": duplicate(ctx, &p.id), "given": given,
        "understood": read.into_iter().collect::<Vec<_>>(), "unknown": [], "notes": [],
        "attachments": [],
        "correct_href": format!("/submit?kind=nil&corrects={key}"),
        "another_href": "/submit?kind=nil",
    }))
}

/// The receipt of what was submitted under an id, for the device.
fn acked(ctx: &Ctx<'_>, id: &str) -> Result<Value, Fault> {
    let (key, entry, at) = match find(ctx, id)? {
        Found::Report(filed) => {
            let told: Submission = serde_json::from_str(&filed.record.raw).unwrap_or_default();
            (told.key, filed.entry, Some(filed.received))
        }
        Found::Patrol(p) => {
            let act = ctx.snap.facts.acts.iter().find(|a| a.entry == p.entry);
            let file = act.and_then(|a| match &a.record {
                hudna::record::Record::Patrols(file) => file.file.rsplit('/').next(),
                _ => None,
            });
            (file.unwrap_or("").to_owned(), p.entry, act.map(|a| a.received))
        }
    };
    Ok(json!({ "key": key, "report": id, "entry": entry, "at": at }))
}

/// The receipt by which a device wipes what has arrived.
fn ack(ctx: &Ctx<'_>) -> Result<Reply, Fault> {
    acks(ctx, &[acked(ctx, ctx.ask.param("id"))?])
}

/// The same for a file of several; what somebody else submitted is left out.
fn ack_all(ctx: &Ctx<'_>) -> Result<Reply, Fault> {
    let ids = ctx.ask.query.iter().filter(|(n, _)| n == "id").map(|(_, v)| v);
    let all: Vec<Value> = ids.filter_map(|id| acked(ctx, id).ok()).collect();
    acks(ctx, &all)
}

/// An acknowledgement file with the head that covers it.
fn acks(ctx: &Ctx<'_>, all: &[Value]) -> Result<Reply, Fault> {
    let head = hudna::derive::head(&*ctx.desk.live.store()?)?;
    let file = json!({ "format": "hudna-ack/1", "acks": all, "head": head });
    let name = format!("hudna-ack-{}.json", &ctx.situation().as_of.day().to_string());
    Ok(Reply::file("application/json", &name, file.to_string()))
}

/// Whoever submitted says where a place is: as another name of a known one, if they may teach
/// names; else as a question with their words, for somebody who may.
fn where_it_is(ctx: &Ctx<'_>) -> Result<Reply, Fault> {
    let id = ctx.ask.param("id");
    find(ctx, id)?;
    let name = ctx.ask.field("name").ok_or_else(|| Fault::bad("w-core-form"))?;
    let next = format!("/submitted/{id}");
    let at = ctx.ask.field("place");
    if let Some(at) = at.filter(|_| ctx.may(Right::Names)) {
        let why = report::why(ctx, "name");
        let forms = vec![hudna::names::form(name)];
        let done = ctx.act(&why, |desk| desk.alias_place(at, forms))?;
        ctx.desk.live.taught(&[name.to_owned()], ctx.desk.config.patience)?;
        return Ok(ctx.done(&next, "w-core-done", Some(done.entry)));
    }
    let known = at.map(|at| place(ctx.say(), ctx.situation(), Some(at), None));
    let words: Vec<&str> = known.as_deref().into_iter().chain(ctx.ask.field("words")).collect();
    if words.is_empty() {
        return Ok(ctx.done(&next, "w-work-left-open", None));
    }
    let args = [("name", name.into()), ("words", words.join(" – ").into())];
    let told = hudna_brief::bidi::plain(&ctx.say().text("w-work-where-told", &args));
    let done = ctx.act(&told, |desk| desk.ask(id, hudna::questions::Ask::default()))?;
    Ok(ctx.done(&next, "w-core-done", Some(done.entry)))
}
