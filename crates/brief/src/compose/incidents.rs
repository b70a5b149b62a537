//! What happened, the heaviest of the latest first.

use hudna_model::{
    Bilingual, Corroboration, FactStatus, Incident, Judgement, Outcome, PlaceLevel, Toll, Verdict,
    Victims,
};

use crate::brief::{Cite, CiteKind, Cites};
use crate::say::{Line, Speaker, bare, once_each};

/// Incidents told one by one; the rest is cited in one sentence.
const TOLD: usize = 10;
/// Claims cited beside an incident; all of them stand in its entry in the list of sources.
const CLAIMS_CITED: usize = 6;

pub(super) fn lines(speaker: &Speaker<'_>) -> Vec<Line> {
    let ranked = ranked(&speaker.situation.incidents);
    let (clear, unclear): (Vec<&Incident>, Vec<&Incident>) =
        ranked.into_iter().partition(|i| clear(speaker, i));
    let (told, fewer) = clear.split_at(clear.len().min(TOLD));
    let mut lines: Vec<Line> = terms(speaker, told).into_iter().collect();
    lines.extend(told.iter().map(|i| line(speaker, i)));
    lines.extend(further(speaker, &[fewer, &unclear].concat()));
    lines
}

/// Whether it has a place smaller than a country, and an act or an actor.
fn clear(speaker: &Speaker<'_>, incident: &Incident) -> bool {
    let place = incident.place.as_ref().and_then(|id| speaker.situation.places.get(id));
    let placed = place.is_some_and(|p| p.level != PlaceLevel::Country);
    placed && (!incident.acts.is_empty() || !names(speaker, &incident.actors).is_empty())
}

/// The dead count first, then how well it is supported, then the latest day.
fn ranked(incidents: &[Incident]) -> Vec<&Incident> {
    let mut ranked: Vec<&Incident> = incidents.iter().collect();
    ranked.sort_by_key(|i| {
        let last = i.days.as_ref().map(|d| d.1.as_str());
        std::cmp::Reverse((dead(i), support_rank(i.corroboration), last, i.id.as_str()))
    });
    ranked
}

fn support_rank(corroboration: Corroboration) -> u8 {
    match corroboration {
        Corroboration::Verified => 5,
        Corroboration::Corroborated => 4,
        Corroboration::Disputed => 3,
        Corroboration::Uncorroborated => 2,
        Corroboration::Unverifiable => 1,
        Corroboration::Refuted => 0,
    }
}

/// The highest single figure of people killed; figures of kinds of victims may overlap.
pub(crate) fn dead(incident: &Incident) -> u32 {
    let killed = |t: &&Toll| t.outcome == Outcome::Killed;
    incident.tolls.iter().filter(killed).map(|t| t.best).max().unwrap_or(0)
}

