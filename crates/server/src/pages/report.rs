//! One report: its text with the claims marked, and what people decide of them.

mod add;
pub mod claim;
mod decide;
pub mod options;
pub mod passage;

use std::collections::BTreeSet;

use hudna::facts::FiledReport;
use hudna::model::{Claim, Note, NoteKind, Span};
use hudna::rights::{Right, Role};
use serde_json::{Value, json};

use self::claim::dir;
use self::passage::{Mark, note_kind, segments};
use super::area::question;
use super::overview::words_lang;
use super::shared::{href, source};
use crate::desk::Ctx;
use crate::fault::Fault;
use crate::form::encoded;
use crate::reply::Reply;
use crate::routes::Route;

pub use decide::why;

/// Routes.
pub const ROUTES: &[Route] = &[
    Route::get("/r/{id}", Right::SeeReports, page),
    Route::get("/r/{id}/bytes", Right::SeeReports, bytes),
    Route::post("/r/{id}/claims", Right::Code, add::add),
    Route::post("/claims/{id}", Right::Code, decide::decide),
];

/// Unicode scalars of a first line that is taken for a title.
const TITLE: usize = 160;

/// The report of an id, if whoever asks may see it: a monitor those that speak of an own area.
///
/// # Errors
/// There is none, or not for whoever asks.
pub fn seen<'c>(ctx: &'c Ctx<'_>, id: &str) -> Result<&'c FiledReport, Fault> {
    let filed = ctx.snap.facts.reports.get(id).filter(|filed| sees(ctx, filed));
    filed.ok_or_else(|| Fault::unknown(id, "unknown-report"))
}

fn sees(ctx: &Ctx<'_>, filed: &FiledReport) -> bool {
    let asker = &ctx.ask.asker;
    if asker.role != Role::Monitor {
        return true;
    }
    let own = |c: &&Claim| {
        let incident = claim::incident(ctx, &c.id);
        incident.is_some_and(|i| asker.sees_area(i.area.as_deref()))
            || c.place.as_ref().and_then(|p| p.id.as_deref()).is_some_and(|p| within(ctx, p))
    };
    claim::claims(ctx, filed).iter().any(own)
}

/// Whether a place is one of the asker's areas, or lies in one.
pub fn within(ctx: &Ctx<'_>, place: &str) -> bool {
    let s = ctx.situation();
    let above = |id: &&str| s.places.get(*id)?.parent.as_deref();
    std::iter::successors(Some(place), above)
        .take(16)
        .any(|id| ctx.ask.asker.areas.iter().any(|a| a == id))
}

fn bytes(ctx: &Ctx<'_>) -> Result<Reply, Fault> {
    let id = ctx.ask.param("id");
    let filed = seen(ctx, id)?;
    let raw = filed.record.raw.as_bytes().to_vec();
    Ok(Reply::file("application/octet-stream", &format!("{id}.txt"), raw))
}

fn page(ctx: &Ctx<'_>) -> Result<Reply, Fault> {
    let id = ctx.ask.param("id");
    let filed = seen(ctx, id)?;
    ctx.page("report.html.jinja", view(ctx, id, filed, None))
}

/// What the template is given; `fault` is what was wrong with an added claim.
pub fn view(ctx: &Ctx<'_>, id: &str, filed: &FiledReport, fault: Option<String>) -> Value {
    let (say, s) = (ctx.say(), ctx.situation());
    let claims = claim::claims(ctx, filed);
    let rulings = claim::rulings(ctx, id);
    let source = filed.record.source.as_str();
    let ruled = |c: &Claim| rulings.get(c.id.as_str()).map_or(&[][..], |d| d);
    let cards: Vec<Value> = claims
        .iter()
        .enumerate()
        .map(|(n, c)| claim::view(ctx, c, source, n + 1, ruled(c)))
        .collect();
    let standing = |word: &str| cards.iter().filter(|c| c["standing"] == word).count();
    let confirmed = standing("confirm") + standing("correct") + standing("added");
    let notes = notes(filed);
    let about = |about: &str| about == id || claims.iter().any(|c| c.id == about);
    let questions: Vec<Value> =
        s.questions.iter().filter(|q| about(&q.about)).map(|q| question(say, q)).collect();
    json!({
        "report": head(ctx, id, filed, &claims),
        "segments": segments(filed.record.text(), &marks(&claims, &notes), None),
        "cut": notes.iter().any(|n| n.kind == NoteKind::Cut),
        "counts": { "confirmed": confirmed, "of": cards.len(), "refused": standing("refuse") },
        "claims": cards,
        "notes": notes.iter().map(|n| note(ctx, id, n)).collect::<Vec<_>>(),
        "questions": questions, "reasons": options::reasons(say),
        "add": added(ctx, filed, fault),
        "options": options::all(say, |name| ctx.ask.field(name).or_else(|| ctx.ask.asked(name))),
    })
}

