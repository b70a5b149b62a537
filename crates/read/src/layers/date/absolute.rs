//! Days, months and years of the Gregorian calendar, under its three sets of Arabic names.

use jiff::civil;

use super::words::{
    Way, any, before, day_number, is, mark, number, number_with_article, text, way,
};
use super::{Found, Precision, Sort, calendar, hijri, tense};
use crate::doc::Doc;
use crate::frame::phrase::is_only_verb;
use crate::token::TokenKind;

/// `3/5/2016`, `3-5-2016`, `2016-05-03`, `3.5.2016`, `12/7/1437 هـ`.
pub(super) fn numeric(doc: &Doc<'_>, i: usize) -> Option<Found> {
    let (parts, end, slash) = parts(doc, i)?;
    let start = in_some_order(parts, slash)?;
    let era = usize::from(["م", "ه"].contains(&text(doc, end)));
    Some(Found::day(end + era, Some(start), Sort::Calendar))
}

/// Three numbers between marks, where they end, and whether the marks are slashes.
fn parts(doc: &Doc<'_>, i: usize) -> Option<([i32; 3], usize, bool)> {
    let token = doc.tokens.get(i).filter(|t| t.kind == TokenKind::Number)?;
    let dotted: Vec<i32> = token.text.split('.').filter_map(|p| p.parse().ok()).collect();
    if let [a, b, c] = dotted[..] {
        return Some(([a, b, c], i + 1, false));
    }
    let sep = |k: usize| mark(doc, k, "/-–");
    let (a, b) = (number(doc, i)?, number(doc, i + 2).filter(|_| sep(i + 1))?);
    let c = number(doc, i + 4).filter(|_| sep(i + 3))?;
    Some(([a, b, c], i + 5, mark(doc, i + 1, "/") && mark(doc, i + 3, "/")))
}

fn in_some_order([a, b, c]: [i32; 3], slash: bool) -> Option<civil::Date> {
    match (a, c) {
        (_, 1900..2100) => calendar::day(c, b, a).or_else(|| calendar::day(c, a, b)),
        (1900..2100, _) => calendar::day(a, b, c),
        (_, 1300..1600) => hijri::day(c, b, a),
        (1300..1600, _) => hijri::day(a, b, c),
        (1..=31, 10..=99) if slash => calendar::day(2000 + c, b, a),
        _ => None,
    }
}

/// A month: number, where its name ends, and whether the name alone may be another word.
struct Month {
    value: i32,
    end: usize,
    weak: bool,
}

/// `أيار`, `مايو`, `أيار/مايو`, `مايو (أيار)`, `شهر مارس`.
fn month(doc: &Doc<'_>, i: usize) -> Option<Month> {
    let spoken = text(doc, i) == "شهر";
    let from = i + usize::from(spoken);
    let (value, end) = any(doc, from, &["month", "weak_month"]).filter(|_| !misspelt(doc, from))?;
    let weak = is(doc, from, "month").is_none() && !spoken;
    let mut marks = end;
    while marks < end + 2 && mark(doc, marks, "/(-–\\") {
        marks += 1;
    }
    let other = any(doc, marks, &["month", "weak_month"]).filter(|(v, _)| *v == value);
    match other {
        None => Some(Month { value, end, weak }),
        Some((_, twin)) => {
            Some(Month { value, end: twin + usize::from(mark(doc, twin, ")")), weak: false })
        }
    }
}

/// "إب" is a town and "باب" a door: folding makes both look like "آب".
fn misspelt(doc: &Doc<'_>, i: usize) -> bool {
    let weak = is(doc, i, "month").is_none();
    let governed = doc.mention_at(i).is_some_and(|m| matches!(m.preposition, Some('ب' | 'ك')));
    weak && (governed || doc.slice(doc.tokens[i].span).contains('إ'))
}

/// What says the year of a month, and where it ends.
struct Year {
    told: Option<i32>,
    way: Option<Way>,
    end: usize,
}

