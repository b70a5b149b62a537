//! What a cited thing is called in the list of sources.

use hudna_model::{Bilingual, FollowUp, Incident, Toll, Victims};

use crate::brief::CiteKind;
use crate::compose::board as promises;
use crate::say::{Speaker, in_both};

/// "incident: 27 April 2016, Aleppo" – the kind, and what tells it from others of its kind.
pub(crate) fn label(speaker: &Speaker<'_>, kind: CiteKind, id: &str) -> Bilingual {
    let name = match kind {
        CiteKind::Claim => "cite-claim",
        CiteKind::Report => "cite-report",
        CiteKind::Incident => "cite-incident",
        CiteKind::Area => "cite-area",
        CiteKind::Toll => "cite-toll",
        CiteKind::FollowUp => "cite-follow-up",
        CiteKind::Counts => "cite-counts",
        CiteKind::Agreement => "cite-agreement",
        CiteKind::Ledger => "cite-ledger",
    };
    let kind_name = speaker.say(name, &[]);
    match known(speaker, kind, id) {
        Some(known) => speaker.pair("lead-join", kind_name, known),
        None => kind_name,
    }
}

fn known(speaker: &Speaker<'_>, kind: CiteKind, id: &str) -> Option<Bilingual> {
    let s = speaker.situation;
    match kind {
        CiteKind::Claim => {
            let kind = s.claims.get(id)?.claim.body.kind();
            Some(speaker.say(&format!("kind-{kind}"), &[]))
        }
        CiteKind::Report => s.reports.get(id).map(|r| in_both(&r.label)),
        CiteKind::Incident => s.incidents.iter().find(|i| i.id == id).map(|i| incident(speaker, i)),
        CiteKind::Area => s.areas.iter().find(|a| a.id == id).map(|a| a.name.clone()),
        CiteKind::Toll => {
            let tolls = s.incidents.iter().flat_map(|i| &i.tolls).chain(&s.aggregates);
            tolls.into_iter().find(|t| t.id == id).map(|t| toll(speaker, t))
        }
        CiteKind::FollowUp => s.follow_ups.iter().find(|f| f.id == id).map(|f| promise(speaker, f)),
        CiteKind::Agreement => Some(agreement_part(speaker, part_of(id))),
        CiteKind::Counts => s.counts_source.clone(),
        CiteKind::Ledger => Some(speaker.say("n-entries", &[("n", s.head.size.into())])),
    }
}

fn incident(speaker: &Speaker<'_>, incident: &Incident) -> Bilingual {
    let day = match &incident.days {
        Some((start, end)) => speaker.days_uncertain(start, end),
        None => speaker.say("date-unknown", &[]),
    };
    let place = speaker.place(incident.place.as_deref(), incident.place_text.as_deref());
    speaker.pair("comma-join", day, place)
}

fn toll(speaker: &Speaker<'_>, toll: &Toll) -> Bilingual {
    let count = speaker.say(&format!("count-{}", toll.outcome), &[("n", toll.best.into())]);
    match toll.victims {
        Victims::Unspecified => count,
        victims => speaker.pair("in-brackets", count, speaker.label(victims)),
    }
}

/// The part in `agreement#part`; the whole id where no part is named.
fn part_of(id: &str) -> &str {
    id.split_once('#').map_or(id, |(_, part)| part)
}

fn agreement_part(speaker: &Speaker<'_>, part: &str) -> Bilingual {
    let agreement = &speaker.situation.agreement;
    if let Some(instrument) = agreement.instruments.iter().find(|i| i.id == part) {
        return instrument.name.clone();
    }
    if let Some(at) = agreement.obligations.iter().position(|o| o.id == part) {
        return speaker.say("i-term", &[("n", (at + 1).into())]);
    }
    if let Some(window) = agreement.windows.iter().find(|w| w.id == part) {
        let announcer = speaker.member(&window.announcer);
        return speaker.say("cite-window", &[("name", announcer.into())]);
    }
    match agreement.undefined.iter().any(|u| u.id == part) {
        true => speaker.say("cite-undefined", &[]),
        false => agreement.name.clone(),
    }
}

/// The citation of an agreement's part: where its text stands.
pub(crate) fn source(speaker: &Speaker<'_>, id: &str) -> Option<String> {
    let (agreement, part) = (&speaker.situation.agreement, part_of(id));
    let instruments = agreement.instruments.iter().map(|i| (&i.id, &i.source));
    let terms = agreement.obligations.iter().map(|o| (&o.id, &o.source));
    let windows = agreement.windows.iter().map(|w| (&w.id, &w.source));
    let mut parts = instruments.chain(terms).chain(windows);
    parts.find(|(id, _)| *id == part).map(|(_, source)| source.clone())
}

fn promise(speaker: &Speaker<'_>, promise: &FollowUp) -> Bilingual {
    let who = promises::who(speaker, promise);
    speaker.pair("comma-join", who, speaker.label(promise.what))
}
