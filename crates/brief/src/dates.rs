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

    /// A range of days, months or years; one day when both ends are the same.
    pub fn days(&self, lang: Lang, start: &str, end: &str) -> String {
        if start == end {
            return self.day(lang, start);
        }
        let args = [("start", self.day(lang, start).into()), ("end", self.day(lang, end).into())];
        self.text(lang, "date-range", &args)
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

    #[test]
    fn one_day_is_no_range() {
        let messages = Messages::new();
        assert_eq!(messages.days(Lang::En, "2016-05-03", "2016-05-03"), "3 May 2016");
        assert_eq!(messages.days(Lang::En, "2016-05-02", "2016-05-03"), "2 May 2016 to 3 May 2016");
    }
}
