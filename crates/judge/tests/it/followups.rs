//! What was promised and what became of it.

use hudna_judge::follow_ups;
use hudna_model::words::{MeetingStatus, Standing};
use hudna_model::{
    Body, Due, FiledClaim, FollowUp, FollowUpStatus, Modality, PromiseChange, PromiseDecision, Task,
};

use crate::world::{But, at, commitment, meeting, world};

fn board(claims: &[FiledClaim]) -> Vec<FollowUp> {
    let world = world();
    follow_ups(claims, &world.ctx())
}

fn check(claims: &[FiledClaim], expected: &[(&[&str], FollowUpStatus)]) {
    let board = board(claims);
    let found: Vec<_> = board.iter().map(|f| (f.claims.clone(), f.status)).collect();
    let expected: Vec<_> = expected
        .iter()
        .map(|(ids, status)| (ids.iter().map(|i| (*i).to_owned()).collect::<Vec<_>>(), *status))
        .collect();
    assert_eq!(found, expected);
}

fn soon() -> FiledClaim {
    commitment("c1", "support-group", Task::Meet)
        .due(None, None, "soon")
        .words(0, "the support group is to meet soon")
        .received("2016-05-02")
}

#[test]
fn a_promise_without_a_day_is_undated_and_keeps_the_words_used() {
    check(&[soon()], &[(&["c1"], FollowUpStatus::Undated)]);
    let line = &board(&[soon()])[0];
    assert_eq!((line.due.words.as_str(), line.due.end.as_deref()), ("soon", None));
    assert_eq!(line.words, "the support group is to meet soon");
    assert_eq!(line.who.as_deref(), Some("support-group"));
    assert!(line.id.starts_with("FUP-"));
}

#[test]
fn a_day_passed_is_overdue_and_today_is_due() {
    let due = |day| soon().due(Some(day), Some(day), "on");
    check(&[due("2016-05-02")], &[(&["c1"], FollowUpStatus::Overdue)]);
    check(&[due("2016-05-03")], &[(&["c1"], FollowUpStatus::Due)]);
}

#[test]
fn several_tellings_of_one_promise_are_one_line() {
    let again = soon().change(|f| f.claim.id = "c2".to_owned()).report("r2").received("2016-05-03");
    let again = again.words(90, "support group members will meet soon").reviewed();
    check(&[again.clone(), soon()], &[(&["c1", "c2"], FollowUpStatus::Undated)]);
    let line = &board(&[soon(), again])[0];
    assert!(line.reviewed && line.first_told < line.last_told);
}

#[test]
fn other_people_other_tasks_and_other_days_are_other_promises() {
    let other = |f: FiledClaim| f.change(|f| f.claim.id = "c2".to_owned()).report("r2");
    let undated = FollowUpStatus::Undated;
    let brief = other(commitment("c2", "support-group", Task::Brief)).received("2016-05-02");
    assert_eq!(board(&[soon(), brief]).len(), 2);
    let who = other(commitment("c2", "envoy", Task::Meet).words(0, "the envoy is to meet soon"));
    assert_eq!(board(&[soon(), who]).len(), 2);
    let due = |f: FiledClaim, day| f.due(Some(day), Some(day), "on");
    assert_eq!(board(&[due(soon(), "2016-05-09"), due(other(soon()), "2016-05-17")]).len(), 2);
    assert_eq!(board(&[due(soon(), "2016-05-09"), due(other(soon()), "2016-05-09")]).len(), 1);
    check(&[soon(), soon().change(|f| f.claim.background = true)], &[(&["c1"], undated)]);
    check(&[soon().modality(Modality::Denied)], &[]);
}

