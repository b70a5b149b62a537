//! Briefs: one composed as of a time, sentence by sentence in both languages.

use hudna::model::Share;
use hudna::rights::Right;
use hudna_brief::outputs::html::Surroundings;
use hudna_brief::{Brief, Sentence, bidi, compose, outputs};
use serde_json::{Value, json};

use super::agreements::word;
use super::shared::both;
use crate::desk::Ctx;
use crate::fault::Fault;
use crate::form::encoded;
use crate::reply::Reply;
use crate::routes::Route;

/// Routes.
pub const ROUTES: &[Route] = &[
    Route::get("/briefs", Right::SeeBriefs, page),
    Route::get("/briefs/preview", Right::SeeBriefs, preview),
    Route::get("/briefs/brief.json", Right::SeeBriefs, document),
];

/// What a brief does not have here yet.
const MISSING: [&str; 4] = ["pdf", "edit", "live", "key"];

fn page(ctx: &Ctx<'_>) -> Result<Reply, Fault> {
    let brief = compose(ctx.situation());
    let header = &brief.header;
    let share = brief.sentences().fold(Share::default(), |sum, x| sum.and(x.reviewed()));
    let as_of = ctx.ask.asked("as_of").map(|at| format!("?as_of={}", encoded(at)));
    let at = |path: &str| format!("{path}{}", as_of.as_deref().unwrap_or(""));
    let sections: Vec<Value> = brief
        .sections
        .iter()
        .map(|section| {
            let sentences: Vec<Value> = section.sentences.iter().map(sentence).collect();
            json!({
                "kind": word(section.kind), "title": both(&section.title), "sentences": sentences,
            })
        })
        .collect();
    let missing: Vec<String> =
        MISSING.iter().map(|m| ctx.say().text(&format!("w-briefs-missing-{m}"), &[])).collect();
    ctx.page(
        "briefs.html.jinja",
        json!({
            // None is kept: what is composed follows from the entries and can be composed again.
            "briefs": [],
            "brief": {
                "title": both(&header.title), "as_of": header.as_of,
                "agreement": both(&header.agreement), "sentences": brief.sentences().count(),
                "confirmed": share.confirmed, "of": share.of, "size": header.ledger_size,
                "root": header.ledger_root, "preview": at("/briefs/preview"),
                "keep": match &as_of {
                    Some(asked) => format!("/briefs/preview{asked}&keep=1"),
                    None => "/briefs/preview?keep=1".to_owned(),
                },
                "json": at("/briefs/brief.json"),
            },
            "times": null, "sections": sections, "freeze": null, "missing": missing,
        }),
    )
}

fn sentence(x: &Sentence) -> Value {
    let share = x.reviewed();
    let plain = |lang| bidi::plain(x.text(lang));
    json!({
        "id": x.id(), "href": format!("/why/{}", x.id()),
        "ar": plain(hudna::model::Lang::Ar), "en": plain(hudna::model::Lang::En),
        "confirmed": share.confirmed, "of": share.of, "cites": x.cites().iter().count(),
        "sourceless": false, "figures": [], "alarm": false,
    })
}

/// The page as it is printed is one file with its own style, which no other page may have.
const PRINTED: &str = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; \
    base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

fn preview(ctx: &Ctx<'_>) -> Result<Reply, Fault> {
    let brief = compose(ctx.situation());
    let around = surroundings(ctx, &brief);
    let html = outputs::html::render(&brief, ctx.situation(), &around).map_err(Fault::ours)?;
    if ctx.ask.asked("keep").is_some() {
        return Ok(Reply::file("text/html; charset=utf-8", &name(&brief, "html"), html));
    }
    Ok(Reply::page(html).header("content-security-policy", PRINTED))
}

fn document(ctx: &Ctx<'_>) -> Result<Reply, Fault> {
    let brief = compose(ctx.situation());
    let text = outputs::json::render(&brief).map_err(Fault::ours)?;
    Ok(Reply::file("application/json", &name(&brief, "json"), text))
}

fn name(brief: &Brief, kind: &str) -> String {
    format!("brief-{}.{kind}", brief.header.as_of.day())
}

/// The sentence round each claim's words, for whoever may read reports.
fn surroundings(ctx: &Ctx<'_>, brief: &Brief) -> Surroundings {
    let mut out = Surroundings::new();
    if !ctx.may(Right::SeeReports) {
        return out;
    }
    let s = ctx.situation();
    for cite in brief.references.iter().flat_map(|r| std::iter::once(&r.cite.id).chain(&r.rests_on))
    {
        let Some(filed) = s.claims.get(cite) else { continue };
        let Some(report) = ctx.snap.facts.reports.get(&filed.report) else { continue };
        let whole = hudna::why::sentence(report.record.text(), filed.claim.evidence.span);
        if let Some((before, after)) = whole.split_once(filed.claim.evidence.text.as_str()) {
            out.insert(cite.clone(), (before.to_owned(), after.to_owned()));
        }
    }
    out
}
