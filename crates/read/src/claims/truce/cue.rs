//! The words around a truce that tell what becomes of it, and which of them counts.

use std::ops::Range;

use hudna_model::Event;

use crate::claims::Context;
use crate::doc::{Doc, Mention};
use crate::frame::matching::Match;
use crate::frame::phrase::is_only_verb;
use crate::lang::ar::Feat;
use crate::pack::lexicon::Lexeme;

/// How far from the truce a word may stand that tells its event, in tokens.
const REACH: usize = 10;

/// How far from a truce that is no more than an "agreement" such a word may stand.
const VAGUE_REACH: usize = 4;

/// How far behind such an "agreement" it may stand.
const VAGUE_BEHIND: usize = 2;

/// How far a word may stand that tells an event only where nothing else does.
const WEAK_REACH: usize = 4;

/// How many steps further off a word behind the truce counts than one before it.
const BEHIND: usize = 2;

/// How many steps further off a weak word counts.
const WEAK: usize = 5;

/// How far before a noun the word may stand that rules it ("رفض تمديد الهدنة").
const OUTER: usize = 9;

/// How many steps further off a word counts from which a comma or a verb parts the truce.
const PARTED: usize = 4;

/// A word that tells an event.
#[derive(Debug, Clone)]
pub(super) struct Cue {
    /// What it tells.
    pub event: Event,
    /// Tokens.
    pub at: Range<usize>,
    /// It tells it only where nothing else does.
    weak: bool,
    /// It tells an event only under a word that rules it ("رفض الالتزام بالهدنة").
    inner: bool,
    /// Its complement follows ("وقع على الاتفاق").
    full: bool,
    /// A finite verb.
    verb: bool,
    /// A participle with the article, an adjective of the noun before it.
    active: bool,
    /// Its distance from the truce, in half steps.
    far: usize,
}

/// All words in reach that may tell an event of the truce, the nearest first.
pub(super) fn cues(ctx: &Context<'_, '_>, found: &Match<'_>) -> Vec<Cue> {
    let doc = ctx.doc;
    let sentence = &doc.sentences[ctx.clause(found).sentence];
    let vague = found.lexeme.tag("vague").is_some();
    let from = sentence.start.max(found.trigger.start.saturating_sub(REACH));
    let to = sentence.end.min(found.trigger.end + if vague { VAGUE_BEHIND } else { REACH });
    let mut out: Vec<Cue> = Vec::new();
    for m in doc.mentions_in(&(from..to)) {
        let other = m.at.start == found.trigger.start
            || m.lexeme(doc.lang, "seems").is_some()
            || belongs_elsewhere(doc, m, found)
            || new_clause(doc, m, found);
        if !other {
            out.extend(told(doc, m, found));
        }
    }
    let near = |c: &Cue| c.at.end + VAGUE_REACH >= found.trigger.start;
    let linked = found.trigger.start.checked_sub(1).is_some_and(|i| doc.is_particle(i, "link"));
    out.retain(|c| !vague || near(c) || linked && c.verb && c.full);
    out.retain(|c| !c.weak || c.far <= (WEAK + WEAK_REACH) * 2);
    out.sort_by_key(|c| c.far);
    out
}

/// The events that one word tells.
fn told(doc: &Doc<'_>, m: &Mention, found: &Match<'_>) -> Vec<Cue> {
    let parted = match (m.at.end..found.trigger.start).any(|i| closes(doc, i)) {
        true => PARTED,
        false => 0,
    };
    let inner = |feat: Feat| {
        let noun = !feat.is_verb() && feat != Feat::Active;
        noun && m.lexemes(doc.lang).any(|(l, f)| f == feat && l.tag("inner").is_some())
    };
    let cue = |event: Event, weak: bool, full: bool, feat: Feat| Cue {
        event,
        at: m.at.clone(),
        weak,
        inner: inner(feat),
        full,
        verb: feat.is_verb() && is_only_verb(doc, m),
        active: feat == Feat::Active && m.definite,
        far: (distance(&m.at, &found.trigger) + if weak { WEAK } else { 0 } + parted) * 2
            + usize::from(!full),
    };
    let mut out = Vec::new();
    for (lexeme, feat) in m.lexemes(doc.lang) {
        let full = !lexeme.complements.is_empty();
        if let Some(event) = lexeme.tag("event").and_then(Event::parse) {
            let (event, weak) = match feat == Feat::Masdar {
                true => of_noun(doc, m, lexeme, event, found),
                false => (event, lexeme.tag("weak").is_some()),
            };
            out.push(cue(event, weak, full, feat));
        } else if m.at.end <= found.trigger.start {
            let event = match lexeme.tag("say") {
                Some("appeal") => Event::CalledFor,
                Some("propose") => Event::Proposed,
                _ => continue,
            };
            out.push(cue(event, false, full, feat));
        }
    }
    out
}