#[test]
fn a_meeting_of_the_same_people_held_after_it_was_told_keeps_it() {
    let promise = || {
        commitment("c1", "envoy", Task::Meet)
            .to("lavrov")
            .due(Some("2016-05-02"), Some("2016-05-02"), "tomorrow")
            .words(0, "the envoy is to meet the minister tomorrow")
            .received("2016-05-01")
    };
    let held =
        |with, day| meeting("m1", &["envoy", with]).report("r2").received("2016-05-03").on(day);
    let done = FollowUpStatus::Done;
    let overdue = FollowUpStatus::Overdue;
    check(&[promise(), held("lavrov", "2016-05-02")], &[(&["c1"], done)]);
    assert_eq!(board(&[promise(), held("lavrov", "2016-05-02")])[0].fulfilled_by, ["m1"]);
    check(&[promise(), held("russia", "2016-05-03")], &[(&["c1"], FollowUpStatus::DoneLate)]);
    check(&[promise(), held("lavrov", "2016-04-30")], &[(&["c1"], overdue)]);
    check(&[promise(), held("kerry", "2016-05-02")], &[(&["c1"], overdue)]);
    check(&[promise(), held("lavrov", "2016-05-02").report("r1")], &[(&["c1"], overdue)]);
    let planned = held("lavrov", "2016-05-02").modality(Modality::Planned);
    check(&[promise(), planned], &[(&["c1"], overdue)]);
}

#[test]
fn a_group_that_meets_keeps_its_own_promise_and_one_person_elsewhere_does_not() {
    let met = meeting("m1", &["support-group"]).report("r2");
    check(&[soon(), met], &[(&["c1"], FollowUpStatus::Done)]);
    let kerry = commitment("c1", "kerry", Task::Meet).received("2016-05-02");
    let elsewhere = meeting("m1", &["kerry", "council"]).report("r2");
    check(&[kerry, elsewhere], &[(&["c1"], FollowUpStatus::Undated)]);
}

#[test]
fn what_was_agreed_stays_agreed_when_it_is_demanded_again() {
    let standing = |f: FiledClaim, standing| {
        f.change(|f| {
            if let Body::Commitment { status, .. } = &mut f.claim.body {
                *status = standing;
            }
        })
    };
    let again = soon().change(|f| f.claim.id = "c2".to_owned()).report("r2");
    let board = board(&[standing(soon(), Standing::Agreed), standing(again, Standing::Demanded)]);
    assert_eq!(board.iter().map(|f| f.standing).collect::<Vec<_>>(), [Standing::Agreed]);
}

/// The promise told again, later, for another day.
fn again(id: &str, report: &str, told: &str, due: &str) -> FiledClaim {
    let claim = commitment(id, "support-group", Task::Meet);
    claim
        .due(Some(due), Some(due), "on")
        .words(0, "the support group is to meet soon")
        .report(report)
        .received(told)
}

fn former(line: &FollowUp) -> Vec<&str> {
    line.former.iter().filter_map(|f| f.due.end.as_deref()).collect()
}

#[test]
fn a_date_that_slips_stays_with_the_promise() {
    let first = again("c1", "r1", "2016-04-28", "2016-05-01");
    let second = again("c2", "r2", "2016-05-01", "2016-05-09");
    let third = again("c3", "r3", "2016-05-03", "2016-05-17");
    let board = board(&[third.clone(), first.clone(), second.clone()]);
    assert_eq!(board.len(), 1, "{board:?}");
    assert_eq!(board[0].due.end.as_deref(), Some("2016-05-17"));
    assert_eq!(former(&board[0]), ["2016-05-01", "2016-05-09"]);
    assert_eq!(board[0].former[0].claim.as_deref(), Some("c2"));
    assert_eq!(board[0].status, FollowUpStatus::Due);
    // Said again for the same day, it has not slipped.
    let same = again("c4", "r4", "2016-05-02", "2016-05-09");
    assert_eq!(former(&crate::followups::board(&[second, same])[0]), Vec::<&str>::new());
    assert_eq!(former(&crate::followups::board(&[first])[0]), Vec::<&str>::new());
}

#[test]
fn an_earlier_day_or_other_words_are_another_promise() {
    let first = again("c1", "r1", "2016-05-01", "2016-05-09");
    let earlier = again("c2", "r2", "2016-05-02", "2016-05-05");
    assert_eq!(board(&[first.clone(), earlier]).len(), 2);
    let other =
        again("c2", "r2", "2016-05-02", "2016-05-17").words(0, "ministers gather in Vienna");
    assert_eq!(board(&[first, other]).len(), 2);
}

