//! The counted groups that belong to a word of harm in English.

use std::ops::Range;

use hudna_model::Victims;

use super::Group;
use crate::claims::Context;
use crate::doc::{Doc, Mention};
use crate::frame::english::{Part, part};
use crate::frame::matching::Match;
use crate::lang::ar::Feat;
use crate::layers::quantity::Quantity;
use crate::token::TokenKind;

/// How far behind its word of harm a group may begin, in tokens.
const REACH: usize = 9;

/// How far before its verb the subject may begin, in tokens.
const SUBJECT: usize = 26;

/// How far behind "death toll" its number may stand.
const TOTAL: usize = 14;

/// Most groups of one list.
const MOST: usize = 8;

/// All groups that the word of a match harms: parts of a whole ("including …") left out.
pub(in crate::claims) fn groups(ctx: &Context<'_, '_>, found: &Match<'_>) -> Vec<Group> {
    let doc = ctx.doc;
    let Some(mention) = doc.mention_at(found.trigger.start) else { return Vec::new() };
    if found.lexeme.is("harmed") {
        return counted_noun(ctx, found);
    }
    let verb = found.feat.is_verb() || matches!(found.feat, Feat::Active | Feat::Passive);
    if !verb {
        return of_noun(ctx, found);
    }
    let undergoes = mention.passive || found.lexeme.tag("harmed") == Some("subj");
    if undergoes {
        let before = before(ctx, found);
        return if before.is_empty() { list(ctx, found.trigger.end, 3) } else { before };
    }
    list(ctx, found.trigger.end, REACH)
}

/// "the killing of 12 people", "the arrest of five", "deaths of dozens".
fn of_noun(ctx: &Context<'_, '_>, found: &Match<'_>) -> Vec<Group> {
    let end = found.trigger.end;
    if ctx.doc.tokens.get(end).is_some_and(|t| t.text == "of") {
        return list(ctx, end + 1, 2);
    }
    number_before(ctx, found.trigger.start).into_iter().collect()
}

/// "50 casualties", "12 dead", "four people dead", "death toll rose to 45", "the dead: 12".
fn counted_noun(ctx: &Context<'_, '_>, found: &Match<'_>) -> Vec<Group> {
    let doc = ctx.doc;
    if found.lexeme.tag("total").is_none()
        && let Some(group) = number_before(ctx, found.trigger.start)
    {
        return vec![group];
    }
    let total = found.lexeme.tag("total").is_some() || counts(doc, found.trigger.start);
    if total {
        let sentence = &doc.sentences[ctx.clause(found).sentence];
        let end = sentence.end.min(found.trigger.end + TOTAL);
        let q = (found.trigger.end..end)
            .find_map(|i| doc.quantity_at(i).filter(|q| q.at.start == i && counts_people(ctx, q)));
        return q.map(|q| group(ctx, q)).into_iter().collect();
    }
    let one = doc
        .tokens
        .get(found.trigger.start.wrapping_sub(1))
        .is_some_and(|t| ["a", "an", "one"].contains(&t.text.as_str()));
    let single = found.lexeme.tag("singular").is_some() && found.feat == Feat::Singular && one;
    if single { vec![exact(1, found.trigger.clone(), Victims::Unspecified)] } else { Vec::new() }
}

/// "the number of", "a total of" right before.
fn counts(doc: &Doc<'_>, at: usize) -> bool {
    (1..4)
        .filter_map(|k| at.checked_sub(k))
        .any(|i| doc.mention_at(i).is_some_and(|m| m.lexeme(doc.lang, "count_word").is_some()))
}

/// The number before a noun of harm, with the people that it counts in between.
fn number_before(ctx: &Context<'_, '_>, at: usize) -> Option<Group> {
    const NEAR: usize = 6;
    let doc = ctx.doc;
    let from = at.saturating_sub(NEAR);
    for i in (from..at).rev() {
        if let Some(q) = doc.quantity_at(i) {
            let people = (q.at.end..at)
                .all(|k| matches!(part(doc, k), Part::Word(_)) || doc.tokens[k].text == "of");
            return (people && q.at.end <= at && (q.at.end == at || counts_people(ctx, q)))
                .then(|| group(ctx, q));
        }
        if !matches!(part(doc, i), Part::Word(_)) && doc.tokens[i].text != "of" {
            return None;
        }
    }
    None
}

/// The groups that are the subject of a verb: those before it, back to what opens its clause.
fn before(ctx: &Context<'_, '_>, found: &Match<'_>) -> Vec<Group> {
    let doc = ctx.doc;
    let at = found.trigger.start;
    let sentence = &doc.sentences[ctx.clause(found).sentence];
    let floor = sentence.start.max(at.saturating_sub(SUBJECT));
    let from = (floor..at).rev().find(|i| opens(doc, *i, at)).map_or(floor, |i| i + 1);
    let part_from = (from..at).find(|i| doc.is_particle(*i, "subset")).unwrap_or(at);
    let mut out = Vec::new();
    let mut i = from;
    while i < part_from && out.len() < MOST {
        match member(ctx, i).filter(|g| g.at.end <= at && !governed(doc, g.at.start, from)) {
            Some(next) => {
                i = next.at.end.max(i + 1);
                out.push(next);
            }
            None => i += 1,
        }
    }
    out
}

