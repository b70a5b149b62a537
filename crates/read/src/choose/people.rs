//! Who did it, and to whom: every phrase of the sentence is a candidate, and so are those of the
//! sentences before.

mod view;
mod words;

use std::ops::Range;

use hudna_model::{Name, PartyKind};

use super::{Sheet, best, pointed};
use crate::claims::Context;
use crate::claims::proposed::phrase_around;
use crate::doc::Doc;
use crate::frame::matching::Match;
use crate::frame::phrase::phrases;
use crate::frame::relation::{name_of, overlaps};
use crate::pack::registers::FormKind;
use view::View;
pub(crate) use words::form;
pub(super) use words::{agrees, gender, sort, verb_gender};
pub(crate) use words::kind;

/// Which of the two is sought.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Role {
    /// Who did it.
    Actor,
    /// To whom or what.
    Target,
}

impl Role {
    fn task(self) -> &'static str {
        match self {
            Role::Actor => "actor",
            Role::Target => "target",
        }
    }
}

/// Where a candidate stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Origin {
    Sentence,
    Adjective,
    /// Where the tagger points.
    Pointed,
    /// So many sentences before.
    Before(usize),
    /// Chosen for the act told before.
    Memory(usize),
}

impl Origin {
    fn name(self) -> &'static str {
        match self {
            Origin::Sentence => "here",
            Origin::Adjective => "adjective",
            Origin::Pointed => "pointed",
            Origin::Before(_) => "before",
            Origin::Memory(_) => "memory",
        }
    }
}

/// A phrase that may fill the role.
struct Candidate {
    at: Range<usize>,
    preposition: Option<String>,
    beyond_verb: bool,
    origin: Origin,
}

/// Most candidates of one sentence.
const MOST: usize = 24;

/// Sentences before that are looked at.
const BACK: usize = 2;

/// The phrase that fills the role, if any; `taken` is the actor when the target is sought.
pub(crate) fn choose(
    ctx: &Context<'_, '_>,
    found: &Match<'_>,
    role: Role,
    taken: Option<&Range<usize>>,
) -> Option<Range<usize>> {
    let usual = found.roles.get(role.task()).map(|p| p.at.clone());
    let weights = ctx.weights;
    if ctx.trace.is_none() && !weights.has(role.task()) {
        return usual;
    }
    let pointer = ctx.pointer(role.task(), found);
    let mut list = candidates(ctx, found);
    let known = |token: usize| list.iter().any(|c| c.at.contains(&token));
    if let Some(token) = pointed::proposed(ctx, pointer.as_ref(), known) {
        let at = phrase_around(ctx, token);
        let origin = Origin::Pointed;
        list.push(Candidate { at, preposition: None, beyond_verb: true, origin });
    }
    let view = View::new(ctx, found, role, taken, &list, pointer.as_ref());
    let mut sheets: Vec<Sheet<'_>> =
        list.iter().enumerate().map(|(i, c)| view.sheet(i, c)).collect();
    sheets.push(view.nobody());
    let fallback = usual
        .as_ref()
        .and_then(|u| list.iter().position(|c| overlaps(&c.at, u)))
        .unwrap_or(list.len());
    let chosen = best(weights, role.task(), &sheets, fallback);
    let noun = |at: Range<usize>| view::noun_of(ctx.doc, &at).unwrap_or(at);
    let words = |i: usize| {
        list.get(i).map_or(String::new(), |c| name_of(ctx.doc, &noun(c.at.clone())).text)
    };
    if ctx.trace.is_some() {
        ctx.note(role.task(), found, &sheets, words);
    }
    let told = match list.get(chosen) {
        Some(_) if chosen == fallback => usual.or_else(|| Some(list[chosen].at.clone())),
        Some(candidate) => Some(candidate.at.clone()),
        None => None,
    };
    told.map(noun)
}

/// The name of a chosen phrase.
pub(crate) fn named(ctx: &Context<'_, '_>, at: Option<&Range<usize>>) -> Option<Name> {
    at.map(|at| name_of(ctx.doc, at))
}

fn candidates(ctx: &Context<'_, '_>, found: &Match<'_>) -> Vec<Candidate> {
    let doc = ctx.doc;
    let index = doc.clauses[found.clause].sentence;
    let sentence = &doc.sentences[index];
    let mut out = Vec::new();
    let all = phrases(doc, sentence, &found.trigger);
    let here = all.partition_point(|p| p.at.start < found.trigger.start);
    let from = here.saturating_sub(MOST / 2).min(all.len().saturating_sub(MOST));
    for p in all.into_iter().skip(from).take(MOST) {
        let (preposition, beyond_verb) = (p.preposition, p.beyond_verb);
        out.push(Candidate { at: p.at, preposition, beyond_verb, origin: Origin::Sentence });
    }
    out.extend(adjective(doc, found, sentence.end));
    for back in 1..=BACK.min(index) {
        let before = &doc.sentences[index - back];
        if doc.apart(before.end, sentence.start) {
            break;
        }
        out.extend(parties(doc, before).map(|at| Candidate {
            at,
            preposition: None,
            beyond_verb: true,
            origin: Origin::Before(back),
        }));
    }
    out.extend(remembered(ctx, index));
    out
}

/// Who acted and who was hit in the act told last.
fn remembered(ctx: &Context<'_, '_>, sentence: usize) -> Vec<Candidate> {
    let memory = ctx.memory.borrow();
    let apart = sentence.saturating_sub(memory.sentence);
    let make = |at: &Range<usize>| Candidate {
        at: at.clone(),
        preposition: None,
        beyond_verb: true,
        origin: Origin::Memory(apart),
    };
    memory.actor.iter().chain(&memory.target).map(make).collect()
}

/// An adjective of a party within the two words behind the trigger.
fn adjective(doc: &Doc<'_>, found: &Match<'_>, end: usize) -> Option<Candidate> {
    let behind = found.trigger.end..(found.trigger.end + 2).min(end);
    let adjective = doc
        .mentions_in(&behind)
        .find(|m| m.parties(doc.lang).any(|f| f.kind == FormKind::Adjective) && !m.conjunction)?;
    let at = adjective.at.clone();
    Some(Candidate { at, preposition: None, beyond_verb: false, origin: Origin::Adjective })
}

/// Parties and forces of a sentence.
fn parties(doc: &Doc<'_>, sentence: &Range<usize>) -> impl Iterator<Item = Range<usize>> {
    doc.mentions_in(sentence)
        .filter(|m| {
            let party = m
                .parties(doc.lang)
                .any(|f| f.kind != FormKind::Adjective && fights(doc.pack.parties[f.party].kind));
            party || m.lexeme(doc.lang, "force").is_some()
        })
        .map(|m| m.at.clone())
}

fn fights(kind: PartyKind) -> bool {
    use PartyKind::*;
    matches!(kind, State | Force | ArmedGroup | Political)
}
