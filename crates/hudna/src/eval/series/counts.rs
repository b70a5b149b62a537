//! Daily counts of one source, by area.

use std::collections::BTreeMap;

use jiff::ToSpan;
use jiff::civil::{Date, date};

/// A day, as days since 1970-01-01.
pub type Day = i32;

const FIRST: Date = date(1970, 1, 1);

/// The day of `2016-05-03`, or of a longer text that begins so.
pub fn day(text: &str) -> Option<Day> {
    let date: Date = text.trim().get(..10)?.parse().ok()?;
    Some((date - FIRST).get_days())
}

/// A day as `2016-05-03`.
pub fn iso(day: Day) -> String {
    FIRST.checked_add(day.days()).map_or_else(|_| String::new(), |d| d.to_string())
}

/// What one source counted.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Series {
    /// Name of the series or source.
    pub name: String,
    /// Its first day.
    pub first: Day,
    /// Days from the first to the last.
    pub days: usize,
    /// Counts of each area for each of the days; none where nobody counted.
    pub areas: BTreeMap<String, Vec<Option<f64>>>,
}

impl Series {
    /// A series over all days from the first to the last of these counts; counts of an area and day
    /// are summed, and a day without any is nothing.
    pub fn new(name: &str, counts: &[(String, Day, f64)]) -> Series {
        let days = || counts.iter().map(|(_, day, _)| *day);
        let (Some(first), Some(last)) = (days().min(), days().max()) else {
            return Series { name: name.to_owned(), ..Series::default() };
        };
        let mut out = Series::empty(name, first, last);
        for (area, day, count) in counts {
            let at = out.at(*day).expect("between the first and the last day");
            let row = out.area(area);
            row[at] = Some(row[at].unwrap_or_default() + count);
        }
        out
    }

    /// A series over these days without an area.
    pub fn empty(name: &str, first: Day, last: Day) -> Series {
        let days = usize::try_from(last - first + 1).unwrap_or_default();
        Series { name: name.to_owned(), first, days, areas: BTreeMap::new() }
    }

    /// The days of an area, made with nothing on each where it is not there yet.
    pub fn area(&mut self, name: &str) -> &mut Vec<Option<f64>> {
        if !self.areas.contains_key(name) {
            self.areas.insert(name.to_owned(), vec![Some(0.0); self.days]);
        }
        self.areas.get_mut(name).expect("just made")
    }

    /// The position of a day, if it lies in the series.
    pub fn at(&self, day: Day) -> Option<usize> {
        usize::try_from(day - self.first).ok().filter(|at| *at < self.days)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_read_and_written() {
        assert_eq!(day("1970-01-02"), Some(1));
        assert_eq!(day("2016-02-29 00:00").map(iso).as_deref(), Some("2016-02-29"));
        assert_eq!((day("2015-02-29"), day("soon"), day("")), (None, None, None));
    }

    #[test]
    fn counts_of_a_day_are_summed_and_days_without_are_nothing() {
        let count = |area: &str, day, n| (area.to_owned(), day, n);
        let told = Series::new("x", &[count("a", 3, 1.0), count("b", 5, 2.0), count("a", 3, 4.0)]);
        assert_eq!((told.first, told.days), (3, 3));
        assert_eq!(told.areas["a"], [Some(5.0), Some(0.0), Some(0.0)]);
        assert_eq!((told.at(2), told.at(5), told.at(6)), (None, Some(2), None));
    }
}
