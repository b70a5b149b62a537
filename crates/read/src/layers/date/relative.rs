//! Words that count from the day of publication: yesterday, weekdays, last month, soon.

use jiff::civil;

use super::tense::{Tense, around};
use super::words::{Way, before, is, mark, number, text, trail, way};
use super::{Found, Precision, Sort, absolute, calendar};
use crate::doc::Doc;

/// "أمس", "اليوم الثلاثاء 3 مايو", "الجمعة الماضي", "الأسبوع المقبل", "هذا الشهر".
pub(super) fn named(doc: &Doc<'_>, i: usize) -> Option<Found> {
    offset(doc, i).or_else(|| weekday(doc, i)).or_else(|| period(doc, i))
}

fn offset(doc: &Doc<'_>, i: usize) -> Option<Found> {
    let (days, mut end) = is(doc, i, "offset")?;
    let mut day = calendar::plus_days(doc.published, days);
    if let Some((weekday, after)) = bracketed(doc, end, |k| is(doc, k, "weekday")) {
        // A text collected a day late still names its own weekday.
        let named = calendar::weekday(doc.published, weekday, None, Tense::Past);
        day = named.filter(|_| days <= 0).or(day);
        end = after;
    }
    if let Some(found) = calendar_day(doc, end) {
        day = found.start.or(day);
        end = found.end;
    }
    Some(Found::day(trail(doc, end), day, Sort::Relative).due(days > 0))
}

/// What stands at the token, or between brackets or behind a comma there.
fn bracketed(
    doc: &Doc<'_>,
    i: usize,
    what: impl Fn(usize) -> Option<(i32, usize)>,
) -> Option<(i32, usize)> {
    if !mark(doc, i, "(") {
        return what(i);
    }
    let (value, end) = what(i + 1)?;
    mark(doc, end, ")").then_some((value, end + 1))
}

/// A full day of a calendar at the token, also between brackets or behind a comma.
fn calendar_day(doc: &Doc<'_>, i: usize) -> Option<Found> {
    let full = |k: usize| {
        absolute::numeric(doc, k)
            .or_else(|| absolute::day_and_month(doc, k))
            .filter(|f| f.precision == Precision::Day && f.last.is_none())
    };
    if mark(doc, i, "(") {
        let found = full(i + 1).filter(|f| mark(doc, f.end, ")"))?;
        return Some(Found { end: found.end + 1, ..found });
    }
    let comma = usize::from(mark(doc, i, "،,/") && number(doc, i + 1).is_some());
    full(i + comma)
}

/// The latest such day not after publication; the next one when that is what is spoken of.
fn weekday(doc: &Doc<'_>, i: usize) -> Option<Found> {
    let (weekday, mut end) = is(doc, i, "weekday")?;
    let told = way(doc, end);
    if let Some((_, after)) = told {
        end = after;
    }
    let way = told.map(|(w, _)| w).filter(|w| *w != Way::This);
    let tense = if told.is_some() { Tense::Open } else { around(doc, &(i..end)) };
    let start = calendar::weekday(doc.published, weekday, way, tense);
    let due = way == Some(Way::Next) || start.zip(doc.published).is_some_and(|(s, p)| s > p);
    let found = Found::day(end, start, Sort::Weekday).due(due);
    // "الثلاثاء 3 مايو": the day of the month says it better.
    if let Some(better) = calendar_day(doc, end) {
        let end = trail(doc, better.end);
        return Some(Found { end, start: better.start.or(start), due: better.due, ..found });
    }
    // "ليل الجمعة - السبت": one night over two days.
    if let Some(end) = next_weekday(doc, end, weekday) {
        return Some(Found { end, ..found.until(calendar::plus_days(start, 1)) });
    }
    Some(Found { end: trail(doc, end), ..found })
}

fn next_weekday(doc: &Doc<'_>, end: usize, weekday: i32) -> Option<usize> {
    let from = end + usize::from(mark(doc, end, "-–—/"));
    let (next, after) = is(doc, from, "weekday")?;
    let joined = doc.mention_at(from).is_some_and(|m| m.conjunction || m.preposition.is_some());
    (next == weekday % 7 + 1 && !joined).then_some(after)
}

