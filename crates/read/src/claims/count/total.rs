//! A noun of harm and its number: "250 قتيلا", "عدد القتلى إلى 250", "الجرحى: 12".

use hudna_model::Victims;

use super::people::{counts_people, is_status};
use super::{Group, at_least, exact, group};
use crate::claims::Context;
use crate::doc::Mention;
use crate::frame::matching::Match;
use crate::lang::ar::Feat;
use crate::layers::quantity::Quantity;

/// How far behind the counted noun its total may stand ("عدد قتلى الغارة إلى 22").
const REACH: usize = 20;

/// How far before people a word of release or harm governs them.
const GOVERNS: usize = 6;

/// The group that a noun of harm counts.
pub(super) fn counted_noun(ctx: &Context<'_, '_>, found: &Match<'_>) -> Option<Group> {
    if is_status(found.lexeme) && governed(ctx, found) {
        return None;
    }
    number_before(ctx, found)
        .or_else(|| bodies(ctx, found))
        .or_else(|| dual(ctx, found))
        .or_else(|| total(ctx, found))
        .or_else(|| single(ctx, found))
}

/// Whether people are freed or handed over, or the harm is told by another word.
fn governed(ctx: &Context<'_, '_>, found: &Match<'_>) -> bool {
    let doc = ctx.doc;
    let from = ctx.clause(found).at.start.max(found.trigger.start.saturating_sub(GOVERNS));
    // "آلاف النازحين يعودون", "نازحون عائدون": they return.
    let behind = found.trigger.end..(found.trigger.end + 2).min(doc.tokens.len());
    if doc.mentions_in(&behind).any(|m| m.lexeme(doc.lang, "return").is_some()) {
        return true;
    }
    let governs = |m: &Mention| {
        m.lexemes(doc.lang).any(|(l, _)| {
            let harm = l.is("harm") && l.tag("side_only").is_none() && !is_status(l);
            l.is("release") || l.is("return") || harm
        })
    };
    doc.mentions_in(&(from..found.trigger.start)).any(governs)
}

fn number_before(ctx: &Context<'_, '_>, found: &Match<'_>) -> Option<Group> {
    let doc = ctx.doc;
    let at = &found.trigger;
    if found.lexeme.tag("total").is_some() {
        return None;
    }
    // "إلى 70 والمصابين إلى 90": the second noun has its own number behind it.
    if doc.mention_at(at.start).is_some_and(|m| m.conjunction) {
        return None;
    }
    let before = at.start.checked_sub(1)?;
    // "عشرات من القتلى", "20 بين قتيل وجريح".
    let apart = ["بين", "من"].contains(&doc.tokens[before].text.as_str());
    let q = doc.quantity_at(before.checked_sub(usize::from(apart))?)?;
    let one = q.number() == Some(1) && doc.tokens[q.at.start].text.contains("حد");
    let few = q.vague && q.low.is_some_and(|n| n < 20);
    (q.at.end + usize::from(apart) == at.start && !one && !few)
        .then(|| group(ctx, q, q.at.start..at.end))
}

/// "جثامين 45 فلسطينيا": the number stands behind the noun.
fn bodies(ctx: &Context<'_, '_>, found: &Match<'_>) -> Option<Group> {
    let end = found.trigger.end;
    let q = ctx.doc.quantity_at(end).filter(|q| q.at.start == end && found.lexeme.is("body"))?;
    counts_people(ctx, q, true).then(|| group(ctx, q, found.trigger.start..q.at.end))
}

fn dual(ctx: &Context<'_, '_>, found: &Match<'_>) -> Option<Group> {
    let mention = ctx.doc.mention_at(found.trigger.start)?;
    let fits = found.feat == Feat::Dual && !mention.definite && !mention.enclitic;
    (fits && !is_state(ctx, found))
        .then(|| at_least(ctx, exact(2, found.trigger.clone(), Victims::Unspecified)))
}

/// "ارتقى شهيدا", "سقوطهما قتيلين": in what state, not how many.
fn is_state(ctx: &Context<'_, '_>, found: &Match<'_>) -> bool {
    let doc = ctx.doc;
    let text = doc.tokens[found.trigger.start].text.as_str();
    let accusative = text.ends_with('ا') || text.ends_with("ين");
    let before = found.trigger.start.checked_sub(1).and_then(|i| doc.mention_at(i));
    accusative
        && before.is_some_and(|m| {
            m.lexeme(doc.lang, "harm").is_some_and(|(_, f)| f.is_verb() || m.enclitic)
        })
}

/// The total behind the noun, or right before "number of".
fn total(ctx: &Context<'_, '_>, found: &Match<'_>) -> Option<Group> {
    let doc = ctx.doc;
    let at = &found.trigger;
    // "حصيلة الإصابات إلى 2400": the second noun says who is counted.
    let next = doc.mention_at(at.end).filter(|m| m.at.start == at.end && !m.conjunction);
    if next.is_some_and(|m| m.lexeme(doc.lang, "harmed").is_some()) {
        return None;
    }
    let counts = counts_word(ctx, at.start) || found.lexeme.tag("side_only").is_some();
    if counts && let Some(group) = total_before(ctx, found) {
        return Some(group);
    }
    // "القتلى 12 والجرحى 30".
    let plain = doc.mention_at(at.start).is_some_and(|m| m.definite) && found.feat == Feat::Plural;
    let sentence = &doc.sentences[ctx.clause(found).sentence];
    let end = sentence.end.min(at.end + REACH);
    let reached = |q: &&Quantity| {
        let before = doc.tokens[q.at.start - 1].text.as_str();
        let to = before == "الي" || before.trim_start_matches(['و', 'ي', 'ت']).starts_with("بلغ");
        let next = q.at.start == at.end && (counts || plain);
        let bound = counts && (q.low.is_none() || q.high.is_none());
        let listed = doc.tokens[q.at.start - 1].is_mark(":") && q.at.start - at.end < 5;
        (to || bound || listed || next) && doc.date_at(q.at.start).is_none()
    };
    let mut numbers = (at.end..end).filter_map(|i| doc.quantity_at(i).filter(|q| q.at.start == i));
    let q = numbers.find(reached)?;
    let fits = !own(ctx, q) && counts_people(ctx, q, true);
    fits.then(|| passed(ctx, at.start, group(ctx, q, at.start..q.at.end)))
}

