//! Series of counts beside the one that states are told by. They tell the same events, so they are
//! never added: each is held against its own time before the truce.

use std::cmp::Reverse;

use hudna_model::{CountSeries, Moment, OWN_SERIES, SeriesTold};

use crate::course::Measure;
use crate::days::{Days, iso, of_moment, parse};
use crate::series::Counts;
use crate::{Context, rules};

/// Puts the series in order: first the one that states are told by, which is the story's own, else
/// the one with the most events between parties in the 42 days before `effective`; the others by
/// id.
pub fn lead(mut series: Vec<CountSeries>, effective: Moment) -> Vec<CountSeries> {
    series.sort_by(|a, b| a.id.cmp(&b.id));
    let start = of_moment(effective);
    let before = Days { first: start - rules::BASELINE_DAYS, last: start - 1 };
    // In thousandths, so that the order of adding decides nothing.
    let events = |s: &CountSeries| -> i64 {
        let within = |day: &str| parse(day).is_some_and(|d| before.gap(Days::one(d)) == 0);
        let rows = s.days.iter().filter(|row| within(&row.date));
        rows.map(|row| (row.events_between_parties * 1000.0).round() as i64).sum()
    };
    let first = (0..series.len()).min_by_key(|at| {
        let s = &series[*at];
        (s.id != OWN_SERIES, Reverse(events(s)), *at)
    });
    if let Some(first) = first {
        series[..=first].rotate_right(1);
    }
    series
}

/// What each of the other series says of an area; `all` are all series with their counts and what
/// they measure by, in one order.
pub(crate) fn told(area: &str, all: &[Asked<'_>], ctx: &Context<'_>) -> Vec<SeriesTold> {
    let told = |asked: &Asked<'_>| {
        let (figures, course) = (asked.counts.figures(area, ctx), asked.measure.course(area));
        let coverage = figures.coverage;
        let enough = coverage.pre_events >= rules::BASELINE_EVENTS;
        let silent = figures.silent.map(|silent| iso(silent.since));
        SeriesTold {
            series: asked.series.id.clone(),
            source: asked.series.source.clone(),
            last_day: coverage.last_day,
            last_events: coverage.last_events,
            before_events: coverage.before_events,
            ratio: figures.ratio.filter(|_| enough && silent.is_none()),
            level: course.level.filter(|_| silent.is_none()),
            statistic: course.alarm.as_ref().map(|a| a.statistic),
            alarm_up: course.alarm.is_some_and(|a| a.up_until.is_some()),
            silent,
        }
    };
    all.iter().skip(1).map(told).collect()
}

/// A series, ready to be asked about areas.
pub(crate) struct Asked<'s> {
    pub series: &'s CountSeries,
    pub counts: &'s Counts<'s>,
    pub measure: Measure<'s>,
}

impl<'s> Asked<'s> {
    /// All series with their counts: the first as it is, the others by id.
    pub(crate) fn all(
        series: &'s [CountSeries],
        counts: &'s [Counts<'s>],
        ctx: &Context<'_>,
    ) -> Vec<Self> {
        let of = |(series, counts): (&'s CountSeries, &'s Counts<'s>)| Asked {
            series,
            counts,
            measure: Measure::new(counts, ctx),
        };
        let mut all: Vec<Self> = series.iter().zip(counts).map(of).collect();
        if let Some((_, others)) = all.split_first_mut() {
            others.sort_by(|a, b| a.series.id.cmp(&b.series.id));
        }
        all
    }
}
