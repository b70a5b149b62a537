//! An analyst's walk through the example story: merge, split, refute, reply, find, accept, slip a
//! date; every step an entry, every step undone.

use std::path::Path;

use serde_json::Value;

use crate::run::{Ran, check, copy, on};

/// Runs as somebody and gives the entry that was made.
fn enter(store: &Path, by: &str, words: &[&str]) -> Value {
    let ran = act(store, by, words);
    check(&ran, 0, &[]);
    let made = ran.lines().remove(0);
    assert!(made["entry"].as_u64().is_some() && made["by"] == by, "{made}");
    made
}

fn act(store: &Path, by: &str, words: &[&str]) -> Ran {
    on(store, &[words, &["--why", "the walk asks for it", "--by", by]].concat())
}

/// Exit status, and a part of what is said.
fn refused(store: &Path, by: &str, words: &[&str], code: i32, said: &str) {
    check(&act(store, by, words), code, &[said]);
}

fn list(store: &Path, words: &[&str], name: &str) -> Vec<Value> {
    let ran = on(store, words);
    check(&ran, 0, &[]);
    ran.json()[name].as_array().expect("a list").clone()
}

fn text(value: &Value) -> &str {
    value.as_str().expect("a text")
}

/// Undoes an entry.
fn undo(store: &Path, made: &Value) {
    enter(store, "Ann", &["decide", "undo", &made["entry"].to_string()]);
}

/// Every list as it stands, to be held against itself.
fn picture(store: &Path) -> Vec<Value> {
    let lists = [
        ["incidents", "incidents"],
        ["followups", "followups"],
        ["cases", "cases"],
        ["sources", "sources"],
        ["areas", "areas"],
        ["questions", "questions"],
    ];
    lists.iter().flat_map(|[command, name]| list(store, &[command], name)).collect()
}

#[test]
fn incidents_are_merged_parted_and_refuted_and_each_is_undone() {
    let dir = copy();
    let store = dir.path();
    let before = picture(store);
    let incidents = list(store, &["incidents"], "incidents");
    let [a, b, e, f] = [0, 1, 2, 3].map(|i| text(&incidents[i]["id"]));
    let several =
        incidents[4..].iter().find(|i| i["claims"].as_array().is_some_and(|c| c.len() > 1));
    let several = several.expect("an incident has several claims");
    let (c, d) = (text(&several["claims"][0]), text(&several["claims"][1]));
    let made = [
        enter(store, "Ann", &["decide", "same", a, b]),
        enter(store, "Ann", &["decide", "site-visit", text(&several["id"])]),
        enter(store, "Ann", &["decide", "different", c, d]),
        enter(store, "Ann", &["decide", "follows", e, f]),
        enter(store, "Ann", &["decide", "refute", e]),
        enter(store, "Ann", &["decide", "unverifiable", f]),
    ];
    let now = list(store, &["incidents"], "incidents");
    let holds = |i: &Value, id: &Value| i["claims"].as_array().is_some_and(|l| l.contains(id));
    let joined = |x: &Value, y: &Value| now.iter().any(|i| holds(i, x) && holds(i, y));
    assert!(joined(&incidents[0]["claims"][0], &incidents[1]["claims"][0]), "two are one");
    refused(store, "Ann", &["decide", "same", a, b], 2, "already");
    refused(store, "Ann", &["decide", "same", a, "INC-NONE00"], 2, "INC-NONE00");
    refused(store, "Ann", &["decide", "undo", "0"], 2, "nothing that a person entered");
    let why = on(store, &["why", e, "--format", "table", "--lang", "en"]);
    check(&why, 0, &[]);
    assert!(why.out.contains("refuted") && why.out.contains("the walk asks for it"), "{}", why.out);
    made.iter().rev().for_each(|entry| undo(store, entry));
    let last = made[0]["entry"].to_string();
    refused(store, "Ann", &["decide", "undo", &last], 2, "undone already");
    assert_eq!(picture(store), before, "nothing is left of it");
    let decided = list(store, &["decide", "list"], "decisions");
    assert!(decided.len() >= 12 && decided.iter().any(|d| !d["undone"].is_null()));
    check(&on(store, &["verify", "--derived"]), 0, &[]);
}

