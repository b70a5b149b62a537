//! Days as whole numbers, and the days on which a claim may have been true.

use hudna_model::{DateRef, FiledClaim, Moment};
use jiff::civil::Date;

/// An inclusive interval of days, counted from 1970-01-01.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Days {
    pub first: i32,
    pub last: i32,
}

/// Days since 1970-01-01.
pub(crate) fn number(day: Date) -> i32 {
    let epoch = jiff::civil::date(1970, 1, 1);
    epoch.until(day).map_or(0, |span| span.get_days())
}

/// The day of that number.
pub(crate) fn date(number: i32) -> Date {
    let epoch = jiff::civil::date(1970, 1, 1);
    epoch.checked_add(jiff::Span::new().days(number)).unwrap_or(epoch)
}

/// The ISO day of that number.
pub(crate) fn iso(number: i32) -> String {
    date(number).to_string()
}

/// The number of an ISO day; none when the text is not one.
pub(crate) fn parse(day: &str) -> Option<i32> {
    day.parse().ok().map(number)
}

impl Days {
    pub(crate) fn one(day: i32) -> Self {
        Self { first: day, last: day }
    }

    /// An ISO day, `YYYY-MM` or a year as an interval.
    pub(crate) fn parse(text: &str) -> Option<Self> {
        if let Some(day) = parse(text) {
            return Some(Self::one(day));
        }
        let mut parts = text.splitn(2, '-');
        let year: i16 = parts.next()?.parse().ok()?;
        let (from, to) = match parts.next() {
            Some(month) => (month.parse().ok()?, month.parse().ok()?),
            None => (1, 12),
        };
        let first = Date::new(year, from, 1).ok()?;
        let last = Date::new(year, to, 1).ok()?.last_of_month();
        Some(Self { first: number(first), last: number(last) })
    }

    /// The interval that a resolved date means.
    fn of_date(date: &DateRef) -> Option<Self> {
        let start = Self::parse(&date.start)?;
        let end = date.end.as_deref().and_then(Self::parse).unwrap_or(start);
        Some(Self { first: start.first, last: end.last.max(start.first) })
    }

    /// When the claim may have happened. Without a date: the day of publication (else of receipt)
    /// or the day before, as news is told.
    pub(crate) fn of_claim(filed: &FiledClaim) -> Self {
        let day = told_day(filed);
        Self::told(filed).unwrap_or(Self { first: day - 1, last: day })
    }

    /// Whether the text says when.
    pub(crate) fn is_told(filed: &FiledClaim) -> bool {
        Self::told(filed).is_some()
    }

    fn told(filed: &FiledClaim) -> Option<Self> {
        let date = filed.claim.date.as_ref()?;
        (!is_dateline(date, told_day(filed))).then(|| Self::of_date(date))?
    }

    pub(crate) fn len(self) -> i32 {
        self.last - self.first + 1
    }

    /// How many days both hold; negative or zero: the days between them, negated.
    pub(crate) fn shared(self, other: Self) -> i32 {
        self.last.min(other.last) - self.first.max(other.first) + 1
    }

    /// Days from one to the other, 0 when they touch.
    pub(crate) fn gap(self, other: Self) -> i32 {
        (1 - self.shared(other)).max(0)
    }

    pub(crate) fn hull(self, other: Self) -> Self {
        Self { first: self.first.min(other.first), last: self.last.max(other.last) }
    }

    pub(crate) fn meet(self, other: Self) -> Option<Self> {
        let both = Self { first: self.first.max(other.first), last: self.last.min(other.last) };
        (both.first <= both.last).then_some(both)
    }
}

/// Whether a date is only that of the report: its own day with the year, as datelines have it.
fn is_dateline(date: &DateRef, told: i32) -> bool {
    let year = date.start.get(..4).is_some_and(|year| date.words.contains(year));
    year && date.end.is_none() && parse(&date.start) == Some(told)
}

/// The day on which the report told it: of publication, else of receipt.
pub(crate) fn told_day(filed: &FiledClaim) -> i32 {
    let published = filed.published.as_deref().and_then(parse);
    published.unwrap_or_else(|| number(filed.received.day()))
}

/// The day of a moment, where it was told.
pub(crate) fn of_moment(moment: Moment) -> i32 {
    number(moment.day())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, first: &str, last: &str) {
        let days = Days::parse(text).expect("a date");
        assert_eq!((iso(days.first).as_str(), iso(days.last).as_str()), (first, last));
    }

    #[test]
    fn a_month_and_a_year_are_all_their_days() {
        check("2016-05-03", "2016-05-03", "2016-05-03");
        check("2016-02", "2016-02-01", "2016-02-29");
        check("2015", "2015-01-01", "2015-12-31");
        assert_eq!(Days::parse("soon"), None);
    }

    #[test]
    fn gaps_count_the_days_between() {
        let may = |a, b| Days { first: a, last: b };
        assert_eq!(may(1, 2).gap(may(2, 5)), 0);
        assert_eq!(may(1, 2).gap(may(3, 5)), 1);
        assert_eq!(may(6, 7).gap(may(1, 4)), 2);
    }
}
