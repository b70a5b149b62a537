//! What the words around an English trigger say of it: whether it was denied, is only claimed,
//! planned, asked for or supposed.

use std::ops::Range;

use hudna_model::Modality;

use crate::doc::{Clause, Doc, Mention};
use crate::frame::english::{Part, part};
use crate::lang::ar::Feat;
use crate::lang::en::{BE, is_adverb};
use crate::layers::scope::Layers;
use crate::pack::frames::CueRole;

/// How far behind a cue the words lie that it rules, in tokens.
const CUE_REACH: usize = 12;

/// How far before a trigger a word may stand that takes it as given, in tokens.
const GIVEN_REACH: usize = 4;

/// How many words may stand between a verb of asking and what it asks for.
const COMPLEMENT: usize = 14;

/// The layers at a trigger.
pub(crate) fn layers(doc: &Doc<'_>, clause: &Clause, trigger: usize, close: bool) -> Layers {
    let mut out = Layers { modality: Modality::Actual, background: false };
    let sentence = &doc.sentences[clause.sentence];
    let given = close && is_given(doc, &clause.at, trigger);
    for mention in cues_in(doc, sentence) {
        if mention.at.contains(&trigger) {
            continue;
        }
        for scope in mention.scopes().map(|i| &doc.lang.scopes[i]) {
            if scope.role != CueRole::Layer {
                let aims = matches!(scope.role, CueRole::Aim | CueRole::Plan);
                if aims && !given && aims_at(doc, mention.at.end, trigger, clause) {
                    out.modality = out.modality.max(Modality::Planned);
                }
                continue;
            }
            let Some(modality) = scope.set else {
                out.background |= clause.at.contains(&mention.at.start);
                continue;
            };
            let rules = scope.over_sentence
                || rules(doc, mention, trigger, &clause.at)
                || mention.at.start > trigger
                    && mention.at.start <= trigger + 3
                    && !is_prefix(doc, mention);
            if rules && (!given || scope.over_sentence) {
                out.modality = out.modality.max(modality);
            }
        }
    }
    for mention in doc.mentions_in(sentence) {
        if !given && mention.at.end <= trigger {
            out.modality =
                out.modality.max(spoken(doc, mention, trigger, close).unwrap_or(Modality::Actual));
        }
    }
    out.modality = out.modality.max(own(doc, clause, trigger, given).unwrap_or(Modality::Actual));
    out
}

/// Cues that begin inside a range.
fn cues_in<'d>(doc: &'d Doc<'_>, at: &Range<usize>) -> impl Iterator<Item = &'d Mention> {
    let from = doc.cues.partition_point(|m| m.at.start < at.start);
    let to = doc.cues.partition_point(|m| m.at.start < at.end);
    doc.cues[from..to].iter()
}

/// Cues that rule only what follows them end in a preposition or "to", or are verbs.
fn is_prefix(doc: &Doc<'_>, cue: &Mention) -> bool {
    let last = doc.tokens[cue.at.end - 1].text.as_str();
    ["to", "of", "that", "if", "on", "for", "unless"].contains(&last) || cue.is_verb()
}

/// Whether a cue before the trigger rules it: near, and nothing told as done in between.
fn rules(doc: &Doc<'_>, cue: &Mention, trigger: usize, clause: &Range<usize>) -> bool {
    let from = cue.at.end;
    if from > trigger || trigger - from > CUE_REACH {
        return false;
    }
    let near = clause.contains(&cue.at.start) || trigger - from <= 6;
    near && !told_between(doc, from, trigger)
}

/// Whether a finite verb of the past, a comma or a subordinating word stands between.
fn told_between(doc: &Doc<'_>, from: usize, to: usize) -> bool {
    (from..to).any(|i| {
        doc.tokens[i].is_mark(",;:")
            || doc.is_particle(i, "subord")
            || doc.mention_at(i).is_some_and(|m| {
                m.at.start == i && m.is_verb() && m.hits.iter().any(|h| h.feat == Feat::Past)
            })
    })
}

