use super::*;
use crate::env::Env;
use crate::store::{Derived, DerivedRow};

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
    let reader = crate::store::open_reader(dir.path()).unwrap();
    let replace = |ids: &[&str], size| {
        let change = Change::new(&reader, &rows(ids, "{}")).unwrap();
        shared.replace_derived(change, size).unwrap()
    };
    assert!(replace(&["new"], 2));
    assert!(!replace(&["old"], 1));
    let table = schema::table(&reader, "areas").unwrap();
    assert_eq!(table.into_keys().collect::<Vec<_>>(), ["new"]);
}

fn rows<'a>(ids: &[&'a str], json: &'static str) -> Derived<'a> {
    let row = |id: &&'a str| DerivedRow {
        table: "areas",
        id: (*id).into(),
        json: Box::new(move || json.to_owned()),
    };
    ids.iter().map(row).collect()
}

/// What stands already is not written again; what is no longer wanted goes.
#[test]
fn only_what_differs_is_written() {
    let dir = tempfile::tempdir().unwrap();
    let shared = writer(dir.path());
    let reader = crate::store::open_reader(dir.path()).unwrap();
    let check = |wanted: &Derived<'_>, written: usize, left: &[(&str, &str)]| {
        let change = Change::new(&reader, wanted).unwrap();
        assert_eq!(change.len(), written);
        assert!(shared.replace_derived(change, 0).unwrap());
        let table = schema::table(&reader, "areas").unwrap();
        let found: Vec<(&str, &str)> =
            table.iter().map(|(id, json)| (id.as_str(), json.as_str())).collect();
        assert_eq!(found, left);
    };
    check(&rows(&["a", "b"], "{}"), 2, &[("a", "{}"), ("b", "{}")]);
    check(&rows(&["a", "b"], "{}"), 0, &[("a", "{}"), ("b", "{}")]);
    check(&rows(&["b", "c"], "{}"), 2, &[("b", "{}"), ("c", "{}")]);
    check(&rows(&["b", "c"], "[]"), 2, &[("b", "[]"), ("c", "[]")]);
}

/// A change that was made for other rows than those that stand is not made.
#[test]
fn rows_that_others_replaced_meanwhile_stay() {
    let dir = tempfile::tempdir().unwrap();
    let shared = writer(dir.path());
    let reader = crate::store::open_reader(dir.path()).unwrap();
    let meta = |text: &'static str| -> Derived<'static> {
        let json = Box::new(move || text.to_owned());
        vec![DerivedRow { table: "derived_meta", id: "meta".into(), json }]
    };
    let [mine, others] = ["1", "2"].map(|text| Change::new(&reader, &meta(text)).unwrap());
    assert!(shared.replace_derived(others, 0).unwrap());
    assert!(!shared.replace_derived(mine, 0).unwrap());
    let table = schema::table(&reader, "derived_meta").unwrap();
    assert_eq!(table["meta"], "2");
}