fn line(speaker: &Speaker<'_>, incident: &Incident) -> Line {
    let mut clauses = vec![lead(speaker, incident)];
    clauses.extend(actors(speaker, incident));
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
        Some((start, end)) => speaker.on_days(start, end),
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

/// The actors; that none is told, unless the verdict says so below.
fn actors(speaker: &Speaker<'_>, incident: &Incident) -> Option<Bilingual> {
    let settled_below = gravest(incident).is_some_and(|j| {
        j.verdict == Verdict::Undetermined && open_facts(j).any(|(fact, _)| fact == "bearer")
    });
    let unknown = || (!settled_below).then(|| speaker.say("i-actor-unknown", &[]));
    named(speaker, "i-actor", &incident.actors).or_else(unknown)
}

fn named(
    speaker: &Speaker<'_>,
    id: &str,
    names_told: &[(String, Vec<String>)],
) -> Option<Bilingual> {
    let names = names(speaker, names_told);
    (!names.is_empty()).then(|| speaker.say(id, &[("names", speaker.list(&names).into())]))
}

/// Names that may be printed, each once.
fn names(speaker: &Speaker<'_>, told: &[(String, Vec<String>)]) -> Vec<Bilingual> {
    once_each(told.iter().filter_map(|(name, _)| speaker.party(name)))
}

/// Figures by outcome, the largest first; one of everybody that repeats one of some is left out.
fn tolls(speaker: &Speaker<'_>, incident: &Incident) -> Vec<Bilingual> {
    if incident.tolls.is_empty() {
        return vec![speaker.say("i-toll-none", &[])];
    }
    let repeats = |toll: &Toll| {
        let same = |t: &&Toll| {
            (t.outcome, t.best, t.low, t.high) == (toll.outcome, toll.best, toll.low, toll.high)
        };
        let other = incident.tolls.iter().filter(same).any(|t| t.victims != Victims::Unspecified);
        toll.victims == Victims::Unspecified && other
    };
    let mut told: Vec<&Toll> = incident.tolls.iter().filter(|t| !repeats(t)).collect();
    told.sort_by_key(|t| (t.outcome, std::cmp::Reverse(t.best), t.victims));
    told.into_iter().map(|toll| figure(speaker, toll)).collect()
}

/// One toll: the figure, whom it counts if that is told, and the span where sources differ.
fn figure(speaker: &Speaker<'_>, toll: &Toll) -> Bilingual {
    let count = count(speaker, toll);
    if toll.low == toll.high {
        return figure_of(speaker, count, toll.victims);
    }
    let id = match toll.victims {
        Victims::Unspecified => "i-toll-bare-span",
        _ => "i-toll-span",
    };
    let args = [
        ("count", count.into()),
        ("victims", speaker.label(toll.victims).into()),
        ("low", toll.low.into()),
        ("high", toll.high.into()),
    ];
    speaker.say(id, &args)
}

/// "50 killed (civilians)"; without brackets where nobody says who they are.
pub(super) fn figure_of(speaker: &Speaker<'_>, count: Bilingual, victims: Victims) -> Bilingual {
    match victims {
        Victims::Unspecified => count,
        _ => {
            let victims = speaker.label(victims);
            speaker.say("i-toll", &[("count", count.into()), ("victims", victims.into())])
        }
    }
}

/// The best figure as its row tells it: "50 killed", "at least 50 killed".
fn count(speaker: &Speaker<'_>, toll: &Toll) -> Bilingual {
    let row = toll.rows.first().filter(|r| r.low.or(r.high) == Some(toll.best));
    let told = row.and_then(|r| counted(speaker, toll.outcome, r.low, r.high));
    told.unwrap_or_else(|| people(speaker, toll.outcome, toll.best))
}

/// A figure with its bounds: "more than 80" (81 and no upper bound: the reading's way to keep it),
/// "at least 50", "up to 20", or the number where both bounds are told.
pub(super) fn counted(
    speaker: &Speaker<'_>,
    outcome: Outcome,
    low: Option<u32>,
    high: Option<u32>,
) -> Option<Bilingual> {
    let bound =
        |id: &str, n: u32| speaker.say(id, &[("count", people(speaker, outcome, n).into())]);
    Some(match (low, high) {
        (Some(low), None) if low > 10 && low % 10 == 1 => bound("count-more-than", low - 1),
        (Some(low), None) => bound("count-at-least", low),
        (None, Some(high)) => bound("count-up-to", high),
        (Some(low), Some(_)) => people(speaker, outcome, low),
        (None, None) => return None,
    })
}

/// "50 killed".
fn people(speaker: &Speaker<'_>, outcome: Outcome, n: u32) -> Bilingual {
    speaker.say(&format!("count-{outcome}"), &[("n", n.into())])
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
fn terms(speaker: &Speaker<'_>, told: &[&Incident]) -> Option<Line> {
    let judged = |id: &str| told.iter().filter_map(|i| gravest(i)).any(|j| j.obligation == id);
    let numbered = speaker.situation.agreement.obligations.iter().zip(1_usize..);
    let cited: Vec<_> = numbered.filter(|(o, _)| judged(&o.id)).collect();
    let clause = |(obligation, n): &(&hudna_model::Obligation, usize)| {
        let text = bare(&obligation.text);
        speaker.say("i-term-text", &[("n", (*n).into()), ("text", text.into())])
    };
    let cites = Cites::of(cited.iter().map(|(o, _)| speaker.agreement_part(&o.id)))?;
    let lead = speaker.say("i-terms", &[]);
    Some(Line { text: speaker.sentence(lead, cited.iter().map(clause).collect()), cites })
}

/// Facts that nobody tells or that are contested.
fn open_facts(judgement: &Judgement) -> impl Iterator<Item = &(String, FactStatus)> {
    let open = |(_, status): &&(String, FactStatus)| {
        matches!(status, FactStatus::Contested | FactStatus::Unknown)
    };
    judgement.facts.iter().filter(open)
}

fn missing(speaker: &Speaker<'_>, judgement: &Judgement) -> Option<Bilingual> {
    let name = |(fact, status): &(String, FactStatus)| {
        let fact = speaker.say(&format!("fact-name-{fact}"), &[]);
        speaker.pair("in-brackets", fact, speaker.label(*status))
    };
    let facts: Vec<Bilingual> = open_facts(judgement).map(name).collect();
    (!facts.is_empty()).then(|| speaker.say("i-missing", &[("facts", speaker.list(&facts).into())]))
}

/// The claims that gave the figures come first, so that each figure is two steps from its words;
/// then those that a person has confirmed, so that a confirmed incident shows by which.
fn cites(speaker: &Speaker<'_>, incident: &Incident) -> Cites {
    let known = |id: &&String| speaker.situation.claims.contains_key(*id);
    let leading = incident.tolls.iter().filter_map(|t| t.rows.first()).map(|row| &row.claim);
    let mut claims: Vec<&String> = leading.clone().filter(known).collect();
    let room = CLAIMS_CITED.saturating_sub(claims.len());
    let others = incident.claims.iter().filter(|c| leading.clone().all(|l| l != *c)).filter(known);
    let mut others: Vec<&String> = others.collect();
    others.sort_by_key(|id| !speaker.situation.claims.get(*id).is_some_and(|f| f.reviewed));
    claims.extend(others.into_iter().take(room));
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
