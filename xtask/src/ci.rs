//! `cargo xtask ci`: all that a change must pass. It stops at the first failure.

use std::process::Command;
use std::time::Instant;

use crate::run::{Failure, Outcome, build, cargo, hudna, must, step, works};
use crate::tests;

/// Runs every step; formatting and lints first, since they fail fastest.
pub fn run() -> Outcome {
    let begun = Instant::now();
    step("tools", tools)?;
    step("format", format)?;
    step("lints", lints)?;
    step("data", data)?;
    step("docs", docs)?;
    let checked = works(&mut cargo(&["deny", "--version"]));
    step("licences", || licences(checked))?;
    step("edges between our crates", edges)?;
    tests::run()?;
    let skipped = if checked { "" } else { ", but for licences: cargo-deny is not here" };
    println!("\nall passed in {:.0} s{skipped}", begun.elapsed().as_secs_f64());
    Ok(())
}

fn tools() -> Outcome {
    tests::needs()?;
    let here = || ["fmt", "clippy"].iter().all(|tool| works(&mut cargo(&[tool, "--version"])));
    let add = || works(Command::new("rustup").args(["component", "add", "rustfmt", "clippy"]));
    if here() || (add() && here()) {
        println!("rustfmt and clippy are here");
        return Ok(());
    }
    Err(Failure(
        "rustfmt or clippy is missing and `rustup component add rustfmt clippy` did not bring it; \
         install both beside your toolchain and run this again"
            .to_owned(),
    ))
}

fn format() -> Outcome {
    must(&mut cargo(&["fmt", "--all", "--check"]), "files are not formatted: run `cargo fmt --all`")
}

fn lints() -> Outcome {
    let args = ["clippy", "--workspace", "--all-targets", "--", "-D", "warnings"];
    must(&mut cargo(&args), "clippy has something to say, see above")
}

fn data() -> Outcome {
    build()?;
    let failed = "a data file is at fault: file, line, reason and remedy stand above";
    must(&mut hudna(&["check-data", "data"]), failed)
}

fn docs() -> Outcome {
    let mut doc = cargo(&["doc", "--workspace", "--no-deps"]);
    must(doc.env("RUSTDOCFLAGS", "-Dwarnings"), "the API documentation has a fault, see above")
}

fn licences(here: bool) -> Outcome {
    if !here {
        println!("skipped: cargo-deny is not here (`cargo install --locked cargo-deny`)");
        return Ok(());
    }
    let args = ["deny", "check", "bans", "licenses", "sources"];
    must(&mut cargo(&args), "a dependency is not allowed by deny.toml, see above")
}

fn edges() -> Outcome {
    let failed = "a crate depends on another that it must not know, see above and ARCHITECTURE.md";
    must(&mut cargo(&["test", "--package", "xtask", "--test", "edges"]), failed)
}
