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

/// Meetings planned or asked for, then promises with a date.
fn ahead(speaker: &Speaker<'_>) -> Option<Line> {
    let mut clauses: Vec<Bilingual> = Vec::new();
    let mut cites: Vec<Cite> = Vec::new();
    for (text, claims) in meetings::ahead(speaker).into_iter().take(NAMED) {
        clauses.push(text);
        cites.extend(speaker.cites(CiteKind::Claim, claims));
    }
    let due = |f: &&&FollowUp| matches!(f.status, FollowUpStatus::Due | FollowUpStatus::Overdue);
    let clear = |f: &&&FollowUp| f.who.is_some() && promises::clear(speaker, f);
    let board = promises::ordered(&speaker.situation.follow_ups);
    for promise in board.iter().filter(due).filter(clear).take(NAMED) {
        let Some(date) = promises::date(speaker, &promise.due) else { continue };
        let what = speaker.label(promise.what);
        let who = promises::who(speaker, promise);
        let args = [("who", who.into()), ("what", what.into()), ("due", date.into())];
        clauses.push(speaker.say("s-due", &args));
        cites.push(speaker.cite(CiteKind::FollowUp, &promise.id));
    }
    let cites = Cites::of(cites)?;
    let text = speaker.sentence(speaker.say("s-planned", &[]), once_each(clauses));
    Some(Line { text, cites })
}

/// Undated promises, meetings and briefings first, and how many are open in all.
fn undated(speaker: &Speaker<'_>) -> Option<Line> {
    let board = promises::ordered(&speaker.situation.follow_ups);
    let open: Vec<&FollowUp> =
        board.into_iter().filter(|f| f.status != FollowUpStatus::Done).collect();
    let promised = |f: &&&FollowUp| {
        let given = matches!(f.standing, Standing::Promised | Standing::Agreed);
        let clear = f.who.is_some() && promises::clear(speaker, f);
        f.status == FollowUpStatus::Undated && f.what != Task::Other && given && clear
    };
    let mut named: Vec<&FollowUp> = open.iter().filter(promised).copied().collect();
    named.sort_by_key(|f| !matches!(f.what, Task::Meet | Task::Brief));
    let one = |f: &&FollowUp| {
        let who = promises::who(speaker, f);
        let what = speaker.label(f.what);
        let promise = speaker.say("s-undated-one", &[("who", who.into()), ("what", what.into())]);
        match promises::words(speaker, &f.due) {
            Some(words) => speaker.pair("in-brackets", promise, words),
            None => promise,
        }
    };
    let mut clauses = once_each(named.iter().take(NAMED).map(one));
    let total = speaker.say("s-open", &[("n", open.len().into())]);
    let cites = Cites::of(speaker.cites(CiteKind::FollowUp, open.iter().map(|f| &f.id)))?;
    if clauses.is_empty() {
        return Some(Line { text: speaker.clauses(vec![total]), cites });
    }
    clauses.push(total);
    let text = speaker.sentence(speaker.say("s-undated", &[]), clauses);
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
