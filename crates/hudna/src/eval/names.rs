//! When two names as written are taken for the same: the measure of `score.py`.

use std::collections::BTreeSet;

use super::chars::{is_digit, is_word};

/// Whether a character only decorates: Arabic vowel and Quranic signs, the stretching stroke, and
/// the invisible marks that steer direction and joining.
fn decorates(c: char) -> bool {
    matches!(c,
        '\u{610}'..='\u{61a}' | '\u{640}' | '\u{64b}'..='\u{65f}' | '\u{670}'
        | '\u{200c}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// One letter for those that Arabic writers exchange, a space for what is no letter.
fn fold(c: char) -> char {
    match c {
        'أ' | 'إ' | 'آ' => 'ا',
        'ى' => 'ي',
        'ة' => 'ه',
        'ؤ' => 'و',
        'ئ' => 'ي',
        c if is_word(c) => c,
        _ => ' ',
    }
}

/// A name in the form in which it is compared: undecorated, in lower case, letters folded, words
/// parted by one space.
pub fn norm(name: &str) -> String {
    let plain: String = name.chars().filter(|c| !decorates(*c)).collect();
    let folded: String = plain.to_lowercase().chars().map(fold).collect();
    folded.split(' ').filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
}

/// An Arabic word without its article and one-letter prefix; other words as they are.
pub fn stem(word: &str) -> &str {
    if word.is_ascii() {
        return word;
    }
    let articles = ["وال", "بال", "كال", "فال", "لل", "ال"];
    let bare = articles.iter().filter_map(|article| word.strip_prefix(article));
    if let Some(bare) = bare.into_iter().find(|bare| bare.chars().count() >= 3) {
        return bare;
    }
    match word.strip_prefix(['و', 'ب', 'ل', 'ك', 'ف']) {
        Some(rest) if rest.chars().count() >= 4 => rest,
        _ => word,
    }
}

/// Whether a word counts in a comparison: a single letter does not, a single digit does.
fn counts(word: &str) -> bool {
    let mut letters = word.chars();
    match (letters.next(), letters.next()) {
        (Some(only), None) => is_digit(only),
        (first, _) => first.is_some(),
    }
}

fn words(normed: &str) -> BTreeSet<&str> {
    normed.split(' ').filter(|word| counts(word)).map(stem).collect()
}

/// Whether two names are alike: at least half of the words of the one that has fewer stand in the
/// other. Two absent or empty names are alike; an absent and a present one are not.
pub fn alike(a: Option<&str>, b: Option<&str>) -> bool {
    let (a, b) = (a.unwrap_or_default(), b.unwrap_or_default());
    if a.is_empty() || b.is_empty() {
        return a.is_empty() && b.is_empty();
    }
    let (a, b) = (norm(a), norm(b));
    let (x, y) = (words(&a), words(&b));
    if x.is_empty() || y.is_empty() {
        return a == b;
    }
    2 * x.intersection(&y).count() >= x.len().min(y.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_normed() {
        #[track_caller]
        fn check(name: &str, expected: &str) {
            assert_eq!(norm(name), expected);
        }
        check("", "");
        check("  Free_Syrian--Army! ", "free_syrian army");
        check("الأُمَم المتّحدة", "الامم المتحده");
        check("إدلـــب", "ادلب");
        check("مستشفى\u{200f} رؤوف", "مستشفي رووف");
        check("طائرات", "طايرات");
        check("…؟", "");
        check("a\u{6d6}b", "a b");
        check("ΟΔΟΣ", "οδος");
    }

    #[test]
    fn words_are_stemmed() {
        #[track_caller]
        fn check(word: &str, expected: &str) {
            assert_eq!(stem(word), expected);
        }
        check("bombs", "bombs");
        check("والجيش", "جيش");
        check("للجيش", "جيش");
        check("الجيش", "جيش");
        check("الو", "الو");
        check("والو", "والو");
        check("وحلب", "وحلب");
        check("بحلبا", "حلبا");
        check("لندن", "لندن");
        check("باله", "باله");
        check("والدهم", "دهم");
    }

    #[test]
    fn names_are_compared_by_the_words_of_the_shorter() {
        #[track_caller]
        fn check(a: Option<&str>, b: Option<&str>, expected: bool) {
            assert_eq!(alike(a, b), expected, "{a:?} {b:?}");
            assert_eq!(alike(b, a), expected, "{b:?} {a:?}");
        }
        check(None, None, true);
        check(None, Some(""), true);
        check(Some("army"), None, false);
        check(Some("The Army"), Some("army units of the north"), true);
        check(Some("army north"), Some("army south"), true);
        check(Some("army north east"), Some("army south west"), false);
        check(Some("للأمم المتحدة"), Some("الأمم المتحده"), true);
        check(Some("7"), Some("7 units"), true);
        check(Some("x"), Some("x"), true);
        check(Some("x"), Some("y"), false);
        check(Some("x"), Some("x units"), false);
        check(Some("!"), Some("?"), true);
    }
}
