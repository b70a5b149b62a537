//! Days and moments as people read them.

use hudna_model::{Lang, Moment};
use jiff::civil::Date;

use crate::bidi::isolate;
use crate::messages::{Messages, Value};

impl Messages {
    /// An ISO day, month (`2016-05`) or year as people write it: "3 May 2016" and
    /// "3 أيار/مايو 2016". What is none of these comes back as it is.
    pub fn day(&self, lang: Lang, iso: &str) -> String {
        if let Ok(date) = iso.parse::<Date>() {
            let month = self.month(lang, date.month().unsigned_abs().into());
            let args = [
                ("day", Value::from(date.day().to_string())),
                ("month", month.into()),
                ("year", date.year().to_string().into()),
            ];
            return self.text(lang, "date-day", &args);
        }
        match iso.split_once('-').and_then(|(year, m)| Some((year, m.parse::<u32>().ok()?))) {
            Some((year, month @ 1..=12)) => {
                let args = [("month", self.month(lang, month).into()), ("year", year.into())];
                self.text(lang, "date-month", &args)
            }
            _ => iso.to_owned(),
        }
    }

    /// A range of days: "27 to 30 April 2016"; one day when both ends are the same.
    pub fn days(&self, lang: Lang, start: &str, end: &str) -> String {
        self.range(lang, "date-range", start, end)
    }

    /// Days of which one is meant: "27 or 28 April 2016" for two that follow each other, "between
    /// 27 and 30 April 2016" for more; one day when both ends are the same.
    pub fn days_uncertain(&self, lang: Lang, start: &str, end: &str) -> String {
        let id = if is_span(start, end) { "date-between" } else { "date-or" };
        self.range(lang, id, start, end)
    }

    /// Both ends in one message; the month and the year that they share are said once.
    fn range(&self, lang: Lang, id: &str, start: &str, end: &str) -> String {
        if start == end {
            return self.day(lang, start);
        }
        let first = self.day_before(lang, start, end);
        let args = [("start", first.into()), ("end", self.day(lang, end).into())];
        self.text(lang, id, &args)
    }

    /// The day `start` as it is written before `end`, without what `end` repeats.
    fn day_before(&self, lang: Lang, start: &str, end: &str) -> String {
        let (Ok(first), Ok(last)) = (start.parse::<Date>(), end.parse::<Date>()) else {
            return self.day(lang, start);
        };
        if first.year() != last.year() {
            return self.day(lang, start);
        }
        let day = first.day().to_string();
        if first.month() == last.month() {
            return day;
        }
        let month = self.month(lang, first.month().unsigned_abs().into());
        self.text(lang, "date-day-month", &[("day", day.into()), ("month", month.into())])
    }

    /// A moment to the minute, with its offset from UTC: "3 May 2016, 21:00 (+03:00)".
    pub fn moment(&self, lang: Lang, moment: Moment) -> String {
        let written = moment.to_string();
        let (day, rest) = written.split_once('T').unwrap_or((&written, ""));
        let time = rest.get(..5).unwrap_or(rest);
        let offset = match rest.get(8..).unwrap_or("") {
            "Z" | "" => "UTC",
            offset => offset,
        };
        let args = [
            ("day", self.day(lang, day).into()),
            ("time", time.into()),
            ("offset", isolate(offset, lang).into()),
        ];
        self.text(lang, "date-moment", &args)
    }

    /// A moment without its offset when that is the one of `here`, which the page tells once.
    pub(crate) fn moment_here(&self, lang: Lang, moment: Moment, here: Moment) -> String {
        let (told, offset) = (moment.to_string(), here.to_string());
        if told.get(19..) != offset.get(19..) {
            return self.moment(lang, moment);
        }
        let (day, rest) = told.split_once('T').unwrap_or((&told, ""));
        let time = rest.get(..5).unwrap_or(rest);
        let args = [("day", self.day(lang, day).into()), ("time", time.into())];
        self.text(lang, "date-moment-here", &args)
    }

    fn month(&self, lang: Lang, month: u32) -> String {
        self.text(lang, &format!("month-{month}"), &[])
    }
}

/// Whether `start` and `end` are neither the same day nor two that follow each other.
pub(crate) fn is_span(start: &str, end: &str) -> bool {
    match (start.parse::<Date>(), end.parse::<Date>()) {
        (Ok(first), Ok(last)) => first != last && first.tomorrow().ok() != Some(last),
        _ => start != end,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(iso: &str, en: &str, ar: &str) {
        let messages = Messages::new();
        assert_eq!(messages.day(Lang::En, iso), en);
        assert_eq!(messages.day(Lang::Ar, iso), ar);
    }

    #[test]
    fn days_months_and_years() {
        check("2016-05-03", "3 May 2016", "3 أيار/مايو 2016");
        check("2016-02", "February 2016", "شباط/فبراير 2016");
        check("2016", "2016", "2016");
        check("2016-13", "2016-13", "2016-13");
    }

    #[test]
    fn a_moment_keeps_its_offset() {
        let messages = Messages::new();
        let moment: Moment = "2016-05-03T21:00:00+03:00".parse().unwrap();
        assert_eq!(messages.moment(Lang::En, moment), "3 May 2016, 21:00 (+03:00)");
        let arabic = messages.moment(Lang::Ar, moment);
        assert_eq!(crate::bidi::plain(&arabic), "3 أيار/مايو 2016، 21:00 (+03:00)");
        let utc: Moment = "2016-02-26T22:00:00Z".parse().unwrap();
        assert_eq!(messages.moment(Lang::En, utc), "26 February 2016, 22:00 (UTC)");
    }

    fn check_days(start: &str, end: &str, certain: &str, en: &str, ar: &str) {
        let messages = Messages::new();
        assert_eq!(messages.days(Lang::En, start, end), certain);
        assert_eq!(messages.days_uncertain(Lang::En, start, end), en);
        assert_eq!(messages.days_uncertain(Lang::Ar, start, end), ar);
    }

    #[test]
    fn one_day_is_no_range() {
        check_days("2016-05-03", "2016-05-03", "3 May 2016", "3 May 2016", "3 أيار/مايو 2016");
    }

    #[test]
    fn of_two_days_that_follow_each_other_it_is_one_or_the_other() {
        let (en, ar) = ("27 or 28 April 2016", "27 أو 28 نيسان/أبريل 2016");
        check_days("2016-04-27", "2016-04-28", "27 to 28 April 2016", en, ar);
        let (en, ar) = ("30 April or 1 May 2016", "30 نيسان/أبريل أو 1 أيار/مايو 2016");
        check_days("2016-04-30", "2016-05-01", "30 April to 1 May 2016", en, ar);
    }

    #[test]
    fn of_more_days_it_is_between_the_ends() {
        let (en, ar) = ("between 27 and 30 April 2016", "بين 27 و30 نيسان/أبريل 2016");
        check_days("2016-04-27", "2016-04-30", "27 to 30 April 2016", en, ar);
        let (en, ar) = ("between April 2016 and May 2016", "بين نيسان/أبريل 2016 وأيار/مايو 2016");
        check_days("2016-04", "2016-05", "April 2016 to May 2016", en, ar);
    }
}
