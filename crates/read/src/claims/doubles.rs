//! What is told twice in one breath is one claim.

use hudna_model::{Act, Body};

use super::{Context, Draft};

/// How far apart two words for one act may stand, in tokens.
const APART: usize = 12;

/// Joins violence that two words tell of one act: a raid and the verb that carries it, an attack
/// and its weapon. The more telling act stays, with the names of both.
pub(super) fn join_acts(ctx: &Context<'_, '_>, drafts: &mut Vec<Draft>) {
    drop_weapons(drafts);
    drafts.sort_by_key(|d| (d.body.kind(), d.trigger));
    let mut out: Vec<Draft> = Vec::with_capacity(drafts.len());
    for draft in drafts.drain(..) {
        let same = out.iter().rposition(|first| is_one_act(ctx, first, &draft));
        let Some(i) = same else {
            out.push(draft);
            continue;
        };
        let trigger = out[i].trigger;
        for first in out.iter_mut().filter(|f| f.trigger == trigger && f.body.kind() == "violence")
        {
            join(first, &draft);
        }
    }
    *drafts = out;
}

/// A weapon told as the cause of harm is an act only where its clause tells no other.
fn drop_weapons(drafts: &mut Vec<Draft>) {
    let weapon = |d: &Draft| d.rule.starts_with("violence.weapon");
    let told: std::collections::BTreeSet<usize> = drafts
        .iter()
        .filter(|d| d.body.kind() == "violence" && !weapon(d))
        .map(|d| d.clause)
        .collect();
    drafts.retain(|d| !(weapon(d) && told.contains(&d.clause)));
}

fn act(draft: &Draft) -> Option<Act> {
    match draft.body {
        Body::Violence { act, .. } => Some(act),
        _ => None,
    }
}

/// Whether the later word tells the act of the earlier one.
fn is_one_act(ctx: &Context<'_, '_>, first: &Draft, second: &Draft) -> bool {
    let (Some(a), Some(b)) = (act(first), act(second)) else { return false };
    let sentence = |d: &Draft| ctx.doc.clauses[d.clause].sentence;
    if carries(ctx, second, first) || carries(ctx, first, second) {
        return first.modality == second.modality;
    }
    let apart = second.trigger - first.trigger;
    if takes(ctx, first) && (1..=TAKES).contains(&apart) && sentence(first) == sentence(second) {
        return true;
    }
    let general = a == Act::OtherForce || b == Act::OtherForce || a.family() == b.family();
    (1..=APART).contains(&apart)
        && sentence(first) == sentence(second)
        && first.modality == second.modality
        && (a == b || (general && !stands_alone(a) && !stands_alone(b)))
        && !begins_anew(ctx, second)
}

/// Whether the subject of the one's verb is the other's noun ("غارات جوية استهدفت").
fn carries(ctx: &Context<'_, '_>, verb: &Draft, noun: &Draft) -> bool {
    let told = act(verb).is_some_and(|a| !stands_alone(a));
    let from = ctx.doc.tokens[verb.trigger].span.start;
    let own = matches!(&verb.body, Body::Violence { actor: Some(a), .. } if a.span.start > from);
    told && !own
        && super::act::subject_noun(ctx.doc, verb.clause, verb.trigger) == Some(noun.trigger)
}

/// How far behind a word that takes another act its act may stand, in tokens.
const TAKES: usize = 4;

/// Whether the act behind a word is part of what it tells ("صد هجوم", "تبادلا القصف").
fn takes(ctx: &Context<'_, '_>, draft: &Draft) -> bool {
    let mention = ctx.doc.mention_at(draft.trigger);
    mention.is_some_and(|m| m.lexemes(ctx.doc.lang).any(|(l, _)| l.tag("takes").is_some()))
}

/// Acts that a strike beside them does not tell.
fn stands_alone(act: Act) -> bool {
    use Act::*;
    matches!(act, Clash | SeizureOfGround | TroopMovement | Arrest | Abduction | Siege)
}

/// Whether a word begins another act: joined by و, or told as its cause or its time.
fn begins_anew(ctx: &Context<'_, '_>, draft: &Draft) -> bool {
    let doc = ctx.doc;
    let Some(mention) = doc.mention_at(draft.trigger) else { return true };
    let before = draft.trigger.saturating_sub(2)..draft.trigger;
    mention.conjunction
        || before.clone().any(|i| {
            let word = doc.tokens[i].text.as_str();
            let joined = word.starts_with('و') && word.chars().count() > 3;
            joined
                || doc.is_particle(i, "anew")
                || doc.tokens[i].is_mark("،,")
                || doc.is_particle(i, "subord")
        })
}

/// Puts the second draft's knowledge into the first.
fn join(first: &mut Draft, second: &Draft) {
    let Body::Violence { act, actor, target, means, count } = &mut first.body else { return };
    let Body::Violence { act: b, actor: by, target: to, means: with, count: n } = &second.body
    else {
        return;
    };
    if *act == Act::OtherForce {
        *act = *b;
    }
    *actor = actor.take().or_else(|| by.clone());
    *target = target.take().or_else(|| to.clone());
    *means = means.take().or_else(|| with.clone());
    *count = count.or(*n);
    let joined = first.span.join(second.span);
    if joined.len() <= super::evidence::MAX_SCALARS {
        first.span = joined;
    }
    first.date = first.date.take().or_else(|| second.date.clone());
    first.confidence = first.confidence.max(second.confidence);
}

/// Of drafts of one kind that say the same of overlapping words the surer stays.
pub(super) fn drop(drafts: &mut Vec<Draft>, english: bool) {
    let mut kept: Vec<Draft> = Vec::with_capacity(drafts.len());
    // What a rule read comes before what the tagger proposed, however sure it is.
    drafts.sort_by(|a, b| {
        let surer = b.confidence.total_cmp(&a.confidence);
        (a.is_proposed().cmp(&b.is_proposed()))
            .then(surer)
            .then(a.span.cmp(&b.span))
            .then(a.rule.cmp(&b.rule))
    });
    for draft in drafts.drain(..) {
        if !kept.iter().any(|k| says_the_same(k, &draft, english)) {
            kept.push(draft);
        }
    }
    *drafts = kept;
}

fn says_the_same(a: &Draft, b: &Draft, english: bool) -> bool {
    let place = |d: &Draft| d.place.as_ref().map(|p| p.text.clone());
    if a.body.kind() != b.body.kind() || a.span.overlap(b.span) < 0.5 {
        return false;
    }
    match (&a.body, &b.body) {
        (Body::Violence { act: x, .. }, Body::Violence { act: y, .. }) => {
            let alike = if english { x == y } else { x.family() == y.family() };
            place(a) == place(b) && alike && a.clause == b.clause
        }
        (
            Body::Toll { outcome: x, low: l, high: h, victims: v, .. },
            Body::Toll { outcome: y, low: m, high: i, victims: w, .. },
        ) => (x, l, h) == (y, m, i) && (v == w || !english && a.span.contains(b.span)),
        (Body::Statement { speech_act: x, .. }, Body::Statement { speech_act: y, .. }) => {
            x == y || a.clause == b.clause
        }
        (Body::Truce { event: x, .. }, Body::Truce { event: y, .. }) => {
            a.clause == b.clause && (x == y || a.trigger != b.trigger)
        }
        (Body::Meeting { .. }, Body::Meeting { .. }) => {
            a.clause == b.clause && place(a) == place(b)
        }
        (Body::Commitment { what: x, .. }, Body::Commitment { what: y, .. }) => {
            x == y || a.clause == b.clause
        }
        _ => false,
    }
}
