//! Areas of one's own counts in their truces, and how their days are gone through again as they
//! were known: what a feed is found to have kept silent about is taken back.

use std::collections::BTreeMap;
use std::ops::Range;

use hudna_series::silence::Heard;
use hudna_series::{Baseline, dispersion};

use super::areas::spread_of_all;
use super::counts::{Series, iso};
use super::listen::{heard, volume};
use super::own::{OwnCounts, OwnTruce};
use super::told::NoData;

/// An area of a source in a truce.
pub(super) struct Stay<'a, 'h> {
    pub series: &'a Series,
    pub area: &'a str,
    pub counts: &'a [Option<f64>],
    pub truce: &'h str,
    /// Positions of the days of the truce.
    pub days: Range<usize>,
    pub before: Baseline,
    pub alpha: f64,
    heard: &'h [Heard],
}

/// What is heard of each source on each of its days, beside the others.
pub(super) fn listen(counts: &OwnCounts, truces: &[OwnTruce]) -> Vec<Vec<Heard>> {
    let volumes: Vec<Vec<Option<f64>>> = counts.sources.iter().map(volume).collect();
    let one = |which: usize| {
        let series = &counts.sources[which];
        let others = counts.sources.iter().zip(&volumes).enumerate().filter(|(at, _)| *at != which);
        let aligned: Vec<Vec<Option<f64>>> = others
            .map(|(_, (other, volume))| {
                let day = |at: usize| other.at(series.day(at)).and_then(|at| volume[at]);
                (0..series.days).map(day).collect()
            })
            .collect();
        let others: Vec<&[Option<f64>]> = aligned.iter().map(Vec::as_slice).collect();
        let begins: Vec<usize> = truces.iter().filter_map(|t| series.at(t.start)).collect();
        heard(&volumes[which], &others, &begins)
    };
    (0..counts.sources.len()).map(one).collect()
}

/// Goes through the areas of each truce, in the order of the truces, then of sources and areas.
pub(super) fn each_stay<'a>(
    counts: &'a OwnCounts,
    truces: &[OwnTruce],
    tell: impl FnMut(&Stay<'a, '_>),
) {
    stays_of(counts, truces, &listen(counts, truces), tell);
}

/// As [`each_stay`] for some of the truces, where listening knew of all.
pub(super) fn stays_of<'a>(
    counts: &'a OwnCounts,
    truces: &[OwnTruce],
    heard: &[Vec<Heard>],
    mut tell: impl FnMut(&Stay<'a, '_>),
) {
    let mut spreads: BTreeMap<(usize, usize), f64> = BTreeMap::new();
    for truce in truces {
        let begins = iso(truce.start);
        for (which, series) in counts.sources.iter().enumerate() {
            let days = series.span(truce);
            if days.is_empty() {
                continue;
            }
            let all = *spreads
                .entry((which, days.start))
                .or_insert_with(|| spread_of_all(series, days.start));
            let meant = |area: &String| truce.area.as_ref().is_none_or(|a| a == area);
            for (area, counts) in series.areas.iter().filter(|(area, _)| meant(area)) {
                let before = Baseline::new(&known(counts, &heard[which], days.start));
                let (alpha, days, heard) = (dispersion(&before, all), days.clone(), &*heard[which]);
                tell(&Stay { series, area, counts, truce: &begins, days, before, alpha, heard });
            }
        }
    }
}

/// The first days of some counts as they are known after them: silent ones are none.
fn known(counts: &[Option<f64>], heard: &[Heard], days: usize) -> Vec<Option<f64>> {
    let mut out = Vec::with_capacity(counts.len());
    for at in 0..days {
        learn(&mut out, counts, heard, at);
    }
    out
}

/// Adds a day to what is known; tells whether days before it are seen otherwise now.
fn learn(known: &mut Vec<Option<f64>>, counts: &[Option<f64>], heard: &[Heard], at: usize) -> bool {
    known.push(counts[at]);
    let mut other = false;
    if let Some(from) = heard[at].restored {
        other |= known[from..at] != counts[from..at];
        known[from..].copy_from_slice(&counts[from..=at]);
    }
    if let Some(from) = heard[at].gap() {
        other |= known[from..at].iter().any(Option::is_some);
        known[from..].fill(None);
    }
    other
}

impl Series {
    /// The positions of a truce's days.
    pub(super) fn span(&self, truce: &OwnTruce) -> Range<usize> {
        let at = |day: i32| usize::try_from(day - self.first).unwrap_or_default();
        let end = truce.end.map_or(self.days, |end| at(end + 1).min(self.days));
        at(truce.start)..end
    }

    /// The day of a position.
    pub(super) fn day(&self, at: usize) -> i32 {
        self.first + i32::try_from(at).unwrap_or_default()
    }
}

impl Stay<'_, '_> {
    /// The days of the truce, none where the source was found silent on the day itself.
    pub(super) fn told(&self) -> Vec<Option<f64>> {
        let on = |at: usize| self.counts[at].filter(|_| self.heard[at].gap().is_none());
        self.days.clone().map(on).collect()
    }

    /// Goes through the days of the truce as they were known on each: `new` begins after the days
    /// before it, `day` takes the next one. Where a day is seen otherwise than before, all are gone
    /// through again.
    pub(super) fn replay<T, U>(
        &self,
        new: impl Fn(&[Option<f64>]) -> T,
        day: impl Fn(&mut T, Option<f64>) -> U,
        mut say: impl FnMut(usize, &T, U),
    ) {
        let start = self.days.start;
        let mut known = known(self.counts, self.heard, start);
        let mut state = new(&known);
        for at in self.days.clone() {
            if learn(&mut known, self.counts, self.heard, at) {
                state = new(&known[..start]);
                known[start..at].iter().for_each(|count| drop(day(&mut state, *count)));
            }
            let told = day(&mut state, known[at]);
            say(at, &state, told);
        }
    }

    pub(super) fn date(&self, at: usize) -> String {
        iso(self.series.day(at))
    }

    pub(super) fn no_data(&self, at: usize, enough: bool) -> Option<NoData> {
        match self.counts[at] {
            _ if !enough => Some(NoData::TooFew),
            _ if self.heard[at].gap().is_some() => Some(NoData::Silent),
            None => Some(NoData::Uncounted),
            Some(_) => None,
        }
    }
}
