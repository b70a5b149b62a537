//! Figures and days as sentences print them: Western digits and one fixed form in both languages.

use hudna_model::Bilingual;

use crate::days;
use crate::say::{plain, term};

/// At most one decimal: fractions come from events that were spread over days.
pub(crate) fn events(x: f64) -> Bilingual {
    let text = format!("{x:.1}");
    plain(text.strip_suffix(".0").unwrap_or(&text).to_owned())
}

/// Two decimals.
pub(crate) fn ratio(x: f64) -> Bilingual {
    plain(format!("{x:.2}"))
}

/// A day with its month, such as "3 May".
pub(crate) fn day(number: i32) -> Bilingual {
    let date = days::date(number);
    let month = term(&format!("month.{}", date.month()));
    Bilingual::new(format!("{} {}", date.day(), month.ar), format!("{} {}", date.day(), month.en))
}

/// A day with month and year.
pub(crate) fn day_and_year(number: i32) -> Bilingual {
    let (day, year) = (day(number), days::date(number).year());
    Bilingual::new(format!("{} {year}", day.ar), format!("{} {year}", day.en))
}

/// From one day to another, such as "27 April–3 May"; one day alone is said once.
pub(crate) fn range(first: i32, last: i32) -> Bilingual {
    if first == last {
        return day_and_year(first);
    }
    let (a, b) = (day(first), day(last));
    Bilingual::new(format!("{} – {}", a.ar, b.ar), format!("{}–{}", a.en, b.en))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_print_in_both_languages() {
        let first = days::parse("2016-04-27").unwrap();
        let said = range(first, first + 6);
        assert_eq!(said.en, "27 April–3 May");
        assert_eq!(said.ar, "27 نيسان/أبريل – 3 أيار/مايو");
        assert_eq!(day_and_year(first).en, "27 April 2016");
        assert_eq!(events(26.0).ar, "26");
        assert_eq!(ratio(1.444).en, "1.44");
    }
}
