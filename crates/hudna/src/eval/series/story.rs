//! The reference story: when Aleppo's first alarm of 2016 would have been raised, from one source and
//! from two.

use std::path::Path;

use hudna_series::fusion::UNKNOWN_CORRELATION;
use hudna_series::{Baseline, Fused, Watch, alarm::THRESHOLD, correlation, dispersion};
use serde::Serialize;

use super::areas::spread_of_all;
use super::counts::{Day, Series, day, iso};
use super::files::{between_parties, vdc};
use super::told::told;
use crate::error::Result;

/// Area and days that are told.
const AREA: &str = "Aleppo";
const DAYS: (&str, &str) = ("2016-02-27", "2016-06-30");
/// Days by which the first alarm is asked: from two sources, from one.
const ASKED: (&str, &str) = ("2016-04-03", "2016-04-14");

/// When the first alarm of Aleppo's truce of 2016 was raised.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct StoryAlarm {
    /// From deaths of one source.
    pub one_source: Option<String>,
    /// From each source by itself.
    pub each: Vec<StorySource>,
    /// From both fused.
    pub fused: StoryFused,
}

/// A source and its first alarm.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct StorySource {
    /// Name of its series.
    pub source: String,
    /// The day.
    pub first: Option<String>,
    /// The day by which it is asked.
    pub asked: &'static str,
}

/// The first alarm of two sources with a common day of change.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct StoryFused {
    /// The day.
    pub first: Option<String>,
    /// The day by which it is asked.
    pub asked: &'static str,
    /// The statistic of the day that is asked.
    pub statistic: Option<f64>,
    /// What it has to reach.
    pub threshold: f64,
    /// Correlation of the two before the truce.
    pub correlation: f64,
    /// The day, were they taken for independent: how much the correlation matters.
    pub if_independent: Option<String>,
}

/// A source's days of the story.
struct Told {
    name: String,
    mean: f64,
    alpha: f64,
    before: Vec<Option<f64>>,
    days: Vec<Option<f64>>,
}

/// The story from VDC's deaths and UCDP's deaths between the truce's own parties.
///
/// # Errors
/// A file that is absent, or has other columns.
pub(super) fn story(folder: &Path) -> Result<StoryAlarm> {
    let begins = day(DAYS.0).unwrap_or_default();
    let all = [vdc(folder)?, between_parties(folder)?];
    let sources: Vec<Told> = all.iter().filter_map(|s| of(s, begins)).collect();
    let each: Vec<StorySource> = sources
        .iter()
        .map(|s| {
            let first = first(&[s], 0.0).map(|at| date(begins, at));
            StorySource { source: s.name.clone(), first, asked: ASKED.1 }
        })
        .collect();
    let one_source = each.first().and_then(|s| s.first.clone());
    Ok(StoryAlarm { one_source, each, fused: fused(&sources, begins) })
}

fn fused(sources: &[Told], begins: Day) -> StoryFused {
    let mut out = StoryFused {
        first: None,
        asked: ASKED.0,
        statistic: None,
        threshold: THRESHOLD,
        correlation: UNKNOWN_CORRELATION,
        if_independent: None,
    };
    if let [a, b] = sources {
        let same = correlation(&a.before, &b.before);
        let day = |same| first(&[a, b], same).map(|at| date(begins, at));
        let asked = day_of(ASKED.0, begins);
        (out.first, out.if_independent) = (day(same), day(0.0));
        out.statistic =
            asked.and_then(|at| watches(&[a, b], same).nth(at)).map(|w| told(w.statistic));
        out.correlation = told(same);
    }
    out
}

fn day_of(text: &str, begins: Day) -> Option<usize> {
    usize::try_from(day(text)? - begins).ok()
}

fn of(series: &Series, begins: Day) -> Option<Told> {
    let (start, end) = (series.at(begins)?, series.at(day(DAYS.1)?)?);
    let counts = series.areas.get(AREA)?;
    let baseline = Baseline::new(&counts[..start]);
    let alpha = dispersion(&baseline, spread_of_all(series, start));
    let (before, days) = (counts[..start].to_vec(), counts[start..=end].to_vec());
    Some(Told { name: series.name.clone(), mean: baseline.mean, alpha, before, days })
}

/// What is told of each day of the story.
fn watches(sources: &[&Told], same: f64) -> impl Iterator<Item = Watch> {
    let laws: Vec<(f64, f64)> = sources.iter().map(|s| (s.mean, s.alpha)).collect();
    let mut fused = Fused::new(&laws, |_, _| same, THRESHOLD);
    let days = sources.first().map_or(0, |s| s.days.len());
    (0..days).map(move |at| {
        let counts: Vec<Option<f64>> = sources.iter().map(|s| s.days[at]).collect();
        fused.day(&counts, 1.0)
    })
}

/// The day of the first crossing, from the first of the story.
fn first(sources: &[&Told], same: f64) -> Option<usize> {
    watches(sources, same).position(|watch| watch.crossed)
}

fn date(begins: Day, at: usize) -> String {
    iso(begins + i32::try_from(at).unwrap_or_default())
}
