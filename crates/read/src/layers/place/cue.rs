//! Words around a name that tell it for a place: "the town of", "near", "north of", a tag.

use std::ops::Range;

use hudna_model::{Place, PlaceLevel};

use crate::doc::{Doc, Mention};
use crate::lang::ar::Feat;
use crate::pack::lexicon::Lexeme;
use crate::pack::registers::{FormKind, place_level};

/// Opening marks that may stand between "the base of" and its name.
pub(super) const QUOTES: &str = "\"«“”'‘(";

/// A word such as "the town of" right before a name.
#[derive(Debug)]
pub(super) struct Head {
    /// Where the string of the place begins: at the word, or at the name in a list.
    pub start: usize,
    /// The level that it gives.
    pub level: Option<PlaceLevel>,
    /// It opens a list: "the towns of".
    pub list: bool,
    /// It names what stands inside a town and may be called after a country or capital.
    inner: bool,
}

impl Head {
    fn new(start: usize, lexeme: &Lexeme, list: bool) -> Head {
        let level = lexeme.tag("level").and_then(place_level);
        Head { start, level, list, inner: lexeme.tag("inner").is_some() }
    }

    /// "شارع فلسطين" lies in no Palestine: what is inside a town bears names of larger places.
    pub fn takes(&self, place: &Place) -> bool {
        use PlaceLevel::*;
        let small = matches!(place.level, Neighbourhood | Site | Line);
        match (self.inner, self.level) {
            (true, _) | (false, Some(Neighbourhood)) => {
                small || place.level == Settlement && !super::is_major(place)
            }
            (false, Some(Site)) => place.level != Country,
            _ => true,
        }
    }
}

/// The word of a class that a mention may be, with its form.
fn word<'l>(doc: &Doc<'l>, mention: &Mention) -> Option<(&'l Lexeme, Feat)> {
    mention.lexeme(doc.lang, "locality").or_else(|| mention.lexeme(doc.lang, "site"))
}

/// The word that a mention is, if it is one that names follow: without article and pronoun.
pub(super) fn opens(doc: &Doc<'_>, mention: &Mention) -> Option<Head> {
    let (lexeme, feat) = word(doc, mention)?;
    let bare = !mention.definite && !mention.enclitic;
    bare.then(|| Head::new(mention.at.start, lexeme, feat != Feat::Singular))
}

/// A word such as "the town of" right before the token: where it begins, and its level.
pub(super) fn head(doc: &Doc<'_>, token: usize) -> Option<Head> {
    let last = token.checked_sub(1)?;
    let quoted = doc.tokens[last].is_mark(QUOTES);
    let before = doc.mention_at(if quoted { last.checked_sub(1)? } else { last })?;
    let (lexeme, feat) = word(doc, before)?;
    // "بلدات حريتان وعندان": the word belongs to the list, not to the first name.
    let own = feat == Feat::Singular && !before.enclitic;
    let start = if own { before.at.start } else { token };
    // "المدينة حلب" is none; of definite words only "العاصمة" stands before a name.
    let apposed = !before.definite || lexeme.tag("back") == Some("capital");
    let list = feat != Feat::Singular;
    (!before.enclitic && apposed).then(|| Head::new(start, lexeme, list))
}

/// Whether a preposition of place or a side ("شمالي") stands before the token.
pub(super) fn locative(doc: &Doc<'_>, token: usize) -> bool {
    let Some(mut last) = token.checked_sub(1) else { return false };
    if doc.tokens[last].is_mark(QUOTES) && last > 0 {
        last -= 1;
    }
    let one_by_one = last > 0 && doc.tokens[last].text == "من" && doc.is_particle(last - 1, "part");
    let before = doc.mention_at(last).filter(|m| m.at.end == last + 1);
    let side = |m: &Mention| m.lexeme(doc.lang, "direction").is_some() && !m.definite;
    !one_by_one && before.is_some_and(|m| m.lexeme(doc.lang, "locative").is_some() || side(m))
}

/// A tag ("#حمص") or a name at the head of a line ("غزة: …") tells where it all happened.
pub(super) fn tagged(doc: &Doc<'_>, at: &Range<usize>) -> bool {
    let start = doc.tokens[at.start].span.start;
    let tag = start > 0 && doc.slice(hudna_model::Span::new(start - 1, start)) == "#";
    let begins = at.start == 0 || doc.tokens[at.start - 1].text.is_empty();
    tag || begins && doc.tokens.get(at.end).is_some_and(|t| t.is_mark(":"))
}

/// Where the string begins when "north of" stands before the name and no other place before that.
pub(super) fn direction(doc: &Doc<'_>, start: usize, floor: usize) -> usize {
    let side = |i: usize| {
        let mention =
            doc.mention_at(i).filter(|m| m.at.len() == 1 && !m.definite && !m.enclitic)?;
        let sides = ["direction", "side"];
        sides.iter().any(|c| mention.lexeme(doc.lang, c).is_some()).then_some(i)
    };
    let Some(first) = start.checked_sub(1).and_then(side) else { return start };
    let first = first.checked_sub(1).and_then(side).unwrap_or(first);
    let behind = doc.mention_at(first).is_some_and(|m| m.conjunction);
    // Behind another place the side belongs to both: "حي البرازيل، جنوب مدينة رفح".
    let marks =
        floor > 0 && floor <= first && doc.tokens[floor..first].iter().all(|t| t.is_mark(",،("));
    if behind || !marks { first } else { start }
}

/// A capital's name stands for its government unless something is done to it: "قصف دمشق", "زار
/// بيروت". Towns are feminine, so a masculine verb before one is another's.
pub(super) fn acted_on(doc: &Doc<'_>, mention: &Mention) -> bool {
    const DEEDS: [&str; 8] =
        ["strike", "attack", "clash", "blast", "ground", "coerce", "meet", "arrival"];
    let Some(last) = mention.at.start.checked_sub(1) else { return false };
    let Some(before) = doc.mention_at(last).filter(|m| !m.enclitic) else { return false };
    before.lexemes(doc.lang).any(|(lexeme, feat)| {
        let deed = DEEDS.iter().any(|c| lexeme.is(c));
        deed && (!feat.is_verb() || others_verb(doc, before))
    })
}

/// A verb whose subject the next word is not: masculine, or with its subject before it.
fn others_verb(doc: &Doc<'_>, verb: &Mention) -> bool {
    let word = doc.tokens[verb.at.start].text.as_str();
    let word = word.trim_start_matches(['و', 'ف', 'س']);
    let feminine = word.starts_with('ت') || word.ends_with('ت');
    let subject = || {
        let before = verb.at.start.checked_sub(1).and_then(|i| doc.mention_at(i));
        before.is_some_and(|m| {
            m.lexeme(doc.lang, "force").is_some()
                || m.parties(doc.lang).any(|f| f.kind != FormKind::Metonym)
        })
    };
    !feminine || subject()
}
