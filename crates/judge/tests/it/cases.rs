//! The procedure of a case: which step may come next, and how long steps take.

use hudna_judge::{CaseLaw, admits, case, default_rules, first_fault, step_times};
use hudna_model::case::CaseEntry;
use hudna_model::{
    Acceptance, Case, CaseRules, CaseStep, Finding, Level, Moment, Remedy, Reply, Stage,
};

use crate::world::{at, world};

/// Steps an hour apart, each by the person named.
fn entries(steps: &[(&str, CaseStep)]) -> Vec<CaseEntry> {
    let entry = |(n, (by, step)): (usize, &(&str, CaseStep))| CaseEntry {
        entry: n as u64,
        at: hour(n),
        by: (*by).to_owned(),
        note: "because".to_owned(),
        step: step.clone(),
    };
    steps.iter().enumerate().map(entry).collect()
}

fn hour(n: usize) -> Moment {
    at("2016-04-28T12:00:00Z").plus_seconds(3600 * n as i64)
}

fn rules() -> CaseRules {
    CaseRules { keys: vec!["russia".into(), "america".into()], ..default_rules() }
}

fn so_far(steps: &[(&str, CaseStep)]) -> Case {
    case("CASE-1", &entries(steps), &rules(), hour(steps.len()))
}

/// What stands against a next step; nothing when it may come.
fn fault(steps: &[(&str, CaseStep)], by: &str, next: &CaseStep) -> Option<(String, bool)> {
    let world = world();
    let (rules, when) = (rules(), hour(steps.len()));
    let law = CaseLaw { rules: &rules, parties: &world.parties };
    let found = admits(&so_far(steps), next, by, when, &law).err()?;
    assert_ne!(found.why.ar, found.why.en);
    Some((found.why.en, found.right))
}

#[track_caller]
fn check(steps: &[(&str, CaseStep)], by: &str, next: CaseStep, said: Option<&str>) {
    let fault = fault(steps, by, &next).map(|(why, _)| why);
    match said {
        None => assert_eq!(fault, None),
        Some(part) => {
            let why = fault.expect("the step is refused");
            assert!(why.contains(part), "\"{part}\" is not in: {why}");
        }
    }
}

fn opened() -> CaseStep {
    CaseStep::Opened { claim: "c1".into(), report: "r1".into() }
}
fn notified(party: &str) -> CaseStep {
    CaseStep::Notified { party: party.into(), hours: 2 }
}
fn replied(party: &str, reply: Reply) -> CaseStep {
    CaseStep::Replied { party: party.into(), reply }
}
fn tasked() -> CaseStep {
    CaseStep::Tasked { who: "team".into(), hours: 24 }
}
fn found(finding: Finding, against: &[&str], key: Option<&str>) -> CaseStep {
    let against = against.iter().map(|p| (*p).to_owned()).collect();
    CaseStep::Found { finding, against, facts: String::new(), key: key.map(str::to_owned) }
}
fn seconded(key: Option<&str>) -> CaseStep {
    CaseStep::Seconded { key: key.map(str::to_owned) }
}
fn answered(party: &str, acceptance: Acceptance) -> CaseStep {
    CaseStep::Answered { party: party.into(), acceptance }
}
fn public() -> CaseStep {
    CaseStep::Published { level: Level::Public }
}

/// The whole way to the board, twelve o'clock to seven.
fn to_the_board() -> Vec<(&'static str, CaseStep)> {
    vec![
        ("ann", opened()),
        ("ann", notified("government")),
        ("ann", replied("government", Reply::Denied)),
        ("ann", tasked()),
        ("ann", CaseStep::Reported { report: None }),
        ("ann", CaseStep::Drafted),
        ("ann", CaseStep::Committee),
        ("ann", CaseStep::Board),
    ]
}

