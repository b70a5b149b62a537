//! What reports are read to say: examples of the data, sentences with their claims, phenomena one
//! by one, harmless prose, properties that hold for any text, and the reference report.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

mod literate;
mod phenomena;
mod properties;
mod quiet;
mod sentences;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use hudna_model::{Reading, Report};
use hudna_read::{Files, Pack, check_examples, read};
use serde_json::Value;

use crate::literate::{brief, holds};

static PACK: LazyLock<Pack> = LazyLock::new(|| {
    let root = folder("../../data");
    let mut files = Files::new();
    gather(&root, &root, &mut files);
    Pack::load(&files).unwrap_or_else(|faults| panic!("{}", lines(&faults)))
});

fn folder(inside: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(inside)
}

fn gather(at: &Path, root: &Path, files: &mut Files) {
    for entry in std::fs::read_dir(at).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            gather(&path, root, files);
        } else if let Ok(text) = std::fs::read_to_string(&path) {
            let name = path.strip_prefix(root).unwrap().to_str().unwrap().replace('\\', "/");
            files.insert(name, text);
        }
    }
}

fn lines(list: &[impl ToString]) -> String {
    list.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n")
}

fn reading(text: &str, published: &str) -> Reading {
    reading_in("ar", text, published)
}

fn reading_in(lang: &str, text: &str, published: &str) -> Reading {
    let report = Report {
        id: "r".into(),
        text: text.to_owned(),
        lang: Some(lang.into()),
        published: Some(published.to_owned()),
        ..Report::default()
    };
    read(&report, &PACK).0
}

fn claims(text: &str, published: &str) -> Vec<Value> {
    claims_in("ar", text, published)
}

fn claims_in(lang: &str, text: &str, published: &str) -> Vec<Value> {
    let found = reading_in(lang, text, published).claims;
    found.iter().map(|c| serde_json::to_value(c).unwrap()).collect()
}

#[test]
fn every_example_of_the_data_holds() {
    let faults = check_examples(&PACK);
    assert!(faults.is_empty(), "{}", lines(&faults));
}

/// The wire report that the walk-through opens with; it is not part of the repository.
#[test]
fn the_reference_report_is_read() {
    let path = folder("../../../shared/reports/2016-05-03-ar.txt");
    let Ok(text) = std::fs::read_to_string(&path) else {
        println!("skipped: the reference report is not beside this repository");
        return;
    };
    let claims = claims(&text, "2016-05-03");
    let expected: BTreeMap<&str, &str> = REFERENCE.iter().copied().collect();
    let missing: Vec<_> = expected.iter().filter(|(_, e)| !holds(&claims, e)).collect();
    let read: Vec<String> = claims.iter().map(brief).collect();
    assert!(missing.is_empty(), "missing: {missing:#?}\nread:\n{}", read.join("\n"));
}

/// What the reference report must give.
const REFERENCE: &[(&str, &str)] = &[
    (
        "toll of the renewed fighting",
        r#"toll outcome=killed low=250 high=250 cumulative=true place="مدينة حلب""#,
    ),
    ("battles in Aleppo", r#"violence act=clash place="مدينة حلب""#),
    ("truce at risk", "truce event=at_risk"),
    (
        "the envoy to Moscow today",
        r#"meeting form=visit status=planned date=2016-05-03 participants="دي ميستورا""#,
    ),
    ("the visit to Geneva", r#"meeting form=visit status=held place=جنيف date=2016-05-02"#),
    ("telephone talks", "meeting form=call status=held"),
    ("emergency meeting", "meeting form=meeting status=held"),
    ("appeal of the secretary-general", r#"statement speech_act=appeal addressee="جميع الأطراف""#),
    ("recommit", r#"commitment what=cease_fire status=demanded who="جميع الأطراف""#),
    ("briefing of the council", "commitment what=brief status=promised"),
    ("new measures", "commitment what=other status=agreed"),
    ("the next meeting", "commitment what=meet status=promised"),
];
