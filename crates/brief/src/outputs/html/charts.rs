//! Small charts of one area: the ratio as a bar, the days as a line of bars.

use hudna_model::AreaState;
use serde::Serialize;

/// Where the bar ends, in ratios; what is beyond is cut and marked.
const BAR_END: f64 = 2.0;
/// Width of the bar, page units.
const BAR_WIDTH: f64 = 120.0;
/// Days of the sparkline that are "the last 7".
const LATEST: usize = 7;
/// Days over which the mean before the truce is taken.
const DAYS_BEFORE: f64 = 42.0;
/// One day's width and the height of the sparkline, page units.
const DAY: f64 = 5.0;
const SPARK_HEIGHT: f64 = 30.0;

/// The ratio to the level before the truce.
#[derive(Debug, Serialize)]
pub(super) struct Bar {
    /// `0.83`
    text: String,
    length: f64,
    /// Longer than the bar can show.
    beyond: bool,
    width: f64,
    /// Where 0.5, 0.8 and 1 stand.
    ticks: [f64; 3],
}

/// Events a day.
#[derive(Debug, Serialize)]
pub(super) struct Spark {
    width: f64,
    height: f64,
    bars: Vec<DayBar>,
    /// Height of the mean before the truce from the top.
    mean_y: f64,
    /// The largest day, as text.
    peak: String,
}

#[derive(Debug, Serialize)]
struct DayBar {
    x: f64,
    y: f64,
    height: f64,
    latest: bool,
}

/// The level by all days of the truce, else the ratio of the last seven.
pub(super) fn bar(area: &AreaState) -> Option<Bar> {
    let ratio = area.level.map(|level| level.ratio).or(area.ratio)?;
    let at = |r: f64| tenth(r.clamp(0.0, BAR_END) / BAR_END * BAR_WIDTH);
    Some(Bar {
        text: format!("{ratio:.2}"),
        length: at(ratio),
        beyond: ratio > BAR_END,
        width: BAR_WIDTH,
        ticks: [at(0.5), at(0.8), at(1.0)],
    })
}

pub(super) fn spark(area: &AreaState) -> Option<Spark> {
    let peak = area.daily.iter().copied().fold(0.0, f64::max);
    let mean = area.coverage.pre_events / DAYS_BEFORE;
    let top = peak.max(mean);
    if top <= 0.0 {
        return None;
    }
    let of = |n: f64| n / top * SPARK_HEIGHT;
    let latest = area.daily.len().saturating_sub(LATEST);
    let bars = area.daily.iter().enumerate().map(|(i, n)| DayBar {
        x: i as f64 * DAY,
        y: tenth(SPARK_HEIGHT - of(*n)),
        height: tenth(of(*n)),
        latest: i >= latest,
    });
    Some(Spark {
        width: area.daily.len() as f64 * DAY,
        height: SPARK_HEIGHT,
        bars: bars.collect(),
        mean_y: tenth(SPARK_HEIGHT - of(mean)),
        peak: number(peak),
    })
}

/// `12` or `12.5`.
pub(super) fn number(n: f64) -> String {
    format!("{}", tenth(n))
}

fn tenth(n: f64) -> f64 {
    (n * 10.0).round() / 10.0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fractions_are_told_to_a_tenth() {
        assert_eq!(number(12.0), "12");
        assert_eq!(number(0.1 + 0.2), "0.3");
    }
}
