//! Commitments: who promised, agreed or was asked to do what, and by when.

mod who;

use std::ops::Range;

use hudna_model::words::Standing;
use hudna_model::{Body, Modality, Name, Span, Task};

use super::bodies::{attribute, draft as plain, name, speech_of};
use super::{Context, Draft};
use crate::doc::{Doc, Mention};
use crate::frame::matching::Match;
use crate::frame::phrase::is_only_verb;
use crate::lang::ar::Feat;
use crate::pack::lexicon::Lexeme;

/// How far behind its word what is asked for may begin, in tokens.
const REACH: usize = 12;

/// How far behind its word what is promised may begin, in tokens.
const PROMISE_REACH: usize = 8;

/// How far behind one task another joined by و may begin, in tokens.
const JOINED: usize = 14;

/// How many words of its object belong to a task.
const OBJECT: usize = 6;

/// The commitments of a match: one for each thing promised or asked for.
pub(super) fn drafts(ctx: &Context<'_, '_>, found: &Match<'_>) -> Vec<Draft> {
    let Some(status) = attribute(ctx, found, "status").and_then(|s| Standing::parse(&s)) else {
        return Vec::new();
    };
    if found.frame.id == "commitment.promise" || found.frame.id == "commitment.demanded" {
        return promised(ctx, found, status);
    }
    planned(ctx, found, status).into_iter().collect()
}

/// What a word of promising or asking rules: the first task, and those joined to it.
fn promised(ctx: &Context<'_, '_>, found: &Match<'_>, status: Standing) -> Vec<Draft> {
    if !tells(ctx, found) {
        return Vec::new();
    }
    let Some(first) = task(ctx, found, status) else {
        return free(ctx, found, status).into_iter().collect();
    };
    let who = match status {
        Standing::Demanded => who::asked(ctx, found, Some(first)),
        _ => who::promiser(ctx, found, first),
    };
    if !is_definite(ctx, found, status, first, who.as_ref()) {
        return Vec::new();
    }
    let start = found.trigger.start.min(first.at.start);
    let whole = ctx.stretch(start..object_end(ctx.doc, first));
    let whole = match &who {
        Some(w) if whole.join(w.span).len() <= super::evidence::MAX_SCALARS / 2 => {
            whole.join(w.span)
        }
        _ => whole,
    };
    let tell = |m: &Mention, span: Span| {
        let (lexeme, _) = word(ctx.doc, m)?;
        let agreement = found.lexeme.tag("who").is_some();
        let own = who::agent(ctx, found, m);
        let own = own.filter(|_| agreement);
        let who = own.or_else(|| who.clone().filter(|_| !agreement));
        one(ctx, found, who, lexeme, status, span)
    };
    let more = joined(ctx, found, first);
    let more = more.filter_map(|m| tell(m, ctx.stretch(m.at.start..object_end(ctx.doc, m))));
    tell(first, whole).into_iter().chain(more).collect()
}

/// Whether the word asks or promises here: a verb of asking, and nothing denied.
fn tells(ctx: &Context<'_, '_>, found: &Match<'_>) -> bool {
    let definite = ctx.doc.mention_at(found.trigger.start).is_some_and(|m| m.definite);
    let verb = found.feat.is_verb() || found.feat == Feat::Active && !definite;
    let negated = found
        .trigger
        .start
        .checked_sub(1)
        .is_some_and(|i| ["neg", "negates_verb"].iter().any(|c| ctx.doc.is_particle(i, c)));
    (verb || !found.lexeme.is("speech")) && !negated && found.layers.modality != Modality::Denied
}

/// Whether there is something for somebody to do: a wish for talks, peace or protection that is
/// addressed to nobody is a statement.
fn is_definite(
    ctx: &Context<'_, '_>,
    found: &Match<'_>,
    status: Standing,
    task: &Mention,
    who: Option<&Name>,
) -> bool {
    let what = word(ctx.doc, task).and_then(|(l, _)| l.tag("what"));
    let vague = matches!(what, Some("cease_fire" | "negotiate" | "other" | "meet"));
    let agreement = found.lexeme.tag("who").is_some();
    let definite = task.definite && is_truce(ctx.doc, task);
    if found.lexeme.tag("truce").is_some() && (!is_truce(ctx.doc, task) || definite) {
        return false;
    }
    match status {
        Standing::Demanded => who.is_some() || !vague,
        _ if is_truce(ctx.doc, task) => who.is_some() && binds(found, status),
        _ => who.is_some() || agreement && !vague,
    }
}

