//! Statements: who says something that matters, and what he does by saying it.

use std::ops::Range;

use hudna_model::{Body, Modality, Name, Span, SpeechAct};

use super::bodies::{draft as plain, name, speech_of};
use super::english;
use super::stance::{self, Side};
use super::worth::{self, Case, EVENTS, HARM, POLITICS, figures, has};
use super::{Context, Draft};
use crate::frame::matching::Match;
use crate::lang::ar::Feat;
use crate::layers::speaker::Speech;

/// How much the verb itself votes for its act.
const VERB: f64 = 6.0;

/// How much "announce" and "confirm" vote for themselves: verbs that many positions hide behind.
const LOOSE_VERB: f64 = 3.0;

/// How much the usual act of a neutral verb weighs.
const DEFAULT: f64 = 1.2;

/// An act of saying as the making of a statement looks at it.
struct Said<'c, 'a> {
    speech: &'c Speech<'a>,
    /// Tokens of what is said.
    content: Range<usize>,
}

/// What a speaker does by rule, and what speaks for it.
struct Told {
    act: SpeechAct,
    traits: Vec<String>,
}

/// The statement that a verb of saying makes, if what is said matters.
pub(super) fn draft(ctx: &Context<'_, '_>, found: &Match<'_>) -> Option<Draft> {
    let speech = speech_of(ctx, found.trigger.start)?;
    if speech.lexeme.id != found.lexeme.id || is_object(ctx, found) {
        return None;
    }
    let said = match ctx.doc.is_english() {
        true => Said { speech, content: english::content(ctx, found, speech) },
        false => Said { speech, content: content(ctx, found) },
    };
    let said = said.told_before(ctx).unwrap_or(said);
    let told = said.told(ctx)?;
    let unsure = ctx.doc.is_english() && ctx.trace.is_none() && !ctx.weights.has("keep");
    if unsure && !english::is_worth(ctx, speech, told.act, &said.content) {
        return None;
    }
    ctx.hint("statement", found.trigger.start, told.traits);
    let speech_act = told.act;
    let speaker = crate::choose::speaker::choose(ctx, found, speech);
    let addressee = addressee(ctx, found, speech_act)
        .filter(|a| !is_speaker(a, speaker.as_ref()) && !said.is_told(ctx, a));
    let body = Body::Statement { speaker, speech_act, addressee };
    let mut out = plain(ctx, found, body);
    out.modality = Modality::Actual;
    out.place = None;
    out.span = said.span(ctx);
    Some(out)
}

/// To whom or against whom it is said: who is asked by an appeal, or the object of a verb that has
/// one by its own nature. Whoever stands behind "that" is what is said, not to whom.
fn addressee(ctx: &Context<'_, '_>, found: &Match<'_>, act: SpeechAct) -> Option<Name> {
    use SpeechAct::{Accuse, Appeal, Condemn, Support, Threaten, Warn};
    let told = || super::commitment::asked(ctx, found).or_else(|| name(ctx, found, "addressee"));
    let own = found.lexeme.tag("say").and_then(SpeechAct::parse);
    let takes = matches!(own, Some(Accuse | Condemn | Support | Threaten | Warn));
    if act == Appeal {
        return told();
    }
    let before = |n: &Name| {
        let rest = &ctx.doc.tokens[found.trigger.end..];
        let end = found.trigger.end + rest.partition_point(|t| t.span.start < n.span.start);
        !(found.trigger.end..end).any(|i| ctx.doc.is_particle(i, "that"))
    };
    told().filter(|n| takes && before(n))
}

/// Confidence of a statement that no verb tells, before it is weighed.
const BY_MARK: f64 = 0.4;

/// The statements that no verb tells: behind a headline's colon, in lists, in quotations.
pub(super) fn by_marks(ctx: &Context<'_, '_>) -> Vec<Draft> {
    let marks = ctx.speeches.iter().enumerate().filter(|(_, s)| s.by_mark());
    marks.filter_map(|(i, speech)| by_mark(ctx, i, speech)).collect()
}

