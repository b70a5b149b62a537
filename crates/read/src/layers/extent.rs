//! How far the phrase of a speaker reaches: title, name and what stands beside them, up to what
//! is said.

use std::ops::Range;

use crate::doc::{Doc, Mention};
use crate::frame::phrase::is_only_verb;
use crate::lang::ar::Feat;
use crate::layers::person::{Head, Np, head_of, is_given, phrase_at};

/// How far behind its verb what is said may begin, in tokens.
const FAR: usize = 34;

/// Longest name in quotation marks or brackets, in tokens.
const LONGEST_QUOTED: usize = 6;

/// Longest apposition between commas, in tokens.
const LONGEST_APPOSITION: usize = 9;

/// Particles at which a phrase ends.
const ENDS: [&str; 9] =
    ["that", "subord", "rel", "neg", "conj", "adv", "subset", "attribution", "pron"];

fn is_any(doc: &Doc<'_>, m: &Mention, classes: &[&str]) -> bool {
    m.lexemes(doc.lang).any(|(l, _)| classes.iter().any(|c| l.is(c)))
}

fn mention_from<'d>(doc: &'d Doc<'_>, i: usize) -> Option<&'d Mention> {
    doc.mention_at(i).filter(|m| m.at.start == i)
}

/// A participle of saying: "قائلا", "مضيفة".
fn is_saying(doc: &Doc<'_>, m: &Mention) -> bool {
    m.lexemes(doc.lang).any(|(l, f)| l.is("speech") && f == Feat::Active) && !m.definite
}

/// Where what is said begins behind a verb: at "that", a colon or a quotation. None where another
/// verb comes first.
pub(super) fn content_start(doc: &Doc<'_>, from: usize, end: usize) -> Option<usize> {
    let mut relative = false;
    let mut i = from;
    while i < end.min(from + FAR) {
        let token = &doc.tokens[i];
        if token.is_mark(":") {
            return Some(i);
        }
        if token.is_mark("«“\"") {
            let Some(close) = quoted_name(doc, i, end) else { return Some(i) };
            i = close + 1;
            continue;
        }
        relative &= !token.is_mark("،,");
        if let Some(m) = mention_from(doc, i) {
            if is_any(doc, m, &["that"]) {
                return Some(i);
            }
            relative |= is_any(doc, m, &["rel"]);
            if is_saying(doc, m) || is_only_verb(doc, m) && !relative {
                return None;
            }
        }
        i += 1;
    }
    None
}

/// The mark that closes a name in quotation marks or brackets opened at the token.
pub(super) fn quoted_name(doc: &Doc<'_>, open: usize, limit: usize) -> Option<usize> {
    let reach = limit.min(open + 2 + LONGEST_QUOTED);
    let close = (open + 1..reach).find(|k| doc.tokens[*k].is_mark("»”\")"))?;
    let says = |k: usize| {
        mention_from(doc, k).is_some_and(|m| is_only_verb(doc, m) || is_any(doc, m, &["that"]))
    };
    (close > open + 1 && !(open + 1..close).any(says)).then_some(close)
}

/// The phrase between a verb of saying and what is said: "قال المتحدث باسم الجيش، فلان، أمس إن".
pub(super) fn between(doc: &Doc<'_>, sentence: &Range<usize>, verb: &Mention) -> Option<Np> {
    let content = content_start(doc, verb.at.end, sentence.end)?;
    let start = first(doc, verb.at.end, content)?;
    let np = match quoted_name(doc, start, content).filter(|_| !doc.tokens[start].is_word()) {
        Some(close) => Np { at: start..close + 1, head: Head::Strange },
        None => phrase_at(doc, start, content)?,
    };
    let governed = mention_from(doc, np.at.start).is_some_and(|m| m.preposition.is_some());
    if governed || np.head == Head::Strange && !may_name(doc, &np, content) {
        return None;
    }
    let end = extent(doc, &np, content);
    Some(Np { at: np.at.start..end, head: np.head })
}

/// Whether words that no list holds may name who speaks: not what is said ("ضرورة أن"), not an
/// adverb alone ("علنا").
pub(super) fn may_name(doc: &Doc<'_>, np: &Np, content: usize) -> bool {
    let word = &doc.tokens[np.at.start];
    let adverb = word.text.ends_with('ا') && np.at.start + 1 >= content;
    let votes = word.is_word() && !doc.lang.acts.votes(&doc.tokens, np.at.start).is_empty();
    !adverb && !votes && !is_construct(doc, np)
}

/// "تصميم الدولة", "صمت المجتمع الدولي": an unlisted noun with a body right behind it is what is
/// spoken of, no name.
fn is_construct(doc: &Doc<'_>, np: &Np) -> bool {
    let text = doc.tokens[np.at.start].text.as_str();
    let bare = !text.starts_with("ال") && doc.mention_at(np.at.start).is_none();
    let next = mention_from(doc, np.at.start + 1).filter(|m| m.at.end <= np.at.end);
    let body = next.is_some_and(|m| {
        m.preposition.is_none() && !m.conjunction && head_of(doc, m) == Some(Head::Group)
    });
    bare && body
}