/// `2016`, `عام 2016`, `من العام الماضي`, `الماضي`, or nothing.
fn year(doc: &Doc<'_>, end: usize) -> Year {
    let of = end + usize::from(text(doc, end) == "من");
    if let Some((told, end)) = told_year(doc, of).or_else(|| told_year(doc, end)) {
        return Year { told: Some(told), way: None, end };
    }
    if let Some((_, end)) = is(doc, of, "period").filter(|(days, _)| *days == 365)
        && let Some((way, end)) = way(doc, end)
    {
        return Year { told: calendar::year(doc.published, way), way: None, end };
    }
    if let Some((365, end)) = is(doc, of, "period_now") {
        return Year { told: calendar::year(doc.published, Way::This), way: None, end };
    }
    match way(doc, end) {
        Some((way, end)) => Year { told: None, way: Some(way), end },
        None => Year { told: None, way: None, end },
    }
}

/// A year in digits with or without its word, and the era behind it.
fn told_year(doc: &Doc<'_>, i: usize) -> Option<(i32, usize)> {
    let at = i + usize::from(year_word(doc, i));
    let bracket = usize::from(mark(doc, at, "("));
    let year = number(doc, at + bracket).filter(|y| (1900..2100).contains(y))?;
    let mut end = at + bracket + 1;
    if bracket > 0 {
        end = mark(doc, end, ")").then_some(end + 1)?;
    }
    Some((year, end + usize::from(text(doc, end) == "م")))
}

fn year_word(doc: &Doc<'_>, i: usize) -> bool {
    any(doc, i, &["period", "unit"]).is_some_and(|(days, end)| days == 365 && end == i + 1)
}

/// `3 مايو`, `3 أيار/مايو 2016`, `3-10 مايو`, `الثالث من شهر مايو الماضي`, `مايو 2016`, `أيار`.
pub(super) fn day_and_month(doc: &Doc<'_>, i: usize) -> Option<Found> {
    if let Some(found) = hijri::day_and_month(doc, i) {
        return Some(found);
    }
    let first = day_number(doc, i);
    let (first_end, second) = match first {
        Some((_, end)) => second_day(doc, i, end),
        None => (i, None),
    };
    let of = first_end + usize::from(first.is_some() && text(doc, first_end) == "من");
    let month = month(doc, of)?;
    let year = year(doc, month.end);
    let alone = first.is_none() && year.told.is_none() && year.way.is_none();
    if alone && month.weak && !of.checked_sub(1).is_some_and(|k| doc.is_particle(k, "prep")) {
        return None;
    }
    let tense = tense::around(doc, &(i..year.end));
    let of_month = first.map_or(1, |(d, _)| d);
    let y = year
        .told
        .or_else(|| calendar::missing_year(doc.published, month.value, of_month, year.way, tense));
    let start = y.and_then(|y| calendar::day(y, month.value, of_month));
    let last = second.and_then(|d| calendar::day(y?, month.value, d));
    let precision = if first.is_some() { Precision::Day } else { Precision::Month };
    let found = Found { precision, ..Found::day(year.end, start, Sort::Calendar) }.until(last);
    Some(found.due(year.way == Some(Way::Next)))
}

/// The second of two days before one month: "3-10 مايو", "3 إلى 10 مايو", "يومي 3 و4 مايو".
fn second_day(doc: &Doc<'_>, i: usize, end: usize) -> (usize, Option<i32>) {
    let both = before(doc, i, "opens").is_some();
    let from = match is(doc, end, "until") {
        Some((_, after)) => after,
        None if mark(doc, end, "-–—/") => end + 1,
        None if both && text(doc, end) == "و" => end + 1,
        None => return (end, None),
    };
    match number_with_article(doc, from).filter(|(d, _)| (1..=31).contains(d)) {
        Some((day, after)) => (after, Some(day)),
        None => (end, None),
    }
}

/// "الـ29 من الشهر الماضي", "الثالث من الشهر الجاري", "22 الجاري", "يوم 22".
pub(super) fn of_this_month(doc: &Doc<'_>, i: usize) -> Option<Found> {
    let (day, end) = day_number(doc, i)?;
    let of = end + usize::from(text(doc, end) == "من");
    let month = is(doc, of, "period").filter(|(days, _)| *days == 30);
    let told = match month {
        Some((_, end)) => way(doc, end),
        None => is(doc, of, "period_now")
            .filter(|(days, _)| *days == 30)
            .map(|(_, end)| (Way::This, end))
            .or_else(|| way(doc, of).filter(|(w, _)| *w == Way::This)),
    };
    if let Some((way, end)) = told {
        let first = calendar::month(doc.published, way);
        let start = first.and_then(|m| m.with().day(i8::try_from(day).ok()?).build().ok());
        return Some(Found::day(end, start, Sort::Calendar).due(way == Way::Next));
    }
    bare_day(doc, i, day, end)
}