/// Whether a token opens the clause whose verb stands at `verb`: another verb that no auxiliary of
/// it is, "that", a subordinating word, a colon.
fn opens(doc: &Doc<'_>, i: usize, verb: usize) -> bool {
    let token = &doc.tokens[i];
    if token.is_mark(":;") || token.kind == TokenKind::Break {
        return true;
    }
    if doc.is_particle(i, "that") || doc.is_particle(i, "subord") {
        return true;
    }
    let harm = doc.mention_at(i).is_some_and(|m| {
        m.at.end == i + 1
            && m.lexeme(doc.lang, "harmed").is_some_and(|(l, _)| l.tag("total").is_none())
    });
    if harm && doc.tokens.get(i + 1).is_some_and(|t| t.text == "and") && i + 2 < verb {
        return true;
    }
    match part(doc, i) {
        Part::Verb(_) => {
            let auxiliary = (i + 1..verb).all(|k| {
                matches!(part(doc, k), Part::Verb(_) | Part::Particle(_))
                    || ["not", "to", "and"].contains(&doc.tokens[k].text.as_str())
            });
            !auxiliary
        }
        _ => false,
    }
}

/// "in two raids", "of the 20 soldiers": not whom it befell.
fn governed(doc: &Doc<'_>, start: usize, from: usize) -> bool {
    let mut i = start;
    while i > from {
        i -= 1;
        match part(doc, i) {
            Part::Determiner => {}
            Part::Preposition(_) => return doc.tokens[i].text != "with",
            _ => return false,
        }
    }
    false
}

/// The first group behind a token and those listed with it; `reach` words may stand before it.
pub(in crate::claims) fn list(ctx: &Context<'_, '_>, from: usize, reach: usize) -> Vec<Group> {
    let doc = ctx.doc;
    let end = doc.tokens.len().min(from + reach);
    let mut i = from;
    while i < end {
        if let Some(first) = member(ctx, i) {
            return listed(ctx, first);
        }
        let passes = match part(doc, i) {
            Part::Word(_) | Part::Determiner | Part::Particle(_) | Part::Date => {
                !doc.is_particle(i, "that")
            }
            Part::Preposition(_) => doc.tokens[i].text == "of",
            Part::And => {
                doc.mention_at(i + 1).is_some_and(|m| m.lexeme(doc.lang, "harm").is_some())
            }
            Part::Verb(_) => {
                doc.mention_at(i).is_some_and(|m| m.lexeme(doc.lang, "harm").is_some())
                    && i > from
                    && doc.tokens[i - 1].text == "and"
            }
            Part::Mark => doc.tokens[i].is_mark("\"“'"),
            _ => false,
        };
        if !passes {
            break;
        }
        i = doc.mention_at(i).filter(|m| m.at.start == i).map_or(i + 1, |m| m.at.end);
    }
    Vec::new()
}

/// "30 fighters, 12 soldiers and a child".
fn listed(ctx: &Context<'_, '_>, first: Group) -> Vec<Group> {
    let doc = ctx.doc;
    let mut out = vec![first];
    while out.len() < MOST {
        let mut i = out.last().map_or(0, |g| g.at.end);
        let limit = (i + 4).min(doc.tokens.len());
        while i < limit && matches!(part(doc, i), Part::Word(_)) && member(ctx, i).is_none() {
            i += 1;
        }
        let mut joint = false;
        while doc.tokens.get(i).is_some_and(|t| t.is_mark(",") || t.text == "and")
            || doc.is_particle(i, "besides")
        {
            joint = true;
            i = doc.mention_at(i).map_or(i + 1, |m| m.at.end.max(i + 1));
        }
        let Some(next) = member(ctx, i).filter(|g| joint || !g.number_free) else { break };
        if harmed_behind(doc, next.at.end) {
            break;
        }
        out.push(next);
    }
    out
}

/// Whether a word of harm of its own follows a group: "and 20 were wounded", "and 12 wounded".
fn harmed_behind(doc: &Doc<'_>, end: usize) -> bool {
    (end..end + 4).take_while(|i| doc.tokens.get(*i).is_some_and(|t| t.is_word())).any(|i| {
        doc.mention_at(i).is_some_and(|m| {
            let harm = m.lexeme(doc.lang, "harm").is_some_and(|_| m.passive || i == end)
                || m.lexeme(doc.lang, "harmed").is_some_and(|_| i <= end + 1);
            m.at.start == i && harm
        })
    })
}

