//! What a report is mainly about.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use hudna_model::{FiledClaim, Incident};

use crate::rules;

/// The lead incident of each report that tells any: of the incidents that it tells in headline or
/// lead (else of that which it tells first) the one of which it has most to say, then the one told
/// first, then the smaller id. Report id → incident id.
pub fn leads<'i>(incidents: &'i [Incident], claims: &[FiledClaim]) -> BTreeMap<String, &'i str> {
    let of_claim: BTreeMap<&str, &'i str> = incidents
        .iter()
        .flat_map(|i| i.claims.iter().map(|claim| (claim.as_str(), i.id.as_str())))
        .collect();
    let mut reports: BTreeMap<&str, BTreeMap<&'i str, Told>> = BTreeMap::new();
    for filed in claims {
        if let Some(incident) = of_claim.get(filed.claim.id.as_str()) {
            let start = filed.claim.evidence.span.start;
            let told = reports.entry(&filed.report).or_default().entry(incident);
            let told = told.or_insert(Told { claims: 0, start });
            *told = Told { claims: told.claims + 1, start: told.start.min(start) };
        }
    }
    let lead = |(report, told): (&str, BTreeMap<&'i str, Told>)| {
        let first = told.values().map(|t| t.start).min()?;
        let early = told.iter().filter(|(_, t)| t.start < rules::LEAD_REACH.max(first + 1));
        let (incident, _) = early.min_by_key(|(id, t)| (Reverse(t.claims), t.start, **id))?;
        Some((report.to_owned(), *incident))
    };
    reports.into_iter().filter_map(lead).collect()
}

/// How much of an incident a report tells, and from where on.
#[derive(Debug, Clone, Copy)]
struct Told {
    claims: usize,
    start: usize,
}
