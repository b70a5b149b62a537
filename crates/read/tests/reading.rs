//! What reports are read to say: examples of the data, sentences with their claims, phenomena one
//! by one, properties that hold for any text, and the reference report.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use hudna_model::{Reading, Report};
use hudna_read::{Files, Pack, check_examples, read};
use serde_json::Value;

/// How many rows of `phenomena.jsonl` hold; raise it when more do, never lower it.
const PHENOMENA_THAT_HOLD: usize = 23;

static PACK: LazyLock<Pack> = LazyLock::new(|| {
    let root = folder("../../data");
    let mut files = Files::new();
    gather(&root, &root, &mut files);
    Pack::load(&files).unwrap_or_else(|faults| panic!("{}", lines(&faults)))
});

fn folder(inside: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(inside)
}

fn gather(at: &Path, root: &Path, files: &mut Files) {
    for entry in std::fs::read_dir(at).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            gather(&path, root, files);
        } else if let Ok(text) = std::fs::read_to_string(&path) {
            let name = path.strip_prefix(root).unwrap().to_str().unwrap().replace('\\', "/");
            files.insert(name, text);
        }
    }
}

fn lines(list: &[impl ToString]) -> String {
    list.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n")
}

fn reading(text: &str, published: &str) -> Reading {
    let report = Report {
        id: "r".into(),
        text: text.to_owned(),
        lang: Some("ar".into()),
        published: Some(published.to_owned()),
        ..Report::default()
    };
    read(&report, &PACK).0
}

fn claims(text: &str, published: &str) -> Vec<Value> {
    let found = reading(text, published).claims;
    found.iter().map(|c| serde_json::to_value(c).unwrap()).collect()
}

/// An attribute as a test writes it: the words of a name or place, the day of a date.
fn told(claim: &Value, key: &str) -> String {
    match &claim[key] {
        Value::String(s) => s.clone(),
        Value::Null => String::new(),
        Value::Object(map) => {
            let said = map.get("text").or(map.get("start")).unwrap_or(&Value::Null);
            said.as_str().unwrap_or_default().to_owned()
        }
        Value::Array(list) => {
            let names = list.iter().map(|n| n["text"].as_str().unwrap_or_default());
            names.collect::<Vec<_>>().join("+")
        }
        other => other.to_string(),
    }
}

#[test]
fn every_example_of_the_data_holds() {
    let faults = check_examples(&PACK);
    assert!(faults.is_empty(), "{}", lines(&faults));
}

/// One expectation of `reading.md`: a kind and attributes, or `no` and a kind.
fn holds(claims: &[Value], expected: &str) -> bool {
    let (words, pairs): (Vec<_>, Vec<_>) =
        attributes(expected).into_iter().partition(|(k, _)| k.is_empty());
    let wanted = |kind: &str| {
        claims.iter().any(|c| c["kind"] == kind && pairs.iter().all(|(k, v)| told(c, k) == *v))
    };
    match words.iter().map(|(_, w)| w.as_str()).collect::<Vec<_>>()[..] {
        ["no", "claims"] => claims.is_empty(),
        ["no", kind] => !wanted(kind),
        [kind] => wanted(kind),
        _ => panic!("\"{expected}\" is no expectation"),
    }
}

/// `toll outcome=killed place="مدينة حلب"` as words (empty key) and pairs.
fn attributes(text: &str) -> Vec<(String, String)> {
    let mut out = Vec::new();
    let mut rest = text.trim();
    while !rest.is_empty() {
        let end = rest.find([' ', '=']).unwrap_or(rest.len());
        let (head, tail) = rest.split_at(end);
        let Some(value) = tail.strip_prefix('=') else {
            out.push((String::new(), head.to_owned()));
            rest = tail.trim_start();
            continue;
        };
        let (value, after) = match value.strip_prefix('"') {
            Some(quoted) => quoted.split_once('"').expect("a quotation that closes"),
            None => value.split_once(' ').unwrap_or((value, "")),
        };
        out.push((head.to_owned(), value.to_owned()));
        rest = after.trim_start();
    }
    out
}

fn check(sentence: &str, published: &str, expected: &str) -> Result<(), String> {
    let claims = claims(sentence, published);
    if holds(&claims, expected) {
        return Ok(());
    }
    let read: Vec<String> = claims.iter().map(|c| format!("    {}", brief(c))).collect();
    Err(format!("{sentence}\n  wanted: {expected}\n  read:\n{}", read.join("\n")))
}

fn brief(claim: &Value) -> String {
    let map = claim.as_object().unwrap();
    let keys =
        map.keys().filter(|k| !["id", "rule", "confidence", "evidence"].contains(&k.as_str()));
    keys.filter(|k| !told(claim, k).is_empty())
        .map(|k| format!("{k}={}", told(claim, k)))
        .collect::<Vec<_>>()
        .join(" ")
}

