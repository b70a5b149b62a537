//! `tests/scope.md`: what sentences say of an act of force.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::path::Path;

use hudna_model::{Body, Report};

use crate::Pack;
use crate::layers::date::tests::pack;

/// The first act of this kind as the table writes it: kind, modality, `background`.
fn told(pack: &Pack, published: &str, sentence: &str) -> Vec<String> {
    let report = Report {
        text: sentence.to_owned(),
        lang: Some("ar".to_owned()),
        published: Some(published.to_owned()),
        ..Report::default()
    };
    let claims =
        crate::read_so(&report, pack, crate::choose::How { by_rules: true, ..Default::default() }).0.claims;
    let acts = claims.iter().filter_map(|c| match &c.body {
        Body::Violence { act, .. } => {
            let past = if c.background { " background" } else { "" };
            Some(format!("{} {}{past}", act.as_str(), c.modality.as_str()))
        }
        _ => None,
    });
    acts.collect()
}

#[test]
fn acts_carry_their_layers() {
    let pack = pack();
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/scope.md");
    let text = std::fs::read_to_string(path).unwrap();
    let (mut published, mut sentence, mut faults) = (String::new(), String::new(), Vec::new());
    for line in text.lines() {
        if let Some(day) = line.strip_prefix("Published ") {
            published = day.trim_end_matches('.').to_owned();
        } else if let Some(said) = line.strip_prefix("> ") {
            sentence = said.to_owned();
        } else if let Some(wanted) = line.strip_prefix("- ") {
            let read = told(&pack, &published, &sentence);
            if !read.iter().any(|r| r == wanted) {
                faults.push(format!(
                    "{sentence}\n  wanted: {wanted}\n  read:   {}",
                    read.join(" | ")
                ));
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}
