//! Clauses: where one thing ends to be said and the next begins.

use crate::doc::{Clause, Doc};

/// Cuts every sentence into clauses. A clause begins behind a comma or colon that a verb or a
/// subordinating word follows, at a subordinating word, and at a verb joined by و or ف.
pub fn find(doc: &Doc<'_>) -> Vec<Clause> {
    if doc.is_english() {
        return crate::layers::english::clause::find(doc);
    }
    let mut out = Vec::new();
    for (sentence, range) in doc.sentences.iter().enumerate() {
        let mut start = range.start;
        for i in range.clone() {
            if i > start + 1 && begins(doc, i, start) {
                out.push(Clause { at: start..i, sentence });
                start = i;
            }
        }
        out.push(Clause { at: start..range.end, sentence });
    }
    out
}

fn begins(doc: &Doc<'_>, i: usize, start: usize) -> bool {
    let Some(mention) = doc.mention_at(i).filter(|m| m.at.start == i) else { return false };
    let after_mark = doc.tokens[i - 1].is_mark("،,:—–؛");
    let lexemes = || mention.lexemes(doc.lang);
    if lexemes().any(|(l, _)| l.is("subord")) {
        return true;
    }
    let verb = lexemes().any(|(_, f)| f.is_verb());
    if verb && (mention.conjunction || after_mark) {
        return true;
    }
    let speaks = |f: crate::lang::ar::Feat| f == crate::lang::ar::Feat::Active;
    let participle = lexemes().any(|(l, f)| l.is("speech") && speaks(f) && !mention.definite);
    let speech = lexemes().any(|(l, f)| l.is("speech") && f.is_verb());
    participle && i > start + 2 || speech && after_mark
}
