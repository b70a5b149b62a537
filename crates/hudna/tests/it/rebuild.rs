//! What is derived can be thrown away and comes out the same.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use hudna::derive::rebuild;
use hudna::model::Situation;
use hudna::store::DERIVED_TABLES;

use crate::world::{
    data, derived, env, example, example_store, folder, followed, sound, spoil, store,
};

fn check(spoiling: &str) {
    let (dir, env) = (example_store(), env(20));
    let before = derived(&store(dir.path(), &env));
    assert!(before.values().all(|rows| !rows.is_empty()), "every table has rows to lose");
    spoil(dir.path(), spoiling);
    let store = store(dir.path(), &env);
    rebuild(&store, data()).expect("the tables are made again");
    assert_eq!(derived(&store), before);
    drop(store);
    sound(dir.path(), true);
}

#[test]
fn nothing_changes_by_rebuilding() {
    check("");
}

#[test]
fn all_derived_rows_come_back() {
    let all: String = DERIVED_TABLES.map(|t| format!("DELETE FROM {t};")).concat();
    check(&all);
}

#[test]
fn spoilt_rows_are_put_right() {
    check(
        "UPDATE areas SET json = '{}'; DELETE FROM claims WHERE id > 'c8'; \
           INSERT INTO incidents VALUES ('INC-000000', 'no JSON');",
    );
}

/// The example with its reports in another order.
fn turned(dir: &Path, turn: usize) {
    let text = std::fs::read_to_string(example().join("story.toml")).unwrap();
    let (head, rest) = text.split_once("[[report]]").expect("the story has reports");
    let (reports, decisions) = rest.split_once("[[decision]]").expect("and decisions");
    let mut list: Vec<&str> = reports.split("[[report]]").collect();
    list.rotate_left(turn);
    list.reverse();
    let told: String = list.iter().map(|r| format!("\n[[report]]\n{r}\n")).collect();
    let text = format!("{head}{told}\n[[decision]]{decisions}");
    std::fs::write(dir.join("story.toml"), text).unwrap();
    std::fs::copy(example().join("counts.csv"), dir.join("counts.csv")).unwrap();
    std::fs::create_dir(dir.join("reports")).unwrap();
    for file in std::fs::read_dir(example().join("reports")).unwrap() {
        let file = file.unwrap();
        std::fs::copy(file.path(), dir.join("reports").join(file.file_name())).unwrap();
    }
}

fn partition(situation: &Situation) -> BTreeSet<BTreeSet<String>> {
    situation.incidents.iter().map(|i| i.claims.iter().cloned().collect()).collect()
}

fn in_order(turn: usize) -> (Situation, BTreeMap<String, String>) {
    let (story, dir, env) = (folder(), folder(), env(21));
    turned(story.path(), turn);
    let store = store(dir.path(), &env);
    let done = followed(story.path(), &store, &env).expect("the turned story can be followed");
    (done.situation, store.table("claims").unwrap())
}

#[test]
fn another_order_of_reports_gives_the_same_incidents() {
    let (dir, env) = (example_store(), env(22));
    let store = store(dir.path(), &env);
    let told = hudna::derive::situation(&store, data(), None).unwrap();
    let claims = store.table("claims").unwrap();
    for turn in [0, 5] {
        let (other, other_claims) = in_order(turn);
        assert_eq!(partition(&other), partition(&told));
        assert_eq!(other_claims, claims);
        assert_eq!(other.incidents, told.incidents);
        assert_eq!(other.areas, told.areas);
        assert_eq!(other.follow_ups, told.follow_ups);
    }
}
