//! Who speaks: whom the rule takes, anybody who is named in the sentence, or one of the last who
//! spoke.

use std::ops::Range;

use hudna_model::Name;

use super::people::{agrees, gender, kind, verb_gender};
use super::{Sheet, best, few, pointed};
use crate::claims::Context;
use crate::claims::proposed::phrase_around;
use crate::doc::Doc;
use crate::frame::matching::Match;
use crate::frame::phrase::is_only_verb;
use crate::frame::relation::name_of;
use crate::layers::person::{Head, phrase_at};
use crate::layers::speaker::Speech;

/// How many of the last speakers are remembered.
const LAST: usize = 3;

/// Most people of one sentence.
const MOST: usize = 10;

/// Somebody who may speak.
struct Candidate {
    name: Name,
    /// Tokens, if told in the sentence.
    at: Option<Range<usize>>,
    head: &'static str,
    /// How many speakers ago; 0 for whoever is told in the sentence.
    ago: usize,
    usual: bool,
}

/// The speaker of a statement; the rule's own is `speech.speaker`.
pub(crate) fn choose(
    ctx: &Context<'_, '_>,
    found: &Match<'_>,
    speech: &Speech<'_>,
) -> Option<Name> {
    let usual = speech.speaker.clone();
    if ctx.trace.is_none() && !ctx.weights.has("speaker") {
        return usual;
    }
    let pointer = ctx.pointer("speaker", found);
    let mut list = candidates(ctx, found, speech);
    let known = |token: usize| {
        let span = ctx.doc.tokens[token].span;
        list.iter().any(|c| c.name.span.shared(span) > 0)
    };
    if let Some(token) = pointed::proposed(ctx, pointer.as_ref(), known) {
        let at = phrase_around(ctx, token);
        let (head, name) = (head(ctx.doc, &at), name_of(ctx.doc, &at));
        list.push(Candidate { name, at: None, head, ago: 0, usual: false });
    }
    let mut sheets: Vec<Sheet<'_>> =
        list.iter().map(|c| sheet(ctx, found, speech, &list, c)).collect();
    for (sheet, c) in sheets.iter_mut().zip(&list) {
        let how = if c.usual { "rule" } else if c.at.is_some() { "here" } else { "carried" };
        pointed::add(sheet, pointer.as_ref(), c.name.span, how);
    }
    sheets.push(nobody(ctx, found, speech, &list));
    pointed::add_none(&mut sheets[list.len()], pointer.as_ref());
    let fallback = list.iter().position(|c| c.usual).unwrap_or(list.len());
    let chosen = best(ctx.weights, "speaker", &sheets, fallback);
    let words = |i: usize| list.get(i).map_or(String::new(), |c| c.name.text.clone());
    ctx.note("speaker", found, &sheets, words);
    let name = list.into_iter().nth(chosen).map(|c| c.name);
    if let Some(name) = &name {
        let speakers = &mut ctx.memory.borrow_mut().speakers;
        speakers.retain(|s| s.text != name.text);
        speakers.insert(0, name.clone());
        speakers.truncate(LAST);
    }
    name
}

fn candidates(ctx: &Context<'_, '_>, found: &Match<'_>, speech: &Speech<'_>) -> Vec<Candidate> {
    let doc = ctx.doc;
    let mut out = Vec::new();
    if let Some(name) = &speech.speaker {
        let at = speech.told.clone();
        let head = at.as_ref().map_or("carried", |at| head(doc, at));
        out.push(Candidate { name: name.clone(), at, head, ago: 0, usual: true });
    }
    let sentence = &doc.sentences[doc.clauses[found.clause].sentence];
    let mut i = sentence.start;
    while i < sentence.end && out.len() < MOST {
        let np = phrase_at(doc, i, sentence.end).filter(|np| np.head != Head::Strange);
        let Some(np) = np else {
            i += 1;
            continue;
        };
        i = np.at.end.max(i + 1);
        let span = doc.span(&np.at);
        let apart = np.at.end <= found.trigger.start || np.at.start >= found.trigger.end;
        if apart && !out.iter().any(|c| c.name.span.shared(span) > 0) {
            let head = head(doc, &np.at);
            let name = name_of(doc, &np.at);
            out.push(Candidate { name, at: Some(np.at), head, ago: 0, usual: false });
        }
    }
    for (ago, name) in ctx.memory.borrow().speakers.iter().enumerate() {
        if !out.iter().any(|c| c.name.text == name.text) {
            let name = name.clone();
            out.push(Candidate { name, at: None, head: "carried", ago: ago + 1, usual: false });
        }
    }
    out
}

