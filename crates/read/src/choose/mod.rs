//! Choices between candidates by weighted features: who did it, to whom, when, who speaks, and
//! how sure a claim is.
//!
//! Rules propose candidates and say what is true of each ("behind the verb", "governed by على",
//! "a force"); the sum of the weights of those features decides. The weights are a data file a
//! person can read (`data/lang/*/weights/*.tsv`), fitted on annotated reports as a conditional
//! logistic model (McFadden 1974) by `hudna eval fit`. Without weights the rule's own pick stands.

pub mod date;
pub mod keep;
pub mod memory;
pub mod people;
pub(crate) mod pointed;
pub mod speaker;
pub(crate) mod value;

use std::cell::RefCell;
use std::collections::{HashMap, HashSet};
use std::hash::{BuildHasherDefault, Hasher};
use std::sync::LazyLock;

use crate::tagger::tagged::Tagged;

/// Stands between the parts of a feature.
const SEPARATOR: u64 = 0x3a;

/// An odd number with well-mixed bits (2⁶⁴ divided by the golden ratio, Knuth 6.4).
const MIX: u64 = 0x9e37_79b9_7f4a_7c15;

/// Mixes eight bytes into a hash.
fn mix(hash: u64, word: u64) -> u64 {
    (hash.rotate_left(23) ^ word).wrapping_mul(MIX)
}

/// Mixes a part of a feature into a hash, eight bytes at a time.
fn mixed(mut hash: u64, part: &str) -> u64 {
    let mut chunks = part.as_bytes().chunks_exact(8);
    for chunk in &mut chunks {
        hash = mix(hash, u64::from_le_bytes(chunk.try_into().expect("a chunk has eight bytes")));
    }
    let rest = chunks.remainder();
    let tail = rest.iter().fold(rest.len() as u64, |tail, b| tail << 8 | u64::from(*b));
    mix(hash, tail ^ SEPARATOR << 56)
}

/// Hashes are spread already: they are their own place in the table.
#[derive(Debug, Default, Clone, Copy)]
struct Own(u64);

impl Hasher for Own {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, bytes: &[u8]) {
        self.0 = bytes.iter().fold(self.0, |hash, b| mix(hash, u64::from(*b)));
    }

    fn write_u64(&mut self, hash: u64) {
        self.0 = hash;
    }
}

/// Weights of a language's choices, by task and feature.
#[derive(Debug, Default)]
pub struct Weights {
    by_feature: HashMap<u64, f32, BuildHasherDefault<Own>>,
    tasks: HashSet<String>,
}

impl Weights {
    /// Takes in a file of lines `feature ⇥ weight` (two of one feature add up); gives the numbers of lines that are none.
    pub fn load(&mut self, task: &str, text: &str) -> Vec<usize> {
        let mut bad = Vec::new();
        for (n, line) in text.lines().enumerate() {
            if line.is_empty() || line.starts_with('#') {
                continue;
            }
            let cells = line.split_once('\t');
            match cells.and_then(|(name, weight)| Some((name, weight.parse::<f32>().ok()?))) {
                Some((name, weight)) => {
                    let hash = name.split(':').fold(start(task), mixed);
                    *self.by_feature.entry(hash).or_default() += weight;
                    self.tasks.insert(task.to_owned());
                }
                None => bad.push(n + 1),
            }
        }
        bad
    }

    /// No weights at all.
    pub fn none() -> &'static Weights {
        static NONE: LazyLock<Weights> = LazyLock::new(Weights::default);
        &NONE
    }

    /// Whether this choice has weights.
    pub fn has(&self, task: &str) -> bool {
        self.tasks.contains(task)
    }
}

fn start(task: &str) -> u64 {
    mixed(0, task)
}

/// What is true of one candidate, and what it weighs.
#[derive(Debug)]
pub struct Sheet<'w> {
    weights: &'w Weights,
    start: u64,
    /// Sum of the weights.
    pub score: f32,
    /// The features, when somebody wants to know them.
    pub names: Option<Vec<Trait>>,
}

