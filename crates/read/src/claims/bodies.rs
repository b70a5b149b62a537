//! Bodies of claims other than tolls.

use hudna_model::{Body, Modality, Name};

use super::{Context, Draft};
use crate::frame::matching::Match;
use crate::frame::phrase::Phrase;
use crate::frame::relation::name_of;
use crate::layers::speaker::Speech;

/// The drafts that a match gives: one per place for violence, else one or none.
pub(super) fn drafts(ctx: &Context<'_, '_>, found: &Match<'_>) -> Vec<Draft> {
    match found.frame.kind.as_str() {
        "violence" => super::violence::drafts(ctx, found),
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

pub(super) fn speech_of<'c, 'a>(
    ctx: &'c Context<'_, 'a>,
    trigger: usize,
) -> Option<&'c Speech<'a>> {
    ctx.speeches.iter().find(|s| s.at.contains(&trigger))
}
