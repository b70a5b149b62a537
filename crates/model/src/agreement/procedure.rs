//! How an allegation is dealt with, what is counted, to whom is reported.

use serde::{Deserialize, Serialize};

use crate::text::Bilingual;

/// Whether findings may say who did it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Attribution {
    /// They may.
    Allowed,
    /// They may state facts and not who did it.
    FactsOnly,
    /// The text does not say.
    Open,
}

/// What is counted.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Counting {
    /// The unit, in our words.
    pub unit: Bilingual,
    /// Whether findings may attribute.
    pub attribution: Attribution,
    /// Citation.
    pub source: String,
}

/// A way in for an allegation.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Channel {
    /// Id.
    pub id: String,
    /// Name.
    pub name: Bilingual,
    /// Party id of who keeps it, where the register has one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub keeper: Option<String>,
    /// Citation.
    pub source: String,
}

/// One step with its clock.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Step {
    /// Id: a step of a case, such as `notified`, `party_reply`, `field_report`, `board`.
    pub id: String,
    /// Name.
    pub name: Bilingual,
    /// Hours within which it must be done after the step before; none where the text sets none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub hours: Option<u32>,
    /// Citation.
    pub source: String,
}

/// Who must agree to a finding.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Consensus {
    /// Both co-chairs, or the dissent is stated.
    CoChairs,
    /// All members.
    All,
    /// A majority of members.
    Majority,
    /// The chair decides.
    Chair,
    /// The text does not say.
    Open,
}

/// Where a matter goes that is not settled.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Escalation {
    /// To whom, in our words.
    pub to: Bilingual,
    /// When, in our words.
    pub when: Bilingual,
    /// Citation.
    pub source: String,
}

/// The most severe consequence that the text knows.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Gravest {
    /// In our words.
    pub text: Bilingual,
    /// Citation.
    pub source: String,
}

/// How an allegation is dealt with.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Procedure {
    /// Who may complain, in our words.
    pub complainants: Bilingual,
    /// Party ids of the co-chairs, whose keys a public finding needs.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub co_chairs: Vec<String>,
    /// Ways in.
    #[serde(rename = "channel", default, skip_serializing_if = "Vec::is_empty")]
    pub channels: Vec<Channel>,
    /// Steps in their order.
    #[serde(rename = "step", default, skip_serializing_if = "Vec::is_empty")]
    pub steps: Vec<Step>,
    /// Who must agree to a finding.
    pub consensus: Consensus,
    /// Where it goes that is not settled, in order.
    #[serde(rename = "escalation", default, skip_serializing_if = "Vec::is_empty")]
    pub escalations: Vec<Escalation>,
    /// The most severe consequence.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub gravest: Option<Gravest>,
    /// Citation.
    pub source: String,
}

/// A duty to report.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Reporting {
    /// To whom, in our words.
    pub to: Bilingual,
    /// How often, in our words.
    pub often: Bilingual,
    /// What is withheld, in our words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub withheld: Option<Bilingual>,
    /// Citation.
    pub source: String,
}
