//! A reading in words: each claim under the clause that says it.

use console::Style;
use hudna::model::{Body, Claim, Due, Name, Note, PlaceRef, Reading};
use hudna::read::Pack;

use crate::ui::Ui;

/// Prints a reading for people.
pub fn print(ui: &Ui, pack: &Pack, reading: &Reading) {
    ui.heading(&format!("{} ({})", reading.id, ui.text(&lang_id(&reading.lang), &[])));
    for claim in &reading.claims {
        print_claim(ui, pack, &reading.lang, claim);
    }
    for note in &reading.notes {
        print_note(ui, note);
    }
}

fn lang_id(lang: &str) -> String {
    match lang {
        "ar" | "en" => format!("lang-{lang}"),
        _ => "lang-und".to_owned(),
    }
}

fn print_claim(ui: &Ui, pack: &Pack, lang: &str, claim: &Claim) {
    let kind = ui.text(&format!("kind-{}", claim.body.kind()), &[]);
    ui.line(&format!("• {}: {}", Style::new().bold().apply_to(kind), claim.evidence.text.trim()));
    let mut parts = body(ui, &claim.body);
    parts.push(labelled(ui, "modality", ui.label(claim.modality)));
    if let Some(place) = &claim.place {
        parts.push(labelled(ui, "place", place_words(ui, place)));
    }
    if let Some(date) = &claim.date {
        parts.push(labelled(
            ui,
            "day",
            format!("{} {}", ui.day(&date.start), ui.quote(&date.words)),
        ));
    }
    if let Some(name) = &claim.attributed_to {
        parts.push(ui.text("t-attributed", &[("name", name.text.clone().into())]));
    }
    if claim.background {
        parts.push(ui.text("cli-background", &[]));
    }
    ui.line(&format!("    {}", parts.join(" · ")));
    let why = hudna::read::explain(pack, lang, &claim.rule, ui.lang);
    let why = why.map_or_else(String::new, |why| format!(" – {why}"));
    let sure = labelled(ui, "confidence", format!("{:.2}", claim.confidence));
    ui.line(&format!(
        "    {}",
        Style::new().dim().apply_to(format!("{}{why} · {sure}", claim.rule))
    ));
}

fn labelled(ui: &Ui, id: &str, value: String) -> String {
    format!("{} {value}", ui.text(id, &[]))
}

fn place_words(ui: &Ui, place: &PlaceRef) -> String {
    match &place.id {
        Some(id) => format!("{} ({id})", place.text),
        None => format!("{} ({})", place.text, ui.text("unknown", &[])),
    }
}

fn name(name: &Name) -> String {
    match &name.party {
        Some(party) => format!("{} ({party})", name.text),
        None => name.text.clone(),
    }
}

fn names(ui: &Ui, list: &[Name]) -> String {
    ui.list(&list.iter().map(name).collect::<Vec<_>>())
}

fn body(ui: &Ui, body: &Body) -> Vec<String> {
    let mut out = Vec::new();
    let mut role = |id: &str, who: &Option<Name>| {
        if let Some(who) = who {
            out.push(labelled(ui, id, name(who)));
        }
    };
    match body {
        Body::Violence { act, actor, target, .. } => {
            role("actor", actor);
            role("target", target);
            out.insert(0, ui.label(*act));
        }
        Body::Toll { outcome, low, high, victims, side, .. } => {
            role("cli-side", side);
            let figure = figure(*low, *high);
            out.insert(0, format!("{} {figure}, {}", ui.label(*outcome), ui.label(*victims)));
        }
        Body::Meeting { form, participants, status } => {
            out.push(format!("{}, {}", ui.label(*form), ui.label(*status)));
            out.push(names(ui, participants));
        }
        Body::Statement { speaker, speech_act, addressee } => {
            role("speaker", speaker);
            role("to-whom", addressee);
            out.insert(0, ui.label(*speech_act));
        }
        Body::Truce { event, parties, .. } => {
            out.push(ui.label(*event));
            out.push(names(ui, parties));
        }
        Body::Commitment { who, to, what, due, status } => {
            role("who", who);
            role("to-whom", to);
            out.insert(0, format!("{}, {}", ui.label(*what), ui.label(*status)));
            out.push(due_words(ui, due));
        }
    }
    out.retain(|part| !part.is_empty());
    out
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
    let day = due.end.as_ref().or(due.start.as_ref());
    let day = day.map_or_else(|| ui.text("followup-status-undated", &[]), |d| ui.day(d));
    let words =
        if due.words.is_empty() { String::new() } else { format!(" {}", ui.quote(&due.words)) };
    format!("{}{words}", labelled(ui, "due", day))
}

fn print_note(ui: &Ui, note: &Note) {
    let kind = ui.label(note.kind);
    ui.line(&format!("! {}: {}", Style::new().yellow().apply_to(kind), note.text.trim()));
}
