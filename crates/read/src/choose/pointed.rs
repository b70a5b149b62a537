//! What the tagger's pointers say of the candidates for a role.

use hudna_model::Span;

use super::Sheet;
use crate::claims::Context;
use crate::frame::matching::Match;
use crate::tagger::tagged::Pointer;

/// Keeps the logarithm of a probability finite.
const FLOOR: f32 = 0.01;

/// How sure a pointer must be of a piece for its phrase to become a candidate.
const PROPOSES: f32 = 0.25;

impl<'d> Context<'d, '_> {
    /// The tagger's pointer for a role of what a match tells; none without a model.
    pub(crate) fn pointer(&self, role: &str, found: &Match<'_>) -> Option<Pointer<'d>> {
        self.tagged?.point(role, self.told_by(found))
    }

    /// The words that tell a match: the stretch that the tagger saw, else trigger and roles.
    pub(crate) fn told_by(&self, found: &Match<'_>) -> Span {
        found.seen.as_ref().map_or_else(|| self.hull(found, &[]), |s| s.span)
    }
}

/// The token at which a pointer would put a candidate that no rule has.
pub(crate) fn proposed(
    ctx: &Context<'_, '_>,
    pointer: Option<&Pointer<'_>>,
    known: impl Fn(usize) -> bool,
) -> Option<usize> {
    let (span, _) = pointer?.best(PROPOSES).into_iter().next()?;
    let token = ctx.doc.token_at(span.start)?;
    (ctx.doc.tokens[token].is_word() && !known(token)).then_some(token)
}

/// Adds what a pointer says of a candidate whose words these are.
pub(crate) fn add(sheet: &mut Sheet<'_>, pointer: Option<&Pointer<'_>>, span: Span, how: &str) {
    let Some(pointer) = pointer else { return };
    if !pointer.sees(span) {
        sheet.add(&["unseen", how]);
        return;
    }
    let sure = pointer.at(span);
    sheet.add_value(&["pointed"], (sure + FLOOR).ln());
    sheet.add_value(&["pointed", how], (sure + FLOOR).ln());
    sheet.add(&["pointed", bin(sure), how]);
}

/// Adds what it says of the candidate that stands for none.
pub(crate) fn add_none(sheet: &mut Sheet<'_>, pointer: Option<&Pointer<'_>>) {
    let Some(pointer) = pointer else { return };
    sheet.add_value(&["pointed at none"], (pointer.none() + FLOOR).ln());
    sheet.add(&["pointed at none", bin(pointer.none())]);
}

/// A probability as a word.
pub(crate) fn bin(sure: f32) -> &'static str {
    match sure {
        p if p < 0.05 => "hardly",
        p if p < 0.2 => "little",
        p if p < 0.5 => "some",
        p if p < 0.8 => "much",
        _ => "sure",
    }
}
