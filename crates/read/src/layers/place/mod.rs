//! Places: names of the gazetteer with locative cues, nested by level, activated by country.
//!
//! An unknown name behind "the town of" stays unknown; it is never placed. One that a single
//! letter parts from a known name is placed, but as a guess that says so.

mod back;
mod choose;
mod cue;
mod english;
mod unknown;

use std::collections::HashSet;
use std::ops::Range;

use hudna_model::{Place, PlaceLevel, PlaceRef, Span};

use crate::doc::{Doc, Mention};
use crate::lang::ar::Feat;
use crate::pack::registers::FormKind;

/// A place name found in a text.
#[derive(Debug, Clone, Default)]
pub struct Found {
    /// Tokens, a word such as "the town of" included.
    pub at: Range<usize>,
    /// The places that the name may mean.
    pub candidates: Vec<usize>,
    /// The one chosen by context; none for an unknown name.
    pub chosen: Option<usize>,
    /// No name but words such as "the eastern quarters", "the strip".
    pub described: bool,
    /// The spelling is nobody's, one letter away from this place's name.
    pub guessed: bool,
    /// People said of the name that it lies outside what is followed: no place is chosen for it.
    pub outside: bool,
    /// The level that a word such as "the province of" gives.
    level: Option<PlaceLevel>,
    /// A preposition of place or a word such as "the town of" stands before it.
    cued: bool,
    /// A word such as "the town of" stands before it.
    headed: bool,
    /// It is one of a list that a word such as "the towns of" opens.
    list: bool,
    /// Tokens of the place that a definite word points back to.
    said: Option<Range<usize>>,
    /// An unknown word with و written in one with it.
    joined: bool,
}

/// Finds and resolves all places of a text.
pub fn find(doc: &Doc<'_>) -> Vec<Found> {
    let mut out = if doc.is_english() { english::find(doc) } else { arabic(doc) };
    heed(doc, &mut out);
    out
}

/// What people said of names: that they are no place, or one outside what is followed.
fn heed(doc: &Doc<'_>, out: &mut Vec<Found>) {
    let answered = &doc.lang.nonames;
    if !answered.speak_of_places() {
        return;
    }
    let name = |f: &Found| doc.lang.tongue.fold(doc.slice(f.named(doc)));
    out.retain(|f| !answered.is_no_place(&name(f)));
    for found in out.iter_mut().filter(|f| answered.is_outside(&name(f))) {
        (found.chosen, found.outside) = (None, true);
        found.candidates.clear();
    }
}

fn arabic(doc: &Doc<'_>) -> Vec<Found> {
    let mut out: Vec<Found> = Vec::new();
    // Names that are words of every day and that the text has told once behind "the town of".
    let mut told: HashSet<usize> = HashSet::new();
    for mention in &doc.mentions {
        let before = out.last();
        let found = known(doc, mention, before, &told)
            .or_else(|| unknown::named(doc, mention, before))
            .or_else(|| back::described(doc, mention))
            .or_else(|| back::definite(doc, mention, before));
        let end = before.map_or(0, |last| last.at.end);
        if let Some(found) = found.filter(|f| end <= f.at.start) {
            told.extend(found.candidates.iter().filter(|_| found.headed));
            out.push(found);
            unknown::rest_of_list(doc, &mut out);
        }
    }
    let weights = choose::choose(doc, &mut out);
    back::locate(doc, &mut out, &weights);
    out.retain(|f| f.chosen.is_some() || f.candidates.is_empty() && !back::is_reference(doc, f));
    out
}

impl Found {
    /// Whether a locative word stands before it, so that it is no party.
    pub fn told_as_place(&self) -> bool {
        self.cued
    }

    /// Where its name stands, without a conjunction or preposition written in one with it.
    pub fn named(&self, doc: &Doc<'_>) -> Span {
        self.bare(doc, &self.at)
    }

    fn bare(&self, doc: &Doc<'_>, at: &Range<usize>) -> Span {
        let mut span = doc.bare_span(at);
        span.start += usize::from(self.joined);
        span
    }

    /// The place as a claim shows it; what points back is shown as it was named. A guess counts the reading as written for a candidate too.
    pub fn reference(&self, doc: &Doc<'_>) -> PlaceRef {
        let span = self.bare(doc, self.said.as_ref().unwrap_or(&self.at));
        let mut out = PlaceRef {
            text: doc.slice(span).to_owned(),
            span,
            candidates: self.candidates.len() + usize::from(self.guessed),
            ..PlaceRef::default()
        };
        if let Some(place) = self.chosen.map(|i| &doc.pack.places[i]) {
            out.id = Some(place.id.clone());
            out.name = Some(place.name.en.clone());
            out.lat = Some(place.lat);
            out.lon = Some(place.lon);
            out.level = Some(place.level);
            out.pcode.clone_from(&place.pcode);
        }
        out
    }
}