/// A counted group, or one person, that begins at the token.
pub(in crate::claims) fn member(ctx: &Context<'_, '_>, i: usize) -> Option<Group> {
    let doc = ctx.doc;
    if let Some(q) = doc.quantity_at(i).filter(|q| q.at.start == i) {
        return counts_people(ctx, q).then(|| group(ctx, q));
    }
    let text = doc.tokens.get(i).map_or("", |t| t.text.as_str());
    let one = ["a", "an", "another"].contains(&text);
    let noun = noun(ctx, i + 1).filter(|n| one && n.feat == Feat::Singular && !n.collective)?;
    Some(exact(1, i..noun.end, noun.victims))
}

/// A noun for people.
pub(in crate::claims) struct Noun {
    victims: Victims,
    end: usize,
    feat: Feat,
    /// "a group", "a family": one of them is not one person.
    collective: bool,
}

/// How many adjectives may stand before a noun for people.
const ADJECTIVES: usize = 5;

/// The noun for people that a number or article at the token before counts.
fn noun(ctx: &Context<'_, '_>, from: usize) -> Option<Noun> {
    let doc = ctx.doc;
    let mut i = from;
    let mut found = None;
    while i < doc.tokens.len() && i < from + ADJECTIVES {
        let Part::Word(end) = part(doc, i) else { break };
        if let Some(m) = doc.mention_at(i).filter(|m| m.at.start == i) {
            if let Some(noun) = noun_at(doc, m) {
                found = Some(noun);
            } else if is_thing(doc, m) {
                return found;
            }
        }
        if doc.quantity_at(i).is_some() && i > from {
            break;
        }
        i = end.max(i + 1);
    }
    found
}

fn noun_at(doc: &Doc<'_>, m: &Mention) -> Option<Noun> {
    let (lexeme, feat) = m
        .lexeme(doc.lang, "victim")
        .or_else(|| m.lexeme(doc.lang, "harmed").filter(|(l, _)| l.tag("total").is_none()))
        .or_else(|| {
            m.lexeme(doc.lang, "office")
                .filter(|(l, _)| l.tag("body").is_none() && l.tag("anon").is_none())
        })?;
    let victims = lexeme.tag("victims").and_then(Victims::parse).unwrap_or(Victims::Unspecified);
    let collective = lexeme.tag("unit").is_some();
    Some(Noun { victims, end: m.at.end, feat, collective })
}

const THINGS: [&str; 11] = [
    "weapon", "strike", "locality", "target", "blast", "attack", "thing", "clash", "meet", "truce",
    "ground",
];

fn is_thing(doc: &Doc<'_>, m: &Mention) -> bool {
    if m.lexeme(doc.lang, "force").is_some_and(|(l, _)| !l.is("weapon")) {
        return false;
    }
    m.times(doc.lang).any(|t| t.class == "unit" || t.class == "month")
        || m.number(doc.lang).is_some_and(|n| n.class == "percent")
        || THINGS.iter().any(|c| m.lexeme(doc.lang, c).is_some())
}

/// Whether a number counts people: a noun for people follows, or nothing that would be counted.
pub(in crate::claims) fn counts_people(ctx: &Context<'_, '_>, q: &Quantity) -> bool {
    let doc = ctx.doc;
    if q.at.clone().any(|i| doc.date_at(i).is_some()) {
        return false;
    }
    if q.vague && q.low.is_some_and(|n| n < 20) {
        return false;
    }
    let Some(next) = doc.tokens.get(q.at.end) else { return true };
    if next.is_mark("%/:$-") {
        return false;
    }
    if noun(ctx, q.at.end).is_some() || doc.date_at(q.at.end).is_some() {
        return true;
    }
    let other = [
        "others", "more", "of", "other", "in", "were", "had", "have", "was", "on", "and", "the",
        "since", "when", "as", "outside", "near",
    ];
    match doc.mention_at(q.at.end) {
        _ if !next.is_word() || other.contains(&next.text.as_str()) => true,
        Some(m) if is_thing(doc, m) => false,
        Some(m) => {
            m.is_verb()
                || ["harm", "harmed", "force", "adv", "prep", "subset"]
                    .iter()
                    .any(|c| m.lexeme(doc.lang, c).is_some())
                || m.parties(doc.lang).next().is_some()
        }
        // "12 Syrians": an unlisted name in the plural.
        None => next.capital && next.text.ends_with('s'),
    }
}

fn group(ctx: &Context<'_, '_>, q: &Quantity) -> Group {
    let noun = noun(ctx, q.at.end);
    let force = (q.at.end..q.at.end + 3).any(|i| {
        ctx.doc
            .mention_at(i)
            .is_some_and(|m| m.at.start == i && m.lexeme(ctx.doc.lang, "force").is_some())
    });
    let unnamed = if force { Victims::Fighter } else { Victims::Unspecified };
    let (victims, end) = noun.map_or((unnamed, q.at.end), |n| (n.victims, n.end));
    Group {
        low: q.low,
        high: q.high,
        vague: q.vague,
        above: q.above,
        number_free: false,
        victims,
        at: q.at.start..end.max(q.at.end),
    }
}

fn exact(n: u32, at: Range<usize>, victims: Victims) -> Group {
    Group {
        low: Some(n),
        high: Some(n),
        vague: false,
        above: false,
        number_free: true,
        victims,
        at,
    }
}
