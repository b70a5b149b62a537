//! Whose act of saying it is: the subject of a verb, told behind it, before it or before a relative.

use std::ops::Range;

use crate::doc::{Clause, Doc, Mention};
use crate::frame::phrase::is_only_verb;
use crate::lang::ar::Feat;
use crate::layers::english;
use crate::layers::extent::{
    before, between, content_start, lengthened, listens, may_name, quoted_name, skipped,
};
use crate::layers::gender::{of_phrase, of_verb};
use crate::layers::person::{Head, Np, head_of, phrase_at};
use crate::pack::lexicon::Lexeme;

/// The subject of a verb of saying: behind it, else before it in its clause, else before a
/// relative pronoun.
pub(super) fn subject(
    doc: &Doc<'_>,
    clause: &Clause,
    verb: &Mention,
    (lexeme, feat): (&Lexeme, Feat),
) -> Option<Np> {
    let sentence = &doc.sentences[clause.sentence];
    match feat {
        Feat::Active => None,
        f if f.is_verb() && first_person(doc, verb, f) => None,
        f if f.is_verb() => {
            let reported = !lexeme.governs.iter().any(|(p, _)| p == "obj");
            let np = source(doc, sentence, verb, lexeme);
            let np = np.or_else(|| if reported { says(doc, sentence, verb) } else { None });
            let np = np.or_else(|| told(doc, sentence, verb, |_| true));
            let np = np.filter(|np| reported || !is_object(doc, verb, feat, np));
            np.map(|np| mouthpiece(doc, sentence, &np).unwrap_or(np))
        }
        _ => genitive(doc, sentence, verb),
    }
}

/// What stands right behind a verb that takes an object is the object, where the verb's gender
/// is another's, or where it is those whom one asks: "ودعا جميع الأطراف إلى".
fn is_object(doc: &Doc<'_>, verb: &Mention, feat: Feat, np: &Np) -> bool {
    if np.at.start != verb.at.end {
        return false;
    }
    let asked = doc
        .mention_at(np.at.start)
        .is_some_and(|m| m.lexemes(doc.lang).any(|(l, _)| l.tag("asked").is_some()));
    let text = doc.tokens[np.at.start].text.as_str();
    let strange = np.head == Head::Strange && np.at.len() == 1;
    let owned = strange && text.ends_with(['ه', 'ا']);
    let genders = (of_verb(doc, verb, feat), of_phrase(doc, np));
    asked
        || owned
        || is_accusative(doc, np.at.start)
        || matches!(genders, (Some(a), Some(b)) if a != b)
}

/// A sound plural in the accusative ("الحوثيين", "المدنيين"), which is no subject.
fn is_accusative(doc: &Doc<'_>, i: usize) -> bool {
    let text = doc.tokens[i].text.as_str();
    let Some(m) = doc.mention_at(i).filter(|m| m.at.len() == 1) else { return false };
    let many = m.lexemes(doc.lang).any(|(_, f)| matches!(f, Feat::Plural | Feat::Dual));
    let one = m.lexemes(doc.lang).any(|(_, f)| f == Feat::Singular);
    let people = m.parties(doc.lang).next().is_some() && text.ends_with("يين");
    let plural = many && !one || people;
    text.starts_with("ال") && text.ends_with("ين") && plural && m.places().next().is_none()
}

/// The subject of any finite verb, where it is told; else that of a verb before it in the
/// sentence.
pub fn subject_of(doc: &Doc<'_>, clause: &Clause, verb: &Mention) -> Option<Np> {
    if doc.is_english() {
        return english::person::subject_of(doc, clause, verb);
    }
    let sentence = &doc.sentences[clause.sentence];
    let known = |np: &Np| np.head != Head::Strange;
    told(doc, sentence, verb, known).or_else(|| in_force(doc, sentence, verb.at.start))
}

