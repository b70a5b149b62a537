//! Properties that hold for any text.

use hudna_model::{Reading, Report};
use hudna_read::choose::{How, Trace};
use hudna_read::read_so;
use serde_json::Value;

use crate::{PACK, folder, reading_in};

/// A generator of texts: the same seed gives the same texts.
struct Texts(u64);

impl Texts {
    fn next(&mut self, below: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 % below as u64) as usize
    }

    /// Words of reports between letters, digits, marks and diacritics at random.
    fn text(&mut self, words: &[&str]) -> String {
        const SCALARS: &str = "ابتثجحخدذرزسشصضطظعغفقكلمنهويءآأإؤئىة ،.:؛؟!«»“”\"()-–—/٠١٢٣٤٥٦٧٨٩0123456789,\n\r\t \
             \u{64b}\u{64c}\u{650}\u{651}\u{652}\u{670}\u{640}\u{200f}\u{200e}\u{2069}\u{a0}\u{feff}#_aZ🔴";
        let scalars: Vec<char> = SCALARS.chars().collect();
        let mut out = String::new();
        for _ in 0..self.next(60) {
            match self.next(3) {
                0 => (0..self.next(7)).for_each(|_| out.push(scalars[self.next(scalars.len())])),
                _ => out.push_str(words[self.next(words.len())]),
            }
            if self.next(5) > 0 {
                out.push(' ');
            }
        }
        out
    }
}

#[test]
fn any_text_is_read_and_every_span_is_exact() {
    let source = std::fs::read_to_string(folder("tests/phenomena.md")).unwrap();
    reads_any("ar", &source);
}

#[test]
fn any_english_text_is_read_and_every_span_is_exact() {
    let files = ["en/speaking.md", "en/strikes.md", "en/truces.md", "dates-en.md", "numbers-en.md"];
    let read = |f: &str| std::fs::read_to_string(folder("tests").join(f)).unwrap();
    reads_any("en", &files.map(read).join("\n"));
}

fn reads_any(lang: &str, source: &str) {
    let words: Vec<&str> = source.split_whitespace().collect();
    let mut texts = Texts(0x9e37_79b9_7f4a_7c15);
    for _ in 0..400 {
        let text = texts.text(&words);
        let first = reading_in(lang, &text, "2016-05-03");
        spans_are_exact(&text, &first);
        let again = reading_in(lang, &text, "2016-05-03");
        assert_eq!(first, again, "{text}");
    }
}

/// Weights are fitted to what a trace takes down: every choice is there in English as well.
#[test]
fn choices_of_an_english_report_are_taken_down() {
    let text = "Russian jets bombed the town of Azaz on Monday, killing 12 civilians. The Turkish \
                president condemned the attack.";
    let report = Report {
        text: text.to_owned(),
        lang: Some("en".to_owned()),
        published: Some("2016-05-03".to_owned()),
        ..Report::default()
    };
    let trace = Trace::default();
    read_so(&report, &PACK, How { trace: Some(&trace), ..How::default() });
    let choices = trace.choices.borrow();
    for task in ["actor", "target", "date", "speaker", "keep"] {
        assert!(choices.iter().any(|c| c.task == task), "no choice of {task}");
    }
    let actor = choices.iter().find(|c| c.task == "actor").unwrap();
    assert!(actor.candidates.iter().any(|(words, _)| words.contains("jets")));
}

fn spans_are_exact(text: &str, reading: &Reading) {
    let scalars: Vec<char> = text.chars().collect();
    let slice = |s: u64, e: u64| scalars[s as usize..e as usize].iter().collect::<String>();
    let check = |v: &Value| {
        if let (Some(s), Some(e), Some(t)) =
            (v["start"].as_u64(), v["end"].as_u64(), v["text"].as_str())
        {
            assert_eq!(slice(s, e), t, "in {text}");
        }
    };
    for claim in &reading.claims {
        let row = serde_json::to_value(claim).unwrap();
        for value in row.as_object().unwrap().values() {
            check(value);
            value.as_array().into_iter().flatten().for_each(check);
        }
        assert!(claim.evidence.span.len() <= 400, "evidence is short enough");
    }
    for note in &reading.notes {
        check(&serde_json::to_value(note).unwrap());
    }
}
