//! Dates, resolved against the day of publication; without it relative dates stay unresolved.

use std::ops::Range;

use hudna_model::DateRef;
use jiff::ToSpan;
use jiff::civil::{self, Weekday};

use crate::doc::Doc;
use crate::token::TokenKind;

/// A date as told.
#[derive(Debug, Clone, PartialEq)]
pub struct Date {
    /// Tokens.
    pub at: Range<usize>,
    /// Resolved; none for "soon" and for relative dates without a day of publication.
    pub resolved: Option<DateRef>,
    /// It speaks of a time to come ("in the coming hours", "soon").
    pub due: bool,
    /// It begins a period ("since").
    pub since: bool,
}

/// Finds all dates.
pub fn find(doc: &Doc<'_>) -> Vec<Date> {
    let mut out = Vec::new();
    let mut i = 0;
    while i < doc.tokens.len() {
        match date_at(doc, i) {
            Some(date) => {
                i = date.at.end;
                out.push(date);
            }
            None => i += 1,
        }
    }
    out
}

/// How far before a date "since" may stand, in tokens.
const SINCE_REACH: usize = 6;

struct Found {
    end: usize,
    start: Option<civil::Date>,
    last: Option<civil::Date>,
    precision: &'static str,
    due: bool,
}

impl Found {
    fn day(end: usize, day: Option<civil::Date>) -> Self {
        Self { end, start: day, last: None, precision: "day", due: false }
    }
}

fn date_at(doc: &Doc<'_>, i: usize) -> Option<Date> {
    let found = numeric(doc, i)
        .or_else(|| day_and_month(doc, i))
        .or_else(|| relative(doc, i))
        .or_else(|| counted(doc, i))?;
    let at = i..found.end;
    // "منذ تجدد القتال فيها يوم 22": a few words may stand between.
    let near = i.saturating_sub(SINCE_REACH)..i;
    let since = near
        .rev()
        .take_while(|k| doc.tokens[*k].is_word())
        .any(|k| is(doc, k, "since").is_some() || doc.is_particle(k, "running_total"));
    let resolved = found.start.map(|start| DateRef {
        start: written(start, found.precision),
        end: found.last.map(|d| written(d, found.precision)),
        precision: if found.last.is_some() { "range" } else { found.precision }.to_owned(),
        words: doc.words(&at).to_owned(),
    });
    Some(Date { at, resolved, due: found.due, since })
}

fn written(day: civil::Date, precision: &str) -> String {
    match precision {
        "month" => day.strftime("%Y-%m").to_string(),
        "year" => day.strftime("%Y").to_string(),
        _ => day.to_string(),
    }
}

/// The value of a time word of this class that begins at the token, and where it ends.
fn is(doc: &Doc<'_>, i: usize, class: &str) -> Option<(i32, usize)> {
    let mention = doc.mention_at(i).filter(|m| m.at.start == i)?;
    let word = mention.times(doc.lang).find(|t| t.class == class)?;
    Some((word.value, mention.at.end))
}

fn number(doc: &Doc<'_>, i: usize) -> Option<i32> {
    doc.tokens.get(i).filter(|t| t.kind == TokenKind::Number)?.text.parse().ok()
}

fn year(doc: &Doc<'_>, i: usize) -> Option<i32> {
    number(doc, i).filter(|y| (1900..2100).contains(y))
}

/// `3/5/2016`, `3-5-2016`, `2016-05-03`.
fn numeric(doc: &Doc<'_>, i: usize) -> Option<Found> {
    let sep = |k: usize| doc.tokens.get(k).is_some_and(|t| t.is_mark("/-"));
    let (a, b) = (number(doc, i)?, number(doc, i + 2).filter(|_| sep(i + 1))?);
    let make = |y: i32, m: i32, d: i32| civil::Date::new(y as i16, m as i8, d as i8).ok();
    match number(doc, i + 4).filter(|_| sep(i + 3)) {
        Some(c) if c >= 1900 => Some(Found::day(i + 5, Some(make(c, b, a).or(make(c, a, b))?))),
        Some(c) if a >= 1900 => Some(Found::day(i + 5, Some(make(a, b, c)?))),
        _ => None,
    }
}

/// `3 مايو`, `3 أيار/مايو 2016`, `مايو 2016`, `أيار`.
fn day_and_month(doc: &Doc<'_>, i: usize) -> Option<Found> {
    let ordinal = is(doc, i, "day");
    let day = number(doc, i).filter(|d| (1..=31).contains(d)).or(ordinal.map(|(d, _)| d));
    let mut from = ordinal.map_or(i + usize::from(day.is_some()), |(_, end)| end);
    if day.is_some() && doc.tokens.get(from).is_some_and(|t| t.text == "من") {
        from += 1;
    }
    if let Some((_, end)) = is(doc, from, "this_month").filter(|_| day.is_some()) {
        let start = doc.published.and_then(|p| p.with().day(day? as i8).build().ok());
        return Some(Found::day(end, start));
    }
    let (month, mut end) = is(doc, from, "month")?;
    if doc.tokens.get(end).is_some_and(|t| t.is_mark("/(")) && is(doc, end + 1, "month").is_some() {
        let closing = is(doc, end + 1, "month").map_or(end, |(_, e)| e);
        let bracket = doc.tokens.get(closing).is_some_and(|t| t.is_mark(")"));
        end = closing + usize::from(bracket);
    }
    let told_year = year(doc, end).or_else(|| {
        let word = doc.tokens.get(end)?.text.as_str();
        ["عام", "سنه"].contains(&word).then(|| year(doc, end + 1)).flatten()
    });
    if told_year.is_some() {
        end += 1 + usize::from(year(doc, end).is_none());
    }
    let future = is(doc, end, "next").is_some();
    let y = told_year.or_else(|| missing_year(doc, month, day.unwrap_or(1), future))?;
    let start = civil::Date::new(y as i16, month as i8, day.unwrap_or(1) as i8).ok();
    let precision = if day.is_some() { "day" } else { "month" };
    if is(doc, end, "last").or(is(doc, end, "next")).is_some() {
        end += 1;
    }
    Some(Found { end, start, last: None, precision, due: future })
}

