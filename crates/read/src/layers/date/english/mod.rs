//! Dates of English: "3 May 2016", "May 3", "last Friday", "two weeks ago", "within 48 hours".

mod day;
mod period;

use std::ops::Range;

use super::relative::whole;
use super::tense::Tense;
use super::words::{Way, before, is, mark, text};
use super::{Date, Found, Precision, Side, Sort, absolute, calendar};
use crate::doc::Doc;
use crate::lang::ar::Feat;
use day::{behind_links, calendar_day, way, year_alone, year_at};
use period::{counted, soon};

/// Finds all dates.
pub(in crate::layers::date) fn find(doc: &Doc<'_>) -> Vec<Date> {
    let mut out: Vec<Date> = Vec::new();
    let mut i = 0;
    while i < doc.tokens.len() {
        if let Some((_, end)) = is(doc, i, "none") {
            i = end;
            continue;
        }
        match found_at(doc, i) {
            Some(found) => {
                let at = i..found.end;
                i = found.end.max(i + 1);
                if is(doc, found.end, "named").is_none() {
                    out.push(date(doc, at, found));
                }
            }
            None => i += 1,
        }
    }
    out
}

fn found_at(doc: &Doc<'_>, i: usize) -> Option<Found> {
    absolute::numeric(doc, i)
        .or_else(|| calendar_day(doc, i))
        .or_else(|| named(doc, i))
        .or_else(|| counted(doc, i))
        .or_else(|| soon(doc, i))
        .or_else(|| year_alone(doc, i))
}

/// "yesterday", "last Friday", "Friday morning", "last week", "this year", "late 2014".
fn named(doc: &Doc<'_>, i: usize) -> Option<Found> {
    if let Some((days, end)) = is(doc, i, "offset") {
        let day = calendar::plus_days(doc.published, days);
        return Some(Found::day(parts(doc, end), day, Sort::Relative).due(days > 0));
    }
    if let Some((days, end)) = is(doc, i, "period_now") {
        return Some(whole(doc.published, days, Way::This, end));
    }
    if let Some((value, end)) = is(doc, i, "feast") {
        return feast(doc, value, (i, end));
    }
    let part = is(doc, i, "part").map(|(_, end)| behind_links(doc, end));
    let from = part.unwrap_or(i);
    if let Some((days, end)) = is(doc, from, "offset").filter(|_| part.is_some()) {
        let day = calendar::plus_days(doc.published, days);
        return Some(Found::day(end, day, Sort::Relative));
    }
    let (told, at) = way(doc, from).map_or((None, from), |(w, end)| (Some(w), end));
    if let Some(found) = weekday(doc, i, at, told) {
        return Some(found);
    }
    if let Some(way) = told {
        let (days, end) = is(doc, at, "unit").filter(|(d, _)| *d >= 2)?;
        return Some(whole(doc.published, days, way, end));
    }
    season(doc, i)
}

/// A feast by its month and day (1225), of the nearest year.
fn feast(doc: &Doc<'_>, value: i32, (start, end): (usize, usize)) -> Option<Found> {
    let (m, d) = (value / 100, value % 100);
    let told = year_at(doc, end);
    let tense = tense(doc, &(start..end));
    let year = told
        .map(|(y, _)| y)
        .or_else(|| calendar::missing_year(doc.published, m, d, None, tense))?;
    let end = told.map_or(end, |(_, e)| e);
    Some(Found::day(end, calendar::day(year, m, d), Sort::Calendar))
}

/// Parts of the day behind a date.
fn parts(doc: &Doc<'_>, end: usize) -> usize {
    is(doc, end, "part").map_or(end, |(_, end)| end)
}