fn head(doc: &Doc<'_>, at: &Range<usize>) -> &'static str {
    doc.mention_at(at.start).map_or("unknown", |m| super::people::sort(doc, m))
}

fn sheet<'d>(
    ctx: &Context<'d, '_>,
    found: &Match<'_>,
    speech: &Speech<'_>,
    list: &[Candidate],
    c: &Candidate,
) -> Sheet<'d> {
    let doc = ctx.doc;
    let mut sheet = Sheet::new(ctx.weights, "speaker", ctx.trace.is_some());
    let form = super::people::form(found);
    let lexeme = found.lexeme.id.as_str();
    let rule = match (c.usual, speech.told.is_some()) {
        (true, true) => "told by rule",
        (true, false) => "carried by rule",
        (false, true) => "against told",
        (false, false) => "against carried",
    };
    let party = c.name.party.as_ref().and_then(|id| doc.pack.parties.iter().find(|p| p.id == *id));
    let party = party.map_or("unknown", |p| kind(p.kind));
    sheet.add(&[rule, form]);
    sheet.add(&[rule, lexeme]);
    sheet.add(&[rule, party]);
    sheet.add_if(speech.anonymous && c.usual, &[rule, "anonymous"]);
    sheet.add_if(speech.media && c.usual, &[rule, "media"]);
    let mention = doc.mention_at(found.trigger.start);
    let verb = mention.map_or("none", |m| verb_gender(doc, m));
    let people = few(list.iter().filter(|c| c.at.is_some()).count());
    match &c.at {
        Some(at) => {
            let behind = at.start >= found.trigger.end;
            let side = if behind { "behind" } else { "ahead" };
            let gap = if behind {
                at.start - found.trigger.end
            } else {
                found.trigger.start.saturating_sub(at.end)
            };
            let between = if behind {
                found.trigger.end..at.start
            } else {
                at.end.min(found.trigger.start)..found.trigger.start
            };
            let verbs = doc.mentions_in(&between).filter(|m| is_only_verb(doc, m)).count();
            let that = doc.mentions_in(&between).any(|m| m.lexeme(doc.lang, "that").is_some());
            sheet.add(&["at", side, few(gap), form]);
            sheet.add(&["at", side, rule, few(verbs)]);
            sheet.add_if(that, &["beyond that", side]);
            sheet.add(&["head", c.head, side, form]);
            sheet.add(&["gender", agrees(verb, gender(doc, at)), side, form]);
            let governed = doc.mention_at(at.start).is_some_and(|m| m.preposition.is_some())
                || at.start > 0 && doc.is_particle(at.start - 1, "prep");
            sheet.add_if(governed, &["governed", side]);
            let first = !list.iter().any(|o| o.at.as_ref().is_some_and(|o| o.start < at.start));
            sheet.add_if(first, &["first", side]);
            sheet.add(&["long", few(at.len())]);
        }
        None => {
            sheet.add(&["ago", few(c.ago), form]);
            sheet.add(&["ago", few(c.ago), people]);
            sheet.add(&["ago", few(c.ago), lexeme]);
            let conjunction = mention.is_some_and(|m| m.conjunction);
            let conjunction = if conjunction { "and" } else { "anew" };
            sheet.add(&["ago", few(c.ago), conjunction]);
            sheet.add(&["ago", party, verb]);
        }
    }
    sheet
}

fn nobody<'d>(
    ctx: &Context<'d, '_>,
    found: &Match<'_>,
    speech: &Speech<'_>,
    list: &[Candidate],
) -> Sheet<'d> {
    let mut sheet = Sheet::new(ctx.weights, "speaker", ctx.trace.is_some());
    let told = if speech.speaker.is_some() { "known" } else { "unknown" };
    sheet.add(&["nobody"]);
    sheet.add(&["nobody", told]);
    sheet.add(&["nobody", super::people::form(found)]);
    sheet.add(&["nobody", few(list.len())]);
    sheet
}
