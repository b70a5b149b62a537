//! Reports as received.

use crate::words::words;
use serde::{Deserialize, Serialize};

use crate::time::Moment;

/// One document, as its format gave it: title before the text with a blank line.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Report {
    /// The id it is known by inside its input.
    pub id: String,
    /// The text as extracted.
    pub text: String,
    /// Language where told.
    pub lang: Option<String>,
    /// ISO day of publication where told.
    pub published: Option<String>,
    /// Id of the source, where told.
    pub source: Option<String>,
    /// Where it was published.
    pub url: Option<String>,
}

/// What of a text tells copies: kept with the reading so that no text is read again.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct CopyMarks {
    /// Distinct hashes of all runs of three normalised words, ascending (at most 4,096, the
    /// smallest).
    pub shingles: Vec<u64>,
    /// Hashes of quotations of five words or more.
    pub quotations: Vec<u64>,
    /// Figures of three digits or more that stand in the text, but for years.
    pub rare_numbers: Vec<u64>,
    /// Agency ids that the text credits ("رويترز", "SANA").
    pub credits: Vec<String>,
    /// Words in the text.
    pub words: usize,
}

words! {
    /// How far a report has come. One that is refused at intake never becomes a report; its receipt
    /// says why.
    ReportState {
        /// Stored and not read yet.
        Received = "received",
        /// Read, and nothing in it is a claim.
        Screened = "screened",
        /// Claims were read in it; no incident, promise or running toll is told by them.
        Coded = "coded",
        /// An incident, a promise or a running toll is told by a claim of it.
        Linked = "linked",
        /// A question about it, or about a claim of it, waits for an answer.
        NeedsInfo = "needs_info",
    }
}

/// A report as lists and briefs show it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ReportSummary {
    /// The report's id in the store.
    pub id: String,
    /// The file or key that it came under.
    pub label: String,
    /// Id of the source.
    pub source: String,
    /// ISO day of publication, where known.
    pub published: Option<String>,
    /// When it was received.
    pub received: Moment,
    /// SHA-256 of the bytes as received, hex.
    pub sha256: String,
    /// Index of the entry in the ledger.
    pub entry: u64,
    /// Language.
    pub lang: String,
    /// How many claims and notes its reading holds.
    pub claims: usize,
    /// How many of the notes are `unread_harm`.
    pub unread_harm: usize,
    /// How far it has come.
    pub state: ReportState,
}
