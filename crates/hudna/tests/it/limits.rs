//! Limits are named, and what lies beyond them is said.

use hudna::ingest::{Envelope, Ingest, MAX_FILE, MAX_UNIT, Outcome, file_bytes, files, split};
use hudna::model::NoteKind;
use hudna::record::Record;

use crate::world::{data, env, folder, sound, store};

/// The reason for which a text of so many bytes is refused, if it is.
fn refused(name: &str, bytes: &[u8]) -> Option<String> {
    split(name, bytes).remove(0).content.err().map(|refusal| refusal.why)
}

#[test]
fn the_largest_report() {
    assert_eq!(refused("a.txt", &vec![b'a'; MAX_UNIT]), None);
    let why = refused("a.txt", &vec![b'a'; MAX_UNIT + 1]).expect("one byte too many");
    assert!(why.contains(&MAX_UNIT.to_string()), "{why}");
    let line = format!("{{\"text\":\"{}\"}}", "a".repeat(MAX_UNIT));
    assert!(refused("a.jsonl", line.as_bytes()).is_some());
}

#[test]
fn the_largest_file() {
    let dir = folder();
    let path = dir.path().join("sparse.txt");
    let file = std::fs::File::create(&path).unwrap();
    file.set_len(MAX_FILE + 1).unwrap();
    let error = file_bytes(&path).expect_err("too large");
    assert!(error.to_string().contains(&MAX_FILE.to_string()), "{error}");
}

/// A device says that it has no bytes and never ends.
#[test]
#[cfg(unix)]
fn a_file_without_end() {
    let error = file_bytes(std::path::Path::new("/dev/zero")).expect_err("without end");
    assert!(error.to_string().contains(&MAX_FILE.to_string()), "{error}");
}

#[test]
fn what_is_no_file() {
    let dir = folder();
    assert!(file_bytes(dir.path()).is_err());
    assert!(file_bytes(&dir.path().join("gone.txt")).is_err());
    let error = files(&[dir.path().to_owned()]).expect_err("an empty folder is no reports");
    assert!(error.to_string().contains("no files"), "{error}");
}

#[test]
fn a_long_text_is_stored_whole_and_read_to_its_end() {
    let dir = folder();
    let (store, env) = (store(dir.path(), &env(70)), env(71));
    let text = "قُتل ثلاثة أشخاص في حلب. ".repeat(60_000);
    assert!(text.len() <= MAX_UNIT);
    let mut ingest = Ingest::new(&store, data(), &env, "a test");
    ingest.unit(split("long.txt", text.as_bytes()).remove(0), &Envelope::default()).unwrap();
    let (receipts, _) = ingest.finish().unwrap();
    assert!(matches!(receipts[0].outcome, Outcome::Stored { .. }));
    let (mut raw, mut cut, mut last) = (false, false, 0);
    store
        .each_payload(|_, payload| match payload.record {
            Record::Report(report) => raw = report.raw == text,
            Record::Reading(r) => {
                cut = r.reading.notes.iter().any(|n| n.kind == NoteKind::Cut);
                last = r.reading.claims.iter().map(|c| c.evidence.span.end).max().unwrap_or(0);
            }
            _ => {}
        })
        .unwrap();
    assert!(raw && !cut);
    assert!(last + 100 > text.chars().count(), "{last}");
    drop(store);
    sound(dir.path(), true);
}
