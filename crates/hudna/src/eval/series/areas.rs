//! `hudna eval areas`: the class of each area and day, against a segmentation with hindsight.

use std::path::Path;

use hudna_series::{Baseline, Class, Level, LevelFilter, dispersion, dispersion_of_all};
use serde::Serialize;

use super::classes::{Confusion, flips};
use super::counts::Series;
use super::files::{Events, Segment, load, segments};
use super::reliability::Reliability;
use crate::error::{Error, Result};

/// Least mean a day before the truce of areas that are scored.
const LEAST_MEAN: f64 = 1.0;
/// Macro-F1 asked of each series: .02 over the discounted Gamma–Poisson.
const ASKED: [f64; 4] = [0.684, 0.740, 0.747, 0.642];
/// Discount a day, and days that the prior weighs, of the Gamma–Poisson baseline.
const GAMMA_POISSON: (f64, f64) = (0.9, 10.0);

/// Figures of all series.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct AreasEvaluation {
    /// Each in turn.
    pub series: Vec<SeriesFigures>,
}

/// Figures of a series.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct SeriesFigures {
    /// Its name.
    pub name: String,
    /// Truces of areas that were scored.
    pub truces: usize,
    /// Days of them.
    pub area_days: usize,
    /// Macro-F1 asked of hudna.
    pub asked: f64,
    /// Baselines first, then hudna.
    pub ways: Vec<WayFigures>,
    /// Whether the chance told of the class told comes true.
    pub class_told: Reliability,
    /// The same of the chances of all three classes.
    pub all_classes: Reliability,
    /// Share of the days on which the 90 % interval of the level held the ratio of hindsight.
    pub interval_held: f64,
}

/// Figures of one way to tell the class.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct WayFigures {
    /// `mean_7`, `mean_14`, `gamma_poisson`, `hudna`.
    pub name: &'static str,
    /// Mean of the classes' F1.
    pub macro_f1: f64,
    /// F1 of holding, strained and collapsed.
    pub f1: [Option<f64>; 3],
    /// Changes of the class told per 100 days.
    pub flips_per_100_days: f64,
    /// Days by true class (rows) and told class.
    pub confusion: Confusion,
}

/// A truce of an area.
struct Run<'a> {
    counts: &'a [Option<f64>],
    /// Position of its first scored day.
    from: usize,
    truth: Vec<Class>,
    /// The ratio of each day, with hindsight.
    ratios: Vec<f64>,
    /// As the table has it, by two decimals: what the baselines take.
    mean_before: f64,
    before: Baseline,
    alpha: f64,
}

type Way = (&'static str, fn(&Run<'_>) -> Vec<Class>);
const WAYS: [Way; 4] = [
    ("mean_7", |run| mean_of(run, 7)),
    ("mean_14", |run| mean_of(run, 14)),
    ("gamma_poisson", gamma_poisson),
    ("hudna", hudna),
];

/// Scores the filter and the baselines on the series of a folder.
///
/// # Errors
/// A folder or file that is absent, or tells something that does not fit together.
pub fn evaluate_areas(folder: &Path) -> Result<AreasEvaluation> {
    let (all, segments) = (load(folder, Events::All)?, segments(folder)?);
    let figures = |(series, asked): (&Series, f64)| {
        let of: Vec<&Segment> = segments.iter().filter(|s| s.dataset == series.name).collect();
        Ok(figures(series, &runs(series, &of)?, asked))
    };
    let series = all.iter().zip(ASKED).map(figures).collect::<Result<_>>()?;
    Ok(AreasEvaluation { series })
}

fn figures(series: &Series, runs: &[Run<'_>], asked: f64) -> SeriesFigures {
    let area_days = runs.iter().map(|r| r.truth.len()).sum();
    let way = |(name, tell): &Way| {
        let (mut confusion, mut changes) = (Confusion::default(), 0);
        for run in runs {
            let told = tell(run);
            confusion.add(&run.truth, &told);
            changes += flips(&told);
        }
        WayFigures {
            name,
            macro_f1: confusion.macro_f1(),
            f1: [0, 1, 2].map(|class| confusion.f1(class)),
            flips_per_100_days: 100.0 * changes as f64 / f64::max(area_days as f64, 1.0),
            confusion,
        }
    };
    let told: Vec<(Level, Class, f64)> = runs.iter().flat_map(days_told).collect();
    let class = |(level, truth, _): &(Level, Class, f64)| {
        (level.chances[level.class as usize], level.class == *truth)
    };
    let each = |(level, truth, _): &(Level, Class, f64)| {
        let truth = *truth as usize;
        level.chances.into_iter().enumerate().map(move |(at, chance)| (chance, at == truth))
    };
    let held = |(level, _, ratio): &&(Level, Class, f64)| (level.low..=level.high).contains(ratio);
    SeriesFigures {
        name: series.name.clone(),
        truces: runs.len(),
        area_days,
        asked,
        ways: WAYS.iter().map(way).collect(),
        class_told: Reliability::of(told.iter().map(class)),
        all_classes: Reliability::of(told.iter().flat_map(each)),
        interval_held: told.iter().filter(held).count() as f64 / told.len().max(1) as f64,
    }
}

/// The truces that are scored: those of areas that had an event a day before.
fn runs<'a>(series: &'a Series, segments: &[&Segment]) -> Result<Vec<Run<'a>>> {
    let same = |a: &&Segment, b: &&Segment| a.area == b.area && a.truce == b.truce;
    let scored = |of: &&[&Segment]| of[0].mean_before >= LEAST_MEAN;
    segments.chunk_by(same).filter(scored).map(|of| run(series, of)).collect()
}