/// The first token behind a verb where its subject may begin.
fn first(doc: &Doc<'_>, from: usize, limit: usize) -> Option<usize> {
    let mut i = from;
    while i < limit {
        match skipped(doc, i) {
            Some(end) => i = end,
            None => return (doc.tokens[i].is_word() || doc.tokens[i].is_mark("«“\"")).then_some(i),
        }
    }
    None
}

/// Adverbs, dates, pronouns bound to a preposition, commas and brackets between a verb and its
/// subject: where what is skipped ends.
pub(super) fn skipped(doc: &Doc<'_>, i: usize) -> Option<usize> {
    if let Some(date) = doc.date_at(i) {
        return Some(date.at.end);
    }
    if doc.tokens[i].is_mark("،,") {
        return Some(i + 1);
    }
    let m = mention_from(doc, i)?;
    let bound = m.enclitic && (is_any(doc, m, &["prep"]) || m.preposition.is_some());
    (is_any(doc, m, &["adv"]) || bound).then_some(m.at.end)
}

/// Where the phrase ends that begins like this, if all before `limit` may belong to it.
fn extent(doc: &Doc<'_>, np: &Np, limit: usize) -> usize {
    let mut end = np.at.end;
    while end < limit {
        match goes_on(doc, np, end, limit) {
            Some(next) => end = next,
            None => break,
        }
    }
    end
}

fn goes_on(doc: &Doc<'_>, np: &Np, i: usize, limit: usize) -> Option<usize> {
    let token = &doc.tokens[i];
    if token.is_mark("،,–—-") {
        let glued = token.is_mark("-") && doc.tokens[i - 1].span.end == token.span.start;
        return if glued { Some(i + 1) } else { apposition(doc, i, limit) };
    }
    if token.is_mark("«“\"(") {
        return quoted_name(doc, i, limit).map(|close| close + 1);
    }
    if !token.is_word() || doc.date_at(i).is_some() || doc.quantity_at(i).is_some() {
        return None;
    }
    match mention_from(doc, i).filter(|_| !is_given(doc, i)) {
        None => strange(doc, i),
        Some(m) => known(doc, np, m, limit),
    }
}

/// A word that no list holds belongs to the phrase, unless a medium or a listener is told.
fn strange(doc: &Doc<'_>, i: usize) -> Option<usize> {
    let text = doc.tokens[i].text.as_str();
    let listens = text == "ل" || text == "لـ" || text.starts_with("بال");
    (!listens).then_some(i + 1)
}

fn known(doc: &Doc<'_>, np: &Np, m: &Mention, limit: usize) -> Option<usize> {
    if is_any(doc, m, &ENDS) || is_only_verb(doc, m) || is_saying(doc, m) {
        return None;
    }
    let next = m.at.end;
    if is_any(doc, m, &["prep"]) {
        let word = doc.tokens[m.at.start].text.as_str();
        let links = word == "باسم" || doc.is_particle(m.at.start, "post_link");
        let person = matches!(np.head, Head::Office | Head::Person | Head::Strange);
        let fits = links && !m.enclitic && next < limit && (word == "باسم" || posted(doc, next));
        return (fits && person).then_some(next);
    }
    match m.preposition {
        Some('ل') => (!listens(doc, m)).then_some(next),
        Some(_) => (head_of(doc, m).is_some() || m.places().next().is_some()).then_some(next),
        None => Some(next),
    }
}

/// What "ل" governs is a medium or its reporters: they are told, they do not speak.
pub(super) fn listens(doc: &Doc<'_>, m: &Mention) -> bool {
    let press = |l: &crate::pack::lexicon::Lexeme| l.is("media") || l.tag("press").is_some();
    m.lexemes(doc.lang).any(|(l, _)| press(l))
        || m.parties(doc.lang)
            .any(|f| doc.pack.parties[f.party].kind == hudna_model::PartyKind::Media)
}

/// Where a post may be: a place, a body, a force, a noun with the article that no speech is.
fn posted(doc: &Doc<'_>, i: usize) -> bool {
    if doc.date_at(i).is_some() {
        return false;
    }
    let Some(m) = mention_from(doc, i) else {
        return doc.tokens[i].text.starts_with("ال") || doc.tokens[i].is_mark("«“\"");
    };
    let speech = is_any(doc, m, &["speech", "document", "meet"]);
    let place = m.places().next().is_some() || is_any(doc, m, &["locality"]);
    let known = place || head_of(doc, m).is_some();
    !speech && m.preposition.is_none() && !m.conjunction && known
}

