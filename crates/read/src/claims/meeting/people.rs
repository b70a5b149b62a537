//! Who takes part in a meeting: whoever holds it, and those it is held with.

use std::ops::Range;

use hudna_model::{Form, PartyKind};

use crate::claims::Context;
use crate::doc::{Doc, Mention};
use crate::frame::matching::Match;
use crate::frame::phrase::is_only_verb;
use crate::layers::person::{Head, Np, head_of, phrase_at};
use crate::layers::subject::{in_force, subject_of};
use crate::pack::registers::FormKind;

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
    let between = found.lexeme.tag("between").is_some();
    for np in first(ctx, found, form).into_iter().filter(|_| !between) {
        if np.at.start >= end && np.at.start < end + OBJECT {
            end = np.at.end;
        }
        push(doc, &mut out, &np.at);
    }
    let alone = out.len();
    if let Some(np) = object(ctx, found, end) {
        push(doc, &mut out, &np.at);
    }
    let sentence = &doc.sentences[ctx.clause(found).sentence];
    if form != Form::Visit || !found.feat.is_verb() {
        with(ctx, found, form, sentence, &mut out);
    }
    let told = out.len() > alone;
    if let Some(np) = carried(ctx, found, told) {
        out.insert(0, np.at);
    }
    if !told && refers(ctx, found) {
        return Vec::new();
    }
    if (out.is_empty() || told)
        && !between
        && let Some(np) = beside(ctx, found, told)
    {
        push(doc, &mut out, &np.at);
    }
    if out.iter().any(|at| is_media(doc, at)) { Vec::new() } else { out }
}

/// Whoever came before: "وصل الوزير إلى بغداد حيث يلتقي مسؤولين", where the phrase behind the verb
/// is whom he meets.
fn carried(ctx: &Context<'_, '_>, found: &Match<'_>, told: bool) -> Option<Np> {
    let doc = ctx.doc;
    let mention = doc.mention_at(found.trigger.start)?;
    let goes_on = mention.conjunction
        || found.trigger.start.checked_sub(1).is_some_and(|i| doc.is_particle(i, "goes_on"));
    let takes = found.lexeme.governs.iter().any(|(q, r)| q == "obj" && r == "with");
    let sentence = &doc.sentences[ctx.clause(found).sentence];
    let open = found.feat.is_verb() && takes && goes_on && !told;
    in_force(doc, sentence, found.trigger.start).filter(|_| open)
}

/// "خلال الجلسة", "شارك في الاجتماع": a definite noun that nobody is told to hold points back.
fn refers(ctx: &Context<'_, '_>, found: &Match<'_>) -> bool {
    let doc = ctx.doc;
    let Some(mention) = doc.mention_at(found.trigger.start) else { return true };
    let holds = carrier(ctx, found).is_some_and(|m| m.lexeme(doc.lang, "meet_join").is_none());
    let owned = holder(ctx, found).is_some();
    !found.feat.is_verb() && mention.definite && !mention.enclitic && !holds && !owned
}

/// Whoever speaks or acts while a meeting goes on with somebody: "قال في اتصال مع", "في ختام
/// زيارته قال".
fn beside(ctx: &Context<'_, '_>, found: &Match<'_>, told: bool) -> Option<Np> {
    let doc = ctx.doc;
    let sentence = &doc.sentences[ctx.clause(found).sentence];
    let mention = doc.mention_at(found.trigger.start)?;
    let within = found.trigger.start > 0 && doc.is_particle(found.trigger.start - 1, "prep");
    let bound = mention.enclitic || mention.preposition.is_some() || within;
    if found.feat.is_verb() || !bound || !(told || mention.enclitic) {
        return None;
    }
    let known = |np: &Np| matches!(np.head, Head::Office | Head::Person);
    in_force(doc, sentence, found.trigger.start).filter(known).or_else(|| {
        let behind = found.trigger.end..sentence.end;
        let verb = doc
            .mentions_in(&behind)
            .find(|m| is_only_verb(doc, m) && m.lexeme(doc.lang, "speech").is_some())?;
        subject_of(doc, ctx.clause(found), verb).filter(known)
    })
}

/// An interview is no meeting.
fn is_media(doc: &Doc<'_>, at: &Range<usize>) -> bool {
    doc.mentions_in(at).take(1).any(|m| {
        m.parties(doc.lang).any(|f| doc.pack.parties[f.party].kind == PartyKind::Media)
            || m.lexeme(doc.lang, "media").is_some()
    })
}

/// Whoever holds the meeting or visits.
fn first(ctx: &Context<'_, '_>, found: &Match<'_>, form: Form) -> Vec<Np> {
    let doc = ctx.doc;
    let sentence = &doc.sentences[ctx.clause(found).sentence];
    let Some(mention) = doc.mention_at(found.trigger.start) else { return Vec::new() };
    let np = if found.feat.is_verb() {
        let carried = || in_force(doc, sentence, found.trigger.start);
        subject_of(doc, ctx.clause(found), mention)
            .filter(|np| may_meet(doc, np, form) && near(found, np, form))
            .or_else(|| carried().filter(|_| goes_on(doc, mention)))
    } else if mention.enclitic {
        in_force(doc, sentence, found.trigger.start)
    } else {
        let own = holder(ctx, found).or_else(|| holds_it(ctx, found));
        let own = own.filter(|np| may_meet(doc, np, form));
        own.or_else(|| host(ctx, found).filter(|np| may_meet(doc, np, form)))
    };
    let known = |np: &Np| (np.head != Head::Strange || delegates(doc, np)) && !is_source(doc, np);
    np.filter(known).into_iter().collect()
}

