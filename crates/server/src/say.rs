//! How one reader is spoken to: language, figures, months, offset of times.

use std::sync::Arc;

use hudna::model::{Bilingual, Lang, Moment};
use hudna::people::{Digits, Months};
use hudna_brief::{Messages, Value, bidi};
use serde_json::Value as Json;

/// The spelling of names of months is chosen where they are told: `أيار/مايو`.
const MONTHS: u32 = 12;

/// A reader's way of reading.
#[derive(Clone)]
pub struct Say {
    /// Language.
    pub lang: Lang,
    /// Figures of Arabic texts.
    pub digits: Digits,
    /// Months of Arabic texts.
    pub months: Months,
    /// Offset of times, in a moment that bears it; none for the one in which they were told.
    pub zone: Option<Moment>,
    messages: Arc<Messages>,
    /// Names of the months in the order of the year.
    names: Arc<Vec<Month>>,
}

/// A month's Arabic names.
#[derive(Debug, Clone)]
struct Month {
    /// As messages have it: `أيار/مايو`.
    both: String,
    levant: String,
    egypt: String,
}

impl Month {
    fn wanted(&self, months: Months) -> &str {
        match months {
            Months::Levantine => &self.levant,
            Months::Egyptian => &self.egypt,
            Months::Both => &self.both,
        }
    }
}

impl std::fmt::Debug for Say {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Say({})", self.lang.code())
    }
}

impl Say {
    /// Makes one.
    pub fn new(messages: Arc<Messages>, lang: Lang, digits: Digits, months: Months) -> Self {
        let names = Arc::new(names(&messages));
        Self { lang, digits, months, zone: None, messages, names }
    }

    /// The messages of both languages.
    pub fn messages(&self) -> &Messages {
        &self.messages
    }

    /// The message `id`.
    pub fn text(&self, id: &str, args: &[(&str, Value)]) -> String {
        self.written(self.messages.text(self.lang, id, args))
    }

    /// The label of a value of a closed list, by the list's name in messages.
    pub fn label(&self, kind: &str, value: &str) -> String {
        let kind = if kind == "status" { "area-status" } else { kind };
        self.text(&format!("{kind}-{}", value.replace('_', "-")), &[])
    }

    /// A text of both languages.
    pub fn pick(&self, text: &Bilingual) -> String {
        self.written(text.get(self.lang).to_owned())
    }

    /// A number, with two decimals below ten and none above.
    pub fn number(&self, n: f64) -> String {
        if !n.is_finite() {
            return "–".to_owned();
        }
        let rounded = if n.abs() < 10.0 { (n * 100.0).round() / 100.0 } else { n.round() };
        self.figures(format!("{}", rounded + 0.0))
    }

    /// A share as per cent.
    pub fn percent(&self, share: f64) -> String {
        self.figures(format!("{}%", (share * 100.0).round()))
    }

    /// An ISO day.
    pub fn day(&self, iso: &str) -> String {
        self.written(self.messages.day(self.lang, iso))
    }

    /// First and last of some ISO days.
    pub fn days(&self, first: &str, last: &str) -> String {
        self.written(self.messages.days(self.lang, first, last))
    }

    /// Days of which one is meant.
    pub fn days_uncertain(&self, first: &str, last: &str) -> String {
        self.written(self.messages.days_uncertain(self.lang, first, last))
    }

    /// A moment.
    pub fn moment(&self, moment: Moment) -> String {
        let moment = self.zone.map_or(moment, |zone| moment.told_like(zone));
        self.written(self.messages.moment(self.lang, moment))
    }

    /// Parts joined by the comma of the language.
    pub fn list(&self, parts: &[String]) -> String {
        parts.join(if self.lang == Lang::Ar { "، " } else { ", " })
    }

    /// Parts joined by the semicolon of the language.
    pub fn clauses(&self, parts: &[String]) -> String {
        parts.join(if self.lang == Lang::Ar { "؛ " } else { "; " })
    }

    /// What went wrong, in one line.
    pub fn error(&self, error: &hudna::Error) -> String {
        match error {
            // The remedies of the messages name commands; a page names its own way.
            hudna::Error::Unknown { id, .. } => {
                let args =
                    [("id", id.clone().into()), ("next", self.text("w-unknown", &[]).into())];
                self.text("unknown-id", &args)
            }
            hudna::Error::Told(told) => {
                let args: Vec<(&str, Value)> =
                    told.args.iter().map(|(name, text)| (*name, text.clone().into())).collect();
                let own = format!("w-{}", told.id);
                self.text(if self.messages.has(&own) { &own } else { told.id }, &args)
            }
            other => other.to_string(),
        }
    }

    /// A text as this reader writes months and figures.
    fn written(&self, text: String) -> String {
        if self.lang == Lang::Ar { self.arabic(&text) } else { text }
    }

