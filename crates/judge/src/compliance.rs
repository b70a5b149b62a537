//! How each obligation beside the cessation is kept: access, detainees, withdrawals.

use std::collections::BTreeSet;

use hudna_model::agreement::Deontic;
use hudna_model::{
    Bilingual, ComplianceLine, ComplianceStatus, FiledClaim, FollowUp, FollowUpStatus, Incident,
    Obligation, Patrol, Verdict,
};

use crate::Context;
use crate::access::{Patrolled, patrolled};
use crate::days::{date, parse};
use crate::parties::{one_of, standing};
use crate::say::{count, list, party, plain, say};

/// One line per obligation but the base one and permissions, in the order of the agreement.
///
/// Incidents that are judged a breach or a possible breach of it speak against it; those that are
/// undetermined or pleaded leave it open; promises reported done by one whom it binds speak for
/// it, and where any was done only after its own day or after the deadline, it is met late: the
/// missed deadline stays what it is. A deadline that passed without any of these is missed by the clock: a possible breach,
/// since nobody reported and no person confirmed it. Where nobody reports, that is what is said.
///
/// Of a term that gives monitors access, a patrol refused by one whom it binds speaks against it,
/// one refused by nobody known leaves it open, and one that got there speaks for it. A patrol that
/// did not get there for another reason says nothing but that nobody saw.
///
/// `incidents` carry their judgements under the agreement; `claims` are all claims, for telling
/// what a person has confirmed.
pub fn compliance(
    incidents: &[Incident],
    claims: &[FiledClaim],
    follow_ups: &[FollowUp],
    patrols: &[Patrol],
    ctx: &Context<'_>,
) -> Vec<ComplianceLine> {
    let reviewed: BTreeSet<&str> =
        claims.iter().filter(|f| f.reviewed).map(|f| f.claim.id.as_str()).collect();
    let others = ctx.agreement.obligations.iter().skip(1);
    others
        .filter(|o| o.deontic != Deontic::Permit)
        .filter(|o| o.since.is_none_or(|since| since <= ctx.as_of))
        .map(|obligation| {
            let mut evidence = evidence(obligation, incidents, follow_ups, ctx);
            evidence.patrolled = patrolled(obligation, patrols, ctx);
            line(obligation, &evidence, &reviewed, ctx)
        })
        .collect()
}

/// What speaks for and against an obligation.
#[derive(Debug, Default)]
struct Evidence<'e> {
    against: Vec<&'e Incident>,
    open: Vec<&'e Incident>,
    done: Vec<&'e FollowUp>,
    /// Of those done, the ones that were late.
    late: Vec<&'e FollowUp>,
    promised: Vec<&'e FollowUp>,
    patrolled: Patrolled<'e>,
}

fn evidence<'e>(
    obligation: &Obligation,
    incidents: &'e [Incident],
    follow_ups: &'e [FollowUp],
    ctx: &Context<'_>,
) -> Evidence<'e> {
    let mut found = Evidence::default();
    for incident in incidents {
        match verdict(obligation, incident) {
            Some(Verdict::Breach | Verdict::PossibleBreach) => found.against.push(incident),
            Some(Verdict::Undetermined | Verdict::ClaimedExceptionUnverified) => {
                found.open.push(incident);
            }
            _ => {}
        }
    }
    for promise in follow_ups.iter().filter(|f| speaks_of(obligation, f, ctx)) {
        match promise.status.is_done() {
            true => found.done.push(promise),
            false => found.promised.push(promise),
        }
    }
    found.late = found.done.iter().copied().filter(|f| late(obligation, f)).collect();
    found.against.sort_by(|a, b| a.id.cmp(&b.id));
    found.open.sort_by(|a, b| a.id.cmp(&b.id));
    found
}

/// Done after its own last day, or after the obligation's deadline.
fn late(obligation: &Obligation, promise: &FollowUp) -> bool {
    promise.status == FollowUpStatus::DoneLate || past_deadline(obligation, promise)
}

/// Whether the deadline had passed on every day on which it may have been done.
fn past_deadline(obligation: &Obligation, promise: &FollowUp) -> bool {
    let done = promise.fulfilled_on.as_ref().and_then(|(first, _)| parse(first));
    let due = obligation.deadline.as_ref().map(|d| d.due);
    due.zip(done).is_some_and(|(due, done)| due.midnight_of(date(done)) >= due)
}

/// The verdict under the obligation itself, not under a window; acts of its own are needed.
fn verdict(obligation: &Obligation, incident: &Incident) -> Option<Verdict> {
    let of =
        incident.judgements.iter().find(|j| j.window.is_none() && j.obligation == obligation.id);
    of.map(|j| j.verdict)
}

/// Whether the promise is one by whose fulfilment the obligation is met, made by one whom it binds.
fn speaks_of(obligation: &Obligation, promise: &FollowUp, ctx: &Context<'_>) -> bool {
    let bound = |who: &str| match obligation.bearers.is_empty() {
        true => standing(ctx, who, None).binds(),
        false => one_of(ctx, who, &obligation.bearers),
    };
    obligation.tasks.contains(&promise.what) && promise.who.as_deref().is_some_and(bound)
}

