//! Counts of one's own beside the story's, and days told as they were.

use std::path::{Path, PathBuf};

use serde_json::Value;

use crate::run::{check, copy, on};

fn write(dir: &Path, name: &str, text: &str) -> PathBuf {
    let path = dir.join(name);
    std::fs::write(&path, text).expect("written");
    path
}

fn aleppo(store: &Path) -> Value {
    let ran = on(store, &["areas", "--area", "sy-aleppo"]);
    check(&ran, 0, &[]);
    ran.json()["areas"][0].clone()
}

#[test]
fn counts_come_in_beside_and_go_when_undone() {
    let dir = copy();
    let store = dir.path();
    let before = aleppo(store);
    let text = "area,date,events,deaths\nAleppo,2016-05-01,4,1\nsy-idlib,2016-05-01,2,1\n\
                nowhere,2016-05-01,2,1\nsy-idlib,2016-05-01,2,1\n";
    let file = write(store, "own.csv", text);
    let file = file.to_str().expect("UTF-8");
    let words = [
        "import", "counts", file, "--series", "own", "--source", "Centre", "--delay", "0", "--by",
        "Ann",
    ];
    let ran = on(store, &words);
    check(&ran, 1, &["own.csv:4:", "nowhere"]);
    let told = ran.json();
    let units = [&told["read"], &told["stored"], &told["duplicate"]];
    assert_eq!(units, [&Value::from(4), &Value::from(2), &Value::from(1)]);
    check(&on(store, &words), 2, &["stands already"]);
    let now = aleppo(store);
    assert_eq!((&now["status"], &now["coverage"]), (&before["status"], &before["coverage"]));
    assert_eq!(now["beside"][0]["last_events"], 4.0);
    for lang in ["en", "ar"] {
        let table = on(store, &["areas", "--format", "table", "--lang", lang]);
        check(&table, 0, &[]);
        assert!(table.out.contains("Centre") && !table.out.contains('⟨'), "{}", table.out);
        let why = on(store, &["why", "sy-aleppo", "--format", "table", "--lang", lang]);
        check(&why, 0, &[]);
        assert!(why.out.contains("Centre"), "{}", why.out);
    }
    let rows = on(store, &["why", "counts:own:sy-aleppo:2016-05-01"]);
    check(&rows, 0, &[]);
    assert_eq!(rows.json()["why"][0]["data"]["rows"][0]["line"], 2);
    check(&on(store, &["why", "counts:own"]), 0, &[]);
    let entry = told["entered"][0]["entry"].to_string();
    let undo = on(store, &["decide", "undo", &entry, "--by", "Ann", "--why", "mistaken"]);
    check(&undo, 0, &[]);
    assert_eq!(aleppo(store), before);
}

#[test]
fn events_of_ucdp_become_a_series() {
    let dir = copy();
    let store = dir.path();
    let head = "type_of_violence,dyad_name,adm_1,date_start,date_end,best\n";
    let known = "1,Government of Syria - Syrian insurgents,Aleppo Governorate,2016-04-30,2016-05-01,4\n\
                 1,Government of Syria - Syrian insurgents,,2016-05-01,2016-05-01,4\n";
    let file = write(store, "ged.csv", &format!("{head}{known}"));
    let words = ["import", "ucdp", file.to_str().expect("UTF-8"), "--delay", "0", "--by", "Ann"];
    let ran = on(store, &words);
    check(&ran, 0, &[]);
    let told = ran.json();
    assert_eq!((&told["stored"], &told["without_area"]), (&1.into(), &1.into()));
    assert_eq!(aleppo(store)["beside"][0]["last_events"], 1.0);
    let strange = "1,Army of X - Y,Aleppo Governorate,2016-05-01,2016-05-01,4\n";
    let file = write(store, "other.csv", &format!("{head}{strange}"));
    let file = file.to_str().expect("UTF-8");
    let words = ["import", "ucdp", file, "--series", "other", "--by", "Ann"];
    check(&on(store, &words), 2, &["--dyad", "Army of X - Y"]);
    check(&on(store, &[&words[..], &["--dyad", "Army of X - Y"]].concat()), 0, &[]);
}

#[test]
fn days_are_told_as_they_were_then() {
    let dir = copy();
    let store = dir.path();
    let words = ["replay", "--from", "2016-04-30", "--to", "2016-05-03"];
    let ran = on(store, &words);
    check(&ran, 0, &[]);
    let days = ran.lines();
    let dates: Vec<&str> = days.iter().filter_map(|d| d["date"].as_str()).collect();
    assert_eq!(dates, ["2016-04-30", "2016-05-01", "2016-05-02", "2016-05-03"]);
    let areas = days[3]["areas"].as_array().expect("areas");
    let last = areas.iter().find(|a| a["area"] == "sy-aleppo").expect("Aleppo");
    let now = aleppo(store);
    assert_eq!((&last["status"], &last["ratio"]), (&now["status"], &now["ratio"]));
    for lang in ["en", "ar"] {
        let table = [&words[..], &["--format", "table", "--lang", lang]].concat();
        let table = on(store, &table);
        check(&table, 0, &[]);
        assert!(table.out.contains('!') && !table.out.contains('⟨'), "{}", table.out);
    }
    let late = ["replay", "--from", "2016-04-30", "--to", "2016-05-04"];
    check(&on(store, &late), 2, &["2016-05-03"]);
    check(&on(store, &[&words[..], &["--step", "0d"]].concat()), 2, &["1d"]);
    check(&on(store, &[&words[..], &["--area", "nowhere"]].concat()), 2, &["nowhere"]);
}
