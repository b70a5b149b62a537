//! `hudna cases`, `hudna case`: the procedure.

use hudna::decide::Entered;
use hudna::model::{Case, CaseClock, CaseFinding, CaseStep, Situation, StepTime};
use hudna::{Error, Result, Told};
use serde_json::json;

use crate::args::{Acting, CaseCommand, Common, Format};
use crate::commands::desk::{Workplace, entered};
use crate::commands::lists::party;
use crate::commands::{Open, decide, json_error};
use crate::table::{Cell, wrap};
use crate::ui::Ui;

/// Width of a wrapped line.
const WIDTH: usize = 96;

/// `hudna cases`.
pub fn list(open: &Open, ui: &Ui) -> Result<u8> {
    let s = &open.situation;
    let times = hudna::cases::step_times(&s.cases);
    if ui.format() == Format::Json {
        let story = s.story.as_ref();
        let whole = json!({
            "as_of": s.as_of, "story": story.map(|s| &s.id),
            "notice": story.and_then(|s| s.notice.as_ref()),
            "total": s.cases.len(), "shown": s.cases.len(), "cases": s.cases,
            "step_times": times,
        });
        crate::out::put_line(serde_json::to_string_pretty(&whole).map_err(json_error)?);
        return Ok(0);
    }
    let items: Vec<_> = s.cases.iter().map(|c| json!(c)).collect();
    if ui.machine(s, "cases", &items, items.len()) {
        return Ok(0);
    }
    ui.preamble(s);
    let heads = ["case-stage", "case-parties", "case-finding", "case-waits", "incident", "id"];
    let rows: Vec<Vec<Cell>> = s.cases.iter().map(|c| row(ui, s, c)).collect();
    ui.table(&heads.map(|h| ui.text(h, &[])), &rows);
    step_times(ui, &times);
    Ok(0)
}

fn row(ui: &Ui, s: &Situation, case: &Case) -> Vec<Cell> {
    let parties: Vec<String> = case.parties.iter().map(|p| party(ui, s, Some(&p.party))).collect();
    let finding = case.finding.as_ref().map_or("–".to_owned(), |f| finding(ui, s, f));
    let waits = case.clocks.first().map_or("–".to_owned(), |c| clock(ui, s, c));
    vec![
        Cell::new(ui.label(case.stage)),
        Cell::new(if parties.is_empty() { "–".to_owned() } else { ui.list(&parties) }),
        Cell::new(finding),
        Cell::new(waits),
        Cell::new(case.incident.clone().unwrap_or("–".to_owned())),
        Cell::new(case.id.clone()),
    ]
}

fn finding(ui: &Ui, s: &Situation, finding: &CaseFinding) -> String {
    let mut parts = vec![ui.label(finding.finding)];
    parts.extend(finding.against.iter().map(|p| party(ui, s, Some(p))));
    ui.list(&parts)
}

fn clock(ui: &Ui, s: &Situation, clock: &CaseClock) -> String {
    let who = match s.parties.contains_key(&clock.who) {
        true => party(ui, s, Some(&clock.who)),
        false => clock.who.clone(),
    };
    let id = if clock.passed { "case-clock-passed" } else { "case-clock" };
    let step = ui.text(&format!("step-{}", clock.step), &[]);
    let args =
        [("step", step.into()), ("who", who.into()), ("moment", ui.moment(clock.due).into())];
    ui.text(id, &args)
}

fn step_times(ui: &Ui, times: &[StepTime]) {
    if times.is_empty() {
        return;
    }
    ui.heading(&ui.text("case-times", &[]));
    let hours = |h: f64| format!("{h:.1}");
    let row = |t: &StepTime| {
        vec![
            Cell::new(ui.text(&format!("step-{}", t.step), &[])),
            Cell::new(t.n.to_string()),
            Cell::new(hours(t.median_hours)),
            Cell::new(hours(t.p90_hours)),
        ]
    };
    let heads = ["case-step", "case-taken", "case-median", "case-p90"];
    let rows: Vec<Vec<Cell>> = times.iter().map(row).collect();
    ui.table(&heads.map(|h| ui.text(h, &[])), &rows);
}

/// `hudna case`.
pub fn run(common: &Common, ui: &Ui, what: &CaseCommand) -> Result<u8> {
    if let CaseCommand::Show { id } = what {
        return show(&Open::new(common)?, ui, id);
    }
    let place = Workplace::open(common)?;
    if let CaseCommand::Open(one) = what {
        return entered(ui, &place.desk(&one.acting)?.open_case(&one.id)?);
    }
    entered(ui, &take(&place, what)?)
}

fn take(place: &Workplace, what: &CaseCommand) -> Result<Entered> {
    let go = |acting: &Acting, id: &str, step: CaseStep| place.desk(acting)?.step(id, step);
    match what {
        CaseCommand::Notify { case, party, hours, acting } => {
            let desk = place.desk(acting)?;
            let hours = hours.unwrap_or(desk.rules().reply_hours);
            desk.step(case, CaseStep::Notified { party: party.clone(), hours })
        }
        CaseCommand::Task { case, who, hours, acting } => {
            let desk = place.desk(acting)?;
            let hours = hours.unwrap_or(desk.rules().report_hours);
            desk.step(case, CaseStep::Tasked { who: who.clone(), hours })
        }
        CaseCommand::Reply { case, reply, party, acting } => {
            go(acting, case, CaseStep::Replied { party: party.clone(), reply: *reply })
        }
        CaseCommand::Report { case, report, acting } => {
            go(acting, case, CaseStep::Reported { report: report.clone() })
        }
        CaseCommand::Draft(one) => go(&one.acting, &one.id, CaseStep::Drafted),
        CaseCommand::Committee(one) => go(&one.acting, &one.id, CaseStep::Committee),
        CaseCommand::Board(one) => go(&one.acting, &one.id, CaseStep::Board),
        CaseCommand::Find { case, finding, against, facts, key, acting } => {
            let (against, facts, key) = (against.clone(), facts.clone(), key.clone());
            go(acting, case, CaseStep::Found { finding: *finding, against, facts, key })
        }
        _ => take_behind(&go, what),
    }
}

