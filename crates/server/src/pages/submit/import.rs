//! Files from the field: each submission by itself stored or refused, with a receipt for the device.

use hudna::model::NoteKind;
use hudna::model::digest::sha256_hex;
use serde_json::{Value, json};

use super::base64::decode;
use super::form::{is_key, now};
use super::keep::{Kept, keep};
use super::record::Submission;
use super::{given, seal};
use crate::desk::Ctx;
use crate::fault::Fault;
use crate::form::encoded;
use crate::pages::shared::href;
use crate::reply::Reply;

/// `POST /submit/import`.
pub fn import(ctx: &Ctx<'_>) -> Result<Reply, Fault> {
    let Some(upload) = ctx.ask.files.iter().find(|f| f.field == "file" && !f.bytes.is_empty())
    else {
        return refused(ctx, "w-work-import-none");
    };
    let Some(file) = seal::read(&upload.bytes) else {
        return refused(ctx, "w-work-import-format");
    };
    let (made, sealed) = (file.made.clone(), file.is_sealed());
    let Some(all) = file.open(ctx.ask.field("phrase").unwrap_or("")) else {
        return refused(ctx, "w-work-import-phrase");
    };
    let mut receipts = Vec::new();
    for (n, told) in all.into_iter().enumerate() {
        receipts.push(one(ctx, n + 1, told)?);
    }
    let of = |status: &str| receipts.iter().filter(|r| r["status"] == status).count();
    let counts = json!({
        "read": receipts.len(), "stored": of("stored"), "duplicate": of("duplicate"),
        "rejected": of("rejected"),
    });
    ctx.page(
        "imported.html.jinja",
        json!({
            "file": {
                "name": upload.name, "made": made, "sealed": sealed,
                "sha256": sha256_hex(&upload.bytes),
            },
            "counts": counts, "ack": ack(ctx, &receipts), "receipts": receipts,
        }),
    )
}

fn refused(ctx: &Ctx<'_>, id: &str) -> Result<Reply, Fault> {
    let told = ctx.say().text(id, &[]);
    Ok(ctx.page("submit.html.jinja", given(ctx, &[], Some(told)))?.status(422))
}

/// The acknowledgement of what is here, stored now or before.
fn ack(ctx: &Ctx<'_>, receipts: &[Value]) -> Option<Value> {
    let id = |r: &Value| {
        let id = r["id"].as_str().or_else(|| r["of"]["id"].as_str())?;
        Some(format!("id={}", encoded(id)))
    };
    let ids: Vec<String> = receipts.iter().filter_map(id).collect();
    let name = format!("hudna-ack-{}.json", ctx.situation().as_of.day());
    (!ids.is_empty())
        .then(|| json!({ "href": format!("/submit/ack?{}", ids.join("&")), "name": name }))
}

/// A submission of the file, and its receipt.
fn one(ctx: &Ctx<'_>, n: usize, told: Value) -> Result<Value, Fault> {
    let say = ctx.say();
    let kind = if told["kind"] == "nil" { "nil" } else { "report" };
    let (text, files) = (line(&told), told["attachments"].as_array().map_or(0, Vec::len));
    let mut receipt = json!({
        "n": n, "kind": kind, "text": text, "status": "rejected", "id": null, "href": null,
        "of": null, "why": null, "next": null, "entry": null, "files": files, "unknown": 0,
    });
    let kept = match checked(ctx, told) {
        Ok((told, files)) => keep(ctx, &told, &files)?,
        Err(why) => Kept::Rejected { why },
    };
    match kept {
        Kept::Stored { id, entry } => {
            receipt["status"] = json!("stored");
            receipt["href"] = json!(format!("/submitted/{id}"));
            receipt["entry"] = json!(entry);
            receipt["unknown"] = json!(unknown(ctx, &id));
            receipt["id"] = json!(id);
        }
        Kept::Duplicate { of } => {
            receipt["status"] = json!("duplicate");
            receipt["of"] = json!({ "id": of, "href": href(&of) });
        }
        Kept::Rejected { why } => {
            receipt["why"] = json!(why);
            receipt["next"] = json!(say.text("w-work-import-next", &[]));
        }
    }
    Ok(receipt)
}

/// Place and time as they are written.
fn line(told: &Value) -> String {
    let parts = [&told["place"], &told["area"], &told["time"]["start"]];
    let parts: Vec<&str> = parts.iter().filter_map(|p| p.as_str()).collect();
    parts.join(" · ")
}

/// Places of a report that is stored now that are asked about.
fn unknown(ctx: &Ctx<'_>, id: &str) -> usize {
    let now = ctx.desk.live.now();
    let reading = now.facts.reports.get(id).and_then(|r| r.reading.as_ref());
    let asks = |k: NoteKind| matches!(k, NoteKind::UnknownPlace | NoteKind::AmbiguousPlace);
    reading.map_or(0, |r| r.notes.iter().filter(|n| asks(n.kind)).count())
}

/// A submission with the bytes of its files; why it is none, where it is none.
fn checked(ctx: &Ctx<'_>, told: Value) -> Result<(Submission, Vec<Vec<u8>>), String> {
    let say = ctx.say();
    let mut told: Submission = serde_json::from_value(told)
        .map_err(|e| say.text("w-work-import-unread", &[("what", e.to_string().into())]))?;
    if !is_key(&told.key) || !matches!(told.kind.as_str(), "report" | "nil") {
        return Err(say.text("w-work-import-unread", &[("what", "key, kind".into())]));
    }
    let mut files = Vec::new();
    for file in &mut told.attachments {
        let bytes = file.data.take().and_then(|data| decode(&data)).unwrap_or_default();
        let hash = sha256_hex(&bytes);
        let same = file.sha256.as_ref().is_none_or(|h| *h == hash);
        if !same || bytes.is_empty() || bytes.len() != file.size {
            let args = [("name", file.name.as_str().into())];
            return Err(say.text("w-work-import-attachment", &args));
        }
        file.sha256 = Some(hash);
        files.push(bytes);
    }
    let args = [
        ("n", super::record::FILES.into()),
        ("size", super::size(ctx, super::record::FILE).into()),
    ];
    let faults: Vec<String> =
        told.faults(now(ctx)).into_iter().map(|(_, id)| say.text(id, &args)).collect();
    if faults.is_empty() { Ok((told, files)) } else { Err(say.clauses(&faults)) }
}
