//! The layers where English differs: who is named, who speaks, where a clause begins, and how far
//! cues reach.

pub(crate) mod clause;
pub(crate) mod person;
pub(crate) mod scope;
pub(crate) mod speaker;
