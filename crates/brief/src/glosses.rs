//! What words of time, and common words for those who act, mean in the other language.

use hudna_model::{Bilingual, Lang};

use crate::bidi::direction;
use crate::fold::{fold, rows};

const TABLES: [&str; 2] = [
    include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/../../templates/time-words.tsv")),
    include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/../../templates/name-glosses.tsv")),
];

/// The meaning of `words` in the language that they are not in; none when the tables lack them.
pub(crate) fn gloss(words: &str) -> Option<(Lang, String)> {
    let folded = fold(words);
    let arabic = direction(words) == Some(Lang::Ar);
    TABLES.iter().flat_map(|table| rows(table)).find_map(|(ar, en)| match arabic {
        true => (fold(ar) == folded).then(|| (Lang::En, en.to_owned())),
        false => (fold(en) == folded).then(|| (Lang::Ar, ar.to_owned())),
    })
}

/// The gloss for a sentence: empty in the language of the words themselves.
pub(crate) fn beside(words: &str) -> Bilingual {
    match gloss(words) {
        Some((Lang::Ar, ar)) => Bilingual::new(ar, ""),
        Some((Lang::En, en)) => Bilingual::new("", en),
        None => Bilingual::default(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(words: &str, ar: &str, en: &str) {
        assert_eq!(beside(words), Bilingual::new(ar, en));
    }

    #[test]
    fn arabic_is_glossed_in_english_alone() {
        check("قريباً", "", "soon");
        check("في أقرب وقت", "", "as soon as possible");
        check("الفصائل", "", "the factions");
    }

    #[test]
    fn english_is_glossed_in_arabic_alone() {
        check("At once", "فورا", "");
    }

    #[test]
    fn words_that_the_tables_lack_have_no_gloss() {
        check("أيار/مايو", "", "");
    }
}
