//! When it happened: the dates of the sentence are candidates, and so are the last day told
//! before, that of the act told last, and the first of the report.

use super::people::form;
use super::{Sheet, best, few};
use crate::claims::Context;
use crate::frame::matching::Match;
use crate::layers::date::Date;

/// Why a date is a candidate.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Origin {
    Sentence,
    Before,
    Memory,
    Lead,
    Today,
}

/// The index of the date of what is told; `usual` is what the rule takes.
pub(crate) fn choose(
    ctx: &Context<'_, '_>,
    found: &Match<'_>,
    usual: Option<usize>,
) -> Option<usize> {
    let weights = ctx.weights;
    if ctx.trace.is_none() && !weights.has("date") {
        return usual;
    }
    let list = candidates(ctx, found, usual);
    let mut sheets: Vec<Sheet<'_>> =
        list.iter().map(|(i, o)| sheet(ctx, found, &list, *i, *o, usual)).collect();
    sheets.push(never(ctx, found, &list));
    let fallback = usual.and_then(|u| list.iter().position(|(i, _)| *i == u)).unwrap_or(list.len());
    let chosen = best(weights, "date", &sheets, fallback);
    let words = |i: usize| {
        let day = |(i, _): &(usize, Origin)| ctx.doc.dates[*i].resolved.clone();
        list.get(i).and_then(day).map_or(String::new(), |d| d.start)
    };
    ctx.note("date", found, &sheets, words);
    list.get(chosen).map(|(i, _)| *i)
}

fn candidates(
    ctx: &Context<'_, '_>,
    found: &Match<'_>,
    usual: Option<usize>,
) -> Vec<(usize, Origin)> {
    let doc = ctx.doc;
    let sentence = &doc.sentences[doc.clauses[found.clause].sentence];
    let from = doc.dates.partition_point(|d| d.at.start < sentence.start);
    let to = doc.dates.partition_point(|d| d.at.start < sentence.end);
    let known = |i: &usize| doc.dates[*i].resolved.is_some();
    let mut out: Vec<_> = (from..to).filter(known).take(8).map(|i| (i, Origin::Sentence)).collect();
    let day = |i: &usize| {
        let date = &doc.dates[*i];
        !date.since && date.resolved.as_ref().is_some_and(|r| r.precision == "day")
    };
    let mut add = |i: Option<usize>, origin| {
        let same = |(k, _): &(usize, Origin)| i.is_some_and(|i| start(ctx, *k) == start(ctx, i));
        if let Some(i) = i.filter(|_| !out.iter().any(same)) {
            out.push((i, origin));
        }
    };
    add(ctx.memory.borrow().date, Origin::Memory);
    add((0..from).rev().take(6).find(day), Origin::Before);
    add((0..from).take(6).find(day), Origin::Lead);
    add(ctx.today, Origin::Today);
    add(usual, Origin::Before);
    out
}

fn start<'c>(ctx: &'c Context<'_, '_>, i: usize) -> Option<&'c str> {
    ctx.doc.dates[i].resolved.as_ref().map(|r| r.start.as_str())
}

fn sheet<'d>(
    ctx: &Context<'d, '_>,
    found: &Match<'_>,
    list: &[(usize, Origin)],
    i: usize,
    origin: Origin,
    usual: Option<usize>,
) -> Sheet<'d> {
    let doc = ctx.doc;
    let date = &doc.dates[i];
    let kind = found.frame.kind.as_str();
    let mut sheet = Sheet::new(ctx.weights, "date", ctx.trace.is_some());
    let precision = date.resolved.as_ref().map_or("none", |r| r.precision.as_str());
    let age = age(ctx, date);
    sheet.add(&["precision", precision, kind]);
    sheet.add_if(usual == Some(i), &["rule", kind]);
    let alone = list.iter().any(|(_, o)| *o == Origin::Sentence);
    let alone = if alone { "rival" } else { "alone" };
    let here = doc.clauses[found.clause].sentence;
    let modality = found.layers.modality.as_str();
    match origin {
        Origin::Sentence => placed(ctx, found, list, date, &mut sheet),
        Origin::Before => {
            let gap = doc.sentences_between(date.at.start, found.trigger.start);
            let apart = doc.apart(date.at.end, found.trigger.start);
            let apart = if apart { "apart" } else { "joined" };
            sheet.add(&["before", kind, alone]);
            sheet.add(&["before", few(gap), apart, alone]);
            sheet.add(&["before", age, alone]);
            sheet.add(&["before", modality]);
            sheet.add(&["before", form(found)]);
        }
        Origin::Memory => {
            let gap = here.saturating_sub(ctx.memory.borrow().sentence);
            sheet.add(&["memory", kind, alone]);
            sheet.add(&["memory", few(gap), alone]);
            sheet.add(&["memory", age, alone]);
            sheet.add(&["memory", modality]);
            sheet.add(&["memory", form(found)]);
        }
        Origin::Lead => {
            sheet.add(&["lead", kind, alone]);
            sheet.add(&["lead", age, alone]);
            sheet.add(&["lead", modality]);
            sheet.add(&["lead", form(found)]);
        }
        Origin::Today => {
            sheet.add(&["today", kind, alone]);
            sheet.add(&["today", modality]);
            sheet.add(&["today", form(found)]);
        }
    }
    sheet.add_if(date.due, &["due", kind]);
    let history = if found.layers.background { "history" } else { "news" };
    sheet.add(&["age", age, history]);
    sheet
}

