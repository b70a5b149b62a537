//! What a cited thing is called in the list of sources.

use hudna_model::{Bilingual, FollowUp, Incident, Toll};

use crate::brief::CiteKind;
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
        CiteKind::Agreement => Some(s.agreement.name.clone()),
        CiteKind::Counts => s.counts_source.clone(),
        CiteKind::Ledger => Some(speaker.say("n-entries", &[("n", s.head.size.into())])),
    }
}

fn incident(speaker: &Speaker<'_>, incident: &Incident) -> Bilingual {
    let day = match &incident.days {
        Some((start, end)) => speaker.days(start, end),
        None => speaker.say("date-unknown", &[]),
    };
    let place = speaker.place(incident.place.as_deref(), incident.place_text.as_deref());
    speaker.pair("comma-join", day, place)
}

fn toll(speaker: &Speaker<'_>, toll: &Toll) -> Bilingual {
    let count = speaker.say(&format!("count-{}", toll.outcome), &[("n", toll.best.into())]);
    speaker.pair("in-brackets", count, speaker.label(toll.victims))
}

fn promise(speaker: &Speaker<'_>, promise: &FollowUp) -> Bilingual {
    let who = promise.who.as_deref().map(|who| speaker.party(who));
    let who = who.unwrap_or_else(|| speaker.say("p-who-unknown", &[]));
    speaker.pair("comma-join", who, speaker.label(promise.what))
}