/// A feature with its value: 1 where it just holds.
pub type Trait = (String, f32);

impl<'w> Sheet<'w> {
    /// An empty sheet.
    pub fn new(weights: &'w Weights, task: &str, traced: bool) -> Self {
        Sheet { weights, start: start(task), score: 0.0, names: traced.then(Vec::new) }
    }

    /// Adds a feature, told by its parts.
    pub fn add(&mut self, parts: &[&str]) {
        self.add_value(parts, 1.0);
    }

    /// Adds a feature that has a value.
    pub fn add_value(&mut self, parts: &[&str], value: f32) {
        let hash = parts.iter().fold(self.start, |hash, part| mixed(hash, part));
        self.score += value * self.weights.by_feature.get(&hash).copied().unwrap_or_default();
        if let Some(names) = &mut self.names {
            names.push((parts.join(":"), value));
        }
    }

    /// Adds a feature that holds or not.
    pub fn add_if(&mut self, holds: bool, parts: &[&str]) {
        if holds {
            self.add(parts);
        }
    }
}

/// A choice as it was made, for fitting and for explaining.
#[derive(Debug, Clone)]
pub struct Choice {
    /// `actor`, `target`, `date`, `speaker`, `keep`.
    pub task: &'static str,
    /// Kind of the claim.
    pub kind: String,
    /// First token of the claim's trigger.
    pub trigger: usize,
    /// Each candidate's words (empty: none of them) and its features.
    pub candidates: Vec<(String, Vec<Trait>)>,
}

/// Takes down the choices of one report.
#[derive(Debug, Default)]
pub struct Trace {
    /// Choices in the order in which they were made.
    pub choices: RefCell<Vec<Choice>>,
    /// Ids of claims with the first token of their trigger.
    pub claims: RefCell<Vec<(String, usize)>>,
}

/// How a report is read.
#[derive(Debug, Clone, Copy, Default)]
pub struct How<'t> {
    /// Rules alone decide: no weights, no model.
    pub by_rules: bool,
    /// The tagger alone proposes claims; the other layers still name, count, date and place.
    pub by_tagger: bool,
    /// Takes down every choice; nothing is dropped as too unsure then.
    pub trace: Option<&'t Trace>,
    /// What a model says of the report, when it was asked before; of reports in one piece.
    pub tagged: Option<&'t Tagged<'t>>,
}

/// The candidate with the highest score (of equals the first); `usual` without weights.
pub fn best(weights: &Weights, task: &str, sheets: &[Sheet<'_>], usual: usize) -> usize {
    if !weights.has(task) {
        return usual;
    }
    let ahead = |best: usize, i: usize| if sheets[i].score > sheets[best].score { i } else { best };
    (0..sheets.len()).fold(0, ahead)
}

/// A count as a word: exact when small.
pub fn few(n: usize) -> &'static str {
    match n {
        0 => "0",
        1 => "1",
        2 => "2",
        3 => "3",
        4..=6 => "4-6",
        7..=12 => "7-12",
        13..=24 => "13-24",
        _ => "far",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_heaviest_candidate_wins() {
        let mut weights = Weights::default();
        assert_eq!(weights.load("place", "# fitted\nnear\t1.5\nprep:في\t0.5\nodd\n"), vec![4]);
        let mut near = Sheet::new(&weights, "place", false);
        near.add(&["near"]);
        let mut far = Sheet::new(&weights, "place", true);
        far.add(&["prep", "في"]);
        far.add_if(false, &["near"]);
        assert_eq!(far.names.as_deref(), Some(&[("prep:في".to_owned(), 1.0)][..]));
        assert_eq!(best(&weights, "place", &[far, near], 0), 1);
        let other = Sheet::new(&weights, "date", false);
        assert_eq!(best(&weights, "date", &[other], 0), 0, "no weights, the usual one");
    }
}
