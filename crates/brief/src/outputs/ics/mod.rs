//! The follow-up board as a calendar, by RFC 5545: what has days as events of whole days, what has
//! none as to-dos. The same picture gives the same bytes: stamps are those of the picture.

use std::fmt::Write as _;

use hudna_model::{FollowUp, FollowUpStatus, Lang, Moment, Situation};
use jiff::civil::Date;

use crate::{Messages, bidi};

/// Octets of a line, its end left out (RFC 5545, 3.1).
const LINE: usize = 75;

/// Writes the board.
pub fn render(situation: &Situation, list: &[&FollowUp], lang: Lang) -> String {
    let messages = Messages::new();
    let page = Page { situation, messages: &messages, lang };
    let mut out = String::new();
    line(&mut out, "BEGIN", "VCALENDAR");
    line(&mut out, "VERSION", "2.0");
    line(&mut out, "PRODID", "-//hudna//follow-up board//EN");
    line(&mut out, "CALSCALE", "GREGORIAN");
    line(&mut out, "X-WR-CALNAME", &escape(&page.text("ics-name", &[])));
    list.iter().for_each(|promise| page.promise(&mut out, promise));
    line(&mut out, "END", "VCALENDAR");
    out
}

struct Page<'a> {
    situation: &'a Situation,
    messages: &'a Messages,
    lang: Lang,
}

impl Page<'_> {
    fn text(&self, id: &str, args: &[(&str, crate::Value)]) -> String {
        bidi::plain(&self.messages.text(self.lang, id, args))
    }

    fn name(&self, who: Option<&str>) -> String {
        let Some(id) = who else { return self.text("p-who-unknown", &[]) };
        let known = self.situation.parties.get(id);
        known.map_or_else(|| id.to_owned(), |p| bidi::plain(p.name.get(self.lang)))
    }

    fn promise(&self, out: &mut String, promise: &FollowUp) {
        let days = days(promise);
        let kind = if days.is_some() { "VEVENT" } else { "VTODO" };
        line(out, "BEGIN", kind);
        // The claim that told it first: it stays when other reports tell it, too.
        let first = promise.claims.first().unwrap_or(&promise.id);
        line(out, "UID", &format!("{first}@promises.hudna"));
        line(out, "DTSTAMP", &utc(self.situation.as_of));
        line(out, "CREATED", &utc(promise.first_told));
        let changed = promise.changes.iter().map(|c| c.at).fold(promise.last_told, Moment::max);
        line(out, "LAST-MODIFIED", &utc(changed));
        line(out, "SEQUENCE", &(promise.former.len() + promise.changes.len()).to_string());
        line(out, "SUMMARY", &escape(&self.summary(promise)));
        line(out, "DESCRIPTION", &escape(&self.description(promise)));
        if let Some((first, last)) = days {
            line(out, "DTSTART;VALUE=DATE", &first.strftime("%Y%m%d").to_string());
            // The end of whole days is the day after.
            let after = last.tomorrow().unwrap_or(last);
            line(out, "DTEND;VALUE=DATE", &after.strftime("%Y%m%d").to_string());
            line(out, "TRANSP", "TRANSPARENT");
        }
        line(out, "STATUS", status(promise.status, days.is_some()));
        line(out, "END", kind);
    }

    fn summary(&self, promise: &FollowUp) -> String {
        let label = self.messages.label(self.lang, promise.what);
        let status = self.messages.label(self.lang, promise.status);
        let args = [
            ("who", self.name(promise.who.as_deref()).into()),
            ("what", label.into()),
            ("status", status.into()),
        ];
        self.text("ics-summary", &args)
    }

    fn description(&self, promise: &FollowUp) -> String {
        let mut lines = vec![promise.words.clone()];
        if !promise.due.words.is_empty() {
            let words = promise.due.words.clone();
            lines.push(self.text("p-words", &[("words", words.into())]));
        }
        for former in &promise.former {
            let day = former.due.end.as_ref().or(former.due.start.as_ref());
            let words = || self.text("quoted", &[("a", former.due.words.clone().into())]);
            let day = day.map_or_else(words, |d| self.messages.day(self.lang, d));
            lines.push(self.text("board-former", &[("day", bidi::plain(&day).into())]));
        }
        let owner = promise.owner.as_ref();
        lines.extend(owner.map(|o| self.text("board-owner", &[("name", o.clone().into())])));
        let next = promise.next.as_ref();
        lines.extend(next.map(|n| self.text("board-next", &[("what", n.clone().into())])));
        lines.push(promise.id.clone());
        lines.join("\n")
    }
}

/// The days on which it is due, where it has any.
fn days(promise: &FollowUp) -> Option<(Date, Date)> {
    let day = |text: &Option<String>| text.as_ref()?.parse::<Date>().ok();
    let (start, end) = (day(&promise.due.start), day(&promise.due.end));
    let first = start.or(end)?;
    Some((first, end.unwrap_or(first).max(first)))
}

fn status(status: FollowUpStatus, event: bool) -> &'static str {
    match (status, event) {
        (FollowUpStatus::Dropped, _) => "CANCELLED",
        (_, true) => "CONFIRMED",
        (FollowUpStatus::Done | FollowUpStatus::DoneLate, false) => "COMPLETED",
        (FollowUpStatus::Partly, false) => "IN-PROCESS",
        (_, false) => "NEEDS-ACTION",
    }
}

/// `20160503T180000Z`.
fn utc(moment: Moment) -> String {
    let text = Moment::from_seconds(moment.seconds()).to_string();
    text.chars().filter(|c| !matches!(c, '-' | ':')).collect()
}

/// A text value (RFC 5545, 3.3.11).
fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\\' | ';' | ',' => out.extend(['\\', c]),
            '\n' => out.push_str("\\n"),
            '\r' => {}
            c => out.push(c),
        }
    }
    out
}

/// A content line, folded so that no line has more than 75 octets and no character is cut.
fn line(out: &mut String, name: &str, value: &str) {
    let whole = format!("{name}:{value}");
    let mut used = 0;
    for c in whole.chars() {
        if used + c.len_utf8() > LINE {
            out.push_str("\r\n ");
            used = 1;
        }
        out.push(c);
        used += c.len_utf8();
    }
    write!(out, "\r\n").expect("a string takes everything");
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(value: &str) {
        let mut out = String::new();
        line(&mut out, "SUMMARY", value);
        assert!(out.ends_with("\r\n"));
        let lines: Vec<&str> = out.trim_end_matches("\r\n").split("\r\n").collect();
        assert!(lines.iter().all(|l| l.len() <= LINE), "{lines:?}");
        assert!(lines[1..].iter().all(|l| l.starts_with(' ')));
        let unfolded = out.trim_end_matches("\r\n").replace("\r\n ", "");
        assert_eq!(unfolded, format!("SUMMARY:{value}"));
    }

    #[test]
    fn lines_are_folded_at_75_octets_and_read_back() {
        check("short");
        check(&"x".repeat(LINE - "SUMMARY:".len()));
        check(&"x".repeat(LINE - "SUMMARY:".len() + 1));
        check(&"اجتماع ".repeat(40));
        check(&"a€".repeat(100));
        check(&format!("{}😀", "x".repeat(65)));
    }

    #[test]
    fn what_has_a_meaning_in_the_format_is_escaped() {
        assert_eq!(escape("a, b; c\\d\r\ne"), "a\\, b\\; c\\\\d\\ne");
    }

    #[test]
    fn stamps_are_utc() {
        let moment: Moment = "2016-05-03T21:00:00+03:00".parse().expect("a time");
        assert_eq!(utc(moment), "20160503T180000Z");
    }
}
