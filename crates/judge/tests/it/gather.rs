//! Which claims are one incident.

use std::collections::{BTreeMap, BTreeSet};

use hudna_judge::gather;
use hudna_model::digest::short_id;
use hudna_model::{Act, FiledClaim, Modality, Outcome, PairDecision, Relation};

use crate::world::{But, toll, violence, world};

/// `expected`: the claims of each incident, in the order of their smallest ids.
fn check(claims: &[FiledClaim], expected: &[&[&str]]) {
    let world = world();
    let mut found: Vec<Vec<String>> =
        gather(claims, &world.ctx()).into_iter().map(|i| i.claims).collect();
    found.sort();
    assert_eq!(found, expected);
}

#[test]
fn a_strike_and_its_toll_are_one_by_the_event_that_the_text_gives() {
    check(
        &[
            violence("c1", Act::AirStrike).place("sukkari").event("e1"),
            toll("c2", Outcome::Killed, 20).event("e1").words(500, "twenty were killed"),
            violence("c3", Act::Shelling)
                .place("kabani")
                .event("e2")
                .words(600, "shells on Kabani"),
            toll("c4", Outcome::Injured, 3).event("e2").words(700, "three were hurt"),
        ],
        &[&["c1", "c2"], &["c3", "c4"]],
    );
}

#[test]
fn without_an_event_the_clause_ties_a_toll_and_far_text_does_not() {
    let strike = || violence("c1", Act::AirStrike).place("sukkari").words(0, "a raid on Sukkari");
    check(
        &[strike(), toll("c2", Outcome::Killed, 20).words(20, "killed twenty")],
        &[&["c1", "c2"]],
    );
    check(
        &[strike(), toll("c2", Outcome::Killed, 20).words(900, "killed twenty")],
        &[&["c1"], &["c2"]],
    );
}

#[test]
fn a_toll_over_several_places_is_given_to_none_of_them() {
    check(
        &[
            violence("c1", Act::AirStrike).place("sukkari").event("e1"),
            violence("c2", Act::AirStrike).place("sakhour").event("e1"),
            toll("c3", Outcome::Killed, 20).event("e1"),
        ],
        &[&["c1"], &["c2"], &["c3"]],
    );
}

#[test]
fn two_reports_of_one_place_and_day_are_one_incident() {
    let told =
        |id: &str, report: &str| violence(id, Act::AirStrike).report(report).on("2016-05-03");
    check(
        &[told("c1", "r1").place("sukkari"), told("c2", "r2").place("sukkari")],
        &[&["c1", "c2"]],
    );
    check(
        &[told("c1", "r1").place("sukkari"), told("c2", "r2").place("sakhour")],
        &[&["c1"], &["c2"]],
    );
    check(
        &[told("c1", "r1").place("sukkari"), told("c2", "r2").place("sukkari").on("2016-04-28")],
        &[&["c1"], &["c2"]],
    );
}

#[test]
fn a_neighbourhood_and_its_city_need_a_figure_that_agrees() {
    let told = |n: u32| {
        [
            violence("c1", Act::AirStrike).place("sukkari").on("2016-05-03").event("e1"),
            toll("c2", Outcome::Killed, 20).event("e1"),
            violence("c3", Act::AirStrike)
                .place("aleppo-city")
                .report("r2")
                .on("2016-05-03")
                .event("e1"),
            toll("c4", Outcome::Killed, n).report("r2").event("e1"),
        ]
    };
    check(&told(20), &[&["c1", "c2", "c3", "c4"]]);
    check(&told(5), &[&["c1", "c2"], &["c3", "c4"]]);
}

