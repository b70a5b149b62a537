//! Claims that the tagger proposes: stretches of a kind of claim that no rule read.
//!
//! The tagger says where and of which kind; the deterministic layers name, count, date and place
//! as they do for a rule's match.

use std::ops::Range;

use hudna_model::words::{MeetingStatus, Standing, Task};
use hudna_model::{Act, Body, Event, Form, Modality, Name, Outcome, SpeechAct, Span, Victims};

use super::bodies::draft as plain;
use super::evidence::MAX_SCALARS;
use super::{Context, Draft, violence};
use crate::frame::matching::Match;
use crate::frame::phrase::Phrase;
use crate::frame::relation::name_of;
use crate::lang::ar::Feat;
use crate::layers::person::phrase_at;
use crate::layers::scope::layers;
use crate::layers::speaker::Speech;
use crate::tagger::tagged::Stretch;

/// How sure the tagger must be of a stretch to propose it; the weights of `keep` decide later.
const LEAST: f32 = 0.35;

/// How sure a pointer must be to fill a role.
const POINTED: f32 = 0.3;

/// Most scalars of a stretch that may be a claim's evidence, and least.
const LEAST_SCALARS: usize = 6;

/// A stretch with its place among the tokens.
pub(super) struct Proposal {
    pub(super) kind: &'static str,
    pub(super) at: Range<usize>,
    stretch: Stretch,
}

/// All that the tagger would read, in the order in which they end.
pub(super) fn all(ctx: &Context<'_, '_>) -> Vec<Proposal> {
    const KINDS: [&str; 6] =
        ["violence", "toll", "meeting", "statement", "truce", "commitment"];
    let Some(tagged) = ctx.tagged else { return Vec::new() };
    let mut out: Vec<Proposal> = Vec::new();
    for kind in KINDS {
        for stretch in tagged.stretches(kind, LEAST) {
            let at = ctx.doc.tokens_of(stretch.span);
            let long = kind != "toll" && stretch.span.len() < LEAST_SCALARS;
            if !at.is_empty() && !long {
                out.push(Proposal { kind, at, stretch });
            }
        }
    }
    out.sort_by_key(|p| (p.at.end, p.kind));
    out
}

/// The drafts of a proposal, unless claims of its kind have been read in the same words.
pub(super) fn drafts(ctx: &Context<'_, '_>, proposal: &Proposal, told: &[Draft]) -> Vec<Draft> {
    let span = ctx.doc.span(&proposal.at);
    let same = |d: &Draft| {
        d.body.kind() == proposal.kind
            && (d.span.overlap(span) >= 0.5 || proposal.at.contains(&d.trigger))
    };
    if told.iter().any(same) {
        return Vec::new();
    }
    let Some(found) = as_match(ctx, proposal) else { return Vec::new() };
    let mut out = match proposal.kind {
        "violence" => violence::drafts(ctx, &found),
        "toll" => toll(ctx, &found, proposal).into_iter().collect(),
        "meeting" => meeting(ctx, &found).into_iter().collect(),
        "statement" => statement(ctx, &found).into_iter().collect(),
        "truce" => truce(ctx, &found).into_iter().collect(),
        _ => commitment(ctx, &found).into_iter().collect(),
    };
    for draft in &mut out {
        if proposal.kind != "toll" {
            draft.span = limited(ctx, &proposal.at);
        }
        draft.confidence = f64::from(proposal.stretch.sure) * 0.8;
    }
    out
}

/// As much of a stretch as evidence may hold.
fn limited(ctx: &Context<'_, '_>, at: &Range<usize>) -> Span {
    let mut at = at.clone();
    while at.len() > 1 && ctx.doc.span(&at).len() > MAX_SCALARS {
        at.end -= 1;
    }
    ctx.doc.span(&at)
}