#[test]
fn an_exception_is_pleaded_judged_and_undone() {
    let dir = copy();
    let store = dir.path();
    let before = picture(store);
    let incidents = list(store, &["incidents", "--verdict", "possible_breach"], "incidents");
    let id = text(&incidents[0]["id"]);
    let plead = ["decide", "plead", id, "--exception", "self-defence", "--party", "russia"];
    let made = enter(store, "Ann", &[&plead[..], &["--shown", "attacked"]].concat());
    let now = list(store, &["incidents"], "incidents");
    let judged = now.iter().find(|i| i["id"] == id).expect("it is still told");
    let verdict = &judged["judgements"][0];
    assert_eq!(verdict["verdict"], "claimed_exception_unverified", "{verdict}");
    assert_eq!(verdict["exception"], "self-defence");
    undo(store, &made);
    assert_eq!(picture(store), before);
    refused(store, "Ann", &[&plead[..], &["--failed", "rain"]].concat(), 2, "rain");
    let other = ["decide", "plead", id, "--exception", "weather", "--party", "russia"];
    refused(store, "Ann", &other, 2, "weather");
}

#[test]
fn claims_are_confirmed_corrected_and_refused() {
    let dir = copy();
    let store = dir.path();
    let before = picture(store);
    let incidents = list(store, &["incidents"], "incidents");
    let claim = text(&incidents[0]["claims"][0]);
    let corrected = enter(store, "Ann", &["decide", "correct", claim, "place", "sy-latakia"]);
    let why = on(store, &["why", claim]).json();
    let filed = &why["why"][0]["data"]["filed"];
    assert_eq!(
        (&filed["claim"]["place"]["id"], &filed["reviewed"]),
        (&"sy-latakia".into(), &true.into())
    );
    refused(
        store,
        "Ann",
        &["decide", "correct", claim, "colour", "red"],
        2,
        "fields of this claim",
    );
    let refused_one = enter(store, "Ann", &["decide", "refuse", claim]);
    assert_eq!(on(store, &["why", claim]).json()["why"][0]["data"]["refused"], true);
    undo(store, &refused_one);
    undo(store, &corrected);
    assert_eq!(picture(store), before);
}

/// Opens a case and takes it to the board; gives its id.
fn to_the_board(store: &Path) -> String {
    let incident = text(&list(store, &["incidents"], "incidents")[0]["id"]).to_owned();
    let id = text(&enter(store, "Ann", &["case", "open", &incident])["about"]).to_owned();
    refused(store, "Ann", &["case", "board", &id], 2, "comes only after");
    refused(
        store,
        "Ann",
        &["case", "reply", &id, "denied", "--party", "syria-government"],
        2,
        "has not been told",
    );
    enter(store, "Ann", &["case", "notify", &id, "--party", "syria-government", "--hours", "24"]);
    refused(
        store,
        "Ann",
        &["case", "reply", &id, "none", "--party", "syria-government"],
        2,
        "has not run out",
    );
    refused(store, "Ann", &["case", "task", &id, "--who", "team 1"], 2, "has not replied");
    enter(store, "Ann", &["case", "reply", &id, "denied", "--party", "syria-government"]);
    enter(store, "Ann", &["case", "task", &id, "--who", "team 1"]);
    for step in ["report", "draft", "committee", "board"] {
        enter(store, "Ann", &["case", step, &id]);
    }
    id
}

