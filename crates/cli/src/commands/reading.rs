//! A reading in words: the report with its claims marked and numbered, and under it each claim with
//! what it says and why it was read.

mod marked;

use std::collections::BTreeMap;

use console::Style;
use hudna::model::{Body, Claim, Due, Name, Note, NoteKind, PlaceRef, Reading};
use hudna::read::Pack;
use hudna_brief::bidi;
use unicode_width::UnicodeWidthStr;

use self::marked::Mark;
use super::explain::{ALONE, Explained, explain, in_ten};
use crate::table;
use crate::ui::Ui;

/// Prints the reading of a text for people.
pub fn print(ui: &Ui, pack: &Pack, text: &str, reading: &Reading) {
    let why = |claim: &Claim| hudna::read::explain(pack, &reading.lang, &claim.rule, ui.lang);
    lines(ui, text, reading, &why).iter().for_each(crate::out::put_line);
}

type Why<'w> = &'w dyn Fn(&Claim) -> Option<String>;

/// The lines as they go to the terminal.
fn lines(ui: &Ui, text: &str, reading: &Reading, why: Why<'_>) -> Vec<String> {
    let mut head = format!("{} ({})", reading.id, ui.text(&lang_id(&reading.lang), &[]));
    if let Some(day) = &reading.published {
        head = ui.list(&[head, ui.day(day)]);
    }
    let mut out = vec![String::new(), Style::new().bold().apply_to(ui.laid(&head)).to_string()];
    let (reorder, width) = ui.layout();
    let lang = bidi::direction(text).unwrap_or(ui.lang);
    out.extend(marked::lines(text.trim_end(), &marks(reading), lang, reorder, width));
    if !reading.claims.is_empty() {
        out.push(String::new());
    }
    for (i, claim) in reading.claims.iter().enumerate() {
        out.extend(claim_lines(ui, reading, i, why(claim)));
    }
    out.extend(reading.notes.iter().flat_map(|note| note_lines(ui, note)));
    out
}

fn lang_id(lang: &str) -> String {
    match lang {
        "ar" | "en" => format!("lang-{lang}"),
        _ => "lang-und".to_owned(),
    }
}