/// "تجاوز عدد القتلى 300": the bound stands before the counted noun.
fn passed(ctx: &Context<'_, '_>, at: usize, group: Group) -> Group {
    let doc = ctx.doc;
    let more = |i: usize| {
        doc.mention_at(i).and_then(|m| m.number(doc.lang)).is_some_and(|n| n.class == "more")
    };
    let exact = group.low.filter(|_| group.low == group.high);
    match ((at.saturating_sub(2)..at).any(more), exact) {
        (true, Some(n)) => Group { low: Some(n + 1), high: None, above: true, ..group },
        _ => group,
    }
}

/// "يرتفع إلى خمسة عدد الجرحى".
fn total_before(ctx: &Context<'_, '_>, found: &Match<'_>) -> Option<Group> {
    let start = found.trigger.start - usize::from(counts_word(ctx, found.trigger.start));
    let q = start.checked_sub(1).and_then(|i| ctx.doc.quantity_at(i))?;
    let reached = q.at.start > 0 && ctx.doc.tokens[q.at.start - 1].text == "الي";
    (reached && q.at.end == start).then(|| group(ctx, q, q.at.start..found.trigger.end))
}

/// Whether "the number of" stands right before.
fn counts_word(ctx: &Context<'_, '_>, at: usize) -> bool {
    let before = at.checked_sub(1).and_then(|i| ctx.doc.mention_at(i));
    before.is_some_and(|m| m.lexeme(ctx.doc.lang, "count_word").is_some())
}

/// Whether the number is counted at its own noun of harm.
fn own(ctx: &Context<'_, '_>, q: &Quantity) -> bool {
    let doc = ctx.doc;
    doc.mention_at(q.at.end).is_some_and(|m| {
        let noun = |f: Feat| matches!(f, Feat::Masdar | Feat::Singular | Feat::Plural);
        let harm = m.lexeme(doc.lang, "harm").is_some_and(|(_, f)| noun(f));
        !m.conjunction && (harm || m.lexeme(doc.lang, "harmed").is_some())
    })
}

/// Whether the bare noun counts one.
fn is_one(ctx: &Context<'_, '_>, mention: &Mention) -> bool {
    let harmed = mention.lexeme(ctx.doc.lang, "harmed");
    harmed.is_some_and(|(l, feat)| feat == Feat::Singular && l.tag("singular").is_some())
}

/// Whether two nouns share one number: "20 قتيلا وجريحا", "بين قتيل وجريح".
fn shares(ctx: &Context<'_, '_>, first: &Mention, second: &Mention) -> bool {
    let doc = ctx.doc;
    let text = |m: &Mention| doc.tokens[m.at.start].text.as_str();
    let Some(before) = first.at.start.checked_sub(1) else { return false };
    let counted = doc.quantity_at(before).is_some() || doc.tokens[before].text == "بين";
    counted && text(first).ends_with('ا') == text(second).ends_with('ا')
}

/// Whether a body is found or recovered: "العثور على جثة", "انتشال جثمان".
fn is_found(ctx: &Context<'_, '_>, at: usize) -> bool {
    let range = at.saturating_sub(GOVERNS)..at;
    ctx.doc.mentions_in(&range).any(|m| m.lexeme(ctx.doc.lang, "find").is_some())
}

/// One person told by the bare noun, behind a word of result or harm or in a list of such nouns.
fn single(ctx: &Context<'_, '_>, found: &Match<'_>) -> Option<Group> {
    let doc = ctx.doc;
    let at = &found.trigger;
    let mention = doc.mention_at(at.start)?;
    let bare = !mention.definite && !mention.enclitic;
    if !bare || is_state(ctx, found) || !is_one(ctx, mention) {
        return None;
    }
    let before = at.start.checked_sub(1).and_then(|i| doc.mention_at(i));
    let is = |m: &Mention, class: &str| m.lexeme(doc.lang, class).is_some();
    let introduced = before.is_some_and(|m| is(m, "result") || is(m, "harm"))
        || is(mention, "body") && is_found(ctx, at.start);
    let listed =
        mention.conjunction && before.is_some_and(|m| is(m, "harmed") && !shares(ctx, m, mention));
    // "أوقع ثلاثة قتلى في مورك وقتيلا في اللطامنة".
    let clause = ctx.clause(found).at.start..at.start;
    let again = mention.conjunction
        && doc.tokens[at.start].text.ends_with('ا')
        && doc.mentions_in(&clause).any(|m| is(m, "result"));
    let next = doc.mention_at(at.end).filter(|m| m.at.start == at.end);
    let counted = doc.quantity_at(at.end).is_some_and(|q| q.number() == Some(1));
    let opens = at.start == ctx.clause(found).at.start && {
        next.is_some_and(|m| m.conjunction && is(m, "harmed") || m.preposition == Some('ب'))
            || next.is_some_and(|m| is(m, "prep") && !m.enclitic)
            || doc.tokens.get(at.end).is_some_and(|t| t.text == "و")
                && doc.quantity_at(at.end + 1).is_some()
    };
    (introduced || listed || again || opens || counted)
        .then(|| at_least(ctx, exact(1, at.clone(), Victims::Unspecified)))
}
