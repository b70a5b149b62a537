//! Tolls: one counted group of people harmed.

use std::ops::Range;

use hudna_model::{Body, Modality, Outcome, PartyKind};

use super::count::{self, Group, people};
use super::{Context, Draft};
use crate::doc::Mention;
use crate::frame::matching::Match;
use crate::frame::relation::name_of;
use crate::lang::ar::Feat;

mod english;
mod repeat;
mod span;
mod subset;

pub(super) use repeat::drop_repeated;
pub(super) use subset::{link_subsets, subsets};

/// The tolls of a match: one for each group that it lists; two when killed and injured are
/// counted together; none of what is only planned, feared or asked for, or no harm of war.
pub(super) fn drafts(ctx: &Context<'_, '_>, found: &Match<'_>) -> Vec<Draft> {
    use Modality::{CalledFor, Hypothetical, Planned};
    let outcome = found.lexeme.tag("outcome").and_then(Outcome::parse);
    let told = !matches!(found.layers.modality, Planned | Hypothetical | CalledFor);
    let Some(outcome) = outcome.filter(|_| told && !is_mishap(ctx, found)) else {
        return Vec::new();
    };
    if ctx.doc.is_english() {
        return english::drafts(ctx, found, outcome);
    }
    let group = count::of(ctx, found).filter(|g| g.vague || !is_second(ctx, found));
    let Some(group) = group else { return Vec::new() };
    if let Some(other) = joined(ctx, found, &group).filter(|o| *o != outcome) {
        let share = shared(found, &group);
        return vec![
            draft(ctx, found, outcome, &share, true),
            draft(ctx, found, other, &share, true),
        ];
    }
    let outcome = if outcome == Outcome::Missing && is_loss(ctx, found, &group) {
        Outcome::Killed
    } else {
        outcome
    };
    let sentence = &ctx.doc.sentences[ctx.clause(found).sentence];
    let end = if group.at.end <= found.trigger.start { found.trigger.start } else { sentence.end };
    let mut out = vec![draft(ctx, found, outcome, &group, true)];
    if !people::is_status(found.lexeme) || !found.lexeme.is("harmed") {
        let more = count::list::more(ctx, &group, end);
        out.extend(more.iter().map(|g| draft(ctx, found, outcome, g, false)));
    }
    out
}

/// "فقدت القوات سبعة من عناصرها": whom a force loses is dead.
fn is_loss(ctx: &Context<'_, '_>, found: &Match<'_>, group: &Group) -> bool {
    let between = found.trigger.end..group.at.start.max(found.trigger.end);
    let lang = ctx.doc.lang;
    found.feat.is_verb()
        && ctx.doc.mentions_in(&between).any(|m| {
            m.preposition.is_none()
                && (m.parties(lang).next().is_some() || m.lexeme(lang, "force").is_some())
        })
}

/// Whether the word before tells the number for both: "مقتل وإصابة ستة".
fn is_second(ctx: &Context<'_, '_>, found: &Match<'_>) -> bool {
    let doc = ctx.doc;
    let at = found.trigger.start;
    let Some(before) = at.checked_sub(1).and_then(|i| doc.mention_at(i)) else { return false };
    let first = before.lexeme(doc.lang, "harm").filter(|(l, _)| !l.is("harmed"));
    let told = (before.at.start.saturating_sub(4)..before.at.start)
        .any(|i| people::noun(ctx, i).is_some());
    !told
        && !found.lexeme.is("harmed")
        && first.is_some_and(|(_, f)| f.is_verb() == found.feat.is_verb())
        && count::second_harm(ctx, at).is_some()
}

/// What each outcome has of a number told for both: with two nouns at most the whole, with two
/// verbs ("قتل وأصيب عشرات") and of dozens as many.
fn shared(found: &Match<'_>, group: &Group) -> Group {
    let told = group.low.map(|n| n - u32::from(group.above));
    let both = group.vague || !found.lexeme.is("harmed") && group.high != group.low;
    Group { low: group.low.filter(|_| both), high: group.high.or(told), ..group.clone() }
}

