//! What the judge says, on small hand-made claims.

mod areas;
mod assess;
mod cases;
mod copies;
mod followups;
mod gather;
mod order;
mod tolls;
mod world;
