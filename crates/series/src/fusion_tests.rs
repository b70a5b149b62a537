//! Made-up series from a generator with a seed.

use super::*;
use crate::alarm::{Detector, THRESHOLD};
use crate::negbin::{NegBin, quantile};

/// Splitmix64 (Steele, Lea and Flood 2014).
struct Chance(u64);

impl Chance {
    fn next(&mut self) -> f64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        ((z ^ (z >> 31)) >> 11) as f64 / (1u64 << 53) as f64
    }

    /// Counts of this mean and dispersion.
    fn counts(&mut self, mean: f64, alpha: f64, days: usize) -> Vec<Option<f64>> {
        let law = NegBin::new(mean, alpha).pmf(1e-9, 10_000);
        (0..days).map(|_| Some(quantile(&law, self.next()) as f64)).collect()
    }
}

/// Calm days, then days of two and a half times as many.
fn rising(seed: u64, calm: usize, after: usize) -> Vec<Option<f64>> {
    let mut chance = Chance(seed);
    let mut days = chance.counts(2.0, 0.3, calm);
    days.extend(chance.counts(5.0, 0.3, after));
    days
}

/// What is told of each day by several sources, all with this correlation.
fn told(series: &[&[Option<f64>]], correlation: f64) -> Vec<Watch> {
    let mut fused = Fused::new(&vec![(4.0, 0.3); series.len()], |_, _| correlation, THRESHOLD);
    let day = |at: usize| series.iter().map(|s| s[at]).collect::<Vec<_>>();
    (0..series[0].len()).map(|at| fused.day(&day(at), 1.0)).collect()
}

fn crossings(told: &[Watch]) -> Vec<usize> {
    (0..told.len()).filter(|day| told[*day].crossed).collect()
}

/// Days from the rise to the first crossing; none where something crossed before it.
fn lag(told: &[Watch], rise: usize) -> Option<i32> {
    let first = crossings(told).first().copied().unwrap_or(told.len());
    first.checked_sub(rise).map(|days| i32::try_from(days).expect("few days"))
}

#[test]
fn one_source_is_the_detector() {
    for seed in 0..20 {
        let mut counts = rising(seed, 70, 50);
        counts.extend(Chance(seed + 100).counts(0.7, 0.3, 80));
        counts[40..45].fill(None);
        let mut detector = Detector::new(4.0, 0.3, THRESHOLD);
        let alone: Vec<Watch> = counts.iter().map(|c| detector.day(*c, 1.0)).collect();
        let fused = told(&[&counts], 0.5);
        assert_eq!(crossings(&fused), crossings(&alone));
        for (day, (one, other)) in fused.iter().zip(&alone).enumerate() {
            assert_eq!((one.fell, one.up, one.rise), (other.fell, other.up, other.rise), "{day}");
            let near = (one.statistic - other.statistic).abs() <= 0.01 * other.statistic + 0.01;
            assert!(near, "{seed} {day}: {one:?} {other:?}");
        }
    }
}

#[test]
fn days_of_which_only_a_part_is_told_are_as_in_the_detector() {
    let counts = rising(3, 40, 10);
    let mut detector = Detector::new(4.0, 0.3, THRESHOLD);
    let mut fused = Fused::new(&[(4.0, 0.3)], |_, _| 0.0, THRESHOLD);
    for count in counts {
        let (one, other) = (fused.day(&[count], 0.73), detector.day(count, 0.73));
        assert!((one.statistic - other.statistic).abs() <= 1e-6 * other.statistic, "{one:?}");
    }
}

#[test]
fn the_same_told_twice_is_no_more_evidence() {
    let sooner = |seed| {
        let counts = rising(seed, 60, 60);
        let twice = lag(&told(&[&counts, &counts], 0.9), 60)?;
        Some(lag(&told(&[&counts], 0.9), 60)? - twice)
    };
    let mut sooner: Vec<i32> = (0..90).filter_map(sooner).collect();
    sooner.sort_unstable();
    assert!(sooner.len() >= 20, "{sooner:?}");
    assert!((-1..=1).contains(&sooner[sooner.len() / 2]), "the middle one of {sooner:?}");
}

#[test]
fn copies_of_a_third_source_share_their_evidence() {
    // The second and the third tell the same; together they weigh as one against the first.
    let told = powers(3, |a, b| if a.min(b) == 1 { 1.0 } else { 0.0 });
    assert_eq!(told, [[0.0, 0.5, 0.5], [1.0, 0.0, 0.0], [1.0, 0.0, 0.0]]);
    assert_eq!(powers(2, |_, _| 0.25), [[0.0, 0.75], [0.75, 0.0]]);
}

#[test]
fn two_that_both_rise_are_seen_no_later_than_each() {
    let days = |calm: &[f64], after: &[f64]| {
        let calm = calm.iter().cycle().take(60);
        calm.chain(after.iter().cycle().take(30)).map(|n| Some(*n)).collect::<Vec<_>>()
    };
    let a = days(&[1.0, 2.0, 0.0, 3.0], &[3.0, 5.0, 4.0]);
    let b = days(&[2.0, 2.0, 1.0], &[4.0, 3.0, 6.0, 5.0]);
    let lag = |series: &[&[Option<f64>]]| lag(&told(series, 0.0), 60).expect("calm before");
    let (both, one, other) = (lag(&[&a, &b]), lag(&[&a]), lag(&[&b]));
    assert!(both < one.min(other) && one.max(other) < 30, "{both} for {one} and {other}");
}