#[test]
fn a_case_goes_from_reply_to_acceptance_with_two_people_and_both_keys() {
    let dir = copy();
    let store = dir.path();
    let before = picture(store);
    let id = to_the_board(store);
    enter(
        store,
        "Ann",
        &[
            "case",
            "find",
            &id,
            "violation",
            "--against",
            "syria-government",
            "--facts",
            "three mortar rounds fell",
            "--key",
            "russia",
        ],
    );
    refused(store, "Ann", &["case", "publish", &id, "public"], 4, "two different people");
    refused(store, "Ann", &["case", "second", &id], 4, "a second, different person");
    enter(store, "Bilal", &["case", "second", &id]);
    refused(store, "Ann", &["case", "publish", &id, "public"], 4, "dissent");
    enter(store, "Cleo", &["case", "dissent", &id, "--key", "united-states"]);
    enter(store, "Ann", &["case", "publish", &id, "public"]);
    enter(store, "Ann", &["case", "accept", &id, "reserved", "--party", "syria-government"]);
    enter(
        store,
        "Ann",
        &[
            "case",
            "action",
            &id,
            "--who",
            "syria-government",
            "--what",
            "withdraw guns",
            "--amount",
            "4",
            "--place",
            "sy-aleppo",
            "--due",
            "2016-05-10",
        ],
    );
    enter(store, "Ann", &["case", "remedy", &id, "1", "partly"]);
    let shown = on(store, &["case", "show", &id]).json();
    let case = &shown["case"];
    assert_eq!(case["stage"], "found");
    assert_eq!(case["finding"]["people"], serde_json::json!(["Ann", "Bilal"]));
    assert_eq!(case["finding"]["dissent"][0][1], "the walk asks for it");
    assert_eq!(
        (&case["parties"][0]["reply"], &case["parties"][0]["acceptance"]),
        (&"denied".into(), &"reserved".into())
    );
    assert_eq!(
        (&case["published"], &case["actions"][0]["remedy"]),
        (&"public".into(), &"partly".into())
    );
    let times = on(store, &["cases"]).json()["step_times"].clone();
    assert!(times.as_array().is_some_and(|t| t.len() >= 9), "{times}");
    let steps: Vec<Value> = case["steps"].as_array().expect("steps").clone();
    refused(store, "Ann", &["decide", "undo", &steps[1]["entry"].to_string()], 2, "rests on it");
    for lang in ["en", "ar"] {
        let table = on(store, &["case", "show", &id, "--format", "table", "--lang", lang]);
        check(&table, 0, &[]);
        assert!(!table.out.contains('⟨'), "{}", table.out);
    }
    steps.iter().rev().for_each(|step| undo(store, step));
    assert_eq!(picture(store), before, "nothing is left of it");
    check(&on(store, &["verify", "--derived"]), 0, &[]);
}

#[test]
fn a_date_slips_keeps_the_former_one_and_goes_into_a_calendar() {
    let dir = copy();
    let store = dir.path();
    let before = picture(store);
    let board = list(store, &["followups"], "followups");
    let brief = board.iter().find(|f| f["what"] == "brief").expect("the council is to be briefed");
    let id = text(&brief["id"]);
    let first = enter(store, "Ann", &["followups", "slip", id, "--to", "2016-05-10"]);
    let second = enter(store, "Ann", &["followups", "slip", id, "--to", "2016-05-12..2016-05-13"]);
    let owned =
        enter(store, "Ann", &["followups", "assign", id, "--to", "desk 2", "--next", "call"]);
    let now = |store: &Path| {
        let board = list(store, &["followups"], "followups");
        board.into_iter().find(|f| f["id"] == id).expect("it stays on the board")
    };
    let line = now(store);
    assert_eq!((&line["due"]["end"], &line["owner"]), (&"2016-05-13".into(), &"desk 2".into()));
    let former: Vec<&Value> =
        line["former"].as_array().expect("dates").iter().map(|f| &f["due"]).collect();
    assert_eq!(
        (&former[0]["words"], &former[1]["end"]),
        (&brief["due"]["words"], &"2016-05-10".into())
    );
    let calendar = on(store, &["followups", "--format", "ics", "--lang", "ar"]);
    check(&calendar, 0, &[]);
    assert!(
        calendar.out.starts_with("BEGIN:VCALENDAR\r\n")
            && calendar.out.ends_with("END:VCALENDAR\r\n")
    );
    assert!(calendar.out.contains("DTSTART;VALUE=DATE:20160512\r\nDTEND;VALUE=DATE:20160514\r\n"));
    assert!(calendar.out.split("\r\n").all(|l| l.len() <= 75));
    let again = on(store, &["followups", "--format", "ics", "--lang", "ar"]);
    assert_eq!(again.out, calendar.out);
    let done =
        enter(store, "Ann", &["followups", "done", id, "--evidence", text(&brief["claims"][0])]);
    assert_eq!(now(store)["status"], "done");
    for made in [done, owned, second, first] {
        undo(store, &made);
    }
    let dropped = enter(store, "Ann", &["followups", "drop", id]);
    assert!(list(store, &["followups", "--open"], "followups").iter().all(|f| f["id"] != id));
    undo(store, &dropped);
    let note = enter(store, "Ann", &["followups", "note", id]);
    undo(store, &note);
    refused(
        store,
        "Ann",
        &["followups", "slip", id, "--to", "2016-05-13..2016-05-12"],
        2,
        "ends before it begins",
    );
    refused(store, "Ann", &["followups", "done", "FUP-NONE00"], 2, "FUP-NONE00");
    assert_eq!(picture(store), before);
}

