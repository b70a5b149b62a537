//! The situation in five sentences: states, losses, what is ahead, what was promised, how much of
//! it a person has confirmed.

use hudna_model::words::Standing;
use hudna_model::{AreaStatus, Bilingual, FollowUp, FollowUpStatus, Task, Toll};

use super::{casualties, meetings, promises};
use crate::brief::{Cite, CiteKind, Cites};
use crate::say::{Line, Speaker, once_each};

/// Meetings, and promises, named in one sentence.
const NAMED: usize = 4;

pub(super) fn lines(speaker: &Speaker<'_>) -> Vec<Line> {
    let all = [
        states(speaker),
        casualties::newest(speaker),
        ahead(speaker),
        undated(speaker),
        reviewed(speaker),
    ];
    all.into_iter().flatten().collect()
}

/// Every area by name under its state; never one state for the country.
fn states(speaker: &Speaker<'_>) -> Option<Line> {
    let situation = speaker.situation;
    let order = [
        (AreaStatus::Collapsed, "s-in-collapsed"),
        (AreaStatus::Strained, "s-in-strained"),
        (AreaStatus::Holding, "s-in-holding"),
        (AreaStatus::NoData, "s-in-no-data"),
        (AreaStatus::NotCovered, "s-in-not-covered"),
    ];
    let clause = |(status, id): (AreaStatus, &str)| {
        let of = situation.areas.iter().filter(|a| a.status == status);
        let names: Vec<Bilingual> = of.map(|a| a.name.clone()).collect();
        (!names.is_empty()).then(|| speaker.say(id, &[("names", speaker.list(&names).into())]))
    };
    let clauses = order.into_iter().filter_map(clause).collect();
    let moment = speaker.moment(situation.as_of);
    let lead = speaker.say("s-states-lead", &[("moment", moment.into())]);
    let ids = situation.areas.iter().map(|a| &a.id);
    let cites = Cites::of(speaker.cites(CiteKind::Area, ids))?;
    Some(Line { text: speaker.sentence(lead, clauses), cites })
}

/// Meetings planned or asked for, then promises with a date. What is also promised without a date
/// is told in the next sentence, with the words used.
fn ahead(speaker: &Speaker<'_>) -> Option<Line> {
    let promised = promised(speaker);
    let said_below = |id: &str| {
        promised.iter().any(|f| f.who.as_deref() == Some(id) || f.to.as_deref() == Some(id))
    };
    let mut meetings = meetings::ahead(speaker);
    meetings.retain(|m| m.dated || !m.parties.iter().any(|id| said_below(id)));
    meetings.truncate(NAMED);
    let met = |f: &FollowUp| {
        let told =
            |m: &meetings::Ahead<'_>| m.parties.iter().any(|id| f.who.as_deref() == Some(id));
        f.what == Task::Meet && meetings.iter().any(told)
    };
    let mut clauses: Vec<Bilingual> = meetings.iter().map(|m| m.text.clone()).collect();
    let claims = meetings.iter().flat_map(|m| m.claims.iter().copied());
    let mut cites: Vec<Cite> = speaker.cites(CiteKind::Claim, claims);
    let board = promises::ordered(&speaker.situation.follow_ups);
    for promise in board.into_iter().filter(|f| !met(f)) {
        if let Some(text) = due(speaker, promise) {
            clauses.push(text);
            cites.push(speaker.cite(CiteKind::FollowUp, &promise.id));
        }
    }
    let cites = Cites::of(cites)?;
    let text = speaker.sentence(speaker.say("s-planned", &[]), once_each(clauses));
    Some(Line { text, cites })
}

/// A promise of a known party with a date that is not fulfilled.
fn due(speaker: &Speaker<'_>, promise: &FollowUp) -> Option<Bilingual> {
    let open = matches!(promise.status, FollowUpStatus::Due | FollowUpStatus::Overdue);
    let named = promise.who.is_some() && promises::clear(speaker, promise);
    let date = promises::date(speaker, &promise.due).filter(|_| open && named)?;
    let who = promises::who(speaker, promise);
    let what = speaker.label(promise.what);
    Some(speaker.say("s-due", &[("who", who.into()), ("what", what.into()), ("due", date.into())]))
}

/// Undated promises of known parties, meetings and briefings first.
fn promised<'s>(speaker: &Speaker<'s>) -> Vec<&'s FollowUp> {
    let mut named = promises::ordered(&speaker.situation.follow_ups);
    named.retain(|f| {
        let given = matches!(f.standing, Standing::Promised | Standing::Agreed);
        let clear = f.who.is_some() && promises::clear(speaker, f);
        f.status == FollowUpStatus::Undated && f.what != Task::Other && given && clear
    });
    named.sort_by_key(|f| !matches!(f.what, Task::Meet | Task::Brief));
    named.truncate(NAMED);
    named
}

/// The undated promises that matter, and how many are open in all.
fn undated(speaker: &Speaker<'_>) -> Option<Line> {
    let open = speaker.situation.follow_ups.iter().filter(|f| !f.status.is_closed());
    let total = speaker.say("s-open", &[("n", open.clone().count().into())]);
    let cites = Cites::of(speaker.cites(CiteKind::FollowUp, open.map(|f| &f.id)))?;
    let one = |f: &FollowUp| {
        let who = promises::who(speaker, f);
        let what = speaker.label(f.what);
        let promise = speaker.say("s-undated-one", &[("who", who.into()), ("what", what.into())]);
        match promises::words(speaker, &f.due) {
            Some(words) => speaker.pair("comma-join", promise, words),
            None => promise,
        }
    };
    let mut clauses = once_each(promised(speaker).into_iter().map(one));
    clauses.push(total);
    let text = match clauses.len() {
        1 => speaker.clauses(clauses),
        _ => speaker.sentence(speaker.say("s-undated", &[]), clauses),
    };
    Some(Line { text, cites })
}

/// How many figures a person has confirmed: the claim that gave each is what counts.
fn reviewed(speaker: &Speaker<'_>) -> Option<Line> {
    let situation = speaker.situation;
    let of_incidents = situation.incidents.iter().flat_map(|i| &i.tolls);
    let tolls: Vec<&Toll> = of_incidents.chain(&situation.aggregates).collect();
    let confirmed = |t: &&&Toll| {
        let claim = t.rows.first().and_then(|row| situation.claims.get(&row.claim));
        claim.is_some_and(|c| c.reviewed)
    };
    let n = tolls.len();
    let confirmed = tolls.iter().filter(confirmed).count();
    let id = if confirmed == n { "s-reviewed-all" } else { "s-reviewed" };
    let text = speaker.say(id, &[("n", n.into()), ("confirmed", confirmed.into())]);
    let cites = Cites::of(speaker.cites(CiteKind::Toll, tolls.iter().map(|t| &t.id)))?;
    Some(Line { text: speaker.clauses(vec![text]), cites })
}
