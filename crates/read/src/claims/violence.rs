//! Claims of violence: one for each act and place that a match tells.

use std::ops::Range;

use hudna_model::{Act, Body, Means, Modality};

use super::bodies::{draft, role_tag};
use super::{Context, Draft, no_act, recall};
use crate::choose::people::{self, Role};
use crate::doc::Mention;
use crate::frame::matching::Match;

/// Whether the word tells that an act is ended or lifted.
pub(super) fn lifted(found: &Match<'_>) -> bool {
    found.lexeme.tag("end").is_some()
}

/// Acts of the weapons that a list joins to the first by و ("بالمدفعية والطائرات المسيرة").
fn further_acts(ctx: &Context<'_, '_>, found: &Match<'_>, first: Act) -> Vec<Act> {
    let doc = ctx.doc;
    let mut out = vec![first];
    let mut at = found.roles.get("means").map_or(found.trigger.end, |m| m.at.end);
    let strikes = ["strike", "attack"].iter().any(|c| found.lexeme.is(c));
    while let Some(m) = doc.mention_at(at).filter(|m| strikes && m.conjunction) {
        let weapon = m.lexemes(doc.lang).map(|(l, _)| l).find(|l| l.is("weapon"));
        let Some(act) = weapon.and_then(|l| l.tag("act")).and_then(Act::parse) else { break };
        if !out.contains(&act) {
            out.push(act);
        }
        at = m.at.end;
    }
    out.remove(0);
    out
}

/// The drafts of a match: one per place and act.
pub(super) fn drafts(ctx: &Context<'_, '_>, found: &Match<'_>) -> Vec<Draft> {
    let mut out = told(ctx, found);
    let first = out.first().and_then(recall::act);
    let further = first.map(|a| further_acts(ctx, found, a)).unwrap_or_default();
    for act in further {
        let mut more = told(ctx, found);
        more.iter_mut().for_each(|d| recall::set(d, act));
        out.extend(more);
    }
    let asked = |m: Modality| matches!(m, Modality::CalledFor | Modality::Planned);
    let any = found.trigger.start > 0 && ctx.doc.is_particle(found.trigger.start - 1, "any");
    for draft in out.iter_mut().filter(|d| any && d.modality == Modality::Actual) {
        draft.modality = Modality::Hypothetical;
    }
    for draft in out.iter_mut().filter(|d| lifted(found) && asked(d.modality)) {
        draft.modality = Modality::Actual;
    }
    out
}

fn told(ctx: &Context<'_, '_>, found: &Match<'_>) -> Vec<Draft> {
    let act = super::act::act(ctx, found).filter(|_| found.seen.is_none());
    let act = act.or_else(|| super::proposed::act(ctx, found));
    let Some(act) = act else { return Vec::new() };
    let doubts = if found.seen.is_none() { no_act::doubts(ctx, found) } else { Vec::new() };
    for why in doubts {
        if ctx.doubt(found, why).is_none() {
            return Vec::new();
        }
    }
    let means = found.roles.get("means").map(|p| Means {
        text: ctx.doc.words(&p.at).to_owned(),
        id: role_tag(ctx, p, "means").unwrap_or_default(),
    });
    let means = means.filter(|m| !m.id.is_empty());
    let before = found.trigger.start.saturating_sub(1);
    // "عائلة واحدة بقصف": a number never stands before a noun with a preposition of its own.
    let governed = ctx.doc.mention_at(found.trigger.start).is_some_and(|m| m.preposition.is_some());
    let counted = ctx.doc.quantity_at(before).filter(|_| !governed);
    let count = counted.and_then(|q| q.number());
    let actor = people::choose(ctx, found, Role::Actor, None);
    let target = people::choose(ctx, found, Role::Target, actor.as_ref());
    let sides = both(ctx, actor.as_ref(), target.as_ref());
    let (actor, target) = sides.map_or((actor, target), |(a, t)| (Some(a), Some(t)));
    let body = Body::Violence {
        act,
        actor: people::named(ctx, actor.as_ref()),
        target: people::named(ctx, target.as_ref()),
        means,
        count,
    };
    {
        let mut memory = ctx.memory.borrow_mut();
        (memory.now_actor, memory.now_target) = (actor, target);
    }
    let one = draft(ctx, found, body.clone());
    let places = ctx.places_of(found);
    ctx.remember(found);
    if places.len() < 2 {
        return vec![one];
    }
    let at = |f: &&crate::layers::place::Found| Draft {
        place: Some(ctx.reference(f)),
        ..draft(ctx, found, body.clone())
    };
    places.iter().map(at).collect()
}

/// "معارك بين الجيش والمسلحين": where one phrase fills both parts, who is named first fights whom
/// و joins to him.
fn both(
    ctx: &Context<'_, '_>,
    actor: Option<&Range<usize>>,
    target: Option<&Range<usize>>,
) -> Option<(Range<usize>, Range<usize>)> {
    let between = |a: &&Range<usize>| {
        a.start > 0 && ctx.doc.tokens[a.start - 1].text.trim_start_matches('و') == "بين"
    };
    let at = actor.filter(|a| target == Some(*a)).filter(between)?;
    let named = |m: &&Mention| {
        m.parties(ctx.doc.lang).next().is_some()
            || ["force", "person"].iter().any(|c| m.lexeme(ctx.doc.lang, c).is_some())
    };
    let inner = at.start + 1..at.end;
    let second = ctx.doc.mentions_in(&inner).filter(|m| m.conjunction).find(named)?;
    Some((at.start..second.at.start, second.at.start..at.end))
}
