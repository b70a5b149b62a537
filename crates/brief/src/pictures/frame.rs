//! Where things stand across a picture: everything mirrored for a script read from the right.

use jiff::civil::Date;

use super::{Look, WIDTH};

/// Distances along a line of text, as page units from the left.
#[derive(Debug, Clone, Copy)]
pub(super) struct Line {
    rtl: bool,
}

impl Line {
    pub fn of(look: &Look) -> Self {
        Self { rtl: look.rtl() }
    }

    /// The point that far from where a line begins.
    pub fn at(self, along: f64) -> f64 {
        if self.rtl { WIDTH - along } else { along }
    }

    /// The left edge of a box that begins that far along the line.
    pub fn left(self, along: f64, wide: f64) -> f64 {
        if self.rtl { WIDTH - along - wide } else { along }
    }
}

/// Days side by side.
#[derive(Debug, Clone, Copy)]
pub(super) struct Days {
    pub start: Date,
    pub count: usize,
    left: f64,
    wide: f64,
    backward: bool,
    /// Whether time runs as the language is read.
    reading: bool,
}

impl Days {
    /// `count` days from `start` in the box that begins `along` the line.
    pub fn new(look: &Look, start: Date, count: usize, along: f64, wide: f64) -> Self {
        let backward = look.backward();
        Self {
            start,
            count,
            left: Line::of(look).left(along, wide),
            wide,
            backward,
            reading: backward == look.rtl(),
        }
    }

    /// Width of a day.
    pub fn day(&self) -> f64 {
        self.wide / self.count.max(1) as f64
    }

    /// Where the day numbered `n` from `start` begins; fractions are times of the day.
    pub fn edge(&self, n: f64) -> f64 {
        let along = n * self.day();
        if self.backward { self.left + self.wide - along } else { self.left + along }
    }

    /// The middle of a day.
    pub fn middle(&self, n: usize) -> f64 {
        self.edge(n as f64 + 0.5)
    }

    /// The left edge of `days` days from the day `n` on.
    pub fn left_of(&self, n: usize, days: usize) -> f64 {
        self.edge(n as f64).min(self.edge((n + days) as f64))
    }

    /// The left and right edges of all days.
    pub fn span(&self) -> [f64; 2] {
        [self.left, self.left + self.wide]
    }

    /// The number of a day, when it is one of these.
    pub fn index(&self, day: Date) -> Option<usize> {
        let n = usize::try_from(days_between(self.start, day)).ok()?;
        (n < self.count).then_some(n)
    }

    /// The anchor of a text that begins at a day and goes on with time.
    pub fn forth(&self) -> &'static str {
        if self.reading { "start" } else { "end" }
    }

    /// The anchor of a text that goes back in time from a day.
    pub fn back(&self) -> &'static str {
        if self.reading { "end" } else { "start" }
    }

    /// `x` moved by `by` with time.
    pub fn later(&self, x: f64, by: f64) -> f64 {
        if self.backward { x - by } else { x + by }
    }

    /// Where a text at a day stands and its anchor: before the day, or after it where the text of
    /// that width would pass the beginning of the days.
    pub fn before(&self, x: f64, gap: f64, wide: f64) -> (f64, &'static str) {
        let [left, right] = self.span();
        let room = if self.backward { right - x } else { x - left };
        if room >= wide + gap {
            (self.later(x, -gap), self.back())
        } else {
            (self.later(x, gap), self.forth())
        }
    }
}

/// Days from one to another; 0 for days too far apart to be counted.
pub(super) fn days_between(from: Date, to: Date) -> i32 {
    from.until(to).map_or(0, |span| span.get_days())
}

/// The day `n` days after another; the other where the calendar ends.
pub(super) fn day_after(day: Date, n: usize) -> Date {
    let span = i32::try_from(n).ok().and_then(|n| jiff::Span::new().try_days(n).ok());
    span.and_then(|span| day.checked_add(span).ok()).unwrap_or(day)
}

#[cfg(test)]
mod tests {
    use hudna_model::Lang;
    use jiff::civil::date;

    use super::*;
    use crate::pictures::Flow;

    fn days(lang: Lang, flow: Flow) -> Days {
        Days::new(&Look::new(lang, "t").flow(flow), date(2016, 2, 27), 10, 100.0, 200.0)
    }

    #[test]
    fn time_runs_as_one_reads() {
        let en = days(Lang::En, Flow::Reading);
        assert_eq!((en.edge(0.0), en.edge(10.0), en.forth()), (100.0, 300.0, "start"));
        let ar = days(Lang::Ar, Flow::Reading);
        assert_eq!((ar.edge(0.0), ar.edge(10.0), ar.forth()), (660.0, 460.0, "start"));
        assert_eq!(ar.left_of(0, 2), 620.0);
    }

    #[test]
    fn time_may_run_from_the_left_in_arabic() {
        let ar = days(Lang::Ar, Flow::LeftToRight);
        assert_eq!((ar.edge(0.0), ar.edge(10.0), ar.forth()), (460.0, 660.0, "end"));
    }

    #[test]
    fn a_leap_day_is_a_day() {
        let days = days(Lang::En, Flow::Reading);
        assert_eq!(days.index(date(2016, 3, 1)), Some(3));
        assert_eq!(days.index(date(2016, 2, 26)), None);
        assert_eq!(days.index(date(2016, 3, 8)), None);
        assert_eq!(day_after(days.start, 3), date(2016, 3, 1));
    }

    #[test]
    fn a_text_near_the_beginning_turns_round() {
        let en = days(Lang::En, Flow::Reading);
        assert_eq!(en.before(290.0, 4.0, 80.0), (286.0, "end"));
        assert_eq!(en.before(110.0, 4.0, 80.0), (114.0, "start"));
        let ar = days(Lang::Ar, Flow::Reading);
        assert_eq!(ar.before(470.0, 4.0, 80.0), (474.0, "end"));
        assert_eq!(ar.before(650.0, 4.0, 80.0), (646.0, "start"));
    }
}
