//! Words as they are compared: one spelling for many, in both scripts.
//!
//! On top of what the reader folds (hamza seats, ya, ta marbuta, vowel marks, tatweel, digits,
//! case), Latin letters lose their accents and Arabic words the article with the particles that
//! are written onto it.

use hudna_read::fold::fold_char;

/// Letters that must be left when an article is taken off.
const ROOT: usize = 2;
/// Letters of a word from which on a particle written onto it is also taken off in the index.
const LONG: usize = 4;

/// The words of a text, as a question asks for them.
pub(super) fn words(text: &str) -> Vec<String> {
    let mut out = Vec::new();
    each(text, |word, _| out.push(bare(word, ROOT).to_owned()));
    out
}

/// The forms under which a text's words are kept: each word without its article; without the
/// particle that may be written onto it; and what stands round an apostrophe as one.
pub(super) fn forms(text: &str, mut take: impl FnMut(&str)) {
    let mut joined = String::new();
    each(text, |word, tied| {
        if tied {
            joined.push_str(word);
            take(&joined);
        } else {
            joined.clear();
            joined.push_str(word);
        }
        take(bare(word, ROOT));
        if let Some(rest) = particle(word) {
            take(bare(rest, ROOT));
        }
    });
}

/// The forms that the beginning of a word may have in the index: as typed, and without an article
/// that one letter already follows.
pub(super) fn beginnings(text: &str) -> Vec<String> {
    let mut last = None;
    each(text, |word, _| last = Some(word.to_owned()));
    let Some(last) = last else { return Vec::new() };
    let bare = bare(&last, 1).to_owned();
    if bare == last { vec![last] } else { vec![last, bare] }
}

/// Calls `take` with each folded word; the flag says that only an apostrophe stands before it.
fn each(text: &str, mut take: impl FnMut(&str, bool)) {
    let (mut word, mut tied) = (String::new(), false);
    for c in text.chars() {
        match fold_char(c) {
            None => {}
            Some(c) if c.is_ascii_alphanumeric() => word.push(c),
            Some(c) if c.is_alphanumeric() => word.push_str(plain(c, &mut [0; 4])),
            Some(c) => {
                let ended = !word.is_empty();
                if ended {
                    take(&word, tied);
                    word.clear();
                }
                tied = ended && is_apostrophe(c);
            }
        }
    }
    if !word.is_empty() {
        take(&word, tied);
    }
}

fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '’' | '‘' | '`' | 'ʼ' | 'ʿ' | 'ʾ')
}

/// A Latin letter without its accent; others as they are.
fn plain(c: char, buffer: &mut [u8; 4]) -> &str {
    match c {
        'à'..='å' | 'ā' | 'ă' | 'ą' => "a",
        'æ' => "ae",
        'ç' | 'ć' | 'ĉ' | 'ċ' | 'č' => "c",
        'ď' | 'đ' | 'ḍ' => "d",
        'è'..='ë' | 'ē' | 'ĕ' | 'ė' | 'ę' | 'ě' => "e",
        'ĝ' | 'ğ' | 'ġ' | 'ģ' => "g",
        'ĥ' | 'ħ' | 'ḥ' | 'ḫ' => "h",
        'ì'..='ï' | 'ĩ' | 'ī' | 'ĭ' | 'į' | 'ı' => "i",
        'ĺ' | 'ļ' | 'ľ' | 'ł' => "l",
        'ñ' | 'ń' | 'ņ' | 'ň' => "n",
        'ò'..='ö' | 'ø' | 'ō' | 'ŏ' | 'ő' => "o",
        'œ' => "oe",
        'ŕ' | 'ŗ' | 'ř' => "r",
        'ś' | 'ŝ' | 'ş' | 'š' | 'ṣ' | 'ș' => "s",
        'ß' => "ss",
        'ţ' | 'ť' | 'ṭ' | 'ț' => "t",
        'ù'..='ü' | 'ũ' | 'ū' | 'ŭ' | 'ů' | 'ű' | 'ų' => "u",
        'ý' | 'ÿ' => "y",
        'ź' | 'ż' | 'ž' | 'ẓ' => "z",
        c => c.encode_utf8(buffer),
    }
}

/// A word without the article and the particles that stand before an article, where at least
/// `left` letters remain.
fn bare(word: &str, left: usize) -> &str {
    let rest = word.strip_prefix(['و', 'ف']).unwrap_or(word);
    let cut = |w: &str| -> Option<usize> {
        let inner = w.strip_prefix(['ب', 'ك']).unwrap_or(w);
        let rest = inner.strip_prefix("ال").or_else(|| w.strip_prefix("لل"))?;
        (rest.chars().nth(left - 1).is_some()).then_some(rest.len())
    };
    let kept = cut(word).or_else(|| cut(rest));
    kept.map_or(word, |n| &word[word.len() - n..])
}

/// A long word without a particle of one letter that is written onto it.
fn particle(word: &str) -> Option<&str> {
    let rest = word.strip_prefix(['و', 'ف', 'ب', 'ل', 'ك'])?;
    (word.chars().nth(LONG - 1).is_some()).then_some(rest)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        assert_eq!(words(text), expected);
    }

    #[test]
    fn spellings_become_one() {
        check("الهُدنة في إدلب", &["هدنه", "في", "ادلب"]);
        check("حلـــب ٢٥٠ ۲۵۰", &["حلب", "250", "250"]);
        check("Médecins, MÖNCHENGLADBACH", &["medecins", "monchengladbach"]);
        check("وبالقصف والمدفعية للأمم", &["قصف", "مدفعيه", "امم"]);
        check("INC-7F3K2Q cease_fire", &["inc", "7f3k2q", "cease", "fire"]);
        check(" — ", &[]);
    }

    #[test]
    fn an_article_is_not_taken_from_what_is_too_short() {
        check("ال الم بال", &["ال", "الم", "بال"]);
        assert_eq!(beginnings("في الح"), ["الح", "ح"]);
        assert_eq!(beginnings("Alep"), ["alep"]);
        assert!(beginnings(" ").is_empty());
    }

    #[test]
    fn kept_under_every_form_that_is_asked_for() {
        let kept = |text: &str| {
            let mut out = Vec::new();
            forms(text, |f| out.push(f.to_owned()));
            out
        };
        assert_eq!(kept("بحلب"), ["بحلب", "حلب"]);
        assert_eq!(kept("Sana'a"), ["sana", "sanaa", "a"]);
        assert_eq!(kept("Aleppo’s west"), ["aleppo", "aleppos", "s", "west"]);
    }
}