/// By chance a rise may be seen later by two sources together; on the whole it is seen sooner.
#[test]
fn rises_by_chance_are_seen_sooner_by_two_on_the_whole() {
    let (mut fused, mut first, mut second, mut seen) = (0, 0, 0, 0);
    for seed in 0..60 {
        let (a, b) = (rising(seed, 60, 60), rising(seed + 1000, 60, 60));
        let lag = |series: &[&[Option<f64>]]| lag(&told(series, 0.0), 60);
        let lags = (lag(&[&a, &b]), lag(&[&a]), lag(&[&b]));
        let (Some(both), Some(one), Some(other)) = lags else { continue };
        (fused, first, second, seen) = (fused + both, first + one, second + other, seen + 1);
    }
    assert!(seen >= 20 && fused < first.min(second), "{fused} {first} {second} {seen}");
}

#[test]
fn a_dead_source_leaves_the_other_as_it_was() {
    for seed in 0..5 {
        let (counts, dead) = (rising(seed, 60, 30), vec![None; 90]);
        let alone = told(&[&counts], 0.5);
        for (one, other) in told(&[&dead, &counts], 0.5).iter().zip(&alone) {
            assert!((one.statistic - other.statistic).abs() <= 1e-9 * other.statistic.max(1.0));
            assert_eq!((one.crossed, one.up, one.rise), (other.crossed, other.up, other.rise));
            assert_eq!(one.rose_before, other.rose_before);
        }
    }
}

#[test]
fn a_source_that_dies_does_not_hide_the_rise_that_follows() {
    let late = |seed| {
        let (counts, mut dies) = (rising(seed, 60, 60), rising(seed + 1000, 60, 60));
        dies[50..].fill(None);
        let both = lag(&told(&[&counts, &dies], 0.5), 60)?;
        Some(both - lag(&told(&[&counts], 0.5), 60)?)
    };
    let late: Vec<i32> = (0..60).filter_map(late).collect();
    // What both told before may rightly have changed the learnt level.
    let few = late.iter().filter(|days| **days > 2).count() * 10;
    assert!(late.len() >= 30 && few <= late.len(), "{late:?}");
}

#[test]
fn days_that_nobody_counted_change_nothing_and_an_alarm_comes_down() {
    let mut fused = Fused::new(&[(2.0, 0.3), (3.0, 0.3)], |_, _| 0.2, THRESHOLD);
    (0..60).for_each(|_| assert!(!fused.day(&[Some(2.0), Some(3.0)], 1.0).crossed));
    let before = fused.day(&[], 1.0).statistic;
    assert_eq!(fused.day(&[None, None], 1.0).statistic, before);
    let days: Vec<Watch> = (0..20).map(|_| fused.day(&[Some(12.0), Some(15.0)], 1.0)).collect();
    let crossed = days.iter().position(|w| w.crossed).expect("the rise is seen");
    assert_eq!((days[crossed].up, days[crossed].rose_before), (Some(UP_DAYS), Some(crossed)));
    let up = (0..40).map(|_| fused.day(&[Some(2.0), None], 1.0).up.is_some());
    assert_eq!(up.last(), Some(false));
}

/// Area-days from one false alarm to the next over calm days of two sources, of which the second
/// tells what the first does on this share of the days.
fn calm(same: f64, correlation: f64) -> f64 {
    let (mut chance, mut alarms, runs, days) = (Chance(7), 0, 40, 150);
    for _ in 0..runs {
        let a = chance.counts(3.6, 0.6, days);
        let own = chance.counts(3.6, 0.6, days);
        let b: Vec<_> =
            a.iter().zip(own).map(|(a, own)| if chance.next() < same { *a } else { own }).collect();
        let mut fused = Fused::new(&[(10.6, 0.6), (8.0, 0.6)], |_, _| correlation, THRESHOLD);
        alarms += a.iter().zip(&b).filter(|(a, b)| fused.day(&[**a, **b], 1.0).crossed).count();
    }
    (runs * days) as f64 / alarms.max(1) as f64
}

#[test]
fn on_calm_days_the_promise_is_kept() {
    assert!(calm(0.0, 0.0) >= THRESHOLD);
    assert!(calm(0.5, 0.5) >= THRESHOLD);
    assert!(calm(0.9, 0.9) >= THRESHOLD);
    assert!(calm(0.9, 0.0) < calm(0.9, 0.9), "what the discount is for");
}

#[test]
fn correlation_is_of_square_roots_of_the_last_days_that_both_counted() {
    let squares = |of: fn(usize) -> f64| (0..50).map(|d| Some(of(d).powi(2))).collect::<Vec<_>>();
    let up = squares(|d| (d % 7) as f64);
    let mut part = squares(|d| (d % 7) as f64 + 5.0 * (d % 2) as f64);
    assert_eq!(correlation(&up, &up), MOST_CORRELATION);
    assert_eq!(correlation(&up, &squares(|d| 7.0 - (d % 7) as f64)), 0.0, "never against");
    let found = correlation(&up, &part);
    assert!((0.5..0.7).contains(&found), "{found}");
    assert_eq!(correlation(&part, &up), found);
    assert_eq!(correlation(&up[3..], &part), found, "they end on the same day");
    part[..8].fill(Some(1e6));
    assert_eq!(correlation(&up, &part), found, "days before the last 42");
    let still = vec![Some(3.0); 50];
    assert_eq!(correlation(&up, &still), UNKNOWN_CORRELATION);
    part[..30].fill(None);
    assert_eq!(correlation(&up, &part), UNKNOWN_CORRELATION, "twenty days");
    assert_eq!(correlation(&[], &[]), UNKNOWN_CORRELATION);
}
