//! Any changed byte of an entry, its salt or its payload is found, and the entry named.

use std::path::Path;

use hudna::verify::verify;

use crate::world::{database, example_store, named, small_store, sound, verified};

fn column(folder: &Path, index: i64, column: &str) -> Vec<u8> {
    let sql = format!("SELECT {column} FROM entries WHERE idx = ?1");
    database(folder).query_row(&sql, [index], |row| row.get(0)).expect("the entry is there")
}

fn set(folder: &Path, index: i64, column: &str, bytes: &[u8]) {
    let sql = format!("UPDATE entries SET {column} = ?1 WHERE idx = ?2");
    assert_eq!(database(folder).execute(&sql, (bytes, index)).expect("the change works"), 1);
}

/// Flips one bit of a byte, looks for a fault that names the entry, and puts it back.
fn check(folder: &Path, index: i64, name: &str, at: usize) {
    let told = column(folder, index, name);
    let mut other = told.clone();
    other[at] ^= 1 << (at % 8);
    set(folder, index, name, &other);
    let found = verify(folder, None, &mut |_| {}).expect("the store opens");
    let entry = format!("entry {index}: ");
    assert!(named(&found, &entry), "{name} byte {at} of entry {index}: {:?}", found.faults);
    let others = |f: &&String| f.starts_with("entry ") && !f.starts_with(&entry);
    assert_eq!(found.faults.iter().find(others), None, "no innocent entry is named");
    set(folder, index, name, &told);
}

#[test]
fn a_byte_of_any_entry() {
    let dir = example_store();
    let entries = sound(dir.path(), false).entries as i64;
    assert!(entries > 40);
    for index in 0..entries {
        let length = column(dir.path(), index, "payload").len();
        for at in [0, length / 2, length - 1] {
            check(dir.path(), index, "payload", at);
        }
        check(dir.path(), index, "salt", (index as usize) % 16);
        check(dir.path(), index, "bytes", 0);
        // Inside the commitment, the last line but for its end.
        check(dir.path(), index, "bytes", column(dir.path(), index, "bytes").len() - 9);
    }
    sound(dir.path(), true);
}

#[test]
fn every_byte_of_one() {
    let dir = small_store(3);
    for name in ["payload", "salt"] {
        (0..column(dir.path(), 1, name).len()).for_each(|at| check(dir.path(), 1, name, at));
    }
    sound(dir.path(), false);
}

/// Bytes of the entry itself: the entry, or the heads over it, are named.
#[test]
fn every_byte_of_the_entrys_own_form() {
    let dir = small_store(3);
    let told = column(dir.path(), 1, "bytes");
    for at in 0..told.len() {
        let mut other = told.clone();
        other[at] ^= 0x04;
        set(dir.path(), 1, "bytes", &other);
        let found = verified(dir.path(), false);
        let by_root = named(&found, "head 3: root differs: entries from 0 on");
        assert!(named(&found, "entry 1: ") || by_root, "byte {at}: {:?}", found.faults);
    }
}

#[test]
fn lengths_count_too() {
    let dir = small_store(3);
    for name in ["payload", "salt", "bytes"] {
        let told = column(dir.path(), 2, name);
        for other in [&told[..told.len() - 1], &[], &[&told[..], b"\0"].concat()] {
            set(dir.path(), 2, name, other);
            let found = verified(dir.path(), false);
            assert!(named(&found, "entry 2: "), "{name} of {}: {:?}", other.len(), found.faults);
        }
        set(dir.path(), 2, name, &told);
    }
    sound(dir.path(), false);
}