#[test]
fn a_promise_that_was_kept_does_not_slip() {
    let first = again("c1", "r1", "2016-04-28", "2016-05-01");
    let held =
        meeting("m1", &["support-group"]).report("r2").received("2016-05-02").on("2016-05-01");
    let next = again("c2", "r3", "2016-05-03", "2016-05-17");
    let board = board(&[first, held, next]);
    let statuses: Vec<_> = board.iter().map(|f| f.status).collect();
    assert_eq!(statuses, [FollowUpStatus::Due, FollowUpStatus::Done]);
}

fn decision(entry: u64, day: &str, change: PromiseChange) -> PromiseDecision {
    let (claim, by, why) = ("c1".to_owned(), "ann".to_owned(), "because".to_owned());
    PromiseDecision { claim, change, why, by, at: at(&format!("{day}T12:00:00+03:00")), entry }
}

fn changed(claims: &[FiledClaim], changes: Vec<PromiseDecision>) -> FollowUp {
    let mut world = world();
    world.decisions.promises = changes;
    follow_ups(claims, &world.ctx()).remove(0)
}

fn slip(start: &str, end: &str) -> PromiseChange {
    let day = |d: &str| (!d.is_empty()).then(|| d.to_owned());
    PromiseChange::Slip { due: Due { start: day(start), end: day(end), words: String::new() } }
}

fn done(partly: bool) -> PromiseChange {
    PromiseChange::Done { partly, evidence: vec!["m9".to_owned()], on: None }
}

#[test]
fn a_person_moves_a_date_and_what_held_before_stays() {
    let told = again("c1", "r1", "2016-04-28", "2016-05-01");
    let moves = vec![
        decision(7, "2016-05-01", slip("2016-05-09", "2016-05-09")),
        decision(8, "2016-05-02", slip("2016-05-10", "2016-05-12")),
    ];
    let line = changed(std::slice::from_ref(&told), moves);
    assert_eq!(
        (line.due.start.as_deref(), line.due.end.as_deref()),
        (Some("2016-05-10"), Some("2016-05-12"))
    );
    assert_eq!(former(&line), ["2016-05-01", "2016-05-09"]);
    assert_eq!(line.former.iter().map(|f| f.entry).collect::<Vec<_>>(), [Some(7), Some(8)]);
    assert_eq!(line.status, FollowUpStatus::Due);
    assert_eq!(changed(&[told], vec![]).status, FollowUpStatus::Overdue);
    let soon =
        changed(&[soon()], vec![decision(7, "2016-05-03", slip("2016-05-09", "2016-05-09"))]);
    assert_eq!(soon.former[0].due.words, "soon", "the word stays");
}

#[test]
fn of_done_dropped_and_slipped_the_last_one_holds() {
    let check = |changes: Vec<PromiseDecision>, expected| {
        assert_eq!(changed(&[soon()], changes).status, expected);
    };
    check(vec![decision(1, "2016-05-03", done(false))], FollowUpStatus::Done);
    check(vec![decision(1, "2016-05-03", done(true))], FollowUpStatus::Partly);
    check(vec![decision(1, "2016-05-03", PromiseChange::Drop)], FollowUpStatus::Dropped);
    let both = |a, b| vec![decision(1, "2016-05-02", a), decision(2, "2016-05-03", b)];
    check(both(PromiseChange::Drop, done(false)), FollowUpStatus::Done);
    check(both(done(false), PromiseChange::Drop), FollowUpStatus::Dropped);
    check(both(PromiseChange::Drop, slip("2016-05-09", "2016-05-09")), FollowUpStatus::Due);
    check(vec![decision(1, "2016-05-04", done(false))], FollowUpStatus::Undated);
    let line = changed(&[soon()], vec![decision(1, "2016-05-03", done(false))]);
    assert_eq!(line.fulfilled_by, ["m9"]);
}

