//! Both scorers on the same readings: every figure and every error line must be the same.

use std::collections::BTreeMap;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::Command;

use hudna_model::Reading;
use serde_json::Value;

use super::perturb::{Chance, spoil};
use super::{GoldFile, Lines, Scores, Summary, find_gold, score};

/// How many errors of each sort are compared.
const ERRORS: usize = 500;

/// The folder of annotations: in `$HUDNA_SHARED`, else in `shared` beside a folder that holds this
/// crate. `Err` says what is absent.
fn gold_folder() -> Result<PathBuf, String> {
    let near = Path::new(env!("CARGO_MANIFEST_DIR")).ancestors().map(|up| up.join("shared"));
    let shared = std::env::var_os("HUDNA_SHARED").map(PathBuf::from);
    let mut folders = shared.into_iter().chain(near).map(|shared| shared.join("gold"));
    let found = folders.find(|folder| folder.join("score.py").is_file());
    found.ok_or("no shared/gold/score.py here or above, nor in $HUDNA_SHARED".to_owned())
}

fn python() -> Result<(), String> {
    match Command::new("python3").arg("--version").output() {
        Ok(told) if told.status.success() => Ok(()),
        _ => Err("python3 does not run".to_owned()),
    }
}

/// Runs `score.py`; what it prints.
#[track_caller]
fn reference(folder: &Path, gold: &Path, system: &Path, option: &[&str]) -> String {
    let mut command = Command::new("python3");
    command.arg(folder.join("score.py")).args([gold, system]).args(option);
    let told = command.env("PYTHONIOENCODING", "utf-8").output().unwrap();
    assert!(told.status.success(), "{}", String::from_utf8_lossy(&told.stderr));
    String::from_utf8(told.stdout).unwrap()
}

/// Every value of `theirs` stands in `ours` at the same path; numbers differ by at most 1e-9.
#[track_caller]
fn assert_same(path: &str, ours: &Value, theirs: &Value) {
    match (ours, theirs) {
        (Value::Object(ours), Value::Object(theirs)) => {
            for (key, value) in theirs {
                let found = ours.get(key).unwrap_or(&Value::Null);
                assert_same(&format!("{path}.{key}"), found, value);
            }
        }
        (Value::Array(ours), Value::Array(theirs)) if ours.len() == theirs.len() => {
            let both = ours.iter().zip(theirs).enumerate();
            both.for_each(|(at, (a, b))| assert_same(&format!("{path}[{at}]"), a, b));
        }
        (Value::Number(a), Value::Number(b)) => {
            let (a, b) = (a.as_f64().unwrap(), b.as_f64().unwrap());
            assert!((a - b).abs() <= 1e-9, "{path}: {a} here, {b} by score.py");
        }
        _ => assert_eq!(ours, theirs, "{path}"),
    }
}

fn write_readings(path: &Path, readings: &BTreeMap<String, Reading>) {
    let rows: Vec<_> = readings.values().map(|r| serde_json::to_string(r).unwrap()).collect();
    std::fs::write(path, rows.join("\n")).unwrap();
}

/// Compares both scorers on one file with readings spoilt by this seed.
#[track_caller]
fn check(folder: &Path, path: &Path, seed: u64) -> Scores {
    let gold = GoldFile::load(path, Lines::All).unwrap();
    assert_eq!(gold.bad, []);
    let mut chance = Chance(seed);
    let readings = gold.reports.iter().filter_map(|report| spoil(report, &mut chance));
    let readings: BTreeMap<_, _> = readings.map(|r| (r.id.clone(), r)).collect();
    let scores = score(&gold.reports, &readings);

    let name = format!("hudna-parity-{}-{}.jsonl", std::process::id(), gold.name);
    let system = std::env::temp_dir().join(name);
    write_readings(&system, &readings);
    let theirs = reference(folder, path, &system, &["--json"]);
    let told = reference(folder, path, &system, &["--errors", &ERRORS.to_string()]);
    std::fs::remove_file(&system).unwrap();

    let ours = serde_json::to_value(Summary::from(&scores)).unwrap();
    let theirs: Value = serde_json::from_str(&theirs).unwrap();
    assert_same(&gold.name, &ours, &theirs);
    assert_eq!(
        ours["attributes"].as_object().unwrap().len(),
        theirs["attributes"].as_object().unwrap().len()
    );
    let errors = scores.errors(ERRORS).join("\n");
    assert!(told.contains(&format!("{errors}\nright F1")), "{}: other errors", gold.name);
    scores
}

/// Says so past the test harness, which keeps what passing tests print to itself.
fn skipped(absent: &str) {
    writeln!(std::io::stderr(), "skipped, scorers not compared: {absent}").unwrap();
}

#[test]
fn every_figure_is_that_of_the_reference_scorer() {
    let folder = match python().and_then(|()| gold_folder()) {
        Ok(folder) => folder,
        Err(absent) => return skipped(&absent),
    };
    let found = find_gold(&folder).unwrap();
    let mut scores = Scores::default();
    for (seed, path) in (1..).zip(&found.files) {
        scores += &check(&folder, path, seed);
    }
    let all = scores.all();
    assert!(all.found > 0 && all.found < all.gold && all.right < all.found as f64, "{all:?}");
    eprintln!("scorers compared on {} files, {} reports", found.files.len(), scores.reports);
}
