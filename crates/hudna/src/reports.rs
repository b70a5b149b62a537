//! How far each report has come.

use std::collections::BTreeSet;

use hudna_model::{ReportState, ReportSummary, Situation};

use crate::facts::FiledReport;

impl FiledReport {
    /// As lists show it; how far it has come is told by the picture ([`states`]).
    pub(crate) fn summary(&self, id: &str) -> ReportSummary {
        ReportSummary {
            id: id.to_owned(),
            label: self.record.label.clone(),
            source: self.record.source.clone(),
            published: self.record.published.clone(),
            received: self.received,
            sha256: self.record.sha256.clone(),
            entry: self.entry,
            lang: self.reading.as_ref().map_or_else(String::new, |r| r.lang.clone()),
            claims: self.claims().count(),
            unread_harm: self.unread_harm().count(),
            state: ReportState::Received,
        }
    }
}

/// Sets the state of every report of a picture whose incidents, promises and questions stand.
pub(crate) fn states(situation: &mut Situation) {
    let asked = asked(situation);
    let linked = linked(situation);
    for (id, report) in &mut situation.reports {
        report.state = if report.lang.is_empty() && report.claims == 0 {
            ReportState::Received
        } else if asked.contains(id) {
            ReportState::NeedsInfo
        } else if linked.contains(id) {
            ReportState::Linked
        } else if report.claims > 0 {
            ReportState::Coded
        } else {
            ReportState::Screened
        };
    }
}

/// Reports that a question waits on: about the report, or about a claim of it.
fn asked(situation: &Situation) -> BTreeSet<String> {
    let open = situation.questions.iter().filter(|q| q.answer.is_none());
    let of = |about: &String| match situation.claims.get(about) {
        Some(filed) => filed.report.clone(),
        None => about.clone(),
    };
    open.map(|q| of(&q.about)).collect()
}

/// Reports of which a claim tells an incident, a promise or a running toll.
fn linked(situation: &Situation) -> BTreeSet<String> {
    let incidents = situation.incidents.iter().flat_map(|i| i.claims.iter().chain(&i.denials));
    let promises = situation.follow_ups.iter().flat_map(|f| &f.claims);
    let running = situation.aggregates.iter().flat_map(|t| t.rows.iter().map(|r| &r.claim));
    let all = incidents.chain(promises).chain(running);
    all.filter_map(|id| situation.claims.get(id)).map(|filed| filed.report.clone()).collect()
}
