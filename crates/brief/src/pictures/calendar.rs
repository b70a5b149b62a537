//! Months and weeks above the days.

use hudna_model::Lang;
use jiff::civil::{Date, Weekday};

use super::Look;
use super::frame::{Days, day_after};
use super::svg::{Svg, Type, width_of};
use crate::messages::Messages;

/// Sizes of type of months and of the days of weeks.
const MONTH: f64 = 11.0;
const DAY: f64 = 8.5;
/// Weeks narrower than this have a line and no number.
const NUMBERED: f64 = 15.0;
/// Height of the two lines of text above the days.
pub(super) const HEIGHT: f64 = 30.0;

/// Lines at Mondays and at first days of months from `top` to `bottom`.
pub(super) fn lines(svg: &mut Svg, days: &Days, top: f64, bottom: f64) {
    for (n, day) in dates(days) {
        if day.day() == 1 {
            svg.upright("month", days.edge(n as f64), top - HEIGHT + 4.0, bottom);
        } else if day.weekday() == Weekday::Monday {
            svg.upright("week", days.edge(n as f64), top - 2.0, bottom);
        }
    }
}

/// Paler lines at Mondays, for over what is drawn upon [`lines`].
pub(super) fn lines_over(svg: &mut Svg, days: &Days, top: f64, bottom: f64) {
    for (n, _) in dates(days).filter(|(_, day)| day.weekday() == Weekday::Monday) {
        svg.upright("week-over", days.edge(n as f64), top, bottom);
    }
}

/// Names of months and days of Mondays, above `top`.
pub(super) fn labels(svg: &mut Svg, days: &Days, top: f64, look: &Look, messages: &Messages) {
    let mut year = None;
    for (n, day) in dates(days) {
        if n > 0 && day.day() != 1 {
            continue;
        }
        let left = usize::from(day.days_in_month().unsigned_abs()) + 1;
        let room = left.saturating_sub(day.day().unsigned_abs().into()).min(days.count - n);
        let room = room as f64 * days.day() - 6.0;
        let Some(name) = month(messages, look.lang, day, year != Some(day.year()), room) else {
            continue;
        };
        if name.contains(&day.year().to_string()) {
            year = Some(day.year());
        }
        let x = days.later(days.edge(n as f64), if day.day() == 1 { 4.0 } else { 0.0 });
        let (y, anchor) = (top - 17.0, days.forth());
        svg.text(Type { x, y, size: MONTH, anchor, class: "ink" }, &name);
    }
    numbers(svg, days, top);
}

fn numbers(svg: &mut Svg, days: &Days, top: f64) {
    if days.day() * 7.0 < NUMBERED {
        return;
    }
    for (n, day) in dates(days).filter(|(_, day)| day.weekday() == Weekday::Monday) {
        let (x, y) = (days.edge(n as f64), top - 5.0);
        let x = if day.day() == 1 { days.later(x, 6.0) } else { x };
        let at = Type { x, y, size: DAY, anchor: "middle", class: "soft" };
        svg.halo(at, &day.day().to_string());
    }
}

/// A day without its year: "14 April".
pub(super) fn day_short(messages: &Messages, lang: Lang, day: Date) -> String {
    let month = messages.text(lang, &format!("month-{}", day.month()), &[]);
    let args = [("day", day.day().to_string().into()), ("month", month.into())];
    messages.text(lang, "date-day-month", &args)
}

/// The fullest name of a month that fits: with its year where that is new, with both names where
/// a language has two, with the first of them.
fn month(messages: &Messages, lang: Lang, day: Date, with_year: bool, room: f64) -> Option<String> {
    let iso = format!("{:04}-{:02}", day.year(), day.month());
    let name = messages.text(lang, &format!("month-{}", day.month()), &[]);
    let first = name.split('/').next().unwrap_or(&name).to_owned();
    let dated = with_year.then(|| messages.day(lang, &iso));
    let brief = with_year.then(|| format!("{first} {}", day.year()));
    let names = [dated, Some(name), brief, Some(first)];
    names.into_iter().flatten().find(|name| width_of(name, MONTH) <= room)
}

fn dates(days: &Days) -> impl Iterator<Item = (usize, Date)> + use<> {
    let start = days.start;
    (0..days.count).map(move |n| (n, day_after(start, n)))
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    fn check(lang: Lang, room: f64, expected: Option<&str>) {
        let got = month(&Messages::new(), lang, date(2016, 4, 1), true, room);
        assert_eq!(got.as_deref(), expected);
    }

    #[test]
    fn a_month_is_named_as_far_as_there_is_room() {
        check(Lang::En, 100.0, Some("April 2016"));
        check(Lang::En, 40.0, Some("April"));
        check(Lang::En, 10.0, None);
        check(Lang::Ar, 100.0, Some("نيسان/أبريل 2016"));
        check(Lang::Ar, 70.0, Some("نيسان/أبريل"));
        check(Lang::Ar, 60.0, Some("نيسان 2016"));
        check(Lang::Ar, 40.0, Some("نيسان"));
    }
}
