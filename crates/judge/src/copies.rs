//! Which reports are copies of one text.

use std::collections::BTreeMap;

use hudna_model::Moment;
use hudna_model::report::CopyMarks;

use crate::average::Sets;
use crate::index::{Index, mix};
use crate::{days, rules};

/// Report id → id of the root of its copy group: the member that was received first (ties go to
/// the smaller id). A report that is nobody's copy is its own root.
///
/// Two texts are copies when they share half of the shorter one's three-word runs, or three tenths
/// and a quotation or two rare numbers besides: agency stories that were cut and retitled share as
/// little. They must have been told within a month of each other. Pairs come from an index of a
/// quarter of the runs; all pairs are never compared. Reports without `received` are left out.
pub fn copies(
    marks: &BTreeMap<String, CopyMarks>,
    received: &BTreeMap<String, (Moment, String)>,
) -> BTreeMap<String, String> {
    let mut found = Copies::default();
    for (id, (at, _)) in received {
        found.add(id, *at, days::of_moment(*at), marks);
    }
    received.keys().map(|id| (id.clone(), found.root(id).to_owned())).collect()
}

/// Copy groups that grow report by report. The groups depend on the reports alone and not on their
/// order: whether two are copies is a matter of these two, and groups are what such pairs connect.
#[derive(Debug, Clone, Default)]
pub(crate) struct Copies {
    /// Reports in the order of arrival here.
    texts: Vec<Text>,
    /// Report id → index into `texts`.
    at: BTreeMap<String, usize>,
    sets: Sets,
    /// Members of each group, the first received in front, at the group's representative.
    members: Vec<Vec<usize>>,
    index: Index,
}

#[derive(Debug, Clone)]
struct Text {
    id: String,
    received: Moment,
    day: i32,
    anchors: usize,
}

/// The runs that stand for the others: every fourth by hash, and the text as a whole, so that short
/// texts that are the same have something in common.
fn anchors(marks: &CopyMarks) -> impl Iterator<Item = u64> {
    let whole = marks.shingles.iter().fold(marks.shingles.len() as u64, |h, run| mix(h ^ run));
    let some = marks.shingles.iter().copied().filter(|run| run % rules::COPY_SAMPLING == 0);
    some.chain((!marks.shingles.is_empty()).then_some(whole | 1))
}

/// Key of an anchor in the month of that number.
fn key(anchor: u64, month: i32) -> u64 {
    anchor ^ mix(month as u64)
}

impl Copies {
    /// Takes in a report that was told on `day`; whether it is a copy of one that is known. One
    /// that is known itself is left as it is.
    pub(crate) fn add(
        &mut self,
        id: &str,
        received: Moment,
        day: i32,
        marks: &BTreeMap<String, CopyMarks>,
    ) -> bool {
        if self.at.contains_key(id) {
            return false;
        }
        let new = self.texts.len();
        self.at.insert(id.to_owned(), new);
        self.sets.grow();
        self.members.push(vec![new]);
        let own = marks.get(id);
        let anchors: Vec<u64> = own.into_iter().flat_map(anchors).collect();
        self.texts.push(Text { id: id.to_owned(), received, day, anchors: anchors.len() });
        let mut joined = false;
        for other in self.sharing(new, &anchors) {
            if self.sets.find(other) != self.sets.find(new)
                && let (Some(a), Some(b)) = (own, marks.get(&self.texts[other].id))
                && is_copy(a, b)
            {
                self.join(other, new);
                joined = true;
            }
        }
        let month = day.div_euclid(rules::COPY_DAYS);
        anchors.iter().for_each(|a| self.index.insert(key(*a, month), new));
        joined
    }

    /// Texts of about the same time that share so many anchors that they may be copies.
    fn sharing(&self, new: usize, anchors: &[u64]) -> Vec<usize> {
        let text = &self.texts[new];
        let month = text.day.div_euclid(rules::COPY_DAYS);
        let near = anchors.iter().flat_map(|a| (month - 1..=month + 1).map(move |m| key(*a, m)));
        let mut holders: Vec<usize> = near.flat_map(|key| self.index.items(key)).collect();
        holders.sort_unstable();
        let shared = holders.chunk_by(usize::eq).map(|same| (same[0], same.len()));
        let enough = |(other, count): &(usize, usize)| {
            let other = &self.texts[*other];
            let smaller = other.anchors.min(text.anchors) as f64;
            (other.day - text.day).abs() <= rules::COPY_DAYS
                && *count as f64 >= rules::COPY_ANCHORS * smaller
        };
        shared.filter(enough).map(|(other, _)| other).collect()
    }

