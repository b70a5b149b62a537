//! How sure a place is, and how far a region goes.

use hudna_judge::gather;
use hudna_model::{Act, FiledClaim, Outcome, Place, PlaceLevel};

use crate::world::{But, World, toll, violence, world};

/// How many incidents two reports make, and how many links are suggested and not held.
fn check(world: &World, claims: &[FiledClaim], incidents: usize, suggested: usize) {
    let found = gather(claims, &world.ctx());
    let open = found.iter().flat_map(|i| &i.links).filter(|l| !l.confirmed).count();
    // A suggestion stands with both incidents.
    assert_eq!((found.len(), open), (incidents, 2 * suggested), "{found:?}");
}

fn strike(id: &str, report: &str, place: &str) -> FiledClaim {
    at(violence(id, Act::AirStrike).report(report).on("2016-05-03"), place)
}

/// At a place of that id, though the small country has none of it.
fn at(claim: FiledClaim, place: &str) -> FiledClaim {
    claim.place(place).change(|f| {
        f.claim.place.as_mut().expect("a place").id = Some(place.to_owned());
    })
}

fn read_from(claim: FiledClaim, names: usize) -> FiledClaim {
    claim.change(|f| f.claim.place.as_mut().expect("a place").candidates = names)
}

fn with_place(id: &str, parent: &str, level: PlaceLevel, lat: f64, lon: f64) -> World {
    let mut world = world();
    let name = world.places["sy"].name.clone();
    let parent = Some(parent.to_owned());
    let place = Place { id: id.to_owned(), parent, level, lat, lon, pcode: None, name };
    world.places.insert(id.to_owned(), place);
    world
}

#[test]
fn a_name_that_several_places_bear_only_suggests() {
    let pair = |names| {
        [read_from(strike("c1", "r1", "kabani"), names), read_from(strike("c2", "r2", "kabani"), 1)]
    };
    check(&world(), &pair(0), 1, 0);
    check(&world(), &pair(1), 1, 0);
    check(&world(), &pair(2), 2, 1);
}

#[test]
fn a_name_that_is_certain_once_in_a_report_is_certain() {
    let twice = read_from(strike("c3", "r1", "kabani"), 1).event("e1");
    let first = read_from(strike("c1", "r1", "kabani"), 2).event("e1");
    check(&world(), &[first, twice, strike("c2", "r2", "kabani")], 1, 0);
}

#[test]
fn a_figure_in_common_lifts_an_uncertain_place() {
    let told = |id: &str, toll_id: &str, report: &str| {
        let killed = toll(toll_id, Outcome::Killed, 23).report(report).place("kabani").event("e1");
        [strike(id, report, "kabani").event("e1"), killed.on("2016-05-03")]
            .map(|claim| read_from(claim, 2))
    };
    check(&world(), &[told("c1", "c2", "r1"), told("c3", "c4", "r2")].concat(), 1, 0);
}

#[test]
fn a_city_that_bears_the_name_of_its_governorate_is_certain() {
    let mut world = world();
    world.places.get_mut("aleppo-city").expect("a city").name = world.places["aleppo"].name.clone();
    let pair = |names| {
        let told = |id, report| read_from(strike(id, report, "aleppo-city"), names);
        [told("c1", "r1"), told("c2", "r2")]
    };
    check(&world, &pair(2), 1, 0);
    check(&world, &pair(3), 2, 1);
}

#[test]
fn a_site_of_the_agreements_country_is_certain_and_one_elsewhere_is_not() {
    let pair = |world: &World| {
        let told = |id, report| read_from(strike(id, report, "hospital-2"), 2);
        gather(&[told("c1", "r1"), told("c2", "r2")], &world.ctx()).len()
    };
    assert_eq!(pair(&with_place("hospital-2", "sukkari", PlaceLevel::Site, 36.17, 37.14)), 1);
    assert_eq!(pair(&with_place("hospital-2", "lb-arsal", PlaceLevel::Site, 34.2, 36.4)), 2);
}

#[test]
fn a_headline_may_name_the_side_of_the_country() {
    let headline = strike("c1", "r1", "north").words(0, "a raid killed people in the north");
    let detail = strike("c2", "r1", "kabani").words(400, "the aircraft hit the village of Kabani");
    for lon in [36.3, 42.3] {
        let world = with_place("north", "sy", PlaceLevel::Region, 36.4, lon);
        check(&world, &[headline.clone(), detail.clone()], 1, 0);
    }
    let elsewhere = with_place("north", "lb", PlaceLevel::Region, 36.4, 36.3);
    check(&elsewhere, &[headline, detail], 2, 0);
}

#[test]
fn the_further_from_a_region_the_less_two_reports_agree() {
    let killed = |id: &str, report: &str, place: &str| {
        at(toll(id, Outcome::Killed, 23).report(report).on("2016-05-03"), place)
    };
    let value = |lon: f64| {
        let world = with_place("east", "sy", PlaceLevel::Region, 35.719, lon);
        let claims = [killed("c1", "r1", "east"), killed("c2", "r2", "kabani")];
        let found = gather(&claims, &world.ctx());
        let parts = found.iter().flat_map(|i| &i.links).flat_map(|l| &l.parts);
        parts.filter(|p| p.name == "place").map(|p| p.value).next()
    };
    // Kabani lies at 36.233; a degree here is 90 km.
    assert_eq!(value(36.3), Some(0.35));
    let (near, far) = (value(39.6), value(41.0));
    assert!(near < Some(0.35) && far < near && far.is_some(), "{near:?} {far:?}");
    assert_eq!(value(42.0), None, "at twice the reach they exclude each other");
}
