//! What the tests share: data, an example followed once, and ways to spoil a copy of it.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicI64, AtomicU64, Ordering};
use std::sync::{Arc, OnceLock};

use hudna::follow::{Followed, follow};
use hudna::generate::Random;
use hudna::model::Moment;
use hudna::store::{DATABASE, DERIVED_TABLES, INTAKE_TABLES};
use hudna::verify::{Verification, verify};
use hudna::{Data, Env, Store};
use rusqlite::Connection;
use tempfile::TempDir;

/// The data of the binary, loaded once.
pub fn data() -> &'static Data {
    static DATA: OnceLock<Data> = OnceLock::new();
    DATA.get_or_init(|| Data::embedded().expect("the shipped data load"))
}

/// A clock that goes one second a look, and chance from a seed.
pub fn env(seed: u64) -> Env {
    let seconds = Arc::new(AtomicI64::new(1_800_000_000));
    let draws = Arc::new(AtomicU64::new(0));
    let now = move || Moment::from_seconds(seconds.fetch_add(1, Ordering::Relaxed));
    Env::new(now, move |buffer| {
        let draw = draws.fetch_add(1, Ordering::Relaxed);
        let mut random = Random::new(seed.wrapping_mul(0x1_0000).wrapping_add(draw));
        buffer.fill_with(|| random.number() as u8);
    })
}

/// The example's folder.
pub fn example() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../examples/syria-2016")
}

/// An empty folder.
pub fn folder() -> TempDir {
    tempfile::tempdir().expect("a folder for the test")
}

/// A store in a folder.
pub fn store(folder: &Path, env: &Env) -> Store {
    Store::open_or_make(folder, env).expect("a store opens")
}

/// Follows a story without telling progress.
pub fn followed(story: &Path, store: &Store, env: &Env) -> hudna::Result<Followed> {
    follow(story, store, data(), env, &mut |_, _| {})
}

/// A copy of a store that followed the example.
pub fn example_store() -> TempDir {
    static DONE: OnceLock<TempDir> = OnceLock::new();
    let done = DONE.get_or_init(|| {
        let made = folder();
        let env = env(1);
        let store = store(made.path(), &env);
        followed(&example(), &store, &env).expect("the example can be followed");
        made
    });
    copy(done.path())
}

/// A store of a few made-up entries: quick to verify.
pub fn small_store(entries: u64) -> TempDir {
    let made = folder();
    let env = env(2);
    let store = store(made.path(), &env);
    hudna::generate::generate(&store, &env, entries, 7, &mut |_| {}).expect("entries are stored");
    made
}

/// A copy of a closed store, or of any flat folder.
pub fn copy(from: &Path) -> TempDir {
    let to = folder();
    for entry in std::fs::read_dir(from).expect("the folder can be listed") {
        let entry = entry.expect("the folder can be listed");
        std::fs::copy(entry.path(), to.path().join(entry.file_name())).expect("a file is copied");
    }
    to
}

/// A second connection to a store's database, as a tamperer has it.
pub fn database(folder: &Path) -> Connection {
    Connection::open(folder.join(DATABASE)).expect("the database opens")
}

/// Changes the database behind the store's back.
pub fn spoil(folder: &Path, sql: &str) {
    database(folder).execute_batch(sql).expect("the change itself works");
}

/// Verifies; a store that cannot be opened at all is a fault too.
pub fn verified(folder: &Path, derived: bool) -> Verification {
    let found = verify(folder, derived.then(data), &mut |_| {});
    found.unwrap_or_else(|e| Verification { faults: vec![e.to_string()], ..Default::default() })
}

/// Nothing is found in the store.
pub fn sound(folder: &Path, derived: bool) -> Verification {
    let found = verified(folder, derived);
    assert!(found.is_sound(), "{:#?}", found.faults);
    found
}

/// Some fault speaks of `name`.
pub fn named(found: &Verification, name: &str) -> bool {
    found.faults.iter().any(|fault| fault.contains(name))
}

/// Rows of every table that is made from entries.
pub type Tables = BTreeMap<&'static str, BTreeMap<String, String>>;

/// All derived and intake rows.
pub fn tables(store: &Store) -> Tables {
    let names = DERIVED_TABLES.into_iter().chain(INTAKE_TABLES);
    names.map(|name| (name, store.table(name).expect("the table is read"))).collect()
}

/// The derived rows alone: those that no random object id is in.
pub fn derived(store: &Store) -> Tables {
    let all = tables(store);
    all.into_iter().filter(|(name, _)| DERIVED_TABLES.contains(name)).collect()
}