/// A proposal in the form in which rules match: its trigger is the first word of the stretch that
/// could tell such a claim, else its first verb, else its first word.
fn as_match<'a>(ctx: &Context<'_, 'a>, proposal: &Proposal) -> Option<Match<'a>> {
    let doc = ctx.doc;
    let lang = doc.lang;
    let frame = lang.proposals.get(proposal.kind)?;
    let telling = |i: &usize| {
        doc.mention_at(*i).is_some_and(|m| {
            m.lexemes(lang).any(|(l, _)| {
                l.frames.iter().any(|f| lang.frames[*f as usize].kind == proposal.kind)
            })
        })
    };
    let word = |i: &usize| doc.tokens[*i].is_word();
    let verb = |i: &usize| doc.mention_at(*i).is_some_and(|m| m.is_verb());
    let mut at = proposal.at.clone();
    let first = match proposal.kind {
        "toll" => at.find(word),
        _ => at.clone().find(telling).or_else(|| at.clone().find(verb)).or_else(|| at.find(word)),
    }?;
    let trigger = doc.mention_at(first).map_or(first..first + 1, |m| m.at.clone());
    let clause = doc.clauses.iter().position(|c| c.at.contains(&first))?;
    let known = doc.mention_at(first).and_then(|m| m.lexemes(lang).next());
    let (lexeme, feat) = known.unwrap_or((&lang.blank, Feat::Phrase));
    let force = ["violence", "toll"].contains(&proposal.kind);
    let layers = layers(doc, &doc.clauses[clause], first, force);
    let mut found = Match {
        frame,
        shape: frame.shapes.first()?,
        clause,
        trigger,
        lexeme,
        feat,
        roles: Default::default(),
        layers,
        seen: Some(proposal.stretch.clone()),
    };
    for role in ["actor", "target", "participants", "parties", "who", "addressee", "side"] {
        if frame.shapes[0].one_of.iter().any(|n| n == role)
            && let Some(phrase) = pointed(ctx, &found, role).into_iter().next()
        {
            found.roles.insert(role, phrase);
        }
    }
    Some(found)
}

/// The phrases that a pointer is sure of, surest first.
fn pointed(ctx: &Context<'_, '_>, found: &Match<'_>, role: &str) -> Vec<Phrase> {
    let doc = ctx.doc;
    let mut out: Vec<Phrase> = Vec::new();
    let least = if role == "participants" { POINTED / 2.0 } else { POINTED };
    for (span, _) in ctx.pointer(role, found).map(|p| p.best(least)).unwrap_or_default() {
        let Some(token) = doc.token_at(span.start).filter(|i| doc.tokens[*i].is_word()) else {
            continue;
        };
        let at = phrase_around(ctx, token);
        if !out.iter().any(|p| p.at.start < at.end && at.start < p.at.end) {
            out.push(Phrase { at, preposition: None, beyond_verb: false });
        }
    }
    out
}

/// The phrase that holds a token: of the people's phrases of its sentence, else its own mention.
pub(crate) fn phrase_around(ctx: &Context<'_, '_>, token: usize) -> Range<usize> {
    let doc = ctx.doc;
    let own = doc.mention_at(token).map_or(token..token + 1, |m| m.at.clone());
    let index = doc.sentences.partition_point(|s| s.end <= token);
    let Some(sentence) = doc.sentences.get(index).filter(|s| s.contains(&token)) else { return own };
    phrase_at(doc, own.start, sentence.end).map_or(own, |np| np.at)
}

/// The value of an attribute that the tagger holds likeliest.
fn likeliest(ctx: &Context<'_, '_>, found: &Match<'_>, attribute: &str) -> Option<String> {
    let values = ctx.tagged?.values(attribute, ctx.told_by(found));
    let best = values.into_iter().max_by(|a, b| a.1.total_cmp(&b.1))?;
    Some(best.0.to_owned())
}

/// The act that the tagger sees in a match.
pub(super) fn act(ctx: &Context<'_, '_>, found: &Match<'_>) -> Option<Act> {
    found.seen.as_ref()?;
    likeliest(ctx, found, "act").and_then(|a| Act::parse(&a))
}

fn names(ctx: &Context<'_, '_>, found: &Match<'_>, role: &str) -> Vec<Name> {
    let mut phrases = pointed(ctx, found, role);
    phrases.sort_by_key(|p| p.at.start);
    phrases.iter().map(|p| name_of(ctx.doc, &p.at)).collect()
}

