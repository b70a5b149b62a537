//! The ends of a derivation: claims with their sentences, reports with their hashes.

use hudna::model::FiledClaim;
use hudna::rights::Right;
use hudna::why::Node;
use serde_json::{Value, json};

use super::tree::{claim_said, get_in, kind, told};
use crate::desk::Ctx;
use crate::pages::overview::words_lang;
use crate::pages::shared::{self, source};

/// A claim with its sentence, words marked.
pub fn claim(ctx: &Ctx<'_>, node: &Node) -> Option<Value> {
    let (say, s) = (ctx.say(), ctx.situation());
    let filed: FiledClaim = get_in(node, "filed")?;
    let (claim, id) = (&filed.claim, node.id.as_deref()?);
    let sentence = node.data["sentence"].as_str().unwrap_or_default();
    let words = claim.evidence.text.as_str();
    let (before, hit, after) = match sentence.split_once(words) {
        Some((before, after)) => (before, words, after),
        None => ("", words, ""),
    };
    let lang = ctx.snap.facts.reports.get(&filed.report)?.reading.as_ref().map(|r| r.lang.clone());
    let lang = lang.unwrap_or_default();
    let rule = hudna::read::explain(&ctx.snap.data.pack, &lang, &claim.rule, say.lang);
    let refused = node.data["refused"] == true;
    let mark = refused.then(|| say.text("w-why-refused", &[]));
    let grade = s.sources.get(&filed.source).map_or('F', |x| x.grade);
    let credible = if filed.reviewed { "2" } else { "" };
    let sure = (claim.confidence * 10.0).round().clamp(0.0, 10.0);
    Some(json!({
        "kind": "claim", "id": id, "href": null, "text": rule,
        "figure": claim_said(ctx, &filed), "mark": mark, "faded": refused,
        "before": before, "hit": hit, "after": after,
        "lang": if lang.is_empty() { words_lang(words) } else { lang.as_str() }, "gloss": null,
        "grade": format!("{grade}{credible}"), "source": source(say, s, &filed.source),
        "source_href": format!("/sources/{}", filed.source),
        "said_by": claim.attributed_to.as_ref().map(|n| &n.text),
        "day": claim.date.as_ref().map(|d| &d.start).or(filed.published.as_ref()),
        "modality": claim.modality.as_str(), "rule": claim.rule,
        "sure": say.text("in-ten", &[("n", sure.into())]), "read_by": node.data["read_by"],
        "reviewed": filed.reviewed,
        "report": { "id": filed.report, "href": format!("/r/{}", filed.report) },
        "again": false, "more": null,
    }))
}

/// A report with its hash and entry.
pub fn report(ctx: &Ctx<'_>, node: &Node) -> Option<Value> {
    let (say, s, d) = (ctx.say(), ctx.situation(), &node.data);
    let id = node.id.as_deref()?;
    let from = d["source"].as_str()?;
    let open = s.sources.get(from).is_none_or(|x| x.protection == "open");
    let may = ctx.may(Right::SeeReports);
    let url = ctx.snap.facts.reports.get(id).and_then(|r| r.record.url.as_deref());
    let below: Vec<Value> =
        node.rests_on.iter().filter(|n| n.kind != "report").map(|n| branch_alone(ctx, n)).collect();
    Some(json!({
        "kind": "report", "id": id, "href": may.then(|| shared::href(id)), "text": "",
        "source": source(say, s, from), "label": d["label"].as_str().filter(|l| open && !l.is_empty()),
        "received": d["received"], "published": d["published"], "sha256": d["sha256"],
        "entry": d["entry"], "bytes": (may && open).then(|| format!("/r/{id}/bytes")),
        "archived": url.filter(|u| open && u.starts_with("http")),
        "rests_on": below, "open": false, "faded": false, "again": false, "more": null,
    }))
}

/// A decision that names a report without a claim of it.
fn branch_alone(ctx: &Ctx<'_>, node: &Node) -> Value {
    let told = told(ctx, node);
    json!({
        "kind": kind(node.kind), "id": null, "href": null, "text": told.text, "figure": null,
        "mark": told.mark, "faded": false, "note": told.note, "entry": told.entry,
        "rests_on": [], "open": false, "again": true, "more": null,
    })
}
