//! `cargo xtask test`: what the tests need, then all of them.

use std::process::Command;

use crate::run::{Failure, Outcome, cargo, must, step, works};

/// Checks the needs and runs every test of the workspace.
pub fn run() -> Outcome {
    step("what the tests need", needs)?;
    let failed = "a test failed: it is named above; `cargo test -p PACKAGE NAME` runs it alone";
    step("tests", || must(&mut cargo(&["test", "--workspace"]), failed))?;
    step("tests in a browser", crate::browser::run)
}

/// SQLite is compiled from C; nothing else but cargo is needed.
pub fn needs() -> Outcome {
    let compiler = std::env::var("CC").unwrap_or_else(|_| "cc".to_owned());
    let mut probe = Command::new(&compiler);
    if !works(probe.args(["-E", "-include", "stdlib.h", "-x", "c", "/dev/null"])) {
        return Err(Failure(format!(
            "no working C compiler (tried `{compiler}`), and SQLite is compiled from C; on Debian \
             `apt-get install build-essential` brings one, then run this again"
        )));
    }
    println!("cargo and a C compiler (`{compiler}`) are here; nothing else to install");
    Ok(())
}
