//! A counts file as series of days.

use std::cmp::Ordering;
use std::collections::{BTreeMap, BTreeSet};

use hudna_model::{CountDay, Coverage};

use crate::days::{Days, iso, of_moment, parse};
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
    /// Since when the feed is silent.
    silent: Option<i32>,
    /// The newest days are incomplete.
    pub(crate) late: bool,
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
    /// Since when the feed is silent.
    pub silent: Option<i32>,
}

impl<'c> Counts<'c> {
    /// Rows in any order; several rows of an area and day add up. Rows whose day is no ISO day, or
    /// is after `as_of`, are not seen.
    pub(crate) fn new(days: &'c [CountDay], ctx: &Context<'_>) -> Self {
        let today = of_moment(ctx.as_of);
        let mut sorted: Vec<&CountDay> = days.iter().collect();
        sorted.sort_by(|a, b| {
            let floats = |d: &CountDay| [d.events_between_parties, d.events_other, d.deaths_best];
            let by_floats = floats(a).into_iter().zip(floats(b)).map(|(x, y)| x.total_cmp(&y));
            by_floats.fold((&a.area, &a.date).cmp(&(&b.area, &b.date)), Ordering::then)
        });
        let (rows, counted) = (BTreeMap::new(), BTreeSet::new());
        let mut counts = Counts { rows, counted, silent: None, late: false };
        for row in sorted {
            let Some(day) = parse(&row.date).filter(|d| *d <= today) else { continue };
            counts.counted.insert(day);
            let sums = counts.rows.entry((&row.area, day)).or_default();
            sums.between += row.events_between_parties;
            sums.other += row.events_other;
            sums.deaths += row.deaths_best;
        }
        counts.listen(of_moment(ctx.agreement.effective));
        counts
    }

    /// Leaves out the days on which the feed was silent: its volume in all areas is held against its
    /// own last weeks. A truce that begins makes it quieter in truth.
    fn listen(&mut self, start: i32) {
        let (Some(first), Some(last)) = (self.counted.first().copied(), self.last_day()) else {
            return;
        };
        let mut volume = BTreeMap::new();
        for ((_, day), sums) in &self.rows {
            *volume.entry(*day).or_insert(0.0) += sums.between + sums.other;
        }
        let told: Vec<Option<f64>> = (first..=last).map(|day| volume.get(&day).copied()).collect();
        let begins: Vec<usize> = usize::try_from(start - first).into_iter().collect();
        let heard = hudna_series::silence(std::slice::from_ref(&told), &begins);
        let Some(heard) = heard.into_iter().next() else { return };
        let day = |at: usize| first + i32::try_from(at).unwrap_or_default();
        for (at, kept) in hudna_series::mask(&told, &heard).iter().enumerate() {
            if kept.is_none() {
                self.counted.remove(&day(at));
            }
        }
        self.silent = heard.last().and_then(|heard| heard.gap()).map(day);
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
            let (ratio, daily, silent) = (None, vec![], self.silent);
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
        let silent = self.silent;
        Figures { coverage, other_before, ratio, last, baseline, daily, silent }
    }
}
