//! What entries of the ledger say: their payloads.

mod people;

use std::borrow::Cow;

use hudna_model::{Agreement, Bilingual, CaseStep, CopyMarks, Moment, OWN_SERIES, Reading, Source};
use serde::{Deserialize, Serialize};

use crate::added::AddedRecord;

pub use people::{
    AnswerRecord, CaseRecord, FindingRecord, GradeRecord, ModeRecord, NameForm, NoName,
    NoNameRecord, PairRecord, PartyRecord, PatrolsRecord, PersonRecord, PlaceRecord, PleaRecord,
    PromiseRecord, QuestionRecord, UndoRecord,
};

/// A payload: who acted, when, and what is recorded. Written as JSON; the ledger holds only a
/// commitment to it.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Payload {
    /// Who acted: a person's or a program's name.
    pub by: String,
    /// When what it speaks of was received.
    pub received: Moment,
    /// When the entry was made.
    pub entered: Moment,
    /// Index of the first entry of the act that this one belongs to; none for a first one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub with: Option<u64>,
    /// What is recorded.
    #[serde(flatten)]
    pub record: Record,
}

/// A payload without what it records.
#[derive(Deserialize)]
struct Head<'b> {
    by: String,
    received: Moment,
    entered: Moment,
    #[serde(borrow)]
    record: Cow<'b, str>,
}

impl Payload {
    /// Reads a payload from its JSON: the same as its `Deserialize`, which looks at everything twice.
    /// Of reports and readings there are very many, and they are read straight into their form.
    ///
    /// # Errors
    /// It is no payload.
    pub(crate) fn read(json: &[u8]) -> serde_json::Result<Payload> {
        let Head { by, received, entered, record } = serde_json::from_slice(json)?;
        let record = match &*record {
            "report" => Record::Report(serde_json::from_slice(json)?),
            "reading" => Record::Reading(serde_json::from_slice(json)?),
            _ => return serde_json::from_slice(json),
        };
        // Neither is part of an act of several entries.
        Ok(Payload { by, received, entered, with: None, record })
    }
}

/// What an entry records.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(tag = "record", rename_all = "snake_case")]
pub enum Record {
    /// A story is set up.
    Story(StoryRecord),
    /// An agreement as it is judged by.
    Agreement(Box<AgreementRecord>),
    /// A source as it is known.
    Source(SourceRecord),
    /// A report was received.
    Report(ReportRecord),
    /// A report was read.
    Reading(Box<ReadingRecord>),
    /// A counts file was received.
    Counts(CountsRecord),
    /// A person decided on a claim.
    Decision(DecisionRecord),
    /// A person added a claim that was missed.
    Added(Box<AddedRecord>),
    /// A person decided how two incidents stand to one another.
    Pair(PairRecord),
    /// A person found something of an incident.
    Finding(FindingRecord),
    /// An exception was pleaded for an incident.
    Plea(PleaRecord),
    /// A step of a case.
    Case(CaseRecord),
    /// A person changed a promise on the board.
    Promise(PromiseRecord),
    /// A source was graded.
    Grade(GradeRecord),
    /// A place, or a name of one.
    Place(PlaceRecord),
    /// A party, or a name of one.
    Party(PartyRecord),
    /// Words that are no name.
    #[serde(rename = "noname")]
    NoName(NoNameRecord),
    /// A question was asked.
    Question(QuestionRecord),
    /// A question was answered.
    Answer(AnswerRecord),
    /// Patrols of monitors.
    Patrols(PatrolsRecord),
    /// A person, with their role.
    Person(PersonRecord),
    /// What is open at all.
    Mode(ModeRecord),
    /// A person's entry no longer holds.
    Undo(UndoRecord),
    /// An entry that `hudna generate` made up.
    Generated(GeneratedRecord),
}

impl Record {
    /// The entry's kind in the ledger.
    pub fn kind(&self) -> &'static str {
        match self {
            Record::Story(_) => "story",
            Record::Agreement(_) => "agreement",
            Record::Source(_) => "source",
            Record::Report(_) => "report",
            Record::Reading(_) => "reading",
            Record::Counts(_) => "counts",
            Record::Decision(_) => "decision",
            Record::Added(_) => "added",
            Record::Pair(_) => "pair",
            Record::Finding(_) => "finding",
            Record::Plea(_) => "plea",
            Record::Case(_) => "case",
            Record::Promise(_) => "promise",
            Record::Grade(_) => "grade",
            Record::Place(_) => "place",
            Record::Party(_) => "party",
            Record::NoName(_) => "noname",
            Record::Question(_) => "question",
            Record::Answer(_) => "answer",
            Record::Patrols(_) => "patrols",
            Record::Person(_) => "person",
            Record::Mode(_) => "mode",
            Record::Undo(_) => "undo",
            Record::Generated(_) => "generated",
        }
    }

    /// Whether it is something that a person entered. Counts are where somebody imported them;
    /// those of the story itself are not. Another entry undoes it, but for people and modes
    /// ([`Record::is_changed`]).
    pub fn is_act(&self) -> bool {
        !matches!(
            self,
            Record::Story(_)
                | Record::Agreement(_)
                | Record::Source(_)
                | Record::Report(_)
                | Record::Reading(_)
                | Record::Generated(_)
        ) && !matches!(self, Record::Counts(counts) if counts.series == OWN_SERIES)
    }

    /// Whether a newer entry of the same object takes its place, and no other undoes it: what
    /// somebody had the right to then stays what it was.
    pub fn is_changed(&self) -> bool {
        matches!(self, Record::Person(_) | Record::Mode(_))
    }

    /// The claims that it names.
    pub fn anchors(&self) -> Vec<Anchor> {
        match self {
            Record::Decision(d) => {
                vec![Anchor { claim: d.claim.clone(), report: d.report.clone() }]
            }
            Record::Pair(p) => vec![p.a.clone(), p.b.clone()],
            Record::Finding(f) => vec![f.of.clone()],
            Record::Plea(p) => vec![p.of.clone()],
            Record::Promise(p) => vec![p.of.clone()],
            Record::Case(CaseRecord { step: CaseStep::Opened { claim, report }, .. }) => {
                vec![Anchor { claim: claim.clone(), report: report.clone() }]
            }
            _ => Vec::new(),
        }
    }
}

