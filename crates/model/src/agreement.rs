//! An agreement: its terms as data, each with its source clause.

use serde::{Deserialize, Serialize};

use crate::register::PlaceLevel;
use crate::text::Bilingual;
use crate::time::Moment;
use crate::words::Act;

/// One instrument of the chain.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Instrument {
    /// Id inside the agreement.
    pub id: String,
    /// Title.
    pub name: Bilingual,
    /// ISO day.
    pub date: String,
    /// `base`, `endorses`, `amends`, `procedure`.
    pub relation: String,
    /// Citation.
    pub source: String,
}

/// A party's standing under the agreement.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Membership {
    /// Party id.
    pub party: String,
    /// `bound` or `guarantor`.
    pub role: String,
    /// A guarantor that fights as well.
    #[serde(default)]
    pub belligerent: bool,
    /// ISO day since when.
    pub since: Option<String>,
    /// Citation.
    pub source: String,
}

/// An actor whom the agreement leaves out.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Exclusion {
    /// Party id.
    pub party: String,
    /// Citation.
    pub source: String,
}

/// What somebody must do, may do, or must not do.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Obligation {
    /// Id inside the agreement.
    pub id: String,
    /// `prohibit`, `require` or `permit`.
    pub deontic: String,
    /// The acts it speaks of; empty for one that no act of the list breaks.
    #[serde(default)]
    pub acts: Vec<Act>,
    /// In our words, in both languages.
    pub text: Bilingual,
    /// Clause and instrument.
    pub source: String,
}

/// A local or timed regime as one announcer asserts it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Window {
    /// Id inside the agreement.
    pub id: String,
    /// Groups assertions about the same window.
    pub window: String,
    /// Ids of the places it covers.
    pub places: Vec<String>,
    /// Party id of who announced it.
    pub announcer: String,
    /// Begins.
    pub start: Moment,
    /// Ends; none when no end was told.
    pub end: Option<Moment>,
    /// When it was announced; assertions made later are not seen before.
    pub announced: Moment,
    /// Id of the assertion it extends.
    #[serde(default)]
    pub extends: Option<String>,
    /// Citation.
    pub source: String,
}

/// What the instrument leaves open.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Undefined {
    /// Id.
    pub id: String,
    /// In our words.
    pub text: Bilingual,
}

/// The areas whose state is told.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Areas {
    /// Level of the areas.
    pub level: PlaceLevel,
    /// Place ids, each a place of that level.
    pub list: Vec<String>,
    /// Citation of the outlines.
    pub source: String,
}

/// An agreement, as `data/agreements/<id>/agreement.toml` says it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Agreement {
    /// Id, the folder's name.
    pub id: String,
    /// Name.
    pub name: Bilingual,
    /// Place id of the country.
    pub country: String,
    /// When it entered into force.
    pub effective: Moment,
    /// When it ended, if it has.
    #[serde(default)]
    pub ended: Option<Moment>,
    /// What is done with actors of whom nobody knows whether they are bound: `undetermined`.
    pub unknown_membership: String,
    /// The chain of instruments.
    #[serde(rename = "instrument")]
    pub instruments: Vec<Instrument>,
    /// Who is bound, who guarantees.
    #[serde(rename = "party")]
    pub parties: Vec<Membership>,
    /// Who is left out.
    #[serde(rename = "exclusion", default)]
    pub exclusions: Vec<Exclusion>,
    /// Terms. The first is the base obligation.
    #[serde(rename = "obligation")]
    pub obligations: Vec<Obligation>,
    /// Windows per announcer.
    #[serde(rename = "window", default)]
    pub windows: Vec<Window>,
    /// What is left open.
    #[serde(rename = "undefined", default)]
    pub undefined: Vec<Undefined>,
    /// Areas.
    pub areas: Areas,
}
