//! What an audit may find, in words that name the row.

use crate::entry::EntryError;
use crate::head::HeadError;
use std::fmt;
use std::ops::Range;

/// One thing that is not as it was signed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// Index of the entry; for faults of a head, the size that the head is stored under.
    pub index: u64,
    /// What is wrong there.
    pub what: What,
}

/// What is wrong with an entry, with a head, or at the end of the log.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum What {
    /// A row is missing, doubled or out of order.
    #[error("row {expected} was expected here")]
    Order {
        /// Index that should have come.
        expected: u64,
    },
    /// The bytes are not an entry.
    #[error("{0}")]
    Entry(#[from] EntryError),
    /// Salt and payload are not those that the entry commits to.
    #[error("payload does not match its commitment")]
    Commitment,
    /// A version of the object was left out, doubled or added.
    #[error("object {object:?} has version {found} where {expected} was expected")]
    Version {
        /// Object id.
        object: String,
        /// Version that should have come.
        expected: u64,
        /// Version that the entry states.
        found: u64,
    },
    /// The entry continues other bytes than the object's previous entry in this log.
    #[error("does not continue the previous version of object {object:?}")]
    Previous {
        /// Object id.
        object: String,
    },
    /// The head cannot be opened.
    #[error("{0}")]
    Head(#[from] HeadError),
    /// The head stands after another entry than the one it is stored under.
    #[error("stands where {position} entries were read")]
    HeadPlace {
        /// Entries read before the head.
        position: u64,
    },
    /// The signed size is not the size that the head is stored under.
    #[error("was signed for {signed} entries")]
    HeadSize {
        /// Size in the signed text.
        signed: u64,
    },
    /// The entries do not give the signed root.
    #[error("root differs: entries from {since} on, or this head, were changed{}", more(*.later))]
    Root {
        /// Size of the last head that agreed; entries below it are proven.
        since: u64,
        /// How many of the heads that follow directly differ too, as they must.
        later: u64,
    },
    /// The log is shorter or longer than the size that was expected from outside.
    #[error("log ends here, {expected} entries were expected")]
    End {
        /// Size that was expected.
        expected: u64,
    },
    /// The last entries are under no head of the operator.
    #[error("entries from {since} to the end are under no signed head")]
    Unsigned {
        /// Size of the last head that was signed.
        since: u64,
    },
}

fn more(later: u64) -> String {
    match later {
        0 => String::new(),
        n => format!(" (and {n} later heads with them)"),
    }
}

impl What {
    /// Stable code of the fault, for programs.
    pub fn code(&self) -> &'static str {
        match self {
            What::Order { .. } => "entry-order",
            What::Entry(_) => "entry-bytes",
            What::Commitment => "entry-commitment",
            What::Version { .. } => "entry-version",
            What::Previous { .. } => "entry-previous",
            What::Head(_) => "head-signature",
            What::HeadPlace { .. } => "head-place",
            What::HeadSize { .. } => "head-size",
            What::Root { .. } => "head-root",
            What::End { .. } => "log-end",
            What::Unsigned { .. } => "log-unsigned",
        }
    }

    fn subject(&self) -> &'static str {
        match self.code().split_once('-') {
            Some(("entry", _)) => "entry",
            Some(("head", _)) => "head",
            _ => "log",
        }
    }
}

impl Fault {
    /// Stable code of the fault, for programs.
    pub fn code(&self) -> &'static str {
        self.what.code()
    }

    /// Indexes of the entries that this fault puts in doubt; empty where only a head is wrong.
    /// Entries after a root fault are not proven either until a later head agrees.
    pub fn rows(&self) -> Range<u64> {
        match self.what {
            What::Root { since, .. } | What::Unsigned { since } => since..self.index,
            What::End { expected } => self.index.min(expected)..self.index.max(expected),
            _ if self.what.subject() == "entry" => self.index..self.index.saturating_add(1),
            _ => self.index..self.index,
        }
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}: {}", self.what.subject(), self.index, self.what)
    }
}
