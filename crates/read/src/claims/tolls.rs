//! Tolls: one counted group of people harmed.

use std::ops::Range;

use hudna_model::{Body, Claim, Outcome, PartyKind, Victims};

use super::count::{self, Group, victims_at};
use super::{Context, Draft};
use crate::frame::matching::Match;
use crate::frame::relation::name_of;
use crate::lang::ar::Feat;

/// One toll; two when killed and injured are counted together.
pub(super) fn drafts(ctx: &Context<'_, '_>, found: &Match<'_>) -> Vec<Draft> {
    let Some(outcome) = found.lexeme.tag("outcome").and_then(Outcome::parse) else {
        return Vec::new();
    };
    let Some(group) = count::of(ctx, found) else { return Vec::new() };
    match joined(ctx, found, &group).filter(|o| *o != outcome) {
        Some(other) => {
            let low = group.low.filter(|_| group.vague);
            let high = group.high.or(group.low);
            let share = Group { low, high, ..group };
            vec![draft(ctx, found, outcome, &share), draft(ctx, found, other, &share)]
        }
        None => {
            let sentence = &ctx.doc.sentences[ctx.clause(found).sentence];
            let more = count::more(ctx, &group, sentence.end);
            std::iter::once(&group).chain(&more).map(|g| draft(ctx, found, outcome, g)).collect()
        }
    }
}

/// The outcome of a second word of harm joined to the first with one number for both.
fn joined(ctx: &Context<'_, '_>, found: &Match<'_>, group: &Group) -> Option<Outcome> {
    let doc = ctx.doc;
    let after = if found.lexeme.is("harmed") { found.trigger.end } else { group.at.start };
    let next = |i: usize| {
        let m = doc.mention_at(i).filter(|m| m.at.start == i && m.conjunction && !m.definite)?;
        let (lexeme, _) = m.lexeme(doc.lang, "harmed")?;
        let own = doc.quantity_at(m.at.end).is_some();
        (!own).then(|| lexeme.tag("outcome").and_then(Outcome::parse)).flatten()
    };
    if found.lexeme.is("harmed") {
        let dual = found.feat == Feat::Dual;
        return if dual { None } else { next(after) };
    }
    count::second_harm(ctx, found.trigger.end)?;
    let m = doc.mention_at(found.trigger.end)?;
    let (lexeme, _) = m.lexeme(doc.lang, "harm")?;
    lexeme.tag("outcome").and_then(Outcome::parse)
}

fn draft(ctx: &Context<'_, '_>, found: &Match<'_>, outcome: Outcome, group: &Group) -> Draft {
    let Group { low, high, vague, victims, .. } = group.clone();
    let side = side(ctx, &group.at);
    let places = ctx.places_of(found);
    let place = places.first();
    let more: Vec<Range<usize>> =
        std::iter::once(group.at.clone()).chain(place.map(|f| f.at.clone())).collect();
    let cumulative = cumulative(ctx, found)
        || matches!(outcome, Outcome::Displaced)
        || low.is_some_and(|n| n >= MANY) && in_battles(ctx, found);
    let body = Body::Toll { outcome, low, high, vague, victims, side, cumulative, subset_of: None };
    Draft {
        body,
        modality: found.layers.modality,
        background: found.layers.background,
        span: ctx.hull(found, &more),
        clause: found.clause,
        place: place.map(|f| ctx.reference(f)),
        date: ctx.date_of(found),
        rule: found.rule(),
        confidence: found.frame.confidence,
        trigger: found.trigger.start,
    }
}

/// The group that the victims belong to: a party right behind the noun.
fn side(ctx: &Context<'_, '_>, at: &Range<usize>) -> Option<hudna_model::Name> {
    let behind = at.end..(at.end + 3).min(ctx.doc.tokens.len());
    let fights = |kind: PartyKind| {
        matches!(kind, PartyKind::State | PartyKind::Force | PartyKind::ArmedGroup)
    };
    let found = ctx.doc.mentions_in(&behind).find(|m| {
        m.parties(ctx.doc.lang).any(|f| fights(ctx.doc.pack.parties[f.party].kind))
            || m.lexeme(ctx.doc.lang, "force").is_some()
    })?;
    let broken = (at.end..found.at.start).any(|i| !ctx.doc.tokens[i].is_word());
    if broken || found.conjunction {
        return None;
    }
    Some(name_of(ctx.doc, &found.at))
}

/// A running total: "since", "the toll has risen", "over ten days" in the sentence.
fn cumulative(ctx: &Context<'_, '_>, found: &Match<'_>) -> bool {
    let doc = ctx.doc;
    let sentence = &doc.sentences[doc.clauses[found.clause].sentence];
    let clause = &doc.clauses[found.clause].at;
    let since = doc.dates.iter().any(|d| d.since && clause.contains(&d.at.start) && long(doc, d));
    let cue =
        doc.mentions_in(sentence).any(|m| m.lexemes(doc.lang).any(|(l, _)| l.is("running_total")));
    since || cue
}

