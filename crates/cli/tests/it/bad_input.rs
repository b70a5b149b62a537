//! Input that cannot be used: what, where, why and what to do; and the exit status.

use std::path::Path;

use crate::run::{Ran, check, fed, folder, followed, hudna, on, run, story};

fn follow(story: &Path) -> (Ran, bool) {
    let dir = folder();
    let store = dir.path().join("store");
    let ran = on(&store, &["follow", story.to_str().expect("UTF-8"), "--format", "json"]);
    (ran, store.exists())
}

/// A story that cannot be used leaves no store behind.
fn refused(story: &Path, said: &[&str]) {
    let (ran, left) = follow(story);
    check(&ran, 2, said);
    assert!(!left, "no store is left behind");
    assert_eq!(ran.out, "");
}

fn with_bytes(bytes: &[u8], said: &[&str]) {
    let dir = folder();
    std::fs::write(dir.path().join("story.toml"), bytes).expect("written");
    refused(dir.path(), said);
}

#[test]
fn a_story_that_is_not_there() {
    refused(Path::new("/nowhere/at-all"), &["/nowhere/at-all", "no such file"]);
    refused(folder().path(), &["story.toml", "no such file", "examples/syria-2016"]);
}

#[test]
fn a_story_that_is_no_story() {
    with_bytes(b"", &["story.toml: the file is empty"]);
    with_bytes(b"id = \"a\"\nname = \xff\xfe\n", &["story.toml:2: not UTF-8", "convert"]);
    with_bytes(b"id = \"a\"\n\nthis is no TOML\n", &["story.toml:3: "]);
    with_bytes(b"id = \"a\"\n", &["story.toml", "missing field"]);
    with_bytes(b"\0\0\0\0", &["story.toml:1: "]);
}

#[test]
fn a_story_that_says_what_it_may_not() {
    let change = |from: &str, to: &str, said: &[&str]| refused(story(from, to).path(), said);
    change(
        "agreement = \"syria-coh-2016\"",
        "agreement = \"minsk\"",
        &["story.toml:4: there is no agreement \"minsk\"", "known are: ", "syria-coh-2016"],
    );
    change(
        "as_of = \"2016-05-03T21:00:00+03:00\"",
        "as_of = \"soon\"",
        &["story.toml:3: ", "soon"],
    );
    change("source = \"wire-b\"", "source = \"wire-z\"", &["\"wire-z\"", "add it as [[source]]"]);
    change("kind = \"wire\"", "kind = \"tea leaves\"", &["story.toml:", "tea leaves"]);
    change("received_after_days = 0", "received_after_days = 9223372036854775807", &["3650"]);
    change("reports/01-evacuation-four-towns.txt", "/etc/hostname", &["not inside the story"]);
    change("reports/01-evacuation-four-towns.txt", "../../secret", &["not inside the story"]);
    change("file = \"counts.csv\"", "file = \"../counts.csv\"", &["not inside the story"]);
    change(
        "[[decision]]\nkind = \"confirm\"",
        "[[decision]]\nkind = \"deny\"",
        &["known is: confirm"],
    );
}

#[test]
fn counts_that_are_no_counts() {
    let with = |bytes: &[u8], said: &[&str]| {
        let dir = story("id", "id");
        std::fs::write(dir.path().join("counts.csv"), bytes).expect("written");
        check(&follow(dir.path()).0, 2, said);
    };
    const HEADER: &str = "area,date,events_between_parties,events_other,deaths_best\n";
    with(b"", &["counts.csv", "empty", "begins with"]);
    with(b"\xff", &["counts.csv", "not UTF-8"]);
    with(b"a,b\n", &["counts.csv", "line 1"]);
    with(format!("{HEADER}sy-aleppo,2016-02-30,1,1,1\n").as_bytes(), &["counts.csv", "2016-02-30"]);
    with(
        format!("{HEADER}atlantis,2016-02-20,1,1,1\n").as_bytes(),
        &["counts.csv:2: ", "atlantis"],
    );
    with(format!("{HEADER}sy-aleppo,2016-02-20,NaN,1,1\n").as_bytes(), &["line 2", "NaN"]);
}

