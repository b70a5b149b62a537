//! Series of counts beside the one that states are told by. They tell the same events, so they are
//! never added: each is held against its own time before the truce.

use std::cmp::Reverse;

use hudna_model::{CountSeries, Moment, OWN_SERIES, SeriesTold};

use crate::course::Measure;
use crate::days::{Days, of_moment, parse};
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

/// The other series, ready to be asked about areas.
pub(crate) struct Beside<'s> {
    series: Vec<(&'s CountSeries, Counts<'s>)>,
}

impl<'s> Beside<'s> {
    pub(crate) fn new(series: &'s [CountSeries], ctx: &Context<'_>) -> Self {
        let counted = |s: &'s CountSeries| {
            let mut counts = Counts::new(&s.days, ctx);
            counts.late = s.late;
            (s, counts)
        };
        let mut series: Vec<_> = series.iter().skip(1).map(counted).collect();
        series.sort_by(|(a, _), (b, _)| a.id.cmp(&b.id));
        Beside { series }
    }

    /// What each measures by, in their order.
    pub(crate) fn measures(&self, ctx: &Context<'_>) -> Vec<Measure<'_>> {
        self.series.iter().map(|(_, counts)| Measure::new(counts, ctx)).collect()
    }

    /// What each says of an area.
    pub(crate) fn told(
        &self,
        area: &str,
        measures: &[Measure<'_>],
        ctx: &Context<'_>,
    ) -> Vec<SeriesTold> {
        let told = |((series, counts), measure): (&(&CountSeries, Counts<'_>), &Measure<'_>)| {
            let (figures, course) = (counts.figures(area, ctx), measure.course(area));
            let coverage = figures.coverage;
            let enough = coverage.pre_events >= rules::BASELINE_EVENTS;
            SeriesTold {
                series: series.id.clone(),
                source: series.source.clone(),
                last_day: coverage.last_day,
                last_events: coverage.last_events,
                before_events: coverage.before_events,
                ratio: figures.ratio.filter(|_| enough),
                level: course.level,
                statistic: course.alarm.as_ref().map(|a| a.statistic),
                alarm_up: course.alarm.is_some_and(|a| a.up_until.is_some()),
            }
        };
        self.series.iter().zip(measures).map(told).collect()
    }
}
