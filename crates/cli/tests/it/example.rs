//! The reference story, as its issue says that it must come out.

use serde_json::Value;

use crate::run::{check, example, folder, followed, items, on};

fn area(id: &str) -> Value {
    let list = items(&["areas"], "areas");
    list.into_iter().find(|a| a["area"] == id).expect("the area is listed")
}

/// The state and the ratio of an area, and where its why ends.
fn state(id: &str, status: &str, ratio: Option<f64>) {
    let told = area(id);
    assert_eq!(told["status"], status, "{told}");
    if let Some(ratio) = ratio {
        assert_eq!(told["ratio"].as_f64(), Some(ratio), "{told}");
    }
    let why = on(followed(), &["why", told["id"].as_str().expect("an id")]);
    check(&why, 0, &[]);
    let mut ends = Vec::new();
    leaves(&why.json()["why"][0], &mut ends);
    assert!(ends.iter().any(ends_in_counts), "{id} rests on no counts: {ends:?}");
    for end in &ends {
        let hash = end["data"]["sha256"].as_str();
        // What is said of an incident cites the claims that stand beside it.
        let known = ["reason", "counts", "judgement", "origin", "link", "decision", "act"]
            .contains(&end["kind"].as_str().unwrap_or(""));
        assert!(known || hash.is_some_and(|h| h.len() == 64), "an open end: {end}");
    }
}

fn ends_in_counts(end: &Value) -> bool {
    let data = &end["data"];
    end["kind"] == "counts"
        && data["file"] == "counts.csv"
        && data["sha256"].as_str().is_some_and(|hash| hash.len() == 64)
        && data["rows"].as_array().is_some_and(|rows| !rows.is_empty())
}

fn leaves(node: &Value, out: &mut Vec<Value>) {
    let below = node["rests_on"].as_array().expect("a list");
    if below.is_empty() {
        out.push(node.clone());
    }
    below.iter().for_each(|n| leaves(n, out));
}

#[test]
fn aleppo_has_collapsed() {
    state("sy-aleppo", "collapsed", Some(1.44));
}

#[test]
fn latakia_is_strained_though_its_last_week_is_low() {
    state("sy-latakia", "strained", Some(0.33));
}

#[test]
fn deir_ez_zor_is_not_covered() {
    state("sy-deir-ez-zor", "not_covered", None);
}

#[test]
fn nobody_can_tell_of_tartus() {
    state("sy-tartus", "no_data", None);
}

#[test]
fn the_sum_of_rows_is_the_number_shown() {
    let told = area("sy-aleppo");
    let id = &told["reasons"][0]["rests_on"];
    let id = id.as_array().expect("ids").iter().find_map(|i| i.as_str()).expect("an id");
    let why = on(followed(), &["why", id]).json();
    let counts = &why["why"][0]["data"];
    let rows = counts["rows"].as_array().expect("rows");
    let lines: Vec<String> = std::fs::read_to_string(example().join("counts.csv"))
        .expect("counts")
        .lines()
        .map(str::to_owned)
        .collect();
    let mut sum = 0.0;
    for row in rows {
        let line = &lines[row["line"].as_u64().expect("a line") as usize - 1];
        let start = format!("sy-aleppo,{},", row["row"]["date"].as_str().expect("a day"));
        assert!(line.starts_with(&start), "{line}");
        sum += row["row"]["events_between_parties"].as_f64().expect("a count");
    }
    let told = counts["events_between_parties"].as_f64().expect("a sum");
    assert!((told - sum).abs() < 0.01, "{told} and {sum}");
}

/// The promise that a report tells with these words.
fn promise(what: &str, words: &str) -> Value {
    let list = items(&["followups"], "followups");
    let told =
        |f: &&Value| f["what"] == what && f["words"].as_str().is_some_and(|w| w.contains(words));
    list.iter().find(told).unwrap_or_else(|| panic!("\"{words}\" is not to {what}")).clone()
}

/// Open, without a date, and with the word that was used instead.
fn undated(promise: &Value) {
    assert_eq!(promise["status"], "undated", "{promise}");
    assert_eq!((&promise["due"]["start"], &promise["due"]["end"]), (&Value::Null, &Value::Null));
    assert_eq!(promise["due"]["words"], "قريبا", "{promise}");
}

#[test]
fn the_support_group_is_to_meet_and_nobody_said_when() {
    undated(&promise("meet", "المجموعة"));
}

#[test]
fn the_envoy_is_to_brief_the_council() {
    let told = promise("brief", "مجلس الأمن");
    undated(&told);
    assert_eq!(told["who"], "staffan-de-mistura", "{told}");
}

#[test]
fn the_council_is_the_one_to_be_briefed() {
    assert_eq!(promise("brief", "مجلس الأمن")["to"], "un-security-council");
}

#[test]
fn following_twice() {
    let (store, out) = (folder(), folder());
    let words =
        ["follow", &example().display().to_string(), "--out", &out.path().display().to_string()];
    let first = on(store.path(), &[&words[..], &["--format", "json"]].concat());
    check(&first, 0, &[]);
    let (units, stored) = (&first.json()["counts"]["units"], &first.json()["counts"]["stored"]);
    assert!(units.as_u64() >= Some(12));
    assert_eq!(units, stored);
    let page = |name: &str| std::fs::read(out.path().join(name)).expect("the brief is there");
    let (html, json) = (page("brief.html"), page("brief.json"));

    let second = on(store.path(), &[&words[..], &["--format", "json"]].concat());
    check(&second, 0, &[]);
    assert_eq!(&second.json()["counts"]["duplicate"], units);
    assert_eq!((page("brief.html"), page("brief.json")), (html, json), "the brief is the same");
    check(&on(store.path(), &["verify", "--derived"]), 0, &[]);

    let table = on(store.path(), &[&words[..], &["--format", "table"]].concat());
    check(&table, 0, &[]);
    for part in ["Aleppo", "collapsed", "1.44", "not covered", "too little", "partly constructed"] {
        assert!(table.out.contains(part), "\"{part}\" is not in: {}", table.out);
    }
}

#[test]
fn an_earlier_time_shows_less() {
    let reports = |time: &str| {
        let ran = on(followed(), &["incidents", "--as-of", time]);
        check(&ran, 0, &[]);
        assert_eq!(ran.json()["as_of"], time);
        ran.json()["total"].as_u64().expect("a number")
    };
    assert_eq!(reports("2016-04-01T00:00:00Z"), 0);
    assert!(reports("2016-04-28T12:00:00Z") < reports("2016-05-03T18:00:00Z"));
}

#[test]
fn rebuilding_says_what_was_made() {
    let store = crate::run::copy();
    check(&on(store.path(), &["rebuild"]), 0, &[]);
    check(&on(store.path(), &["verify", "--derived"]), 0, &[]);
}