/// Steps after a finding.
fn take_behind(
    go: &dyn Fn(&Acting, &str, CaseStep) -> Result<Entered>,
    what: &CaseCommand,
) -> Result<Entered> {
    match what {
        CaseCommand::Second { case, key, acting } => {
            go(acting, case, CaseStep::Seconded { key: key.clone() })
        }
        CaseCommand::Dissent { case, key, acting } => {
            go(acting, case, CaseStep::Dissented { key: key.clone() })
        }
        CaseCommand::Accept { case, stance, party, acting } => {
            let (party, acceptance) = (party.clone(), *stance);
            go(acting, case, CaseStep::Answered { party, acceptance })
        }
        CaseCommand::Action { case, who, what, amount, place, due, acting } => {
            if hudna::ingest::not_a_day(due).is_some() {
                return Err(Told::error("told-no-day", &[("day", due)]));
            }
            let (who, what, amount) = (who.clone(), what.clone(), amount.clone());
            let (place, due) = (place.clone(), due.clone());
            go(acting, case, CaseStep::Action { who, what, amount, place, due })
        }
        CaseCommand::Remedy { case, action, done, acting } => {
            go(acting, case, CaseStep::Remedied { action: *action, remedy: *done })
        }
        CaseCommand::Publish { case, level, acting } => {
            go(acting, case, CaseStep::Published { level: *level })
        }
        CaseCommand::Reopen(one) => go(&one.acting, &one.id, CaseStep::Reopened),
        CaseCommand::Expunge(one) => go(&one.acting, &one.id, CaseStep::Expunged),
        _ => unreachable!("the other steps are dealt with before"),
    }
}

/// `hudna case show`.
fn show(open: &Open, ui: &Ui, id: &str) -> Result<u8> {
    let s = &open.situation;
    let case = s
        .cases
        .iter()
        .find(|c| c.id == id)
        .ok_or_else(|| Error::Unknown { id: id.to_owned(), remedy: "unknown-case" })?;
    if matches!(ui.format(), Format::Json | Format::Jsonl) {
        let notice = s.story.as_ref().and_then(|s| s.notice.as_ref());
        let whole = json!({ "as_of": s.as_of, "notice": notice, "case": case });
        crate::out::put_line(serde_json::to_string_pretty(&whole).map_err(json_error)?);
        return Ok(0);
    }
    ui.preamble(s);
    ui.heading(&format!("{}: {}", case.id, ui.label(case.stage)));
    lines(ui, s, case).iter().flat_map(|l| wrap(l, WIDTH)).for_each(|l| ui.line(&l));
    let heads = ["entry", "act-when", "who", "case-step", "why"];
    let rows: Vec<Vec<Cell>> = case
        .steps
        .iter()
        .map(|e| {
            vec![
                Cell::new(format!("#{}", e.entry)),
                Cell::new(ui.moment(e.at)),
                Cell::new(e.by.clone()),
                Cell::new(decide::step(ui, &e.step)),
                Cell::new(e.note.clone()),
            ]
        })
        .collect();
    ui.line("");
    ui.table(&heads.map(|h| ui.text(h, &[])), &rows);
    Ok(0)
}

fn lines(ui: &Ui, s: &Situation, case: &Case) -> Vec<String> {
    let mut out = Vec::new();
    let incident = case.incident.as_ref();
    out.extend(incident.map(|i| format!("{}: {i}", ui.text("incident", &[]))));
    for told in &case.parties {
        let mut parts = vec![party(ui, s, Some(&told.party))];
        parts.extend(told.reply.map(|r| ui.label(r)));
        parts.extend(told.acceptance.map(|a| ui.label(a)));
        out.push(ui.list(&parts));
    }
    if let Some(found) = &case.finding {
        out.extend(finding_lines(ui, s, case, found));
    }
    for (n, action) in case.actions.iter().enumerate() {
        let mut parts = vec![format!("{}. {}", n + 1, action.who), action.what.clone()];
        parts.extend([action.amount.clone(), action.place.clone(), ui.day(&action.due)]);
        parts.extend(action.remedy.map(|r| ui.label(r)));
        out.push(ui.list(&parts));
    }
    out.extend(case.clocks.iter().map(|c| clock(ui, s, c)));
    out
}

fn finding_lines(ui: &Ui, s: &Situation, case: &Case, found: &CaseFinding) -> Vec<String> {
    let mut out = vec![format!("{}: {}", ui.text("case-finding", &[]), finding(ui, s, found))];
    if !found.facts.is_empty() {
        out.push(ui.text("case-facts", &[("facts", found.facts.clone().into())]));
    }
    out.push(ui.text("case-people", &[("names", ui.list(&found.people).into())]));
    if !found.keys.is_empty() {
        let keys: Vec<String> = found.keys.iter().map(|k| party(ui, s, Some(k))).collect();
        out.push(ui.text("case-keys", &[("names", ui.list(&keys).into())]));
    }
    for (key, words) in &found.dissent {
        let args = [("name", party(ui, s, Some(key)).into()), ("words", words.clone().into())];
        out.push(ui.text("case-dissent", &args));
    }
    let level = case.published.map(|l| ui.label(l));
    out.extend(level.map(|l| ui.text("case-published", &[("level", l.into())])));
    out
}
