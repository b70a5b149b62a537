//! Properties that hold for any text.

use hudna_model::Reading;
use serde_json::Value;

use crate::{folder, reading};

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
    let words: Vec<&str> = source.split_whitespace().collect();
    let mut texts = Texts(0x9e37_79b9_7f4a_7c15);
    for _ in 0..400 {
        let text = texts.text(&words);
        let first = reading(&text, "2016-05-03");
        spans_are_exact(&text, &first);
        let again = reading(&text, "2016-05-03");
        assert_eq!(first, again, "{text}");
    }
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
