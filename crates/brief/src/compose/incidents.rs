//! What happened, the heaviest of the latest first.

use hudna_model::{Bilingual, FactStatus, Incident, Judgement, Outcome, Toll, Verdict, Victims};

use crate::brief::{Cite, CiteKind, Cites};
use crate::say::{Line, Speaker};

/// Incidents told one by one; the rest is cited in one sentence.
const TOLD: usize = 12;
/// Claims cited beside an incident; all of them stand in its entry in the list of sources.
const CLAIMS_CITED: usize = 6;

pub(super) fn lines(speaker: &Speaker<'_>) -> Vec<Line> {
    let ranked = ranked(&speaker.situation.incidents);
    let (told, rest) = ranked.split_at(ranked.len().min(TOLD));
    let mut lines = terms(speaker, told);
    lines.extend(told.iter().map(|i| line(speaker, i)));
    lines.extend(further(speaker, rest));
    lines
}

/// The dead count first, then confirmation, then the latest day.
fn ranked(incidents: &[Incident]) -> Vec<&Incident> {
    let mut ranked: Vec<&Incident> = incidents.iter().collect();
    ranked.sort_by_key(|i| {
        let last = i.days.as_ref().map(|d| d.1.as_str());
        std::cmp::Reverse((dead(i), i.confirmed, last, i.id.as_str()))
    });
    ranked
}

/// The highest single figure of people killed; figures of kinds of victims may overlap.
pub(crate) fn dead(incident: &Incident) -> u32 {
    let killed = |t: &&Toll| t.outcome == Outcome::Killed;
    incident.tolls.iter().filter(killed).map(|t| t.best).max().unwrap_or(0)
}

fn line(speaker: &Speaker<'_>, incident: &Incident) -> Line {
    let mut clauses = vec![lead(speaker, incident)];
    clauses.extend(named(speaker, "i-actor", &incident.actors));
    clauses.extend(named(speaker, "i-target", &incident.targets));
    clauses.extend(tolls(speaker, incident));
    clauses.push(support(speaker, incident));
    if !incident.denials.is_empty() {
        clauses.push(speaker.say("i-denied", &[("n", incident.denials.len().into())]));
    }
    clauses.extend(verdict(speaker, incident));
    let id = if incident.confirmed { "i-confirmed" } else { "i-unconfirmed" };
    clauses.push(speaker.say(id, &[]));
    Line { text: speaker.clauses(clauses), cites: cites(speaker, incident) }
}

fn lead(speaker: &Speaker<'_>, incident: &Incident) -> Bilingual {
    let days = match &incident.days {
        Some((start, end)) => speaker.days(start, end),
        None => speaker.say("date-unknown", &[]),
    };
    let place = speaker.place(incident.place.as_deref(), incident.place_text.as_deref());
    let acts: Vec<Bilingual> = incident.acts.iter().map(|a| speaker.label(*a)).collect();
    let acts = match acts.as_slice() {
        [] => speaker.say("i-act-unknown", &[]),
        acts => speaker.list(acts),
    };
    let args = [("days", days.into()), ("place", place.into()), ("acts", acts.into())];
    speaker.say("i-lead", &args)
}

fn named(speaker: &Speaker<'_>, id: &str, names: &[(String, Vec<String>)]) -> Option<Bilingual> {
    let names: Vec<Bilingual> = names.iter().map(|(name, _)| speaker.party(name)).collect();
    (!names.is_empty()).then(|| speaker.say(id, &[("names", speaker.list(&names).into())]))
}

fn tolls(speaker: &Speaker<'_>, incident: &Incident) -> Vec<Bilingual> {
    if incident.tolls.is_empty() {
        return vec![speaker.say("i-toll-none", &[])];
    }
    incident.tolls.iter().map(|toll| figure(speaker, toll)).collect()
}

/// One toll: the figure, whom it counts if that is told, and the span where sources differ.
pub(super) fn figure(speaker: &Speaker<'_>, toll: &Toll) -> Bilingual {
    let id = match (toll.victims, toll.low == toll.high) {
        (Victims::Unspecified, true) => "i-toll-bare",
        (Victims::Unspecified, false) => "i-toll-bare-span",
        (_, true) => "i-toll",
        (_, false) => "i-toll-span",
    };
    let args = [
        ("count", count(speaker, toll).into()),
        ("victims", speaker.label(toll.victims).into()),
        ("low", toll.low.into()),
        ("high", toll.high.into()),
    ];
    speaker.say(id, &args)
}

/// "50 killed".
fn count(speaker: &Speaker<'_>, toll: &Toll) -> Bilingual {
    speaker.say(&format!("count-{}", toll.outcome), &[("n", toll.best.into())])
}

