//! What was promised and what became of it.

use hudna_judge::follow_ups;
use hudna_model::words::Standing;
use hudna_model::{Body, FiledClaim, FollowUp, FollowUpStatus, Modality, Task};

use crate::world::{But, commitment, meeting, world};

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
    check(&[promise(), held("russia", "2016-05-03")], &[(&["c1"], done)]);
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
