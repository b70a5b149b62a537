//! Counts of several sources side by side; never added, since they tell the same events.

use serde::{Deserialize, Serialize};

use crate::area::CountDay;
use crate::level::ViolenceLevel;
use crate::text::Bilingual;

/// Id of the series that a story brings itself.
pub const OWN_SERIES: &str = "counts";

/// The counts of one source.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct CountSeries {
    /// Id: [`OWN_SERIES`], or as it was imported.
    pub id: String,
    /// Where they come from.
    pub source: Bilingual,
    /// Rows in any order; several of an area and day add up.
    pub days: Vec<CountDay>,
    /// Rows come in as things are reported, so the newest days are incomplete; else they were coded
    /// later, in hindsight.
    #[serde(default)]
    pub late: bool,
    /// Events by the days after which they came in: the same day, the next one, and so on, as far
    /// as successive files of the series tell; of days since the first file, and long enough before
    /// the last one.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub lags: Vec<usize>,
}

/// What another series than the one that states are told by says of an area.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct SeriesTold {
    /// Id of the series.
    pub series: String,
    /// Where it comes from.
    pub source: Bilingual,
    /// The last day counted, ISO; none where nothing is counted yet.
    pub last_day: Option<String>,
    /// Events between parties in the 7 days up to it.
    pub last_events: f64,
    /// Events between parties in the 7 days before those.
    pub before_events: f64,
    /// Mean of the last 7 days ÷ mean of the 42 days before the truce, where enough was counted
    /// then.
    pub ratio: Option<f64>,
    /// Level of violence, where there is enough to tell it and the series is not silent.
    pub level: Option<ViolenceLevel>,
    /// The alarm's statistic, where there is a level.
    pub statistic: Option<f64>,
    /// Its alarm is up.
    pub alarm_up: bool,
    /// The ISO day since which it is silent, held against itself and the other series: what it tells
    /// since then counts for nothing.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub silent: Option<String>,
}
