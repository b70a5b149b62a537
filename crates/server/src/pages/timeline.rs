//! Incidents over time: columns of days, weeks or months, stacked by judgement, with the local
//! regimes drawn in. Time runs from left to right in both languages.

use std::collections::BTreeMap;

use hudna::model::Moment;
use hudna::model::agreement::Window;
use hudna::search::DayBar;
use jiff::civil::Date;
use jiff::{ToSpan, Unit};
use serde_json::{Value, json};

use super::shared::{party, place};
use crate::desk::Ctx;
use crate::form;
use crate::say::Say;

/// So many days are told day by day at the most, and so many weeks week by week.
const DAYS: i32 = 45;
const WEEKS: i32 = 45;
/// Verdicts with a colour of their own, from the axis up; the others stand together above them.
const VERDICTS: [&str; 4] = ["breach", "possible_breach", "permitted_exception", "undetermined"];
/// Every so many days of a month bear their number.
const TICK: i8 = 5;

/// What a column stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Step {
    Day,
    Week,
    Month,
}

impl Step {
    fn of(first: Date, last: Date) -> Step {
        match days(first, last) + 1 {
            n if n <= DAYS => Step::Day,
            n if n <= WEEKS * 7 => Step::Week,
            _ => Step::Month,
        }
    }

    fn name(self) -> &'static str {
        match self {
            Step::Day => "day",
            Step::Week => "week",
            Step::Month => "month",
        }
    }

    /// The first day of the column of a day; weeks begin on Monday, as ISO 8601 has it.
    fn start(self, day: Date) -> Date {
        match self {
            Step::Day => day,
            Step::Week => {
                day.saturating_sub(i64::from(day.weekday().to_monday_zero_offset()).days())
            }
            Step::Month => day.first_of_month(),
        }
    }

    fn next(self, start: Date) -> Date {
        match self {
            Step::Day => start.saturating_add(1.day()),
            Step::Week => start.saturating_add(1.week()),
            Step::Month => start.saturating_add(1.month()),
        }
    }
}

fn days(first: Date, last: Date) -> i32 {
    first.until((Unit::Day, last)).map_or(0, |span| span.get_days())
}

/// One column.
#[derive(Debug, PartialEq, Eq)]
struct Column {
    from: Date,
    to: Date,
    /// In the order of [`VERDICTS`], then the others.
    parts: [usize; VERDICTS.len() + 1],
}

impl Column {
    fn total(&self) -> usize {
        self.parts.iter().sum()
    }
}

/// All columns from the first day to the last, also those in which nothing was.
fn columns(bars: &[DayBar]) -> Option<(Step, Vec<Column>)> {
    let dated = bars.iter().filter_map(|bar| Some((bar.day.parse::<Date>().ok()?, bar)));
    let dated: Vec<(Date, &DayBar)> = dated.collect();
    let (first, last) = (dated.first()?.0, dated.last()?.0);
    let step = Step::of(first, last);
    let (mut out, mut start, mut at) = (Vec::new(), step.start(first), 0);
    while start <= last {
        let next = step.next(start);
        let mut parts = [0; VERDICTS.len() + 1];
        while let Some((_, bar)) = dated.get(at).filter(|(day, _)| *day < next) {
            for (verdict, n) in &bar.verdicts {
                let of = VERDICTS.iter().position(|v| v == verdict);
                parts[of.unwrap_or(VERDICTS.len())] += n;
            }
            at += 1;
        }
        out.push(Column { from: start, to: next.yesterday().unwrap_or(start), parts });
        if next <= start {
            break;
        }
        start = next;
    }
    Some((step, out))
}

/// The timeline of what was found, for the macro `timeline`; none where no day is told.
/// `pairs`: what was asked for, without days and page.
pub fn view(ctx: &Ctx<'_>, bars: &[DayBar], pairs: &[(String, String)]) -> Value {
    let Some((step, columns)) = columns(bars) else { return Value::Null };
    let asked = |name| ctx.ask.asked(name).and_then(|text| text.parse::<Date>().ok());
    let (from, to) = (asked("from"), asked("to"));
    let top = columns.iter().map(Column::total).max().unwrap_or(1).max(1);
    let chosen = |c: &Column| {
        (from.is_some() || to.is_some())
            && from.is_none_or(|from| c.to >= from)
            && to.is_none_or(|to| c.from <= to)
    };
    let shown = columns.iter().enumerate().map(|(n, c)| {
        let mut out = column(ctx.say(), step, c, n == 0, top);
        out["chosen"] = json!(chosen(c));
        out["href"] = json!((c.total() > 0).then(|| address(pairs, Some((c.from, c.to)))));
        out
    });
    json!({
        "step": step.name(), "top": top, "base": address(pairs, None),
        "narrowed": from.is_some() || to.is_some(), "columns": shown.collect::<Vec<_>>(),
        "windows": windows(ctx, step, &columns),
    })
}

/// The address of the list, with other days.
fn address(pairs: &[(String, String)], days: Option<(Date, Date)>) -> String {
    let mut pairs = pairs.to_vec();
    if let Some((from, to)) = days {
        pairs.push(("from".to_owned(), from.to_string()));
        pairs.push(("to".to_owned(), to.to_string()));
    }
    if pairs.is_empty() {
        "/incidents".to_owned()
    } else {
        format!("/incidents?{}", form::query(&pairs))
    }
}

