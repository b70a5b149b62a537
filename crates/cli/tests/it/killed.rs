//! Killed at any moment: what was acknowledged is there, what is there verifies, and work goes on.

use std::path::Path;
use std::process::{Child, Stdio};
use std::time::Duration;

use crate::run::{check, example, folder, hudna, on};

fn begin(store: &Path, words: &[&str]) -> Child {
    let mut command = hudna();
    command.args(words).arg("--store").arg(store).stdout(Stdio::null()).stderr(Stdio::null());
    command.spawn().expect("the binary runs")
}

/// SIGKILL after a while; how long is chance anyway.
fn kill(mut child: Child, after: u64) {
    std::thread::sleep(Duration::from_millis(after));
    child.kill().expect("the process is ours");
    child.wait().expect("it is gone");
}

fn entries(store: &Path) -> u64 {
    let ran = on(store, &["verify", "--format", "json"]);
    check(&ran, 0, &[]);
    ran.json()["entries"].as_u64().expect("a number")
}

#[test]
fn while_it_appends() {
    let store = folder();
    let (mut acknowledged, mut before) = (0, 0);
    for round in 0..10 {
        check(&on(store.path(), &["generate", "--reports", "5"]), 0, &[]);
        acknowledged += 5;
        kill(begin(store.path(), &["generate", "--reports", "10000000"]), 20 + 23 * round);
        let now = entries(store.path());
        assert!(now >= acknowledged && now >= before + 5, "{now} after {before}");
        // Groups are whole or not there.
        assert_eq!((now - acknowledged) % 1000, 0);
        before = now;
    }
    assert!(before > acknowledged, "some kills came while it wrote");
}

#[test]
fn while_it_makes_the_store() {
    for round in 0..12 {
        let store = folder();
        kill(begin(store.path(), &["generate", "--reports", "10000000"]), round);
        let ran = on(store.path(), &["verify"]);
        if ran.code == 3 {
            let nothing_yet = ["there is no store", "operator.vkey", "is empty"];
            let said = (&ran.out, &ran.err);
            assert!(nothing_yet.iter().any(|part| ran.err.contains(part)), "{said:?}");
        } else {
            check(&ran, 0, &[]);
        }
        check(&on(store.path(), &["generate", "--reports", "5"]), 0, &[]);
        assert!(entries(store.path()) >= 5);
        check(&on(store.path(), &["verify", "--derived"]), 0, &[]);
    }
}

#[test]
fn while_it_follows() {
    let whole = crate::run::followed();
    let (story, whole) = (example(), entries(whole));
    for round in 0..4 {
        let store = folder();
        kill(begin(store.path(), &["follow", story.to_str().expect("UTF-8")]), 150 + 150 * round);
        if store.path().join("hudna.db").exists() {
            check(&on(store.path(), &["verify", "--derived"]), 0, &[]);
        }
        check(&on(store.path(), &["follow", story.to_str().expect("UTF-8")]), 0, &[]);
        assert_eq!(entries(store.path()), whole, "nothing is lost and nothing twice");
        check(&on(store.path(), &["verify", "--derived"]), 0, &[]);
    }
}

/// Two that write into one store at once both end well.
#[test]
fn two_at_once() {
    let store = folder();
    let story = example();
    let words = ["follow", story.to_str().expect("UTF-8")];
    let mut both = [begin(store.path(), &words), begin(store.path(), &words)];
    for child in &mut both {
        assert_eq!(child.wait().expect("it ends").code(), Some(0));
    }
    let mut four = [1, 2, 3, 4].map(|_| begin(store.path(), &["generate", "--reports", "3000"]));
    for child in &mut four {
        assert_eq!(child.wait().expect("it ends").code(), Some(0));
    }
    let reports = on(store.path(), &["incidents"]).json()["total"].clone();
    assert_eq!(reports, on(crate::run::followed(), &["incidents"]).json()["total"]);
    assert!(entries(store.path()) >= 12_000 + entries(crate::run::followed()));
    check(&on(store.path(), &["verify", "--derived"]), 0, &[]);
}
