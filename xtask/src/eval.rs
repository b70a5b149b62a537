//! `cargo xtask eval`: the reader scored on annotated reports that are not in the repository.

use std::path::PathBuf;

use crate::run::{Failure, Outcome, cargo, must, root};

/// Runs `hudna eval read` in a release build; every argument goes on to it.
pub fn run(args: &[String]) -> Outcome {
    let told = args.iter().any(|arg| arg == "--gold" || arg.starts_with("--gold="));
    let mut command = cargo(&["run", "--quiet", "--release", "--package", "hudna-cli"]);
    // Paths among the arguments are meant from where the user stands, not from the root.
    command.current_dir(".").arg("--manifest-path").arg(root().join("Cargo.toml"));
    command.args(["--", "eval", "read"]);
    if !told {
        command.arg("--gold").arg(gold()?);
    }
    must(command.args(args), "the evaluation did not end well, see above")
}

fn gold() -> Result<PathBuf, Failure> {
    let named = std::env::var_os("HUDNA_GOLD").map(PathBuf::from);
    let folder = named.unwrap_or_else(|| root().join("../shared/gold"));
    if folder.exists() {
        return Ok(folder);
    }
    Err(Failure(format!(
        "nothing was measured: no annotations at {}. They are under research licences and not in \
         the repository; name their folder with --gold or $HUDNA_GOLD",
        folder.display()
    )))
}
