//! The situation in a few sentences.

use hudna_model::{AreaState, AreaStatus, Bilingual, FollowUp, FollowUpStatus, Outcome, Toll};

use super::casualties;
use crate::brief::{CiteKind, Cites};
use crate::say::{Line, Speaker};

pub(super) fn lines(speaker: &Speaker<'_>) -> Vec<Line> {
    let all = [states(speaker), newest_total(speaker), open(speaker), reviewed(speaker)];
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
        let of = |a: &&AreaState| a.status == status;
        let names: Vec<Bilingual> =
            situation.areas.iter().filter(of).map(|a| a.name.clone()).collect();
        (!names.is_empty()).then(|| speaker.say(id, &[("names", speaker.list(&names).into())]))
    };
    let clauses = order.into_iter().filter_map(clause).collect();
    let moment = speaker.moment(situation.as_of);
    let lead = speaker.say("s-states-lead", &[("moment", moment.into())]);
    let ids = situation.areas.iter().map(|a| &a.id);
    let cites = Cites::of(speaker.cites(CiteKind::Area, ids))?;
    Some(Line { text: speaker.sentence(lead, clauses), cites })
}

/// The running total of people killed that was told last.
fn newest_total(speaker: &Speaker<'_>) -> Option<Line> {
    let killed = |t: &&Toll| t.outcome == Outcome::Killed;
    let told = |t: &Toll| t.rows.iter().map(|row| row.received).max();
    let tolls = speaker.situation.aggregates.iter().filter(killed);
    let toll = tolls.max_by_key(|t| (told(t), t.best, t.id.clone()))?;
    Some(casualties::running(speaker, toll))
}

fn open(speaker: &Speaker<'_>) -> Option<Line> {
    let open = |f: &&FollowUp| f.status != FollowUpStatus::Done;
    let promises: Vec<&FollowUp> = speaker.situation.follow_ups.iter().filter(open).collect();
    let kinds = [
        (FollowUpStatus::Overdue, "s-open-overdue"),
        (FollowUpStatus::Due, "s-open-due"),
        (FollowUpStatus::Undated, "s-open-undated"),
    ];
    let count = |(status, id): (FollowUpStatus, &str)| {
        let n = promises.iter().filter(|f| f.status == status).count();
        (n > 0).then(|| speaker.say(id, &[("n", n.into())]))
    };
    let mut clauses = vec![speaker.say("s-open", &[("n", promises.len().into())])];
    clauses.extend(kinds.into_iter().filter_map(count));
    let cites = Cites::of(speaker.cites(CiteKind::FollowUp, promises.iter().map(|f| &f.id)))?;
    Some(Line { text: speaker.clauses(clauses), cites })
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
