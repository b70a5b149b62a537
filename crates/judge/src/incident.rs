//! One incident from one group of tellings.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use hudna_model::digest::short_id;
use hudna_model::{
    Act, Body, Corroboration, FiledClaim, Found, Incident, IncidentDecision, Link, Modality, Name,
    Share, SourceKind,
};

use crate::assess::assess;
use crate::days::iso;
use crate::hours::times;
use crate::origin::{Rests, Roots, quoted_voice, rests};
use crate::telling::{Where, days_of, most_precise};
use crate::tolls::tolls;
use crate::{Context, parties, places, rules};

/// Claims taken for one incident.
#[derive(Debug)]
pub(crate) struct Group<'a> {
    /// Ascending by id.
    pub members: Vec<&'a FiledClaim>,
    pub links: Vec<Link>,
    pub denials: Vec<&'a FiledClaim>,
}

/// The id of the incident whose smallest claim has that id.
pub(crate) fn incident_id(claim: &str) -> String {
    short_id("INC", [claim.as_bytes()])
}

pub(crate) fn incident(group: &Group<'_>, roots: &Roots, ctx: &Context<'_>) -> Incident {
    let members = &group.members;
    let rests = rests(members, roots, ctx);
    let days = days_of(members);
    let place = most_precise(members, ctx);
    let findings = findings(members, ctx);
    let actors =
        named(members, |b| if let Body::Violence { actor, .. } = b { actor } else { &None });
    let mut made =
        Incident {
            id: incident_id(&members[0].claim.id),
            acts: acts(members),
            area: if let Where::Known(id) = &place { places::area_of(ctx, id) } else { None },
            place_text: place_text(members, &place),
            place: if let Where::Known(id) = place { Some(id) } else { None },
            days: Some((iso(days.first), iso(days.last))),
            times: times(members),
            targets: named(members, |b| {
                if let Body::Violence { target, .. } = b { target } else { &None }
            }),
            claims: members.iter().map(|f| f.claim.id.clone()).collect(),
            denials: group.denials.iter().map(|f| f.claim.id.clone()).collect(),
            links: group.links.clone(),
            corroboration: found(&findings)
                .unwrap_or_else(|| corroborate(members, &group.denials, &actors, &rests, ctx)),
            tolls: tolls(members, &rests, ctx),
            confirmed: members.iter().any(|f| f.reviewed),
            reviewed: Share {
                confirmed: members.iter().filter(|f| f.reviewed).count(),
                of: members.len(),
            },
            judgements: Vec::new(),
            related: Vec::new(),
            findings,
            origins: rests.origins.clone(),
            actors,
        };
    made.judgements = assess(&made, members, &rests, ctx);
    made
}

/// What people found of the incident that any of the claims is told of, in the order of entry.
fn findings(members: &[&FiledClaim], ctx: &Context<'_>) -> Vec<IncidentDecision> {
    let told = |id: &String| members.binary_search_by(|f| f.claim.id.cmp(id)).is_ok();
    let mut found: Vec<_> =
        ctx.decisions.incidents.iter().filter(|d| told(&d.claim)).cloned().collect();
    found.sort_by(|a, b| a.entry.cmp(&b.entry).then_with(|| a.cmp(b)));
    found
}

/// The latest finding stands before all that reports say.
fn found(findings: &[IncidentDecision]) -> Option<Corroboration> {
    findings.last().map(|last| match last.found {
        Found::Refuted => Corroboration::Refuted,
        Found::Unverifiable => Corroboration::Unverifiable,
        Found::SiteVisit => Corroboration::Verified,
    })
}

/// Acts, the most often told first.
fn acts(members: &[&FiledClaim]) -> Vec<Act> {
    let mut told: BTreeMap<Act, usize> = BTreeMap::new();
    for filed in members {
        if let Body::Violence { act, .. } = filed.claim.body {
            *told.entry(act).or_default() += 1;
        }
    }
    let mut acts: Vec<Act> = told.keys().copied().collect();
    acts.sort_by_key(|act| (Reverse(told[act]), *act));
    acts
}

