//! What the judge says, on small hand-made claims.

mod areas;
mod assess;
mod compliance;
mod copies;
mod followups;
mod gather;
mod order;
mod terms;
mod tolls;
mod verdicts;
mod worked;
mod world;
