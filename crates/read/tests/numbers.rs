//! Numbers and the tolls that they count: every expression and sentence of `numbers.md`.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use hudna_model::Report;
use hudna_read::doc::Doc;
use hudna_read::{Files, Pack, read};
use serde_json::Value;

static PACK: LazyLock<Pack> = LazyLock::new(|| {
    let root = folder("../../data");
    let mut files = Files::new();
    gather(&root, &root, &mut files);
    Pack::load(&files).unwrap_or_else(|faults| {
        panic!("{}", faults.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n"))
    })
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

/// Bounds as `numbers.md` writes them: `12`, `43..`, `..30`, `20..99`.
fn bounds(low: Option<u64>, high: Option<u64>) -> String {
    let word = |n: Option<u64>| n.map(|n| n.to_string()).unwrap_or_default();
    match (low, high) {
        (Some(a), Some(b)) if a == b => a.to_string(),
        _ => format!("{}..{}", word(low), word(high)),
    }
}

/// The numbers of an expression, `+` between them, or `none`.
fn numbers(lang: &str, text: &str) -> String {
    let doc = Doc::new(&PACK, &PACK.langs[lang], text, None);
    let told: Vec<String> = doc
        .quantities
        .iter()
        .map(|q| bounds(q.low.map(u64::from), q.high.map(u64::from)))
        .collect();
    if told.is_empty() { "none".into() } else { told.join("+") }
}

/// A toll as `numbers.md` writes it: outcome, bounds, and what else a line may name.
fn words(toll: &Value) -> Vec<String> {
    let mut out = vec![
        toll["outcome"].as_str().unwrap().to_owned(),
        bounds(toll["low"].as_u64(), toll["high"].as_u64()),
        toll["victims"].as_str().unwrap_or_default().to_owned(),
    ];
    let said = |key: &str| toll[key]["text"].as_str();
    out.extend(said("side").map(|s| format!("side={s}")));
    out.extend(said("place").map(|p| format!("in={p}")));
    for (key, word) in [("cumulative", "cumulative"), ("vague", "vague")] {
        out.extend((toll[key] == true).then(|| word.to_owned()));
    }
    out.extend(toll["subset_of"].is_string().then(|| "part".to_owned()));
    out
}

fn tolls(lang: &str, text: &str) -> Vec<Vec<String>> {
    let report = Report {
        id: "r".into(),
        text: text.to_owned(),
        lang: Some(lang.into()),
        published: Some("2016-05-03".into()),
        ..Report::default()
    };
    let claims = read(&report, &PACK).0.claims;
    let values = claims.iter().map(|c| serde_json::to_value(c).unwrap());
    values.filter(|v| v["kind"] == "toll").map(|v| words(&v)).collect()
}

/// Words between which spaces stand; of `in="x y"` the quotes hold one word together.
fn split(line: &str) -> Vec<String> {
    let mut out = Vec::new();
    let (mut word, mut quoted) = (String::new(), false);
    for c in line.chars() {
        match c {
            '"' => quoted = !quoted,
            ' ' if !quoted => out.extend((!word.is_empty()).then(|| std::mem::take(&mut word))),
            c => word.push(c),
        }
    }
    out.extend((!word.is_empty()).then_some(word));
    out
}

/// Each wanted toll has one of its own that says all its words, and no other toll is left.
fn fits(read: &[Vec<String>], wanted: &[Vec<String>]) -> bool {
    let mut left: Vec<&Vec<String>> = read.iter().collect();
    let all = wanted.iter().all(|w| {
        let at = left.iter().position(|t| w.iter().all(|word| t.contains(word)));
        at.map(|i| left.remove(i)).is_some()
    });
    all && left.is_empty()
}

/// Paragraphs of `numbers.md` under a heading: the quoted line and the lines of its list.
fn examples(file: &str, heading: &str) -> Vec<(String, Vec<String>)> {
    let text = std::fs::read_to_string(folder(file)).unwrap();
    let mut out: Vec<(String, Vec<String>)> = Vec::new();
    let mut inside = false;
    for line in text.lines() {
        if let Some(title) = line.strip_prefix("## ") {
            inside = title.starts_with(heading);
        } else if let Some(said) = line.strip_prefix("> ").filter(|_| inside) {
            out.push((said.to_owned(), Vec::new()));
        } else if let Some(item) = line.strip_prefix("- ").filter(|_| inside) {
            out.last_mut().unwrap().1.push(item.to_owned());
        }
    }
    out
}

#[test]
fn number_expressions_have_their_values() {
    expressions("ar", "tests/numbers.md", 40);
}

#[test]
fn english_number_expressions_have_their_values() {
    expressions("en", "tests/numbers-en.md", 25);
}

fn expressions(lang: &str, file: &str, at_least: usize) {
    let examples = examples(file, "Expressions");
    assert!(examples.len() >= at_least, "only {} expressions", examples.len());
    let faults: Vec<String> = examples
        .iter()
        .filter(|(said, wanted)| numbers(lang, said) != wanted[0])
        .map(|(said, wanted)| format!("{said}: wanted {}, read {}", wanted[0], numbers(lang, said)))
        .collect();
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn sentences_give_their_tolls_and_no_others() {
    sentences("ar", "tests/numbers.md", 60);
}

#[test]
fn english_sentences_give_their_tolls_and_no_others() {
    sentences("en", "tests/numbers-en.md", 18);
}

fn sentences(lang: &str, file: &str, at_least: usize) {
    let examples = examples(file, "Tolls");
    assert!(examples.len() >= at_least, "only {} sentences", examples.len());
    let mut faults = Vec::new();
    for (said, wanted) in &examples {
        let list: Vec<Vec<String>> =
            wanted.iter().filter(|w| *w != "none").map(|w| split(w)).collect();
        let read = tolls(lang, said);
        if !fits(&read, &list) {
            let read: Vec<String> = read.iter().map(|t| format!("    {}", t.join(" "))).collect();
            faults.push(format!("{said}\n  wanted: {wanted:?}\n  read:\n{}", read.join("\n")));
        }
    }
    assert!(faults.is_empty(), "{} of {}:\n{}", faults.len(), examples.len(), faults.join("\n\n"));
}
