//! The nouns of hudna and their invariants. No IO, no clock, no randomness.
//!
//! Everything that two other crates must both understand is here: what a report *claims*
//! ([`Claim`]), what *happened* ([`Incident`]), what was *promised* ([`FollowUp`]), what the
//! agreement *says* ([`Agreement`]), how each area *stands* ([`AreaState`]), and the whole picture
//! that a brief is written from ([`Situation`]).

pub mod agreement;
pub mod area;
pub mod claim;
mod claim_row;
pub mod decision;
pub mod digest;
pub mod followup;
pub mod incident;
pub mod register;
pub mod report;
pub mod situation;
pub mod text;
pub mod time;
pub mod words;

pub use agreement::{Agreement, Exclusion, Membership, Obligation, Undefined, Window};
pub use area::{AreaState, AreaStatus, CountDay, Coverage, StateReason};
pub use claim::{
    Body, Claim, DateRef, Due, Evidence, Means, Name, Note, NoteKind, PROPOSED, PlaceRef, Reading,
    Seen,
};
pub use decision::{Decisions, Found, IncidentDecision, PairDecision, Relation};
pub use followup::{FollowUp, FollowUpStatus};
pub use incident::{
    Corroboration, FactStatus, FiledClaim, Incident, Judgement, Link, Origin, Related, ScorePart,
    Toll, TollRow, Verdict,
};
pub use register::{Party, PartyKind, Place, PlaceLevel, Source, SourceKind};
pub use report::{CopyMarks, Report, ReportSummary};
pub use situation::{AreaShape, IntakeCounts, LedgerHead, Situation, StoryInfo};
pub use text::{Bilingual, Lang, Span};
pub use time::Moment;
pub use words::{
    Act, Event, Family, Form, MeetingStatus, Modality, Outcome, ReadBy, SpeechAct, Standing, Task,
    Victims,
};
