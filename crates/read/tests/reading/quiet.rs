//! Harmless prose gives no claims, but for those listed in `quiet/known.tsv`.

use std::collections::BTreeSet;

use crate::{folder, reading};

/// Words of the corpus at least.
const WORDS: usize = 0;

/// False claims that are known; lower it when fewer are, never raise it.
const KNOWN_AT_MOST: usize = 0;

/// File, words and rule of each claim that the corpus gives.
fn found() -> (usize, BTreeSet<[String; 3]>) {
    let (mut words, mut found) = (0, BTreeSet::new());
    let files = std::fs::read_dir(folder("tests/quiet")).unwrap().map(|e| e.unwrap().path());
    for path in files.filter(|p| p.extension().is_some_and(|e| e == "txt")) {
        let text = std::fs::read_to_string(&path).unwrap();
        words += text.split_whitespace().count();
        let name = path.file_stem().unwrap().to_string_lossy().into_owned();
        for claim in reading(&text, "2021-03-15").claims {
            let said = claim.evidence.text.split_whitespace().collect::<Vec<_>>().join(" ");
            found.insert([name.clone(), said, claim.rule]);
        }
    }
    (words, found)
}

/// Rows of `known.tsv`: file, words, rule; each has a fourth column that says why.
fn known() -> BTreeSet<[String; 3]> {
    let text = std::fs::read_to_string(folder("tests/quiet/known.tsv")).unwrap();
    let rows = text.lines().filter(|l| !l.starts_with('#'));
    rows.map(|line| match line.split('\t').collect::<Vec<_>>()[..] {
        [file, words, rule, why] if !why.is_empty() => [file, words, rule].map(str::to_owned),
        _ => panic!("known.tsv: \"{line}\" is not: file, words, rule, why"),
    })
    .collect()
}

#[test]
fn harmless_prose_gives_no_claims() {
    let (words, found) = found();
    let known = known();
    let rows = |list: Vec<&[String; 3]>| {
        list.iter().map(|row| row.join("\t")).collect::<Vec<_>>().join("\n")
    };
    let new: Vec<_> = found.difference(&known).collect();
    let gone: Vec<_> = known.difference(&found).collect();
    println!("{words} words, {} claims, {} known", found.len(), known.len());
    assert!(new.is_empty(), "claims of harmless prose:\n{}", rows(new));
    assert!(gone.is_empty(), "no longer read, take out of known.tsv:\n{}", rows(gone));
    assert!(known.len() <= KNOWN_AT_MOST, "{} known, {KNOWN_AT_MOST} at most", known.len());
    assert!(words >= WORDS, "only {words} words");
}