/// "يوم 22", "بتاريخ 22": the latest such day.
fn bare_day(doc: &Doc<'_>, i: usize, day: i32, end: usize) -> Option<Found> {
    let named = before(doc, i, "day_word").is_some_and(|(of_month, _)| of_month > 0)
        && before(doc, i, "offset").is_none();
    let counts = any(doc, end, &["unit", "two_units", "part"]).is_some()
        || mark(doc, end, "/-:%")
        || counts_something(doc, end);
    if !named || counts || number(doc, i).is_none() {
        return None;
    }
    let this = doc.published.and_then(|p| p.with().day(i8::try_from(day).ok()?).build().ok());
    let start = match this.zip(doc.published) {
        Some((day, published)) if day > published => calendar::plus_months(this, -1),
        _ => this,
    };
    Some(Found::day(end, start, Sort::Calendar))
}

/// "في عام 2012", "سنة 2012", "العام 2015", "في 2012", "منذ 2012", "بين عامي 2006 و2008".
pub(super) fn year_alone(doc: &Doc<'_>, i: usize) -> Option<Found> {
    let worded = year_word(doc, i) || is(doc, i, "two_years").is_some();
    let governed = ["في", "منذ"].contains(&text(doc, i.wrapping_sub(1)));
    if !worded && !governed && !heads_a_line(doc, i) {
        return None;
    }
    let digits = |k: usize| number(doc, k).filter(|y| (1900..2100).contains(y));
    let at = i + usize::from(worded);
    let first = digits(at)?;
    if !worded && counts_something(doc, at + 1) {
        return None;
    }
    let mut end = at + 1 + usize::from(text(doc, at + 1) == "م");
    let mut last = None;
    let joint = mark(doc, end, "-–/") || text(doc, end) == "و";
    if let Some(year) = digits(end + 1).filter(|_| joint) {
        (last, end) = (calendar::day(year, 1, 1), end + 2);
    }
    let found = Found::day(end, calendar::day(first, 1, 1), Sort::Calendar).until(last);
    Some(Found { precision: Precision::Year, ..found })
}

/// "1944 - انفجار قنبلة": a year that heads a line of a chronicle.
fn heads_a_line(doc: &Doc<'_>, i: usize) -> bool {
    let starts = i == 0 || doc.tokens[i - 1].kind == TokenKind::Break;
    starts && mark(doc, i + 1, "-–—:") && number(doc, i + 2).is_none()
}

/// Whether what stands behind a number is what it counts: a word that is no verb and no particle.
fn counts_something(doc: &Doc<'_>, i: usize) -> bool {
    let word =
        doc.tokens.get(i).is_some_and(|t| t.is_word() && !["م", "و"].contains(&t.text.as_str()));
    let other = |m: &crate::doc::Mention| {
        m.conjunction
            || m.preposition.is_some()
            || is_only_verb(doc, m)
            || ["prep", "subord", "rel", "that", "adv"]
                .iter()
                .any(|c| m.lexeme(doc.lang, c).is_some())
    };
    word && !doc.mention_at(i).is_some_and(other)
}

/// "صيف 2014", "خريف العام الماضي", "الشتاء المقبل".
pub(super) fn season(doc: &Doc<'_>, i: usize) -> Option<Found> {
    let (month, end) = is(doc, i, "season")?;
    let year = year(doc, end);
    let told = year.told.or_else(|| {
        calendar::missing_year(doc.published, month, 1, Some(year.way?), tense::Tense::Open)
    });
    if year.told.is_none() && year.way.is_none() {
        return None;
    }
    let start = told.and_then(|y| calendar::day(y, month, 1));
    let found = Found::day(year.end, start, Sort::Relative).until(calendar::plus_months(start, 2));
    Some(Found { precision: Precision::Month, ..found }.due(year.way == Some(Way::Next)))
}