fn placed(
    ctx: &Context<'_, '_>,
    found: &Match<'_>,
    list: &[(usize, Origin)],
    date: &Date,
    sheet: &mut Sheet<'_>,
) {
    let doc = ctx.doc;
    let kind = found.frame.kind.as_str();
    let trigger = &found.trigger;
    let behind = date.at.start >= trigger.end;
    let side = if behind { "behind" } else { "ahead" };
    let gap = if behind {
        date.at.start - trigger.end
    } else {
        trigger.start.saturating_sub(date.at.end)
    };
    let here = doc.clauses[found.clause].at.contains(&date.at.start);
    let clause = if here { "clause" } else { "sentence" };
    let since = if date.since { "since" } else { "on" };
    sheet.add(&["in", clause, side, since]);
    sheet.add(&["gap", few(gap), side, kind]);
    sheet.add(&["age", age(ctx, date), since, side]);
    let nearer = list.iter().filter(|(k, o)| {
        let other = &doc.dates[*k];
        *o == Origin::Sentence
            && if behind {
                other.at.start >= trigger.end && other.at.start < date.at.start
            } else {
                other.at.start < trigger.start && other.at.start > date.at.start
            }
    });
    sheet.add(&["nth", few(nearer.count()), side]);
    let between = if behind { trigger.end..date.at.start } else { date.at.end.min(trigger.start)..trigger.start };
    let speech = doc.mentions_in(&between).any(|m| m.lexeme(doc.lang, "speech").is_some());
    sheet.add_if(speech, &["speech-between", side]);
    let verbs = doc.mentions_in(&between).filter(|m| m.is_verb()).count();
    sheet.add(&["verbs-between", few(verbs.min(3)), side]);
}

fn never<'d>(ctx: &Context<'d, '_>, found: &Match<'_>, list: &[(usize, Origin)]) -> Sheet<'d> {
    let kind = found.frame.kind.as_str();
    let mut sheet = Sheet::new(ctx.weights, "date", ctx.trace.is_some());
    let here = list.iter().filter(|(_, o)| *o == Origin::Sentence).count();
    sheet.add(&["never"]);
    sheet.add(&["never", kind]);
    sheet.add(&["never", kind, few(here)]);
    sheet.add(&["never", found.layers.modality.as_str()]);
    sheet.add(&["never", form(found)]);
    sheet.add(&["never", found.frame.id.as_str()]);
    sheet.add_if(ctx.today.is_some(), &["never", "today told"]);
    sheet
}

/// How long before publication, in words.
fn age(ctx: &Context<'_, '_>, date: &Date) -> &'static str {
    let day = date.resolved.as_ref().and_then(|r| r.start.parse::<jiff::civil::Date>().ok());
    let Some((day, published)) = day.zip(ctx.doc.published) else { return "unknown" };
    match published.duration_since(day).as_hours() / 24 {
        i64::MIN..=-1 => "to come",
        0 => "today",
        1 => "yesterday",
        2..=3 => "days",
        4..=8 => "week",
        9..=60 => "weeks",
        _ => "long ago",
    }
}
