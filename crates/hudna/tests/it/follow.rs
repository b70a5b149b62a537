//! A story is followed: counts add up, a second time changes nothing.

use std::collections::BTreeSet;

use hudna::ingest::{Outcome, Receipt};
use hudna::model::digest::sha256_hex;
use hudna::record::Record;

use crate::world::{
    data, derived, env, example, example_store, folder, followed, sound, store, tables,
};

fn kinds(receipts: &[Receipt]) -> BTreeSet<&'static str> {
    let kind = |r: &Receipt| match r.outcome {
        Outcome::Stored { .. } => "stored",
        Outcome::Duplicate { .. } => "duplicate",
        Outcome::Rejected(_) => "rejected",
    };
    receipts.iter().map(kind).collect()
}

#[test]
fn every_unit_is_accounted_for_and_a_second_time_all_are_duplicates() {
    let (dir, env) = (folder(), env(10));
    let store = store(dir.path(), &env);
    let first = followed(&example(), &store, &env).expect("the example can be followed");
    let c = first.counts;
    assert!(c.units >= 12, "{c:?}");
    assert_eq!(c.units, c.stored + c.duplicate + c.rejected);
    assert_eq!(c.units, first.receipts.len() as u64);
    assert_eq!(kinds(&first.receipts), BTreeSet::from(["stored"]));
    assert!(first.decisions.2.is_empty(), "{:?}", first.decisions.2);
    let (size, rows) = (store.size().unwrap(), tables(&store));

    let second = followed(&example(), &store, &env).expect("and followed again");
    assert_eq!(kinds(&second.receipts), BTreeSet::from(["duplicate"]));
    assert_eq!(second.counts.duplicate, c.units);
    assert_eq!(second.counts_file.map(|(_, new)| new), Some(false));
    assert_eq!(second.decisions.0, 0);
    assert_eq!(store.size().unwrap(), size);
    assert_eq!(tables(&store), rows);
    assert_eq!(second.situation.head, first.situation.head);
    drop(store);
    sound(dir.path(), true);
}

/// The example with something else in the place of a part of its file.
fn changed(part: &str, by: &str) -> tempfile::TempDir {
    let other = folder();
    let toml = std::fs::read_to_string(example().join("story.toml")).unwrap();
    assert!(toml.contains(part), "{part}");
    std::fs::write(other.path().join("story.toml"), toml.replacen(part, by, 1)).unwrap();
    std::fs::copy(example().join("counts.csv"), other.path().join("counts.csv")).unwrap();
    std::fs::create_dir(other.path().join("reports")).unwrap();
    for entry in std::fs::read_dir(example().join("reports")).unwrap() {
        let from = entry.unwrap().path();
        let to = other.path().join("reports").join(from.file_name().unwrap());
        std::fs::copy(from, to).unwrap();
    }
    other
}

/// Follows a story with one act changed: one is refused with these words, or the story is.
#[track_caller]
fn refuses(part: &str, by: &str, said: &str) {
    let (story, dir, env) = (changed(part, by), folder(), env(15));
    let store = store(dir.path(), &env);
    match followed(story.path(), &store, &env) {
        Err(error) => assert!(error.to_string().contains(said), "{error}"),
        Ok(done) => {
            let why: Vec<String> = done.decisions.2.iter().map(|r| r.why.clone()).collect();
            assert!(why.iter().any(|w| w.contains(said)), "{why:?}");
        }
    }
}

#[test]
fn acts_of_a_story_are_held_against_what_stands() {
    let reply = "step = { kind = \"replied\", party = \"syria-government\"";
    refuses(reply, "step = { kind = \"replied\", party = \"nobody\"", "no party has the id");
    refuses(reply, "step = { kind = \"replied\", party = \"russia\"", "case \"quds\"");
    refuses("undo = \"mistaken\"", "undo = \"lost\"", "no earlier act");
    refuses("quote = \"ثلاثة قتلى\" }", "quote = \"مئة قتيل\" }", "does not say");
    refuses("undo = \"mistaken\"", "undo = \"mistaken\"\nanswer = \"aircraft\"", "does 2 things");
    refuses("grade = { source = \"newspaper-a\"", "grade = { source = \"nobody\"", "no source");
    refuses("grade = \"D\" }", "grade = \"G\" }", "no grade");
    let opened = "{ kind = \"opened\", of = { report = \"reports/16-dabit-hospital.txt\", \
                  claim = \"toll\", quote = \"أفاد بمقتل 19 شخصا على الأقل\" } }";
    let by_id = "{ kind = \"opened\", claim = \"c1\", report = \"R-1\" }";
    refuses(opened, by_id, "opened on quoted words");
    refuses("2016-05-03T20:43:00", "2016-05-03T20:42:00", "acts twice");
}

#[test]
fn another_story_is_refused_and_the_store_stays_as_it_was() {
    let (dir, env) = (example_store(), env(11));
    let store = store(dir.path(), &env);
    let (size, rows) = (store.size().unwrap(), derived(&store));
    let other = folder();
    let toml = std::fs::read_to_string(example().join("story.toml")).unwrap();
    let toml = toml.replacen("id = \"syria-2016\"", "id = \"elsewhere\"", 1);
    std::fs::write(other.path().join("story.toml"), toml).unwrap();
    let Err(error) = followed(other.path(), &store, &env) else { panic!("must be refused") };
    assert!(error.to_string().contains("syria-2016"), "{error}");
    assert_eq!(error.exit(), 2);
    assert_eq!((store.size().unwrap(), derived(&store)), (size, rows));
}

#[test]
fn receipts_name_the_entry_that_holds_the_report() {
    let (dir, env) = (folder(), env(12));
    let store = store(dir.path(), &env);
    let told = followed(&example(), &store, &env).expect("the example can be followed");
    let mut reports = std::collections::BTreeMap::new();
    store
        .each_payload(|index, payload| {
            if let Record::Report(report) = payload.record {
                reports.insert(index, report);
            }
        })
        .unwrap();
    assert_eq!(reports.len(), told.receipts.len());
    for receipt in &told.receipts {
        let Outcome::Stored { id, entry, .. } = &receipt.outcome else { panic!("{receipt:?}") };
        let report = &reports[entry];
        assert_eq!((&report.id, &report.label), (id, &receipt.label));
        let bytes = std::fs::read(example().join(&receipt.label)).unwrap();
        assert_eq!(report.raw.as_bytes(), bytes, "{}", receipt.label);
        assert_eq!(report.sha256, sha256_hex(&bytes));
    }
}

#[test]
fn counts_are_kept_byte_for_byte() {
    let (dir, env) = (example_store(), env(13));
    let store = store(dir.path(), &env);
    let file = std::fs::read(example().join("counts.csv")).unwrap();
    let mut seen = 0;
    store
        .each_payload(|_, payload| {
            if let Record::Counts(counts) = payload.record {
                seen += 1;
                assert_eq!(counts.raw.as_bytes(), file);
                assert_eq!(counts.sha256, sha256_hex(&file));
            }
        })
        .unwrap();
    assert_eq!(seen, 1);
}

#[test]
fn no_claim_of_a_reading_is_lost_on_the_way_to_the_table() {
    let (dir, env) = (example_store(), env(14));
    let store = store(dir.path(), &env);
    let facts = hudna::facts::Facts::load(&store, None).unwrap();
    let read: usize = facts.reports.values().flat_map(|r| &r.reading).map(|r| r.claims.len()).sum();
    assert_eq!(store.table("claims").unwrap().len(), read);
    let situation = hudna::derive::situation(&store, data(), None).unwrap();
    assert_eq!(situation.claims.len(), read);
}
