//! Places of a text: what is found, and where it lies.

use std::path::Path;

use hudna_read::{Files, Pack, doc::Doc, layers::place};

fn pack() -> Pack {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../data");
    let mut files = Files::new();
    gather(&root, &root, &mut files);
    Pack::load(&files).expect("the data are sound")
}

fn gather(at: &Path, root: &Path, files: &mut Files) {
    for entry in std::fs::read_dir(at).expect("a folder of data").flatten() {
        let path = entry.path();
        if path.is_dir() {
            gather(&path, root, files);
        } else if let Ok(text) = std::fs::read_to_string(&path) {
            let name = path.strip_prefix(root).expect("inside").to_string_lossy();
            files.insert(name.replace('\\', "/"), text);
        }
    }
}

/// Strings of the places with their ids; `?` is a name that no gazetteer holds.
fn found(pack: &Pack, text: &str) -> Vec<(String, String)> {
    let doc = Doc::new(pack, &pack.langs["ar"], text, None);
    let places = place::find(&doc);
    let told = places.iter().map(|f| f.reference(&doc));
    told.map(|r| (r.text, r.id.unwrap_or_else(|| "?".into()))).collect()
}

#[test]
fn places_of_a_text_are_found_whole_and_where_they_lie() {
    let pack = pack();
    let check = |text: &str, expected: &[(&str, &str)]| {
        let found = found(&pack, text);
        let found: Vec<_> = found.iter().map(|(t, i)| (t.as_str(), i.as_str())).collect();
        assert_eq!(found, expected, "{text}");
    };
    // Lists behind a plural word, known names and unknown ones.
    check(
        "سقطت قذائف على بلدتي عندان وحريتان في سوريا.",
        &[("عندان", "sy-anadan"), ("حريتان", "sy-hraytan"), ("سوريا", "sy")],
    );
    check("انفجر لغم قرب قرية زقزوقيا.", &[]);
    check("انفجر لغم قرب قرية زقزوقان.", &[("قرية زقزوقان", "?")]);
    check("استهدف القصف قاعدة \"زقزوق\" أمس.", &[("قاعدة \"زقزوق", "?")]);
    // A name in other words, and one letter off.
    check(
        "دخلت القوات قرية حرب نفسه في سوريا.",
        &[("قرية حرب نفسه", "sy-harbnafsa"), ("سوريا", "sy")],
    );
    // A street bears the name of a country and lies in none.
    check("انفجرت عبوة في شارع البحرين.", &[("شارع البحرين", "?")]);
    // Sides of a country are regions; a side of a town belongs to its string.
    check("قصفت الطائرات شمالي العراق.", &[("شمالي العراق", "iq-north")]);
    check("دارت معارك شرقي دير البلح.", &[("شرقي دير البلح", "ps-deir-al-balah")]);
    // A definite word is the place told before.
    check(
        "اقتحم الجنود مخيم جنين صباحا ثم انسحبوا من المخيم.",
        &[("مخيم جنين", "ps-jenin-camp"), ("مخيم جنين", "ps-jenin-camp")],
    );
}

#[test]
fn a_name_one_letter_off_is_a_guess_that_says_so() {
    let pack = pack();
    let doc = Doc::new(&pack, &pack.langs["ar"], "قصف الطيران بلدة حرنبفسه في ريف حماة.", None);
    let places = place::find(&doc);
    let told = places[0].reference(&doc);
    assert_eq!((told.id.as_deref(), told.candidates), (Some("sy-harbnafsa"), 2));
}

#[test]
fn names_of_parties_and_papers_are_no_places() {
    let pack = pack();
    for text in
        ["سيطر جيش الإسلام على المقر.", "أعلنت كتائب القسام مسؤوليتها.", "هاجم لواء القدس الموقع."]
    {
        assert_eq!(found(&pack, text), [], "{text}");
    }
}
