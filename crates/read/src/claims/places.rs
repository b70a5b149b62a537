//! Where an act happened: the place behind its word, a list of places, else the last one told.

use std::ops::Range;

use hudna_model::{PlaceLevel, PlaceRef};

use super::Context;
use crate::frame::matching::Match;
use crate::frame::phrase::is_only_verb;
use crate::layers::place::Found;

/// Most places of one list.
const MOST: usize = 8;

/// How many tokens may stand between a place and the one that holds it.
const CHAIN_GAP: usize = 3;

/// How many tokens may stand in English between a place and the one that only says where it lies
/// ("the town of Azaz, about 30 km (20 miles) north of Aleppo").
const ASIDE: usize = 12;

/// Acts and their victims go on where the story last was; what people say does not.
pub(super) fn happens(found: &Match<'_>) -> bool {
    ["violence", "toll"].contains(&found.frame.kind.as_str())
}

impl Context<'_, '_> {
    /// Places of the act: the first one behind the trigger with the list that it opens, else the
    /// last before it in the clause, else the nearest of the sentence, else the last one told.
    pub(super) fn places_of(&self, found: &Match<'_>) -> Vec<&Found> {
        let clause = &self.clause(found).at;
        let sentence = &self.doc.sentences[self.clause(found).sentence];
        let reach = found.trigger.start..self.reach(found.trigger.end, sentence.end);
        self.list(self.inside(&reach, found))
            .or_else(|| self.last(self.inside(&(clause.start..found.trigger.start), found)))
            .or_else(|| self.list(self.inside(&(found.trigger.end..clause.end), found)))
            .or_else(|| self.last(self.inside(&(sentence.start..found.trigger.start), found)))
            .or_else(|| self.list(self.inside(&(found.trigger.end..sentence.end), found)))
            .or_else(|| self.carried(sentence.start).filter(|_| happens(found)))
            .or_else(|| {
                let truce = found.frame.kind == "truce";
                self.country_before(sentence.start).filter(|_| truce)
            })
            .unwrap_or_default()
    }

    /// Whether the sentence itself tells a place.
    pub(super) fn place_told(&self, found: &Match<'_>) -> bool {
        let sentence = &self.doc.sentences[self.clause(found).sentence];
        self.places.iter().any(|f| sentence.start <= f.at.start && f.at.end <= sentence.end)
    }

    /// Places of a range that may be where something happened; names inside the actor are none,
    /// nor is where people come from the place of their meeting.
    fn inside(&self, range: &Range<usize>, found: &Match<'_>) -> Vec<&Found> {
        let actor = found.roles.get("actor").map_or(0..0, |p| p.at.clone());
        let meets = found.frame.kind == "meeting";
        let origin =
            |f: &Found| meets && f.at.start > 0 && self.doc.tokens[f.at.start - 1].text == "من";
        let fits = |f: &&Found| {
            range.start <= f.at.start
                && f.at.end <= range.end
                && !origin(f)
                && !(actor.start <= f.at.start && f.at.end <= actor.end)
        };
        self.places.iter().filter(fits).collect()
    }

    fn is_country(&self, place: &Found) -> bool {
        place.chosen.is_some_and(|i| self.doc.pack.places[i].level == PlaceLevel::Country)
    }

    /// Where what belongs to the trigger ends: at a relative, a new verb, a new clause of speech.
    fn reach(&self, from: usize, end: usize) -> usize {
        let stops = |i: &usize| {
            self.doc.mention_at(*i).is_some_and(|m| {
                let verb = is_only_verb(self.doc, m)
                    && m.lexeme(self.doc.lang, "light").is_none()
                    && (m.conjunction || m.lexeme(self.doc.lang, "speech").is_some());
                let breaks =
                    ["subord", "that"].iter().any(|c| m.lexeme(self.doc.lang, c).is_some());
                m.at.start == *i && (verb || breaks)
            })
        };
        (from..end).find(stops).unwrap_or(end)
    }

