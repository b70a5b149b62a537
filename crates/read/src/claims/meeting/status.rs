//! Whether a meeting was held, goes on, is to come, is wished for or was called off.

use hudna_model::Modality;
use hudna_model::words::MeetingStatus;

use crate::claims::Context;
use crate::doc::Mention;
use crate::frame::matching::Match;
use crate::lang::ar::Feat;

/// How far before a meeting the word may stand that tells its status, in tokens.
const BEFORE: usize = 7;

/// How far behind it a verb may stand that does.
const BEHIND: usize = 12;

/// How far behind it an adjective may stand that does.
const ADJECTIVE: usize = 3;

/// Held unless the words around say otherwise.
pub(super) fn status(ctx: &Context<'_, '_>, found: &Match<'_>) -> MeetingStatus {
    let told = told(ctx, found);
    match found.layers.modality {
        Modality::CalledFor | Modality::Hypothetical => MeetingStatus::Proposed,
        Modality::Denied => MeetingStatus::Cancelled,
        _ if told == Some(MeetingStatus::Cancelled) => MeetingStatus::Cancelled,
        Modality::Planned => MeetingStatus::Planned,
        _ if to_come(ctx, found) => MeetingStatus::Planned,
        _ => told.unwrap_or(MeetingStatus::Held),
    }
}

/// The status that the nearest word in reach tells.
fn told(ctx: &Context<'_, '_>, found: &Match<'_>) -> Option<MeetingStatus> {
    let doc = ctx.doc;
    let clause = &ctx.clause(found).at;
    let (start, end) = (found.trigger.start, found.trigger.end);
    let before = clause.start.max(start.saturating_sub(BEFORE))..start;
    let behind = end..doc.tokens.len().min(end + BEHIND);
    let tells = |m: &Mention| {
        let near = m.at.start < end + ADJECTIVE;
        let (lexeme, _) = m
            .lexemes(doc.lang)
            .find(|(l, f)| l.is("meet_status") && (m.at.end <= start || near || f.is_verb()))?;
        lexeme.tag("status").and_then(MeetingStatus::parse)
    };
    let closes = |m: &&Mention| !m.lexemes(doc.lang).any(|(l, _)| l.is("speech") || l.is("subord"));
    doc.mentions_in(&before)
        .rev()
        .find_map(tells)
        .or_else(|| doc.mentions_in(&behind).take_while(closes).find_map(tells))
}

/// "ليبحث مع", "للقاء": told as an aim, and promised by nobody.
pub(super) fn is_aim(ctx: &Context<'_, '_>, found: &Match<'_>) -> bool {
    ctx.doc.mention_at(found.trigger.start).is_some_and(|m| {
        let noun = matches!(found.feat, Feat::Masdar | Feat::Singular);
        m.preposition == Some('ل') && (m.is_verb() || noun)
    })
}

/// Told as an aim, by a future verb or "the coming", or by a present verb of a day to come.
fn to_come(ctx: &Context<'_, '_>, found: &Match<'_>) -> bool {
    let doc = ctx.doc;
    let behind = found.trigger.end..(found.trigger.end + 4).min(doc.tokens.len());
    let before = found.trigger.start.saturating_sub(4)..found.trigger.start;
    let future = |m: &Mention| m.hits.iter().any(|h| h.feat == Feat::Future);
    let next = behind
        .clone()
        .take(3)
        .any(|i| doc.mention_at(i).is_some_and(|m| m.times(doc.lang).any(|t| t.class == "next")));
    let date = behind.clone().any(|i| doc.date_at(i).is_some_and(|d| d.due));
    is_aim(ctx, found)
        || next
        || date
        || is_today(ctx, found)
        || is_subjunctive(ctx, found)
        || is_sought(ctx, found)
        || begins_later(ctx, found)
        || doc.mentions_in(&behind).any(future)
        || doc.mentions_in(&before).any(future)
}

/// "يعقد الوزير اجتماعا الجمعة": the verb or the one that carries the noun is present, and the
/// day is not past.
fn is_today(ctx: &Context<'_, '_>, found: &Match<'_>) -> bool {
    let doc = ctx.doc;
    let carrier = super::people::carrier(ctx, found);
    let present = found.feat == Feat::Present
        || carrier.is_some_and(|m| {
            m.lexemes(doc.lang).any(|(l, f)| l.is("meet_status") && f == Feat::Present)
        });
    present
        && ctx
            .date_of(found)
            .is_some_and(|d| doc.published.is_some_and(|p| d.start >= p.to_string()))
}

/// "على أن يلتقي", "حيث يلتقي", "قبل أن يتوجه".
fn is_subjunctive(ctx: &Context<'_, '_>, found: &Match<'_>) -> bool {
    let doc = ctx.doc;
    let before = found.trigger.start.checked_sub(1).and_then(|i| doc.mention_at(i));
    found.feat == Feat::Present
        && before.is_some_and(|m| {
            ["that", "goes_on", "ahead"].iter().any(|c| m.lexeme(doc.lang, c).is_some())
        })
}

/// "لبدء محادثات", "قبل استئناف المفاوضات": what begins it is an aim or lies ahead.
fn is_sought(ctx: &Context<'_, '_>, found: &Match<'_>) -> bool {
    let doc = ctx.doc;
    let before = found.trigger.start.saturating_sub(4)..found.trigger.start;
    doc.mentions_in(&before).any(|m| {
        let begins = m.lexemes(doc.lang).any(|(l, f)| {
            (l.is("meet_status") || l.is("light")) && matches!(f, Feat::Masdar | Feat::Singular)
        });
        let before = m.at.start.checked_sub(1).and_then(|i| doc.mention_at(i));
        let ahead = before.is_some_and(|b| b.lexeme(doc.lang, "ahead").is_some());
        begins && (m.preposition == Some('ل') || ahead)
    })
}

/// "المحادثات ستبدأ": a verb of its course behind it is future.
fn begins_later(ctx: &Context<'_, '_>, found: &Match<'_>) -> bool {
    let doc = ctx.doc;
    let clause = &ctx.clause(found).at;
    let behind = found.trigger.end..clause.end.min(found.trigger.end + BEHIND);
    doc.mentions_in(&behind)
        .any(|m| m.lexemes(doc.lang).any(|(l, f)| l.is("meet_status") && f == Feat::Future))
}
