//! Which reports are copies of one text.

use std::collections::{BTreeMap, BTreeSet};

use hudna_model::Moment;
use hudna_model::report::CopyMarks;

use crate::average::Sets;
use crate::rules;

/// Report id → id of the root of its copy group: the member that was received first (ties go to
/// the smaller id). A report that is nobody's copy is its own root.
///
/// Two texts are copies when they share half of the shorter one's three-word runs, or three tenths
/// and a quotation or two rare numbers besides: agency stories that were cut and retitled share as
/// little. Pairs come from an inverted index of the runs and quotations; all pairs are never
/// compared. Reports without `received` are left out.
pub fn copies(
    marks: &BTreeMap<String, CopyMarks>,
    received: &BTreeMap<String, (Moment, String)>,
) -> BTreeMap<String, String> {
    let mut ids: Vec<&String> = received.keys().collect();
    ids.sort_by_key(|id| (received[*id].0, *id));
    let texts: Vec<Option<&CopyMarks>> = ids.iter().map(|id| marks.get(*id)).collect();
    let mut sets = Sets::new(ids.len());
    for (&(a, b), &shared) in &shared_runs(&texts) {
        if let (Some(x), Some(y)) = (texts[a], texts[b])
            && is_copy(x, y, shared)
        {
            sets.join(a, b);
        }
    }
    (0..ids.len()).map(|i| (ids[i].clone(), ids[sets.find(i)].clone())).collect()
}

/// How many runs each pair shares, for pairs that share any.
fn shared_runs(texts: &[Option<&CopyMarks>]) -> BTreeMap<(usize, usize), usize> {
    let mut index: BTreeMap<u64, Vec<usize>> = BTreeMap::new();
    for (i, marks) in texts.iter().enumerate() {
        for run in marks.map_or(&[][..], |m| &m.shingles) {
            let holders = index.entry(*run).or_default();
            if holders.last() != Some(&i) {
                holders.push(i);
            }
        }
    }
    let mut shared = BTreeMap::new();
    for holders in index.values() {
        for (n, &b) in holders.iter().enumerate() {
            for a in partners(&holders[..n]) {
                *shared.entry((a, b)).or_insert(0) += 1;
            }
        }
    }
    shared
}

/// Whom a holder of a run is paired with: all earlier holders, or of very many the first and the
/// last, which still links a text that hundreds printed and keeps boilerplate cheap.
fn partners(earlier: &[usize]) -> Vec<usize> {
    match earlier {
        [first, .., last] if earlier.len() > rules::COPY_COMMONEST => vec![*first, *last],
        _ => earlier.to_vec(),
    }
}

fn is_copy(a: &CopyMarks, b: &CopyMarks, shared: usize) -> bool {
    let smaller = a.shingles.len().min(b.shingles.len());
    if smaller < rules::COPY_SHORTEST {
        return a.shingles == b.shingles;
    }
    let containment = shared as f64 / smaller as f64;
    let quotation = common(&a.quotations, &b.quotations) > 0;
    let numbers = common(&a.rare_numbers, &b.rare_numbers) >= rules::COPY_RARE_NUMBERS;
    containment >= rules::COPY_CONTAINMENT
        || (containment >= rules::COPY_CONTAINMENT_MARKED && (quotation || numbers))
}

fn common(a: &[u64], b: &[u64]) -> usize {
    let a: BTreeSet<_> = a.iter().collect();
    b.iter().collect::<BTreeSet<_>>().intersection(&a).count()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn marks(runs: std::ops::Range<u64>, quotations: &[u64], numbers: &[u64]) -> CopyMarks {
        CopyMarks {
            shingles: runs.collect(),
            quotations: quotations.to_vec(),
            rare_numbers: numbers.to_vec(),
            ..CopyMarks::default()
        }
    }

    /// Texts arrive in the order given; `expected` names each one's root.
    fn check(texts: &[CopyMarks], expected: &[usize]) {
        let name = |i: usize| format!("r{i}");
        let marks = texts.iter().enumerate().map(|(i, m)| (name(i), m.clone())).collect();
        let received = (0..texts.len())
            .map(|i| (name(i), (Moment::from_seconds(i as i64), "wire".to_owned())))
            .collect();
        let roots: Vec<String> = copies(&marks, &received).into_values().collect();
        assert_eq!(roots, expected.iter().map(|i| name(*i)).collect::<Vec<_>>());
    }

    #[test]
    fn half_of_the_shorter_text_makes_a_copy() {
        check(&[marks(0..100, &[], &[]), marks(90..110, &[], &[])], &[0, 0]);
        check(&[marks(0..100, &[], &[]), marks(91..111, &[], &[])], &[0, 1]);
    }

    #[test]
    fn less_is_enough_with_a_quotation_or_two_rare_numbers() {
        let first = marks(0..100, &[7], &[253, 905]);
        check(&[first.clone(), marks(70..170, &[7], &[])], &[0, 0]);
        check(&[first.clone(), marks(70..170, &[], &[253, 905])], &[0, 0]);
        check(&[first.clone(), marks(70..170, &[], &[253])], &[0, 1]);
        check(&[first, marks(75..175, &[7], &[253, 905])], &[0, 1]);
    }

    #[test]
    fn a_text_that_hundreds_print_is_still_one() {
        check(&vec![marks(0..40, &[], &[]); 200], &[0; 200]);
    }

    #[test]
    fn copies_of_copies_have_one_root_and_texts_of_nothing_none() {
        let cut = [marks(0..100, &[], &[]), marks(50..130, &[], &[]), marks(90..140, &[], &[])];
        check(&cut, &[0, 0, 0]);
        check(&[marks(0..3, &[], &[]), marks(0..4, &[], &[])], &[0, 1]);
    }
}
