//! How obligations beside the cessation are kept.

use hudna_judge::{compliance, gather};
use hudna_model::agreement::{Deadline, Deontic};
use hudna_model::words::Standing;
use hudna_model::{
    Act, Bilingual, ComplianceLine, ComplianceStatus, Due, FiledClaim, FollowUp, FollowUpStatus,
    Patrol, Reached, Task, Verdict,
};

use crate::world::{But, World, at, obligation, violence, visit, world};

/// The small world with an obligation to withdraw by a day.
fn due(day: &str) -> World {
    let mut world = world();
    let mut withdraw = obligation("withdraw", Deontic::Require, &[Act::TroopMovement]);
    withdraw.tasks = vec![Task::Withdraw];
    withdraw.deadline = Some(Deadline {
        due: at(&format!("{day}T00:00:00+03:00")),
        reckoned: Bilingual::new("أسبوعان", "two weeks"),
        source: "annex".to_owned(),
    });
    world.agreement.obligations.push(withdraw);
    world
}

fn promise(who: &str, what: Task, status: FollowUpStatus) -> FollowUp {
    FollowUp {
        id: format!("FUP-{who}"),
        who: Some(who.to_owned()),
        to: None,
        what,
        standing: Standing::Agreed,
        due: Due::default(),
        former: vec![],
        status,
        claims: vec!["c-promise".to_owned()],
        fulfilled_by: vec![],
        fulfilled_on: None,
        progress: vec![],
        first_told: at("2016-05-01T12:00:00+03:00"),
        last_told: at("2016-05-01T12:00:00+03:00"),
        silent_days: None,
        words: String::new(),
        reviewed: false,
        owner: None,
        next: None,
        changes: vec![],
    }
}

fn line(world: &World, claims: &[FiledClaim], promises: &[FollowUp], id: &str) -> ComplianceLine {
    patrolled(world, claims, promises, &[], id)
}

fn patrolled(
    world: &World,
    claims: &[FiledClaim],
    promises: &[FollowUp],
    patrols: &[Patrol],
    id: &str,
) -> ComplianceLine {
    let ctx = world.ctx();
    let incidents = gather(claims, &ctx);
    let lines = compliance(&incidents, claims, promises, patrols, &ctx);
    assert!(lines.iter().all(|l| l.obligation != "cease" && l.obligation != "defence"));
    let line = lines.into_iter().find(|l| l.obligation == id).expect("a line");
    assert!(!line.trace.is_empty());
    line
}

fn siege(id: &str, actor: &str) -> FiledClaim {
    let told = violence(id, Act::Siege).report(id).place("sukkari").on("2016-05-01");
    let told = told.target("civilians");
    if actor.is_empty() { told } else { told.actor(actor) }
}

#[test]
fn silence_is_told_as_silence() {
    let line = line(&world(), &[], &[], "aid");
    assert_eq!((line.status, line.by_clock), (ComplianceStatus::NobodyReports, false));
    assert!(line.trace[0].en.contains("Nobody reports"), "{}", line.trace[0].en);
}

#[test]
fn an_incident_speaks_against_it_and_names_who() {
    let claims = [siege("c1", "army").reviewed(), siege("c2", "army").source("local")];
    let line = line(&world(), &claims, &[], "aid");
    assert_eq!(line.status, ComplianceStatus::NotMet);
    assert_eq!((line.parties.as_slice(), line.incidents.len()), (&["army".to_owned()][..], 1));
    assert_eq!((line.claims.len(), line.reviewed), (2, 1));
}

#[test]
fn an_incident_of_nobody_known_leaves_it_open() {
    let line = line(&world(), &[siege("c1", "")], &[], "aid");
    assert_eq!(line.status, ComplianceStatus::Open);
    assert_eq!((line.incidents.len(), line.open.len()), (0, 1));
}

#[test]
fn the_clock_judges_a_deadline_of_which_nobody_reports() {
    let passed = line(&due("2016-04-01"), &[], &[], "withdraw");
    assert_eq!((passed.status, passed.by_clock), (ComplianceStatus::NotMet, true));
    assert_eq!(passed.verdict, Some(Verdict::PossibleBreach));
    let ahead = line(&due("2016-06-01"), &[], &[], "withdraw");
    assert_eq!((ahead.status, ahead.by_clock), (ComplianceStatus::NotDue, false));
    assert_eq!(ahead.verdict, None);
}

#[test]
fn only_a_bound_party_that_did_it_meets_it() {
    let world = due("2016-04-01");
    let check = |who, what, status, expected| {
        let found = line(&world, &[], &[promise(who, what, status)], "withdraw");
        assert_eq!(found.status, expected, "{who} {what}");
    };
    use FollowUpStatus::{Done, Undated};
    check("army", Task::Withdraw, Done, ComplianceStatus::Met);
    check("army", Task::Withdraw, Undated, ComplianceStatus::NotMet);
    check("army", Task::Release, Done, ComplianceStatus::NotMet);
    check("envoy", Task::Withdraw, Done, ComplianceStatus::NotMet);
}