    /// The first place and those joined to it; of places that hold one another the innermost.
    fn list<'f>(&'f self, places: Vec<&'f Found>) -> Option<Vec<&'f Found>> {
        let mut rest = places.into_iter();
        let mut last = rest.next()?;
        let mut out = vec![last];
        for next in rest {
            if self.joined(last, next) && out.len() < MOST {
                out.push(next);
            } else if next.at.start.saturating_sub(last.at.end) > CHAIN_GAP {
                break;
            } else if self.holds(last, next) {
                // "في محافظة حلب قرب عندان": the inner place is told second.
                out.pop();
                out.push(next);
            }
            last = next;
        }
        Some(out)
    }

    /// The last place of a list, with the places before it that it holds or is held by.
    fn last<'f>(&'f self, places: Vec<&'f Found>) -> Option<Vec<&'f Found>> {
        let mut back = places.into_iter().rev();
        let mut best = back.next()?;
        for before in back {
            let gap = best.at.start.saturating_sub(before.at.end);
            let near = gap <= CHAIN_GAP || self.doc.is_english() && gap <= ASIDE;
            let lies = self.holds(best, before) || self.beside(best);
            if !(near && lies) {
                break;
            }
            best = before;
        }
        Some(vec![best])
    }

    /// "تل كذا شرقي المطار": behind a direction a place only says where the one before it lies.
    fn beside(&self, place: &Found) -> bool {
        let doc = self.doc;
        let side = |i: usize| {
            doc.mention_at(i).is_some_and(|m| m.lexeme(doc.lang, "direction").is_some())
                || doc.tokens[i].text.ends_with("th")
                || doc.tokens[i].text.ends_with("st")
        };
        if doc.is_english() {
            let of = place
                .at
                .start
                .checked_sub(2)
                .filter(|_| doc.tokens[place.at.start - 1].text == "of");
            return of.is_some_and(side);
        }
        let first = self.doc.mention_at(place.at.start);
        first.is_some_and(|m| !m.conjunction && m.lexeme(self.doc.lang, "direction").is_some())
    }

    /// The country told last before the sentence: a truce without a place is that country's.
    fn country_before(&self, before: usize) -> Option<Vec<&Found>> {
        let told = self.places.iter().filter(|f| f.told_as_place() && self.is_country(f));
        told.rev().find(|f| f.at.end <= before).map(|f| vec![f])
    }

    /// The last place told before the sentence; of a country the last place inside it.
    fn carried(&self, before: usize) -> Option<Vec<&Found>> {
        let told = || self.places.iter().filter(|f| f.told_as_place());
        let back = || told().rev().filter(|f| f.at.end <= before);
        let last = back().next().or_else(|| told().next())?;
        let country = self.is_country(last);
        let inner = country.then(|| back().find(|f| self.holds(last, f))).flatten();
        Some(vec![inner.unwrap_or(last)])
    }

    /// Whether two places stand in one list: joined by و or a comma alone.
    fn joined(&self, a: &Found, b: &Found) -> bool {
        let doc = self.doc;
        if b.at.start < a.at.end || self.holds(a, b) || self.holds(b, a) {
            return false;
        }
        let gap = &doc.tokens[a.at.end..b.at.start];
        let bare = gap.iter().all(|t| t.is_mark("،,") || t.text == "و" || t.text == "and");
        let conjunction = doc.mention_at(b.at.start).is_some_and(|m| m.conjunction);
        bare && gap.len() <= 2 && (conjunction || !gap.is_empty())
    }

    /// Whether the first place holds the second.
    pub(crate) fn holds(&self, outer: &Found, inner: &Found) -> bool {
        let place = |f: &Found| f.chosen.map(|i| &self.doc.pack.places[i]);
        match (place(outer), place(inner)) {
            (Some(o), Some(i)) => i.id != o.id && self.doc.pack.lies_in(i, o),
            _ => false,
        }
    }

    pub(super) fn reference(&self, found: &Found) -> PlaceRef {
        found.reference(self.doc)
    }
}
