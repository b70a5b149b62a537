//! The trained model on the command line: read with, told of, read again with, refused.

use std::path::Path;

use serde_json::Value;

use crate::model::{self, ARABIC, ENGLISH};
use crate::run::{Ran, check, fed, folder, hudna, on, run, run_as_shipped};

/// A folder with a model made by hand, and data without the shipped one.
struct World {
    dir: tempfile::TempDir,
    model: String,
    data: String,
}

impl World {
    fn new() -> World {
        World::of(|_| true)
    }

    /// With Arabic data alone: their examples are quicker to check.
    fn arabic() -> World {
        World::of(|path| !path.starts_with("lang/en/"))
    }

    fn of(wanted: impl Fn(&str) -> bool) -> World {
        let dir = folder();
        let data = dir.path().join("data");
        for (path, text) in model::plain_files().into_iter().filter(|(path, _)| wanted(path)) {
            let file = data.join(path);
            std::fs::create_dir_all(file.parent().expect("a folder")).expect("made");
            std::fs::write(file, text).expect("written");
        }
        let model = model::write(dir.path()).display().to_string();
        World { model, data: data.display().to_string(), dir }
    }

    fn path(&self, name: &str) -> String {
        self.dir.path().join(name).display().to_string()
    }

    fn with<'a>(&'a self, words: &[&'a str], model: &'a str) -> Vec<&'a str> {
        [words, &["--data", &self.data, "--model", model]].concat()
    }

    /// A store with the Arabic report, read by rules alone.
    fn store(&self) -> std::path::PathBuf {
        let store = self.dir.path().join("store");
        let text = self.path("ar.txt");
        std::fs::write(&text, ARABIC).expect("written");
        let words =
            ["ingest", &text, "--received", "2016-05-03T12:00:00+03:00", "--text-lang", "ar"];
        check(&on(&store, &self.with(&words, "none")), 0, &[]);
        store
    }
}

fn digest() -> String {
    hudna::model::digest::sha256_hex(&model::bytes())
}

#[test]
fn a_reading_names_its_model_and_a_claim_what_the_model_saw() {
    let world = World::new();
    let words = ["read", "--format", "jsonl", "--text-lang", "ar", "-"];
    let ran = fed(&world.with(&words, &world.model), ARABIC.as_bytes());
    check(&ran, 0, &[]);
    let line = &ran.lines()[0];
    assert_eq!(line["model"], digest().as_str());
    let claims = line["claims"].as_array().expect("claims");
    let alone =
        claims.iter().find(|c| c["rule"].as_str().is_some_and(|r| r.starts_with("tagger.")));
    let seen = &alone.expect("a claim of the model alone")["seen"];
    assert!(seen["sure"].as_f64() > Some(0.5) && seen["value"].as_f64() > Some(0.5), "{seen}");
    assert_eq!(seen["words"][0], "زربطت");
    assert_eq!(fed(&world.with(&words, &world.model), ARABIC.as_bytes()).out, ran.out);

    let plain = fed(&world.with(&words, "none"), ARABIC.as_bytes());
    check(&plain, 0, &[]);
    assert_eq!(plain.lines()[0]["model"], Value::Null);
    assert!(!plain.out.contains("\"seen\"") && !plain.out.contains("tagger."), "{}", plain.out);
}

#[test]
fn people_see_which_claims_the_model_alone_read_in_both_languages() {
    let world = World::new();
    for (lang, text, code, parts) in [
        (
            "en",
            ENGLISH,
            "en",
            [
                "only the trained model read this",
                "“zorched”",
                "sees it too",
                "no rule read this",
                "about 8 in 10",
            ],
        ),
        (
            "ar",
            ARABIC,
            "ar",
            [
                "لم يقرأها إلا النموذج المدرَّب",
                "«زربطت»",
                "ويراها النموذج",
                "لم تقرأها أي قاعدة",
                "نحو 8 من 10",
            ],
        ),
    ] {
        let words = ["read", "--format", "text", "--lang", lang, "--text-lang", code, "-"];
        let ran = fed(&world.with(&words, &world.model), text.as_bytes());
        check(&ran, 0, &[]);
        let shown = ran.out.split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(shown.contains("◇ [1]") && shown.contains("[◇1"), "{shown}");
        for part in parts {
            assert!(shown.contains(part), "\"{part}\" is not in:\n{}", ran.out);
        }
    }
}

