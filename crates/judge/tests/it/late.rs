//! Newest days that are incomplete.

use hudna_judge::area_states;
use hudna_model::{AreaState, CountSeries};

use crate::areas::{named, of, steady};
use crate::world::world;

#[test]
fn newest_days_that_are_incomplete_are_no_sign_of_calm() {
    let world = world();
    let told = |late: bool| {
        let mut days = steady(3.0);
        // The last day, asked about in its evening, has brought two of its three events.
        days.last_mut().expect("a day").events_between_parties = 2.0;
        let series = [CountSeries { late, ..named("counts", &days) }];
        let states = area_states(&series, &[], &[], &[], &world.ctx());
        of(&states, "aleppo").clone()
    };
    let (complete, late) = (told(false), told(true));
    let ratio = |state: &AreaState| state.level.expect("a level").ratio;
    assert!(ratio(&late) >= ratio(&complete), "{:?} {:?}", late.level, complete.level);
    let reason = late.reasons.iter().find(|r| r.rule == "nowcast").expect("it is told");
    assert!(reason.text.en.contains("73 %") && reason.text.en.contains("2 events told"));
    assert!(reason.text.en.contains("usual delays, not measured on this series"));
    assert!(complete.reasons.iter().all(|r| r.rule != "nowcast"));
    // The outlook goes on from what the day is expected to have.
    let week = |state: &AreaState| state.outlook.iter().find(|o| o.days == 7).expect("a week").mean;
    assert!(week(&late) > week(&complete), "{} {}", week(&late), week(&complete));
}

#[test]
fn a_series_own_delays_are_used_where_they_could_be_measured() {
    let world = world();
    let told = |lags: &[usize]| {
        let mut days = steady(3.0);
        days.last_mut().expect("a day").events_between_parties = 1.0;
        let series = CountSeries { late: true, lags: lags.to_vec(), ..named("counts", &days) };
        let states = area_states(&[series], &[], &[], &[], &world.ctx());
        of(&states, "aleppo").clone()
    };
    let (slow, few) = (told(&[40, 60]), told(&[40, 59]));
    let nowcast = |state: &AreaState| {
        state.reasons.iter().find(|r| r.rule == "nowcast").expect("it is told").text.clone()
    };
    assert!(nowcast(&slow).en.contains("40 %"), "{:?}", nowcast(&slow));
    assert!(
        nowcast(&slow).en.contains("measured on 100 events") && nowcast(&slow).ar.contains("100")
    );
    assert!(nowcast(&few).en.contains("73 %"), "too few to measure");
    let ratio = |state: &AreaState| state.level.expect("a level").ratio;
    assert!(ratio(&slow) >= ratio(&few));
}

#[test]
fn deaths_are_foreseen_from_events_where_deaths_are_counted() {
    let world = world();
    let told = |deaths: f64| {
        let mut days = steady(1.5);
        days.iter_mut().for_each(|day| day.deaths_best = deaths * day.events_between_parties);
        let states = area_states(&[named("counts", &days)], &[], &[], &[], &world.ctx());
        of(&states, "aleppo").clone()
    };
    let (none, three) = (told(0.0), told(3.0));
    assert!(none.severity.is_empty() && !none.outlook.is_empty());
    let lengths: Vec<u32> = three.severity.iter().map(|told| told.days).collect();
    assert_eq!(lengths, [1, 3, 7]);
    for (deaths, events) in three.severity.iter().zip(&three.outlook) {
        assert!((deaths.mean - 3.0 * events.mean).abs() < 0.05, "{deaths:?} {events:?}");
        assert!(deaths.most.0 <= deaths.median && deaths.median <= deaths.most.1);
    }
    let reason = three.reasons.iter().find(|r| r.rule == "severity").expect("it is told");
    assert!(reason.text.en.contains("in the next 7 days") && !reason.text.ar.contains('{'));
}
