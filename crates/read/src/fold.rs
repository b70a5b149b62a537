//! Folding of spelling, with exact offsets: match on the folded text, answer in the original.
//!
//! Diacritics, tatweel and bidi controls vanish; hamza seats, ya and ta marbuta fold; digits of
//! three scripts become Western ones; Latin letters become lower case.

/// What becomes of one character: `None` vanishes.
pub fn fold_char(c: char) -> Option<char> {
    Some(match c {
        '\u{0610}'..='\u{061a}' | '\u{064b}'..='\u{065f}' | '\u{0670}' | '\u{0640}' => return None,
        '\u{200b}'..='\u{200f}'
        | '\u{202a}'..='\u{202e}'
        | '\u{2060}'..='\u{2069}'
        | '\u{feff}' => {
            return None;
        }
        'أ' | 'إ' | 'آ' | 'ٱ' => 'ا',
        'ى' | 'ئ' | 'ی' => 'ي',
        'ؤ' => 'و',
        'ة' => 'ه',
        'ک' | 'گ' => 'ك',
        '٠'..='٩' => digit(c, '٠'),
        '۰'..='۹' => digit(c, '۰'),
        '\u{00a0}' | '\u{202f}' | '\t' => ' ',
        c if c.is_ascii() => c.to_ascii_lowercase(),
        // No letter of these blocks has a lower case: the table of Unicode need not be asked.
        '\u{0600}'..='\u{08ff}' | '\u{2000}'..='\u{206f}' => c,
        c => c.to_lowercase().next().unwrap_or(c),
    })
}

/// Whether it is a letter as [`char::is_alphabetic`] says, without its table for the letters that
/// Arabic reports are written in.
pub fn is_letter(c: char) -> bool {
    match c {
        '\u{0620}'..='\u{0657}' | '\u{0671}'..='\u{06d3}' => true,
        '\u{0660}'..='\u{066d}' | '\u{2000}'..='\u{206f}' => false,
        c if c.is_ascii() => c.is_ascii_alphabetic(),
        c => c.is_alphabetic(),
    }
}

fn digit(c: char, zero: char) -> char {
    char::from_digit(c as u32 - zero as u32, 10).unwrap_or(c)
}

/// A whole string folded; runs of white space become one space.
pub fn fold(text: &str) -> String {
    let folded: String = text.chars().filter_map(fold_char).collect();
    folded.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, folded: &str) {
        assert_eq!(fold(text), folded);
    }

    #[test]
    fn short_ways_agree_with_unicode() {
        for c in ('\0'..=char::MAX).filter(|c| !c.is_ascii()) {
            let short = matches!(c, '\u{0600}'..='\u{08ff}' | '\u{2000}'..='\u{206f}');
            assert!(!short || c.to_lowercase().next() == Some(c), "{c:?}");
            assert_eq!(is_letter(c), c.is_alphabetic(), "{c:?}");
        }
    }

    #[test]
    fn spelling_that_varies_becomes_one() {
        check("إحتِدامُ المَعــارك", "احتدام المعارك");
        check("هدنة على شفا", "هدنه علي شفا");
        check("٢٥٠ و۲۵۰ و250", "250 و250 و250");
        check("SANA\u{200f} سانا", "sana سانا");
    }
}
