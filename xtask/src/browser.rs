//! Tests of the pages in a real browser: Chromium, driven from Node. Where these cannot be had the
//! tests are skipped, which is said with how many there are.

use std::io::{BufRead, BufReader};
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};

use crate::run::{Failure, Outcome, build, hudna, must, root, works};

/// Programs that are Chromium, the usual name first.
const BROWSERS: [&str; 4] = ["chromium", "chromium-browser", "google-chrome", "chrome"];
/// Debian's packages for them.
const PACKAGES: [&str; 3] = ["chromium", "nodejs", "npm"];
const STORY: &str = "examples/syria-2016";

/// Installs what is needed where that can be done, serves the example, runs the cases.
pub fn run() -> Outcome {
    let Some(chromium) = ready() else {
        println!("skipped: all browser tests ({} files of cases)", cases());
        return Ok(());
    };
    build()?;
    let folder = root().join("target/browser");
    // What an earlier run left would make its second run another one.
    let _ = std::fs::remove_dir_all(&folder);
    let store = folder.join("store").display().to_string();
    let out = folder.display().to_string();
    let follow = ["follow", STORY, "--store", &store, "--out", &out, "--quiet"];
    let mut follow = hudna(&follow);
    follow.stdout(Stdio::null()).env("HUDNA_MODEL", "none");
    must(&mut follow, "the example could not be followed, see above")?;
    let mut served = serve(&store)?;
    let mut node = Command::new("node");
    node.args(["run.mjs", &served.address]).current_dir(tests());
    node.env("CHROMIUM", chromium).env("REQUIRE_BROWSER", "1");
    node.env("SHOTS", folder.join("pictures"));
    let outcome = must(&mut node, "a browser test failed: it is named above");
    println!("pictures of the pages: {}", folder.join("pictures").display());
    let _ = served.child.kill();
    let _ = served.child.wait();
    outcome
}

fn tests() -> PathBuf {
    root().join("web/tests")
}

fn cases() -> usize {
    std::fs::read_dir(tests().join("cases")).map_or(0, |files| files.flatten().count())
}

/// The browser, with Node and the packages of the tests beside it; none where something is missing
/// and cannot be installed, which is said.
fn ready() -> Option<String> {
    if browser().is_none() || !works(Command::new("npm").arg("--version")) {
        let install = || {
            works(
                Command::new("apt-get")
                    .args(["install", "-y", "--no-install-recommends"])
                    .args(PACKAGES),
            )
        };
        if !install() {
            println!(
                "Chromium or Node is not here and could not be installed; on Debian \
                 `apt-get install {}` brings them",
                PACKAGES.join(" ")
            );
            return None;
        }
    }
    let browser = browser()?;
    let installed = || tests().join("node_modules/playwright-core").is_dir();
    let install = || {
        let mut npm = Command::new("npm");
        npm.args(["ci", "--no-audit", "--no-fund"]).current_dir(tests());
        works(&mut npm)
    };
    if installed() || install() && installed() {
        return Some(browser);
    }
    println!("the packages of web/tests could not be installed (`npm ci` there says why)");
    None
}

fn browser() -> Option<String> {
    let named = std::env::var("CHROMIUM").ok();
    let known = BROWSERS.iter().map(|b| (*b).to_owned());
    named
        .into_iter()
        .chain(known)
        .find_map(|name| works(Command::new(&name).arg("--version")).then(|| path_of(&name)))
}

/// The whole path of a program, which the driver of the browser wants.
fn path_of(name: &str) -> String {
    let paths = std::env::var_os("PATH").unwrap_or_default();
    let found = std::env::split_paths(&paths).map(|p| p.join(name)).find(|p| p.is_file());
    found.map_or_else(|| name.to_owned(), |p| p.display().to_string())
}

struct Served {
    child: Child,
    address: String,
}

/// Serves the example on a free port; its first line tells the address.
fn serve(store: &str) -> Result<Served, Failure> {
    let args = [
        "serve",
        "--store",
        store,
        "--guest",
        "--listen",
        "127.0.0.1:0",
        "--lang",
        "en",
        "--rate",
        "0",
    ];
    let mut command = hudna(&args);
    command.stdout(Stdio::piped()).env("HUDNA_MODEL", "none");
    let mut child =
        command.spawn().map_err(|why| Failure(format!("cannot start the server: {why}")))?;
    let out = child.stdout.take().expect("its output was asked for");
    let mut line = String::new();
    let read = BufReader::new(out).read_line(&mut line);
    let address = line.split_whitespace().find(|word| word.starts_with("http"));
    match (read, address) {
        (Ok(_), Some(address)) => Ok(Served { child, address: address.to_owned() }),
        _ => {
            let _ = child.kill();
            Err(Failure(format!("the server did not say where it listens: {line}")))
        }
    }
}
