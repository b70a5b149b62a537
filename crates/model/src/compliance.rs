//! How an obligation beside the cessation is kept: access, detainees, withdrawals.

use serde::{Deserialize, Serialize};

use crate::incident::Verdict;
use crate::text::Bilingual;
use crate::time::Moment;

/// How an obligation is kept at `as_of`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ComplianceStatus {
    /// A fulfilment is reported, or monitors got where they wanted to go, and nothing against it.
    Met,
    /// A fulfilment is reported, but only after its deadline or the day that was promised.
    MetLate,
    /// Incidents or refused patrols speak against it, or its deadline passed without a report of fulfilment.
    NotMet,
    /// Reports speak of it, and none settles it.
    Open,
    /// Its deadline lies ahead.
    NotDue,
    /// Nobody reports: neither kept nor broken, as far as anybody told.
    NobodyReports,
}

/// One obligation's line, beside the states of areas and never blended into them.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ComplianceLine {
    /// Id of the obligation in the agreement.
    pub obligation: String,
    /// How it is kept.
    pub status: ComplianceStatus,
    /// Nothing but the passing of the deadline says so.
    pub by_clock: bool,
    /// What a missed deadline is under the agreement; none when none was missed.
    pub verdict: Option<Verdict>,
    /// The deadline.
    pub due: Option<Moment>,
    /// Party ids that are told to have acted against it, ascending.
    pub parties: Vec<String>,
    /// Ids of the incidents that speak against it.
    pub incidents: Vec<String>,
    /// Ids of the incidents that touch it and settle nothing.
    pub open: Vec<String>,
    /// Ids of patrols that were refused, by day; of an obligation that gives monitors access.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub refused: Vec<String>,
    /// Ids of patrols that did not get there for another reason: nobody saw.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub unreached: Vec<String>,
    /// Ids of patrols that got there: access was given.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub reached: Vec<String>,
    /// Ids of the claims that the line rests on, for and against, ascending.
    pub claims: Vec<String>,
    /// How many of these claims a person has confirmed.
    pub reviewed: usize,
    /// The rule trace: one sentence a step.
    pub trace: Vec<Bilingual>,
}
