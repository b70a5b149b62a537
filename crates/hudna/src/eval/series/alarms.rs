//! `hudna eval alarms`: breaks seen and false alarms, against a segmentation with hindsight.

use std::path::Path;

use hudna_series::{Baseline, Detector, NegBin, alarm::RISES, dispersion};
use serde::Serialize;

use super::areas::spread_of_all;
use super::counts::Series;
use super::cusum;
use super::files::{Calm, Events, calms, load};
use super::lags::{AlarmFigures, Stretch};
use super::story::{StoryAlarm, story};
use crate::error::{Error, Result};

/// Area-days per false alarm that are promised, one row of the table each.
const THRESHOLDS: [f64; 4] = [90.0, 120.0, 180.0, 365.0];
/// Least calm level that baselines are given, in events a day.
const LEAST_LEVEL: f64 = 0.05;
/// Days per false alarm that the Poisson sum is set for.
const POISSON_DAYS: f64 = 180.0;
/// Most false alarms per 180 area-days on the other series, for the 7-day mean's threshold.
const MEAN_ALARMS: f64 = 1.0;
/// Dispersions beside the area's, as the detector has them.
const SPREADS: [f64; 3] = [0.5, 1.0, 2.0];

/// Figures of the benchmark.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct AlarmsEvaluation {
    /// Calm segments.
    pub segments: usize,
    /// Baselines, hudna, and hudna with hindsight.
    pub ways: Vec<AlarmWay>,
    /// The reference story.
    pub story: StoryAlarm,
}

/// Figures of one way to raise alarms.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct AlarmWay {
    /// `mean_7`, `poisson_cusum`, `hudna`, `hudna_from_truce`, `hudna_level_given`.
    pub name: &'static str,
    /// Area-days per false alarm that its threshold promises.
    pub promised: Option<f64>,
    /// It is told the mean of the calm days, which nobody knows on the day.
    pub hindsight: bool,
    /// What came.
    pub figures: AlarmFigures,
}

/// A calm segment with its counts.
struct Case<'a> {
    series: &'a str,
    counts: &'a [Option<f64>],
    stretch: Stretch,
    truce: usize,
    mean: f64,
    alpha: f64,
    /// Mean of the calm days, known with hindsight.
    calm: f64,
}

/// Scores the detector and the baselines on the breaks of a folder.
///
/// # Errors
/// A folder or file that is absent, or tells something that does not fit together.
pub fn evaluate_alarms(folder: &Path) -> Result<AlarmsEvaluation> {
    let (all, calms) = (load(folder, Events::Short)?, calms(folder)?);
    let cases: Vec<Case<'_>> = calms.iter().map(|c| case(&all, c)).collect::<Result<_>>()?;
    let mut ways = vec![mean_7(&cases), poisson(&cases)];
    for promised in THRESHOLDS {
        let from_calm = |c: &Case<'_>| detector(c, c.stretch.from, promised);
        ways.push(way("hudna", Some(promised), false, &cases, from_calm));
    }
    let promised = THRESHOLDS[0];
    let from_truce = |c: &Case<'_>| detector(c, c.truce, promised);
    ways.push(way("hudna_from_truce", Some(promised), false, &cases, from_truce));
    for promised in THRESHOLDS {
        let given = |c: &Case<'_>| level_given(c, promised);
        ways.push(way("hudna_level_given", Some(promised), true, &cases, given));
    }
    Ok(AlarmsEvaluation { segments: cases.len(), ways, story: story(folder)? })
}

fn case<'a>(all: &'a [Series], calm: &Calm) -> Result<Case<'a>> {
    let misfit = || {
        let (name, area) = (&calm.dataset, &calm.area);
        Error::Usage(format!("the calm segments of {name}, {area}, do not fit its counts"))
    };
    let series = all.iter().find(|s| s.name == calm.dataset).ok_or_else(misfit)?;
    let counts = series.areas.get(&calm.area).ok_or_else(misfit)?;
    let at = |day| series.at(day).ok_or_else(misfit);
    let (truce, from, to) = (at(calm.truce)?, at(calm.from)?, at(calm.to)?);
    let stretch = Stretch { from, to, broke: calm.broke.map(at).transpose()? };
    let before = Baseline::new(&counts[..truce]);
    let days = counts.get(from..=to).ok_or_else(misfit)?;
    let calm = days.iter().flatten().sum::<f64>() / days.len() as f64;
    let alpha = dispersion(&before, spread_of_all(series, truce));
    Ok(Case { series: &series.name, counts, stretch, truce, mean: before.mean, alpha, calm })
}

