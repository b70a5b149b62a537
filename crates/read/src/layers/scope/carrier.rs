//! The verb that carries an act lends it its tense and negation: "لم يقع هجوم", "سيواصل الهجوم",
//! "قد تستأنف الغارات".

use std::ops::Range;

use hudna_model::Modality;

use crate::doc::{Doc, Mention};
use crate::frame::phrase::is_only_verb;
use crate::lang::ar::Feat;

/// How far before a noun the verb that carries it may stand, in tokens.
const REACH: usize = 7;

/// How many words may stand between a negated verb and its noun.
const NEAR: usize = 3;

/// A negation right before a verb.
pub(super) fn negated(doc: &Doc<'_>, trigger: usize) -> bool {
    doc.mention_at(trigger).is_some_and(Mention::is_verb) && negation_before(doc, trigger)
}

pub(super) fn negation_before(doc: &Doc<'_>, verb: usize) -> bool {
    let word = verb.checked_sub(1).and_then(|i| doc.mention_at(i));
    word.is_some_and(|m| m.lexeme(doc.lang, "negates_verb").is_some())
}

/// What the verb that carries a noun says of it.
pub(super) fn carried(doc: &Doc<'_>, clause: &Range<usize>, trigger: usize) -> Option<Modality> {
    if doc.mention_at(trigger).is_some_and(|m| is_only_verb(doc, m)) {
        return None;
    }
    let any = trigger.checked_sub(1).is_some_and(|i| doc.is_particle(i, "any"));
    let verb = carrier(doc, clause, trigger);
    if let Some(verb) = verb {
        let light = verb.lexeme(doc.lang, "light").is_some();
        let near = trigger.saturating_sub(verb.at.end) < NEAR;
        if negation_before(doc, verb.at.start) && (light && near || any) {
            return Some(Modality::Denied);
        }
        if light && verb.hits.iter().any(|h| h.feat == Feat::Future) {
            return Some(Modality::Planned);
        }
    }
    if goes_on(doc, clause, trigger) {
        return Some(Modality::Planned);
    }
    any.then_some(Modality::Hypothetical)
}

/// "ستبدأ المحادثات", "المحادثات ستبدأ": a noun whose verb speaks of what is to come.
pub(super) fn to_come(doc: &Doc<'_>, clause: &Range<usize>, trigger: usize) -> bool {
    let noun = !doc.mention_at(trigger).is_some_and(|m| is_only_verb(doc, m));
    let future = |m: &Mention| {
        m.lexeme(doc.lang, "light").is_some() && m.hits.iter().any(|h| h.feat == Feat::Future)
    };
    noun && (carrier(doc, clause, trigger).is_some_and(future) || goes_on(doc, clause, trigger))
}

/// "..., على أن يلتقي الطرفان لاحقا": a clause of what is agreed to follow.
pub(super) fn then_to(doc: &Doc<'_>, clause: &Range<usize>) -> bool {
    let Some(m) = doc.mention_at(clause.start).filter(|m| m.at.start == clause.start) else {
        return false;
    };
    let present = doc
        .mention_at(m.at.end)
        .is_some_and(|v| is_only_verb(doc, v) && v.hits.iter().all(|h| h.feat != Feat::Past));
    present && m.lexeme(doc.lang, "then_to").is_some()
}

/// How far behind a noun the verb may stand whose subject it is, in tokens.
const BEHIND: usize = 5;

/// "العمليات ستستمر": a noun before the verb that carries it into the future.
fn goes_on(doc: &Doc<'_>, clause: &Range<usize>, trigger: usize) -> bool {
    let to = clause.end.min(trigger + BEHIND);
    for i in trigger + 1..to {
        if doc.tokens[i].is_mark("،,:؛.") || ["that", "rel"].iter().any(|c| doc.is_particle(i, c))
        {
            return false;
        }
        if let Some(m) = doc.mention_at(i).filter(|m| m.at.start == i && is_only_verb(doc, m)) {
            let future = m.hits.iter().any(|h| h.feat == Feat::Future);
            return future && !m.conjunction && m.lexeme(doc.lang, "light").is_some();
        }
    }
    false
}

/// The nearest finite verb before a noun, with no mark and no "that" in between.
pub(super) fn carrier<'d>(
    doc: &'d Doc<'_>,
    clause: &Range<usize>,
    trigger: usize,
) -> Option<&'d Mention> {
    for i in super::before(clause, trigger, REACH).rev() {
        if doc.tokens[i].is_mark("،,:؛.") || ["that", "rel"].iter().any(|c| doc.is_particle(i, c))
        {
            return None;
        }
        if let Some(m) = doc.mention_at(i).filter(|m| m.at.start == i && is_only_verb(doc, m)) {
            return Some(m);
        }
    }
    None
}

/// How far before or behind a trigger "may" stands, in tokens.
const MAY_BEFORE: usize = 10;
const MAY_BEHIND: usize = 5;

/// "قد" with an imperfect, before the trigger in its clause or right behind it.
pub(super) fn may(doc: &Doc<'_>, clause: &Range<usize>, trigger: usize) -> Option<Modality> {
    let to = clause.end.min(trigger + MAY_BEHIND);
    let mut before = super::before(clause, trigger, MAY_BEFORE).filter(|i| is_may(doc, *i));
    let reaches = |i: usize| trigger <= i + 2 || super::open(doc, i + 2, trigger);
    let ahead = before.any(reaches);
    let behind = (trigger + 1..to)
        .take_while(|i| !doc.tokens[*i].is_mark("،,:؛."))
        .any(|i| is_may(doc, i) && !super::verb_between(doc, trigger + 1, i));
    (ahead || behind).then_some(Modality::Hypothetical)
}

/// "قد" before an imperfect; before a perfect it says that a thing did happen.
fn is_may(doc: &Doc<'_>, i: usize) -> bool {
    if !doc.is_particle(i, "may") {
        return false;
    }
    match doc.mention_at(i + 1).filter(|m| m.at.start == i + 1) {
        Some(m) if m.is_verb() => m.hits.iter().all(|h| h.feat != Feat::Past),
        Some(_) => false,
        None => doc.tokens.get(i + 1).is_some_and(|t| {
            t.is_word() && t.text.starts_with(['ي', 'ت', 'ن']) && t.text.chars().count() > 3
        }),
    }
}
