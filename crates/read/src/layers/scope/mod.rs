//! Layers over a claim: polarity, modality, background. The strongest cue wins.
//!
//! Cues are data (`scope/*.toml`); here is how far they reach. Verbs of saying rule their
//! complement (`speech`), a verb that carries a noun lends it its tense and negation
//! (`carrier`), and ل with a verbal noun tells an aim (`purpose`).

mod carrier;
mod purpose;
mod speech;

use std::ops::Range;

use hudna_model::Modality;
use jiff::civil;

use crate::doc::{Clause, Doc, Mention};
use crate::frame::phrase::is_only_verb;
use crate::lang::ar::Feat;
use crate::layers::date::Date;
use crate::pack::frames::{CueRole, Scope};

/// What the cues around a trigger say.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Layers {
    /// Strongest modality.
    pub modality: Modality,
    /// Told as history.
    pub background: bool,
}

/// Days before publication after which something is history.
const HISTORY_DAYS: i64 = 7;

/// How far behind a cue the words lie that it rules, in tokens.
const CUE_REACH: usize = 14;

/// How far behind a trigger an adjective that is a cue may stand ("الهجوم المرتقب").
const BEHIND: usize = 3;

/// How far before a trigger a word may stand that takes it as given, in tokens.
const GIVEN_REACH: usize = 4;

/// The layers at a trigger: cues before it that rule it, an adjective behind it, a negation
/// right before, a future form. `close` demands that what a verb of saying asks for, denies or
/// threatens is the trigger itself: so for acts of force, which such a sentence mostly takes as
/// given ("دعا إلى وقف القصف").
pub fn layers(doc: &Doc<'_>, clause: &Clause, trigger: usize, close: bool) -> Layers {
    if doc.is_english() {
        return crate::layers::english::scope::layers(doc, clause, trigger, close);
    }
    let mut out = Layers { modality: Modality::Actual, background: false };
    let sentence = &doc.sentences[clause.sentence];
    let given = if close { given_from(doc, &clause.at, trigger) } else { None };
    let conjunct = if close { conjunct_of(doc, sentence, trigger) } else { None };
    for mention in doc.mentions_in(sentence) {
        if mention.at.contains(&trigger) && mention.scopes().next().is_none() {
            continue;
        }
        let taken = given.is_some_and(|g| mention.at.start <= g);
        for scope in scopes(doc, mention).filter(|s| s.role == CueRole::Layer) {
            match scope.set {
                None => out.background |= clause.at.contains(&mention.at.start),
                Some(Modality::Denied) => {}
                Some(_) if taken && !scope.over_sentence => continue,
                // "محادثات محتملة" are planned all the same.
                Some(Modality::Hypothetical) if !close && mention.at.start > trigger => continue,
                Some(_) => {}
            }
            if let Some(modality) = scope.set.filter(|_| rules(doc, mention, trigger, scope)) {
                out.modality = out.modality.max(modality);
            }
        }
        if taken && !speech::denies(doc, mention) {
            continue;
        }
        let said = |at: usize| speech::spoken(doc, mention, at, close);
        let heads = [Some(trigger), conjunct].into_iter().flatten();
        for modality in heads.filter(|h| mention.at.end <= *h).filter_map(said) {
            out.modality = out.modality.max(modality);
        }
    }
    out.background |= began_a_period(doc, &clause.at, trigger);
    let own = own(doc, &clause.at, trigger, close, given.is_some());
    let aimed = conjunct.is_some_and(|c| purpose::aimed(doc, sentence, c));
    let planned = aimed.then_some(Modality::Planned);
    out.modality = [own, planned].into_iter().flatten().fold(out.modality, Modality::max);
    out
}

/// How far before a verbal noun the one that it is joined to may stand, in tokens.
const CONJUNCT_REACH: usize = 10;

/// The verbal noun with a preposition that this one is joined to: "بقصف الممر ومنع المدنيين".
fn conjunct_of(doc: &Doc<'_>, sentence: &Range<usize>, trigger: usize) -> Option<usize> {
    let masdar = |m: &Mention| m.hits.iter().any(|h| h.feat == Feat::Masdar);
    let own = doc.mention_at(trigger).filter(|m| m.at.start == trigger)?;
    if !own.conjunction || own.definite || own.preposition.is_some() || !masdar(own) {
        return None;
    }
    for mention in doc.mentions_in(&before(sentence, trigger, CONJUNCT_REACH)).rev() {
        if masdar(mention) && matches!(mention.preposition, Some('ب' | 'ل')) {
            return Some(mention.at.start);
        }
        if is_only_verb(doc, mention) {
            return None;
        }
    }
    None
}

/// How far before a noun "since" may stand, in tokens: "منذ اندلاع القتال".
const SINCE_REACH: usize = 2;

/// "منذ سيطرتها على المدينة": what a period began with lies behind it, unless its day is near.
fn began_a_period(doc: &Doc<'_>, clause: &Range<usize>, trigger: usize) -> bool {
    let since = before(clause, trigger, SINCE_REACH).any(|i| {
        doc.mention_at(i).is_some_and(|m| m.times(doc.lang).any(|t| t.class == "since"))
            && doc.date_at(i).is_none()
    });
    let noun = !doc.mention_at(trigger).is_some_and(|m| is_only_verb(doc, m));
    since && noun && !doc.dates.iter().any(|d| clause.contains(&d.at.start) && is_near(doc, d))
}

fn is_near(doc: &Doc<'_>, date: &Date) -> bool {
    date.resolved.as_ref().is_some_and(|r| !is_history(doc, r.end.as_ref().unwrap_or(&r.start)))
}

