//! What takes counts in.

use std::path::PathBuf;

use clap::Args;
use hudna::model::Moment;
use jiff::civil::Date;

/// What is said of a file of counts.
#[derive(Args)]
pub struct FilingArgs {
    /// What was left out or spread, in words
    #[arg(long, value_name = "TEXT")]
    pub note: Option<String>,
    /// Days after a day on which its row counts as received
    #[arg(long, default_value_t = 1, value_name = "DAYS", value_parser = clap::value_parser!(i64).range(0..=3650))]
    pub delay: i64,
    /// They were coded later than they count as received: they count from their days on, not from
    /// the import
    #[arg(long)]
    pub hindsight: bool,
    /// Who takes it in (else HUDNA_BY, else the name of the login)
    #[arg(long, value_name = "NAME")]
    pub by: Option<String>,
    /// When it was received (else --as-of, else now; in a story the story's own time at the latest)
    #[arg(long, value_name = "TIME")]
    pub at: Option<Moment>,
}

/// A table of counts.
#[derive(Args)]
pub struct CountsArgs {
    /// A table with area, date, events and deaths, or one in the form of a story's counts
    pub file: PathBuf,
    /// Id of the series; a newer file of the same id takes its place
    #[arg(long, value_name = "ID")]
    pub series: String,
    /// Where the counts come from
    #[arg(long, value_name = "NAME")]
    pub source: String,
    /// What is said of it
    #[command(flatten)]
    pub filing: FilingArgs,
}

/// Events of UCDP.
#[derive(Args)]
pub struct UcdpArgs {
    /// The dataset's CSV, plain or packed with gzip
    pub file: PathBuf,
    /// Id of the series
    #[arg(long, default_value = "ucdp", value_name = "ID")]
    pub series: String,
    /// Where the counts come from (else the dataset's name)
    #[arg(long, value_name = "NAME")]
    pub source: Option<String>,
    /// A dyad that is between parties, such as "Government of Syria - Syrian insurgents"; may be
    /// repeated (else those of which the register knows that both sides are bound)
    #[arg(long = "dyad", value_name = "NAME")]
    pub dyads: Vec<String>,
    /// From this day
    #[arg(long, value_name = "DAY")]
    pub from: Option<Date>,
    /// To this day
    #[arg(long, value_name = "DAY")]
    pub to: Option<Date>,
    /// What is said of it
    #[command(flatten)]
    pub filing: FilingArgs,
}

/// Who takes a table in.
#[derive(Args)]
pub struct PatrolsArgs {
    /// The table
    pub file: PathBuf,
    /// Who takes it in (else HUDNA_BY, else the name of the login)
    #[arg(long, value_name = "NAME")]
    pub by: Option<String>,
    /// When it was received (else --as-of, else now; in a story the story's own time at the latest)
    #[arg(long, value_name = "TIME")]
    pub at: Option<Moment>,
}
