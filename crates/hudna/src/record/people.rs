//! What people enter beside decisions on claims.

use hudna_model::{Bilingual, CaseStep, Found, Party, Place, PromiseChange, Relation};
use serde::{Deserialize, Serialize};

use super::Anchor;
use crate::rights::{Mode, Role};

/// A relation of two incidents, each named by a claim that is told of it.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct PairRecord {
    /// How they stand.
    pub relation: Relation,
    /// A claim of the first.
    pub a: Anchor,
    /// A claim of the second.
    pub b: Anchor,
    /// Why.
    pub why: String,
}

/// What was found of an incident, named by a claim that is told of it.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct FindingRecord {
    /// What.
    pub found: Found,
    /// A claim of the incident.
    pub of: Anchor,
    /// Why.
    pub why: String,
}

/// An exception that a party pleads for an incident, named by a claim that is told of it.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct PleaRecord {
    /// A claim of the incident.
    pub of: Anchor,
    /// Id of the exception in the agreement.
    pub exception: String,
    /// Party id of who pleads.
    pub party: String,
    /// Ids of its tests that were shown to be met.
    pub shown: Vec<String>,
    /// Ids of its tests that were shown not to be met.
    pub failed: Vec<String>,
    /// Why.
    pub why: String,
}

/// A step of a case. All steps of a case are versions of one object in the ledger.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct CaseRecord {
    /// Id of the case.
    pub case: String,
    /// The step.
    pub step: CaseStep,
    /// What is said with it.
    pub why: String,
}

/// A change on the board, of the promise that a claim tells of.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct PromiseRecord {
    /// A claim of the promise.
    pub of: Anchor,
    /// What changed.
    pub change: PromiseChange,
    /// Why.
    pub why: String,
}

/// A grade by the Admiralty scale.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct GradeRecord {
    /// Id of the source.
    pub source: String,
    /// Reliability of the source, `A` to `F`.
    pub grade: char,
    /// Credibility of what it tells, 1 to 6, where that is graded too.
    pub credibility: Option<u8>,
    /// Why.
    pub why: String,
}

/// Another name, in a language.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct NameForm {
    /// `ar` or `en`.
    pub lang: String,
    /// As it is written in reports.
    pub form: String,
}

/// A place of the mission's own, or other names of one that is known.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct PlaceRecord {
    /// Its id.
    pub id: String,
    /// The place, where it is new.
    pub place: Option<Place>,
    /// Other names.
    pub forms: Vec<NameForm>,
    /// Why.
    pub why: String,
}

/// A party of the mission's own, or other names of one that is known.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct PartyRecord {
    /// Its id.
    pub id: String,
    /// The party, where it is new.
    pub party: Option<Party>,
    /// Its country, ISO 3166 alpha-2, where it is new and has one.
    pub country: Option<String>,
    /// Other names.
    pub forms: Vec<NameForm>,
    /// Why.
    pub why: String,
}

/// What a name that reports use is not.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum NoName {
    /// No place at all: an ordinary word, or the name of something else.
    Place,
    /// A place, but one outside all that is followed: it counts for no area.
    Outside,
    /// Nobody: an ordinary word, or a description.
    Party,
}

impl NoName {
    /// Its word in records, data files and messages.
    pub fn name(self) -> &'static str {
        match self {
            NoName::Place => "place",
            NoName::Outside => "outside",
            NoName::Party => "party",
        }
    }
}

/// Words that reports use like a name, and what they are not.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct NoNameRecord {
    /// What they are not.
    pub not: NoName,
    /// As they are written in reports.
    pub forms: Vec<NameForm>,
    /// Why.
    pub why: String,
}

/// A question.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct QuestionRecord {
    /// Its id.
    pub id: String,
    /// Id of what it is about.
    pub about: String,
    /// What is asked.
    pub text: Bilingual,
    /// Whom it goes to.
    pub addressee: Option<String>,
    /// By which channel.
    pub channel: Option<String>,
    /// Who looks after it.
    pub owner: Option<String>,
    /// Until when, ISO day.
    pub due: Option<String>,
}

/// An answer to a question.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct AnswerRecord {
    /// Id of the question.
    pub question: String,
    /// The answer.
    pub text: String,
}

/// A file of patrols.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct PatrolsRecord {
    /// Name of the file.
    pub file: String,
    /// SHA-256 of its bytes, hex.
    pub sha256: String,
    /// Its bytes as received.
    pub raw: String,
}

/// An entry of a person no longer holds, nor do those that were entered with it.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct UndoRecord {
    /// Index of that entry.
    pub entry: u64,
    /// Indexes of the other entries of the same act.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub also: Vec<u64>,
    /// Why.
    pub why: String,
}

impl UndoRecord {
    /// All entries that it takes back.
    pub fn entries(&self) -> impl Iterator<Item = u64> {
        std::iter::once(self.entry).chain(self.also.iter().copied())
    }
}

/// A person and their role. All that is ever said of one person are versions of one object; secrets
/// are never among it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PersonRecord {
    /// `P-…`.
    pub id: String,
    /// The name under which they enter.
    pub name: String,
    /// Their role.
    pub role: Role,
    /// Ids of the areas of a monitor.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub areas: Vec<String>,
    /// Id of the party that they speak for, or whose key they hold.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub party: Option<String>,
    /// They are let in no more.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub closed: bool,
    /// Why.
    pub why: String,
}

/// What is open at all.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ModeRecord {
    /// The mode from here on.
    pub mode: Mode,
    /// Why.
    pub why: String,
}
