//! Agreements: term by term, what they leave open, and how each term is kept.

mod parts;

use hudna::compliance::compliance;
use hudna::model::{Agreement, ComplianceLine, ComplianceStatus, FollowUp, FollowUpStatus};
use hudna::rights::Right;
use serde::Serialize;
use serde_json::{Value, json};

use super::overview::words_lang;
use super::shared::{both, href, party, place, title};
use crate::desk::Ctx;
use crate::fault::Fault;
use crate::reply::Reply;
use crate::routes::Route;

/// Routes.
pub const ROUTES: &[Route] = &[
    Route::get("/agreements", Right::SeePublic, list),
    Route::get("/agreements/{id}", Right::SeePublic, page),
];

/// Promises without a date that are listed.
const UNDATED: usize = 8;
/// Incidents that are listed under a term.
const INCIDENTS: usize = 6;

/// The name of a value in JSON.
pub fn word(value: impl Serialize) -> String {
    let json = serde_json::to_value(value).unwrap_or_default();
    json.as_str().unwrap_or_default().to_owned()
}

/// The agreement of an id: the one that is followed as it was entered, others as the data have them.
fn find<'c>(ctx: &'c Ctx<'_>, id: &str) -> Option<&'c Agreement> {
    let followed = &ctx.situation().agreement;
    if followed.id == id { Some(followed) } else { ctx.snap.data.agreements.get(id) }
}

/// How terms are kept is told of the agreement followed, to whoever sees what it rests on.
fn lines(ctx: &Ctx<'_>, a: &Agreement) -> Option<Vec<ComplianceLine>> {
    let s = ctx.situation();
    (s.agreement.id == a.id && ctx.may(Right::SeeAreas)).then(|| compliance(s))
}

fn undated<'c>(ctx: &'c Ctx<'_>) -> Vec<&'c FollowUp> {
    let without = |f: &&FollowUp| f.status == FollowUpStatus::Undated;
    ctx.situation().follow_ups.iter().filter(without).collect()
}

fn list(ctx: &Ctx<'_>) -> Result<Reply, Fault> {
    let followed = &ctx.situation().agreement;
    let others = ctx.snap.data.agreements.values().filter(|a| a.id != followed.id);
    let rows: Vec<Value> = std::iter::once(followed).chain(others).map(|a| row(ctx, a)).collect();
    ctx.page("agreements.html.jinja", json!({ "rows": rows }))
}

fn country(ctx: &Ctx<'_>, a: &Agreement) -> String {
    let held =
        ctx.situation().places.get(&a.country).or_else(|| ctx.snap.data.places.get(&a.country));
    held.map_or_else(|| a.country.clone(), |p| ctx.say().pick(&p.name))
}

fn row(ctx: &Ctx<'_>, a: &Agreement) -> Value {
    let followed = ctx.situation().agreement.id == a.id;
    let broken = |all: Vec<ComplianceLine>| {
        all.iter().filter(|l| l.status == ComplianceStatus::NotMet).count()
    };
    json!({
        "id": a.id, "href": format!("/agreements/{}", a.id), "name": ctx.say().pick(&a.name),
        "country": country(ctx, a), "effective": a.effective, "ended": a.ended,
        "terms": a.obligations.len(), "exceptions": a.exceptions.len(),
        "windows": a.windows.len(), "undefined": a.undefined.len(), "followed": followed,
        "not_met": lines(ctx, a).map(broken), "undated": followed.then(|| undated(ctx).len()),
    })
}

