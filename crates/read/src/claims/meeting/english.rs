//! Who takes part in a meeting that English tells.

use std::ops::Range;

use hudna_model::{Form, PartyKind};

use crate::claims::Context;
use crate::doc::{Doc, Mention};
use crate::frame::english::{Part, part, subject};
use crate::frame::matching::Match;
use crate::lang::ar::Feat;
use crate::layers::english::person::phrase_at;
use crate::layers::person::Head;

/// How far behind its word those may stand with whom it is held, in tokens.
const REACH: usize = 16;

/// Most people of one list.
const MOST: usize = 6;

/// Who takes part, one range each.
pub(super) fn participants(
    ctx: &Context<'_, '_>,
    found: &Match<'_>,
    form: Form,
) -> Vec<Range<usize>> {
    let doc = ctx.doc;
    let sentence = &doc.sentences[ctx.clause(found).sentence];
    let verb = found.feat.is_verb() || matches!(found.feat, Feat::Active | Feat::Passive);
    let mut out: Vec<Range<usize>> = Vec::new();
    let at = found.trigger.start;
    if verb {
        subject_list(doc, sentence, at, &mut out);
        let takes = found.lexeme.governs.iter().any(|(p, r)| p == "obj" && r == "with");
        if takes && form != Form::Visit {
            take_list(doc, found.trigger.end, sentence.end, &mut out);
        }
    } else {
        owner(doc, sentence, at, &mut out);
        let carrier = (sentence.start..at)
            .rev()
            .take(8)
            .find(|i| doc.mention_at(*i).is_some_and(|m| m.at.start == *i && carries(doc, m)));
        if let Some(carrier) = carrier {
            subject_list(doc, sentence, carrier, &mut out);
        }
    }
    for i in found.trigger.end..sentence.end.min(found.trigger.end + REACH) {
        if let Part::Verb(_) = part(doc, i) {
            break;
        }
        let text = doc.tokens[i].text.as_str();
        let by = !verb && ["by", "of"].contains(&text);
        if doc.is_particle(i, "with") || by {
            take_list(doc, i + 1, sentence.end, &mut out);
        }
    }
    let troops = |at: &Range<usize>| {
        let mut heads = doc.mentions_in(at);
        form == Form::Visit
            && heads.any(|m| m.lexeme(doc.lang, "unit").is_some())
            && !doc.mentions_in(at).any(|m| m.lexeme(doc.lang, "office").is_some())
    };
    out.retain(|at| !troops(at));
    if out.iter().any(|at| is_media(doc, at)) { Vec::new() } else { out }
}

/// A verb that holds, joins or carries a meeting.
fn carries(doc: &Doc<'_>, m: &Mention) -> bool {
    ["meet_status", "meet_join", "light", "moves"].iter().any(|c| m.lexeme(doc.lang, c).is_some())
        && matches!(part(doc, m.at.start), Part::Verb(_))
}

/// "Kerry's visit", "US-Russian talks", "the Security Council meeting".
fn owner(doc: &Doc<'_>, sentence: &Range<usize>, at: usize, out: &mut Vec<Range<usize>>) {
    let mut from = at;
    while from > sentence.start && matches!(part(doc, from - 1), Part::Word(_)) && at - from < 8 {
        from -= 1;
    }
    for m in doc.mentions_in(&(from..at)) {
        let party = m.parties(doc.lang).next().is_some();
        if party || m.lexeme(doc.lang, "office").is_some() {
            push(out, m.at.clone());
        }
    }
}

/// The subject of a verb, with those that "and" joins to it.
fn subject_list(doc: &Doc<'_>, sentence: &Range<usize>, verb: usize, out: &mut Vec<Range<usize>>) {
    let Some(last) = subject(doc, sentence, verb) else { return };
    let mut list = vec![last.at.clone()];
    let mut start = last.at.start;
    while list.len() < MOST {
        let mut i = start;
        while i > sentence.start && part(doc, i - 1) == Part::Determiner {
            i -= 1;
        }
        let joint = i.checked_sub(1).filter(|j| {
            *j > sentence.start && (doc.tokens[*j].text == "and" || doc.tokens[*j].is_mark(","))
        });
        let Some(joint) = joint else { break };
        let found = (sentence.start.max(joint.saturating_sub(8))..joint)
            .find_map(|s| phrase_at(doc, s, joint).filter(|np| np.at.end == joint));
        match found.filter(|np| np.head != Head::Strange) {
            Some(np) => {
                start = np.at.start;
                list.push(np.at);
            }
            None => break,
        }
    }
    for at in list.into_iter().rev() {
        if meets(doc, &at) {
            push(out, at);
        }
    }
}

/// Somebody who may meet: a person, an office, a body.
fn meets(doc: &Doc<'_>, at: &Range<usize>) -> bool {
    phrase_at(doc, at.start, at.end).is_some_and(|np| np.head != Head::Strange)
        || doc.mentions_in(at).any(|m| m.lexeme(doc.lang, "delegates").is_some())
}

/// The phrases from a token on that commas and "and" join.
fn take_list(doc: &Doc<'_>, from: usize, limit: usize, out: &mut Vec<Range<usize>>) {
    let mut i = from;
    for _ in 0..MOST {
        while i < limit && (part(doc, i) == Part::Determiner || doc.date_at(i).is_some()) {
            i += 1;
        }
        let Some(np) = phrase_at(doc, i, limit) else { return };
        if np.head == Head::Strange && !meets(doc, &np.at) {
            return;
        }
        i = np.at.end;
        push(out, np.at);
        let joint = doc.tokens.get(i).is_some_and(|t| t.text == "and" || t.is_mark(","));
        if !joint {
            return;
        }
        i += 1;
        i += usize::from(doc.tokens.get(i).is_some_and(|t| t.text == "and"));
    }
}

fn push(out: &mut Vec<Range<usize>>, at: Range<usize>) {
    if !at.is_empty() && !out.iter().any(|o| o.start < at.end && at.start < o.end) {
        out.push(at);
    }
}

/// An interview is no meeting.
fn is_media(doc: &Doc<'_>, at: &Range<usize>) -> bool {
    doc.mentions_in(at).any(|m| {
        m.parties(doc.lang).any(|f| doc.pack.parties[f.party].kind == PartyKind::Media)
            || m.lexeme(doc.lang, "media").is_some()
    })
}
