//! Words of an English text: hyphens part them, an inner apostrophe vanishes, `'s` and the short
//! forms of auxiliaries are words of their own, dots stay inside acronyms.

use hudna_model::Span;

use crate::fold::{fold_char, is_letter};
use crate::token::{Token, TokenKind};

/// A form as the index holds it: its tokens with a space between them.
pub fn fold(text: &str) -> String {
    let words: Vec<String> = tokenize(text).into_iter().map(|t| t.text).collect();
    words.join(" ")
}

/// Cuts a text into tokens. Linear in the text.
pub fn tokenize(text: &str) -> Vec<Token> {
    let chars: Vec<char> = text.chars().collect();
    let mut out = Vec::with_capacity(chars.len() / 4);
    let mut i = 0;
    while i < chars.len() {
        let c = chars[i];
        i = match c {
            '\n' | '\r' | '\u{2028}' | '\u{2029}' => line_break(&chars, i, &mut out),
            c if c.is_whitespace() || matches!(c, '#' | '_') || fold_char(c).is_none() => i + 1,
            c if c.is_ascii_digit() => number(&chars, i, &mut out),
            c if is_letter(c) => word(&chars, i, &mut out),
            c if is_apostrophe(c) && possessive(&chars, i) => {
                out.push(make(&chars, i..i + 2, TokenKind::Word, "'s".to_owned()));
                i + 2
            }
            _ if is_joint(&chars, i) => i + 1,
            c => {
                out.push(make(&chars, i..i + 1, TokenKind::Mark(c), c.to_string()));
                i + 1
            }
        };
    }
    out
}

fn make(chars: &[char], at: std::ops::Range<usize>, kind: TokenKind, text: String) -> Token {
    let capital = chars[at.start].is_uppercase();
    let caps = is_caps(&chars[at.clone()]);
    Token { span: Span::new(at.start, at.end), kind, text, capital, caps }
}

/// Whether letters, two or more, are all capitals: an acronym.
fn is_caps(chars: &[char]) -> bool {
    let mut letters = chars.iter().filter(|c| is_letter(**c));
    letters.clone().count() > 1 && letters.all(|c| c.is_uppercase())
}

fn line_break(chars: &[char], from: usize, out: &mut Vec<Token>) -> usize {
    let end = run(chars, from, |c| c.is_whitespace());
    out.push(make(chars, from..end, TokenKind::Break, String::new()));
    end
}

fn run(chars: &[char], from: usize, keep: impl Fn(char) -> bool) -> usize {
    chars[from..].iter().position(|c| !keep(*c)).map_or(chars.len(), |n| from + n)
}

fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '’' | 'ʼ' | '`' | '‘')
}

/// `'s` behind a word, and nothing else behind it.
fn possessive(chars: &[char], i: usize) -> bool {
    let end = chars.get(i + 2).is_none_or(|c| !is_letter(*c));
    i > 0 && is_letter(chars[i - 1]) && matches!(chars.get(i + 1), Some('s' | 'S')) && end
}

/// A hyphen or slash between letters or digits only parts them; between digits it is a mark.
fn is_joint(chars: &[char], i: usize) -> bool {
    let inner = |c: Option<&char>| c.is_some_and(|c| c.is_alphanumeric());
    let before = i.checked_sub(1).and_then(|b| chars.get(b));
    let letters =
        before.is_some_and(|c| is_letter(*c)) || chars.get(i + 1).is_some_and(|c| is_letter(*c));
    matches!(chars[i], '-' | '‐' | '‑' | '/') && inner(before) && inner(chars.get(i + 1)) && letters
}

/// Digits with their thousands marks and one decimal mark.
fn number(chars: &[char], from: usize, out: &mut Vec<Token>) -> usize {
    let mut end = from;
    while end < chars.len() {
        let inner = matches!(chars[end], ',' | '.')
            && end > from
            && chars.get(end + 1).is_some_and(char::is_ascii_digit);
        if !chars[end].is_ascii_digit() && !inner {
            break;
        }
        end += 1;
    }
    let text: String = chars[from..end].iter().filter(|c| **c != ',').collect();
    out.push(make(chars, from..end, TokenKind::Number, text));
    end
}

