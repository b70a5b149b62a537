//! Gender of verbs and of those who may be their subjects, where the spelling shows it: a verb
//! that does not agree with the noun behind it has its object there ("واتهم إسرائيل").

use hudna_model::PartyKind;

use crate::doc::{Doc, Mention};
use crate::lang::ar::Feat;
use crate::layers::person::{Head, Np};

/// Gender as the spelling shows it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Gender {
    /// Also of a verb before a plural of persons.
    Masculine,
    /// Also of a verb before a broken plural.
    Feminine,
}

/// Of a finite verb in the third person.
pub(super) fn of_verb(doc: &Doc<'_>, verb: &Mention, feat: Feat) -> Option<Gender> {
    let text = doc.tokens[verb.at.start].text.as_str();
    let text = text.strip_prefix(['و', 'ف']).filter(|_| verb.conjunction).unwrap_or(text);
    let by_prefix = |text: &str| match text.chars().next() {
        Some('ي') => Some(Gender::Masculine),
        Some('ت') => Some(Gender::Feminine),
        _ => None,
    };
    match feat {
        Feat::Past if verb.enclitic => None,
        Feat::Past if text.ends_with('ت') => Some(Gender::Feminine),
        Feat::Past if text.ends_with("وا") || text.ends_with("نا") => None,
        Feat::Past => Some(Gender::Masculine),
        Feat::Present => by_prefix(text),
        Feat::Future => by_prefix(text.strip_prefix('س').unwrap_or(text)),
        _ => None,
    }
}

/// Of a phrase by its first word; none where the word may be either, or a plural.
pub(super) fn of_phrase(doc: &Doc<'_>, np: &Np) -> Option<Gender> {
    let text = doc.tokens[np.at.start].text.as_str();
    if text.ends_with("ات") {
        return Some(Gender::Feminine);
    }
    let Some(mention) = doc.mention_at(np.at.start) else {
        let feminine = text.starts_with("ال") && text.ends_with('ه');
        return feminine.then_some(Gender::Feminine);
    };
    let mut feats = mention.lexemes(doc.lang).filter(|(l, _)| l.is("office") || l.is("force"));
    if feats.any(|(_, f)| matches!(f, Feat::Plural | Feat::Dual)) || np.head == Head::Person {
        return None;
    }
    let state = mention
        .parties(doc.lang)
        .any(|f| doc.pack.parties[f.party].kind == PartyKind::State && f.form == text);
    let office = mention.lexemes(doc.lang).any(|(l, f)| l.is("office") && f == Feat::Singular);
    match (state, text.starts_with("ال"), text.ends_with('ه')) {
        (_, _, true) => Some(Gender::Feminine),
        (true, false, _) => Some(Gender::Feminine),
        (true, true, _) => Some(Gender::Masculine),
        _ if office => Some(Gender::Masculine),
        _ => None,
    }
}
