//! Morphology by language. A new language needs a module here only for new morphology.

pub mod ar;
