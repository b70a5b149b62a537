//! Worked cases of an agreement: small incidents with the judgement that each must get.
//!
//! They stand in `data/agreements/<id>/cases/*.toml`; `docs/formats/agreement.md` tells their form.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::claim::Hours;
use crate::compliance::ComplianceStatus;
use crate::incident::{FactStatus, Flag, Verdict};
use crate::patrol::Reached;
use crate::register::{PlaceLevel, Source};
use crate::text::Bilingual;
use crate::time::Moment;
use crate::words::{Act, Modality, Task, Victims};

/// A place that the gazetteer does not hold, or a point.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CasePlace {
    /// Id, not one of the gazetteer.
    pub id: String,
    /// Id of the place that holds it.
    pub parent: String,
    /// How large.
    pub level: PlaceLevel,
    /// Degrees north.
    pub lat: f64,
    /// Degrees east.
    pub lon: f64,
    /// Name.
    pub name: Bilingual,
}

/// One claim of a report.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CaseClaim {
    /// Id of the report that tells it.
    pub report: String,
    /// Id of its source.
    pub source: String,
    /// The act; none for casualties alone.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub act: Option<Act>,
    /// Party id or words of who did it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub actor: Option<String>,
    /// Party id or words of whom or what it hit.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub target: Option<String>,
    /// Id of the weapon.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub means: Option<String>,
    /// Place id; none when no place is told.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub place: Option<String>,
    /// ISO day.
    pub day: String,
    /// The last ISO day, where the day is not sure.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub last_day: Option<String>,
    /// The hours of the day, where they are told.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub hours: Option<Hours>,
    /// Told as so, denied …
    #[serde(default = "actual")]
    pub modality: Modality,
    /// Party id or words of whose word it is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub said_by: Option<String>,
    /// How many were killed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub killed: Option<u32>,
    /// Who they are.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub victims: Option<Victims>,
    /// A person has confirmed it.
    #[serde(default)]
    pub reviewed: bool,
}

fn actual() -> Modality {
    Modality::Actual
}

/// An exception pleaded for the incident.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CasePlea {
    /// Id of the exception.
    pub exception: String,
    /// Party id of who pleads.
    pub by: String,
    /// Ids of its tests that were shown.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub shown: Vec<String>,
    /// Ids of its tests that were shown not to be met.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub failed: Vec<String>,
}

/// A promise as the board has it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CasePromise {
    /// Party id of who promised.
    pub who: String,
    /// What.
    pub what: Task,
    /// Whether it is reported done.
    #[serde(default)]
    pub done: bool,
    /// ISO day on which it is reported done.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub done_on: Option<String>,
}

/// A patrol of monitors.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CasePatrol {
    /// ISO day.
    pub day: String,
    /// Place id.
    pub place: String,
    /// Whether it got there.
    pub reached: Reached,
    /// Who refused it: party id or words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub by: Option<String>,
    /// Why it did not get there.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
}

/// One judgement that must come out.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Expected {
    /// Id of the obligation.
    pub obligation: String,
    /// Party id of the announcer under whose reading of a window it is judged; none for the
    /// obligation itself.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub announcer: Option<String>,
    /// The verdict.
    pub verdict: Verdict,
    /// What is known of each fact: all five.
    pub facts: BTreeMap<String, FactStatus>,
    /// What would settle it; exactly these.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub settles: Vec<String>,
    /// Marks; exactly these.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub flags: Vec<Flag>,
    /// Id of the exception that was weighed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub exception: Option<String>,
}

/// One line of compliance that must come out.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ExpectedLine {
    /// Id of the obligation.
    pub obligation: String,
    /// How it is kept.
    pub status: ComplianceStatus,
    /// Whether the clock alone says so.
    #[serde(default)]
    pub by_clock: bool,
    /// What a missed deadline is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub verdict: Option<Verdict>,
}

/// A worked case.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct WorkedCase {
    /// Id, the file's name.
    pub id: String,
    /// What it shows, and what of it is made up.
    pub shows: Bilingual,
    /// Where the facts come from; none for a made-up incident.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source: Option<String>,
    /// The time for which it is judged.
    pub as_of: Moment,
    /// Places beside those of the gazetteer.
    #[serde(rename = "place", default, skip_serializing_if = "Vec::is_empty")]
    pub places: Vec<CasePlace>,
    /// Kinds of source.
    #[serde(rename = "source_kind", default, skip_serializing_if = "Vec::is_empty")]
    pub sources: Vec<Source>,
    /// What is claimed; all of it is one incident.
    #[serde(rename = "claim", default, skip_serializing_if = "Vec::is_empty")]
    pub claims: Vec<CaseClaim>,
    /// What is pleaded.
    #[serde(rename = "plea", default, skip_serializing_if = "Vec::is_empty")]
    pub pleas: Vec<CasePlea>,
    /// What was promised.
    #[serde(rename = "promise", default, skip_serializing_if = "Vec::is_empty")]
    pub promises: Vec<CasePromise>,
    /// Where monitors went.
    #[serde(rename = "patrol", default, skip_serializing_if = "Vec::is_empty")]
    pub patrols: Vec<CasePatrol>,
    /// The judgements that must come out, all of them.
    #[serde(rename = "expect", default, skip_serializing_if = "Vec::is_empty")]
    pub expected: Vec<Expected>,
    /// Lines of compliance that must come out, some of them.
    #[serde(rename = "compliance", default, skip_serializing_if = "Vec::is_empty")]
    pub compliance: Vec<ExpectedLine>,
}