/// What a verbal noun tells: one that tells the aim and not the deed ("للتوصل إلى") has another
/// event (`noun:`), unless words before it say that it is done ("تم", "بعد").
fn of_noun(
    doc: &Doc<'_>,
    m: &Mention,
    lexeme: &Lexeme,
    event: Event,
    found: &Match<'_>,
) -> (Event, bool) {
    let weak = lexeme.tag("weak").is_some();
    let vague = found.lexeme.tag("vague").is_some();
    let done = m.preposition.is_none()
        && m.at.start.checked_sub(1).is_some_and(|i| doc.is_particle(i, "done"));
    let aim = m.preposition == Some('ل') && event == Event::Signed;
    let weak = weak || aim;
    match lexeme.tag("noun").and_then(Event::parse) {
        Some(other) if !done => (other, weak || vague),
        _ => (event, weak),
    }
}

/// Whether a comma parts the word from the truce before it, with no relative behind the comma, or
/// a verb joined by و tells what somebody else does.
fn new_clause(doc: &Doc<'_>, m: &Mention, found: &Match<'_>) -> bool {
    let between = found.trigger.end..m.at.start;
    let behind = m.at.start >= found.trigger.end;
    if behind && m.conjunction && is_only_verb(doc, m) && !is_course(doc, m) {
        return true;
    }
    between.clone().any(|i| doc.tokens[i].is_mark("،,:؛") && !doc.is_particle(i + 1, "rel"))
}

/// Whether a word tells what the truce itself does.
fn is_course(doc: &Doc<'_>, m: &Mention) -> bool {
    use Event::*;
    m.lexemes(doc.lang).any(|(l, _)| {
        let event = l.tag("event").and_then(Event::parse);
        matches!(event, Some(InForce | Collapsed | Violated | AtRisk | Extended | Renewed))
    })
}

fn distance(word: &Range<usize>, truce: &Range<usize>) -> usize {
    if word.end <= truce.start {
        truce.start - word.end
    } else {
        word.start.saturating_sub(truce.end) + BEHIND
    }
}

/// Whether another truce stands between the word and this one.
fn belongs_elsewhere(doc: &Doc<'_>, m: &Mention, found: &Match<'_>) -> bool {
    let between = match m.at.end <= found.trigger.start {
        true => m.at.end..found.trigger.start,
        false => found.trigger.end..m.at.start,
    };
    doc.mentions_in(&between).any(|u| u.lexeme(doc.lang, "truce").is_some())
}

/// The word that counts: the nearest, unless one before it rules it.
pub(super) fn first(ctx: &Context<'_, '_>, found: &Match<'_>, cues: &[Cue]) -> Option<Cue> {
    let vague = found.lexeme.tag("vague").is_some();
    let near = cues.iter().find(|c| !vague || !c.weak)?;
    if near.at.start >= found.trigger.end {
        // "أعلن الجيش هدنة تبدأ غدا": what the verb before says of an indefinite truce counts.
        let governs = |c: &&Cue| c.at.end <= found.trigger.start && !c.weak && near.verb;
        let indefinite = ctx.doc.mention_at(found.trigger.start).is_some_and(|m| !m.definite);
        let other = cues.iter().filter(governs).find(|c| is_open(ctx.doc, c, found));
        return Some(other.filter(|_| indefinite).unwrap_or(near).clone());
    }
    let near = attributed(cues, near);
    let told = if near.verb { denied(ctx.doc, near) } else { ruled(ctx.doc, cues, near) };
    (!near.inner || told.event != near.event).then_some(told)
}

/// A verb behind a negation tells that it did not happen.
fn denied(doc: &Doc<'_>, cue: &Cue) -> Cue {
    let event = if is_negated(doc, cue) { fails(cue.event) } else { cue.event };
    Cue { event, ..cue.clone() }
}

