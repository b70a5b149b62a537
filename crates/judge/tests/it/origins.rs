//! Twelve outlets that print one agency, or quote one monitor, are one origin, and it is said why.

use hudna_judge::gather;
use hudna_model::{Act, Corroboration, FiledClaim, Incident};

use crate::world::{But, World, violence, world};

const OUTLETS: usize = 12;

/// One strike as told by the outlet of that number, each a newsroom of its own.
fn told(outlet: usize) -> FiledClaim {
    let id = format!("c{outlet:02}");
    let told = violence(&id, Act::AirStrike).place("sukkari").on("2016-05-03");
    told.report(&format!("r{outlet:02}")).source(&format!("outlet-{outlet}"))
}

fn all(change: impl Fn(FiledClaim) -> FiledClaim) -> Vec<FiledClaim> {
    (0..OUTLETS).map(|n| change(told(n))).collect()
}

fn one_incident(world: &World, claims: &[FiledClaim]) -> Incident {
    let mut incidents = gather(claims, &world.ctx());
    assert_eq!(incidents.len(), 1, "{incidents:?}");
    incidents.remove(0)
}

/// The number of origins, and whether they corroborate.
fn check(world: &World, claims: &[FiledClaim], origins: usize) -> Incident {
    let incident = one_incident(world, claims);
    assert_eq!(incident.origins.len(), origins, "{:?}", incident.origins);
    let corroborated = incident.corroboration == Corroboration::Corroborated;
    assert_eq!(corroborated, origins > 1);
    assert!(incident.origins.iter().all(|o| !o.why.ar.is_empty() && !o.why.en.is_empty()));
    incident
}

/// Gives the report of that outlet a text: runs of words, quotations, rare figures.
fn text(
    world: &mut World,
    outlet: usize,
    runs: std::ops::Range<u64>,
    quotations: &[u64],
    figures: &[u64],
) {
    let report = format!("r{outlet:02}");
    world.copied(&[&report], &[]);
    let marks = world.marks.get_mut(&report).expect("it was put in");
    marks.shingles = runs.collect();
    (marks.quotations, marks.rare_numbers) = (quotations.to_vec(), figures.to_vec());
}

#[test]
fn twelve_that_tell_it_themselves_are_twelve() {
    check(&world(), &all(|c| c), OUTLETS);
}

#[test]
fn twelve_that_print_one_agency_are_one() {
    let mut world = world();
    for n in 0..OUTLETS {
        text(&mut world, n, 0..60, &[], &[]);
    }
    let incident = check(&world, &all(|c| c), 1);
    assert_eq!(incident.origins[0].reports.len(), OUTLETS);
    assert!(incident.origins[0].why.en.contains("Copies of one text"));
}

#[test]
fn twelve_texts_with_the_credit_line_of_one_agency_are_one() {
    let mut world = world();
    for n in 0..OUTLETS {
        let first = n as u64 * 1_000;
        text(&mut world, n, first..first + 60, &[], &[]);
        world.marks.get_mut(&format!("r{n:02}")).expect("there").credits = vec!["agency".into()];
    }
    let incident = check(&world, &all(|c| c), 1);
    assert_eq!(incident.origins[0].id, "credit:agency");
    assert!(incident.origins[0].why.en.contains("En agency"));
}

#[test]
fn twelve_that_quote_one_monitor_are_one_and_a_thirteenth_voice_is_the_second() {
    let quoting = all(|c| c.said_by("observatory"));
    let incident = check(&world(), &quoting, 1);
    assert_eq!(incident.origins[0].id, "party:observatory");
    assert!(incident.origins[0].why.en.contains("En observatory"));
    let other = told(OUTLETS).said_by("rescuers");
    check(&world(), &[quoting, vec![other]].concat(), 2);
}

#[test]
fn a_name_of_no_register_is_one_voice_however_it_is_spelt() {
    let quoting = |n: usize, name: &str| told(n).said_by(name);
    check(&world(), &[quoting(0, "Local  Council"), quoting(1, "local council")], 1);
    check(&world(), &[quoting(0, "local council"), quoting(1, "field hospital")], 2);
}

#[test]
fn a_shared_quotation_or_two_rare_figures_make_three_tenths_enough() {
    let texts = |shared: u64, quotations: &[u64], figures: &[u64]| {
        let mut world = world();
        text(&mut world, 0, 0..100, &[7], &[253, 905]);
        text(&mut world, 1, 100 - shared..200 - shared, quotations, figures);
        world
    };
    let two = [told(0), told(1)];
    check(&texts(50, &[], &[]), &two, 1);
    check(&texts(48, &[], &[]), &two, 2);
    check(&texts(30, &[7], &[]), &two, 1);
    check(&texts(30, &[], &[253, 905]), &two, 1);
    check(&texts(30, &[8], &[253]), &two, 2);
    check(&texts(28, &[7], &[253, 905]), &two, 2);
}

#[test]
fn what_a_report_tells_beside_a_quoted_voice_is_no_second_witness() {
    let quoted = told(0).said_by("observatory").event("e1");
    let beside = violence("d1", Act::BarrelBomb)
        .report("r00")
        .source("outlet-0")
        .place("sukkari")
        .on("2016-05-03")
        .event("e1");
    check(&world(), &[quoted, beside], 1);
}
