//! What `eval areas`, `alarms`, `outlook` and `silence` take.

use std::path::PathBuf;

use clap::{Args, ValueEnum};

/// Public records to measure on, or counts of one's own.
#[derive(Args)]
pub struct SeriesArgs {
    /// Folder of conflict data with its tables of segments and breaks
    #[arg(long, value_name = "DIR", env = "HUDNA_CONFLICT",
          default_value = hudna::eval::series::FOLDER)]
    pub conflict: PathBuf,
    /// Counts of your own instead, told day by day as JSON lines: a table with area, date, events,
    /// deaths and, if you like, source
    #[arg(long, value_name = "FILE")]
    pub counts: Option<PathBuf>,
    /// Truces for them: a table with area (`*` is all), start and end
    #[arg(long, value_name = "FILE", requires = "counts")]
    pub truce: Option<PathBuf>,
    /// The column that is counted
    #[arg(long, value_enum, default_value = "events", requires = "counts")]
    pub on: Column,
}

/// Columns of a counts file.
#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Column {
    /// Events
    Events,
    /// Deaths
    Deaths,
}
