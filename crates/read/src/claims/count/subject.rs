//! The group before its verb: "إن 20 شخصا قتلوا", "أن جنديا أصيب".

use super::people::{self, counts_people};
use super::{Group, at_least, exact, group};
use crate::claims::Context;
use crate::doc::Doc;
use crate::frame::matching::Match;
use crate::frame::phrase::is_only_verb;
use crate::lang::ar::Feat;

/// How far before its verb the subject may begin, in tokens.
const REACH: usize = 18;

/// How many its verb's ending says the subjects are.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Agreement {
    One,
    Two,
    Many,
}

/// What the ending of a verb agrees with. Only the perfect and the imperfect tell.
pub(super) fn agreement(ctx: &Context<'_, '_>, found: &Match<'_>) -> Agreement {
    let text = ctx.doc.tokens[found.trigger.start].text.as_str();
    let lemma = crate::fold::fold(&found.lexeme.lemma);
    let bare = text.trim_start_matches(['و', 'ف']);
    let spoken = text.ends_with('و') && !lemma.ends_with('و');
    if text.ends_with("وا") || text.ends_with("ون") || spoken {
        Agreement::Many
    } else if bare != lemma
        && (text.ends_with('ا') || text.ends_with("ان"))
        && !text.ends_with("نا")
    {
        Agreement::Two
    } else {
        Agreement::One
    }
}

/// The subject told before the verb. A verb joined to another by و has its object behind it,
/// and whom another verb of harm befell is told by that verb ("احتجزوا 30 رجلا فروا").
pub(super) fn before(ctx: &Context<'_, '_>, found: &Match<'_>) -> Option<Group> {
    let doc = ctx.doc;
    if doc.mention_at(found.trigger.start).is_some_and(|m| m.conjunction || m.enclitic) {
        return None;
    }
    let agreement = agreement(ctx, found);
    let from = opening(ctx, found);
    let joined =
        doc.tokens[from].text == "و" || doc.mention_at(from).is_some_and(|m| m.conjunction);
    if from > 0 && is_harm_verb(doc, from - 1) && !joined {
        return None;
    }
    let many = agreement != Agreement::One;
    many.then(|| counted(ctx, from, found.trigger.start))
        .flatten()
        .or_else(|| told(ctx, from, agreement))
        .or_else(|| pair(ctx, found.trigger.start, agreement))
}

/// The number before a phrase of state: "ثلاثة بحارة في عداد المفقودين".
pub(super) fn before_state(ctx: &Context<'_, '_>, found: &Match<'_>) -> Option<Group> {
    let doc = ctx.doc;
    let at = found.trigger.start;
    let from = ctx.clause(found).at.start.max(at.saturating_sub(REACH / 2));
    // "انتشلوا من تحت الأنقاض" are found again; "130 شهيدا" are counted at their noun.
    let found_again = at > 0 && doc.tokens[at - 1].text == "من";
    let told = |i: usize| doc.mention_at(i).is_some_and(|m| m.lexeme(doc.lang, "harmed").is_some());
    let group = counted(ctx, from, at).filter(|_| !found_again)?;
    (!group.at.clone().any(told)).then_some(group)
}

fn is_harm_verb(doc: &Doc<'_>, i: usize) -> bool {
    doc.mention_at(i).is_some_and(|m| m.lexeme(doc.lang, "harm").is_some_and(|(_, f)| f.is_verb()))
}

/// Where the subject may begin: behind the last word that opens a clause.
fn opening(ctx: &Context<'_, '_>, found: &Match<'_>) -> usize {
    let doc = ctx.doc;
    let sentence = &doc.sentences[ctx.clause(found).sentence];
    let start = sentence.start.max(found.trigger.start.saturating_sub(REACH));
    let opens = |i: &usize| {
        let token = &doc.tokens[*i];
        let mention = doc.mention_at(*i).filter(|m| m.at.contains(i));
        let word = mention.is_some_and(|m| {
            let classes = ["that", "subord", "result"];
            let verb = is_only_verb(doc, m) && !is_aid(doc, *i);
            verb || classes.iter().any(|c| m.lexeme(doc.lang, c).is_some())
        });
        word || token.is_mark(":؛") || is_harm_verb(doc, *i)
    };
    (start..found.trigger.start).rev().find(opens).map_or(start, |i| i + 1)
}

/// "كان", "قد": verbs that only carry the next one.
fn is_aid(doc: &Doc<'_>, i: usize) -> bool {
    let text = doc.tokens[i].text.trim_start_matches(['و', 'ف']);
    ["قد", "كان", "كانا", "كانوا", "كانت"].contains(&text)
}

/// The first number of people in a range, but for what a subset counts.
fn counted(ctx: &Context<'_, '_>, from: usize, to: usize) -> Option<Group> {
    let doc = ctx.doc;
    let mut i = from;
    while i < to {
        if doc.is_particle(i, "subset") && i > from {
            return None;
        }
        let q = doc.quantity_at(i).filter(|q| q.at.start >= from && q.at.end <= to);
        if let Some(q) = q {
            let noun = (q.at.end..to.min(q.at.end + 3))
                .any(|k| people::noun(ctx, k).is_some() || doc.is_particle(k, "subset"));
            let of = doc.tokens[q.at.end].text == "من";
            let bare = q.at.end == to || doc.tokens[q.at.end].is_mark("،,");
            if (noun || of || bare || doc.mention_at(q.at.end).is_none())
                && counts_people(ctx, q, true)
            {
                return Some(group(ctx, q, q.at.clone()));
            }
            i = q.at.end;
        } else {
            i += 1;
        }
    }
    None
}

/// "شيعت القرية شابين قضيا في غارة": two right before a dual verb.
fn pair(ctx: &Context<'_, '_>, verb: usize, agreement: Agreement) -> Option<Group> {
    let at = verb.checked_sub(1).filter(|_| agreement == Agreement::Two)?;
    let noun = people::noun(ctx, at).filter(|n| n.bare && n.feat != Feat::Singular)?;
    Some(exact(2, at..noun.end, noun.victims))
}

/// One or two people whom the clause opens with.
fn told(ctx: &Context<'_, '_>, at: usize, agreement: Agreement) -> Option<Group> {
    let noun = people::noun(ctx, at).filter(|n| n.bare)?;
    let definite = ctx.doc.tokens[at].text.starts_with("ال");
    match (agreement, noun.feat) {
        (Agreement::Two, _) if !definite => {
            Some(at_least(ctx, exact(2, at..noun.end, noun.victims)))
        }
        (Agreement::One, Feat::Singular) if opened(ctx, at) => {
            Some(at_least(ctx, exact(1, at..noun.end, noun.victims)))
        }
        _ => None,
    }
}

/// Whether "that" stands right before: "إن جنديا أصيب".
fn opened(ctx: &Context<'_, '_>, at: usize) -> bool {
    let doc = ctx.doc;
    at.checked_sub(1).and_then(|i| doc.mention_at(i)).is_some_and(|m| {
        m.lexeme(doc.lang, "that").is_some() || m.lexeme(doc.lang, "part").is_some()
    })
}
