//! Outlooks day by day, each as it would have been told on its day.

use std::collections::BTreeMap;

use hudna_series::outlook::Errors;
use hudna_series::{Outlook, Pace, baseline::LEAST_DAYS};
use serde::Serialize;

use super::counts::Series;
use super::outlook::{HORIZONS, INTERVAL};
use super::own::{OwnCounts, OwnTruce};
use super::stays::{Stay, each_stay};
use super::told::{NoData, told};

/// Shares of the quantiles told, with their names.
const QUANTILES: [(&str, f64); 21] = [
    ("0.01", 0.01),
    ("0.05", 0.05),
    ("0.1", 0.1),
    ("0.15", 0.15),
    ("0.2", 0.2),
    ("0.25", 0.25),
    ("0.3", 0.3),
    ("0.35", 0.35),
    ("0.4", 0.4),
    ("0.45", 0.45),
    ("0.5", 0.5),
    ("0.55", 0.55),
    ("0.6", 0.6),
    ("0.65", 0.65),
    ("0.7", 0.7),
    ("0.75", 0.75),
    ("0.8", 0.8),
    ("0.85", 0.85),
    ("0.9", 0.9),
    ("0.95", 0.95),
    ("0.99", 0.99),
];

/// What the days after a day may bring to an area.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct OutlookLine<'a> {
    /// Source, where the file names sources.
    #[serde(skip_serializing_if = "str::is_empty")]
    pub source: &'a str,
    /// Area.
    pub area: &'a str,
    /// The last day that is known.
    pub date: String,
    /// First day of the truce.
    pub truce: &'a str,
    /// Days after it that are meant, together.
    pub horizon: usize,
    /// Mean of what they bring.
    pub mean: Option<f64>,
    /// Lower end of the shortest interval that holds 90 %.
    pub low: Option<usize>,
    /// Upper end.
    pub high: Option<usize>,
    /// Smallest counts that hold these shares.
    pub quantiles: Option<BTreeMap<&'static str, usize>>,
    /// Why nothing is told, or why it rests on days before.
    pub no_data: Option<NoData>,
}

/// Errors of all areas together, by day and horizon.
type OfAll = BTreeMap<usize, [Errors; HORIZONS.len()]>;

/// Tells the outlook of each area from each day of each truce.
pub fn tell_outlook(
    counts: &OwnCounts,
    truces: &[OwnTruce],
    mut say: impl FnMut(&OutlookLine<'_>),
) {
    let mut days: BTreeMap<String, (usize, usize)> = BTreeMap::new();
    each_stay(counts, truces, |stay| {
        let wide = days.entry(stay.series.name.clone()).or_insert((usize::MAX, 0));
        *wide = (wide.0.min(stay.days.start), wide.1.max(stay.days.end));
    });
    let all: BTreeMap<&str, OfAll> = counts
        .sources
        .iter()
        .filter_map(|s| Some((s.name.as_str(), of_all(s, *days.get(&s.name)?))))
        .collect();
    each_stay(counts, truces, |stay| {
        let Some(all) = all.get(stay.series.name.as_str()) else { return };
        stay.replay(Pace::new, Pace::day, |at, pace, ()| {
            for (which, horizon) in HORIZONS.into_iter().enumerate() {
                let law = all.get(&at).map(|errors| pace.ahead(horizon, errors[which]));
                say(&line(stay, at, horizon, law));
            }
        });
    });
}

fn of_all(series: &Series, (from, end): (usize, usize)) -> OfAll {
    let mut out = OfAll::new();
    for counts in series.areas.values() {
        let mut pace = Pace::new(&counts[..from]);
        for (at, count) in counts.iter().enumerate().take(end).skip(from) {
            pace.day(*count);
            let sums = out.entry(at).or_default();
            for (sum, horizon) in sums.iter_mut().zip(HORIZONS) {
                *sum = *sum + pace.errors(horizon);
            }
        }
    }
    out
}

fn line<'a>(
    stay: &'a Stay<'_, '_>,
    at: usize,
    horizon: usize,
    law: Option<Outlook>,
) -> OutlookLine<'a> {
    let enough = stay.counts[..=at].iter().flatten().count() >= LEAST_DAYS;
    let law = law.filter(|_| enough);
    let interval = law.as_ref().map(|law| law.interval(INTERVAL));
    let quantile = |law: &Outlook| {
        let at = |(name, share)| (name, hudna_series::negbin::quantile(&law.pmf, share));
        QUANTILES.into_iter().map(at).collect()
    };
    OutlookLine {
        source: &stay.series.name,
        area: stay.area,
        date: stay.date(at),
        truce: stay.truce,
        horizon,
        mean: law.as_ref().map(|law| told(law.mean())),
        low: interval.map(|i| i.0),
        high: interval.map(|i| i.1),
        quantiles: law.as_ref().map(quantile),
        no_data: stay.no_data(at, enough),
    }
}
