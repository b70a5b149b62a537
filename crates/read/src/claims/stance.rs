//! What a speaker does, told by the shape of what he says: whom it is about, whether it is denied
//! or to come. Words of content vote beside it (`data/lang/<code>/acts.tsv`).

use std::ops::Range;

use hudna_model::{Name, SpeechAct};

use super::Context;
use crate::doc::{Doc, Mention};
use crate::frame::phrase::is_only_verb;
use crate::lang::ar::Feat;
use crate::pack::registers::FormKind;

/// How far behind the verb what is said may begin, in tokens.
const LEAD: usize = 34;

/// How many words of the beginning tell whom it is about.
const SUBJECT: usize = 3;

/// How many words of the beginning tell whether it is denied or to come.
const OPENING: usize = 5;

/// Of whom somebody speaks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Side {
    /// His own side.
    Own,
    /// Another party.
    Other,
    /// A party, where his own is not known.
    Unknown,
}

/// Where what is said begins: behind "that", a colon or an opened quotation, else at once.
pub(super) fn lead(doc: &Doc<'_>, content: &Range<usize>) -> usize {
    let opens = |i: usize| doc.tokens[i].is_mark(":«“\"") || doc.is_particle(i, "that");
    let reach = content.start..content.end.min(content.start + LEAD);
    let verb = |i: &usize| doc.mention_at(*i).is_some_and(|m| is_only_verb(doc, m));
    let Some(mut at) = reach.clone().take_while(|i| !verb(i)).find(|i| opens(*i)) else {
        return content.start;
    };
    while at < content.end && opens(at) {
        at += 1;
    }
    at.min(content.end)
}

/// Whom the beginning of what is said is about.
pub(super) fn side(
    ctx: &Context<'_, '_>,
    speaker: Option<&Name>,
    at: &Range<usize>,
) -> Option<Side> {
    let doc = ctx.doc;
    let opening = at.start..at.end.min(at.start + SUBJECT);
    let named = |m: &&Mention| {
        m.preposition.is_none() && m.parties(doc.lang).any(|f| f.kind != FormKind::Adjective)
    };
    let about = doc.mentions_in(&opening).find(named)?;
    let Some(own) = speaker.and_then(|s| s.party.as_deref()) else { return Some(Side::Unknown) };
    let own = root(doc, own);
    let same = about
        .parties(doc.lang)
        .filter(|f| f.kind != FormKind::Adjective)
        .any(|f| root(doc, &doc.pack.parties[f.party].id) == own);
    Some(if same { Side::Own } else { Side::Other })
}

/// Whom a party belongs to in the end.
fn root<'d>(doc: &'d Doc<'_>, id: &'d str) -> &'d str {
    const DEEPEST: usize = 8;
    let mut id = id;
    for _ in 0..DEEPEST {
        let party = doc.pack.parties.iter().find(|p| p.id == id);
        match party.and_then(|p| p.parent.as_deref()) {
            Some(parent) => id = parent,
            None => break,
        }
    }
    id
}

/// Votes of the shape.
pub(super) fn votes(
    ctx: &Context<'_, '_>,
    side: Option<Side>,
    at: &Range<usize>,
) -> Vec<(SpeechAct, f64)> {
    let opening = at.start..at.end.min(at.start + OPENING);
    let coming = opening.clone().any(|i| is_coming(ctx.doc, i));
    let mut out = Vec::new();
    match side {
        Some(Side::Own) => out.push((SpeechAct::Announce, 1.0)),
        Some(Side::Other) => out.push((SpeechAct::Accuse, 1.6)),
        Some(Side::Unknown) | None => {}
    }
    if coming {
        let weight = if side == Some(Side::Other) { 0.8 } else { 1.8 };
        out.push((SpeechAct::Pledge, weight));
    }
    if obliges(ctx.doc, at) {
        out.push((SpeechAct::Appeal, DUTY));
    }
    out.extend(match ctx.doc.is_english() {
        true => english_negation(ctx.doc, at),
        false => negation(ctx.doc, &opening),
    });
    out
}

