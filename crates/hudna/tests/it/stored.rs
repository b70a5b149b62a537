//! The picture from the derived rows is the picture judged anew.

use hudna::derive::{self, picture, rebuild, stored};
use hudna::facts::Facts;
use hudna::model::Situation;

use crate::world::{data, env, example_store, small_store, spoil, store};

fn json(s: &Situation) -> String {
    serde_json::to_string(s).unwrap()
}

#[test]
fn rows_give_the_same_picture_byte_for_byte() {
    let (dir, env) = (example_store(), env(60));
    let store = store(dir.path(), &env);
    let facts = Facts::load(&store, None).unwrap();
    let anew = picture(&facts, data(), derive::head(&store).unwrap()).unwrap();
    let kept = stored(&store, data(), &facts).unwrap().expect("the rows fit");
    assert!(!kept.incidents.is_empty() && !kept.follow_ups.is_empty());
    assert_eq!(json(&kept), json(&anew));
}

#[track_caller]
fn check_unfit(spoiling: &str) {
    let (dir, env) = (example_store(), env(61));
    spoil(dir.path(), spoiling);
    let store = store(dir.path(), &env);
    let facts = Facts::load(&store, None).unwrap();
    assert!(stored(&store, data(), &facts).unwrap().is_none(), "{spoiling}");
    rebuild(&store, data()).unwrap();
    assert!(stored(&store, data(), &facts).unwrap().is_some(), "made again, they fit");
}

#[test]
fn rows_that_do_not_fit_are_not_taken() {
    check_unfit("DELETE FROM derived_meta");
    check_unfit("UPDATE derived_meta SET json = replace(json, '\"size\":', '\"size\":1')");
    check_unfit("UPDATE derived_meta SET json = replace(json, '2016-05-03', '2016-05-02')");
    check_unfit("UPDATE derived_meta SET json = replace(json, '\"rules\":\"', '\"rules\":\"0')");
    check_unfit("UPDATE incidents SET json = 'no JSON' WHERE id = (SELECT min(id) FROM incidents)");
}

#[test]
fn another_time_is_judged_anew() {
    let (dir, env) = (example_store(), env(62));
    let store = store(dir.path(), &env);
    let then = "2016-04-29T21:00:00+03:00".parse().unwrap();
    let facts = Facts::load(&store, Some(then)).unwrap();
    assert!(stored(&store, data(), &facts).unwrap().is_none());
}

#[test]
fn a_store_without_an_agreement_has_no_picture() {
    let (dir, env) = (small_store(3), env(63));
    let store = store(dir.path(), &env);
    let facts = Facts::load(&store, None).unwrap();
    assert_eq!(stored(&store, data(), &facts).unwrap_err().exit(), 2);
}