/// The latest year in which the day is not after publication; the next one for "coming".
fn missing_year(doc: &Doc<'_>, month: i32, day: i32, future: bool) -> Option<i32> {
    let published = doc.published?;
    let this = civil::Date::new(published.year(), month as i8, day.clamp(1, 28) as i8).ok()?;
    let year = i32::from(published.year());
    // A month that lies a little ahead is this year's; one far ahead is last year's.
    let ahead = this.duration_since(published).as_hours() / 24;
    Some(match (future, ahead) {
        (true, a) if a < -31 => year + 1,
        (false, a) if a > 45 => year - 1,
        _ => year,
    })
}

fn relative(doc: &Doc<'_>, i: usize) -> Option<Found> {
    let published = doc.published;
    if let Some((days, mut end)) = is(doc, i, "offset") {
        let mut day = published.and_then(|p| p.checked_add(days.days()).ok());
        if let Some((weekday, after)) = is(doc, end, "weekday") {
            // A text collected a day late still names its own weekday.
            let named = weekday_found(doc, weekday, end).start.filter(|_| days <= 0);
            day = named.or(day);
            end = after;
        }
        return Some(Found { due: days > 0, ..Found::day(end, day) });
    }
    if let Some((weekday, end)) = is(doc, i, "weekday") {
        return Some(weekday_found(doc, weekday, end));
    }
    if let Some((_, end)) = is(doc, i, "soon") {
        return Some(Found { due: true, ..Found::day(end, None) });
    }
    if let Some((days, end)) = is(doc, i, "coming") {
        let last = published.and_then(|p| p.checked_add(days.days()).ok());
        return Some(Found { last, due: true, ..Found::day(end, published) });
    }
    let (days, end) = is(doc, i, "period")?;
    let next = is(doc, end, "next").is_some();
    let (_, after) = is(doc, end, "next").or(is(doc, end, "last"))?;
    let shift = if next { days } else { -days };
    let start = published.and_then(|p| p.checked_add(shift.days()).ok());
    let precision = match days {
        365 => "year",
        30 => "month",
        _ => "day",
    };
    let last = start.filter(|_| days == 7).and_then(|s| s.checked_add(6.days()).ok());
    Some(Found { end: after, start, last, precision, due: next })
}

/// The latest such day not after publication; the next one when "next" stands behind.
fn weekday_found(doc: &Doc<'_>, weekday: i32, end: usize) -> Found {
    let (next, mut end) = match (is(doc, end, "next"), is(doc, end, "last")) {
        (Some((_, e)), _) => (true, e),
        (_, Some((_, e))) => (false, e),
        _ => (false, end),
    };
    let day = doc.published.and_then(|p| {
        let weekday = Weekday::from_monday_one_offset(weekday as i8).ok()?;
        let back = i32::from(p.weekday().since(weekday));
        let shift = if next { if back == 0 { 7 } else { 7 - back } } else { -back };
        p.checked_add(shift.days()).ok()
    });
    // "الثلاثاء 3 مايو": the day of the month says it better.
    if let Some(found) = day_and_month(doc, end).filter(|f| f.precision == "day") {
        end = found.end;
        return Found { start: found.start.or(day), ..Found::day(end, None) };
    }
    Found { due: next, ..Found::day(end, day) }
}

/// "قبل ثلاثة أيام", "منذ أسبوعين", "خلال 48 ساعة".
fn counted(doc: &Doc<'_>, i: usize) -> Option<Found> {
    let ago = is(doc, i, "ago").or(is(doc, i, "since"));
    let within = is(doc, i, "within");
    let (_, from) = ago.or(within)?;
    let (days, end) = match is(doc, from, "two_units") {
        Some(found) => found,
        None => {
            let n = doc.quantity_at(from).and_then(|q| q.number().map(|n| (n, q.at.end)));
            let (n, at) = n.unwrap_or((1, from));
            let (unit, end) = is(doc, at, "unit")?;
            let hours = doc.tokens[at].text.starts_with("ساع");
            (if hours { n as i32 / 24 } else { n as i32 * unit }, end)
        }
    };
    let future = is(doc, end, "next").is_some();
    let shift = if future { days } else { -days };
    let day = doc.published.and_then(|p| p.checked_add(shift.days()).ok());
    let found = if within.is_some() && future {
        Found { last: day, due: true, ..Found::day(end + 1, doc.published) }
    } else if within.is_some() {
        return None;
    } else {
        Found::day(end, day)
    };
    Some(found)
}