/// "الأسبوع الماضي", "الشهر الجاري", "العام المقبل", "هذا العام".
fn period(doc: &Doc<'_>, i: usize) -> Option<Found> {
    let (days, way, end) = match is(doc, i, "period_now") {
        Some((days, end)) => (days, Way::This, end),
        None => {
            let (days, end) = is(doc, i, "period")?;
            let (way, end) = way(doc, end)?;
            (days, way, end)
        }
    };
    Some(whole(doc.published, days, way, end))
}

/// A week, month or year beside that of publication, by how many days it is told to have.
pub(super) fn whole(published: Option<civil::Date>, days: i32, way: Way, end: usize) -> Found {
    let found = Found::day(end, None, Sort::Relative).due(way == Way::Next);
    match days {
        365 => {
            let start = calendar::year(published, way).and_then(|y| calendar::day(y, 1, 1));
            Found { start, precision: Precision::Year, ..found }
        }
        30 => {
            let start = calendar::month(published, way);
            Found { start, precision: Precision::Month, ..found }
        }
        _ => {
            let (from, to) = match way {
                Way::BeforeLast => (-14, -8),
                Way::Last => (-7, -1),
                Way::This => (-6, 0),
                Way::Next => (1, 7),
            };
            let start = calendar::plus_days(published, from);
            Found { start, ..found }.until(calendar::plus_days(published, to))
        }
    }
}

/// "مطلع مايو", "منتصف الشهر الماضي", "نهاية العام", "أواخر 2013".
pub(super) fn edge(doc: &Doc<'_>, i: usize) -> Option<Found> {
    let (part, from) = is(doc, i, "edge")?;
    let found = absolute::day_and_month(doc, from)
        .filter(|f| f.precision != Precision::Day)
        .or_else(|| period(doc, from))
        .or_else(|| year(doc, from))
        .or_else(|| open_end(doc, from))?;
    if found.precision == Precision::Month && found.last.is_none() {
        return Some(third_of_month(part, found));
    }
    if found.precision != Precision::Year {
        return Some(found);
    }
    let start = match part {
        1 => found.start,
        2 => return Some(found),
        _ => calendar::plus_months(found.start, 11),
    };
    Some(Found { start, precision: Precision::Month, ..found })
}

/// The first, second or last ten days of a month.
fn third_of_month(part: i32, found: Found) -> Found {
    let Some(first) = found.start else { return found };
    let (from, to) = match part {
        1 => (0, 9),
        2 => (10, 19),
        _ => (20, i32::from(first.days_in_month()) - 1),
    };
    let start = calendar::plus_days(Some(first), from);
    let last = calendar::plus_days(Some(first), to);
    Found { start, precision: Precision::Day, ..found }.until(last)
}

fn year(doc: &Doc<'_>, i: usize) -> Option<Found> {
    let word = super::words::any(doc, i, &["period", "unit"]).is_some_and(|(d, _)| d == 365);
    let at = i + usize::from(word);
    let year = number(doc, at).filter(|y| (1900..2100).contains(y))?;
    let found = Found::day(at + 1, calendar::day(year, 1, 1), Sort::Calendar);
    Some(Found { precision: Precision::Year, ..found })
}

/// "نهاية الشهر", "آخر العام": of the one that runs, and still to come when the verb says so.
fn open_end(doc: &Doc<'_>, i: usize) -> Option<Found> {
    let (days, end) = is(doc, i, "period")?;
    let ours = doc.mention_at(i).is_some_and(|m| m.definite) && text(doc, end) != "من";
    let future = around(doc, &(i..end)) == Tense::Future
        || before(doc, i.saturating_sub(1), "by").is_some()
        || before(doc, i.saturating_sub(1), "ago").is_some()
        || before(doc, i.saturating_sub(1), "until").is_some();
    (ours && days > 7).then(|| whole(doc.published, days, Way::This, end).due(future))
}

/// "قريبا", "في الساعات المقبلة", "في الأيام الماضية": no day, or a range to come.
pub(super) fn loose(doc: &Doc<'_>, i: usize) -> Option<Found> {
    if let Some((_, end)) = is(doc, i, "soon") {
        return Some(Found::day(end, None, Sort::Relative).due(true));
    }
    let (days, end) = is(doc, i, "coming")?;
    let last = calendar::plus_days(doc.published, days);
    Some(Found::day(end, doc.published, Sort::Relative).until(last).due(true))
}
