//! B³ and pairwise scores of a clustering.

use std::collections::BTreeMap;

use serde::Serialize;

/// Precision, recall and F1 of each measure.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Scores {
    /// B³: the mean over reports.
    pub b3: (f64, f64, f64),
    /// Over pairs of reports. Where no pair was found, precision is 1.
    pub pairs: (f64, f64, f64),
    /// Pairs: found and right, found, labelled.
    pub counts: (usize, usize, usize),
}

/// How many items bear each name.
pub(super) fn sizes<'n>(names: &[&'n str]) -> BTreeMap<&'n str, usize> {
    let mut sizes = BTreeMap::new();
    for name in names {
        *sizes.entry(*name).or_default() += 1;
    }
    sizes
}

/// Found and labelled clusters of the same items.
#[derive(Debug, Clone)]
pub struct Clustering<'c> {
    items: Vec<(&'c str, &'c str)>,
}

impl<'c> Clustering<'c> {
    /// Item by item the found and the labelled cluster.
    pub fn new(found: &'c [String], gold: &[&'c str]) -> Self {
        Self { items: found.iter().map(String::as_str).zip(gold.iter().copied()).collect() }
    }

    /// Scores over all items.
    pub fn scores(&self) -> Scores {
        score(&self.items)
    }

    /// Scores over the items that are not labelled `out`.
    pub fn without(&self, out: &str) -> Scores {
        let rest: Vec<_> = self.items.iter().filter(|(_, gold)| *gold != out).copied().collect();
        score(&rest)
    }
}

fn score(items: &[(&str, &str)]) -> Scores {
    let found = sizes(&items.iter().map(|(found, _)| *found).collect::<Vec<_>>());
    let gold = sizes(&items.iter().map(|(_, gold)| *gold).collect::<Vec<_>>());
    let mut both: BTreeMap<(&str, &str), usize> = BTreeMap::new();
    items.iter().for_each(|item| *both.entry(*item).or_default() += 1);
    // A cell of n items that are in one cluster both ways gives each of them n of its size.
    let share = |size: &dyn Fn(&(&str, &str)) -> usize| {
        let sum: f64 = both.iter().map(|(cell, n)| (n * n) as f64 / size(cell) as f64).sum();
        sum / items.len().max(1) as f64
    };
    let pairs = |sizes: &mut dyn Iterator<Item = usize>| sizes.map(|n| n * (n - 1) / 2).sum();
    let counts: (usize, usize, usize) = (
        pairs(&mut both.values().copied()),
        pairs(&mut found.values().copied()),
        pairs(&mut gold.values().copied()),
    );
    let part = |all: usize| if all == 0 { 1.0 } else { counts.0 as f64 / all as f64 };
    Scores {
        b3: with_f1(share(&|(f, _)| found[f]), share(&|(_, g)| gold[g])),
        pairs: with_f1(part(counts.1), part(counts.2)),
        counts,
    }
}

fn with_f1(precision: f64, recall: f64) -> (f64, f64, f64) {
    let sum = precision + recall;
    let f1 = if sum == 0.0 { 0.0 } else { 2.0 * precision * recall / sum };
    (precision, recall, f1)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(found: &[&str], gold: &[&str], b3: (f64, f64), pairs: (usize, usize, usize)) {
        let found: Vec<String> = found.iter().map(|f| (*f).to_owned()).collect();
        let scores = Clustering::new(&found, gold).scores();
        assert!((scores.b3.0 - b3.0).abs() < 1e-9, "{scores:?}");
        assert!((scores.b3.1 - b3.1).abs() < 1e-9, "{scores:?}");
        assert_eq!(scores.counts, pairs);
    }

    #[test]
    fn a_perfect_clustering_scores_one_and_single_ones_lose_recall_alone() {
        check(&["1", "1", "2"], &["a", "a", "b"], (1.0, 1.0), (1, 1, 1));
        check(&["1", "2", "3"], &["a", "a", "b"], (1.0, 2.0 / 3.0), (0, 0, 1));
        check(&["1", "1", "1"], &["a", "a", "b"], (5.0 / 9.0, 1.0), (1, 3, 1));
    }

    #[test]
    fn a_cluster_that_is_left_out_takes_its_items_along() {
        let found = ["1", "1", "1"].map(str::to_owned);
        let clustering = Clustering::new(&found, &["a", "a", "b"]);
        assert_eq!(clustering.without("b").b3, (1.0, 1.0, 1.0));
        assert_eq!(clustering.without("a").counts, (0, 0, 0));
    }
}