/// The notes of a report's reading.
pub fn notes(filed: &FiledReport) -> Vec<&Note> {
    filed.reading.iter().flat_map(|r| &r.notes).collect()
}

/// Marks of claims with their numbers, and of words of harm in which nothing was read.
pub fn marks<'m>(claims: &[&'m Claim], notes: &[&Note]) -> Vec<Mark<'m>> {
    let of = |(n, c): (usize, &&'m Claim)| Mark {
        span: c.evidence.span,
        claim: Some(&c.id),
        kind: c.body.kind(),
        n: n + 1,
    };
    let harm = notes.iter().filter(|n| n.kind == NoteKind::UnreadHarm);
    let harm = harm.map(|n| Mark { span: n.span, claim: None, kind: note_kind(n.kind), n: 0 });
    claims.iter().enumerate().map(of).chain(harm).collect()
}

fn head(ctx: &Ctx<'_>, id: &str, filed: &FiledReport, claims: &[&Claim]) -> Value {
    let (say, s) = (ctx.say(), ctx.situation());
    let record = &filed.record;
    let text = record.text();
    let first = text.lines().next().map(str::trim).unwrap_or("");
    let lang = lang(filed);
    let title = (!first.is_empty() && first.chars().count() <= TITLE).then_some(first);
    let known = s.sources.get(&record.source);
    let https = |url: &&String| url.starts_with("https://") || url.starts_with("http://");
    json!({
        "id": id, "title": title, "label": record.label, "source": source(say, s, &record.source),
        "source_href": format!("/sources/{}", encoded(&record.source)),
        "grade": claim::grade(s, &record.source, false),
        "kind": known.map_or(json!("witness"), |x| json!(x.kind)),
        "published": record.published, "received": filed.received, "sha256": record.sha256,
        "entry": filed.entry, "lang": lang, "dir": dir(&lang),
        "state": s.reports.get(id).map_or("received", |r| r.state.as_str()),
        "url": record.url.as_ref().filter(https), "bytes_href": format!("/r/{id}/bytes"),
        "words": text.split_whitespace().count(), "copies": copies(ctx, id, claims),
    })
}

/// The language of a report's text.
pub fn lang(filed: &FiledReport) -> String {
    let read = filed.reading.as_ref().map(|r| r.lang.as_str()).filter(|l| *l != "und");
    read.unwrap_or_else(|| words_lang(filed.record.text())).to_owned()
}

/// Reports with which some claims share one origin that is no party of its own.
pub fn copies(ctx: &Ctx<'_>, id: &str, claims: &[&Claim]) -> Vec<Value> {
    let (say, s) = (ctx.say(), ctx.situation());
    let incidents = claims.iter().filter_map(|c| claim::incident(ctx, &c.id));
    let origins = incidents.flat_map(|i| &i.origins).filter(|o| {
        let copied = o.id.starts_with("report:") || o.id.starts_with("credit:");
        copied && o.reports.iter().any(|r| r == id)
    });
    let others: BTreeSet<&String> = origins.flat_map(|o| &o.reports).filter(|r| *r != id).collect();
    let one = |id: &&String| {
        let of = s.reports.get(*id).map(|r| source(say, s, &r.source))?;
        Some(json!({ "id": id, "href": href(id), "source": of }))
    };
    others.iter().filter_map(one).collect()
}

/// Why something was left without a claim, in the reader's language.
pub fn note_why(ctx: &Ctx<'_>, note: &Note) -> String {
    let id = format!("w-work-note-{}", note_kind(note.kind).replace('_', "-"));
    ctx.say().text(&id, &[("words", note.text.as_str().into())])
}

/// Where a name that nobody knows is taught.
pub fn teach(report: &str, name: &str) -> String {
    format!("/places?q={}&report={report}", encoded(name))
}

fn note(ctx: &Ctx<'_>, report: &str, n: &Note) -> Value {
    let place = matches!(n.kind, NoteKind::UnknownPlace | NoteKind::AmbiguousPlace);
    json!({
        "kind": note_kind(n.kind), "words": n.text, "why": note_why(ctx, n),
        "teach": place.then(|| teach(report, &n.text)), "id": null,
    })
}

/// The form for a claim that was missed: as it was posted, or with the words of the address.
fn added(ctx: &Ctx<'_>, filed: &FiledReport, fault: Option<String>) -> Value {
    let told = |name: &str| ctx.ask.field(name).or_else(|| ctx.ask.asked(name)).unwrap_or("");
    let number = |name: &str| told(name).parse::<usize>().ok();
    let words = match (number("start"), number("end"), told("words")) {
        (Some(start), Some(end), "") if start < end => {
            passage::slice(filed.record.text(), Span::new(start, end))
        }
        (_, _, words) => words.to_owned(),
    };
    json!({
        "words": words, "start": told("start"), "end": told("end"), "kind": told("kind"),
        "error": fault,
    })
}
