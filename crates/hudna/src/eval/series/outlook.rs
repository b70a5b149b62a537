//! `hudna eval outlook`: how many events the next days bring, told each week for each area.

use std::collections::BTreeMap;
use std::path::Path;

use hudna_series::outlook::Errors;
use hudna_series::{Delays, Outlook, Pace};
use serde::Serialize;

use super::counts::{Day, Series, day, iso};
use super::files::{Events, Of, raids, syria, vdc};
use super::severity::{SeverityFigures, severity};
use super::thinned::Coins;
use crate::error::{Error, Result};

/// Days ahead.
pub const HORIZONS: [usize; 3] = [1, 3, 7];
/// Share of the interval told.
pub const INTERVAL: f64 = 0.9;
/// Days that the empirical baseline looks back: twelve weeks.
const LOOKED_BACK: usize = 84;
/// Ways to tell: the baseline, hudna, hudna from newest days told in part, and from their nowcast.
const WAYS: usize = 4;
/// Seed of the coins that say which events of the newest days are told.
const SEED: u64 = 7;
/// Days from one origin to the next.
const STEP: Day = 7;
/// A governorate that its record writes in two ways.
const TWO_WAYS: [&str; 2] = ["lahj", "Lahj"];

/// Figures of all series.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct OutlookEvaluation {
    /// Each in turn.
    pub series: Vec<OutlookSeries>,
    /// Deaths told from the outlook of events.
    pub severity: SeverityFigures,
}

/// Figures of a series.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct OutlookSeries {
    /// Its name.
    pub name: String,
    /// Areas.
    pub areas: usize,
    /// The first origin, and how many there are, a week apart.
    pub first: String,
    /// How many.
    pub origins: usize,
    /// CRPS asked over seven days.
    pub asked: f64,
    /// One, three and seven days ahead.
    pub horizons: Vec<OutlookHorizon>,
}

/// Figures of a horizon.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct OutlookHorizon {
    /// Days ahead.
    pub days: usize,
    /// The last twelve weeks as they were.
    pub empirical: OutlookFigures,
    /// hudna.
    pub hudna: OutlookFigures,
    /// hudna, the two newest days told in part and taken as they are.
    pub incomplete: OutlookFigures,
    /// The same from what they are expected to have in the end.
    pub nowcast: OutlookFigures,
}

/// Means over origins and areas.
#[derive(Debug, Clone, Copy, Default, PartialEq, Serialize)]
pub struct OutlookFigures {
    /// Continuous ranked probability score, in counts.
    pub crps: f64,
    /// Share of what came that lay in the 90 % interval.
    pub coverage: f64,
}

/// A series and when it is told.
struct Told {
    series: Series,
    /// The first origin: the first day that is not known yet.
    first: Day,
    last: Day,
    asked: f64,
}

/// Scores the outlook and its baseline on the series of a folder.
///
/// # Errors
/// A folder or file that is absent, or cannot be read.
pub fn evaluate_outlook(folder: &Path) -> Result<OutlookEvaluation> {
    let placed = |of| syria(folder, Events::Placed, of);
    let all = [
        told(vdc(folder)?, ["2016-01-05", "2017-12-31"], 5.39)?,
        told(placed(Of::Deaths)?, ["2018-01-02", "2019-12-31"], 8.18)?,
        told(placed(Of::Events)?, ["2018-01-02", "2019-12-31"], 1.17)?,
        told(one_way(raids(folder)?), ["2016-07-05", "2018-03-25"], 1.75)?,
    ];
    let [_, deaths, events, _] = &all;
    let severity = severity(&events.series, &deaths.series, &origins(events));
    Ok(OutlookEvaluation { series: all.iter().map(figures).collect(), severity })
}

/// Origins are Tuesdays; the last is one whose week lies in the window.
fn told(series: Series, window: [&str; 2], asked: f64) -> Result<Told> {
    let misfit = || Error::Usage(format!("{} has no days from {}", series.name, window[0]));
    let (first, last) = day(window[0]).zip(day(window[1])).ok_or_else(misfit)?;
    series.at(first).ok_or_else(misfit)?;
    let last = last.min(series.first + i32::try_from(series.days).unwrap_or(i32::MAX) - 1);
    Ok(Told { series, first, last, asked })
}

fn one_way(mut series: Series) -> Series {
    if let Some(more) = series.areas.remove(TWO_WAYS[0]) {
        let counts = series.area(TWO_WAYS[1]);
        for (one, two) in counts.iter_mut().zip(more) {
            *one = one.zip(two).map(|(one, two)| one + two);
        }
    }
    series
}

fn origins(told: &Told) -> Vec<usize> {
    let all = (0..).map(|n| told.first + n * STEP);
    let within = all.take_while(|origin| origin + STEP - 1 <= told.last);
    within.filter_map(|origin| told.series.at(origin)).collect()
}

