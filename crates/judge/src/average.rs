//! Grouping: connected components, and average link inside them so that chains do not glue.

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

/// Average-link grouping of `0..n` cut at `cut`: the two groups with the highest average score are
/// joined until none reaches it. Ties go to the smaller indices, so the result depends on the
/// scores alone. Groups come ascending. Time grows with n² times the number of joins at worst.
pub(crate) fn average_link(
    n: usize,
    score: impl Fn(usize, usize) -> f64,
    cut: f64,
) -> Vec<Vec<usize>> {
    let mut table: Vec<Vec<f64>> =
        (0..n).map(|i| (0..n).map(|j| if i < j { score(i, j) } else { 0.0 }).collect()).collect();
    let mut groups: Vec<Vec<usize>> = (0..n).map(|i| vec![i]).collect();
    let mut best: Vec<usize> = (0..n).map(|i| best_of(&table[i], &groups, i)).collect();
    while let Some((i, j)) = best_pair(&table, &groups, &best, cut) {
        absorb(&mut table, &mut groups, i, j);
        for row in 0..n {
            if !groups[row].is_empty() && (row <= j || best[row] == j) {
                best[row] = best_of(&table[row], &groups, row);
            }
        }
    }
    groups.retain(|g| !g.is_empty());
    groups
}

/// The live column right of `i` with the highest score; `i` itself when there is none.
fn best_of(row: &[f64], groups: &[Vec<usize>], i: usize) -> usize {
    let live = (i + 1..row.len()).filter(|j| !groups[*j].is_empty());
    live.fold(i, |best, j| if best == i || row[j] > row[best] { j } else { best })
}

fn best_pair(
    table: &[Vec<f64>],
    groups: &[Vec<usize>],
    best: &[usize],
    cut: f64,
) -> Option<(usize, usize)> {
    let rows = (0..table.len()).filter(|i| !groups[*i].is_empty() && best[*i] != *i);
    let top = rows.reduce(|a, b| if table[b][best[b]] > table[a][best[a]] { b } else { a })?;
    (table[top][best[top]] >= cut).then_some((top, best[top]))
}

/// Joins group `j` into `i < j`: the new average to every other group is weighted by sizes.
fn absorb(table: &mut [Vec<f64>], groups: &mut [Vec<usize>], i: usize, j: usize) {
    let (a, b) = (groups[i].len() as f64, groups[j].len() as f64);
    for k in 0..table.len() {
        if k != i && k != j && !groups[k].is_empty() {
            let to_i = table[i.min(k)][i.max(k)];
            let to_j = table[j.min(k)][j.max(k)];
            table[i.min(k)][i.max(k)] = (a * to_i + b * to_j) / (a + b);
        }
    }
    let moved = std::mem::take(&mut groups[j]);
    groups[i].extend(moved);
    groups[i].sort_unstable();
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(n: usize, scores: &[(usize, usize, f64)], expected: &[&[usize]]) {
        let score = |i, j| scores.iter().find(|s| (s.0, s.1) == (i, j)).map_or(0.0, |s| s.2);
        assert_eq!(average_link(n, score, 0.7), expected);
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
