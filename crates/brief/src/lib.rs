//! "Say it": the brief of a [`Situation`](hudna_model::Situation), in Arabic and English.
//!
//! Pure and deterministic: the same situation gives the same bytes. [`compose`] writes numbered
//! sentences, each with what it cites; [`outputs`] turn a [`Brief`] into a page or into JSON;
//! [`pictures`] draws states, alarms and outlooks over time;
//! [`Messages`] holds every word that people read, for other crates too.
//!
//! Numbers in a sentence are fields of cited things, how many things are cited, or the sum of one
//! field over them. Text of the other direction stands between U+2068 and U+2069
//! ([`bidi::plain`] takes them out).

pub mod bidi;
mod brief;
mod compose;
mod dates;
mod fold;
mod glosses;
mod labels;
mod messages;
mod names;
pub mod outputs;
pub mod pictures;
mod references;
mod say;
mod things;

pub use hudna_model::Share;

pub use brief::{
    Brief, Cite, CiteKind, CitedReport, Cites, Header, Reference, Section, SectionKind, Sentence,
    Words,
};
pub use compose::compose;
pub use labels::Label;
pub use messages::{Messages, Value};
