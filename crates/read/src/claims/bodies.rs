//! Bodies of claims other than tolls.

use hudna_model::{Act, Body, Means, Modality, Name};

use super::{Context, Draft};
use crate::frame::matching::Match;
use crate::frame::phrase::Phrase;
use crate::frame::relation::name_of;
use crate::layers::speaker::Speech;
use crate::pack::index::Target;

/// The drafts that a match gives: one per place for violence, else one or none.
pub(super) fn drafts(ctx: &Context<'_, '_>, found: &Match<'_>) -> Vec<Draft> {
    match found.frame.kind.as_str() {
        "violence" => violence(ctx, found),
        "meeting" => super::meeting::drafts(ctx, found),
        "statement" => super::statement::draft(ctx, found).into_iter().collect(),
        "truce" => super::truce::drafts(ctx, found),
        "commitment" => super::commitment::drafts(ctx, found),
        _ => Vec::new(),
    }
}

pub(super) fn draft(ctx: &Context<'_, '_>, found: &Match<'_>, body: Body) -> Draft {
    let set = found.frame.set.get("modality").and_then(|m| Modality::parse(m));
    let places = ctx.places_of(found);
    let ranges: Vec<_> = places.iter().map(|f| f.at.clone()).collect();
    let weak = found.lexeme.tag("weak").is_some();
    Draft {
        body,
        modality: set.unwrap_or(found.layers.modality),
        background: found.layers.background,
        span: ctx.hull(found, &ranges),
        clause: found.clause,
        place: places.first().map(|f| ctx.reference(f)),
        date: ctx.date_of(found),
        rule: found.rule(),
        confidence: found.frame.confidence - if weak { 0.1 } else { 0.0 },
        trigger: found.trigger.start,
    }
}

/// An attribute: a fixed value, else the first source that has it.
pub(super) fn attribute(ctx: &Context<'_, '_>, found: &Match<'_>, name: &str) -> Option<String> {
    if let Some(value) = found.frame.set.get(name) {
        return Some(value.clone());
    }
    found.frame.take.get(name)?.iter().find_map(|path| {
        let (from, tag) = path.split_once('.')?;
        match from {
            "lexeme" => found.lexeme.tag(tag).map(str::to_owned),
            "layer" => (found.layers.modality == Modality::CalledFor && tag == "called_for")
                .then(|| "called_for".to_owned()),
            role => role_tag(ctx, found.roles.get(role)?, tag),
        }
    })
}

pub(super) fn role_tag(ctx: &Context<'_, '_>, phrase: &Phrase, tag: &str) -> Option<String> {
    let lang = ctx.doc.lang;
    let mut mentions = ctx.doc.mentions_in(&phrase.at);
    mentions.find_map(|m| m.lexemes(lang).find_map(|(l, _)| l.tag(tag).map(str::to_owned)))
}

pub(super) fn name(ctx: &Context<'_, '_>, found: &Match<'_>, role: &str) -> Option<Name> {
    found.roles.get(role).map(|p| name_of(ctx.doc, &p.at))
}

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

fn violence(ctx: &Context<'_, '_>, found: &Match<'_>) -> Vec<Draft> {
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

pub(super) fn speech_of<'c, 'a>(
    ctx: &'c Context<'_, 'a>,
    trigger: usize,
) -> Option<&'c Speech<'a>> {
    ctx.speeches.iter().find(|s| s.at.contains(&trigger))
}
