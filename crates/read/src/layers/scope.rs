//! Layers over a claim: polarity, modality, background. The strongest cue wins.

use hudna_model::Modality;
use jiff::civil;

use crate::doc::{Clause, Doc, Mention};
use crate::frame::phrase::is_only_verb;
use crate::lang::ar::Feat;

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

/// The layers at a trigger: cues before it that rule it, an adjective behind it, a negation
/// right before, a future form. `close` demands that what a verb of saying asks for, denies or
/// threatens is the trigger itself: so for acts of force, which such a sentence mostly takes as
/// given ("دعا إلى وقف القصف").
pub fn layers(doc: &Doc<'_>, clause: &Clause, trigger: usize, close: bool) -> Layers {
    let mut out = Layers { modality: Modality::Actual, background: false };
    let sentence = &doc.sentences[clause.sentence];
    for mention in doc.mentions_in(sentence) {
        if mention.at.contains(&trigger) && mention.scopes().next().is_none() {
            continue;
        }
        for scope in mention.scopes().map(|i| &doc.lang.scopes[i]) {
            let rules = match scope.set {
                None => clause.at.contains(&mention.at.start),
                Some(_) => rules(doc, mention, trigger, scope.over_sentence),
            };
            match scope.set.filter(|_| rules) {
                Some(modality) => out.modality = out.modality.max(modality),
                None => out.background |= rules,
            }
        }
        if mention.at.end <= trigger
            && let Some(modality) = spoken(doc, mention, trigger, close)
        {
            out.modality = out.modality.max(modality);
        }
    }
    if negated(doc, trigger) {
        out.modality = Modality::Denied;
    }
    let future =
        doc.mention_at(trigger).is_some_and(|m| m.hits.iter().any(|h| h.feat == Feat::Future));
    if future {
        out.modality = out.modality.max(Modality::Planned);
    }
    out
}

/// Whether a cue rules the trigger: before it with nothing told as done in between, or right
/// behind it.
fn rules(doc: &Doc<'_>, cue: &Mention, trigger: usize, over_sentence: bool) -> bool {
    if cue.at.start > trigger {
        return cue.at.start - trigger <= BEHIND && !verb_between(doc, trigger + 1, cue.at.start);
    }
    let from = cue.at.end;
    from > trigger || over_sentence || (trigger - from <= CUE_REACH && open(doc, from, trigger))
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

/// What a verb of saying does to its complement.
fn spoken(doc: &Doc<'_>, mention: &Mention, trigger: usize, close: bool) -> Option<Modality> {
    let (lexeme, _) = mention.lexeme(doc.lang, "speech")?;
    let modality = match lexeme.tag("say")? {
        "appeal" | "propose" => Modality::CalledFor,
        "deny" => Modality::Denied,
        "pledge" | "threaten" => Modality::Planned,
        "warn" => Modality::Hypothetical,
        _ => return None,
    };
    complement(doc, mention.at.end, trigger, close).then_some(modality)
}

/// Whether the trigger is what the verb that ends at `from` governs.
fn complement(doc: &Doc<'_>, from: usize, trigger: usize, close: bool) -> bool {
    const FAR: usize = 24;
    const NEAR: usize = 1;
    if trigger - from > FAR || !open(doc, from, trigger) {
        return false;
    }
    let own = doc.mention_at(trigger).is_some_and(|m| m.preposition.is_some());
    let link = (from..trigger).rev().find(|i| links(doc, *i));
    match (own, link) {
        (true, _) => !close || trigger - from <= LONGEST_ADDRESSEE,
        (false, Some(link)) => !close || trigger - link <= NEAR,
        (false, None) => trigger - from <= LONGEST_ADDRESSEE && is_masdar(doc, trigger),
    }
}

fn is_masdar(doc: &Doc<'_>, i: usize) -> bool {
    doc.mention_at(i).is_some_and(|m| {
        !m.definite && !m.conjunction && m.hits.iter().any(|h| h.feat == Feat::Masdar)
    })
}

/// How many words may stand between a verb and what it asks for.
const LONGEST_ADDRESSEE: usize = 6;

/// A word that opens a complement: a preposition or "that".
fn links(doc: &Doc<'_>, i: usize) -> bool {
    doc.is_particle(i, "that")
        || doc.is_particle(i, "link")
        || doc.mention_at(i).is_some_and(|m| m.at.start == i && m.preposition.is_some())
}

/// A negation right before a verb.
fn negated(doc: &Doc<'_>, trigger: usize) -> bool {
    let verb = doc.mention_at(trigger).is_some_and(|m| m.is_verb());
    verb && trigger > 0 && doc.is_particle(trigger - 1, "negates_verb")
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
