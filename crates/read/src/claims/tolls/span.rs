//! The words that say a toll, and the place told with one group of several.

use std::ops::Range;

use hudna_model::{PlaceRef, Span};

use crate::claims::Context;
use crate::claims::count::{Group, told_on};
use crate::frame::matching::Match;
use crate::frame::phrase::is_only_verb;

/// How far behind the group its place may stand to be part of the evidence, in tokens.
const PLACE_REACH: usize = 5;

/// How far behind one group of a list its own place may stand, in tokens.
const OWN_PLACE: usize = 3;

/// The words from the trigger over the group; of a further group of a list only its own. The
/// place behind it belongs to it when nothing else is told in between.
pub(super) fn evidence(
    ctx: &Context<'_, '_>,
    found: &Match<'_>,
    group: &Group,
    first: bool,
) -> Span {
    let trigger = &found.trigger;
    if ctx.doc.is_english() {
        let at = trigger.start.min(group.at.start)..trigger.end.max(group.at.end);
        return ctx.stretch(at.start..with_place(ctx, &at));
    }
    // "أصيب مدنيون بينهم 3 أطفال": only the part has a number.
    let part = (trigger.end..group.at.start).any(|i| ctx.doc.is_particle(i, "subset"))
        // "مقتل القيادي فلان وأربعة من مرافقيه": the number is that of the others.
        || group.at.start > trigger.end + 1 && told_on(ctx, group.at.start);
    let at = match first && !part {
        true => trigger.start.min(group.at.start)..trigger.end.max(group.at.end),
        false => group.at.clone(),
    };
    ctx.stretch(at.start..with_place(ctx, &at))
}

/// Where some words end with the place behind them.
pub(super) fn with_place(ctx: &Context<'_, '_>, at: &Range<usize>) -> usize {
    place_behind(ctx, at).unwrap_or(at.end)
}

fn place_behind(ctx: &Context<'_, '_>, at: &Range<usize>) -> Option<usize> {
    let limit = (at.end..ctx.doc.tokens.len()).take(PLACE_REACH).find(|i| ends(ctx, *i));
    let limit = limit.unwrap_or(at.end + PLACE_REACH);
    let first = ctx.places.partition_point(|f| f.at.start < at.end);
    let places = ctx.places[first..].iter();
    places.take_while(|f| f.at.end <= limit).last().map(|f| f.at.end)
}

/// Whether something else is told from this token on.
fn ends(ctx: &Context<'_, '_>, i: usize) -> bool {
    let doc = ctx.doc;
    if !doc.tokens[i].is_word() {
        return doc.quantity_at(i).is_none() && !doc.tokens[i].is_mark("«»\"“”()");
    }
    doc.mention_at(i).filter(|m| m.at.start == i).is_some_and(|m| {
        const OTHER: [&str; 6] = ["harm", "harmed", "subset", "subord", "that", "rel"];
        m.lexemes(doc.lang).any(|(l, _)| OTHER.iter().any(|c| l.is(c))) || is_only_verb(doc, m)
    })
}

/// The place told right behind one group: "خمسة في الأنصاري".
pub(super) fn own_place(ctx: &Context<'_, '_>, end: usize) -> Option<PlaceRef> {
    let first = ctx.places.partition_point(|f| f.at.start < end);
    let found = ctx.places.get(first).filter(|f| f.at.start <= end + OWN_PLACE)?;
    let open = !(end..found.at.start).any(|i| {
        !ctx.doc.tokens[i].is_word() || ctx.doc.mention_at(i).is_some_and(|m| m.conjunction)
    });
    open.then(|| ctx.reference(found))
}
