//! `hudna decide`: what people decide on claims and incidents.

use hudna::Result;
use hudna::acts::Act;
use hudna::model::{CaseStep, Found};
use hudna::record::{Anchor, Record};
use serde_json::json;

use crate::args::{Acting, Common, DecideCommand};
use crate::commands::Open;
use crate::commands::desk::{Workplace, entered};
use crate::table::Cell;
use crate::ui::Ui;

pub fn run(common: &Common, ui: &Ui, what: &DecideCommand) -> Result<u8> {
    if matches!(what, DecideCommand::List) {
        return list(&Open::new(common)?, ui);
    }
    let place = Workplace::open(common)?;
    if let Some((relation, two)) = what.relation() {
        return entered(ui, &place.desk(&two.acting)?.pair(relation, &two.a, &two.b)?);
    }
    let done = match what {
        DecideCommand::Confirm(one) => place.desk(&one.acting)?.rule("confirm", &one.id)?,
        DecideCommand::Refuse(one) => place.desk(&one.acting)?.rule("refuse", &one.id)?,
        DecideCommand::Correct { claim, field, value, acting } => {
            place.desk(acting)?.correct(claim, field, value)?
        }
        DecideCommand::Add { report, start, end, kind, fields, acting } => {
            place.desk(acting)?.add_claim(report, *start, *end, kind, fields)?
        }
        DecideCommand::Refute(one) => place.desk(&one.acting)?.found(Found::Refuted, &one.id)?,
        DecideCommand::Unverifiable(one) => {
            place.desk(&one.acting)?.found(Found::Unverifiable, &one.id)?
        }
        DecideCommand::SiteVisit(one) => {
            place.desk(&one.acting)?.found(Found::SiteVisit, &one.id)?
        }
        DecideCommand::Plead { incident, exception, party, shown, failed, acting } => {
            place.desk(acting)?.plead(incident, exception, party, shown, failed)?
        }
        DecideCommand::Undo { entry, acting } => return undo(common, ui, *entry, acting),
        _ => unreachable!("relations and the list are dealt with above"),
    };
    entered(ui, &done)
}

/// Undoes an entry. Where it gave something a name, reports in which the name stands are read again.
fn undo(common: &Common, ui: &Ui, entry: u64, acting: &Acting) -> Result<u8> {
    let place = Workplace::open(common)?;
    let desk = place.desk(acting)?;
    let names = desk.names_of(entry)?;
    let done = desk.undo(entry)?;
    if names.is_empty() {
        return entered(ui, &done);
    }
    super::names::offer(common, ui, &place, &done, &names)
}

/// Everything that people entered by then, the last first.
fn list(open: &Open, ui: &Ui) -> Result<u8> {
    let acts: Vec<&Act> = open.facts.acts.iter().rev().collect();
    let item = |a: &&Act| {
        let record = match open.facts.is_expunged(a) {
            true => json!({"record": "case", "case": on(open, &a.record), "expunged": true}),
            false => json!(a.record),
        };
        json!({
            "entry": a.entry, "by": a.by, "at": a.received, "undone": a.undone, "record": record,
        })
    };
    let items: Vec<_> = acts.iter().map(item).collect();
    if ui.machine(&open.situation, "decisions", &items, items.len()) {
        return Ok(0);
    }
    ui.preamble(&open.situation);
    let heads = ["entry", "act-when", "who", "what", "act-on", "why", "act-undone"];
    let rows: Vec<Vec<Cell>> = acts.iter().map(|a| row(open, ui, a)).collect();
    ui.table(&heads.map(|h| ui.text(h, &[])), &rows);
    Ok(0)
}

fn row(open: &Open, ui: &Ui, act: &Act) -> Vec<Cell> {
    let undone = act.undone.map_or("–".to_owned(), |by| format!("#{by}"));
    let (said, why) = match open.facts.is_expunged(act) {
        true => (ui.text("act-expunged", &[]), "–".to_owned()),
        false => (said(ui, &act.record), why(ui, &act.record)),
    };
    vec![
        Cell::new(format!("#{}", act.entry)),
        Cell::new(ui.moment(act.received)),
        Cell::new(act.by.clone()),
        Cell::new(said),
        Cell::new(on(open, &act.record)),
        Cell::new(why),
        Cell::new(undone),
    ]
}

/// What an entry says, in the reader's language.
pub fn said(ui: &Ui, record: &Record) -> String {
    match record {
        Record::Decision(d) => {
            let what = ui.text(&format!("decision-{}", d.decision), &[]);
            let value = d.value.as_ref().map(plain);
            match (&d.field, value) {
                (Some(field), Some(value)) => format!("{what} ({field}: {value})"),
                _ => what,
            }
        }
        Record::Added(a) => {
            let kind = a.claim.body.kind();
            format!("{} ({kind})", ui.text("act-added", &[]))
        }
        Record::Pair(p) => ui.label(p.relation),
        Record::Finding(f) => ui.label(f.found),
        Record::Plea(p) => {
            let what = ui.text("act-plea", &[]);
            format!("{what} ({})", ui.list(&[p.party.clone(), p.exception.clone()]))
        }
        Record::Case(c) => step(ui, &c.step),
        Record::Promise(p) => ui.text(&format!("board-{}", p.change.name()), &[]),
        Record::Grade(g) => {
            let number = g.credibility.map_or(String::new(), |n| n.to_string());
            format!("{} {}{number}", ui.text("grade", &[]), g.grade)
        }
        Record::Person(p) => {
            let role = ui.text(&format!("person-role-{}", p.role.name().replace('_', "-")), &[]);
            let closed = p.closed.then(|| ui.text("people-closed", &[]));
            let parts: Vec<String> = [p.name.clone(), role].into_iter().chain(closed).collect();
            ui.list(&parts)
        }
        Record::Mode(m) => {
            let mode = ui.text(&format!("mode-{}", m.mode.name().replace('_', "-")), &[]);
            format!("{} ({mode})", ui.text("act-mode", &[]))
        }
        other => ui.text(&format!("act-{}", other.kind()), &[]),
    }
}

