//! Obligations and what lifts them.

use serde::{Deserialize, Serialize};

use crate::text::Bilingual;
use crate::time::Moment;
use crate::words::{Act, Task};

/// Whether a term forbids, demands or allows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Deontic {
    /// Must not be done.
    Prohibit,
    /// Must be done.
    Require,
    /// May be done; never judged.
    Permit,
}

/// Whom or what an act must touch to fall under a term.
#[derive(
    Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
#[serde(rename_all = "snake_case")]
pub enum Target {
    /// Anyone whom the agreement does not leave out; it must be known whom.
    #[default]
    Anyone,
    /// The act alone is enough: movements, weapons, recruitment.
    Nobody,
}

/// What an act outside a term's area is.
#[derive(
    Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
#[serde(rename_all = "snake_case")]
pub enum Outside {
    /// Nothing that the agreement speaks of.
    #[default]
    OutOfScope,
    /// A provocation: recorded as such, never a breach.
    Provocation,
}

/// Where a term holds; without one, in the agreement's country.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TermArea {
    /// Zone ids: inside any of them.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub zones: Vec<String>,
    /// Only inside towns and villages.
    #[serde(default)]
    pub settlements: bool,
    /// Closer to the bearer's own line than the band of the weapon allows.
    #[serde(default)]
    pub bands: bool,
    /// Ids of protected objects: near any of them.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub near: Vec<String>,
    /// What lies outside.
    #[serde(default)]
    pub outside: Outside,
}

impl TermArea {
    /// Whether it says nothing narrower than the agreement's country.
    pub fn is_whole(&self) -> bool {
        self.zones.is_empty() && !self.settlements && !self.bands && self.near.is_empty()
    }
}

/// By when something must be done.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Deadline {
    /// The instant.
    pub due: Moment,
    /// How it follows from the text, in our words.
    pub reckoned: Bilingual,
    /// Citation.
    pub source: String,
}

/// What somebody must do, may do, or must not do.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Obligation {
    /// Id inside the agreement.
    pub id: String,
    /// Forbids, demands or allows.
    pub deontic: Deontic,
    /// Party ids that it binds, with all that belong to them; empty: every bound party.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub bearers: Vec<String>,
    /// The acts that break it; empty for one that no act of the list breaks.
    #[serde(default)]
    pub acts: Vec<Act>,
    /// Promises by whose fulfilment it is met.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub tasks: Vec<Task>,
    /// Whom or what an act must touch.
    #[serde(default)]
    pub target: Target,
    /// Where it holds.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub area: Option<TermArea>,
    /// Holds from then on, where later than the agreement.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub since: Option<Moment>,
    /// Holds until then, where it ends before the agreement.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until: Option<Moment>,
    /// How much, in our words: shares, numbers, distances.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub measure: Option<Bilingual>,
    /// By when.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub deadline: Option<Deadline>,
    /// In our words, in both languages.
    pub text: Bilingual,
    /// Where the text stands, as each language's version cites it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub anchor: Option<Bilingual>,
    /// Clause and instrument.
    pub source: String,
}

/// What kind of exception it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ExceptionKind {
    /// The target is one whom the agreement leaves out. Seen by itself where such a target is told.
    ExcludedTarget,
    /// Force in answer to an attack. Must be pleaded.
    SelfDefence,
    /// Fire in answer, only by order. Must be pleaded.
    ReturnFire,
    /// A movement that the agreement allows. Must be pleaded.
    AllowedMovement,
}

/// One test of an exception.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ExceptionTest {
    /// Id inside the exception.
    pub id: String,
    /// In our words: what must be shown.
    pub text: Bilingual,
    /// The fact of the incident that shows it when it is known: `place` or `target`; else
    /// somebody must show it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub fact: Option<String>,
}

/// What lifts a term.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Exception {
    /// Id inside the agreement.
    pub id: String,
    /// Of which kind.
    pub kind: ExceptionKind,
    /// Ids of the obligations that it lifts.
    pub of: Vec<String>,
    /// In our words.
    pub text: Bilingual,
    /// All of them must be met.
    #[serde(rename = "test", default, skip_serializing_if = "Vec::is_empty")]
    pub tests: Vec<ExceptionTest>,
    /// Who must show it, in our words.
    pub burden: Bilingual,
    /// Where the text stands, as each language's version cites it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub anchor: Option<Bilingual>,
    /// Clause and instrument.
    pub source: String,
}