#[test]
fn sentences_give_their_claims() {
    let text = std::fs::read_to_string(folder("tests/reading.md")).unwrap();
    let mut published = "2016-05-03".to_owned();
    let (mut sentence, mut count, mut faults) = (String::new(), 0, Vec::new());
    for line in text.lines() {
        if let Some(day) = line.strip_prefix("Published ") {
            published = day.trim_end_matches('.').to_owned();
        } else if let Some(said) = line.strip_prefix("> ") {
            sentence = said.to_owned();
        } else if let Some(expected) = line.strip_prefix("- ") {
            count += 1;
            faults.extend(check(&sentence, &published, expected).err());
        }
    }
    assert!(count > 40, "only {count} expectations in reading.md");
    assert!(faults.is_empty(), "{}", faults.join("\n\n"));
}

/// Acts that a type of `phenomena.jsonl` may be read as.
fn acts(kind: &str) -> &'static [&'static str] {
    match kind {
        "airstrike" => &["air_strike", "barrel_bomb"],
        "shelling" => &["shelling"],
        "missile" => &["shelling", "guided_missile"],
        "clash" => &["clash"],
        "ground_attack" => &["seizure_of_ground", "other_force", "clash"],
        "ied" => &["explosive_device"],
        "explosion" => &["unidentified_explosion", "explosive_device"],
        "control_change" => &["seizure_of_ground"],
        "aid_obstruction" => &["aid_blocked"],
        "drone_attack" => &["drone_strike"],
        _ => &[],
    }
}

/// Whether everything of a row that can be checked mechanically holds; none when nothing can.
fn row_holds(row: &Value) -> Option<bool> {
    let text = row["text"].as_str().unwrap();
    let claims = claims(text, row["dct"].as_str().unwrap());
    let mut checks = Vec::new();
    for (key, kind) in [("incidents", "violence"), ("truce", "truce")] {
        if row["expect"][key].as_array().is_some_and(Vec::is_empty) {
            checks.push(!claims.iter().any(|c| c["kind"] == kind));
        }
    }
    for fact in ["incidents", "tolls"].iter().filter_map(|k| row["expect"][k].as_array()).flatten()
    {
        fact_checks(fact, &claims, &mut checks);
    }
    (!checks.is_empty()).then(|| checks.iter().all(|c| *c))
}

fn fact_checks(fact: &Value, claims: &[Value], checks: &mut Vec<bool>) {
    let acts = fact["type"].as_str().map(acts).unwrap_or_default();
    if !acts.is_empty() {
        let fits = |c: &&Value| acts.contains(&told(c, "act").as_str());
        checks.push(claims.iter().any(|c| fits(&c)));
        let places: Vec<&str> = match &fact["place"] {
            Value::String(p) => vec![p.as_str()],
            Value::Array(list) => list.iter().filter_map(Value::as_str).collect(),
            _ => Vec::new(),
        };
        for place in places {
            let near = |c: &Value| {
                let told = told(c, "place");
                !told.is_empty() && (place.contains(&told) || told.contains(place))
            };
            checks.push(claims.iter().filter(fits).any(near));
        }
    }
    for (key, outcome) in [("killed", "killed"), ("wounded", "injured")] {
        let Some(n) = fact[key].as_object() else { continue };
        let of = |c: &&Value| c["kind"] == "toll" && c["outcome"] == outcome;
        if n.get("max").and_then(Value::as_u64) == Some(0) {
            checks.push(!claims.iter().any(|c| of(&c)));
        } else if n.contains_key("min") || n.contains_key("max") {
            let end = |k: &str| n.get(k).cloned().unwrap_or(Value::Null);
            checks.push(
                claims.iter().filter(of).any(|c| c["low"] == end("min") && c["high"] == end("max")),
            );
        }
    }
}

#[test]
fn phenomena_that_held_still_hold() {
    let text = std::fs::read_to_string(folder("tests/phenomena.jsonl")).unwrap();
    let rows: Vec<Value> = text.lines().map(|l| serde_json::from_str(l).unwrap()).collect();
    let checked: Vec<(&Value, bool)> =
        rows.iter().filter_map(|r| row_holds(r).map(|ok| (r, ok))).collect();
    let held = checked.iter().filter(|(_, ok)| *ok).count();
    let failed: Vec<&str> =
        checked.iter().filter(|(_, ok)| !ok).filter_map(|(r, _)| r["id"].as_str()).collect();
    println!("{held} of {} phenomena hold; not {}", checked.len(), failed.join(" "));
    assert!(held >= PHENOMENA_THAT_HOLD, "{held} hold; failed: {}", failed.join(" "));
}

