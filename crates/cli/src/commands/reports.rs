//! `hudna reports`: what was received, and how far each report has come.

use hudna::model::{ReportState, ReportSummary};
use hudna::{Error, Result};
use serde_json::json;

use crate::args::ReportFilters;
use crate::commands::Open;
use crate::commands::lists::shown;
use crate::table::Cell;
use crate::ui::Ui;

/// Lists the reports, the last received first.
pub fn list(open: &Open, ui: &Ui, filters: &ReportFilters) -> Result<u8> {
    let s = &open.situation;
    if let Some(source) = filters.source.as_ref().filter(|id| !s.sources.contains_key(*id)) {
        return Err(Error::Unknown { id: source.clone(), remedy: "unknown-source" });
    }
    let wanted = |r: &&ReportSummary| {
        filters.state.is_none_or(|state| state == r.state)
            && filters.source.as_ref().is_none_or(|source| *source == r.source)
    };
    let mut list: Vec<&ReportSummary> = s.reports.values().filter(wanted).collect();
    list.sort_by(|a, b| (b.received, &b.id).cmp(&(a.received, &a.id)));
    let items: Vec<_> = list.iter().map(|r| json!(r)).collect();
    if ui.machine(s, "reports", &items, s.reports.len()) {
        return Ok(0);
    }
    ui.preamble(s);
    let heads = ["received", "report-state", "source", "claims", "report-unread", "report", "id"];
    let rows: Vec<Vec<Cell>> = list.iter().map(|r| row(open, ui, r)).collect();
    ui.table(&heads.map(|h| ui.text(h, &[])), &rows);
    shown(ui, list.len(), s.reports.len());
    Ok(0)
}

fn row(open: &Open, ui: &Ui, report: &ReportSummary) -> Vec<Cell> {
    let source = open.situation.sources.get(&report.source);
    vec![
        Cell::new(ui.moment(report.received)),
        Cell::new(ui.label(report.state)),
        Cell::new(source.map_or_else(|| ui.quote(&report.source), |s| ui.pick(&s.name))),
        Cell::new(report.claims.to_string()),
        Cell::new(report.unread_harm.to_string()),
        Cell::new(report.label.clone()),
        Cell::new(report.id.clone()),
    ]
}

/// A state by its name.
pub fn state(text: &str) -> std::result::Result<ReportState, String> {
    ReportState::parse(&text.replace('-', "_")).ok_or_else(|| {
        let all: Vec<&str> = ReportState::ALL.iter().map(|s| s.as_str()).collect();
        format!("it is one of {}", all.join(", "))
    })
}