/// A report that cannot be used is named, the rest goes on, and the status says so.
fn one_rejected(spoil: impl Fn(&Path), why: &str) {
    let name = "reports/13-latakia.txt";
    let dir = story("id", "id");
    spoil(&dir.path().join(name));
    let (ran, _) = follow(dir.path());
    check(&ran, 1, &[]);
    let told = ran.json();
    let counts = &told["counts"];
    assert_eq!(counts["rejected"], 1);
    let sum = ["stored", "duplicate", "rejected"].map(|k| counts[k].as_u64().expect("a number"));
    assert_eq!(counts["units"].as_u64(), Some(sum.iter().sum()));
    let receipts = told["receipts"].as_array().expect("receipts");
    let bad = receipts.iter().find(|r| r["outcome"] == "rejected").expect("one is rejected");
    assert_eq!(bad["label"], name);
    assert!(bad["why"].as_str().expect("a reason").contains(why), "{bad}");
    assert!(!bad["remedy"].as_str().expect("a remedy").is_empty(), "{bad}");
}

#[test]
fn a_report_that_cannot_be_used() {
    one_rejected(|path| std::fs::remove_file(path).expect("removed"), "no such file");
    one_rejected(|path| std::fs::write(path, b"").expect("written"), "empty");
    one_rejected(|path| std::fs::write(path, b"one\n\xff").expect("written"), "not UTF-8 (line 2");
    one_rejected(|path| std::fs::write(path, b"a\0").expect("written"), "zero bytes");
    let folder_instead = |path: &Path| {
        std::fs::remove_file(path).expect("removed");
        std::fs::create_dir(path).expect("made");
    };
    one_rejected(folder_instead, "13-latakia.txt");
}

#[test]
fn a_rejected_report_is_named_for_people_too() {
    let dir = story("id", "id");
    std::fs::write(dir.path().join("reports/13-latakia.txt"), b"").expect("written");
    let store = folder();
    let ran =
        on(store.path(), &["follow", dir.path().to_str().expect("UTF-8"), "--format", "table"]);
    check(&ran, 1, &["reports/13-latakia.txt", "empty"]);
}

#[test]
fn words_that_are_no_options() {
    check(&run(&["areas", "--nonsense"]), 2, &["--nonsense"]);
    check(&run(&["frobnicate"]), 2, &["frobnicate"]);
    check(&run(&[]), 2, &[]);
    check(&run(&["areas", "--as-of", "yesterday"]), 2, &["yesterday", "2016-05-03T21:00:00+03:00"]);
    check(&run(&["areas", "--lang", "fr"]), 2, &["ar or en"]);
    check(&run(&["read"]), 2, &[]);
    check(&run(&["generate"]), 2, &["--reports"]);
    check(&run(&["generate", "--reports", "-1"]), 2, &[]);
    check(&run(&["--data", "/nowhere", "read", "x.txt"]), 2, &["/nowhere"]);
}

#[test]
fn days_that_are_none() {
    let list = |words: &[&str]| check(&on(followed(), words), 2, &["2016-05-03"]);
    list(&["incidents", "--from", "2016-13-01"]);
    list(&["incidents", "--to", "2016-02-30"]);
    list(&["tolls", "--from", "03/05/2016"]);
    list(&["tolls", "--to", ""]);
    check(&fed(&["read", "--published", "2016-02-30", "-"], b"text"), 2, &["2016-02-30"]);
    let store = folder();
    let words = ["ingest", "--published", "soon", "x.txt"];
    check(&on(&store.path().join("s"), &words), 2, &["soon"]);
    check(&on(&store.path().join("s"), &["ingest", "--received", "soon", "x"]), 2, &["soon"]);
    assert!(!store.path().join("s").exists());
}

#[test]
fn ids_that_nothing_has() {
    for id in ["INC-000000", "S100000", "S0", "counts:sy-aleppo:soon", "AREA-atlantis", "", "x"] {
        let shown = id.to_owned();
        check(&on(followed(), &["why", id]), 2, &[&shown]);
    }
    check(&on(followed(), &["incident", "AREA-sy-aleppo"]), 2, &["hudna incidents"]);
}

#[test]
fn filters_that_nothing_can_pass() {
    let told = |words: &[&str], said: &str| check(&on(followed(), words), 2, &[said]);
    told(&["areas", "--area", "atlantis"], "atlantis");
    told(&["areas", "--state", "calm"], "calm");
    told(&["incidents", "--act", "sorcery"], "sorcery");
    told(&["incidents", "--verdict", "guilty"], "guilty");
    told(&["followups", "--party", "nobody"], "nobody");
}

#[test]
fn a_store_may_be_named_by_the_environment() {
    let ran = hudna().arg("sources").env("HUDNA_STORE", followed()).output().expect("runs");
    assert_eq!(ran.status.code(), Some(0));
}
