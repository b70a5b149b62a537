use super::Pieces;
use crate::tagger::ModelFile;
use crate::tagger::tests::{Draft, WORDS};

fn small() -> Pieces {
    let file = ModelFile::parse(Draft::small().bytes()).expect("a sound model");
    Pieces::load(&file).expect("sound pieces")
}

/// Pieces as `piece@start-end`.
fn check(text: &str, expected: &str) {
    let cut = small().cut(text);
    let told: Vec<_> =
        cut.iter().map(|p| format!("{}@{}-{}", WORDS[p.id as usize], p.start, p.end)).collect();
    assert_eq!(told.join(" "), expected, "{text:?}");
}

#[test]
fn the_best_way_to_cut_a_word_wins() {
    check("قصفوا", "▁قصف@0-3 وا@3-5");
    check("ab", "▁ab@0-2");
    check("aab", "▁a@0-1 ab@1-3");
    check("ab.", "▁ab@0-2 .@2-3");
}

#[test]
fn spans_leave_spaces_out_and_vanished_characters_too() {
    check("  ab\n\tقصف", "▁ab@2-4 ▁قصف@6-9");
    check("قــصف", "▁قصف@0-5");
    check("ab ", "▁ab@0-2 ▁@2-3");
    check("ﷲ ab", "▁الله@0-1 ▁ab@2-4");
    check("\u{640}", "");
}

#[test]
fn unknown_characters_stand_alone() {
    check("xab", "▁@0-1 <unk>@0-1 ab@1-3");
    check("a😀b", "▁a@0-1 <unk>@1-2 b@2-3");
}

#[test]
fn control_pieces_are_never_found_in_a_text() {
    let ids: Vec<_> = small().cut("</s><pad><s>").iter().map(|p| p.id).collect();
    assert!(ids.iter().all(|id| ![0, 1, 2].contains(id)), "{ids:?}");
}

#[test]
fn empty_and_long_texts() {
    check("", "");
    check(" ", "▁@0-1");
    let pieces = small();
    assert_eq!(pieces.cut(&"ab ".repeat(50_000)).len(), 50_001);
    // One word of 100,000 characters: "ab" again and again.
    assert_eq!(pieces.cut(&"ab".repeat(50_000)).len(), 50_000);
}
