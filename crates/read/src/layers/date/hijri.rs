//! Days of the Hijri calendar, by the tables of Umm al-Qura, and feasts that have a fixed day.

use icu_calendar::Date as AnyDate;
use icu_calendar::cal::{Hijri, Iso};
use jiff::civil;

use super::words::{any, before, day_number, is, number, text};
use super::{Found, Precision, Sort, calendar};
use crate::doc::Doc;

/// A Hijri day as a Gregorian one.
pub(super) fn day(year: i32, month: i32, day: i32) -> Option<civil::Date> {
    let small = |n: i32| u8::try_from(n).ok();
    let hijri = Hijri::new_umm_al_qura();
    let date =
        AnyDate::try_new_hijri_with_calendar(year, small(month)?, small(day)?, hijri).ok()?;
    let iso = date.to_calendar(Iso);
    let (month, day) = (i32::from(iso.month().ordinal), i32::from(iso.day_of_month().0));
    calendar::day(iso.year().extended_year(), month, day)
}

/// The Hijri year of a day.
fn year_of(date: civil::Date) -> Option<i32> {
    let (month, day) = (u8::try_from(date.month()).ok()?, u8::try_from(date.day()).ok()?);
    let iso = AnyDate::try_new_iso(i32::from(date.year()), month, day).ok()?;
    Some(iso.to_calendar(Hijri::new_umm_al_qura()).year().extended_year())
}

/// The occurrence of a Hijri day nearest to publication, and its year.
fn nearest(published: Option<civil::Date>, month: i32, of_month: i32) -> Option<i32> {
    let published = published?;
    let year = year_of(published)?;
    let away = |y: &i32| {
        day(*y, month, of_month).map_or(i64::MAX, |d| d.duration_since(published).as_hours().abs())
    };
    [year - 1, year, year + 1].into_iter().min_by_key(away)
}

/// "12 رجب 1437", "الثالث من شهر شوال", "رمضان 1437 هـ", "في رمضان الماضي".
pub(super) fn day_and_month(doc: &Doc<'_>, i: usize) -> Option<Found> {
    let first = day_number(doc, i);
    let from = first.map_or(i, |(_, end)| end + usize::from(text(doc, end) == "من"));
    let spoken = text(doc, from) == "شهر";
    let (month, end) = is(doc, from + usize::from(spoken), "hijri_month")?;
    let (told, end) = told_year(doc, end);
    let bound = spoken
        || first.is_some()
        || told.is_some()
        || ["since", "within"].iter().any(|c| before(doc, i, c).is_some());
    let of_month = first.map_or(1, |(d, _)| d);
    let way = super::words::way(doc, end);
    let year = told.or_else(|| match way {
        Some((w, _)) => Some(year_of(doc.published?)? - i32::from(w == super::words::Way::Last)),
        None => nearest(doc.published, month, of_month),
    });
    if !bound && way.is_none() {
        return None;
    }
    let start = year.and_then(|y| day(y, month, of_month));
    let end = way.map_or(end, |(_, e)| e);
    let found = Found::day(end, start, Sort::Calendar);
    Some(if first.is_some() { found } else { found.until(calendar::plus_days(start, 28)) })
}

/// A Hijri year behind a month, with or without its word and era.
fn told_year(doc: &Doc<'_>, i: usize) -> (Option<i32>, usize) {
    let word = any(doc, i, &["period", "unit"]).is_some_and(|(days, _)| days == 365);
    let at = i + usize::from(word);
    match number(doc, at).filter(|y| (1300..1600).contains(y)) {
        Some(year) => (Some(year), at + 1 + usize::from(text(doc, at + 1) == "ه")),
        None => (None, i),
    }
}

/// "ثاني أيام عيد الأضحى", "عشية عيد الفطر", "يوم عاشوراء", "رأس السنة الميلادية".
pub(super) fn feast(doc: &Doc<'_>, i: usize) -> Option<Found> {
    let (shift, from) = is(doc, i, "nth_day")?;
    let fixed = is(doc, from, "feast").map(|(day, end)| (day, end, false));
    let (code, end, lunar) =
        fixed.or_else(|| is(doc, from, "hijri_feast").map(|(day, end)| (day, end, true)))?;
    let (month, of_month) = (code / 100, code % 100);
    let (told, end) = if lunar { told_year(doc, end) } else { (None, end) };
    let first = if lunar {
        told.or_else(|| nearest(doc.published, month, of_month))
            .and_then(|y| day(y, month, of_month))
    } else {
        let year = super::tense::around(doc, &(i..end));
        calendar::missing_year(doc.published, month, of_month, None, year)
            .and_then(|y| calendar::day(y, month, of_month))
    };
    let start = calendar::plus_days(first, shift);
    Some(Found { precision: Precision::Day, ..Found::day(end, start, Sort::Relative) })
}
