use hudna_model::{Case, CaseStep, Reply, Stage};

use super::*;

/// Who has a right, in the order of roles.
#[track_caller]
fn check(right: Right, expected: &[Role]) {
    let have: Vec<Role> = Role::ALL.iter().copied().filter(|r| may(*r, right)).collect();
    assert_eq!(have, expected, "{right}");
}

const DESK: [Role; 2] = [Role::Analyst, Role::Reviewer];

#[test]
fn the_table() {
    use Role::*;
    let own: Vec<Role> = Role::ALL.iter().copied().filter(|r| *r != Public).collect();
    check(Right::SeePublic, Role::ALL);
    check(Right::SeeAreas, &[Monitor, Analyst, Reviewer, CoChair, Envoy]);
    check(Right::SeeIncidents, &[Monitor, Analyst, Reviewer, CoChair]);
    check(Right::SeeReports, &[Monitor, Analyst, Reviewer, CoChair]);
    check(Right::SeeCases, &[Analyst, Reviewer, Party, CoChair]);
    check(Right::SeeBriefs, &[Analyst, Reviewer, CoChair, Envoy]);
    check(Right::SeeSources, &[Analyst, Reviewer, CoChair, Keeper]);
    check(Right::SeeLedger, &[Analyst, Reviewer, Party, CoChair, Administrator]);
    check(Right::SeePeople, &[Analyst, Reviewer, CoChair, Administrator]);
    check(Right::Submit, &[Monitor, Analyst, Reviewer]);
    check(Right::Code, &[Monitor, Analyst, Reviewer]);
    for right in [Right::Merge, Right::Grade, Right::Ask, Right::Case, Right::Names, Right::Export]
    {
        check(right, &DESK);
    }
    check(Right::FollowUp, &[Analyst, Reviewer, Envoy]);
    check(Right::Finding, &[Reviewer, CoChair]);
    check(Right::Reply, &[Party]);
    check(Right::Compose, &[Analyst, Reviewer, Envoy]);
    check(Right::Freeze, &[Reviewer, Envoy]);
    check(Right::Rights, &[Administrator]);
    check(Right::Mode, &[Administrator]);
    check(Right::Own, &own);
}

#[test]
fn names_lead_back() {
    for role in Role::ALL {
        assert_eq!(Role::parse(role.name()), Some(*role));
        assert_eq!(serde_json::to_string(role).unwrap(), format!("\"{}\"", role.name()));
        let all: Vec<Right> = rights(*role).collect();
        for (n, right) in all.iter().enumerate() {
            assert!(!all[..n].contains(right), "{role} has {right} twice");
        }
    }
    assert!(Right::ALL.iter().all(|r| Right::parse(r.name()) == Some(*r)));
    assert!(Mode::ALL.iter().all(|m| Mode::parse(m.name()) == Some(*m)));
    assert_eq!((Role::parse("root"), Right::parse(""), Mode::parse("open")), (None, None, None));
}

fn asker(role: Role, party: Option<&str>) -> Asker {
    let (areas, party) = (vec!["sy-aleppo".to_owned()], party.map(str::to_owned));
    Asker { person: Some("P-1".into()), name: "ann".into(), role, areas, party, guest: false }
}

/// What stands against it; nothing when it may be done.
#[track_caller]
fn asked(role: Role, right: Right, mode: Mode, expected: &str) {
    let asker = if role == Role::Public { Asker::public() } else { asker(role, None) };
    let error = asker.ask(right, mode).err();
    assert_eq!(error.as_ref().map_or("", Error::code), expected, "{role} {right} {mode}");
    assert!(error.is_none_or(|e| e.exit() == 4), "somebody else would have the right");
}

use crate::error::Error;

#[test]
fn modes() {
    asked(Role::Analyst, Right::Merge, Mode::Normal, "");
    asked(Role::Analyst, Right::Merge, Mode::ReadOnly, "told-read-only");
    asked(Role::Analyst, Right::SeeReports, Mode::ReadOnly, "");
    asked(Role::Analyst, Right::Own, Mode::ReadOnly, "");
    asked(Role::Analyst, Right::Own, Mode::Closed, "told-closed");
    asked(Role::Analyst, Right::Mode, Mode::Normal, "told-no-right");
    asked(Role::Analyst, Right::Mode, Mode::ReadOnly, "told-no-right");
    asked(Role::Public, Right::SeePublic, Mode::ReadOnly, "");
    asked(Role::Public, Right::SeePublic, Mode::Closed, "told-closed");
    asked(Role::Public, Right::SeeReports, Mode::Normal, "told-not-signed-in");
    asked(Role::Public, Right::SeeReports, Mode::Closed, "told-closed");
    for mode in Mode::ALL {
        asked(Role::Administrator, Right::Mode, *mode, "");
        asked(Role::Administrator, Right::Rights, *mode, "");
    }
    asked(Role::Administrator, Right::SeeReports, Mode::Closed, "told-closed");
}

