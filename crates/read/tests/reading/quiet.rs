//! Harmless prose gives no claims, but for those listed in `quiet/known.tsv`.

use std::collections::BTreeMap;

use crate::{folder, reading};

/// Words of the corpus at least.
const WORDS: usize = 6000;

/// False claims that are known; lower it when fewer are, never raise it.
const KNOWN_AT_MOST: usize = 14;

/// What one claim of the corpus, or one row of the list, is about. Two are the same when kind and
/// file are and their words overlap, so that better evidence does not make a known fault new.
struct False {
    file: String,
    /// Scalars of the text.
    at: std::ops::Range<usize>,
    rule: String,
    words: String,
}

impl False {
    fn same(&self, other: &False) -> bool {
        let kind = |rule: &str| rule.split('.').next().map(str::to_owned);
        let overlap = self.at.start < other.at.end && other.at.start < self.at.end;
        self.file == other.file && overlap && kind(&self.rule) == kind(&other.rule)
    }

    fn row(&self) -> String {
        [&*self.file, &*self.words, &*self.rule].join("\t")
    }
}

/// The texts by name, line breaks as blanks.
fn corpus() -> BTreeMap<String, String> {
    let files = std::fs::read_dir(folder("tests/quiet")).unwrap().map(|e| e.unwrap().path());
    let texts = files.filter(|p| p.extension().is_some_and(|e| e == "txt"));
    let name = |p: &std::path::Path| p.file_stem().unwrap().to_string_lossy().into_owned();
    texts.map(|p| (name(&p), std::fs::read_to_string(&p).unwrap())).collect()
}

/// The claims of a text.
fn found((file, text): (&String, &String)) -> Vec<False> {
    let claims = reading(text, "2021-03-15").claims.into_iter();
    let made = claims.map(|claim| False {
        file: file.clone(),
        at: claim.evidence.span.start..claim.evidence.span.end,
        words: claim.evidence.text.replace('\n', " "),
        rule: claim.rule,
    });
    made.collect()
}

/// Rows of `known.tsv`: file, words, rule, why.
fn known(corpus: &BTreeMap<String, String>) -> Vec<False> {
    let list = std::fs::read_to_string(folder("tests/quiet/known.tsv")).unwrap();
    let rows = list.lines().filter(|l| !l.starts_with('#'));
    let row = |line: &str| match line.split('\t').collect::<Vec<_>>()[..] {
        [file, words, rule, why] if !why.is_empty() => {
            let text = corpus.get(file).expect("a file of the corpus").replace('\n', " ");
            let byte = text.find(words).unwrap_or_else(|| panic!("{file} has no \"{words}\""));
            let start = text[..byte].chars().count();
            let at = start..start + words.chars().count();
            False { file: file.into(), at, rule: rule.into(), words: words.into() }
        }
        _ => panic!("known.tsv: \"{line}\" is not: file, words, rule, why"),
    };
    rows.map(row).collect()
}

#[test]
fn harmless_prose_gives_no_claims() {
    let corpus = corpus();
    let found: Vec<False> = corpus.iter().flat_map(found).collect();
    let known = known(&corpus);
    let without = |list: &[False], other: &[False]| {
        let alone = list.iter().filter(|f| !other.iter().any(|o| o.same(f)));
        alone.map(False::row).collect::<Vec<_>>().join("\n")
    };
    let words: usize = corpus.values().map(|t| t.split_whitespace().count()).sum();
    println!("{words} words, {} claims, {} known", found.len(), known.len());
    let new = without(&found, &known);
    let gone = without(&known, &found);
    assert!(
        new.is_empty() && gone.is_empty(),
        "claims of harmless prose:\n{new}\nno longer read, take out of known.tsv:\n{gone}"
    );
    assert!(known.len() <= KNOWN_AT_MOST, "{} known, {KNOWN_AT_MOST} at most", known.len());
    assert!(words >= WORDS, "only {words} words");
}
