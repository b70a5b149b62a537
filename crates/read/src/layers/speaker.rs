//! Who speaks: the subject of a verb of saying, carried over sentences until another speaks.

use std::ops::Range;

use hudna_model::Name;

use crate::doc::{Clause, Doc, Mention};
use crate::lang::ar::Feat;
use crate::layers::cast::{Cast, Speaker};
pub use crate::layers::subject::subject_of;
use crate::layers::subject::{acting, subject};
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
    /// Its form.
    pub feat: Feat,
    /// Who speaks, where known.
    pub speaker: Option<Name>,
    /// Tokens of the speaker's phrase when he is told beside the verb.
    pub told: Option<Range<usize>>,
    /// An anonymous source, or words of attribution.
    pub anonymous: bool,
    /// A medium that passes on what it heard.
    pub media: bool,
}

/// Finds all verbs of saying with their speakers.
pub fn find<'a>(doc: &Doc<'a>) -> Vec<Speech<'a>> {
    let mut out: Vec<Speech<'a>> = Vec::new();
    let mut cast = Cast::default();
    for (index, clause) in doc.clauses.iter().enumerate() {
        for mention in doc.mentions_in(&clause.at) {
            let Some((lexeme, feat)) = speech(doc, clause, mention) else { continue };
            let told = subject(doc, clause, mention, (lexeme, feat));
            let speaker = match &told {
                Some(np) => Some(cast.enter(doc, np)),
                None if lexeme.is("attribution") => None,
                None => untold(doc, &out, &cast, (clause, mention, feat)),
            };
            out.push(Speech {
                at: mention.at.clone(),
                clause: index,
                lexeme,
                feat,
                anonymous: speaker.as_ref().is_some_and(|s| s.anonymous),
                media: speaker.as_ref().is_some_and(|s| s.media),
                speaker: speaker.map(|s| s.name),
                told: told.map(|np| np.at),
            });
        }
    }
    out
}

/// The speaker of a word that tells none: of a participle whoever the sentence's verb has said;
/// else whoever acts in the sentence; else whoever spoke before.
fn untold(
    doc: &Doc<'_>,
    before: &[Speech<'_>],
    cast: &Cast,
    (clause, mention, feat): (&Clause, &Mention, Feat),
) -> Option<Speaker> {
    let sentence = &doc.sentences[clause.sentence];
    let beside = before.iter().rev().take_while(|s| sentence.contains(&s.at.start));
    let mut verbs = beside.filter(|s| s.feat.is_verb());
    if feat == Feat::Active
        && let Some(governor) = verbs.clone().find(|s| !embedded(doc, s.at.start))
    {
        let name = governor.speaker.as_ref()?;
        return cast.known(name);
    }
    if verbs.next().is_some() && (feat == Feat::Active || mention.conjunction) {
        return cast.last_if(doc, mention, feat);
    }
    let acts = acting(doc, clause, mention, feat);
    acts.map(|np| cast.same(doc, &np)).or_else(|| cast.carried(doc, mention, feat))
}

/// A verb in a relative clause ("ما قاله", "الذي أعلن") governs no participle behind it.
fn embedded(doc: &Doc<'_>, verb: usize) -> bool {
    let Some(before) = verb.checked_sub(1) else { return false };
    let what = ["ما", "مما", "عما", "بما"];
    doc.is_particle(before, "rel") || what.contains(&doc.tokens[before].text.as_str())
}

/// The lexeme of saying; one whose complement follows wins over one without.
fn speech<'a>(doc: &Doc<'a>, clause: &Clause, mention: &Mention) -> Option<(&'a Lexeme, Feat)> {
    let lexemes: Vec<_> = mention
        .lexemes(doc.lang)
        .filter(|(l, _)| l.is("speech") || l.is("attribution"))
        .filter(|(_, f)| *f != Feat::Active || says_beside(doc, clause, mention))
        .collect();
    let follows = |l: &&(&'a Lexeme, Feat)| {
        !l.0.complements.is_empty()
            && l.0.complements.iter().any(|c| complement_follows(doc, clause, mention.at.end, c))
    };
    lexemes
        .iter()
        .find(follows)
        .or_else(|| lexemes.iter().find(|(l, _)| l.complements.is_empty()))
        .copied()
}

/// A participle says something beside a verb ("مضيفا أن", "داعية إلى"): indefinite, in the
/// accusative or feminine, and not the first word.
fn says_beside(doc: &Doc<'_>, clause: &Clause, mention: &Mention) -> bool {
    let text = doc.tokens[mention.at.start].text.as_str();
    let sentence = &doc.sentences[clause.sentence];
    let form = text.ends_with(['ا', 'ه']) || text.ends_with("ين") || text.ends_with("ات");
    // "بات مهددا": what follows a copula is said of the subject, not by him.
    let predicate = mention.at.start > 0 && doc.is_particle(mention.at.start - 1, "adv");
    form && !predicate
        && !mention.definite
        && mention.preposition.is_none()
        && !mention.enclitic
        && mention.at.start > sentence.start
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