/// "the envoy, Staffan de Mistura,": what stands between a comma and the next, and names somebody.
fn apposition(doc: &Doc<'_>, comma: usize, limit: usize) -> Option<usize> {
    let start = comma + 1;
    let np = phrase_at(doc, start, limit).filter(|np| np.at.start == start)?;
    let mention = mention_from(doc, start);
    let joined = mention.is_some_and(|m| m.preposition.is_some() || m.conjunction || m.enclitic);
    let saying = mention.is_some_and(|m| is_saying(doc, m));
    let body = mention.is_some_and(|m| is_any(doc, m, &["force", "office"]));
    let posts = np.head == Head::Group && !(body && closes_list(doc, np.at.end, limit));
    let posts = posts || joined || saying;
    let closes = |k: usize| {
        k == limit || doc.tokens[k].is_mark("،,:–—«“\"(") || skipped(doc, k).is_some() || {
            mention_from(doc, k).is_some_and(|m| is_any(doc, m, &["that", "rel", "prep"]))
        }
    };
    let end = (np.at.end..=limit.min(start + LONGEST_APPOSITION)).find(|k| closes(*k))?;
    let verbal = (start..end).any(|k| mention_from(doc, k).is_some_and(|m| is_only_verb(doc, m)));
    let adverb = end == start + 1 && doc.tokens[start].text.ends_with('ا');
    (!posts && !verbal && !adverb).then_some(end)
}

/// Whether the last comma before what ends the phrase follows: no list of bodies goes on.
fn closes_list(doc: &Doc<'_>, from: usize, limit: usize) -> bool {
    let marks = (from..limit).filter(|i| doc.tokens[*i].is_mark("،,")).count();
    marks <= 1
}

/// The phrase with the name in apposition behind it: "دعا المبعوث الخاص، فلان، الأطراف إلى".
pub(super) fn lengthened(doc: &Doc<'_>, np: Np, limit: usize) -> Np {
    if np.head == Head::Group || np.at.end >= limit {
        return np;
    }
    let here = doc.tokens[np.at.end].is_mark("،,–—").then_some(np.at.end);
    let Some(comma) = here.or_else(|| post_end(doc, np.at.end, limit)) else { return np };
    match apposition(doc, comma, limit) {
        Some(end) if closed(doc, end, limit) => Np { at: np.at.start..end, head: np.head },
        _ => np,
    }
}

/// The comma behind the rest of a title: "منسق الأمم المتحدة لعملية السلام في الشرق الأوسط،".
fn post_end(doc: &Doc<'_>, from: usize, limit: usize) -> Option<usize> {
    let first = mention_from(doc, from);
    let opens = match first {
        Some(m) => {
            m.preposition == Some('ل') && !listens(doc, m) || doc.is_particle(from, "post_link")
        }
        None => doc.tokens[from].text.starts_with("ل"),
    };
    if !opens {
        return None;
    }
    let reach = limit.min(from + LONGEST_APPOSITION);
    let comma = (from + 1..reach).find(|i| doc.tokens[*i].is_mark("،,"))?;
    (from + 1..comma).all(|i| within_post(doc, i)).then_some(comma)
}

/// No verb, no "that" and no quotation.
fn within_post(doc: &Doc<'_>, i: usize) -> bool {
    doc.tokens[i].is_word()
        && mention_from(doc, i)
            .is_none_or(|m| !is_only_verb(doc, m) && !is_any(doc, m, &["that", "rel", "subord"]))
}

/// Whether a mark or the end closes an apposition, so that no list goes on.
fn closed(doc: &Doc<'_>, end: usize, limit: usize) -> bool {
    end >= limit || doc.tokens[end].is_mark("،,:–—") || doc.mention_at(end).is_some()
}

/// A sentence that opens with its subject: "أحمد الكحلوت مدير المستشفى، أكد أنه". All words before
/// the verb belong to it.
pub(super) fn before(doc: &Doc<'_>, sentence: &Range<usize>, verb: &Mention) -> Option<Np> {
    let opens = |i: usize| {
        doc.tokens[i].is_mark(":|؛")
            || mention_from(doc, i).is_some_and(|m| is_any(doc, m, &["that", "subord"]))
    };
    let from =
        (sentence.start..verb.at.start).rfind(|i| opens(*i)).map_or(sentence.start, |i| i + 1);
    let np = before_mark(doc, from, verb.at.start)?;
    let sure = np.head != Head::Strange || np.at.len() > 1;
    sure.then_some(np)
}

/// The phrase that takes all words from a token to a verb or mark, signs, commas and adverbs at
/// its edges left out.
pub(super) fn before_mark(doc: &Doc<'_>, from: usize, mark: usize) -> Option<Np> {
    let sign = |i: &usize| !doc.tokens[*i].is_word() && !doc.tokens[*i].is_mark("«“\"");
    let from = (from..mark).find(|i| !sign(i))?;
    let start = first(doc, from, mark)?;
    let mut end = mark;
    while end > start && (doc.tokens[end - 1].is_mark("،,") || skipped(doc, end - 1).is_some()) {
        end -= 1;
    }
    let np = phrase_at(doc, start, end)?;
    let governed = mention_from(doc, start).is_some_and(|m| m.preposition.is_some());
    let bare = np.head == Head::Strange && !may_name(doc, &np, end);
    if governed || bare || end - start > FAR {
        return None;
    }
    (extent(doc, &np, end) == end).then_some(Np { at: start..end, head: np.head })
}
