//! Dates, resolved against the day of publication; without it relative dates stay unresolved.
//!
//! Three shapes: days of a calendar (`absolute`, `hijri`), words that count from the day of
//! publication (`relative`), and counted periods (`counted`). What stands before a date says
//! on which side of it the act lies (`Side`).

mod absolute;
mod calendar;
mod counted;
mod english;
mod hijri;
pub(crate) mod hours;
mod relative;
mod tense;
mod words;

use std::ops::Range;

use hudna_model::DateRef;
use jiff::civil;

use crate::doc::{Doc, Mention};
use crate::pack::index::{Hit, Target};
use tense::Tense;
use words::{before, is, mark};

/// A date as told.
#[derive(Debug, Clone, PartialEq)]
pub struct Date {
    /// Tokens.
    pub at: Range<usize>,
    /// Resolved; none for "soon", for "days ago", and for relative dates without a day of
    /// publication.
    pub resolved: Option<DateRef>,
    /// It speaks of a time to come ("in the coming hours", "soon").
    pub due: bool,
    /// It begins a period that runs on ("since the third", "after the third"); not "since this
    /// morning", which is a day like another.
    pub since: bool,
    /// On which side of it the act lies.
    pub side: Side,
}

/// On which side of a date lies what its clause tells.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Side {
    /// On it, or inside it.
    On,
    /// From it on.
    Since,
    /// Later than it.
    After,
    /// Earlier than it.
    Before,
    /// Up to it.
    Until,
}

/// Finds all dates.
pub fn find(doc: &Doc<'_>) -> Vec<Date> {
    if doc.is_english() {
        return english::find(doc);
    }
    let mut out = Vec::new();
    let mut i = 0;
    while i < doc.tokens.len() {
        match found_at(doc, i) {
            Some(found) => {
                let at = i..found.end;
                i = found.end;
                if !words::names_something(doc, at.start, found.sort) {
                    out.push(date(doc, at, found));
                }
            }
            None => i += 1,
        }
    }
    out
}

/// Words of a date are nothing else ("فجر الجمعة" is no blast), and words that only have to do
/// with time inside a date mean nothing outside one ("رجب" may be a man).
pub fn settle(doc: &mut Doc<'_>) {
    let lang = doc.lang;
    let class = |i: u32| lang.times[i as usize].class.as_str();
    let opens =
        |m: &Mention| m.times(lang).any(|t| ["part", "day_word"].contains(&t.class.as_str()));
    let keeps = |dated: bool, m: &Mention, h: &Hit| match h.target {
        // "173 يوم الأحد" counts no days.
        Target::Time(i) if dated && class(i) == "unit" => !opens(m),
        Target::Time(i) => dated || !words::only_in_dates(class(i)),
        Target::Lexeme(_) => !(dated && h.feat.is_verb()) || m.hits.len() == 1,
        _ => true,
    };
    let mut mentions = std::mem::take(&mut doc.mentions);
    for m in &mut mentions {
        let dated = doc.date_at(m.at.start).is_some();
        let hits: Vec<Hit> = m.hits.iter().copied().filter(|h| keeps(dated, m, h)).collect();
        m.hits = hits;
        m.note_classes(lang);
    }
    mentions.retain(|m| !m.hits.is_empty());
    doc.covered.fill(None);
    for (i, mention) in mentions.iter().enumerate() {
        doc.covered[mention.at.clone()].fill(Some(i as u32));
    }
    doc.mentions = mentions;
}

/// How far before a date "since" may stand, in tokens.
const SINCE_REACH: usize = 6;

/// How exactly a date is told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Precision {
    Day,
    Month,
    Year,
}

impl Precision {
    fn name(self) -> &'static str {
        match self {
            Precision::Day => "day",
            Precision::Month => "month",
            Precision::Year => "year",
        }
    }

    fn written(self, day: civil::Date) -> String {
        match self {
            Precision::Day => day.to_string(),
            Precision::Month => day.strftime("%Y-%m").to_string(),
            Precision::Year => day.strftime("%Y").to_string(),
        }
    }
}

/// What sort of words tell a date.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Sort {
    /// The name of a day of the week.
    Weekday,
    /// A day, month or year of a calendar.
    Calendar,
    /// Counted from the day of publication.
    Relative,
}

/// A date before what surrounds it has been looked at.
#[derive(Debug, Clone, Copy)]
struct Found {
    /// The token behind it.
    end: usize,
    start: Option<civil::Date>,
    /// Last day (month, year) of a range.
    last: Option<civil::Date>,
    precision: Precision,
    due: bool,
    sort: Sort,
}

impl Found {
    fn day(end: usize, start: Option<civil::Date>, sort: Sort) -> Self {
        Self { end, start, last: None, precision: Precision::Day, due: false, sort }
    }

    fn until(self, last: Option<civil::Date>) -> Self {
        Self { last, ..self }
    }

