//! Which later claims tell that a promise was kept, and which only touch it.

use std::cell::OnceCell;
use std::collections::BTreeSet;

use hudna_model::words::MeetingStatus;
use hudna_model::{Body, Due, Event, FiledClaim, Form, Modality, Name, PartyKind, Task};

use crate::days::{Days, told_day};
use crate::fold::{fold, shared_words, telling_words};
use crate::followups::{Promise, due_days, first_told_day};
use crate::telling::{Who, who};
use crate::{Context, parties, rules};

/// Claims among which the signs of many promises are looked for: few tell of a meeting, a truce or
/// somebody's words, and these are taken apart once.
pub(crate) struct Told<'a> {
    /// By id.
    all: Vec<&'a FiledClaim>,
    signs: Vec<Sign<'a>>,
}

/// A claim that may be a sign of a promise.
struct Sign<'a> {
    filed: &'a FiledClaim,
    /// The last day that it speaks of.
    day: i32,
    words: OnceCell<BTreeSet<String>>,
}

impl Sign<'_> {
    fn words(&self) -> &BTreeSet<String> {
        self.words.get_or_init(|| telling_words(&self.filed.claim.evidence.text))
    }

    /// Whether it comes from another report, after the promise was first told.
    fn follows(&self, first: &FiledClaim) -> bool {
        self.filed.received > first.received && self.filed.report != first.report
    }
}

impl<'a> Told<'a> {
    /// Of claims in the order of their ids, each once.
    pub(crate) fn new(all: Vec<&'a FiledClaim>) -> Self {
        let sign = |filed: &&'a FiledClaim| {
            let body = &filed.claim.body;
            let may =
                matches!(body, Body::Meeting { .. } | Body::Truce { .. } | Body::Statement { .. });
            may.then(|| Sign { filed, day: day(filed), words: OnceCell::new() })
        };
        let signs = all.iter().filter_map(sign).collect();
        Self { all, signs }
    }

    /// The claim of that id.
    pub(crate) fn get(&self, id: &str) -> Option<&'a FiledClaim> {
        let at = self.all.binary_search_by(|f| f.claim.id.as_str().cmp(id)).ok()?;
        Some(self.all[at])
    }

    /// All claims.
    pub(crate) fn all(&self) -> &[&'a FiledClaim] {
        &self.all
    }
}

/// Ids of the claims that tell of fulfilment, the first received first.
///
/// A claim of another report, received after the promise was first told, about a day not before
/// that and not before the promise could be due: a meeting that was held among the same people, or
/// a truce event of the promised kind among the same parties. Aid, withdrawals, releases,
/// inquiries and other tasks have no claim that would show them done; people close those.
pub(crate) fn fulfilled_by(
    group: &[&Promise<'_>],
    due: &Due,
    told: &Told<'_>,
    ctx: &Context<'_>,
) -> Vec<String> {
    let first = group[0].filed;
    let earliest = due_days(due).map_or(i32::MIN, |d| d.first).max(first_told_day(group));
    let signs = told.signs.iter().filter(|s| s.follows(first) && s.day >= earliest);
    let mut kept: Vec<&FiledClaim> = signs
        .map(|s| s.filed)
        .filter(|f| f.claim.modality == Modality::Actual && keeps(group, &f.claim.body, ctx))
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
    told: &Told<'_>,
    ctx: &Context<'_>,
) -> Vec<String> {
    let first = group[0].filed;
    let signs = told.signs.iter().filter(|s| s.follows(first));
    let mut touching: Vec<&FiledClaim> = signs
        .filter(|s| !fulfilled.contains(&s.filed.claim.id) && touches(group, s, ctx))
        .map(|s| s.filed)
        .collect();
    touching.sort_by_key(|f| (f.received, &f.claim.id));
    touching.iter().map(|f| f.claim.id.clone()).collect()
}

fn touches(group: &[&Promise<'_>], sign: &Sign<'_>, ctx: &Context<'_>) -> bool {
    let who: Vec<&Name> = match &sign.filed.claim.body {
        Body::Meeting { participants, status, .. } if *status != MeetingStatus::Cancelled => {
            participants.iter().collect()
        }
        Body::Truce { parties, .. } => parties.iter().collect(),
        Body::Statement { speaker, .. } => speaker.iter().collect(),
        _ => return false,
    };
    let takes_part = |name: &Name| who.iter().any(|n| means(name, n, ctx));
    group.iter().any(|p| {
        p.who.is_some_and(takes_part)
            && (p.to.is_some_and(takes_part)
                || shared_words(&p.words, sign.words()) >= rules::PROGRESS_WORDS)
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
