//! Who takes part in a meeting: whoever holds it, and those it is held with.

use std::ops::Range;

use hudna_model::Form;

use crate::claims::Context;
use crate::doc::{Doc, Mention};
use crate::frame::matching::Match;
use crate::frame::phrase::is_only_verb;
use crate::layers::person::{Head, Np, head_of, phrase_at};
use crate::layers::subject::{in_force, subject_of};

/// How far behind its word those may stand with whom it is held, in tokens.
const REACH: usize = 14;

/// How far behind the subject the object may begin.
const OBJECT: usize = 7;

/// Who takes part, one range each: subject, object, and those behind "with" and "between".
pub(super) fn participants(
    ctx: &Context<'_, '_>,
    found: &Match<'_>,
    form: Form,
) -> Vec<Range<usize>> {
    let doc = ctx.doc;
    let mut out: Vec<Range<usize>> = Vec::new();
    let mut end = found.trigger.end;
    for np in first(ctx, found, form) {
        if np.at.start >= end && np.at.start < end + OBJECT {
            end = np.at.end;
        }
        push(doc, &mut out, &np.at);
    }
    if let Some(np) = object(ctx, found, end) {
        push(doc, &mut out, &np.at);
    }
    let sentence = &doc.sentences[ctx.clause(found).sentence];
    with(ctx, found, sentence, &mut out);
    out
}

/// Whoever holds the meeting or visits.
fn first(ctx: &Context<'_, '_>, found: &Match<'_>, form: Form) -> Vec<Np> {
    let doc = ctx.doc;
    let sentence = &doc.sentences[ctx.clause(found).sentence];
    let Some(mention) = doc.mention_at(found.trigger.start) else { return Vec::new() };
    let np = if found.feat.is_verb() {
        subject_of(doc, ctx.clause(found), mention).filter(|np| may_meet(doc, np, form)).or_else(
            || in_force(doc, sentence, found.trigger.start).filter(|_| goes_on(doc, mention)),
        )
    } else if mention.enclitic {
        in_force(doc, sentence, found.trigger.start)
    } else {
        let own = holder(ctx, found).filter(|np| may_meet(doc, np, form));
        own.or_else(|| host(ctx, found).filter(|np| may_meet(doc, np, form)))
    };
    let known = |np: &Np| np.head != Head::Strange || delegates(doc, np);
    np.filter(known).into_iter().collect()
}

/// A verb that goes on with the subject before it: "ويلتقي", "وهو يتفقد".
fn goes_on(doc: &Doc<'_>, verb: &Mention) -> bool {
    verb.conjunction || verb.at.start > 0 && doc.is_particle(verb.at.start - 1, "pron")
}

/// Places and fighters do not meet, and only people of some post travel.
fn may_meet(doc: &Doc<'_>, np: &Np, form: Form) -> bool {
    let Some(head) = doc.mentions_in(&np.at).next() else { return delegates(doc, np) };
    let office = head.lexeme(doc.lang, "office").is_some();
    let fighters = ["force", "task"].iter().any(|c| head.lexeme(doc.lang, c).is_some());
    let force = fighters && !office;
    let place = head.places().next().is_some() && np.head == Head::Group;
    match form {
        Form::Visit => !place && !force && (np.head != Head::Group || delegates(doc, np)),
        Form::Meeting => !force || np.head != Head::Strange,
        _ => !place,
    }
}

/// Words for people who speak for others, or for both sides.
fn delegates(doc: &Doc<'_>, np: &Np) -> bool {
    np.at.clone().take(2).any(|i| doc.is_particle(i, "delegates"))
}

/// The noun that a meeting belongs to: "زيارة كيري", "اجتماع لمجلس الأمن".
fn holder(ctx: &Context<'_, '_>, found: &Match<'_>) -> Option<Np> {
    let doc = ctx.doc;
    let sentence = &doc.sentences[ctx.clause(found).sentence];
    // An adjective may stand between ("اجتماعا طارئا لمجلس الأمن").
    (found.trigger.end..(found.trigger.end + 3).min(sentence.end)).find_map(|i| {
        let bound =
            i > found.trigger.end && !doc.mention_at(i).is_some_and(|m| m.preposition == Some('ل'));
        if bound || doc.is_particle(i, "with") {
            return None;
        }
        phrase_at(doc, i, sentence.end).filter(|np| np.head != Head::Strange || delegates(doc, np))
    })
}

/// The verb that carries the noun of a meeting: "عقد", "أجرى", "شارك في".
pub(super) fn carrier<'d>(ctx: &Context<'d, '_>, found: &Match<'_>) -> Option<&'d Mention> {
    const REACH: usize = 16;
    let doc = ctx.doc;
    let sentence = &doc.sentences[ctx.clause(found).sentence];
    let before = sentence.start.max(found.trigger.start.saturating_sub(REACH))..found.trigger.start;
    let verb = doc.mentions_in(&before).rev().find(|m| is_only_verb(doc, m))?;
    let carries = ["meet_status", "light", "meet_join"];
    carries.iter().any(|c| verb.lexeme(doc.lang, c).is_some()).then_some(verb)
}

