//! The model that ships: the example read with it, beside the rules alone.

use std::collections::BTreeSet;

use serde_json::Value;

use crate::run::{Ran, as_shipped, check, example, folder, hudna};

/// The example followed by this binary: what `follow` says as JSON, and the claims of the store.
fn followed(mut command: std::process::Command, store: &std::path::Path) -> (Value, Ran) {
    let story = example();
    let follow = ["follow", story.to_str().expect("UTF-8"), "--format", "json", "--store"];
    let ran = Ran::of(command.args(follow).arg(store).output().expect("the binary runs"));
    check(&ran, 0, &[]);
    (ran.json(), ran)
}

/// Tolls, truces and promises read in the reports of the example: report, kind and words.
fn read(mut command: std::process::Command) -> BTreeSet<String> {
    let reports = example().join("reports");
    let words = ["read", "--format", "jsonl", "--quiet", "--published", "2016-05-03"];
    let ran = Ran::of(command.args(words).arg(reports).output().expect("the binary runs"));
    check(&ran, 0, &[]);
    let mut out = BTreeSet::new();
    for line in ran.lines() {
        for claim in line["claims"].as_array().into_iter().flatten() {
            if ["toll", "truce", "commitment"].contains(&claim["kind"].as_str().unwrap_or("")) {
                let at = (&claim["evidence"]["start"], &claim["evidence"]["end"]);
                out.insert(format!("{} {} {at:?}", line["id"], claim["kind"]));
            }
        }
    }
    out
}

#[test]
fn the_example_shows_claims_of_rules_and_model_with_their_reasons() {
    let dir = folder();
    let store = dir.path().join("store");
    let (said, _) = followed(as_shipped(), &store);
    assert_eq!(said["decisions"]["rejected"].as_array().map(Vec::len), Some(0), "{said}");
    for (who, words) in [("both", "sees it too"), ("model", "no rule read this")] {
        let claim = said["claims"][who]["surest"].as_str().expect("a claim of this kind");
        let mut why = as_shipped();
        why.args(["why", claim, "--lang", "en", "--format", "table", "--store"]).arg(&store);
        let why = Ran::of(why.output().expect("the binary runs"));
        let shown = why.out.split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(why.code == 0 && shown.contains(words), "{}{}", why.out, why.err);
    }
}

#[test]
fn the_model_takes_no_toll_truce_or_promise_of_a_rule_away() {
    let (rules, fused) = (read(hudna()), read(as_shipped()));
    let gone: Vec<_> = rules.difference(&fused).collect();
    assert!(rules.len() > 30 && gone.is_empty(), "{gone:?}");
}
