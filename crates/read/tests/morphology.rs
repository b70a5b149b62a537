//! Forms of each class of root against the tables of `morphology.md`.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::collections::BTreeSet;
use std::path::Path;

use hudna_read::fold::fold;
use hudna_read::lang::ar::{self, Clitics, Feat, Forms, Shape};

const TABLES: &str = include_str!("morphology.md");

/// Cells of the rows under a heading; `-` is empty.
fn rows(heading: &str) -> Vec<Vec<&'static str>> {
    let section = TABLES.split("\n## ").find(|s| s.starts_with(heading)).unwrap();
    let lines = section.lines().filter(|l| l.starts_with('|')).skip(2);
    lines.map(|l| l.trim_matches('|').split('|').map(blank).collect()).collect()
}

fn blank(cell: &str) -> &str {
    let cell = cell.trim();
    if cell == "-" { "" } else { cell }
}

fn words(cell: &str) -> BTreeSet<String> {
    cell.split_whitespace().map(fold).collect()
}

fn texts(forms: &Forms) -> BTreeSet<String> {
    forms.sure.iter().chain(&forms.risky).map(|(form, _)| form.clone()).collect()
}

fn check(class: &str, what: &str, expected: &str, got: &BTreeSet<String>) -> usize {
    let expected = words(expected);
    let missing: Vec<_> = expected.difference(got).collect();
    assert!(missing.is_empty(), "{class}: {what} lacks {missing:?}");
    expected.len()
}

#[test]
fn verbs_of_every_class_inflect() {
    let mut count = 0;
    for row in rows("Verbs") {
        let [class, past, present, finite, passive, masdar, active, done, never] = row[..] else {
            panic!("nine cells in {row:?}")
        };
        let presents = [present.to_owned()];
        let shape = Shape::of(past, Some(present));
        let own = texts(&ar::finite(past, &presents, &[]));
        let suffered = texts(&ar::finite_passive(past, &presents));
        let one = |form: Option<String>| form.iter().map(|f| fold(f)).collect::<BTreeSet<_>>();
        let acting = ar::active(&shape, Some(present)).iter().map(|f| fold(f)).collect();
        count += check(class, "the active", finite, &own);
        count += check(class, "the passive", passive, &suffered);
        count += check(class, "the verbal noun", masdar, &one(ar::masdar(&shape)));
        count += check(class, "the active participle", active, &acting);
        let passive = ar::passive(&shape, Some(present));
        count += check(class, "the passive participle", done, &one(passive));
        for word in words(never) {
            assert!(!own.contains(&word) && !suffered.contains(&word), "{class}: {word}");
        }
    }
    println!("{count} forms of verbs");
    assert!(count >= 400);
}

#[test]
fn nouns_of_every_class_inflect() {
    for row in rows("Nouns") {
        let [class, singular, plurals, forms, never] = row[..] else {
            panic!("five cells in {row:?}")
        };
        let plurals: Vec<String> = words(plurals).into_iter().collect();
        let got: BTreeSet<String> =
            ar::noun_forms(&fold(singular), &plurals).into_iter().map(|(form, _)| form).collect();
        check(class, "the noun", forms, &got);
        for word in words(never).iter().filter(|w| **w != fold(singular)) {
            assert!(!got.contains(word), "{class}: {word}");
        }
    }
}

#[test]
fn the_imperfect_follows_from_the_perfect() {
    for row in rows("Verbs").iter().filter(|r| !r[0].starts_with("I ") && !r[0].starts_with("II "))
    {
        let shape = Shape::of(row[1], Some(row[2]));
        assert_eq!(fold(&shape.present().unwrap()), fold(row[2]), "{}", row[0]);
    }
}

#[test]
fn second_form_is_told_by_its_verbal_noun() {
    let of = |past: &str, present: &str| Shape::of(past, Some(present)).second();
    assert_eq!(ar::masdar(&of("دمر", "يدمر")).as_deref(), Some("تدمير"));
    assert_eq!(ar::masdar(&of("نحى", "ينحي")).as_deref(), Some("تنحية"));
    assert_eq!(ar::active(&of("دمر", "يدمر"), Some("يدمر")), ["مدمر"]);
}

