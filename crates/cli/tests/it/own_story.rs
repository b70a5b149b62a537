//! `hudna new`: a story of one's own, in either language, for any country of the gazetteer.

use crate::run::{check, folder, on, run};

/// Makes a story and follows it as it is.
fn made_and_followed(lang: &str, country: &str) {
    let dir = folder();
    let story = dir.path().join("my-truce");
    let path = story.to_str().expect("UTF-8");
    let as_of = "2026-11-26T20:00:00+03:00";
    let made = run(&[
        "new",
        path,
        "--country",
        country,
        "--lang",
        lang,
        "--as-of",
        as_of,
        "--format",
        "json",
    ]);
    check(&made, 0, &[]);
    assert_eq!(made.json()["made"].as_array().map(Vec::len), Some(5));
    for file in ["story.toml", "agreement.toml", "README.md"] {
        let text = std::fs::read_to_string(story.join(file)).expect("made");
        assert!(!text.contains("{{"), "{file} has a name that nothing was put in for");
    }
    let followed = on(&dir.path().join("store"), &["follow", path, "--format", "json"]);
    check(&followed, 0, &[]);
    assert_eq!(followed.json()["counts"]["stored"], 2);
    let list = |words: &[&str], name: &str| {
        let ran = on(&dir.path().join("store"), words);
        check(&ran, 0, &[]);
        ran.json()[name].as_array().cloned().unwrap_or_default()
    };
    assert!(!list(&["incidents", "--format", "json"], "incidents").is_empty());
    let areas = list(&["areas", "--format", "json"], "areas");
    let states: Vec<&str> = areas.iter().filter_map(|a| a["status"].as_str()).collect();
    assert!(!states.is_empty() && !states.contains(&"holding"), "{states:?}");
}

#[test]
fn a_new_story_can_be_followed_as_it_is() {
    made_and_followed("en", "ye");
    made_and_followed("ar", "sd");
}

#[test]
fn what_a_new_story_refuses() {
    let dir = folder();
    let path = dir.path().to_str().expect("UTF-8");
    std::fs::write(dir.path().join("mine.txt"), "mine").expect("written");
    check(&run(&["new", path]), 2, &["not empty", "name a new folder"]);
    let other = dir.path().join("other");
    let other = other.to_str().expect("UTF-8");
    check(
        &run(&["new", other, "--country", "atlantis"]),
        2,
        &["\"atlantis\"", "known are: ", "ye"],
    );
    check(&run(&["new", "هدنة"]), 2, &["Latin letters"]);
}

#[test]
fn an_agreement_of_ones_own_is_checked() {
    let dir = folder();
    let story = dir.path().join("own");
    let path = story.to_str().expect("UTF-8");
    check(&run(&["new", path, "--lang", "en"]), 0, &[]);
    let file = story.join("agreement.toml");
    let text = std::fs::read_to_string(&file).expect("made");
    std::fs::write(&file, text.replace("party = \"syria-government\"", "party = \"nobody\""))
        .expect("written");
    let ran = on(&dir.path().join("store"), &["follow", path]);
    check(&ran, 2, &["agreement.toml", "no party has the id \"nobody\""]);
}