    fn join(&mut self, a: usize, b: usize) {
        let (a, b) = (self.sets.find(a), self.sets.find(b));
        self.sets.join(a, b);
        let (to, from) = (a.min(b), a.max(b));
        let moved = std::mem::take(&mut self.members[from]);
        let told = |i: usize| (self.texts[i].received, &self.texts[i].id);
        let earlier = told(moved[0]) < told(self.members[to][0]);
        let at = self.members[to].len();
        self.members[to].extend(moved);
        if earlier {
            self.members[to].swap(0, at);
        }
    }

    /// Ids of the group that the report belongs to.
    pub(crate) fn group<'c>(&'c self, id: &'c str) -> impl Iterator<Item = &'c str> {
        let members = self.at.get(id).map(|at| &self.members[self.sets.found(*at)]);
        let alone = members.is_none().then_some(id);
        members.into_iter().flatten().map(|i| self.texts[*i].id.as_str()).chain(alone)
    }

    /// The first received of the group that the report belongs to.
    pub(crate) fn root<'c>(&'c self, id: &'c str) -> &'c str {
        let at = self.at.get(id).map(|at| self.members[self.sets.found(*at)][0]);
        at.map_or(id, |first| self.texts[first].id.as_str())
    }
}

/// Share of the smaller text's runs that both hold; 0 for texts too short to tell.
pub(crate) fn containment(a: &CopyMarks, b: &CopyMarks) -> f64 {
    let smaller = a.shingles.len().min(b.shingles.len());
    if smaller < rules::COPY_SHORTEST {
        return if a.shingles == b.shingles && smaller > 0 { 1.0 } else { 0.0 };
    }
    common(&a.shingles, &b.shingles) as f64 / smaller as f64
}

pub(crate) fn is_copy(a: &CopyMarks, b: &CopyMarks) -> bool {
    let containment = containment(a, b);
    let marked = || {
        common(&a.quotations, &b.quotations) > 0
            || common(&a.rare_numbers, &b.rare_numbers) >= rules::COPY_RARE_NUMBERS
    };
    containment >= rules::COPY_CONTAINMENT
        || (containment >= rules::COPY_CONTAINMENT_MARKED && marked())
}

/// How many values two ascending lists share.
fn common(a: &[u64], b: &[u64]) -> usize {
    let (mut i, mut j, mut shared) = (0, 0, 0);
    while i < a.len() && j < b.len() {
        match a[i].cmp(&b[j]) {
            std::cmp::Ordering::Less => i += 1,
            std::cmp::Ordering::Greater => j += 1,
            std::cmp::Ordering::Equal => (i, j, shared) = (i + 1, j + 1, shared + 1),
        }
    }
    shared
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

    fn name(i: usize) -> String {
        format!("r{i}")
    }

    /// Texts arrive `days` apart in the order given; `expected` names each one's root.
    fn check_apart(days: i64, texts: &[CopyMarks], expected: &[usize]) {
        let marks = texts.iter().enumerate().map(|(i, m)| (name(i), m.clone())).collect();
        let at = |i: usize| Moment::from_seconds(i as i64 * days * 86_400);
        let received = (0..texts.len()).map(|i| (name(i), (at(i), "wire".to_owned()))).collect();
        let roots = copies(&marks, &received);
        let roots: Vec<&String> = (0..texts.len()).map(|i| &roots[&name(i)]).collect();
        assert_eq!(
            roots,
            expected.iter().map(|i| name(*i)).collect::<Vec<_>>().iter().collect::<Vec<_>>()
        );
    }

    fn check(texts: &[CopyMarks], expected: &[usize]) {
        check_apart(0, texts, expected);
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
        check(&[marks(0..3, &[], &[]), marks(0..3, &[], &[])], &[0, 0]);
        check(&[marks(0..0, &[], &[]), marks(0..0, &[], &[])], &[0, 1]);
    }

    #[test]
    fn the_same_words_a_season_later_are_no_copy() {
        check_apart(30, &vec![marks(0..40, &[], &[]); 2], &[0, 0]);
        check_apart(31, &vec![marks(0..40, &[], &[]); 2], &[0, 1]);
    }

    #[test]
    fn the_first_received_is_the_root_whichever_was_seen_first() {
        let all: BTreeMap<_, _> = (0..3).map(|i| (name(i), marks(0..40, &[], &[]))).collect();
        for order in [[0, 1, 2], [2, 1, 0], [1, 2, 0]] {
            let mut found = Copies::default();
            for i in order {
                found.add(&name(i), Moment::from_seconds(10 - i as i64), 0, &all);
            }
            assert_eq!(
                (0..3).map(|i| found.root(&name(i)).to_owned()).collect::<Vec<_>>(),
                vec!["r2"; 3]
            );
            let mut group: Vec<_> = found.group("r0").map(str::to_owned).collect();
            group.sort();
            assert_eq!(group, ["r0", "r1", "r2"]);
        }
    }
}