#[test]
fn grades_questions_and_names_are_entered_and_undone() {
    let dir = copy();
    let store = dir.path();
    let before = picture(store);
    let graded = enter(store, "Ann", &["sources", "grade", "wire-a", "D3"]);
    let wire = list(store, &["sources"], "sources").into_iter().find(|s| s["id"] == "wire-a");
    let wire = wire.expect("the source is listed");
    assert_eq!((&wire["grade"], wire["history"].as_array().map(Vec::len)), (&"D".into(), Some(2)));
    let raised = list(store, &["questions", "--open"], "questions");
    let raised = raised.iter().find(|q| q["raised"] == true).expect("nobody has asked it yet");
    let id = text(&raised["id"]);
    let asked = enter(
        store,
        "Ann",
        &["questions", "ask", id, "--to", "observatory", "--due", "2016-05-05"],
    );
    let answer = enter(store, "Ann", &["questions", "answer", id]);
    let stands = list(store, &["questions"], "questions").into_iter().find(|q| q["id"] == id);
    assert_eq!(stands.expect("it is listed")["answer"]["text"], "the walk asks for it");
    refused(store, "Ann", &["questions", "answer", id], 2, "stands already");
    undo(store, &answer);
    undo(store, &asked);
    undo(store, &graded);
    assert_eq!(picture(store), before);
}

#[test]
fn a_name_offers_itself_at_once_to_the_reports_that_wait_for_it() {
    let dir = copy();
    let store = dir.path();
    let questions = list(store, &["questions"], "questions");
    let where_is =
        questions.iter().find(|q| text(&q["about"]).starts_with("R-")).expect("a place is unknown");
    let asked = text(&where_is["text"]["ar"]);
    let name = asked.split(['«', '»']).nth(1).expect("the name is quoted");
    let words = [
        "places",
        "add",
        "sy-test-quarter",
        "--ar",
        name,
        "--en",
        "Test quarter",
        "--in",
        "sy-aleppo",
        "--level",
        "neighbourhood",
        "--lat",
        "36.2",
        "--lon",
        "37.1",
    ];
    let ran = act(store, "Ann", &words);
    check(&ran, 0, &[]);
    let lines = ran.lines();
    let report = text(&where_is["about"]);
    let changed = lines[1]["reread"]["changed"].as_array().expect("reports").clone();
    assert!(changed.iter().any(|r| r["id"] == report), "{changed:?}");
    let open = list(store, &["questions"], "questions");
    assert!(open.iter().all(|q| q["id"] != where_is["id"]), "nobody asks any more");
    refused(store, "Ann", &words, 2, "there already");
    check(&on(store, &["verify", "--derived"]), 0, &[]);
    let undone = act(store, "Ann", &["decide", "undo", &lines[0]["entry"].to_string()]);
    check(&undone, 0, &[]);
    let again = undone.lines()[1]["reread"]["changed"].as_array().expect("reports").clone();
    assert!(again.iter().any(|r| r["id"] == report), "{again:?}");
    let back = list(store, &["questions"], "questions");
    assert!(back.iter().any(|q| q["id"] == where_is["id"]), "it is asked again");
    refused(store, "Ann", &["parties", "alias", "nobody", "x"], 2, "hudna parties find");
}

#[test]
fn a_report_waits_while_a_question_about_it_is_open() {
    let dir = copy();
    let store = dir.path();
    let state = |id: &str| {
        let all = list(store, &["reports"], "reports");
        let report = all.iter().find(|r| r["id"] == id).expect("it is listed").clone();
        text(&report["state"]).to_owned()
    };
    let waiting = list(store, &["reports", "--state", "needs-info"], "reports");
    assert!(!waiting.is_empty() && waiting.iter().all(|r| r["state"] == "needs_info"));
    let linked = list(store, &["reports", "--state", "linked"], "reports");
    let id = text(&linked[0]["id"]).to_owned();
    let asked = enter(store, "Ann", &["questions", "ask", &id, "--to", "desk"]);
    assert_eq!(state(&id), "needs_info");
    let answer = enter(store, "Ann", &["questions", "answer", text(&asked["about"])]);
    assert_eq!(state(&id), "linked");
    undo(store, &answer);
    assert_eq!(state(&id), "needs_info");
    check(&on(store, &["reports", "--state", "lost"]), 2, &["needs_info"]);
    check(&on(store, &["reports", "--source", "nobody"]), 2, &["hudna sources"]);
}

