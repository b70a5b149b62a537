//! The brief: every sentence has a source, and every source resolves.

use std::collections::BTreeSet;

use hudna::facts::Facts;
use hudna::{Data, Store};
use serde_json::Value;

use crate::run::{check, followed, on};

fn brief() -> Value {
    let text = std::fs::read_to_string(followed().join("brief.json")).expect("the brief is there");
    serde_json::from_str(&text).expect("JSON")
}

fn sentences(brief: &Value) -> Vec<Value> {
    let sections = brief["sections"].as_array().expect("sections").iter();
    sections.flat_map(|s| s["sentences"].as_array().expect("sentences").clone()).collect()
}

#[test]
fn every_sentence_is_in_both_languages_and_has_a_source() {
    let brief = brief();
    let list = sentences(&brief);
    assert!(list.len() > 20);
    for (at, sentence) in list.iter().enumerate() {
        assert_eq!(sentence["id"], format!("S{}", at + 1));
        for lang in ["ar", "en"] {
            assert!(sentence[lang].as_str().is_some_and(|s| !s.trim().is_empty()), "{sentence}");
        }
        assert!(sentence["cites"].as_array().is_some_and(|c| !c.is_empty()), "{sentence}");
    }
    assert!(brief["header"]["notice"]["ar"].is_string());
}

/// What the binary is asked for one by one: an id of each kind, and all that only it resolves.
#[test]
fn every_cited_id_resolves() {
    let data = Data::embedded().expect("the data load");
    let store = Store::open_reading(followed()).expect("the store opens");
    let facts = Facts::load(&store, None).expect("entries are read");
    let head = hudna::derive::head(&store).expect("a head");
    let situation = hudna::derive::picture(&facts, &data, head).expect("a picture");
    let (mut seen, mut asked) = (BTreeSet::new(), BTreeSet::new());
    for cite in sentences(&brief()).iter().flat_map(|s| s["cites"].as_array().expect("cites")) {
        let (kind, id) =
            (cite["kind"].as_str().expect("a kind"), cite["id"].as_str().expect("an id"));
        if !seen.insert(id.to_owned()) {
            continue;
        }
        let known = hudna::why::why(id, &situation, &facts).is_ok();
        if asked.insert(kind.to_owned()) || !known {
            let ran = on(followed(), &["why", id]);
            check(&ran, 0, &[]);
            assert_eq!(ran.json()["id"], id);
        }
    }
    assert!(seen.len() > 50 && asked.len() >= 5, "{asked:?}");
}

#[test]
fn a_sentence_is_explained_down_to_hashes() {
    for id in ["S1", "S2"] {
        let ran = on(followed(), &["why", id]);
        check(&ran, 0, &[]);
        let told = ran.json();
        assert_eq!(told["why"][0]["kind"], "sentence");
        assert!(ran.out.contains("\"sha256\""));
        let table = on(followed(), &["why", id, "--format", "table"]);
        check(&table, 0, &[]);
        assert!(table.out.contains("SHA-256"), "{}", table.out);
    }
}

#[test]
fn the_page_needs_nothing_from_elsewhere() {
    let page = std::fs::read_to_string(followed().join("brief.html")).expect("the page is there");
    assert!(page.contains("<svg") && page.contains("dir=\"rtl\"") && page.contains("lang=\"ar\""));
    for outside in ["<script src", "<link rel=\"stylesheet\"", "@import", "url(http", "src=\"http"]
    {
        assert!(!page.contains(outside), "{outside}");
    }
}

#[test]
fn printed_and_written_are_the_same() {
    let ran = on(followed(), &["brief"]);
    check(&ran, 0, &[]);
    assert_eq!(ran.json(), brief());
    let text = on(followed(), &["brief", "--format", "text", "--lang", "ar"]);
    check(&text, 0, &[]);
    assert!(text.out.contains("S1 ") && text.out.contains("حلب"));
}
