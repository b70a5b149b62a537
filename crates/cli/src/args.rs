//! The command line as people type it.

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum};
use hudna::model::{Lang, Moment, ReportState};
use jiff::civil::Date;

pub use crate::acts::*;
pub use crate::case_args::CaseCommand;
pub use crate::count_args::*;
pub use crate::eval_args::*;
pub use crate::people_args::*;

/// A ceasefire follow-up mechanism: what reports claim, what happened, how each area stands.
#[derive(Parser)]
#[command(name = "hudna", version, propagate_version = true, max_term_width = 100)]
pub struct Cli {
    /// Options of every command.
    #[command(flatten)]
    pub common: Common,
    /// What to do.
    #[command(subcommand)]
    pub command: Command,
}

/// Options of every command.
#[derive(Args, Clone)]
pub struct Common {
    /// Folder of the store
    #[arg(long, global = true, env = "HUDNA_STORE", default_value = "hudna-store")]
    pub store: PathBuf,
    /// Folder of data to use instead of the data inside the binary
    #[arg(long, global = true, value_name = "DIR")]
    pub data: Option<PathBuf>,
    /// The trained model that reads beside the rules: a file, or `none` for rules alone
    #[arg(long, global = true, value_name = "none|PATH", env = "HUDNA_MODEL")]
    pub model: Option<String>,
    /// What was received by this time, e.g. 2016-05-03T21:00:00+03:00
    #[arg(long, global = true, value_name = "TIME")]
    pub as_of: Option<Moment>,
    /// Language of what people read (else from the locale)
    #[arg(long, global = true, value_parser = lang, value_name = "ar|en")]
    pub lang: Option<Lang>,
    /// How lists are printed (else a table on a terminal, JSON elsewhere)
    #[arg(long, global = true, value_enum)]
    pub format: Option<Format>,
    /// No progress, no counts
    #[arg(long, global = true)]
    pub quiet: bool,
    /// Who lays Arabic out from right to left on a terminal
    #[arg(long, global = true, value_enum, env = "HUDNA_BIDI", default_value = "auto")]
    pub bidi: Bidi,
}

fn lang(text: &str) -> Result<Lang, String> {
    match text {
        "ar" => Ok(Lang::Ar),
        "en" => Ok(Lang::En),
        _ => Err("use ar or en".into()),
    }
}

fn step(text: &str) -> Result<u32, String> {
    let days = text.strip_suffix('d').and_then(|n| n.parse().ok()).filter(|n| *n > 0);
    days.ok_or_else(|| "write a number of days, such as 1d or 7d".into())
}

/// How lists are printed.
#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Format {
    /// For people
    Table,
    /// One JSON object
    Json,
    /// One JSON object a line
    Jsonl,
    /// Comma-separated, with a header
    Csv,
    /// For people, whole texts (`read`)
    Text,
    /// A page (`brief`)
    Html,
    /// A calendar (`followups`)
    Ics,
}

/// Who reorders Arabic for display.
#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Bidi {
    /// The terminal when it says that it does, else hudna
    Auto,
    /// The terminal
    Terminal,
    /// hudna
    Hudna,
}

/// Which reports.
#[derive(Args)]
pub struct ReportFilters {
    /// How far they have come: received, screened, coded, linked, needs-info
    #[arg(long, value_parser = crate::commands::report_state)]
    pub state: Option<ReportState>,
    /// Id of their source
    #[arg(long, value_name = "ID")]
    pub source: Option<String>,
}

