//! The nouns of hudna and their invariants. No IO, no clock, no randomness.
//!
//! Everything that two other crates must both understand is here: what a report *claims*
//! ([`Claim`]), what *happened* ([`Incident`]), what was *promised* ([`FollowUp`]), what the
//! agreement *says* ([`Agreement`]), how each area *stands* ([`AreaState`]), and the whole picture
//! that a brief is written from ([`Situation`]).

pub mod agreement;
pub mod area;
pub mod case;
pub mod claim;
mod claim_row;
pub mod compliance;
pub mod decision;
pub mod digest;
pub mod driver;
pub mod followup;
pub mod incident;
pub mod level;
pub mod patrol;
pub mod question;
pub mod register;
pub mod report;
pub mod series;
pub mod share;
pub mod situation;
pub mod text;
pub mod time;
pub mod tree;
pub mod words;
pub mod worked;

pub use agreement::{
    Agreement, DeclaredLevel, Exclusion, Membership, Obligation, Role, Undefined, Window,
};
pub use area::{AreaState, AreaStatus, CountDay, Coverage, PatrolCoverage, StateReason};
pub use case::{
    Acceptance, Case, CaseAction, CaseClock, CaseEntry, CaseFinding, CaseParty, CaseRules,
    CaseStep, Finding, Level, Remedy, Reply, Stage, StepTime,
};
pub use claim::{
    Body, Claim, DateRef, Due, Evidence, Hours, Means, Name, Note, NoteKind, PROPOSED, PlaceRef,
    Reading, Seen,
};
pub use compliance::{ComplianceLine, ComplianceStatus};
pub use decision::{Decisions, Found, IncidentDecision, PairDecision, Plea, Relation};
pub use driver::{Breakdown, Driver, DriverKind, LeftOut, LeftOutWhy, Whole};
pub use followup::{FollowUp, FollowUpStatus, Former, PromiseChange, PromiseDecision};
pub use incident::{
    Corroboration, FactStatus, FiledClaim, Flag, Incident, Judgement, Link, Origin, Related,
    ScorePart, Settles, ToldTime, Toll, TollRow, Verdict,
};
pub use level::{Alarm, FusedAlarm, HistoryDay, Outlook, SeriesPair, ViolenceLevel};
pub use patrol::{Patrol, Reached};
pub use question::{Answer, Question};
pub use register::{Party, PartyKind, Place, PlaceLevel, Source, SourceKind};
pub use report::{CopyMarks, Report, ReportState, ReportSummary};
pub use series::{CountSeries, OWN_SERIES, SeriesTold};
pub use share::Share;
pub use situation::{AreaShape, IntakeCounts, LedgerHead, Situation, StoryInfo};
pub use text::{Bilingual, Lang, Span};
pub use time::Moment;
pub use tree::{AreaParent, AreaTree, Distribution};
pub use words::{
    Act, Event, Family, Form, MeetingStatus, Modality, Outcome, ReadBy, SpeechAct, Standing, Task,
    Victims,
};