/// How much a duty laid on a party votes for an appeal.
const DUTY: f64 = 3.0;

/// "على الحكومة وقف الحرب", "على المتمردين أن ينسحبوا": what is said begins with whose duty it is.
fn obliges(doc: &Doc<'_>, at: &Range<usize>) -> bool {
    const REACH: usize = 7;
    let duty = at.clone().next().is_some_and(|i| doc.tokens[i].text == "علي");
    let Some(who) = doc.mention_at(at.start + 1).filter(|_| duty) else { return false };
    let people = ["person", "force", "office"];
    let named = who.parties(doc.lang).next().is_some()
        || people.iter().any(|c| who.lexeme(doc.lang, c).is_some());
    let behind = who.at.end..at.end.min(who.at.end + REACH);
    let deed = |i: usize| {
        doc.tokens[i].text == "ان"
            || doc.mention_at(i).is_some_and(|m| {
                m.at.start == i
                    && m.preposition.is_none()
                    && m.hits.iter().any(|h| h.feat == Feat::Masdar)
            })
    };
    named && behind.clone().any(deed)
}

/// "will not", "never", "not": what is refused, and what is denied.
fn english_negation(doc: &Doc<'_>, at: &Range<usize>) -> Option<(SpeechAct, f64)> {
    const REACH: usize = 9;
    let opening = at.start..at.end.min(at.start + REACH);
    let text = |i: usize| doc.tokens[i].text.as_str();
    let not = opening.clone().find(|i| matches!(text(*i), "not" | "never" | "cannot"))?;
    let only = doc.tokens.get(not + 1).is_some_and(|t| ["only", "yet"].contains(&t.text.as_str()));
    let refuses = not > at.start
        && matches!(text(not - 1), "will" | "would" | "wo" | "can" | "could" | "shall" | "must")
        || text(not) == "cannot";
    let vote = if refuses { (SpeechAct::Reject, 2.8) } else { (SpeechAct::Deny, 1.8) };
    (!only).then_some(vote)
}

/// A verb of the future: one that the data know, or a word formed like one.
fn is_coming(doc: &Doc<'_>, i: usize) -> bool {
    if doc.is_english() {
        return matches!(doc.tokens[i].text.as_str(), "will" | "shall");
    }
    match doc.mention_at(i) {
        Some(m) => m.at.start == i && m.hits.iter().any(|h| h.feat == Feat::Future),
        None => {
            let text = doc.tokens[i].text.as_str();
            let stem = text.strip_prefix('س').filter(|r| r.starts_with(['ي', 'ن', 'ت']));
            text == "سوف" || stem.is_some_and(|r| (4..8).contains(&r.chars().count()))
        }
    }
}

/// A negation that denies nothing: of a condition ("إذا لم يوافق"), of what is not there yet
/// ("لم نصل بعد إلى"), of what is no longer ("لم يعد"), of "not only".
fn is_open(doc: &Doc<'_>, i: usize) -> bool {
    const YET: usize = 4;
    let text = |i: usize| doc.tokens.get(i).map_or("", |t| t.text.as_str());
    let condition = i > 0 && matches!(text(i - 1), "اذا" | "ان" | "ما" | "لو" | "من" | "طالما");
    let behind = i + 1..i + 1 + YET;
    let yet = behind.clone().any(|j| matches!(text(j), "بعد" | "فقط" | "فحسب"));
    condition || yet || text(i) == "لم" && matches!(text(i + 1), "يعد" | "تعد" | "نعد")
}

/// "لم" and "ليس" deny what was said, "لن" refuses.
fn negation(doc: &Doc<'_>, at: &Range<usize>) -> Option<(SpeechAct, f64)> {
    let open = |i: &usize| !is_open(doc, *i);
    at.clone().filter(open).find_map(|i| match doc.tokens[i].text.as_str() {
        "لن" => Some((SpeechAct::Reject, 1.8)),
        "لم" | "ليس" | "ليست" | "لسنا" | "ليسوا" => Some((SpeechAct::Deny, 1.8)),
        _ => None,
    })
}
