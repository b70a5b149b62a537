//! One promise: where it is told, what was told since, and what people change.

use hudna::Told;
use hudna::acts::Act;
use hudna::model::{FollowUp, PromiseChange};
use hudna::promises::due;
use hudna::record::Record;
use serde_json::{Value, json};

use super::promise::{quote, view};
use super::sees;
use crate::desk::Ctx;
use crate::fault::Fault;
use crate::pages::area::question;
use crate::pages::said;
use crate::pages::shared::{href, party};
use crate::reply::Reply;

/// Number of usual reasons of each change.
const REASONS: [(&str, usize); 3] = [("done", 2), ("slip", 1), ("drop", 3)];

fn find<'c>(ctx: &'c Ctx<'_>, id: &str) -> Result<&'c FollowUp, Fault> {
    let s = ctx.situation();
    let found = hudna::promises::promise(s, id).filter(|f| sees(s, &ctx.ask.asker, f));
    found.ok_or_else(|| Fault::unknown(id, "unknown-promise"))
}

/// `GET /followups/{id}`.
pub fn page(ctx: &Ctx<'_>) -> Result<Reply, Fault> {
    let f = find(ctx, ctx.ask.param("id"))?;
    if f.id != ctx.ask.param("id") {
        return Ok(Reply::to(href(&f.id)));
    }
    let (say, s) = (ctx.say(), ctx.situation());
    let quotes = |ids: &[String]| ids.iter().filter_map(|id| quote(ctx, id)).collect::<Vec<_>>();
    let evidence: Vec<Value> = f
        .fulfilled_by
        .iter()
        .chain(&f.progress)
        .filter_map(|id| Some(json!({ "id": id, "text": s.claims.get(id)?.claim.evidence.text })))
        .collect();
    let asked = s.questions.iter().filter(|q| q.about == f.id || f.claims.contains(&q.about));
    ctx.page(
        "followup.html.jinja",
        json!({
            "f": view(ctx, f), "told": quotes(&f.claims), "progress": quotes(&f.progress),
            "fulfilled": quotes(&f.fulfilled_by),
            "fulfilled_on": f.fulfilled_on.as_ref().map(|(a, b)| [a, b]), "evidence": evidence,
            "owners": people(ctx, f.owner.as_deref()),
            "questions": asked.map(|q| question(say, q)).collect::<Vec<_>>(),
            "reasons": reasons(ctx), "feed": feed(ctx, f),
        }),
    )
}

fn reasons(ctx: &Ctx<'_>) -> Value {
    let mut out = json!({});
    for (kind, n) in REASONS {
        let all: Vec<String> =
            (1..=n).map(|n| ctx.say().text(&format!("w-work-why-{kind}-{n}"), &[])).collect();
        out[kind] = json!(all);
    }
    out
}

/// People who may look after something, whoever asks among them.
pub fn people(ctx: &Ctx<'_>, chosen: Option<&str>) -> Vec<Value> {
    let mut names: Vec<&str> = vec![ctx.ask.asker.name.as_str()];
    let right = hudna::rights::Right::FollowUp;
    let known = ctx.snap.roster.people.values();
    names.extend(
        known.filter(|p| !p.closed && hudna::rights::may(p.role, right)).map(|p| p.name.as_str()),
    );
    names.extend(chosen);
    names.retain(|n| !n.is_empty());
    names.sort_unstable();
    names.dedup();
    names
        .into_iter()
        .map(|n| json!({ "value": n, "text": n, "selected": chosen == Some(n) }))
        .collect()
}

fn changes<'c>(ctx: &'c Ctx<'_>, f: &'c FollowUp) -> impl Iterator<Item = &'c Act> {
    let facts = &ctx.snap.facts;
    facts.acts.iter().rev().filter(move |act| match &act.record {
        Record::Promise(p) => {
            let now = facts.stands_for(&p.of).unwrap_or_else(|| p.of.claim.clone());
            f.claims.contains(&now)
        }
        _ => false,
    })
}

fn feed(ctx: &Ctx<'_>, f: &FollowUp) -> Vec<Value> {
    changes(ctx, f).map(|act| said::line(ctx, act)).collect()
}

