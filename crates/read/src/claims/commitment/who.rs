//! Who is to do what is promised, agreed or asked for.

use hudna_model::{Name, PartyKind};

use super::super::Context;
use super::super::bodies::speech_of;
use super::super::english;
use super::behind;
use crate::doc::{Doc, Mention};
use crate::frame::matching::Match;
use crate::frame::phrase::is_only_verb;
use crate::frame::relation::name_of;
use crate::lang::ar::Feat;
use crate::layers::person::{Head, Np, phrase_at};
use crate::layers::speaker::subject_of;

/// How far behind its word an addressee ends when nothing definite is asked for, in tokens.
const NEAR: usize = 10;

/// A phrase between the word of asking and what is asked for.
struct Between {
    np: Np,
    /// It stands behind a preposition that may point at whoever is asked ("من", "على", "ب").
    pointed: bool,
    /// It stands behind "that": it is the subject of what is asked for.
    that: bool,
}

/// Who is asked: whom a preposition points at, the object behind the speaker, the subject of the
/// clause that is asked for, or whoever the task belongs to.
pub(super) fn asked(
    ctx: &Context<'_, '_>,
    found: &Match<'_>,
    task: Option<&Mention>,
) -> Option<Name> {
    let doc = ctx.doc;
    if doc.is_english() {
        let told = english::asked(ctx, found, task.map(|t| t.at.start));
        return told.or_else(|| agent(ctx, found, task?));
    }
    let sentence = &doc.sentences[ctx.clause(found).sentence];
    let until = task.map_or(sentence.end.min(found.trigger.end + NEAR), |t| t.at.start);
    let list = between(ctx, found, until);
    let that = list.iter().find(|b| b.that);
    let pointed = || list.iter().find(|b| b.pointed);
    let np = that.or_else(pointed).map(|b| &b.np);
    let np = np.or_else(|| object(ctx, found, &list));
    np.map(|np| name_of(doc, &np.at)).or_else(|| agent(ctx, found, task?))
}

/// The object of the verb of asking: the first phrase behind it when its subject stands before
/// it or does not agree with it, else the second.
fn object<'b>(ctx: &Context<'_, '_>, found: &Match<'_>, list: &'b [Between]) -> Option<&'b Np> {
    let doc = ctx.doc;
    let mut bare = list.iter().filter(|b| !b.pointed && !b.that).map(|b| &b.np);
    let first = bare.next()?;
    let verb = doc.mention_at(found.trigger.start)?;
    let told = speech_of(ctx, found.trigger.start).and_then(|s| s.told.clone());
    let before = told.as_ref().is_some_and(|t| t.end <= found.trigger.start);
    let elsewhere = before
        || found.feat == Feat::Active
        || verb.enclitic
        || first_person(doc, found)
        || found.trigger.start > 0 && doc.is_particle(found.trigger.start - 1, "rel")
        || found.feat.is_verb() && (!agrees(doc, found, first) || is_object(doc, verb, first));
    if elsewhere {
        return Some(first);
    }
    // "وطالب بارزاني، رئيس الإقليم، بوقف": a name behind a comma is the same one's.
    let apposed = |np: &&Np| {
        np.at.start == first.at.end + 1
            && doc.tokens[first.at.end].is_mark("،,")
            && matches!(np.head, Head::Office | Head::Person)
    };
    bare.find(|np| !apposed(np))
}

/// People in the accusative, or people of no list behind a verb that goes on: "وحث الطرفين على".
fn is_object(doc: &Doc<'_>, verb: &Mention, np: &Np) -> bool {
    let two = np.at.clone().any(|i| {
        let text = doc.tokens[i].text.as_str();
        text.starts_with("ال") && text.ends_with("ين")
    });
    let goes_on = verb.conjunction
        && verb.at.start > 0
        && !doc.tokens[verb.at.start - 1].is_mark(".؟!؛;")
        && doc.tokens[verb.at.start - 1].kind != crate::token::TokenKind::Break;
    let body = doc.mention_at(np.at.start).is_some_and(|m| {
        m.lexeme(doc.lang, "office").is_some_and(|(l, _)| l.tag("body").is_some())
    });
    (np.head == Head::Strange || body) && (two || goes_on)
}