fn by_mark(ctx: &Context<'_, '_>, index: usize, speech: &Speech<'_>) -> Option<Draft> {
    let sentence = &ctx.doc.sentences[ctx.doc.clauses[speech.clause].sentence];
    let next = ctx.speeches.get(index + 1).filter(|s| sentence.contains(&s.at.start));
    let end = next.filter(|s| s.by_mark()).map_or(sentence.end, |s| s.at.start);
    if next.is_some_and(|s| s.at.start <= speech.at.end + 1) {
        return None;
    }
    let said = Said { speech, content: speech.at.start..end };
    let told = said.told(ctx)?;
    ctx.hint("statement", speech.at.start, told.traits);
    let speech_act = told.act;
    let speaker = speech.speaker.clone();
    Some(Draft {
        body: Body::Statement { speaker, speech_act, addressee: None },
        modality: Modality::Actual,
        background: false,
        span: said.span(ctx),
        clause: speech.clause,
        place: None,
        date: None,
        rule: "statement.say#mark".to_owned(),
        confidence: BY_MARK,
        trigger: speech.at.start,
    })
}

impl Said<'_, '_> {
    /// "«…»، قال فلان": where nothing is said behind the verb and its speaker, a quotation that
    /// closes right before it is what he said.
    fn told_before(&self, ctx: &Context<'_, '_>) -> Option<Self> {
        const FEWEST: usize = 4;
        let doc = ctx.doc;
        let verb = self.speech.at.start;
        let sentence = &doc.sentences[doc.clauses[self.speech.clause].sentence];
        let words = |at: Range<usize>| doc.tokens[at].iter().filter(|t| t.is_word()).count();
        let from = self.speech.told.as_ref().map_or(0, |t| t.end).max(self.content.start);
        let silent = words(from.min(self.content.end)..self.content.end) == 0;
        let mark = (sentence.start..verb).rev().find(|i| !doc.tokens[*i].is_mark("،,"))?;
        let closes = doc.tokens[mark].is_mark("»”\"");
        let content = sentence.start..verb;
        (silent && closes && words(content.clone()) >= FEWEST)
            .then_some(Said { speech: self.speech, content })
    }

    /// Whether a name stands in the speaker's own phrase.
    fn is_told(&self, ctx: &Context<'_, '_>, name: &Name) -> bool {
        let own = self.speech.told.as_ref().filter(|at| !at.is_empty());
        own.is_some_and(|at| ctx.doc.span(at).shared(name.span) > 0)
    }

    /// What the speaker does by rule, and what speaks for it.
    fn told(&self, ctx: &Context<'_, '_>) -> Option<Told> {
        let own = self.speech.lexeme.tag("say")?;
        let at = self.words(ctx);
        let side = stance::side(ctx, self.speech.speaker.as_ref(), &at);
        let mut votes = votes(ctx, &at);
        let cue = strongest(&votes);
        votes.extend(stance::votes(ctx, side, &at));
        let usual = self.usual(ctx, side);
        let act = act(own, usual, &votes)?;
        let case = Case { speech: self.speech, say: own, act, side, content: &self.content, cue };
        Some(Told { act, traits: worth::traits(ctx, &case) })
    }

    /// What is said without the speaker's own phrase.
    fn words(&self, ctx: &Context<'_, '_>) -> Range<usize> {
        let told = self.speech.told.as_ref().map_or(0, |t| t.end);
        let behind = told <= self.content.end;
        let from = if behind { told.max(self.content.start) } else { self.content.start };
        let content = from.min(self.content.end)..self.content.end;
        stance::lead(ctx.doc, &content)..self.content.end
    }

    /// What a neutral verb usually does: it tells news of acts, of figures and days, of talks and
    /// of one's own side; else a view.
    fn usual(&self, ctx: &Context<'_, '_>, side: Option<Side>) -> SpeechAct {
        let told = self.speech.lexeme.tag("default").and_then(SpeechAct::parse);
        let classes = [&EVENTS[..], &HARM, &POLITICS];
        let news = side == Some(Side::Own)
            || classes.iter().any(|c| has(ctx, &self.content, c))
            || self.content.clone().any(|i| ctx.doc.date_at(i).is_some())
            || figures(ctx, &self.content);
        told.unwrap_or(if news { SpeechAct::Announce } else { SpeechAct::Other })
    }

