//! `hudna import patrols`, `hudna patrols`: what monitors saw, and where they could not go.

use hudna::model::{Patrol, Reached, Situation};
use hudna::{Error, Result};
use serde_json::json;

use crate::args::{Acting, Common, Format, PatrolsArgs};
use crate::commands::desk::Workplace;
use crate::commands::{Open, SOME_REJECTED, json_error, lists};
use crate::table::Cell;
use crate::ui::Ui;

/// Takes a table in.
pub fn import(common: &Common, ui: &Ui, args: &PatrolsArgs) -> Result<u8> {
    let remedy = "give a table in UTF-8";
    let raw =
        std::fs::read_to_string(&args.file).map_err(|e| Error::file(&args.file, &e, remedy))?;
    let name = args.file.file_name().unwrap_or(args.file.as_os_str()).to_string_lossy();
    let acting = Acting { why: name.clone().into_owned(), by: args.by.clone(), at: args.at };
    let (entered, taken, rejected) =
        Workplace::open(common)?.desk(&acting)?.patrols(&name, &raw)?;
    for row in &rejected {
        crate::out::note(format_args!("{}:{}: {}", args.file.display(), row.line, row.why));
    }
    let nil = taken.iter().filter(|p| p.is_nil()).count();
    let refused = taken.iter().filter(|p| p.reached == Reached::Refused).count();
    if matches!(ui.format(), Format::Json | Format::Jsonl) {
        let whole = json!({
            "entered": entered, "read": taken.len() + rejected.len(), "kept": taken.len(),
            "rejected": rejected, "nil": nil, "refused": refused,
        });
        crate::out::put_line(serde_json::to_string_pretty(&whole).map_err(json_error)?);
    } else {
        let counts = [
            ("entry", entered.entry.to_string().into()),
            ("read", (taken.len() + rejected.len()).into()),
            ("kept", taken.len().into()),
            ("rejected", rejected.len().into()),
            ("nil", nil.into()),
            ("refused", refused.into()),
        ];
        ui.line(&ui.text("patrols-taken", &counts));
    }
    Ok(if rejected.is_empty() { 0 } else { SOME_REJECTED })
}

/// All patrols, the newest day first.
pub fn list(open: &Open, ui: &Ui) -> Result<u8> {
    let s = &open.situation;
    let items: Vec<_> = s.patrols.iter().map(|p| json!(p)).collect();
    if ui.machine(s, "patrols", &items, items.len()) {
        return Ok(0);
    }
    ui.preamble(s);
    let heads = ["day", "place", "patrol-team", "patrol-reached", "patrol-seen", "id"];
    let row = |p: &Patrol| {
        vec![
            Cell::new(ui.day(&p.day)),
            Cell::new(lists::place(ui, s, Some(&p.place), None)),
            Cell::new(p.team.clone()),
            Cell::new(ui.label(p.reached)),
            Cell::new(seen(ui, s, p)),
            Cell::new(p.id.clone()),
        ]
    };
    let rows: Vec<Vec<Cell>> = s.patrols.iter().map(row).collect();
    ui.table(&heads.map(|h| ui.text(h, &[])), &rows);
    Ok(0)
}

/// A patrol in one line: id and day, place, team, whether it got there, what it saw or why not.
pub fn told(ui: &Ui, s: &Situation, p: &Patrol) -> String {
    let at = lists::place(ui, s, Some(&p.place), None);
    let what = ui.list(&[format!("{}: {}", p.id, ui.day(&p.day)), at, p.team.clone()]);
    let reached = format!("{}: {}", ui.text("patrol-reached", &[]), ui.label(p.reached));
    ui.clauses(&[what, reached, seen(ui, s, p)])
}

fn seen(ui: &Ui, s: &Situation, patrol: &Patrol) -> String {
    if let Some(by) = &patrol.by {
        let by = s.parties.get(by).map_or_else(|| by.clone(), |p| ui.pick(&p.name));
        let by = ui.text("patrol-refused-by", &[("name", by.into())]);
        return ui.clauses(&[by, patrol.reason.clone().unwrap_or_default()]);
    }
    match (&patrol.observations, &patrol.reason) {
        _ if patrol.is_nil() => ui.text("patrol-nil", &[]),
        (Some(seen), Some(reason)) => ui.clauses(&[reason.clone(), seen.clone()]),
        (Some(text), None) | (None, Some(text)) => text.clone(),
        (None, None) => "–".to_owned(),
    }
}