/// A truce that is announced, proposed or reached is told as one; only whoever is asked for it or
/// binds himself to it takes something on.
fn binds(found: &Match<'_>, status: Standing) -> bool {
    let binding = ["free", "truce"].iter().any(|t| found.lexeme.tag(t).is_some());
    status == Standing::Demanded || binding && found.feat != Feat::Masdar
}

fn is_truce(doc: &Doc<'_>, task: &Mention) -> bool {
    task.lexeme(doc.lang, "truce").is_some()
}

/// A promise in so many words, of something that no list holds.
fn free(ctx: &Context<'_, '_>, found: &Match<'_>, status: Standing) -> Option<Draft> {
    found.lexeme.tag("free").filter(|f| *f == "yes")?;
    let doc = ctx.doc;
    let who = who::beside(ctx, found)?;
    let sentence = &doc.sentences[ctx.clause(found).sentence];
    let from = found.trigger.end.max(if who.span.start >= doc.span(&found.trigger).end {
        doc.tokens.partition_point(|t| t.span.start < who.span.end)
    } else {
        0
    });
    let link = behind(sentence, from, 3).find(|i| {
        doc.is_particle(*i, "that")
            || doc.mention_at(*i).is_some_and(|m| m.preposition.is_some_and(|p| p != 'ك'))
            || doc.tokens[*i].text.starts_with('ب')
            || doc.tokens[*i].text.starts_with('ل')
    })?;
    let due = ctx.due_of(found);
    let body = Body::Commitment { who: Some(who), to: None, what: Task::Other, due, status };
    let mut out = plain(ctx, found, body);
    let end = (link + OBJECT).min(sentence.end);
    out.span = ctx.stretch(found.trigger.start..end);
    Some(out)
}

/// Who is asked by a verb of asking.
pub(super) fn asked(ctx: &Context<'_, '_>, found: &Match<'_>) -> Option<Name> {
    who::asked(ctx, found, task(ctx, found, Standing::Demanded))
}

fn one(
    ctx: &Context<'_, '_>,
    found: &Match<'_>,
    who: Option<Name>,
    task: &Lexeme,
    status: Standing,
    span: Span,
) -> Option<Draft> {
    let what = task.tag("what").and_then(Task::parse)?;
    let to =
        name(ctx, found, "to").filter(|t| who.as_ref().is_none_or(|w| w.span.shared(t.span) == 0));
    let due = ctx.due_of(found);
    let mut out = plain(ctx, found, Body::Commitment { who, to, what, due, status });
    out.span = span;
    Some(out)
}

/// A task that is itself told as something to come.
fn planned(ctx: &Context<'_, '_>, found: &Match<'_>, status: Standing) -> Option<Draft> {
    let what = attribute(ctx, found, "what").and_then(|w| Task::parse(&w))?;
    let deed = found.lexeme.is("deed") || found.lexeme.is("inquire");
    let truce = found.lexeme.is("truce");
    let aim = ctx
        .doc
        .mention_at(found.trigger.start)
        .is_some_and(|m| m.preposition == Some('ل') && !found.feat.is_verb());
    let coming = found.lexeme.is("inquire") || !deed || who::told_as_coming(ctx, found);
    if truce || aim || !coming {
        return None;
    }
    let by_role = || name(ctx, found, "who").filter(|_| !deed);
    let who = who::doer(ctx, found).or_else(by_role);
    if deed && who.is_none() {
        return None;
    }
    let to =
        name(ctx, found, "to").filter(|t| who.as_ref().is_none_or(|w| w.span.shared(t.span) == 0));
    let due = ctx.due_of(found);
    let mut out = plain(ctx, found, Body::Commitment { who, to, what, due, status });
    let sentence = &ctx.doc.sentences[ctx.clause(found).sentence];
    let end = (found.trigger.end + OBJECT).min(sentence.end);
    out.span = ctx.stretch(found.trigger.start..end);
    if let Body::Commitment { who: Some(who), .. } = &out.body {
        let joined = out.span.join(who.span);
        if joined.len() <= super::evidence::MAX_SCALARS / 2 {
            out.span = joined;
        }
    }
    Some(out)
}

/// The task a mention tells, if any.
fn word<'l>(doc: &Doc<'l>, m: &Mention) -> Option<(&'l Lexeme, Feat)> {
    m.lexeme(doc.lang, "task")
}

