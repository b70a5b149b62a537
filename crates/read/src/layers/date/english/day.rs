//! Days, months and years by their names and numbers: "3 May 2016", "May 3", "late 2014".

use super::super::words::{Way, before, is, mark, number, text};
use super::super::{Found, Precision, Sort, calendar};
use super::tense;
use crate::doc::Doc;

/// "of", "the": words that link the parts of a date.
pub(super) fn behind_links(doc: &Doc<'_>, mut i: usize) -> usize {
    while ["of", "the", "in"].contains(&text(doc, i)) {
        i += 1;
    }
    i
}

/// A month, told by its name; one that is another word as well needs a day, a year or a
/// preposition beside it.
fn month(doc: &Doc<'_>, i: usize) -> Option<(i32, usize, bool)> {
    let (value, end, weak) = match is(doc, i, "month") {
        Some((value, end)) => (value, end, false),
        None => is(doc, i, "weak_month").map(|(value, end)| (value, end, true))?,
    };
    Some((value, end + usize::from(mark(doc, end, ".") && number(doc, end + 1).is_some()), weak))
}

/// A day of a month in digits or as an ordinal, and where it ends.
fn day_number(doc: &Doc<'_>, i: usize) -> Option<(i32, usize)> {
    if let Some(n) = number(doc, i).filter(|d| (1..=31).contains(d)) {
        let tail = matches!(text(doc, i + 1), "st" | "nd" | "rd" | "th");
        return Some((n, i + 1 + usize::from(tail)));
    }
    let mention = doc.mention_at(i).filter(|m| m.at.start == i)?;
    let word = mention.number(doc.lang).filter(|n| n.class == "ordinal")?;
    (1..=31).contains(&word.low).then_some((word.low as i32, mention.at.end))
}

pub(super) fn year_at(doc: &Doc<'_>, i: usize) -> Option<(i32, usize)> {
    let comma = usize::from(mark(doc, i, ",") || text(doc, i) == "of" || text(doc, i) == "in");
    let year = number(doc, i + comma).filter(|y| (1900..2100).contains(y))?;
    Some((year, i + comma + 1))
}

/// "3 May 2016", "3-5 May", "May 3, 2016", "the third of May", "May 2016", "early May", "May".
pub(super) fn calendar_day(doc: &Doc<'_>, i: usize) -> Option<Found> {
    let (edge, from) = is(doc, i, "edge").map_or((0, i), |(e, end)| (e, behind_links(doc, end)));
    if let Some((first, end)) = day_number(doc, from) {
        let (last, end) = second(doc, end);
        if let Some((m, end, _)) = month(doc, behind_links(doc, end)) {
            return Some(in_month(doc, i, (m, end), Some(first), last));
        }
    }
    let (m, end, weak) = month(doc, from)?;
    if let Some((first, day_end)) = day_number(doc, usize::from(text(doc, end) == "the") + end) {
        let (last, day_end) = second(doc, day_end);
        return Some(in_month(doc, i, (m, day_end), Some(first), last));
    }
    let told = year_at(doc, end).is_some() || edge > 0 || way_before(doc, from).is_some();
    let preposition = i > 0 && doc.is_particle(i - 1, "prep");
    if weak && !told && !preposition {
        return None;
    }
    let found = in_month(doc, i, (m, end), None, None);
    Some(found)
}

/// The second of two days of one month.
fn second(doc: &Doc<'_>, end: usize) -> (Option<i32>, usize) {
    let joint = mark(doc, end, "-–—") || matches!(text(doc, end), "to" | "and" | "until");
    match day_number(doc, end + 1).filter(|_| joint) {
        Some((day, end)) => (Some(day), end),
        None => (None, end),
    }
}

fn in_month(
    doc: &Doc<'_>,
    start: usize,
    (m, end): (i32, usize),
    first: Option<i32>,
    last: Option<i32>,
) -> Found {
    let told = year_at(doc, end);
    let end = told.map_or(end, |(_, end)| end);
    let tense = tense(doc, &(start..end));
    let way = way_before(doc, start).map(|(w, _)| w);
    let of_month = first.unwrap_or(1);
    let year = told
        .map(|(y, _)| y)
        .or_else(|| calendar::missing_year(doc.published, m, of_month, way, tense));
    let day = |d: i32| year.and_then(|y| calendar::day(y, m, d));
    let precision = if first.is_some() { Precision::Day } else { Precision::Month };
    let found = Found { precision, ..Found::day(end, day(of_month), Sort::Calendar) };
    found.until(last.and_then(day)).due(way == Some(Way::Next))
}

/// Which one of several, right before the token.
fn way_before(doc: &Doc<'_>, i: usize) -> Option<(Way, usize)> {
    [("last", Way::Last), ("next", Way::Next), ("this", Way::This)]
        .iter()
        .find_map(|(class, way)| before(doc, i, class).map(|(_, at)| (*way, at)))
}

pub(super) fn way(doc: &Doc<'_>, i: usize) -> Option<(Way, usize)> {
    [("last", Way::Last), ("next", Way::Next), ("this", Way::This)]
        .iter()
        .find_map(|(class, way)| is(doc, i, class).map(|(_, end)| (*way, end)))
}

/// "in 2011", "since 2011", "late 2014".
pub(super) fn year_alone(doc: &Doc<'_>, i: usize) -> Option<Found> {
    let (edge, at) = is(doc, i, "edge").map_or((0, i), |(e, end)| (e, behind_links(doc, end)));
    let year = number(doc, at).filter(|y| (1900..2100).contains(y))?;
    let previous = i.checked_sub(1).map_or("", |b| text(doc, b));
    let words = [
        "in", "since", "of", "until", "from", "by", "during", "year", "through", "before", "after",
        "and", "(",
    ];
    let counts = doc.mention_at(at + 1).is_some_and(|m| {
        m.at.start == at + 1
            && ["victim", "harmed", "force", "thing"]
                .iter()
                .any(|c| m.lexeme(doc.lang, c).is_some())
    });
    if edge == 0 && !words.contains(&previous) || counts {
        return None;
    }
    let month = match edge {
        1 | 0 => 1,
        2 => 6,
        _ => 11,
    };
    let precision = if edge > 0 { Precision::Month } else { Precision::Year };
    let start = calendar::day(year, month, 1);
    Some(Found { precision, ..Found::day(at + 1, start, Sort::Calendar) })
}
