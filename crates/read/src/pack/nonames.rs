//! What is no name, though it stands where one may: words that describe, and what people answered.

use std::collections::BTreeSet;

use super::error::DataError;
use super::tsv::rows;
use crate::lang::Tongue;

/// Rows of `nonames.tsv` and of files beside it (`nonames-mission.tsv`): kind and form, or kind and
/// values with commas between.
#[derive(Debug, Default)]
pub struct NoNames {
    /// Folded forms that are no place.
    places: BTreeSet<String>,
    /// Folded forms of places outside what is followed.
    outside: BTreeSet<String>,
    /// Folded forms that are no party.
    parties: BTreeSet<String>,
    /// Folded words that describe, and that no lexicon holds.
    words: BTreeSet<String>,
    /// Classes of nouns that name nobody, whatever stands beside them.
    always: BTreeSet<String>,
    /// Classes of nouns that name nobody as long as every word beside them is known.
    alone: BTreeSet<String>,
    /// Classes of words that stand before the noun.
    before: BTreeSet<String>,
}

impl NoNames {
    /// Adds the rows of a file.
    pub(super) fn load(
        &mut self,
        file: &str,
        text: &str,
        tongue: Tongue,
        errors: &mut Vec<DataError>,
    ) {
        for row in rows(file, text, 2, errors) {
            let values = row.cells[1].split(',').map(str::trim).filter(|v| !v.is_empty());
            // A name may hold a comma itself: these stand one a row.
            let form = tongue.fold(row.cells[1]);
            match row.cells[0] {
                "place" => drop(self.places.insert(form)),
                "outside" => drop(self.outside.insert(form)),
                "party" => drop(self.parties.insert(form)),
                "word" => self.words.extend(values.map(|v| tongue.fold(v))),
                "always" => self.always.extend(values.map(str::to_owned)),
                "alone" => self.alone.extend(values.map(str::to_owned)),
                "before" => self.before.extend(values.map(str::to_owned)),
                kind => {
                    let what = format!("\"{kind}\" says of nothing that it is no name");
                    let remedy = "use place, outside, party, word, always, alone or before";
                    errors.push(DataError::new(file, row.line, what, remedy));
                }
            }
        }
    }

    /// Whether anything is known of places.
    pub fn speak_of_places(&self) -> bool {
        !(self.places.is_empty() && self.outside.is_empty())
    }

    /// Whether the folded form is no place.
    pub fn is_no_place(&self, form: &str) -> bool {
        self.places.contains(form)
    }

    /// Whether the folded form is a place outside what is followed.
    pub fn is_outside(&self, form: &str) -> bool {
        self.outside.contains(form)
    }

    /// Whether the folded form is no party.
    pub fn is_no_party(&self, form: &str) -> bool {
        self.parties.contains(form)
    }

    /// Whether the folded word describes.
    pub fn is_word(&self, word: &str) -> bool {
        self.words.contains(word)
    }

    /// Whether a noun of one of these classes names nobody, whatever stands beside it.
    pub(crate) fn always(&self, classes: &[String]) -> bool {
        classes.iter().any(|c| self.always.contains(c))
    }

    /// Whether a noun of one of these classes names nobody beside known words.
    pub(crate) fn alone(&self, classes: &[String]) -> bool {
        classes.iter().any(|c| self.alone.contains(c))
    }

    /// Whether a word of one of these classes only stands before the noun.
    pub(crate) fn before(&self, classes: &[String]) -> bool {
        classes.iter().any(|c| self.before.contains(c))
    }
}