fn run<'a>(series: &'a Series, segments: &[&Segment]) -> Result<Run<'a>> {
    let (first, area) = (segments[0], &segments[0].area);
    let misfit = || {
        let name = &series.name;
        Error::Usage(format!("the segments of {name}, {area}, do not fit its counts"))
    };
    let counts = series.areas.get(area).ok_or_else(misfit)?;
    let (start, from) = (series.at(first.truce), series.at(first.from));
    let (start, from) = start.zip(from).ok_or_else(misfit)?;
    let (mut truth, mut ratios) = (Vec::new(), Vec::new());
    for segment in segments {
        let days = usize::try_from(segment.to - segment.from + 1).map_err(|_| misfit())?;
        if series.at(segment.from) != Some(from + truth.len()) || series.at(segment.to).is_none() {
            return Err(misfit());
        }
        truth.extend(std::iter::repeat_n(Class::of(segment.ratio), days));
        ratios.extend(std::iter::repeat_n(segment.ratio, days));
    }
    let before = Baseline::new(&counts[..start]);
    let alpha = dispersion(&before, spread_of_all(series, start));
    let mean_before = first.mean_before;
    Ok(Run { counts, from, truth, ratios, mean_before, before, alpha })
}

/// The dispersion of all areas before a day.
pub(super) fn spread_of_all(series: &Series, start: usize) -> f64 {
    let before = |counts: &Vec<Option<f64>>| Baseline::new(&counts[..start]);
    dispersion_of_all(&series.areas.values().map(before).collect::<Vec<_>>())
}

impl Run<'_> {
    fn count(&self, at: usize) -> f64 {
        self.counts[at].unwrap_or_default()
    }

    fn days(&self) -> std::ops::Range<usize> {
        self.from..self.from + self.truth.len()
    }
}

/// Mean of the last days, those before the truce too.
fn mean_of(run: &Run<'_>, days: usize) -> Vec<Class> {
    let mean = |at: usize| {
        let from = (at + 1).saturating_sub(days);
        (from..=at).map(|d| run.count(d)).sum::<f64>() / (at + 1 - from) as f64
    };
    run.days().map(|at| Class::of(mean(at) / run.mean_before)).collect()
}

/// Discounted Gamma–Poisson, with the level before the truce as its prior.
fn gamma_poisson(run: &Run<'_>) -> Vec<Class> {
    let (discount, days) = GAMMA_POISSON;
    let (mut sum, mut n) = (days * run.mean_before, days);
    let mut next = |at| {
        (sum, n) = (discount * sum + run.count(at), discount * n + 1.0);
        Class::of(sum / n / run.mean_before)
    };
    run.days().map(&mut next).collect()
}

fn hudna(run: &Run<'_>) -> Vec<Class> {
    levels(run).map(|level| level.class).collect()
}

/// What is told of each scored day.
fn levels<'r>(run: &'r Run<'_>) -> impl Iterator<Item = Level> + 'r {
    let mut filter = LevelFilter::new(run.before.mean, run.alpha);
    run.days().map(move |at| filter.day(run.counts[at], 1.0))
}

/// What is told of each scored day, beside its class and ratio with hindsight.
fn days_told<'r>(run: &'r Run<'_>) -> impl Iterator<Item = (Level, Class, f64)> + 'r {
    let truth = run.truth.iter().zip(&run.ratios);
    levels(run).zip(truth).map(|(level, (class, ratio))| (level, *class, *ratio))
}

impl AreasEvaluation {
    /// What was asked and is not reached, a sentence each.
    pub fn short_of(&self) -> Vec<String> {
        let mut out = Vec::new();
        for series in &self.series {
            let own = series.ways.last().expect("hudna is one of the ways");
            if own.macro_f1 < series.asked || own.flips_per_100_days > 10.0 {
                let (f1, flips) = (own.macro_f1, own.flips_per_100_days);
                out.push(format!(
                    "{}: {f1:.3} ({flips:.1}), asked {:.3} (10)",
                    series.name, series.asked
                ));
            }
        }
        out
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn days(counts: &[f64]) -> Vec<Option<f64>> {
        counts.iter().copied().map(Some).collect()
    }

    fn of(counts: &[Option<f64>], from: usize, mean_before: f64) -> Run<'_> {
        let before = Baseline::new(&counts[..from]);
        let truth = vec![Class::Holding; counts.len() - from];
        let ratios = vec![0.0; truth.len()];
        Run { counts, from, truth, ratios, mean_before, before, alpha: 0.1 }
    }

    #[test]
    fn the_mean_of_the_last_days_takes_in_those_before_the_truce() {
        let counts = days(&[2.0, 2.0, 0.0, 0.0, 2.0]);
        let told = mean_of(&of(&counts, 2, 2.0), 2);
        // means 1, 0, 1 of a level of 2
        assert_eq!(told, [Class::Strained, Class::Holding, Class::Strained]);
    }

    #[test]
    fn the_discounted_mean_begins_at_the_level_before() {
        let counts = days(&[4.0, 0.0, 0.0, 0.0]);
        // sums and days: 36/10, 32.4/10, 29.16/10: ratios .9, .81, .729
        let told = gamma_poisson(&of(&counts, 1, 4.0));
        assert_eq!(told, [Class::Collapsed, Class::Collapsed, Class::Strained]);
    }
}