#[test]
fn what_is_kept_after_its_day_is_done_late() {
    let told = || again("c1", "r1", "2016-04-28", "2016-05-01");
    let held =
        |day: &str| meeting("m1", &["support-group"]).report("r2").received("2016-05-03").on(day);
    let check = |claims: &[FiledClaim], changes, status, on: Option<&str>| {
        let line = changed(claims, changes);
        assert_eq!(line.status, status, "{on:?}");
        assert_eq!(line.fulfilled_on.as_ref().map(|(first, _)| first.as_str()), on);
        assert_eq!(line.silent_days, None);
    };
    use FollowUpStatus::{Done, DoneLate, Overdue};
    check(&[told()], vec![], Overdue, None);
    check(&[told(), held("2016-05-01")], vec![], Done, Some("2016-05-01"));
    check(&[told(), held("2016-05-02")], vec![], DoneLate, Some("2016-05-02"));
    let entered = |on: &str| {
        let on = (!on.is_empty()).then(|| on.to_owned());
        let done = PromiseChange::Done { partly: false, evidence: vec![], on };
        vec![decision(7, "2016-05-03", done)]
    };
    check(&[told()], entered("2016-05-01"), Done, Some("2016-05-01"));
    check(&[told()], entered("2016-05-02"), DoneLate, Some("2016-05-02"));
    check(&[told(), held("2016-05-01")], entered("2016-05-02"), DoneLate, Some("2016-05-02"));
    // Nobody says when: whether it was late is not known.
    check(&[told()], entered(""), Done, None);
}

#[test]
fn an_owner_and_what_is_next_are_those_named_last() {
    let assign = |owner: &str, next: Option<&str>| PromiseChange::Assign {
        owner: owner.to_owned(),
        next: next.map(str::to_owned),
    };
    let line = changed(
        &[soon()],
        vec![
            decision(1, "2016-05-01", assign("ann", Some("call"))),
            decision(2, "2016-05-02", assign("bob", None)),
            decision(3, "2016-05-03", PromiseChange::Note { next: None }),
        ],
    );
    assert_eq!((line.owner.as_deref(), line.next.as_deref()), (Some("bob"), Some("call")));
    assert_eq!(line.changes.len(), 3);
}

#[test]
fn days_without_a_sign_of_life_are_counted_from_a_number_on() {
    let silent = |told: &str| changed(&[soon().received(told)], vec![]).silent_days;
    assert_eq!(silent("2016-04-20"), None);
    assert_eq!(silent("2016-04-19"), Some(14));
    let old = soon().received("2016-03-01");
    let note = PromiseChange::Note { next: None };
    assert_eq!(
        changed(std::slice::from_ref(&old), vec![decision(1, "2016-05-01", note)]).silent_days,
        None
    );
    assert_eq!(
        changed(std::slice::from_ref(&old), vec![decision(1, "2016-03-02", done(false))])
            .silent_days,
        None
    );
    let touching = meeting("m1", &["support-group", "envoy"]).report("r2").received("2016-05-01");
    let planned = touching.words(0, "the support group will meet").change(|f| {
        if let Body::Meeting { status, .. } = &mut f.claim.body {
            *status = MeetingStatus::Planned;
        }
    });
    let line = changed(&[old, planned], vec![]);
    assert_eq!((line.progress.as_slice(), line.silent_days), (["m1".to_owned()].as_slice(), None));
}

#[test]
fn what_is_said_elsewhere_or_by_others_does_not_touch_a_promise() {
    let promise = || commitment("c1", "envoy", Task::Brief).to("council").received("2016-05-01");
    let promise = || promise().words(0, "the envoy is to brief the council soon");
    let touched = |claim: FiledClaim| changed(&[promise(), claim], vec![]).progress.len();
    let planned = |who: &[&str]| {
        let meeting = meeting("m1", who).report("r2").received("2016-05-02");
        meeting.words(0, "nothing of this kind").modality(Modality::Planned)
    };
    assert_eq!(touched(planned(&["envoy", "council"])), 1);
    assert_eq!(touched(planned(&["envoy", "kerry"])), 0);
    assert_eq!(touched(planned(&["council", "kerry"])), 0);
    assert_eq!(touched(planned(&["envoy", "council"]).report("r1")), 0);
    assert_eq!(touched(planned(&["envoy", "council"]).received("2016-04-30")), 0);
}
