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
    /// Reported done.
    Done,
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
    /// Where it stands.
    pub status: FollowUpStatus,
    /// Claims that tell of it, the first told first.
    pub claims: Vec<String>,
    /// Claims that tell of its fulfilment.
    pub fulfilled_by: Vec<String>,
    /// When it was first told of.
    pub first_told: Moment,
    /// When it was last told of.
    pub last_told: Moment,
    /// The clause that tells it best.
    pub words: String,
    /// Whether a person has confirmed one of its claims.
    pub reviewed: bool,
}
