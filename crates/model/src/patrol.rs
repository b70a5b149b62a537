//! What monitors saw and did not see: the only proof that silence is calm.

use serde::{Deserialize, Serialize};

/// Whether a patrol reached the place.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Reached {
    /// It did.
    Yes,
    /// It did not.
    No,
    /// Somebody did not let it.
    Refused,
}

/// One patrol.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Patrol {
    /// `PAT-…`.
    pub id: String,
    /// ISO day.
    pub day: String,
    /// Id of the place or area.
    pub place: String,
    /// Id of the area that holds it, where one does.
    pub area: Option<String>,
    /// Who patrolled, as named.
    pub team: String,
    /// Whether it got there.
    pub reached: Reached,
    /// Why not, or why it was refused.
    pub reason: Option<String>,
    /// Who refused it: party id or name as written.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub by: Option<String>,
    /// What was perceived; none is a nil return: patrolled, nothing seen.
    pub observations: Option<String>,
    /// Line of the file.
    pub line: usize,
    /// Index of the file's entry.
    pub entry: u64,
}

impl Patrol {
    /// Patrolled, and nothing seen.
    pub fn is_nil(&self) -> bool {
        self.reached == Reached::Yes && self.observations.is_none()
    }
}
