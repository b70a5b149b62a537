//! Who speaks in English: before or behind the verb, before or behind what is said; a pronoun
//! stands for whoever spoke last.

use std::ops::Range;

use crate::doc::{Clause, Doc, Mention};
use crate::frame::english::{Part, part, subject};
use crate::lang::ar::Feat;
use crate::layers::cast::{Cast, Speaker};
use crate::layers::english::person::{phrase_at, subject_of};
use crate::layers::person::{Head, Np};
use crate::layers::speaker::{Speech, complement_follows};
use crate::pack::lexicon::Lexeme;

/// Finds all words of saying with their speakers.
pub(crate) fn find<'a>(doc: &Doc<'a>) -> Vec<Speech<'a>> {
    let mut out: Vec<Speech<'a>> = Vec::new();
    let mut cast = Cast::default();
    for (index, clause) in doc.clauses.iter().enumerate() {
        for mention in doc.mentions_in(&clause.at) {
            let Some((lexeme, feat)) = speech(doc, clause, mention) else { continue };
            let told = told(doc, clause, mention, lexeme, feat);
            let sentence = &doc.sentences[clause.sentence];
            let aside = !feat.is_verb() || doc.inside_quotes(&mention.at, sentence);
            let speaker = match told {
                Told::Np(ref np) => Some(cast.enter(doc, np, aside && !lexeme.is("attribution"))),
                Told::Pronoun(person) => {
                    let known = cast.last_of(person);
                    let acts = || acted_before(doc, clause.sentence, person);
                    known.or_else(|| acts().map(|np| cast.enter(doc, &np, false)))
                }
                Told::Carried => cast.last(),
                Told::Nobody => None,
            };
            out.push(speech_of(mention, index, (lexeme, feat), speaker, told, aside));
        }
    }
    out.sort_by_key(|s| s.at.start);
    out
}

fn speech_of<'a>(
    mention: &Mention,
    clause: usize,
    (lexeme, feat): (&'a Lexeme, Feat),
    speaker: Option<Speaker>,
    told: Told,
    aside: bool,
) -> Speech<'a> {
    let at = match told {
        Told::Np(np) => Some(np.at),
        _ => None,
    };
    Speech {
        at: mention.at.clone(),
        clause,
        lexeme,
        feat,
        anonymous: speaker.as_ref().is_some_and(|s| s.anonymous),
        media: speaker.as_ref().is_some_and(|s| s.media),
        speaker: speaker.map(|s| s.name),
        told: at,
        aside,
    }
}

/// How many sentences back somebody may be meant by a pronoun.
const BACK: usize = 2;

/// The first of the sort whom a sentence before names.
fn acted_before(doc: &Doc<'_>, sentence: usize, person: bool) -> Option<Np> {
    let fits = |np: &Np| match np.head {
        Head::Office | Head::Person => person,
        Head::Group => !person,
        Head::Strange => false,
    };
    (1..=BACK.min(sentence)).find_map(|back| {
        let range = doc.sentences[sentence - back].clone();
        range.clone().find_map(|i| phrase_at(doc, i, range.end).filter(fits))
    })
}

/// How a speaker is told.
enum Told {
    Np(Np),
    /// "he" and "she" stand for a person, "it" and "they" for others.
    Pronoun(bool),
    /// Not at all: whoever spoke last.
    Carried,
    Nobody,
}

/// The word of saying that a mention is; of several the one whose complement follows.
fn speech<'a>(doc: &Doc<'a>, clause: &Clause, mention: &Mention) -> Option<(&'a Lexeme, Feat)> {
    let list: Vec<_> = mention
        .lexemes(doc.lang)
        .filter(|(l, _)| l.is("speech") || l.is("attribution"))
        .filter(|(l, f)| l.is("attribution") || says(doc, mention, *f))
        .collect();
    let full = |l: &&(&'a Lexeme, Feat)| {
        !l.0.complements.is_empty()
            && l.0.complements.iter().any(|c| complement_follows(doc, clause, mention.at.end, c))
    };
    list.iter().find(full).or_else(|| list.iter().find(|(l, _)| l.complements.is_empty())).copied()
}

/// Whether a form of a verb of saying says something here: not a participle alone ("backed by"),
/// nor what a preposition governs ("accused of backing").
fn says(doc: &Doc<'_>, mention: &Mention, feat: Feat) -> bool {
    let before = mention.at.start.checked_sub(1);
    let governed = before.is_some_and(|i| matches!(part(doc, i), Part::Preposition(_)));
    match feat {
        Feat::Passive => false,
        Feat::Active => !governed,
        _ => true,
    }
}