#[test]
fn files_that_are_no_model_are_refused_with_what_to_do() {
    let world = World::arabic();
    let (other, cut) = (world.path("other.bin"), world.path("cut.bin"));
    std::fs::write(&other, "no model at all").expect("written");
    std::fs::write(&cut, &model::bytes()[..2000]).expect("written");
    let gone = world.path("gone.bin");
    for (path, said) in [(&other, "HUDNATG1"), (&cut, "cut short"), (&gone, "no such file")] {
        for words in [&["read", "-"][..], &["check-data"], &["reread"], &["ingest", "x.txt"]] {
            let ran = run(&world.with(words, path));
            check(&ran, 2, &[path.as_str(), said, "none"]);
        }
    }
    // A model in the folder of data is taken from there.
    let models = Path::new(&world.data).join("models");
    std::fs::create_dir_all(&models).expect("made");
    std::fs::write(models.join("tagger.bin"), "no model at all").expect("written");
    check(&run_as_shipped(&["check-data", &world.data]), 2, &["tagger.bin", "--model none"]);
    check(&run(&["check-data", &world.data, "--model", "none"]), 0, &[]);
}

#[test]
fn checking_the_data_tells_of_the_model() {
    let world = World::arabic();
    let size = model::bytes().len().to_string();
    for (lang, none) in [("en", "no trained model"), ("ar", "لا نموذج")] {
        let told = |model: &str| {
            let ran = run(&world.with(&["check-data", "--lang", lang], model));
            check(&ran, 0, &[]);
            ran.out
        };
        let with = told(&world.model);
        assert!(with.contains(&digest()) && with.contains(&size), "{with}");
        assert!(told("none").contains(none));
    }
    let models = Path::new(&world.data).join("models");
    std::fs::create_dir_all(&models).expect("made");
    std::fs::write(models.join("tagger.bin"), model::bytes()).expect("written");
    let ran = run_as_shipped(&["check-data", &world.data]);
    check(&ran, 0, &[]);
    assert!(ran.out.contains(&digest()), "{}", ran.out);
}

fn again(world: &World, store: &Path, model: &str, more: &[&str]) -> Ran {
    on(store, &world.with(&[&["reread"], more].concat(), model))
}

#[test]
fn stored_reports_are_read_again() {
    let world = World::new();
    let store = world.store();
    let json = ["--format", "json"];
    let tried = again(&world, &store, &world.model, &["--dry-run", "--format", "json"]);
    check(&tried, 0, &[]);
    let done = again(&world, &store, &world.model, &json);
    check(&done, 0, &[]);
    let (mut tried, done) = (tried.json(), done.json());
    assert_eq!((&tried["dry_run"], &done["dry_run"]), (&true.into(), &false.into()));
    tried["dry_run"] = false.into();
    assert_eq!(tried, done);
    assert_eq!((&done["read"], &done["same"]), (&1.into(), &0.into()));
    let added = done["changed"][0]["added"].as_array().expect("ids");
    assert_eq!(done["claims"]["added"], added.len());
    assert!(!added.is_empty());
    let third = again(&world, &store, &world.model, &json).json();
    assert_eq!((&third["read"], &third["same"]), (&1.into(), &1.into()));
    check(&on(&store, &["verify", "--derived"]), 0, &[]);
    check(
        &again(&world, &world.dir.path().join("none"), &world.model, &[]),
        3,
        &["there is no store"],
    );
    check(&again(&world, &store, &world.model, &["--since", "soon"]), 2, &["--since"]);
}

#[test]
fn people_are_told_what_changed_in_both_languages() {
    let world = World::new();
    let store = world.store();
    for (lang, parts) in [
        (
            "en",
            [
                "1 report read again: 1 changed, 0 the same",
                "claims: ",
                "no decision had to follow",
                "dry run",
            ],
        ),
        ("ar", ["أُعيدت قراءة بلاغ واحد", "الإفادات: ", "لم يحتج أي قرار", "تجربة"]),
    ] {
        let words = ["--dry-run", "--lang", lang, "--format", "table"];
        let ran = again(&world, &store, &world.model, &words);
        check(&ran, 0, &[]);
        for part in parts {
            assert!(ran.out.contains(part), "\"{part}\" is not in: {}", ran.out);
        }
    }
}

#[test]
fn the_models_option_may_stand_in_the_environment() {
    let world = World::arabic();
    let mut command = hudna();
    command.args(["check-data", "--data", &world.data]).env("HUDNA_MODEL", &world.model);
    let out = command.output().expect("runs");
    assert!(String::from_utf8(out.stdout).expect("UTF-8").contains(&digest()));
}
