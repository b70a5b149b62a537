//! Every word that people read, in both languages, from the Fluent files under `templates/`.

use std::fmt;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentError, FluentResource, FluentValue};
use hudna_model::{Bilingual, Lang};

use crate::labels::Label;

const ARABIC: &str =
    include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/../../templates/messages/ar.ftl"));
const ENGLISH: &str =
    include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/../../templates/messages/en.ftl"));

const ARABIC_PAGES: &str = include_str!(concat!(env!("OUT_DIR"), "/pages.ar.ftl"));
const ENGLISH_PAGES: &str = include_str!(concat!(env!("OUT_DIR"), "/pages.en.ftl"));

/// An argument of a message.
#[derive(Debug, Clone, PartialEq)]
pub enum Value {
    /// A text, set as it is.
    Text(String),
    /// A number, which may choose among plural forms.
    Number(f64),
    /// A text that each language has its own of.
    Both(Bilingual),
}

impl From<&str> for Value {
    fn from(text: &str) -> Self {
        Value::Text(text.to_owned())
    }
}

impl From<String> for Value {
    fn from(text: String) -> Self {
        Value::Text(text)
    }
}

impl From<Bilingual> for Value {
    fn from(text: Bilingual) -> Self {
        Value::Both(text)
    }
}

impl From<u32> for Value {
    fn from(n: u32) -> Self {
        Value::Number(f64::from(n))
    }
}

impl From<u64> for Value {
    fn from(n: u64) -> Self {
        Value::Number(n as f64)
    }
}

impl From<usize> for Value {
    fn from(n: usize) -> Self {
        Value::Number(n as f64)
    }
}

impl From<f64> for Value {
    /// Rounded to one decimal: events spread over days give fractions.
    fn from(n: f64) -> Self {
        Value::Number((n * 10.0).round() / 10.0)
    }
}

/// The messages of both languages.
pub struct Messages {
    ar: FluentBundle<FluentResource>,
    en: FluentBundle<FluentResource>,
}

impl fmt::Debug for Messages {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Messages { ar, en }")
    }
}

impl Default for Messages {
    fn default() -> Self {
        Self::new()
    }
}

impl Messages {
    /// Loads the messages that are compiled in.
    pub fn new() -> Self {
        Self {
            ar: bundle(Lang::Ar, &[ARABIC, ARABIC_PAGES]),
            en: bundle(Lang::En, &[ENGLISH, ENGLISH_PAGES]),
        }
    }

    /// The message `id` in `lang` with `args` set in. An id that does not exist is shown in
    /// angle brackets, so that it is seen rather than lost.
    pub fn text(&self, lang: Lang, id: &str, args: &[(&str, Value)]) -> String {
        let bundle = self.bundle(lang);
        let Some(pattern) = bundle.get_message(id).and_then(|m| m.value()) else {
            return format!("⟨{id}⟩");
        };
        let args = fluent_args(lang, args);
        let mut errors: Vec<FluentError> = Vec::new();
        bundle.format_pattern(pattern, Some(&args), &mut errors).into_owned()
    }

    /// The message `id` in both languages.
    pub fn both(&self, id: &str, args: &[(&str, Value)]) -> Bilingual {
        Bilingual::new(self.text(Lang::Ar, id, args), self.text(Lang::En, id, args))
    }

    /// The label of an enum's value.
    pub fn label(&self, lang: Lang, value: impl Label) -> String {
        self.text(lang, &value.message_id(), &[])
    }

    /// The label of an enum's value in both languages.
    pub fn label_both(&self, value: impl Label) -> Bilingual {
        self.both(&value.message_id(), &[])
    }

    /// Whether both languages have the message.
    pub fn has(&self, id: &str) -> bool {
        self.ar.has_message(id) && self.en.has_message(id)
    }

    fn bundle(&self, lang: Lang) -> &FluentBundle<FluentResource> {
        match lang {
            Lang::Ar => &self.ar,
            Lang::En => &self.en,
        }
    }
}

