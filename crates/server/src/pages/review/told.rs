//! What tells that claims are copies, that figures do not meet, that words were looked at.

use std::collections::HashMap;

use hudna::facts::FiledReport;
use hudna::model::{FiledClaim, Incident, Situation, Span};

use crate::pages::report::passage::{around, slice};

/// Claims of an incident that tell the same from one origin in several reports: the first received,
/// and the others, where nobody has looked at any.
pub fn copied(s: &Situation, i: &Incident) -> Vec<(String, Vec<String>)> {
    let mut out = Vec::new();
    for origin in i.origins.iter().filter(|o| o.reports.len() > 1) {
        let held = |f: &&FiledClaim| !f.reviewed && origin.reports.contains(&f.report);
        let mut all: Vec<&FiledClaim> =
            i.claims.iter().filter_map(|id| s.claims.get(id)).filter(held).collect();
        all.sort_by(|a, b| (a.received, &a.claim.id).cmp(&(b.received, &b.claim.id)));
        while let Some(first) = (!all.is_empty()).then(|| all.remove(0)) {
            let same = |f: &&FiledClaim| f.claim.same_key(&first.claim) && f.report != first.report;
            let rest: Vec<String> =
                all.iter().filter(|f| same(f)).map(|f| f.claim.id.clone()).collect();
            all.retain(|f| !rest.contains(&f.claim.id));
            if !rest.is_empty() {
                out.push((first.claim.id.clone(), rest));
            }
        }
    }
    out
}

/// Whether origins give figures that do not meet.
pub fn differs(t: &hudna::model::Toll) -> bool {
    let rows = t.rows.iter().filter(|r| !r.superseded && !r.subset);
    let told: Vec<(&str, u32, u32)> = rows
        .filter_map(|r| {
            let low = r.low.or(r.high)?;
            Some((r.origin.as_str(), low, r.high.unwrap_or(u32::MAX)))
        })
        .collect();
    let apart = |a: &(&str, u32, u32), b: &(&str, u32, u32)| a.0 != b.0 && (a.1 > b.2 || b.1 > a.2);
    !t.cumulative && told.iter().any(|a| told.iter().any(|b| apart(a, b)))
}

/// Questions about reports that were answered: their words by report.
pub fn answered(s: &Situation) -> HashMap<&str, Vec<&str>> {
    let mut out: HashMap<&str, Vec<&str>> = HashMap::new();
    for q in s.questions.iter().filter(|q| q.answer.is_some() && q.about.starts_with("R-")) {
        out.entry(&q.about).or_default().push(&q.text.en);
    }
    out
}

/// A person said of the sentence that it claims nothing.
pub fn dismissed(
    answered: &HashMap<&str, Vec<&str>>,
    report: &str,
    filed: &FiledReport,
    at: Span,
) -> bool {
    let Some(all) = answered.get(report) else { return false };
    let text = filed.record.text();
    let sentence = slice(text, around(text, at));
    all.iter().any(|told| told.contains(sentence.trim()))
}