/// `POST /followups/{id}`.
pub fn change(ctx: &Ctx<'_>) -> Result<Reply, Fault> {
    let f = find(ctx, ctx.ask.param("id"))?;
    let kind = ctx.ask.field("change").unwrap_or("");
    let made = made(ctx, kind)?;
    fresh(ctx, f, kind)?;
    let done = ctx.act(&reason(ctx, kind)?, |desk| desk.change(&f.id, made))?;
    Ok(ctx.done(&href(&f.id), "w-core-done", Some(done.entry)))
}

/// The reason chosen and written; where none is, the usual one of the change. What has none needs
/// one of its own.
fn reason(ctx: &Ctx<'_>, kind: &str) -> Result<String, Fault> {
    let told: Vec<&str> = ["preset", "why"].iter().filter_map(|n| ctx.ask.field(n)).collect();
    match (told.is_empty(), kind) {
        (false, _) => Ok(told.join(" – ")),
        (true, "done" | "partly" | "slip" | "drop") => {
            Ok(ctx.say().text(&format!("w-work-why-{kind}-1"), &[]))
        }
        (true, _) => Err(Told::error("told-no-reason", &[]).into()),
    }
}

fn made(ctx: &Ctx<'_>, kind: &str) -> Result<PromiseChange, Fault> {
    let text = |name: &str| ctx.ask.field(name).map(str::to_owned);
    Ok(match kind {
        "done" | "partly" => PromiseChange::Done {
            partly: kind == "partly",
            evidence: ctx.ask.fields("evidence"),
            on: text("on"),
        },
        "slip" => PromiseChange::Slip { due: slipped(ctx)? },
        "drop" => PromiseChange::Drop,
        "assign" => PromiseChange::Assign {
            owner: text("owner").ok_or_else(|| Told::error("told-no-name", &[]))?,
            next: text("next"),
        },
        "note" => PromiseChange::Note { next: text("next") },
        _ => return Err(Fault::bad("w-core-form")),
    })
}

fn slipped(ctx: &Ctx<'_>) -> Result<hudna::model::Due, Fault> {
    let (from, to) = (ctx.ask.field("from"), ctx.ask.field("to"));
    let words = ctx.ask.field("words").unwrap_or("");
    let days = match (from, to) {
        (Some(from), Some(to)) => format!("{from}..{to}"),
        (Some(day), None) | (None, Some(day)) => day.to_owned(),
        (None, None) => words.to_owned(),
    };
    let mut due = due(&days)?;
    if due.start.is_none() && (from.is_some() || to.is_some()) {
        return Err(Told::error("told-no-day", &[("day", &days)]).into());
    }
    due.words = words.to_owned();
    Ok(due)
}

/// Nobody overwrites a change that they have not seen.
fn fresh(ctx: &Ctx<'_>, f: &FollowUp, kind: &str) -> Result<(), Fault> {
    let Some(version) = ctx.ask.field("version").and_then(|v| v.parse::<u64>().ok()) else {
        return Ok(());
    };
    let since = |a: &&Act| a.entry >= version && a.undone.is_none();
    let Some(theirs) = changes(ctx, f).find(since) else { return Ok(()) };
    let (say, s) = (ctx.say(), ctx.situation());
    let (told, yours) = (said::said(say, &theirs.record), say.text(&format!("board-{kind}"), &[]));
    let who = f.who.as_deref();
    let who = who.map_or_else(|| say.text("p-who-unknown", &[]), |id| party(say, s, id));
    let hidden = ctx.ask.again(ctx.snap.facts.size);
    Err(Fault::conflict(json!({
        "about": {
            "id": f.id, "href": href(&f.id),
            "title": format!("{who}: {}", say.label("task", f.what.as_str())),
        },
        "theirs": {
            "by": theirs.by, "at": theirs.received, "entry": theirs.entry,
            "version": ctx.snap.facts.size,
        },
        "fields": [{
            "name": "change", "text": say.text("w-core-decided", &[]), "before": null,
            "theirs": told, "yours": yours, "same": told == yours, "clash": true,
        }],
        "action": ctx.ask.path, "hidden": hidden, "must_reason": false,
    })))
}
