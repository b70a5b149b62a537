//! What holds of every judgement, whatever is claimed.

use hudna_judge::gather;
use hudna_model::agreement::{
    Band, Deontic, Exception, ExceptionKind, ExceptionTest, Line, Outside, Shape, Target, TermArea,
    Via, Zone,
};
use hudna_model::{
    Act, Bilingual, FactStatus, FiledClaim, Flag, Judgement, Modality, Plea, Role, Verdict, Window,
};
use proptest::prelude::*;

use crate::world::{But, World, at, member, obligation, violence, world};

fn both(text: &str) -> Bilingual {
    Bilingual::new(format!("ع {text}"), text)
}

/// The small world with every kind of term.
fn rich() -> World {
    let mut world = world();
    let a = &mut world.agreement;
    a.parties.push(member("militia", Role::NonSignatory, false));
    let mut ally = member("envoy", Role::Bound, false);
    ally.via = Some(Via::Alliance);
    ally.with = Some("government".to_owned());
    a.parties.push(ally);
    a.zones.push(Zone {
        id: "north".to_owned(),
        name: both("the north"),
        within: None,
        places: vec!["aleppo".to_owned()],
        pcodes: vec![],
        held_by: vec!["sy".to_owned()],
        shape: None,
        unsure_km: 0.0,
        source: "map".to_owned(),
    });
    a.shapes.insert("front".to_owned(), Shape::Line(vec![[36.0, 36.5], [38.0, 36.5]]));
    a.lines.push(Line {
        id: "front".to_owned(),
        name: both("the front"),
        measured_by: vec!["government".to_owned()],
        moving: false,
        as_of: "2016-02-27".to_owned(),
        shape: "front".to_owned(),
        unsure_km: 1.0,
        source: "map".to_owned(),
    });
    a.bands.push(Band {
        id: "guns".to_owned(),
        name: both("guns"),
        weapons: vec!["gun".to_owned()],
        zone_km: 80.0,
        each_km: 40.0,
        source: "annex".to_owned(),
    });
    let mut zoned = obligation("zoned", Deontic::Prohibit, &[Act::TroopMovement]);
    zoned.target = Target::Nobody;
    zoned.area = Some(TermArea {
        zones: vec!["north".to_owned()],
        outside: Outside::Provocation,
        ..TermArea::default()
    });
    let mut banded = obligation("banded", Deontic::Require, &[Act::WeaponsInExclusionZone]);
    banded.target = Target::Nobody;
    banded.area = Some(TermArea { bands: true, ..TermArea::default() });
    let mut later = obligation("later", Deontic::Prohibit, &[Act::Shelling]);
    later.since = Some(at("2016-05-02T00:00:00+03:00"));
    a.obligations.extend([zoned, banded, later]);
    a.exceptions.push(Exception {
        id: "defence".to_owned(),
        kind: ExceptionKind::SelfDefence,
        of: vec!["cease".to_owned()],
        text: both("self-defence"),
        tests: vec![ExceptionTest { id: "first".to_owned(), text: both("attacked"), fact: None }],
        burden: both("whoever pleads it"),
        anchor: None,
        source: "annex".to_owned(),
    });
    for (announcer, day) in [("russia", 1), ("america", 2)] {
        a.windows.push(Window {
            id: format!("calm-{announcer}"),
            window: "calm".to_owned(),
            places: vec!["aleppo-city".to_owned()],
            disputed: vec!["sakhour".to_owned()],
            announcer: announcer.to_owned(),
            start: at(&format!("2016-05-0{day}T12:00:00+03:00")),
            end: Some(at("2016-05-04T00:00:00+03:00")),
            announced: at("2016-04-30T00:00:00+03:00"),
            extends: None,
            source: "statement".to_owned(),
        });
    }
    world
}

const ACTS: [Act; 6] = [
    Act::Shelling,
    Act::AirStrike,
    Act::TroopMovement,
    Act::WeaponsInExclusionZone,
    Act::Looting,
    Act::Siege,
];
const WHO: [&str; 9] =
    ["", "army", "group", "russia", "america", "nusra", "militia", "envoy", "the gunmen"];
const TARGETS: [&str; 5] = ["", "hospital", "nusra", "militia", "army"];
const PLACES: [&str; 6] = ["sukkari", "sakhour", "kabani", "aleppo", "lb-arsal", ""];
const HOURS: [Option<(&str, &str)>; 8] = [
    None,
    None,
    None,
    Some(("09:00", "09:00")),
    Some(("15:00", "15:00")),
    Some(("05:00", "12:00")),
    Some(("11:00", "14:00")),
    Some(("18:00", "06:00")),
];
const SOURCES: [&str; 5] = ["wire", "local", "state", "hotline", "sensor"];

#[derive(Debug, Clone)]
struct Row {
    actor: usize,
    target: usize,
    source: usize,
    flags: u8,
}

fn row() -> impl Strategy<Value = Row> {
    (0..WHO.len(), 0..TARGETS.len(), 0..SOURCES.len(), 0_u8..128)
        .prop_map(|(actor, target, source, flags)| Row { actor, target, source, flags })
}

