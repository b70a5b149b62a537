//! Bits flipped anywhere in the database file: never a panic, and never unseen where a row reads
//! differently.

use std::collections::BTreeMap;
use std::path::Path;

use hudna::generate::Random;
use hudna::store::{DATABASE, DERIVED_TABLES};
use rusqlite::types::Value;

use crate::world::{copy, database, example_store, small_store, verified};

/// Every row of the tables as the database gives it; none when it cannot.
fn content(folder: &Path, tables: &[&str]) -> rusqlite::Result<BTreeMap<String, Vec<Vec<Value>>>> {
    let connection = database(folder);
    let mut out = BTreeMap::new();
    for table in tables {
        let mut select = connection.prepare(&format!("SELECT * FROM {table} ORDER BY 1"))?;
        let columns = select.column_count();
        let row = |row: &rusqlite::Row<'_>| (0..columns).map(|i| row.get(i)).collect();
        let rows = select.query_map([], row)?.collect::<rusqlite::Result<_>>()?;
        out.insert((*table).to_owned(), rows);
    }
    Ok(out)
}

/// Flips one bit at each of `n` seeded places of a copy; gives how many changed what is read.
fn check(store: &Path, n: usize, seed: u64, tables: &[&str], derived: bool) -> usize {
    let before = content(store, tables).expect("the store can be read");
    let bytes = std::fs::read(store.join(DATABASE)).unwrap();
    let mut random = Random::new(seed);
    let mut seen = 0;
    for _ in 0..n {
        let (at, bit) = (random.number() as usize % bytes.len(), random.number() % 8);
        let dir = copy(store);
        let mut other = bytes.clone();
        other[at] ^= 1 << bit;
        std::fs::write(dir.path().join(DATABASE), &other).unwrap();
        let found = verified(dir.path(), derived);
        std::fs::write(dir.path().join(DATABASE), &other).unwrap();
        if content(dir.path(), tables).ok().as_ref() != Some(&before) {
            seen += 1;
            assert!(!found.is_sound(), "bit {bit} of byte {at} changed a row unseen");
        }
    }
    seen
}

#[test]
fn in_a_small_store() {
    let dir = small_store(20);
    assert!(check(dir.path(), 160, 90, &["entries", "heads"], false) > 10);
}

#[test]
fn in_the_examples_store() {
    let dir = example_store();
    let mut all = vec!["entries", "heads", "objects", "reports"];
    all.extend(DERIVED_TABLES);
    assert!(check(dir.path(), 40, 91, &all, true) > 20);
}

#[test]
fn a_file_cut_anywhere() {
    let dir = small_store(20);
    let bytes = std::fs::read(dir.path().join(DATABASE)).unwrap();
    for length in [0, 1, 50, 100, 4096, 4097, bytes.len() / 2, bytes.len() - 1] {
        let dir = copy(dir.path());
        std::fs::write(dir.path().join(DATABASE), &bytes[..length]).unwrap();
        assert!(!verified(dir.path(), true).is_sound(), "cut to {length} bytes");
    }
}
