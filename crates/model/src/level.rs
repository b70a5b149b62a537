//! What the counts of an area say day by day: level, alarm, outlook.

use serde::{Deserialize, Serialize};

use crate::area::AreaStatus;

/// The level of violence against that before the truce.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct ViolenceLevel {
    /// What it makes of the state: holding, strained or collapsed.
    pub status: AreaStatus,
    /// Chance that it is below half.
    pub holding: f64,
    /// Chance that it is from half to four fifths.
    pub strained: f64,
    /// Chance that it is from four fifths on.
    pub collapsed: f64,
    /// Ratio to the level before the truce, median.
    pub ratio: f64,
    /// Lower end of its 90 % interval.
    pub low: f64,
    /// Upper end.
    pub high: f64,
}

/// The alarm: whether the level rose on some earlier day.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Alarm {
    /// How much likelier the days are if it did, today.
    pub statistic: f64,
    /// At which it crosses: area-days for one false alarm at least.
    pub threshold: f64,
    /// Days of the truce on which it was raised, ISO; a crossing while it is up renews it.
    pub crossings: Vec<String>,
    /// The day from which the last one tells a rise, ISO.
    pub rose_on: Option<String>,
    /// The ratio of rise that tells its days best.
    pub rise: Option<f64>,
    /// It is up, and taken back after this day unless it crosses again, ISO.
    pub up_until: Option<String>,
    /// The three days since the rise with the most events, ISO.
    pub days: Vec<String>,
}

/// Two series and how alike they were before the truce.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct SeriesPair {
    /// Their ids.
    pub between: [String; 2],
    /// Correlation of the square roots of their daily counts, 0 to 0.9; 0.5 where it cannot be
    /// known.
    pub correlation: f64,
}

/// One alarm from several series: of each its own evidence that the level rose on a day. Their
/// counts are not added.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct FusedAlarm {
    /// Ids of the series, the one that makes the state first.
    pub series: Vec<String>,
    /// How alike each two of them were: so much of a further one's evidence is left out.
    pub correlations: Vec<SeriesPair>,
    /// The alarm; its days with the most events are those of the first series.
    pub alarm: Alarm,
}

/// How many events, or deaths, the next days may bring.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct Outlook {
    /// Days ahead: 1, 3 or 7, added up.
    pub days: u32,
    /// Mean.
    pub mean: f64,
    /// Count that is as likely to be passed as not.
    pub median: u32,
    /// Ends of the 50 % interval.
    pub half: (u32, u32),
    /// Ends of the 90 % interval.
    pub most: (u32, u32),
}

/// A day of the truce as it was told on that day, by the counts alone.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct HistoryDay {
    /// ISO day.
    pub date: String,
    /// Events; none where nobody counted.
    pub events: Option<f64>,
    /// State by the level; `no_data` where none can be told.
    pub status: AreaStatus,
    /// The alarm's statistic.
    pub statistic: f64,
    /// It crossed.
    pub crossed: bool,
    /// An alarm is up.
    #[serde(default)]
    pub up: bool,
    /// With a crossing: the day from which the days tell a rise, ISO.
    #[serde(default)]
    pub rose_on: Option<String>,
}
