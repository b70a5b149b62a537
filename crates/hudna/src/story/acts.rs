//! What people of a story entered beside confirming claims: each act of `story.toml` becomes one
//! entry, as if it had been typed.

use std::path::PathBuf;

use hudna_model::{Bilingual, CaseStep, Due, Found, Moment, Relation};
use serde::Deserialize;

/// A claim, named by its report, its kind and words of the clause that says it.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Quoted {
    /// Path of the report.
    pub report: PathBuf,
    /// Kind of the claim.
    pub claim: String,
    /// Words of the clause.
    pub quote: String,
}

/// One act. Exactly one of the fields from `pair` to `undo` says what was done.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct StoryAct {
    /// A name by which later acts of the story speak of it.
    pub name: Option<String>,
    /// When.
    pub received: Moment,
    /// By whom.
    pub by: String,
    /// Why, in the words of who acted.
    pub why: String,
    /// How two incidents stand to one another.
    pub pair: Option<PairAct>,
    /// What was found of an incident.
    pub finding: Option<FindingAct>,
    /// A change on the follow-up board.
    pub promise: Option<PromiseAct>,
    /// A grade of a source.
    pub grade: Option<GradeAct>,
    /// A step of a case.
    pub case: Option<CaseAct>,
    /// A question to somebody.
    pub question: Option<QuestionAct>,
    /// The answer to the question of this name; `why` is the answer.
    pub answer: Option<String>,
    /// The act of this name no longer holds.
    pub undo: Option<String>,
}

impl StoryAct {
    /// How many things it does; one in an act that can be used.
    pub(super) fn deeds(&self) -> usize {
        [
            self.pair.is_some(),
            self.finding.is_some(),
            self.promise.is_some(),
            self.grade.is_some(),
            self.case.is_some(),
            self.question.is_some(),
            self.answer.is_some(),
            self.undo.is_some(),
        ]
        .iter()
        .filter(|done| **done)
        .count()
    }

    /// The reports that it names.
    pub(super) fn reports(&self) -> Vec<&PathBuf> {
        let pair = self.pair.iter().flat_map(|p| [&p.a, &p.b]);
        let one = self.finding.iter().map(|f| &f.of).chain(self.promise.iter().map(|p| &p.of));
        let about = self.question.iter().map(|q| &q.about);
        let opened = self.case.iter().filter_map(|c| match &c.step {
            CaseDeed::Opened { of } => Some(of),
            _ => None,
        });
        pair.chain(one).chain(about).chain(opened).map(|q| &q.report).collect()
    }
}

/// Two incidents, each by a claim of it.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PairAct {
    /// How they stand.
    pub relation: Relation,
    /// The first.
    pub a: Quoted,
    /// The second.
    pub b: Quoted,
}

/// What was found of the incident that a claim is told of.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FindingAct {
    /// What.
    pub found: Found,
    /// Of which.
    pub of: Quoted,
}

/// A change of the promise that a claim tells of.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PromiseAct {
    /// Of which.
    pub of: Quoted,
    /// Given to whom.
    pub owner: Option<String>,
    /// What is to be done next.
    pub next: Option<String>,
    /// Due at another time.
    pub due: Option<Due>,
}

/// A grade by the Admiralty scale.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct GradeAct {
    /// Id of the source.
    pub source: String,
    /// `A` to `F`.
    pub grade: char,
    /// 1 to 6.
    pub credibility: Option<u8>,
}

/// A step of a case of the story.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CaseAct {
    /// The story's name for the case.
    pub id: String,
    /// The step.
    pub step: CaseDeed,
}

/// A step as a story writes it: taken up on words and not on an id, else as [`CaseStep`] has it.
#[derive(Debug, Clone, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum CaseDeed {
    /// Taken up, on the incident that a claim is told of.
    Opened {
        /// The claim.
        of: Quoted,
    },
    /// Any other step.
    #[serde(untagged)]
    Step(CaseStep),
}

/// A question about what a claim tells.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct QuestionAct {
    /// About which claim.
    pub about: Quoted,
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
