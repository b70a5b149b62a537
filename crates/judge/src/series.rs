//! A counts file as series of days.

use std::cmp::Ordering;
use std::collections::{BTreeMap, BTreeSet};

use hudna_model::{Bilingual, CountDay, CountSeries, Coverage};
use hudna_series::{Delays, Heard, Listener};

use crate::days::{Days, iso, of_moment, parse};
use crate::say::list;
use crate::score::round;
use crate::{Context, rules};

/// Sums of one area on one day.
#[derive(Debug, Clone, Copy, Default)]
struct Sums {
    between: f64,
    other: f64,
    deaths: f64,
}

/// All rows up to the day of asking.
#[derive(Debug)]
pub(crate) struct Counts<'c> {
    rows: BTreeMap<(&'c str, i32), Sums>,
    /// Days for which any area has a row, but for those on which the feed was silent.
    counted: BTreeSet<i32>,
    /// What all areas together tell, by day.
    volume: BTreeMap<i32, f64>,
    /// That the feed is silent.
    silent: Option<Silent>,
    /// How late events come in, where the newest days are incomplete.
    pub(crate) late: Option<Delays>,
}

/// A feed that is silent.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Silent {
    /// The first day on which nothing is known.
    pub since: i32,
    /// Where it comes from.
    pub source: Bilingual,
    /// The other series that go on telling; none where none does.
    pub others: Option<Bilingual>,
}