/// Phrases between the word and a token.
fn between(ctx: &Context<'_, '_>, found: &Match<'_>, until: usize) -> Vec<Between> {
    let doc = ctx.doc;
    let mut out = Vec::new();
    let words = doc.words(&found.trigger);
    let (mut pointed, mut other, mut that) = (words.ends_with(" على"), false, false);
    let mut i = found.trigger.end;
    while i < until {
        if doc.is_particle(i, "that") {
            (that, other, pointed) = (true, false, false);
        } else if doc.is_particle(i, "prep") && !doc.mention_at(i).is_some_and(|m| m.enclitic) {
            pointed = points(found, &doc.tokens[i].text) || that && doc.tokens[i].text == "علي";
            other = !pointed;
        } else if let Some(np) = phrase_at(doc, i, until) {
            let own = doc.mention_at(i).and_then(|m| m.preposition);
            let own_points = own.is_some_and(|p| points(found, &p.to_string()));
            let governed = other || own.is_some() && !own_points;
            if !governed && somebody(doc, &np) {
                let end = np.at.end;
                out.push(Between { np, pointed: pointed || own_points, that });
                i = end;
                (pointed, other) = (false, false);
                continue;
            }
            (pointed, other) = (false, false);
            i = np.at.end.max(i + 1);
            continue;
        }
        i = doc.mention_at(i).map_or(i + 1, |m| m.at.end.max(i + 1));
    }
    out
}

/// Whether the word points at whoever is asked with this preposition ("طلب من", "أهاب ب").
fn points(found: &Match<'_>, preposition: &str) -> bool {
    found.lexeme.governs.iter().any(|(p, r)| p == preposition && (r == "addressee" || r == "who"))
}

/// A known name or office, or definite people that no list holds ("الأطراف").
fn somebody(doc: &Doc<'_>, np: &Np) -> bool {
    let named = np.at.clone().any(|i| doc.tokens[i].text.starts_with("ال"));
    np.head != Head::Strange || named
}

/// "نطالب", "أدعو".
fn first_person(doc: &Doc<'_>, found: &Match<'_>) -> bool {
    let text = doc.tokens[found.trigger.start].text.as_str();
    let text = text.strip_prefix(['و', 'ف']).unwrap_or(text);
    found.feat == Feat::Present && text.starts_with(['ن', 'ا'])
}

/// Whether a verb and the phrase behind it agree in gender, as a verb and its subject do.
fn agrees(doc: &Doc<'_>, found: &Match<'_>, np: &Np) -> bool {
    let text = doc.tokens[found.trigger.start].text.as_str();
    let text = text.strip_prefix(['و', 'ف']).unwrap_or(text);
    let verb = match found.feat {
        Feat::Past => text.ends_with('ت'),
        Feat::Future => text.starts_with("ست"),
        _ => text.starts_with('ت'),
    };
    // Plurals of groups are feminine and do not show it ("دعت سرايا القدس").
    verb == feminine(doc, np) || verb && np.head == Head::Group
}

/// Feminine by its ending, a state, or a plural of things.
fn feminine(doc: &Doc<'_>, np: &Np) -> bool {
    let head = doc.tokens[np.at.start].text.as_str();
    let state = doc.mention_at(np.at.start).is_some_and(|m| {
        m.parties(doc.lang).any(|f| {
            matches!(doc.pack.parties[f.party].kind, PartyKind::State) && np.head == Head::Group
        })
    });
    state || head.ends_with('ه') || head.ends_with("ات") || doc.is_particle(np.at.start, "feminine")
}

/// Whoever a task belongs to: the subject of its verb, or the noun behind a task that somebody
/// does himself ("انسحاب القوات", "انتشار للجيش").
pub(super) fn agent(ctx: &Context<'_, '_>, found: &Match<'_>, task: &Mention) -> Option<Name> {
    let doc = ctx.doc;
    let (lexeme, feat) = super::word(doc, task)?;
    let clause = ctx.clause(found);
    if feat.is_verb() {
        return subject_of(doc, clause, task).map(|np| name_of(doc, &np.at));
    }
    lexeme.tag("by")?;
    let sentence = &doc.sentences[clause.sentence];
    let near = behind(sentence, task.at.end, 3);
    near.filter_map(|i| phrase_at(doc, i, sentence.end))
        .find(|np| somebody(doc, np))
        .map(|np| name_of(doc, &np.at))
}

/// Who promises: the subject of the word, or the speaker of the sentence. What an agreement says
/// is promised by whoever the task belongs to.
pub(super) fn promiser(ctx: &Context<'_, '_>, found: &Match<'_>, task: &Mention) -> Option<Name> {
    if found.lexeme.tag("who") == Some("task") {
        return agent(ctx, found, task);
    }
    // "الفصائل جاهزة ل": whoever is ready stands before it.
    if let Some(ready) = ready(ctx, found) {
        return Some(ready);
    }
    if let Some(speech) = speech_of(ctx, found.trigger.start) {
        return speech.speaker.clone();
    }
    doer(ctx, found)
}

/// The subject before a predicate: "إسرائيل مستعدة", "الرئيس على استعداد".
fn ready(ctx: &Context<'_, '_>, found: &Match<'_>) -> Option<Name> {
    const AHEAD: usize = 8;
    found.lexeme.tag("predicate")?;
    let doc = ctx.doc;
    let sentence = &doc.sentences[ctx.clause(found).sentence];
    let quoted = found.trigger.start > 0 && doc.tokens[found.trigger.start - 1].is_mark("«“\"'");
    let end = found.trigger.start - usize::from(quoted);
    let known = |np: &Np| np.at.end == end && np.head != Head::Strange;
    (sentence.start.max(end.saturating_sub(AHEAD))..end)
        .find_map(|i| phrase_at(doc, i, end).filter(known))
        .map(|np| name_of(doc, &np.at))
}

