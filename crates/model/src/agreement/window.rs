//! Local and timed regimes, as each announcer asserts them.

use serde::{Deserialize, Serialize};

use crate::time::Moment;

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
    /// Ids of places of which it is disputed whether it covers them.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub disputed: Vec<String>,
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