/// Commands.
#[derive(Subcommand)]
pub enum Command {
    /// Serve the pages and the API of a store
    Serve(crate::serve_args::ServeArgs),
    /// The main job in one go: follow a story into the store and write the brief
    Follow {
        /// Folder with story.toml
        story: PathBuf,
        /// Folder for the brief
        #[arg(long, value_name = "DIR")]
        out: Option<PathBuf>,
    },
    /// Make a story of your own from a commented template
    New {
        /// Folder to make; its name becomes the story's id
        folder: PathBuf,
        /// Place id of the country, such as sy, ye or sd
        #[arg(long, default_value = "sy", value_name = "ID")]
        country: String,
    },
    /// Read reports and print what each one claims; no store, no network
    Read(ReadArgs),
    /// Put reports into the store
    Ingest(IngestArgs),
    /// Read stored reports again with the data and the model in force; older readings stay
    Reread(RereadArgs),
    /// What was received, and how far each report has come
    Reports(ReportFilters),
    /// How each area stands
    Areas(crate::area_args::AreasArgs),
    /// What happened
    Incidents(Filters),
    /// One incident, whole
    Incident {
        /// Id, such as INC-7F3K2Q
        id: String,
    },
    /// Casualty figures: every source's row and the span
    Tolls(Filters),
    /// What was promised and is open; with a word behind it, what people change there
    #[command(args_conflicts_with_subcommands = true)]
    Followups {
        /// Leave out what is done or dropped
        #[arg(long)]
        open: bool,
        /// Filters
        #[command(flatten)]
        filters: Filters,
        /// What to change
        #[command(subcommand)]
        what: Option<FollowupCommand>,
    },
    /// Sources and their grades, with what held when
    Sources {
        /// What to change
        #[command(subcommand)]
        what: Option<SourceCommand>,
    },
    /// Decide on claims and incidents; every decision is one entry, and one entry undoes it
    Decide {
        /// What
        #[command(subcommand)]
        what: DecideCommand,
    },
    /// Cases and how far they have come
    Cases,
    /// The procedure of a case, step by step
    Case {
        /// Which step
        #[command(subcommand)]
        what: CaseCommand,
    },
    /// Patrols of monitors, and nil returns
    Patrols,
    /// What changed since a time
    Changes {
        /// Since when, e.g. 2016-05-01T00:00:00+03:00
        #[arg(long, value_name = "TIME")]
        since: Moment,
    },
    /// What would settle what is open: questions, to whom they went, and answers
    #[command(args_conflicts_with_subcommands = true)]
    Questions {
        /// Leave out what is answered
        #[arg(long)]
        open: bool,
        /// What to do
        #[command(subcommand)]
        what: Option<QuestionCommand>,
    },
    /// Places: find one, add one, give one another name
    Places {
        /// What to do
        #[command(subcommand)]
        what: PlaceCommand,
    },
    /// Parties: find one, add one, give one another name
    Parties {
        /// What to do
        #[command(subcommand)]
        what: PartyCommand,
    },
    /// Agreements: terms, windows, what is left open, and how they are kept
    Agreements {
        /// Id, such as syria-coh-2016; none lists all
        id: Option<String>,
    },
    /// Take something away for use elsewhere
    #[command(subcommand)]
    Export(ExportCommand),
    /// People and roles, how they come in, and the mode; with no word behind it, the list
    People {
        /// What to do
        #[command(subcommand)]
        what: Option<PeopleCommand>,
    },
    /// The derivation of anything down to sentences and hashes
    Why {
        /// Id of an area state, incident, toll, promise, claim, report or sentence of the brief
        id: String,
    },
    /// Write the brief
    Brief {
        /// Folder to write to; none prints it
        #[arg(long, value_name = "DIR")]
        out: Option<PathBuf>,
    },
    /// Check every entry, payload and signed head
    Verify {
        /// Folder of the store, instead of --store
        path: Option<PathBuf>,
        /// Make the derived tables again in memory and compare them
        #[arg(long)]
        derived: bool,
    },
    /// Make the derived tables anew from the ledger
    Rebuild,
    /// Check data files against their schemas and examples
    CheckData {
        /// Folder of data (else the data inside the binary)
        dir: Option<PathBuf>,
    },
    /// Take a mission's own lists into a folder of data
    Import {
        /// What to import
        #[command(subcommand)]
        what: ImportCommand,
    },
    /// Measure accuracy
    Eval {
        /// What to measure
        #[command(subcommand)]
        what: EvalCommand,
    },
    /// Area states and alarms day by day, as they would have been told then
    Replay {
        /// The first day
        #[arg(long, value_name = "DAY")]
        from: Date,
        /// The last day, in a story its own at the latest
        #[arg(long, value_name = "DAY")]
        to: Date,
        /// Days from one to the next
        #[arg(long, default_value = "1d", value_name = "1d|7d|…", value_parser = step)]
        step: u32,
        /// Place id of one area
        #[arg(long, value_name = "ID")]
        area: Option<String>,
    },
    /// Make a store of made-up entries for benchmarks
    #[command(group(clap::ArgGroup::new("how-many").required(true)))]
    Generate {
        /// How many opaque entries
        #[arg(long, group = "how-many")]
        reports: Option<u64>,
        /// About how many incidents, with reports, areas and all that is derived
        #[arg(long, group = "how-many", value_parser = clap::value_parser!(u32).range(1..=10_000_000))]
        incidents: Option<u32>,
        /// With --incidents: how many areas
        #[arg(long, default_value_t = 270, value_parser = clap::value_parser!(u16).range(1..=900))]
        areas: u16,
        /// Seed
        #[arg(long, default_value_t = 1)]
        seed: u64,
    },
}

