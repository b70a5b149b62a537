//! Commitments: who promised, agreed or was asked to do what, and by when.

use hudna_model::words::Standing;
use hudna_model::{Body, Name, Task};

use super::bodies::{attribute, draft as plain, name, speech_of};
use super::{Context, Draft};
use crate::doc::Mention;
use crate::frame::matching::Match;
use crate::frame::phrase::is_only_verb;
use crate::frame::relation::name_of;
use crate::layers::person::{Head, phrase_at};
use crate::layers::speaker::subject_of;

/// How far behind its word what is promised may begin, in tokens.
const REACH: usize = 12;

/// The commitment of a match, if what is promised follows its word.
pub(super) fn draft(ctx: &Context<'_, '_>, found: &Match<'_>) -> Option<Draft> {
    let what = attribute(ctx, found, "what").and_then(|w| Task::parse(&w))?;
    let status = attribute(ctx, found, "status").and_then(|s| Standing::parse(&s))?;
    if !follows(ctx, found) {
        return None;
    }
    let who = match status {
        Standing::Demanded => asked(ctx, found),
        _ => promiser(ctx, found).or_else(|| name(ctx, found, "who")),
    };
    let to =
        name(ctx, found, "to").filter(|t| who.as_ref().is_none_or(|w| w.span.shared(t.span) == 0));
    let due = ctx.due_of(found);
    let mut out = plain(ctx, found, Body::Commitment { who, to, what, due, status });
    if let Some(at) = found.roles.get("task").map(|p| p.at.clone()) {
        let end = at.end.max(found.trigger.end);
        out.span = ctx.stretch(found.trigger.start.min(at.start)..end);
    }
    if let Body::Commitment { who: Some(who), .. } = &out.body {
        let joined = out.span.join(who.span);
        if joined.len() <= super::evidence::MAX_SCALARS / 2 {
            out.span = joined;
        }
    }
    Some(out)
}

/// What is promised stands close behind its word, with nothing told as done in between.
fn follows(ctx: &Context<'_, '_>, found: &Match<'_>) -> bool {
    let Some(task) = found.roles.get("task") else { return true };
    let doc = ctx.doc;
    let told = speech_of(ctx, found.trigger.start).and_then(|s| s.told.as_ref().map(|t| t.end));
    let from = found.trigger.end.max(told.unwrap_or(0));
    let broken = (from..task.at.start).any(|i| {
        doc.mention_at(i).is_some_and(|m| {
            let past = is_only_verb(doc, m)
                && m.hits.iter().any(|h| h.feat == crate::lang::ar::Feat::Past);
            m.at.start == i
                && (past || ["rel", "subord"].iter().any(|c| m.lexeme(doc.lang, c).is_some()))
        })
    });
    task.at.start >= from && task.at.start - from <= REACH && !broken
}

/// Who promises: the subject of the word, or the speaker of the sentence.
fn promiser(ctx: &Context<'_, '_>, found: &Match<'_>) -> Option<Name> {
    let doc = ctx.doc;
    if let Some(speech) = speech_of(ctx, found.trigger.start) {
        return speech.speaker.clone();
    }
    let clause = ctx.clause(found);
    let mention = doc.mention_at(found.trigger.start)?;
    if mention.is_verb() {
        if let Some(np) = subject_of(doc, clause, mention) {
            return Some(name_of(doc, &np.at));
        }
    } else {
        let np = phrase_at(doc, found.trigger.end, clause.at.end);
        if let Some(np) = np.filter(|np| np.head != Head::Strange) {
            return Some(name_of(doc, &np.at));
        }
        // "ومن المنتظر أن يعلن كيري": whoever does what is expected.
        let that = usize::from(doc.is_particle(found.trigger.end, "that"));
        let verb = doc.mention_at(found.trigger.end + that).filter(|m| is_only_verb(doc, m));
        if let Some(np) = verb.and_then(|v| subject_of(doc, clause, v)) {
            return Some(name_of(doc, &np.at));
        }
        let before = clause.at.start..found.trigger.start;
        let carries = |m: &&Mention| {
            is_only_verb(doc, m)
                && m.lexeme(doc.lang, "speech").is_none_or(|(l, _)| l.tag("say") == Some("say"))
        };
        let carrier = doc.mentions_in(&before).rev().find(carries);
        if let Some(np) = carrier.and_then(|v| subject_of(doc, clause, v)) {
            return Some(name_of(doc, &np.at));
        }
    }
    let sentence = &doc.sentences[clause.sentence];
    let before = |s: &&crate::layers::speaker::Speech<'_>| {
        sentence.contains(&s.at.start) && s.at.start < found.trigger.start
    };
    ctx.speeches.iter().rev().find(before).and_then(|s| s.speaker.clone())
}

/// Who is asked: the first phrase behind the verb and its speaker, before what is asked for.
pub(super) fn asked(ctx: &Context<'_, '_>, found: &Match<'_>) -> Option<Name> {
    let doc = ctx.doc;
    let speech = speech_of(ctx, found.trigger.start)?;
    let sentence = &doc.sentences[ctx.clause(found).sentence];
    let told = speech.told.as_ref().map_or(0, |t| t.end);
    let from = found.trigger.end.max(told);
    let task = found.roles.get("task").map_or(sentence.end, |p| p.at.start.max(from));
    let mut i = from;
    while i < sentence.end.min(from + 5) {
        let skip = doc.date_at(i).map(|d| d.at.end).or_else(|| {
            let passed = doc.is_particle(i, "asked_by")
                || doc.tokens[i].is_mark("،,")
                || doc.is_particle(i, "adv");
            passed.then_some(i + 1)
        });
        if let Some(next) = skip {
            i = next;
            continue;
        }
        let np = phrase_at(doc, i, sentence.end)?;
        let bound = doc.mention_at(i).is_some_and(|m| matches!(m.preposition, Some('ب')));
        return (!bound && np.at.end <= task && np.head != Head::Strange
            || is_people(ctx, &np.at, task))
        .then(|| name_of(doc, &np.at));
    }
    None
}

/// "الأطراف", "الطرفين": people who are no party of any list.
fn is_people(ctx: &Context<'_, '_>, at: &std::ops::Range<usize>, task: usize) -> bool {
    let named = at.clone().any(|i| ctx.doc.tokens[i].text.starts_with("ال"));
    let link = ctx.doc.is_particle(at.end, "link")
        || ctx.doc.is_particle(at.end, "that")
        || ctx.doc.mention_at(at.end).is_some_and(|m| m.preposition.is_some());
    named && link && at.end <= task
}
