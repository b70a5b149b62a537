//! Layers between tokens and frames: quantities, dates, clauses, places, names, scope, speakers.

pub mod cast;
pub mod clause;
pub mod date;
pub(crate) mod english;
mod extent;
mod gender;
pub mod person;
pub mod place;
pub mod quantity;
pub mod scope;
pub mod speaker;
pub mod subject;
mod voice;
mod walk;
