//! Tolls of English: one for each group that a word of harm counts, two where killed and injured
//! are counted together, and parts behind "including".

use std::ops::Range;

use hudna_model::{Body, Outcome};

use super::draft;
use crate::claims::count::Group;
use crate::claims::count::english::{groups, list, member};
use crate::claims::{Context, Draft};
use crate::frame::matching::Match;

/// The tolls of a match.
pub(super) fn drafts(ctx: &Context<'_, '_>, found: &Match<'_>, outcome: Outcome) -> Vec<Draft> {
    if is_second(ctx, found) {
        return Vec::new();
    }
    let groups = groups(ctx, found);
    let other = joined(ctx, found).filter(|o| *o != outcome);
    let mut out = Vec::new();
    for (i, group) in groups.iter().enumerate() {
        match other {
            Some(other) if !group.number_free => {
                let share = shared(group);
                out.push(draft(ctx, found, outcome, &share, i == 0));
                out.push(draft(ctx, found, other, &share, i == 0));
            }
            _ => out.push(draft(ctx, found, outcome, group, i == 0)),
        }
    }
    out
}

/// What each outcome has of a number told for both.
fn shared(group: &Group) -> Group {
    let told = group.low.map(|n| n - u32::from(group.above));
    Group { low: group.low.filter(|_| group.vague), high: group.high.or(told), ..group.clone() }
}

/// The outcome of a second word of harm that "and" or "or" joins to the first right behind it.
fn joined(ctx: &Context<'_, '_>, found: &Match<'_>) -> Option<Outcome> {
    let doc = ctx.doc;
    let and = doc.tokens.get(found.trigger.end).filter(|t| t.text == "and" || t.text == "or");
    let second = doc.mention_at(found.trigger.end + 1).filter(|_| and.is_some())?;
    let class = if found.lexeme.is("harmed") { "harmed" } else { "harm" };
    let (lexeme, _) = second.lexeme(doc.lang, class)?;
    lexeme.tag("outcome").and_then(Outcome::parse)
}

/// Whether the word before tells the number for both: "killed and wounded 20".
fn is_second(ctx: &Context<'_, '_>, found: &Match<'_>) -> bool {
    let doc = ctx.doc;
    let Some(and) = found.trigger.start.checked_sub(1) else { return false };
    let joined = ["and", "or"].contains(&doc.tokens[and].text.as_str());
    let Some(before) = and.checked_sub(1).filter(|_| joined) else { return false };
    let class = if found.lexeme.is("harmed") { "harmed" } else { "harm" };
    doc.mention_at(before).is_some_and(|m| m.at.end == and && m.lexeme(doc.lang, class).is_some())
}

/// Parts of tolls: "including three children", "among them two women and a child", "of whom 12
/// were civilians".
pub(super) fn subsets(ctx: &Context<'_, '_>, drafts: &[Draft]) -> Vec<Draft> {
    let doc = ctx.doc;
    let mut out = Vec::new();
    for cue in doc.mentions.iter().filter(|m| m.lexeme(doc.lang, "subset").is_some()) {
        let at = doc.sentences.partition_point(|s| s.end <= cue.at.start);
        let Some(sentence) = doc.sentences.get(at).filter(|s| s.contains(&cue.at.start)) else {
            continue;
        };
        let Some(whole) = whole(ctx, drafts, cue.at.start, sentence) else { continue };
        let most = match &whole.body {
            Body::Toll { low, high, .. } => high.or(low.map(|n| n.saturating_mul(20))),
            _ => None,
        };
        let mut groups = list(ctx, cue.at.end, 5);
        if groups.is_empty() {
            groups.extend(member(ctx, cue.at.end));
        }
        let told = |g: &&Group| most.is_none_or(|m| g.low.or(g.high).unwrap_or(0) <= m);
        out.extend(
            groups.iter().filter(told).map(|g| super::subset::part(ctx, whole, cue.at.start, g)),
        );
    }
    out
}

/// The toll that a cue parts: the nearest one of the sentence whose group ends before it.
fn whole<'d>(
    ctx: &Context<'_, '_>,
    drafts: &'d [Draft],
    cue: usize,
    sentence: &Range<usize>,
) -> Option<&'d Draft> {
    let start = ctx.doc.tokens[cue].span.start;
    let fits = |d: &&Draft| {
        matches!(d.body, Body::Toll { .. }) && sentence.contains(&d.trigger) && d.span.start < start
    };
    drafts.iter().filter(fits).max_by_key(|d| (d.trigger < cue, d.trigger, d.span))
}
