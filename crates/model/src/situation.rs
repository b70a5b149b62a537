//! The whole picture at one time: what tables and briefs are written from.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::agreement::Agreement;
use crate::area::AreaState;
use crate::case::Case;
use crate::followup::FollowUp;
use crate::incident::{FiledClaim, Incident, Toll};
use crate::patrol::Patrol;
use crate::question::Question;
use crate::register::{Party, Place, Source};
use crate::report::ReportSummary;
use crate::text::Bilingual;
use crate::time::Moment;
use crate::tree::AreaTree;

/// What a story says of itself.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct StoryInfo {
    /// Id, such as `syria-2016`.
    pub id: String,
    /// Title.
    pub name: Bilingual,
    /// For an example: what is constructed in it. Every output prints this.
    pub notice: Option<Bilingual>,
}

/// The signed head of the ledger that a picture was taken at.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct LedgerHead {
    /// Number of entries.
    pub size: u64,
    /// Root hash, hex.
    pub root: String,
    /// The operator's verifier key.
    pub key: String,
}

/// How many units came in and what became of them.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct IntakeCounts {
    /// Units in.
    pub units: u64,
    /// Of them stored.
    pub stored: u64,
    /// Of them already there.
    pub duplicate: u64,
    /// Of them refused, with a reason each.
    pub rejected: u64,
}

/// The outline of an area, rings of `[lon, lat]`.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct AreaShape {
    /// Place id.
    pub area: String,
    /// Polygons, each a list of rings, the outer one first.
    pub polygons: Vec<Vec<Vec<[f64; 2]>>>,
}

/// Everything known at `as_of`.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Situation {
    /// The story, if the store follows one.
    pub story: Option<StoryInfo>,
    /// What was received at or before this time.
    pub as_of: Moment,
    /// The ledger's head.
    pub head: LedgerHead,
    /// The agreement.
    pub agreement: Agreement,
    /// Says where the counts come from, as the story's file states it.
    pub counts_source: Option<Bilingual>,
    /// Multi-day, unplaced or left-out rows of the counts, in words.
    pub counts_notes: Vec<Bilingual>,
    /// Areas, worst first.
    pub areas: Vec<AreaState>,
    /// The levels above and below the areas.
    #[serde(default)]
    pub tree: AreaTree,
    /// Outlines of the areas.
    pub shapes: Vec<AreaShape>,
    /// Incidents, newest first.
    pub incidents: Vec<Incident>,
    /// Running totals.
    pub aggregates: Vec<Toll>,
    /// Open promises and fulfilled ones.
    pub follow_ups: Vec<FollowUp>,
    /// Cases, the newest opened first.
    #[serde(default)]
    pub cases: Vec<Case>,
    /// Open questions and answered ones.
    #[serde(default)]
    pub questions: Vec<Question>,
    /// Patrols of monitors, the newest day first.
    #[serde(default)]
    pub patrols: Vec<Patrol>,
    /// All claims by id.
    pub claims: BTreeMap<String, FiledClaim>,
    /// Reports by id.
    pub reports: BTreeMap<String, ReportSummary>,
    /// Places that the others cite.
    pub places: BTreeMap<String, Place>,
    /// Parties that the others cite.
    pub parties: BTreeMap<String, Party>,
    /// Sources by id.
    pub sources: BTreeMap<String, Source>,
}