#[test]
fn what_is_done_after_the_deadline_is_met_late() {
    let world = due("2016-04-01");
    let check = |day: &str, status, expected, verdict| {
        let mut done = promise("army", Task::Withdraw, status);
        done.fulfilled_on = Some((day.to_owned(), "2016-04-20".to_owned()));
        let line = line(&world, &[], &[done], "withdraw");
        assert_eq!((line.status, line.by_clock, line.verdict), (expected, false, verdict), "{day}");
        let told = line.trace.iter().any(|s| s.en.contains("only after the day"));
        assert_eq!(told, expected == ComplianceStatus::MetLate, "{:?}", line.trace);
    };
    use FollowUpStatus::{Done, DoneLate};
    check("2016-03-31", Done, ComplianceStatus::Met, None);
    check("2016-04-01", Done, ComplianceStatus::MetLate, Some(Verdict::PossibleBreach));
    check("2016-03-31", DoneLate, ComplianceStatus::MetLate, None);
}

#[test]
fn a_fulfilment_does_not_outweigh_an_incident() {
    let claims = [siege("c1", "army")];
    let mut world = world();
    world.agreement.obligations[1].tasks = vec![Task::DeliverAid];
    let done = [promise("army", Task::DeliverAid, FollowUpStatus::Done)];
    assert_eq!(line(&world, &claims, &done, "aid").status, ComplianceStatus::NotMet);
    assert_eq!(line(&world, &[], &done, "aid").status, ComplianceStatus::Met);
}

/// The small world with a term that gives monitors access.
fn monitored() -> World {
    let mut world = world();
    let access = obligation("monitors", Deontic::Require, &[Act::MonitorDenied]);
    world.agreement.obligations.push(access);
    world
}

fn patrol(id: &str, day: &str, reached: Reached, by: &str) -> Patrol {
    Patrol { by: (!by.is_empty()).then(|| by.to_owned()), ..visit(id, day, "sukkari", reached) }
}

#[test]
fn a_refused_patrol_is_evidence_and_an_unreached_one_is_silence() {
    use ComplianceStatus::{Met, NobodyReports, NotMet, Open};
    use Reached::{No, Refused, Yes};
    let world = monitored();
    let check = |told: &[(Reached, &str)], expected, parties: &[&str]| {
        let rows = told.iter().enumerate();
        let patrols: Vec<Patrol> = rows
            .map(|(n, (reached, by))| patrol(&format!("PAT-{n}"), "2016-05-02", *reached, by))
            .collect();
        let line = patrolled(&world, &[], &[], &patrols, "monitors");
        assert_eq!((line.status, line.by_clock), (expected, false), "{told:?}");
        assert_eq!(line.parties, parties, "{told:?}");
        let of = |wanted| told.iter().filter(|(r, _)| *r == wanted).count();
        let listed = (line.refused.len(), line.unreached.len(), line.reached.len());
        assert_eq!(listed, (of(Refused), of(No), of(Yes)));
        let whole = |b: &Bilingual| !b.en.contains('{') && !b.ar.contains('{');
        assert!(line.trace.iter().all(whole), "{:?}", line.trace);
        line
    };
    let refused = check(&[(Refused, "army"), (Yes, "")], NotMet, &["army"]);
    let told = refused.trace.iter().any(|s| s.en.contains("refused by") && s.en.contains("closed"));
    assert!(told, "{:?}", refused.trace);
    check(&[(Refused, "")], Open, &[]);
    check(&[(Refused, "a band at the road")], Open, &[]);
    check(&[(Refused, "nusra")], NobodyReports, &[]);
    check(&[(Yes, "")], Met, &[]);
    check(&[(Yes, ""), (No, "")], Met, &[]);
    let unreached = check(&[(No, "")], NobodyReports, &[]);
    assert!(unreached.trace[0].en.contains("nobody saw"), "{:?}", unreached.trace);
}

#[test]
fn patrols_count_where_and_while_a_term_of_access_holds() {
    let refused = |day, place| {
        let patrol = visit("PAT-1", day, place, Reached::Refused);
        Patrol { by: Some("army".to_owned()), ..patrol }
    };
    let check = |day, place, term, expected: usize| {
        let line = patrolled(&monitored(), &[], &[], &[refused(day, place)], term);
        assert_eq!(line.refused.len(), expected, "{day} {place} {term}");
    };
    check("2016-05-02", "sukkari", "monitors", 1);
    check("2016-05-02", "sukkari", "aid", 0);
    check("2016-05-02", "nowhere", "monitors", 0);
    check("2016-02-01", "sukkari", "monitors", 0);
    check("2016-06-02", "sukkari", "monitors", 0);
}
