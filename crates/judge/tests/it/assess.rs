//! Worked cases: what the agreement says of an incident.

use hudna_judge::gather;
use hudna_model::{
    Act, FactStatus, FiledClaim, Judgement, Modality, Outcome, Verdict, Victims, Window,
};

use crate::world::{But, World, at, toll, violence, world};

fn told(id: &str, report: &str) -> FiledClaim {
    violence(id, Act::AirStrike).report(report).place("sukkari").on("2016-05-01")
}

/// One strike as two independent reports tell it.
fn twice(change: impl Fn(FiledClaim) -> FiledClaim) -> Vec<FiledClaim> {
    vec![change(told("c1", "r1")), change(told("c2", "r2").source("local"))]
}

fn judged(world: &World, claims: &[FiledClaim]) -> Vec<Judgement> {
    let incidents = gather(claims, &world.ctx());
    assert_eq!(incidents.len(), 1);
    incidents[0].judgements.clone()
}

fn check(claims: &[FiledClaim], expected: Verdict) -> Judgement {
    let judgements = judged(&world(), claims);
    assert_eq!(judgements.len(), 1);
    let judgement = judgements[0].clone();
    assert_eq!(judgement.verdict, expected, "{:#?}", judgement.trace);
    let full = |b: &hudna_model::Bilingual| !b.en.contains('{') && !b.ar.contains('{');
    assert!(judgement.trace.len() >= 2 && judgement.trace.iter().all(full));
    judgement
}

fn on_civilians(f: FiledClaim) -> FiledClaim {
    f.actor("army").target("hospital")
}

#[test]
fn two_origins_and_a_person_make_a_breach() {
    let mut claims = twice(on_civilians);
    claims[0].reviewed = true;
    let judgement = check(&claims, Verdict::Breach);
    assert!(judgement.facts.iter().all(|(_, s)| *s == FactStatus::Known));
}

#[test]
fn without_a_person_or_a_second_origin_it_is_a_possible_breach() {
    check(&twice(on_civilians), Verdict::PossibleBreach);
    let one = check(&[on_civilians(told("c1", "r1")).reviewed()], Verdict::PossibleBreach);
    let last = one.trace.last().unwrap();
    assert!(last.en.contains("who did it, the act and whom or what it hit"), "{}", last.en);
    assert!(last.ar.contains("الفاعل والفعل والهدف"), "{}", last.ar);
}

#[test]
fn a_confirmed_toll_confirms_no_act() {
    let mut claims = twice(|f| on_civilians(f).event("e1"));
    let dead = toll("c3", Outcome::Killed, 14).report("r1").place("sukkari").on("2016-05-01");
    claims.push(dead.event("e1").reviewed());
    check(&claims, Verdict::PossibleBreach);
}

#[test]
fn an_instrument_proves_the_act_and_not_who_did_it() {
    let claims = [told("c1", "r1").source("sensor"), on_civilians(told("c2", "r1")).event("e")];
    let judgement = check(&claims, Verdict::PossibleBreach);
    assert_eq!(judgement.facts[0].1, FactStatus::Claimed);
    assert_eq!(judgement.facts[1].1, FactStatus::Known);
}

#[test]
fn an_admission_proves_who_and_what_but_not_the_target_that_it_names() {
    let admitted = [on_civilians(told("c1", "r1")).said_by("army")];
    let judgement = check(&admitted, Verdict::PossibleBreach);
    let statuses: Vec<_> = judgement.facts.iter().map(|(_, s)| *s).take(3).collect();
    assert_eq!(statuses, [FactStatus::Known, FactStatus::Known, FactStatus::Claimed]);
}

#[test]
fn nobody_named_or_two_named_is_undetermined() {
    check(&twice(|f| f.target("hospital")), Verdict::Undetermined);
    check(&twice(|f| f.actor("the warplanes").target("hospital")), Verdict::Undetermined);
    let mut rivals = twice(on_civilians);
    rivals[1] = told("c2", "r2").source("local").actor("russia").target("hospital");
    let judgement = check(&rivals, Verdict::Undetermined);
    assert_eq!(judgement.facts[0], ("bearer".to_owned(), FactStatus::Contested));
}

#[test]
fn an_unknown_target_leaves_it_open_and_dead_civilians_settle_it() {
    let open = check(&twice(|f| f.actor("army")), Verdict::Undetermined);
    assert!(open.trace.last().unwrap().en.contains("whom or what it hit"));
    let mut claims = twice(|f| f.actor("army").event("e1"));
    for (report, source) in [("r1", "wire"), ("r2", "local")] {
        let dead = toll(&format!("t-{report}"), Outcome::Killed, 20).of(Victims::Civilian);
        claims
            .push(dead.report(report).source(source).event("e1").on("2016-05-01").place("sukkari"));
    }
    check(&claims, Verdict::PossibleBreach);
}

#[test]
fn a_fighting_guarantor_is_judged_and_one_that_does_not_fight_is_not() {
    check(&twice(|f| f.actor("russia").target("hospital")), Verdict::PossibleBreach);
    check(&twice(|f| f.actor("america").target("hospital")), Verdict::Undetermined);
    let unknown = check(&twice(|f| f.actor("militia").target("hospital")), Verdict::Undetermined);
    assert!(unknown.trace.last().unwrap().en.contains("list of who accepted"));
}

