//! How the obligations beside the cessation are kept, in a picture of what stands.

use std::collections::BTreeMap;

use hudna_judge::Context;
use hudna_model::{ComplianceLine, Decisions, FiledClaim, Situation};

/// One line per obligation of the agreement that the picture follows.
pub fn compliance(situation: &Situation) -> Vec<ComplianceLine> {
    // Judging is done: neither copies nor decisions are asked any more.
    let (marks, decisions) = (BTreeMap::new(), Decisions::default());
    let ctx = Context {
        as_of: situation.as_of,
        agreement: &situation.agreement,
        places: &situation.places,
        parties: &situation.parties,
        sources: &situation.sources,
        marks: &marks,
        decisions: &decisions,
    };
    let claims: Vec<FiledClaim> = situation.claims.values().cloned().collect();
    let (promises, patrols) = (&situation.follow_ups, &situation.patrols);
    hudna_judge::compliance(&situation.incidents, &claims, promises, patrols, &ctx)
}
