//! Grouping: connected components, and average link inside them so that chains do not glue.

use std::cmp::Ordering;
use std::collections::{BTreeMap, BTreeSet, BinaryHeap};

/// Disjoint sets over `0..n`; the representative of a set is its smallest member.
#[derive(Debug, Clone, Default)]
pub(crate) struct Sets {
    parent: Vec<usize>,
}

impl Sets {
    pub(crate) fn new(n: usize) -> Self {
        Self { parent: (0..n).collect() }
    }

    /// One more set, of the next number.
    pub(crate) fn grow(&mut self) {
        self.parent.push(self.parent.len());
    }

    /// The representative, without shortening the way to it.
    pub(crate) fn found(&self, mut i: usize) -> usize {
        while self.parent[i] != i {
            i = self.parent[i];
        }
        i
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

/// A pair of groups that may be joined: average score, smaller and larger group, and how large each
/// was when the average was taken.
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

/// What people said of pairs: these are one, those are not.
#[derive(Debug, Clone, Default)]
pub(crate) struct Decided {
    /// One, whatever the scores.
    pub together: Vec<(usize, usize)>,
    /// Never in one group. No pair of these is joined by `together`.
    pub apart: Vec<(usize, usize)>,
}

/// Groups on their way: members, the sum of the scores to every group that has any, and the groups
/// that may not be joined.
struct Groups {
    members: Vec<Vec<usize>>,
    sums: Vec<BTreeMap<usize, u64>>,
    apart: Vec<BTreeSet<usize>>,
    heap: BinaryHeap<Candidate>,
    cut: f64,
}

/// Average-link grouping of `0..n` cut at `cut`: the two groups with the highest average score are
/// joined until none reaches it; pairs that `scores` (hundredths) leaves out count as 0. Ties go to
/// the smaller indices, so the result depends on the scores alone. Groups come ordered by smallest
/// member. Time and space grow with the number of scored pairs, not with n².
///
/// What people decided to be one joins the groups that hold it. Where that would bring together
/// what people decided to be two, the decisions come first and the scores after.
pub(crate) fn average_link(
    n: usize,
    scores: &[(usize, usize, u8)],
    cut: f64,
    decided: &Decided,
) -> Vec<Vec<usize>> {
    let mut together = Sets::new(n);
    decided.together.iter().for_each(|(a, b)| together.join(*a, *b));
    let mut groups = Groups::new(n, scores, cut);
    groups.bar(&together, &decided.apart);
    groups.run();
    if !groups.unite(&decided.together) {
        groups = Groups::new(n, scores, cut);
        groups.bar(&together, &decided.apart);
        groups.unite(&decided.together);
        groups.run();
    }
    groups.members.retain(|g| !g.is_empty());
    groups.members
}

impl Groups {
    fn new(n: usize, scores: &[(usize, usize, u8)], cut: f64) -> Self {
        let mut groups = Groups {
            members: (0..n).map(|i| vec![i]).collect(),
            sums: vec![BTreeMap::new(); n],
            apart: vec![BTreeSet::new(); n],
            heap: BinaryHeap::new(),
            cut,
        };
        for (i, j, score) in scores {
            groups.sums[*i].insert(*j, u64::from(*score));
            groups.sums[*j].insert(*i, u64::from(*score));
        }
        groups
    }

    /// Keeps apart what is to be, and all that is one with either.
    fn bar(&mut self, together: &Sets, apart: &[(usize, usize)]) {
        let one_with = |i: usize| -> Vec<usize> {
            let set = together.found(i);
            (0..self.members.len()).filter(|j| together.found(*j) == set).collect()
        };
        let all: Vec<_> = apart.iter().map(|(a, b)| (one_with(*a), one_with(*b))).collect();
        for (i, j) in
            all.iter().flat_map(|(a, b)| a.iter().flat_map(|i| b.iter().map(|j| (*i, *j))))
        {
            self.apart[i].insert(j);
            self.apart[j].insert(i);
        }
    }

    /// Joins the groups that hold the pairs; false, and some left, if any may not be joined.
    fn unite(&mut self, pairs: &[(usize, usize)]) -> bool {
        for (a, b) in pairs {
            let of = |i: &usize| self.members.iter().position(|group| group.contains(i));
            let (Some(a), Some(b)) = (of(a), of(b)) else { continue };
            if self.apart[a].contains(&b) {
                return false;
            }
            if a != b {
                self.join(a.min(b), a.max(b));
            }
        }
        true
    }

    fn run(&mut self) {
        let pairs: Vec<(usize, usize)> = self.sums.iter().enumerate().flat_map(pairs_of).collect();
        pairs.into_iter().for_each(|(i, j)| self.offer(i, j));
        while let Some(top) = self.heap.pop() {
            let (i, j) = top.pair;
            if top.grown == (self.members[i].len(), self.members[j].len()) {
                self.join(i, j);
                let near: Vec<usize> = self.sums[i].keys().copied().collect();
                near.into_iter().for_each(|k| self.offer(i, k));
            }
        }
    }

    fn offer(&mut self, i: usize, j: usize) {
        let (i, j) = (i.min(j), i.max(j));
        let grown = (self.members[i].len(), self.members[j].len());
        let average = self.sums[i][&j] as f64 / (100 * grown.0 * grown.1) as f64;
        if average >= self.cut && !self.apart[i].contains(&j) {
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
                *self.sums[i].entry(k).or_insert(0) += sum;
                *self.sums[k].entry(i).or_insert(0) += sum;
            }
        }
        for k in std::mem::take(&mut self.apart[j]) {
            self.apart[k].remove(&j);
            self.apart[k].insert(i);
            self.apart[i].insert(k);
        }
    }
}

/// The pairs of one group with greater ones that it has a score with.
fn pairs_of(
    (i, sums): (usize, &BTreeMap<usize, u64>),
) -> impl Iterator<Item = (usize, usize)> + use<> {
    let greater: Vec<usize> = sums.range(i + 1..).map(|(j, _)| *j).collect();
    greater.into_iter().map(move |j| (i, j))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(n: usize, scores: &[(usize, usize, u8)], expected: &[&[usize]]) {
        let found = average_link(n, scores, 0.7, &Decided::default());
        assert_eq!(found, expected);
    }

    #[test]
    fn a_chain_does_not_glue_its_ends() {
        check(3, &[(0, 1, 90), (1, 2, 80)], &[&[0, 1], &[2]]);
        check(3, &[(0, 1, 90), (1, 2, 80), (0, 2, 70)], &[&[0, 1, 2]]);
    }

    #[test]
    fn pairs_grow_from_the_best_and_stop_at_the_cut() {
        check(4, &[(0, 3, 90), (1, 2, 75), (0, 1, 70)], &[&[0, 3], &[1, 2]]);
        check(2, &[(0, 1, 69)], &[&[0], &[1]]);
        check(0, &[], &[]);
    }

    #[test]
    fn what_people_said_comes_before_every_score() {
        let scores = [(0, 1, 95), (1, 2, 90), (0, 2, 90)];
        let check =
            |together: &[(usize, usize)], apart: &[(usize, usize)], expected: &[&[usize]]| {
                let decided = Decided { together: together.to_vec(), apart: apart.to_vec() };
                assert_eq!(average_link(4, &scores, 0.7, &decided), expected);
            };
        check(&[], &[], &[&[0, 1, 2], &[3]]);
        check(&[], &[(0, 1)], &[&[0, 2], &[1], &[3]]);
        check(&[(0, 3)], &[], &[&[0, 1, 2, 3]]);
        check(&[(0, 3)], &[(3, 1), (3, 2)], &[&[0, 3], &[1, 2]]);
        check(&[(1, 2)], &[(0, 1)], &[&[0], &[1, 2], &[3]]);
        check(&[(0, 3)], &[(1, 3)], &[&[0, 2, 3], &[1]]);
        check(&[(1, 3)], &[(0, 1), (2, 3)], &[&[0, 2], &[1, 3]]);
    }
}
