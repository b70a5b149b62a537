//! The engine, with a clock and chance of the tests' own.

mod entries;
mod flips;
mod follow;
mod intake;
mod limits;
mod rebuild;
mod rows;
mod tail;
mod times;
mod together;
mod world;