fn told(doc: &Doc<'_>, clause: &Clause, verb: &Mention, lexeme: &Lexeme, feat: Feat) -> Told {
    let sentence = &doc.sentences[clause.sentence];
    if lexeme.is("attribution") {
        return here(doc, verb.at.end, sentence.end).map_or(Told::Nobody, Told::Np);
    }
    if !feat.is_verb() && !matches!(feat, Feat::Active | Feat::Passive) {
        return of_noun(doc, sentence, verb);
    }
    if verb.passive {
        return subject_of(doc, clause, verb).map_or(Told::Nobody, Told::Np);
    }
    if let Some(told) = inverted(doc, sentence, verb) {
        return told;
    }
    if let Some(person) = pronoun_before(doc, sentence, verb.at.start) {
        return person;
    }
    let found = subject(doc, sentence, verb.at.start)
        .and_then(|p| phrase_at(doc, p.at.start, verb.at.start).filter(|np| names(doc, np)));
    if let Some(np) = found {
        return Told::Np(np);
    }
    match feat {
        Feat::Active => Told::Carried,
        _ => here(doc, verb.at.end, sentence.end)
            .filter(|_| closes_before(doc, verb.at.start))
            .map_or(Told::Carried, Told::Np),
    }
}

/// Somebody who may speak: a name, an office, a group, a document; not a thing.
fn names(doc: &Doc<'_>, np: &Np) -> bool {
    np.head != Head::Strange
        || doc
            .mentions_in(&np.at)
            .any(|m| ["document", "victim"].iter().any(|c| m.lexeme(doc.lang, c).is_some()))
        || np.at.clone().any(|i| doc.tokens[i].capital)
}

/// The phrase that begins at the token.
fn here(doc: &Doc<'_>, at: usize, limit: usize) -> Option<Np> {
    phrase_at(doc, at, limit)
}

/// Whether a comma or a closing quotation stands before the verb: "…," said the minister.
fn closes_before(doc: &Doc<'_>, verb: usize) -> bool {
    verb > 0 && doc.tokens[verb - 1].is_mark(",\"”’'»")
}

/// "… said the minister", "… said Observatory director Rami Ahmed": the subject right behind the
/// verb, which ends the sentence or what is said.
fn inverted(doc: &Doc<'_>, sentence: &Range<usize>, verb: &Mention) -> Option<Told> {
    let from = verb.at.end;
    let before = verb.at.start.checked_sub(1).filter(|b| *b >= sentence.start)?;
    let quoted = doc.tokens[before].is_mark(",\"”’'»");
    let np = here(doc, from, sentence.end).filter(|np| np.head != Head::Strange)?;
    let own = subject(doc, sentence, verb.at.start)
        .is_some_and(|p| p.at.end + 1 >= verb.at.start && !quoted);
    let pronoun = matches!(part(doc, before), Part::Pronoun);
    let ends = doc.tokens.get(np.at.end).is_none_or(|t| !t.is_word())
        || np.at.end >= sentence.end
        || doc.date_at(np.at.end).is_some()
        || doc.mention_at(np.at.end).is_some_and(|m| {
            m.hits.iter().any(|h| h.feat == Feat::Active)
                || ["prep", "rel"].iter().any(|c| m.lexeme(doc.lang, c).is_some())
        });
    let neutral = verb
        .lexeme(doc.lang, "speech")
        .is_some_and(|(l, _)| matches!(l.tag("say"), Some("say" | "announce" | "confirm")));
    let last = np.at.end >= sentence.end
        || doc.mention_at(np.at.end).is_some_and(|m| m.hits.iter().any(|h| h.feat == Feat::Active));
    let unmarked = neutral && last && verb.at.start > sentence.start + 3;
    ((quoted && ends && !own || unmarked) && !pronoun).then_some(Told::Np(np))
}

/// "he said", "it added", "who said" excepted.
fn pronoun_before(doc: &Doc<'_>, sentence: &Range<usize>, verb: usize) -> Option<Told> {
    let mut i = verb;
    while i > sentence.start {
        i -= 1;
        let text = doc.tokens[i].text.as_str();
        match text {
            "he" | "she" | "i" => return Some(Told::Pronoun(true)),
            "it" | "they" | "we" => return Some(Told::Pronoun(false)),
            _ => {}
        }
        let passes =
            matches!(part(doc, i), Part::Verb(_) | Part::Particle(_) | Part::Date) && verb - i <= 4;
        if !passes {
            return None;
        }
    }
    None
}

/// "a call by the minister", "the ministry's statement", "Russia's warning".
fn of_noun(doc: &Doc<'_>, sentence: &Range<usize>, noun: &Mention) -> Told {
    let next = noun.at.end;
    let linked =
        ["by", "of", "from"].contains(&doc.tokens.get(next).map_or("", |t| t.text.as_str()));
    if let Some(np) =
        here(doc, next + 1, sentence.end).filter(|np| linked && np.head != Head::Strange)
    {
        return Told::Np(np);
    }
    let possessive = noun.at.start.checked_sub(1).filter(|i| doc.tokens[*i].text == "'s");
    if let Some(end) = possessive {
        let from = sentence.start.max(end.saturating_sub(8));
        let np = (from..end).find_map(|i| phrase_at(doc, i, end).filter(|np| np.at.end == end));
        return np.map_or(Told::Nobody, Told::Np);
    }
    Told::Nobody
}
