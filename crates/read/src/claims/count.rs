//! The counted group that belongs to a word of harm.

use std::ops::Range;

use hudna_model::Victims;

use super::Context;
use crate::doc::Mention;
use crate::frame::matching::Match;
use crate::lang::ar::Feat;
use crate::layers::quantity::Quantity;

/// How far behind or before its word of harm a number may stand, in tokens.
const REACH: usize = 9;

/// How far behind the counted noun its total may stand ("عدد قتلى الغارة إلى 22").
const TOTAL_REACH: usize = 20;

/// A number of people, and who they are.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Group {
    pub low: Option<u32>,
    pub high: Option<u32>,
    pub vague: bool,
    pub victims: Victims,
    /// Tokens of the number and its noun.
    pub at: Range<usize>,
}

/// The group of a match: a number beside the word, or one or two people that the noun implies.
pub(super) fn of(ctx: &Context<'_, '_>, found: &Match<'_>) -> Option<Group> {
    if found.lexeme.is("harmed") || found.feat == Feat::Passive {
        return counted_noun(ctx, found);
    }
    let text = ctx.doc.tokens[found.trigger.start].text.as_str();
    let plural = found.feat.is_verb() && (text.ends_with("وا") || text.ends_with("ون"));
    let subject = if plural { before(ctx, found) } else { None };
    subject
        .or_else(|| counted_harm(ctx, found))
        .or_else(|| implied(ctx, found))
        .or_else(|| behind(ctx, found))
        .or_else(|| before(ctx, found))
}

/// "و140 إصابة": a verbal noun that counts cases.
fn counted_harm(ctx: &Context<'_, '_>, found: &Match<'_>) -> Option<Group> {
    let mention = ctx.doc.mention_at(found.trigger.start)?;
    let counted = !found.feat.is_verb() && !mention.definite && mention.preposition.is_none();
    let q = found.trigger.start.checked_sub(1).and_then(|i| ctx.doc.quantity_at(i))?;
    (counted && !mention.conjunction).then(|| group(ctx, q, q.at.start..found.trigger.end))
}

/// "250 قتيلا", "قتيلان", "عدد القتلى إلى 250".
fn counted_noun(ctx: &Context<'_, '_>, found: &Match<'_>) -> Option<Group> {
    let doc = ctx.doc;
    let at = &found.trigger;
    // "إلى 70 والمصابين إلى 90": the second noun has its own number behind it.
    let joined = doc.mention_at(at.start).is_some_and(|m| m.conjunction && m.definite);
    let before = at.start.checked_sub(1).filter(|_| !joined);
    if let Some(q) = before.and_then(|i| doc.quantity_at(i)) {
        return Some(group(ctx, q, q.at.start..at.end));
    }
    let between = at.start >= 2 && doc.tokens[at.start - 1].text == "بين";
    if let Some(q) = between.then(|| doc.quantity_at(at.start - 2)).flatten() {
        return Some(group(ctx, q, q.at.start..at.end));
    }
    let mention = doc.mention_at(at.start)?;
    if found.feat == Feat::Dual {
        return Some(at_least(ctx, exact(2, at.clone(), Victims::Unspecified)));
    }
    let sentence = &doc.sentences[doc.clauses[found.clause].sentence];
    let total = (at.end..sentence.end.min(at.end + TOTAL_REACH)).find_map(|i| {
        let before = doc.tokens[i - 1].text.as_str();
        let reached = before == "الي" || before.trim_start_matches('و').starts_with("بلغ");
        let own = |q: &Quantity| {
            doc.mention_at(q.at.end)
                .is_some_and(|m| !m.conjunction && m.lexeme(doc.lang, "harmed").is_some())
        };
        let fits = |q: &&Quantity| q.at.start == i && reached && !own(q) && counts_people(ctx, q);
        doc.quantity_at(i).filter(fits)
    });
    if let Some(q) = total {
        return Some(group(ctx, q, at.start..q.at.end));
    }
    let single = found.feat == Feat::Singular && !mention.definite && !mention.enclitic;
    let introduced = at.start > 0
        && doc
            .mention_at(at.start - 1)
            .is_some_and(|m| m.lexemes(doc.lang).any(|(l, _)| l.is("result") || l.is("harm")));
    (single && introduced).then(|| exact(1, at.clone(), Victims::Unspecified))
}