fn page(ctx: &Ctx<'_>) -> Result<Reply, Fault> {
    let id = ctx.ask.param("id");
    let a = find(ctx, id).ok_or_else(|| Fault::unknown(id, "unknown-agreement"))?;
    let followed = ctx.situation().agreement.id == a.id;
    let told = if followed { undated(ctx) } else { Vec::new() };
    let kept = lines(ctx, a);
    let shown: Vec<Value> = told.iter().take(UNDATED).map(|f| promise(ctx, f)).collect();
    let parts = parts::Parts { ctx, a };
    let terms: Vec<Value> = a
        .obligations
        .iter()
        .map(|o| {
            let line = kept.as_ref().and_then(|all| all.iter().find(|l| l.obligation == o.id));
            parts.term(o, line.map(|l| kept_view(ctx, l)))
        })
        .collect();
    ctx.page(
        "agreement.html.jinja",
        json!({
            "agreement": head(ctx, a, followed), "undefined": parts.undefined(),
            "undated": shown, "undated_total": told.len(),
            "kept": kept.as_deref().map(counted), "terms": terms,
            "exceptions": parts.exceptions(), "parties": parts.parties(),
            "excluded": parts.excluded(), "lists": parts.lists(), "windows": parts.windows(),
            "areas": parts.areas(), "instruments": parts.instruments(),
            "procedure": parts.procedure(), "reporting": parts.reporting(),
        }),
    )
}

fn head(ctx: &Ctx<'_>, a: &Agreement, followed: bool) -> Value {
    let say = ctx.say();
    let instants = &a.instants;
    let unknown = word(a.unknown_membership).replace('_', "-");
    let renewals: Vec<Value> =
        a.renewals.iter().map(|r| json!({ "until": r.until, "source": r.source })).collect();
    json!({
        "id": a.id, "name": say.pick(&a.name), "country": country(ctx, a),
        "time_zone": a.time_zone, "effective": a.effective, "signed": instants.signed,
        "announced": instants.announced, "accept_by": instants.accept_by,
        "expires": a.ends(ctx.situation().as_of).filter(|_| a.ended.is_none()), "ended": a.ended,
        "instants_source": instants.source, "renewals": renewals, "followed": followed,
        "membership": say.text(&format!("w-registers-membership-{unknown}"), &[]),
        "counting": a.counting.as_ref().map(|c| json!({
            "unit": say.pick(&c.unit), "attribution": word(c.attribution), "source": c.source,
        })),
    })
}

fn counted(all: &[ComplianceLine]) -> Value {
    let n = |status| all.iter().filter(|l| l.status == status).count();
    json!({
        "met": n(ComplianceStatus::Met) + n(ComplianceStatus::MetLate),
        "not_met": n(ComplianceStatus::NotMet), "nobody": n(ComplianceStatus::NobodyReports),
        "open": n(ComplianceStatus::Open), "not_due": n(ComplianceStatus::NotDue),
    })
}

fn kept_view(ctx: &Ctx<'_>, line: &ComplianceLine) -> Value {
    let (say, s) = (ctx.say(), ctx.situation());
    let incident = |id: &String| {
        let i = s.incidents.iter().find(|i| i.id == *id)?;
        let seen = ctx.may(Right::SeeIncidents) && ctx.ask.asker.sees_area(i.area.as_deref());
        seen.then(|| json!({ "id": id, "href": href(id), "title": title(say, s, i) }))
    };
    let incidents: Vec<Value> =
        line.incidents.iter().filter_map(incident).take(INCIDENTS).collect();
    let parties: Vec<String> = line.parties.iter().map(|id| party(say, s, id)).collect();
    json!({
        "status": line.status, "by_clock": line.by_clock,
        "trace": line.trace.iter().map(both).collect::<Vec<_>>(), "incidents": incidents,
        "parties": parties, "claims": line.claims.len(), "reviewed": line.reviewed,
        "href": format!("/incidents?term={}", line.obligation),
    })
}

fn promise(ctx: &Ctx<'_>, f: &FollowUp) -> Value {
    let (say, s) = (ctx.say(), ctx.situation());
    let who = f.who.as_deref();
    let who = who.map_or_else(|| say.text("p-who-unknown", &[]), |id| party(say, s, id));
    let words = (!f.due.words.is_empty()).then_some(&f.due.words);
    json!({
        "id": f.id, "href": href(&f.id), "who": who, "what": say.label("task", f.what.as_str()),
        "words": words, "words_lang": words_lang(&f.due.words),
    })
}

/// The name of a place that may be of another agreement's country.
fn place_name(ctx: &Ctx<'_>, id: &str) -> String {
    match ctx.snap.data.places.get(id) {
        Some(p) => ctx.say().pick(&p.name),
        None => place(ctx.say(), ctx.situation(), Some(id), Some(id)),
    }
}