fn known(
    doc: &Doc<'_>,
    mention: &Mention,
    before: Option<&Found>,
    told_once: &HashSet<usize>,
) -> Option<Found> {
    if mention.enclitic {
        return None;
    }
    let head = cue::head(doc, mention.at.start).filter(|_| !mention.conjunction);
    let listed = before.filter(|b| is_listed(doc, b, mention));
    let inherited = listed.is_some_and(|b| b.cued);
    let mut candidates: Vec<usize> =
        mention.places().filter(|i| !is_adjective(doc, mention, *i)).collect();
    if head.is_some() || inherited {
        candidates.extend(mention.cued_places());
    } else if is_cued(doc, mention) {
        candidates.extend(mention.cued_places().filter(|i| told_once.contains(i)));
    }
    let once = candidates.iter().any(|i| told_once.contains(i)) && is_cued(doc, mention);
    let level = head.as_ref().map_or(listed.and_then(|b| b.level), |h| h.level);
    if let Some(head) = &head {
        candidates.retain(|i| head.takes(&doc.pack.places[*i]));
    }
    let nested = before.is_some_and(|b| holds_behind(doc, b, mention, &candidates));
    let told = Told { head: head.is_some() || once, listed: inherited, nested };
    if candidates.is_empty() || !is_name(doc, mention, &candidates, &told) {
        return None;
    }
    let cued = head.is_some() || inherited || nested || is_cued(doc, mention);
    let list = head.as_ref().map_or(listed.is_some_and(|b| b.list), |h| h.list);
    let headed = head.is_some();
    let start = head.map_or(mention.at.start, |h| h.start);
    let start = cue::direction(doc, start, before.map_or(0, |b| b.at.end));
    let at = start..mention.at.end;
    Some(Found { at, candidates, level, cued, headed, list, ..Found::default() })
}

/// What stands before a name and tells that it is a place.
struct Told {
    head: bool,
    listed: bool,
    nested: bool,
}

fn is_cued(doc: &Doc<'_>, mention: &Mention) -> bool {
    mention.preposition.is_some_and(|p| p != 'ك')
        || cue::locative(doc, mention.at.start)
        || cue::tagged(doc, &mention.at)
}

/// Whether the mention names a place here: not a word of the language, not a party that acts.
fn is_name(doc: &Doc<'_>, mention: &Mention, candidates: &[usize], told: &Told) -> bool {
    if told.head || told.nested {
        return true;
    }
    let place = |i: &usize| &doc.pack.places[*i];
    let major = candidates.iter().any(|i| is_major(place(i)));
    let cued = is_cued(doc, mention);
    if is_other(doc, mention, cued || major) || is_short(doc, mention) && !cued && !major {
        return told.listed;
    }
    if candidates.iter().all(|i| place(i).level == PlaceLevel::Neighbourhood) {
        return told.listed || cued || mention.at.len() > 1;
    }
    let metonym = mention.parties(doc.lang).any(|f| f.kind == FormKind::Metonym);
    !metonym || cued || told.listed || cue::acted_on(doc, mention)
}

/// Whether the mention may be something else: a word, a number, a time. Verbs do not stand behind
/// prepositions, and seldom are what a province's name is.
fn is_other(doc: &Doc<'_>, mention: &Mention, no_verb: bool) -> bool {
    let word = |(l, feat): (&crate::pack::lexicon::Lexeme, Feat)| {
        !(l.is("locality") || l.is("site") || no_verb && feat.is_verb())
    };
    mention.lexemes(doc.lang).any(word)
        || mention.number(doc.lang).is_some()
        || mention.times(doc.lang).next().is_some()
}

/// One word of three letters or fewer.
fn is_short(doc: &Doc<'_>, mention: &Mention) -> bool {
    let clitics = usize::from(mention.conjunction) + usize::from(mention.preposition.is_some());
    let letters = doc.tokens[mention.at.start].text.chars().count();
    mention.at.len() == 1 && letters.saturating_sub(clitics) <= 3
}

/// Countries, governorates and their capitals are known by their bare names.
fn is_major(place: &Place) -> bool {
    matches!(place.level, PlaceLevel::Country | PlaceLevel::Governorate)
        || place.level == PlaceLevel::Settlement && place.id.ends_with("-city")
}

/// "السورية" is an adjective, though سورية is a country: a name takes no article.
fn is_adjective(doc: &Doc<'_>, mention: &Mention, place: usize) -> bool {
    let word = doc.tokens[mention.at.start].text.as_str();
    let article = ["ال", "وال", "بال", "لل", "فال", "كال"].iter().any(|a| word.starts_with(a));
    let name = crate::fold::fold(&doc.pack.places[place].name.ar);
    article && mention.at.len() == 1 && !name.starts_with("ال") && !name.contains(" ال")
}

/// Whether the name goes on with a list: a comma or و alone stands between.
fn is_listed(doc: &Doc<'_>, before: &Found, mention: &Mention) -> bool {
    let from = before.at.end.min(mention.at.start);
    let gap = &doc.tokens[from..mention.at.start];
    let joint = |t: &crate::token::Token| t.is_mark("،,«»\"“”") || t.text == "و";
    gap.len() <= 4 && gap.iter().all(joint) && (mention.conjunction || !gap.is_empty())
}

/// "العاصمة الإيطالية روما", "ريف دمشق دوما": of two names side by side one holds the other.
fn holds_behind(doc: &Doc<'_>, before: &Found, mention: &Mention, candidates: &[usize]) -> bool {
    let places = &doc.pack.places;
    let related = |a: &usize, b: &usize| {
        doc.pack.lies_in(&places[*a], &places[*b]) || doc.pack.lies_in(&places[*b], &places[*a])
    };
    before.at.end == mention.at.start
        && !mention.conjunction
        && before.candidates.iter().take(4).any(|b| candidates.iter().any(|c| related(b, c)))
}