fn claims(act: usize, place: usize, day: u32, rows: &[Row]) -> Vec<FiledClaim> {
    let one = |(n, row): (usize, &Row)| {
        let mut claim = violence(&format!("c{n}"), ACTS[act])
            .report(&format!("r{n}"))
            .source(SOURCES[row.source])
            .on(&format!("2016-05-{day:02}"));
        if !PLACES[place].is_empty() {
            claim = claim.place(PLACES[place]);
        }
        if !WHO[row.actor].is_empty() {
            claim = claim.actor(WHO[row.actor]);
        }
        if !TARGETS[row.target].is_empty() {
            claim = claim.target(TARGETS[row.target]);
        }
        if row.flags & 1 > 0 {
            claim = claim.reviewed();
        }
        if row.flags & 2 > 0 && !WHO[row.actor].is_empty() {
            claim = claim.said_by(WHO[row.actor]);
        }
        if let Some((from, to)) = HOURS[usize::from(row.flags >> 4)] {
            claim = claim.hours(from, to);
        }
        if row.flags & 12 == 12 {
            claim = claim.modality(Modality::Denied);
        }
        claim
    };
    rows.iter().enumerate().map(one).collect()
}

/// What must hold of one judgement.
fn sound(j: &Judgement, reviewed: bool) {
    let open = |s: &FactStatus| matches!(s, FactStatus::Unknown | FactStatus::Contested);
    let facts: Vec<&FactStatus> = j.facts.iter().map(|(_, s)| s).collect();
    let known = facts.iter().all(|s| **s == FactStatus::Known);
    match j.verdict {
        Verdict::Breach => assert!(known && reviewed && j.settles.is_empty()),
        Verdict::PossibleBreach => {
            assert!(!facts.iter().any(|s| open(s)));
            assert_eq!(known, j.settles.iter().any(|s| s.fact == "confirmation"));
        }
        Verdict::Undetermined | Verdict::ClaimedExceptionUnverified => {
            assert!(!j.settles.is_empty(), "{j:#?}");
        }
        Verdict::OutOfScopeProvocation => assert_eq!(j.obligation, "zoned"),
        _ => assert!(j.settles.is_empty()),
    }
    assert!(!j.flags.contains(&Flag::ReadingsDiffer) || j.window.is_some());
    let whole =
        |b: &Bilingual| [&b.ar, &b.en].iter().all(|t| !t.is_empty() && !t.contains(['{', '}']));
    assert!(j.trace.len() >= 2 && j.trace.iter().all(whole));
    assert!(j.settles.iter().all(|s| whole(&s.text)));
    assert!(j.flags.is_sorted());
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(10_000))]

    #[test]
    fn every_judgement_is_sound_and_the_order_of_claims_changes_none(
        act in 0..ACTS.len(),
        place in 0..PLACES.len(),
        day in 1_u32..4,
        rows in prop::collection::vec(row(), 1..4),
        plea in 0_u8..4,
    ) {
        let mut world = rich();
        let claims = claims(act, place, day, &rows);
        if plea > 0 {
            let test = vec!["first".to_owned()];
            world.decisions.pleas.push(Plea {
                claim: "c0".to_owned(),
                exception: "defence".to_owned(),
                by: "army".to_owned(),
                shown: if plea == 2 { test.clone() } else { vec![] },
                failed: if plea == 3 { test } else { vec![] },
                at: world.as_of,
                entry: 1,
            });
        }
        let incidents = gather(&claims, &world.ctx());
        for incident in &incidents {
            let own = |f: &&FiledClaim| incident.claims.contains(&f.claim.id);
            let reviewed = claims.iter().filter(own).any(|f| f.reviewed);
            incident.judgements.iter().for_each(|j| sound(j, reviewed));
            let base = incident.judgements.iter().filter(|j| j.window.is_none());
            prop_assert!(base.count() >= 1);
        }
        let turned: Vec<FiledClaim> = claims.iter().rev().cloned().collect();
        prop_assert_eq!(gather(&turned, &world.ctx()), incidents);
    }
}

#[test]
fn a_world_of_every_kind_of_term_gives_every_kind_of_verdict() {
    let world = rich();
    let mut seen = std::collections::BTreeSet::new();
    let mut judge = |act, place, rows: &[Row]| {
        let incidents = gather(&claims(act, place, 1, rows), &world.ctx());
        seen.extend(incidents.iter().flat_map(|i| &i.judgements).map(|j| j.verdict));
    };
    for (act, place) in (0..ACTS.len()).flat_map(|a| (0..PLACES.len()).map(move |p| (a, p))) {
        for (actor, target) in (0..WHO.len()).flat_map(|w| (0..TARGETS.len()).map(move |t| (w, t)))
        {
            let one = Row { actor, target, source: 0, flags: 1 };
            let other = Row { source: 1, ..one.clone() };
            judge(act, place, std::slice::from_ref(&one));
            judge(act, place, &[one, other]);
        }
    }
    assert_eq!(seen.len(), 10, "{seen:?}");
}
