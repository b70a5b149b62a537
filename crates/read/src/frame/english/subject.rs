//! The grammatical subject of an English verb.

use std::ops::Range;

use super::part::is_auxiliary;
use super::roles::governed_by;
use super::{Part, part, phrases, verb_at};
use crate::doc::Doc;
use crate::frame::phrase::Phrase;
use crate::lang::ar::Feat;
use crate::lang::en::is_adverb;

/// How many verbs back a subject is looked for.
const DEPTH: usize = 3;

/// The grammatical subject of the verb at a token.
pub(crate) fn subject(doc: &Doc<'_>, sentence: &Range<usize>, verb: usize) -> Option<Phrase> {
    subject_within(doc, sentence, verb, DEPTH)
}

fn subject_within(
    doc: &Doc<'_>,
    sentence: &Range<usize>,
    verb: usize,
    depth: usize,
) -> Option<Phrase> {
    let depth = depth.checked_sub(1)?;
    let head = group_start(doc, sentence, verb);
    let list = phrases(doc, &(sentence.start..head), &(head..head));
    let before = head.checked_sub(1).filter(|b| *b >= sentence.start)?;
    let nearest = list.last();
    if (head..verb).any(|i| doc.tokens[i].text == "to") {
        return match part(doc, before) {
            Part::Verb(_) => subject_within(doc, sentence, before, depth),
            _ => nearest.filter(|p| p.at.end == head).cloned(),
        };
    }
    let participle = doc.mention_at(verb).is_some_and(|m| {
        m.lexemes(doc.lang).any(|(_, f)| matches!(f, Feat::Active | Feat::Passive))
    });
    match part(doc, before) {
        Part::Relative => return antecedent(doc, &list),
        Part::Particle(_) if doc.is_particle(before, "that") => return antecedent(doc, &list),
        Part::And
            if !nearest.is_some_and(|p| {
                p.at.end == before && p.preposition.is_none() && p.beyond_verb
            }) =>
        {
            let other = (sentence.start..before).rev().find(|i| verb_at(doc, *i))?;
            return subject_within(doc, sentence, other, depth);
        }
        Part::Mark if participle => {
            let other = (sentence.start..before).rev().find(|i| verb_at(doc, *i));
            if let Some(found) = other.and_then(|o| subject_within(doc, sentence, o, depth)) {
                return Some(found);
            }
        }
        // "people killed in the raid", "a bomb targeting the camp".
        Part::Word(_) if participle => return nearest.filter(|p| p.at.end == head).cloned(),
        _ => {}
    }
    let fits =
        |p: &&Phrase| p.preposition.is_none() && (!p.beyond_verb || opens_aside(doc, p.at.end));
    list.iter().rev().find(fits).cloned()
}

/// Where a verb's auxiliaries and adverbs begin.
fn group_start(doc: &Doc<'_>, sentence: &Range<usize>, verb: usize) -> usize {
    let mut head = verb;
    while head > sentence.start {
        let text = doc.tokens[head - 1].text.as_str();
        let passes = is_auxiliary(text)
            || is_adverb(text)
            || ["not", "also", "never", "to"].contains(&text)
            || doc.is_particle(head - 1, "adv")
            || doc.date_at(head - 1).is_some();
        if !passes || !doc.tokens[head - 1].is_word() {
            break;
        }
        head -= 1;
    }
    head
}

/// Whether a relative clause, a comma or a participle follows a phrase, so that the verb of its
/// own clause stands further on.
fn opens_aside(doc: &Doc<'_>, i: usize) -> bool {
    let participle = doc.mention_at(i).is_some_and(|m| {
        m.lexemes(doc.lang).any(|(_, f)| matches!(f, Feat::Active | Feat::Passive))
    });
    participle
        || doc.tokens.get(i).is_some_and(|t| t.is_mark(",–—"))
        || part(doc, i) == Part::Relative
}

/// Before a relative: the nearest phrase, and the one that it hangs on behind "of".
fn antecedent(_doc: &Doc<'_>, list: &[Phrase]) -> Option<Phrase> {
    let last = list.last()?;
    let head = list.len().checked_sub(2).map(|i| &list[i]);
    match head.filter(|h| governed_by(last, "of") && h.at.end + 3 > last.at.start) {
        Some(head) => Some(head.clone()),
        None => Some(last.clone()),
    }
}
