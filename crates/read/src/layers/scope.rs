//! Layers over a claim: polarity, modality, background. The strongest cue wins.

use hudna_model::Modality;
use jiff::civil;

use crate::doc::{Clause, Doc};
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

/// The layers at a trigger: cues of its clause, cues of the sentence that reach over the rest
/// of it, a negation right before, a future form.
pub fn layers(doc: &Doc<'_>, clause: &Clause, trigger: usize) -> Layers {
    let mut out = Layers { modality: Modality::Actual, background: false };
    let sentence = &doc.sentences[clause.sentence];
    for mention in doc.mentions_in(sentence) {
        if mention.at.contains(&trigger) && !mention.scopes().next().is_some() {
            continue;
        }
        let in_clause = clause.at.contains(&mention.at.start);
        let before = mention.at.start < trigger;
        for scope in mention.scopes().map(|i| &doc.lang.scopes[i]) {
            if !(in_clause || (scope.over_sentence && before)) {
                continue;
            }
            match scope.set {
                Some(modality) => out.modality = out.modality.max(modality),
                None => out.background = true,
            }
        }
        if before && let Some(modality) = spoken(doc, mention, trigger) {
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

/// What a verb of saying does to what is said behind it.
fn spoken(doc: &Doc<'_>, mention: &crate::doc::Mention, trigger: usize) -> Option<Modality> {
    let (lexeme, _) = mention.lexeme(doc.lang, "speech")?;
    let near = trigger - mention.at.start <= 40;
    match lexeme.tag("say")? {
        "appeal" if near => Some(Modality::CalledFor),
        "deny" if near => Some(Modality::Denied),
        "pledge" | "threaten" if near => Some(Modality::Planned),
        "propose" if near => Some(Modality::CalledFor),
        "warn" if near => Some(Modality::Hypothetical),
        _ => None,
    }
}

/// A negation right before a verb.
fn negated(doc: &Doc<'_>, trigger: usize) -> bool {
    let verb = doc.mention_at(trigger).is_some_and(|m| m.is_verb());
    verb && trigger > 0 && {
        let before = doc.tokens[trigger - 1].text.as_str();
        ["لم", "ولم", "فلم", "لن", "ولن"].contains(&before)
    }
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
