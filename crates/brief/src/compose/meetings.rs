//! Who met, visited or called whom, and who is to.

use hudna_model::words::MeetingStatus;
use hudna_model::{Bilingual, Body, DateRef, FiledClaim, Form, PlaceLevel};

use super::news::{Group, groups, recent, reserve};
use crate::brief::{CiteKind, Cites};
use crate::say::{Line, Speaker};

/// Sentences on meetings; the reports of the others are cited after the statements.
const TOLD: usize = 6;

/// What two claims must share to be told as one: form, status, first day, who.
type Key = (Form, MeetingStatus, String, Vec<String>);

pub(super) fn lines(speaker: &Speaker<'_>) -> Vec<Line> {
    let groups = groups(recent(speaker, "meeting"), |f| key(speaker, f));
    groups.iter().filter_map(|(_, group)| line(speaker, group)).take(TOLD).collect()
}

/// A meeting that is still to come.
pub(super) struct Ahead<'s> {
    pub text: Bilingual,
    /// Ids of those who take part, as far as the register holds them.
    pub parties: Vec<&'s str>,
    pub dated: bool,
    pub claims: Vec<&'s String>,
}

/// Meetings that are still to come, the one told of last first.
pub(super) fn ahead<'s>(speaker: &Speaker<'s>) -> Vec<Ahead<'s>> {
    let groups = groups(recent(speaker, "meeting"), |f| key(speaker, f));
    let coming = groups.iter().filter(|(_, group)| is_ahead(speaker, group));
    coming.filter_map(|(_, group)| one_ahead(speaker, group)).collect()
}

fn one_ahead<'s>(speaker: &Speaker<'s>, group: &Group<'s>) -> Option<Ahead<'s>> {
    let newest = *group.first()?;
    let Body::Meeting { form, participants, status } = &newest.claim.body else { return None };
    let names = speaker.list(&speaker.names(participants));
    let args = [("form", speaker.label(*form).into()), ("names", names.into())];
    let mut beside: Vec<Bilingual> = when_and_where(speaker, newest, *form);
    if *status == MeetingStatus::Proposed {
        beside.insert(0, status_of(speaker, *form, *status));
    }
    let text = speaker.say("s-meeting", &args);
    Some(Ahead {
        text: match beside.is_empty() {
            true => text,
            false => speaker.pair("in-brackets", text, commas(speaker, beside)),
        },
        parties: participants.iter().filter_map(|n| n.party.as_deref()).collect(),
        dated: newest.claim.date.is_some(),
        claims: group.iter().map(|f| &f.claim.id).collect(),
    })
}

fn is_ahead(speaker: &Speaker<'_>, group: &Group<'_>) -> bool {
    let today = speaker.situation.as_of.day().to_string();
    let Some(newest) = group.first() else { return false };
    let Body::Meeting { status, .. } = &newest.claim.body else { return false };
    let last = newest.claim.date.as_ref().map(|d| d.end.as_ref().unwrap_or(&d.start));
    // A month or year stands for all its days: it is past when the same digits of today are later.
    let open =
        last.is_none_or(|last| today.get(..last.len()).is_none_or(|now| now <= last.as_str()));
    matches!(status, MeetingStatus::Planned | MeetingStatus::Proposed) && open
}

/// None for a meeting of which nobody who took part can be named.
fn key(speaker: &Speaker<'_>, filed: &FiledClaim) -> Option<Key> {
    let Body::Meeting { form, participants, status } = &filed.claim.body else { return None };
    let mut who: Vec<String> = speaker.names(participants).into_iter().map(|n| n.en).collect();
    who.sort();
    let day = filed.claim.date.as_ref().map(|d| d.start.clone()).unwrap_or_default();
    (!who.is_empty()).then_some((*form, *status, day, who))
}

fn line(speaker: &Speaker<'_>, group: &Group<'_>) -> Option<Line> {
    let newest = group.first()?;
    let mut parts = lead(speaker, newest)?;
    if let Body::Meeting { status, .. } = &newest.claim.body {
        let said = if *status == MeetingStatus::Proposed { "called_for" } else { status.as_str() };
        parts.extend(reserve(speaker, newest, said));
    }
    let by = newest.claim.attributed_to.as_ref().and_then(|name| speaker.name(name));
    parts.extend(by.map(|name| speaker.say("t-attributed", &[("name", name.into())])));
    let cites = Cites::of(speaker.cites(CiteKind::Claim, group.iter().map(|f| &f.claim.id)))?;
    Some(Line { text: speaker.clauses(vec![commas(speaker, parts)]), cites })
}

fn commas(speaker: &Speaker<'_>, parts: Vec<Bilingual>) -> Bilingual {
    parts.into_iter().reduce(|a, b| speaker.pair("comma-join", a, b)).unwrap_or_default()
}

/// Form, who, status; when; where.
fn lead(speaker: &Speaker<'_>, filed: &FiledClaim) -> Option<Vec<Bilingual>> {
    let Body::Meeting { form, participants, status } = &filed.claim.body else { return None };
    let names = speaker.names(participants);
    let args = [
        ("form", speaker.label(*form).into()),
        ("names", speaker.list(&names).into()),
        ("status", status_of(speaker, *form, *status).into()),
    ];
    let mut parts = vec![speaker.say("t-meeting", &args)];
    parts.extend(when_and_where(speaker, filed, *form));
    (!names.is_empty()).then_some(parts)
}

/// The status, in the gender of the form where the language has one.
fn status_of(speaker: &Speaker<'_>, form: Form, status: MeetingStatus) -> Bilingual {
    // The form is a key of the message and no text to be set, so it must not be isolated.
    let args = [("form", form.as_str().into())];
    speaker.messages.both(&format!("meeting-is-{status}"), &args)
}

fn when_and_where(speaker: &Speaker<'_>, filed: &FiledClaim, form: Form) -> Vec<Bilingual> {
    let date = filed.claim.date.as_ref().map(|date| when(speaker, date));
    date.into_iter().chain(place(speaker, filed, form)).collect()
}

fn when(speaker: &Speaker<'_>, date: &DateRef) -> Bilingual {
    speaker.days_uncertain(&date.start, date.end.as_deref().unwrap_or(&date.start))
}

/// The place where it is surely that of the meeting: of a visit, or a town or country outside the
/// country that the talk is about. A call has none.
fn place(speaker: &Speaker<'_>, filed: &FiledClaim, form: Form) -> Option<Bilingual> {
    let id = filed.claim.place.as_ref()?.id.as_deref()?;
    let level = speaker.situation.places.get(id)?.level;
    let abroad = matches!(level, PlaceLevel::Settlement | PlaceLevel::Country)
        && !speaker.inside_country(id);
    let told = form == Form::Visit || form != Form::Call && abroad;
    told.then(|| speaker.place(Some(id), None))
}
