//! Claims made of matches: attributes named, counted, dated, placed; doubles dropped.

mod act;
mod bodies;
mod commitment;
mod count;
mod doubles;
mod english;
mod evidence;
mod finish;
mod meeting;
mod no_act;
mod places;
pub(crate) mod proposed;
mod recall;
mod refer;
mod seen;
mod stance;
mod statement;
mod title;
mod tolls;
mod topic;
mod truce;
mod violence;
mod worth;

use hudna_model::{Body, Claim, DateRef, Evidence, Modality, Name, PlaceRef, Span};

use std::cell::RefCell;
use std::collections::HashMap;

use crate::choose::keep::{Around, by_rules, sure};
use crate::choose::memory::{Memory, named, today};
use crate::choose::value::amend;
use crate::choose::{How, Trace, Weights, people};
use crate::doc::Doc;
use crate::frame::matching::Match;
use crate::layers::place::Found;
use crate::layers::scope::is_history;
use crate::layers::speaker::Speech;
use crate::tagger::tagged::Tagged;

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
    /// Index of the date that is the day of publication, if the text tells it.
    pub today: Option<usize>,
    /// Weights of choices; empty when rules alone shall read.
    pub weights: &'d Weights,
    /// In how many sentences each party is named.
    pub named: HashMap<String, usize>,
    /// What was told last.
    pub memory: RefCell<Memory>,
    /// Takes down the choices, when somebody wants to know them.
    pub trace: Option<&'d Trace>,
    /// What the tagger says of the report; none without a model.
    pub tagged: Option<&'d Tagged<'d>>,
    /// Rules propose no claims, only the tagger does.
    pub by_tagger: bool,
}

impl<'d, 'a> Context<'d, 'a> {
    /// What the making of claims looks at.
    pub fn new(
        doc: &'d Doc<'a>,
        report: &'d str,
        places: &'d [Found],
        speeches: &'d [Speech<'a>],
        tagged: Option<&'d Tagged<'d>>,
        how: How<'d>,
    ) -> Self {
        let memory = RefCell::default();
        let (today, named) = (today(doc), named(doc));
        let weights = match tagged {
            _ if how.by_rules => Weights::none(),
            Some(_) => &doc.pack.tagged_weights,
            None => &doc.lang.weights,
        };
        let trace = how.trace;
        let by_tagger = how.by_tagger;
        Context {
            doc,
            report,
            places,
            speeches,
            today,
            weights,
            named,
            memory,
            trace,
            tagged,
            by_tagger,
        }
    }
}

/// A claim before it has its id.
pub(crate) struct Draft {
    pub(crate) body: Body,
    pub(crate) modality: Modality,
    pub(crate) background: bool,
    pub(crate) span: Span,
    pub(crate) clause: usize,
    pub(crate) place: Option<PlaceRef>,
    pub(crate) date: Option<DateRef>,
    pub(crate) rule: String,
    pub(crate) confidence: f64,
    /// First token of the trigger.
    pub(crate) trigger: usize,
}

impl Draft {
    /// Whether the tagger proposed it, and no rule.
    pub(crate) fn is_proposed(&self) -> bool {
        self.rule.starts_with(PROPOSED)
    }
}

pub use hudna_model::PROPOSED;