fn line(
    obligation: &Obligation,
    evidence: &Evidence<'_>,
    reviewed: &BTreeSet<&str>,
    ctx: &Context<'_>,
) -> ComplianceLine {
    let due = obligation.deadline.as_ref().map(|d| d.due);
    let late = !evidence.late.is_empty();
    let undone = evidence.done.iter().all(|f| past_deadline(obligation, f));
    let missed = due.is_some_and(|due| due < ctx.as_of) && undone;
    let patrolled = &evidence.patrolled;
    let told = !evidence.against.is_empty() || !patrolled.against.is_empty();
    let open = !evidence.open.is_empty() || !patrolled.open.is_empty();
    let done = !evidence.done.is_empty() || !patrolled.reached.is_empty();
    let status = match (told, done) {
        (true, _) => ComplianceStatus::NotMet,
        _ if missed && !late => ComplianceStatus::NotMet,
        _ if open => ComplianceStatus::Open,
        (_, true) if late => ComplianceStatus::MetLate,
        (_, true) => ComplianceStatus::Met,
        _ if due.is_some() => ComplianceStatus::NotDue,
        _ => ComplianceStatus::NobodyReports,
    };
    let claims = claims_of(evidence);
    ComplianceLine {
        obligation: obligation.id.clone(),
        status,
        by_clock: missed && !late && !told && !open,
        verdict: missed.then_some(Verdict::PossibleBreach),
        due,
        parties: parties(evidence, ctx),
        incidents: evidence.against.iter().map(|i| i.id.clone()).collect(),
        open: evidence.open.iter().map(|i| i.id.clone()).collect(),
        refused: ids(&patrolled.refused()),
        unreached: ids(&patrolled.unreached),
        reached: ids(&patrolled.reached),
        reviewed: claims.iter().filter(|c| reviewed.contains(c.as_str())).count(),
        claims,
        trace: trace(obligation, evidence, (missed, status), ctx),
    }
}

fn claims_of(evidence: &Evidence<'_>) -> Vec<String> {
    let incidents = evidence.against.iter().chain(&evidence.open).flat_map(|i| &i.claims);
    let promises = evidence.done.iter().flat_map(|f| f.claims.iter().chain(&f.fulfilled_by));
    let all: BTreeSet<&String> = incidents.chain(promises).collect();
    all.into_iter().cloned().collect()
}

fn ids(patrols: &[&Patrol]) -> Vec<String> {
    patrols.iter().map(|p| p.id.clone()).collect()
}

/// Registered parties that most claims name as actors of the incidents, or that refused patrols.
fn parties(evidence: &Evidence<'_>, ctx: &Context<'_>) -> Vec<String> {
    let known = |who: &&String| ctx.parties.contains_key(*who);
    let actors = evidence.against.iter().filter_map(|i| i.actors.iter().map(|a| &a.0).find(known));
    let refusing = evidence.patrolled.against.iter().filter_map(|p| p.by.as_ref()).filter(known);
    let all: BTreeSet<&String> = actors.chain(refusing).collect();
    all.into_iter().cloned().collect()
}

fn trace(
    obligation: &Obligation,
    evidence: &Evidence<'_>,
    (missed, status): (bool, ComplianceStatus),
    ctx: &Context<'_>,
) -> Vec<Bilingual> {
    let mut said = Vec::new();
    let due = obligation.deadline.as_ref().map(|d| plain(d.due.to_string()));
    let told =
        !evidence.against.is_empty() || !evidence.open.is_empty() || !evidence.late.is_empty();
    if let Some(due) = &due {
        let arguments: [(&str, &Bilingual); 1] = [("due", due)];
        said.push(match (missed, told) {
            (true, false) => say("compliance.by_clock", &arguments),
            (true, true) => say("compliance.missed", &arguments),
            (false, _) => say("compliance.due", &arguments),
        });
    }
    if !evidence.against.is_empty() {
        let named = parties(evidence, ctx);
        let named = list(&named.iter().map(|p| party(ctx, p)).collect::<Vec<_>>());
        let incidents = count(evidence.against.len(), "incident");
        said.push(say("compliance.against", &[("incidents", &incidents), ("parties", &named)]));
    }
    let mut counted = |n: usize, noun: &str, sentence: &dyn Fn(&Bilingual) -> Bilingual| {
        if n > 0 {
            said.push(sentence(&count(n, noun)));
        }
    };
    counted(evidence.open.len(), "incident", &|n| say("compliance.open", &[("incidents", n)]));
    counted(evidence.done.len(), "promise", &|n| say("compliance.done", &[("promises", n)]));
    counted(evidence.late.len(), "promise", &|n| say("compliance.late", &[("promises", n)]));
    counted(evidence.promised.len(), "promise", &|n| {
        say("compliance.promised", &[("promises", n)])
    });
    said.extend(evidence.patrolled.said(ctx));
    if said.is_empty() || (status == ComplianceStatus::NobodyReports) {
        said.push(say("compliance.nobody", &[]));
    }
    said
}