fn place_text(members: &[&FiledClaim], place: &Where) -> Option<String> {
    if matches!(place, Where::Known(_)) {
        return None;
    }
    members.iter().filter_map(|f| f.claim.place.as_ref()).map(|p| p.text.clone()).min()
}

/// Party ids or names as written, with the claims that say so; the most often told first.
fn named(
    members: &[&FiledClaim],
    name: impl Fn(&Body) -> &Option<Name>,
) -> Vec<(String, Vec<String>)> {
    let mut told: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for filed in members {
        if let Some(name) = name(&filed.claim.body) {
            let key = name.party.clone().unwrap_or_else(|| name.text.clone());
            told.entry(key).or_default().push(filed.claim.id.clone());
        }
    }
    let mut all: Vec<_> = told.into_iter().collect();
    all.sort_by(|a, b| b.1.len().cmp(&a.1.len()).then_with(|| a.0.cmp(&b.0)));
    all
}

/// How well the incident is supported: disputed when somebody other than the accused denies it;
/// verified when the actor admits it or an instrument or graded monitor saw it; else by the number
/// of independent origins. The accused's own denial is a stance and changes nothing.
fn corroborate(
    members: &[&FiledClaim],
    denials: &[&FiledClaim],
    actors: &[(String, Vec<String>)],
    rests: &Rests,
    ctx: &Context<'_>,
) -> Corroboration {
    if denials.iter().any(|d| !accused_speaks(d, actors, ctx)) {
        return Corroboration::Disputed;
    }
    if members.iter().any(|f| admits(f, ctx) || seen(f, ctx)) {
        return Corroboration::Verified;
    }
    match rests.origins.len() {
        n if n >= rules::CORROBORATING_ORIGINS => Corroboration::Corroborated,
        _ => Corroboration::Uncorroborated,
    }
}

/// Whether the denial is the word of somebody who is said to have done it. Where nobody is named,
/// the one whom the denial itself speaks of is.
fn accused_speaks(
    denial: &FiledClaim,
    actors: &[(String, Vec<String>)],
    ctx: &Context<'_>,
) -> bool {
    let voice = quoted_voice(ctx, denial);
    let Some(party) = voice.as_deref().and_then(|v| v.strip_prefix("party:")) else { return false };
    let named: BTreeSet<&str> = actors
        .iter()
        .map(|(who, _)| who.as_str())
        .chain(violence_actor(denial))
        .filter(|who| ctx.parties.contains_key(*who))
        .collect();
    named.iter().any(|who| parties::related(ctx, who, party))
}

fn violence_actor(filed: &FiledClaim) -> Option<&str> {
    let Body::Violence { actor, .. } = &filed.claim.body else { return None };
    actor.as_ref()?.party.as_deref()
}

/// The word of the actor itself, or of whom it belongs to, that it did so.
pub(crate) fn admits(filed: &FiledClaim, ctx: &Context<'_>) -> bool {
    let Some(actor) = violence_actor(filed) else { return false };
    let voice = quoted_voice(ctx, filed);
    let party = voice.as_deref().and_then(|v| v.strip_prefix("party:"));
    filed.claim.modality == Modality::Actual
        && party.is_some_and(|party| parties::related(ctx, party, actor))
}

/// Told in its own voice by an instrument, or by a monitor of the best grade.
pub(crate) fn seen(filed: &FiledClaim, ctx: &Context<'_>) -> bool {
    let source = ctx.sources.get(&filed.source);
    let own = filed.claim.attributed_to.is_none() && filed.claim.modality == Modality::Actual;
    own && source.is_some_and(|s| match s.kind {
        SourceKind::Sensor => true,
        SourceKind::Monitor => s.grade == 'A',
        _ => false,
    })
}
