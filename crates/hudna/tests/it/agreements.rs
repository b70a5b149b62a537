//! Agreements of the data: what is refused, and where; worked cases.

use hudna::agreements::check_cases;
use hudna::data::{Data, agreement, embedded_files};

const FILE: &str = "agreements/hudaydah-2018/agreement.toml";

/// The first fault of the agreement with some text of it replaced, and how many faults there are.
fn fault(data: &Data, old: &str, new: &str) -> (String, usize) {
    let text = embedded_files()[FILE].replacen(old, new, 1);
    assert!(text.contains(new), "{old} is there");
    // Its outlines are another file: without it only they are missing.
    let faults = agreement(FILE, &text, &data.pack).err().unwrap_or_default();
    let faults: Vec<String> = faults.iter().map(ToString::to_string).collect();
    let own: Vec<&String> = faults.iter().filter(|f| !f.contains("areas.geojson")).collect();
    (own.first().map_or(String::new(), |f| (*f).clone()), own.len())
}

#[test]
fn what_a_type_cannot_say_is_refused_with_line_and_remedy() {
    let data = Data::embedded().expect("the data are sound");
    let check = |old: &str, new: &str, expected: &str| {
        let (first, n) = fault(&data, old, new);
        assert!(first.contains(expected) && n > 0, "{new}: {first}");
        let line = first.strip_prefix(FILE).and_then(|rest| rest.strip_prefix(':'));
        assert!(line.is_some_and(|l| l.starts_with(|c: char| c.is_ascii_digit())), "{first}");
    };
    check("deontic = \"prohibit\"", "deontic = \"forbid\"", "unknown variant `forbid`");
    check("consensus = \"all\"", "consent = \"all\"", "unknown field `consent`");
    check("keeper = \"unmha\"", "keeper = \"unmhx\"", "no party has the id \"unmhx\"");
    check("places = [\"ye-hudaydah\"]", "places = [\"ye-hudeida\"]", "no place has the id");
    check("zones = [\"governorate\"]", "zones = [\"gouvernorat\"]", "no zone has the id");
    check("within = \"governorate\"", "within = \"ports\"", "within itself by a circle");
    check("relation = \"incorporated\"", "relation = \"base\"", "2 instruments are the base");
    check("due = \"2019-01-01", "due = \"2018-01-01", "due before the agreement is in force");
    check("id = \"redeploy-all\"", "id = \"redeploy-first\"", "two of the kind obligation");
    check("of = [\"cease-fire\"]", "of = [\"cease-fires\"]", "no obligation has the id");
    check("since = \"2018-12-13\"", "since = \"13.12.2018\"", "is no day");
    check("ar = \"أسبوعيًا.\"", "ar = \"weekly\"", "not in both languages");
    check("source = \"S/RES/2452 (2019)\"", "source = \"\"", "has no source");
    assert_eq!(fault(&data, "Terms in our own words", "Terms in our words").1, 0);
}

#[test]
fn every_worked_case_holds_and_a_changed_one_is_told() {
    let mut files = embedded_files();
    let data = Data::load(&files).expect("the data are sound");
    let run = |files: &hudna::read::Files| {
        check_cases(files, &data.agreements, &data.places, &data.parties)
    };
    let (n, faults) = run(&files);
    assert!(n >= 4 * 12 && faults.is_empty(), "{faults:?}");
    assert!(data.agreements["minsk-2015"].shapes.contains_key("contact-line"));
    let file = "agreements/minsk-2015/cases/monitor-denied.toml";
    let changed = files[file].replace("\"possible_breach\"", "\"breach\"");
    files.insert(file.to_owned(), changed);
    let (_, faults) = run(&files);
    assert_eq!(faults.len(), 1, "{faults:?}");
    assert!(faults[0].to_string().contains("the verdict is PossibleBreach, not Breach"));
    files.insert(file.to_owned(), "id = \"other\"".to_owned());
    assert_eq!(run(&files).1.len(), 1);
}
