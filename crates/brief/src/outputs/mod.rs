//! What a brief is turned into: one folder each, with its golden file under `tests/`.

pub mod html;
pub mod ics;
pub mod json;
