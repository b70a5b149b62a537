//! What is told of the truce, of meetings, and what was said; the same thing told twice is one
//! sentence that cites both claims.

use std::collections::BTreeMap;

use hudna_model::{Bilingual, Body, FiledClaim, Modality, Name};

use crate::brief::{CiteKind, Cites};
use crate::say::{Line, Speaker, shortened};

/// Sentences of one kind; what is beyond stands in the reports cited after them.
const TOLD: usize = 8;
/// Claims older than this are history: one week, as for states.
const NEWS_FOR: i64 = 7 * 24 * 3600;
/// Characters quoted of what somebody said; the whole clause stands in the list of sources.
const QUOTED: usize = 140;

/// Claims that say the same, newest first.
type Group<'s> = Vec<&'s FiledClaim>;

pub(super) fn lines(speaker: &Speaker<'_>) -> Vec<Line> {
    let kinds = ["truce", "meeting", "statement"];
    kinds.into_iter().flat_map(|kind| of_kind(speaker, kind)).collect()
}

fn of_kind(speaker: &Speaker<'_>, kind: &str) -> Vec<Line> {
    let groups = groups(speaker, kind);
    let (told, rest) = groups.split_at(groups.len().min(TOLD));
    let mut lines: Vec<Line> = told.iter().filter_map(|group| line(speaker, group)).collect();
    let reports = rest.iter().flatten().map(|claim| &claim.report);
    if let Some(cites) = Cites::of(speaker.cites(CiteKind::Report, reports)) {
        lines.push(Line { text: speaker.clauses(vec![speaker.say("t-rest", &[])]), cites });
    }
    lines
}

/// Recent claims of the kind by what they say; those of known names come
/// first, then those that most reports tell.
fn groups<'s>(speaker: &Speaker<'s>, kind: &str) -> Vec<Group<'s>> {
    let since = speaker.situation.as_of.plus_seconds(-NEWS_FOR);
    let wanted =
        |c: &&FiledClaim| c.claim.body.kind() == kind && !c.claim.background && c.received >= since;
    let mut by_key: BTreeMap<Vec<String>, Group<'s>> = BTreeMap::new();
    for claim in speaker.situation.claims.values().filter(wanted) {
        by_key.entry(key(claim)).or_default().push(claim);
    }
    let mut groups: Vec<Group<'s>> = by_key.into_values().collect();
    for group in &mut groups {
        group.sort_by(|a, b| (b.received, &b.claim.id).cmp(&(a.received, &a.claim.id)));
    }
    groups.sort_by_key(|g| {
        let newest = g.first().map(|c| (c.received, c.claim.id.as_str()));
        std::cmp::Reverse((g.iter().any(|c| known(c)), reports(g), newest))
    });
    groups
}

/// Whether somebody in it stands in the register of parties.
fn known(filed: &FiledClaim) -> bool {
    let in_register = |name: &Name| name.party.is_some();
    match &filed.claim.body {
        Body::Statement { speaker, .. } => speaker.as_ref().is_some_and(in_register),
        Body::Meeting { participants, .. } => participants.iter().any(in_register),
        _ => true,
    }
}

fn reports(group: &Group<'_>) -> usize {
    let ids: std::collections::BTreeSet<&str> = group.iter().map(|c| c.report.as_str()).collect();
    ids.len()
}

/// What two claims must share to be told as one.
fn key(claim: &FiledClaim) -> Vec<String> {
    let id = |n: &Name| n.party.clone().unwrap_or_else(|| n.text.clone());
    let opt = |n: &Option<Name>| n.as_ref().map(id).unwrap_or_default();
    let place = claim.claim.place.as_ref().and_then(|p| p.id.clone()).unwrap_or_default();
    let day = claim.claim.date.as_ref().map(|d| d.start.clone()).unwrap_or_default();
    let mut key = match &claim.claim.body {
        Body::Meeting { form, participants, status } => {
            let mut who: Vec<String> = participants.iter().map(id).collect();
            who.sort();
            [vec![form.to_string(), status.to_string(), day], who].concat()
        }
        Body::Statement { speaker, speech_act, addressee } => {
            vec![opt(speaker), speech_act.to_string(), opt(addressee)]
        }
        Body::Truce { event, .. } => vec![event.to_string(), place],
        other => vec![other.kind().to_owned()],
    };
    key.push(claim.claim.modality.to_string());
    key
}