    /// The second day of a night over two: "بعد منتصف ليل السبت - الأحد".
    fn second_half(self) -> Self {
        match (self.start, self.last) {
            (Some(start), Some(last)) if start.tomorrow().ok() == Some(last) => {
                Self { start: Some(last), last: None, ..self }
            }
            _ => self,
        }
    }

    fn due(self, due: bool) -> Self {
        Self { due: self.due || due, ..self }
    }

    fn resolved(&self, words: &str) -> Option<DateRef> {
        let last = self.last.filter(|l| self.start.is_some_and(|s| s < *l));
        Some(DateRef {
            start: self.precision.written(self.start?),
            end: last.map(|d| self.precision.written(d)),
            precision: last.map_or(self.precision.name(), |_| "range").to_owned(),
            words: words.to_owned(),
            hours: None,
        })
    }
}

/// The date that begins at the token, words for a part of the day included.
fn found_at(doc: &Doc<'_>, i: usize) -> Option<Found> {
    let core = words::lead(doc, i);
    if core > i {
        let found = dated(doc, core).or_else(|| hijri::feast(doc, i))?;
        let late = is(doc, i, "part").is_some_and(|(late, _)| late > 0);
        return Some(through(doc, i, if late { found.second_half() } else { found }));
    }
    dated(doc, i)
        .or_else(|| relative::edge(doc, i))
        .or_else(|| relative::loose(doc, i))
        .or_else(|| counted::counted(doc, i))
        .or_else(|| hijri::feast(doc, i))
        .map(|found| through(doc, i, found))
}

/// A date that names its day, month or year.
fn dated(doc: &Doc<'_>, i: usize) -> Option<Found> {
    absolute::numeric(doc, i)
        .or_else(|| absolute::day_and_month(doc, i))
        .or_else(|| relative::named(doc, i))
        .or_else(|| absolute::of_this_month(doc, i))
        .or_else(|| absolute::year_alone(doc, i))
        .or_else(|| absolute::season(doc, i))
}

/// "من الجمعة إلى الأحد", "بين الجمعة والأحد", "يومي الجمعة والسبت": goes on to the other end.
fn through(doc: &Doc<'_>, i: usize, first: Found) -> Found {
    let Some((both, _)) = before(doc, i, "opens") else { return first };
    let joined =
        doc.mention_at(first.end).is_some_and(|m| m.conjunction && m.at.start == first.end);
    let (from, linked) = match is(doc, first.end, "until") {
        Some((_, end)) => (end, true),
        None if mark(doc, first.end, "-–—") => (first.end + 1, true),
        None if words::text(doc, first.end) == "و" => (first.end + 1, both > 0),
        None => (first.end, both > 0 && joined),
    };
    let second = if linked { dated(doc, words::lead(doc, from)) } else { None };
    let later = |s: &Found| s.start.zip(first.start).is_none_or(|(b, a)| b > a);
    match second.filter(|s| s.precision == first.precision && later(s)) {
        Some(second) => Found { end: second.end, last: second.start, due: second.due, ..first },
        None => first,
    }
}

fn date(doc: &Doc<'_>, at: Range<usize>, found: Found) -> Date {
    let side = side(doc, &at, &found);
    let recent = found.start.zip(doc.published).is_some_and(|(start, published)| {
        let days = published.duration_since(start).as_hours() / 24;
        found.precision == Precision::Day && (0..=1).contains(&days)
    });
    let since = matches!(side, Side::Since | Side::After) && !recent;
    let to_come = || tense::around(doc, &at) == Tense::Future;
    let ahead = found.start.zip(doc.published).is_some_and(|(start, day)| start >= day);
    let by = before(doc, at.start, "by").is_some();
    let due = found.due || by || (ahead && matches!(side, Side::Before | Side::Until) && to_come());
    Date { resolved: found.resolved(doc.words(&at)), at, due, since, side }
}

fn side(doc: &Doc<'_>, at: &Range<usize>, found: &Found) -> Side {
    let counted = ["since", "within"].iter().any(|c| is(doc, at.start, c).is_some());
    if counted {
        return if is(doc, at.start, "since").is_some() { Side::Since } else { Side::On };
    }
    let parts = words::lead(doc, at.start) > at.start;
    let told = |class: &str| before(doc, at.start, class).is_some();
    if found.last.is_none() && !parts && told("after") {
        return Side::After;
    }
    if told("ago") || told("by") {
        return Side::Before;
    }
    if told("until") && found.last.is_none() {
        return Side::Until;
    }
    // "منذ تجدد القتال فيها يوم 22": a few words may stand between.
    let near = at.start.saturating_sub(SINCE_REACH)..at.start;
    let since = near
        .rev()
        .take_while(|k| doc.tokens[*k].is_word())
        .any(|k| is(doc, k, "since").is_some() || doc.is_particle(k, "running_total"));
    if since { Side::Since } else { Side::On }
}

#[cfg(test)]
pub(crate) mod tests;
