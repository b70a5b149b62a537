//! What people decided of pairs, made free of contradiction: the latest word stands.

use std::collections::{BTreeMap, BTreeSet};

use hudna_model::{PairDecision, Relation};

use crate::average::Decided;

/// The latest decision on each pair of claims, by the pair with the smaller id first.
pub(crate) fn latest(pairs: &[PairDecision]) -> BTreeMap<(&str, &str), &PairDecision> {
    let mut found: BTreeMap<(&str, &str), &PairDecision> = BTreeMap::new();
    for pair in pairs {
        let (a, b) = (pair.a.as_str(), pair.b.as_str());
        let last = found.entry((a.min(b), a.max(b))).or_insert(pair);
        if order(pair) > order(last) {
            *last = pair;
        }
    }
    found
}

/// Later entries are greater.
fn order(pair: &PairDecision) -> (u64, &PairDecision) {
    (pair.entry, pair)
}

/// Pairs of claims, the smaller id first, that are said to be told of two incidents: all relations
/// but `same` say so, or leave it open.
pub(crate) fn apart(pairs: &[PairDecision]) -> BTreeSet<(&str, &str)> {
    let two = |d: &&PairDecision| d.relation != Relation::Same;
    latest(pairs).into_iter().filter(|(_, d)| two(d)).map(|(pair, _)| pair).collect()
}

/// What the decisions say of tellings, given the telling of each claim. The latest entry is heard
/// first; an earlier one that contradicts what was heard is passed over.
pub(crate) fn decided(pairs: &[PairDecision], telling: impl Fn(&str) -> Option<usize>) -> Decided {
    let mut heard: Vec<&PairDecision> = latest(pairs).into_values().collect();
    heard.sort_by(|a, b| order(b).cmp(&order(a)));
    let mut found = Decided::default();
    // Representatives of the tellings that are one so far.
    let mut one: BTreeMap<usize, usize> = BTreeMap::new();
    for pair in heard {
        let (Some(a), Some(b)) = (telling(&pair.a), telling(&pair.b)) else { continue };
        let of = |i: usize| one.get(&i).copied().unwrap_or(i);
        let (x, y) = (of(a), of(b));
        let barred = found.apart.iter().any(|(p, q)| [(x, y), (y, x)].contains(&(of(*p), of(*q))));
        if pair.relation != Relation::Same && x != y {
            found.apart.push((a.min(b), a.max(b)));
        } else if pair.relation == Relation::Same && !barred {
            found.together.push((a.min(b), a.max(b)));
            one.entry(a).or_insert(a);
            one.entry(b).or_insert(b);
            one.values_mut().filter(|i| **i == y).for_each(|i| *i = x);
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use hudna_model::Moment;

    /// Decisions in the order of entry on tellings of one claim each, `a` to `d`.
    fn check(
        said: &[(&str, &str, Relation)],
        together: &[(usize, usize)],
        apart: &[(usize, usize)],
    ) {
        let pair = |(n, (a, b, relation)): (usize, &(&str, &str, Relation))| PairDecision {
            a: (*a).to_owned(),
            b: (*b).to_owned(),
            relation: *relation,
            by: "someone".to_owned(),
            at: Moment::from_seconds(0),
            entry: n as u64,
        };
        let pairs: Vec<_> = said.iter().enumerate().map(pair).collect();
        let found = decided(&pairs, |id| "abcd".find(id));
        assert_eq!((found.together, found.apart), (together.to_vec(), apart.to_vec()));
    }

    #[test]
    fn the_latest_word_on_a_pair_stands() {
        use Relation::{Different, Same, Unsure};
        check(&[("a", "b", Same)], &[(0, 1)], &[]);
        check(&[("a", "b", Same), ("b", "a", Different)], &[], &[(0, 1)]);
        check(&[("a", "b", Unsure), ("b", "a", Same)], &[(0, 1)], &[]);
        check(&[("a", "x", Same)], &[], &[]);
    }

    #[test]
    fn of_what_cannot_all_be_so_the_earliest_goes() {
        use Relation::{Different, Follows, Same};
        check(&[("a", "b", Same), ("b", "c", Same), ("a", "c", Different)], &[(1, 2)], &[(0, 2)]);
        check(&[("a", "c", Follows), ("a", "b", Same), ("b", "c", Same)], &[(1, 2), (0, 1)], &[]);
    }
}
