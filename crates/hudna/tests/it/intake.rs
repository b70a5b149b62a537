//! What a unit must be to be stored, and what is said when it is not.

use std::path::Path;

use hudna::Store;
use hudna::ingest::{Envelope, Ingest, Outcome, Receipt, Unit, split};
use hudna::model::digest::sha256_hex;
use hudna::record::{Record, ReportRecord};

use crate::world::{data, env, folder, sound, store};

/// Ingests files, given by name and bytes, into a store.
fn ingest(store: &Store, files: &[(&str, &[u8])], envelope: &Envelope) -> Vec<Receipt> {
    let env = env(60);
    let mut ingest = Ingest::new(store, data(), &env, "a test");
    for unit in files.iter().flat_map(|(name, bytes)| split(name, bytes)) {
        ingest.unit(unit, envelope).expect("the store works");
    }
    let (receipts, counts) = ingest.finish().expect("the store works");
    assert_eq!(counts.units, counts.stored + counts.duplicate + counts.rejected);
    assert_eq!(counts.units, receipts.len() as u64);
    receipts
}

fn told(receipt: &Receipt) -> String {
    let what = match &receipt.outcome {
        Outcome::Stored { .. } => "stored".to_owned(),
        Outcome::Duplicate { .. } => "duplicate".to_owned(),
        Outcome::Rejected(r) => format!("rejected: {}; {}", r.why, r.remedy),
    };
    format!("{} {what}", receipt.label)
}

/// Each receipt's line begins with what is expected; nothing is stored that is not said.
fn check(files: &[(&str, &[u8])], expected: &[&str]) {
    let dir = folder();
    let store = store(dir.path(), &env(61));
    let receipts = ingest(&store, files, &Envelope::default());
    let lines: Vec<String> = receipts.iter().map(told).collect();
    assert_eq!(lines.len(), expected.len(), "{lines:#?}");
    for (line, start) in lines.iter().zip(expected) {
        assert!(line.starts_with(start), "{line} where {start} was expected");
    }
    let stored = lines.iter().filter(|l| l.ends_with(" stored")).count();
    assert_eq!(reports(&store).len(), stored);
    drop(store);
    sound(dir.path(), true);
}

fn reports(store: &Store) -> Vec<ReportRecord> {
    let mut out = Vec::new();
    let take = |_, payload: hudna::record::Payload| {
        if let Record::Report(report) = payload.record {
            out.push(report);
        }
    };
    store.each_payload(take).expect("payloads are read");
    out
}

#[test]
fn texts() {
    check(&[("a.txt", "قُتل ثلاثة في حلب".as_bytes())], &["a.txt stored"]);
    check(&[("a.txt", b"")], &["a.txt rejected: the report is empty"]);
    check(&[("a.txt", b" \n\t\r\n")], &["a.txt rejected: the report is empty"]);
    check(&[("a.txt", b"\xef\xbb\xbf")], &["a.txt rejected: the report is empty"]);
    check(&[("a.txt", b"one\ntwo \xe5\xcf")], &["a.txt rejected: not UTF-8 (line 2, byte 9)"]);
    check(&[("a.txt", b"a\0b")], &["a.txt rejected: the file holds zero bytes"]);
    check(&[("noending", b"plain")], &["noending stored"]);
}

