//! What `eval` takes.

use std::path::PathBuf;

use clap::{Args, Subcommand, ValueEnum};

/// What `eval` measures.
#[derive(Subcommand)]
pub enum EvalCommand {
    /// The reader, against annotated reports
    Read {
        /// Folder or file of annotated reports
        #[arg(long)]
        gold: PathBuf,
        /// Which lines of each file
        #[arg(long, default_value = "all", value_name = "all|odd|even")]
        lines: String,
        /// Fit the weights of choices anew to the other half first, so that none of the lines
        /// scored has been learnt from
        #[arg(long)]
        cross: bool,
        /// Print so many missed and spurious items a kind
        #[arg(long, default_value_t = 0)]
        errors: usize,
        /// Read in three ways, by rules, by the tagger and by both, each report with a model and
        /// weights that have not learnt from it: a folds file that `training/` writes
        #[arg(long, value_name = "FILE")]
        folds: Option<PathBuf>,
    },
    /// The gathering of incidents, against reports labelled with their cluster
    Merge {
        /// File of labelled reports, one JSON object a line: id, pub, outlet, title, text,
        /// vdc_location, cluster
        file: PathBuf,
    },
    /// States of areas day by day, against public records and segments found with hindsight
    Areas(SeriesArgs),
    /// Alarms: false ones on calm days, and days until a break is seen
    Alarms(SeriesArgs),
    /// Outlooks for 1, 3 and 7 days: how near they come, and how often the interval holds
    Outlook(SeriesArgs),
    /// Silence: dead feeds found, and that no area is told as holding meanwhile
    Silence(SeriesArgs),
    /// Fit the weights of the reader's choices to annotated reports
    Fit {
        /// Folder or file of annotated reports
        #[arg(long)]
        gold: PathBuf,
        /// Which lines of each file
        #[arg(long, default_value = "all", value_name = "all|odd|even")]
        lines: String,
        /// Language of the reports
        #[arg(long, default_value = "ar")]
        text_lang: String,
        /// Fit the weights that go with a model, of all languages: a folds file that `training/`
        /// writes
        #[arg(long, value_name = "FILE")]
        folds: Option<PathBuf>,
        /// Folder that the files are written to, such as data/lang/ar/weights
        #[arg(long, value_name = "DIR")]
        into: PathBuf,
    },
}

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
