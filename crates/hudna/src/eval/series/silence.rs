//! `hudna eval silence`: dead feeds found, days called silent that were not, and what the states of
//! areas say meanwhile.

use std::path::Path;

use hudna_series::silence::Heard;
use hudna_series::{Baseline, Class, LevelFilter, dispersion};
use serde::Serialize;

use super::areas::spread_of_all;
use super::counts::{Day, Series, day, iso};
use super::files::{Events, NAMES, Of, Segment, raids, segments, syria, vdc};
use super::listen::{heard, volume};
use crate::error::Result;

/// Blackouts of each feed, spread evenly over its days.
const BLACKOUTS: usize = 60;
/// Days of a blackout.
const DARK: usize = 7;
/// Days within which it is to be found.
const SOON: usize = 3;
/// Days before a blackout that are listened to.
const BEFORE: usize = 130;
/// A stretch of UCDP's Syrian events that is thin, with days of none, while another record counts.
const THIN: [&str; 2] = ["2016-05-05", "2016-05-26"];

/// The truce in which it lies.
const TRUCE: [&str; 2] = ["2016-02-27", "2016-07-31"];

/// Figures of the feeds.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct SilenceEvaluation {
    /// UCDP in May 2016, beside the other record.
    pub thin: ThinStretch,
    /// Each feed with blackouts made in it.
    pub feeds: Vec<FeedFigures>,
}

/// A real stretch of silence.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct ThinStretch {
    /// Its first and last day.
    pub days: [&'static str; 2],
    /// The day on which it was found.
    pub found: Option<String>,
    /// Days of it that are told as silent.
    pub silent: usize,
    /// `holding`, told of areas on days that are known to be silent.
    pub holding: usize,
    /// The same of the counts taken as they are.
    pub holding_naive: usize,
}

/// Figures of a feed.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct FeedFigures {
    /// Its name.
    pub name: &'static str,
    /// Whether another record was listened to beside it.
    pub beside: bool,
    /// Blackouts made.
    pub blackouts: usize,
    /// Found on the first day, within two and within three days.
    pub found: [usize; SOON],
    /// `holding`, told of areas on dark days from the one on which the blackout was found.
    pub holding: usize,
    /// `holding` told on dark days before it was found.
    pub holding_before_found: usize,
    /// `holding` told on dark days by the counts taken as they are.
    pub holding_naive: usize,
    /// Days of the feed as it was.
    pub days: usize,
    /// Days of them that are told as silent.
    pub called_silent: usize,
    /// Days of them that are told as thin, on which the counts stand.
    pub called_thin: usize,
}

