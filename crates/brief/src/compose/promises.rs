//! What was promised, agreed, proposed or demanded, and where it stands.

use hudna_model::{Bilingual, Due, FollowUp, FollowUpStatus, Task};

use crate::brief::{CiteKind, Cites};
use crate::say::{Line, Speaker};

pub(super) fn lines(speaker: &Speaker<'_>) -> Vec<Line> {
    let board = ordered(&speaker.situation.follow_ups);
    let (told, rest): (Vec<&FollowUp>, Vec<&FollowUp>) =
        board.into_iter().partition(|f| clear(speaker, f));
    let mut lines: Vec<Line> = told.iter().map(|f| line(speaker, f)).collect();
    lines.extend(further(speaker, &rest));
    if lines.is_empty() {
        lines.extend(none(speaker));
    }
    lines
}

/// Whether it tells a reader something: what is to be done, or by whom and when.
pub(crate) fn clear(speaker: &Speaker<'_>, promise: &FollowUp) -> bool {
    let known = promise.who.as_deref().and_then(|who| speaker.party(who)).is_some();
    match promise.what {
        Task::Other => known && !promise.due.words.is_empty(),
        _ => known || promise.who.is_none(),
    }
}

fn further(speaker: &Speaker<'_>, rest: &[&FollowUp]) -> Option<Line> {
    let cites = Cites::of(speaker.cites(CiteKind::FollowUp, rest.iter().map(|f| &f.id)))?;
    let text = speaker.say("p-rest", &[("n", rest.len().into())]);
    Some(Line { text: speaker.clauses(vec![text]), cites })
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
            ("standing", speaker.label(promise.standing).into()),
        ],
    );
    let mut clauses = vec![lead];
    if let Some(to) = promise.to.as_deref().and_then(|to| speaker.party(to)) {
        clauses.push(speaker.say("p-to", &[("to", to.into())]));
    }
    let due = date(speaker, &promise.due);
    clauses.extend(due.map(|due| speaker.say("p-due", &[("due", due.into())])));
    clauses.extend(
        words(speaker, &promise.due).map(|w| speaker.say("p-words", &[("words", w.into())])),
    );
    clauses.push(told(speaker, promise));
    if promise.status.is_done() && !promise.fulfilled_by.is_empty() {
        clauses.push(speaker.say("p-fulfilled", &[("n", promise.fulfilled_by.len().into())]));
    }
    if promise.status == FollowUpStatus::DoneLate {
        clauses.push(speaker.say("p-late", &[]));
    }
    let claims = promise.claims.iter().chain(&promise.fulfilled_by);
    let known = claims.filter(|id| speaker.situation.claims.contains_key(*id));
    let cites = Cites::one(speaker.cite(CiteKind::FollowUp, &promise.id))
        .and(speaker.cites(CiteKind::Claim, known));
    Line { text: speaker.clauses(clauses), cites }
}

/// Who is to do it; "somebody not named" when nobody says.
pub(crate) fn who(speaker: &Speaker<'_>, promise: &FollowUp) -> Bilingual {
    let named = promise.who.as_deref().and_then(|who| speaker.party(who));
    named.unwrap_or_else(|| speaker.say("p-who-unknown", &[]))
}

/// The words of time as a quotation, with their meaning in the language that they are not in; none
/// when no words were used.
pub(crate) fn words(speaker: &Speaker<'_>, due: &Due) -> Option<Bilingual> {
    if due.words.is_empty() {
        return None;
    }
    Some(speaker.glossed(&due.words))
}

/// The day or days on which it is due; none when no date was told.
pub(crate) fn date(speaker: &Speaker<'_>, due: &Due) -> Option<Bilingual> {
    match (&due.start, &due.end) {
        (Some(start), Some(end)) => Some(speaker.days_uncertain(start, end)),
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