/// The subject of the nearest verb before the token whose subject is somebody.
pub fn in_force(doc: &Doc<'_>, sentence: &Range<usize>, before: usize) -> Option<Np> {
    if doc.is_english() {
        return english::person::in_force(doc, sentence, before);
    }
    let range = sentence.start..before;
    let mut verbs = doc.mentions_in(&range).rev().filter(|m| is_only_verb(doc, m));
    let somebody = |np: &Np| matches!(np.head, Head::Office | Head::Person);
    verbs.find_map(|verb| told(doc, sentence, verb, somebody))
}

/// "نقلت الوكالة عن الوزير قوله": whoever is quoted speaks, not who passes it on.
fn source(doc: &Doc<'_>, sentence: &Range<usize>, verb: &Mention, lexeme: &Lexeme) -> Option<Np> {
    let (word, _) = lexeme.governs.iter().find(|(_, role)| role == "source")?;
    let reach = verb.at.end..sentence.end.min(verb.at.end + SOURCE_REACH);
    let at = reach.clone().find(|i| doc.tokens[*i].text == *word)?;
    let limit = content_start(doc, at + 1, sentence.end).unwrap_or(sentence.end);
    phrase_at(doc, at + 1, limit).map(|np| lengthened(doc, np, limit))
}

/// How far behind its verb a source may be told, in tokens.
const SOURCE_REACH: usize = 12;

/// The subject of a verb behind which "that" or a quotation begins: all that stands between.
fn says(doc: &Doc<'_>, sentence: &Range<usize>, verb: &Mention) -> Option<Np> {
    let close = ahead(doc, sentence, verb.at.start, false);
    let told = close.filter(|np| np.head != Head::Strange);
    told.or_else(|| relative(doc, sentence, verb)).or_else(|| between(doc, sentence, verb))
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
        .or_else(|| {
            before(doc, sentence, verb).filter(|np| np.head != Head::Strange || titled(doc, np))
        })
        .or_else(|| behind(doc, sentence, verb))
        .or_else(|| before(doc, sentence, verb))
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
fn first_person(doc: &Doc<'_>, verb: &Mention, feat: Feat) -> bool {
    let text = doc.tokens[verb.at.start].text.as_str();
    let text = text.strip_prefix(['و', 'ف']).filter(|_| verb.conjunction).unwrap_or(text);
    match feat {
        Feat::Past => text.ends_with("نا") && !verb.enclitic,
        _ => text.trim_start_matches('س').starts_with(['ن', 'ا']),
    }
}

/// "دعوة الأمين العام إلى", "بحسب المرصد", "إعلان من الجيش".
fn genitive(doc: &Doc<'_>, sentence: &Range<usize>, noun: &Mention) -> Option<Np> {
    let next =
        noun.at.end + usize::from(doc.tokens.get(noun.at.end).is_some_and(|t| t.text == "من"));
    let np = phrase_at(doc, next, sentence.end)?;
    let owned = doc.mention_at(np.at.start).is_some_and(|m| m.enclitic);
    (np.head != Head::Strange && !owned && unattached(doc, &np))
        .then(|| lengthened(doc, np, sentence.end))
}

fn unattached(doc: &Doc<'_>, np: &Np) -> bool {
    doc.mention_at(np.at.start).is_none_or(|m| m.preposition.is_none() && !m.conjunction)
}

/// How far behind its verb a subject may begin, in tokens.
const SUBJECT_REACH: usize = 6;

/// Longest name in quotation marks that may be a subject, with the marks, in tokens.
const SHORT_QUOTE: usize = 4;

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
        if let Some(close) = quoted_name(doc, i, sentence.end).filter(|c| c - i <= SHORT_QUOTE) {
            let opens = doc.tokens[i].is_mark("«“\"") && close + 1 < sentence.end;
            return opens.then_some(Np { at: i..close + 1, head: Head::Strange });
        }
        if let Some(end) = object_first(doc, i, sentence.end) {
            i = end;
            continue;
        }
        let np = phrase_at(doc, i, sentence.end).filter(|np| unattached(doc, np))?;
        if np.head == Head::Strange && !may_name(doc, &np, sentence.end) {
            return None;
        }
        let known = np.head != Head::Strange || titled(doc, &np);
        let sure = known || content_follows(doc, np.at.end, sentence.end);
        return sure.then(|| lengthened(doc, np, sentence.end));
    }
    None
}

