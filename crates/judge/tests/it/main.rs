//! What the judge says, on small hand-made claims.

mod areas;
mod assess;
mod copies;
mod decisions;
mod followups;
mod gather;
mod gatherer;
mod order;
mod origins;
mod tolls;
mod world;
