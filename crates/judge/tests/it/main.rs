//! What the judge says, on small hand-made claims.

#![allow(clippy::unwrap_used, reason = "a test may end where it fails")]

mod areas;
mod assess;
mod beside;
mod cases;
mod compliance;
mod copies;
mod decisions;
mod drivers;
mod followups;
mod gather;
mod gatherer;
mod late;
mod order;
mod origins;
mod places;
mod terms;
mod tolls;
mod tree;
mod verdicts;
mod worked;
mod world;
