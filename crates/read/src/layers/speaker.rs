//! Who speaks: the subject of a verb of saying, carried over sentences until another speaks.

use std::ops::Range;

use hudna_model::Name;

use crate::doc::{Clause, Doc};
use crate::frame::phrase::{Phrase, phrases};
use crate::frame::relation::{Matcher, name_of};
use crate::pack::frames::{Filler, Rel};
use crate::pack::lexicon::Lexeme;

/// A verb of saying, resolved.
#[derive(Debug, Clone)]
pub struct Speech<'a> {
    /// Tokens of the verb.
    pub at: Range<usize>,
    /// Index of its clause.
    pub clause: usize,
    /// The word.
    pub lexeme: &'a Lexeme,
    /// Who speaks, where known.
    pub speaker: Option<Name>,
    /// An anonymous source, or words of attribution.
    pub anonymous: bool,
}

/// Finds all verbs of saying with their speakers.
pub fn find<'a>(doc: &Doc<'a>) -> Vec<Speech<'a>> {
    let mut out: Vec<Speech<'a>> = Vec::new();
    let mut carried: Option<(Name, bool)> = None;
    for (index, clause) in doc.clauses.iter().enumerate() {
        for mention in doc.mentions_in(&clause.at) {
            let Some(lexeme) = speech(doc, clause, mention) else { continue };
            let told = subject(doc, clause, &mention.at);
            let told = told.filter(|(name, _)| !name.text.is_empty());
            let speaker = told.or_else(|| carried.clone());
            if let Some((name, anonymous)) = &speaker {
                carried = Some((name.clone(), *anonymous));
            }
            out.push(Speech {
                at: mention.at.clone(),
                clause: index,
                lexeme,
                anonymous: speaker.as_ref().is_some_and(|s| s.1),
                speaker: speaker.map(|s| s.0),
            });
        }
    }
    out
}

/// The lexeme of saying; one whose complement follows wins over one without.
fn speech<'a>(doc: &Doc<'a>, clause: &Clause, mention: &crate::doc::Mention) -> Option<&'a Lexeme> {
    let lexemes: Vec<_> = mention
        .lexemes(doc.lang)
        .filter(|(l, _)| l.is("speech") || l.is("attribution"))
        .map(|(l, _)| l)
        .collect();
    let follows = |l: &&&Lexeme| {
        !l.complements.is_empty()
            && l.complements.iter().any(|c| complement_follows(doc, clause, mention.at.end, c))
    };
    lexemes
        .iter()
        .find(follows)
        .or_else(|| lexemes.iter().find(|l| l.complements.is_empty()))
        .copied()
}

/// How far behind its verb a complement may begin, in words.
const COMPLEMENT_REACH: usize = 9;

/// Whether a complement follows within reach.
pub(crate) fn complement_follows(
    doc: &Doc<'_>,
    clause: &Clause,
    from: usize,
    complement: &str,
) -> bool {
    let words: Vec<&str> = complement.split(' ').collect();
    let end = clause.at.end.min(from + COMPLEMENT_REACH);
    let fits = |i: usize| {
        words.iter().enumerate().all(|(k, w)| {
            doc.tokens.get(i + k).is_some_and(|t| {
                t.text == *w
                    || t.text.strip_prefix("ال") == Some(w)
                    || (k == 0 && bare(&t.text) == *w)
            })
        })
    };
    (from..end).any(fits)
}

fn bare(word: &str) -> &str {
    word.strip_prefix("بال").or(word.strip_prefix('ب')).unwrap_or(word)
}

fn subject(doc: &Doc<'_>, clause: &Clause, verb: &Range<usize>) -> Option<(Name, bool)> {
    let sentence = &doc.sentences[clause.sentence];
    let list = phrases(doc, &clause.at, verb);
    let matcher = Matcher { doc, clause, sentence, trigger: verb, phrases: &list, places: &[] };
    let filter = ["speaker".to_owned()].to_vec();
    let subject = Filler { rel: Rel::Subject, filter };
    let phrase: Phrase = matcher.find(&subject, &[])?;
    let anonymous = doc
        .mentions_in(&phrase.at)
        .any(|m| m.lexemes(doc.lang).any(|(l, _)| l.tag("anon").is_some()));
    Some((name_of(doc, &phrase.at), anonymous))
}
