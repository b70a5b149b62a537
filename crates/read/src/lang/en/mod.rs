//! English: words cut at apostrophes and hyphens, regular inflection by spelling rules, and which
//! of the things that a form may be it is here.

mod forms;
mod lookup;
mod tag;
mod token;

pub use forms::{noun_forms, verb_forms};
pub(crate) use lookup::{cues, dateline, mentions, sentences};
pub(crate) use tag::{is_adverb, settle};
pub use token::{fold, tokenize};

/// Forms of "be".
pub(crate) const BE: [&str; 9] = ["be", "is", "are", "was", "were", "been", "being", "am", "get"];

/// Forms of "have".
pub(crate) const HAVE: [&str; 4] = ["have", "has", "had", "having"];

/// Modal verbs.
pub(crate) const MODALS: [&str; 11] =
    ["will", "would", "may", "might", "can", "could", "should", "must", "shall", "cannot", "wo"];

/// Forms of "do" that carry another verb.
pub(crate) const DO: [&str; 3] = ["do", "does", "did"];

/// Pronouns that stand as a subject.
pub(crate) const PRONOUNS: [&str; 12] =
    ["he", "she", "it", "they", "we", "i", "you", "who", "which", "this", "that", "there"];

/// Words that open a noun phrase and belong to no name.
pub(crate) const DETERMINERS: [&str; 25] = [
    "the", "a", "an", "this", "that", "these", "those", "its", "their", "his", "her", "our",
    "your", "my", "any", "some", "all", "both", "each", "every", "another", "no", "several",
    "such", "many",
];
