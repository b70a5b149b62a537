//! `cargo xtask demo`: the example story followed, and what it gives.

use std::io::IsTerminal;
use std::net::TcpListener;
use std::time::Instant;

use crate::run::{Failure, Outcome, build, hudna, must, root};
use crate::tests::needs;

const STORY: &str = "examples/syria-2016";
const OUT: &str = "./hudna-demo";
const STORE: &str = "./hudna-demo/store";

/// Builds, follows the story (which shows the areas), shows open promises and the ledger, says where the brief is.
/// A second run finds every report a duplicate and ends as well.
pub fn run() -> Outcome {
    needs()?;
    heading("building hudna");
    build()?;
    heading(&format!("following {STORY}"));
    let begun = Instant::now();
    show(&["follow", STORY, "--store", STORE, "--out", OUT])?;
    println!("followed in {:.1} s", begun.elapsed().as_secs_f64());
    heading(
        "a claim that the trained model saw too, and one that it read alone, with their reasons",
    );
    reasons()?;
    heading("what was promised and is still open");
    show(&["followups", "--open", "--store", STORE])?;
    heading("the ledger, checked entry by entry");
    show(&["verify", "--derived", "--store", STORE])?;
    heading("the brief, Arabic beside English");
    say_where();
    heading("the pages");
    pages()
}

/// On a terminal the pages are served until somebody ends it; elsewhere it is said how.
fn pages() -> Outcome {
    let args = ["serve", "--guest", "--store", STORE];
    if !std::io::stdout().is_terminal() {
        println!("cargo run -q -p hudna-cli -- {}", args.join(" "));
        println!("serves them at http://127.0.0.1:8080; whoever comes is a guest analyst");
        return Ok(());
    }
    let free = (8080..8100).find(|port| TcpListener::bind(("127.0.0.1", *port)).is_ok());
    let address = format!("127.0.0.1:{}", free.unwrap_or(0));
    let mut serve = hudna(&args);
    must(serve.args(["--listen", &address]), "the pages could not be served, see above")
}

/// Shows why the surest claim of each kind of reader stands.
fn reasons() -> Outcome {
    let args = ["follow", STORY, "--store", STORE, "--out", OUT, "--format", "json", "--quiet"];
    let out = hudna(&args).output().map_err(|why| Failure(format!("cannot start hudna: {why}")))?;
    let told: serde_json::Value = serde_json::from_slice(&out.stdout)
        .map_err(|why| Failure(format!("`hudna follow --format json` gave no JSON: {why}")))?;
    for who in ["both", "model"] {
        if let Some(claim) = told["claims"][who]["surest"].as_str() {
            show(&["why", claim, "--store", STORE])?;
        }
    }
    Ok(())
}

fn heading(title: &str) {
    println!("\n── {title}\n");
}

/// Shows a command and what it prints, laid out for people also where it is not a terminal.
fn show(args: &[&str]) -> Outcome {
    let shown = format!("hudna {}", args.join(" "));
    println!("$ {shown}");
    let failed = format!("`{shown}` did not end well, see above");
    must(hudna(args).args(["--format", "table"]), &failed)
}

fn say_where() {
    for (file, what) in [("brief.html", "open it in a browser"), ("brief.json", "for programs")] {
        println!("{}  ({what})", root().join("hudna-demo").join(file).display());
    }
    println!("\nWhere a figure or state comes from, down to sentence and hash:");
    println!("  cargo run -q -p hudna-cli -- why AREA-sy-aleppo --store {STORE}");
}
