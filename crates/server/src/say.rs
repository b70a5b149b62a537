//! How one reader is spoken to: language, figures, months, offset of times.

use std::collections::BTreeMap;
use std::sync::Arc;

use hudna::model::{Bilingual, Lang, Moment};
use hudna::people::{Digits, Months};
use hudna_brief::{Messages, Value, bidi};

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
    /// Names of months as messages have them, and as this reader wants them.
    renamed: Arc<BTreeMap<String, String>>,
}

impl std::fmt::Debug for Say {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Say({})", self.lang.code())
    }
}

impl Say {
    /// Makes one.
    pub fn new(messages: Arc<Messages>, lang: Lang, digits: Digits, months: Months) -> Self {
        let renamed = Arc::new(renamed(&messages, lang, months));
        Self { lang, digits, months, zone: None, messages, renamed }
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
        if self.lang != Lang::Ar {
            return text;
        }
        let renamed = self.renamed.iter().fold(text, |text, (from, to)| {
            if text.contains(from.as_str()) { text.replace(from, to) } else { text }
        });
        self.figures(renamed)
    }

    fn figures(&self, text: String) -> String {
        match (self.lang, self.digits) {
            (Lang::Ar, Digits::Arabic) => arabic_figures(&text),
            _ => text,
        }
    }
}

fn renamed(messages: &Messages, lang: Lang, months: Months) -> BTreeMap<String, String> {
    if lang != Lang::Ar || months == Months::Both {
        return BTreeMap::new();
    }
    let names = (1..=MONTHS).map(|m| messages.text(lang, &format!("month-{m}"), &[]));
    let one = |name: String| {
        let (levant, egypt) = name.split_once('/')?;
        let wanted = if months == Months::Levantine { levant } else { egypt };
        Some((name.clone(), wanted.to_owned()))
    };
    names.filter_map(one).collect()
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

    #[test]
    fn numbers_are_short() {
        let say = say(Lang::En, Digits::Latin, Months::Both);
        assert_eq!(say.number(0.3333), "0.33");
        assert_eq!(say.number(26.4), "26");
        assert_eq!(say.number(f64::NAN), "–");
        assert_eq!(say.percent(0.934), "93%");
    }
}
