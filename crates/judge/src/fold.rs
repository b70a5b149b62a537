//! Comparing names and words as written, without meaning.

use std::collections::BTreeSet;

pub(crate) use hudna_model::text::fold;

/// The folded words that can tell two clauses apart: four letters or more, the article dropped.
pub(crate) fn telling_words(text: &str) -> BTreeSet<String> {
    let folded = fold(text);
    let bare = folded.split(' ').map(|w| w.strip_prefix("ال").unwrap_or(w));
    bare.filter(|w| w.chars().count() >= 4).map(str::to_owned).collect()
}

/// Share of the smaller set's words that both hold, 0 when one is empty.
pub(crate) fn shared_words(a: &BTreeSet<String>, b: &BTreeSet<String>) -> f64 {
    let smaller = a.len().min(b.len());
    if smaller == 0 {
        return 0.0;
    }
    a.intersection(b).count() as f64 / smaller as f64
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: &str) {
        assert_eq!(fold(text), expected);
    }

    #[test]
    fn spellings_of_one_name_fold_together() {
        check("«القـاعدة» ", "القاعده");
        check("إدلب", "ادلب");
        check("De  Mistura's", "de mistura s");
        check("", "");
    }

    #[test]
    fn articles_and_short_words_do_not_tell() {
        let a = telling_words("اجتماع المجموعة في وقت قريب");
        let b = telling_words("تجتمع مجموعة الدعم قريبا");
        assert!(a.contains("مجموعه") && b.contains("مجموعه"));
        assert!(!a.contains("في") && !a.contains("وقت"));
        assert_eq!(shared_words(&a, &BTreeSet::new()), 0.0);
    }
}