fn bundle(lang: Lang, sources: &[&str]) -> FluentBundle<FluentResource> {
    let locale = lang.code().parse().expect("a two-letter code is a language");
    let mut bundle = FluentBundle::new_concurrent(vec![locale]);
    // Isolation is set by `bidi::isolate` where directions really differ.
    bundle.set_use_isolating(false);
    bundle.add_function("PLURAL", plural).expect("the function is added once");
    for source in sources {
        let resource =
            FluentResource::try_new((*source).to_owned()).unwrap_or_else(|(_, errors)| {
                panic!("messages of {} do not parse: {errors:?}", lang.code())
            });
        bundle
            .add_resource(resource)
            .unwrap_or_else(|errors| panic!("messages of {} stand twice: {errors:?}", lang.code()));
    }
    bundle
}

/// `PLURAL($n)` of the Arabic messages. The plural rules that Fluent brings leave out "modulo 100",
/// so that 250 and 103 would take the form of 100.
fn plural<'a>(args: &[FluentValue<'a>], _: &FluentArgs<'_>) -> FluentValue<'a> {
    match args.first() {
        Some(FluentValue::Number(n)) => FluentValue::from(arabic_form(n.value)),
        _ => FluentValue::Error,
    }
}

/// The form of a counted noun: Unicode CLDR, plural rules for cardinals, `ar`.
fn arabic_form(n: f64) -> &'static str {
    if n.fract() != 0.0 {
        return "other";
    }
    match (n, n.rem_euclid(100.0)) {
        (0.0, _) => "zero",
        (1.0, _) => "one",
        (2.0, _) => "two",
        (_, 3.0..=10.0) => "few",
        (_, 11.0..=99.0) => "many",
        _ => "other",
    }
}

fn fluent_args<'a>(lang: Lang, args: &'a [(&str, Value)]) -> FluentArgs<'a> {
    let values = args.iter().map(|(name, value)| {
        let value = match value {
            Value::Text(text) => FluentValue::from(text.as_str()),
            Value::Number(n) => FluentValue::from(*n),
            Value::Both(text) => FluentValue::from(text.get(lang)),
        };
        ((*name).to_owned(), value)
    });
    values.collect()
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    /// Ids stand at the beginning of a line; everything else is indented or a comment.
    fn ids(source: &str) -> BTreeSet<&str> {
        let heads = source.lines().filter_map(|line| line.split_once(" ="));
        heads.map(|(id, _)| id).filter(|id| id.starts_with(char::is_alphabetic)).collect()
    }

    #[test]
    fn both_languages_have_the_same_ids() {
        assert_eq!(ids(ARABIC), ids(ENGLISH));
        assert_eq!(ids(ARABIC_PAGES), ids(ENGLISH_PAGES));
        assert!(ids(ENGLISH).len() > 400, "the files were read");
    }

    fn check(lang: Lang, id: &str, n: u32, expected: &str) {
        assert_eq!(Messages::new().text(lang, id, &[("n", n.into())]), expected);
    }

    #[test]
    fn arabic_counts_in_six_forms() {
        check(Lang::Ar, "count-killed", 0, "لا قتلى");
        check(Lang::Ar, "count-killed", 1, "قتيل واحد");
        check(Lang::Ar, "count-killed", 2, "قتيلان");
        check(Lang::Ar, "count-killed", 5, "5 قتلى");
        check(Lang::Ar, "count-killed", 14, "14 قتيلًا");
        check(Lang::Ar, "count-killed", 100, "100 قتيل");
        check(Lang::Ar, "count-killed", 103, "103 قتلى");
        check(Lang::Ar, "count-killed", 102, "102 قتيل");
        check(Lang::Ar, "count-killed", 250, "250 قتيلًا");
    }

    #[test]
    fn a_fraction_takes_the_last_form() {
        let args = [("n", Value::from(5.14))];
        assert_eq!(Messages::new().text(Lang::Ar, "n-events", &args), "5.1 حدث");
    }

    #[test]
    fn english_counts_in_two_forms() {
        check(Lang::En, "n-reports", 1, "1 report");
        check(Lang::En, "n-reports", 3, "3 reports");
        check(Lang::En, "count-killed", 0, "nobody killed");
    }

    #[test]
    fn a_missing_id_is_seen() {
        check(Lang::En, "no-such-message", 1, "⟨no-such-message⟩");
    }
}
