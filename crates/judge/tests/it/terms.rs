//! What single fields of an agreement do to a verdict.

use hudna_judge::{gather, judgements};
use hudna_model::agreement::{
    Deontic, ExternalList, ListEntry, Protected, Renewal, Shape, Target, TermArea,
    UnknownMembership, Zone,
};
use hudna_model::{Act, Bilingual, FiledClaim, Judgement, Obligation, Verdict};

use crate::world::{But, World, at, excluded, obligation, violence, world};

fn both(text: &str) -> Bilingual {
    Bilingual::new(format!("ع {text}"), text)
}

fn strike(actor: &str, target: &str) -> Vec<FiledClaim> {
    let told = |id: &str, source: &str| {
        let told = violence(id, Act::AirStrike).report(id).source(source).place("sukkari");
        told.on("2016-05-01").actor(actor).target(target)
    };
    vec![told("c1", "wire"), told("c2", "local")]
}

fn judged(world: &World, claims: &[FiledClaim]) -> Judgement {
    let incidents = gather(claims, &world.ctx());
    assert_eq!(incidents.len(), 1);
    incidents[0].judgements[0].clone()
}

fn check(world: &World, claims: &[FiledClaim], verdict: Verdict, settles: &[&str]) {
    let found = judged(world, claims);
    assert_eq!(found.verdict, verdict, "{:#?}", found.trace);
    let facts: Vec<&str> = found.settles.iter().map(|s| s.fact.as_str()).collect();
    assert_eq!(facts, settles);
}

#[test]
fn the_agreement_says_what_becomes_of_those_whom_it_does_not_name() {
    let mut world = world();
    let claims = strike("militia", "hospital");
    check(&world, &claims, Verdict::Undetermined, &["membership"]);
    world.agreement.unknown_membership = UnknownMembership::PresumedBound;
    check(&world, &claims, Verdict::PossibleBreach, &["confirmation"]);
    world.agreement.unknown_membership = UnknownMembership::PresumedOutside;
    check(&world, &claims, Verdict::OutOfScopeActor, &[]);
}

#[test]
fn a_membership_and_an_exclusion_hold_on_their_days_only() {
    let mut world = world();
    let claims = strike("army", "hospital");
    world.agreement.parties[0].until = Some("2016-05-01".to_owned());
    check(&world, &claims, Verdict::Undetermined, &["membership"]);
    world.agreement.parties[0].until = Some("2016-05-02".to_owned());
    check(&world, &claims, Verdict::PossibleBreach, &["confirmation"]);
    let mut out = excluded("militia");
    out.since = Some("2016-05-02".to_owned());
    world.agreement.exclusions.push(out);
    let hit = strike("army", "militia");
    check(&world, &hit, Verdict::Undetermined, &["membership"]);
    world.agreement.exclusions[1].since = Some("2016-05-01".to_owned());
    check(&world, &hit, Verdict::PermittedException, &[]);
}

#[test]
fn a_list_of_others_leaves_out_whom_it_names() {
    let mut world = world();
    world.agreement.external_lists.push(ExternalList {
        id: "list".to_owned(),
        name: both("a list"),
        authority: "council".to_owned(),
        entries: vec![ListEntry {
            party: "militia".to_owned(),
            since: "2015-01-01".to_owned(),
            until: None,
            source: "entry 1".to_owned(),
        }],
        source: "paragraph 3".to_owned(),
    });
    check(&world, &strike("militia", "hospital"), Verdict::OutOfScopeActor, &[]);
    check(&world, &strike("army", "militia"), Verdict::PermittedException, &[]);
}

#[test]
fn an_agreement_that_expires_holds_as_long_as_it_was_renewed_by_then() {
    let mut world = world();
    world.agreement.instants.expires = Some(at("2016-04-01T00:00:00+03:00"));
    let claims = strike("army", "hospital");
    check(&world, &claims, Verdict::OutsideWindow, &[]);
    world.agreement.renewals.push(Renewal {
        announced: at("2016-03-30T00:00:00+03:00"),
        until: at("2016-06-01T00:00:00+03:00"),
        source: "statement".to_owned(),
    });
    check(&world, &claims, Verdict::PossibleBreach, &["confirmation"]);
    world.agreement.renewals[0].announced = at("2016-05-10T00:00:00+03:00");
    check(&world, &claims, Verdict::OutsideWindow, &[]);
}

