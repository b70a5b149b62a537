//! What an English speaker says and to whom, and whom he asks.

use std::ops::Range;

use hudna_model::{Name, PartyKind, SpeechAct};

use super::Context;
use super::worth::{EVENTS, HARM, POLITICS, figures, has};
use crate::doc::Mention;
use crate::frame::english::{Part, part, phrases};
use crate::frame::matching::Match;
use crate::frame::relation::name_of;
use crate::layers::english::person::phrase_at;
use crate::layers::person::Head;
use crate::layers::speaker::Speech;

/// Fewest words that somebody says.
const FEWEST: usize = 3;

/// What is said: behind the verb and its speaker; before them where nothing is said behind.
pub(super) fn content(
    ctx: &Context<'_, '_>,
    found: &Match<'_>,
    speech: &Speech<'_>,
) -> Range<usize> {
    let doc = ctx.doc;
    let sentence = &doc.sentences[ctx.clause(found).sentence];
    let told = speech.told.clone().unwrap_or(found.trigger.clone());
    let from = found.trigger.end.max(told.end).min(sentence.end);
    let index = ctx.speeches.partition_point(|s| s.at.start <= found.trigger.end);
    let later = ctx.speeches[index..].iter().take_while(|s| sentence.contains(&s.at.start));
    let next = later.filter(|s| s.clause != found.clause && s.feat.is_verb()).find(|s| !s.aside);
    let end = next.map_or(sentence.end, |s| doc.clauses[s.clause].at.start.max(from));
    let words = |at: Range<usize>| {
        doc.tokens[at.clone()]
            .iter()
            .zip(at)
            .filter(|(t, i)| t.is_word() && doc.date_at(*i).is_none())
            .count()
    };
    let start = told.start.min(found.trigger.start);
    if words(from..end) < FEWEST && words(sentence.start..start) >= FEWEST {
        return sentence.start..start;
    }
    from..end
}

/// Whether an act of saying is a statement worth a claim where no weights tell: a position, or
/// news of politics; not what a source, a medium or a monitor tells of acts and their victims.
pub(super) fn is_worth(
    ctx: &Context<'_, '_>,
    speech: &Speech<'_>,
    act: SpeechAct,
    content: &Range<usize>,
) -> bool {
    let neutral = matches!(act, SpeechAct::Announce | SpeechAct::Other | SpeechAct::Confirm);
    let event = has(ctx, content, &EVENTS) || has(ctx, content, &HARM) || figures(ctx, content);
    let politics = has(ctx, content, &POLITICS);
    let kind = speech
        .speaker
        .as_ref()
        .and_then(|n| n.party.as_ref())
        .and_then(|id| ctx.doc.pack.parties.iter().find(|p| p.id == *id).map(|p| p.kind));
    let passes_on = speech.anonymous
        || speech.media
        || matches!(kind, Some(PartyKind::Media | PartyKind::Monitor));
    if speech.lexeme.is("attribution") || speech.speaker.is_none() && neutral {
        return false;
    }
    if neutral { !passes_on && politics } else { !(passes_on && event) }
}

/// Whom a verb of asking asks: its object, or whoever stands behind "on", "for" or "that" before
/// what is asked for.
pub(super) fn asked(
    ctx: &Context<'_, '_>,
    found: &Match<'_>,
    until: Option<usize>,
) -> Option<Name> {
    const NEAR: usize = 10;
    let doc = ctx.doc;
    let sentence = &doc.sentences[ctx.clause(found).sentence];
    let end = until.unwrap_or(sentence.end.min(found.trigger.end + NEAR)).max(found.trigger.end);
    let range = found.trigger.end..end;
    let list = phrases(doc, &range, &(range.start..range.start));
    let points = |p: &Option<String>| {
        p.as_deref().is_none_or(|p| ["on", "upon", "for", "that", "from", "of"].contains(&p))
    };
    let named = |at: &Range<usize>| {
        let np = phrase_at(doc, at.start, at.end).filter(|np| np.head != Head::Strange);
        let people = |m: &Mention| {
            m.lexemes(doc.lang).any(|(l, _)| l.tag("asked").is_some())
                || m.lexeme(doc.lang, "delegates").is_some()
        };
        np.is_some() || doc.mentions_in(at).any(people)
    };
    let first = list.iter().find(|p| points(&p.preposition) && named(&p.at))?;
    let verb = (range.start..first.at.start).any(|i| matches!(part(doc, i), Part::Verb(_)));
    (!verb).then(|| name_of(doc, &first.at))
}
