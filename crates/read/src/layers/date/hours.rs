//! Hours told with a date: a part of the day, or a time of the clock near it.
//!
//! Hours are those of the clock of the place. A time by another clock, and one of which nobody can
//! say which half of the day it means, is none: the part of the day stands alone then.

use std::ops::Range;

use hudna_model::Hours;

use super::{Date, Side};
use crate::doc::Doc;
use crate::pack::hours::{HourForm, HourKind};

/// How far from its date a time of the clock may stand, in tokens.
const REACH: usize = 5;

/// Minutes of a day.
const DAY: i64 = 24 * 60;

/// Tells every date the hours that stand with it.
pub fn tell(doc: &mut Doc<'_>) {
    let hours: Vec<Option<Hours>> = doc.dates.iter().map(|date| told(doc, date)).collect();
    for (date, hours) in doc.dates.iter_mut().zip(hours) {
        if let Some(resolved) = &mut date.resolved {
            resolved.hours = hours;
        }
    }
}

/// Of a day, or of the days of a night; not of a month, nor of what lies before or after.
fn told(doc: &Doc<'_>, date: &Date) -> Option<Hours> {
    let resolved = date.resolved.as_ref().filter(|_| date.side == Side::On)?;
    if !["day", "range"].contains(&resolved.precision.as_str()) {
        return None;
    }
    let part = part(doc, date);
    let at = clock(doc, date, part).map(|minute| (minute, minute)).or(part)?;
    Some(Hours { from: written(at.0), to: written(if at.1 > DAY { at.1 - DAY } else { at.1 }) })
}

fn written(minutes: i64) -> String {
    format!("{:02}:{:02}", minutes / 60, minutes % 60)
}

/// The longest form of the kinds that begins at the token.
fn form<'d>(doc: &Doc<'d>, at: usize, kinds: &[HourKind]) -> Option<&'d HourForm> {
    let said = |f: &&HourForm| {
        let tokens = doc.tokens.get(at..at + f.tokens.len());
        tokens.is_some_and(|t| t.iter().map(|t| &t.text).eq(&f.tokens))
    };
    let known = doc.lang.hours.iter().filter(|f| kinds.contains(&f.kind));
    known.filter(said).max_by_key(|f| f.tokens.len())
}

/// The part of the day inside the words of the date, or right behind them; none where two differ.
fn part(doc: &Doc<'_>, date: &Date) -> Option<(i64, i64)> {
    let mut found: Option<(i64, i64)> = None;
    let mut at = date.at.start;
    while at <= date.at.end {
        match form(doc, at, &[HourKind::Part]) {
            Some(part) if found.is_some_and(|f| f != part.minutes) => return None,
            Some(part) => {
                found = Some(part.minutes);
                at += part.tokens.len();
            }
            None => at += 1,
        }
    }
    found
}

/// A time of the clock near the date, in minutes; none where two differ.
fn clock(doc: &Doc<'_>, date: &Date, part: Option<(i64, i64)>) -> Option<i64> {
    let around = around(doc, &date.at);
    let (mut found, mut at) = (None, around.start);
    while at < around.end {
        match time_at(doc, at).filter(|_| at == date.at.start || !date.at.contains(&at)) {
            Some((time, half)) => {
                at = time.end;
                let minute = time.minute(half.or(part));
                if found.is_some() && found != minute {
                    return None;
                }
                found = minute;
            }
            None => at += 1,
        }
    }
    found
}

/// The tokens near the date, up to the end of the sentence or line.
fn around(doc: &Doc<'_>, at: &Range<usize>) -> Range<usize> {
    let goes_on = |k: &usize| {
        let token = &doc.tokens[*k];
        token.kind != crate::token::TokenKind::Break && !token.is_mark(";؛!?؟")
    };
    let from = at.start.saturating_sub(REACH);
    let to = (at.end + REACH).min(doc.tokens.len());
    let before = (from..at.start).rev().take_while(goes_on).count();
    let behind = (at.end..to).take_while(goes_on).count();
    at.start - before..at.end + behind
}

/// The time of the clock that is opened at the token, or that a half of the day closes, and the
/// part of the day behind it.
fn time_at(doc: &Doc<'_>, at: usize) -> Option<(Time, Option<(i64, i64)>)> {
    let opener = form(doc, at, &[HourKind::Clock]);
    let start = at + opener.map_or(0, |f| f.tokens.len());
    let time = Time::at(doc, start)?;
    let half = form(doc, time.end, &[HourKind::Half, HourKind::Part]);
    let end = time.end + half.map_or(0, |f| f.tokens.len());
    let elsewhere = (end..end + 2).any(|k| form(doc, k, &[HourKind::Zone]).is_some());
    let told = !elsewhere && (opener.is_some() || half.is_some());
    told.then(|| (Time { end, ..time }, half.map(|f| f.minutes)))
}