#[test]
fn short_evidence_unknown_places_and_countries_only_suggest() {
    let told = |id: &str, report: &str, place: &str, words: &str| {
        violence(id, Act::AirStrike).report(report).place(place).on("2016-05-03").words(0, words)
    };
    let long = "a long clause of eight words or more here";
    for (place, words) in [("sukkari", "raids on Sukkari"), ("bab al-faraj", long), ("sy", long)] {
        check(
            &[told("c1", "r1", place, words), told("c2", "r2", place, words)],
            &[&["c1"], &["c2"]],
        );
    }
    let world = world();
    let claims = [told("c1", "r1", "sukkari", "raids"), told("c2", "r2", "sukkari", "raids")];
    let link = &gather(&claims, &world.ctx())[0].links[0];
    assert!(!link.confirmed && link.score >= 0.76, "{link:?}");
}

#[test]
fn a_country_does_not_gather_its_towns() {
    let told =
        |id: &str, report: &str| violence(id, Act::AirStrike).report(report).on("2016-05-03");
    check(
        &[
            told("c1", "r1").place("sukkari"),
            told("c2", "r2").place("sy"),
            told("c3", "r3").place("kabani"),
        ],
        &[&["c1"], &["c2"], &["c3"]],
    );
}

#[test]
fn only_what_was_done_makes_an_incident() {
    use Modality::{CalledFor, Denied, Hypothetical, Planned};
    for modality in [Planned, CalledFor, Hypothetical, Denied] {
        check(&[violence("c1", Act::AirStrike).place("sukkari").modality(modality)], &[]);
    }
    check(&[violence("c1", Act::AirStrike).change(|f| f.claim.background = true)], &[]);
    check(&[violence("c1", Act::AirStrike).received("2016-05-04")], &[]);
    check(&[violence("c1", Act::AirStrike).modality(Modality::Alleged)], &[&["c1"]]);
}

#[test]
fn an_undated_claim_is_of_the_day_it_was_published_or_the_day_before() {
    let world = world();
    let incidents = gather(&[violence("c1", Act::AirStrike).place("sukkari")], &world.ctx());
    let days = incidents[0].days.clone().unwrap();
    assert_eq!(days, ("2016-05-02".to_owned(), "2016-05-03".to_owned()));
    assert_eq!(incidents[0].area.as_deref(), Some("aleppo"));
    assert!(incidents[0].id.starts_with("INC-"));
}

/// Two claims, ascending, after which incidents would be called alike.
fn namesakes() -> (String, String) {
    let mut seen: BTreeMap<String, String> = BTreeMap::new();
    for n in 0.. {
        let claim = format!("c{n:012x}");
        if let Some(former) = seen.insert(short_id("INC", [claim.as_bytes()]), claim.clone()) {
            return (former, claim);
        }
    }
    unreachable!("six letters are shared before numbers run out")
}

#[test]
fn two_incidents_never_bear_one_id() {
    let (a, b) = namesakes();
    let mut world = world();
    let told = [
        violence(&a, Act::AirStrike).place("sukkari"),
        violence(&b, Act::Shelling).place("kabani"),
        violence("c9", Act::Clash).place("kabani"),
    ];
    let seen = PairDecision {
        a: "c9".to_owned(),
        b: b.clone(),
        relation: Relation::Follows,
        by: "desk".to_owned(),
        at: world.as_of,
        entry: 1,
    };
    world.decisions.pairs = vec![seen];
    let turned: Vec<FiledClaim> = told.iter().rev().cloned().collect();
    let incidents = gather(&told, &world.ctx());
    assert_eq!(incidents, gather(&turned, &world.ctx()));
    let of = |claim: &str| incidents.iter().find(|i| i.claims[0] == claim).expect("it is told");
    assert_eq!(of(&a).id, short_id("INC", [a.as_bytes()]), "the smaller claim keeps the name");
    assert!(of(&b).id.starts_with(&of(&a).id) && of(&b).id.len() > of(&a).id.len());
    assert_eq!(of("c9").related[0].incident, of(&b).id, "what is seen of it names it so");
    let ids: BTreeSet<&String> = incidents.iter().map(|i| &i.id).collect();
    assert_eq!(ids.len(), 3);
}
