//! `hudna read`: what it takes, what it gives, and what it says of the rest.

use std::path::Path;

use serde_json::Value;

use crate::run::{check, example, fed, folder, run};

fn with<'a>(words: &[&'a str]) -> Vec<&'a str> {
    [&["read", "--format", "jsonl"], words].concat()
}

/// Every offset is exact: the slice of the text is the text given.
fn exact(text: &str, told: &Value) {
    let chars: Vec<char> = text.chars().collect();
    let mut stack = vec![told];
    let mut seen = 0;
    while let Some(value) = stack.pop() {
        if let (Some(start), Some(end), Some(words)) =
            (value["start"].as_u64(), value["end"].as_u64(), value["text"].as_str())
        {
            let slice: String = chars[start as usize..end as usize].iter().collect();
            assert_eq!(slice, words);
            seen += 1;
        }
        match value {
            Value::Object(map) => stack.extend(map.values()),
            Value::Array(list) => stack.extend(list),
            _ => {}
        }
    }
    assert!(seen > 0, "nothing was read from: {text}");
}

fn write(dir: &Path, name: &str, bytes: &[u8]) -> String {
    let path = dir.join(name);
    std::fs::write(&path, bytes).expect("written");
    path.to_str().expect("UTF-8").to_owned()
}

#[test]
fn the_reports_of_the_example_with_exact_offsets_and_twice_the_same() {
    let reports = example().join("reports");
    let words = [
        "read",
        "--published",
        "2016-05-03",
        "--format",
        "jsonl",
        reports.to_str().expect("UTF-8"),
    ];
    let ran = run(&words);
    check(&ran, 0, &[]);
    let lines = ran.lines();
    let mut names: Vec<_> =
        std::fs::read_dir(&reports).expect("listed").map(|f| f.expect("listed").path()).collect();
    names.sort();
    assert_eq!(lines.len(), names.len());
    for (line, name) in lines.iter().zip(&names) {
        assert_eq!(line["id"].as_str(), name.to_str());
        assert_eq!(line["published"], "2016-05-03");
        exact(&std::fs::read_to_string(name).expect("read"), line);
    }
    assert_eq!(run(&words).out, ran.out, "deterministic to the byte");
}

#[test]
fn every_form_gives_the_same_claims() {
    let text = "قُتل ثلاثة أشخاص في حلب أمس.\n";
    let dir = folder();
    let json =
        serde_json::json!({"id": "x", "text": text, "published": "2016-05-03", "lang": "ar"});
    let claims = |ran: &crate::run::Ran| {
        check(ran, 0, &[]);
        let line = ran.lines().remove(0);
        exact(text, &line);
        let mut claims = line["claims"].clone();
        for claim in claims.as_array_mut().expect("claims") {
            claim.as_object_mut().expect("an object").remove("id");
        }
        assert!(!claims.as_array().expect("claims").is_empty());
        claims
    };
    let day = ["--published", "2016-05-03", "--text-lang", "ar"];
    let txt = write(dir.path(), "a.txt", text.as_bytes());
    let first = claims(&run(&with(&[&day[..], &[txt.as_str()]].concat())));
    let object = write(dir.path(), "a.json", json.to_string().as_bytes());
    let list = write(dir.path(), "b.json", format!("[{json}]").as_bytes());
    let lines = write(dir.path(), "a.jsonl", format!("{json}\n").as_bytes());
    for path in [object, list, lines] {
        assert_eq!(claims(&run(&with(&[path.as_str()]))), first, "{path}");
    }
    assert_eq!(claims(&fed(&with(&[&day[..], &["-"]].concat()), text.as_bytes())), first);
    assert_eq!(claims(&fed(&with(&["-"]), json.to_string().as_bytes())), first);
    let marked = ["\u{feff}", text].concat();
    assert_eq!(claims(&fed(&with(&[&day[..], &["-"]].concat()), marked.as_bytes())), first);
}