fn is_negated(doc: &Doc<'_>, cue: &Cue) -> bool {
    cue.at.start.checked_sub(1).is_some_and(|i| doc.is_particle(i, "neg"))
}

/// The noun before an adjective that is no word of its own: "الانتهاكات المستمرة للهدنة".
fn attributed<'c>(cues: &'c [Cue], near: &'c Cue) -> &'c Cue {
    let noun = |c: &&Cue| c.at.end == near.at.start && !c.verb && near.active;
    cues.iter().find(noun).unwrap_or(near)
}

/// Whether nothing parts a word from the truce behind it.
fn is_open(doc: &Doc<'_>, cue: &Cue, found: &Match<'_>) -> bool {
    !(cue.at.end..found.trigger.start).any(|i| closes(doc, i))
}

/// A noun with the word that rules it: "مفاوضات تمديد الهدنة" are talks and no extension.
fn ruled(doc: &Doc<'_>, cues: &[Cue], inner: &Cue) -> Cue {
    let outer = cues.iter().filter(|c| c.at.end <= inner.at.start && !c.weak).find(|c| {
        let gap = c.at.end..inner.at.start;
        gap.len() <= OUTER && !gap.clone().any(|i| closes(doc, i))
    });
    let event = match outer {
        _ if is_negated(doc, inner) => fails(inner.event),
        // "وافقت على تمديد الهدنة": she did extend it; "موافقة على تمديد" is a position.
        Some(outer) if outer.verb && outer.event == Event::Accepted => match inner.event {
            Event::Extended => Event::Extended,
            event => rules(outer.event, event),
        },
        Some(outer) => rules(outer.event, inner.event),
        None => inner.event,
    };
    let at = outer.filter(|o| event == o.event && event != inner.event).map(|o| o.at.clone());
    Cue { event, at: at.unwrap_or(inner.at.clone()), ..inner.clone() }
}

/// What a truce comes to when this does not happen.
fn fails(event: Event) -> Event {
    use Event::*;
    match event {
        Collapsed | Violated => InForce,
        Extended | Renewed => Collapsed,
        Signed => Negotiated,
        InForce => Violated,
        Accepted => Rejected,
        other => other,
    }
}

/// What is told when the first word rules the second.
fn rules(outer: Event, inner: Event) -> Event {
    use Event::*;
    match (outer, inner) {
        (Rejected | Accepted | CalledFor | Proposed | Negotiated, _) if is_fault(inner) => inner,
        (Rejected | Accepted | CalledFor | Proposed | Negotiated, _) => outer,
        (Collapsed, Extended | Renewed) => outer,
        (Collapsed, Signed | Negotiated) => Negotiated,
        (AtRisk, Collapsed | Violated) | (Declared, Signed) | (Renewed, InForce) => outer,
        _ => inner,
    }
}

/// Events that a call does not change: "دعا إلى وقف خرق الهدنة" tells a breach.
fn is_fault(event: Event) -> bool {
    matches!(event, Event::Violated | Event::AtRisk | Event::Collapsed | Event::Rejected)
}

/// A mark or a verb ends what a word rules.
fn closes(doc: &Doc<'_>, i: usize) -> bool {
    doc.tokens[i].is_mark("،,:؛;")
        || doc.mention_at(i).is_some_and(|m| {
            m.at.start == i && (is_only_verb(doc, m) || m.lexeme(doc.lang, "rel").is_some())
        })
}

/// What an adjective right behind the truce or a relative clause tells besides.
pub(super) fn besides(
    ctx: &Context<'_, '_>,
    found: &Match<'_>,
    cues: &[Cue],
    first: &Cue,
) -> Option<Cue> {
    let doc = ctx.doc;
    let end = found.trigger.end;
    let behind = |c: &&Cue| c.at.start >= end && c.event != first.event && !c.weak;
    let mut list = cues.iter().filter(behind);
    if first.at.start == end && matches!(first.event, Event::Signed | Event::Declared) {
        return list.next().cloned();
    }
    if first.at.start >= end {
        return None;
    }
    list.find(|c| {
        let rel = (end..c.at.start).rev().find(|i| doc.is_particle(*i, "rel"));
        c.at.start == end || rel.is_some_and(|r| c.at.start - r <= 3 && r - end <= 2)
    })
    .cloned()
}
