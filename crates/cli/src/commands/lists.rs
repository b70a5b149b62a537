//! Lists: incidents, tolls, follow-ups, sources.

use hudna::Result;
use hudna::acts::GradeHeld;
use hudna::model::{FollowUp, Incident, Outcome, Share, Situation, Source, ToldTime, Toll};
use hudna_brief::Value;
use serde_json::json;

use crate::args::{Common, Filters, Format, SourceCommand};
use crate::commands::desk::{Workplace, entered};
use crate::commands::{Open, board};
use crate::table::Cell;
use crate::ui::Ui;

/// A count with one decimal, where it is no whole one.
pub fn number(n: f64) -> String {
    let rounded = (n * 10.0).round() / 10.0;
    if rounded.fract() == 0.0 { format!("{rounded:.0}") } else { format!("{rounded:.1}") }
}

/// "2 of 5 claims reviewed".
pub fn reviewed(ui: &Ui, share: Share) -> String {
    ui.text("reviewed-share", &[("confirmed", share.confirmed.into()), ("n", share.of.into())])
}

/// Claims that a person has confirmed, of all: "2/5".
pub fn share(reviewed: Share) -> String {
    match reviewed.of {
        0 => "–".to_owned(),
        of => format!("{}/{of}", reviewed.confirmed),
    }
}

/// `hudna incidents`.
pub fn incidents(open: &Open, ui: &Ui, filters: &Filters) -> Result<u8> {
    let s = &open.situation;
    let list: Vec<&Incident> = s.incidents.iter().filter(|i| incident_wanted(i, filters)).collect();
    let items: Vec<_> = list.iter().map(|i| json!(i)).collect();
    if ui.machine(s, "incidents", &items, s.incidents.len()) {
        return Ok(0);
    }
    ui.preamble(s);
    let heads = [
        "day",
        "place",
        "act",
        "killed",
        "injured",
        "origins",
        "reviewed-short",
        "corroboration",
        "verdict",
        "id",
    ];
    let rows: Vec<Vec<Cell>> = list.iter().map(|i| incident_row(ui, s, i)).collect();
    ui.table(&heads.map(|h| ui.text(h, &[])), &rows);
    shown(ui, list.len(), s.incidents.len());
    Ok(0)
}

fn incident_row(ui: &Ui, s: &Situation, i: &Incident) -> Vec<Cell> {
    let acts: Vec<String> = i.acts.iter().take(2).map(|a| ui.label(*a)).collect();
    let verdict = i.judgements.iter().find(|j| j.window.is_none());
    vec![
        Cell::new(days(ui, i)),
        Cell::new(place(ui, s, i.place.as_deref(), i.place_text.as_deref())),
        Cell::new(acts.join(" / ")),
        Cell::new(toll_of(&i.tolls, Outcome::Killed)),
        Cell::new(toll_of(&i.tolls, Outcome::Injured)),
        Cell::new(i.origins.len().to_string()),
        Cell::new(share(i.reviewed)),
        Cell::new(ui.label(i.corroboration)),
        Cell::new(verdict.map_or("–".into(), |j| ui.label(j.verdict))),
        Cell::new(i.id.clone()),
    ]
}

/// First and last day for people.
pub fn days(ui: &Ui, i: &Incident) -> String {
    match &i.days {
        None => ui.text("unknown", &[]),
        Some((first, last)) if first == last => ui.day(first),
        Some((first, last)) => ui.days(first, last),
    }
}

/// A time that is told of an incident: "4 May 2016, 03:20".
pub fn time(ui: &Ui, told: &ToldTime) -> String {
    let read = |text: &str| -> String {
        let (day, clock) = text.split_once('T').unwrap_or((text, ""));
        ui.list(&[ui.day(day), clock.to_owned()])
    };
    match told.in_a_day() {
        Some((_, from, to)) if from == to => read(&told.from),
        Some((day, from, to)) => ui.list(&[ui.day(day), format!("{from}–{to}")]),
        None => format!("{} – {}", read(&told.from), read(&told.to)),
    }
}

/// A place's name in the reader's language; an unknown one as written, in quotation marks.
pub fn place(ui: &Ui, s: &Situation, id: Option<&str>, text: Option<&str>) -> String {
    let known = id.and_then(|id| s.places.get(id)).map(|p| ui.pick(&p.name));
    known.or_else(|| text.map(|t| ui.quote(t))).unwrap_or_else(|| ui.text("unknown", &[]))
}