fn with(
    mut steps: Vec<(&'static str, CaseStep)>,
    more: &[(&'static str, CaseStep)],
) -> Vec<(&'static str, CaseStep)> {
    steps.extend(more.iter().cloned());
    steps
}

#[test]
fn every_step_of_the_procedure_needs_the_one_before() {
    let whole = to_the_board();
    for n in 1..whole.len() {
        check(&whole[..n], "ann", whole[n].1.clone(), None);
        for (_, later) in &whole[n + 1..] {
            assert!(fault(&whole[..n], "ann", later).is_some(), "{later:?} after {n} steps");
        }
    }
    check(&whole, "ann", found(Finding::Accident, &[], None), None);
    check(
        &whole[..3],
        "ann",
        found(Finding::Accident, &[], None),
        Some("and the board; the case stands at"),
    );
    check(&whole[..6], "ann", CaseStep::Board, Some("only after the technical committee"));
    check(&whole, "ann", CaseStep::Drafted, Some("past that"));
    check(&whole, "ann", opened(), Some("open already"));
}

#[test]
fn a_reply_is_that_of_somebody_who_was_told_and_silence_needs_its_time() {
    let told = &to_the_board()[..2];
    check(told, "ann", replied("opposition", Reply::Denied), Some("has not been told"));
    check(told, "ann", replied("government", Reply::None), Some("has not run out"));
    let waited = [told, &[("ann", notified("russia")), ("ann", notified("america"))]].concat();
    check(&waited, "ann", replied("government", Reply::None), None);
    check(&waited, "ann", tasked(), Some("government"));
    check(&waited, "ann", notified("government"), Some("already"));
    check(&to_the_board()[..3], "ann", replied("government", Reply::Justified), Some("already"));
}

#[test]
fn a_violation_is_somebodys_and_an_accident_nobodys() {
    let board = to_the_board();
    check(&board, "ann", found(Finding::Violation, &[], None), Some("by whom"));
    check(&board, "ann", found(Finding::Violation, &["government"], None), None);
    check(&board, "ann", found(Finding::Both, &["government"], None), Some("two parties"));
    check(&board, "ann", found(Finding::Both, &["government", "opposition"], None), None);
    check(&board, "ann", found(Finding::Undetermined, &["government"], None), Some("nobody"));
    check(&board, "ann", found(Finding::Accident, &[], Some("envoy")), Some("no co-chair"));
}

#[test]
fn a_public_finding_needs_two_people_and_both_keys_or_a_stated_dissent() {
    let by_one = with(to_the_board(), &[("ann", found(Finding::Accident, &[], Some("russia")))]);
    let rights =
        |steps: &[(&str, CaseStep)], by, next: CaseStep| fault(steps, by, &next).map(|f| f.1);
    assert_eq!(rights(&by_one, "ann", public()), Some(true));
    assert_eq!(rights(&by_one, "ann", seconded(None)), Some(true), "the same person again");
    check(&by_one, "bob", seconded(Some("russia")), Some("given already"));
    check(&by_one, "ann", CaseStep::Published { level: Level::Parties }, None);
    let by_two = with(by_one.clone(), &[("bob", seconded(None))]);
    check(&by_two, "ann", public(), Some("missing"));
    let dissent = CaseStep::Dissented { key: "america".into() };
    check(&with(by_two.clone(), &[("cleo", dissent.clone())]), "ann", public(), None);
    check(&with(by_one.clone(), &[("bob", seconded(Some("america")))]), "ann", public(), None);
    check(&with(by_two, &[("cleo", dissent.clone())]), "cleo", dissent, Some("dissent was stated"));
}

#[test]
fn what_comes_after_a_finding_needs_one() {
    let board = to_the_board();
    let action = || CaseStep::Action {
        who: "government".into(),
        what: "withdraw".into(),
        amount: "2 guns".into(),
        place: "sakhour".into(),
        due: "2016-05-10".into(),
    };
    let remedied = |n| CaseStep::Remedied { action: n, remedy: Remedy::Yes };
    let later = [
        seconded(None),
        answered("government", Acceptance::Accepted),
        action(),
        remedied(1),
        public(),
        CaseStep::Reopened,
    ];
    for step in later {
        check(&board, "ann", step, Some("only after the finding"));
    }
    let done = with(board, &[("ann", found(Finding::Accident, &[], None)), ("ann", action())]);
    check(&done, "ann", remedied(1), None);
    check(&done, "ann", remedied(2), Some("number 2"));
    check(&done, "ann", remedied(0), Some("number 0"));
    check(&done, "ann", answered("opposition", Acceptance::Silent), Some("has not run out"));
    check(&done, "ann", notified("opposition"), Some("reopen"));
}

#[test]
fn a_case_taken_up_again_goes_on_from_the_replies_and_keeps_the_former_finding() {
    let again = with(
        to_the_board(),
        &[
            ("ann", found(Finding::Undetermined, &[], None)),
            ("ann", answered("government", Acceptance::Rejected)),
            ("ann", CaseStep::Reopened),
        ],
    );
    let case = so_far(&again);
    assert_eq!((case.stage, case.reopened, case.finding.is_some()), (Stage::Replied, 1, false));
    assert_eq!(case.former_findings.len(), 1);
    assert!(case.parties.iter().all(|p| p.acceptance.is_none() && p.reply.is_some()));
    check(&again, "ann", tasked(), None);
    check(&again, "ann", CaseStep::Board, Some("only after"));
    let gone = with(again, &[("ann", CaseStep::Expunged)]);
    check(&gone, "ann", tasked(), Some("expunged"));
    let hidden = so_far(&gone);
    assert!(hidden.parties.is_empty() && hidden.former_findings.is_empty());
    assert_eq!(hidden.steps.iter().filter(|e| !e.note.is_empty()).count(), 1, "why it was");
}

#[test]
fn a_step_cannot_have_been_taken_before_the_last_one() {
    let world = world();
    let (rules, steps) = (rules(), to_the_board());
    let law = CaseLaw { rules: &rules, parties: &world.parties };
    let early = hour(steps.len() - 2);
    let case = so_far(&steps);
    assert!(admits(&case, &found(Finding::Accident, &[], None), "ann", early, &law).is_err());
    let same = hour(steps.len() - 1);
    assert!(admits(&case, &found(Finding::Accident, &[], None), "ann", same, &law).is_ok());
}

#[test]
fn a_case_without_one_of_its_steps_names_the_first_that_rests_on_it() {
    let world = world();
    let rules = rules();
    let law = CaseLaw { rules: &rules, parties: &world.parties };
    let whole = entries(&to_the_board());
    assert_eq!(first_fault("CASE-1", &whole, &law), None);
    for n in 1..whole.len() {
        let mut left = whole.clone();
        left.remove(n);
        let fault = first_fault("CASE-1", &left, &law).map(|(entry, _)| entry);
        let last = n + 1 == whole.len();
        assert_eq!(fault, (!last).then_some(n as u64 + 1), "without step {n}");
    }
}

#[test]
fn what_the_procedure_does_not_know_may_be_left_out() {
    let world = world();
    let optional =
        vec![Stage::Replied, Stage::Tasked, Stage::Reported, Stage::Committee, Stage::Board];
    let rules = CaseRules { optional, ..rules() };
    let law = CaseLaw { rules: &rules, parties: &world.parties };
    let may = |steps: &[(&str, CaseStep)], next: CaseStep| {
        admits(&so_far(steps), &next, "ann", hour(steps.len()), &law).is_ok()
    };
    let found = || found(Finding::Accident, &[], None);
    let told = [("ann", opened()), ("ann", notified("government"))];
    assert!(!may(&told[..1], CaseStep::Drafted), "the notice is known");
    assert!(may(&told, CaseStep::Drafted) && may(&told, tasked()));
    assert!(!may(&told, found()), "the draft is known");
    assert!(may(&[&told[..], &[("ann", CaseStep::Drafted)]].concat(), found()));
}

#[test]
fn clocks_run_for_who_is_waited_for() {
    let early = so_far(&to_the_board()[..2]);
    let clock = &early.clocks[0];
    assert_eq!((clock.step.as_str(), clock.who.as_str()), ("replied", "government"));
    assert_eq!((clock.due, clock.passed), (hour(3), false));
    let late = case("CASE-1", &entries(&to_the_board()[..2]), &rules(), hour(3));
    assert!(late.clocks[0].passed);
    assert_eq!(so_far(&to_the_board()[..4]).clocks[0].step, "reported");
    assert!(so_far(&to_the_board()).clocks.is_empty());
}

#[test]
fn steps_after_the_time_asked_for_are_not_seen() {
    let early = case("CASE-1", &entries(&to_the_board()), &rules(), hour(1));
    assert_eq!((early.stage, early.steps.len()), (Stage::Notified, 2));
}

#[test]
fn median_and_ninetieth_percentile_of_each_step() {
    let of = |hours: i64| {
        let mut steps = entries(&to_the_board()[..3]);
        steps[2].at = steps[1].at.plus_seconds(hours * 3600);
        case("CASE-1", &steps, &rules(), hour(1000))
    };
    let row = |cases: &[Case], name: &str| {
        let times = step_times(cases);
        let row = times.iter().find(|t| t.step == name).cloned().expect("the step was taken");
        (row.n, row.median_hours, row.p90_hours)
    };
    assert_eq!(row(&[of(4)], "replied"), (1, 4.0, 4.0));
    let ten: Vec<Case> = (1..=10).map(of).collect();
    assert_eq!(row(&ten, "replied"), (10, 5.5, 9.0));
    assert_eq!(row(&ten, "notified"), (10, 1.0, 1.0));
    assert!(step_times(&ten).iter().all(|t| t.step != "opened"));
}

/// A small generator of our own, so that a failure names its seed.
struct Chance(u64);

impl Chance {
    fn below(&mut self, n: usize) -> usize {
        self.0 =
            self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        ((self.0 >> 33) as usize) % n
    }
}

/// What usually comes next.
fn usual(now: &Case, party: &str, key: Option<&str>) -> CaseStep {
    match now.stage {
        Stage::Opened => notified(party),
        Stage::Notified => replied(party, Reply::Denied),
        Stage::Replied => tasked(),
        Stage::Tasked => CaseStep::Reported { report: None },
        Stage::Reported => CaseStep::Drafted,
        Stage::Drafted => CaseStep::Committee,
        Stage::Committee => CaseStep::Board,
        Stage::Board => found(Finding::Violation, &[party], key),
        Stage::Found | Stage::Expunged => seconded(key),
    }
}

/// Whatever people try, what was admitted holds together: no finding without board and field report,
/// nothing public by one person, and replaying the admitted steps finds no fault.
#[test]
fn any_way_through_the_procedure_keeps_its_promises() {
    let world = world();
    let rules = rules();
    let law = CaseLaw { rules: &rules, parties: &world.parties };
    let parties = ["government", "opposition"];
    let people = ["ann", "bob"];
    let (mut published, mut findings) = (0, 0);
    for seed in 0..10_000u64 {
        let mut chance = Chance(seed);
        let mut steps = entries(&[("ann", opened())]);
        for n in 1..40 {
            let party = parties[chance.below(2)];
            let key = [None, Some("russia"), Some("america")][chance.below(3)];
            // Mostly what comes next, sometimes anything.
            let now = case("CASE-1", &steps, &rules, hour(n));
            let next = match chance.below(30) {
                0 | 1 => notified(party),
                2 | 3 => replied(party, Reply::Denied),
                4 => tasked(),
                5 => CaseStep::Reported { report: None },
                6 => CaseStep::Drafted,
                7 => CaseStep::Committee,
                8 => CaseStep::Board,
                9 => found(Finding::Violation, &[party], key),
                10 => seconded(key),
                11 => CaseStep::Dissented { key: "america".into() },
                12 => public(),
                13 => answered(party, Acceptance::Reserved),
                14 => CaseStep::Reopened,
                _ => usual(&now, party, key),
            };
            let by = people[chance.below(2)];
            if admits(&now, &next, by, hour(n), &law).is_ok() {
                let (entry, at) = (n as u64, hour(n));
                let (by, note) = (by.to_owned(), String::new());
                steps.push(CaseEntry { entry, at, by, note, step: next });
            }
        }
        assert_eq!(first_fault("CASE-1", &steps, &law), None, "seed {seed}");
        for (n, entry) in steps.iter().enumerate() {
            let since = steps[..n].iter().rposition(|e| e.step == CaseStep::Reopened).unwrap_or(0);
            let before = |name: &str| steps[since..n].iter().any(|e| e.step.name() == name);
            if entry.step.name() == "found" {
                findings += 1;
                assert!(before("board") && before("reported"), "seed {seed}");
            }
            if entry.step == public() {
                published += 1;
                let now = case("CASE-1", &steps[..=n], &rules, hour(40));
                let finding = now.finding.expect("a finding is published");
                assert_ne!(finding.people[0], finding.people[1], "seed {seed}");
                assert_eq!(finding.keys.len() + finding.dissent.len(), 2, "seed {seed}");
            }
        }
    }
    assert!(findings > 100 && published > 10, "{findings} findings, {published} published");
}
