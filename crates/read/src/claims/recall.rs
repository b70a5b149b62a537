//! Acts told again: "the attack", "the bombardment" is the act that the report told last before.

use hudna_model::{Act, Body};

use super::{Context, Draft};

/// How many sentences back an act may have been told.
const REACH: usize = 4;

/// Gives a definite general noun the act of the nearest earlier claim that it may mean.
pub(super) fn recall(ctx: &Context<'_, '_>, drafts: &mut [Draft]) {
    let mut order: Vec<usize> = (0..drafts.len()).filter(|i| act(&drafts[*i]).is_some()).collect();
    order.sort_by_key(|i| drafts[*i].trigger);
    let mut told: Vec<(usize, Act)> = Vec::new();
    for i in order {
        let sentence = ctx.doc.clauses[drafts[i].clause].sentence;
        let Some(own) = act(&drafts[i]) else { continue };
        if refers(ctx, &drafts[i]) {
            let near = |(s, a): &&(usize, Act)| {
                sentence - s <= REACH && may_mean(own, *a, ctx.doc.is_english())
            };
            if let Some((_, found)) = told.iter().rev().take(8).find(near) {
                set(&mut drafts[i], *found);
            }
        }
        told.extend(act(&drafts[i]).map(|a| (sentence, a)));
    }
}

pub(super) fn act(draft: &Draft) -> Option<Act> {
    match draft.body {
        Body::Violence { act, .. } => Some(act),
        _ => None,
    }
}

pub(super) fn set(draft: &mut Draft, to: Act) {
    if let Body::Violence { act, .. } = &mut draft.body {
        *act = to;
    }
}

/// A definite noun, or one with a pronoun; or a verb that such a noun carries.
fn refers(ctx: &Context<'_, '_>, draft: &Draft) -> bool {
    let doc = ctx.doc;
    let noun = super::act::subject_noun(doc, draft.clause, draft.trigger);
    doc.mention_at(noun.unwrap_or(draft.trigger))
        .is_some_and(|m| !m.is_verb() && (m.definite || m.enclitic))
}

/// Whether a word for one act may stand for another that tells more.
fn may_mean(word: Act, told: Act, english: bool) -> bool {
    use Act::*;
    match word {
        Shelling => matches!(told, AirStrike | BarrelBomb | DroneStrike),
        AirStrike => matches!(told, BarrelBomb | DroneStrike),
        ExplosiveDevice => matches!(told, SuicideBombing),
        OtherForce if english => matches!(
            told,
            Shelling | AirStrike | BarrelBomb | DroneStrike | SuicideBombing | ExplosiveDevice
        ),
        _ => false,
    }
}
