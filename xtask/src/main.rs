//! `cargo xtask demo | test | ci | eval | load`: the commands of the house, the same for people and CI.
//!
//! It runs cargo and the binary `hudna` and depends on none of our crates, so it builds in a
//! second and works when they do not.

mod browser;
mod ci;
mod demo;
mod eval;
mod load;
mod run;
mod tests;

use std::process::ExitCode;

use run::Failure;

const USAGE: &str = "usage: cargo xtask COMMAND

  demo          follow the example story into ./hudna-demo and show what it gives
  test          check that the tests have what they need, and run them all
  ci            all that a change must pass, in the order in which it fails fastest
  eval [ARG…]   score the reader on annotated reports; ARGs go to `hudna eval read`
                (annotations: --gold PATH, else $HUDNA_GOLD, else ../shared/gold)
  load [OPTION…]
                ask a running server as many people do, and say how long it took
                (`cargo xtask load --help` names the options)";

fn main() -> ExitCode {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let (command, rest) = args.split_first().map_or(("", &[][..]), |(c, r)| (c.as_str(), r));
    let outcome = match (command, rest) {
        ("demo", []) => demo::run(),
        ("test", []) => tests::run(),
        ("ci", []) => ci::run(),
        ("eval", args) => eval::run(args),
        ("load", args) => load::run(args),
        _ => {
            eprintln!("{USAGE}");
            return ExitCode::from(2);
        }
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(Failure(what)) => {
            eprintln!("\nxtask: {what}");
            ExitCode::FAILURE
        }
    }
}
