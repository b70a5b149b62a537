//! Counted periods: "قبل ثلاثة أيام", "منذ أسبوعين", "خلال الساعات الـ24 الماضية", "خلال أسبوع".

use jiff::civil;

use super::tense::{Tense, around};
use super::words::{self, Way, any, is, number_with_article, text, way};
use super::{Found, Precision, Sort, calendar};
use crate::doc::Doc;

/// A length of time as told.
#[derive(Debug, Clone, Copy)]
struct Length {
    /// How many units; none for "days", "some weeks".
    count: Option<i32>,
    /// Days in a unit; 0 for hours and less.
    unit: i32,
    /// The token behind it.
    end: usize,
}

impl Length {
    /// Whole days; of a vague length the usual sense of a few.
    fn days(&self) -> i32 {
        let count = self.count.unwrap_or(3);
        if self.unit == 0 { count / 24 } else { count.saturating_mul(self.unit) }
    }

    fn precision(&self) -> Precision {
        match self.unit {
            365.. => Precision::Year,
            30.. => Precision::Month,
            _ => Precision::Day,
        }
    }

    /// The day so long before or behind another.
    fn from(&self, day: Option<civil::Date>, sign: i32) -> Option<civil::Date> {
        let count = self.count.unwrap_or(3).min(5000) * sign;
        match self.unit {
            365.. => calendar::plus_months(day, count * (12 * self.unit / 365)),
            30.. => calendar::plus_months(day, count),
            _ => calendar::plus_days(day, self.days().min(100_000) * sign),
        }
    }
}

/// A counted period with the word that says how it lies to the day of publication.
pub(super) fn counted(doc: &Doc<'_>, i: usize) -> Option<Found> {
    if let Some((_, from)) = any(doc, i, &["ago", "since"]) {
        return ago(doc, i, from);
    }
    if let Some((_, from)) = is(doc, i, "within") {
        return within(doc, i, from);
    }
    if let Some((_, from)) = is(doc, i, "after") {
        return hence(doc, i, from);
    }
    // "في الساعات الـ24 الماضية", "الأيام المقبلة": the period itself says it.
    let length = length(doc, i)?;
    let told = way(doc, length.end)?;
    let several = doc.mention_at(i).is_some_and(|m| m.definite) || length.count.is_some();
    several.then(|| inside(doc, length, told))?
}

/// "قبل يومين", "منذ ثلاثة أيام"; what is counted from something else ("قبل يومين من الانتخابات")
/// has no day that the text tells.
fn ago(doc: &Doc<'_>, i: usize, from: usize) -> Option<Found> {
    // "منذ يوم الجمعة" names its day.
    let named = words::lead(doc, from);
    if named > from && super::dated(doc, named).is_some() {
        return None;
    }
    let length = length(doc, from)?;
    if let Some(told) = way(doc, length.end) {
        return inside(doc, length, told);
    }
    // "قبيل الساعة 4", "قبل اليوم الأخير" count nothing.
    let definite = doc.mention_at(from).is_some_and(|m| m.at.start == from && m.definite);
    if definite && is(doc, from, "unit").is_some() {
        return None;
    }
    let now = is(doc, length.end + 1, "offset").is_some() || text(doc, length.end + 1) == "الان";
    let anchored = ["من", "علي"].contains(&text(doc, length.end)) && is(doc, i, "ago").is_some();
    let start = length.count.filter(|_| !anchored || now).and(length.from(doc.published, -1));
    let end = length.end + if anchored && now { 2 } else { 0 };
    let found = Found::day(end, start, Sort::Relative);
    Some(Found { precision: length.precision(), ..found })
}

/// "خلال الساعات الماضية", "في غضون أسبوع", "خلال 48 ساعة".
fn within(doc: &Doc<'_>, i: usize, from: usize) -> Option<Found> {
    let length = length(doc, from)?;
    if let Some(told) = way(doc, length.end) {
        return inside(doc, length, told);
    }
    if text(doc, length.end) == "من" {
        return None;
    }
    if around(doc, &(i..length.end)) == Tense::Future {
        return Some(coming(doc, length, length.end));
    }
    // "خلال 24 ساعة" of what has been done is the day of the report.
    let hours = length.unit == 0 && length.count.is_some() && length.days() <= 1;
    hours.then(|| Found::day(length.end, doc.published, Sort::Relative))
}

