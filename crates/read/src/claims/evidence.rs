//! Evidence, places and dates of a match.

use std::ops::Range;

use hudna_model::{DateRef, Due, PlaceRef, Span};

use super::Context;
use crate::doc::Clause;
use crate::frame::matching::Match;
use crate::layers::place::Found;

/// Longest evidence, in tokens and in Unicode scalars (the contract allows 400).
const MAX_TOKENS: usize = 42;
const MAX_SCALARS: usize = 400;

impl Context<'_, '_> {
    pub(super) fn clause(&self, found: &Match<'_>) -> &Clause {
        &self.doc.clauses[found.clause]
    }

    /// The words from the trigger over all roles, inside the sentence.
    pub(super) fn hull(&self, found: &Match<'_>, more: &[Range<usize>]) -> Span {
        let sentence = &self.doc.sentences[self.clause(found).sentence];
        let mut at = found.trigger.clone();
        let roles = found.roles.values().map(|p| &p.at).chain(more);
        for role in roles.filter(|r| r.start >= sentence.start && r.end <= sentence.end) {
            let joined = at.start.min(role.start)..at.end.max(role.end);
            if joined.len() <= MAX_TOKENS {
                at = joined;
            }
        }
        self.limited(at)
    }

    /// From some token to the end of the clause, or of the sentence.
    pub(super) fn stretch(&self, at: Range<usize>) -> Span {
        self.limited(at.start..at.end.min(at.start + MAX_TOKENS))
    }

    fn limited(&self, mut at: Range<usize>) -> Span {
        let trims = |i: usize| {
            let t = &self.doc.tokens[i];
            t.is_mark("،,.؛;:-–—") || t.text.is_empty()
        };
        while at.len() > 1 && trims(at.end - 1) {
            at.end -= 1;
        }
        while at.len() > 1 && trims(at.start) {
            at.start += 1;
        }
        while at.len() > 1 && self.doc.span(&at).len() > MAX_SCALARS {
            at.end -= 1;
        }
        self.doc.span(&at)
    }

    /// Places of the act: those of the clause, the list behind the trigger first; else the
    /// nearest of the sentence.
    pub(super) fn places_of(&self, found: &Match<'_>) -> Vec<&Found> {
        let clause = &self.clause(found).at;
        let inside = |r: &Range<usize>| {
            let r = r.clone();
            self.places.iter().filter(move |f| f.at.start >= r.start && f.at.end <= r.end)
        };
        let mut list: Vec<&Found> = inside(&(found.trigger.end..clause.end)).collect();
        if list.is_empty() {
            list = inside(&(clause.start..found.trigger.start)).collect();
            list = list.pop().into_iter().collect();
        }
        if list.is_empty() {
            let sentence = &self.doc.sentences[self.clause(found).sentence];
            let distance = |f: &&Found| f.at.start.abs_diff(found.trigger.start);
            list = inside(sentence).min_by_key(distance).into_iter().collect();
        }
        self.innermost(list)
    }

    /// Of places in a chain ("the quarter of X in Y") the innermost; of a list all of its level.
    fn innermost<'f>(&self, list: Vec<&'f Found>) -> Vec<&'f Found> {
        let place = |f: &Found| f.chosen.map(|i| &self.doc.pack.places[i]);
        let holds_other = |f: &Found| {
            let Some(outer) = place(f) else { return false };
            list.iter().any(|g| match place(g) {
                Some(inner) => inner.id != outer.id && self.doc.pack.lies_in(inner, outer),
                None => true,
            })
        };
        let kept: Vec<&Found> = list.iter().copied().filter(|f| !holds_other(f)).collect();
        kept.into_iter().take(6).collect()
    }

    /// The date of the act: of the clause, nearest to the trigger; else of the sentence.
    pub(super) fn date_of(&self, found: &Match<'_>) -> Option<DateRef> {
        let clause = &self.clause(found).at;
        let sentence = &self.doc.sentences[self.clause(found).sentence];
        let near = |r: &Range<usize>| {
            let inside = self.doc.dates.iter().filter(|d| {
                r.start <= d.at.start && d.at.end <= r.end && !d.since && d.resolved.is_some()
            });
            inside.min_by_key(|d| d.at.start.abs_diff(found.trigger.start))
        };
        near(clause).or_else(|| near(sentence)).and_then(|d| d.resolved.clone())
    }

    /// When a promise is due: a date to come, or the words of an undated one.
    pub(super) fn due_of(&self, found: &Match<'_>) -> Due {
        let sentence = &self.doc.sentences[self.clause(found).sentence];
        let clause = &self.clause(found).at;
        let published = self.doc.published.map(|d| d.to_string());
        let coming = |d: &&crate::layers::date::Date| {
            sentence.start <= d.at.start
                && d.at.end <= sentence.end
                && !d.since
                && (d.due
                    || d.resolved
                        .as_ref()
                        .zip(published.as_ref())
                        .is_some_and(|(r, p)| r.start >= *p && clause.contains(&d.at.start)))
        };
        let nearest = self.doc.dates.iter().filter(coming).min_by_key(|d| {
            (!clause.contains(&d.at.start), d.at.start.abs_diff(found.trigger.start))
        });
        match nearest {
            None => Due::default(),
            Some(date) => Due {
                start: date.resolved.as_ref().map(|r| r.start.clone()),
                end: date.resolved.as_ref().map(|r| r.end.clone().unwrap_or(r.start.clone())),
                words: self.doc.words(&date.at).to_owned(),
            },
        }
    }

    pub(super) fn reference(&self, found: &Found) -> PlaceRef {
        found.reference(self.doc)
    }
}
