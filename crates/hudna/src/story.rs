//! A story: a folder with `story.toml`, reports, counts. What `hudna follow` takes.

mod acts;

use std::path::{Component, Path, PathBuf};

use hudna_model::{Agreement, Bilingual, Moment, Source};
use serde::Deserialize;

use crate::data::Data;
use crate::error::{Error, Result};

pub use acts::{
    CaseAct, CaseDeed, FindingAct, GradeAct, PairAct, PromiseAct, QuestionAct, Quoted, StoryAct,
};

/// Most days that counts may be received after their day: ten years.
pub const MAX_DELAY: i64 = 3650;
/// The file that makes a folder a story.
pub const STORY_FILE: &str = "story.toml";
/// A story's own agreement, in the form of `data/agreements`.
pub const AGREEMENT_FILE: &str = "agreement.toml";

/// A story as its file says it.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Story {
    /// Id.
    pub id: String,
    /// The time for which it is told.
    pub as_of: Moment,
    /// Id of the agreement: the story's own `agreement.toml`, else one of `data/agreements`.
    pub agreement: String,
    /// The agreement that stands beside the story, if one does.
    #[serde(skip)]
    pub own_agreement: Option<Agreement>,
    /// Title.
    pub name: Bilingual,
    /// What every output prints of an example.
    pub notice: Option<Bilingual>,
    /// Counts per area and day.
    pub counts: Option<Counts>,
    /// Sources of its reports.
    #[serde(rename = "source", default)]
    pub sources: Vec<Source>,
    /// Reports.
    #[serde(rename = "report", default)]
    pub reports: Vec<StoryReport>,
    /// Decisions of people.
    #[serde(rename = "decision", default)]
    pub decisions: Vec<StoryDecision>,
    /// What else people entered.
    #[serde(rename = "act", default)]
    pub acts: Vec<StoryAct>,
}

/// A counts file of a story.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Counts {
    /// Path inside the story's folder.
    pub file: PathBuf,
    /// Where the counts come from.
    pub source: Bilingual,
    /// Days after a day on which its row counts as received; counts are coded after the day.
    #[serde(default = "next_day")]
    pub received_after_days: i64,
    /// They were coded later than they count as received.
    #[serde(default)]
    pub hindsight: bool,
    /// What was left out or spread.
    #[serde(default)]
    pub notes: Vec<Bilingual>,
}

fn next_day() -> i64 {
    1
}

/// A report of a story.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct StoryReport {
    /// Path inside the story's folder.
    pub file: PathBuf,
    /// Id of one of the story's sources.
    pub source: String,
    /// ISO day.
    pub published: String,
    /// When it was received.
    pub received: Moment,
    /// Language.
    pub lang: Option<String>,
    /// Of an example: the published facts that it was composed from.
    pub composed_from: Option<String>,
    /// A word on how it was made.
    pub note: Option<Bilingual>,
}

/// A decision of a story: it names a claim by its report, kind and words.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct StoryDecision {
    /// `confirm`.
    pub kind: String,
    /// When.
    pub received: Moment,
    /// By whom.
    pub by: String,
    /// Path of the report.
    pub report: PathBuf,
    /// Kind of the claim.
    pub claim: String,
    /// Words of the clause that says it.
    pub quote: String,
    /// Why.
    pub why: Bilingual,
}

impl StoryDecision {
    /// The claim that it names.
    pub fn quoted(&self) -> Quoted {
        let (report, claim, quote) = (self.report.clone(), self.claim.clone(), self.quote.clone());
        Quoted { report, claim, quote }
    }
}

impl Story {
    /// Reads `STORY/story.toml`.
    ///
    /// # Errors
    /// A file that is absent, empty, not UTF-8 or malformed; an agreement that the data do not
    /// hold; a report of a source that the story does not name. Each with file, line and remedy.
    pub fn load(folder: &Path, data: &Data) -> Result<Story> {
        let path = if folder.is_dir() { folder.join(STORY_FILE) } else { folder.to_owned() };
        let remedy = "give a folder that holds story.toml, such as examples/syria-2016";
        let bytes = std::fs::read(&path).map_err(|e| Error::file(&path, &e, remedy))?;
        let fault = |line: usize, what: String, remedy: &str| Error::Input {
            path: path.clone(),
            line,
            what,
            remedy: remedy.to_owned(),
        };
        if bytes.is_empty() {
            return Err(fault(0, "the file is empty".into(), remedy));
        }
        let text = std::str::from_utf8(&bytes).map_err(|e| {
            let line = 1 + bytes[..e.valid_up_to()].iter().filter(|b| **b == b'\n').count();
            fault(line, "not UTF-8".into(), "convert it to UTF-8")
        })?;
        let mut story: Story = toml::from_str(text).map_err(|e| {
            let at = e.span().map_or(0, |s| s.start.min(text.len()));
            let line = 1 + text[..at].matches('\n').count();
            fault(line, e.message().to_owned(), "see examples/syria-2016/story.toml")
        })?;
        story.own_agreement = own_agreement(path.with_file_name(AGREEMENT_FILE), data)?;
        story.check(data, &|what, remedy| fault(line_of(text, &what), what, remedy))?;
        Ok(story)
    }

