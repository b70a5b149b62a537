//! Cut, rewritten and rolled-back tails; heads and the checkpoint beside the database.

use std::path::Path;

use hudna::store::CHECKPOINT;
use hudna_ledger::{Entry, commit};

use crate::world::{
    copy, database, env, example_store, named, small_store, sound, spoil, store, verified,
};

fn check(sql: &str, name: &str) {
    let dir = small_store(5);
    grow(dir.path());
    sound(dir.path(), false);
    spoil(dir.path(), sql);
    let found = verified(dir.path(), false);
    assert!(named(&found, name), "{sql}: {:?}", found.faults);
}

/// Adds a second group, so that an older head stands in the store.
fn grow(folder: &Path) {
    let env = env(50);
    let store = store(folder, &env);
    hudna::generate::generate(&store, &env, 3, 8, &mut |_| {}).unwrap();
}

#[test]
fn a_cut_tail_is_found() {
    check("DELETE FROM entries WHERE idx = 7", "log ends here, 8 entries were expected");
    check("DELETE FROM entries WHERE idx >= 5", "8 entries were expected");
    check(
        "DELETE FROM entries WHERE idx >= 5; DELETE FROM heads WHERE size > 5",
        "the log was cut or rewritten",
    );
    check("DELETE FROM entries; DELETE FROM heads", "the log was cut or rewritten");
}

#[test]
fn an_entry_gone_from_the_middle_and_one_too_many() {
    check("DELETE FROM entries WHERE idx = 2", "entry 3: row 2 was expected here");
    check(
        "INSERT INTO entries SELECT 8, bytes, salt, payload FROM entries WHERE idx = 7",
        "entry 8: ",
    );
    check(
        "INSERT INTO entries SELECT 9, bytes, salt, payload FROM entries WHERE idx = 7",
        "entry 9: ",
    );
}

#[test]
fn two_entries_in_each_others_place() {
    check(
        "UPDATE entries SET idx = 100 WHERE idx = 1; UPDATE entries SET idx = 1 WHERE idx = 2; \
         UPDATE entries SET idx = 2 WHERE idx = 100",
        "head 5: root differs",
    );
}

#[test]
fn a_changed_head_is_named() {
    check("UPDATE heads SET note = replace(note, 'hudna', 'other') WHERE size = 5", "head 5: ");
    check("UPDATE heads SET note = '' WHERE size = 8", "head 8: ");
    check("UPDATE heads SET size = 6 WHERE size = 5", "head 6: was signed for 5");
    check("UPDATE heads SET size = 9 WHERE size = 8", "head 9: ");
    check("DELETE FROM heads WHERE size = 8", "no signed head");
    check("UPDATE heads SET frontier = zeroblob(length(frontier)) WHERE size = 8", "head 8: ");
    check("UPDATE heads SET frontier = x'' WHERE size = 5", "head 5: ");
}

#[test]
fn a_store_whose_frontier_was_changed_takes_no_more() {
    let dir = small_store(5);
    spoil(
        dir.path(),
        "UPDATE heads SET frontier = CAST(substr(frontier, 1, length(frontier) - 1) || x'00' AS BLOB)",
    );
    let Err(error) = hudna::Store::open(dir.path(), &env(51)) else { panic!("must be refused") };
    assert_eq!(error.exit(), 3, "{error}");
}

#[test]
fn the_checkpoint_beside_the_database() {
    let dir = small_store(5);
    let kept = dir.path().join(CHECKPOINT);
    std::fs::remove_file(&kept).unwrap();
    assert!(named(&verified(dir.path(), false), "checkpoint: "));
    let other = example_store();
    std::fs::copy(other.path().join(CHECKPOINT), &kept).unwrap();
    assert!(named(&verified(dir.path(), false), "checkpoint: "));
    std::fs::write(&kept, b"\xff\xfe").unwrap();
    assert!(named(&verified(dir.path(), false), "checkpoint: "));
}

/// A kill between the commit and the checkpoint leaves an older one: no fault.
#[test]
fn an_older_checkpoint_is_no_fault() {
    let dir = small_store(5);
    let older = std::fs::read(dir.path().join(CHECKPOINT)).unwrap();
    grow(dir.path());
    std::fs::write(dir.path().join(CHECKPOINT), older).unwrap();
    sound(dir.path(), false);
}

/// The whole database from a moment ago, but not the checkpoint.
#[test]
fn a_database_rolled_back_is_found() {
    let dir = small_store(5);
    let former = copy(dir.path());
    grow(dir.path());
    std::fs::copy(former.path().join("hudna.db"), dir.path().join("hudna.db")).unwrap();
    let found = verified(dir.path(), false);
    assert!(named(&found, "the log was cut or rewritten"), "{:?}", found.faults);
}

/// A tamperer who writes another payload and makes its commitment fit cannot sign the head.
#[test]
fn a_rewritten_tail_with_a_commitment_that_fits() {
    let dir = small_store(5);
    let connection = database(dir.path());
    let bytes: Vec<u8> =
        connection.query_row("SELECT bytes FROM entries WHERE idx = 4", [], |r| r.get(0)).unwrap();
    let (salt, payload) = ([7; 16], br#"{"by":"somebody else"}"#);
    let mut entry = Entry::decode(&bytes).unwrap();
    entry.commitment = commit(&salt, payload);
    let sql = "UPDATE entries SET bytes = ?1, salt = ?2, payload = ?3 WHERE idx = 4";
    connection.execute(sql, (entry.encode().unwrap(), &salt[..], &payload[..])).unwrap();
    drop(connection);
    let found = verified(dir.path(), false);
    assert!(named(&found, "head 5: root differs: entries from 0 on"), "{:?}", found.faults);
}

#[test]
fn keys_that_do_not_fit() {
    let (dir, other) = (small_store(5), example_store());
    let key = |name: &str| std::fs::read(dir.path().join(name)).unwrap();
    let (secret, public) = (key("operator.key"), key("operator.vkey"));
    let refused = || {
        let Err(error) = hudna::Store::open(dir.path(), &env(52)) else { panic!("must refuse") };
        assert_eq!(error.exit(), 3, "{error}");
    };
    std::fs::write(dir.path().join("operator.key"), "abc").unwrap();
    refused();
    std::fs::remove_file(dir.path().join("operator.key")).unwrap();
    refused();
    std::fs::write(dir.path().join("operator.key"), &secret).unwrap();
    std::fs::copy(other.path().join("operator.key"), dir.path().join("operator.key")).unwrap();
    refused();
    std::fs::write(dir.path().join("operator.key"), &secret).unwrap();
    std::fs::write(dir.path().join("operator.vkey"), "nonsense").unwrap();
    refused();
    assert!(!verified(dir.path(), false).is_sound());
    std::fs::remove_file(dir.path().join("operator.vkey")).unwrap();
    assert!(!verified(dir.path(), false).is_sound());
    std::fs::write(dir.path().join("operator.vkey"), &public).unwrap();
    sound(dir.path(), false);
}
