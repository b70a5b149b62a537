//! Running totals, which are never added to the tolls of incidents.

use std::cmp::Reverse;

use hudna_model::{Bilingual, Body, FiledClaim, Modality, Outcome, PlaceLevel, Toll};

use super::incidents::{counted, figure_of};
use crate::brief::{CiteKind, Cites};
use crate::messages::Value;
use crate::say::{Line, Speaker};

/// Running totals told of one place in one sentence.
const TOLD: usize = 4;

/// One source's running total of a known place.
pub(super) struct Running<'s> {
    pub place: &'s str,
    filed: &'s FiledClaim,
    grade: char,
    toll: Option<&'s Toll>,
}

pub(super) fn lines(speaker: &Speaker<'_>) -> Vec<Line> {
    let mut totals = totals(speaker);
    totals.sort_by_key(|t| (t.grade, Reverse(t.filed.received), t.filed.claim.id.as_str()));
    let mut places: Vec<&str> = Vec::new();
    for total in &totals {
        if !places.contains(&total.place) {
            places.push(total.place);
        }
    }
    let of = |place: &&str| totals.iter().filter(|t| t.place == *place).collect::<Vec<_>>();
    let mut lines: Vec<Line> = places
        .iter()
        .filter_map(|place| sentence(speaker, "c-place", "c-one", &of(place)))
        .collect();
    lines.extend(method(speaker));
    lines
}

/// How the order is made, and that totals are kept apart.
fn method(speaker: &Speaker<'_>) -> Option<Line> {
    let all = speaker.situation.aggregates.iter().map(|t| &t.id);
    let cites = Cites::of(speaker.cites(CiteKind::Toll, all))?;
    let text = speaker.clauses(vec![speaker.say("c-never-added", &[])]);
    Some(Line { text, cites })
}

/// Every source's running total that has a known place: those of the aggregates, and sums "since" a
/// day of the truce that a report tells as context.
pub(super) fn totals<'s>(speaker: &Speaker<'s>) -> Vec<Running<'s>> {
    let mut found: Vec<Running<'s>> = Vec::new();
    let mut newest: Vec<&FiledClaim> = speaker.situation.claims.values().collect();
    newest.sort_by_key(|f| (Reverse(f.received), f.claim.id.as_str()));
    for filed in newest {
        let Some(total) = running(speaker, filed) else { continue };
        let told = found.iter().any(|t| same(t.filed, filed) && t.place == total.place);
        if !told {
            found.push(total);
        }
    }
    found
}

fn running<'s>(speaker: &Speaker<'s>, filed: &'s FiledClaim) -> Option<Running<'s>> {
    let claim = &filed.claim;
    let cumulative = matches!(claim.body, Body::Toll { cumulative: true, vague: false, .. });
    let said = matches!(claim.modality, Modality::Actual | Modality::Alleged);
    let aggregates = speaker.situation.aggregates.iter();
    let of_claim = |t: &&Toll| t.rows.iter().any(|row| row.claim == claim.id);
    let toll = aggregates.into_iter().find(of_claim);
    let own = claim.place.as_ref().and_then(|p| p.id.as_deref());
    let place = toll.and_then(|t| t.place.as_deref()).or(own)?;
    let register = speaker.situation.places.get(place)?;
    let wanted =
        toll.is_some() || within_truce(speaker, filed) && register.level != PlaceLevel::Country;
    let grade = speaker.situation.sources.get(&filed.source).map_or('F', |s| s.grade);
    (cumulative && said && wanted).then_some(Running { place, filed, grade, toll })
}

/// Whether it counts from a day on or after the one on which the agreement took effect.
fn within_truce(speaker: &Speaker<'_>, filed: &FiledClaim) -> bool {
    let began = speaker.situation.agreement.effective.day().to_string();
    filed.claim.date.as_ref().is_some_and(|d| d.start.len() == began.len() && d.start >= began)
}

/// The same figure of the same people from the same source.
fn same(a: &FiledClaim, b: &FiledClaim) -> bool {
    let key = |f: &FiledClaim| match &f.claim.body {
        Body::Toll { outcome, low, high, victims, .. } => Some((*outcome, *low, *high, *victims)),
        _ => None,
    };
    a.source == b.source && key(a) == key(b)
}

/// The newest running total of people killed, with the others of its place beside it.
pub(super) fn newest(speaker: &Speaker<'_>) -> Option<Line> {
    let mut killed = totals(speaker);
    killed.retain(|t| matches!(t.filed.claim.body, Body::Toll { outcome: Outcome::Killed, .. }));
    let place = killed.first()?.place;
    let of_place: Vec<&Running<'_>> = killed.iter().filter(|t| t.place == place).collect();
    sentence(speaker, "s-totals", "s-total", &of_place)
}

fn sentence(speaker: &Speaker<'_>, lead: &str, one: &str, totals: &[&Running<'_>]) -> Option<Line> {
    let told = &totals[..totals.len().min(TOLD)];
    let place = speaker.place(Some(told.first()?.place), None);
    let lead = speaker.say(lead, &[("place", place.into())]);
    let clauses = told.iter().filter_map(|t| clause(speaker, one, t)).collect();
    let tolls = told.iter().filter_map(|t| t.toll).map(|t| &t.id);
    let cites = speaker.cites(CiteKind::Claim, told.iter().map(|t| &t.filed.claim.id));
    let cites = Cites::of(cites)?.and(speaker.cites(CiteKind::Toll, tolls));
    Some(Line { text: speaker.sentence(lead, clauses), cites })
}

/// "250 killed since 22 April 2016 (source, grade, day)".
fn clause(speaker: &Speaker<'_>, id: &str, total: &Running<'_>) -> Option<Bilingual> {
    let filed = total.filed;
    let Body::Toll { outcome, low, high, victims, .. } = &filed.claim.body else { return None };
    let count = counted(speaker, *outcome, *low, *high)?;
    let mut args: Vec<(&str, Value)> = vec![
        ("count", figure_of(speaker, count, *victims).into()),
        ("source", speaker.source(&filed.source).into()),
        ("grade", total.grade.to_string().into()),
        ("day", speaker.day(&filed.received.day().to_string()).into()),
    ];
    let since = filed.claim.date.as_ref().filter(|_| within_truce(speaker, filed));
    let since = since.filter(|d| d.start < filed.received.day().to_string());
    Some(match since {
        Some(date) => {
            args.push(("since", speaker.day(&date.start).into()));
            speaker.say(&format!("{id}-since"), &args)
        }
        None => speaker.say(id, &args),
    })
}
