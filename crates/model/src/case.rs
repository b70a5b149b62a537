//! The procedure that a judged incident goes through: its steps, and what they add up to.

use crate::time::Moment;
use crate::words::words;
use serde::{Deserialize, Serialize};

words! {
    /// How far a case has come.
    Stage {
        /// Taken up.
        Opened = "opened",
        /// A party was told of the allegation.
        Notified = "notified",
        /// Every party that was told has replied, or its time ran out.
        Replied = "replied",
        /// Somebody was sent to find out.
        Tasked = "tasked",
        /// Who was sent has reported.
        Reported = "reported",
        /// A finding was drafted.
        Drafted = "drafted",
        /// The technical committee has dealt with it.
        Committee = "committee",
        /// The board has dealt with it.
        Board = "board",
        /// Found.
        Found = "found",
        /// Taken out of the record; the ledger stays whole.
        Expunged = "expunged",
    }
}

words! {
    /// What a party answers to an allegation.
    Reply {
        /// It was so.
        Acknowledged = "acknowledged",
        /// It was not so, or not by us.
        Denied = "denied",
        /// It was so, and allowed.
        Justified = "justified",
        /// The time ran out without an answer.
        None = "none",
    }
}

words! {
    /// What was found.
    Finding {
        /// A violation, by those who are named.
        Violation = "violation",
        /// No violation.
        NoViolation = "no_violation",
        /// Both sides violated.
        Both = "both",
        /// An accident.
        Accident = "accident",
        /// It cannot be told.
        Undetermined = "undetermined",
    }
}

words! {
    /// How a party stands to a finding.
    Acceptance {
        /// Accepts it.
        Accepted = "accepted",
        /// Accepts it with a reservation.
        Reserved = "reserved",
        /// Rejects it.
        Rejected = "rejected",
        /// The time ran out without a word.
        Silent = "silent",
    }
}

words! {
    /// Who may see a finding.
    Level {
        /// The mechanism alone.
        Internal = "internal",
        /// The parties and guarantors.
        Parties = "parties",
        /// Everybody.
        Public = "public",
    }
}

words! {
    /// Whether what was asked for was done.
    Remedy {
        /// Done.
        Yes = "yes",
        /// Done in part.
        Partly = "partly",
        /// Not done.
        No = "no",
    }
}

/// One step of a case. Party ids are those of the register.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum CaseStep {
    /// Taken up, on the incident that a claim is told of.
    Opened {
        /// Id of the claim.
        claim: String,
        /// Id of its report.
        report: String,
    },
    /// A party is told of the allegation; its time to reply begins.
    Notified {
        /// Whom.
        party: String,
        /// Hours that it has.
        hours: u32,
    },
    /// A party replies.
    Replied {
        /// Who.
        party: String,
        /// What.
        reply: Reply,
    },
    /// Somebody is sent to find out.
    Tasked {
        /// A monitor, team or person, as named.
        who: String,
        /// Hours that they have.
        hours: u32,
    },
    /// Who was sent reports.
    Reported {
        /// Id of the report in the store, where it is one.
        report: Option<String>,
    },
    /// A finding is drafted.
    Drafted,
    /// The technical committee has dealt with the draft.
    Committee,
    /// The board has dealt with it.
    Board,
    /// A finding is made.
    Found {
        /// Which.
        finding: Finding,
        /// By whom the violation was.
        against: Vec<String>,
        /// Facts acknowledged and attributed to nobody; may be empty.
        facts: String,
        /// The co-chair whose key it carries.
        key: Option<String>,
    },
    /// A second person stands by the finding.
    Seconded {
        /// The co-chair whose key this is.
        key: Option<String>,
    },
    /// A co-chair dissents, and says why.
    Dissented {
        /// Which.
        key: String,
    },
    /// A party says how it stands to the finding.
    Answered {
        /// Who.
        party: String,
        /// How.
        acceptance: Acceptance,
    },
    /// Something is asked for, in a form that can be checked.
    Action {
        /// Who is to do it.
        who: String,
        /// What.
        what: String,
        /// How much.
        amount: String,
        /// Where.
        place: String,
        /// By when, ISO day.
        due: String,
    },
    /// Whether it was done.
    Remedied {
        /// Number of the action, from 1.
        action: usize,
        /// Done or not.
        remedy: Remedy,
    },
    /// Who may see the finding.
    Published {
        /// Who.
        level: Level,
    },
    /// Taken up again after a finding.
    Reopened,
    /// Taken out of the record.
    Expunged,
}