/// One mark for each stretch of words, whatever rests on it. Claims are numbered from 1 in their
/// order.
fn marks(reading: &Reading) -> Vec<Mark> {
    let mut at: BTreeMap<(usize, usize), (Vec<String>, &'static str)> = BTreeMap::new();
    for (i, claim) in reading.claims.iter().enumerate() {
        let span = claim.evidence.span;
        let told = at.entry((span.start, span.end)).or_insert((Vec::new(), claim.body.kind()));
        let alone = if claim.is_proposed() { ALONE } else { "" };
        told.0.push(format!("{alone}{}", i + 1));
    }
    let mark = |((start, end), (numbers, kind)): ((usize, usize), (Vec<String>, _))| Mark {
        at: start..end,
        numbers: numbers.join(","),
        kind,
    };
    at.into_iter().map(mark).collect()
}

fn claim_lines(ui: &Ui, reading: &Reading, i: usize, why: Option<String>) -> Vec<String> {
    let claim = &reading.claims[i];
    let kind = claim.body.kind();
    let label = ui.text(&format!("kind-{kind}"), &[]);
    let head = match claim.is_proposed() {
        true => format!("{ALONE} [{}] {label} ({})", i + 1, ui.text("seen-only", &[])),
        false => format!("[{}] {label}", i + 1),
    };
    let head = format!("{head}: {}", one_line(&claim.evidence.text));
    let style = marked::kind_style(kind).bold();
    let mut out: Vec<String> =
        block(ui, "", &head).iter().map(|line| style.apply_to(line).to_string()).collect();
    out.extend(joined(ui, &parts(ui, reading, claim)));
    out.extend(why_lines(ui, claim, why));
    out
}

/// Why the claim was read, by which rule and how sure; under it what the trained model saw.
fn why_lines(ui: &Ui, claim: &Claim, why: Option<String>) -> Vec<String> {
    let sure = labelled(ui, "confidence", in_ten(ui, claim.confidence));
    let rule = format!("({} · {sure})", claim.rule);
    let Explained { why, more } = explain(ui, claim, why);
    let why = why.map_or_else(String::new, |why| format!("{} ", labelled(ui, "cli-why", why)));
    let dim = |line: String| Style::new().dim().apply_to(line).to_string();
    let texts = [format!("{why}{rule}")].into_iter().chain(more);
    texts.flat_map(|text| block(ui, "    ", &text)).map(dim).collect()
}

/// Parts between dots, a line broken before a part.
fn joined(ui: &Ui, parts: &[String]) -> Vec<String> {
    let width = ui.layout().1.saturating_sub(4);
    let mut lines = vec![String::new()];
    for part in parts.iter().map(|part| bidi::plain(part)) {
        let last = lines.last_mut().expect("there is always a line");
        if last.is_empty() {
            *last = part;
        } else if last.width() + 3 + part.width() <= width {
            last.push_str(&format!(" · {part}"));
        } else {
            lines.push(part);
        }
    }
    lines.iter().flat_map(|line| block(ui, "    ", line)).collect()
}

/// Lines of one text for people, each with the indent.
fn block(ui: &Ui, indent: &str, text: &str) -> Vec<String> {
    let width = ui.layout().1.saturating_sub(indent.len());
    let text = bidi::plain(text);
    table::wrap(&text, width).iter().map(|line| ui.laid(&format!("{indent}{line}"))).collect()
}

/// Words of a report in one line; controls would act on the terminal.
fn one_line(text: &str) -> String {
    let quiet = |c: char| if c.is_control() { ' ' } else { c };
    text.chars().map(quiet).collect::<String>().split_whitespace().collect::<Vec<_>>().join(" ")
}

fn parts(ui: &Ui, reading: &Reading, claim: &Claim) -> Vec<String> {
    let mut parts = body(ui, reading, &claim.body);
    parts.push(labelled(ui, "modality", ui.label(claim.modality)));
    parts.extend(claim.place.as_ref().map(|p| labelled(ui, "place", place_words(ui, p))));
    if let Some(date) = &claim.date {
        let day = match &date.end {
            Some(end) => days(ui, &date.start, end),
            None => ui.day(&date.start),
        };
        parts.push(labelled(ui, "day", format!("{day} {}", ui.quote(&one_line(&date.words)))));
    }
    let source = claim.attributed_to.as_ref();
    parts.extend(source.map(|s| ui.text("t-attributed", &[("name", one_line(&s.text).into())])));
    if claim.quoted {
        parts.push(ui.text("cli-quoted", &[]));
    }
    if claim.background {
        parts.push(ui.text("cli-background", &[]));
    }
    parts.extend(together(ui, reading, claim));
    parts
}

/// Numbers of the claims that the text ties to this one.
fn together(ui: &Ui, reading: &Reading, claim: &Claim) -> Option<String> {
    let event = claim.event.as_ref()?;
    let tied = reading.claims.iter().enumerate().filter(|(_, c)| c.event.as_ref() == Some(event));
    let others = tied.filter(|(_, c)| c.id != claim.id);
    let numbers: Vec<String> = others.map(|(i, _)| format!("[{}]", i + 1)).collect();
    let told = ui.list(&numbers);
    (!numbers.is_empty()).then(|| ui.text("cli-together", &[("numbers", told.into())]))
}

fn labelled(ui: &Ui, id: &str, value: String) -> String {
    format!("{} {value}", ui.text(id, &[]))
}

fn place_words(ui: &Ui, place: &PlaceRef) -> String {
    let known = match (&place.id, place.candidates) {
        (Some(id), 0 | 1) => id.clone(),
        (Some(id), n) => ui.list(&[id.clone(), candidates(ui, n)]),
        (None, 0) => ui.text("unknown", &[]),
        (None, n) => candidates(ui, n),
    };
    format!("{} ({known})", one_line(&place.text))
}

fn candidates(ui: &Ui, n: usize) -> String {
    ui.text("cli-candidates", &[("n", (n as u32).into())])
}

fn name(name: &Name) -> String {
    match &name.party {
        Some(party) => format!("{} ({party})", one_line(&name.text)),
        None => one_line(&name.text),
    }
}

fn names(ui: &Ui, list: &[Name]) -> String {
    ui.list(&list.iter().map(name).collect::<Vec<_>>())
}

/// What the claim says by its kind: first what happened, then who.
fn body(ui: &Ui, reading: &Reading, body: &Body) -> Vec<String> {
    let role = |id: &str, who: &Option<Name>| who.as_ref().map(|w| labelled(ui, id, name(w)));
    let number = |id: &str, n: &Option<u32>| n.map(|n| ui.text(id, &[("n", n.into())]));
    let day = |id: &str, key: &str, day: &Option<String>| {
        day.as_ref().map(|d| ui.text(id, &[(key, ui.day(d).into())]))
    };
    let told: Vec<Option<String>> = match body {
        Body::Violence { act, actor, target, means, count } => vec![
            Some(ui.label(*act)),
            number("cli-count", count),
            role("actor", actor),
            role("target", target),
            means.as_ref().map(|m| labelled(ui, "cli-means", one_line(&m.text))),
        ],
        Body::Toll { side, .. } => {
            vec![Some(toll(ui, body)), role("cli-side", side), part_of(ui, reading, body)]
        }
        Body::Meeting { form, participants, status } => vec![
            Some(ui.list(&[ui.label(*form), ui.label(*status)])),
            Some(names(ui, participants)),
        ],
        Body::Statement { speaker, speech_act, addressee } => {
            vec![Some(ui.label(*speech_act)), role("speaker", speaker), role("to-whom", addressee)]
        }
        Body::Truce { event, parties, start, end, count } => vec![
            Some(ui.label(*event)),
            Some(names(ui, parties)),
            number("t-count", count),
            day("date-from", "start", start),
            day("date-until", "end", end),
        ],
        Body::Commitment { who, to, what, due, status } => vec![
            Some(ui.list(&[ui.label(*what), ui.label(*status)])),
            role("who", who),
            role("to-whom", to),
            Some(due_words(ui, due)),
        ],
    };
    told.into_iter().flatten().filter(|part| !part.is_empty()).collect()
}

fn toll(ui: &Ui, body: &Body) -> String {
    let Body::Toll { outcome, low, high, vague, victims, cumulative, .. } = body else {
        return String::new();
    };
    let figure = figure(*low, *high);
    let mut parts = vec![format!("{} {figure}", ui.label(*outcome)), ui.label(*victims)];
    let marks = [(*vague, "cli-vague"), (*cumulative, "cli-running")];
    parts.extend(marks.iter().filter(|(told, _)| *told).map(|(_, id)| ui.text(id, &[])));
    ui.list(&parts)
}

/// The toll that this one is a part of, by its number.
fn part_of(ui: &Ui, reading: &Reading, body: &Body) -> Option<String> {
    let Body::Toll { subset_of: Some(whole), .. } = body else { return None };
    let i = reading.claims.iter().position(|c| c.id == *whole)?;
    Some(ui.text("cli-part-of", &[("number", format!("[{}]", i + 1).into())]))
}

fn days(ui: &Ui, first: &str, last: &str) -> String {
    ui.text("date-range", &[("start", ui.day(first).into()), ("end", ui.day(last).into())])
}

/// A figure as told: exact, or a span with an open end.
pub fn figure(low: Option<u32>, high: Option<u32>) -> String {
    match (low, high) {
        (Some(low), Some(high)) if low == high => low.to_string(),
        (low, high) => {
            let side = |n: Option<u32>| n.map_or("…".to_owned(), |n| n.to_string());
            format!("{}–{}", side(low), side(high))
        }
    }
}

fn due_words(ui: &Ui, due: &Due) -> String {
    let day = match (&due.start, &due.end) {
        (Some(first), Some(last)) if first != last => days(ui, first, last),
        (Some(day), _) | (None, Some(day)) => ui.day(day),
        (None, None) => ui.text("followup-status-undated", &[]),
    };
    let quoted = ui.quote(&one_line(&due.words));
    let words = if due.words.is_empty() { String::new() } else { format!(" {quoted}") };
    format!("{}{words}", labelled(ui, "due", day))
}

fn note_lines(ui: &Ui, note: &Note) -> Vec<String> {
    let style = Style::new().yellow();
    let text = match note.kind {
        NoteKind::Cut => ui.label(note.kind),
        _ => format!("{}: {}", ui.label(note.kind), one_line(&note.text)),
    };
    let lines = block(ui, "", &format!("! {text}"));
    lines.iter().map(|line| style.apply_to(line).to_string()).collect()
}

#[cfg(test)]
mod tests;