    /// An Arabic text with months and figures as this reader wants them, whoever made it: pages,
    /// briefs and the engine's sentences alike. What is quoted (`«…»`) stays as it was written.
    pub fn arabic(&self, text: &str) -> String {
        let mut out = String::with_capacity(text.len());
        let mut rest = text;
        while let Some(open) = rest.find('«') {
            let close = rest[open..].find('»').map_or(rest.len(), |at| open + at + '»'.len_utf8());
            out.push_str(&self.own_words(&rest[..open]));
            out.push_str(&rest[open..close]);
            rest = &rest[close..];
        }
        out.push_str(&self.own_words(rest));
        out
    }

    fn own_words(&self, text: &str) -> String {
        let renamed = self.names.iter().fold(text.to_owned(), |text, month| {
            let text = match text.contains(&month.both) {
                true => text.replace(&month.both, month.wanted(self.months)),
                false => text,
            };
            lone(&text, month, self.months)
        });
        match self.digits {
            Digits::Arabic => arabic_figures(&renamed),
            Digits::Latin => renamed,
        }
    }

    /// A picture with the words of its texts so written; what draws it stays as it is.
    pub fn drawn(&self, svg: &str) -> String {
        if self.lang != Lang::Ar {
            return svg.to_owned();
        }
        let mut out = String::with_capacity(svg.len());
        for piece in svg.split_inclusive('>') {
            let (text, tag) = piece.split_at(piece.find('<').unwrap_or(piece.len()));
            out.push_str(&self.arabic(text));
            out.push_str(tag);
        }
        out
    }

    /// Texts of both languages in what a page is given, wherever they stand: objects of `ar` and
    /// `en` alone.
    pub fn spoken(&self, page: &mut Json) {
        match page {
            Json::Array(all) => all.iter_mut().for_each(|value| self.spoken(value)),
            Json::Object(fields) if is_both(fields) => {
                if let Some(Json::String(text)) = fields.get_mut("ar") {
                    *text = self.arabic(text);
                }
            }
            Json::Object(fields) => fields.values_mut().for_each(|value| self.spoken(value)),
            _ => {}
        }
    }

    fn figures(&self, text: String) -> String {
        match (self.lang, self.digits) {
            (Lang::Ar, Digits::Arabic) => arabic_figures(&text),
            _ => text,
        }
    }
}

fn names(messages: &Messages) -> Vec<Month> {
    let names = (1..=MONTHS).map(|m| messages.text(Lang::Ar, &format!("month-{m}"), &[]));
    let one = |both: String| {
        let (levant, egypt) = both.split_once('/')?;
        let (levant, egypt) = (levant.to_owned(), egypt.to_owned());
        Some(Month { both, levant, egypt })
    };
    names.filter_map(one).collect()
}

fn is_both(fields: &serde_json::Map<String, Json>) -> bool {
    let text = |name: &str| fields.get(name).is_some_and(Json::is_string);
    fields.len() == 2 && text("ar") && text("en")
}

/// A month that stands under one of its names alone beside a figure: only there is it surely a
/// month ("3 أيار", "آب 2016"), for some names are words.
fn lone(text: &str, month: &Month, months: Months) -> String {
    let wanted = month.wanted(months);
    let mut out = text.to_owned();
    for name in [&month.levant, &month.egypt] {
        if name == wanted || !out.contains(name.as_str()) {
            continue;
        }
        let mut made = String::with_capacity(out.len());
        let mut rest = out.as_str();
        while let Some(at) = rest.find(name.as_str()) {
            let (before, behind) = (&rest[..at], &rest[at + name.len()..]);
            made.push_str(before);
            let dated = is_dated(if made.is_empty() { before } else { &made }, behind);
            made.push_str(if dated { wanted } else { name });
            rest = behind;
        }
        made.push_str(rest);
        out = made;
    }
    out
}

/// Whether what stands before and behind makes a word a month: nothing at all, or a figure and a
/// blank on one side, and no letter and no slash on the other.
fn is_dated(before: &str, behind: &str) -> bool {
    let (before, behind) = (bidi::plain(before), bidi::plain(behind));
    let ends = before.strip_suffix(' ').is_some_and(|b| b.ends_with(|c: char| c.is_numeric()));
    let begins = behind.strip_prefix(' ').is_some_and(|b| b.starts_with(|c: char| c.is_numeric()));
    let joined = |c: char| c.is_alphabetic() || c == '/';
    let alone = before.is_empty() && behind.is_empty();
    (alone || ends || begins) && !before.ends_with(joined) && !behind.starts_with(joined)
}

