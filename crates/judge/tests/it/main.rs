//! What the judge says, on small hand-made claims.

#![allow(clippy::unwrap_used, reason = "a test may end where it fails")]

mod areas;
mod assess;
mod cases;
mod compliance;
mod copies;
mod decisions;
mod followups;
mod gather;
mod gatherer;
mod order;
mod origins;
mod places;
mod terms;
mod tolls;
mod verdicts;
mod worked;
mod world;