/// Whether a title stands in the phrase.
fn titled(doc: &Doc<'_>, np: &Np) -> bool {
    doc.mentions_in(&np.at).any(|m| m.lexeme(doc.lang, "office").is_some())
}

/// "وتبنت الهجوم جماعة": a definite word that names nobody, with a body right behind it, is the
/// object; where it ends.
fn object_first(doc: &Doc<'_>, i: usize, limit: usize) -> Option<usize> {
    let m = doc.mention_at(i).filter(|m| m.at.start == i && m.definite)?;
    let plain = m.preposition.is_none() && head_of(doc, m).is_none() && !is_only_verb(doc, m);
    let next = doc.mention_at(m.at.end).filter(|n| n.at.start == m.at.end && m.at.end < limit)?;
    let body = head_of(doc, next).is_some() && next.preposition.is_none() && !next.conjunction;
    let indefinite = !next.definite || next.parties(doc.lang).next().is_some();
    let noun = m.lexemes(doc.lang).next().is_some();
    (plain && noun && body && indefinite).then_some(m.at.end)
}

/// Who stands behind a statement or report that speaks: "قال بيان للجيش".
fn author(doc: &Doc<'_>, sentence: &Range<usize>, document: usize) -> Option<Np> {
    let reach = document + 1..sentence.end.min(document + 5);
    // "بيان صحفي صادر عن": the adjective of a statement is no author.
    let press = |i: &usize| doc.mention_at(*i).is_some_and(|m| listens(doc, m));
    reach
        .take_while(|i| !doc.is_particle(*i, "that") && !doc.tokens[*i].is_mark(":«“\""))
        .filter(|i| !press(i))
        .find_map(|i| phrase_at(doc, i, sentence.end).filter(|np| np.head != Head::Strange))
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
    ending_at(doc, sentence, rel).or_else(|| antecedent(doc, sentence, rel))
}

/// What stands before a relative pronoun behind a preposition: "بحسب المتحدث الذي لفت إلى".
fn antecedent(doc: &Doc<'_>, sentence: &Range<usize>, rel: usize) -> Option<Np> {
    let from = sentence.start.max(rel.saturating_sub(AHEAD));
    let governs = |i: usize| ["prep", "attribution"].iter().any(|c| doc.is_particle(i, c));
    (from + 1..rel).filter(|s| governs(s - 1)).find_map(|s| {
        phrase_at(doc, s, rel).filter(|np| np.at.end == rel && np.head != Head::Strange)
    })
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

/// Longest subject that و joins to a clause before it, in tokens: "والجيش يصفها".
const JOINED: usize = 3;

/// How far before its verb a subject may begin, in tokens.
const AHEAD: usize = 14;

/// The longest phrase that ends at the token and begins where a phrase may.
fn ending_at(doc: &Doc<'_>, sentence: &Range<usize>, end: usize) -> Option<Np> {
    let from = sentence.start.max(end.saturating_sub(AHEAD));
    (from..end).find_map(|s| {
        let np = phrase_at(doc, s, end).filter(|np| np.at.end == end)?;
        let joined = doc.mention_at(s).is_some_and(|m| m.conjunction) && np.at.len() <= JOINED;
        let begins = s == sentence.start || opens(doc, s - 1) || joined;
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
pub(super) fn acting(doc: &Doc<'_>, clause: &Clause, mention: &Mention, feat: Feat) -> Option<Np> {
    let sentence = &doc.sentences[clause.sentence];
    if !feat.says_so() {
        return None;
    }
    in_force(doc, sentence, mention.at.start)
}
