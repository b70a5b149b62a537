//! What is told of the truce itself, in one sentence.

use hudna_model::{Bilingual, Body, Event, FiledClaim, Modality};

use super::news::{Group, groups, recent, reserve};
use crate::brief::{CiteKind, Cites};
use crate::say::{Line, Speaker};

/// Events told; the reports of the others are cited after the statements.
const TOLD: usize = 6;

/// What two claims must share to be told as one.
type Key = (Event, Option<String>, Modality);

pub(super) fn lines(speaker: &Speaker<'_>) -> Vec<Line> {
    let mut claims = recent(speaker, "truce");
    claims.retain(|f| is_tied(speaker, f));
    let mut told = groups(claims, |f| key(speaker, f));
    told.truncate(TOLD);
    let clauses: Vec<Bilingual> =
        told.iter().filter_map(|(key, g)| event(speaker, key, g)).collect();
    let claims = told.iter().flat_map(|(_, group)| group).map(|f| &f.claim.id);
    let Some(cites) = Cites::of(speaker.cites(CiteKind::Claim, claims)) else { return Vec::new() };
    vec![Line { text: speaker.sentence(speaker.say("t-events", &[]), clauses), cites }]
}

/// Whether it says where, whose truce it is, by whose word or how many breaches: else it would be a
/// state of the whole country's truce, which nobody may tell.
fn is_tied(speaker: &Speaker<'_>, filed: &FiledClaim) -> bool {
    let Body::Truce { parties, count, .. } = &filed.claim.body else { return false };
    let by = filed.claim.attributed_to.as_ref().and_then(|name| speaker.name(name));
    place(speaker, filed).is_some()
        || by.is_some()
        || count.is_some()
        || !speaker.names(parties).is_empty()
}

/// The place, where it lies in the country that the truce is about.
fn place<'f>(speaker: &Speaker<'_>, filed: &'f FiledClaim) -> Option<&'f str> {
    let id = filed.claim.place.as_ref()?.id.as_deref();
    id.filter(|id| speaker.inside_country(id))
}

fn key(speaker: &Speaker<'_>, filed: &FiledClaim) -> Option<Key> {
    let Body::Truce { event, .. } = &filed.claim.body else { return None };
    let place = place(speaker, filed);
    Some((*event, place.map(str::to_owned), filed.claim.modality))
}

/// "accepted in Eastern Ghouta (2 May 2016, according to Staffan de Mistura)".
fn event(speaker: &Speaker<'_>, key: &Key, group: &Group<'_>) -> Option<Bilingual> {
    let newest = group.first()?;
    let Body::Truce { event, parties, count, .. } = &newest.claim.body else { return None };
    let label = speaker.label(*event);
    let text = match &key.1 {
        Some(id) => {
            let place = speaker.place(Some(id), None);
            speaker.say("t-event-place", &[("place", place.into()), ("event", label.into())])
        }
        None => speaker.say("t-event", &[("event", label.into())]),
    };
    let names = speaker.names(parties);
    let mut beside: Vec<Bilingual> = Vec::new();
    let date = newest.claim.date.as_ref();
    beside.extend(
        date.map(|d| speaker.days_uncertain(&d.start, d.end.as_deref().unwrap_or(&d.start))),
    );
    if !names.is_empty() {
        beside.push(speaker.say("t-parties", &[("names", speaker.list(&names).into())]));
    }
    beside.extend(count.map(|n| speaker.say("t-count", &[("n", n.into())])));
    beside.extend(reserve(speaker, newest, event.as_str()));
    let by = newest.claim.attributed_to.as_ref().and_then(|name| speaker.name(name));
    beside.extend(by.map(|name| speaker.say("t-attributed", &[("name", name.into())])));
    let beside = beside.into_iter().reduce(|a, b| speaker.pair("comma-join", a, b));
    Some(match beside {
        Some(beside) => speaker.pair("in-brackets", text, beside),
        None => text,
    })
}
