//! Scoring of small reports whose figures can be counted by hand.

use std::collections::BTreeMap;

use hudna_model::{Body, Claim, Event, Note, NoteKind, Reading, Span};

use super::gold::{Fact, GoldReport, Kind};
use super::score::{Scores, Tally, score, score_report};
use super::synth::claim;

const TEXT: &str = "The truce was signed. The truce was broken. The truce was renewed.";

fn fact(kind: &str, quote: &str, event: &str) -> Fact {
    Fact { kind: kind.into(), quote: quote.into(), event: Some(event.into()), ..Fact::default() }
}

fn gold(facts: Vec<Fact>) -> GoldReport {
    GoldReport { id: "r1".into(), text: TEXT.into(), facts, ..GoldReport::default() }
}

fn truce(event: Event, start: usize, end: usize) -> Claim {
    let body = Body::Truce { event, parties: vec![], start: None, end: None, count: None };
    claim(body, start, end)
}

fn reading(claims: Vec<Claim>, notes: &[(NoteKind, usize, usize)]) -> Reading {
    let note = |&(kind, start, end): &(NoteKind, usize, usize)| Note {
        kind,
        span: Span { start, end },
        text: String::new(),
        why: String::new(),
    };
    Reading {
        id: "r1".into(),
        lang: "en".into(),
        published: None,
        pack: String::new(),
        model: None,
        claims,
        notes: notes.iter().map(note).collect(),
    }
}

/// Signed at 0–20, broken at 22–42, renewed at 44–65.
fn annotated() -> GoldReport {
    gold(vec![
        fact("truce", "The truce was signed", "signed"),
        fact("truce", "The truce was broken", "violated"),
        fact("truce", "The truce was renewed", "renewed"),
        fact("truce", "The truce was mourned", "renewed"),
        fact("weather", "The truce was signed", "signed"),
    ])
}

#[test]
fn found_and_right_are_counted_apart() {
    let read = reading(
        vec![
            truce(Event::Signed, 0, 20),
            truce(Event::Renewed, 30, 42),
            truce(Event::Signed, 3, 9),
        ],
        &[(NoteKind::UnreadHarm, 40, 60)],
    );
    let scores = score_report(&annotated(), Some(&read));
    let tally = Tally { gold: 3, system: 3, found: 2, right: 1.0, noted: 1 };
    assert_eq!(scores.kinds, BTreeMap::from([(Kind::Truce, tally)]));
    assert_eq!((scores.unplaced, scores.reports, scores.absent), (1, 1, 0));
    assert_eq!(scores.evidence_iou, [6.0 / 20.0, 12.0 / 20.0], "of equals the later claim pairs");
}

#[test]
fn a_report_without_a_reading_misses_everything() {
    let scores = score(&[annotated()], &BTreeMap::new());
    let tally = Tally { gold: 3, ..Tally::default() };
    assert_eq!(scores.kinds, BTreeMap::from([(Kind::Truce, tally)]));
    assert_eq!(scores.absent, 1);
}

#[test]
fn only_half_or_more_of_a_fact_in_a_harm_note_counts_as_noted() {
    #[track_caller]
    fn check(notes: &[(NoteKind, usize, usize)], expected: usize) {
        let gold = gold(vec![fact("truce", "The truce was broken", "violated")]);
        let scores = score_report(&gold, Some(&reading(vec![], notes)));
        assert_eq!(scores.all().noted, expected);
    }
    check(&[], 0);
    check(&[(NoteKind::UnreadHarm, 22, 32)], 1);
    check(&[(NoteKind::UnreadHarm, 22, 31)], 0);
    check(&[(NoteKind::UnreadHarm, 22, 31), (NoteKind::UnreadHarm, 31, 40)], 0);
    check(&[(NoteKind::UnknownPlace, 22, 42)], 0);
}

#[test]
fn scores_add_up() {
    let read = reading(vec![truce(Event::Signed, 0, 20)], &[]);
    let (one, none) = (score_report(&annotated(), Some(&read)), score_report(&annotated(), None));
    let sum: Scores = [&one, &none, &one].into_iter().sum();
    assert_eq!((sum.reports, sum.absent, sum.unplaced), (3, 1, 3));
    let tally = Tally { gold: 9, system: 2, found: 2, right: 2.0, noted: 0 };
    assert_eq!(sum.all(), tally);
    assert_eq!(sum.evidence_iou, [1.0, 1.0]);
    assert_eq!(sum.failures.len(), 7);
}

#[test]
fn errors_tell_some_of_each_sort() {
    #[track_caller]
    fn check(n: usize, expected: &[&str]) {
        let read = reading(vec![truce(Event::Signed, 0, 20), truce(Event::Signed, 0, 5)], &[]);
        let scores = score_report(&annotated(), Some(&read));
        assert_eq!(scores.errors(n), expected);
    }
    check(0, &[]);
    check(1, &["truce missed r1: The truce was broken", "truce spurious r1: The truce was signed"]);
    check(
        9,
        &[
            "truce missed r1: The truce was broken",
            "truce missed r1: The truce was renewed",
            "truce spurious r1: The truce was signed",
        ],
    );
}
