//! Readers that go away, places that cannot be written to, and every machine form.

use std::process::Stdio;

use crate::run::{check, example, folder, followed, hudna, on};

/// Nobody reads standard output or error: no panic, no message, no failure.
fn closed(words: &[&str]) {
    let mut command = hudna();
    command
        .args(words)
        .arg("--store")
        .arg(followed())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped());
    let mut child = command.spawn().expect("the binary runs");
    drop(child.stdout.take());
    let rest = child.wait_with_output().expect("it ends");
    let said = String::from_utf8_lossy(&rest.stderr);
    assert!(!said.contains("panicked"), "{words:?}: {said}");
    assert_eq!(rest.status.code(), Some(0), "{words:?}: {said}");
}

#[test]
fn a_closed_standard_output() {
    for words in [
        &["areas", "--format", "table"][..],
        &["incidents", "--format", "csv"],
        &["followups", "--format", "jsonl"],
        &["why", "S1", "--format", "table"],
        &["brief", "--format", "html"],
        &["verify"],
    ] {
        closed(words);
    }
}

#[test]
fn a_closed_standard_error() {
    for words in [&["read", "/nowhere/at-all"][..], &["why", "nothing"], &["read", "-"]] {
        let mut command = hudna();
        command
            .args(words)
            .arg("--store")
            .arg(followed())
            .stderr(Stdio::piped())
            .stdout(Stdio::null());
        let mut child = command.spawn().expect("the binary runs");
        drop(child.stderr.take());
        let code = child.wait().expect("it ends").code();
        assert!(matches!(code, Some(1 | 2)), "{words:?}: {code:?}");
    }
}

/// What was not written was not done.
#[test]
#[cfg(target_os = "linux")]
fn a_full_standard_output() {
    let full = std::fs::File::options().write(true).open("/dev/full").expect("the device");
    let mut command = hudna();
    let ran = command.arg("areas").arg("--store").arg(followed()).stdout(full).output();
    let ran = ran.expect("the binary runs");
    assert_eq!(ran.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&ran.stderr).contains("standard output"));
}

#[test]
fn every_list_in_every_machine_form() {
    for list in ["areas", "incidents", "tolls", "followups", "sources"] {
        let json = on(followed(), &[list, "--format", "json"]);
        check(&json, 0, &[]);
        let total = json.json()[list].as_array().expect("a list").len();
        assert!(total > 0, "{list}");
        assert_eq!(json.out, on(followed(), &[list]).out, "JSON where there is no terminal");
        let lines = on(followed(), &[list, "--format", "jsonl"]);
        check(&lines, 0, &[]);
        assert_eq!(lines.lines().len(), total);
        let csv = on(followed(), &[list, "--format", "csv"]);
        check(&csv, 0, &[]);
        assert_eq!(rows(&csv.out), total + 1, "{list}: {}", csv.out);
    }
}

/// Rows of a CSV text; every row has as many cells as the header.
fn rows(csv: &str) -> usize {
    let (mut rows, mut cells, mut width, mut quoted) = (0, 1, None, false);
    for c in csv.chars() {
        match c {
            '"' => quoted = !quoted,
            ',' if !quoted => cells += 1,
            '\n' if !quoted => {
                assert_eq!(*width.get_or_insert(cells), cells, "row {rows}");
                (rows, cells) = (rows + 1, 1);
            }
            _ => {}
        }
    }
    assert!(!quoted);
    rows
}

#[test]
fn filters_leave_less_and_say_of_how_many() {
    let ran = on(followed(), &["areas", "--state", "collapsed"]);
    let told = ran.json();
    let list = told["areas"].as_array().expect("a list");
    assert!(list.iter().all(|a| a["status"] == "collapsed") && !list.is_empty());
    assert!(told["total"].as_u64() > told["shown"].as_u64());
    let none = on(followed(), &["incidents", "--from", "2030-01-01"]);
    check(&none, 0, &[]);
}

#[test]
fn a_brief_that_cannot_be_written() {
    let dir = folder();
    let file = dir.path().join("file");
    std::fs::write(&file, "x").expect("written");
    let out = file.join("below").display().to_string();
    check(&on(followed(), &["brief", "--out", &out]), 2, &["--out"]);
    let store = folder();
    let story = example().display().to_string();
    check(&on(store.path(), &["follow", &story, "--out", &out]), 2, &["--out"]);
    check(&on(store.path(), &["verify", "--derived"]), 0, &[]);
}

#[test]
fn receipts_of_ingest() {
    let (dir, store) = (folder(), folder());
    let path = dir.path().join("f.jsonl");
    std::fs::write(&path, "{\"id\":\"1\",\"text\":\"قتل ثلاثة في حلب\"}\nbad\n").expect("written");
    let path = path.to_str().expect("UTF-8");
    let words = [
        "ingest",
        "--source",
        "s",
        "--received",
        "2016-05-03T10:00:00Z",
        "--format",
        "jsonl",
        path,
    ];
    let outcomes = |ran: &crate::run::Ran| -> Vec<String> {
        check(ran, 1, &["1 rejected"]);
        ran.lines().iter().map(|r| r["outcome"].as_str().expect("an outcome").to_owned()).collect()
    };
    assert_eq!(outcomes(&on(store.path(), &words)), ["stored", "rejected"]);
    assert_eq!(outcomes(&on(store.path(), &words)), ["duplicate", "rejected"]);
    check(&on(store.path(), &["verify", "--derived"]), 0, &[]);
}

#[test]
fn the_data_of_the_binary_are_sound() {
    check(&crate::run::run(&["check-data"]), 0, &[]);
    check(&crate::run::run(&["check-data", "/nowhere"]), 2, &["/nowhere"]);
}
