//! `hudna eval areas|alarms|outlook|silence`: counts of one's own, and what is said without data.

use std::path::Path;

use crate::run::{check, folder, run};

fn write(dir: &Path, name: &str, text: &str) -> String {
    let path = dir.join(name);
    std::fs::write(&path, text).expect("written");
    path.to_str().expect("UTF-8").to_owned()
}

/// Sixty days at three or four a day, then a truce with nothing.
fn counts() -> String {
    let mut out = "area,date,events,deaths\n".to_owned();
    for at in 0..80 {
        let (month, day) = (1 + at / 28, 1 + at % 28);
        let events = if at < 60 { 3 + at % 2 } else { 0 };
        out += &format!("a,2019-{month:02}-{day:02},{events},0\n");
    }
    out
}

#[test]
fn states_alarms_and_outlooks_of_counts_of_ones_own() {
    let dir = folder();
    let counts = write(dir.path(), "counts.csv", &counts());
    let truce = write(dir.path(), "truce.csv", "area,start,end\n*,2019-03-05,2019-03-20\n");
    let eval = |what: &str| {
        let ran = run(&["eval", what, "--counts", &counts, "--truce", &truce]);
        check(&ran, 0, &[]);
        ran.lines()
    };
    let areas = eval("areas");
    assert_eq!(areas.len(), 16, "a line a day");
    let last = &areas[15];
    assert_eq!((&last["area"], &last["date"]), (&"a".into(), &"2019-03-20".into()));
    assert_eq!((&last["class"], &last["no_data"]), (&"holding".into(), &serde_json::Value::Null));
    let chances = &last["chances"];
    let sum: f64 = ["holding", "strained", "collapsed"]
        .iter()
        .map(|c| chances[c].as_f64().expect("a number"))
        .sum();
    assert!((sum - 1.0).abs() < 1e-5, "{chances}");
    let alarms = eval("alarms");
    assert_eq!(alarms.len(), 16);
    assert!(alarms.iter().all(|l| l["crossed"] == false && l["statistic"].is_number()));
    let outlook = eval("outlook");
    assert_eq!(outlook.len(), 3 * 16);
    assert!(outlook[2]["high"].as_u64() >= outlook[0]["high"].as_u64());
}

#[test]
fn bad_lines_are_named_and_the_rest_is_told() {
    let dir = folder();
    let counts = write(dir.path(), "counts.csv", &(counts() + "a,someday,1,0\n"));
    let truce =
        write(dir.path(), "truce.csv", "area,start,end\na,2019-03-05,2019-03-20\nb,2019-03-05,\n");
    let ran = run(&["eval", "areas", "--counts", &counts, "--truce", &truce]);
    let said = [
        "counts.csv:82: \"someday\" is not a day",
        "truce.csv:3: there are no counts of \"b\"",
        "2 refused",
    ];
    check(&ran, 1, &said);
    assert_eq!(ran.lines().len(), 16);
}

#[test]
fn without_data_it_says_which_folder_is_meant() {
    let dir = folder();
    let absent = dir.path().join("absent");
    let absent = absent.to_str().expect("UTF-8");
    for what in ["areas", "alarms", "outlook", "silence"] {
        let ran = run(&["eval", what, "--conflict", absent]);
        check(&ran, 2, &[absent, "there is no such folder", "HUDNA_CONFLICT"]);
    }
}

#[test]
fn counts_without_truces_are_refused() {
    let dir = folder();
    let counts = write(dir.path(), "counts.csv", &counts());
    let ran = run(&["eval", "areas", "--counts", &counts]);
    check(&ran, 2, &["--truce"]);
    let ran = run(&["eval", "areas", "--counts", &counts, "--truce", &counts]);
    check(&ran, 2, &["columns are missing", "area,start,end"]);
}

#[test]
fn sources_are_told_on_all_their_days_without_truces() {
    let dir = folder();
    let counts = write(dir.path(), "counts.csv", &counts());
    let ran = run(&["eval", "silence", "--counts", &counts]);
    check(&ran, 0, &[]);
    let lines = ran.lines();
    assert_eq!(lines.len(), 80);
    assert_eq!((&lines[0]["silent"], &lines[0]["date"]), (&false.into(), &"2019-01-01".into()));
    let found = lines.iter().position(|l| l["silent"] == true).expect("twenty days of nothing");
    assert!((60..63).contains(&found), "{found}");
    assert_eq!(lines[found]["why"], "dead");
}
