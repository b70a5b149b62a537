//! Which later claims tell that a promise was kept, and which only touch it.

use hudna_model::words::MeetingStatus;
use hudna_model::{Body, Due, Event, FiledClaim, Form, Modality, Name, PartyKind, Task};

use crate::days::{Days, told_day};
use crate::fold::{fold, shared_words, telling_words};
use crate::followups::{Promise, due_days, first_told_day};
use crate::telling::{Who, who};
use crate::{Context, parties, rules};

/// Ids of the claims that tell of fulfilment, the first received first.
///
/// A claim of another report, received after the promise was first told, about a day not before
/// that and not before the promise could be due: a meeting that was held among the same people, or
/// a truce event of the promised kind among the same parties. Aid, withdrawals, releases,
/// inquiries and other tasks have no claim that would show them done; people close those.
pub(crate) fn fulfilled_by(
    group: &[&Promise<'_>],
    due: &Due,
    told: &[&FiledClaim],
    ctx: &Context<'_>,
) -> Vec<String> {
    let first = group[0].filed;
    let earliest = due_days(due).map_or(i32::MIN, |d| d.first).max(first_told_day(group));
    let mut kept: Vec<&&FiledClaim> = told
        .iter()
        .filter(|f| f.received > first.received && f.report != first.report)
        .filter(|f| f.claim.modality == Modality::Actual && day(f) >= earliest)
        .filter(|f| keeps(group, &f.claim.body, ctx))
        .collect();
    kept.sort_by_key(|f| (f.received, &f.claim.id));
    kept.iter().map(|f| f.claim.id.clone()).collect()
}

/// Ids of later claims that touch the promise without telling of its fulfilment, the first received
/// first: a meeting, truce event or statement of another report in which who promised takes part,
/// and either the other side too or in words that the promise shares. They are suggestions to look.
pub(crate) fn touched_by(
    group: &[&Promise<'_>],
    fulfilled: &[String],
    told: &[&FiledClaim],
    ctx: &Context<'_>,
) -> Vec<String> {
    let first = group[0].filed;
    let mut touching: Vec<&&FiledClaim> = told
        .iter()
        .filter(|f| f.received > first.received && f.report != first.report)
        .filter(|f| !fulfilled.contains(&f.claim.id) && touches(group, f, ctx))
        .collect();
    touching.sort_by_key(|f| (f.received, &f.claim.id));
    touching.iter().map(|f| f.claim.id.clone()).collect()
}

fn touches(group: &[&Promise<'_>], filed: &FiledClaim, ctx: &Context<'_>) -> bool {
    let who: Vec<&Name> = match &filed.claim.body {
        Body::Meeting { participants, status, .. } if *status != MeetingStatus::Cancelled => {
            participants.iter().collect()
        }
        Body::Truce { parties, .. } => parties.iter().collect(),
        Body::Statement { speaker, .. } => speaker.iter().collect(),
        _ => return false,
    };
    let words = telling_words(&filed.claim.evidence.text);
    let takes_part = |name: &Name| who.iter().any(|n| means(name, n, ctx));
    group.iter().any(|p| {
        p.who.is_some_and(takes_part)
            && (p.to.is_some_and(takes_part)
                || shared_words(&p.words, &words) >= rules::PROGRESS_WORDS)
    })
}

/// The last day that the claim speaks of; without a date, the day on which it was told.
fn day(filed: &FiledClaim) -> i32 {
    match filed.claim.date {
        Some(_) => Days::of_claim(filed).last,
        None => told_day(filed),
    }
}

fn keeps(group: &[&Promise<'_>], body: &Body, ctx: &Context<'_>) -> bool {
    let what = group[0].what;
    match body {
        Body::Meeting { form, participants, status, .. } => {
            let held = matches!(status, MeetingStatus::Held | MeetingStatus::Ongoing);
            held && fits(what, *form) && same_people(group, participants, ctx)
        }
        Body::Truce { event, parties, .. } => {
            brings(what, *event) && group.iter().any(|p| joins(p.who, parties, ctx))
        }
        _ => false,
    }
}

fn fits(what: Task, form: Form) -> bool {
    match what {
        Task::Meet => true,
        Task::Negotiate => matches!(form, Form::Talks | Form::Meeting | Form::Conference),
        Task::Brief => matches!(form, Form::Session | Form::Meeting),
        _ => false,
    }
}

fn brings(what: Task, event: Event) -> bool {
    match what {
        Task::Sign => event == Event::Signed,
        Task::CeaseFire => matches!(
            event,
            Event::InForce | Event::Declared | Event::Renewed | Event::Extended | Event::Accepted
        ),
        _ => false,
    }
}

/// Who promised takes part, and so does the other side: the addressee, else somebody whom the
/// promise itself names. A body that promises to meet is its own other side.
fn same_people(group: &[&Promise<'_>], participants: &[Name], ctx: &Context<'_>) -> bool {
    group.iter().any(|p| {
        let Some(promiser) = p.who else { return false };
        let own = joins(Some(promiser), participants, ctx);
        let clause = fold(&p.filed.claim.evidence.text);
        let others = participants.iter().filter(|n| !means(promiser, n, ctx));
        let mut named = others.filter(|n| clause.contains(&fold(&n.text)));
        own && match p.to {
            Some(to) => joins(Some(to), participants, ctx),
            None => is_body(promiser, ctx) || named.next().is_some(),
        }
    })
}

fn is_body(name: &Name, ctx: &Context<'_>) -> bool {
    let party = name.party.as_deref().and_then(|id| ctx.parties.get(id));
    party.is_some_and(|p| p.kind == PartyKind::Body)
}

fn joins(name: Option<&Name>, among: &[Name], ctx: &Context<'_>) -> bool {
    name.is_some_and(|name| among.iter().any(|other| means(name, other, ctx)))
}

/// The same party, one that belongs to the other, or the same words.
fn means(a: &Name, b: &Name, ctx: &Context<'_>) -> bool {
    match (who(a), who(b)) {
        (Who::Party(a), Who::Party(b)) => parties::related(ctx, &a, &b),
        (a, b) => a == b,
    }
}
