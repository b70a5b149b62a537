//! What verbs of saying do to their complement: asked for, denied, threatened, warned of.

use hudna_model::Modality;

use super::open;
use crate::doc::{Doc, Mention};
use crate::lang::ar::Feat;

/// What a word of saying does to the trigger behind it.
pub(super) fn spoken(
    doc: &Doc<'_>,
    mention: &Mention,
    trigger: usize,
    close: bool,
) -> Option<Modality> {
    let (lexeme, _) = mention.lexeme(doc.lang, "speech")?;
    let modality = match lexeme.tag("say")? {
        "appeal" | "propose" => Modality::CalledFor,
        "deny" => Modality::Denied,
        "pledge" | "threaten" => Modality::Planned,
        "warn" => Modality::Hypothetical,
        "accuse" => {
            return accused(doc, mention.at.end, trigger).then_some(Modality::Alleged);
        }
        _ => return None,
    };
    if modality == Modality::Denied && close {
        let from = mention.at.end;
        return (!comma_between(doc, from, trigger) && complement(doc, from, trigger, false))
            .then_some(modality);
    }
    complement(doc, mention.at.end, trigger, close).then_some(modality)
}

/// Whether it is a word of denying.
pub(super) fn denies(doc: &Doc<'_>, mention: &Mention) -> bool {
    mention.lexeme(doc.lang, "speech").is_some_and(|(l, _)| l.tag("say") == Some("deny"))
}

/// How many words may stand between a verb and what it asks for.
const LONGEST_ADDRESSEE: usize = 6;

/// Whether the trigger is what the verb that ends at `from` governs.
fn complement(doc: &Doc<'_>, from: usize, trigger: usize, close: bool) -> bool {
    const FAR: usize = 24;
    const NEAR: usize = 1;
    if trigger.saturating_sub(from) > FAR || !open(doc, from, trigger) {
        return false;
    }
    let own = doc.mention_at(trigger).is_some_and(|m| m.preposition.is_some());
    let link = (from..trigger).rev().find(|i| links(doc, *i));
    match (own, link) {
        (true, _) => {
            !close || (trigger - from <= LONGEST_ADDRESSEE && !comma_between(doc, from, trigger))
        }
        (false, Some(link)) if close => {
            trigger - link <= NEAR && (is_particle_link(doc, link) || carries(doc, link))
        }
        (false, Some(_)) => true,
        (false, None) => trigger - from <= LONGEST_ADDRESSEE && is_masdar(doc, trigger),
    }
}

/// "اتهم الجيش الفصائل بقصف الحي", "متهما إياها بارتكاب مجزرة"; not "بالوقوف وراء الهجوم", where
/// the act is certain and its author is not.
fn accused(doc: &Doc<'_>, from: usize, trigger: usize) -> bool {
    const REACH: usize = 12;
    if trigger - from > REACH || comma_between(doc, from, trigger) {
        return false;
    }
    let with =
        |i: usize| doc.mention_at(i).is_some_and(|m| m.at.start == i && m.preposition == Some('ب'));
    with(trigger) || (trigger > from + 1 && with(trigger - 1) && carries(doc, trigger - 1))
}

/// A noun that only carries another: "بارتكاب", "بشن".
fn carries(doc: &Doc<'_>, i: usize) -> bool {
    doc.mention_at(i).is_some_and(|m| m.lexeme(doc.lang, "light").is_some())
}

fn comma_between(doc: &Doc<'_>, from: usize, to: usize) -> bool {
    (from..to).any(|i| doc.tokens[i].is_mark("،,:؛"))
}

fn is_masdar(doc: &Doc<'_>, i: usize) -> bool {
    doc.mention_at(i).is_some_and(|m| {
        !m.definite && !m.conjunction && m.hits.iter().any(|h| h.feat == Feat::Masdar)
    })
}

/// A word that opens a complement: a preposition or "that".
fn links(doc: &Doc<'_>, i: usize) -> bool {
    is_particle_link(doc, i)
        || doc.mention_at(i).is_some_and(|m| m.at.start == i && m.preposition.is_some())
}

/// The same as a word of its own: behind "برفع" the next noun is not what is asked for.
fn is_particle_link(doc: &Doc<'_>, i: usize) -> bool {
    doc.is_particle(i, "that") || doc.is_particle(i, "link")
}
