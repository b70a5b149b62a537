//! Arabic and English: what people read is whole in either language.

use crate::run::{check, example, folder, followed, hudna, on};

/// Latin words that are the same in every language: ids, names of formats, units of hashing.
fn is_id(word: &str) -> bool {
    let hash = word.len() >= 8 && word.chars().all(|c| c.is_ascii_hexdigit());
    let id = word.contains(['-', '_', '.', '/', '#', ':', '+'])
        || word.chars().any(|c| c.is_ascii_digit());
    hash || id || ["UCDP", "GED", "CC", "BY", "SHA", "JSON", "ID"].contains(&word)
}

/// The text without what stands in quotation marks.
fn unquoted(text: &str) -> String {
    let mut depth = 0_i32;
    let outside = |c: char| {
        depth += i32::from("«“".contains(c)) - i32::from("»”".contains(c));
        (depth <= 0).then_some(c)
    };
    text.chars().filter_map(outside).collect()
}

/// No English words among the Arabic.
fn check_arabic(words: &[&str]) {
    let ran = on(followed(), &[words, &["--lang", "ar", "--format", "table"]].concat());
    check(&ran, 0, &[]);
    let letters = ran.out.chars().filter(|c| ('\u{0600}'..='\u{06ff}').contains(c)).count();
    assert!(letters > 40, "{}", ran.out);
    let latin = |word: &&str| word.chars().filter(char::is_ascii_alphabetic).count() >= 3;
    let ends = |c: char| !c.is_ascii_alphanumeric() && !"-_./#:+".contains(c);
    // What reports say is quoted in their own language.
    let own = unquoted(&ran.out);
    let strange: Vec<&str> = own.split(ends).filter(latin).filter(|w| !is_id(w)).collect();
    assert!(strange.is_empty(), "{words:?}: {strange:?}");
}

#[test]
fn arabic_lists_hold_no_english() {
    for list in ["areas", "incidents", "tolls", "followups", "sources"] {
        check_arabic(&[list]);
    }
}

#[test]
fn arabic_derivations_and_checks_hold_no_english() {
    check_arabic(&["why", "AREA-sy-hama"]);
    check_arabic(&["verify", "--derived"]);
}

#[test]
fn following_in_arabic() {
    let (store, story) = (folder(), example());
    let words = ["follow", story.to_str().expect("UTF-8"), "--lang", "ar", "--format", "table"];
    let ran = on(store.path(), &words);
    check(&ran, 0, &[]);
    for part in ["حلب", "منهارة", "1.44", "مثال مركّب"] {
        assert!(ran.out.contains(part), "{part} is not in: {}", ran.out);
    }
}

#[test]
fn the_locale_chooses_where_nobody_says() {
    let told = |name: &str, value: &str| {
        let mut command = hudna();
        command.args(["areas", "--format", "table", "--store"]).arg(followed()).env(name, value);
        String::from_utf8(command.output().expect("runs").stdout).expect("UTF-8")
    };
    assert!(told("LANG", "ar_SY.UTF-8").contains("حلب"));
    assert!(told("LC_ALL", "ar").contains("حلب"));
    assert!(told("LANG", "fr_FR.UTF-8").contains("Aleppo"));
}

/// No invisible marks of direction where nobody asked for them, and no colour outside a terminal.
#[test]
fn plain_output_is_plain() {
    for lang in ["ar", "en"] {
        let ran = on(followed(), &["areas", "--lang", lang, "--format", "table"]);
        let marks =
            |c: char| matches!(c, '\u{2066}'..='\u{2069}' | '\u{202a}'..='\u{202e}' | '\u{1b}');
        assert!(!ran.out.contains(marks), "{lang}");
    }
}