fn figures(told: &Told) -> OutlookSeries {
    let series = &told.series;
    let origins = origins(told);
    let mut sums = [[OutlookFigures::default(); WAYS]; HORIZONS.len()];
    let mut coins = Coins(SEED);
    let mut paces: Vec<Pace> = series.areas.values().map(|_| Pace::default()).collect();
    let mut known = 0;
    for origin in &origins {
        for (pace, counts) in paces.iter_mut().zip(series.areas.values()) {
            if known == 0 {
                *pace = Pace::new(&counts[..*origin]);
            } else {
                counts[known..*origin].iter().for_each(|count| pace.day(*count));
            }
        }
        known = *origin;
        let newest = newest(series, *origin, &mut coins);
        let [raw, nowcast] =
            [0, 1].map(|way| newest.iter().map(|both| both[way].clone()).collect());
        score(series, *origin, [&paces, &raw, &nowcast], &mut sums);
    }
    let n = (origins.len() * series.areas.len()).max(1) as f64;
    let mean = |f: OutlookFigures| OutlookFigures { crps: f.crps / n, coverage: f.coverage / n };
    let horizon = |(days, sums): (usize, [OutlookFigures; WAYS])| {
        let [empirical, hudna, incomplete, nowcast] = sums.map(mean);
        OutlookHorizon { days, empirical, hudna, incomplete, nowcast }
    };
    OutlookSeries {
        name: series.name.clone(),
        areas: series.areas.len(),
        first: iso(told.first),
        origins: origins.len(),
        asked: told.asked,
        horizons: HORIZONS.into_iter().zip(sums).map(horizon).collect(),
    }
}

/// Adds the scores of one origin: each horizon, the baseline's and our own.
fn score(
    series: &Series,
    origin: usize,
    ways: [&Vec<Pace>; WAYS - 1],
    sums: &mut [[OutlookFigures; WAYS]; HORIZONS.len()],
) {
    for (days, sums) in HORIZONS.into_iter().zip(sums) {
        let all = ways.map(|paces| paces.iter().map(|pace| pace.errors(days)).sum::<Errors>());
        for (at, counts) in series.areas.values().enumerate() {
            let came = sum(counts, origin, days);
            let own = (0..ways.len()).map(|way| ways[way][at].ahead(days, all[way]));
            let laws = std::iter::once(empirical(counts, origin, days)).chain(own);
            for (sum, law) in sums.iter_mut().zip(laws) {
                let (low, high) = law.interval(INTERVAL);
                sum.crps += law.crps(came);
                let inside = low as f64 <= came && came <= high as f64;
                sum.coverage += f64::from(u8::from(inside));
            }
        }
    }
}

/// The forecasts of each area when of its two newest days a part is told: from that part as it is,
/// and from what they are expected to have in the end.
fn newest(series: &Series, origin: usize, coins: &mut Coins) -> Vec<[Pace; 2]> {
    let delays = Delays::default();
    let each = |counts: &Vec<Option<f64>>| {
        let whole = origin.saturating_sub(delays.complete_after());
        let mut told = counts[..origin].to_vec();
        for (at, count) in told.iter_mut().enumerate().skip(whole) {
            let share = delays.share(origin - 1 - at);
            *count = count.map(|count| coins.told(count, share));
        }
        [Pace::new(&told), Pace::new(&delays.completed(&told, 0))]
    };
    series.areas.values().map(each).collect()
}

pub(super) fn sum(counts: &[Option<f64>], from: usize, days: usize) -> f64 {
    counts[from..from + days].iter().flatten().sum()
}

/// The sums of as many days each over the last twelve weeks, all alike likely.
pub(super) fn empirical(counts: &[Option<f64>], origin: usize, days: usize) -> Outlook {
    let windows = (1..=LOOKED_BACK / days).filter_map(|n| origin.checked_sub(n * days));
    let mut seen: BTreeMap<usize, f64> = BTreeMap::new();
    windows
        .for_each(|from| *seen.entry(sum(counts, from, days).round() as usize).or_default() += 1.0);
    let n: f64 = seen.values().sum();
    let longest = seen.keys().max().map_or(1, |most| most + 1);
    let pmf = (0..longest).map(|x| seen.get(&x).copied().unwrap_or_default() / n.max(1.0));
    Outlook { pmf: pmf.collect() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_twelve_weeks_as_they_were() {
        let counts: Vec<Option<f64>> = (0..91).map(|at| Some(f64::from(at % 2))).collect();
        // weeks that end before day 84 + 7: sums 3 and 4 in turn
        let law = empirical(&counts, 91, 7);
        assert_eq!(law.pmf, [0.0, 0.0, 0.0, 0.5, 0.5]);
        // |4-3|/2 - 1/4: half of what came is told a whole count too low
        assert!((law.crps(4.0) - 0.25).abs() < 1e-12);
        assert_eq!(empirical(&counts, 91, 1).pmf, [0.5, 0.5]);
    }

    #[test]
    fn two_spellings_of_a_governorate_are_one() {
        let count = |area: &str, day, n| (area.to_owned(), day, n);
        let both = [count("Lahj", 0, 1.0), count("lahj", 0, 2.0), count("lahj", 1, 4.0)];
        let found = one_way(Series::new("x", &both));
        assert_eq!(found.areas.len(), 1);
        assert_eq!(found.areas["Lahj"], [Some(3.0), Some(4.0)]);
    }

    #[test]
    fn a_week_is_told_only_when_it_lies_in_the_window() {
        let counts: Vec<_> = (0..200).map(|day| ("a".to_owned(), day, 2.0)).collect();
        let series = Series::new("x", &counts);
        let found = figures(&Told { series, first: 100, last: 120, asked: 1.0 });
        assert_eq!((found.origins, found.areas), (3, 1), "100, 107, 114");
        let week = &found.horizons[2];
        assert_eq!((week.empirical.crps, week.empirical.coverage), (0.0, 1.0));
        assert!(week.hudna.coverage == 1.0 && week.hudna.crps > 0.0);
    }
}
