//! The command line as people and scripts use it.

mod bad_input;
mod bad_store;
mod brief;
mod counts;
mod example;
mod killed;
mod levels;
#[path = "../../../hudna/tests/it/model.rs"]
mod model;
mod own_story;
mod people;
mod pipes;
mod reading;
mod run;
mod series;
mod shipped;
mod tagged;
mod tongues;
mod walk;
