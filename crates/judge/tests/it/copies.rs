//! Copies and quotations count once.

use hudna_judge::gather;
use hudna_model::{Act, Corroboration, FiledClaim};

use crate::world::{But, World, violence, world};

fn strike(id: &str, report: &str) -> FiledClaim {
    violence(id, Act::AirStrike).place("sukkari").report(report)
}

fn check(world: &World, claims: &[FiledClaim], origins: &[&str], expected: Corroboration) {
    let incidents = gather(claims, &world.ctx());
    assert_eq!(incidents.len(), 1);
    let ids: Vec<&str> = incidents[0].origins.iter().map(|o| o.id.as_str()).collect();
    assert_eq!(ids, origins);
    assert_eq!(incidents[0].corroboration, expected);
}

#[test]
fn two_newsrooms_are_two_origins_and_two_reports_of_one_are_not() {
    let claims = [strike("c1", "r1"), strike("c2", "r2").source("local")];
    check(&world(), &claims, &["report:r1", "report:r2"], Corroboration::Corroborated);
    let claims = [strike("c1", "r1"), strike("c2", "r2")];
    check(&world(), &claims, &["report:r1"], Corroboration::Uncorroborated);
    let calls = [strike("c1", "r1").source("hotline"), strike("c2", "r2").source("hotline")];
    check(&world(), &calls, &["report:r1", "report:r2"], Corroboration::Corroborated);
}

#[test]
fn copies_of_one_text_are_one_origin() {
    let mut world = world();
    world.copied(&["r1", "r2"], &[]);
    let claims = [strike("c1", "r2").received("2016-05-02").on("2016-05-02"), strike("c2", "r1")];
    check(&world, &claims, &["report:r2"], Corroboration::Uncorroborated);
}

#[test]
fn texts_that_credit_one_agency_are_one_origin() {
    let mut world = world();
    world.copied(&["r1"], &["agency"]);
    world.copied(&["r2"], &["agency"]);
    world.marks.get_mut("r2").unwrap().shingles = (100..150).collect();
    let claims = [strike("c1", "r1"), strike("c2", "r2")];
    check(&world, &claims, &["credit:agency"], Corroboration::Uncorroborated);
}

#[test]
fn a_text_that_credits_two_agencies_is_no_second_witness_of_either() {
    let mut world = world();
    for (n, (report, credits)) in
        [("r1", &["agency"][..]), ("r2", &["other"]), ("r3", &["agency", "other"])]
            .iter()
            .enumerate()
    {
        world.copied(&[report], credits);
        let first = n as u64 * 100;
        world.marks.get_mut(*report).unwrap().shingles = (first..first + 50).collect();
    }
    let claims = [strike("c1", "r1"), strike("c2", "r2"), strike("c3", "r3")];
    check(&world, &claims, &["credit:agency"], Corroboration::Uncorroborated);
}

#[test]
fn ten_outlets_that_quote_one_monitor_are_one_origin() {
    let claims: Vec<_> = (0..10)
        .map(|n| strike(&format!("c{n}"), &format!("r{n}")).said_by("observatory"))
        .collect();
    check(&world(), &claims, &["party:observatory"], Corroboration::Uncorroborated);
}

#[test]
fn what_a_report_says_itself_beside_a_quotation_is_no_second_witness() {
    let claims = [strike("c1", "r1"), strike("c2", "r1").said_by("observatory")];
    check(&world(), &claims, &["party:observatory"], Corroboration::Uncorroborated);
}

#[test]
fn state_media_speak_for_the_state() {
    let claims = [
        strike("c1", "r1").source("state"),
        strike("c2", "r2").said_by("state-agency"),
        strike("c3", "r3").said_by("army"),
    ];
    check(&world(), &claims, &["party:government"], Corroboration::Uncorroborated);
}

#[test]
fn an_admission_and_an_instrument_verify() {
    let admitted = [strike("c1", "r1").actor("army").said_by("government")];
    check(&world(), &admitted, &["party:government"], Corroboration::Verified);
    let seen = [strike("c1", "r1").source("sensor")];
    check(&world(), &seen, &["report:r1"], Corroboration::Verified);
}

#[test]
fn the_accused_takes_a_stance_and_others_dispute() {
    let local = strike("c2", "r2").source("local");
    let told = || [strike("c1", "r1").actor("army"), local.clone().actor("army")];
    let denial =
        |who| strike("c9", "r9").actor("army").said_by(who).modality(hudna_model::Modality::Denied);
    let mut claims = told().to_vec();
    claims.push(denial("government"));
    check(&world(), &claims, &["report:r1", "report:r2"], Corroboration::Corroborated);
    claims[2] = denial("rescuers");
    check(&world(), &claims, &["report:r1", "report:r2"], Corroboration::Disputed);
    assert_eq!(gather(&claims, &world().ctx())[0].denials, ["c9"]);
}
