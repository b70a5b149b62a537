//! Dates of English: "3 May 2016", "May 3", "last Friday", "two weeks ago", "within 48 hours".

use std::ops::Range;

use jiff::civil;

use super::tense::Tense;
use super::words::{Way, before, is, mark, number, text};
use super::{Date, Found, Precision, Side, Sort, absolute, calendar};
use crate::doc::Doc;
use crate::lang::ar::Feat;
use crate::pack::index::Target;

/// Finds all dates.
pub(super) fn find(doc: &Doc<'_>) -> Vec<Date> {
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

/// "of", "the": words that link the parts of a date.
fn behind_links(doc: &Doc<'_>, mut i: usize) -> usize {
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

fn year_at(doc: &Doc<'_>, i: usize) -> Option<(i32, usize)> {
    let comma = usize::from(mark(doc, i, ",") || text(doc, i) == "of" || text(doc, i) == "in");
    let year = number(doc, i + comma).filter(|y| (1900..2100).contains(y))?;
    Some((year, i + comma + 1))
}

/// "3 May 2016", "3-5 May", "May 3, 2016", "the third of May", "May 2016", "early May", "May".
fn calendar_day(doc: &Doc<'_>, i: usize) -> Option<Found> {
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

fn way(doc: &Doc<'_>, i: usize) -> Option<(Way, usize)> {
    [("last", Way::Last), ("next", Way::Next), ("this", Way::This)]
        .iter()
        .find_map(|(class, way)| is(doc, i, class).map(|(_, end)| (*way, end)))
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

fn whole(published: Option<civil::Date>, days: i32, way: Way, end: usize) -> Found {
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

/// "summer 2014", "the spring of 2012", "last winter".
fn season(doc: &Doc<'_>, i: usize) -> Option<Found> {
    let (month, end) = is(doc, i, "season")?;
    let (year, end) = year_at(doc, end)?;
    let start = calendar::day(year, month, 1);
    let found = Found::day(end, start, Sort::Relative).until(calendar::plus_months(start, 2));
    Some(Found { precision: Precision::Month, ..found })
}

/// The number of units at a token: "three", "48", "a", "several".
fn count(doc: &Doc<'_>, i: usize) -> Option<(Option<i32>, usize)> {
    if ["a", "an", "one"].contains(&text(doc, i)) {
        return Some((Some(1), i + 1));
    }
    let q = doc.quantity_at(i).filter(|q| q.at.start <= i)?;
    Some((q.number().and_then(|n| i32::try_from(n).ok()), q.at.end))
}

/// "three days ago", "two weeks earlier", "the past 24 hours", "within 48 hours", "in the next two
/// days", "in recent days".
fn counted(doc: &Doc<'_>, i: usize) -> Option<Found> {
    let told = count(doc, i).and_then(|(n, end)| Some((n, is(doc, end, "unit")?)));
    if let Some((n, (unit, end))) = one(doc, i).or(told) {
        if let Some((_, end)) = is(doc, end, "ago") {
            let (start, precision) = match (n, unit) {
                (Some(n), 30) => (calendar::plus_months(doc.published, -n), Precision::Month),
                (Some(n), 365) => (calendar::plus_months(doc.published, -12 * n), Precision::Year),
                (Some(n), unit) => (calendar::plus_days(doc.published, -n * unit), Precision::Day),
                (None, _) => (None, Precision::Day),
            };
            return Some(Found { precision, ..Found::day(end, start, Sort::Relative) });
        }
        let (_, from) = before(doc, i, "within")?;
        return limit(doc, from..i, i..end).map(|way| stretch(doc, n, unit, way, end));
    }
    let from = i + usize::from(text(doc, i) == "the");
    let (way, at) = way(doc, from).filter(|(w, _)| matches!(w, Way::Last | Way::Next))?;
    let (n, at) = count(doc, at).unwrap_or((None, at));
    let (unit, end) = is(doc, at, "unit")?;
    Some(stretch(doc, n, unit, way, end))
}

/// "a week", "an hour": one unit, told as one word.
fn one(doc: &Doc<'_>, i: usize) -> Option<(Option<i32>, (i32, usize))> {
    let (_, end) = is(doc, i, "one")?;
    let unit =
        doc.lang.index.single(text(doc, end - 1)).iter().find_map(|hit| match hit.target {
            Target::Time(t) => {
                let word = &doc.lang.times[t as usize];
                (word.class == "unit").then_some(word.value)
            }
            _ => None,
        })?;
    Some((Some(1), (unit, end)))
}

/// On which side of publication a period lies that these words open: "within 48 hours", "over the
/// past two days"; none of a length alone ("for three weeks").
fn limit(doc: &Doc<'_>, words: Range<usize>, at: Range<usize>) -> Option<Way> {
    let has = |list: &[&str]| words.clone().any(|i| list.contains(&text(doc, i)));
    if has(&["past", "last", "previous"]) {
        return Some(Way::Last);
    }
    let soon = has(&["within", "next", "coming"]);
    let later = has(&["in"]) && tense(doc, &at) == Tense::Future;
    (soon || later).then_some(Way::Next)
}

/// Some units before publication or behind it.
fn stretch(doc: &Doc<'_>, n: Option<i32>, unit: i32, way: Way, end: usize) -> Found {
    /// How many units a few are.
    const FEW: i32 = 3;
    let n = n.unwrap_or(FEW);
    let days = if unit == 0 { (n + 23) / 24 } else { n * unit };
    let there = match way {
        Way::Next => calendar::plus_days(doc.published, days),
        _ => calendar::plus_days(doc.published, -days),
    };
    let found = Found::day(end, None, Sort::Relative);
    match way {
        Way::Next => Found { start: doc.published, ..found }.until(there).due(true),
        _ => Found { start: there, ..found }.until(doc.published),
    }
}

fn soon(doc: &Doc<'_>, i: usize) -> Option<Found> {
    if let Some((days, end)) = is(doc, i, "coming") {
        let last = calendar::plus_days(doc.published, days);
        let found = Found::day(end, doc.published, Sort::Relative).until(last);
        return Some(found.due(true));
    }
    let (_, end) = is(doc, i, "soon")?;
    Some(Found::day(end, None, Sort::Relative).due(true))
}

/// "in 2011", "since 2011", "late 2014".
fn year_alone(doc: &Doc<'_>, i: usize) -> Option<Found> {
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
