//! Aims: ل with a verbal noun ("لاستعادة البلدة"), words that aim ("بهدف اقتحام البلدة").

use std::ops::Range;

use super::{carrier, has_role};
use crate::doc::{Doc, Mention};
use crate::frame::phrase::is_only_verb;
use crate::lang::ar::Feat;
use crate::pack::frames::CueRole;

/// How far before ل the word may stand that says what it is, in tokens.
const GOVERNOR: usize = 10;

/// How far behind a word that aims its aim may stand without ل, in tokens.
const NEAR: usize = 5;

/// Whether the trigger is only aimed at: not done, as far as its clause tells.
pub(super) fn aimed(doc: &Doc<'_>, clause: &Range<usize>, trigger: usize) -> bool {
    let Some(mention) = doc.mention_at(trigger) else { return false };
    if is_only_verb(doc, mention) && !mention.hits.iter().any(|h| h.feat == Feat::Present) {
        return false;
    }
    match behind_for(doc, mention) {
        // Without such a word ل may tell what was done ("غارات لقصف المواقع").
        Some(at) => governor(doc, clause, at).is_some_and(|r| r != CueRole::Undergoes),
        None => after_aim(doc, clause, trigger),
    }
}

/// Where the word with ل stands: the verbal noun itself, or one that carries it ("لشن هجوم").
fn behind_for(doc: &Doc<'_>, mention: &Mention) -> Option<usize> {
    let masdar =
        |m: &Mention| m.hits.iter().any(|h| matches!(h.feat, Feat::Masdar | Feat::Present));
    let with = |m: &Mention| m.preposition == Some('ل');
    if with(mention) && masdar(mention) {
        return Some(mention.at.start);
    }
    let before = doc.mention_at(mention.at.start.checked_sub(1)?)?;
    let light = before.lexeme(doc.lang, "light").is_some() && masdar(before);
    (with(before) && light && mention.preposition.is_none()).then_some(before.at.start)
}

/// What governs ل: the nearest word before it that aims or undergoes.
fn governor(doc: &Doc<'_>, clause: &Range<usize>, at: usize) -> Option<CueRole> {
    doc.mentions_in(&super::before(clause, at, GOVERNOR)).rev().find_map(|m| {
        [CueRole::Undergoes, CueRole::Aim, CueRole::Plan].into_iter().find(|r| has_role(doc, m, *r))
    })
}

/// "تريد فرض سيطرتها", "بهدف اقتحام البلدة": a word that aims shortly before, and nothing done
/// since.
fn after_aim(doc: &Doc<'_>, clause: &Range<usize>, trigger: usize) -> bool {
    let aim = doc
        .mentions_in(&super::before(clause, trigger, NEAR))
        .rev()
        .find(|m| m.at.end <= trigger && has_role(doc, m, CueRole::Aim));
    let closed = |m: &Mention| {
        (m.at.end..trigger).any(|i| doc.tokens[i].is_mark("،,:؛"))
            || !super::open(doc, m.at.end, trigger)
    };
    aim.is_some_and(|m| !carrier::negation_before(doc, m.at.start) && !closed(m))
}
