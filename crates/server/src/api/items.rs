//! One thing whole: an area, an incident, a report, a claim, a promise, a case.

use hudna::facts::Facts;
use hudna::model::{FiledClaim, Incident, Situation};
use hudna::rights::{Right, Role, report_areas};
use serde_json::{Value, json};

use super::list::{self, value};
use super::versions::{self, tagged};
use crate::desk::Ctx;
use crate::fault::Fault;
use crate::pages;
use crate::reply::Reply;

/// A thing with what every answer says beside it.
pub fn item(s: &Situation, version: u64, item: Value) -> Reply {
    let notice = list::notice(s);
    tagged(
        version,
        &json!({ "as_of": s.as_of, "notice": notice, "version": version, "item": item }),
    )
}

/// `GET /areas/{id}`.
pub fn area(ctx: &Ctx<'_>) -> Result<Reply, Fault> {
    list::asked(ctx, "area")?;
    let (s, id) = (list::view(ctx), ctx.ask.param("id"));
    let found = pages::area::find(s, id).filter(|a| ctx.ask.asker.sees_area(Some(&a.area)));
    let area = found.ok_or_else(|| Fault::unknown(id, "unknown-area"))?;
    Ok(item(s, s.head.size, own(ctx, value(area))))
}

/// The same without the ids of incidents and claims that a monitor does not see.
pub fn own(ctx: &Ctx<'_>, mut value: Value) -> Value {
    if ctx.ask.asker.role == Role::Monitor {
        only_seen(ctx, &mut value);
    }
    value
}

fn only_seen(ctx: &Ctx<'_>, value: &mut Value) {
    match value {
        Value::Array(list) => {
            let hidden = |v: &Value| {
                let id = v.as_str().unwrap_or_default();
                id.starts_with("INC-") && seen(ctx, id).is_err()
            };
            list.retain(|v| !hidden(v));
            list.iter_mut().for_each(|v| only_seen(ctx, v));
        }
        Value::Object(object) => object.values_mut().for_each(|v| only_seen(ctx, v)),
        _ => {}
    }
}

/// The incident of an id, where whoever asks sees it.
pub fn seen<'c>(ctx: &'c Ctx<'_>, id: &str) -> Result<&'c Incident, Fault> {
    let s = &ctx.snap.situation;
    let found = ctx.index().incident(s, id).map(|at| &s.incidents[at]);
    let seen = found.filter(|i| ctx.ask.asker.sees_incident(i));
    seen.ok_or_else(|| Fault::unknown(id, "unknown-incident"))
}

/// `GET /incidents/{id}`.
pub fn incident(ctx: &Ctx<'_>) -> Result<Reply, Fault> {
    list::asked(ctx, "incident")?;
    let (s, facts) = (&*ctx.snap.situation, &*ctx.snap.facts);
    let i = seen(ctx, ctx.ask.param("id"))?;
    let mut out = value(i);
    let told = i.claims.iter().chain(&i.denials).filter_map(|id| s.claims.get(id));
    out["told"] = json!(told.collect::<Vec<&FiledClaim>>());
    let case = s.cases.iter().find(|c| c.incident.as_deref() == Some(&i.id));
    let case = case.filter(|c| ctx.may(Right::SeeCases) && ctx.ask.asker.sees_case(c));
    out["case"] = json!(case.map(|c| &c.id));
    out["entered"] = entered(facts, |claim| i.claims.iter().chain(&i.denials).any(|c| c == claim));
    Ok(item(s, versions::incident(facts, s, i), out))
}

/// What people entered on some claims, in the order of entry, what was undone too.
fn entered(facts: &Facts, has: impl Fn(&str) -> bool) -> Value {
    let on = |a: &hudna::record::Anchor| {
        has(&a.claim) || facts.stands_for(a).is_some_and(|claim| has(&claim))
    };
    let all = facts.acts.iter().filter(|act| act.record.anchors().iter().any(on));
    let all = all.filter(|act| !facts.is_expunged(act));
    all.map(|act| {
        json!({
            "entry": act.entry, "kind": act.record.kind(), "by": act.by, "at": act.received,
            "record": act.record, "undone": act.undone,
        })
    })
    .collect()
}

/// Whether whoever asks sees a report; a monitor those that speak of own areas.
pub fn sees_report(ctx: &Ctx<'_>, id: &str) -> bool {
    let asker = &ctx.ask.asker;
    let areas = (asker.role == Role::Monitor).then(|| report_areas(&ctx.snap.situation));
    asker.sees_report(areas.as_ref().and_then(|areas| areas.get(id)))
}

