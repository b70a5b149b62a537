//! Who speaks: the subject of a verb of saying, carried over sentences until another speaks.

use std::ops::Range;

use hudna_model::Name;

use crate::doc::{Clause, Doc, Mention};
use crate::lang::ar::Feat;
use crate::layers::cast::{Cast, Speaker};
pub use crate::layers::subject::subject_of;
use crate::layers::subject::{acting, subject};
use crate::layers::voice::{self, Quotes};
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
    /// It is told within what another says.
    pub aside: bool,
}

impl Speech<'_> {
    /// Whether it is told by a mark, not by a word.
    pub fn by_mark(&self) -> bool {
        self.lexeme.tag(MARK).is_some()
    }
}

/// The tag of the entry that stands for a colon or quotation mark.
const MARK: &str = "mark";

/// Finds all verbs of saying with their speakers, and speech that marks alone tell.
pub fn find<'a>(doc: &Doc<'a>) -> Vec<Speech<'a>> {
    if doc.is_english() {
        return crate::layers::english::speaker::find(doc);
    }
    let mut scene = Scene { doc, out: Vec::new(), cast: Cast::default(), voice: None };
    let mut quotes = Quotes::default();
    let mut from = 0;
    for (sentence, range) in doc.sentences.iter().enumerate() {
        let to = from + doc.clauses[from..].iter().take_while(|c| c.sentence == sentence).count();
        scene.headline(range, from..to, quotes.open());
        for index in from..to {
            scene.clause(index);
        }
        quotes.pass(doc, range);
        from = to;
    }
    scene.out.sort_by_key(|s| s.at.start);
    scene.out
}

/// A report's speakers while it is read.
struct Scene<'d, 'a> {
    doc: &'d Doc<'a>,
    out: Vec<Speech<'a>>,
    cast: Cast,
    /// Whoever speaks without a verb, since a headline named him.
    voice: Option<Speaker>,
}

impl<'a> Scene<'_, 'a> {
    fn clause(&mut self, index: usize) {
        let doc = self.doc;
        let clause = &doc.clauses[index];
        for mention in doc.mentions_in(&clause.at) {
            let Some((lexeme, feat)) = speech(doc, clause, mention) else { continue };
            let told = subject(doc, clause, mention, (lexeme, feat));
            let aside = self.is_aside(clause, mention, feat);
            let speaker = match &told {
                Some(np) => Some(self.cast.enter(doc, np, aside)),
                None if lexeme.is("attribution") => None,
                None => untold(doc, &self.out, &self.cast, (clause, mention, feat)),
            };
            self.push((mention.at.clone(), index), (lexeme, feat), speaker, told.map(|np| np.at));
            if let Some(speech) = self.out.last_mut() {
                speech.aside = aside;
            }
        }
    }

    /// Whether a word of saying stands within what another says, or in a relative clause: nouns,
    /// quoted words, and verbs behind another in the sentence that neither و nor a word of
    /// contrast joins.
    fn is_aside(&self, clause: &Clause, mention: &Mention, feat: Feat) -> bool {
        let doc = self.doc;
        let sentence = &doc.sentences[clause.sentence];
        let mut beside = self.out.iter().rev().take_while(|s| sentence.contains(&s.at.start));
        let later = beside.any(|s| s.feat.is_verb() && !s.by_mark());
        let contrast = doc.is_particle(clause.at.start, "subord");
        !feat.is_verb()
            || doc.inside_quotes(&mention.at, sentence)
            || embedded(doc, mention.at.start)
            || later && !mention.conjunction && !contrast
    }

    /// What marks alone tell in a sentence: a headline's colon, items, an open quotation.
    fn headline(&mut self, sentence: &Range<usize>, clauses: Range<usize>, quoted: bool) {
        let doc = self.doc;
        let Some(lexeme) = voice::mark(doc) else { return };
        let head = voice::headline(doc, sentence).filter(|(np, _)| voice::heads(doc, np));
        let bullet = !sentence.is_empty() && voice::is_bullet(doc, sentence.start);
        let (items, told) = match &head {
            Some((np, colon)) => {
                self.voice = Some(self.cast.enter(doc, np, false));
                (voice::items(doc, *colon..sentence.end), Some(np.at.clone()))
            }
            None if bullet && self.voice.is_some() => (voice::items(doc, sentence.clone()), None),
            None => {
                self.voice = if quoted { self.cast.last() } else { None };
                (if quoted { vec![sentence.start] } else { Vec::new() }, None)
            }
        };
        let speaker = self.voice.clone().filter(|v| !v.media);
        for at in items.into_iter().filter(|_| speaker.is_some()) {
            let clause = clauses.clone().find(|c| doc.clauses[*c].at.contains(&at));
            let first = told.clone().filter(|t| t.end <= at);
            let Some(clause) = clause else { continue };
            self.push((at..at + 1, clause), (lexeme, Feat::Past), speaker.clone(), first);
        }
    }

    fn push(
        &mut self,
        (at, clause): (Range<usize>, usize),
        (lexeme, feat): (&'a Lexeme, Feat),
        speaker: Option<Speaker>,
        told: Option<Range<usize>>,
    ) {
        self.out.push(Speech {
            at,
            clause,
            lexeme,
            feat,
            anonymous: speaker.as_ref().is_some_and(|s| s.anonymous),
            media: speaker.as_ref().is_some_and(|s| s.media),
            speaker: speaker.map(|s| s.name),
            told,
            aside: false,
        });
    }
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
        && let Some(speaker) = governor(doc, verbs.clone(), cast, mention)
    {
        return speaker;
    }
    if verbs.next().is_some() && (feat == Feat::Active || mention.conjunction) {
        return cast.last_if(doc, mention, feat);
    }
    let acts = acting(doc, clause, mention, feat);
    acts.map(|np| cast.same(doc, &np)).or_else(|| cast.carried(doc, mention, feat))
}

/// Whose verb governs a participle: the nearest outside a relative clause whose speaker's gender
/// agrees, else the nearest.
fn governor<'s, 'a: 's>(
    doc: &Doc<'_>,
    verbs: impl Iterator<Item = &'s Speech<'a>> + Clone,
    cast: &Cast,
    participle: &Mention,
) -> Option<Option<Speaker>> {
    let feminine = doc.tokens[participle.at.start].text.ends_with('ه');
    let known = |s: &Speech<'_>| s.speaker.as_ref().and_then(|n| cast.known(n));
    let outer: Vec<_> = verbs.filter(|s| !embedded(doc, s.at.start)).collect();
    let agrees = |s: &&&Speech<'_>| known(s).is_some_and(|k| k.feminine == feminine);
    let mut main = outer.iter().filter(|s| !s.aside);
    let found = main.clone().find(agrees).or_else(|| main.next()).or(outer.first())?;
    Some(known(found))
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