/// The first number behind the word that counts people.
fn behind(ctx: &Context<'_, '_>, found: &Match<'_>) -> Option<Group> {
    let doc = ctx.doc;
    let clause = &doc.clauses[found.clause].at;
    let mut i = found.trigger.end;
    if let Some(second) = second_harm(ctx, i) {
        i = second;
    }
    let limit = clause.end.min(i + REACH);
    while i < limit {
        if let Some(q) = doc.quantity_at(i).filter(|q| q.at.start >= found.trigger.end) {
            // "ارتفع إلى 55" is a total, counted at the noun as well.
            if q.at.start > found.trigger.end && doc.tokens[q.at.start - 1].text == "الي" {
                return None;
            }
            // "45 بين قتيل وجريح" is counted at the noun.
            if doc.tokens.get(q.at.end).is_some_and(|t| t.text == "بين") {
                return None;
            }
            if counts_people(ctx, q) {
                return Some(group(ctx, q, q.at.clone()));
            }
            i = q.at.end;
            continue;
        }
        let other = doc.mention_at(i).filter(|m| m.at.start == i);
        if other.is_some_and(|m| is_harm(ctx, m) || ends_reach(ctx, m)) {
            return None;
        }
        i += 1;
    }
    None
}

/// "مقتل وإصابة العشرات": a second word of harm joined to the first; where it ends.
pub(super) fn second_harm(ctx: &Context<'_, '_>, at: usize) -> Option<usize> {
    let m = ctx.doc.mention_at(at).filter(|m| m.at.start == at && m.conjunction)?;
    let (_, feat) = m.lexeme(ctx.doc.lang, "harm")?;
    (!feat.is_verb() && !m.definite).then_some(m.at.end)
}

/// The number before the word: "20 شخصا قتلوا".
fn before(ctx: &Context<'_, '_>, found: &Match<'_>) -> Option<Group> {
    let doc = ctx.doc;
    let clause = &doc.clauses[found.clause].at;
    let from = clause.start.max(found.trigger.start.saturating_sub(4));
    let q = (from..found.trigger.start).rev().find_map(|i| doc.quantity_at(i))?;
    let counted = |i: usize| victims_at(ctx, i).is_some() || doc.is_particle(i, "subset");
    let people = (q.at.end..found.trigger.start).any(counted);
    (people && found.feat.is_verb() && counts_people(ctx, q)).then(|| group(ctx, q, q.at.clone()))
}

/// "مقتل جندي", "إصابة مدنيين اثنين": one or two without a number.
fn implied(ctx: &Context<'_, '_>, found: &Match<'_>) -> Option<Group> {
    let doc = ctx.doc;
    let i = found.trigger.end;
    let bare = |m: &&Mention| m.at.start == i && !m.enclitic && !m.definite && !m.conjunction;
    let mention = doc.mention_at(i).filter(bare).filter(|_| doc.quantity_at(i).is_none())?;
    let (lexeme, feat) =
        mention.lexeme(doc.lang, "victim").or(mention.lexeme(doc.lang, "harmed"))?;
    let victims = lexeme.tag("victims").and_then(Victims::parse).unwrap_or(Victims::Unspecified);
    match feat {
        Feat::Singular => Some(exact(1, mention.at.clone(), victims)),
        Feat::Dual => Some(at_least(ctx, exact(2, mention.at.clone(), victims))),
        _ => None,
    }
}

/// "جنديين تركيين على الأقل": the bound behind a dual.
fn at_least(ctx: &Context<'_, '_>, group: Group) -> Group {
    let doc = ctx.doc;
    let bound = (group.at.end..group.at.end + 3).any(|i| {
        doc.mention_at(i).and_then(|m| m.number(doc.lang)).is_some_and(|n| n.class == "low_after")
    });
    Group { high: group.high.filter(|_| !bound), ..group }
}

/// Further groups of the same harm: "ضابط وثلاثة جنود", "30 مقاتلا و12 من قوات الدفاع".
pub(super) fn more(ctx: &Context<'_, '_>, first: &Group, end: usize) -> Vec<Group> {
    let doc = ctx.doc;
    let mut out = Vec::new();
    let mut i = first.at.end;
    while i < end && out.len() < 4 {
        // An adjective may stand behind the noun ("جنود أتراك").
        let apart = usize::from(doc.tokens[i].text == "و");
        let mention = doc.mention_at(i + apart).filter(|m| m.at.start == i + apart);
        let joined = apart == 1 || mention.is_some_and(|m| m.conjunction);
        if !joined {
            if i > first.at.end || !doc.tokens[i].is_word() {
                break;
            }
            i += 1;
            continue;
        }
        let Some(next) = member(ctx, i + apart) else { break };
        i = next.at.end;
        out.push(next);
    }
    out
}

