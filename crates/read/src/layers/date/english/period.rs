//! Counted periods: "three days ago", "within 48 hours", "in the past week".

use std::ops::Range;

use super::super::tense::Tense;
use super::super::words::{Way, before, is, text};
use super::super::{Found, Precision, Sort, calendar};
use super::day::way;
use super::tense;
use crate::doc::Doc;
use crate::pack::index::Target;

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
pub(super) fn counted(doc: &Doc<'_>, i: usize) -> Option<Found> {
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

pub(super) fn soon(doc: &Doc<'_>, i: usize) -> Option<Found> {
    if let Some((days, end)) = is(doc, i, "coming") {
        let last = calendar::plus_days(doc.published, days);
        let found = Found::day(end, doc.published, Sort::Relative).until(last);
        return Some(found.due(true));
    }
    let (_, end) = is(doc, i, "soon")?;
    Some(Found::day(end, None, Sort::Relative).due(true))
}
