//! Arithmetic of days, weeks, months and years around the day of publication.

use jiff::ToSpan;
use jiff::civil::{self, Weekday};

use super::tense::Tense;
use super::words::Way;

/// A day of the Gregorian calendar, if there is such a one.
pub(super) fn day(year: i32, month: i32, day: i32) -> Option<civil::Date> {
    let small = |n: i32| i8::try_from(n).ok();
    civil::Date::new(i16::try_from(year).ok()?, small(month)?, small(day)?).ok()
}

pub(super) fn plus_days(from: Option<civil::Date>, days: i32) -> Option<civil::Date> {
    from?.checked_add(days.days()).ok()
}

pub(super) fn plus_months(from: Option<civil::Date>, months: i32) -> Option<civil::Date> {
    from?.checked_add(months.months()).ok()
}

/// A day of the week (Monday 1): the latest not after publication; the next one for "coming" or
/// where the future is spoken of; the one before for "last".
pub(super) fn weekday(
    published: Option<civil::Date>,
    weekday: i32,
    way: Option<Way>,
    tense: Tense,
) -> Option<civil::Date> {
    let published = published?;
    let weekday = Weekday::from_monday_one_offset(i8::try_from(weekday).ok()?).ok()?;
    let back = i32::from(published.weekday().since(weekday));
    let shift = match (way, tense) {
        (Some(Way::Next), _) => 7 - back,
        (Some(Way::Last), _) if back == 0 => -7,
        (Some(Way::BeforeLast), _) => -back - 7,
        (None, Tense::Future) if back > 0 => 7 - back,
        _ => -back,
    };
    plus_days(Some(published), shift)
}

/// How many days ahead of publication a month or day told without its year may lie and still be
/// of the same year, where nothing says that it is to come.
const AHEAD: i64 = 45;

/// The same where the verb tells of the past: a report may be collected a little early.
const AHEAD_IN_THE_PAST: i64 = 5;

/// The year of a month or day that is told without one.
pub(super) fn missing_year(
    published: Option<civil::Date>,
    month: i32,
    of_month: i32,
    way: Option<Way>,
    tense: Tense,
) -> Option<i32> {
    let published = published?;
    let year = i32::from(published.year());
    let this = day(year, month, of_month.clamp(1, 28))?;
    let ahead = this.duration_since(published).as_hours() / 24;
    let same_month = i32::from(published.month()) == month;
    Some(match (way, tense) {
        (Some(Way::Next), _) if ahead < 0 && !same_month => year + 1,
        (Some(Way::Last | Way::BeforeLast), _) if ahead > 0 => year - 1,
        (Some(_), _) => year,
        (None, Tense::Future) if ahead < -60 => year + 1,
        (None, Tense::Future) => year,
        (None, Tense::Past) if ahead > AHEAD_IN_THE_PAST && !same_month => year - 1,
        (None, _) if ahead > AHEAD => year - 1,
        _ => year,
    })
}

/// The month that a word such as "last" means, its first day.
pub(super) fn month(published: Option<civil::Date>, way: Way) -> Option<civil::Date> {
    let shift = match way {
        Way::BeforeLast => -2,
        Way::Last => -1,
        Way::This => 0,
        Way::Next => 1,
    };
    Some(plus_months(published, shift)?.first_of_month())
}

/// The year that such a word means.
pub(super) fn year(published: Option<civil::Date>, way: Way) -> Option<i32> {
    let shift = match way {
        Way::BeforeLast => -2,
        Way::Last => -1,
        Way::This => 0,
        Way::Next => 1,
    };
    Some(i32::from(published?.year()) + shift)
}
