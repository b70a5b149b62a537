//! The alarm of an area from all its sources together, day by day.

use std::collections::BTreeMap;

use hudna_series::baseline::LEAST_DAYS;
use hudna_series::silence::Heard;
use hudna_series::{Fused, Watch, alarm, correlation};
use serde::Serialize;

use super::counts::{Day, iso};
use super::own::{OwnCounts, OwnTruce};
use super::stays::{Stay, stays_of};
use super::told::{AlarmLine, NoData, told};

/// Name that stands for a source where several are told together.
const SOURCE: &str = "fused";

/// What a fused line rests on.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct FusedOf<'a> {
    /// The sources, by name.
    pub sources: Vec<&'a str>,
    /// How alike each two of them were before the truce.
    pub correlations: Vec<FusedPair<'a>>,
}

/// Two sources and how alike they were before the truce.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct FusedPair<'a> {
    /// Their names.
    pub between: [&'a str; 2],
    /// Correlation of the square roots of their counts.
    pub correlation: f64,
}

/// A source's days from the truce on, and what is known of it before.
struct Part<'a> {
    source: &'a str,
    law: (f64, f64),
    before: &'a [Option<f64>],
    counts: Vec<Option<f64>>,
    from: Day,
}

/// Tells the fused alarm of each area with at least two sources that can be told of by themselves.
pub(super) fn tell_fused(
    counts: &OwnCounts,
    truce: &[OwnTruce],
    heard: &[Vec<Heard>],
    mut say: impl FnMut(&AlarmLine<'_>),
) {
    let mut areas: BTreeMap<&str, Vec<Part<'_>>> = BTreeMap::new();
    stays_of(counts, truce, heard, |stay| {
        if stay.before.days >= LEAST_DAYS {
            areas.entry(stay.area).or_default().push(part(stay));
        }
    });
    for (area, parts) in areas.iter().filter(|(_, parts)| parts.len() > 1) {
        tell_area(area, parts, &mut say);
    }
}

fn part<'a>(stay: &Stay<'a, '_>) -> Part<'a> {
    Part {
        source: &stay.series.name,
        law: (stay.before.mean, stay.alpha),
        before: &stay.counts[..stay.days.start],
        counts: stay.told(),
        from: stay.series.first + i32::try_from(stay.days.start).unwrap_or_default(),
    }
}

/// All sources end on the file's last day and have days before the truce: their days are the same.
fn tell_area(area: &str, parts: &[Part<'_>], mut say: impl FnMut(&AlarmLine<'_>)) {
    let same = |a: usize, b: usize| correlation(parts[a].before, parts[b].before);
    let of = fused_of(parts, same);
    let laws: Vec<(f64, f64)> = parts.iter().map(|part| part.law).collect();
    let mut fused = Fused::new(&laws, same, alarm::THRESHOLD);
    let (begins, mut was_up) = (iso(parts[0].from), false);
    for at in 0..parts[0].counts.len() {
        let today: Vec<Option<f64>> = parts.iter().map(|part| part.counts[at]).collect();
        let watch = fused.day(&today, 1.0);
        let no_data = today.iter().all(Option::is_none).then_some(NoData::Uncounted);
        let date = |at: usize| iso(parts[0].from + i32::try_from(at).unwrap_or_default());
        let line = line(&watch, at, was_up, date);
        say(&AlarmLine { area, truce: &begins, no_data, fused: Some(&of), ..line });
        was_up = watch.up.is_some_and(|left| left > 0);
    }
}

fn fused_of<'a>(parts: &[Part<'a>], same: impl Fn(usize, usize) -> f64) -> FusedOf<'a> {
    let pairs = (0..parts.len()).flat_map(|b| (0..b).map(move |a| (a, b)));
    let pair = |(a, b): (usize, usize)| FusedPair {
        between: [parts[a].source, parts[b].source],
        correlation: told(same(a, b)),
    };
    FusedOf {
        sources: parts.iter().map(|part| part.source).collect(),
        correlations: pairs.map(pair).collect(),
    }
}

fn line<'a>(
    watch: &Watch,
    at: usize,
    was_up: bool,
    date: impl Fn(usize) -> String,
) -> AlarmLine<'a> {
    AlarmLine {
        source: SOURCE,
        area: "",
        date: date(at),
        truce: "",
        statistic: Some(told(watch.statistic)),
        crossed: watch.crossed,
        raised: watch.crossed && !was_up,
        up: watch.up.is_some(),
        until: watch.up.map(|days| date(at + days)),
        rose: watch.rose_before.map(|days| date(at - days.min(at))),
        rise: watch.rise,
        fell: watch.fell,
        no_data: None,
        fused: None,
    }
}