#[test]
fn a_title_stands_before_the_text() {
    let json = r#"{"text": "نص", "title": "مقتل ثلاثة في حلب"}"#;
    let ran = fed(&["read", "--format", "jsonl", "-"], json.as_bytes());
    check(&ran, 0, &[]);
    exact("مقتل ثلاثة في حلب\n\nنص", &ran.lines()[0]);
}

#[test]
fn bad_input_is_named_and_the_rest_goes_on() {
    let dir = folder();
    let good = write(dir.path(), "good.txt", "قتل ثلاثة في حلب".as_bytes());
    let lines = write(
        dir.path(),
        "f.jsonl",
        b"{\"text\":\"one\"}\n{\"text\":\n{\"text\":\"two\",\"published\":\"soon\"}\n",
    );
    let empty = write(dir.path(), "empty.txt", b"");
    let bytes = write(dir.path(), "bytes.txt", b"one\ntwo\n\xe5");
    let page = write(dir.path(), "page.html", b"<html><body>x</body></html>");
    let gone = dir.path().join("gone.txt").display().to_string();
    let words = ["read", &empty, &lines, &gone, &bytes, &page, &good];
    let ran = run(&words);
    check(
        &ran,
        1,
        &[
            "f.jsonl:2: ",
            "f.jsonl:3: \"soon\" is no day",
            "empty.txt: ",
            "gone.txt: ",
            "bytes.txt: not UTF-8 (line 3",
        ],
    );
    assert_eq!(ran.lines().len(), 2, "the good ones are read");
    let last = ran.err.trim_end().lines().last().expect("a last line");
    assert!(last.contains('2') && last.contains('6'), "counts at the end: {last}");
}

#[test]
fn nothing_but_bad_input() {
    check(&fed(&["read", "-"], b""), 1, &["empty"]);
    check(&fed(&["read", "-"], b"\xff\xff"), 1, &["not UTF-8"]);
    check(&run(&["read", "/nowhere/at-all"]), 1, &["/nowhere/at-all"]);
    check(&run(&["read", "--model", "best", "x.txt"]), 2, &["model"]);
}

/// An empty folder is no silent success.
#[test]
fn a_folder_without_files() {
    let dir = folder();
    let ran = run(&["read", dir.path().to_str().expect("UTF-8")]);
    check(&ran, 2, &["no files"]);
    let store = folder();
    let words = ["ingest", dir.path().to_str().expect("UTF-8")];
    check(&crate::run::on(store.path(), &words), 2, &["no files"]);
}

#[test]
fn a_text_in_no_known_language_is_said_not_to_be_read() {
    let ran = fed(&["read", "--text-lang", "fr", "-"], "Trois morts à Alep".as_bytes());
    check(&ran, 0, &[]);
    assert_eq!(ran.lines()[0]["notes"][0]["kind"], "unread_language");
}

/// `--format text` shows the report with its claims marked, and says of each what and why.
#[test]
fn people_see_the_report_with_its_claims_and_why_each_was_read() {
    let text = "قُتل ثلاثة أشخاص في حلب أمس.";
    for (lang, kind, why, sure) in
        [("en", "toll: ", "why: ", " in 10)"), ("ar", "حصيلة: ", "السبب: ", " من 10)")]
    {
        let day = ["--published", "2016-05-03", "--text-lang", "ar"];
        let words = [&["read", "--format", "text", "--lang", lang][..], &day, &["-"]].concat();
        let ran = fed(&words, text.as_bytes());
        check(&ran, 0, &[]);
        let shown = ran.out.replace('\u{a0}', " ");
        for part in ["[1 ", " 1]", &format!("[1] {kind}"), why, "toll.", sure] {
            assert!(shown.contains(part), "\"{part}\" is not in:\n{shown}");
        }
        assert!(!shown.contains('\u{1b}'), "no colour but on a terminal");
    }
}
