//! How well is a report read? Readings are held against what people annotated.
//!
//! A claim is paired with at most one fact of its kind, when their evidence overlaps by at least
//! half of the shorter one; *found* counts pairs, *right* counts those whose key attributes agree
//! as well. The rules, and every figure, are those of the reference scorer `score.py` that goes
//! with the annotations; a test runs both and compares.
//!
//! [`evaluate`] scores a reader on the annotations of a folder, [`score`] scores readings that are
//! there already; [`table()`] tells the figures to people, and an [`Evaluation`] serialises for
//! programs.

pub(crate) mod attributes;
mod chars;
mod gold;
mod load;
pub mod merge;
mod names;
mod pair;
mod pool;
mod score;
pub mod series;
mod summary;
mod table;

#[cfg(test)]
mod parity;
#[cfg(test)]
mod perturb;
#[cfg(test)]
mod score_tests;
#[cfg(test)]
mod synth;

pub use attributes::{Attribute, NEAR_KM};
pub use gold::{Fact, GoldPlace, GoldReport, Kind};
pub use load::{BadRow, EXPECTED, FoundGold, GoldError, GoldFile, Lines, find_gold};
pub use names::{alike, norm, stem};
pub use pair::LONGEST_EVIDENCE;
pub use pool::{Evaluation, evaluate};
pub use score::{Failure, Hits, Pair, Scores, Tally, pairs, score, score_report};
pub use summary::{Figures, Prf, Share, Summary};
pub use table::{set_table, table};