/// A counted group, or one person, that begins at a token and is no count of its own harm.
fn member(ctx: &Context<'_, '_>, i: usize) -> Option<Group> {
    let doc = ctx.doc;
    if let Some(q) = doc.quantity_at(i).filter(|q| q.at.start == i) {
        let next = doc.mention_at(q.at.end)?;
        let own = next.lexemes(doc.lang).any(|(l, _)| l.is("harmed") || l.is("harm"));
        let people = victims_at(ctx, q.at.end).is_some() || doc.tokens[q.at.end].text == "من";
        return (!own && people && counts_people(ctx, q)).then(|| group(ctx, q, q.at.clone()));
    }
    let mention = doc.mention_at(i).filter(|m| m.at.start == i && !m.definite && !m.enclitic)?;
    let (lexeme, feat) = mention.lexeme(doc.lang, "victim")?;
    let victims = lexeme.tag("victims").and_then(Victims::parse)?;
    match feat {
        Feat::Singular => Some(exact(1, mention.at.clone(), victims)),
        Feat::Dual => Some(exact(2, mention.at.clone(), victims)),
        _ => None,
    }
}

fn exact(n: u32, at: Range<usize>, victims: Victims) -> Group {
    Group { low: Some(n), high: Some(n), vague: false, victims, at }
}

fn group(ctx: &Context<'_, '_>, q: &Quantity, at: Range<usize>) -> Group {
    let noun = (q.at.end..q.at.end + 3).find_map(|i| victims_at(ctx, i));
    let counted = ctx.doc.mention_at(q.at.end).filter(|m| {
        m.at.start == q.at.end && !m.conjunction && m.lexeme(ctx.doc.lang, "harmed").is_some()
    });
    let end = counted.map_or(at.end, |m| m.at.end);
    let (victims, end) = noun.unwrap_or((Victims::Unspecified, end));
    let at = at.start..end.max(at.end);
    Group { low: q.low, high: q.high, vague: q.vague, victims, at }
}

/// Who the noun at a token is, and where it ends.
pub(super) fn victims_at(ctx: &Context<'_, '_>, i: usize) -> Option<(Victims, usize)> {
    let mention = ctx.doc.mention_at(i).filter(|m| m.at.start == i)?;
    let lexeme = mention.lexeme(ctx.doc.lang, "victim")?.0;
    let victims = lexeme.tag("victims").and_then(Victims::parse)?;
    Some((victims, mention.at.end))
}

/// A number counts people unless a unit, a weapon or a place is what it counts.
fn counts_people(ctx: &Context<'_, '_>, q: &Quantity) -> bool {
    let doc = ctx.doc;
    if q.at.clone().any(|i| doc.date_at(i).is_some()) {
        return false;
    }
    // "الساعات الثماني والأربعين": the unit stands before.
    let unit = |m: &Mention| m.times(doc.lang).any(|t| t.class == "unit");
    if q.at.start.checked_sub(1).and_then(|i| doc.mention_at(i)).is_some_and(unit) {
        return false;
    }
    let Some(next) = doc.tokens.get(q.at.end) else { return true };
    if next.is_mark("%٪/:") {
        return false;
    }
    let Some(mention) = doc.mention_at(q.at.end) else { return !next.is_word() };
    let timed =
        mention.times(doc.lang).any(|t| ["unit", "month", "two_units"].contains(&t.class.as_str()));
    let thing = mention.lexemes(doc.lang).any(|(l, _)| {
        ["weapon", "strike", "locality", "target", "blast", "attack"].iter().any(|c| l.is(c))
    });
    let people = mention
        .lexemes(doc.lang)
        .any(|(l, _)| ["victim", "harmed", "force", "office"].iter().any(|c| l.is(c)));
    !timed && (people || !thing)
}

fn is_harm(ctx: &Context<'_, '_>, m: &Mention) -> bool {
    m.lexemes(ctx.doc.lang).any(|(l, _)| l.is("harm"))
}

/// Words over which a number does not belong to the word of harm.
fn ends_reach(ctx: &Context<'_, '_>, m: &Mention) -> bool {
    m.lexemes(ctx.doc.lang).any(|(l, f)| l.is("rel") || (f.is_verb() && !l.is("result")))
}
