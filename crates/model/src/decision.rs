//! What people decided, as the pure functions see it: what was undone is left out already.

use serde::{Deserialize, Serialize};

use crate::followup::PromiseDecision;
use crate::time::Moment;

/// How two tellings stand to one another, by a person's word.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Relation {
    /// They tell one incident.
    Same,
    /// They tell two incidents.
    Different,
    /// Nobody can tell; they are neither joined nor suggested again.
    Unsure,
    /// The first is a part of the second.
    PartOf,
    /// The first came after the second.
    Follows,
    /// The first answered the second.
    Retaliation,
    /// Both belong to one operation.
    SameOperation,
}

impl Relation {
    /// All, with the words that are written.
    pub const ALL: [(Relation, &'static str); 7] = [
        (Relation::Same, "same"),
        (Relation::Different, "different"),
        (Relation::Unsure, "unsure"),
        (Relation::PartOf, "part_of"),
        (Relation::Follows, "follows"),
        (Relation::Retaliation, "retaliation"),
        (Relation::SameOperation, "same_operation"),
    ];

    /// As it is written.
    pub fn as_str(self) -> &'static str {
        Relation::ALL.iter().find(|(r, _)| *r == self).map_or("", |(_, word)| word)
    }
}

/// A relation of two claims, each standing for the incident that it is told of.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct PairDecision {
    /// Id of a claim of the first incident.
    pub a: String,
    /// Id of a claim of the second.
    pub b: String,
    /// How they stand.
    pub relation: Relation,
    /// Who decided.
    pub by: String,
    /// When.
    pub at: Moment,
    /// Index of the entry.
    pub entry: u64,
}

/// What a person found of an incident as a whole.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Found {
    /// It was shown not to be so.
    Refuted,
    /// It cannot be settled.
    Unverifiable,
    /// Seen at the site.
    SiteVisit,
}

/// A finding on the incident that a claim is told of.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct IncidentDecision {
    /// Id of a claim of the incident.
    pub claim: String,
    /// What was found.
    pub found: Found,
    /// Why, in the words of who decided.
    pub why: String,
    /// Who decided.
    pub by: String,
    /// When.
    pub at: Moment,
    /// Index of the entry.
    pub entry: u64,
}

/// An exception that a party pleads for an incident, with what of its tests was shown.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Plea {
    /// Id of a claim of the incident.
    pub claim: String,
    /// Id of the exception in the agreement.
    pub exception: String,
    /// Party id of who pleads.
    pub by: String,
    /// Ids of its tests that were shown to be met.
    pub shown: Vec<String>,
    /// Ids of its tests that were shown not to be met.
    pub failed: Vec<String>,
    /// When.
    pub at: Moment,
    /// Index of the entry.
    pub entry: u64,
}

/// Decisions in force, each list in the order of entry.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Decisions {
    /// Of two incidents.
    pub pairs: Vec<PairDecision>,
    /// Of one incident.
    pub incidents: Vec<IncidentDecision>,
    /// Of promises.
    #[serde(default)]
    pub promises: Vec<PromiseDecision>,
    /// Exceptions pleaded.
    #[serde(default)]
    pub pleas: Vec<Plea>,
}
