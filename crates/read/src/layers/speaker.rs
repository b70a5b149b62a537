//! Who speaks: the subject of a verb of saying, carried over sentences until another speaks.

use std::ops::Range;

use hudna_model::Name;

use crate::doc::{Clause, Doc, Mention};
use crate::frame::phrase::is_only_verb;
use crate::lang::ar::Feat;
use crate::layers::cast::Cast;
use crate::layers::person::{Head, Np, phrase_at};
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
            let told = subject(doc, clause, mention, feat);
            let beside = out.last().filter(|s| doc.clauses[s.clause].sentence == clause.sentence);
            let speaker = match &told {
                Some(np) => Some(cast.enter(doc, np)),
                None if lexeme.is("attribution") => None,
                None if beside.is_some() && (feat == Feat::Active || mention.conjunction) => {
                    cast.last_if(doc, mention, feat)
                }
                None => acting(doc, clause, mention, feat)
                    .map(|np| cast.enter(doc, &np))
                    .or_else(|| cast.carried(doc, mention, feat)),
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

/// The subject of a verb of saying: behind it, else before it in its clause, else before a
/// relative pronoun.
fn subject(doc: &Doc<'_>, clause: &Clause, verb: &Mention, feat: Feat) -> Option<Np> {
    let sentence = &doc.sentences[clause.sentence];
    match feat {
        Feat::Active => None,
        Feat::Present | Feat::Future if first_person(doc, verb) => None,
        f if f.is_verb() => {
            let np = told(doc, sentence, verb, |_| true);
            np.map(|np| mouthpiece(doc, sentence, &np).unwrap_or(np))
        }
        _ => genitive(doc, sentence, verb),
    }
}

/// The subject of any finite verb, where it is told; else that of a verb before it in the
/// sentence.
pub fn subject_of(doc: &Doc<'_>, clause: &Clause, verb: &Mention) -> Option<Np> {
    let sentence = &doc.sentences[clause.sentence];
    let known = |np: &Np| np.head != Head::Strange;
    told(doc, sentence, verb, known).or_else(|| in_force(doc, sentence, verb.at.start))
}

/// The subject of the nearest verb before the token whose subject is somebody.
pub fn in_force(doc: &Doc<'_>, sentence: &Range<usize>, before: usize) -> Option<Np> {
    let range = sentence.start..before;
    let mut verbs = doc.mentions_in(&range).rev().filter(|m| is_only_verb(doc, m));
    let somebody = |np: &Np| matches!(np.head, Head::Office | Head::Person);
    verbs.find_map(|verb| told(doc, sentence, verb, somebody))
}

/// Right before the verb, behind it, or before a relative pronoun.
fn told(
    doc: &Doc<'_>,
    sentence: &Range<usize>,
    verb: &Mention,
    fits: impl Fn(&Np) -> bool,
) -> Option<Np> {
    let close = ahead(doc, sentence, verb.at.start, false);
    close
        .filter(|np| np.head != Head::Strange)
        .or_else(|| relative(doc, sentence, verb))
        .or_else(|| behind(doc, sentence, verb))
        .or_else(|| ahead(doc, sentence, verb.at.start, true))
        .filter(fits)
}

/// "أكدت الجزائر على لسان وزير الخارجية": whoever lends the voice speaks.
fn mouthpiece(doc: &Doc<'_>, sentence: &Range<usize>, np: &Np) -> Option<Np> {
    let voice =
        doc.mention_at(np.at.end).filter(|m| m.lexeme(doc.lang, "attribution").is_some())?;
    phrase_at(doc, voice.at.end, sentence.end).filter(|np| np.head != Head::Strange)
}

/// "نأمل", "أعتقد": whoever is quoted speaks.
fn first_person(doc: &Doc<'_>, verb: &Mention) -> bool {
    let text = doc.tokens[verb.at.start].text.as_str();
    let text = text.strip_prefix(['و', 'ف']).filter(|_| verb.conjunction).unwrap_or(text);
    text.trim_start_matches('س').starts_with(['ن', 'ا'])
}

/// "دعوة الأمين العام إلى", "بحسب المرصد", "إعلان من الجيش".
fn genitive(doc: &Doc<'_>, sentence: &Range<usize>, noun: &Mention) -> Option<Np> {
    let next =
        noun.at.end + usize::from(doc.tokens.get(noun.at.end).is_some_and(|t| t.text == "من"));
    let np = phrase_at(doc, next, sentence.end)?;
    (np.head != Head::Strange && unattached(doc, &np)).then_some(np)
}

fn unattached(doc: &Doc<'_>, np: &Np) -> bool {
    doc.mention_at(np.at.start).is_none_or(|m| m.preposition.is_none() && !m.conjunction)
}

/// How far behind its verb a subject may begin, in tokens.
const SUBJECT_REACH: usize = 6;

fn behind(doc: &Doc<'_>, sentence: &Range<usize>, verb: &Mention) -> Option<Np> {
    let mut i = verb.at.end;
    while i < sentence.end.min(verb.at.end + SUBJECT_REACH) {
        if let Some(end) = skipped(doc, i) {
            i = end;
            continue;
        }
        if doc.is_particle(i, "document") {
            return author(doc, sentence, i);
        }
        let np = phrase_at(doc, i, sentence.end).filter(|np| unattached(doc, np))?;
        let sure = np.head != Head::Strange || content_follows(doc, np.at.end, sentence.end);
        return sure.then_some(np);
    }
    None
}

/// Who stands behind a statement or report that speaks: "قال بيان للجيش".
fn author(doc: &Doc<'_>, sentence: &Range<usize>, document: usize) -> Option<Np> {
    (document + 1..sentence.end.min(document + 5))
        .find_map(|i| phrase_at(doc, i, sentence.end).filter(|np| np.head != Head::Strange))
}

/// Adverbs, dates, pronouns and brackets between a verb and its subject.
fn skipped(doc: &Doc<'_>, i: usize) -> Option<usize> {
    if let Some(date) = doc.date_at(i) {
        return Some(date.at.end);
    }
    if doc.tokens[i].is_mark("،,") {
        return Some(i + 1);
    }
    let m = doc.mention_at(i).filter(|m| m.at.start == i)?;
    let adverb = m.lexeme(doc.lang, "adv").is_some();
    let bound = m.enclitic && (m.lexeme(doc.lang, "prep").is_some() || m.preposition.is_some());
    (adverb || bound).then_some(m.at.end)
}

/// What is said begins behind the phrase: "that", a colon, a quotation, a governed preposition.
fn content_follows(doc: &Doc<'_>, from: usize, end: usize) -> bool {
    let limit = end.min(from + 10);
    for i in from..limit {
        if doc.tokens[i].is_mark(":«“\"") {
            return true;
        }
        let Some(m) = doc.mention_at(i).filter(|m| m.at.start == i) else { continue };
        if m.lexeme(doc.lang, "that").is_some() {
            return true;
        }
        let governed = doc.is_particle(i, "link");
        if i == from && governed {
            return true;
        }
        if is_only_verb(doc, m) {
            return false;
        }
    }
    false
}

/// "الرئيس الذي دعا إلى".
fn relative(doc: &Doc<'_>, sentence: &Range<usize>, verb: &Mention) -> Option<Np> {
    let mut i = verb.at.start;
    while i > sentence.start && doc.is_particle(i - 1, "adv") {
        i -= 1;
    }
    let rel = i.checked_sub(1).filter(|r| *r >= sentence.start && doc.is_particle(*r, "rel"))?;
    ending_at(doc, sentence, rel)
}

/// A subject before its verb: "الرئيس الأمريكي قال"; `comma` allows one in between.
fn ahead(doc: &Doc<'_>, sentence: &Range<usize>, verb: usize, comma: bool) -> Option<Np> {
    let mut end = verb;
    let passes = |i: usize| {
        doc.is_particle(i, "adv")
            || doc.date_at(i).is_some()
            || comma && doc.tokens[i].is_mark("،,")
    };
    while end > sentence.start && passes(end - 1) {
        end -= 1;
    }
    ending_at(doc, sentence, end)
}

/// How far before its verb a subject may begin, in tokens.
const AHEAD: usize = 14;

/// The longest phrase that ends at the token and begins where a phrase may.
fn ending_at(doc: &Doc<'_>, sentence: &Range<usize>, end: usize) -> Option<Np> {
    let from = sentence.start.max(end.saturating_sub(AHEAD));
    (from..end).find_map(|s| {
        let np = phrase_at(doc, s, end).filter(|np| np.at.end == end)?;
        let begins = s == sentence.start || opens(doc, s - 1);
        let known = np.head != Head::Strange
            || (s == sentence.start && doc.tokens[s].text.starts_with("ال"));
        let governed = doc.mention_at(s).is_some_and(|m| m.preposition.is_some());
        (known && !governed && begins).then_some(np)
    })
}

/// Whether a clause may begin behind the token.
fn opens(doc: &Doc<'_>, i: usize) -> bool {
    if !doc.tokens[i].is_word() {
        return !doc.tokens[i].is_mark("«“\"(");
    }
    let classes = ["that", "subord", "conj", "adv"];
    doc.mention_at(i)
        .is_some_and(|m| m.lexemes(doc.lang).any(|(l, _)| classes.iter().any(|c| l.is(c))))
        || doc.date_at(i).is_some()
}

/// Whoever acts in the sentence speaks in its participle, or in a verb without a subject: "زار
/// الوزير المعسكر مؤكدا", "بعد أن أنهى الوزير زيارته اعتبر".
fn acting(doc: &Doc<'_>, clause: &Clause, mention: &Mention, feat: Feat) -> Option<Np> {
    let sentence = &doc.sentences[clause.sentence];
    if !feat.says_so() {
        return None;
    }
    in_force(doc, sentence, mention.at.start)
}
