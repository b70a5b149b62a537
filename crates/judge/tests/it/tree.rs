//! The levels above and below the areas of the agreement.

use std::collections::BTreeSet;

use hudna_judge::{area_states, area_tree, gather};
use hudna_model::{
    Act, AreaStatus, AreaTree, CountDay, Distribution, FiledClaim, Patrol, PlaceLevel, Reached,
};
use proptest::prelude::*;

use crate::areas::{named, series};
use crate::world::{But, World, violence, visit, world};

fn tree(world: &World, days: &[CountDay], claims: &[FiledClaim], patrols: &[Patrol]) -> AreaTree {
    let ctx = world.ctx();
    let (series, incidents) = ([named("counts", days)], gather(claims, &ctx));
    let states = area_states(&series, &incidents, claims, patrols, &ctx);
    area_tree(&states, &series, &incidents, claims, patrols, &ctx)
}

/// So many events before the truce and in its days.
fn counts(area: &str, before: f64, since: f64) -> Vec<CountDay> {
    let mut days = series(area, "2016-01-16", 42, before, 0.0);
    days.extend(series(area, "2016-02-27", 67, since, 0.0));
    days
}

#[test]
fn a_country_is_told_as_numbers_of_areas() {
    let days = [counts("aleppo", 126.0, 201.0), counts("latakia", 126.0, 20.0)].concat();
    let found = tree(&world(), &days, &[], &[]);
    let [country] = &found.parents[..] else { panic!("{:?}", found.parents) };
    assert_eq!((country.place.as_str(), country.level), ("sy", PlaceLevel::Country));
    let expected = Distribution { holding: 1, collapsed: 1, no_data: 2, ..Default::default() };
    assert_eq!(country.distribution, expected);
    assert_eq!(
        country.text.en,
        "En sy: of 4 areas 2 can be told: the truce holds in 1, is strained in 0, has collapsed \
         in 1; too little to tell in 2, not covered 0."
    );
    assert!(country.text.ar.contains("المناطق 4") && !country.text.ar.contains('{'));
}

/// Places inside areas with their state and first rule.
#[track_caller]
fn below(found: &AreaTree, expected: &[(&str, AreaStatus, &str)]) {
    let told: Vec<(&str, AreaStatus, &str)> = found
        .below
        .iter()
        .map(|s| (s.area.as_str(), s.status, s.reasons[0].rule.as_str()))
        .collect();
    assert_eq!(told, expected);
}

#[test]
fn places_inside_an_area_have_a_state_where_something_tells_of_them() {
    use AreaStatus::{Holding, NoData, Strained};
    let days = counts("aleppo", 126.0, 20.0);
    let world = world();
    below(&tree(&world, &days, &[], &[]), &[]);
    let told = violence("c1", Act::Shelling).place("sukkari").on("2016-05-01");
    let one = [told.clone()];
    let apart = [("aleppo-city", NoData, "not_apart"), ("sukkari", NoData, "not_apart")];
    below(&tree(&world, &days, &one, &[]), &apart);
    let confirmed = [told.reviewed()];
    let own = [("aleppo-city", Strained, "own_absolute"), ("sukkari", Strained, "own_absolute")];
    below(&tree(&world, &days, &confirmed, &[]), &own);
    let nil = [visit("PAT-1", "2016-05-01", "sakhour", Reached::Yes)];
    let quiet = [("aleppo-city", Holding, "patrols_quiet"), ("sakhour", Holding, "patrols_quiet")];
    below(&tree(&world, &days, &[], &nil), &quiet);
    // Abroad, or of the area itself: nothing below.
    let whole = [violence("c2", Act::Shelling).place("aleppo").on("2016-05-01").reviewed()];
    below(&tree(&world, &days, &whole, &[]), &[]);
    let abroad = [violence("c3", Act::Shelling).place("lb-arsal").on("2016-05-01").reviewed()];
    below(&tree(&world, &days, &abroad, &[]), &[]);
}

#[test]
fn rows_of_a_place_inside_an_area_give_it_a_level_of_its_own() {
    let days = [counts("aleppo", 126.0, 20.0), counts("aleppo-city", 84.0, 134.0)].concat();
    let found = tree(&world(), &days, &[], &[]);
    below(&found, &[("aleppo-city", AreaStatus::Collapsed, "ratio")]);
    assert_eq!(found.below[0].level.map(|l| l.status), Some(AreaStatus::Collapsed));
}

#[test]
fn incidents_of_the_country_alone_are_told_beside_its_numbers() {
    let of = |place: &str| {
        let told = [violence("c1", Act::Shelling).place(place).on("2016-05-01")];
        tree(&world(), &[], &told, &[]).parents[0].unplaced.len()
    };
    assert_eq!([of("sy"), of("sukkari"), of("lb")], [1, 0, 0]);
}

proptest! {
    /// Every area is counted exactly once in each place that holds it.
    #[test]
    fn every_area_is_counted_once_in_each_parent(
        picked in proptest::collection::btree_set(0_usize..6, 1..6),
        regions in proptest::collection::vec(0_usize..3, 6),
        since in proptest::collection::vec(0.0_f64..400.0, 6),
    ) {
        let ids = ["aleppo", "latakia", "deir", "tartus", "aleppo-city", "kabani"];
        let mut world = world();
        // Regions between the country and its governorates, one of them inside another.
        for (id, parent) in [("r0", "sy"), ("r1", "sy"), ("r2", "r1")] {
            let mut place = world.places["sy"].clone();
            (place.id, place.parent) = (id.to_owned(), Some(parent.to_owned()));
            place.level = PlaceLevel::Region;
            world.places.insert(id.to_owned(), place);
        }
        for (id, region) in ids.iter().zip(&regions).take(4) {
            let place = world.places.get_mut(*id).expect("it is there");
            place.parent = Some(format!("r{region}"));
        }
        world.agreement.areas.list = picked.iter().map(|at| ids[*at].to_owned()).collect();
        let days: Vec<CountDay> =
            ids.iter().zip(&since).flat_map(|(id, n)| counts(id, 126.0, *n)).collect();
        let found = tree(&world, &days, &[], &[]);
        for parent in &found.parents {
            let areas: BTreeSet<&String> = parent.areas.iter().collect();
            prop_assert_eq!(areas.len(), parent.areas.len());
            prop_assert_eq!(areas.len() as u32, parent.distribution.areas());
        }
        let country = found.parents.iter().find(|p| p.place == "sy").expect("it holds them all");
        let listed: BTreeSet<&String> = world.agreement.areas.list.iter().collect();
        prop_assert_eq!(country.areas.iter().collect::<BTreeSet<_>>(), listed);
    }
}