#[test]
fn a_term_of_one_side_does_not_bind_the_other() {
    let mut world = world();
    world.agreement.obligations[0].bearers = vec!["opposition".to_owned()];
    check(&world, &strike("group", "hospital"), Verdict::PossibleBreach, &["confirmation"]);
    check(&world, &strike("army", "hospital"), Verdict::OutOfScopeActor, &[]);
}

/// The small world whose only term on movements holds in an area.
fn placed(area: TermArea) -> World {
    let mut world = world();
    let mut term: Obligation = obligation("moves", Deontic::Prohibit, &[Act::TroopMovement]);
    term.target = Target::Nobody;
    term.area = Some(area);
    world.agreement.obligations.push(term);
    world
}

/// One movement that an instrument saw.
fn movement(place: &str) -> Vec<FiledClaim> {
    let told = violence("c1", Act::TroopMovement).source("sensor").place(place);
    vec![told.on("2016-05-01").actor("army")]
}

#[test]
fn a_zone_holds_by_code_by_outline_and_not_beyond_its_edge() {
    let mut world = placed(TermArea { zones: vec!["zone".to_owned()], ..TermArea::default() });
    world.agreement.zones.push(Zone {
        id: "zone".to_owned(),
        name: both("the zone"),
        within: None,
        places: vec![],
        pcodes: vec!["N1".to_owned()],
        held_by: vec!["aleppo-city".to_owned()],
        shape: Some("outline".to_owned()),
        unsure_km: 1.0,
        source: "map".to_owned(),
    });
    let ring = vec![[37.10, 36.15], [37.20, 36.15], [37.20, 36.20], [37.10, 36.20], [37.10, 36.15]];
    let outline = Shape::Polygons(vec![vec![ring]]);
    world.agreement.shapes.insert("outline".to_owned(), outline);
    check(&world, &movement("sukkari"), Verdict::PossibleBreach, &["confirmation"]);
    check(&world, &movement("sakhour"), Verdict::OutOfScopeArea, &[]);
    check(&world, &movement("aleppo-city"), Verdict::Undetermined, &["place"]);
    check(&world, &movement("deir"), Verdict::OutOfScopeArea, &[]);
    world.places.get_mut("sakhour").unwrap().pcode = Some("N1".to_owned());
    check(&world, &movement("sakhour"), Verdict::PossibleBreach, &["confirmation"]);
    world.agreement.zones[0].unsure_km = 5.0;
    check(&world, &movement("sukkari"), Verdict::Undetermined, &["place"]);
}

#[test]
fn near_an_object_is_within_its_distance_as_far_as_the_place_is_known() {
    let mut world = placed(TermArea { near: vec!["school".to_owned()], ..TermArea::default() });
    world.agreement.protected.push(Protected {
        id: "school".to_owned(),
        name: both("a school"),
        places: vec!["sukkari".to_owned()],
        shape: None,
        within_km: Some(3.0),
        source: "annex".to_owned(),
    });
    check(&world, &movement("sukkari"), Verdict::PossibleBreach, &["confirmation"]);
    check(&world, &movement("kabani"), Verdict::OutOfScopeArea, &[]);
    check(&world, &movement("sakhour"), Verdict::OutOfScopeArea, &[]);
    world.agreement.protected[0].within_km = Some(6.5);
    check(&world, &movement("sakhour"), Verdict::Undetermined, &["place"]);
    world.agreement.protected[0].within_km = Some(9.0);
    check(&world, &movement("sakhour"), Verdict::PossibleBreach, &["confirmation"]);
    world.agreement.protected[0].within_km = None;
    check(&world, &movement("aleppo-city"), Verdict::Undetermined, &["place"]);
}

#[test]
fn only_towns_where_the_term_says_so() {
    let world = placed(TermArea { settlements: true, ..TermArea::default() });
    check(&world, &movement("sukkari"), Verdict::PossibleBreach, &["confirmation"]);
    check(&world, &movement("aleppo"), Verdict::Undetermined, &["place"]);
}

#[test]
fn judging_again_gives_the_same() {
    let world = world();
    let claims = strike("army", "hospital");
    let incidents = gather(&claims, &world.ctx());
    let again = judgements(&incidents[0], &claims, &world.ctx());
    assert_eq!(again, incidents[0].judgements);
}
