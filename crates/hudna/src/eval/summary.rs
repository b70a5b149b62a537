//! Figures from counts. The JSON has the form that `score.py --json` prints, and more fields.

use std::collections::BTreeMap;

use serde::Serialize;

use super::attributes::Attribute;
use super::gold::Kind;
use super::score::{Scores, Tally};

/// Precision, recall and F1, each 0 to 1; an array of three in JSON.
#[derive(Debug, Clone, Copy, Default, PartialEq, Serialize)]
pub struct Prf(pub f64, pub f64, pub f64);

impl Prf {
    /// From points won by so many claims on so many facts; 0 where nothing is to be divided by.
    pub fn of(points: f64, system: usize, gold: usize) -> Self {
        let share = |n: usize| if n == 0 { 0.0 } else { points / n as f64 };
        let (p, r) = (share(system), share(gold));
        let f1 = if p + r == 0.0 { 0.0 } else { 2.0 * p * r / (p + r) };
        Prf(p, r, f1)
    }
}

/// A share 0 to 1, none of nothing, and of how many; an array of two in JSON.
#[derive(Debug, Clone, Copy, Default, PartialEq, Serialize)]
pub struct Share(pub Option<f64>, pub usize);

impl Share {
    /// From how many of how many.
    pub fn of(hits: usize, of: usize) -> Self {
        Share((of > 0).then(|| hits as f64 / of as f64), of)
    }
}

/// The figures of one kind, or of all together.
#[derive(Debug, Clone, Copy, Default, PartialEq, Serialize)]
pub struct Figures {
    /// Annotated facts.
    pub gold: usize,
    /// Claims.
    pub system: usize,
    /// Kind and place in the text.
    pub found: Prf,
    /// Key attributes as well.
    pub right: Prf,
    /// Missed facts of which a note `unread_harm` covers at least half, of all missed ones.
    pub missed_in_notes: Share,
}

impl From<Tally> for Figures {
    fn from(tally: Tally) -> Self {
        Figures {
            gold: tally.gold,
            system: tally.system,
            found: Prf::of(tally.found as f64, tally.system, tally.gold),
            right: Prf::of(tally.right, tally.system, tally.gold),
            missed_in_notes: Share::of(tally.noted, tally.gold - tally.found),
        }
    }
}

/// The figures of a set of reports.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct Summary {
    /// Annotated reports.
    pub reports: usize,
    /// Of them without a reading.
    pub absent: usize,
    /// Facts left out because their quote is nowhere in the text.
    pub unplaced: usize,
    /// Every kind, also those that do not occur.
    pub kinds: BTreeMap<Kind, Figures>,
    /// Over all kinds, each fact and claim weighing the same. Its `right` F1 is the headline.
    pub all: Figures,
    /// Share of pairs that tell the attribute rightly, of the pairs whose fact has it.
    pub attributes: BTreeMap<Attribute, Share>,
    /// Median over the pairs of the shared part of what quote and evidence cover (of an even
    /// number the upper of the middle two).
    pub evidence_iou: Option<f64>,
    /// Missed violence, tolls and truces in sentences without a claim that a note `unread_harm`
    /// shows, of all such.
    pub unclaimed_in_notes: Share,
    /// Notes `unread_harm` a report.
    pub notes_a_report: f64,
}

impl From<&Scores> for Summary {
    fn from(scores: &Scores) -> Self {
        let tally = |kind: &Kind| scores.kinds.get(kind).copied().unwrap_or_default();
        let shares = scores.attributes.iter();
        Summary {
            reports: scores.reports,
            absent: scores.absent,
            unplaced: scores.unplaced,
            kinds: Kind::ALL.iter().map(|kind| (*kind, tally(kind).into())).collect(),
            all: scores.all().into(),
            attributes: shares.map(|(which, n)| (*which, Share::of(n.hits, n.of))).collect(),
            evidence_iou: upper_median(&scores.evidence_iou),
            unclaimed_in_notes: Share::of(scores.unclaimed.hits, scores.unclaimed.of),
            notes_a_report: scores.notes as f64 / scores.reports.max(1) as f64,
        }
    }
}

fn upper_median(values: &[f64]) -> Option<f64> {
    let mut sorted = values.to_vec();
    sorted.sort_by(f64::total_cmp);
    sorted.get(sorted.len() / 2).copied()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn precision_recall_and_their_mean() {
        #[track_caller]
        fn check(points: f64, system: usize, gold: usize, expected: Prf) {
            assert_eq!(Prf::of(points, system, gold), expected);
        }
        check(0.0, 0, 0, Prf(0.0, 0.0, 0.0));
        check(0.0, 3, 0, Prf(0.0, 0.0, 0.0));
        check(2.0, 2, 4, Prf(1.0, 0.5, 2.0 / 3.0));
        check(1.5, 2, 2, Prf(0.75, 0.75, 0.75));
    }

    #[test]
    fn of_an_even_number_the_upper_middle_is_taken() {
        #[track_caller]
        fn check(values: &[f64], expected: Option<f64>) {
            assert_eq!(upper_median(values), expected);
        }
        check(&[], None);
        check(&[0.4], Some(0.4));
        check(&[0.9, 0.1], Some(0.9));
        check(&[0.9, 0.1, 0.5], Some(0.5));
    }

    #[test]
    fn the_json_has_the_form_of_the_reference() {
        let tally = Tally { gold: 4, system: 2, found: 2, right: 1.5, noted: 1 };
        let kinds = BTreeMap::from([(Kind::Toll, tally)]);
        let scores = Scores { reports: 1, kinds, ..Scores::default() };
        let json = serde_json::to_value(Summary::from(&scores)).unwrap();
        let toll = serde_json::json!({
            "gold": 4, "system": 2, "found": [1.0, 0.5, 2.0 / 3.0],
            "right": [0.75, 0.375, 0.5], "missed_in_notes": [0.5, 2]
        });
        assert_eq!(json["kinds"]["toll"], toll);
        assert_eq!(json["all"], toll);
        assert_eq!(json["kinds"]["truce"]["found"], serde_json::json!([0.0, 0.0, 0.0]));
        assert_eq!(json["kinds"]["truce"]["missed_in_notes"], serde_json::json!([null, 0]));
        assert_eq!(json["evidence_iou"], serde_json::Value::Null);
    }
}