fn toll(ctx: &Context<'_, '_>, found: &Match<'_>, proposal: &Proposal) -> Option<Draft> {
    let doc = ctx.doc;
    let outcome = Outcome::parse(&likeliest(ctx, found, "outcome")?)?;
    let victims = Victims::parse(&likeliest(ctx, found, "victims")?)?;
    let quantity = doc.quantity_at(proposal.at.start);
    let (low, high, vague) = quantity.map_or((Some(1), Some(1), false), |q| (q.low, q.high, q.vague));
    let cumulative = likeliest(ctx, found, "cumulative").is_some_and(|c| c == "true");
    let side = names(ctx, found, "side").into_iter().next();
    let subset_of = None;
    let body = Body::Toll { outcome, low, high, vague, victims, side, cumulative, subset_of };
    let mut draft = plain(ctx, found, body);
    let number = quantity.map_or(proposal.at.clone(), |q| q.at.clone());
    draft.span = limited(ctx, &counted(ctx, found, &number));
    Some(draft)
}

/// The words around a number that count with it: from the word of harm of its clause, if near,
/// over the people behind it.
fn counted(ctx: &Context<'_, '_>, found: &Match<'_>, number: &Range<usize>) -> Range<usize> {
    const NEAR: usize = 8;
    let doc = ctx.doc;
    let clause = &doc.clauses[found.clause].at;
    let harm = |i: &usize| {
        doc.mention_at(*i).is_some_and(|m| m.lexeme(doc.lang, "harm").is_some() || m.lexeme(doc.lang, "harmed").is_some())
    };
    let before = clause.start.max(number.start.saturating_sub(NEAR))..number.start;
    let start = before.rev().find(harm).unwrap_or(number.start);
    let end = clause.end.min(number.end + NEAR / 2).max(number.end);
    let behind = (number.end..end).rev().find(harm).map_or(end, |i| i + 1);
    start..behind
}

fn meeting(ctx: &Context<'_, '_>, found: &Match<'_>) -> Option<Draft> {
    let form = Form::parse(&likeliest(ctx, found, "form")?)?;
    let status = MeetingStatus::parse(&likeliest(ctx, found, "status")?)?;
    let participants = names(ctx, found, "participants");
    if participants.is_empty() {
        return None;
    }
    Some(plain(ctx, found, Body::Meeting { form, participants, status }))
}

fn statement(ctx: &Context<'_, '_>, found: &Match<'_>) -> Option<Draft> {
    let speech_act = SpeechAct::parse(&likeliest(ctx, found, "speech_act")?)?;
    let sentence = &ctx.doc.sentences[ctx.doc.clauses[found.clause].sentence];
    let at = ctx.doc.tokens_of(ctx.told_by(found));
    let inside = |s: &&Speech<'_>| at.contains(&s.at.start);
    let beside = |s: &&Speech<'_>| sentence.contains(&s.at.start);
    let speech = ctx.speeches.iter().find(inside).or_else(|| ctx.speeches.iter().find(beside));
    let speaker = match speech {
        Some(speech) => crate::choose::speaker::choose(ctx, found, speech),
        None => {
            let before = ctx.speeches.iter().rev().find(|s| s.at.start < found.trigger.start);
            let speech = Speech {
                at: found.trigger.clone(),
                clause: found.clause,
                lexeme: &ctx.doc.lang.blank,
                feat: found.feat,
                speaker: before.and_then(|s| s.speaker.clone()),
                told: None,
                anonymous: false,
                media: false,
                aside: false,
            };
            crate::choose::speaker::choose(ctx, found, &speech)
        }
    };
    let addressee = names(ctx, found, "addressee").into_iter().next();
    let mut out = plain(ctx, found, Body::Statement { speaker, speech_act, addressee });
    out.modality = Modality::Actual;
    out.place = None;
    Some(out)
}

fn truce(ctx: &Context<'_, '_>, found: &Match<'_>) -> Option<Draft> {
    let event = Event::parse(&likeliest(ctx, found, "event")?)?;
    let parties = names(ctx, found, "parties");
    let body = Body::Truce { event, parties, start: None, end: None, count: None };
    let mut out = plain(ctx, found, body);
    if event == Event::CalledFor {
        out.modality = Modality::CalledFor;
    }
    Some(out)
}

fn commitment(ctx: &Context<'_, '_>, found: &Match<'_>) -> Option<Draft> {
    let what = Task::parse(&likeliest(ctx, found, "what")?)?;
    let status = Standing::parse(&likeliest(ctx, found, "standing")?)?;
    let who = names(ctx, found, "who").into_iter().next();
    let body = Body::Commitment { who, to: None, what, due: ctx.due_of(found), status };
    let mut out = plain(ctx, found, body);
    out.modality = Modality::Actual;
    out.place = None;
    Some(out)
}
