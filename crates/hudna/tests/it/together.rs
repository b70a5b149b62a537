//! Many writers at once: threads on one handle, and handles on one folder.

use std::sync::Mutex;

use hudna::ingest::{Envelope, Ingest, Outcome, split};
use hudna::store::{MAX_GROUP, NewEntry};
use hudna::{Env, Error, Store};
use hudna_ledger::MAX_ENTRY_BYTES;

use crate::world::{data, database, env, folder, sound, store};

fn entry(env: &Env, object: String) -> NewEntry {
    NewEntry {
        kind: "generated",
        object,
        hour: "2027-01-15T08:00:00Z".into(),
        salt: env.random(),
        payload: br#"{"by":"a test","received":"2016-05-03T00:00:00Z","entered":"2016-05-03T00:00:00Z","record":"generated","notice":"made up","number":1,"text":"x"}"#.to_vec(),
        row: None,
    }
}

fn entries(env: &Env, n: usize) -> Vec<NewEntry> {
    (0..n).map(|_| entry(env, env.object_id())).collect()
}

/// All indexes that were answered are different and make a row without a gap.
fn check(mut answered: Vec<u64>, folder: &std::path::Path) {
    answered.sort_unstable();
    assert_eq!(answered, (0..answered.len() as u64).collect::<Vec<_>>());
    let found = sound(folder, true);
    assert_eq!(found.entries, answered.len() as u64);
    assert!(found.heads >= 1);
}

/// Eight threads append through handles; the answers are kept.
fn at_once(handles: Vec<Store>, env: &Env) -> Vec<u64> {
    let answered = Mutex::new(Vec::new());
    std::thread::scope(|scope| {
        for store in handles {
            let answered = &answered;
            scope.spawn(move || {
                for n in 1..=20 {
                    let indexes = store.append(entries(env, n % 4 + 1)).expect("appended");
                    assert!(indexes.windows(2).all(|w| w[1] == w[0] + 1), "a group is together");
                    answered.lock().expect("no thread failed").extend(indexes);
                }
            });
        }
    });
    answered.into_inner().expect("no thread failed")
}

#[test]
fn two_handles_on_one_folder() {
    let (dir, env) = (folder(), env(80));
    let handles = (0..4).map(|_| store(dir.path(), &env)).collect();
    check(at_once(handles, &env), dir.path());
}

#[test]
fn a_store_made_by_many_at_once_has_one_key() {
    let (dir, env) = (folder(), env(81));
    let keys: Vec<String> = std::thread::scope(|scope| {
        let make = || store(dir.path(), &env).vkey().to_owned();
        let threads: Vec<_> = (0..6).map(|_| scope.spawn(make)).collect();
        threads.into_iter().map(|t| t.join().expect("a store opens")).collect()
    });
    assert!(keys.iter().all(|k| *k == keys[0]), "{keys:?}");
    sound(dir.path(), true);
}

/// The same reports through several handles: each is stored once, the others are duplicates.
#[test]
fn the_same_reports_by_several_at_once() {
    let (dir, env) = (folder(), env(82));
    let lines: String =
        (0..60).map(|n| format!("{{\"id\":\"{n}\",\"text\":\"قتل {n}\"}}\n")).collect();
    let handles: Vec<Store> = (0..3).map(|_| store(dir.path(), &env)).collect();
    let stored: usize = std::thread::scope(|scope| {
        let run = |store: Store| {
            let mut ingest = Ingest::new(&store, data(), &env, "a test");
            for unit in split("f.jsonl", lines.as_bytes()) {
                ingest.unit(unit, &Envelope::default()).expect("the store works");
            }
            let (receipts, counts) = ingest.finish().expect("the store works");
            assert_eq!((counts.units, counts.rejected), (60, 0), "{receipts:?}");
            receipts.iter().filter(|r| matches!(r.outcome, Outcome::Stored { .. })).count()
        };
        let threads: Vec<_> = handles.into_iter().map(|s| scope.spawn(move || run(s))).collect();
        threads.into_iter().map(|t| t.join().expect("no thread failed")).sum()
    });
    assert_eq!(stored, 60);
    assert_eq!(store(dir.path(), &env).table("reports").unwrap().len(), 60);
    sound(dir.path(), true);
}

#[test]
fn a_bad_group_is_refused_and_its_neighbours_are_kept() {
    let (dir, env) = (folder(), env(83));
    let shared = store(dir.path(), &env);
    let bad = || {
        let mut list = entries(&env, 2);
        list.insert(1, entry(&env, "x".repeat(MAX_ENTRY_BYTES)));
        list
    };
    let Err(error) = shared.append(bad()) else { panic!("must be refused") };
    assert!(matches!(error, Error::Usage(_)), "{error}");
    assert_eq!(shared.size().unwrap(), 0);
    drop(shared);

    let handle = Mutex::new(store(dir.path(), &env));
    let mut answered = handle.lock().unwrap().append(entries(&env, 3)).unwrap();
    assert!(handle.lock().unwrap().append(bad()).is_err());
    answered.extend(handle.lock().unwrap().append(entries(&env, 2)).unwrap());
    drop(handle);
    check(answered, dir.path());
}

#[test]
fn an_object_gets_its_next_version_and_a_large_group_is_one() {
    let (dir, env) = (folder(), env(84));
    let shared = store(dir.path(), &env);
    let same = (0..3).map(|_| entry(&env, "one object".into())).collect();
    let mut answered = shared.append(same).unwrap();
    answered.extend(shared.append(entries(&env, MAX_GROUP + 1)).unwrap());
    drop(shared);
    let heads: i64 =
        database(dir.path()).query_row("SELECT count(*) FROM heads", [], |r| r.get(0)).unwrap();
    assert_eq!(heads, 2);
    check(answered, dir.path());
}

#[test]
fn nothing_appended_leaves_no_head() {
    let (dir, env) = (folder(), env(85));
    let shared = store(dir.path(), &env);
    assert_eq!(shared.append(Vec::new()).unwrap(), Vec::<u64>::new());
    assert_eq!(shared.newest_head().unwrap(), None);
    drop(shared);
    assert_eq!(sound(dir.path(), true).entries, 0);
}
