//! People and roles on the command line, and claims that people add.

use crate::run::{check, copy, followed, on};

#[test]
fn people_come_by_a_link_and_go() {
    let dir = copy();
    let store = dir.path();
    let giving = ["--why", "the mission begins", "--by", "setup"];
    let run = |words: &[&str]| on(store, &[&["people"], words, &giving].concat());
    let made = run(&["add", "Rim", "--role", "administrator"]);
    check(&made, 0, &[]);
    let made = made.json();
    let id = made["person"].as_str().expect("an id").to_owned();
    assert_eq!(made["link"].as_str().map(str::len), Some(64));
    check(&run(&["add", "rim", "--role", "analyst"]), 2, &["somebody else's name"]);
    check(&run(&["add", "Sami", "--role", "monitor"]), 2, &["areas of their own"]);
    check(&run(&["add", "Sami", "--role", "monitor", "--area", "atlantis"]), 2, &["atlantis"]);
    check(&run(&["add", "Sami", "--role", "chief"]), 2, &["co-chair"]);
    check(&run(&["add", "Sami", "--role", "monitor", "--area", "sy-aleppo"]), 0, &[]);
    check(&run(&["role", "Rim", "analyst"]), 2, &["nobody else is administrator"]);
    check(&run(&["role", "Sami", "co-chair", "--party", "russia"]), 0, &[]);
    check(&run(&["close", "Sami"]), 0, &[]);
    check(&run(&["close", "Rim"]), 2, &["nobody else is administrator"]);
    let link = on(store, &["people", "link", "Rim"]).json();
    assert_eq!(link["person"], id.as_str());
    assert_ne!(link["link"], made["link"]);
    let words = ["people", "token", "Rim", "--label", "feed", "--right", "see-ledger"];
    let token = on(store, &words);
    check(&token, 0, &[]);
    assert!(token.json()["secret"].as_str().is_some_and(|s| s.starts_with("hudna_")));
    let list = on(store, &["people", "list", "--format", "json"]).json();
    assert_eq!((&list["total"], &list["mode"]), (&2.into(), &"normal".into()));
    let people = list["people"].as_array().expect("people");
    let sami = people.iter().find(|p| p["name"] == "Sami").expect("Sami");
    assert_eq!((&sami["role"], &sami["closed"]), (&"co_chair".into(), &true.into()));
    for lang in ["ar", "en"] {
        let table = on(store, &["people", "list", "--format", "table", "--lang", lang]);
        check(&table, 0, &[]);
        assert!(table.out.contains("Rim") && !table.out.contains('⟨'), "{}", table.out);
        // A story's store stands at the story's own time; people come after it.
        let late = ["decide", "list", "--as-of", "2999-01-01T00:00:00Z", "--format", "table"];
        let acts = on(store, &[&late[..], &["--lang", lang]].concat());
        assert!(acts.out.contains("Sami") && !acts.out.contains('⟨'), "{}", acts.out);
    }
    check(&on(store, &["verify", "--derived"]), 0, &[]);
    check(&on(store, &["decide", "undo", "0", "--why", "x", "--by", "y"]), 2, &[]);
    let entry = made["entry"].to_string();
    check(&on(store, &["decide", "undo", &entry, "--why", "x", "--by", "y"]), 2, &["not undone"]);
}

#[test]
fn the_mode_is_set_and_shown() {
    let dir = copy();
    let store = dir.path();
    let mode = |words: &[&str]| on(store, &[&["people", "mode"], words, &["--by", "Rim"]].concat());
    let because = ["--because", "the count is being checked"];
    check(&mode(&["open", because[0], because[1]]), 2, &["normal, read-only, closed"]);
    check(&mode(&["closed"]), 2, &["--why"]);
    check(&mode(&["closed", "--because", " "]), 2, &[]);
    check(&mode(&["normal", because[0], because[1]]), 2, &["is that already"]);
    let set = mode(&["read-only", because[0], because[1]]);
    check(&set, 0, &[]);
    assert_eq!((&set.json()["kind"], &set.json()["about"]), (&"mode".into(), &"mode".into()));
    let list = on(store, &["people"]).json();
    assert_eq!((&list["mode"], &list["mode_why"]), (&"read_only".into(), &because[1].into()));
    for (lang, name) in [("ar", "للقراءة فقط"), ("en", "read only")] {
        let table = on(store, &["people", "list", "--format", "table", "--lang", lang]);
        check(&table, 0, &[]);
        assert!(table.out.contains(name) && table.out.contains(because[1]), "{}", table.out);
    }
    check(&mode(&["normal", "--why", "it is done"]), 0, &[]);
    assert_eq!(on(store, &["people", "list"]).json()["mode"], "normal");
    check(&on(store, &["verify", "--derived"]), 0, &[]);
}

#[test]
fn a_claim_that_was_missed_is_added_and_goes_out() {
    let dir = copy();
    let store = dir.path();
    let reports = on(store, &["reports"]).json();
    let report = reports["reports"][0]["id"].as_str().expect("an id").to_owned();
    let add = |words: &[&str]| {
        let why = ["--why", "it was missed", "--by", "Rim"];
        on(store, &[&["decide", "add", &report], words, &why].concat())
    };
    check(&add(&["0", "0", "truce", "event=violated"]), 2, &["no words"]);
    check(&add(&["0", "10", "truce", "event"]), 2, &["field=value"]);
    check(&add(&["0", "10", "weather", "act=rain"]), 2, &["no kind of claim"]);
    let made = add(&["0", "10", "truce", "event=violated", "place=sy-aleppo"]);
    check(&made, 0, &[]);
    let made = made.json();
    let claim = made["about"].as_str().expect("a claim").to_owned();
    assert_eq!(made["kind"], "added");
    let why = on(store, &["why", &claim, "--format", "table"]);
    check(&why, 0, &[]);
    assert!(why.out.contains("Rim") && !why.out.contains('⟨'), "{}", why.out);
    let file = store.join("people.jsonl");
    let file = file.to_str().expect("UTF-8");
    check(&on(store, &["export", "gold", "--out", file]), 0, &["annotated reports"]);
    check(&on(store, &["eval", "read", "--gold", file]), 0, &[]);
    let printed = on(store, &["export", "gold"]);
    let row = printed.lines().into_iter().find(|r| r["id"] == report.as_str()).expect("a row");
    assert!(row["facts"].as_array().expect("facts").iter().any(|f| f["event"] == "violated"));
    let undo = ["decide", "undo", &made["entry"].to_string(), "--why", "x", "--by", "Rim"];
    check(&on(store, &undo), 0, &[]);
    check(&on(followed(), &["export", "gold", "--whole"]), 0, &["annotated reports"]);
    check(&on(store, &["verify", "--derived"]), 0, &[]);
}
