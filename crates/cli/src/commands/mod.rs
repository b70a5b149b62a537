//! One module a group of commands.

mod agreements;
mod areas;
mod board;
mod brief;
mod cases;
mod changes;
mod check;
mod counts;
mod decide;
mod desk;
mod eval;
mod explain;
mod export;
mod filters;
mod follow;
mod import;
mod ingest;
mod lists;
mod names;
mod new;
mod patrols;
mod people;
mod questions;
mod read;
mod reading;
mod replay;
mod reports;
mod reread;
mod series;
mod serve;
mod verify;
mod why;

use std::path::Path;

pub use reports::state as report_state;

use hudna::facts::Facts;
use hudna::generate::Size;
use hudna::model::Situation;
use hudna::{Data, Error, Result, Store};

use crate::args::{Cli, Command, Common, Filters};
use crate::commands::filters::List;
use crate::ui::Ui;

/// Exit status: done, but some input was rejected.
pub const SOME_REJECTED: u8 = 1;
/// Exit status: the store is damaged.
pub const DAMAGED: u8 = 3;

/// Runs the command; the number is the exit status.
pub fn run(cli: &Cli) -> Result<u8> {
    let common = &cli.common;
    let ui = Ui::new(common);
    let open = |list: List, filters: &Filters| -> Result<Open> {
        filters::check(list, filters)?;
        let open = Open::new(common)?;
        filters::known(&open, list, filters)?;
        Ok(open)
    };
    match &cli.command {
        Command::Follow { story, out } => follow::run(common, &ui, story, out.as_deref()),
        Command::Serve(args) => serve::run(common, &ui, args),
        Command::New { folder, country } => new::run(common, &ui, folder, country),
        Command::Read(args) => read::run(common, &ui, args),
        Command::Reread(args) => reread::run(common, &ui, args),
        Command::Ingest(args) => ingest::run(common, &ui, args),
        Command::Reports(f) => reports::list(&Open::new(common)?, &ui, f),
        Command::Areas(args) => areas::areas(&open(List::Areas, &args.filters)?, &ui, args),
        Command::Incidents(f) => lists::incidents(&open(List::Incidents, f)?, &ui, f),
        Command::Incident { id } => why::incident(&Open::new(common)?, &ui, id),
        Command::Tolls(f) => lists::tolls(&open(List::Tolls, f)?, &ui, f),
        Command::Followups { what: Some(what), .. } => board::run(common, &ui, what),
        Command::Followups { open: only_open, filters, what: None } => {
            lists::follow_ups(&open(List::FollowUps, filters)?, &ui, *only_open, filters)
        }
        Command::Agreements { id } => agreements::run(common, &ui, id.as_deref()),
        Command::Sources { what: Some(what) } => lists::grade(common, &ui, what),
        Command::Sources { what: None } => lists::sources(&Open::new(common)?, &ui),
        Command::Decide { what } => decide::run(common, &ui, what),
        Command::Cases => cases::list(&Open::new(common)?, &ui),
        Command::Case { what } => cases::run(common, &ui, what),
        Command::Patrols => patrols::list(&Open::new(common)?, &ui),
        Command::Changes { since } => changes::run(common, &ui, *since),
        Command::Questions { what: Some(what), .. } => questions::run(common, &ui, what),
        Command::Questions { open: only_open, what: None } => {
            questions::list(&Open::new(common)?, &ui, *only_open)
        }
        Command::Places { what } => names::places(common, &ui, what),
        Command::Parties { what } => names::parties(common, &ui, what),
        Command::Export(what) => export::run(common, &ui, what),
        Command::People { what } => people::run(common, &ui, what.as_ref()),
        Command::Why { id } => why::run(&Open::new(common)?, &ui, id),
        Command::Brief { out } => brief::run(&Open::new(common)?, common, &ui, out.as_deref()),
        Command::Verify { path, derived } => verify::run(common, &ui, path.as_deref(), *derived),
        Command::Rebuild => verify::rebuild(common, &ui),
        Command::CheckData { dir } => check::run(common, &ui, dir.as_deref()),
        Command::Import { what } => import::run(common, &ui, what),
        Command::Eval { what } => eval::run(common, what),
        Command::Replay { from, to, step, area } => {
            let days = hudna::replay::Days { from: *from, to: *to, step: *step };
            replay::run(common, &ui, days, area.as_deref())
        }
        Command::Generate { reports: Some(reports), seed, .. } => {
            verify::generate(common, &ui, *reports, *seed)
        }
        Command::Generate { incidents, areas, seed, .. } => {
            let (incidents, areas) = (incidents.unwrap_or(1) as usize, usize::from(*areas));
            verify::mission(common, &ui, Size { incidents, areas }, *seed)
        }
    }
}

/// The data in force.
pub fn data(common: &Common) -> Result<Data> {
    match &common.data {
        Some(folder) => Data::from_folder(folder),
        None => Data::embedded(),
    }
}

/// The data in force with the model that reads beside the rules.
pub fn data_to_read(common: &Common) -> Result<Data> {
    let mut data = data(common)?;
    data.pack.model = model(common)?.map(Into::into);
    Ok(data)
}

/// The data with the names of places and parties that people added to the store.
pub fn with_names(data: Data, common: &Common, store: &Store) -> Result<Data> {
    hudna::names::grown(data, || files(common), store)
}

/// The model in force: the one that is named, else that of the data.
pub fn model(common: &Common) -> Result<Option<hudna::read::tagger::Model>> {
    match (common.model.as_deref(), &common.data) {
        (Some("none"), _) => Ok(None),
        (Some(path), _) => hudna::data::model(Path::new(path)).map(Some),
        (None, Some(folder)) => hudna::data::model_of(folder),
        (None, None) => hudna::data::embedded_model(),
    }
}

/// The files of the data in force.
pub fn files(common: &Common) -> Result<hudna::read::Files> {
    match &common.data {
        Some(folder) => hudna::data::files_of(folder),
        None => Ok(hudna::data::embedded_files()),
    }
}

/// A store opened for looking at, with the picture at `--as-of`.
pub struct Open {
    /// The data.
    pub data: Data,
    /// What the entries say.
    pub facts: Facts,
    /// What stands.
    pub situation: Situation,
}

impl Open {
    /// Opens the store of the options.
    pub fn new(common: &Common) -> Result<Open> {
        let data = data(common)?;
        let store = Store::open_reading(&common.store)?;
        let facts = Facts::load(&store, common.as_of)?;
        let head = hudna::derive::head(&store)?;
        let situation = hudna::derive::picture(&facts, &data, head)?;
        Ok(Open { data, facts, situation })
    }
}

/// JSON that cannot be made is a fault of ours; it is told like any other.
pub fn json_error(error: serde_json::Error) -> Error {
    Error::Usage(format!("the result has no JSON form: {error}"))
}
