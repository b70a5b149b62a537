//! Arabic: clitics stripped at look-up, inflection generated from citation forms.
//!
//! All strings are folded (`crate::fold`). Only the third person and the first plural are
//! generated: the persons in which reports are written.

mod clitics;
mod noun;
mod verb;

pub use clitics::{Cut, Split, each_cut, splits};
pub use noun::{masdar_forms, noun_forms, participle_forms};
pub use verb::{past_forms, verb_forms};

/// What a generated form is of its lexeme.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Feat {
    /// Perfect; undiacritised, so active or passive.
    Past,
    /// Imperfect.
    Present,
    /// Imperfect with sa-.
    Future,
    /// Verbal noun.
    Masdar,
    /// Active participle.
    Active,
    /// Passive participle.
    Passive,
    /// Noun, one.
    Singular,
    /// Noun, two.
    Dual,
    /// Noun, three or more.
    Plural,
    /// A fixed string.
    Phrase,
}

impl Feat {
    /// Whether it is a finite verb.
    pub fn is_verb(self) -> bool {
        matches!(self, Feat::Past | Feat::Present | Feat::Future)
    }
}

impl Feat {
    /// Whether a word of saying in this form reports one act of saying: not a habit, not a noun.
    pub fn says_so(self) -> bool {
        matches!(self, Feat::Past | Feat::Active)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn has(forms: &[(String, Feat)], form: &str, feat: Feat) {
        assert!(forms.contains(&(form.to_owned(), feat)), "{form} {feat:?} in {forms:?}");
    }

    #[test]
    fn verbs_inflect_as_reports_write_them() {
        let struck = verb_forms("قصف", Some("يقصف"));
        has(&struck, "قصفت", Feat::Past);
        has(&struck, "قصفوا", Feat::Past);
        has(&struck, "ستقصف", Feat::Future);
        has(&struck, "يقصفون", Feat::Present);
        let called = verb_forms("دعا", Some("يدعو"));
        has(&called, "دعت", Feat::Past);
        has(&called, "دعوا", Feat::Past);
        has(&called, "يدعون", Feat::Present);
    }

    #[test]
    fn nouns_have_duals_and_plurals() {
        has(&noun_forms("غاره", &[]), "غارتين", Feat::Dual);
        has(&noun_forms("جندي", &["جنود".into()]), "جنديين", Feat::Dual);
        has(&noun_forms("مدني", &[]), "مدنيين", Feat::Plural);
        has(&noun_forms("قتيل", &["قتلي".into()]), "قتيلا", Feat::Singular);
    }

    fn cut(word: &str, stem: &str) {
        assert!(splits(word).iter().any(|s| s.stem == stem), "{stem} from {word}");
    }

    #[test]
    fn clitics_come_off() {
        cut("وبالمدفعيه", "مدفعيه");
        cut("للحوثيين", "الحوثيين");
        cut("غاراتهم", "غارات");
        cut("مدينته", "مدينه");
        cut("لجنيف", "جنيف");
    }
}