fn column(say: &Say, step: Step, c: &Column, first: bool, top: usize) -> Value {
    let (from, to) = (c.from.to_string(), c.to.to_string());
    let month = || say.text(&format!("month-{}", c.from.month()), &[]);
    let said = match step {
        Step::Day => say.day(&from),
        Step::Week => say.days(&from, &to),
        Step::Month => format!("{} {}", month(), say.number(f64::from(c.from.year()))),
    };
    let named = match step {
        Step::Day => c.from.day() == 1 || (first && c.from.day() < 25),
        Step::Week => c.from.day() <= 7 || (first && c.from.day() < 15),
        Step::Month => c.from.month() == 1 || (first && c.from.month() < 10),
    };
    let name = match step {
        Step::Month => c.from.year().to_string(),
        _ => month(),
    };
    let mut up = top;
    let part = |(n, size): (usize, &usize)| {
        up -= size;
        let verdict = VERDICTS.get(n).unwrap_or(&"other");
        (*size > 0).then(|| json!({ "verdict": verdict, "n": size, "y": up }))
    };
    let parts: Vec<Value> = c.parts.iter().enumerate().filter_map(part).collect();
    json!({
        "from": from, "to": to, "said": said, "n": c.total(), "parts": parts,
        "day": (step == Step::Day).then(|| c.from.day()),
        "tick": c.from.day() % TICK == 1 || first, "name": named.then_some(name),
    })
}

/// Local regimes as they are told now, one line for announcers who tell the same; in days from the
/// first column on.
fn windows(ctx: &Ctx<'_>, step: Step, columns: &[Column]) -> Value {
    let (Some(first), Some(last)) = (columns.first(), columns.last()) else { return json!([]) };
    let (s, size) = (ctx.situation(), days(first.from, last.to) + 1);
    // Months are of different lengths, and columns are not.
    if step == Step::Month {
        return json!([]);
    }
    let known: Vec<&Window> =
        s.agreement.windows.iter().filter(|w| w.announced <= s.as_of).collect();
    let prolonged = |w: &&Window| known.iter().any(|o| o.extends.as_ref() == Some(&w.id));
    let mut told: BTreeMap<Span<'_>, Vec<String>> = BTreeMap::new();
    for w in known.iter().copied().filter(|w| !prolonged(w)) {
        let names = told.entry((w.start, w.end, &w.places[..])).or_default();
        names.push(party(ctx.say(), s, &w.announcer));
    }
    let view = |((start, end, places), names): (Span<'_>, Vec<String>)| {
        let from = days(first.from, start.day()).clamp(0, size);
        let to = end.map_or(size, |end| days(first.from, end.day()) + 1).clamp(0, size);
        let say = ctx.say();
        let named: Vec<String> = places.iter().map(|id| place(say, s, Some(id), None)).collect();
        let who = say.text("cite-window", &[("name", say.list(&names).into())]);
        // Its words stand where there is more room beside it.
        let side = if from + to > size { "before" } else { "behind" };
        let text = format!("{}: {who}", say.list(&named));
        (from < to).then(
            || json!({ "x": from, "width": to - from, "size": size, "side": side, "text": text }),
        )
    };
    json!(told.into_iter().filter_map(view).collect::<Vec<_>>())
}

/// When and where a regime is told to hold.
type Span<'a> = (Moment, Option<Moment>, &'a [String]);

#[cfg(test)]
mod tests {
    use super::*;

    fn bar(day: &str, verdicts: &[(&'static str, usize)]) -> DayBar {
        DayBar { day: day.into(), verdicts: verdicts.to_vec() }
    }

    #[track_caller]
    fn check(bars: &[DayBar], step: Step, expected: &[(&str, &str, usize)]) {
        let (found, columns) = columns(bars).expect("days are told");
        let told: Vec<(String, String, usize)> =
            columns.iter().map(|c| (c.from.to_string(), c.to.to_string(), c.total())).collect();
        let told: Vec<(&str, &str, usize)> =
            told.iter().map(|(a, b, n)| (a.as_str(), b.as_str(), *n)).collect();
        assert_eq!(found, step);
        assert_eq!(&told[..expected.len()], expected);
        let all: usize = bars.iter().map(DayBar::total).sum();
        assert_eq!(columns.iter().map(Column::total).sum::<usize>(), all, "none is lost");
    }

    #[test]
    fn days_in_which_nothing_was_have_a_column_too() {
        let bars = [bar("2016-05-01", &[("breach", 2)]), bar("2016-05-03", &[("none", 1)])];
        let all = [
            ("2016-05-01", "2016-05-01", 2),
            ("2016-05-02", "2016-05-02", 0),
            ("2016-05-03", "2016-05-03", 1),
        ];
        check(&bars, Step::Day, &all);
    }

    #[test]
    fn long_times_are_told_by_weeks_and_months() {
        let weeks = [bar("2016-02-27", &[("breach", 1)]), bar("2016-05-03", &[("breach", 1)])];
        check(
            &weeks,
            Step::Week,
            &[("2016-02-22", "2016-02-28", 1), ("2016-02-29", "2016-03-06", 0)],
        );
        let months = [bar("2014-12-31", &[("other", 3)]), bar("2016-02-29", &[("breach", 1)])];
        check(
            &months,
            Step::Month,
            &[("2014-12-01", "2014-12-31", 3), ("2015-01-01", "2015-01-31", 0)],
        );
    }

    #[test]
    fn nothing_dated_is_no_timeline() {
        assert_eq!(columns(&[]), None);
    }
}
