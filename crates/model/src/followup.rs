//! What was promised and is still open.

use serde::{Deserialize, Serialize};

use crate::claim::Due;
use crate::time::Moment;
use crate::words::{Standing, Task};

/// Where a promise stands at `as_of`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum FollowUpStatus {
    /// Due date passed and nothing reported.
    Overdue,
    /// Due now or later.
    Due,
    /// No date was given.
    Undated,
    /// Done in part, by a person's word.
    Partly,
    /// Reported done.
    Done,
    /// Reported done, and only after its due date.
    DoneLate,
    /// Taken from the board by a person: withdrawn, superseded or no promise.
    Dropped,
}

impl FollowUpStatus {
    /// Done, in time or late.
    pub fn is_done(self) -> bool {
        matches!(self, FollowUpStatus::Done | FollowUpStatus::DoneLate)
    }

    /// Nothing more is waited for.
    pub fn is_closed(self) -> bool {
        self.is_done() || self == FollowUpStatus::Dropped
    }
}

/// A due date that no longer holds.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Former {
    /// When it was due.
    pub due: Due,
    /// Since when it no longer holds.
    pub until: Moment,
    /// Id of the claim that told the later date; none when a person entered it.
    pub claim: Option<String>,
    /// Index of the entry by which a person moved it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub entry: Option<u64>,
}

/// One line of the follow-up board.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct FollowUp {
    /// `FUP-…`, from the smallest id of its claims.
    pub id: String,
    /// Who is to do it: party id or name as written.
    pub who: Option<String>,
    /// Who it is owed to.
    pub to: Option<String>,
    /// What is to be done.
    pub what: Task,
    /// Where it stood when told: promised, agreed, proposed, demanded.
    pub standing: Standing,
    /// When due, with the words used.
    pub due: Due,
    /// Due dates that slipped, the first one first.
    #[serde(default)]
    pub former: Vec<Former>,
    /// Where it stands.
    pub status: FollowUpStatus,
    /// Claims that tell of it, the first told first.
    pub claims: Vec<String>,
    /// Claims that tell of its fulfilment.
    pub fulfilled_by: Vec<String>,
    /// First and last ISO day on which it may have been done, as claims or a person tell; none
    /// while nobody does.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub fulfilled_on: Option<(String, String)>,
    /// Later claims that touch it without telling of its fulfilment: suggestions to look.
    #[serde(default)]
    pub progress: Vec<String>,
    /// When it was first told of.
    pub first_told: Moment,
    /// When it was last told of.
    pub last_told: Moment,
    /// Whole days without a sign of life, from a rule's number on; none before and for what is
    /// closed.
    #[serde(default)]
    pub silent_days: Option<u32>,
    /// The clause that tells it best.
    pub words: String,
    /// Whether a person has confirmed one of its claims.
    pub reviewed: bool,
    /// Who looks after it.
    #[serde(default)]
    pub owner: Option<String>,
    /// What is to be done next.
    #[serde(default)]
    pub next: Option<String>,
    /// What people changed, in the order of entry.
    #[serde(default)]
    pub changes: Vec<PromiseDecision>,
}

/// What a person changes on the board.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum PromiseChange {
    /// Done, or done in part.
    Done {
        /// In part alone.
        partly: bool,
        /// Ids of claims that show it.
        evidence: Vec<String>,
        /// ISO day on which it was done, where that is known.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        on: Option<String>,
    },
    /// Due at another time.
    Slip {
        /// When.
        due: Due,
    },
    /// Taken from the board.
    Drop,
    /// Given to somebody.
    Assign {
        /// To whom.
        owner: String,
        /// What is to be done next, where that is said.
        next: Option<String>,
    },
    /// A word on it.
    Note {
        /// What is to be done next, where that is said.
        next: Option<String>,
    },
}

impl PromiseChange {
    /// Its name, as it is written.
    pub fn name(&self) -> &'static str {
        match self {
            PromiseChange::Done { partly: false, .. } => "done",
            PromiseChange::Done { partly: true, .. } => "partly",
            PromiseChange::Slip { .. } => "slip",
            PromiseChange::Drop => "drop",
            PromiseChange::Assign { .. } => "assign",
            PromiseChange::Note { .. } => "note",
        }
    }
}

/// A change by a person, on the promise that a claim tells of.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct PromiseDecision {
    /// Id of the claim.
    pub claim: String,
    /// What changed.
    pub change: PromiseChange,
    /// Why, in the words of who entered it.
    pub why: String,
    /// Who.
    pub by: String,
    /// When.
    pub at: Moment,
    /// Index of the entry.
    pub entry: u64,
}