impl CaseStep {
    /// The step's name, as it is written.
    pub fn name(&self) -> &'static str {
        match self {
            CaseStep::Opened { .. } => "opened",
            CaseStep::Notified { .. } => "notified",
            CaseStep::Replied { .. } => "replied",
            CaseStep::Tasked { .. } => "tasked",
            CaseStep::Reported { .. } => "reported",
            CaseStep::Drafted => "drafted",
            CaseStep::Committee => "committee",
            CaseStep::Board => "board",
            CaseStep::Found { .. } => "found",
            CaseStep::Seconded { .. } => "seconded",
            CaseStep::Dissented { .. } => "dissented",
            CaseStep::Answered { .. } => "answered",
            CaseStep::Action { .. } => "action",
            CaseStep::Remedied { .. } => "remedied",
            CaseStep::Published { .. } => "published",
            CaseStep::Reopened => "reopened",
            CaseStep::Expunged => "expunged",
        }
    }

    /// All names, in their order.
    pub const NAMES: [&'static str; 17] = [
        "opened",
        "notified",
        "replied",
        "tasked",
        "reported",
        "drafted",
        "committee",
        "board",
        "found",
        "seconded",
        "dissented",
        "answered",
        "action",
        "remedied",
        "published",
        "reopened",
        "expunged",
    ];
}

/// A step as it was taken.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CaseEntry {
    /// Index of its entry.
    pub entry: u64,
    /// When.
    pub at: Moment,
    /// By whom.
    pub by: String,
    /// What was said with it, in the words of who took it.
    pub note: String,
    /// What was done.
    pub step: CaseStep,
}

/// What a procedure says of cases.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CaseRules {
    /// Hours that a party has to reply.
    pub reply_hours: u32,
    /// Hours that who is sent has to report.
    pub report_hours: u32,
    /// Hours that a party has to say how it stands to a finding.
    pub answer_hours: u32,
    /// Steps that the procedure does not know: they may be left out.
    #[serde(default)]
    pub optional: Vec<Stage>,
    /// Ids of the co-chairs whose keys a public finding needs; none where there are none.
    pub keys: Vec<String>,
}

/// A party in a case.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CaseParty {
    /// Party id.
    pub party: String,
    /// When it was told.
    pub notified: Option<Moment>,
    /// Until when it may reply.
    pub reply_due: Option<Moment>,
    /// What it replied.
    pub reply: Option<Reply>,
    /// How it stands to the finding.
    pub acceptance: Option<Acceptance>,
}

/// A finding, with who stands behind it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CaseFinding {
    /// Which.
    pub finding: Finding,
    /// By whom the violation was.
    pub against: Vec<String>,
    /// The facts acknowledged.
    pub facts: String,
    /// When it was made.
    pub at: Moment,
    /// The people who stand behind it, the first who made it.
    pub people: Vec<String>,
    /// The co-chairs whose keys it carries.
    pub keys: Vec<String>,
    /// The co-chairs who dissent, with what they say.
    pub dissent: Vec<(String, String)>,
}

/// What is asked for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CaseAction {
    /// Who is to do it.
    pub who: String,
    /// What.
    pub what: String,
    /// How much.
    pub amount: String,
    /// Where.
    pub place: String,
    /// By when, ISO day.
    pub due: String,
    /// Whether it was done.
    pub remedy: Option<Remedy>,
}

/// A clock that runs in a case.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CaseClock {
    /// Name of the step that is waited for: `replied`, `reported`, `answered`.
    pub step: String,
    /// On whom.
    pub who: String,
    /// Until when.
    pub due: Moment,
    /// It has run out.
    pub passed: bool,
}

/// A case as it stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Case {
    /// `CASE-…`.
    pub id: String,
    /// Id of the incident, as it is gathered now; none when nothing tells of it any more.
    pub incident: Option<String>,
    /// How far it has come.
    pub stage: Stage,
    /// Parties told or heard.
    pub parties: Vec<CaseParty>,
    /// Who was sent, and until when they may report.
    pub tasked: Option<(String, Moment)>,
    /// The finding in force.
    pub finding: Option<CaseFinding>,
    /// Findings before it was taken up again.
    pub former_findings: Vec<CaseFinding>,
    /// What is asked for.
    pub actions: Vec<CaseAction>,
    /// Who may see the finding.
    pub published: Option<Level>,
    /// How often it was taken up again.
    pub reopened: u32,
    /// What is waited for.
    pub clocks: Vec<CaseClock>,
    /// Every step, in the order taken.
    pub steps: Vec<CaseEntry>,
}

/// How long a step takes.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct StepTime {
    /// Name of the step.
    pub step: String,
    /// How often it was taken.
    pub n: usize,
    /// Median, in hours, one decimal.
    pub median_hours: f64,
    /// 90th percentile by nearest rank, in hours, one decimal.
    pub p90_hours: f64,
}
