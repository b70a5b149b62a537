//! Groups told one after another: "ضابط وثلاثة جنود", "بينهم طفلان وخمس نساء".

use super::people::{self, counts_people};
use super::{Group, at_least, exact, group, place_at};
use crate::claims::Context;
use crate::doc::Mention;
use crate::lang::ar::Feat;

/// How many words may stand between two groups of one list.
const GAP: usize = 9;

/// Most groups of one list.
const MOST: usize = 8;

/// Words that tell something else, behind which a list does not go on.
const ENDS: [&str; 9] =
    ["harm", "harmed", "subord", "that", "rel", "result", "strike", "release", "breakdown"];

/// Further groups of the same harm: "30 مقاتلا و12 من قوات الدفاع"; what a subset lists belongs
/// to the subset.
pub(in crate::claims) fn more(ctx: &Context<'_, '_>, first: &Group, end: usize) -> Vec<Group> {
    rest(ctx, first, end, false)
}

/// What goes on behind the first group; with `commas` a number behind a comma is a group too.
fn rest(ctx: &Context<'_, '_>, first: &Group, end: usize, commas: bool) -> Vec<Group> {
    let mut out: Vec<Group> = Vec::new();
    let (mut i, mut skipped) = (first.at.end, 0);
    while i < end && out.len() < MOST && skipped <= GAP {
        let comma = commas && i > 0 && ctx.doc.tokens[i - 1].is_mark("،,");
        let listed = || member(ctx, i, false).filter(|g| comma && !g.number_free);
        if let Some(next) = joined(ctx, i).or_else(listed) {
            (i, skipped) = (next.at.end, 0);
            if !same_noun(ctx, first, &next) {
                out.push(next);
            }
            continue;
        }
        if ctx.doc.is_particle(i, "subset") {
            let Some(comma) = (i..end).find(|k| ctx.doc.tokens[*k].is_mark("،,")) else { break };
            (i, skipped) = (comma, 0);
        } else if stops(ctx, i) {
            break;
        }
        (i, skipped) = (i + 1, skipped + 1);
    }
    out
}

/// Groups behind a cue, until something else is told. The first may stand without a noun.
pub(in crate::claims) fn members(ctx: &Context<'_, '_>, from: usize, end: usize) -> Vec<Group> {
    let mut out: Vec<Group> = member(ctx, from, true).into_iter().collect();
    let (mut i, mut skipped) = (out.first().map_or(from, |g| g.at.end), 0);
    while i < end && out.len() < MOST && skipped <= GAP {
        match joined(ctx, i) {
            Some(next) => {
                (i, skipped) = (next.at.end, 0);
                add(ctx, &mut out, next);
            }
            None if stops(ctx, i) || ctx.doc.tokens[i].is_mark("،,") => break,
            None => (i, skipped) = (i + 1, skipped + 1),
        }
    }
    out
}

/// The parts of a whole: "هم 43 مدنيا و12 مقاتلا", with commas between them.
pub(in crate::claims) fn breakdown(ctx: &Context<'_, '_>, from: usize, end: usize) -> Vec<Group> {
    let Some(first) = member(ctx, from, false) else { return Vec::new() };
    let more = rest(ctx, &first, end, true);
    std::iter::once(first).chain(more).collect()
}

/// "أحدهم في جباليا": one of them, told right behind a comma and before a place.
pub(in crate::claims) fn one(ctx: &Context<'_, '_>, cue: &std::ops::Range<usize>) -> Option<Group> {
    let doc = ctx.doc;
    let comma = cue.start > 0 && doc.tokens[cue.start - 1].is_mark("،,");
    let placed = doc.is_particle(cue.end, "prep");
    (comma && placed).then(|| exact(1, cue.clone(), hudna_model::Victims::Unspecified))
}

/// Women and children told together are one group.
fn add(ctx: &Context<'_, '_>, out: &mut Vec<Group>, next: Group) {
    let family = |g: &Group| {
        let at = g.at.clone().find_map(|i| people::noun(ctx, i));
        at.is_some_and(|n| n.family)
    };
    let last =
        out.last_mut().filter(|l| l.at.end == next.at.start || l.at.end + 1 == next.at.start);
    match last.filter(|l| family(l) && family(&next)) {
        Some(last) => {
            last.low = last.low.zip(next.low).map(|(a, b)| a + b);
            last.high = last.high.zip(next.high).map(|(a, b)| a + b);
            last.vague |= next.vague;
            last.at.end = next.at.end;
        }
        None => out.push(next),
    }
}

/// "20 جنديا ومدنيا": a second noun of the same number.
fn same_noun(ctx: &Context<'_, '_>, first: &Group, next: &Group) -> bool {
    let text = |i: usize| ctx.doc.tokens[i].text.as_str();
    let counted = first.low.or(first.high).is_some_and(|n| n > 10) && !first.vague;
    let alike = |a: &str, b: &str| a.ends_with('ا') == b.ends_with('ا');
    counted && next.number_free && alike(text(first.at.end - 1), text(next.at.start))
}