/// A source without a name tells of meetings and holds none.
fn is_source(doc: &Doc<'_>, np: &Np) -> bool {
    doc.mentions_in(&np.at)
        .take(1)
        .any(|m| m.lexemes(doc.lang).any(|(l, _)| l.tag("anon").is_some()))
}

/// A verb that goes on with the subject before it: "ويلتقي", "وهو يتفقد", "قبل أن يتوجه".
fn goes_on(doc: &Doc<'_>, verb: &Mention) -> bool {
    let before = verb.at.start.checked_sub(1);
    let bound = |c: &str| before.is_some_and(|i| doc.is_particle(i, c));
    verb.conjunction || verb.enclitic || bound("pron") || bound("that")
}

/// Whoever travels is told beside the verb.
fn near(found: &Match<'_>, np: &Np, form: Form) -> bool {
    const NEAR: usize = 3;
    form != Form::Visit
        || np.at.start < found.trigger.end + NEAR && np.at.end + NEAR > found.trigger.start
}

/// Places and fighters do not meet, and only people of some post travel.
fn may_meet(doc: &Doc<'_>, np: &Np, form: Form) -> bool {
    let Some(head) = doc.mentions_in(&np.at).next() else { return delegates(doc, np) };
    let office = head.lexeme(doc.lang, "office").is_some();
    if head.lexeme(doc.lang, "task").is_some() {
        return false;
    }
    let force = head.lexeme(doc.lang, "force").is_some() && !office;
    // "وزير الخارجية الأمريكي" is a form of his state's name and travels.
    let state = head
        .parties(doc.lang)
        .any(|f| f.kind != FormKind::Office && doc.pack.parties[f.party].kind == PartyKind::State);
    let place = head.places().next().is_some() && np.head == Head::Group && !state;
    match form {
        Form::Visit => !place && !state && !force && (np.head != Head::Group || delegates(doc, np)),
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
            i > found.trigger.end && doc.mention_at(i).is_none_or(|m| m.preposition != Some('ل'));
        let place = doc.mention_at(i).is_some_and(|m| m.places().next().is_some());
        if bound || place || doc.is_particle(i, "with") {
            return None;
        }
        phrase_at(doc, i, sentence.end).filter(|np| np.head != Head::Strange || delegates(doc, np))
    })
}

/// The subject of a verb behind that has the noun as its object: "محادثات أجراها الوزير".
fn holds_it(ctx: &Context<'_, '_>, found: &Match<'_>) -> Option<Np> {
    let doc = ctx.doc;
    let sentence = &doc.sentences[ctx.clause(found).sentence];
    let behind = found.trigger.end..sentence.end.min(found.trigger.end + 4);
    let verb = doc.mentions_in(&behind).find(|m| m.is_verb() && m.enclitic && courses(doc, m))?;
    phrase_at(doc, verb.at.end, sentence.end).filter(|np| np.head != Head::Strange)
}

/// The verb that carries the noun of a meeting: "عقد", "أجرى", "شارك في".
pub(super) fn carrier<'d>(ctx: &Context<'d, '_>, found: &Match<'_>) -> Option<&'d Mention> {
    const REACH: usize = 16;
    let doc = ctx.doc;
    let sentence = &doc.sentences[ctx.clause(found).sentence];
    let before = sentence.start.max(found.trigger.start.saturating_sub(REACH))..found.trigger.start;
    let carries = |m: &Mention| {
        let noun = m.definite || m.preposition.is_some();
        !noun
            && m.lexemes(doc.lang).any(|(l, f)| {
                let class = ["meet_status", "light", "meet_join"].iter().any(|c| l.is(c));
                class && (f.is_verb() || l.is("meet_join"))
            })
    };
    let verb = doc.mentions_in(&before).rev().find(|m| is_only_verb(doc, m) || carries(m))?;
    carries(verb).then_some(verb)
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
    doc.tokens[i].is_mark(":؛;") || doc.is_particle(i, "that")
}

/// Those behind "with" and "between", one name each.
fn with(
    ctx: &Context<'_, '_>,
    found: &Match<'_>,
    form: Form,
    sentence: &Range<usize>,
    out: &mut Vec<Range<usize>>,
) {
    let doc = ctx.doc;
    for i in found.trigger.end..sentence.end.min(found.trigger.end + REACH) {
        let mention = doc.mention_at(i).filter(|m| m.at.start == i);
        if mention.is_some_and(|m| is_only_verb(doc, m) && !courses(doc, m)) {
            break;
        }
        let from = form == Form::Call && doc.tokens[i].text == "من";
        if !doc.is_particle(i, "with") && !from {
            continue;
        }
        let peer = usize::from(!is_peer(doc, i));
        if is_peer(doc, i + peer) {
            push(doc, out, &(i + peer..peer_end(doc, i + peer, sentence.end)));
        } else if let Some(np) = phrase_at(doc, i + 1, sentence.end) {
            let definite = doc.tokens[np.at.start].text.starts_with("ال");
            if np.head != Head::Strange || definite || delegates(doc, &np) {
                push_list(doc, out, np.at, sentence.end);
            }
        }
    }
}

/// Where the words of a peer end: behind his name, or the adjective that tells his country.
fn peer_end(doc: &Doc<'_>, peer: usize, limit: usize) -> usize {
    let named = phrase_at(doc, peer + 1, limit).map(|np| np.at.end);
    let adjective = || {
        let definite = doc.tokens.get(peer + 1).is_some_and(|t| t.text.starts_with("ال"));
        peer + 1 + usize::from(definite && peer + 1 < limit)
    };
    named.unwrap_or_else(adjective)
}

/// "نظيره": whoever holds the same post.
fn is_peer(doc: &Doc<'_>, i: usize) -> bool {
    doc.is_particle(i, "with") && doc.tokens[i].text.contains("نظير")
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
