//! What a state comes from, and the levels above and below the areas.

use crate::run::{check, copy, on};

#[test]
fn levels_above_are_numbers_and_levels_below_stand_where_something_tells_of_them() {
    let dir = copy();
    let store = dir.path();
    let ran = on(store, &["areas", "--level", "country"]);
    check(&ran, 0, &[]);
    let told = ran.json();
    let syria = &told["parents"][0];
    let n = |state: &str| syria["distribution"][state].as_u64().expect("a number");
    let sum: u64 =
        ["holding", "strained", "collapsed", "no_data", "not_covered"].map(n).into_iter().sum();
    assert_eq!((sum, syria["areas"].as_array().map(Vec::len)), (14, Some(14)));
    let below = on(store, &["areas", "--level", "settlement"]).json();
    let areas = below["areas"].as_array().expect("a list");
    assert!(areas.iter().any(|a| a["area"] == "sy-aleppo-city"), "{areas:?}");
    assert_eq!(on(store, &["areas", "--level", "governorate"]).json()["total"], 14);
    for lang in ["en", "ar"] {
        for level in ["country", "region", "district", "settlement"] {
            let words = ["areas", "--level", level, "--format", "table", "--lang", lang];
            let ran = on(store, &words);
            check(&ran, 0, &[]);
            assert!(!ran.out.contains('⟨'), "{}", ran.out);
        }
        check(&on(store, &["why", "AREA-sy", "--format", "table", "--lang", lang]), 0, &[]);
    }
    check(&on(store, &["areas", "--level", "planet"]), 2, &["planet"]);
}

#[test]
fn why_shares_out_a_state_and_lists_what_was_left_out() {
    let dir = copy();
    let ran = on(dir.path(), &["why", "sy-aleppo"]);
    check(&ran, 0, &[]);
    let area = ran.json()["why"][0]["data"].clone();
    let breakdowns = area["breakdowns"].as_array().expect("a list");
    assert_eq!(breakdowns.len(), 5, "by week, day, act, actor and place");
    for breakdown in breakdowns {
        let shares = breakdown["drivers"].as_array().expect("a list").iter();
        let sum: f64 = shares.filter_map(|d| d["share"].as_f64()).sum();
        assert!((sum - 1.0).abs() < 1e-9, "{breakdown}");
    }
    let why: Vec<&str> = area["left_out"]
        .as_array()
        .expect("a list")
        .iter()
        .filter_map(|l| l["why"].as_str())
        .collect();
    assert!(why.contains(&"unconfirmed") && why.contains(&"copies"), "{why:?}");
}
