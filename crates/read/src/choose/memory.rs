//! What was told last: the story goes on with its place, its day and its people.

use std::collections::{BTreeSet, HashMap};
use std::ops::Range;

use hudna_model::Name;

use super::{Choice, Sheet};
use crate::claims::{Context, Draft};
use crate::doc::Doc;
use crate::frame::matching::Match;
use crate::frame::relation::party_of;
use crate::token::TokenKind;

/// The last act told, and what was just chosen for the present one.
#[derive(Debug, Default)]
pub struct Memory {
    /// Index of the sentence of the last act.
    pub sentence: usize,
    /// Tokens of who did it.
    pub actor: Option<Range<usize>>,
    /// Tokens of to whom or what.
    pub target: Option<Range<usize>>,
    /// How often each party acted, and how often it was hit, in the acts told so far.
    pub history: HashMap<String, (usize, usize)>,
    /// Index of its date.
    pub date: Option<usize>,
    /// Who spoke last, latest first.
    pub speakers: Vec<Name>,
    /// Who is chosen for the present act.
    pub now_actor: Option<Range<usize>>,
    /// To whom or what the present act is done.
    pub now_target: Option<Range<usize>>,
    /// Why rules would drop what a trigger tells, by kind and trigger.
    pub(crate) doubts: HashMap<(String, usize), Vec<String>>,
    /// The choice of a date made last.
    pub(crate) dated: Option<(String, usize, Option<usize>)>,
}

impl Context<'_, '_> {
    /// Takes down a choice, when somebody fits or explains.
    pub(crate) fn note(
        &self,
        task: &'static str,
        found: &Match<'_>,
        sheets: &[Sheet<'_>],
        words: impl Fn(usize) -> String,
    ) {
        let Some(trace) = self.trace else { return };
        let features = |s: &Sheet<'_>| s.names.clone().unwrap_or_default();
        let candidates = sheets.iter().enumerate().map(|(i, s)| (words(i), features(s))).collect();
        trace.choices.borrow_mut().push(Choice {
            task,
            kind: found.frame.kind.clone(),
            trigger: found.trigger.start,
            candidates,
        });
    }

    /// Takes down what speaks for keeping a draft.
    pub(crate) fn note_keep(&self, draft: &Draft, sheet: &Sheet<'_>) {
        let Some(trace) = self.trace else { return };
        trace.choices.borrow_mut().push(Choice {
            task: "keep",
            kind: draft.body.kind().to_owned(),
            trigger: draft.trigger,
            candidates: vec![(String::new(), sheet.names.clone().unwrap_or_default())],
        });
    }

    /// A rule would drop the claim: with weights it stays as a doubt to be weighed, without them
    /// there is none.
    pub(crate) fn doubt(&self, found: &Match<'_>, why: &'static str) -> Option<()> {
        if self.trace.is_none() && !self.weights.has("keep") {
            return None;
        }
        let key = (found.frame.kind.clone(), found.trigger.start);
        self.memory.borrow_mut().doubts.entry(key).or_default().push(why.to_owned());
        Some(())
    }

    /// What else speaks for or against a claim.
    pub(crate) fn hint(&self, kind: &str, trigger: usize, traits: Vec<String>) {
        let key = (kind.to_owned(), trigger);
        self.memory.borrow_mut().doubts.entry(key).or_default().extend(traits);
    }

    /// Remembers what was chosen for an act.
    pub(crate) fn remember(&self, found: &Match<'_>) {
        let memory = &mut *self.memory.borrow_mut();
        memory.sentence = self.doc.clauses[found.clause].sentence;
        let party =
            |at: &Option<Range<usize>>| party_of(self.doc, at.as_ref()?).map(|p| p.id.clone());
        if let Some(party) = party(&memory.now_actor) {
            memory.history.entry(party).or_default().0 += 1;
        }
        if let Some(party) = party(&memory.now_target) {
            memory.history.entry(party).or_default().1 += 1;
        }
        if let Some(actor) = memory.now_actor.take() {
            memory.actor = Some(actor);
        }
        if let Some(target) = memory.now_target.take() {
            memory.target = Some(target);
        }
        memory.date = memory.dated.as_ref().and_then(|(.., d)| *d).or(memory.date);
    }
}

impl Doc<'_> {
    /// Whether a paragraph ends between two tokens that stand close to each other.
    pub(crate) fn apart(&self, from: usize, to: usize) -> bool {
        const CLOSE: usize = 400;
        let (from, to) = (from.min(to), from.max(to));
        to - from > CLOSE || self.tokens[from..to].iter().any(|t| t.kind == TokenKind::Break)
    }

    /// How many sentences end between two tokens.
    pub(crate) fn sentences_between(&self, from: usize, to: usize) -> usize {
        let index = |token: usize| self.sentences.partition_point(|s| s.end <= token);
        index(to).saturating_sub(index(from))
    }
}

/// The first date of the text that is the day of publication.
pub fn today(doc: &Doc<'_>) -> Option<usize> {
    let published = doc.published?.to_string();
    doc.dates.iter().position(|d| {
        !d.since && !d.due && d.resolved.as_ref().is_some_and(|r| r.start == published)
    })
}

/// In how many sentences each party is named.
pub fn named(doc: &Doc<'_>) -> HashMap<String, usize> {
    let mut out = HashMap::new();
    for sentence in &doc.sentences {
        let forms = doc.mentions_in(sentence).flat_map(|m| m.parties(doc.lang));
        let parties: BTreeSet<usize> = forms.map(|f| f.party).collect();
        for party in parties {
            *out.entry(doc.pack.parties[party].id.clone()).or_default() += 1;
        }
    }
    out
}
