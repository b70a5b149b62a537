//! Whether an act of saying is a statement worth a claim: somebody takes a position on the conflict
//! or the truce. News that a source or medium passes on is attribution and no statement.
//!
//! What tells one from the other: traits, which are weighed with all else that speaks for keeping a
//! claim ([`crate::choose::keep`]).

use std::ops::Range;

use hudna_model::{PartyKind, SpeechAct};

use super::Context;
use super::stance::Side;
use crate::lang::ar::Feat;
use crate::layers::speaker::Speech;

/// An act of saying with what is known of it.
pub(super) struct Case<'c, 'a> {
    pub(super) speech: &'c Speech<'a>,
    /// What its verb does.
    pub(super) say: &'c str,
    /// What it does in the end.
    pub(super) act: SpeechAct,
    pub(super) side: Option<Side>,
    /// Tokens of what is said.
    pub(super) content: &'c Range<usize>,
    /// The most that words vote for one act.
    pub(super) cue: f64,
}

/// Words of truces, meetings and promises.
pub(super) const POLITICS: [&str; 5] = ["truce", "truce_event", "meet", "task", "promise"];

/// Words of harm to people.
pub(super) const HARM: [&str; 2] = ["harm", "harmed"];

/// Words of acts of force.
pub(super) const EVENTS: [&str; 9] = [
    "strike",
    "clash",
    "attack",
    "ground",
    "blast",
    "kill_act",
    "seize_person",
    "coerce",
    "posture",
];

/// How many words of what is said may tell figures that make it news.
pub(super) const FIGURES: usize = 16;

/// Whether the words hold one of these classes, weak words left out.
pub(super) fn has(ctx: &Context<'_, '_>, content: &Range<usize>, classes: &[&str]) -> bool {
    let lang = ctx.doc.lang;
    ctx.doc.mentions_in(content).any(|m| {
        m.lexemes(lang).any(|(l, _)| l.tag("weak").is_none() && classes.iter().any(|c| l.is(c)))
    })
}

/// Whether figures are told near the beginning of the words.
pub(super) fn figures(ctx: &Context<'_, '_>, content: &Range<usize>) -> bool {
    content.clone().take(FIGURES).any(|i| ctx.doc.quantity_at(i).is_some())
}

/// All traits of an act of saying, by name.
pub(super) fn traits(ctx: &Context<'_, '_>, case: &Case<'_, '_>) -> Vec<String> {
    let group = match case.say {
        "say" => "say",
        "announce" | "confirm" | "other" => "loose",
        _ => "firm",
    };
    let neutral = matches!(case.act, SpeechAct::Announce | SpeechAct::Other | SpeechAct::Confirm);
    let stand = if neutral { "news" } else { "position" };
    let form = form(case.speech.feat);
    let mut out = vec![
        "any".to_owned(),
        format!("verb/{group}"),
        format!("{group}/{stand}"),
        format!("act/{}", case.act.as_str()),
        format!("form/{form}"),
        format!("{group}/{form}"),
        format!("speaker/{}", kind(ctx, case.speech)),
        format!("about/{}", about(case.side)),
        format!("{stand}/about/{}", about(case.side)),
    ];
    let plain = plain(ctx, case);
    for name in &plain {
        out.push((*name).to_owned());
        out.push(format!("{stand}/{name}"));
    }
    let both = |a: &str, b: &str| plain.contains(&a) && plain.contains(&b);
    for (a, b) in [("event", "figure"), ("harm", "figure"), ("event", "anonymous")] {
        if both(a, b) {
            out.push(format!("{stand}/{a}/{b}"));
        }
    }
    out
}

fn form(feat: Feat) -> &'static str {
    match feat {
        Feat::Past => "past",
        Feat::Present => "present",
        Feat::Future => "future",
        Feat::Masdar => "masdar",
        Feat::Active => "participle",
        Feat::Passive => "passive",
        _ => "noun",
    }
}

fn about(side: Option<Side>) -> &'static str {
    match side {
        Some(Side::Own) => "own",
        Some(Side::Other) => "other",
        Some(Side::Unknown) => "party",
        None => "none",
    }
}

fn kind(ctx: &Context<'_, '_>, speech: &Speech<'_>) -> &'static str {
    let Some(name) = &speech.speaker else { return "none" };
    let party =
        name.party.as_ref().and_then(|id| ctx.doc.pack.parties.iter().find(|p| p.id == *id));
    match party.map(|p| p.kind) {
        None => "unlisted",
        Some(PartyKind::Person) => "person",
        Some(PartyKind::Media) => "media",
        Some(PartyKind::Monitor) => "monitor",
        Some(PartyKind::Ngo | PartyKind::Body) => "body",
        Some(_) => "side",
    }
}

/// Traits that hold or do not.
fn plain(ctx: &Context<'_, '_>, case: &Case<'_, '_>) -> Vec<&'static str> {
    /// Fewest and most words that are usual.
    const SHORT: usize = 6;
    const LONG: usize = 22;
    /// Votes of one word, and of several.
    const SOME: f64 = 1.5;
    const STRONG: f64 = 3.5;
    let (doc, speech, content) = (ctx.doc, case.speech, case.content);
    let sentence = &doc.sentences[doc.clauses[speech.clause].sentence];
    let verb = speech.at.start;
    let told = speech.told.as_ref();
    let behind = |class: &str| verb > sentence.start && doc.is_particle(verb - 1, class);
    let first = verb <= sentence.start + 1 || told.is_some_and(|t| t.start <= sentence.start + 1);
    let index = ctx.speeches.partition_point(|s| s.at.start < verb);
    let second = index > 0 && sentence.contains(&ctx.speeches[index - 1].at.start);
    let list = [
        ("told", told.is_some()),
        ("before", told.is_some_and(|t| t.start < verb)),
        ("anonymous", speech.anonymous),
        ("media", speech.media),
        ("quoted", doc.inside_quotes(&speech.at, sentence)),
        ("event", has(ctx, content, &EVENTS)),
        ("politics", has(ctx, content, &POLITICS)),
        ("harm", has(ctx, content, &HARM)),
        ("force", touches(ctx, content)),
        ("figure", figures(ctx, content)),
        ("date", content.clone().any(|i| doc.date_at(i).is_some())),
        ("carries", speech.lexeme.tag("carry").is_some()),
        ("mark", speech.by_mark()),
        ("cue", case.cue >= SOME),
        ("cues", case.cue >= STRONG),
        ("short", content.len() < SHORT),
        ("long", content.len() > LONG),
        ("first", first),
        ("second", second),
        ("negated", behind("neg")),
        ("relative", behind("rel")),
        ("nested", behind("that")),
    ];
    list.iter().filter(|(_, holds)| *holds).map(|(name, _)| *name).collect()
}

/// Whether the words touch the conflict or the truce.
fn touches(ctx: &Context<'_, '_>, content: &Range<usize>) -> bool {
    const CLASSES: [&str; 12] = [
        "truce",
        "truce_event",
        "task",
        "force",
        "harm",
        "strike",
        "clash",
        "attack",
        "ground",
        "promise",
        "meet",
        "violence_word",
    ];
    let lang = ctx.doc.lang;
    ctx.doc.mentions_in(content).any(|m| {
        m.lexemes(lang).any(|(l, _)| CLASSES.iter().any(|c| l.is(c)))
            || m.parties(lang).next().is_some()
    })
}