    /// The agreement that the story follows; none when nobody holds one of its id.
    pub fn agreement<'s>(&'s self, data: &'s Data) -> Option<&'s Agreement> {
        let own = self.own_agreement.as_ref().filter(|a| a.id == self.agreement);
        own.or_else(|| data.agreements.get(&self.agreement))
    }

    fn check(&self, data: &Data, fault: &dyn Fn(String, &str) -> Error) -> Result<()> {
        if self.agreement(data).is_none() {
            let own = self.own_agreement.iter().map(|a| a.id.as_str());
            let known: Vec<_> = own.chain(data.agreements.keys().map(String::as_str)).collect();
            let what = format!("there is no agreement \"{}\"", self.agreement);
            return Err(fault(what, &format!("known are: {}", known.join(", "))));
        }
        let delay = self.counts.as_ref().map_or(0, |c| c.received_after_days);
        if !(0..=MAX_DELAY).contains(&delay) {
            let what = format!("received_after_days is {delay}");
            return Err(fault(what, &format!("write a number from 0 to {MAX_DELAY}")));
        }
        let files = self.reports.iter().map(|r| &r.file).chain(self.counts.iter().map(|c| &c.file));
        if let Some(file) = files.into_iter().find(|f| !is_inside(f)) {
            let what = format!("the file \"{}\" is not inside the story", file.display());
            return Err(fault(what, "put it into the story's folder"));
        }
        for report in &self.reports {
            if !self.sources.iter().any(|s| s.id == report.source) {
                let what = format!("the source \"{}\" is not among the story's", report.source);
                return Err(fault(what, "add it as [[source]] or correct the id"));
            }
        }
        let known = |d: &&StoryDecision| !self.reports.iter().any(|r| r.file == d.report);
        if let Some(decision) = self.decisions.iter().find(known) {
            let what = format!("a decision names \"{}\", no report", decision.report.display());
            return Err(fault(what, "name the file of one of the story's reports"));
        }
        if let Some(decision) = self.decisions.iter().find(|d| d.kind != "confirm") {
            let what = format!("there is no decision \"{}\"", decision.kind);
            return Err(fault(what, "known is: confirm"));
        }
        self.check_acts(fault)
    }

    fn check_acts(&self, fault: &dyn Fn(String, &str) -> Error) -> Result<()> {
        for act in &self.acts {
            let strange = |file: &&&PathBuf| !self.reports.iter().any(|r| r.file == ***file);
            if let Some(file) = act.reports().iter().find(strange) {
                let what = format!("an act names \"{}\", no report", file.display());
                return Err(fault(what, "name the file of one of the story's reports"));
            }
            if let Some(grade) = &act.grade
                && !self.sources.iter().any(|s| s.id == grade.source)
            {
                let what = format!("an act grades \"{}\", no source", grade.source);
                return Err(fault(what, "name one of the story's sources"));
            }
            let graded = act.grade.as_ref().is_none_or(|g| {
                ('A'..='F').contains(&g.grade) && g.credibility.is_none_or(|n| (1..=6).contains(&n))
            });
            if !graded {
                let what = format!("the act \"{}\" gives no grade of the scale", act.why);
                return Err(fault(
                    what,
                    "give a letter from A to F, and perhaps a number from 1 to 6",
                ));
            }
            let who = |a: &&StoryAct| (&a.by, a.received) == (&act.by, act.received);
            if self.acts.iter().filter(who).count() > 1 {
                let what = format!("\"{}\" acts twice at {}", act.by, act.received);
                return Err(fault(what, "give each act of a person a time of its own"));
            }
            let deeds = act.deeds();
            if deeds != 1 {
                let what = format!("the act \"{}\" does {deeds} things", act.why);
                return Err(fault(
                    what,
                    "an act does one thing: pair, finding, promise, grade, case, question, answer or undo",
                ));
            }
        }
        Ok(())
    }
}

/// The agreement beside a story.
///
/// # Errors
/// A file that cannot be read or is no agreement; ids that no register holds.
fn own_agreement(path: PathBuf, data: &Data) -> Result<Option<Agreement>> {
    if !path.exists() {
        return Ok(None);
    }
    let remedy = "see data/agreements for its form";
    let text = std::fs::read_to_string(&path).map_err(|e| Error::file(&path, &e, remedy))?;
    crate::data::agreement(&path.display().to_string(), &text, &data.pack)
        .map(Some)
        .map_err(Error::Data)
}

/// A story speaks of its own files alone, never of the rest of the machine.
fn is_inside(file: &Path) -> bool {
    file.components().all(|part| matches!(part, Component::Normal(_) | Component::CurDir))
}

/// The line on which the quoted name of a message stands in the file, 0 when on none.
fn line_of(text: &str, what: &str) -> usize {
    let Some(name) = what.split('"').nth(1) else { return 0 };
    let quoted = format!("\"{name}\"");
    text.lines().position(|l| l.contains(&quoted)).map_or(0, |at| at + 1)
}
