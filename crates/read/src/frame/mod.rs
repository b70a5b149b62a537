//! Frames: rules as data, matched inside clauses.

pub mod matching;
pub mod phrase;
pub mod relation;
