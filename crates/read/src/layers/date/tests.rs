//! `tests/dates.md`: expressions and what they must resolve to.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::path::Path;

use super::{Date, Side};
use crate::doc::Doc;
use crate::{Files, Pack};

fn gather(at: &Path, root: &Path, files: &mut Files) {
    for entry in std::fs::read_dir(at).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            gather(&path, root, files);
        } else if let Ok(text) = std::fs::read_to_string(&path) {
            files.insert(
                path.strip_prefix(root).unwrap().to_str().unwrap().replace('\\', "/"),
                text,
            );
        }
    }
}

/// The data of the repository.
pub(crate) fn pack() -> Pack {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../data");
    let mut files = Files::new();
    gather(&root, &root, &mut files);
    Pack::load(&files).unwrap()
}

/// A date as the table writes it: `words = start`, `start..end`, `start month`, and the flags
/// `due`, `since`, `after`, `before`, `until`; `?` where no day is known.
fn told(doc: &Doc<'_>, date: &Date) -> String {
    let when = date.resolved.as_ref().map_or("?".to_owned(), |r| match &r.end {
        Some(end) => format!("{}..{end}", r.start),
        None => r.start.clone(),
    });
    let side = match date.side {
        Side::On => "",
        Side::Since if date.since => " since",
        Side::Since => "",
        Side::After => " after",
        Side::Before => " before",
        Side::Until => " until",
    };
    let due = if date.due { " due" } else { "" };
    format!("{} = {when}{side}{due}", doc.words(&date.at))
}

fn check(
    (pack, lang): (&Pack, &str),
    published: &str,
    sentence: &str,
    expected: &[String],
) -> Result<(), String> {
    let doc = Doc::new(pack, &pack.langs[lang], sentence, published.parse().ok());
    let got: Vec<String> = doc.dates.iter().map(|d| told(&doc, d)).collect();
    let wanted: Vec<String> =
        expected.iter().filter(|e| *e != "none").map(|e| e.to_owned()).collect();
    if got == wanted {
        return Ok(());
    }
    Err(format!("{sentence}\n  wanted: {}\n  read:   {}", wanted.join(" | "), got.join(" | ")))
}

#[test]
fn expressions_resolve() {
    all_resolve("ar", "tests/dates.md", 60);
}

#[test]
fn english_expressions_resolve() {
    all_resolve("en", "tests/dates-en.md", 25);
}

fn all_resolve(lang: &str, file: &str, at_least: usize) {
    let pack = pack();
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(file);
    let text = std::fs::read_to_string(path).unwrap();
    let (mut published, mut count, mut faults) = (String::new(), 0, Vec::new());
    let mut lines = text.lines().peekable();
    while let Some(line) = lines.next() {
        if let Some(day) = line.strip_prefix("Published ") {
            published = day.trim_end_matches('.').to_owned();
        } else if let Some(sentence) = line.strip_prefix("> ") {
            let mut expected = Vec::new();
            while let Some(row) = lines.peek().and_then(|l| l.strip_prefix("- ")) {
                expected.push(row.to_owned());
                lines.next();
            }
            count += 1;
            faults.extend(check((&pack, lang), &published, sentence, &expected).err());
        }
    }
    println!("{} of {count} expressions resolve", count - faults.len());
    assert!(count >= at_least, "only {count} expressions in {file}");
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}
