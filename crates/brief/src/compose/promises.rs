//! What was promised, agreed, proposed or demanded, and where it stands.

use hudna_model::{Bilingual, Due, FollowUp, FollowUpStatus, Task};

use crate::brief::{CiteKind, Cites};
use crate::say::{Line, Speaker, shortened};

/// Characters quoted of a promise that no task of the list names.
const QUOTED: usize = 140;

pub(super) fn lines(speaker: &Speaker<'_>) -> Vec<Line> {
    let board = ordered(&speaker.situation.follow_ups);
    let mut lines: Vec<Line> = board.iter().map(|f| line(speaker, f)).collect();
    if lines.is_empty() {
        lines.extend(none(speaker));
    }
    lines
}

/// Overdue, due, undated, done; within each the one told of last comes first.
pub(crate) fn ordered(follow_ups: &[FollowUp]) -> Vec<&FollowUp> {
    let mut board: Vec<&FollowUp> = follow_ups.iter().collect();
    board.sort_by(|a, b| {
        let latest_first = b.last_told.cmp(&a.last_told);
        a.status.cmp(&b.status).then(latest_first).then(a.id.cmp(&b.id))
    });
    board
}

fn line(speaker: &Speaker<'_>, promise: &FollowUp) -> Line {
    let lead = speaker.say(
        "p-lead",
        &[
            ("status", speaker.label(promise.status).into()),
            ("who", who(speaker, promise).into()),
            ("what", speaker.label(promise.what).into()),
        ],
    );
    let mut clauses = vec![lead];
    if let Some(to) = &promise.to {
        clauses.push(speaker.say("p-to", &[("to", speaker.party(to).into())]));
    }
    clauses.push(speaker.label(promise.standing));
    if promise.what == Task::Other {
        let words = shortened(&promise.words, QUOTED);
        clauses.push(speaker.say("p-quoted", &[("words", words.into())]));
    }
    clauses.extend(due(speaker, promise));
    clauses.push(told(speaker, promise));
    if promise.status == FollowUpStatus::Done {
        clauses.push(speaker.say("p-fulfilled", &[("n", promise.fulfilled_by.len().into())]));
    }
    let claims = promise.claims.iter().chain(&promise.fulfilled_by);
    let known = claims.filter(|id| speaker.situation.claims.contains_key(*id));
    let cites = Cites::one(speaker.cite(CiteKind::FollowUp, &promise.id))
        .and(speaker.cites(CiteKind::Claim, known));
    Line { text: speaker.clauses(clauses), cites }
}

/// Who is to do it; "somebody not named" when nobody says.
pub(crate) fn who(speaker: &Speaker<'_>, promise: &FollowUp) -> Bilingual {
    match &promise.who {
        Some(who) => speaker.party(who),
        None => speaker.say("p-who-unknown", &[]),
    }
}

/// The date as a range, or that there is none; with the words used and a gloss of the claim.
fn due(speaker: &Speaker<'_>, promise: &FollowUp) -> Vec<Bilingual> {
    let date = date(speaker, &promise.due);
    let said = match &date {
        Some(date) => speaker.say("p-due", &[("due", date.clone().into())]),
        None => speaker.say("p-no-date", &[]),
    };
    if promise.due.words.is_empty() {
        return vec![said, speaker.say("p-no-words", &[])];
    }
    let due = date.unwrap_or_else(|| speaker.say("followup-status-undated", &[]));
    let words = speaker.say("p-words", &[("words", promise.due.words.as_str().into())]);
    let gloss = speaker.say("p-gloss", &[("due", due.into())]);
    vec![said, speaker.pair("in-brackets", words, gloss)]
}

/// The day or days on which it is due; none when no date was told.
pub(crate) fn date(speaker: &Speaker<'_>, due: &Due) -> Option<Bilingual> {
    match (&due.start, &due.end) {
        (Some(start), Some(end)) => Some(speaker.days(start, end)),
        (Some(start), None) => {
            Some(speaker.say("date-from", &[("start", speaker.day(start).into())]))
        }
        (None, Some(end)) => Some(speaker.say("date-until", &[("end", speaker.day(end).into())])),
        (None, None) => None,
    }
}

fn told(speaker: &Speaker<'_>, promise: &FollowUp) -> Bilingual {
    let first = speaker.day(&promise.first_told.day().to_string());
    let last = speaker.day(&promise.last_told.day().to_string());
    if first == last {
        return speaker.say("p-told-once", &[("day", first.into())]);
    }
    speaker.say("p-told", &[("first", first.into()), ("last", last.into())])
}

fn none(speaker: &Speaker<'_>) -> Option<Line> {
    let reports = speaker.cites(CiteKind::Report, speaker.situation.reports.keys());
    let moment = speaker.moment(speaker.situation.as_of);
    let text = speaker.say("l-no-promise", &[("moment", moment.into())]);
    Some(Line { text: speaker.clauses(vec![text]), cites: Cites::of(reports)? })
}