#[test]
fn lines_of_json() {
    let file = b"{\"text\":\"one\"}\nnonsense\n\n{\"id\":\"x\"}\n{\"text\":7}\n{\"text\":\"\xff\"}\n[]\n{\"text\":\" \"}\n{\"text\":\"two\"}";
    check(
        &[("f.jsonl", file)],
        &[
            "f.jsonl:1 stored",
            "f.jsonl:2 rejected: no article in JSON",
            "f.jsonl:4 rejected: no article in JSON: missing field `text`",
            "f.jsonl:5 rejected: no article in JSON: invalid type",
            "f.jsonl:6 rejected: not UTF-8",
            "f.jsonl:7 rejected: no article in JSON",
            "f.jsonl:8 rejected: the report is empty",
            "f.jsonl:9 stored",
        ],
    );
    check(&[("f.jsonl", b"")], &["f.jsonl rejected: the file is empty"]);
    check(&[("f.json", b"[]")], &["f.json rejected: the file is empty"]);
    check(&[("f.json", b"")], &["f.json rejected: "]);
    check(
        &[("f.json", br#"[{"text":"one"},{"title":"t"},{"text":"two"}]"#)],
        &["f.json#1 stored", "f.json#2 rejected: ", "f.json#3 stored"],
    );
    check(&[("f.json", br#"[{"text":"one"},"#)], &["f.json rejected: no article in JSON"]);
    check(&[("f.json", br#"{"text":"a\u0000b"}"#)], &["f.json rejected: "]);
}

/// What a pipe gives has no ending to its name.
#[test]
fn json_without_a_name() {
    check(&[("-", b"{\n \"text\": \"one\"\n}\n")], &["- stored"]);
    check(&[("-", b"{\"text\":\"one\"}\n")], &["-:1 stored"]);
    check(&[("-", b"{\"text\":\"one\"}\r\n{\"text\":\"two\"}\r\n")], &["-:1 stored", "-:2 stored"]);
    check(&[("-", b" [ {\"text\":\"one\"} ]")], &["-#1 stored"]);
    check(&[("-", "[عاجل] قتل ثلاثة".as_bytes())], &["- stored"]);
    check(&[("-", b"[{ no JSON")], &["- stored"]);
    check(
        &[("-", b"\xef\xbb\xbf{\"text\":\"one\"}\n{\"text\":\"two\"}")],
        &["-:1 stored", "-:2 stored"],
    );
}

#[test]
fn keys_may_be_numbers() {
    let file = b"{\"id\":5,\"text\":\"one\"}\n{\"id\":\"5\",\"text\":\"one\"}\n{\"id\":[5],\"text\":\"two\"}\n{\"id\":null,\"text\":\"two\"}";
    check(
        &[("f.jsonl", file)],
        &[
            "f.jsonl:1 stored",
            "f.jsonl:2 rejected: the key \"5\"",
            "f.jsonl:3 rejected: no article in JSON: `id` is neither",
            "f.jsonl:4 stored",
        ],
    );
}

#[test]
fn days_of_publication() {
    let with = |day: &str| format!(r#"{{"text":"a","published":"{day}"}}"#);
    check(&[("f.json", with("2016-05-03").as_bytes())], &["f.json stored"]);
    check(&[("f.json", with("2016-05-03T10:00:00Z").as_bytes())], &["f.json stored"]);
    check(&[("f.json", with("").as_bytes())], &["f.json stored"]);
    let bad = |day: &str| format!("f.json rejected: \"{day}\" is no day of publication");
    for day in ["3 May 2016, 10:00", "2016-02-30", "soon"] {
        check(&[("f.json", with(day).as_bytes())], &[&bad(day)]);
    }
}

/// With a key the key alone decides; without one, source, bytes and day.
#[test]
fn duplicates() {
    check(&[("a.txt", b"same"), ("b.txt", b"same")], &["a.txt stored", "b.txt duplicate"]);
    let keyed =
        |id: &str, text: &str, more: &str| format!(r#"{{"id":"{id}","text":"{text}"{more}}}"#);
    let lines = |list: &[String]| list.join("\n").into_bytes();
    let other = r#","source":"elsewhere""#;
    check(
        &[(
            "f.jsonl",
            &lines(&[
                keyed("1", "one", ""),
                keyed("1", "one", ""),
                keyed("1", "changed", ""),
                keyed("2", "one", ""),
                keyed("1", "changed", other),
                keyed("", "no key", ""),
                keyed("", "no key either", ""),
            ]),
        )],
        &[
            "f.jsonl:1 stored",
            "f.jsonl:2 duplicate",
            "f.jsonl:3 rejected: the key \"1\" stands for other bytes already",
            "f.jsonl:4 stored",
            "f.jsonl:5 stored",
            "f.jsonl:6 stored",
            "f.jsonl:7 stored",
        ],
    );
    let day = |day: &str| format!(r#"{{"text":"one","published":"{day}"}}"#);
    check(
        &[("f.jsonl", &lines(&[day("2016-05-03"), day("2016-05-03"), day("2016-05-04")]))],
        &["f.jsonl:1 stored", "f.jsonl:2 duplicate", "f.jsonl:3 stored"],
    );
}

#[test]
fn duplicates_of_another_run_and_another_day() {
    let dir = folder();
    let store = store(dir.path(), &env(62));
    let on = |day: &str| Envelope { published: Some(day.into()), ..Envelope::default() };
    let run = |day: &str| told(&ingest(&store, &[("a.txt", b"same")], &on(day))[0]);
    assert_eq!(run("2016-05-03"), "a.txt stored");
    assert_eq!(run("2016-05-03"), "a.txt duplicate");
    assert_eq!(run("2016-05-04"), "a.txt stored");
    let from = Envelope { source: Some("elsewhere".into()), ..on("2016-05-03") };
    assert_eq!(told(&ingest(&store, &[("a.txt", b"same")], &from)[0]), "a.txt stored");
}

/// The ledger holds what came, byte for byte, with a mark of byte order as well.
fn kept(dir: &Path, name: &str, bytes: &[u8]) {
    let store = store(dir, &env(63));
    ingest(&store, &[(name, bytes)], &Envelope::default());
    let report = reports(&store).pop().expect("the report is stored");
    assert_eq!(report.raw.as_bytes(), bytes);
    assert_eq!(report.sha256, sha256_hex(bytes));
    assert!(!report.text().starts_with('\u{feff}'));
    assert_eq!(report.text_sha256, sha256_hex(report.text().as_bytes()));
}

#[test]
fn bytes_are_kept_as_they_came() {
    for (name, bytes) in [
        ("a.txt", "سطر\r\nسطر\u{200f} \n".as_bytes()),
        ("b.txt", "\u{feff}سطر".as_bytes()),
        ("c.json", "\u{feff}{\"text\": \"سطر\", \"title\": \"ع\"}\n".as_bytes()),
        ("d.txt", b"\x01\x02 control \x7f \\ \" \x1b[31m"),
    ] {
        kept(folder().path(), name, bytes);
    }
}

/// Keys and sources with every odd character come back from the intake table as they are.
#[test]
fn odd_keys_and_sources_verify() {
    let odd: String =
        (1..0x20u8).map(char::from).chain("\"\\/\u{7f}\u{2028}\u{fffd}😀 حلب".chars()).collect();
    let dir = folder();
    let store = store(dir.path(), &env(64));
    let line = serde_json::json!({"id": odd, "source": format!("s{odd}"), "text": "one"});
    let receipts = ingest(&store, &[("f.json", line.to_string().as_bytes())], &Envelope::default());
    assert_eq!(told(&receipts[0]), "f.json stored");
    drop(store);
    sound(dir.path(), true);
}

#[test]
fn a_unit_that_could_not_be_read_is_a_receipt_too() {
    let dir = folder();
    let (store, env) = (store(dir.path(), &env(65)), env(66));
    let mut ingest = Ingest::new(&store, data(), &env, "a test");
    let refusal = hudna::ingest::Refusal::new("gone", "look elsewhere");
    let unit = Unit { label: "x".into(), content: Err(refusal) };
    ingest.unit(unit, &Envelope::default()).unwrap();
    let (receipts, counts) = ingest.finish().unwrap();
    assert_eq!(told(&receipts[0]), "x rejected: gone; look elsewhere");
    assert_eq!((counts.units, counts.rejected), (1, 1));
}
