//! How well are areas, alarms, outlooks and silences told? Measured on public records of four
//! conflicts, beside baselines that are computed in the same run; and told day by day for counts of
//! one's own. Nothing here is tuned on the series that it is scored on.

mod alarms;
mod areas;
mod classes;
mod counts;
mod cusum;
mod files;
mod lags;
mod listen;
mod outlook;
mod own;
mod reliability;
mod severity;
mod silence;
mod stays;
mod story;
mod table;
mod thinned;
mod told;
mod told_fused;
mod told_outlook;
mod told_silence;

#[cfg(test)]
mod asked_tests;
#[cfg(test)]
mod own_tests;

pub use alarms::{AlarmWay, AlarmsEvaluation, evaluate_alarms};
pub use areas::{AreasEvaluation, SeriesFigures, WayFigures, evaluate_areas};
pub use classes::{Confusion, flips};
pub use counts::{Day, Series, day, iso};
pub use files::FOLDER;
pub use lags::AlarmFigures;
pub use outlook::{
    OutlookEvaluation, OutlookFigures, OutlookHorizon, OutlookSeries, evaluate_outlook,
};
pub use own::{On, OwnCounts, OwnTruce, RefusedLine, own_counts, own_truces};
pub use reliability::{Reliability, Tenth};
pub use severity::{SeverityFigures, SeverityHorizon};
pub use silence::{FeedFigures, SilenceEvaluation, ThinStretch, evaluate_silence};
pub use story::{StoryAlarm, StoryFused, StorySource};
pub use table::{alarms_table, areas_table, outlook_table, silence_table};
pub use told::{AlarmLine, AreaLine, BaselineTold, Chances, NoData, tell_alarms, tell_areas};
pub use told_fused::{FusedOf, FusedPair};
pub use told_outlook::{OutlookLine, tell_outlook};
pub use told_silence::{SilenceLine, tell_silence};
