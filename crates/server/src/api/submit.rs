//! Reports from programs: one, a list, or one a line; each gets a receipt that is durable before it
//! is given. What follows from them is worked in afterwards.

use hudna::decide::{Who, counts_from};
use hudna::ingest::{Envelope, Ingest, Outcome, Receipt, json};
use hudna::model::IntakeCounts;
use serde_json::{Value, json};

use super::{fault, list};
use crate::desk::Ctx;
use crate::fault::Fault;
use crate::reply::Reply;

/// What the units of a request are called in their receipts.
const LABEL: &str = "api";

/// `POST /reports`.
pub fn submit(ctx: &Ctx<'_>) -> Result<Reply, Fault> {
    list::asked(ctx, "submit")?;
    let units = match kind(ctx) {
        "application/json" => json::whole(LABEL, &ctx.ask.body),
        "application/x-ndjson" | "application/jsonl" | "application/x-jsonlines" => {
            json::lines(LABEL, &ctx.ask.body)
        }
        _ => return Err(fault(415, "unsupported_type", "w-api-unsupported")),
    };
    let live = &ctx.desk.live;
    let by = ctx.ask.asker.name.clone();
    let who = Who { by: by.clone(), at: None, why: String::new() };
    let envelope = Envelope {
        source: ctx.ask.asked("source").map(str::to_owned),
        published: ctx.ask.asked("published").map(str::to_owned),
        lang: ctx.ask.asked("text_lang").map(str::to_owned),
        received: Some(counts_from(&who, live.env(), &ctx.snap.facts)),
        composed_from: None,
    };
    let (store, data) = (live.store()?, live.data());
    let mut ingest = Ingest::new(&store, &data, live.env(), &by);
    for unit in units {
        ingest.unit(unit, &envelope)?;
    }
    let (receipts, counts) = ingest.finish()?;
    if counts.stored > 0 {
        live.changed();
    }
    Ok(answer(ctx, &receipts, counts))
}

fn kind<'c>(ctx: &'c Ctx<'_>) -> &'c str {
    let told = ctx.ask.header("content-type").unwrap_or_default();
    told.split(';').next().unwrap_or_default().trim()
}

/// 201 where anything was stored, 200 where all of it was there, 422 where all that is new was
/// refused.
fn answer(ctx: &Ctx<'_>, receipts: &[Receipt], counts: IntakeCounts) -> Reply {
    let status = match (counts.stored, counts.duplicate) {
        (0, 0) => 422,
        (0, _) => 200,
        _ => 201,
    };
    let mut out = json!({
        "units": counts.units, "stored": counts.stored, "duplicate": counts.duplicate,
        "rejected": counts.rejected, "receipts": receipts,
    });
    if status == 422 {
        let what = ctx.say().text("w-api-all-rejected", &[]);
        let told = super::told(ctx.say(), 422, "all_rejected", &what);
        if let (Some(out), Value::Object(told)) = (out.as_object_mut(), told) {
            out.extend(told);
        }
    }
    let first = receipts.iter().find_map(|r| match &r.outcome {
        Outcome::Stored { id, .. } => Some(id),
        _ => None,
    });
    let reply = Reply::json(&out).status(status);
    match first {
        Some(id) => reply.header("location", format!("/api/v1/reports/{id}")),
        None => reply,
    }
}
