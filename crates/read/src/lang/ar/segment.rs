//! A word cut at its clitics, one way only, as treebanks cut it: `و`, `ف`, `ب`, `ل`, `ك` and the
//! `س` of the future before, a pronoun behind; the article stays. Rules with a vocabulary of words
//! whose own letters look like clitics.

use std::collections::BTreeSet;

use crate::fold::fold_char;

/// Words that cutting needs to know; hamzas on alif are folded, nothing else is.
#[derive(Debug, Default)]
pub struct Clitics {
    begins: BTreeSet<String>,
    ends: BTreeSet<String>,
    after_fa: BTreeSet<String>,
    after_ka: BTreeSet<String>,
}

/// What a word of [`Clitics::begins`] may end in and still be the same word.
const ENDINGS: [&str; 39] = [
    "", "ا", "ة", "ات", "ون", "ين", "ان", "ي", "ية", "يا", "ه", "ها", "هم", "هما", "نا", "ت", "وا",
    "تا", "ته", "تها", "تهم", "تهما", "تان", "تين", "يين", "يون", "اته", "اتها", "اتهم", "يته",
    "يتها", "و", "ني", "ك", "كم", "تنا", "ته", "اتنا", "هن",
];

/// Pronouns, longest first; the others come off particles only.
const PRONOUNS: [&str; 5] = ["هما", "هم", "هن", "ها", "ه"];

impl Clitics {
    /// Takes in words of a kind of the data file; `false` when there is no such kind.
    pub fn add<'w>(&mut self, kind: &str, words: impl Iterator<Item = &'w str>) -> bool {
        let list = match kind {
            "begins" => &mut self.begins,
            "ends" => &mut self.ends,
            "after_fa" => &mut self.after_fa,
            "after_ka" => &mut self.after_ka,
            _ => return false,
        };
        list.extend(words.map(plain));
        true
    }

    /// The word in pieces: clitics before, stem, pronoun. Diacritics and tatweel are left out.
    pub fn segment(&self, word: &str) -> Vec<String> {
        let written: Vec<char> = word.chars().filter(|c| fold_char(*c).is_some()).collect();
        let word: String = written.iter().map(|c| plain_char(*c)).collect();
        let mut lengths = self.front(&word);
        let cut: usize = lengths.iter().sum();
        let rest: String = word.chars().skip(cut).collect();
        let own = rest.chars().count();
        let end = self.end(&rest).filter(|n| *n < own).unwrap_or(0);
        lengths.extend([own - end, end].into_iter().filter(|n| *n > 0));
        let mut at = 0;
        let piece = |n: usize| {
            at += n;
            written[at - n..at].iter().collect()
        };
        lengths.into_iter().map(piece).collect()
    }

    /// Lengths of the clitics in front, one letter each.
    fn front(&self, word: &str) -> Vec<usize> {
        let mut out = Vec::new();
        let mut rest = word;
        if let Some(behind) = self.conjoined(word) {
            out.push(1);
            rest = behind;
        }
        if self.governed(rest) || self.future(rest) {
            out.push(1);
        }
        out
    }

    fn conjoined<'w>(&self, word: &'w str) -> Option<&'w str> {
        let rest = word.strip_prefix(['و', 'ف']).filter(|r| r.chars().nth(1).is_some())?;
        if self.is_own(word) {
            return None;
        }
        let imperfect = |r: &str| r.starts_with(['ي', 'ت', 'ن']) && r.chars().nth(3).is_some();
        let sure = word.starts_with('و')
            || self.after_fa.contains(rest)
            || rest.starts_with("ال") && rest.chars().nth(3).is_some()
            || rest.strip_prefix('س').is_some_and(imperfect)
            || imperfect(rest);
        sure.then_some(rest)
    }

    /// A preposition in front.
    fn governed(&self, word: &str) -> bool {
        let Some(rest) = word.strip_prefix(['ب', 'ل', 'ك']) else { return false };
        let length = rest.chars().count();
        if word.starts_with(['ب', 'ل']) && is_pronoun(rest) {
            return true;
        }
        if length < 2 || self.is_own(word) {
            return false;
        }
        if word.starts_with('ك') {
            return self.after_ka.contains(rest) || rest.starts_with("ال") && length > 3;
        }
        !rest.starts_with("ال") || length > 3
    }

    /// The sa- of the future.
    fn future(&self, word: &str) -> bool {
        let Some(rest) = word.strip_prefix('س') else { return false };
        rest.starts_with(['ي', 'ت', 'ن']) && rest.chars().nth(2).is_some() && !self.is_own(word)
    }

    /// Whether the first letter belongs to the word: it stands in the list, with an ending or not.
    fn is_own(&self, word: &str) -> bool {
        let cuts = word.char_indices().skip(2).map(|(i, _)| i).chain([word.len()]);
        cuts.into_iter().any(|i| {
            let (stem, ending) = word.split_at(i);
            ENDINGS.contains(&ending) && self.begins.contains(stem)
                || ending.starts_with('ت')
                    && is_pronoun(&ending['ت'.len_utf8()..])
                    && self.begins.contains(&format!("{stem}ة"))
        })
    }

    /// The length of the pronoun at the end.
    fn end(&self, word: &str) -> Option<usize> {
        let bare = word.strip_prefix("ال").unwrap_or(word);
        if self.ends.contains(bare) || self.ends.contains(word) {
            return None;
        }
        let found = PRONOUNS.iter().find(|p| word.ends_with(**p));
        if let Some(pronoun) = found {
            let base = &word[..word.len() - pronoun.len()];
            let enough = base.chars().nth(1).is_some() || ["ب", "ل"].contains(&base);
            return enough.then(|| pronoun.chars().count());
        }
        ["نا", "ني", "كم", "ك", "ي"].iter().find_map(|pronoun| {
            let base = word.strip_suffix(pronoun)?;
            self.bears(base, pronoun).then(|| pronoun.chars().count())
        })
    }

    /// Whether a pronoun of the first or second person comes off: mostly from particles.
    fn bears(&self, base: &str, pronoun: &str) -> bool {
        let particle = match pronoun {
            "ني" => ["ان", "لكن", "كان"].contains(&base),
            "ي" => ["ل", "ب", "لد", "مع", "عن", "من"].contains(&base),
            _ => PARTICLES.contains(&base),
        };
        let feminine = pronoun == "نا" && base.ends_with('ت') && base.chars().nth(2).is_some();
        particle || feminine
    }
}

/// Particles that take any pronoun.
const PARTICLES: [&str; 12] =
    ["ل", "ب", "ان", "من", "عن", "لدي", "علي", "الي", "مع", "في", "بين", "لكن"];

fn is_pronoun(text: &str) -> bool {
    PRONOUNS.contains(&text) || ["نا", "كم", "ك", "ي"].contains(&text)
}

fn plain(word: &str) -> String {
    word.chars().map(plain_char).collect()
}

/// Hamzas on alif are often left out; ta marbuta and alif maqsura tell endings apart and stay.
fn plain_char(c: char) -> char {
    if matches!(c, 'أ' | 'إ' | 'آ' | 'ٱ') { 'ا' } else { c }
}
