//! Worked cases: small incidents with the judgement that an agreement must give them.

use std::collections::BTreeMap;

use hudna_model::words::Standing;
use hudna_model::worked::{CaseClaim, CasePatrol, Expected, ExpectedLine, WorkedCase};
use hudna_model::{
    Agreement, Bilingual, Body, Claim, ComplianceLine, DateRef, Decisions, Due, Evidence,
    FiledClaim, FollowUp, FollowUpStatus, Incident, Judgement, Means, Name, Outcome, PairDecision,
    Party, Patrol, Place, PlaceRef, Plea, Relation, Source, Span, Victims,
};

use crate::{Context, compliance, gather};

/// Something that came out otherwise than a worked case says, in a sentence for people.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Difference(pub String);

impl std::fmt::Display for Difference {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

/// Runs a case against its agreement; an empty list when all comes out as it says.
///
/// The case's claims go the whole way, from gathering to judging; they must make one incident.
pub fn run(
    case: &WorkedCase,
    agreement: &Agreement,
    places: &BTreeMap<String, Place>,
    parties: &BTreeMap<String, Party>,
) -> Vec<Difference> {
    let world = World::new(case, places, parties);
    let mut out = hours(case);
    let marks = BTreeMap::new();
    let ctx = Context {
        as_of: case.as_of,
        agreement,
        places: &world.places,
        parties,
        sources: &world.sources,
        marks: &marks,
        decisions: &world.decisions,
    };
    let incidents = gather(&world.claims, &ctx);
    if incidents.len() != usize::from(!case.claims.is_empty()) {
        let n = incidents.len();
        out.push(Difference(format!("the claims make {n} incidents, not one")));
        return out;
    }
    if let Some(incident) = incidents.first() {
        compare(incident, case, agreement, &mut out);
    }
    let lines = compliance(&incidents, &world.claims, &world.promises, &world.patrols, &ctx);
    for expected in &case.compliance {
        compare_line(expected, &lines, &mut out);
    }
    out
}

/// Hours that are none.
fn hours(case: &WorkedCase) -> Vec<Difference> {
    let told = case.claims.iter().filter_map(|c| c.hours.as_ref());
    let wrong = told.filter(|h| h.minutes().is_none());
    wrong.map(|h| Difference(format!("\"{}\" to \"{}\" are no hours", h.from, h.to))).collect()
}

/// What a case tells, in the forms that judging takes.
struct World {
    places: BTreeMap<String, Place>,
    sources: BTreeMap<String, Source>,
    claims: Vec<FiledClaim>,
    decisions: Decisions,
    promises: Vec<FollowUp>,
    patrols: Vec<Patrol>,
}

impl World {
    fn new(
        case: &WorkedCase,
        places: &BTreeMap<String, Place>,
        parties: &BTreeMap<String, Party>,
    ) -> Self {
        let mut places = places.clone();
        places.extend(case.places.iter().map(|p| {
            let parent = Some(p.parent.clone());
            let (id, level, lat, lon) = (p.id.clone(), p.level, p.lat, p.lon);
            let place = Place { id, parent, level, lat, lon, pcode: None, name: p.name.clone() };
            (p.id.clone(), place)
        }));
        let claims: Vec<FiledClaim> = case
            .claims
            .iter()
            .enumerate()
            .flat_map(|(n, told)| filed(case, n, told, &places, parties))
            .collect();
        Self {
            decisions: decisions(case, &claims),
            promises: promises(case),
            patrols: patrols(case),
            sources: case.sources.iter().map(|s| (s.id.clone(), s.clone())).collect(),
            claims,
            places,
        }
    }
}

/// Pleas, and that all claims tell one incident, as a person would decide.
fn decisions(case: &WorkedCase, claims: &[FiledClaim]) -> Decisions {
    let Some(first) = claims.first() else { return Decisions::default() };
    let first = &first.claim.id;
    let (by, at) = ("case".to_owned(), case.as_of);
    let pairs = claims[1..].iter().map(|f| PairDecision {
        a: first.clone(),
        b: f.claim.id.clone(),
        relation: Relation::Same,
        by: by.clone(),
        at,
        entry: 0,
    });
    let pleas = case.pleas.iter().zip(1..).map(|(plea, entry)| Plea {
        claim: first.clone(),
        exception: plea.exception.clone(),
        by: plea.by.clone(),
        shown: plea.shown.clone(),
        failed: plea.failed.clone(),
        at,
        entry,
    });
    Decisions { pairs: pairs.collect(), pleas: pleas.collect(), ..Decisions::default() }
}

fn promises(case: &WorkedCase) -> Vec<FollowUp> {
    let one = |(n, promise): (usize, &hudna_model::worked::CasePromise)| FollowUp {
        id: format!("FUP-{n}"),
        who: Some(promise.who.clone()),
        to: None,
        what: promise.what,
        standing: Standing::Agreed,
        due: Due::default(),
        former: Vec::new(),
        status: match promise.done || promise.done_on.is_some() {
            true => FollowUpStatus::Done,
            false => FollowUpStatus::Undated,
        },
        fulfilled_on: promise.done_on.clone().map(|day| (day.clone(), day)),
        claims: Vec::new(),
        fulfilled_by: Vec::new(),
        progress: Vec::new(),
        first_told: case.as_of,
        last_told: case.as_of,
        silent_days: None,
        words: String::new(),
        reviewed: false,
        owner: None,
        next: None,
        changes: Vec::new(),
    };
    case.promises.iter().enumerate().map(one).collect()
}

fn patrols(case: &WorkedCase) -> Vec<Patrol> {
    let one = |(n, told): (usize, &CasePatrol)| Patrol {
        id: format!("PAT-{n}"),
        day: told.day.clone(),
        place: told.place.clone(),
        area: None,
        team: "case".to_owned(),
        reached: told.reached,
        reason: told.reason.clone(),
        by: told.by.clone(),
        observations: None,
        line: n,
        entry: 0,
    };
    case.patrols.iter().enumerate().map(one).collect()
}

/// The claims that one row of a case stands for: an act, casualties, or both.
fn filed(
    case: &WorkedCase,
    n: usize,
    told: &CaseClaim,
    places: &BTreeMap<String, Place>,
    parties: &BTreeMap<String, Party>,
) -> Vec<FiledClaim> {
    let name = |who: &String| Name {
        text: parties.get(who).map_or_else(|| who.clone(), |p| p.name.en.clone()),
        party: parties.contains_key(who).then(|| who.clone()),
        ..Name::default()
    };
    let means = |id: &String| Means { text: id.clone(), id: id.clone() };
    let act = told.act.map(|act| Body::Violence {
        act,
        actor: told.actor.as_ref().map(name),
        target: told.target.as_ref().map(name),
        means: told.means.as_ref().map(means),
        count: None,
    });
    let toll = told.killed.map(|killed| Body::Toll {
        outcome: Outcome::Killed,
        low: Some(killed),
        high: Some(killed),
        vague: false,
        victims: told.victims.unwrap_or(Victims::Unspecified),
        side: None,
        cumulative: false,
        subset_of: None,
    });
    let bodies = act.into_iter().chain(toll).enumerate();
    let speaker = told.said_by.as_ref().map(name);
    bodies
        .map(|(part, body)| FiledClaim {
            report: told.report.clone(),
            source: told.source.clone(),
            published: None,
            received: case.as_of,
            reviewed: told.reviewed,
            claim: claim(&format!("c{n:02}{part}"), body, told, speaker.clone(), places),
        })
        .collect()
}

fn claim(
    id: &str,
    body: Body,
    told: &CaseClaim,
    attributed_to: Option<Name>,
    places: &BTreeMap<String, Place>,
) -> Claim {
    let place = told.place.as_ref().map(|id| PlaceRef {
        text: places.get(id).map_or_else(|| id.clone(), |p| p.name.en.clone()),
        id: places.contains_key(id).then(|| id.clone()),
        ..PlaceRef::default()
    });
    // Longer than the shortest evidence that may link, and different in every report.
    let words = format!("{id} of {} as this worked case tells it in its own row", told.report);
    Claim {
        id: id.to_owned(),
        body,
        modality: told.modality,
        background: false,
        attributed_to,
        quoted: false,
        event: Some(told.report.clone()),
        place,
        date: Some(DateRef {
            start: told.day.clone(),
            end: told.last_day.clone(),
            precision: "day".to_owned(),
            words: told.day.clone(),
            hours: told.hours.clone(),
        }),
        evidence: Evidence { span: Span::new(0, words.chars().count()), text: words },
        rule: "worked case".to_owned(),
        confidence: 1.0,
        seen: None,
    }
}

fn compare(
    incident: &Incident,
    case: &WorkedCase,
    agreement: &Agreement,
    out: &mut Vec<Difference>,
) {
    let announcer = |j: &Judgement| {
        let window = agreement.windows.iter().find(|w| Some(&w.id) == j.window.as_ref());
        window.map(|w| w.announcer.clone())
    };
    let mut left: Vec<&Judgement> = incident.judgements.iter().collect();
    for expected in &case.expected {
        let same = |j: &&Judgement| {
            j.obligation == expected.obligation && announcer(j) == expected.announcer
        };
        match left.iter().position(same) {
            Some(at) => differences(left.remove(at), expected, out),
            None => out.push(Difference(format!("no judgement under {}", named(expected)))),
        }
    }
    for judgement in left {
        let who = announcer(judgement).map_or_else(String::new, |a| format!(" as {a} announced"));
        let what = format!("unexpected: {}{who}: {:?}", judgement.obligation, judgement.verdict);
        out.push(Difference(what));
    }
    let sound =
        |b: &Bilingual| [&b.ar, &b.en].iter().all(|t| !t.is_empty() && !t.contains(['{', '}']));
    for judgement in &incident.judgements {
        let texts = judgement.trace.iter().chain(judgement.settles.iter().map(|s| &s.text));
        if judgement.trace.len() < 2 || !texts.into_iter().all(sound) {
            let what = format!("the trace under {} is not whole", judgement.obligation);
            out.push(Difference(what));
        }
    }
}

fn named(expected: &Expected) -> String {
    match &expected.announcer {
        Some(who) => format!("{} as {who} announced", expected.obligation),
        None => expected.obligation.clone(),
    }
}

fn differences(found: &Judgement, expected: &Expected, out: &mut Vec<Difference>) {
    let under = named(expected);
    let mut check = |what: &str, found: String, expected: String| {
        if found != expected {
            out.push(Difference(format!("{under}: {what} is {found}, not {expected}")));
        }
    };
    let facts: BTreeMap<_, _> = found.facts.iter().cloned().collect();
    let settles: Vec<_> = found.settles.iter().map(|s| s.fact.as_str()).collect();
    check("the verdict", format!("{:?}", found.verdict), format!("{:?}", expected.verdict));
    check("what is known", format!("{facts:?}"), format!("{:?}", expected.facts));
    check("what would settle it", format!("{settles:?}"), format!("{:?}", expected.settles));
    check("the list of marks", format!("{:?}", found.flags), format!("{:?}", expected.flags));
    let exception = |e: &Option<String>| format!("{:?}", e.as_deref().unwrap_or("none"));
    check("the exception", exception(&found.exception), exception(&expected.exception));
}

fn compare_line(expected: &ExpectedLine, lines: &[ComplianceLine], out: &mut Vec<Difference>) {
    let found = lines.iter().find(|l| l.obligation == expected.obligation);
    let of = |l: &ComplianceLine| (l.status, l.by_clock, l.verdict);
    let wanted = (expected.status, expected.by_clock, expected.verdict);
    match found {
        Some(line) if of(line) == wanted => {}
        found => {
            let found = found.map(of);
            let what =
                format!("compliance with {}: {found:?}, not {wanted:?}", expected.obligation);
            out.push(Difference(what));
        }
    }
}
