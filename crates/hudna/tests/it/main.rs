//! The engine, with a clock and chance of the tests' own.

#![allow(clippy::unwrap_used, reason = "a test may end where it fails")]

mod acts;
mod added;
mod agreements;
mod counts;
mod desk;
mod entries;
mod flips;
mod follow;
mod guessing;
mod house;
mod intake;
mod limits;
mod mission;
mod model;
mod names;
mod people;
mod public;
mod rebuild;
mod replay;
mod reread;
mod rows;
mod search;
mod stored;
mod tail;
mod times;
mod together;
mod world;
