//! Several series of one area: one alarm from all of them, and feeds that fall silent beside others.

use hudna_judge::area_states;
use hudna_model::{AreaState, AreaStatus, CountDay, CountSeries};

use crate::areas::{named, of, series};
use crate::world::world;

fn aleppo(series: &[CountSeries]) -> AreaState {
    of(&area_states(series, &[], &[], &[], &world().ctx()), "aleppo").clone()
}

/// Days that differ, so that two series can be unlike: three a day before the truce, one in it, and
/// so many in its last days; each series by its own whole numbers.
fn rising(seed: usize, last: f64, days: usize) -> Vec<CountDay> {
    let all = 109;
    let count = |at: usize| -> f64 {
        let level = match at {
            at if at < 42 => 3.0,
            at if at < all - days => 1.0,
            _ => last,
        };
        // 0, 1 or 2 times the level, in an order of the series' own.
        let turn = (at * (2 * seed + 5) + seed * at * at) % 3;
        level * [0.0, 1.0, 2.0][turn]
    };
    let mut out = series("aleppo", "2016-01-16", 109, 0.0, 0.0);
    out.iter_mut().enumerate().for_each(|(at, day)| day.events_between_parties = count(at));
    out
}

#[test]
fn one_series_has_no_fused_alarm() {
    assert_eq!(aleppo(&[named("a", &rising(0, 6.0, 5))]).fused, None);
    let empty = [named("a", &rising(0, 6.0, 5)), named("b", &[])];
    assert_eq!(aleppo(&empty).fused, None);
}

#[test]
fn several_series_tell_one_alarm_beside_their_own() {
    let both = [named("a", &rising(0, 4.0, 6)), named("b", &rising(1, 4.0, 6))];
    let state = aleppo(&both);
    let fused = state.fused.as_ref().expect("both have a level");
    assert_eq!(fused.series, ["a", "b"]);
    assert_eq!(fused.correlations.len(), 1);
    let own = state.alarm.as_ref().expect("a level").statistic;
    assert!(fused.alarm.statistic > own, "{} for {own}", fused.alarm.statistic);
    assert!(fused.alarm.up_until.is_some());
    let reason = state.reasons.iter().find(|r| r.rule == "fused").expect("it is up");
    assert!(reason.text.en.starts_with("From 2 series together, never added (a and b;"));
    assert!(!reason.text.ar.contains('{') && reason.text.ar.contains("دون جمع"));
    assert_eq!(reason.rests_on, ["counts:a", "counts:b"]);
}

#[test]
fn a_copy_of_a_series_adds_all_but_nothing() {
    let one = rising(0, 4.0, 6);
    let statistic = |other: &[CountDay]| {
        let told = aleppo(&[named("a", &one), named("b", other)]);
        told.fused.expect("both have a level").alarm
    };
    let (copied, independent) = (statistic(&one), statistic(&rising(1, 4.0, 6)));
    let of = |a: &hudna_model::Alarm| a.crossings.first().cloned().unwrap_or("never".to_owned());
    assert!(of(&copied) >= of(&independent), "{copied:?} {independent:?}");
    let state = aleppo(&[named("a", &one), named("b", &one)]);
    let pairs = state.fused.expect("both have a level").correlations;
    assert_eq!(pairs[0].correlation, 0.9);
}

#[test]
fn the_order_of_further_series_changes_nothing() {
    let [a, b, c] = [0, 1, 2].map(|n| named(["a", "b", "c"][n], &rising(n, 4.0, 6)));
    let forth = aleppo(&[a.clone(), b.clone(), c.clone()]);
    let back = aleppo(&[a, c, b]);
    assert_eq!(forth.beside, back.beside);
    assert_eq!(forth.fused, back.fused);
    assert!(forth.fused.is_some_and(|fused| fused.series.len() == 3));
}

/// A feed of ten rows a day that tells nothing in its last days.
fn dying(days: i32, last: f64) -> Vec<CountDay> {
    let mut out = series("aleppo", "2016-01-16", 42, 420.0, 0.0);
    out.extend(series("aleppo", "2016-02-27", 67 - days, 4.0 * f64::from(67 - days), 0.0));
    let first: jiff::civil::Date = "2016-05-04".parse().expect("a day");
    let from = first.checked_sub(jiff::Span::new().days(days)).expect("a day").to_string();
    out.extend(series("aleppo", &from, days, last * f64::from(days), 0.0));
    out
}

#[test]
fn a_feed_that_falls_silent_while_others_tell_is_named_and_holds_nothing() {
    let (feed, other) = (named("feed", &dying(4, 0.7)), named("other", &dying(0, 4.0)));
    let alone = aleppo(std::slice::from_ref(&feed));
    assert_eq!(alone.status, AreaStatus::Holding, "alone it may be quiet in truth");
    let state = aleppo(&[feed.clone(), other.clone()]);
    assert_eq!((state.status, state.reasons[0].rule.as_str()), (AreaStatus::NoData, "silent"));
    let text = &state.reasons[0].text;
    assert!(
        text.en.contains("by feed are silent since") && text.en.contains("(other)"),
        "{text:?}"
    );
    assert!(!text.ar.contains('{'));
    // The other way about: what is silent stands beside, without a level.
    let state = aleppo(&[other, feed]);
    assert_eq!(state.status, AreaStatus::Holding);
    let beside = &state.beside[0];
    assert_eq!((beside.series.as_str(), beside.level, beside.ratio), ("feed", None, None));
    assert!(beside.silent.as_deref().is_some_and(|day| day >= "2016-04-30"), "{beside:?}");
}

#[test]
fn a_fall_that_all_series_tell_is_no_silence() {
    let (a, b) = (named("a", &dying(4, 1.0)), named("b", &dying(4, 1.0)));
    let state = aleppo(&[a, b]);
    assert_eq!(state.status, AreaStatus::Holding, "{:?}", state.reasons);
    assert_eq!(state.beside[0].silent, None);
}