fn weekday(doc: &Doc<'_>, start: usize, at: usize, told: Option<Way>) -> Option<Found> {
    let (weekday, end) = is(doc, at, "weekday")?;
    let way = told.filter(|w| *w == Way::Next);
    let tense = if told.is_some() { Tense::Open } else { tense(doc, &(start..end)) };
    let way = way.or(told.filter(|w| *w == Way::Last));
    let day = calendar::weekday(doc.published, weekday, way, tense);
    let due = way == Some(Way::Next) || day.zip(doc.published).is_some_and(|(d, p)| d > p);
    let found = Found::day(parts(doc, end), day, Sort::Weekday).due(due);
    let comma = usize::from(mark(doc, found.end, ",("));
    match calendar_day(doc, found.end + comma).filter(|f| f.precision == Precision::Day) {
        Some(better) => Some(Found { end: better.end, start: better.start.or(day), ..found }),
        None => Some(found),
    }
}

/// "summer 2014", "the spring of 2012", "last winter".
fn season(doc: &Doc<'_>, i: usize) -> Option<Found> {
    let (month, end) = is(doc, i, "season")?;
    let (year, end) = year_at(doc, end)?;
    let start = calendar::day(year, month, 1);
    let found = Found::day(end, start, Sort::Relative).until(calendar::plus_months(start, 2));
    Some(Found { precision: Precision::Month, ..found })
}

fn date(doc: &Doc<'_>, at: Range<usize>, found: Found) -> Date {
    let side = if found.last.is_some() { Side::On } else { side(doc, &at) };
    let recent = found.start.zip(doc.published).is_some_and(|(start, published)| {
        let days = published.duration_since(start).as_hours() / 24;
        found.precision == Precision::Day && (0..=1).contains(&days)
    });
    let since = matches!(side, Side::Since | Side::After) && !recent;
    let ahead = found.start.zip(doc.published).is_some_and(|(start, day)| start > day);
    let due = found.due || ahead;
    Date { resolved: found.resolved(doc.words(&at)), at, due, since, side }
}

fn side(doc: &Doc<'_>, at: &Range<usize>) -> Side {
    let from = at.start - usize::from(at.start > 0 && text(doc, at.start - 1) == "the");
    let told = |class: &str| before(doc, from, class).is_some();
    if told("since") {
        return Side::Since;
    }
    if told("after") {
        return Side::After;
    }
    if told("ago") {
        return Side::Before;
    }
    if told("by") || told("until") {
        return Side::Until;
    }
    Side::On
}

/// How far before a date its verb may stand, and behind it, in tokens.
const BEFORE: usize = 20;

const BEHIND: usize = 8;

/// Whether the words around a date speak of what was or of what is to come.
fn tense(doc: &Doc<'_>, at: &Range<usize>) -> Tense {
    let n = doc.sentences.partition_point(|s| s.end <= at.start);
    let Some(sentence) = doc.sentences.get(n) else { return Tense::Open };
    let from = sentence.start.max(at.start.saturating_sub(BEFORE)).min(at.start);
    let to = sentence.end.min(at.end + BEHIND).max(at.end);
    let told = (from..at.start).rev().find_map(|i| of(doc, i));
    told.or_else(|| (at.end..to).find_map(|i| of(doc, i))).unwrap_or(Tense::Open)
}

fn of(doc: &Doc<'_>, i: usize) -> Option<Tense> {
    const COMING: [&str; 11] = [
        "will",
        "shall",
        "scheduled",
        "expected",
        "slated",
        "planned",
        "planning",
        "plans",
        "due",
        "tentatively",
        "upcoming",
    ];
    const PAST: [&str; 4] = ["was", "were", "had", "did"];
    let word = text(doc, i);
    if COMING.contains(&word) {
        return Some(Tense::Future);
    }
    if PAST.contains(&word) {
        return Some(Tense::Past);
    }
    let mention = doc.mention_at(i).filter(|m| m.at.start == i)?;
    let has = |feat: Feat| mention.hits.iter().any(|h| h.feat == feat);
    if has(Feat::Future) {
        return Some(Tense::Future);
    }
    has(Feat::Past).then_some(Tense::Past)
}