/// Whoever holds a meeting that a verb carries.
fn host(ctx: &Context<'_, '_>, found: &Match<'_>) -> Option<Np> {
    let doc = ctx.doc;
    let verb = carrier(ctx, found)?;
    subject_of(doc, ctx.clause(found), verb)
}

/// The person met: a phrase without preposition behind the subject, or with the ب that the verb
/// governs ("التقى بنظيره").
fn object(ctx: &Context<'_, '_>, found: &Match<'_>, from: usize) -> Option<Np> {
    let doc = ctx.doc;
    let sentence = &doc.sentences[ctx.clause(found).sentence];
    let enclitic = doc.mention_at(found.trigger.start).is_some_and(|m| m.enclitic);
    let takes = |p: &str| found.lexeme.governs.iter().any(|(q, r)| q == p && r == "with");
    if !(found.feat.is_verb() && (takes("obj") || takes("ب")) || enclitic) {
        return None;
    }
    let mut i = from;
    let mut governed = false;
    while i < sentence.end.min(from + OBJECT) {
        if let Some(date) = doc.date_at(i) {
            i = date.at.end;
            continue;
        }
        let mention = doc.mention_at(i).filter(|m| m.at.start == i);
        if mention.is_some_and(|m| is_only_verb(doc, m) || m.conjunction) || stops(doc, i) {
            return None;
        }
        if mention.is_some_and(|m| m.lexeme(doc.lang, "prep").is_some()) {
            (governed, i) = (true, i + 1);
            continue;
        }
        let Some(np) = phrase_at(doc, i, sentence.end) else {
            (governed, i) = (false, i + 1);
            continue;
        };
        let own = mention.and_then(|m| m.preposition);
        let bare = own.is_none() || own == Some('ب') && (takes("ب") || enclitic);
        let somebody = np.head != Head::Strange || delegates(doc, &np);
        if !governed && bare && somebody {
            return Some(np);
        }
        (governed, i) = (false, np.at.end.max(i + 1));
    }
    None
}

/// A mark that ends the words of a meeting.
fn stops(doc: &Doc<'_>, i: usize) -> bool {
    doc.tokens[i].is_mark(":؛;«“\"") || doc.is_particle(i, "that")
}

/// Those behind "with" and "between", one name each.
fn with(
    ctx: &Context<'_, '_>,
    found: &Match<'_>,
    sentence: &Range<usize>,
    out: &mut Vec<Range<usize>>,
) {
    let doc = ctx.doc;
    for i in found.trigger.end..sentence.end.min(found.trigger.end + REACH) {
        let mention = doc.mention_at(i).filter(|m| m.at.start == i);
        if mention.is_some_and(|m| is_only_verb(doc, m) && !courses(doc, m)) {
            break;
        }
        if !doc.is_particle(i, "with") {
            continue;
        }
        let own = doc.tokens[i].text.contains("نظير");
        if let Some(np) = phrase_at(doc, i + usize::from(!own), sentence.end) {
            push_list(doc, out, np.at, sentence.end);
        }
    }
}

/// A verb of the meeting's own course: "محادثات جرت بين".
fn courses(doc: &Doc<'_>, m: &Mention) -> bool {
    ["meet_status", "light", "meet"].iter().any(|c| m.lexeme(doc.lang, c).is_some())
}

/// Splits a phrase at و, and goes on behind it.
fn push_list(doc: &Doc<'_>, out: &mut Vec<Range<usize>>, first: Range<usize>, limit: usize) {
    let mut end = first.end;
    push(doc, out, &first);
    while end < limit {
        let joined = doc.mention_at(end).is_some_and(|m| m.at.start == end && m.conjunction);
        let strange = doc.tokens[end].text.starts_with('و') && doc.mention_at(end).is_none();
        if !joined && !strange {
            break;
        }
        let Some(np) = phrase_at(doc, end, limit) else { break };
        end = np.at.end;
        push(doc, out, &np.at);
    }
}

/// Adds a phrase, cut at each و that joins two parties.
fn push(doc: &Doc<'_>, out: &mut Vec<Range<usize>>, at: &Range<usize>) {
    let joint = |i: &usize| {
        doc.mention_at(*i).is_some_and(|m| {
            m.at.start == *i
                && m.conjunction
                && matches!(head_of(doc, m), Some(Head::Person | Head::Group | Head::Office))
        })
    };
    let mut start = at.start;
    for cut in (at.start + 1..at.end).filter(joint).chain([at.end]) {
        let piece = start..cut;
        if !piece.is_empty() && !out.iter().any(|o| o.start < piece.end && piece.start < o.end) {
            out.push(piece);
        }
        start = cut;
    }
}
