//! The command line as people and scripts use it.

mod bad_input;
mod bad_store;
mod brief;
mod example;
mod killed;
mod pipes;
mod reading;
mod run;
mod tongues;