/// A corrected value in short: the id or name where it is a thing.
fn plain(value: &serde_json::Value) -> String {
    let keys = ["party", "id", "start"];
    let short = keys.iter().find_map(|k| value[*k].as_str());
    short.or(value.as_str()).map_or_else(|| value.to_string(), str::to_owned)
}

/// A step of a case, with what it says.
pub fn step(ui: &Ui, step: &CaseStep) -> String {
    let name = ui.text(&format!("step-{}", step.name()), &[]);
    let more = match step {
        CaseStep::Notified { party, .. } => party.clone(),
        CaseStep::Replied { party, reply } => format!("{party}: {}", ui.label(*reply)),
        CaseStep::Tasked { who, .. } => who.clone(),
        CaseStep::Reported { report } => report.clone().unwrap_or_default(),
        CaseStep::Found { finding, against, .. } => {
            let mut parts = vec![ui.label(*finding)];
            parts.extend(against.iter().cloned());
            ui.list(&parts)
        }
        CaseStep::Seconded { key } => key.clone().unwrap_or_default(),
        CaseStep::Dissented { key } => key.clone(),
        CaseStep::Answered { party, acceptance } => {
            format!("{party}: {}", ui.label(*acceptance))
        }
        CaseStep::Action { who, what, amount, place, due } => {
            let day = ui.day(due);
            ui.list(&[who.clone(), what.clone(), amount.clone(), place.clone(), day])
        }
        CaseStep::Remedied { action, remedy } => format!("{action}: {}", ui.label(*remedy)),
        CaseStep::Published { level } => ui.label(*level),
        _ => String::new(),
    };
    if more.is_empty() { name } else { format!("{name} ({more})") }
}

/// What an entry is about.
fn on(open: &Open, record: &Record) -> String {
    match record {
        Record::Case(c) => c.case.clone(),
        Record::Grade(g) => g.source.clone(),
        Record::Place(p) => p.id.clone(),
        Record::Party(p) => p.id.clone(),
        Record::NoName(n) => n.forms.iter().map(|f| f.form.as_str()).collect::<Vec<_>>().join(", "),
        Record::Question(q) => q.id.clone(),
        Record::Answer(a) => a.question.clone(),
        Record::Patrols(p) => p.file.clone(),
        Record::Counts(c) => c.series.clone(),
        Record::Undo(u) => {
            let entries: Vec<String> = u.entries().map(|n| format!("#{n}")).collect();
            entries.join(" ")
        }
        Record::Person(p) => p.id.clone(),
        Record::Added(a) => a.claim.id.clone(),
        other => {
            let named = other.anchors().into_iter();
            let ids: Vec<String> = named.map(|a| thing(open, other, &a)).collect();
            ids.join(" ")
        }
    }
}

/// Id of the incident or promise that a claim is named for; of the claim itself where it alone is
/// meant, or where nothing tells of it any more.
fn thing(open: &Open, record: &Record, anchor: &Anchor) -> String {
    let s = &open.situation;
    let claim = open.facts.stands_for(anchor).unwrap_or_else(|| anchor.claim.clone());
    let found = match record {
        Record::Pair(_) | Record::Finding(_) | Record::Plea(_) => {
            s.incidents.iter().find(|i| i.claims.contains(&claim)).map(|i| i.id.clone())
        }
        Record::Promise(_) => hudna::promises::promise(s, &claim).map(|f| f.id.clone()),
        _ => None,
    };
    found.unwrap_or(claim)
}

/// The reason given.
pub fn why(ui: &Ui, record: &Record) -> String {
    match record {
        Record::Decision(d) => ui.pick(&d.why),
        Record::Pair(p) => p.why.clone(),
        Record::Finding(f) => f.why.clone(),
        Record::Plea(p) => p.why.clone(),
        Record::Case(c) => c.why.clone(),
        Record::Promise(p) => p.why.clone(),
        Record::Grade(g) => g.why.clone(),
        Record::Place(p) => p.why.clone(),
        Record::Party(p) => p.why.clone(),
        Record::NoName(n) => n.why.clone(),
        Record::Question(q) => ui.pick(&q.text),
        Record::Answer(a) => a.text.clone(),
        Record::Counts(c) => ui.pick(&c.source),
        Record::Undo(u) => u.why.clone(),
        Record::Added(a) => a.why.clone(),
        Record::Person(p) => p.why.clone(),
        Record::Mode(m) => m.why.clone(),
        _ => String::new(),
    }
}
