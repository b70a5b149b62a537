//! Running other programs, from the root of the repository.

use std::env;
use std::path::PathBuf;
use std::process::{Command, Stdio};
use std::time::Instant;

/// What failed and what to do about it, in a sentence.
#[derive(Debug)]
pub struct Failure(pub String);

/// The outcome of a command or step.
pub type Outcome = Result<(), Failure>;

/// The repository's root: the folder that holds `xtask`.
pub fn root() -> PathBuf {
    // cargo tells where the package is now; where it was built serves a binary run by itself.
    let package = env::var_os("CARGO_MANIFEST_DIR").map(PathBuf::from);
    let package = package.unwrap_or_else(|| PathBuf::from(env!("CARGO_MANIFEST_DIR")));
    package.parent().map(PathBuf::from).unwrap_or_default()
}

/// The cargo that runs us, with these arguments, in the root.
pub fn cargo(args: &[&str]) -> Command {
    let mut command = Command::new(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    command.args(args).current_dir(root());
    command
}

/// Builds the binary `hudna` in the development profile, as `cargo xtask` itself is built.
pub fn build() -> Outcome {
    must(&mut cargo(&["build", "--package", "hudna-cli"]), "hudna does not build, see above")
}

/// The binary, with these arguments, in the root. It stands beside xtask's own.
pub fn hudna(args: &[&str]) -> Command {
    let own = env::current_exe().expect("a running program knows where it stands");
    let mut command = Command::new(own.with_file_name(format!("hudna{}", env::consts::EXE_SUFFIX)));
    command.args(args).current_dir(root());
    command
}

/// Runs a command to its end; `failed` says what it means when it does not end well.
pub fn must(command: &mut Command, failed: &str) -> Outcome {
    match command.status() {
        Ok(status) if status.success() => Ok(()),
        Ok(_) => Err(Failure(failed.to_owned())),
        Err(why) => Err(Failure(format!("cannot start {:?}: {why}", command.get_program()))),
    }
}

/// Whether a command can be run and ends well; what it prints is not shown.
pub fn works(command: &mut Command) -> bool {
    let silent = command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
    silent.status().is_ok_and(|status| status.success())
}

/// Announces a step, runs it and says how long it took.
pub fn step(title: &str, run: impl FnOnce() -> Outcome) -> Outcome {
    println!("\n── {title}");
    let begun = Instant::now();
    let outcome = run();
    let word = if outcome.is_ok() { "done" } else { "failed" };
    println!("── {title}: {word} in {:.1} s", begun.elapsed().as_secs_f64());
    outcome
}
