//! A text as tokens: each with its span in the original and its folded spelling.

use hudna_model::Span;

use crate::fold::{fold_char, is_letter};

/// What a token is made of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TokenKind {
    /// Letters, with digits inside a word allowed.
    Word,
    /// Digits with their separators.
    Number,
    /// One mark of punctuation.
    Mark(char),
    /// A line break, or several.
    Break,
}

/// One token.
#[derive(Debug, Clone)]
pub struct Token {
    /// Scalar offsets in the original.
    pub span: Span,
    /// What it is.
    pub kind: TokenKind,
    /// The folded spelling; of a number the digits with `.` for a decimal mark.
    pub text: String,
    /// Whether it begins with a capital letter.
    pub capital: bool,
    /// Whether all its letters, two or more, are capitals; told of English words only.
    pub caps: bool,
}

impl Token {
    /// Whether it is a word.
    pub fn is_word(&self) -> bool {
        self.kind == TokenKind::Word
    }

    /// Whether it is this mark.
    pub fn is_mark(&self, marks: &str) -> bool {
        matches!(self.kind, TokenKind::Mark(c) if marks.contains(c))
    }
}

/// Cuts a text into tokens. Linear in the text.
pub fn tokenize(text: &str) -> Vec<Token> {
    let chars: Vec<char> = text.chars().collect();
    let mut out = Vec::with_capacity(chars.len() / 5);
    let mut i = 0;
    while i < chars.len() {
        let end = match chars[i] {
            '\n' | '\r' | '\u{2028}' | '\u{2029}' => run(&chars, i, |c| c.is_whitespace()),
            // Marks of tags stand between words like spaces: "#بيت_لاهيا".
            c if c.is_whitespace() || matches!(c, '#' | '_') || fold_char(c).is_none() => {
                i += 1;
                continue;
            }
            c if is_digit(c) => number_end(&chars, i),
            c if is_letter(c) => word_end(&chars, i),
            _ => i + 1,
        };
        out.push(token(&chars[i..end], i));
        i = end;
    }
    out
}

fn token(chars: &[char], start: usize) -> Token {
    let span = Span::new(start, start + chars.len());
    let first = chars[0];
    if first.is_whitespace() {
        return Token {
            span,
            kind: TokenKind::Break,
            text: String::new(),
            capital: false,
            caps: false,
        };
    }
    let mut text = String::with_capacity(2 * chars.len());
    text.extend(chars.iter().filter_map(|c| fold_char(*c)));
    let kind = if is_digit(first) {
        // "1,200" groups thousands, "1,2" is a decimal mark.
        let decimal = text.split_once(',').is_some_and(|(_, tail)| tail.len() < 3);
        text = text.replace(',', if decimal { "." } else { "" }).replace('٫', ".");
        text.retain(|c| !matches!(c, '٬' | '،'));
        TokenKind::Number
    } else if is_letter(first) {
        TokenKind::Word
    } else {
        TokenKind::Mark(first)
    };
    Token { span, kind, text, capital: first.is_ascii_uppercase(), caps: false }
}

fn run(chars: &[char], from: usize, keep: impl Fn(char) -> bool) -> usize {
    chars[from..].iter().position(|c| !keep(*c)).map_or(chars.len(), |n| from + n)
}

fn is_digit(c: char) -> bool {
    matches!(c, '0'..='9' | '٠'..='٩' | '۰'..='۹')
}

/// A word runs over letters, marks that vanish, and inner digits.
fn word_end(chars: &[char], from: usize) -> usize {
    let mut end = run(chars, from, |c| {
        is_letter(c) || (fold_char(c).is_none() && c != '\u{feff}') || c == '\''
    });
    while end > from + 1 && !is_letter(chars[end - 1]) && chars[end - 1] != 'ـ' {
        end -= 1;
    }
    end
}

/// A number takes thousands marks and one decimal mark when digits follow them.
fn number_end(chars: &[char], from: usize) -> usize {
    let mut end = from;
    while end < chars.len() {
        let inner = matches!(chars[end], ',' | '.' | '٫' | '٬')
            && end + 1 < chars.len()
            && is_digit(chars[end + 1])
            && end > from;
        if !is_digit(chars[end]) && !inner {
            break;
        }
        end += 1;
    }
    end
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: &[(&str, usize, usize)]) {
        let got: Vec<_> =
            tokenize(text).into_iter().map(|t| (t.text, t.span.start, t.span.end)).collect();
        let got: Vec<_> = got.iter().map(|(t, s, e)| (t.as_str(), *s, *e)).collect();
        assert_eq!(got, expected);
    }

    #[test]
    fn spans_are_those_of_the_original() {
        check("سُقوط 250 قتيلاً", &[("سقوط", 0, 5), ("250", 6, 9), ("قتيلا", 10, 16)]);
        check("1,200 شخص.", &[("1200", 0, 5), ("شخص", 6, 9), (".", 9, 10)]);
        check("«هدنة»", &[("«", 0, 1), ("هدنه", 1, 5), ("»", 5, 6)]);
    }

    #[test]
    fn a_comma_after_a_number_is_a_mark() {
        check("25, ثم", &[("25", 0, 2), (",", 2, 3), ("ثم", 4, 6)]);
    }
}
