//! Clauses of English.

use crate::doc::{Clause, Doc};
use crate::frame::english::{Part, part};

/// Cuts every sentence into clauses: at subordinating words, relatives and "that", behind a comma
/// or "and" where a verb or a subject with its verb follows.
pub(crate) fn find(doc: &Doc<'_>) -> Vec<Clause> {
    let mut out = Vec::new();
    for (sentence, range) in doc.sentences.iter().enumerate() {
        let mut start = range.start;
        for i in range.clone() {
            if i > start + 1 && begins(doc, i, range.end) {
                out.push(Clause { at: start..i, sentence });
                start = i;
            }
        }
        out.push(Clause { at: start..range.end, sentence });
    }
    out
}

/// How far behind "and" the verb of a new clause may stand, in tokens.
const SUBJECT: usize = 7;

fn begins(doc: &Doc<'_>, i: usize, end: usize) -> bool {
    if doc.is_particle(i, "subord") || part(doc, i) == Part::Relative {
        return true;
    }
    let said = |k: usize| doc.mention_at(k).is_some_and(|m| m.lexeme(doc.lang, "speech").is_some());
    if doc.is_particle(i, "that") && said(i - 1) {
        return true;
    }
    let before = part(doc, i - 1);
    let comma = doc.tokens[i - 1].is_mark(",:–—");
    if comma || before == Part::And {
        return match part(doc, i) {
            Part::Verb(_) => true,
            Part::Word(_) | Part::Determiner | Part::Pronoun => {
                before == Part::And && verb_soon(doc, i, end)
            }
            _ => false,
        };
    }
    false
}

/// Whether a subject and its verb follow, with no other joint in between.
fn verb_soon(doc: &Doc<'_>, from: usize, end: usize) -> bool {
    for i in from..end.min(from + SUBJECT) {
        match part(doc, i) {
            Part::Verb(_) => {
                let finite = doc
                    .mention_at(i)
                    .is_none_or(|m| m.is_verb() || m.lexemes(doc.lang).next().is_none());
                return finite;
            }
            Part::Mark | Part::And | Part::Relative | Part::Preposition(_) => return false,
            _ => {}
        }
    }
    false
}
