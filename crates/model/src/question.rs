//! What would settle something: questions, to whom they go and what came back.

use serde::{Deserialize, Serialize};

use crate::text::Bilingual;
use crate::time::Moment;

/// A question, raised by what could not be settled or asked by a person.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Question {
    /// `QST-…`.
    pub id: String,
    /// Id of the incident, report, claim or other thing that it is about.
    pub about: String,
    /// What is asked; a person's words stand in both languages as written.
    pub text: Bilingual,
    /// It follows from what could not be settled, and nobody has asked it yet.
    pub raised: bool,
    /// Whom it goes to.
    pub addressee: Option<String>,
    /// By which channel: a telephone, a letter, a radio.
    pub channel: Option<String>,
    /// Who looks after it.
    pub owner: Option<String>,
    /// Until when, ISO day.
    pub due: Option<String>,
    /// Who asked it, and when.
    pub asked: Option<(String, Moment)>,
    /// The answer: who entered it, when, and its words.
    pub answer: Option<Answer>,
    /// Indexes of the entries that it rests on.
    pub entries: Vec<u64>,
}

/// An answer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Answer {
    /// Who entered it.
    pub by: String,
    /// When.
    pub at: Moment,
    /// Its words.
    pub text: String,
}
