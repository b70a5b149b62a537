//! What happened: claims gathered, with origins, tolls and judgements.

use serde::{Deserialize, Serialize};

use crate::claim::Claim;
use crate::decision::{IncidentDecision, Relation};
use crate::share::Share;
use crate::text::{Bilingual, Span};
use crate::time::Moment;
use crate::words::{Act, Outcome, Victims};

/// A claim together with where it came from.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct FiledClaim {
    /// Id of the report in the store.
    pub report: String,
    /// Id of the source.
    pub source: String,
    /// ISO day of publication of the report.
    pub published: Option<String>,
    /// When the report was received.
    pub received: Moment,
    /// A person has confirmed it.
    pub reviewed: bool,
    /// What it says.
    pub claim: Claim,
}

/// The independent root of a claim.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Origin {
    /// Id: `party:…` when a known party or monitor is quoted, `credit:…` for a named agency,
    /// `name:…` for another name that is quoted, else `report:…` (the first of the copies).
    pub id: String,
    /// Why these reports count once.
    pub why: Bilingual,
    /// Ids of the reports that it stands behind.
    pub reports: Vec<String>,
}

/// How well an incident is supported.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Corroboration {
    /// One origin.
    Uncorroborated,
    /// Two independent origins or more.
    Corroborated,
    /// Site visit, sensor or admission.
    Verified,
    /// Shown not to be so.
    Refuted,
    /// Origins contradict each other.
    Disputed,
    /// Cannot be settled, with a reason.
    Unverifiable,
}

/// One named part of a score, 0 to 1, with its weight.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ScorePart {
    /// `act`, `place`, `days`, `actor`, `target`, `number`, `text`.
    pub name: String,
    /// 0 (against) to 1 (for).
    pub value: f64,
    /// Share of the whole.
    pub weight: f64,
}

/// Why two claims are taken for one incident.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Link {
    /// Smaller claim id.
    pub a: String,
    /// Larger claim id.
    pub b: String,
    /// Weighted sum of the parts, 0 to 1.
    pub score: f64,
    /// The parts.
    pub parts: Vec<ScorePart>,
    /// `confirmed` above the higher threshold, else `suggested`.
    pub confirmed: bool,
}

/// One source's figure.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct TollRow {
    /// The claim that gives it.
    pub claim: String,
    /// The report.
    pub report: String,
    /// Id of the source.
    pub source: String,
    /// Id of the origin.
    pub origin: String,
    /// At least.
    pub low: Option<u32>,
    /// At most.
    pub high: Option<u32>,
    /// Part of another toll.
    pub subset: bool,
    /// A later figure of the same origin has taken its place.
    #[serde(default)]
    pub superseded: bool,
    /// What "dozens" and the like are coded as where a standard asks for one number.
    #[serde(default)]
    pub coded: Option<u32>,
    /// When it was received.
    pub received: Moment,
    /// Admiralty grade of the source.
    pub grade: char,
}

/// Casualties of one outcome among one kind of victims: every source's row, and what they give.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Toll {
    /// Id for `hudna why`: `TOL-…`.
    pub id: String,
    /// What happened to them.
    pub outcome: Outcome,
    /// Who they are.
    pub victims: Victims,
    /// Lowest figure of any row that stands.
    pub low: u32,
    /// The figure of the most reliable recent row.
    pub best: u32,
    /// Highest figure of any row that stands.
    pub high: u32,
    /// Says how `best` was chosen.
    pub method: Bilingual,
    /// Rows, the one that gave `best` first.
    pub rows: Vec<TollRow>,
    /// A running total over a period; never added to incidents.
    pub cumulative: bool,
    /// Id of the place that a running total speaks of.
    #[serde(default)]
    pub place: Option<String>,
}

/// What of a fact is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum FactStatus {
    /// Two independent origins, verified, or an admission.
    Known,
    /// One origin.
    Claimed,
    /// Origins differ.
    Contested,
    /// Nobody says.
    Unknown,
}

/// A judgement's outcome for one obligation.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Verdict {
    /// All facts known, no exception established, confirmed by a person.
    Breach,
    /// Complete but for facts that one origin claims.
    PossibleBreach,
    /// An exception is established.
    PermittedException,
    /// An exception is pleaded and not corroborated.
    ClaimedExceptionUnverified,
    /// The actor or target is not bound by the agreement.
    OutOfScopeActor,
    /// Outside the agreed area.
    OutOfScopeArea,
    /// Outside the agreed area and named a provocation by the agreement.
    OutOfScopeProvocation,
    /// Before or after the obligation's time.
    OutsideWindow,
    /// The agreement says nothing of such acts.
    NotRegulated,
    /// A needed fact is contested or unknown.
    Undetermined,
}