/// Who does what the trigger tells: its subject, the subject of the verb that carries it, or the
/// speaker of the sentence.
pub(super) fn doer(ctx: &Context<'_, '_>, found: &Match<'_>) -> Option<Name> {
    let doc = ctx.doc;
    let clause = ctx.clause(found);
    let mention = doc.mention_at(found.trigger.start)?;
    if found.lexeme.is("deed") || found.lexeme.is("inquire") {
        return beside(ctx, found);
    }
    let np = match found.feat.is_verb() {
        true => subject_of(doc, clause, mention),
        false => of_noun(ctx, found),
    };
    np.map(|np| name_of(doc, &np.at)).or_else(|| speaker(ctx, found))
}

/// The subject right beside the trigger.
pub(super) fn beside(ctx: &Context<'_, '_>, found: &Match<'_>) -> Option<Name> {
    const NEAR: usize = 2;
    let doc = ctx.doc;
    let clause = ctx.clause(found);
    let mention = doc.mention_at(found.trigger.start)?;
    let near = |np: &Np| {
        found.trigger.start.saturating_sub(np.at.end) <= NEAR
            && np.at.start.saturating_sub(found.trigger.end) <= NEAR
    };
    let fixed = found.lexeme.is("deed") || found.lexeme.is("inquire");
    if let Some(ready) = ready(ctx, found) {
        return Some(ready);
    }
    if mention.enclitic && !fixed && !found.feat.is_verb() {
        return doer(ctx, found);
    }
    let np = match found.feat.is_verb() || fixed {
        true => subject_of(doc, clause, mention),
        false => of_noun(ctx, found),
    };
    np.filter(near).map(|np| name_of(doc, &np.at))
}

/// The noun behind, the subject of the verb behind, or that of the verb before.
fn of_noun(ctx: &Context<'_, '_>, found: &Match<'_>) -> Option<Np> {
    let doc = ctx.doc;
    let clause = ctx.clause(found);
    let np = phrase_at(doc, found.trigger.end, clause.at.end);
    if let Some(np) = np.filter(|np| np.head != Head::Strange) {
        return Some(np);
    }
    // "ومن المنتظر أن يعلن كيري": whoever does what is expected.
    let that = usize::from(doc.is_particle(found.trigger.end, "that"));
    let verb = doc.mention_at(found.trigger.end + that).filter(|m| is_only_verb(doc, m));
    if let Some(np) = verb.and_then(|v| subject_of(doc, clause, v)) {
        return Some(np);
    }
    let before = clause.at.start..found.trigger.start;
    let carries = |m: &&Mention| {
        is_only_verb(doc, m)
            && m.lexeme(doc.lang, "speech").is_none_or(|(l, _)| l.tag("say") == Some("say"))
    };
    let carrier = doc.mentions_in(&before).rev().find(carries)?;
    // "أفادت مصادر بأن المبعوث سيقدم إحاطة": whoever is named behind "that" does it.
    let that = (carrier.at.end..found.trigger.start).rev().find(|i| doc.is_particle(*i, "that"));
    let told = that.and_then(|i| phrase_at(doc, i + 1, found.trigger.start));
    told.filter(|np| np.head != Head::Strange).or_else(|| subject_of(doc, clause, carrier))
}

fn speaker(ctx: &Context<'_, '_>, found: &Match<'_>) -> Option<Name> {
    let sentence = &ctx.doc.sentences[ctx.clause(found).sentence];
    let before = |s: &&crate::layers::speaker::Speech<'_>| {
        sentence.contains(&s.at.start) && s.at.start < found.trigger.start
    };
    ctx.speeches.iter().rev().find(before).and_then(|s| s.speaker.clone())
}

/// A future form, or a verb right behind words of time to come.
pub(super) fn told_as_coming(ctx: &Context<'_, '_>, found: &Match<'_>) -> bool {
    let doc = ctx.doc;
    let start = found.trigger.start;
    let cue = |i: usize| {
        doc.tokens[i].text.trim_start_matches(['و', 'ف']) == "سوف"
            || doc.mention_at(i).is_some_and(|m| {
                m.scopes().any(|s| doc.lang.scopes[s].set == Some(hudna_model::Modality::Planned))
            })
    };
    let near = start.saturating_sub(2)..start;
    let fixed = found.feat == Feat::Phrase;
    fixed || found.feat == Feat::Future || found.feat == Feat::Present && near.clone().any(cue)
}
