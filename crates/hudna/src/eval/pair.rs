//! Which claim is held against which fact.

use std::collections::BTreeSet;

use hudna_model::words::MeetingStatus;
use hudna_model::{Act, Body, Claim, Modality, Name, Span};

use super::gold::Fact;
use super::names::alike;

/// Evidence longer than this, in Unicode scalars, points at nothing.
pub const LONGEST_EVIDENCE: i64 = 400;

/// A stretch of a text in Unicode scalars. Signed, since evidence of a faulty reading may end
/// before it starts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Stretch {
    pub start: i64,
    pub end: i64,
}

impl From<Span> for Stretch {
    fn from(span: Span) -> Self {
        let signed = |offset: usize| i64::try_from(offset).expect("no text has 2^63 characters");
        Stretch { start: signed(span.start), end: signed(span.end) }
    }
}

impl Stretch {
    /// Where `quote` first stands in `text`. An empty quote stands nowhere.
    pub fn of_quote(text: &str, quote: &str) -> Option<Self> {
        if quote.is_empty() {
            return None;
        }
        let start = text[..text.find(quote)?].chars().count();
        Some(Span { start, end: start + quote.chars().count() }.into())
    }

    /// Where the evidence of a claim points.
    pub fn of_claim(claim: &Claim) -> Self {
        let all = Stretch::from(claim.evidence.span);
        if all.len() <= LONGEST_EVIDENCE { all } else { Stretch { end: all.start, ..all } }
    }

    /// Its characters, as far as the text has them.
    pub fn slice(self, text: &str) -> String {
        let offset = |at: i64| usize::try_from(at).unwrap_or_default();
        let length = offset(self.len());
        text.chars().skip(offset(self.start)).take(length).collect()
    }

    pub fn len(self) -> i64 {
        self.end - self.start
    }

    /// What both share; below 0, the gap between them.
    pub fn shared(self, other: Stretch) -> i64 {
        self.end.min(other.end) - self.start.max(other.start)
    }

    /// Shared part of the shorter one.
    pub fn overlap(self, other: Stretch) -> f64 {
        self.shared(other) as f64 / self.len().min(other.len()).max(1) as f64
    }

    /// Shared part of what both cover, 0 to 1.
    pub fn over_union(self, other: Stretch) -> f64 {
        let union = self.end.max(other.end) - self.start.min(other.start);
        self.shared(other).max(0) as f64 / union.max(1) as f64
    }
}

/// The text of a name, where there is one.
pub(super) fn text_of(name: &Option<Name>) -> Option<&str> {
    name.as_ref().map(|name| name.text.as_str())
}

/// How far the key attributes of a claim agree with those of a fact of its kind: 1 when it says the
/// same, ½ for an act of the same family, else 0.
pub(super) fn right(fact: &Fact, claim: &Claim) -> f64 {
    let all = |agrees: bool| f64::from(u8::from(agrees));
    match &claim.body {
        Body::Violence { act, .. } => right_act(fact, *act, claim.modality),
        Body::Toll { outcome, low, high, .. } => all(same(&fact.outcome, outcome.as_str())
            && fact.low == low.map(i64::from)
            && fact.high == high.map(i64::from)),
        Body::Meeting { participants, status, .. } => {
            all(met_alike(fact, participants) && done(fact) == took_place(*status))
        }
        Body::Statement { speaker, speech_act, .. } => {
            all(alike(fact.speaker.as_deref(), text_of(speaker))
                && same(&fact.speech_act, speech_act.as_str()))
        }
        Body::Truce { event, .. } => all(same(&fact.event, event.as_str())),
        Body::Commitment { who, what, .. } => {
            all(alike(fact.who.as_deref(), text_of(who)) && same(&fact.what, what.as_str()))
        }
    }
}

fn same(annotated: &Option<String>, claimed: &str) -> bool {
    annotated.as_deref() == Some(claimed)
}

fn right_act(fact: &Fact, act: Act, modality: Modality) -> f64 {
    let annotated = fact.modality.as_deref().filter(|name| !name.is_empty());
    if annotated.unwrap_or(Modality::Actual.as_str()) != modality.as_str() {
        return 0.0;
    }
    if same(&fact.act, act.as_str()) {
        return 1.0;
    }
    let family = fact.act.as_deref().and_then(Act::parse).map(Act::family);
    if family == Some(act.family()) { 0.5 } else { 0.0 }
}

