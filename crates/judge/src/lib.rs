//! Here are claims: what happened, is a term breached, how is each area, what is due?
//!
//! Pure functions. Nothing here reads a clock, a file or a random number, and no result depends on
//! the order of its input: every function sorts first, breaks ties by id and rounds its floats.
//! What is computed is *derived* and may be thrown away; [`rules_digest`] says which thresholds
//! made it.
//!
//! - [`copies`]: which reports are copies of one text.
//! - [`gather`]: claims of violence and casualties become incidents, each with its origins, tolls
//!   and judgements.
//! - [`aggregates`]: running totals, kept apart from incidents.
//! - [`area_states`]: how the truce stands, area by area.
//! - [`follow_ups`]: what was promised, and what became of it.
//! - [`judgements`]: an incident judged anew; [`run_worked_case`] holds an agreement's worked cases
//!   against it.
//! - [`compliance`]: how the obligations beside the cessation are kept.
//! - [`case`], [`admits`]: the procedure of a case.

use std::collections::BTreeMap;

use hudna_model::report::CopyMarks;
use hudna_model::{Agreement, Decisions, Moment, Party, Place, Source};

mod access;
mod areas;
mod ask;
mod assess;
mod average;
mod beside;
mod board;
mod case_law;
mod cases;
mod clock;
mod compliance;
mod copies;
mod course;
mod days;
mod decided;
mod denials;
mod drivers;
mod elaborate;
mod export;
mod facts;
mod fold;
mod followups;
mod fulfil;
mod fused;
mod gather;
mod gatherer;
mod geo;
mod ground;
mod hours;
mod incident;
mod index;
mod keys;
mod lead;
mod left_out;
mod lift;
mod links;
mod node;
mod numbers;
mod origin;
mod own;
mod packed;
mod parties;
mod places;
mod rank;
mod rules;
mod say;
mod score;
mod series;
mod settle;
mod telling;
mod there;
mod ties;
mod timed;
mod tolls;
mod trace;
mod tree;
mod unique;
mod watch;
mod windowed;
mod worked;

pub use areas::{area_states, worst_first};
pub use ask::{act_name, question_on, question_where};
pub use assess::judgements;
pub use beside::lead;
pub use case_law::{CaseLaw, NotYet, admits, first_fault};
pub use cases::{case, default_rules, step_times};
pub use compliance::compliance;
pub use copies::copies;
pub use export::{UcdpDeaths, acled_fatalities, ucdp_deaths};
pub use followups::{board_order, follow_ups};
pub use gather::gather;
pub use gatherer::Gatherer;
pub use lead::leads;
pub use left_out::withdrawn;
pub use rules::{RULES, digest as rules_digest};
pub use tolls::{aggregates, by_outcome};
pub use tree::area_tree;
pub use worked::{Difference, run as run_worked_case};

/// All that claims are weighed against: the registers, the agreement and the time.
///
/// Claims received after `as_of` are not seen by any function of this crate.
#[derive(Debug, Clone, Copy)]
pub struct Context<'a> {
    /// What was received at or before this time.
    pub as_of: Moment,
    /// The agreement that is followed.
    pub agreement: &'a Agreement,
    /// Places by id, with all that hold them.
    pub places: &'a BTreeMap<String, Place>,
    /// Parties by id, with all that they belong to.
    pub parties: &'a BTreeMap<String, Party>,
    /// Sources by id.
    pub sources: &'a BTreeMap<String, Source>,
    /// What of each report's text tells copies, by report id.
    pub marks: &'a BTreeMap<String, CopyMarks>,
    /// What people decided, by the ids of claims of the newest readings.
    pub decisions: &'a Decisions,
}
