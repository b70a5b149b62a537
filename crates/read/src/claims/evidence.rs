//! Evidence, places and dates of a match.

use std::ops::Range;

use hudna_model::{DateRef, Due, Span};

use super::Context;
use super::places::happens;
use crate::doc::Clause;
use crate::frame::matching::Match;
use crate::layers::scope::is_history;

/// Longest evidence, in tokens and in Unicode scalars (the contract allows 400).
const MAX_TOKENS: usize = 42;
pub(super) const MAX_SCALARS: usize = 400;

/// How far from its word a place may stand to be part of the evidence, in tokens.
const PLACE_REACH: usize = 14;

impl Context<'_, '_> {
    pub(super) fn clause(&self, found: &Match<'_>) -> &Clause {
        &self.doc.clauses[found.clause]
    }

    /// The words from the trigger over all roles, inside the sentence.
    pub(crate) fn hull(&self, found: &Match<'_>, more: &[Range<usize>]) -> Span {
        let sentence = &self.doc.sentences[self.clause(found).sentence];
        let mut at = found.trigger.clone();
        let clause = &self.clause(found).at;
        let opens =
            |i: usize| self.doc.tokens[i].is_mark("«“\"") || self.doc.is_particle(i, "that");
        let near = |r: &&Range<usize>| {
            r.start.saturating_sub(found.trigger.end) <= PLACE_REACH
                && found.trigger.start.saturating_sub(r.end) <= PLACE_REACH
                // A place of the clause before would begin the evidence in its midst.
                && r.start >= clause.start
                && !(r.end..found.trigger.start).any(opens)
        };
        let roles = found.roles.values().map(|p| &p.at).chain(more.iter().filter(near));
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

    /// The date of what is told. Hours are those of its own clause: what goes on with a day told
    /// before does not go on with its hours.
    pub(super) fn date_of(&self, found: &Match<'_>) -> Option<DateRef> {
        let date = &self.doc.dates[self.dated(found)?];
        let own = self.clause(found).at.contains(&date.at.start);
        let mut told = date.resolved.clone()?;
        told.hours = told.hours.filter(|_| own);
        Some(told)
    }

    /// The index of the date of what is told; one trigger chooses once.
    fn dated(&self, found: &Match<'_>) -> Option<usize> {
        let key = (found.frame.kind.clone(), found.trigger.start);
        if let Some((kind, trigger, date)) = &self.memory.borrow().dated
            && (kind, trigger) == (&key.0, &key.1)
        {
            return *date;
        }
        let date = crate::choose::date::choose(self, found, self.usual_date(found));
        self.memory.borrow_mut().dated = Some((key.0, key.1, date));
        date
    }

    /// By rule: of the clause, nearest to the trigger; else of the sentence; acts and their
    /// victims go on with the day of the sentence before.
    fn usual_date(&self, found: &Match<'_>) -> Option<usize> {
        let clause = &self.clause(found).at;
        let sentence = &self.doc.sentences[self.clause(found).sentence];
        let near = |r: &Range<usize>| {
            let inside = self.doc.dates.iter().enumerate().filter(|(_, d)| {
                r.start <= d.at.start && d.at.end <= r.end && !d.since && d.resolved.is_some()
            });
            inside.min_by_key(|(_, d)| d.at.start.abs_diff(found.trigger.start)).map(|(i, _)| i)
        };
        near(clause)
            .or_else(|| near(sentence))
            .or_else(|| self.told_before(sentence).filter(|_| happens(found)))
            .or_else(|| {
                self.last_day(sentence).filter(|_| happens(found) && !found.layers.background)
            })
    }

    /// The day of the sentence before in the same paragraph, which the story goes on with.
    fn told_before(&self, sentence: &Range<usize>) -> Option<usize> {
        let doc = self.doc;
        let before = doc.sentences.iter().rfind(|s| s.end <= sentence.start)?;
        let apart = (before.end..sentence.start)
            .any(|i| doc.tokens[i].kind == crate::token::TokenKind::Break);
        let days = doc.dates.iter().enumerate().filter(|(_, d)| {
            before.start <= d.at.start
                && d.at.end <= before.end
                && !d.since
                && !d.due
                && d.resolved.as_ref().is_some_and(|r| r.precision == "day")
        });
        if apart { None } else { days.max_by_key(|(_, d)| d.at.start).map(|(i, _)| i) }
    }

    /// In English the last recent day told before, or the first of the report: reports go on with
    /// their day until they tell another.
    fn last_day(&self, sentence: &Range<usize>) -> Option<usize> {
        const FAR: usize = 12;
        let doc = self.doc;
        let from = doc.dates.partition_point(|d| d.at.start < sentence.start);
        let recent = |i: &usize| {
            let date = &doc.dates[*i];
            let told = date.resolved.as_ref().filter(|r| r.precision == "day");
            !date.since && !date.due && told.is_some_and(|r| !is_history(doc, &r.start))
        };
        let found =
            || (0..from).rev().take(FAR).find(recent).or_else(|| (0..from).take(FAR).find(recent));
        if doc.is_english() { found() } else { None }
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
}