    /// From the speaker or the verb, whichever stands first, to the end of what is said.
    fn span(&self, ctx: &Context<'_, '_>) -> Span {
        let verb = self.speech.at.start;
        let start = self.speech.told.as_ref().map_or(verb, |at| at.start.min(verb));
        ctx.stretch(start.min(self.content.start)..self.content.end)
    }
}

/// "أعرب عن قلقه": the noun only says what the verb right before it does.
fn is_object(ctx: &Context<'_, '_>, found: &Match<'_>) -> bool {
    const NEAR: usize = 4;
    let verb = found.feat.is_verb()
        && !ctx.doc.mention_at(found.trigger.start).is_some_and(|m| m.enclitic);
    let beside = |s: &Speech<'_>| {
        let from = s.told.as_ref().map_or(s.at.end, |t| t.end.max(s.at.end));
        s.feat.is_verb()
            && !s.by_mark()
            && from <= found.trigger.start
            && found.trigger.start - from < NEAR
    };
    let index = ctx.speeches.partition_point(|s| s.at.start < found.trigger.start);
    let near = ctx.speeches[..index].iter().rev().take(NEAR).any(beside);
    let governed = ctx.doc.tokens[found.trigger.start.saturating_sub(1)].text == "عن";
    near && (!verb && found.feat != Feat::Active || governed)
}

/// The act with the most votes: the verb's own, and those of the words of what is said.
fn act(say: &str, usual: SpeechAct, votes: &[(SpeechAct, f64)]) -> Option<SpeechAct> {
    let (own, weight) = match say {
        "say" => (usual, DEFAULT),
        act => {
            let act = SpeechAct::parse(act)?;
            let loose = matches!(act, SpeechAct::Announce | SpeechAct::Confirm | SpeechAct::Other);
            (act, if loose { LOOSE_VERB } else { VERB })
        }
    };
    let total = |act: SpeechAct| {
        let told: f64 = votes.iter().filter(|(a, _)| *a == act).map(|(_, w)| w).sum();
        told + if act == own { weight } else { 0.0 }
    };
    SpeechAct::ALL.iter().copied().max_by(|a, b| {
        total(*a).total_cmp(&total(*b)).then((*a == own).cmp(&(*b == own))).then(b.cmp(a))
    })
}

/// Votes of the words of what is said; those far from its beginning count less.
fn votes(ctx: &Context<'_, '_>, content: &Range<usize>) -> Vec<(SpeechAct, f64)> {
    const NEAR: usize = 14;
    let tokens = &ctx.doc.tokens[..content.end];
    let mut out = Vec::new();
    for i in content.clone().filter(|i| tokens[*i].is_word()) {
        let share = if i - content.start < NEAR { 1.0 } else { 0.5 };
        out.extend(ctx.doc.lang.acts.votes(tokens, i).into_iter().map(|(a, w)| (a, w * share)));
    }
    out
}

/// The most that words vote for one act.
fn strongest(votes: &[(SpeechAct, f64)]) -> f64 {
    let total =
        |act: SpeechAct| votes.iter().filter(|(a, _)| *a == act).map(|(_, w)| w).sum::<f64>();
    SpeechAct::ALL.iter().map(|a| total(*a)).fold(0.0, f64::max)
}

fn is_speaker(addressee: &Name, speaker: Option<&Name>) -> bool {
    speaker.is_some_and(|s| {
        s.span.shared(addressee.span) > 0
            || s.text == addressee.text
            || (s.party.is_some() && s.party == addressee.party)
    })
}

/// What is said: from behind the verb to the next verb of saying, or the end of the sentence.
fn content(ctx: &Context<'_, '_>, found: &Match<'_>) -> Range<usize> {
    let sentence = &ctx.doc.sentences[ctx.clause(found).sentence];
    let index = ctx.speeches.partition_point(|s| s.at.start <= found.trigger.end);
    let mut later = ctx.speeches[index..].iter().take_while(|s| sentence.contains(&s.at.start));
    let next = later.find(|s| {
        s.clause != found.clause
            && !s.by_mark()
            && (s.feat.is_verb() || s.feat == Feat::Active)
            && !s.lexeme.is("attribution")
    });
    let end =
        next.map_or(sentence.end, |s| ctx.doc.clauses[s.clause].at.start.max(found.trigger.end));
    found.trigger.end..end.min(sentence.end)
}