/// Makes the claims of all matches, in the order of their evidence.
pub fn make(ctx: &Context<'_, '_>, matches: &[Match<'_>]) -> Vec<Claim> {
    let mut drafts = Vec::new();
    let proposals = proposed::all(ctx);
    let mut proposals = proposals.iter().peekable();
    for found in matches.iter().filter(|_| !ctx.by_tagger) {
        while let Some(p) = proposals.next_if(|p| p.at.end <= found.trigger.start) {
            let more = proposed::drafts(ctx, p, &drafts);
            drafts.extend(more);
        }
        let figurative = ["violence", "commitment"].contains(&found.frame.kind.as_str());
        if figurative && no_act::manner_of_speaking(ctx, found) {
            continue;
        }
        if found.frame.kind == "toll" {
            drafts.extend(tolls::drafts(ctx, found));
        } else {
            drafts.extend(bodies::drafts(ctx, found));
        }
    }
    if !ctx.by_tagger {
        drafts.extend(statement::by_marks(ctx));
    }
    for p in proposals {
        let more = proposed::drafts(ctx, p, &drafts);
        drafts.extend(more);
    }
    drafts.extend(tolls::subsets(ctx, &drafts));
    recall::recall(ctx, &mut drafts);
    doubles::join_acts(ctx, &mut drafts);
    doubles::drop(&mut drafts, ctx.doc.is_english());
    title::drop_repeated(ctx, &mut drafts);
    tolls::drop_repeated(ctx, &mut drafts);
    drafts.sort_by_key(|d| (d.span, d.body.kind(), d.rule.clone()));
    let topic = topic::Topic::of(ctx.doc);
    drafts.retain(|d| topic.is_conflict(d.trigger));
    drafts.iter_mut().for_each(|d| amend(ctx, d));
    weigh(ctx, matches, &mut drafts);
    finish::finish(ctx, &mut drafts);
    let mut claims: Vec<Claim> = drafts.into_iter().map(|d| claim(ctx, d)).collect();
    claims.dedup_by(|b, a| a.id == b.id);
    tolls::link_subsets(&mut claims);
    refer::resolve(ctx.doc, &mut claims);
    tie_events(ctx.doc, &mut claims);
    claims
}

/// Least probability of a claim that is kept. Of acts and statements there are many, and a wrong
/// one costs more than it tells below this; a toll, a truce or a promise is shown with its doubt
/// sooner than dropped, unless no rule read it.
fn least(draft: &Draft) -> f64 {
    match draft.body.kind() {
        _ if draft.is_proposed() => 0.3,
        "violence" | "statement" => 0.28,
        "meeting" => 0.2,
        _ => 0.1,
    }
}

/// Gives each draft its confidence, and drops those too unsure.
fn weigh(ctx: &Context<'_, '_>, matches: &[Match<'_>], drafts: &mut Vec<Draft>) {
    let key = |m: &Match<'_>| (m.trigger.start, m.frame.kind.clone());
    let words: HashMap<_, _> = matches.iter().map(|m| (key(m), m)).collect();
    let sentence = |d: &Draft| ctx.doc.clauses[d.clause].sentence;
    let mut all: HashMap<usize, usize> = HashMap::new();
    let mut same: HashMap<(usize, &str), usize> = HashMap::new();
    for draft in drafts.iter() {
        *all.entry(sentence(draft)).or_default() += 1;
        *same.entry((sentence(draft), draft.body.kind())).or_default() += 1;
    }
    let report = drafts.len();
    let mut sures = Vec::with_capacity(report);
    for draft in drafts.iter() {
        let kind = draft.body.kind();
        let found = words.get(&(draft.trigger, kind.to_owned())).copied();
        let around = Around {
            same: same[&(sentence(draft), kind)],
            all: all[&sentence(draft)],
            report,
            lexeme: found.map_or("none", |m| m.lexeme.id.as_str()),
            form: found.map_or("none", people::form),
        };
        let sure = sure(ctx, draft, &around);
        let kept = sure.is_none_or(|s| s >= least(draft))
            || (ctx.tagged.is_some() && by_rules(ctx, draft, &around, least(draft)));
        sures.push((sure, kept));
    }
    let mut sures = sures.into_iter();
    drafts.retain_mut(|draft| {
        let (sure, kept) = sures.next().unwrap_or((None, true));
        draft.confidence = sure.unwrap_or(draft.confidence);
        ctx.trace.is_some() || kept
    });
}

fn claim(ctx: &Context<'_, '_>, draft: Draft) -> Claim {
    let Draft { body, modality, background, span, place, date, rule, confidence, .. } = draft;
    let place_text = place.as_ref().map(|p| p.text.as_str());
    let id = Claim::id_of(ctx.report, &body, modality, span, place_text);
    if let Some(trace) = ctx.trace {
        trace.claims.borrow_mut().push((id.clone(), draft.trigger));
    }
    let sentence = &ctx.doc.sentences[ctx.doc.clauses[draft.clause].sentence];
    let trigger = draft.trigger..draft.trigger + 1;
    let told =
        date.as_ref().is_some_and(|d| is_history(ctx.doc, d.end.as_ref().unwrap_or(&d.start)));
    Claim {
        id,
        seen: ctx.tagged.map(|tagged| seen::seen(ctx.doc, tagged, &body, span)),
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