/// Hours and minutes as written, and the token behind them.
struct Time {
    hour: i64,
    minute: i64,
    /// Written so that it can only be one of 24 hours.
    whole_day: bool,
    end: usize,
}

impl Time {
    fn at(doc: &Doc<'_>, at: usize) -> Option<Self> {
        let token = doc.tokens.get(at)?;
        if let Some(hour) = form(doc, at, &[HourKind::Hour]) {
            let end = at + hour.tokens.len();
            let more = form(doc, end, &[HourKind::More]);
            let (hour, minute) = (hour.minutes.0 / 60, if more.is_some() { 30 } else { 0 });
            let end = end + more.map_or(0, |f| f.tokens.len());
            return Some(Self { hour, minute, whole_day: false, end });
        }
        let (hour, minute, end) = match token.text.split_once('.') {
            Some((hour, minute)) => (hour, Some(minute), at + 1),
            None => match doc.tokens.get(at + 1..at + 3) {
                Some([colon, minute]) if colon.is_mark(":") => {
                    (token.text.as_str(), Some(minute.text.as_str()), at + 3)
                }
                _ => (token.text.as_str(), None, at + 1),
            },
        };
        let number = |text: &str, most: i64| text.parse().ok().filter(|n| (0..=most).contains(n));
        let whole_day = minute.is_some() && hour.len() == 2 && !("10"..="12").contains(&hour);
        let minute = match minute {
            Some(minute) if minute.len() == 2 => number(minute, 59)?,
            Some(_) => return None,
            None => 0,
        };
        Some(Self { hour: number(hour, 23)?, minute, whole_day, end })
    }

    /// Minutes from midnight, by the part of the day where the hour alone leaves two.
    fn minute(&self, part: Option<(i64, i64)>) -> Option<i64> {
        let early = self.hour * 60 + self.minute;
        if self.whole_day || self.hour > 12 {
            return Some(early);
        }
        let early = early % (DAY / 2);
        let (from, to) = part?;
        let mut fitting = [early, early + DAY / 2].into_iter().filter(|m| from <= *m && *m <= to);
        fitting.next().filter(|_| fitting.next().is_none())
    }
}

#[cfg(test)]
mod tests {
    use crate::doc::Doc;
    use crate::layers::date::tests::pack;

    fn check(lang: &str, sentence: &str, expected: &str) {
        let pack = pack();
        let doc = Doc::new(&pack, &pack.langs[lang], sentence, "2016-05-05".parse().ok());
        let hours = doc.dates.iter().find_map(|d| d.resolved.as_ref()?.hours.as_ref());
        let told = hours.map_or("none".to_owned(), |h| match h.from == h.to {
            true => h.from.clone(),
            false => format!("{}-{}", h.from, h.to),
        });
        assert_eq!(told, expected, "{sentence}");
    }

    #[test]
    fn parts_of_the_day_are_hours() {
        check("en", "Shells fell on the city on Wednesday morning.", "05:00-12:00");
        check("en", "Jets struck the town at dawn on Wednesday.", "02:00-07:00");
        check("en", "Jets struck the town last night.", "18:00-06:00");
        check("en", "Shells fell on the city on Wednesday.", "none");
        check("ar", "قصفت الطائرات المدينة فجر الأربعاء.", "02:00-07:00");
        check("ar", "سقطت قذائف على المدينة بعد ظهر أمس.", "12:00-19:00");
        check("ar", "سقطت قذائف على المدينة مساء اليوم.", "16:00-24:00");
        check("ar", "سقطت قذائف على المدينة أمس.", "none");
    }

    #[test]
    fn times_of_the_clock_stand_near_their_day() {
        check("en", "Shells fell on the city at 03:20 on Wednesday.", "03:20");
        check("en", "Shells fell on the city on Wednesday at 9 pm.", "21:00");
        check("en", "Shells fell on the city on Wednesday at 9:15 p.m.", "21:15");
        check("en", "Shells fell on Wednesday at 12:30 a.m.", "00:30");
        check("ar", "سقطت القذائف الأربعاء الساعة 21:00 على المدينة.", "21:00");
        check("ar", "سقطت القذائف عند الساعة الثالثة والنصف فجر الأربعاء.", "03:30");
        check("ar", "سقطت القذائف يوم الأربعاء في الساعة 9 مساء.", "21:00");
    }

    #[test]
    fn what_may_be_either_half_or_another_clock_is_none() {
        check("en", "Shells fell on the city at 9 on Wednesday.", "none");
        check("en", "Nine people died on Wednesday, 9 were hurt.", "none");
        check("en", "The lull began at 22:00 GMT on Wednesday.", "none");
        check("ar", "بدأت التهدئة الأربعاء الساعة 22:00 بتوقيت غرينتش.", "none");
        check("ar", "سقطت القذائف الأربعاء الساعة 9 على المدينة.", "none");
    }
}
