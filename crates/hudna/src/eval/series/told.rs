//! States and alarms day by day, each as it would have been told on its day: nothing later is used.

use hudna_series::{Baseline, Class, Detector, Level, LevelFilter, Watch, alarm};
use serde::Serialize;

use super::own::{OwnCounts, OwnTruce};
use super::stays::{Stay, each_stay, listen, stays_of};
use super::told_fused::{FusedOf, tell_fused};

/// Why nothing is told of a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub enum NoData {
    /// The days before the truce are too few, or their events.
    #[serde(rename = "too few to tell")]
    TooFew,
    /// There is no count of the day.
    #[serde(rename = "nobody counted")]
    Uncounted,
    /// The source fell silent.
    #[serde(rename = "the feed is silent")]
    Silent,
}

/// Probabilities of the classes.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Chances {
    holding: f64,
    strained: f64,
    collapsed: f64,
}

/// What is known of an area before its truce.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct BaselineTold {
    mean: f64,
    days: usize,
    events: f64,
}

/// The state of an area on a day of a truce.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct AreaLine<'a> {
    /// Source, where the file names sources.
    #[serde(skip_serializing_if = "str::is_empty")]
    pub source: &'a str,
    /// Area.
    pub area: &'a str,
    /// Day.
    pub date: String,
    /// First day of the truce.
    pub truce: &'a str,
    /// `holding`, `strained`, `collapsed`, `no_data`.
    pub class: &'static str,
    /// Probabilities of the classes.
    pub chances: Option<Chances>,
    /// Ratio to the level before the truce: median.
    pub ratio: Option<f64>,
    /// Lower end of the 90 % interval.
    pub low: Option<f64>,
    /// Upper end.
    pub high: Option<f64>,
    /// The level before the truce.
    pub baseline: BaselineTold,
    /// Why nothing is told.
    pub no_data: Option<NoData>,
}

/// The alarm of an area on a day of a truce.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct AlarmLine<'a> {
    /// Source, where the file names sources.
    #[serde(skip_serializing_if = "str::is_empty")]
    pub source: &'a str,
    /// Area.
    pub area: &'a str,
    /// Day.
    pub date: String,
    /// First day of the truce.
    pub truce: &'a str,
    /// How much likelier the days are if the level rose on one of them; none where the days before
    /// the truce are too few.
    pub statistic: Option<f64>,
    /// It crossed the threshold on this day.
    pub crossed: bool,
    /// It crossed and no alarm was up.
    pub raised: bool,
    /// An alarm is up.
    pub up: bool,
    /// The last day on which it stays up if nothing crosses again.
    pub until: Option<String>,
    /// With a crossing: the day of the rise.
    pub rose: Option<String>,
    /// With a crossing: the ratio of the rise.
    pub rise: Option<f64>,
    /// The level was found to have fallen, and is learnt anew.
    pub fell: bool,
    /// Why nothing is told.
    pub no_data: Option<NoData>,
    /// In a line of several sources together: which they are.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub fused: Option<&'a FusedOf<'a>>,
}

/// Tells the state of each area on each day of each truce.
pub fn tell_areas(counts: &OwnCounts, truces: &[OwnTruce], mut say: impl FnMut(&AreaLine<'_>)) {
    each_stay(counts, truces, |stay| {
        let new = |_: &[Option<f64>]| LevelFilter::new(stay.before.mean, stay.alpha);
        let day = |filter: &mut LevelFilter, count| filter.day(count, 1.0);
        stay.replay(new, day, |at, _, level| say(&area_line(stay, at, &level)));
    });
}

/// Tells the alarm of each area on each day of each truce: from each source, then from those of an
/// area together.
pub fn tell_alarms(counts: &OwnCounts, truces: &[OwnTruce], mut say: impl FnMut(&AlarmLine<'_>)) {
    let heard = listen(counts, truces);
    for truce in truces.chunks(1) {
        stays_of(counts, truce, &heard, |stay| tell_alone(stay, &mut say));
        tell_fused(counts, truce, &heard, &mut say);
    }
}

fn tell_alone(stay: &Stay<'_, '_>, mut say: impl FnMut(&AlarmLine<'_>)) {
    let (mean, alpha, mut was_up) = (stay.before.mean, stay.alpha, false);
    let new = |_: &[Option<f64>]| Detector::new(mean, alpha, alarm::THRESHOLD);
    let day = |detector: &mut Detector, count| detector.day(count, 1.0);
    stay.replay(new, day, |at, _, watch| {
        say(&alarm_line(stay, at, &watch, was_up));
        was_up = watch.up.is_some_and(|left| left > 0);
    });
}

fn baseline(before: &Baseline) -> BaselineTold {
    let Baseline { mean, days, events, .. } = *before;
    BaselineTold { mean: told(mean), days, events }
}

fn area_line<'a>(stay: &'a Stay<'_, '_>, at: usize, level: &Level) -> AreaLine<'a> {
    let enough = stay.before.is_enough();
    let no_data = stay.no_data(at, enough);
    let [holding, strained, collapsed] = level.chances.map(told);
    let class = match level.class {
        _ if no_data.is_some() => "no_data",
        Class::Holding => "holding",
        Class::Strained => "strained",
        Class::Collapsed => "collapsed",
    };
    AreaLine {
        source: &stay.series.name,
        area: stay.area,
        date: stay.date(at),
        truce: stay.truce,
        class,
        chances: enough.then_some(Chances { holding, strained, collapsed }),
        ratio: enough.then(|| told(level.ratio)),
        low: enough.then(|| told(level.low)),
        high: enough.then(|| told(level.high)),
        baseline: baseline(&stay.before),
        no_data,
    }
}

/// An alarm needs days before the truce, but not events: a quiet area may rise too.
fn alarm_line<'a>(stay: &'a Stay<'_, '_>, at: usize, watch: &Watch, was_up: bool) -> AlarmLine<'a> {
    let enough = stay.before.days >= hudna_series::baseline::LEAST_DAYS;
    let crossed = enough && watch.crossed;
    let up = watch.up.filter(|_| enough);
    AlarmLine {
        source: &stay.series.name,
        area: stay.area,
        date: stay.date(at),
        truce: stay.truce,
        statistic: enough.then(|| told(watch.statistic)),
        crossed,
        raised: crossed && !was_up,
        up: up.is_some(),
        until: up.map(|days| stay.date(at + days)),
        rose: watch.rose_before.filter(|_| crossed).map(|days| stay.date(at - days.min(at))),
        rise: watch.rise.filter(|_| crossed),
        fell: enough && watch.fell,
        no_data: stay.no_data(at, enough),
        fused: None,
    }
}

/// Six decimals are told.
pub(super) fn told(number: f64) -> f64 {
    (number * 1e6).round() / 1e6
}