/// Whether one participant is named alike, or none is annotated.
fn met_alike(fact: &Fact, claimed: &[Name]) -> bool {
    let annotated = fact.participants.as_deref().unwrap_or_default();
    let in_claim = |name: &String| claimed.iter().any(|c| alike(Some(name), Some(&c.text)));
    annotated.is_empty() || annotated.iter().any(in_claim)
}

fn done(fact: &Fact) -> bool {
    let status = fact.status.as_deref().and_then(MeetingStatus::parse);
    status.is_some_and(took_place)
}

fn took_place(status: MeetingStatus) -> bool {
    matches!(status, MeetingStatus::Held | MeetingStatus::Ongoing)
}

/// A fact and a claim, by their places in their lists, and how well they agree.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Candidate {
    /// Twice [`right`] plus the overlap, so that agreement comes before overlap.
    pub weight: f64,
    pub fact: usize,
    pub claim: usize,
}

/// All pairs whose evidence overlaps by at least half of the shorter one.
pub(super) fn candidates(
    facts: &[(&Fact, Stretch)],
    claims: &[(&Claim, Stretch)],
) -> Vec<Candidate> {
    let mut pairs = Vec::new();
    for (fact, (annotated, quote)) in facts.iter().enumerate() {
        for (claim, (claimed, evidence)) in claims.iter().enumerate() {
            let overlap = quote.overlap(*evidence);
            if overlap >= 0.5 {
                let weight = right(annotated, claimed) * 2.0 + overlap.min(1.0);
                pairs.push(Candidate { weight, fact, claim });
            }
        }
    }
    pairs
}

/// Takes pairs greedily, best agreement first, each fact and each claim once. Of equal ones the
/// later fact, then the later claim, goes first: `score.py` sorts so.
pub(super) fn pair_up(mut pairs: Vec<Candidate>) -> Vec<Candidate> {
    pairs.sort_by(|a, b| {
        b.weight.total_cmp(&a.weight).then((b.fact, b.claim).cmp(&(a.fact, a.claim)))
    });
    let (mut facts, mut claims) = (BTreeSet::new(), BTreeSet::new());
    pairs.retain(|pair| {
        let free = !facts.contains(&pair.fact) && !claims.contains(&pair.claim);
        free && facts.insert(pair.fact) && claims.insert(pair.claim)
    });
    pairs
}

#[cfg(test)]
mod tests {
    use super::super::synth::{claim, named};
    use super::*;
    use hudna_model::{Event, Outcome};

    fn stretch(start: i64, end: i64) -> Stretch {
        Stretch { start, end }
    }

    #[test]
    fn quotes_are_found_by_character() {
        #[track_caller]
        fn check(text: &str, quote: &str, expected: Option<Stretch>) {
            assert_eq!(Stretch::of_quote(text, quote), expected);
        }
        check("قصف حلب قصف", "قصف", Some(stretch(0, 3)));
        check("قصف حلب قصف", "حلب", Some(stretch(4, 7)));
        check("abc", "d", None);
        check("abc", "", None);
    }

    #[test]
    fn overlap_and_union() {
        #[track_caller]
        fn check(a: Stretch, b: Stretch, overlap: f64, over_union: f64) {
            assert_eq!((a.overlap(b), a.over_union(b)), (overlap, over_union));
        }
        check(stretch(0, 10), stretch(5, 9), 1.0, 0.4);
        check(stretch(0, 10), stretch(8, 18), 0.2, 2.0 / 18.0);
        check(stretch(0, 10), stretch(5, 5), 0.0, 0.0);
        check(stretch(0, 4), stretch(6, 8), -1.0, 0.0);
        check(stretch(0, 4), stretch(3, 1), -2.0, 0.0);
    }

    fn declared(start: usize, end: usize) -> Claim {
        let event = Event::Declared;
        let body = Body::Truce { event, parties: vec![], start: None, end: None, count: None };
        claim(body, start, end)
    }

    #[test]
    fn long_evidence_points_at_nothing() {
        assert_eq!(Stretch::of_claim(&declared(10, 410)), stretch(10, 410));
        assert_eq!(Stretch::of_claim(&declared(10, 411)), stretch(10, 10));
    }