fn way(
    name: &'static str,
    promised: Option<f64>,
    hindsight: bool,
    cases: &[Case<'_>],
    crossings: impl Fn(&Case<'_>) -> Vec<usize>,
) -> AlarmWay {
    let crossed: Vec<Vec<usize>> = cases.iter().map(crossings).collect();
    AlarmWay { name, promised, hindsight, figures: figures(cases.iter(), &crossed) }
}

fn figures<'a>(cases: impl Iterator<Item = &'a Case<'a>>, crossed: &[Vec<usize>]) -> AlarmFigures {
    AlarmFigures::new(cases.map(|c| &c.stretch).zip(crossed.iter().map(Vec::as_slice)))
}

/// The counts up to the last day that is looked at.
fn watched<'a>(case: &Case<'a>) -> &'a [Option<f64>] {
    &case.counts[..=case.stretch.end(case.counts.len())]
}

fn detector(case: &Case<'_>, from: usize, threshold: f64) -> Vec<usize> {
    let mut detector = Detector::new(case.mean, case.alpha, threshold);
    let days = watched(case).iter().enumerate().skip(from);
    days.filter(|(_, count)| detector.day(**count, 1.0).crossed).map(|(day, _)| day).collect()
}

/// The same mixture about a level that is given: what learning it costs.
fn level_given(case: &Case<'_>, threshold: f64) -> Vec<usize> {
    let level = case.calm.max(LEAST_LEVEL);
    let mut steady = [1.0 / SPREADS.len() as f64; SPREADS.len()];
    let mut risen = [[0.0; SPREADS.len()]; RISES.len()];
    let mut out = Vec::new();
    for (day, count) in watched(case).iter().enumerate().skip(case.stretch.from) {
        let Some(count) = *count else { continue };
        for (cell, spread) in SPREADS.iter().enumerate() {
            let chance = |m: f64| NegBin::new(m, case.alpha * spread).ln_pmf(count).exp();
            for (rise, of) in RISES.iter().zip(&mut risen) {
                of[cell] = (of[cell] + steady[cell]) * chance(level * rise);
            }
            steady[cell] *= chance(level);
        }
        let sum: f64 = steady.iter().sum();
        steady.iter_mut().chain(risen.as_flattened_mut()).for_each(|w| *w /= sum);
        if risen.as_flattened().iter().sum::<f64>() / RISES.len() as f64 >= threshold {
            risen = Default::default();
            out.push(day);
        }
    }
    out
}

fn poisson(cases: &[Case<'_>]) -> AlarmWay {
    let crossings = |case: &Case<'_>| {
        let level = case.calm.max(LEAST_LEVEL);
        let at = cusum::threshold(level, POISSON_DAYS);
        cusum::crossings(watched(case), case.stretch.from, level, at)
    };
    way("poisson_cusum", Some(POISSON_DAYS), true, cases, crossings)
}

/// The mean of the last seven days since it last crossed, to the calm level that is given; the
/// threshold on each series is the lowest that keeps to [`MEAN_ALARMS`] on the others.
fn mean_7(cases: &[Case<'_>]) -> AlarmWay {
    let tried: Vec<(f64, Vec<Vec<usize>>)> = (15..50)
        .map(|tenths| f64::from(tenths) / 10.0)
        .map(|ratio| (ratio, cases.iter().map(|c| mean_crossings(c, ratio)).collect()))
        .collect();
    let keeps = |left_out: &str, crossed: &[Vec<usize>]| {
        let others = cases.iter().zip(crossed).filter(|(c, _)| c.series != left_out);
        let found = AlarmFigures::new(others.map(|(c, days)| (&c.stretch, days.as_slice())));
        found.per_180_days <= MEAN_ALARMS
    };
    let chosen = |left_out: &str| tried.iter().position(|(_, crossed)| keeps(left_out, crossed));
    let of = |(at, case): (usize, &Case<'_>)| {
        chosen(case.series).map_or_else(Vec::new, |n| tried[n].1[at].clone())
    };
    let crossed: Vec<Vec<usize>> = cases.iter().enumerate().map(of).collect();
    let figures = figures(cases.iter(), &crossed);
    AlarmWay { name: "mean_7", promised: None, hindsight: true, figures }
}

fn mean_crossings(case: &Case<'_>, ratio: f64) -> Vec<usize> {
    let (counts, level) = (watched(case), case.calm.max(LEAST_LEVEL));
    let (mut since, mut out) = (case.stretch.from, Vec::new());
    for day in case.stretch.from..counts.len() {
        let from = since.max((day + 1).saturating_sub(7));
        let mean = counts[from..=day].iter().flatten().sum::<f64>() / 7.0;
        if mean / level >= ratio {
            (since, _) = (day + 1, out.push(day));
        }
    }
    out
}
