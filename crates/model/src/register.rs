//! Registers: places, parties, sources.

use serde::{Deserialize, Serialize};

use crate::text::Bilingual;

/// How large a named place is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PlaceLevel {
    /// A building, base, crossing, camp.
    Site,
    /// A road, river, front.
    Line,
    /// Part of a settlement.
    Neighbourhood,
    /// City, town, village.
    Settlement,
    /// Second administrative level.
    District,
    /// First administrative level.
    Governorate,
    /// A region that no administration names.
    Region,
    /// A state.
    Country,
}

/// A place of the gazetteer.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Place {
    /// Id, such as `sy-aleppo-city`.
    pub id: String,
    /// The place that holds it; none for a country.
    pub parent: Option<String>,
    /// How large.
    pub level: PlaceLevel,
    /// Degrees north of a representative point.
    pub lat: f64,
    /// Degrees east.
    pub lon: f64,
    /// P-code of the humanitarian registries.
    pub pcode: Option<String>,
    /// Names for people.
    pub name: Bilingual,
}

/// What a party is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PartyKind {
    /// A state and its organs.
    State,
    /// Forces of a state.
    Force,
    /// An armed group.
    ArmedGroup,
    /// A political body or alliance.
    Political,
    /// The United Nations, leagues, support groups.
    Body,
    /// Who watches and counts.
    Monitor,
    /// A humanitarian or rights organisation.
    Ngo,
    /// A person.
    Person,
    /// A news agency or outlet.
    Media,
}

/// A party: neutral names; epithets stay in the language's lexicon.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Party {
    /// Id, such as `syria-government`.
    pub id: String,
    /// What it is.
    pub kind: PartyKind,
    /// Neutral names.
    pub name: Bilingual,
    /// The party that it belongs to or speaks for.
    pub parent: Option<String>,
}

/// Who tells.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs)]
pub enum SourceKind {
    Party,
    Guarantor,
    Monitor,
    Un,
    Ngo,
    Wire,
    StateMedia,
    LocalMedia,
    Social,
    Witness,
    Sensor,
    Hotline,
}

/// A source of reports.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Source {
    /// Id, such as `wire-a`.
    pub id: String,
    /// Which kind.
    pub kind: SourceKind,
    /// Names for people. A protected source has a neutral one.
    pub name: Bilingual,
    /// Admiralty grade of reliability, `A` to `F`.
    pub grade: char,
    /// The party it belongs to, for admissions and denials.
    #[serde(default)]
    pub party: Option<String>,
    /// `open`, or `protected`: the identity is kept apart.
    #[serde(default = "open")]
    pub protection: String,
}

fn open() -> String {
    "open".to_owned()
}
