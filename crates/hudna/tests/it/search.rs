//! Finding things in the example.

use std::sync::OnceLock;

use hudna::derive;
use hudna::model::Situation;
use hudna::search::{FollowQuery, HitKind, Index, Query, ReportQuery};

use crate::world::{data, env, example_store, store};

fn example() -> &'static (Situation, Index) {
    static DONE: OnceLock<(Situation, Index)> = OnceLock::new();
    DONE.get_or_init(|| {
        let (dir, env) = (example_store(), env(70));
        let situation = derive::situation(&store(dir.path(), &env), data(), None).unwrap();
        let index = Index::new(&situation, data());
        (situation, index)
    })
}

fn pairs(text: &str) -> Vec<(String, String)> {
    let pairs = text.split('&').filter(|p| !p.is_empty());
    pairs.map(|p| p.split_once('=').unwrap()).map(|(n, v)| (n.into(), v.into())).collect()
}

/// Incidents that a query finds, by their ids.
fn found(query: &str) -> Vec<String> {
    let (s, index) = example();
    index.incidents(s, &Query::parse(pairs(query)).unwrap()).ids
}

#[track_caller]
fn check_same(a: &str, b: &str) {
    assert!(!found(a).is_empty(), "{a} finds something");
    assert_eq!(found(a), found(b), "{a} | {b}");
}

#[test]
fn both_languages_and_every_spelling_find_the_same() {
    check_same("q=aleppo&per=500", "q=ALEPPO&per=500");
    // Words of reports are found too, so each language may find more than the other.
    for query in ["q=Aleppo&area=sy-aleppo&per=500", "q=حلب&area=sy-aleppo&per=500"] {
        check_same(query, "area=sy-aleppo&per=500");
    }
    check_same("q=إدلب", "q=ادلب");
    check_same("q=الغارات", "q=غارات");
}

#[test]
fn a_filter_of_the_command_line_finds_what_the_list_shows() {
    let (s, _) = example();
    let in_aleppo = s.incidents.iter().filter(|i| i.area.as_deref() == Some("sy-aleppo"));
    let told: Vec<String> = in_aleppo.map(|i| i.id.clone()).collect();
    assert!(told.len() > 1);
    assert_eq!(found("area=sy-aleppo&per=500"), told);
}

#[test]
fn every_incident_is_found_by_its_id() {
    let (s, index) = example();
    for (at, incident) in s.incidents.iter().enumerate() {
        assert_eq!(index.incident(s, &incident.id), Some(at));
        let hits = index.anything(s, &incident.id, 5);
        assert_eq!((hits[0].kind, &hits[0].id), (HitKind::Incident, &incident.id));
    }
    assert_eq!(index.incident(s, "INC-XXXXXX"), None);
}

#[test]
fn promises_are_found() {
    let (s, index) = example();
    let ids = |q: &str| index.follow_ups(s, &FollowQuery::parse(pairs(q)).unwrap());
    let board: Vec<&String> = s.follow_ups.iter().map(|f| &f.id).collect();
    let all = ids("per=500");
    assert_eq!(all.ids.iter().collect::<Vec<_>>(), board, "the order of the board");
    let (undated, dated) = (ids("no_date=yes"), ids("no_date=no"));
    assert!(undated.total > 0 && dated.total > 0);
    assert_eq!(undated.total + dated.total, all.of);
    assert_eq!(ids("status=overdue").total, ids("overdue=yes").total);
    let late = ids("due_from=2016-05-04&sort=due");
    assert!(late.positions.iter().all(|at| s.follow_ups[*at].due != Default::default()));
    let facet = all.facets.iter().find(|f| f.field == "status").unwrap();
    for (status, n) in &facet.values {
        assert_eq!(ids(&format!("status={status}")).total, *n);
    }
    let first = &s.follow_ups[0];
    let found = ids(&format!("q={}&per=500", first.id)).ids;
    assert_eq!(found, std::slice::from_ref(&first.id));
    assert!(FollowQuery::parse(pairs("verdict=breach")).is_err());
}

#[test]
fn reports_are_found() {
    let (s, index) = example();
    let ids = |q: &str| index.reports(s, &ReportQuery::parse(pairs(q)).unwrap());
    let all = ids("per=500");
    assert_eq!(all.total, s.reports.len());
    let received: Vec<_> = all.ids.iter().map(|id| s.reports[id].received).collect();
    assert!(received.is_sorted_by(|a, b| a >= b), "the last received first");
    let turned: Vec<String> = ids("per=500&sort=oldest").ids.into_iter().rev().collect();
    assert_eq!(turned, all.ids);
    for facet in &all.facets {
        for (value, n) in &facet.values {
            assert_eq!(ids(&format!("{}={value}", facet.field)).total, *n);
        }
    }
    let day = ids("from=2016-04-28&to=2016-04-28&per=500");
    assert!(day.total > 0);
    let on = |id: &String| s.reports[id].published.as_deref() == Some("2016-04-28");
    assert!(day.ids.iter().all(on));
    let positions: Vec<&String> =
        day.positions.iter().map(|at| s.reports.keys().nth(*at).unwrap()).collect();
    assert_eq!(positions, day.ids.iter().collect::<Vec<_>>());
}