fn line(speaker: &Speaker<'_>, group: &Group<'_>) -> Option<Line> {
    let newest = group.first()?;
    let lead = match &newest.claim.body {
        Body::Truce { event, .. } => truce(speaker, newest, speaker.label(*event)),
        Body::Meeting { form, participants, status } => {
            meeting(speaker, speaker.label(*form), participants, speaker.label(*status))
        }
        Body::Statement { speaker: who, speech_act, addressee } => {
            let who = who.as_ref().map(|n| speaker.name(n));
            let to = addressee.as_ref().map(|n| speaker.name(n));
            statement(speaker, who, speaker.label(*speech_act), to)
        }
        _ => return None,
    };
    let mut clauses = vec![lead];
    clauses.extend(details(speaker, newest));
    if group.len() > 1 {
        clauses.push(speaker.say("t-told", &[("n", group.len().into())]));
    }
    let cites = Cites::of(speaker.cites(CiteKind::Claim, group.iter().map(|c| &c.claim.id)))?;
    Some(Line { text: speaker.clauses(clauses), cites })
}

fn truce(speaker: &Speaker<'_>, filed: &FiledClaim, event: Bilingual) -> Bilingual {
    match &filed.claim.place {
        Some(place) => {
            let place = speaker.place(place.id.as_deref(), Some(&place.text));
            speaker.say("t-truce-place", &[("place", place.into()), ("event", event.into())])
        }
        None => speaker.say("t-truce", &[("event", event.into())]),
    }
}

fn meeting(
    speaker: &Speaker<'_>,
    form: Bilingual,
    participants: &[Name],
    status: Bilingual,
) -> Bilingual {
    let names: Vec<Bilingual> = participants.iter().map(|n| speaker.name(n)).collect();
    let id = if names.is_empty() { "t-meeting-nobody" } else { "t-meeting" };
    let args =
        [("form", form.into()), ("names", speaker.list(&names).into()), ("status", status.into())];
    speaker.say(id, &args)
}

fn statement(
    speaker: &Speaker<'_>,
    who: Option<Bilingual>,
    speech: Bilingual,
    to: Option<Bilingual>,
) -> Bilingual {
    let who = who.unwrap_or_else(|| speaker.say("t-speaker-unknown", &[]));
    let mut args = vec![("speaker", who.into()), ("speech", speech.into())];
    match to {
        Some(to) => {
            args.push(("addressee", to.into()));
            speaker.say("t-statement-to", &args)
        }
        None => speaker.say("t-statement", &args),
    }
}

/// Parties, breaches counted, day, whose word it is, and the words of a statement.
fn details(speaker: &Speaker<'_>, filed: &FiledClaim) -> Vec<Bilingual> {
    let claim = &filed.claim;
    let mut clauses = Vec::new();
    if let Body::Truce { parties, count, .. } = &claim.body {
        let names: Vec<Bilingual> = parties.iter().map(|n| speaker.name(n)).collect();
        if !names.is_empty() {
            clauses.push(speaker.say("t-parties", &[("names", speaker.list(&names).into())]));
        }
        clauses.extend(count.map(|n| speaker.say("t-count", &[("n", n.into())])));
    } else if let (Body::Meeting { .. }, Some(place)) = (&claim.body, &claim.place) {
        let place = speaker.place(place.id.as_deref(), Some(&place.text));
        clauses.push(speaker.say("t-at", &[("place", place.into())]));
    }
    if let Some(date) = &claim.date {
        let day = speaker.days(&date.start, date.end.as_deref().unwrap_or(&date.start));
        clauses.push(speaker.say("t-on", &[("day", day.into())]));
    }
    if claim.modality != Modality::Actual {
        clauses.push(speaker.label(claim.modality));
    }
    if let Some(name) = &claim.attributed_to {
        clauses.push(speaker.say("t-attributed", &[("name", speaker.name(name).into())]));
    }
    if let Body::Statement { .. } = claim.body {
        let words = shortened(&claim.evidence.text, QUOTED);
        clauses.push(speaker.say("t-words", &[("words", words.into())]));
    }
    clauses
}
