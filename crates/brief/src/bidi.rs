//! Text of two directions in one line.
//!
//! Isolates follow the Unicode Bidirectional Algorithm (UAX #9): FSI U+2068 … PDI U+2069.

use hudna_model::Lang;

/// First strong isolate.
pub const FSI: char = '\u{2068}';
/// Pop directional isolate.
pub const PDI: char = '\u{2069}';

/// Whether the character is a letter of the Arabic blocks.
pub fn is_arabic(c: char) -> bool {
    matches!(c, '\u{0600}'..='\u{06FF}' | '\u{0750}'..='\u{077F}' | '\u{08A0}'..='\u{08FF}'
        | '\u{FB50}'..='\u{FDFF}' | '\u{FE70}'..='\u{FEFF}')
        && c.is_alphabetic()
}

/// The direction of the first letter; none for text without letters.
pub fn direction(text: &str) -> Option<Lang> {
    let letter = text.chars().find(|c| c.is_alphabetic())?;
    Some(if is_arabic(letter) { Lang::Ar } else { Lang::En })
}

/// `text` as it may stand in a sentence of `lang`: isolated when it holds letters of the other
/// direction, or, in Arabic, marks without letters whose order would turn (`+03:00`, `1–2`).
pub fn isolate(text: &str, lang: Lang) -> String {
    if text.contains(FSI) {
        return text.to_owned();
    }
    let needs = match lang {
        Lang::En => text.chars().any(is_arabic),
        Lang::Ar => {
            let foreign = |c: char| c.is_alphabetic() && !is_arabic(c);
            let turns = |c: char| !c.is_alphanumeric() && !matches!(c, '.' | ',' | ':');
            let bare = text.chars().all(|c| !c.is_alphabetic());
            text.chars().any(foreign) || bare && text.chars().any(turns)
        }
    };
    if needs { format!("{FSI}{text}{PDI}") } else { text.to_owned() }
}

/// `text` without isolates, for where they would only be noise.
pub fn plain(text: &str) -> String {
    text.chars().filter(|c| !matches!(*c, FSI | PDI)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, lang: Lang, isolated: bool) {
        let got = isolate(text, lang);
        assert_eq!(got.starts_with(FSI), isolated, "{text}");
        assert_eq!(plain(&got), text);
    }

    #[test]
    fn only_the_other_direction_is_isolated() {
        check("قريبا", Lang::En, true);
        check("قريبا", Lang::Ar, false);
        check("INC-7F3K2Q", Lang::Ar, true);
        check("INC-7F3K2Q", Lang::En, false);
        check("+03:00", Lang::Ar, true);
        check("0.83", Lang::Ar, false);
    }
}
