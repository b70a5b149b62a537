//! The same result in any order of arrival.

use hudna_judge::{aggregates, area_states, follow_ups, gather};
use hudna_model::{
    Act, Bilingual, CountDay, CountSeries, FiledClaim, Modality, Outcome, Task, Victims,
};
use proptest::prelude::*;

use crate::world::{But, commitment, meeting, toll, violence, world};

/// A claim from a handful of values, so that many are compatible, tie and collide.
pub fn any_claim() -> impl Strategy<Value = FiledClaim> {
    let places = prop::sample::select(vec![
        "sukkari",
        "sakhour",
        "aleppo-city",
        "aleppo",
        "kabani",
        "sy",
        "nowhere",
    ]);
    let days = prop::sample::select(vec!["2016-04-28", "2016-04-29", "2016-04-30", "2016-05-02"]);
    let who = prop::sample::select(vec!["army", "nusra", "russia", "observatory", "kerry"]);
    (0..7u8, 0..6u8, 0..3u32, places, days, who, 0..40usize).prop_map(
        |(kind, report, n, place, day, who, start)| {
            let id = format!("c{kind}{report}{n}{place}{day}{who}{start}");
            let claim = match kind {
                0 => violence(&id, Act::AirStrike).actor(who).place(place),
                1 => violence(&id, Act::Shelling).target(who).place(place).said_by(who),
                2 => toll(&id, Outcome::Killed, n * 10).place(place),
                3 => toll(&id, Outcome::Killed, n * 7).place(place).of(Victims::Civilian),
                4 => violence(&id, Act::Shelling)
                    .place(place)
                    .modality(Modality::Denied)
                    .said_by(who),
                5 => commitment(&id, who, Task::Meet).due(Some(day), Some(day), "on"),
                _ => meeting(&id, &[who, "lavrov"]),
            };
            let text = format!("a clause of {n} words and more about {place} on {day}");
            let claim = claim.report(&format!("r{report}")).words(start * 10, &text).received(day);
            let hours = ["00:30", "01:00", "04:00", "18:00"].get(start % 8);
            match (n, hours) {
                (0, _) => claim,
                (_, None) => claim.on(day).event(&format!("e{n}")),
                (_, Some(from)) => claim.on(day).hours(from, "03:00").event(&format!("e{n}")),
            }
        },
    )
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 60, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn claims_may_come_in_any_order(
        (claims, shuffled) in prop::collection::vec(any_claim(), 0..40)
            .prop_flat_map(|claims| (Just(claims.clone()), Just(claims).prop_shuffle()))
    ) {
        let mut world = world();
        world.copied(&["r1", "r2"], &[]);
        let ctx = world.ctx();
        let incidents = gather(&claims, &ctx);
        prop_assert_eq!(&incidents, &gather(&shuffled, &ctx));
        prop_assert_eq!(aggregates(&claims, &ctx), aggregates(&shuffled, &ctx));
        prop_assert_eq!(follow_ups(&claims, &ctx), follow_ups(&shuffled, &ctx));
        let mut members: Vec<_> = incidents.iter().flat_map(|i| i.claims.clone()).collect();
        members.sort();
        let distinct = members.len();
        members.dedup();
        prop_assert_eq!(members.len(), distinct, "no claim is in two incidents");
    }

    #[test]
    fn counts_may_come_in_any_order(
        (days, shuffled) in prop::collection::vec((0..30i8, 0.0..9.0f64), 0..60)
            .prop_flat_map(|days| (Just(days.clone()), Just(days).prop_shuffle()))
    ) {
        let world = world();
        let ctx = world.ctx();
        let rows = |days: &[(i8, f64)]| -> [CountSeries; 1] {
            let days = days.iter().map(|(day, events)| CountDay {
                area: if day % 2 == 0 { "aleppo" } else { "latakia" }.to_owned(),
                date: if *day < 15 { format!("2016-02-{:02}", day + 1) } else { format!("2016-04-{day:02}") },
                events_between_parties: *events,
                events_other: events / 3.0,
                deaths_best: events * 2.0,
            }).collect();
            [CountSeries { id: "counts".to_owned(), source: Bilingual::new("", ""), days, late: false, lags: vec![] }]
        };
        prop_assert_eq!(area_states(&rows(&days), &[], &[], &[], &ctx), area_states(&rows(&shuffled), &[], &[], &[], &ctx));
    }
}
