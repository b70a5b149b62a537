//! Here is a report: what does it claim, and in which words? Pure: no IO, clock or randomness.
//!
//! [`Pack::load`] takes the data files once; [`read`] then turns a report into a
//! [`Reading`](hudna_model::Reading): claims tied to the words that say so, and notes on what was
//! not understood. Reading cannot fail.
//!
//! Order of the layers: fold → tokens → mentions (words, names, places, quantities, dates) →
//! clauses → frames → scope → discourse → claims. Each layer only looks at those before it.

pub mod choose;
pub mod claims;
mod described;
pub mod doc;
pub mod examples;
pub mod fold;
pub mod frame;
pub mod lang;
pub mod layers;
mod lookup;
pub mod marks;
pub mod pack;
mod pieces;
mod reader;
pub mod tagger;
pub mod token;

pub use described::is_description;
pub use examples::check_examples;
pub use pack::{DataError, Files, Pack};
pub use reader::{MAX_CHARS, explain, read, read_so, see, with_seen};