#[test]
fn what_was_expunged_is_shown_nowhere_and_comes_back_when_undone() {
    let dir = copy();
    let store = dir.path();
    let case = list(store, &["cases"], "cases")[0].clone();
    let (id, incident) = (text(&case["id"]), text(&case["incident"]));
    let word = text(&case["steps"][0]["note"]).to_owned();
    let told = |words: &[&str]| on(store, words).out.contains(&word);
    let lists: [&[&str]; 4] =
        [&["decide", "list"], &["cases"], &["case", "show", id], &["why", incident]];
    assert!(lists.iter().all(|words| told(words)), "the words stand everywhere");
    let out = enter(store, "Ann", &["case", "expunge", id]);
    for words in lists {
        assert!(!told(words), "{words:?}");
    }
    undo(store, &out);
    assert!(lists.iter().all(|words| told(words)));
}

#[test]
fn what_nothing_has_is_told_in_the_language_of_the_reader() {
    let dir = copy();
    let words = ["why", "INC-NONE00", "--lang"];
    check(&on(dir.path(), &[&words[..], &["ar"]].concat()), 2, &["لا شيء هنا يحمل المعرّف"]);
    check(&on(dir.path(), &[&words[..], &["en"]].concat()), 2, &["nothing here has the id"]);
}

#[test]
fn patrols_come_in_as_a_table_and_go_when_undone() {
    let dir = copy();
    let store = dir.path();
    let file = dir.path().join("patrols.csv");
    let head = "date,place,team,reached,reason,observations\n";
    let rows =
        "2016-05-02,sy-aleppo,team 1,yes,,\n2016-05-02,sy-latakia,team 2,refused,checkpoint,\n";
    std::fs::write(&file, format!("{head}{rows}soon,sy-aleppo,team 1,yes,,\n")).expect("written");
    let words = ["import", "patrols", file.to_str().expect("UTF-8"), "--by", "Ann"];
    let ran = on(store, &words);
    check(&ran, 1, &["no day"]);
    let told = ran.json();
    assert_eq!((&told["read"], &told["kept"], &told["nil"]), (&3.into(), &2.into(), &1.into()));
    let list_now = || list(store, &["patrols"], "patrols");
    assert_eq!(list_now().len(), 2);
    assert_eq!(list_now()[1]["reached"], "refused");
    check(&on(store, &words), 2, &["stands already"]);
    undo(store, &told["entered"]);
    assert!(list_now().is_empty());
    std::fs::write(&file, "date,place\n2016-05-02,sy-aleppo\n").expect("written");
    check(&on(store, &words), 2, &["team"]);
}

#[test]
fn what_changed_since_is_the_difference_of_two_pictures() {
    let dir = copy();
    let store = dir.path();
    let since = "2016-05-03T19:00:00+03:00";
    let nothing = list(store, &["changes", "--since", "2016-05-03T21:00:00+03:00"], "changes");
    assert_eq!(nothing, Vec::<Value>::new());
    let known = ["incidents", "--verdict", "possible_breach", "--as-of", since];
    let known = list(store, &known, "incidents");
    let id = text(&known[0]["id"]);
    let plead = ["decide", "plead", id, "--exception", "self-defence", "--party", "russia"];
    enter(store, "Ann", &plead);
    let changes = list(store, &["changes", "--since", since], "changes");
    let kinds: Vec<&str> = changes.iter().map(|c| text(&c["kind"])).collect();
    for kind in ["incident_new", "verdict", "toll_revised", "decision"] {
        assert!(kinds.contains(&kind), "{kind} is not among {kinds:?}");
    }
    for lang in ["en", "ar"] {
        let table = on(store, &["changes", "--since", since, "--format", "table", "--lang", lang]);
        check(&table, 0, &[]);
        assert!(!table.out.contains('⟨'), "{}", table.out);
    }
}

/// Every message that the engine names exists in both languages.
#[test]
fn what_stands_against_an_entry_is_said_in_both_languages() {
    let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("../hudna/src");
    let messages = hudna_brief::Messages::new();
    let mut found = 0;
    for file in std::fs::read_dir(source).expect("listed").map(|f| f.expect("listed").path()) {
        if file.extension().is_none_or(|e| e != "rs") {
            continue;
        }
        let code = std::fs::read_to_string(&file).expect("read");
        for id in code.split('"').filter(|part| part.starts_with("told-")) {
            assert!(messages.has(id), "{id} of {}", file.display());
            found += 1;
        }
    }
    assert!(found > 15, "the sources were walked");
}
