//! Tests of the ledger as its users see it: formats, trees, heads, and every way to change a log.

// Helpers outside `#[test]` functions unwrap too: a panic is the report.
#![allow(clippy::unwrap_used)]

mod entries;
mod faults;
mod heads;
mod log;
mod tree;
