//! How each area stands.

use serde::{Deserialize, Serialize};

use crate::driver::{Breakdown, LeftOut};
use crate::level::{Alarm, FusedAlarm, HistoryDay, Outlook, ViolenceLevel};
use crate::series::SeriesTold;
use crate::share::Share;
use crate::text::Bilingual;

/// One row of a counts file: one area, one day.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct CountDay {
    /// Id of the area.
    pub area: String,
    /// ISO day.
    pub date: String,
    /// Events between parties of the agreement; fractions come from events spread over days.
    pub events_between_parties: f64,
    /// Other events: an excluded actor's war.
    pub events_other: f64,
    /// Best estimate of deaths, of all events.
    pub deaths_best: f64,
}

/// The state of a truce in an area.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum AreaStatus {
    /// Violence is at 0.8 of the pre-truce level or above.
    Collapsed,
    /// Between 0.5 and 0.8, or a confirmed mass-casualty incident within seven days.
    Strained,
    /// Below 0.5 of the pre-truce level: not the same as calm. Without counts to tell it by: seen
    /// quiet by patrols, and nothing told.
    Holding,
    /// Too few events to tell, or nobody reports.
    NoData,
    /// The agreement's parties do not fight each other here, or the agreement leaves it out.
    NotCovered,
}

impl AreaStatus {
    /// The name used in JSON and data files.
    pub fn as_str(self) -> &'static str {
        match self {
            AreaStatus::Collapsed => "collapsed",
            AreaStatus::Strained => "strained",
            AreaStatus::Holding => "holding",
            AreaStatus::NoData => "no_data",
            AreaStatus::NotCovered => "not_covered",
        }
    }
}

/// Patrols of monitors to places of an area in the last 7 days.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct PatrolCoverage {
    /// Patrolled, nothing seen: nil returns.
    pub quiet: u32,
    /// On how many of the 7 days there was one.
    pub quiet_days: u32,
    /// Patrolled, and something seen.
    pub saw: u32,
    /// Refused by somebody.
    pub refused: u32,
    /// Did not get there for another reason.
    pub unreached: u32,
}

/// What a state was computed from.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Coverage {
    /// Events between parties in the 42 days before the truce.
    pub pre_events: f64,
    /// Events between parties in the last 7 days.
    pub last_events: f64,
    /// Other events in the last 7 days.
    pub last_other: f64,
    /// Deaths (best) in the last 7 days, all events.
    pub last_deaths: f64,
    /// Events between parties in the 7 days before those.
    pub before_events: f64,
    /// Days of the last 7 for which the counts have a row for any area.
    pub days_counted: u32,
    /// The last day counted, ISO.
    pub last_day: Option<String>,
    /// Reports received in the last 7 days that name a place in the area.
    pub reports: u32,
    /// Incidents in the area in the last 7 days.
    pub incidents: u32,
    /// How many of them a person confirmed.
    pub incidents_confirmed: u32,
    /// Patrols in the last 7 days.
    #[serde(default)]
    pub patrols: PatrolCoverage,
}

/// One reason for a state, in both languages, with what it rests on.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct StateReason {
    /// `ratio`, `mass_casualties`, `too_few`, `other_war`, `no_counts`, `nobody_reports`;
    /// `patrols_` and `quiet` (makes the state), `nil`, `saw`, `refused`, `unreached`.
    pub rule: String,
    /// The sentence.
    pub text: Bilingual,
    /// Ids that it rests on: incidents, patrols, `counts:…` rows.
    pub rests_on: Vec<String>,
}

/// The state of one area at `as_of`.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct AreaState {
    /// `AREA-` and the place id: what `hudna why` takes.
    pub id: String,
    /// Place id of the area.
    pub area: String,
    /// Names.
    pub name: Bilingual,
    /// The state.
    pub status: AreaStatus,
    /// Mean of the last 7 days ÷ mean of the 42 days before the truce, rounded to 0.01.
    pub ratio: Option<f64>,
    /// Counts behind it.
    pub coverage: Coverage,
    /// Why, the deciding reason first.
    pub reasons: Vec<StateReason>,
    /// Incidents that drive it (last seven days), worst first.
    pub drivers: Vec<String>,
    /// What the state comes from, in shares.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub breakdowns: Vec<Breakdown>,
    /// What was not counted, and why.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub left_out: Vec<LeftOut>,
    /// How many of the claims that these stand on a person has confirmed or corrected.
    #[serde(default)]
    pub reviewed: Share,
    /// Daily events between parties for the 28 days up to `last_day`, oldest first.
    pub daily: Vec<f64>,
    /// Level of violence against that before the truce, where there is enough to tell it.
    #[serde(default)]
    pub level: Option<ViolenceLevel>,
    /// The alarm, where there is a level.
    #[serde(default)]
    pub alarm: Option<Alarm>,
    /// The alarm from several series together, where two or more have a level.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub fused: Option<FusedAlarm>,
    /// What the next days may bring, where there is a level.
    #[serde(default)]
    pub outlook: Vec<Outlook>,
    /// Deaths that the next days may bring, where there is an outlook and deaths are counted.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub severity: Vec<Outlook>,
    /// Every day of the truce up to the last one counted, where there is a level.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub history: Vec<HistoryDay>,
    /// What other series of counts say, by their id.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub beside: Vec<SeriesTold>,
}
