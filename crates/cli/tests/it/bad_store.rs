//! No store, and stores that are damaged.

use hudna::store::DATABASE;
use rusqlite::Connection;

use crate::run::{check, copy, folder, followed, on, run};

#[test]
fn no_store() {
    let dir = folder();
    let none = dir.path().join("none");
    for words in [
        &["areas"][..],
        &["incidents"],
        &["incident", "x"],
        &["tolls"],
        &["followups"],
        &["sources"],
        &["why", "S1"],
        &["brief"],
        &["verify"],
        &["verify", "--derived"],
        &["rebuild"],
    ] {
        check(&on(&none, words), 3, &["there is no store in", "--store"]);
        check(&on(dir.path(), words), 3, &["there is no store in"]);
    }
    assert!(!none.exists(), "looking makes nothing");
    assert_eq!(std::fs::read_dir(dir.path()).expect("listed").count(), 0);
    check(&run(&["verify", "/nowhere/at-all"]), 3, &["/nowhere/at-all"]);
}

#[test]
fn a_store_without_a_story() {
    let dir = folder();
    check(&on(dir.path(), &["generate", "--reports", "3"]), 0, &[]);
    check(&on(dir.path(), &["areas"]), 2, &["hudna follow"]);
    check(&on(dir.path(), &["verify", "--derived"]), 0, &[]);
}

#[test]
fn a_sound_store() {
    let ran = on(followed(), &["verify", "--derived", "--format", "json"]);
    check(&ran, 0, &[]);
    let told = ran.json();
    assert_eq!(told["faults"].as_array().map(Vec::len), Some(0));
    assert!(told["entries"].as_u64() > Some(40) && told["derived"].as_u64() > Some(100));
    assert_eq!((&told["stale"], told["root"].as_str().map(str::len)), (&false.into(), Some(64)));
    let path = followed().to_str().expect("UTF-8");
    check(&run(&["verify", path, "--format", "table"]), 0, &[]);
}

/// After the change verify fails and names the row, to people and to machines.
fn spoilt(sql: &str, words: &[&str], name: &str) {
    let store = copy();
    let connection = Connection::open(store.path().join(DATABASE)).expect("opens");
    connection.execute_batch(sql).expect("the change works");
    drop(connection);
    for format in ["json", "table"] {
        let ran = on(store.path(), &[words, &["--format", format]].concat());
        check(&ran, 3, &[]);
        assert!(ran.out.contains(name), "\"{name}\" is not in: {}", ran.out);
    }
}

#[test]
fn a_changed_byte_is_named() {
    let flip = "UPDATE entries SET payload = CAST(replace(payload, '2016', '2017') AS BLOB) WHERE idx = 20";
    spoilt(flip, &["verify"], "entry 20: payload does not match its commitment");
    spoilt(
        "UPDATE areas SET json = replace(json, '1.44', '0.44')",
        &["verify", "--derived"],
        "areas AREA-sy-aleppo",
    );
    spoilt("DELETE FROM heads", &["verify"], "checkpoint: ");
}

#[test]
fn a_file_that_is_no_database() {
    let store = copy();
    std::fs::write(
        store.path().join(DATABASE),
        "no database at all, but long enough to look".repeat(99),
    )
    .expect("written");
    for words in
        [&["areas"][..], &["rebuild"], &["why", "S1"], &["verify"], &["verify", "--derived"]]
    {
        check(&on(store.path(), words), 3, &[]);
    }
    std::fs::write(store.path().join(DATABASE), "").expect("written");
    check(&on(store.path(), &["areas"]), 3, &[]);
    check(&on(store.path(), &["verify"]), 3, &[]);
}

/// A payload that cannot be read is said to be damage, not a fault of the user.
#[test]
fn a_payload_that_cannot_be_read() {
    let store = copy();
    let connection = Connection::open(store.path().join(DATABASE)).expect("opens");
    connection.execute("UPDATE entries SET payload = x'00' WHERE idx = 20", []).expect("works");
    drop(connection);
    check(&on(store.path(), &["areas"]), 3, &["entry 20", "hudna verify"]);
    check(&on(store.path(), &["rebuild"]), 3, &["entry 20"]);
}

#[test]
fn keys_that_are_gone() {
    let store = copy();
    std::fs::remove_file(store.path().join("operator.key")).expect("removed");
    check(&on(store.path(), &["areas"]), 0, &[]);
    check(&on(store.path(), &["verify", "--derived"]), 0, &[]);
    check(&on(store.path(), &["rebuild"]), 3, &["operator.key"]);
    std::fs::remove_file(store.path().join("operator.vkey")).expect("removed");
    check(&on(store.path(), &["verify"]), 3, &["operator.vkey"]);
}

#[test]
fn a_store_that_is_a_file() {
    let dir = folder();
    let file = dir.path().join("file");
    std::fs::write(&file, "x").expect("written");
    check(&on(&file, &["areas"]), 3, &["there is no store"]);
    check(&on(&file, &["generate", "--reports", "1"]), 3, &["file"]);
}