/// Harm by sickness, weather, roads or sport: its cause stands in the sentence or in the title.
fn is_mishap(ctx: &Context<'_, '_>, found: &Match<'_>) -> bool {
    let doc = ctx.doc;
    let is = |m: &Mention, classes: &[&str]| {
        m.lexemes(doc.lang).any(|(l, _)| classes.iter().any(|c| l.is(c)))
    };
    let told = |s: &Range<usize>| doc.mentions_in(s).any(|m| is(m, &["mishap"]));
    let war = |s: &Range<usize>| doc.mentions_in(s).any(|m| is(m, &["strike", "clash", "attack"]));
    let sentence = &doc.sentences[ctx.clause(found).sentence];
    told(sentence) || doc.sentences.first().is_some_and(|title| told(title) && !war(title))
}

/// The outcome of a second word of harm joined to the first with one number for both.
fn joined(ctx: &Context<'_, '_>, found: &Match<'_>, group: &Group) -> Option<Outcome> {
    let doc = ctx.doc;
    if group.number_free {
        return None;
    }
    if found.lexeme.is("harmed") {
        let after = found.trigger.end;
        let m = doc.mention_at(after).filter(|m| m.at.start == after && m.conjunction)?;
        let (lexeme, feat) = m.lexeme(doc.lang, "harmed")?;
        let own = doc.quantity_at(m.at.end).is_some_and(|q| q.at.start == m.at.end);
        let alike = same_shape(ctx, found, m, feat);
        return (!own && alike).then(|| lexeme.tag("outcome").and_then(Outcome::parse)).flatten();
    }
    let end = found.trigger.end;
    let m = doc.mention_at(end).filter(|m| m.at.start == end && m.conjunction)?;
    let (lexeme, feat) = m.lexeme(doc.lang, "harm")?;
    let behind = group.at.start >= m.at.end;
    let same = feat.is_verb() == found.feat.is_verb() && !m.definite && behind;
    same.then(|| lexeme.tag("outcome").and_then(Outcome::parse)).flatten()
}

/// "قتيلا وجريحا", "قتلى وجرحى" share a number; of "11 قتيلا وجريح" the second has its own.
fn same_shape(ctx: &Context<'_, '_>, found: &Match<'_>, m: &Mention, feat: Feat) -> bool {
    let text = |i: usize| ctx.doc.tokens[i].text.as_str();
    let plural = |f: Feat| matches!(f, Feat::Plural | Feat::Phrase);
    let tanwin = |i: usize| text(i).ends_with('ا');
    match (plural(found.feat), plural(feat)) {
        (true, true) => true,
        (false, false) => tanwin(found.trigger.start) == tanwin(m.at.start),
        _ => false,
    }
}

fn draft(
    ctx: &Context<'_, '_>,
    found: &Match<'_>,
    outcome: Outcome,
    group: &Group,
    first: bool,
) -> Draft {
    let Group { low, high, vague, victims, .. } = group.clone();
    let fled = outcome == Outcome::Displaced;
    let side = side(ctx, &group.at).filter(|_| !fled);
    let own = if first { None } else { span::own_place(ctx, group.at.end) };
    let cumulative = cumulative(ctx, found)
        || matches!(outcome, Outcome::Displaced)
        || low.is_some_and(|n| n >= MANY) && in_battles(ctx, found);
    let body = Body::Toll { outcome, low, high, vague, victims, side, cumulative, subset_of: None };
    Draft {
        body,
        modality: found.layers.modality,
        background: found.layers.background,
        span: span::evidence(ctx, found, group, first),
        clause: found.clause,
        place: own.or_else(|| ctx.places_of(found).first().map(|f| ctx.reference(f))),
        date: ctx.date_of(found),
        rule: found.rule(),
        confidence: found.frame.confidence,
        trigger: if first { found.trigger.start } else { group.at.start },
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
    let by = |m: &Mention| {
        m.preposition == Some('ب')
            || ["weapon", "strike", "clash", "attack"]
                .iter()
                .any(|c| m.lexeme(ctx.doc.lang, c).is_some())
    };
    let place = count::place_at(ctx, found.at.start).is_some();
    let broken = place
        || (at.end..found.at.start)
            .any(|i| !ctx.doc.tokens[i].is_word() || ctx.doc.mention_at(i).is_some_and(by));
    if broken || found.conjunction || found.preposition == Some('ب') {
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