/// A claim of a report. What names it holds after another reading for the claim that this one has
/// become.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Anchor {
    /// Id of the claim.
    pub claim: String,
    /// Id of its report.
    pub report: String,
}

/// A story's own words.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct StoryRecord {
    /// Id.
    pub id: String,
    /// Title.
    pub name: Bilingual,
    /// What every output prints of an example.
    pub notice: Option<Bilingual>,
    /// The time for which it is told.
    pub as_of: Moment,
    /// Id of its agreement.
    pub agreement: String,
}

/// An agreement.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct AgreementRecord {
    /// Its terms.
    pub agreement: Agreement,
}

/// A source.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct SourceRecord {
    /// As known.
    pub source: Source,
}

/// A report as received.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct ReportRecord {
    /// Id in the store: `R-…`.
    pub id: String,
    /// The file, or file and line, or key that it came under.
    pub label: String,
    /// Id of the source.
    pub source: String,
    /// A client's own key within the source.
    pub key: Option<String>,
    /// ISO day of publication.
    pub published: Option<String>,
    /// Language, where told.
    pub lang: Option<String>,
    /// Address, where told.
    pub url: Option<String>,
    /// The bytes as received; they were valid UTF-8.
    pub raw: String,
    /// SHA-256 of the bytes, hex.
    pub sha256: String,
    /// The text as extracted, when it is not the same as `raw`.
    pub text: Option<String>,
    /// SHA-256 of the extracted text, hex.
    pub text_sha256: String,
    /// Name and version of what extracted the text.
    pub extractor: String,
    /// What an example's report was composed from.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub composed_from: Option<String>,
}

impl ReportRecord {
    /// The text as extracted.
    pub fn text(&self) -> &str {
        self.text.as_deref().unwrap_or(&self.raw)
    }
}

/// A reading of a report, with what is needed never to read the text again.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct ReadingRecord {
    /// Id of the report.
    pub report: String,
    /// Claims and notes.
    pub reading: Reading,
    /// Marks by which copies are told.
    pub marks: CopyMarks,
}

/// Counts per area and day, of one series.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct CountsRecord {
    /// Id of the series; a newer file of the same series takes the place of the former.
    #[serde(default = "own_series", skip_serializing_if = "is_own_series")]
    pub series: String,
    /// Name of the file.
    pub file: String,
    /// SHA-256 of its bytes, hex.
    pub sha256: String,
    /// Its bytes as received.
    pub raw: String,
    /// Where the counts come from.
    pub source: Bilingual,
    /// What was left out or spread.
    pub notes: Vec<Bilingual>,
    /// Days after a day on which its row counts as received.
    pub received_after_days: i64,
    /// They were coded later than they count as received.
    pub hindsight: bool,
    /// The file that the table was made from, when it is not the file itself.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub original: Option<OriginalFile>,
}

/// A file that counts were made from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct OriginalFile {
    /// Its name.
    pub file: String,
    /// SHA-256 of its bytes, hex.
    pub sha256: String,
    /// Line of the file for each row of the table; empty when rows are sums of many lines.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub lines: Vec<usize>,
}

fn own_series() -> String {
    OWN_SERIES.to_owned()
}

fn is_own_series(series: &String) -> bool {
    series == OWN_SERIES
}

/// A person's decision on a claim.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct DecisionRecord {
    /// `confirm`, `correct` or `refuse`.
    pub decision: String,
    /// Id of the claim.
    pub claim: String,
    /// Id of its report.
    pub report: String,
    /// Why; a person's words stand in both languages as written.
    pub why: Bilingual,
    /// The field that is corrected, as JSON names it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub field: Option<String>,
    /// What it should say.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub value: Option<serde_json::Value>,
}

/// A made-up entry for benchmarks.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct GeneratedRecord {
    /// Says that it is made up.
    pub notice: String,
    /// Its number.
    pub number: u64,
    /// Made-up words.
    pub text: String,
}

#[cfg(test)]
mod tests;