/// A word, and the word in short form behind its apostrophe.
fn word(chars: &[char], from: usize, out: &mut Vec<Token>) -> usize {
    if let Some(end) = acronym(chars, from) {
        let letters: String = chars[from..end].iter().flat_map(|c| c.to_lowercase()).collect();
        let text = letters.trim_end_matches('.').to_owned();
        out.push(make(chars, from..end, TokenKind::Word, text));
        return end;
    }
    let letter = |c: char| is_letter(c) || c.is_ascii_digit() || fold_char(c).is_none();
    let mut end = run(chars, from, letter);
    while end + 1 < chars.len() && is_apostrophe(chars[end]) && is_letter(chars[end + 1]) {
        if possessive(chars, end) {
            break;
        }
        let tail = run(chars, end + 1, letter);
        let short: String = chars[end + 1..tail].iter().flat_map(|c| c.to_lowercase()).collect();
        if let Some((cut, full)) = auxiliary(chars, from, end, &short) {
            out.push(make(chars, from..cut, TokenKind::Word, plain(&chars[from..cut])));
            out.push(make(chars, cut..tail, TokenKind::Word, full.to_owned()));
            return tail;
        }
        end = tail;
    }
    out.push(make(chars, from..end, TokenKind::Word, plain(&chars[from..end])));
    end
}

/// The auxiliary or negation that stands in short form behind an apostrophe, and where it begins.
fn auxiliary(
    chars: &[char],
    from: usize,
    apostrophe: usize,
    short: &str,
) -> Option<(usize, &'static str)> {
    let negated = short == "t" && chars[apostrophe - 1] == 'n' && apostrophe > from + 1;
    match short {
        "t" if negated => Some((apostrophe - 1, "not")),
        "ll" => Some((apostrophe, "will")),
        "re" => Some((apostrophe, "are")),
        "ve" => Some((apostrophe, "have")),
        "m" => Some((apostrophe, "am")),
        "d" => Some((apostrophe, "would")),
        _ => None,
    }
}

/// "U.S.", "a.m.": single letters with dots; where they end.
fn acronym(chars: &[char], from: usize) -> Option<usize> {
    let mut end = from;
    while chars.get(end).is_some_and(|c| is_letter(*c)) && chars.get(end + 1) == Some(&'.') {
        end += 2;
    }
    let inner = from > 0 && is_letter(chars[from - 1]);
    (end >= from + 4 && !inner && chars.get(end).is_none_or(|c| !is_letter(*c))).then_some(end)
}

/// Lower case without accents and apostrophes. "US" and "IS" in capitals are no pronoun and no
/// verb.
fn plain(chars: &[char]) -> String {
    match chars {
        ['U', 'S'] => return "u.s".to_owned(),
        ['I', 'S'] => return "i.s".to_owned(),
        _ => {}
    }
    let mut out = String::with_capacity(chars.len());
    for c in chars.iter().filter(|c| !is_apostrophe(**c)).filter_map(|c| fold_char(*c)) {
        out.push_str(&bare(c));
    }
    out
}

/// A letter without its accent.
fn bare(c: char) -> std::borrow::Cow<'static, str> {
    let plain = match c {
        'à' | 'á' | 'â' | 'ã' | 'ä' | 'å' | 'ā' | 'ă' => "a",
        'ç' | 'ć' | 'č' => "c",
        'è' | 'é' | 'ê' | 'ë' | 'ē' | 'ė' | 'ę' => "e",
        'ğ' => "g",
        'ḥ' => "h",
        'ì' | 'í' | 'î' | 'ï' | 'ī' | 'ı' => "i",
        'ñ' | 'ń' => "n",
        'ò' | 'ó' | 'ô' | 'õ' | 'ö' | 'ø' | 'ō' => "o",
        'ş' | 'š' | 'ṣ' | 'ș' => "s",
        'ṭ' | 'ț' => "t",
        'ù' | 'ú' | 'û' | 'ü' | 'ū' => "u",
        'ý' | 'ÿ' => "y",
        'ž' | 'ẓ' | 'ź' | 'ż' => "z",
        'ł' => "l",
        _ => return c.to_string().into(),
    };
    plain.into()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, folded: &str) {
        assert_eq!(fold(text), folded);
    }

    #[test]
    fn spelling_that_varies_becomes_one() {
        check("al-Assad", "al assad");
        check("Sana'a", "sanaa");
        check("People's Protection Units", "people 's protection units");
        check("the U.N. envoy António", "the u.n envoy antonio");
        check("they didn't say", "they did not say");
        check("US troops told us", "u.s troops told us");
        check("1,200 people, 2.5 km", "1200 people , 2.5 km");
    }

    #[test]
    fn spans_are_those_of_the_original() {
        let got = tokenize("Syria's army-led raid");
        let spans: Vec<_> = got.iter().map(|t| (t.span.start, t.span.end)).collect();
        assert_eq!(spans, [(0, 5), (5, 7), (8, 12), (13, 16), (17, 21)]);
    }
}