#[test]
fn risky_forms_are_not_among_the_sure() {
    let sure = |past: &str, present: &str| ar::finite(past, &[present.to_owned()], &[]).sure;
    let has = |list: &[(String, Feat)], word: &str| list.iter().any(|(form, _)| form == word);
    for (past, present, word) in [
        ("قال", "يقول", "قلنا"),
        ("قال", "يقول", "يقل"),
        ("عاد", "يعود", "عدنا"),
        ("عاد", "يعود", "يعد"),
    ] {
        assert!(!has(&sure(past, present), word), "{word}");
    }
}

const CLITICS: &str = include_str!("../../../data/lang/ar/clitics.tsv");

fn clitics() -> Clitics {
    let mut out = Clitics::default();
    for (kind, words) in CLITICS.lines().filter_map(|l| l.split_once('\t')) {
        out.add(kind, words.split(' '));
    }
    out
}

#[test]
fn words_are_cut_at_their_clitics() {
    let clitics = clitics();
    for cut in [
        "و+قصفت",
        "ب+المدفعية",
        "ل+لحوثيين",
        "و+ب+سبب+ها",
        "س+يعلن",
        "و+س+تبدأ",
        "وزير",
        "وزارة+هم",
        "ف+هو",
        "فريق",
        "في+هم",
        "ل+هم",
        "بلدة",
        "سياسة",
        "هذه",
        "علي+ه",
        "من+ها",
        "ل+أن+ه",
        "مدينة",
        "مدينت+ه",
        "وقت",
        "و+قتل",
        "كتاب",
        "ك+هذا",
        "المياه",
        "الله",
    ] {
        let word = cut.replace('+', "");
        assert_eq!(clitics.segment(&word).join("+"), cut);
    }
}

/// The least share of words of the treebank that must be cut as it cuts them.
const CUT_RIGHT: f64 = 0.97;

/// The Arabic PUD treebank in CoNLL-U (CC BY-SA), where it is at hand: its tokens without a space
/// between them make a word, and its own cuts are what is expected.
#[test]
fn words_of_the_treebank_are_cut_as_it_cuts_them() {
    let named =
        std::env::var("HUDNA_PUD").unwrap_or_else(|_| "../../target/ar_pud-ud-test.conllu".into());
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(named);
    let Ok(content) = std::fs::read_to_string(&path) else {
        println!("skipped: no treebank at {} (name one with HUDNA_PUD)", path.display());
        return;
    };
    let clitics = clitics();
    let words = treebank_words(&content);
    let right = words.iter().filter(|w| clitics.segment(&w.concat()) == **w).count();
    let share = right as f64 / words.len() as f64;
    println!("{right} of {} words are cut as the treebank cuts them: {share:.4}", words.len());
    assert!(share >= CUT_RIGHT);
}

/// Words as lists of their pieces, without diacritics; punctuation and other scripts are left out.
fn treebank_words(content: &str) -> Vec<Vec<String>> {
    let bare = |form: &str| -> String {
        form.chars().filter(|c| hudna_read::fold::fold_char(*c).is_some()).collect()
    };
    let mut words = vec![Vec::new()];
    for line in content.lines() {
        let cells: Vec<_> = line.split('\t').collect();
        let ends = match cells[..] {
            [_, form, _, kind, .., notes] if !matches!(kind, "PUNCT" | "SYM") => {
                words.last_mut().unwrap().push(bare(form));
                !notes.contains("SpaceAfter=No")
            }
            _ => true,
        };
        if ends {
            words.push(Vec::new());
        }
    }
    let arabic = |w: &Vec<String>| w.concat().contains(|c| matches!(c, 'ء'..='ي'));
    words.retain(arabic);
    words
}
