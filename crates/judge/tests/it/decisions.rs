//! What people decide overrides what was gathered, and the latest word stands.

use hudna_judge::gather;
use hudna_model::{
    Act, Corroboration, FiledClaim, Found, Incident, IncidentDecision, Modality, PairDecision,
    Relation,
};

use crate::world::{But, World, at, violence, world};

fn decided(pairs: &[(&str, &str, Relation)]) -> World {
    let mut world = world();
    let pair = |(n, (a, b, relation)): (usize, &(&str, &str, Relation))| PairDecision {
        a: (*a).to_owned(),
        b: (*b).to_owned(),
        relation: *relation,
        by: "analyst".to_owned(),
        at: at("2016-05-03T18:00:00+03:00"),
        entry: n as u64,
    };
    world.decisions.pairs = pairs.iter().enumerate().map(pair).collect();
    world
}

/// Two reports of one raid, one of another at another place, told by three newsrooms.
fn raids() -> Vec<FiledClaim> {
    let told = |id: &str, report: &str, source: &str, place: &str| {
        violence(id, Act::AirStrike).report(report).source(source).place(place).on("2016-05-03")
    };
    vec![
        told("c1", "r1", "wire", "sukkari"),
        told("c2", "r2", "local", "sukkari"),
        told("c3", "r3", "state", "sakhour"),
    ]
}

fn groups(incidents: &[Incident]) -> Vec<Vec<&str>> {
    let mut all: Vec<Vec<&str>> =
        incidents.iter().map(|i| i.claims.iter().map(String::as_str).collect()).collect();
    all.sort();
    all
}

fn check(pairs: &[(&str, &str, Relation)], expected: &[&[&str]]) {
    let world = decided(pairs);
    let incidents = gather(&raids(), &world.ctx());
    assert_eq!(groups(&incidents), expected, "{pairs:?}");
}

#[test]
fn a_merge_joins_what_nothing_else_joins_and_says_why() {
    use Relation::Same;
    check(&[], &[&["c1", "c2"], &["c3"]]);
    check(&[("c3", "c1", Same)], &[&["c1", "c2", "c3"]]);
    let world = decided(&[("c3", "c1", Same)]);
    let incident = &gather(&raids(), &world.ctx())[0];
    let link = incident.links.iter().find(|l| (l.a.as_str(), l.b.as_str()) == ("c1", "c3"));
    assert_eq!(link.map(|l| l.parts[0].name.as_str()), Some("decision"));
}

#[test]
fn a_split_parts_what_was_joined_and_is_not_suggested_again() {
    use Relation::{Different, Unsure};
    for relation in [Different, Unsure] {
        check(&[("c1", "c2", relation)], &[&["c1"], &["c2"], &["c3"]]);
        let world = decided(&[("c1", "c2", relation)]);
        assert!(gather(&raids(), &world.ctx()).iter().all(|i| i.links.is_empty()));
    }
}

#[test]
fn a_split_parts_the_claims_of_one_clause_too() {
    let claims = [
        violence("c1", Act::AirStrike).place("sukkari").event("e1"),
        violence("c2", Act::BarrelBomb).place("sukkari").event("e1"),
    ];
    assert_eq!(groups(&gather(&claims, &world().ctx())), [["c1", "c2"]]);
    let world = decided(&[("c2", "c1", Relation::Different)]);
    assert_eq!(groups(&gather(&claims, &world.ctx())), [["c1"], ["c2"]]);
}

#[test]
fn of_decisions_that_cannot_all_hold_the_latest_do() {
    use Relation::{Different, Same};
    check(&[("c1", "c2", Different), ("c2", "c1", Same)], &[&["c1", "c2"], &["c3"]]);
    check(&[("c1", "c2", Same), ("c1", "c2", Different)], &[&["c1"], &["c2"], &["c3"]]);
    check(
        &[("c1", "c3", Same), ("c2", "c3", Same), ("c1", "c2", Different)],
        &[&["c1"], &["c2", "c3"]],
    );
    check(
        &[("c1", "c2", Different), ("c1", "c3", Same), ("c2", "c3", Same)],
        &[&["c1", "c2", "c3"]],
    );
}

#[test]
fn relations_between_incidents_are_told_of_both() {
    for relation in
        [Relation::PartOf, Relation::Follows, Relation::Retaliation, Relation::SameOperation]
    {
        let world = decided(&[("c3", "c2", relation)]);
        let incidents = gather(&raids(), &world.ctx());
        assert_eq!(groups(&incidents), [vec!["c1", "c2"], vec!["c3"]]);
        let of = |claim: &str| {
            incidents.iter().find(|i| i.claims.iter().any(|c| c == claim)).expect("gathered")
        };
        let (raid, other) = (of("c1"), of("c3"));
        let told = |i: &Incident| {
            i.related.iter().map(|r| (r.incident.clone(), r.relation, r.first)).collect::<Vec<_>>()
        };
        assert_eq!(told(other), [(raid.id.clone(), relation, true)]);
        assert_eq!(told(raid), [(other.id.clone(), relation, false)]);
    }
}

#[test]
fn what_is_found_of_an_incident_stands_before_what_reports_say() {
    let check = |found: &[Found], expected: Corroboration| {
        let mut world = world();
        let finding = |(n, found): (usize, &Found)| IncidentDecision {
            claim: "c2".to_owned(),
            found: *found,
            why: format!("reason {n}"),
            by: "monitor".to_owned(),
            at: at("2016-05-03T18:00:00+03:00"),
            entry: n as u64,
        };
        world.decisions.incidents = found.iter().enumerate().map(finding).collect();
        let incidents = gather(&raids(), &world.ctx());
        let raid = incidents.iter().find(|i| i.claims[0] == "c1").expect("gathered");
        assert_eq!(raid.corroboration, expected);
        let reasons: Vec<&str> = raid.findings.iter().map(|f| f.why.as_str()).collect();
        assert_eq!(reasons, &["reason 0", "reason 1"][..found.len()]);
    };
    check(&[], Corroboration::Corroborated);
    check(&[Found::Refuted], Corroboration::Refuted);
    check(&[Found::Unverifiable], Corroboration::Unverifiable);
    check(&[Found::SiteVisit], Corroboration::Verified);
    check(&[Found::Refuted, Found::SiteVisit], Corroboration::Verified);
}

#[test]
fn a_denial_finds_its_incident_by_its_text_or_by_what_it_denies() {
    let denial = |place: &str| {
        violence("d1", Act::AirStrike)
            .report("r9")
            .place(place)
            .on("2016-05-03")
            .modality(Modality::Denied)
    };
    let denials = |claims: &[FiledClaim]| -> Vec<(String, Vec<String>)> {
        let incidents = gather(claims, &world().ctx());
        let denied = incidents.into_iter().filter(|i| !i.denials.is_empty());
        denied.map(|i| (i.claims[0].clone(), i.denials)).collect()
    };
    let with = |denial: FiledClaim| [raids(), vec![denial]].concat();
    assert_eq!(denials(&with(denial("sakhour"))), [("c3".to_owned(), vec!["d1".to_owned()])]);
    assert_eq!(denials(&with(denial("kabani"))), []);
    let tied = denial("kabani").report("r3").event("e1");
    let mut claims = raids();
    claims[2] = claims[2].clone().event("e1");
    claims.push(tied);
    assert_eq!(denials(&claims), [("c3".to_owned(), vec!["d1".to_owned()])]);
}
