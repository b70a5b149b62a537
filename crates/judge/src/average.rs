//! Grouping: connected components, and average link inside them so that chains do not glue.

use std::cmp::Ordering;
use std::collections::{BTreeMap, BinaryHeap};

/// Disjoint sets over `0..n`; the representative of a set is its smallest member.
#[derive(Debug, Clone)]
pub(crate) struct Sets {
    parent: Vec<usize>,
}

impl Sets {
    pub(crate) fn new(n: usize) -> Self {
        Self { parent: (0..n).collect() }
    }

    pub(crate) fn find(&mut self, mut i: usize) -> usize {
        while self.parent[i] != i {
            self.parent[i] = self.parent[self.parent[i]];
            i = self.parent[i];
        }
        i
    }

    pub(crate) fn join(&mut self, a: usize, b: usize) {
        let (a, b) = (self.find(a), self.find(b));
        self.parent[a.max(b)] = a.min(b);
    }

    /// The sets, each ascending, ordered by their smallest member.
    pub(crate) fn groups(&mut self) -> Vec<Vec<usize>> {
        let mut groups = vec![Vec::new(); self.parent.len()];
        for i in 0..self.parent.len() {
            groups[self.find(i)].push(i);
        }
        groups.retain(|g| !g.is_empty());
        groups
    }
}

/// A pair of groups that may be joined: average score, smaller and larger group, and how often each
/// had grown when the average was taken.
#[derive(Debug, Clone, Copy, PartialEq)]
struct Candidate {
    average: f64,
    pair: (usize, usize),
    grown: (usize, usize),
}

impl Eq for Candidate {}

impl PartialOrd for Candidate {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Candidate {
    /// The greater is joined first: the higher average, then the smaller indices.
    fn cmp(&self, other: &Self) -> Ordering {
        let rest = || (other.pair, other.grown).cmp(&(self.pair, self.grown));
        self.average.total_cmp(&other.average).then_with(rest)
    }
}

/// Groups on their way: members, and the sum of the scores to every group that has any.
struct Groups {
    members: Vec<Vec<usize>>,
    sums: Vec<BTreeMap<usize, f64>>,
    heap: BinaryHeap<Candidate>,
}

/// Average-link grouping of `0..n` cut at `cut`: the two groups with the highest average score are
/// joined until none reaches it; pairs that `scores` leaves out count as 0. Ties go to the smaller
/// indices, so the result depends on the scores alone. Groups come ordered by smallest member.
/// Time and space grow with the number of scored pairs, not with n².
pub(crate) fn average_link(
    n: usize,
    scores: impl IntoIterator<Item = (usize, usize, f64)>,
    cut: f64,
) -> Vec<Vec<usize>> {
    let mut groups = Groups {
        members: (0..n).map(|i| vec![i]).collect(),
        sums: vec![BTreeMap::new(); n],
        heap: BinaryHeap::new(),
    };
    for (i, j, score) in scores {
        groups.sums[i].insert(j, score);
        groups.sums[j].insert(i, score);
        groups.offer(i, j, cut);
    }
    while let Some(top) = groups.heap.pop() {
        let (i, j) = top.pair;
        if top.grown == (groups.members[i].len(), groups.members[j].len()) {
            groups.join(i, j);
            let near: Vec<usize> = groups.sums[i].keys().copied().collect();
            near.into_iter().for_each(|k| groups.offer(i, k, cut));
        }
    }
    groups.members.retain(|g| !g.is_empty());
    groups.members
}

impl Groups {
    fn offer(&mut self, i: usize, j: usize, cut: f64) {
        let (i, j) = (i.min(j), i.max(j));
        let grown = (self.members[i].len(), self.members[j].len());
        let average = self.sums[i][&j] / (grown.0 * grown.1) as f64;
        if average >= cut {
            self.heap.push(Candidate { average, pair: (i, j), grown });
        }
    }

    /// Moves group `j` into `i < j`. An emptied group has no members, so what was offered of it
    /// before is never taken.
    fn join(&mut self, i: usize, j: usize) {
        let moved = std::mem::take(&mut self.members[j]);
        self.members[i].extend(moved);
        self.members[i].sort_unstable();
        for (k, sum) in std::mem::take(&mut self.sums[j]) {
            self.sums[k].remove(&j);
            if k != i {
                *self.sums[i].entry(k).or_insert(0.0) += sum;
                *self.sums[k].entry(i).or_insert(0.0) += sum;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(n: usize, scores: &[(usize, usize, f64)], expected: &[&[usize]]) {
        assert_eq!(average_link(n, scores.iter().copied(), 0.7), expected);
    }

    #[test]
    fn a_chain_does_not_glue_its_ends() {
        check(3, &[(0, 1, 0.9), (1, 2, 0.8)], &[&[0, 1], &[2]]);
        check(3, &[(0, 1, 0.9), (1, 2, 0.8), (0, 2, 0.7)], &[&[0, 1, 2]]);
    }

    #[test]
    fn pairs_grow_from_the_best_and_stop_at_the_cut() {
        check(4, &[(0, 3, 0.9), (1, 2, 0.75), (0, 1, 0.7)], &[&[0, 3], &[1, 2]]);
        check(2, &[(0, 1, 0.69)], &[&[0], &[1]]);
        check(0, &[], &[]);
    }
}