/// What `read` takes.
#[derive(Args)]
pub struct ReadArgs {
    /// Files or folders; `-` is standard input
    #[arg(required = true)]
    pub paths: Vec<PathBuf>,
    /// Day of publication of plain texts
    #[arg(long, value_name = "DAY")]
    pub published: Option<String>,
    /// Language of the texts
    #[arg(long)]
    pub text_lang: Option<String>,
}

/// What `ingest` takes.
#[derive(Args)]
pub struct IngestArgs {
    /// Files or folders
    #[arg(required = true)]
    pub paths: Vec<PathBuf>,
    /// Id of the source
    #[arg(long)]
    pub source: Option<String>,
    /// Day of publication of plain texts
    #[arg(long, value_name = "DAY")]
    pub published: Option<String>,
    /// When they were received (else now)
    #[arg(long, value_name = "TIME")]
    pub received: Option<Moment>,
    /// Language of the texts
    #[arg(long)]
    pub text_lang: Option<String>,
}

/// What `reread` takes.
#[derive(Args)]
pub struct RereadArgs {
    /// Only reports received at this time or later
    #[arg(long, value_name = "TIME")]
    pub since: Option<Moment>,
    /// Tell what would change and write nothing
    #[arg(long)]
    pub dry_run: bool,
}

/// Filters of lists.
#[derive(Args, Default)]
pub struct Filters {
    /// Place id of an area
    #[arg(long)]
    pub area: Option<String>,
    /// From this day
    #[arg(long, value_name = "DAY")]
    pub from: Option<String>,
    /// To this day
    #[arg(long, value_name = "DAY")]
    pub to: Option<String>,
    /// Act
    #[arg(long)]
    pub act: Option<String>,
    /// Party id of an actor, target or promiser
    #[arg(long)]
    pub party: Option<String>,
    /// Verdict
    #[arg(long)]
    pub verdict: Option<String>,
    /// State or status
    #[arg(long)]
    pub state: Option<String>,
}

/// What `import` takes.
#[derive(Subcommand)]
pub enum ImportCommand {
    /// A list of P-codes or a GeoNames dump, as places for `--data`
    Places {
        /// The list
        file: PathBuf,
        /// What kind of list it is
        #[arg(long = "as", value_enum, value_name = "FORMAT")]
        list: PlaceList,
        /// Folder of data to add them to; one that is none is made from the data in force
        #[arg(long, value_name = "DIR")]
        into: PathBuf,
    },
    /// A table of patrols, with date, place, team, reached, reason and observations
    Patrols(PatrolsArgs),
    /// Counts per area and day, as a series beside those that are there
    Counts(CountsArgs),
    /// Events of the UCDP Georeferenced Event Dataset (CSV, also gzip), as a series of counts
    Ucdp(UcdpArgs),
}

/// Kinds of lists of places.
#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum PlaceList {
    /// A table with a header that has P-codes
    PCodes,
    /// A GeoNames dump of 19 columns, or a cut of it with a header
    #[value(name = "geonames")]
    GeoNames,
}