/// A generator of texts: the same seed gives the same texts.
struct Texts(u64);

impl Texts {
    fn next(&mut self, below: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 % below as u64) as usize
    }

    /// Words of reports between letters, digits, marks and diacritics at random.
    fn text(&mut self, words: &[&str]) -> String {
        const SCALARS: &str = "ابتثجحخدذرزسشصضطظعغفقكلمنهويءآأإؤئىة ،.:؛؟!«»“”\"()-–—/٠١٢٣٤٥٦٧٨٩0123456789,\n\r\t \
             \u{64b}\u{64c}\u{650}\u{651}\u{652}\u{670}\u{640}\u{200f}\u{200e}\u{2069}\u{a0}\u{feff}#_aZ🔴";
        let scalars: Vec<char> = SCALARS.chars().collect();
        let mut out = String::new();
        for _ in 0..self.next(60) {
            match self.next(3) {
                0 => (0..self.next(7)).for_each(|_| out.push(scalars[self.next(scalars.len())])),
                _ => out.push_str(words[self.next(words.len())]),
            }
            if self.next(5) > 0 {
                out.push(' ');
            }
        }
        out
    }
}

#[test]
fn any_text_is_read_and_every_span_is_exact() {
    let source = std::fs::read_to_string(folder("tests/phenomena.jsonl")).unwrap();
    let words: Vec<&str> = source.split_whitespace().collect();
    let mut texts = Texts(0x9e37_79b9_7f4a_7c15);
    for _ in 0..400 {
        let text = texts.text(&words);
        let first = reading(&text, "2016-05-03");
        spans_are_exact(&text, &first);
        let again = reading(&text, "2016-05-03");
        assert_eq!(first, again, "{text}");
    }
}

fn spans_are_exact(text: &str, reading: &Reading) {
    let scalars: Vec<char> = text.chars().collect();
    let slice = |s: u64, e: u64| scalars[s as usize..e as usize].iter().collect::<String>();
    let check = |v: &Value| {
        if let (Some(s), Some(e), Some(t)) =
            (v["start"].as_u64(), v["end"].as_u64(), v["text"].as_str())
        {
            assert_eq!(slice(s, e), t, "in {text}");
        }
    };
    for claim in &reading.claims {
        let row = serde_json::to_value(claim).unwrap();
        for value in row.as_object().unwrap().values() {
            check(value);
            value.as_array().into_iter().flatten().for_each(check);
        }
        assert!(claim.evidence.span.len() <= 400, "evidence is short enough");
    }
    for note in &reading.notes {
        check(&serde_json::to_value(note).unwrap());
    }
}

/// The wire report that the walk-through opens with; it is not part of the repository.
#[test]
fn the_reference_report_is_read() {
    let path = folder("../../../shared/reports/2016-05-03-ar.txt");
    let Ok(text) = std::fs::read_to_string(&path) else {
        println!("skipped: the reference report is not beside this repository");
        return;
    };
    let claims = claims(&text, "2016-05-03");
    let expected: BTreeMap<&str, &str> = REFERENCE.iter().copied().collect();
    let missing: Vec<_> = expected.iter().filter(|(_, e)| !holds(&claims, e)).collect();
    let read: Vec<String> = claims.iter().map(brief).collect();
    assert!(missing.is_empty(), "missing: {missing:#?}\nread:\n{}", read.join("\n"));
}

/// What the reference report must give.
const REFERENCE: &[(&str, &str)] = &[
    (
        "toll of the renewed fighting",
        r#"toll outcome=killed low=250 high=250 cumulative=true place="مدينة حلب""#,
    ),
    ("battles in Aleppo", r#"violence act=clash place="مدينة حلب""#),
    ("truce at risk", "truce event=at_risk"),
    (
        "the envoy to Moscow today",
        r#"meeting form=visit status=planned date=2016-05-03 participants="دي ميستورا""#,
    ),
    ("the visit to Geneva", r#"meeting form=visit status=held place=جنيف date=2016-05-02"#),
    ("telephone talks", "meeting form=call status=held"),
    ("emergency meeting", "meeting form=meeting status=held"),
    ("appeal of the secretary-general", r#"statement speech_act=appeal addressee="جميع الأطراف""#),
    ("recommit", r#"commitment what=cease_fire status=demanded who="جميع الأطراف""#),
    ("briefing of the council", "commitment what=brief status=promised"),
    ("in the coming hours", "commitment what=negotiate due=2016-05-03"),
    ("new measures", "commitment what=other status=agreed"),
    ("the next meeting", "commitment what=meet status=promised"),
];