/// A mark on a judgement that a reader must see beside the verdict.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Flag {
    /// The one who is said to have done it is a guarantor of the agreement: it would sit in
    /// judgement on itself.
    BelligerentGuarantor,
    /// One side has not accepted the agreement: recorded, not judged.
    NonSignatory,
    /// Done by an ally for whom a bound party answers.
    BoundAlly,
    /// Announcers of a window differ, and with them the verdict.
    ReadingsDiffer,
}

/// What would settle a verdict that is open, or make a possible breach more.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Settles {
    /// `bearer`, `act`, `target`, `area`, `time`; `membership` of the bearer or the target;
    /// `hour`, `weapon`, `place` where these are missing in time and area; `confirmation` by a
    /// person; `test:` and the id of an exception's test.
    pub fact: String,
    /// The sentence that says it.
    pub text: Bilingual,
}

/// One obligation judged on one incident.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Judgement {
    /// Id of the obligation in the agreement.
    pub obligation: String,
    /// Id of the window assertion under which it was judged, for a window's obligation.
    #[serde(default)]
    pub window: Option<String>,
    /// The outcome.
    pub verdict: Verdict,
    /// Facts needed and what is known of each: `bearer`, `act`, `target`, `area`, `time`.
    pub facts: Vec<(String, FactStatus)>,
    /// The rule trace: one sentence a step.
    pub trace: Vec<Bilingual>,
    /// What would settle it, where it is open, possible or pleaded.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub settles: Vec<Settles>,
    /// Marks beside the verdict, ascending.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub flags: Vec<Flag>,
    /// Id of the exception that was weighed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub exception: Option<String>,
}

/// How an incident stands to another, by a person's word.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Related {
    /// Id of the other incident.
    pub incident: String,
    /// `part_of`, `follows`, `retaliation`, `same_operation`.
    pub relation: Relation,
    /// This incident is the first of the relation: it is the part, it followed, it answered.
    pub first: bool,
    /// Who decided.
    pub by: String,
    /// When.
    pub at: Moment,
    /// Index of the entry.
    pub entry: u64,
}

/// A time that is told of an incident, by the clock of the place.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct ToldTime {
    /// Not before, `YYYY-MM-DDTHH:MM`.
    pub from: String,
    /// Not after, in the same form; equal to `from` for a time of the clock.
    pub to: String,
    /// Ids of the claims that say so, ascending.
    pub claims: Vec<String>,
}

impl ToldTime {
    /// Its day with both ends by the clock, where it lies in one day: `24:00` for the midnight at
    /// which that ends.
    pub fn in_a_day(&self) -> Option<(&str, &str, &str)> {
        let (day, from) = self.from.split_once('T')?;
        let (end, to) = self.to.split_once('T')?;
        let next = || Some(day.parse::<jiff::civil::Date>().ok()?.tomorrow().ok()?.to_string());
        match () {
            () if day == end => Some((day, from, to)),
            () if to == "00:00" && next().as_deref() == Some(end) => Some((day, from, "24:00")),
            () => None,
        }
    }
}

/// What happened, once.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Incident {
    /// `INC-…`, from the smallest id among the member claims.
    pub id: String,
    /// Acts told of it, the most often told first.
    pub acts: Vec<Act>,
    /// Gazetteer id of the most precise place told.
    pub place: Option<String>,
    /// The place as written, when it is unknown.
    pub place_text: Option<String>,
    /// Id of the area (governorate) that holds the place.
    pub area: Option<String>,
    /// First and last ISO day on which it may have been.
    pub days: Option<(String, String)>,
    /// Times told of it, when any claim tells hours: one where all that is told of the time may be
    /// true together, several where it competes; the most often told first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub times: Vec<ToldTime>,
    /// Actors: party id or name as written, with the claims that say so.
    pub actors: Vec<(String, Vec<String>)>,
    /// Targets, likewise.
    pub targets: Vec<(String, Vec<String>)>,
    /// Ids of the member claims, violence and tolls, ascending.
    pub claims: Vec<String>,
    /// Ids of claims that deny it.
    pub denials: Vec<String>,
    /// Why the claims belong together.
    pub links: Vec<Link>,
    /// Independent origins.
    pub origins: Vec<Origin>,
    /// How well it is supported.
    pub corroboration: Corroboration,
    /// Tolls of the event (no running totals).
    pub tolls: Vec<Toll>,
    /// A person has confirmed it.
    pub confirmed: bool,
    /// How many of its claims a person has confirmed or corrected.
    #[serde(default)]
    pub reviewed: Share,
    /// Under the agreement.
    pub judgements: Vec<Judgement>,
    /// How it stands to other incidents.
    #[serde(default)]
    pub related: Vec<Related>,
    /// What people found of it as a whole, in the order of entry; the last decides its
    /// corroboration.
    #[serde(default)]
    pub findings: Vec<IncidentDecision>,
}

/// Where a claim's words stand: report and span.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Quoted {
    /// Id of the report.
    pub report: String,
    /// Span in its text.
    pub span: Span,
}
