//! Claims made of matches: attributes named, counted, dated, placed; doubles dropped.

mod bodies;
mod commitment;
mod count;
mod doubles;
mod evidence;
mod meeting;
mod places;
mod refer;
mod statement;
mod title;
mod tolls;
mod truce;

use hudna_model::{Body, Claim, DateRef, Evidence, Modality, Name, PlaceRef, Span};

use crate::doc::Doc;
use crate::frame::matching::Match;
use crate::layers::place::Found;
use crate::layers::scope::is_history;
use crate::layers::speaker::Speech;

/// What the making of claims looks at.
pub struct Context<'d, 'a> {
    /// The report taken apart.
    pub doc: &'d Doc<'a>,
    /// The report's id, part of claim ids.
    pub report: &'d str,
    /// Its places.
    pub places: &'d [Found],
    /// Its verbs of saying.
    pub speeches: &'d [Speech<'a>],
}

/// A claim before it has its id.
pub(crate) struct Draft {
    body: Body,
    modality: Modality,
    background: bool,
    span: Span,
    clause: usize,
    place: Option<PlaceRef>,
    date: Option<DateRef>,
    rule: String,
    confidence: f64,
    /// First token of the trigger.
    trigger: usize,
}

/// Makes the claims of all matches, in the order of their evidence.
pub fn make(ctx: &Context<'_, '_>, matches: &[Match<'_>]) -> Vec<Claim> {
    let mut drafts = Vec::new();
    for found in matches {
        if found.frame.kind == "toll" {
            drafts.extend(tolls::drafts(ctx, found));
        } else {
            drafts.extend(bodies::drafts(ctx, found));
        }
    }
    drafts.extend(tolls::subsets(ctx, &drafts));
    doubles::join_acts(ctx, &mut drafts);
    doubles::drop(&mut drafts);
    title::drop_repeated(ctx, &mut drafts);
    drafts.sort_by_key(|d| (d.span, d.body.kind(), d.rule.clone()));
    let mut claims: Vec<Claim> = drafts.into_iter().map(|d| claim(ctx, d)).collect();
    claims.dedup_by(|b, a| a.id == b.id);
    tolls::link_subsets(&mut claims);
    refer::resolve(ctx.doc, &mut claims);
    tie_events(ctx.doc, &mut claims);
    claims
}

fn claim(ctx: &Context<'_, '_>, draft: Draft) -> Claim {
    let Draft { body, modality, background, span, place, date, rule, confidence, .. } = draft;
    let place_text = place.as_ref().map(|p| p.text.as_str());
    let id = Claim::id_of(ctx.report, &body, modality, span, place_text);
    let sentence = &ctx.doc.sentences[ctx.doc.clauses[draft.clause].sentence];
    let trigger = draft.trigger..draft.trigger + 1;
    let told =
        date.as_ref().is_some_and(|d| is_history(ctx.doc, d.end.as_ref().unwrap_or(&d.start)));
    Claim {
        id,
        attributed_to: attribution(ctx, &body, draft.trigger, sentence),
        quoted: ctx.doc.inside_quotes(&trigger, sentence),
        body,
        modality,
        background: background || told,
        event: None,
        place,
        date,
        evidence: Evidence { span, text: ctx.doc.slice(span).to_owned() },
        rule,
        confidence: (confidence * 100.0).round() / 100.0,
    }
}

/// Whose word it is: the speaker of the last verb of saying before the trigger in its sentence,
/// or of words of attribution behind it.
fn attribution(
    ctx: &Context<'_, '_>,
    body: &Body,
    trigger: usize,
    sentence: &std::ops::Range<usize>,
) -> Option<Name> {
    if matches!(body, Body::Statement { .. }) {
        return None;
    }
    let inside = |s: &&Speech<'_>| sentence.contains(&s.at.start) && s.at.start != trigger;
    let before = ctx.speeches.iter().rev().filter(inside).find(|s| s.at.start < trigger);
    let behind = || {
        let late = |s: &&Speech<'_>| s.lexeme.is("attribution") && s.at.start > trigger;
        ctx.speeches.iter().filter(inside).find(late)
    };
    before.or_else(behind).and_then(|s| s.speaker.clone())
}

/// Violence and tolls of one sentence belong to one event.
fn tie_events(doc: &Doc<'_>, claims: &mut [Claim]) {
    for (n, sentence) in doc.sentences.iter().enumerate() {
        let span = doc.span(sentence);
        let inside = |c: &&mut Claim| {
            span.contains(c.evidence.span)
                && matches!(c.body, Body::Violence { .. } | Body::Toll { .. })
        };
        let mut members: Vec<&mut Claim> = claims.iter_mut().filter(inside).collect();
        if members.len() > 1 {
            members.iter_mut().for_each(|c| c.event = Some(format!("e{}", n + 1)));
        }
    }
}
