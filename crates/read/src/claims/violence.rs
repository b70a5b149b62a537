//! Acts of force: which act a word tells, and what only refers to one told before.

use hudna_model::{Act, Body, Means};

use super::bodies::{attribute, draft, name, role_tag};
use super::{Context, Draft};
use crate::frame::matching::Match;
use crate::pack::index::Target;

/// The act: that of a telling weapon, else that of who does it ("طائرات"), else the word's own.
fn act(ctx: &Context<'_, '_>, found: &Match<'_>) -> Option<Act> {
    let told = attribute(ctx, found, "act").and_then(|a| Act::parse(&a))?;
    let by_name = || {
        let actor = found
            .roles
            .get("actor")
            .filter(|_| found.lexeme.is("strike") || found.lexeme.is("attack"))?;
        let tokens = actor.at.clone().chain(found.trigger.end..found.trigger.end + 2);
        tokens.filter_map(|i| own_act(ctx, i)).next()
    };
    match told {
        Act::Shelling | Act::OtherForce => by_name().or(Some(told)),
        _ => Some(told),
    }
}

/// The act of a weapon or asset that one word names, even inside a longer name.
fn own_act(ctx: &Context<'_, '_>, token: usize) -> Option<Act> {
    let doc = ctx.doc;
    let token = doc.tokens.get(token).filter(|t| t.is_word())?;
    crate::lang::ar::splits(&token.text).iter().find_map(|split| {
        doc.lang.index.single(&split.stem).iter().find_map(|hit| match hit.target {
            Target::Lexeme(i) => {
                let lexeme = &doc.lang.lexemes[i as usize];
                lexeme.tag("means")?;
                lexeme.tag("act").and_then(Act::parse)
            }
            _ => None,
        })
    })
}

/// A definite noun without actor, target, weapon or place only refers to what was told before.
fn only_refers(ctx: &Context<'_, '_>, found: &Match<'_>) -> bool {
    let definite = ctx.doc.mention_at(found.trigger.start).is_some_and(|m| m.definite);
    let told = ["actor", "target", "means"].iter().any(|r| found.roles.contains_key(r));
    definite && !found.feat.is_verb() && !told && !ctx.place_told(found)
}

/// The drafts of a match: one per place.
pub(super) fn drafts(ctx: &Context<'_, '_>, found: &Match<'_>) -> Vec<Draft> {
    let Some(act) = act(ctx, found) else { return Vec::new() };
    if only_refers(ctx, found) {
        return Vec::new();
    }
    let means = found.roles.get("means").map(|p| Means {
        text: ctx.doc.words(&p.at).to_owned(),
        id: role_tag(ctx, p, "means").unwrap_or_default(),
    });
    let means = means.filter(|m| !m.id.is_empty());
    let count = ctx.doc.quantity_at(found.trigger.start.saturating_sub(1)).and_then(|q| q.number());
    let body = Body::Violence {
        act,
        actor: name(ctx, found, "actor"),
        target: name(ctx, found, "target"),
        means,
        count,
    };
    let one = draft(ctx, found, body.clone());
    let places = ctx.places_of(found);
    if places.len() < 2 {
        return vec![one];
    }
    let at = |f: &&crate::layers::place::Found| Draft {
        place: Some(ctx.reference(f)),
        ..draft(ctx, found, body.clone())
    };
    places.iter().map(at).collect()
}