/// So many dead of "battles", told without a day, are no toll of one event.
const MANY: u32 = 100;

fn in_battles(ctx: &Context<'_, '_>, found: &Match<'_>) -> bool {
    let sentence = &ctx.doc.sentences[ctx.clause(found).sentence];
    let battles = ["clash", "violence_word"];
    let told =
        |m: &crate::doc::Mention| battles.iter().any(|c| m.lexeme(ctx.doc.lang, c).is_some());
    ctx.doc.mentions_in(sentence).any(told)
}

/// A period of more than a day.
fn long(doc: &crate::doc::Doc<'_>, date: &crate::layers::date::Date) -> bool {
    let Some(published) = doc.published else { return true };
    let start = date.resolved.as_ref().map(|r| r.start.parse::<jiff::civil::Date>());
    !matches!(start, Some(Ok(day)) if published.duration_since(day).as_hours() <= 24)
}

/// Subsets: "among them four children" behind a toll of the same sentence.
pub(super) fn subsets(ctx: &Context<'_, '_>, drafts: &[Draft]) -> Vec<Draft> {
    let doc = ctx.doc;
    let cue = |m: &&crate::doc::Mention| m.lexemes(doc.lang).any(|(l, _)| l.is("subset"));
    let mut out = Vec::new();
    for mention in doc.mentions.iter().filter(cue) {
        let start = doc.tokens[mention.at.start].span.start;
        let sentence = doc.sentences.iter().find(|s| s.contains(&mention.at.start));
        let whole = drafts
            .iter()
            .filter(|d| matches!(d.body, Body::Toll { .. }))
            .filter(|d| sentence.is_some_and(|s| s.contains(&d.trigger)))
            .filter(|d| doc.tokens[d.trigger].span.start < start)
            .max_by_key(|d| d.trigger);
        let Some(whole) = whole else { continue };
        for group in groups(ctx, mention.at.end) {
            out.push(subset(ctx, whole, mention.at.start, &group));
        }
    }
    out
}

/// Numbers with nouns for people, one after another, until something else is said.
fn groups(ctx: &Context<'_, '_>, from: usize) -> Vec<Group> {
    let doc = ctx.doc;
    let mut out = Vec::new();
    let mut i = from;
    while i < doc.tokens.len() && out.len() < 4 {
        if let Some(q) = doc.quantity_at(i) {
            let noun = (q.at.end..q.at.end + 2).find_map(|k| victims_at(ctx, k));
            let Some((victims, end)) = noun else { break };
            let (low, high, vague) = (q.low, q.high, q.vague);
            out.push(Group { low, high, vague, victims, at: i..end });
            i = end;
        } else if let Some((victims, end)) = victims_at(ctx, i) {
            let feat = doc
                .mention_at(i)
                .and_then(|m| m.lexeme(doc.lang, "victim"))
                .map_or(Feat::Plural, |(_, f)| f);
            let n = match feat {
                Feat::Singular => 1,
                Feat::Dual => 2,
                _ => break,
            };
            out.push(Group { low: Some(n), high: Some(n), vague: false, victims, at: i..end });
            i = end;
        } else if doc.tokens[i].text == "و" {
            i += 1;
        } else {
            break;
        }
    }
    out
}

fn subset(ctx: &Context<'_, '_>, whole: &Draft, cue: usize, group: &Group) -> Draft {
    let Body::Toll { outcome, side, cumulative, .. } = &whole.body else {
        unreachable!("subsets are made of tolls")
    };
    let body = Body::Toll {
        outcome: *outcome,
        low: group.low,
        high: group.high,
        vague: group.vague,
        victims: group.victims,
        side: side.clone(),
        cumulative: *cumulative,
        subset_of: Some(String::new()),
    };
    Draft {
        body,
        modality: whole.modality,
        background: whole.background,
        span: ctx.stretch(cue.min(group.at.start)..group.at.end),
        clause: whole.clause,
        place: whole.place.clone(),
        date: whole.date.clone(),
        rule: "toll.subset".to_owned(),
        confidence: whole.confidence - 0.05,
        trigger: group.at.start,
    }
}

/// Gives each subset the id of the toll that it is part of: the last whole one before it.
pub(super) fn link_subsets(claims: &mut [Claim]) {
    let mut last: Vec<(Outcome, String)> = Vec::new();
    for claim in claims.iter_mut() {
        if let Body::Toll { outcome, subset_of, victims, .. } = &mut claim.body {
            let _: &Victims = victims;
            match subset_of {
                Some(id) => {
                    let whole = last.iter().rev().find(|(o, _)| o == outcome);
                    *id = whole.map(|(_, id)| id.clone()).unwrap_or_default();
                }
                None => last.push((*outcome, claim.id.clone())),
            }
        }
    }
}