/// What the trigger's own form and its verb say.
fn own(
    doc: &Doc<'_>,
    clause: &Range<usize>,
    trigger: usize,
    close: bool,
    given: bool,
) -> Option<Modality> {
    if carrier::negated(doc, trigger) {
        return Some(Modality::Denied);
    }
    let mention = doc.mention_at(trigger)?;
    let mut out = mention.hits.iter().any(|h| h.feat == Feat::Future).then_some(Modality::Planned);
    out = out.max(carrier::may(doc, clause, trigger));
    out = out.max(carrier::then_to(doc, clause).then_some(Modality::Planned));
    if !close {
        out = out.max(carrier::to_come(doc, clause, trigger).then_some(Modality::Planned));
    }
    if close && !given {
        out = out.max(carrier::carried(doc, clause, trigger));
        out = out.max(purpose::aimed(doc, clause, trigger).then_some(Modality::Planned));
    }
    out
}

fn scopes<'d>(doc: &'d Doc<'_>, mention: &'d Mention) -> impl Iterator<Item = &'d Scope> {
    mention.scopes().map(|i| &doc.lang.scopes[i])
}

fn has_role(doc: &Doc<'_>, mention: &Mention, role: CueRole) -> bool {
    scopes(doc, mention).any(|s| s.role == role)
}

/// So many tokens before one, inside a range.
fn before(range: &Range<usize>, at: usize, reach: usize) -> Range<usize> {
    range.start.max(at.saturating_sub(reach)).min(at)..at
}

/// Where the word begins that takes the trigger as given: "بعد القصف", "وقف القصف".
fn given_from(doc: &Doc<'_>, clause: &Range<usize>, trigger: usize) -> Option<usize> {
    for mention in doc.mentions_in(&before(clause, trigger, GIVEN_REACH)).rev() {
        if mention.at.end <= trigger && has_role(doc, mention, CueRole::Given) {
            return Some(mention.at.start);
        }
        if is_only_verb(doc, mention) {
            return None;
        }
    }
    None
}

/// Whether a cue rules the trigger: before it with nothing told as done in between, or right
/// behind it.
fn rules(doc: &Doc<'_>, cue: &Mention, trigger: usize, scope: &Scope) -> bool {
    if cue.at.start > trigger {
        return !opens_complement(doc, cue)
            && cue.at.start - trigger <= BEHIND
            && !verb_between(doc, trigger + 1, cue.at.start);
    }
    let from = cue.at.end;
    let therefore = cue.at.len() == 1 && scope.over_sentence && has_tanwin(doc, cue.at.start);
    !therefore
        && (from > trigger
            || scope.over_sentence
            || (trigger - from <= CUE_REACH && open(doc, from, trigger))
            || (trigger - from <= CUE_REACH && claimed(doc, from, trigger, scope)))
}

/// "زعم أن رجاله دخلوا القرية": behind "that" a perfect tells what is claimed or denied.
fn claimed(doc: &Doc<'_>, from: usize, to: usize, scope: &Scope) -> bool {
    matches!(scope.set, Some(Modality::Alleged | Modality::Denied))
        && (from.saturating_sub(1)..to).any(|i| doc.is_particle(i, "that"))
        && !verb_between(doc, from, to)
}

/// Cues that rule only what follows them: "لمنع", "يرجح أن".
fn opens_complement(doc: &Doc<'_>, cue: &Mention) -> bool {
    let last = cue.at.end - 1;
    ["prep", "subord"].iter().any(|c| cue.lexeme(doc.lang, c).is_some())
        || doc.tokens[cue.at.start].text.starts_with('ل') && cue.at.len() == 1
        || ["ان", "من", "الي", "علي", "في"].contains(&doc.tokens[last].text.as_str())
        || is_only_verb(doc, cue)
}

/// "إذًا" with its tanwin is "so", not "if".
fn has_tanwin(doc: &Doc<'_>, i: usize) -> bool {
    doc.slice(doc.tokens[i].span).contains('\u{64b}')
}

fn verb_between(doc: &Doc<'_>, from: usize, to: usize) -> bool {
    (from..to).any(|i| doc.mention_at(i).is_some_and(|m| m.at.start == i && is_only_verb(doc, m)))
}

/// Whether the words between two points tell nothing as done: no perfect behind و or a relative,
/// no new clause.
fn open(doc: &Doc<'_>, from: usize, to: usize) -> bool {
    let closes = |i: usize| {
        doc.mention_at(i).filter(|m| m.at.start == i).is_some_and(|m| {
            let past = m.hits.iter().any(|h| h.feat == Feat::Past) && is_only_verb(doc, m);
            past || ["rel", "subord"].iter().any(|c| m.lexeme(doc.lang, c).is_some())
        })
    };
    let done = doc
        .mention_at(to)
        .is_some_and(|m| m.hits.iter().any(|h| h.feat == Feat::Past) && is_only_verb(doc, m));
    let told = done && to > from + 1;
    !told && !(from..to).any(closes)
}

/// Whether a resolved day lies so far back that it is history.
pub fn is_history(doc: &Doc<'_>, start: &str) -> bool {
    let Some(published) = doc.published else { return false };
    let day = match start.len() {
        4 => format!("{start}-12-31"),
        7 => format!("{start}-28"),
        _ => start.to_owned(),
    };
    let Ok(day) = day.parse::<civil::Date>() else { return false };
    published.duration_since(day).as_hours() / 24 > HISTORY_DAYS
}

#[cfg(test)]
mod tests;
