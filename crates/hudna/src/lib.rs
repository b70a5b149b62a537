//! The engine: what goes in, what is kept, what is derived. The only crate that keeps state.
//!
//! Entries in the ledger are the truth ([`record::Record`]); incidents, area states and the
//! follow-up board are derived from them ([`mod@derive`]) and may be thrown away. Clock, randomness
//! and `as_of` are parameters ([`Env`]). Synchronous; a server calls it off its async threads.

pub mod acts;
pub mod added;
pub mod agreements;
pub mod cases;
pub mod changes;
pub mod compliance;
mod correct;
pub mod counts;
pub mod data;
pub mod decide;
pub mod derive;
mod env;
mod error;
pub mod eval;
pub mod facts;
pub mod fit;
pub mod follow;
pub mod generate;
pub mod gold;
pub mod import;
pub mod ingest;
pub mod live;
pub mod names;
pub mod new;
pub mod patrols;
pub mod people;
pub mod promises;
pub mod questions;
pub mod record;
pub mod replay;
mod reports;
pub mod reread;

pub mod rights;
pub mod search;
pub mod store;
pub mod story;
pub mod verify;
pub mod why;

pub use data::Data;
pub use env::Env;
pub use error::{Error, Result, Told};
pub use store::Store;

pub use hudna_model as model;
pub use hudna_read as read;