fn support(speaker: &Speaker<'_>, incident: &Incident) -> Bilingual {
    let corroboration = speaker.label(incident.corroboration);
    let args = [("n", incident.origins.len().into()), ("corroboration", corroboration.into())];
    speaker.say("i-origins", &args)
}

/// The gravest judgement, with what would settle it when it is undetermined.
fn verdict(speaker: &Speaker<'_>, incident: &Incident) -> Vec<Bilingual> {
    let Some(judgement) = gravest(incident) else { return Vec::new() };
    let term = match term_number(speaker, &judgement.obligation) {
        Some(n) => speaker.say("i-term", &[("n", n.into())]),
        None => speaker.quote(&judgement.obligation),
    };
    let id = match judgement.verdict {
        Verdict::Breach | Verdict::PossibleBreach => "i-verdict",
        _ => "i-verdict-other",
    };
    let label = speaker.label(judgement.verdict);
    let mut clauses = vec![speaker.say(id, &[("verdict", label.into()), ("term", term.into())])];
    if judgement.verdict == Verdict::Undetermined {
        clauses.extend(missing(speaker, judgement));
    }
    clauses
}

/// The judgement that is told: the first in the order of verdicts.
fn gravest(incident: &Incident) -> Option<&Judgement> {
    incident.judgements.iter().min_by_key(|j| j.verdict)
}

/// The place of a term in the agreement, from 1.
fn term_number(speaker: &Speaker<'_>, id: &str) -> Option<usize> {
    let obligations = &speaker.situation.agreement.obligations;
    obligations.iter().position(|o| o.id == id).map(|at| at + 1)
}

/// The terms that the incidents are judged by, once each, so that they need only a number after.
fn terms(speaker: &Speaker<'_>, told: &[&Incident]) -> Vec<Line> {
    let judged = |id: &str| told.iter().filter_map(|i| gravest(i)).any(|j| j.obligation == id);
    let line = |(obligation, n): (&hudna_model::Obligation, usize)| {
        let args = [("n", n.into()), ("text", obligation.text.clone().into())];
        let text = speaker.clauses(vec![speaker.say("i-term-text", &args)]);
        Line { text, cites: Cites::one(speaker.agreement_part(&obligation.id)) }
    };
    let obligations = speaker.situation.agreement.obligations.iter().zip(1..);
    obligations.filter(|(o, _)| judged(&o.id)).map(line).collect()
}

fn missing(speaker: &Speaker<'_>, judgement: &Judgement) -> Option<Bilingual> {
    let open = |(_, status): &&(String, FactStatus)| {
        matches!(status, FactStatus::Contested | FactStatus::Unknown)
    };
    let name = |(fact, status): &(String, FactStatus)| {
        let fact = speaker.say(&format!("fact-name-{fact}"), &[]);
        speaker.pair("in-brackets", fact, speaker.label(*status))
    };
    let facts: Vec<Bilingual> = judgement.facts.iter().filter(open).map(name).collect();
    (!facts.is_empty()).then(|| speaker.say("i-missing", &[("facts", speaker.list(&facts).into())]))
}

/// The claims that gave the figures come first, so that each figure is two steps from its words.
fn cites(speaker: &Speaker<'_>, incident: &Incident) -> Cites {
    let known = |id: &&String| speaker.situation.claims.contains_key(*id);
    let leading = incident.tolls.iter().filter_map(|t| t.rows.first()).map(|row| &row.claim);
    let mut claims: Vec<&String> = leading.clone().filter(known).collect();
    let room = CLAIMS_CITED.saturating_sub(claims.len());
    let others = incident.claims.iter().filter(|c| leading.clone().all(|l| l != *c)).filter(known);
    claims.extend(others.take(room));
    claims.extend(incident.denials.iter().filter(known));
    let judged = gravest(incident);
    Cites::one(speaker.cite(CiteKind::Incident, &incident.id))
        .and(speaker.cites(CiteKind::Claim, claims))
        .and(speaker.cites(CiteKind::Toll, incident.tolls.iter().map(|t| &t.id)))
        .and(judged.and_then(|j| term(speaker, &j.obligation)))
}

fn term(speaker: &Speaker<'_>, id: &str) -> Option<Cite> {
    let obligation = speaker.situation.agreement.obligations.iter().find(|o| o.id == id)?;
    Some(speaker.agreement_part(&obligation.id))
}

fn further(speaker: &Speaker<'_>, rest: &[&Incident]) -> Option<Line> {
    let cites = Cites::of(speaker.cites(CiteKind::Incident, rest.iter().map(|i| &i.id)))?;
    let text = speaker.say("i-rest", &[("n", rest.len().into())]);
    Some(Line { text: speaker.clauses(vec![text]), cites })
}