/// A feed with the truces of its areas.
struct Feed {
    name: &'static str,
    series: Series,
    /// Another record of the same war.
    other: Option<Series>,
    /// First days of truces.
    truces: Vec<Day>,
    /// Areas that are under a truce, from its first day to its last.
    stays: Vec<(String, Day, Day)>,
    /// Days of blackouts: from, to.
    dark: [&'static str; 2],
    /// Days that count as they were.
    whole: [&'static str; 2],
}

/// Listens to the feeds of a folder.
///
/// # Errors
/// A folder or file that is absent, or cannot be read.
pub fn evaluate_silence(folder: &Path) -> Result<SilenceEvaluation> {
    let segments = segments(folder)?;
    let (deaths, events) = (vdc(folder)?, syria(folder, Events::All, Of::Events)?);
    let feed = |name, series: Series, other, dark, whole| {
        let (mut truces, mut stays) = stays(&segments, &series.name);
        if series.name == NAMES[1] {
            first_truce(&series, &mut truces, &mut stays);
        }
        Feed { name, series, other, truces, stays, dark, whole }
    };
    let both = ["2016-06-15", "2017-12-01"];
    let feeds = [
        feed(
            "UCDP beside VDC",
            events.clone(),
            Some(deaths.clone()),
            both,
            ["2016-01-01", "2019-12-31"],
        ),
        feed(
            "UCDP alone",
            events,
            None,
            ["2018-01-01", "2019-11-01"],
            ["2016-01-01", "2019-12-31"],
        ),
        feed("VDC alone", deaths, None, ["2013-02-04", "2017-10-01"], ["2012-01-01", "2017-12-31"]),
        feed(
            "YDP alone",
            raids(folder)?,
            None,
            ["2015-08-03", "2018-03-11"],
            ["2015-03-26", "2018-03-25"],
        ),
    ];
    Ok(SilenceEvaluation { thin: thin(&feeds[0]), feeds: feeds.iter().map(figures).collect() })
}

type Stays = Vec<(String, Day, Day)>;

/// First days of the truces of a series, and which areas are under one from when to when.
fn stays(segments: &[Segment], name: &str) -> (Vec<Day>, Stays) {
    let of: Vec<&Segment> =
        segments.iter().filter(|s| s.dataset == name && s.mean_before >= 1.0).collect();
    let mut truces: Vec<Day> = of.iter().map(|s| s.truce).collect();
    truces.sort_unstable();
    truces.dedup();
    let same = |a: &&Segment, b: &&Segment| a.area == b.area && a.truce == b.truce;
    let stay = |of: &[&Segment]| {
        let last = of.last().map_or(of[0].to, |s| s.to);
        (of[0].area.clone(), of[0].truce, last)
    };
    (truces, of.chunk_by(same).map(stay).collect())
}

/// The truce of 2016, for which UCDP's days before are too few to stand in the table of segments.
fn first_truce(series: &Series, truces: &mut Vec<Day>, stays: &mut Stays) {
    let Some((start, end)) = day(TRUCE[0]).zip(day(TRUCE[1])) else { return };
    let Some(at) = series.at(start) else { return };
    truces.insert(0, start);
    let enough = |counts: &Vec<Option<f64>>| Baseline::new(&counts[..at]).mean >= 1.0;
    let areas = series.areas.iter().filter(|(_, counts)| enough(counts));
    stays.extend(areas.map(|(area, _)| (area.clone(), start, end)));
}

impl Feed {
    /// What is told of each day from a position on.
    fn listen(&self, from: usize, all: &[Option<f64>]) -> Vec<Heard> {
        let begins = self.series.first + i32::try_from(from).unwrap_or_default();
        let other = self.other.as_ref().map(|other| {
            let volume = volume(other);
            let at = |n: usize| {
                let at = other.at(begins + i32::try_from(n).unwrap_or_default());
                at.and_then(|at| volume[at])
            };
            (0..all.len() - from).map(at).collect::<Vec<_>>()
        });
        let others: Vec<&[Option<f64>]> = other.iter().map(Vec::as_slice).collect();
        let truces: Vec<usize> =
            self.truces.iter().filter_map(|t| usize::try_from(t - begins).ok()).collect();
        heard(&all[from..], &others, &truces)
    }

    fn at(&self, text: &str) -> usize {
        let first = self.series.first;
        let to = day(text).map_or(0, |day| usize::try_from(day - first).unwrap_or_default());
        to.min(self.series.days.saturating_sub(1))
    }
}

fn thin(feed: &Feed) -> ThinStretch {
    let all = volume(&feed.series);
    let silent: Vec<bool> = feed.listen(0, &all).iter().map(|h| h.gap().is_some()).collect();
    let days = feed.at(THIN[0])..feed.at(THIN[1]) + 1;
    let first = days.clone().find(|at| silent[*at]);
    let dead = |at: usize| silent[at];
    let (holding, _) = holding(feed, &feed.series, days.clone(), &silent, dead);
    let (naive, _) = holding_as_is(feed, &feed.series, days.clone(), dead);
    ThinStretch {
        days: THIN,
        found: first.map(|at| iso(feed.series.first + i32::try_from(at).unwrap_or_default())),
        silent: days.filter(|at| silent[*at]).count(),
        holding,
        holding_naive: naive,
    }
}

fn figures(feed: &Feed) -> FeedFigures {
    let whole = volume(&feed.series);
    let (from, to) = (feed.at(feed.whole[0]), feed.at(feed.whole[1]));
    let heard = &feed.listen(from, &whole)[..to - from];
    let called_silent = heard.iter().filter(|h| h.gap().is_some()).count();
    let called_thin = heard.iter().filter(|h| h.silent.is_some()).count() - called_silent;
    let mut out = FeedFigures {
        name: feed.name,
        beside: feed.other.is_some(),
        blackouts: BLACKOUTS,
        found: [0; SOON],
        holding: 0,
        holding_before_found: 0,
        holding_naive: 0,
        days: to - from,
        called_silent,
        called_thin,
    };
    let (first, last) = (feed.at(feed.dark[0]), feed.at(feed.dark[1]));
    for n in 0..BLACKOUTS {
        blackout(feed, first + n * (last - first) / BLACKOUTS, &mut out);
    }
    out
}

/// The feed is dark for some days: what is found, and what is told of areas meanwhile.
fn blackout(feed: &Feed, start: usize, out: &mut FeedFigures) {
    let mut series = feed.series.clone();
    let dark = start..(start + DARK).min(series.days);
    for counts in series.areas.values_mut() {
        counts[dark.clone()].fill(Some(0.0));
    }
    let from = start.saturating_sub(BEFORE);
    let listened = feed.listen(from, &volume(&series)[..dark.end]);
    let mut silent = vec![false; from];
    silent.extend(listened.iter().map(|h| h.gap().is_some()));
    let found = dark.clone().find(|at| silent[*at]);
    for (days, slot) in (1..).zip(&mut out.found) {
        *slot += usize::from(found.is_some_and(|at| at < start + days));
    }
    let since = found.unwrap_or(dark.end);
    let (after, before) = holding(feed, &series, dark.clone(), &silent, |at| at >= since);
    let (naive_after, naive_before) = holding_as_is(feed, &series, dark, |at| at >= since);
    out.holding += after;
    out.holding_before_found += before;
    out.holding_naive += naive_after + naive_before;
}

fn holding_as_is(
    feed: &Feed,
    series: &Series,
    days: std::ops::Range<usize>,
    dead: impl Fn(usize) -> bool,
) -> (usize, usize) {
    holding(feed, series, days.clone(), &vec![false; days.end], dead)
}

/// Areas and days of these that are told as `holding`: on days that are dead, and on the others.
fn holding(
    feed: &Feed,
    series: &Series,
    days: std::ops::Range<usize>,
    silent: &[bool],
    dead: impl Fn(usize) -> bool,
) -> (usize, usize) {
    let mut out = (0, 0);
    for (area, truce, last) in &feed.stays {
        let (Some(start), Some(last)) = (series.at(*truce), series.at(*last)) else { continue };
        let Some(counts) = series.areas.get(area) else { continue };
        if start >= days.end || last < days.start {
            continue;
        }
        let before = Baseline::new(&counts[..start]);
        let alpha = dispersion(&before, spread_of_all(series, start));
        let mut filter = LevelFilter::new(before.mean, alpha);
        for at in start..days.end.min(last + 1) {
            let class = filter.day(counts[at].filter(|_| !silent[at]), 1.0).class;
            if days.contains(&at) && class == Class::Holding && !silent[at] {
                *(if dead(at) { &mut out.0 } else { &mut out.1 }) += 1;
            }
        }
    }
    out
}