/// Western figures as Arabic-Indic ones, but for words that hold Latin letters or `#`: ids, hashes
/// and addresses stay as they are typed.
fn arabic_figures(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for word in text.split_inclusive(char::is_whitespace) {
        let id = bidi::plain(word).chars().any(|c| c.is_ascii_alphabetic() || c == '#');
        let figure = |c: char| match c.to_digit(10).filter(|_| c.is_ascii_digit() && !id) {
            Some(n) => char::from_u32('٠' as u32 + n).unwrap_or(c),
            None => c,
        };
        out.extend(word.chars().map(figure));
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn say(lang: Lang, digits: Digits, months: Months) -> Say {
        Say::new(Arc::new(Messages::new()), lang, digits, months)
    }

    #[test]
    fn figures_and_months_follow_the_setting() {
        let day = |lang, digits, months| bidi::plain(&say(lang, digits, months).day("2016-05-03"));
        assert_eq!(day(Lang::Ar, Digits::Latin, Months::Both), "3 أيار/مايو 2016");
        assert_eq!(day(Lang::Ar, Digits::Latin, Months::Levantine), "3 أيار 2016");
        assert_eq!(day(Lang::Ar, Digits::Arabic, Months::Egyptian), "٣ مايو ٢٠١٦");
        assert_eq!(day(Lang::En, Digits::Arabic, Months::Egyptian), "3 May 2016");
    }

    #[test]
    fn ids_keep_their_figures() {
        assert_eq!(arabic_figures("14 في INC-7F3K2Q، #12 و21:00"), "١٤ في INC-7F3K2Q، #12 و٢١:٠٠");
    }

    #[track_caller]
    fn check_arabic(digits: Digits, months: Months, text: &str, expected: &str) {
        assert_eq!(say(Lang::Ar, digits, months).arabic(text), expected);
    }

    #[test]
    fn the_sentences_of_the_engine_follow_the_setting() {
        let told = "27 نيسان/أبريل – 3 أيار/مايو: 26 حدثًا";
        check_arabic(Digits::Latin, Months::Both, told, told);
        check_arabic(Digits::Latin, Months::Levantine, told, "27 نيسان – 3 أيار: 26 حدثًا");
        check_arabic(Digits::Arabic, Months::Egyptian, told, "٢٧ أبريل – ٣ مايو: ٢٦ حدثًا");
    }

    #[test]
    fn one_name_of_a_month_becomes_the_other_beside_a_figure() {
        let check = |months, text, expected| check_arabic(Digits::Latin, months, text, expected);
        check(Months::Egyptian, "منذ 3 أيار", "منذ 3 مايو");
        check(Months::Levantine, "في مايو 2016", "في أيار 2016");
        check(Months::Both, "3 مايو 2016", "3 أيار/مايو 2016");
        check(Months::Both, "3 أيار/مايو 2016", "3 أيار/مايو 2016");
        check(Months::Egyptian, "آب الرجل في 3 أيام", "آب الرجل في 3 أيام");
        check(Months::Egyptian, "5 تشرين الأول 2016", "5 أكتوبر 2016");
    }

    #[test]
    fn what_is_quoted_stays_as_it_was_written() {
        check_arabic(
            Digits::Arabic,
            Months::Egyptian,
            "ورد في 3 أيار: «قتل 14 في 3 أيار» و«2» ثم 7",
            "ورد في ٣ مايو: «قتل 14 في 3 أيار» و«2» ثم ٧",
        );
        check_arabic(Digits::Arabic, Months::Egyptian, "بقي «مفتوحًا 3", "بقي «مفتوحًا 3");
    }

    #[test]
    fn the_texts_of_a_picture_follow_and_its_figures_stay() {
        let svg = "<svg width=\"10\"><text x=\"3\">نيسان</text><text>3 أيار/مايو</text></svg>";
        let drawn = say(Lang::Ar, Digits::Arabic, Months::Egyptian).drawn(svg);
        let expected = "<svg width=\"10\"><text x=\"3\">أبريل</text><text>٣ مايو</text></svg>";
        assert_eq!(drawn, expected);
    }

    #[test]
    fn a_page_is_written_so_wherever_texts_of_both_languages_stand() {
        let text = serde_json::json!({"ar": "3 أيار/مايو", "en": "3 May"});
        let mut page = serde_json::json!({
            "areas": [{"reasons": [{"text": text}]}], "words": "3 أيار/مايو",
            "more": {"ar": "3", "en": "3", "lang": "ar"},
        });
        say(Lang::En, Digits::Arabic, Months::Egyptian).spoken(&mut page);
        assert_eq!(page["areas"][0]["reasons"][0]["text"]["ar"], "٣ مايو");
        assert_eq!(page["areas"][0]["reasons"][0]["text"]["en"], "3 May");
        assert_eq!(page["words"], "3 أيار/مايو");
        assert_eq!(page["more"]["ar"], "3");
    }

    #[test]
    fn numbers_are_short() {
        let say = say(Lang::En, Digits::Latin, Months::Both);
        assert_eq!(say.number(0.3333), "0.33");
        assert_eq!(say.number(26.4), "26");
        assert_eq!(say.number(f64::NAN), "–");
        assert_eq!(say.percent(0.934), "93%");
    }
}
