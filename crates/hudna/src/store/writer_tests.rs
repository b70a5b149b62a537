use super::*;
use crate::env::Env;

fn env() -> Env {
    use std::sync::atomic::{AtomicU8, Ordering};
    let next = AtomicU8::new(0);
    let chance = move |buffer: &mut [u8]| buffer.fill_with(|| next.fetch_add(7, Ordering::Relaxed));
    Env::new(|| hudna_model::Moment::from_seconds(0), chance)
}

fn entry(object: String, row: Option<Row>) -> NewEntry {
    let hour = "1970-01-01T00:00:00Z".to_owned();
    NewEntry { kind: "generated", object, hour, salt: [1; 16], payload: b"{}".to_vec(), row }
}

fn row(id: &str) -> Row {
    let (source, sha256) = ("s".to_owned(), id.to_owned());
    Row { id: id.to_owned(), source, key: None, sha256, published: None }
}

fn writer(folder: &Path) -> Writer {
    let key = crate::store::key::open_or_make(folder, &env()).unwrap();
    Writer::start(folder, key).unwrap()
}

/// Callers that share one writer are committed together; a bad one loses nobody else's entries.
#[test]
fn many_callers_of_one_writer() {
    let dir = tempfile::tempdir().unwrap();
    let shared = writer(dir.path());
    let answered = std::sync::Mutex::new(Vec::new());
    std::thread::scope(|scope| {
        for caller in 0..8 {
            let (shared, answered) = (&shared, &answered);
            scope.spawn(move || {
                for n in 0..25 {
                    let name = format!("{caller}.{n}");
                    if n % 5 == 4 {
                        let large = "x".repeat(hudna_ledger::MAX_ENTRY_BYTES);
                        let bad = vec![entry(name, None), entry(large, None)];
                        assert!(matches!(shared.append(bad), Err(Error::Usage(_))));
                    } else {
                        let good = vec![entry(name.clone(), None), entry(name, None)];
                        let indexes = shared.append(good).unwrap();
                        assert_eq!(indexes[1], indexes[0] + 1);
                        answered.lock().unwrap().extend(indexes);
                    }
                }
            });
        }
    });
    drop(shared);
    let mut answered = answered.into_inner().unwrap();
    answered.sort_unstable();
    assert_eq!(answered, (0..8 * 20 * 2).collect::<Vec<u64>>());
    let found = crate::verify::verify(dir.path(), None, &mut |_| {}).unwrap();
    assert_eq!((found.faults, found.entries), (vec![], 320));
}

/// A report that is there already is named, and neither it nor its neighbours are written.
#[test]
fn a_report_that_is_there_already() {
    let dir = tempfile::tempdir().unwrap();
    let shared = writer(dir.path());
    shared.append(vec![entry("a".into(), Some(row("R-1")))]).unwrap();
    let again = vec![entry("b".into(), Some(row("R-2"))), entry("c".into(), Some(row("R-1")))];
    let error = shared.append(again).unwrap_err();
    assert!(matches!(&error, Error::Taken { id } if id == "R-1"), "{error}");
    assert_eq!(shared.append(vec![entry("d".into(), Some(row("R-2")))]).unwrap(), [1]);
}

/// Rows made from fewer entries than there are do not replace newer ones.
#[test]
fn old_rows_are_not_written() {
    let dir = tempfile::tempdir().unwrap();
    let shared = writer(dir.path());
    shared.append(vec![entry("a".into(), None), entry("b".into(), None)]).unwrap();
    let rows = |id: &str| vec![("areas", id.to_owned(), "{}".to_owned())];
    assert!(shared.replace_derived(rows("new"), 2).unwrap());
    assert!(!shared.replace_derived(rows("old"), 1).unwrap());
    let reader = crate::store::open_reader(dir.path()).unwrap();
    let table = schema::table(&reader, "areas").unwrap();
    assert_eq!(table.into_keys().collect::<Vec<_>>(), ["new"]);
}