/// The group joined by و, or by words like "besides", at a token.
fn joined(ctx: &Context<'_, '_>, i: usize) -> Option<Group> {
    let doc = ctx.doc;
    let apart = usize::from(doc.tokens[i].text == "و");
    let mention = doc.mention_at(i + apart).filter(|m| m.at.start == i + apart);
    let besides =
        i > 0 && doc.mention_at(i - 1).is_some_and(|m| m.lexeme(doc.lang, "besides").is_some());
    let joined = apart == 1 || besides || mention.is_some_and(|m| m.conjunction) || {
        let noun = people::noun(ctx, i);
        mention.is_none() && noun.is_some_and(|n| n.joined)
    };
    if joined { member(ctx, i + apart, false) } else { None }
}

/// A counted group, or one or two people, that begins at a token and is no count of its own harm.
pub(super) fn member(ctx: &Context<'_, '_>, i: usize, bare: bool) -> Option<Group> {
    let doc = ctx.doc;
    if let Some(q) = doc.quantity_at(i).filter(|q| q.at.start == i) {
        if own(ctx, q.at.end, bare) || freed(ctx, i) || !counts_people(ctx, q, true) {
            return None;
        }
        let noun = (q.at.end..q.at.end + 2).find_map(|k| people::noun(ctx, k));
        let of = |word: &str| doc.tokens.get(q.at.end).is_some_and(|t| t.text == word);
        let placed = of("في") && is_place(ctx, q.at.end + 1);
        let one = doc.tokens[q.at.end - 1].text.contains("حد");
        let told = one || noun.is_some() || of("من") || placed || bare || nisba(ctx, q.at.end);
        let group = group(ctx, q, q.at.clone());
        return (told && (bare || !harmed_behind(ctx, group.at.end))).then_some(group);
    }
    let noun = people::noun(ctx, i).filter(|n| n.bare)?;
    let named = doc.mention_at(i).is_some_and(|m| m.lexeme(doc.lang, "victim").is_none());
    if named || own(ctx, noun.end, bare) || !bare && harmed_behind(ctx, noun.end) {
        return None;
    }
    let n = match noun.feat {
        Feat::Singular => 1,
        Feat::Dual => 2,
        _ => return numbered(ctx, i, noun.end),
    };
    Some(at_least(ctx, exact(n, i..noun.end, noun.victims)))
}

/// "مدنيين اثنين": two told behind a plural.
fn numbered(ctx: &Context<'_, '_>, at: usize, end: usize) -> Option<Group> {
    let q = ctx.doc.quantity_at(end).filter(|q| q.at.start == end && q.number() == Some(2))?;
    let noun = people::noun(ctx, at)?;
    Some(Group { victims: noun.victims, ..group(ctx, q, at..q.at.end) })
}

/// The number at a token, told before "of them".
pub(in crate::claims) fn member_before(ctx: &Context<'_, '_>, i: usize) -> Option<Group> {
    let q = ctx.doc.quantity_at(i).filter(|q| q.at.start == i)?;
    (!freed(ctx, i) && counts_people(ctx, q, true)).then(|| group(ctx, q, q.at.clone()))
}

/// Whether those counted are freed: "أُفرج عن 605 منهم".
fn freed(ctx: &Context<'_, '_>, at: usize) -> bool {
    let before = at.saturating_sub(3)..at;
    ctx.doc.mentions_in(&before).any(|m| m.lexeme(ctx.doc.lang, "release").is_some())
}

/// A known place, or a definite name that may be one.
fn is_place(ctx: &Context<'_, '_>, at: usize) -> bool {
    let doc = ctx.doc;
    let definite = doc.tokens.get(at).is_some_and(|t| t.text.starts_with("ال"));
    let name = doc.mention_at(at).is_none_or(|m| m.lexemes(doc.lang).next().is_none());
    definite && name && doc.date_at(at).is_none() || place_at(ctx, at).is_some()
}

fn nisba(ctx: &Context<'_, '_>, i: usize) -> bool {
    ctx.doc.mention_at(i).is_none() && ctx.doc.tokens.get(i).is_some_and(|t| t.is_word())
}

/// Whether a word of harm stands right behind the number, so that it counts that harm; of a part
/// ("منهم خمسون سقطوا") a verb may follow.
fn own(ctx: &Context<'_, '_>, i: usize, part: bool) -> bool {
    let harm = |m: &Mention| {
        m.lexemes(ctx.doc.lang)
            .any(|(l, _)| l.is("harm") && !part || l.is("harmed") && !people::is_status(l))
    };
    ctx.doc
        .mention_at(i)
        .is_some_and(|m| m.at.start == i && !m.conjunction && !m.enclitic && harm(m))
}

/// Whether a verb of harm follows the group and has it as its own subject: "و20 آخرين أصيبوا".
fn harmed_behind(ctx: &Context<'_, '_>, end: usize) -> bool {
    (end..end + 2).any(|i| {
        ctx.doc.mention_at(i).is_some_and(|m| {
            m.at.start == i
                && !m.conjunction
                && m.lexeme(ctx.doc.lang, "harm").is_some_and(|(_, f)| f.is_verb())
        })
    })
}

fn stops(ctx: &Context<'_, '_>, i: usize) -> bool {
    let doc = ctx.doc;
    let token = &doc.tokens[i];
    if !token.is_word() && doc.quantity_at(i).is_none() {
        return !token.is_mark("،,«»\"“”()'-");
    }
    doc.mention_at(i).filter(|m| m.at.start == i).is_some_and(|m| {
        let ends = m.lexemes(doc.lang).any(|(l, _)| ENDS.iter().any(|c| l.is(c)));
        ends || crate::frame::phrase::is_only_verb(doc, m) && m.conjunction
    })
}
