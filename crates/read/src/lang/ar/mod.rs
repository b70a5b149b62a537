//! Arabic: clitics stripped at look-up, inflection generated from citation forms.
//!
//! Words are looked up folded (`crate::fold`). Forms are made of citation forms as the data write
//! them, for their hamzas and final letters tell the class of the root.

use crate::fold::fold;

mod clitics;
mod derived;
mod noun;
mod segment;
mod shape;
mod verb;

pub use clitics::{Cut, Split, each_cut, splits};
pub use derived::{active, masdar, passive};
pub use noun::{masdar_forms, noun_forms, participle_forms};
pub use segment::Clitics;
pub use shape::{Ending, Form, Shape};
pub use verb::{finite, finite_passive};

/// All but the last letter.
fn but_last(word: &str) -> &str {
    split_last(word).0
}

/// All but the last letter, and the last one.
fn split_last(word: &str) -> (&str, &str) {
    let at = word.char_indices().next_back().map_or(0, |(i, _)| i);
    word.split_at(at)
}

/// A stem with its ending; nun and ta meet as one letter: "أعلن", "أعلنا".
fn joined(stem: &str, ending: &str) -> String {
    let meets = ["ن", "ت"].iter().any(|c| stem.ends_with(c) && ending.starts_with(c));
    format!("{}{ending}", if meets { but_last(stem) } else { stem })
}

/// Folded forms with what they are.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Forms {
    /// Looked up always.
    pub sure: Vec<(String, Feat)>,
    /// Looked up only where no other word is written so.
    pub risky: Vec<(String, Feat)>,
}

impl Forms {
    fn push(&mut self, folded: String, feat: Feat, sure: bool) {
        let list = if sure { &mut self.sure } else { &mut self.risky };
        list.push((folded, feat));
    }

    fn sure(&mut self, form: &str, feat: Feat) {
        self.push(fold(form), feat, true);
    }

    fn with(&mut self, stem: &str, endings: &[&str], feat: Feat) {
        endings.iter().for_each(|e| self.push(fold(&joined(stem, e)), feat, true));
    }

    fn risky_with(&mut self, stem: &str, endings: &[&str], feat: Feat) {
        endings.iter().for_each(|e| self.push(fold(&joined(stem, e)), feat, false));
    }

    /// Takes in the forms of another.
    pub fn append(&mut self, mut other: Forms) {
        self.sure.append(&mut other.sure);
        self.risky.append(&mut other.risky);
    }
}

/// What a generated form is of its lexeme.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Feat {
    /// Perfect; undiacritised, so active or passive.
    Past,
    /// Imperfect.
    Present,
    /// Imperfect with sa-.
    Future,
    /// Imperfect shortened inside ("يقل"): stands in the index only. A look-up answers
    /// [`Feat::Present`] behind a word that demands it, else nothing.
    Jussive,
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
        matches!(self, Feat::Past | Feat::Present | Feat::Future | Feat::Jussive)
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
        let struck = finite("قصف", &["يقصف".into()], &[]).sure;
        has(&struck, "قصفت", Feat::Past);
        has(&struck, "قصفوا", Feat::Past);
        has(&struck, "ستقصف", Feat::Future);
        has(&struck, "يقصفون", Feat::Present);
        let called = finite("دعا", &["يدعو".into()], &[]).sure;
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