/// The whole figure of an outcome: the largest over kinds of victims.
fn toll_of(tolls: &[Toll], outcome: Outcome) -> String {
    let largest = tolls.iter().filter(|t| t.outcome == outcome).max_by_key(|t| t.best);
    largest.map_or("–".into(), |t| span(t.low, t.best, t.high))
}

fn span(low: u32, best: u32, high: u32) -> String {
    if low == high { best.to_string() } else { format!("{best} ({low}–{high})") }
}

fn incident_wanted(i: &Incident, f: &Filters) -> bool {
    let area = i.area.as_deref().unwrap_or("");
    let in_days = i.days.as_ref().is_none_or(|(first, last)| {
        f.from.as_ref().is_none_or(|from| last >= from)
            && f.to.as_ref().is_none_or(|to| first <= to)
    });
    let act = f.act.as_ref().is_none_or(|a| i.acts.iter().any(|x| x.as_str() == a));
    let named = |p: &String| i.actors.iter().chain(&i.targets).any(|(name, _)| name == p);
    let party = f.party.as_ref().is_none_or(named);
    let verdict = f
        .verdict
        .as_ref()
        .is_none_or(|v| i.judgements.iter().any(|j| json!(j.verdict).as_str() == Some(v)));
    let state = f.state.as_ref().is_none_or(|s| json!(i.corroboration).as_str() == Some(s));
    wanted(&f.area, area) && in_days && act && party && verdict && state
}

/// `hudna tolls`.
pub fn tolls(open: &Open, ui: &Ui, filters: &Filters) -> Result<u8> {
    let s = &open.situation;
    let mut list: Vec<(&Toll, Option<&Incident>)> =
        s.aggregates.iter().map(|t| (t, None)).collect();
    for i in s.incidents.iter().filter(|i| incident_wanted(i, filters)) {
        list.extend(i.tolls.iter().map(|t| (t, Some(i))));
    }
    let items: Vec<_> =
        list.iter().map(|(t, i)| json!({"toll": t, "incident": i.map(|i| &i.id)})).collect();
    if ui.machine(s, "tolls", &items, list.len()) {
        return Ok(0);
    }
    ui.preamble(s);
    let heads = ["place", "kind", "low", "best", "high", "origins", "method", "id"];
    let rows: Vec<Vec<Cell>> = list
        .iter()
        .map(|(t, i)| {
            let at = i.and_then(|i| i.place.as_deref()).or(t.place.as_deref());
            let mut origins: Vec<_> = t.rows.iter().map(|r| &r.origin).collect();
            origins.sort();
            origins.dedup();
            let kind = format!("{} – {}", ui.label(t.outcome), ui.label(t.victims));
            let running = if t.cumulative {
                format!("{kind} ({})", ui.text("cli-running", &[]))
            } else {
                kind
            };
            vec![
                Cell::new(place(ui, s, at, i.and_then(|i| i.place_text.as_deref()))),
                Cell::new(running),
                Cell::new(t.low.to_string()),
                Cell::new(t.best.to_string()),
                Cell::new(t.high.to_string()),
                Cell::new(origins.len().to_string()),
                Cell::new(ui.pick(&t.method)),
                Cell::new(t.id.clone()),
            ]
        })
        .collect();
    ui.table(&heads.map(|h| ui.text(h, &[])), &rows);
    Ok(0)
}

/// `hudna followups`.
pub fn follow_ups(open: &Open, ui: &Ui, only_open: bool, filters: &Filters) -> Result<u8> {
    let s = &open.situation;
    let state = |f: &FollowUp| json!(f.status).as_str().unwrap_or_default().to_owned();
    let list: Vec<&FollowUp> = s
        .follow_ups
        .iter()
        .filter(|f| !only_open || !f.status.is_closed())
        .filter(|f| wanted(&filters.state, &state(f)))
        .filter(|f| filters.party.as_ref().is_none_or(|p| f.who.as_ref() == Some(p)))
        .collect();
    if ui.format() == Format::Ics {
        board::calendar(open, ui, &list);
        return Ok(0);
    }
    let items: Vec<_> = list.iter().map(|f| json!(f)).collect();
    if ui.machine(s, "followups", &items, s.follow_ups.len()) {
        return Ok(0);
    }
    ui.preamble(s);
    let heads =
        ["status", "who", "what", "to-whom", "due", "words", "standing", "board-beside", "id"];
    let rows: Vec<Vec<Cell>> = list.iter().map(|f| follow_up_row(ui, s, f)).collect();
    ui.table(&heads.map(|h| ui.text(h, &[])), &rows);
    shown(ui, list.len(), s.follow_ups.len());
    Ok(0)
}