/// `GET /reports/{id}`.
pub fn report(ctx: &Ctx<'_>) -> Result<Reply, Fault> {
    list::asked(ctx, "report")?;
    let (s, facts, id) = (&*ctx.snap.situation, &*ctx.snap.facts, ctx.ask.param("id"));
    let summary = s.reports.get(id).filter(|_| sees_report(ctx, id));
    let unknown = || Fault::unknown(id, "unknown-report");
    let (summary, filed) = summary.zip(facts.reports.get(id)).ok_or_else(unknown)?;
    let mut out = value(summary);
    out["text"] = json!(filed.record.text());
    out["text_sha256"] = json!(filed.record.text_sha256);
    out["url"] = json!(filed.record.url);
    let claims: Vec<&FiledClaim> = s.claims.values().filter(|c| c.report == id).collect();
    out["claims_told"] = json!(claims);
    out["notes"] = json!(filed.reading.as_ref().map(|r| &r.notes));
    out["entered"] = {
        let of_it = |act: &&hudna::acts::Act| act.record.anchors().iter().any(|a| a.report == id);
        let told = |act: &hudna::acts::Act| json!({ "entry": act.entry, "kind": act.record.kind(), "by": act.by, "undone": act.undone });
        facts.acts.iter().filter(of_it).map(told).collect()
    };
    Ok(item(s, versions::report(facts, id), out))
}

/// The claim of an id, where whoever asks sees its report.
pub fn claim_seen(ctx: &Ctx<'_>, id: &str) -> Result<FiledClaim, Fault> {
    let facts = &ctx.snap.facts;
    let now = facts.claim_now(id).unwrap_or_else(|| id.to_owned());
    let stands = ctx.snap.situation.claims.get(&now).cloned();
    let found = stands.or_else(|| facts.refused().remove(&now));
    let of_area =
        |c: &FiledClaim| ctx.ask.asker.role != Role::Monitor || sees_report(ctx, &c.report);
    found.filter(of_area).ok_or_else(|| Fault::unknown(id, "unknown-claim"))
}

/// `GET /claims/{id}`.
pub fn claim(ctx: &Ctx<'_>) -> Result<Reply, Fault> {
    list::asked(ctx, "claim")?;
    let (s, facts) = (&*ctx.snap.situation, &*ctx.snap.facts);
    let filed = claim_seen(ctx, ctx.ask.param("id"))?;
    let id = filed.claim.id.clone();
    let mut out = value(&filed);
    let holds = |i: &&Incident| i.claims.iter().chain(&i.denials).any(|c| *c == id);
    out["incident"] = json!(s.incidents.iter().find(holds).map(|i| &i.id));
    out["refused"] = json!(!s.claims.contains_key(&id));
    out["entered"] = entered(facts, |claim| claim == id);
    Ok(item(s, versions::claim(facts, s, &id), out))
}

/// The promise of an id, where whoever asks sees it.
pub fn promise_seen<'c>(
    ctx: &Ctx<'_>,
    s: &'c Situation,
    id: &str,
) -> Result<&'c hudna::model::FollowUp, Fault> {
    let asker = &ctx.ask.asker;
    let found = hudna::promises::promise(s, id);
    let areas = |f: &hudna::model::FollowUp| hudna::search::areas_of(s, f);
    let seen = found.filter(|f| {
        asker.role != Role::Monitor || areas(f).iter().any(|a| asker.sees_area(Some(a)))
    });
    seen.ok_or_else(|| Fault::unknown(id, "unknown-promise"))
}

/// `GET /followups/{id}`.
pub fn follow_up(ctx: &Ctx<'_>) -> Result<Reply, Fault> {
    list::asked(ctx, "followup")?;
    let s = list::view(ctx);
    let found = promise_seen(ctx, s, ctx.ask.param("id"))?;
    Ok(item(s, versions::follow_up(&ctx.snap.facts, s, &found.id), value(found)))
}

/// `GET /cases`.
pub fn cases(ctx: &Ctx<'_>) -> Result<Reply, Fault> {
    let page = list::asked(ctx, "cases")?;
    let (s, stage) = (&*ctx.snap.situation, ctx.ask.asked("stage"));
    let of_stage = |c: &&hudna::model::Case| stage.is_none_or(|told| c.stage.as_str() == told);
    let seen = s.cases.iter().filter(|c| ctx.ask.asker.sees_case(c)).filter(of_stage);
    Ok(list::part(ctx, s, page, &seen.collect::<Vec<_>>()))
}

/// `GET /cases/{id}`.
pub fn case(ctx: &Ctx<'_>) -> Result<Reply, Fault> {
    list::asked(ctx, "case")?;
    let (s, id) = (&*ctx.snap.situation, ctx.ask.param("id"));
    let found = s.cases.iter().find(|c| c.id == id).filter(|c| ctx.ask.asker.sees_case(c));
    let case = found.ok_or_else(|| Fault::unknown(id, "unknown-case"))?;
    let version = case.steps.iter().map(|step| step.entry).max().unwrap_or_default();
    Ok(item(s, version, value(case)))
}