/// What is told of each day of a series, from its first to its last, beside the others: its volume
/// in all areas is held against its own last weeks. A truce that begins makes it quieter in truth.
fn heard(all: &[Counts<'_>], own: usize, start: i32) -> Vec<Heard> {
    let counts = &all[own];
    let (Some(first), Some(last)) = (counts.counted.first().copied(), counts.last_day()) else {
        return Vec::new();
    };
    let mut listener = Listener::new(all.len() - 1);
    let others = || all.iter().enumerate().filter(|(at, _)| *at != own);
    let mut day = |day: i32| {
        if day == start {
            listener.truce();
        }
        let beside: Vec<Option<f64>> =
            others().map(|(_, other)| other.volume.get(&day).copied()).collect();
        listener.take(counts.volume.get(&day).copied(), &beside)
    };
    (first..=last).map(&mut day).collect()
}

/// What the counts give for one area.
#[derive(Debug)]
pub(crate) struct Figures {
    pub coverage: Coverage,
    /// Other events in the baseline.
    pub other_before: f64,
    /// Rate of the last days ÷ rate of the baseline; none without events in the baseline.
    pub ratio: Option<f64>,
    /// The last seven days, ending with the last day counted.
    pub last: Option<Days>,
    pub baseline: Days,
    pub daily: Vec<f64>,
    /// That the feed is silent.
    pub silent: Option<Silent>,
}

impl<'c> Counts<'c> {
    /// Rows in any order; several rows of an area and day add up. Rows whose day is no ISO day, or
    /// is after `as_of`, are not seen.
    fn new(days: &'c [CountDay], ctx: &Context<'_>) -> Self {
        let today = of_moment(ctx.as_of);
        let mut sorted: Vec<&CountDay> = days.iter().collect();
        sorted.sort_by(|a, b| {
            let floats = |d: &CountDay| [d.events_between_parties, d.events_other, d.deaths_best];
            let by_floats = floats(a).into_iter().zip(floats(b)).map(|(x, y)| x.total_cmp(&y));
            by_floats.fold((&a.area, &a.date).cmp(&(&b.area, &b.date)), Ordering::then)
        });
        let (rows, counted) = (BTreeMap::new(), BTreeSet::new());
        let volume = BTreeMap::new();
        let mut counts = Counts { rows, counted, volume, silent: None, late: None };
        for row in sorted {
            let Some(day) = parse(&row.date).filter(|d| *d <= today) else { continue };
            counts.counted.insert(day);
            let sums = counts.rows.entry((&row.area, day)).or_default();
            sums.between += row.events_between_parties;
            sums.other += row.events_other;
            sums.deaths += row.deaths_best;
        }
        for ((_, day), sums) in &counts.rows {
            *counts.volume.entry(*day).or_insert(0.0) += sums.between + sums.other;
        }
        counts
    }

    /// A series that tells nothing.
    pub(crate) fn nothing(ctx: &Context<'_>) -> Self {
        Self::new(&[], ctx)
    }

    /// Several series in their order. Each is listened to beside the others of the same days: what
    /// a silent one tells counts for nothing, but none is ever added to another.
    pub(crate) fn all(series: &'c [CountSeries], ctx: &Context<'_>) -> Vec<Self> {
        let start = of_moment(ctx.agreement.effective);
        let new = |s: &'c CountSeries| {
            let late = s.late.then(|| Delays::of_lags(&s.lags));
            Counts { late, ..Counts::new(&s.days, ctx) }
        };
        let mut all: Vec<Self> = series.iter().map(new).collect();
        let heard: Vec<Vec<Heard>> = (0..all.len()).map(|own| heard(&all, own, start)).collect();
        let since: Vec<Option<i32>> =
            all.iter_mut().zip(&heard).map(|(counts, heard)| counts.mask(heard)).collect();
        for own in 0..all.len() {
            let Some(since) = since[own] else { continue };
            let tells = |at: &usize| all[*at].last_day().is_some_and(|last| last >= since);
            let others = (0..all.len()).filter(|at| *at != own).filter(tells);
            let others: Vec<Bilingual> = others.map(|at| series[at].source.clone()).collect();
            let others = (!others.is_empty()).then(|| list(&others));
            all[own].silent = Some(Silent { since, source: series[own].source.clone(), others });
        }
        all
    }

    /// Leaves out the days on which the feed was silent; since when it is, on its last day.
    fn mask(&mut self, heard: &[Heard]) -> Option<i32> {
        let first = self.counted.first().copied()?;
        let day = |at: usize| first + i32::try_from(at).unwrap_or_default();
        let told: Vec<Option<f64>> =
            (0..heard.len()).map(|at| self.volume.get(&day(at)).copied()).collect();
        for (at, kept) in hudna_series::mask(&told, heard).iter().enumerate() {
            if kept.is_none() {
                self.counted.remove(&day(at));
            }
        }
        heard.last().and_then(Heard::gap).map(day)
    }

    fn sum(&self, area: &str, days: Days, of: impl Fn(&Sums) -> f64) -> f64 {
        let on = |day: &i32| self.rows.get(&(area, *day)).map_or(0.0, &of);
        // The sum of no numbers is a negative nought, which would be printed.
        self.counted.range(days.first..=days.last).map(on).fold(0.0, |sum, n| sum + n)
    }

    /// Events between the parties day by day; none on days for which no area has a row.
    pub(crate) fn days(&self, area: &str, days: Days) -> Vec<Option<f64>> {
        let on = |day| self.rows.get(&(area, day)).map_or(0.0, |sums| sums.between);
        (days.first..=days.last).map(|day| self.counted.contains(&day).then(|| on(day))).collect()
    }

    /// All events and all deaths day by day.
    pub(crate) fn tolls(&self, area: &str, days: Days) -> (Vec<Option<f64>>, Vec<Option<f64>>) {
        let on = |day: i32| {
            let sums = self.rows.get(&(area, day)).copied().unwrap_or_default();
            let counted = self.counted.contains(&day);
            let some = |n: f64| counted.then_some(n);
            (some(sums.between + sums.other), some(sums.deaths))
        };
        (days.first..=days.last).map(on).unzip()
    }

    /// Whether there is a row of this area.
    pub(crate) fn tells_of(&self, area: &str) -> bool {
        self.rows.range((area, i32::MIN)..=(area, i32::MAX)).next().is_some()
    }

    /// The last day for which any area has a row.
    pub(crate) fn last_day(&self) -> Option<i32> {
        self.counted.last().copied()
    }

    fn counted_in(&self, days: Days) -> usize {
        self.counted.range(days.first..=days.last).count()
    }

    /// Sums, rates and the daily series of an area. A rate is a mean over counted days: a day
    /// without a row for any area is not a day without events.
    pub(crate) fn figures(&self, area: &str, ctx: &Context<'_>) -> Figures {
        let start = of_moment(ctx.agreement.effective);
        let baseline = Days { first: start - rules::BASELINE_DAYS, last: start - 1 };
        let last =
            self.counted.last().map(|day| Days { first: day - rules::STATE_DAYS + 1, last: *day });
        let other_before = self.sum(area, baseline, |s| s.other);
        let pre = self.sum(area, baseline, |s| s.between);
        let Some(week) = last else {
            let coverage = Coverage { pre_events: round(pre), ..Coverage::default() };
            let (ratio, daily, silent) = (None, vec![], self.silent.clone());
            return Figures { coverage, other_before, ratio, last, baseline, daily, silent };
        };
        let before = Days { first: week.first - rules::STATE_DAYS, last: week.first - 1 };
        let recent = self.sum(area, week, |s| s.between);
        let coverage = Coverage {
            pre_events: round(pre),
            last_events: round(recent),
            last_other: round(self.sum(area, week, |s| s.other)),
            last_deaths: round(self.sum(area, week, |s| s.deaths)),
            before_events: round(self.sum(area, before, |s| s.between)),
            days_counted: u32::try_from(self.counted_in(week)).unwrap_or(u32::MAX),
            last_day: Some(iso(week.last)),
            ..Coverage::default()
        };
        let rate = |sum: f64, days| sum / self.counted_in(days).max(1) as f64;
        let ratio = (pre > 0.0).then(|| round(rate(recent, week) / rate(pre, baseline)));
        let daily = (week.last - rules::SERIES_DAYS + 1..=week.last)
            .map(|day| round(self.sum(area, Days::one(day), |s| s.between)))
            .collect();
        let silent = self.silent.clone();
        Figures { coverage, other_before, ratio, last, baseline, daily, silent }
    }
}
