//! Truce events: what happens to a truce is told by the word that governs it.

use hudna_model::{Body, Event, Modality, Name};

use super::bodies::{draft as plain, name};
use super::{Context, Draft};
use crate::doc::Mention;
use crate::frame::matching::Match;
use crate::layers::scope::is_history;

/// How far from the truce a word may stand that tells its event, in tokens.
const REACH: usize = 10;

/// How many steps further off a word behind the truce counts than one before it.
const BEHIND: usize = 2;

/// How many steps further off a weak word counts.
const WEAK: usize = 5;

/// The truce claims of a match; none when nothing is said to happen, two when an adjective tells
/// that it was signed or declared and another word what becomes of it.
pub(super) fn drafts(ctx: &Context<'_, '_>, found: &Match<'_>) -> Vec<Draft> {
    let told = events(ctx, found);
    let first = told.first().cloned();
    let second = first.as_ref().filter(|(e, at)| {
        matches!(e, Event::Signed | Event::Declared) && at.start == found.trigger.end
    });
    let other = second
        .and_then(|(e, _)| told.iter().find(|(o, at)| o != e && at.start >= found.trigger.end));
    let more = other.and_then(|o| draft(ctx, found, Some(o.clone()))).map(|d| undated(ctx, d));
    draft(ctx, found, first).into_iter().chain(more).collect()
}

/// The date beside the adjective is that of the signing.
fn undated(ctx: &Context<'_, '_>, mut draft: Draft) -> Draft {
    if draft.date.as_ref().is_some_and(|d| is_history(ctx.doc, d.end.as_ref().unwrap_or(&d.start)))
    {
        draft.date = None;
    }
    draft
}

fn draft(
    ctx: &Context<'_, '_>,
    found: &Match<'_>,
    told: Option<(Event, std::ops::Range<usize>)>,
) -> Option<Draft> {
    let asked = found.layers.modality == Modality::CalledFor;
    let event = match told.clone() {
        Some((event, _)) if !asked || is_fault(event) => event,
        _ if asked => Event::CalledFor,
        _ => return None,
    };
    let parties: Vec<Name> = name(ctx, found, "parties").into_iter().collect();
    let body = Body::Truce { event, parties, start: None, end: None, count: None };
    let mut out = plain(ctx, found, body);
    if let Some((_, at)) = told {
        out.span = out.span.join(ctx.doc.span(&at));
    }
    if event == Event::CalledFor {
        out.modality = Modality::CalledFor;
        if let Some(verb) = asking(ctx, found) {
            out.span = ctx.stretch(verb..found.trigger.end.max(verb + 1)).join(out.span);
        }
    }
    if out.span.len() > super::evidence::MAX_SCALARS {
        out.span = ctx.doc.span(&found.trigger);
    }
    if let (Body::Truce { start, .. }, Some(date)) = (&mut out.body, &out.date) {
        *start = Some(date.start.clone());
    }
    Some(out)
}

/// Events that a call does not change: "دعا إلى وقف خرق الهدنة" tells a breach.
fn is_fault(event: Event) -> bool {
    matches!(event, Event::Violated | Event::AtRisk | Event::Collapsed | Event::Rejected)
}

/// The verb of asking that rules the truce.
fn asking(ctx: &Context<'_, '_>, found: &Match<'_>) -> Option<usize> {
    let sentence = &ctx.doc.sentences[ctx.clause(found).sentence];
    let before = sentence.start..found.trigger.start;
    let appeal = |m: &&Mention| {
        m.lexeme(ctx.doc.lang, "speech")
            .is_some_and(|(l, _)| matches!(l.tag("say"), Some("appeal" | "propose")))
    };
    ctx.doc.mentions_in(&before).rev().find(appeal).map(|m| m.at.start)
}

/// Events by the nearness of their words, those before the truce first.
fn events(ctx: &Context<'_, '_>, found: &Match<'_>) -> Vec<(Event, std::ops::Range<usize>)> {
    let doc = ctx.doc;
    let sentence = &doc.sentences[ctx.clause(found).sentence];
    let from = sentence.start.max(found.trigger.start.saturating_sub(REACH));
    let to = sentence.end.min(found.trigger.end + REACH);
    let range = from..to;
    let near = doc.mentions_in(&range).filter(|m| m.at.start != found.trigger.start);
    let scored = near.flat_map(|m| {
        m.lexemes(doc.lang).filter(|(l, _)| l.is("truce_event")).filter_map(move |(l, _)| {
            let event = Event::parse(l.tag("event")?)?;
            let weak = if l.tag("weak").is_some() { WEAK } else { 0 };
            let full = usize::from(l.complements.is_empty());
            Some((distance(&m.at, &found.trigger) * 2 + weak * 2 + full, event, m.at.clone()))
        })
    });
    let mut out: Vec<_> = scored.collect();
    out.sort_by_key(|(d, ..)| *d);
    out.into_iter().map(|(_, event, at)| (event, at)).collect()
}

fn distance(word: &std::ops::Range<usize>, truce: &std::ops::Range<usize>) -> usize {
    if word.end <= truce.start {
        truce.start - word.end
    } else {
        word.start.saturating_sub(truce.end) + BEHIND
    }
}
