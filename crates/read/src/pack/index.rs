//! One index of all forms that a language's data know: words, parties, places, numbers, dates,
//! cues. A look-up answers for whole tokens, never for parts of one.

use std::collections::HashMap;

use crate::lang::ar::Feat;

/// What a form stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Target {
    /// Index into the language's lexemes.
    Lexeme(u32),
    /// Index into the language's party forms.
    Party(u32),
    /// Index into the places.
    Place(u32),
    /// Index into the number words.
    Number(u32),
    /// Index into the time words.
    Time(u32),
    /// Index into the scope rules.
    Scope(u32),
}

/// A form's meaning.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Hit {
    /// What it stands for.
    pub target: Target,
    /// What form it is of it.
    pub feat: Feat,
}

/// Forms of one word and of several.
#[derive(Debug, Default)]
pub struct Index {
    single: HashMap<String, Vec<Hit>>,
    /// By first word: the other words, and the meaning; longest first after [`Index::seal`].
    multi: HashMap<String, Vec<(Vec<String>, Hit)>>,
}

impl Index {
    /// Adds a folded form.
    pub fn add(&mut self, form: &str, hit: Hit) {
        match form.split_once(' ') {
            None => {
                let hits = self.single.entry(form.to_owned()).or_default();
                if !hits.contains(&hit) {
                    hits.push(hit);
                }
            }
            Some((first, rest)) => {
                let rest = rest.split(' ').map(str::to_owned).collect();
                let list = self.multi.entry(first.to_owned()).or_default();
                if !list.iter().any(|(r, h)| *r == rest && *h == hit) {
                    list.push((rest, hit));
                }
            }
        }
    }

    /// Sorts so that the answers do not depend on the order of adding.
    pub fn seal(&mut self) {
        self.single.values_mut().for_each(|hits| hits.sort());
        for list in self.multi.values_mut() {
            list.sort_by(|a, b| b.0.len().cmp(&a.0.len()).then_with(|| a.cmp(b)));
        }
    }

    /// Meanings of one word.
    pub fn single(&self, word: &str) -> &[Hit] {
        self.single.get(word).map_or(&[], Vec::as_slice)
    }

    /// Forms of several words that begin with this one, longest first.
    pub fn multi(&self, first: &str) -> &[(Vec<String>, Hit)] {
        self.multi.get(first).map_or(&[], Vec::as_slice)
    }

    /// How many forms it holds.
    pub fn len(&self) -> usize {
        self.single.len() + self.multi.values().map(Vec::len).sum::<usize>()
    }

    /// Whether it holds none.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }
}