fn follow_up_row(ui: &Ui, s: &Situation, f: &FollowUp) -> Vec<Cell> {
    let due = match (&f.due.start, &f.due.end) {
        (Some(start), Some(end)) if start != end => format!("{} – {}", ui.day(start), ui.day(end)),
        (Some(day), _) | (None, Some(day)) => ui.day(day),
        (None, None) => ui.text("followup-status-undated", &[]),
    };
    let words = if f.due.words.is_empty() { "–".to_owned() } else { ui.quote(&f.due.words) };
    vec![
        Cell::new(ui.label(f.status)),
        Cell::new(party(ui, s, f.who.as_deref())),
        Cell::new(ui.label(f.what)),
        Cell::new(party(ui, s, f.to.as_deref())),
        Cell::new(due),
        Cell::new(words),
        Cell::new(ui.label(f.standing)),
        Cell::new(board::beside(ui, f).unwrap_or("–".to_owned())),
        Cell::new(f.id.clone()),
    ]
}

/// A party's neutral name; a name that no register holds in quotation marks.
pub fn party(ui: &Ui, s: &Situation, who: Option<&str>) -> String {
    match who {
        None => "–".to_owned(),
        Some(id) => s.parties.get(id).map_or_else(|| ui.quote(id), |p| ui.pick(&p.name)),
    }
}

/// `hudna sources`.
pub fn sources(open: &Open, ui: &Ui) -> Result<u8> {
    let s = &open.situation;
    let item = |source: &Source| {
        let mut item = json!(source);
        item["history"] = json!(open.facts.grades(&source.id));
        item
    };
    let items: Vec<_> = s.sources.values().map(item).collect();
    if ui.machine(s, "sources", &items, items.len()) {
        return Ok(0);
    }
    ui.preamble(s);
    let reports = |id: &str| s.reports.values().filter(|r| r.source == id).count();
    let rows: Vec<Vec<Cell>> = s
        .sources
        .values()
        .map(|source| {
            vec![
                Cell::new(source.id.clone()),
                Cell::new(ui.pick(&source.name)),
                Cell::new(ui.label(source.kind)),
                Cell::new(grades(ui, open, &source.id)),
                Cell::new(reports(&source.id).to_string()),
            ]
        })
        .collect();
    let heads = ["id", "name", "source-kind", "grade", "reports"];
    ui.table(&heads.map(|h| ui.text(h, &[])), &rows);
    Ok(0)
}

/// The grade in force, and what held before it.
fn grades(ui: &Ui, open: &Open, source: &str) -> String {
    let held = open.facts.grades(source);
    let told = |g: &GradeHeld| {
        format!("{}{}", g.grade, g.credibility.map_or(String::new(), |n| n.to_string()))
    };
    let Some((last, before)) = held.split_last() else { return "–".to_owned() };
    if before.is_empty() {
        return told(last);
    }
    let former = ui.list(&before.iter().map(told).collect::<Vec<_>>());
    let since = ui.moment(last.since);
    ui.text(
        "grade-since",
        &[("grade", told(last).into()), ("moment", since.into()), ("former", former.into())],
    )
}

/// `hudna sources grade`.
pub fn grade(common: &Common, ui: &Ui, what: &SourceCommand) -> Result<u8> {
    let SourceCommand::Grade { id, grade: (letter, number), acting } = what;
    let place = Workplace::open(common)?;
    entered(ui, &place.desk(acting)?.grade(id, *letter, *number)?)
}

/// Says how many of how many are shown.
pub fn shown(ui: &Ui, shown: usize, total: usize) {
    let args: [(&str, Value); 2] = [("shown", shown.into()), ("total", total.into())];
    ui.line(&ui.text("shown-of-total", &args));
}

pub fn wanted(filter: &Option<String>, value: &str) -> bool {
    filter.as_ref().is_none_or(|f| f == value)
}
