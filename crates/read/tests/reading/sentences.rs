//! Sentences by construction: those that hold, and those known to be read wrongly.

use std::path::PathBuf;

use crate::literate::{Case, brief, cases, fault, holds};
use crate::{claims_in, folder};

/// How many expectations are known not to hold; lower it when fewer are, never raise it.
const KNOWN_AT_MOST: usize = 182;

/// Expectations that hold at least; so many are written, and none goes.
const HOLD_AT_LEAST: usize = 520;

fn files() -> Vec<PathBuf> {
    let entries = ["tests/ar", "tests/en"].map(|f| std::fs::read_dir(folder(f)).unwrap());
    let mut files: Vec<PathBuf> =
        entries.into_iter().flatten().map(|e| e.unwrap().path()).collect();
    files.retain(|p| p.extension().is_some_and(|e| e == "md"));
    files.push(folder("tests/reading.md"));
    files.sort();
    files
}

/// What is wrong with a case, one entry an expectation.
fn faults(case: &Case) -> Vec<String> {
    let claims = claims_in(&case.lang, &case.text, &case.published);
    let wrong = |(_, want): &&(usize, String)| holds(&claims, want) == case.known();
    let read: Vec<String> = claims.iter().map(|c| format!("    {}", brief(c))).collect();
    let tell = |(line, want): &(usize, String)| {
        let what = match case.known() {
            true => "holds now, move it out of Known".to_owned(),
            false => fault(&claims, want).why,
        };
        let Case { at, text, .. } = case;
        format!("{at} line {line}: {text}\n  {what}; wanted: {want}\n{}", read.join("\n"))
    };
    case.wants.iter().filter(wrong).map(tell).collect()
}

#[test]
fn sentences_give_their_claims() {
    let all: Vec<Case> = files().iter().flat_map(|p| cases(p)).collect();
    let count = |known: bool| {
        all.iter().filter(|c| c.known() == known).map(|c| c.wants.len()).sum::<usize>()
    };
    let (hold, known) = (count(false), count(true));
    println!("{} sentences, {hold} expectations hold, {known} are known not to", all.len());
    let faults: Vec<String> = all.iter().flat_map(faults).collect();
    assert!(faults.is_empty(), "{} faults\n{}", faults.len(), faults.join("\n\n"));
    assert!(hold >= HOLD_AT_LEAST, "only {hold} expectations that hold");
    assert!(known <= KNOWN_AT_MOST, "{known} known faults, {KNOWN_AT_MOST} at most");
}

#[test]
fn every_known_fault_has_a_reason() {
    let all = files().into_iter().flat_map(|p| cases(&p));
    let bare: Vec<String> =
        all.filter(|c| c.known() && c.reason.is_empty()).map(|c| c.at).collect();
    assert!(bare.is_empty(), "no reason (a line that begins with =): {}", bare.join(" "));
}