#[test]
fn who_is_left_out_is_out_of_scope_as_actor_and_an_exception_as_target() {
    check(&twice(|f| f.actor("nusra").target("hospital")), Verdict::OutOfScopeActor);
    check(&twice(|f| f.actor("army").target("nusra")), Verdict::PermittedException);
    let pleaded = [told("c1", "r1").actor("army").target("nusra").said_by("army")];
    check(&pleaded, Verdict::ClaimedExceptionUnverified);
    let mut contested = twice(|f| f.actor("army").target("nusra"));
    contested.push(told("c3", "r3").source("hotline").actor("army").target("hospital"));
    check(&contested, Verdict::ClaimedExceptionUnverified);
}

#[test]
fn elsewhere_before_and_unregulated() {
    check(&twice(|f| on_civilians(f).place("lb-arsal")), Verdict::OutOfScopeArea);
    let before = |f: FiledClaim| on_civilians(f).on("2016-02-20").received("2016-02-21");
    check(&twice(before), Verdict::OutsideWindow);
    check(
        &[violence("c1", Act::Looting).place("sukkari").on("2016-05-01").actor("army")],
        Verdict::NotRegulated,
    );
    let siege = violence("c1", Act::Siege).place("sukkari").on("2016-05-01").actor("army");
    let judgement = check(&[siege.target("civilians")], Verdict::PossibleBreach);
    assert_eq!(judgement.obligation, "aid");
}

#[test]
fn what_a_third_party_denies_is_contested() {
    let mut claims = twice(on_civilians);
    claims.push(on_civilians(told("c3", "r3")).said_by("rescuers").modality(Modality::Denied));
    let judgement = check(&claims, Verdict::Undetermined);
    assert_eq!(judgement.facts[1], ("act".to_owned(), FactStatus::Contested));
}

pub fn window(id: &str, announcer: &str, start: &str, end: &str) -> Window {
    Window {
        id: id.to_owned(),
        window: "aleppo".to_owned(),
        places: vec!["aleppo-city".to_owned()],
        disputed: vec![],
        announcer: announcer.to_owned(),
        start: at(start),
        end: Some(at(end)),
        announced: at("2016-04-30T12:00:00+03:00"),
        extends: None,
        source: "statement".to_owned(),
    }
}

#[test]
fn a_window_is_judged_as_each_announcer_asserts_it() {
    let mut world = world();
    world.agreement.windows = vec![
        window("early", "russia", "2016-05-01T00:01:00+03:00", "2016-05-03T00:00:00+03:00"),
        window("late", "america", "2016-05-02T01:00:00+03:00", "2016-05-04T01:00:00+03:00"),
        window("noon", "army", "2016-05-01T12:00:00+03:00", "2016-05-04T01:00:00+03:00"),
    ];
    let mut untold =
        window("unannounced", "russia", "2016-05-01T00:00:00+03:00", "2016-05-09T00:00:00+03:00");
    untold.announced = at("2016-05-04T00:00:00+03:00");
    world.agreement.windows.push(untold);
    let found: Vec<_> = judged(&world, &twice(on_civilians))
        .into_iter()
        .map(|j| (j.window.unwrap_or_default(), j.verdict))
        .collect();
    let expected = [
        ("", Verdict::PossibleBreach),
        ("early", Verdict::PossibleBreach),
        ("late", Verdict::OutsideWindow),
        ("noon", Verdict::Undetermined),
    ];
    assert_eq!(found, expected.map(|(w, v)| (w.to_owned(), v)));
}

#[test]
fn hours_that_compete_stand_side_by_side_with_who_tells_them() {
    let told = |id: &str, report: &str| told(id, report).actor("army").target("hospital");
    let times = |claims: &[FiledClaim]| {
        let incidents = gather(claims, &world().ctx());
        assert_eq!(incidents.len(), 1);
        let told = incidents[0].times.iter();
        told.map(|t| (t.from.clone(), t.to.clone(), t.claims.join(" "))).collect::<Vec<_>>()
    };
    let check = |claims: &[FiledClaim], expected: &[(&str, &str, &str)]| {
        let expected: Vec<_> = expected
            .iter()
            .map(|(from, to, claims)| {
                (format!("2016-05-{from}"), format!("2016-05-{to}"), (*claims).to_owned())
            })
            .collect();
        assert_eq!(times(claims), expected);
    };
    let first = || told("c1", "r1").hours("02:00", "07:00");
    check(&[told("c1", "r1")], &[]);
    check(&[first()], &[("01T02:00", "01T07:00", "c1")]);
    check(&[first(), told("c2", "r2").source("local")], &[("01T02:00", "01T07:00", "c1")]);
    let exact = told("c2", "r2").source("local").hours("03:20", "03:20");
    check(&[first(), exact.clone()], &[("01T03:20", "01T03:20", "c1 c2")]);
    let late = told("c3", "r3").source("state").hours("21:00", "21:00");
    let both = [("01T03:20", "01T03:20", "c1 c2"), ("01T21:00", "01T21:00", "c3")];
    check(&[first(), exact, late], &both);
    let night = told("c1", "r1").hours("18:00", "06:00");
    check(&[night], &[("01T18:00", "02T06:00", "c1")]);
    // What is no time of the clock tells no hour.
    check(&[told("c1", "r1").hours("25:00", "03:00")], &[]);
}
