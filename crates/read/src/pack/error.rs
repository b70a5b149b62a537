//! What is wrong with a data file, where, and what to do.

use std::fmt;

/// A fault of a data file. `Display` gives one line for people.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DataError {
    /// The file, as a path inside `data/`.
    pub file: String,
    /// One-based line, 0 when the whole file is meant.
    pub line: usize,
    /// What is wrong.
    pub what: String,
    /// What to do about it.
    pub remedy: String,
}

impl DataError {
    /// Makes one.
    pub fn new(
        file: &str,
        line: usize,
        what: impl Into<String>,
        remedy: impl Into<String>,
    ) -> Self {
        Self { file: file.to_owned(), line, what: what.into(), remedy: remedy.into() }
    }
}

impl fmt::Display for DataError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.line {
            0 => write!(f, "{}: {}; {}", self.file, self.what, self.remedy),
            n => write!(f, "{}:{n}: {}; {}", self.file, self.what, self.remedy),
        }
    }
}

impl std::error::Error for DataError {}
