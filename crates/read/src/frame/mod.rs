//! Frames: rules as data, matched inside clauses.

pub(crate) mod english;
pub mod matching;
pub mod phrase;
pub mod relation;