/// "بعد يومين", "بعد أسبوع", where the verb speaks of what is to come.
fn hence(doc: &Doc<'_>, i: usize, from: usize) -> Option<Found> {
    let length = length(doc, from)?;
    let anchored = ["من", "علي"].contains(&text(doc, length.end));
    if anchored || around(doc, &(i..length.end)) != Tense::Future {
        return None;
    }
    let start = length.count.and(length.from(doc.published, 1));
    let found = Found::day(length.end, start, Sort::Relative).due(true);
    Some(Found { precision: length.precision(), ..found })
}

/// A period that ends or begins with the day of publication. Hours are that day itself.
fn inside(doc: &Doc<'_>, length: Length, (way, end): (Way, usize)) -> Option<Found> {
    if way == Way::Next {
        return Some(coming(doc, length, end));
    }
    let found = Found::day(end, None, Sort::Relative);
    if length.unit == 0 && length.days() <= 1 {
        return Some(Found { start: doc.published, ..found });
    }
    let start = length.count.and(length.from(doc.published, -1));
    Some(Found { start, ..found }.until(doc.published))
}

fn coming(doc: &Doc<'_>, length: Length, end: usize) -> Found {
    let hours = length.unit == 0;
    let last = if hours {
        calendar::plus_days(doc.published, length.days().max(1))
    } else {
        length.from(doc.published, 1)
    };
    Found::day(end, doc.published, Sort::Relative).until(last).due(true)
}

/// A number and its unit in any order: "يومين", "ثلاثة أيام", "الـ24 ساعة", "الساعات الـ24",
/// "عدة أشهر", "الأيام القليلة".
fn length(doc: &Doc<'_>, i: usize) -> Option<Length> {
    let from = approximate(doc, i);
    let (count, unit, end) = counted_unit(doc, from)?;
    let end = is(doc, end, "few").map_or(end, |(_, e)| e);
    Some(Length { count, unit, end })
}

fn counted_unit(doc: &Doc<'_>, from: usize) -> Option<(Option<i32>, i32, usize)> {
    if let Some((days, end)) = is(doc, from, "two_units") {
        let (count, unit) = match days {
            60 | 730 | 14 => (2, days / 2),
            0 => (2, 0),
            _ => (days, 1),
        };
        return Some((Some(count), unit, end));
    }
    let spoken = || {
        let q = doc.quantity_at(from).filter(|q| q.at.start <= from && !q.vague)?;
        let n = q.low.or(q.high)?;
        Some((i32::try_from(n).ok()?, q.at.end))
    };
    if let Some((n, at)) = number_with_article(doc, from).or_else(spoken) {
        let (unit, end) = is(doc, at, "unit")?;
        return Some((Some(n), unit, end));
    }
    let from = is(doc, from, "few").map_or(from, |(_, end)| end);
    let (unit, end) = is(doc, from, "unit").or_else(|| is(doc, from, "period"))?;
    if let Some((n, end)) = number_behind(doc, from, end) {
        return Some((Some(n), unit, end));
    }
    let one = is(doc, from, "unit").is_some() && singular(doc, from);
    Some((one.then_some(1), unit, end))
}

/// "الساعات الـ24", "الأشهر التسعة", "اليومين": the number behind its unit.
fn number_behind(doc: &Doc<'_>, from: usize, end: usize) -> Option<(i32, usize)> {
    // "الساعة 11" is a time of the clock.
    if singular(doc, from) || !doc.mention_at(from).is_some_and(|m| m.definite) {
        return None;
    }
    let spoken = || {
        let q = doc.quantity_at(end).filter(|q| q.at.start == end)?;
        Some((i32::try_from(q.number()?).ok()?, q.at.end))
    };
    number_with_article(doc, end).or_else(spoken)
}

/// A unit told as one: "قبل شهر", not "قبل أشهر". The dictionary marks it by its length in `one`.
fn singular(doc: &Doc<'_>, i: usize) -> bool {
    is(doc, i, "one").is_some()
}

/// Skips "about", "more than" before a length.
fn approximate(doc: &Doc<'_>, i: usize) -> usize {
    let bound = doc
        .mention_at(i)
        .filter(|m| m.at.start == i && m.number(doc.lang).is_some_and(|n| n.low == 0))
        .filter(|_| doc.quantity_at(i).is_none());
    bound.map_or(i, |m| m.at.end)
}