/// "in order to retake the town", "a plan to attack": the trigger stands behind "to" or a
/// preposition soon behind the cue.
fn aims_at(doc: &Doc<'_>, from: usize, trigger: usize, clause: &Clause) -> bool {
    from <= trigger
        && trigger - from <= 5
        && clause.at.contains(&trigger)
        && !told_between(doc, from, trigger)
}

/// "after the attack", "halt the bombing": what is said of it takes it as done.
fn is_given(doc: &Doc<'_>, clause: &Range<usize>, trigger: usize) -> bool {
    let from = clause.start.max(trigger.saturating_sub(GIVEN_REACH)).min(trigger);
    let gives = |m: &&Mention| m.scopes().any(|i| doc.lang.scopes[i].role == CueRole::Given);
    let cue = cues_in(doc, &(from..trigger)).filter(gives).last();
    cue.is_some_and(|c| {
        let between = c.at.end..trigger;
        !doc.mentions_in(&between).any(Mention::is_verb)
    })
}

/// What a word of saying does to its complement.
fn spoken(doc: &Doc<'_>, mention: &Mention, trigger: usize, close: bool) -> Option<Modality> {
    let (lexeme, _) = mention.lexeme(doc.lang, "speech")?;
    let from = mention.at.end;
    if trigger - from > COMPLEMENT || told_between(doc, from, trigger) {
        return None;
    }
    let to = doc.tokens[trigger.checked_sub(1)?].text == "to"
        || trigger > from + 1 && doc.tokens[trigger - 2].text == "to";
    match lexeme.tag("say")? {
        "appeal" | "propose" if to || !close => Some(Modality::CalledFor),
        "pledge" | "threaten" if to || !close => Some(Modality::Planned),
        "deny" => Some(Modality::Denied),
        "warn" if close && (from..trigger).any(|i| doc.tokens[i].text == "of") => {
            Some(Modality::Hypothetical)
        }
        "accuse" => {
            let of = (from..trigger).any(|i| matches!(doc.tokens[i].text.as_str(), "of" | "for"));
            of.then_some(Modality::Alleged)
        }
        _ => None,
    }
}

/// What the trigger's own auxiliaries say.
fn own(doc: &Doc<'_>, clause: &Clause, trigger: usize, given: bool) -> Option<Modality> {
    let mention = doc.mention_at(trigger)?;
    let sentence = &doc.sentences[clause.sentence];
    let verb = mention
        .hits
        .iter()
        .any(|h| h.feat.is_verb() || matches!(h.feat, Feat::Active | Feat::Passive));
    let mut out = None;
    if mention.hits.iter().any(|h| h.feat == Feat::Future) {
        out = Some(Modality::Planned);
    }
    if verb {
        return out.max(auxiliaries(doc, sentence.start, trigger));
    }
    let carrier = (clause.at.start..trigger).rev().take(6).find(|i| {
        matches!(part(doc, *i), Part::Verb(_)) && !BE.contains(&doc.tokens[*i].text.as_str())
    });
    let light = carrier
        .filter(|i| doc.mention_at(*i).is_some_and(|m| m.lexeme(doc.lang, "light").is_some()));
    let carried = light.and_then(|i| auxiliaries(doc, sentence.start, i)).filter(|_| !given);
    let no = trigger > 0 && doc.tokens[trigger - 1].text == "no";
    out.max(carried).max(no.then_some(Modality::Denied))
}

/// "would attack", "may have been killed", "did not attack", "to attack" behind a plan.
fn auxiliaries(doc: &Doc<'_>, start: usize, verb: usize) -> Option<Modality> {
    let mut out = None;
    let mut i = verb;
    let mut steps = 0;
    while i > start && steps < 5 {
        i -= 1;
        steps += 1;
        let text = doc.tokens[i].text.as_str();
        let told = match text {
            "not" | "never" => Some(Modality::Denied),
            "may" | "might" | "could" => Some(Modality::Hypothetical),
            "will" | "would" | "shall" => Some(Modality::Planned),
            "should" | "must" => Some(Modality::CalledFor),
            _ => None,
        };
        out = out.max(told);
        let passes = told.is_some()
            || is_adverb(text)
            || matches!(text, "have" | "has" | "had" | "did" | "do" | "does" | "can" | "also")
            || BE.contains(&text);
        if !passes {
            break;
        }
    }
    out
}
