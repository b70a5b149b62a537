//! Names that no register holds: which of them may be printed, as a quotation.

use std::collections::BTreeMap;

use crate::bidi::is_arabic;
use crate::fold::{fold, rows};

const TABLE: &str =
    include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/../../templates/name-words.tsv"));
/// Words of the longest name that is taken for a single noun phrase.
const LONGEST: usize = 4;

/// What the table says of words.
pub(crate) struct NameWords {
    class: BTreeMap<String, &'static str>,
    epithets: Vec<String>,
}

impl NameWords {
    pub fn new() -> Self {
        let (epithets, class): (Vec<_>, Vec<_>) = rows(TABLE).partition(|(_, c)| *c == "epithet");
        Self {
            class: class.into_iter().map(|(word, class)| (fold(word), class)).collect(),
            epithets: epithets.into_iter().map(|(word, _)| fold(word)).collect(),
        }
    }

    /// The names that "A and B" joins, apart; a waw that is a word's own letter joins nothing.
    pub fn parts(&self, text: &str) -> Vec<String> {
        let mut parts: Vec<Vec<&str>> = vec![Vec::new()];
        for word in text.split_whitespace() {
            match self.joined(word) {
                Some(rest) => parts.push(rest.into_iter().collect()),
                None => parts.last_mut().expect("begun with one part").push(word),
            }
        }
        parts.into_iter().filter(|p| !p.is_empty()).map(|p| p.join(" ")).collect()
    }

    /// The word without the "and" before it; `Some(None)` for an "and" that stands alone.
    fn joined<'a>(&self, word: &'a str) -> Option<Option<&'a str>> {
        if matches!(word, "and" | "و") {
            return Some(None);
        }
        let rest = word.strip_prefix('و')?;
        let bare = fold(word);
        let own = self.is(&bare, "own") || rest.chars().count() < 3;
        (!own).then_some(Some(rest))
    }

    /// Whether `text` is one clear noun phrase that names somebody or something: at most
    /// four words, no verb, digit or quotation mark, not beginning with a particle, no amount, no
    /// weapon and no epithet. One word alone must bear the article or a capital.
    pub fn clear(&self, text: &str) -> bool {
        let text = text.trim();
        let plain =
            |c: char| c.is_alphabetic() || matches!(c, ' ' | '-' | '’' | '\u{64B}'..='\u{652}');
        let words: Vec<String> = text.split_whitespace().map(fold).collect();
        let Some(first) = words.first() else { return false };
        text.chars().all(plain)
            && words.len() <= LONGEST
            && (words.len() > 1 || definite(text))
            && self.parts(text).as_slice() == [text]
            && !["particle", "count", "weapon"].iter().any(|class| self.is(first, class))
            && !words.iter().any(|w| self.is(w, "verb") || self.is(w, "count") || self.epithet(w))
    }

    fn is(&self, folded: &str, class: &str) -> bool {
        let of = |word: &str| self.class.get(word).is_some_and(|c| *c == class);
        of(folded) || folded.strip_prefix("ال").is_some_and(|bare| class != "particle" && of(bare))
    }

    fn epithet(&self, folded: &str) -> bool {
        let bare = ["لل", "بال", "ال"].iter().find_map(|article| folded.strip_prefix(article));
        let begins = |word: &str| self.epithets.iter().any(|e| word.starts_with(e.as_str()));
        begins(bare.unwrap_or(folded))
    }
}

fn definite(word: &str) -> bool {
    let capital = word.starts_with(char::is_uppercase);
    if word.chars().any(is_arabic) { word.starts_with("ال") } else { capital }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, clear: bool) {
        assert_eq!(NameWords::new().clear(text), clear, "{text}");
    }

    #[test]
    fn a_clear_name_may_be_quoted() {
        check("الفصائل", true);
        check("الطيران الحربي", true);
        check("وزير الداخلية", true);
        check("Local council", true);
    }

    #[test]
    fn words_of_a_misreading_may_not() {
        check("وراح", false);
        check("أحياء", false);
        check("عشرات القذائف", false);
        check("القذائف الصاروخية", false);
        check("من المدينة", false);
        check("المرصد أفاد أمس", false);
        check("18 شخصا", false);
        check("أحياء تسيطر عليها الفصائل", false);
        check("رئيس وفد اللجنة الوطنية العامة", false);
        check("neighbourhoods", false);
        check("", false);
    }

    #[test]
    fn an_epithet_is_never_a_name() {
        check("التنظيمات الإرهابية", false);
        check("«التنظيمات»", false);
        check("الأحياء الآمنة", false);
        check("terrorist groups", false);
    }

    #[test]
    fn names_that_and_joins_come_apart() {
        let words = NameWords::new();
        assert_eq!(words.parts("روسيا والولايات المتحدة"), ["روسيا", "الولايات المتحدة"]);
        assert_eq!(words.parts("وزير الخارجية"), ["وزير الخارجية"]);
        assert_eq!(words.parts("Russia and France"), ["Russia", "France"]);
    }
}