#[test]
fn nothing_that_is_seen_is_written() {
    let sees = Right::ALL.iter().filter(|r| r.name().starts_with("see_"));
    assert!(sees.clone().count() == 9 && sees.clone().all(|r| !r.writes()));
}

#[test]
fn a_monitor_sees_own_areas_and_a_guest_all() {
    let (monitor, guest) = (asker(Role::Monitor, None), Asker::guest("guest"));
    assert!(monitor.sees_area(Some("sy-aleppo")));
    assert!(!monitor.sees_area(Some("sy-idlib")) && !monitor.sees_area(None));
    assert!(guest.sees_area(None) && guest.may(Right::Merge) && guest.guest);
}

fn case(party: &str) -> Case {
    let text = format!(
        r#"{{"id":"CASE-1","incident":null,"stage":"{}","parties":[{{"party":"{party}",
        "notified":null,"reply_due":null,"reply":null,"acceptance":null}}],"tasked":null,
        "finding":null,"former_findings":[],"actions":[],"published":null,"reopened":0,
        "clocks":[],"steps":[]}}"#,
        Stage::Notified
    );
    serde_json::from_str(&text).unwrap()
}

#[test]
fn a_party_sees_cases_that_name_it() {
    let army = asker(Role::Party, Some("army"));
    assert!(army.sees_case(&case("army")) && !army.sees_case(&case("rebels")));
    assert!(!asker(Role::Party, None).sees_case(&case("army")));
    assert!(asker(Role::CoChair, Some("us")).sees_case(&case("army")));
    assert!(!asker(Role::Monitor, None).sees_case(&case("army")));
    let mut public = case("army");
    assert!(!Asker::public().sees_case(&public));
    public.published = Some(hudna_model::Level::Parties);
    assert!(!Asker::public().sees_case(&public));
    public.published = Some(hudna_model::Level::Public);
    assert!(Asker::public().sees_case(&public));
}

#[test]
fn nobody_replies_or_turns_a_key_for_another() {
    let step = |asker: &Asker, step| asker.ask_step(&step, Mode::Normal).map_err(|e| e.code());
    let replied = |p: &str| CaseStep::Replied { party: p.into(), reply: Reply::Denied };
    let second = |key: Option<&str>| CaseStep::Seconded { key: key.map(str::to_owned) };
    let (army, chair) = (asker(Role::Party, Some("army")), asker(Role::CoChair, Some("us")));
    assert_eq!(step(&army, replied("army")), Ok(()));
    assert_eq!(step(&army, replied("rebels")), Err("told-not-yours"));
    assert_eq!(step(&army, second(None)), Err("told-no-right"));
    assert_eq!(step(&chair, second(Some("us"))), Ok(()));
    assert_eq!(step(&chair, second(Some("russia"))), Err("told-not-yours"));
    assert_eq!(step(&chair, CaseStep::Dissented { key: "russia".into() }), Err("told-not-yours"));
    assert_eq!(step(&chair, replied("army")), Err("told-no-right"));
    assert_eq!(step(&asker(Role::Reviewer, None), second(None)), Ok(()));
    assert_eq!(step(&asker(Role::Reviewer, None), second(Some("us"))), Err("told-not-yours"));
    assert_eq!(step(&asker(Role::Analyst, None), CaseStep::Drafted), Ok(()));
}

#[test]
fn a_monitor_sees_reports_that_speak_of_own_areas() {
    let areas = |ids: &[&str]| ids.iter().map(|id| (*id).to_owned()).collect();
    let (monitor, analyst) = (asker(Role::Monitor, None), asker(Role::Analyst, None));
    let sees = |asker: &Asker, ids: Option<&[&str]>| asker.sees_report(ids.map(areas).as_ref());
    assert!(sees(&monitor, Some(&["sy-idlib", "sy-aleppo"])));
    assert!(!sees(&monitor, Some(&["sy-idlib"])) && !sees(&monitor, None));
    assert!(sees(&analyst, Some(&["sy-idlib"])) && sees(&analyst, None));
    assert!(!sees(&Asker::public(), Some(&["sy-aleppo"])));
    assert!(!sees(&asker(Role::Administrator, None), None));
}

#[test]
fn what_it_takes_to_enter_something() {
    use crate::record::{ModeRecord, Record, UndoRecord};
    let why = String::new();
    let mode = Record::Mode(ModeRecord { mode: Mode::Closed, why: why.clone() });
    assert_eq!(needs(&mode), Some(Right::Mode));
    assert_eq!(needs(&Record::Undo(UndoRecord { entry: 1, also: vec![2], why })), None);
}
