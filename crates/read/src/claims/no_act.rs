//! Words of force that tell no act: they refer, describe, ask, speak in general or of other things.

use hudna_model::{Modality, PartyKind};

use super::Context;
use super::violence::lifted;
use crate::doc::Mention;
use crate::frame::matching::Match;
use crate::lang::ar::Feat;

/// Why the word of a match tells no act of its own; empty when it does.
pub(super) fn doubts(ctx: &Context<'_, '_>, found: &Match<'_>) -> Vec<&'static str> {
    type Doubt = (&'static str, fn(&Context<'_, '_>, &Match<'_>) -> bool);
    const NO_ACT: [Doubt; 4] = [
        ("only refers", only_refers),
        ("describes", describes),
        ("asked for", not_asked),
        ("in general", in_general),
    ];
    NO_ACT.iter().filter(|(_, says)| says(ctx, found)).map(|(why, _)| *why).collect()
}

/// A definite noun without actor, target or weapon only refers to what was told before; one for
/// many acts ("المعارك") not where a place is told.
fn only_refers(ctx: &Context<'_, '_>, found: &Match<'_>) -> bool {
    let definite = ctx.doc.mention_at(found.trigger.start).is_some_and(|m| m.definite);
    let told = ["actor", "target", "means"].iter().any(|r| found.roles.contains_key(r));
    let one = matches!(found.feat, Feat::Singular | Feat::Masdar | Feat::Dual)
        && ["attack", "blast"].iter().any(|c| found.lexeme.is(c))
        && !found.lexeme.is("violence_word");
    let refers = definite && !found.feat.is_verb() && !told;
    refers && (one || !ctx.place_told(found)) && !happens(ctx, found)
}

/// Whether a light verb right beside a noun tells that it happened ("اندلعت المعارك"), or one
/// before it in the clause that somebody suffered it ("تعرضت المخازن للنهب").
fn happens(ctx: &Context<'_, '_>, found: &Match<'_>) -> bool {
    let doc = ctx.doc;
    let at = &found.trigger;
    let light = |range: &std::ops::Range<usize>, subject: &str| {
        let mut near = doc.mentions_in(range).filter(|m| m.is_verb());
        near.any(|m| {
            m.lexeme(doc.lang, "light").is_some_and(|(l, _)| l.tag("subj") == Some(subject))
        })
    };
    let before = ctx.clause(found).at.start..at.start;
    let beside = at.start.saturating_sub(1)..(at.end + 1).min(doc.tokens.len());
    light(&beside, "act") || light(&before, "target")
}

/// A definite participle only describes ("المواقع المستهدفة"), but for people and places held;
/// so does a verb of holding in the present, and what is remembered is not told.
fn describes(ctx: &Context<'_, '_>, found: &Match<'_>) -> bool {
    // "يسيطر على" tells who holds a place; it was taken before.
    if found.feat == Feat::Present && found.lexeme.tag("state").is_some() {
        return true;
    }
    if found.trigger.start > 0 && ctx.doc.is_particle(found.trigger.start - 1, "memory") {
        return true;
    }
    let participle = matches!(found.feat, Feat::Active | Feat::Passive);
    let held = ["coerce", "seize_person"].iter().any(|c| found.lexeme.is(c));
    participle && !held && ctx.doc.mention_at(found.trigger.start).is_some_and(|m| m.definite)
}

/// Whether the clause asks for something and not for this act: what is demanded is mostly its
/// end, or something else that takes it as given. Only a verb that carries the act asks for it
/// ("دعا إلى شن هجمات"); what should be lifted is there.
fn not_asked(ctx: &Context<'_, '_>, found: &Match<'_>) -> bool {
    let before = found.trigger.start.saturating_sub(2)..found.trigger.start;
    let doc = ctx.doc;
    let carried = doc.mentions_in(&before).any(|m| m.lexeme(doc.lang, "light").is_some());
    found.layers.modality == Modality::CalledFor && !carried && !lifted(found)
}

/// Whether the sentence is about sport, weather, trade or the like and no force or party has a
/// part in the act ("قصفت السحب الجبال بالبرد").
pub(super) fn manner_of_speaking(ctx: &Context<'_, '_>, found: &Match<'_>) -> bool {
    let doc = ctx.doc;
    let sentence = &doc.sentences[ctx.clause(found).sentence];
    let armed = |m: &Mention| {
        let mut known = m.lexemes(doc.lang).map(|(l, _)| l);
        m.parties(doc.lang).any(|f| doc.pack.parties[f.party].kind != PartyKind::State)
            || known.any(|l| (l.is("force") || l.is("weapon")) && l.tag("weak").is_none())
    };
    doc.mentions_in(sentence).any(|m| m.lexeme(doc.lang, "unrelated").is_some())
        && !doc.mentions_in(sentence).any(armed)
}

/// Whether a word names a whole conflict ("الحرب", "الصراع") and no light verb near it makes it
/// an act ("اندلعت الحرب", "الحرب التي شنتها").
fn in_general(ctx: &Context<'_, '_>, found: &Match<'_>) -> bool {
    const NEAR: usize = 3;
    let doc = ctx.doc;
    let at = &found.trigger;
    let around = at.start.saturating_sub(NEAR)..(at.end + NEAR).min(doc.tokens.len());
    found.lexeme.tag("general").is_some()
        && !doc.mentions_in(&around).any(|m| m.lexeme(doc.lang, "light").is_some())
}