    #[test]
    fn half_an_overlap_makes_a_candidate_and_agreement_weighs_twice() {
        #[track_caller]
        fn check(event: &str, start: usize, weight: Option<f64>) {
            let fact = Fact { event: Some(event.into()), ..Fact::default() };
            let claim = declared(start, start + 10);
            let claims = [(&claim, Stretch::of_claim(&claim))];
            let pairs = candidates(&[(&fact, stretch(0, 10))], &claims);
            assert_eq!(pairs.first().map(|pair| pair.weight), weight);
        }
        check("declared", 0, Some(3.0));
        check("declared", 5, Some(2.5));
        check("signed", 5, Some(0.5));
        check("declared", 6, None);
    }

    #[test]
    fn slices_stay_inside_the_text() {
        assert_eq!(stretch(1, 3).slice("حلب"), "لب");
        assert_eq!(stretch(2, 9).slice("حلب"), "ب");
        assert_eq!(stretch(5, 9).slice("حلب"), "");
        assert_eq!(stretch(2, 1).slice("حلب"), "");
    }

    #[test]
    fn acts_of_a_family_give_half_a_point() {
        #[track_caller]
        fn check(act: &str, modality: Option<&str>, expected: f64) {
            let owned = modality.map(str::to_owned);
            let fact = Fact { act: Some(act.into()), modality: owned, ..Fact::default() };
            assert_eq!(right_act(&fact, Act::AirStrike, Modality::Actual), expected);
        }
        check("air_strike", None, 1.0);
        check("air_strike", Some(""), 1.0);
        check("air_strike", Some("denied"), 0.0);
        check("drone_strike", Some("actual"), 0.5);
        check("shelling", None, 0.0);
        check("unheard_of", None, 0.0);
    }

    #[test]
    fn tolls_agree_in_outcome_and_both_bounds() {
        #[track_caller]
        fn check(low: Option<i64>, high: Option<i64>, expected: f64) {
            let fact = Fact { outcome: Some("killed".into()), low, high, ..Fact::default() };
            let body = Body::Toll {
                outcome: Outcome::Killed,
                low: Some(43),
                high: None,
                vague: false,
                victims: hudna_model::Victims::Mixed,
                side: None,
                cumulative: false,
                subset_of: None,
            };
            assert_eq!(right(&fact, &claim(body, 0, 1)), expected);
        }
        check(Some(43), None, 1.0);
        check(Some(43), Some(43), 0.0);
        check(None, None, 0.0);
    }

    #[test]
    fn meetings_need_one_participant_and_the_same_side_of_now() {
        #[track_caller]
        fn check(participants: Option<&[&str]>, status: &str, expected: f64) {
            let owned = participants.map(|names| names.iter().map(|n| (*n).to_owned()).collect());
            let fact = Fact { participants: owned, status: Some(status.into()), ..Fact::default() };
            let body = Body::Meeting {
                form: hudna_model::Form::Talks,
                participants: vec![named("the envoy"), named("Moscow")],
                status: MeetingStatus::Held,
            };
            assert_eq!(right(&fact, &claim(body, 0, 1)), expected);
        }
        check(Some(&["Washington", "Moscow"]), "ongoing", 1.0);
        check(Some(&["Washington"]), "held", 0.0);
        check(Some(&["Moscow"]), "planned", 0.0);
        check(Some(&[]), "held", 1.0);
        check(None, "held", 1.0);
    }

    #[test]
    fn pairs_are_taken_best_first_and_the_later_of_equals() {
        #[track_caller]
        fn check(pairs: &[(f64, usize, usize)], expected: &[(usize, usize)]) {
            let pairs = pairs.iter().map(|(weight, fact, claim)| Candidate {
                weight: *weight,
                fact: *fact,
                claim: *claim,
            });
            let taken = pair_up(pairs.collect());
            assert_eq!(taken.iter().map(|p| (p.fact, p.claim)).collect::<Vec<_>>(), expected);
        }
        check(&[], &[]);
        check(&[(1.0, 0, 0), (3.0, 0, 1), (1.0, 1, 1)], &[(0, 1)]);
        check(&[(1.0, 0, 0), (1.0, 0, 1), (1.0, 1, 0), (1.0, 1, 1)], &[(1, 1), (0, 0)]);
        check(&[(0.7, 0, 0), (0.6, 0, 1), (0.9, 1, 0)], &[(1, 0), (0, 1)]);
    }
}