/// The first task behind the word that rules it, with nothing told as done in between.
fn task<'d>(ctx: &Context<'d, '_>, found: &Match<'_>, status: Standing) -> Option<&'d Mention> {
    let doc = ctx.doc;
    let told = speech_of(ctx, found.trigger.start).and_then(|s| s.told.as_ref().map(|t| t.end));
    let from = found.trigger.end.max(told.unwrap_or(0));
    let reach = if status == Standing::Demanded { REACH } else { PROMISE_REACH };
    let sentence = &doc.sentences[ctx.clause(found).sentence];
    let range = from..sentence.end.min(from + reach);
    for m in doc.mentions_in(&range) {
        let ruled = status == Standing::Demanded || is_ruled(doc, m, from);
        let strong = word(doc, m)
            .is_some_and(|(l, _)| status != Standing::Demanded || l.tag("weak").is_none());
        if strong && ruled {
            return Some(m);
        }
        let verb = found.lexeme.tag("truce").is_some() && is_only_verb(doc, m);
        if verb || ends_the_promise(doc, m) {
            return None;
        }
    }
    None
}

/// What is promised hangs on a preposition, on "that", or stands right behind the words.
fn is_ruled(doc: &Doc<'_>, m: &Mention, from: usize) -> bool {
    let before = m.at.start.saturating_sub(1);
    let mark = doc.tokens[before].is_mark("«“\"");
    let before = before.saturating_sub(usize::from(mark));
    m.preposition.is_some()
        || m.at.start <= behind_dates(doc, from) + 1
        || doc.is_particle(before, "link")
        || doc.is_particle(before, "that")
        || doc.is_particle(before, "prep")
        || doc.mention_at(before).is_some_and(|n| {
            n.at.end == m.at.start && n.hits.iter().any(|h| h.feat == Feat::Masdar)
        })
}

/// Where the words go on behind dates and adverbs.
fn behind_dates(doc: &Doc<'_>, from: usize) -> usize {
    let mut i = from;
    while i < doc.tokens.len() {
        let end = doc.date_at(i).map(|d| d.at.end);
        let passed = doc.is_particle(i, "adv") || doc.tokens[i].is_mark("،,");
        match end.or(passed.then_some(i + 1)) {
            Some(next) => i = next,
            None => break,
        }
    }
    i
}

/// A deed told as done, a relative or a subordinate clause: what follows is no longer promised.
fn ends_the_promise(doc: &Doc<'_>, m: &Mention) -> bool {
    let past = is_only_verb(doc, m) && m.hits.iter().any(|h| h.feat == Feat::Past);
    past || ["rel", "subord"].iter().any(|c| m.lexeme(doc.lang, c).is_some())
}

/// Tasks joined to the first by و.
fn joined<'d>(
    ctx: &Context<'d, '_>,
    found: &Match<'_>,
    first: &Mention,
) -> impl Iterator<Item = &'d Mention> {
    let doc = ctx.doc;
    let sentence = &doc.sentences[ctx.clause(found).sentence];
    let range = first.at.end..sentence.end.min(first.at.end + JOINED);
    let stops = move |m: &&Mention| {
        let verb = is_only_verb(doc, m) && word(doc, m).is_none();
        verb || ends_the_promise(doc, m) || m.lexeme(doc.lang, "speech").is_some()
    };
    let list: Vec<&Mention> = doc.mentions_in(&range).take_while(|m| !stops(m)).collect();
    list.into_iter().filter(move |m| {
        m.conjunction && word(doc, m).is_some_and(|(l, _)| l.tag("weak").is_none())
    })
}

/// Where the words of a task end: at a mark, at و, at a verb, or after a few words.
fn object_end(doc: &Doc<'_>, task: &Mention) -> usize {
    let limit = doc.tokens.len().min(task.at.end + OBJECT);
    let ends = |i: usize| {
        let joined = doc
            .mention_at(i)
            .is_some_and(|m| m.at.start == i && (m.conjunction || is_only_verb(doc, m)));
        !doc.tokens[i].is_word() && doc.quantity_at(i).is_none() || joined
    };
    (task.at.end..limit).find(|i| ends(*i)).unwrap_or(limit)
}

/// Tokens of a sentence behind some point, no more than `reach`.
fn behind(sentence: &Range<usize>, from: usize, reach: usize) -> Range<usize> {
    from..sentence.end.min(from + reach)
}
