//! The pictures: golden files of both languages, and what must hold for any data.

mod invented;

use std::fs;
use std::path::PathBuf;

use hudna_brief::Messages;
use hudna_brief::pictures::{AlarmCourse, Fan, Look, Ribbon, alarm, fan, ribbon};
use hudna_model::{Bilingual, Lang};

/// Compares with `tests/golden/pictures/NAME`; `UPDATE_GOLDEN=1` writes the file instead.
fn check_golden(name: &str, got: &str) {
    let path: PathBuf =
        [env!("CARGO_MANIFEST_DIR"), "tests", "golden", "pictures", name].iter().collect();
    if std::env::var_os("UPDATE_GOLDEN").is_some() {
        fs::write(&path, got).expect("the golden folder is there");
    }
    let expected = fs::read_to_string(&path).expect("the golden file is there");
    let differs = expected.lines().zip(got.lines()).position(|(a, b)| a != b);
    assert!(expected == got, "{name} differs, first in line {:?}", differs.map(|n| n + 1));
}

#[test]
fn every_picture_is_the_golden_picture() {
    for (name, picture) in invented::pictures() {
        assert!(!picture.contains('⟨'), "{name}: a message is missing");
        check_golden(&name, &picture);
    }
}

/// Walks the tags and entities of `text`; fails where it is no well-formed XML, as far as the
/// pictures use XML: elements, attributes in double quotes, the five entities.
fn well_formed(text: &str) {
    let mut open: Vec<&str> = Vec::new();
    let mut rest = text;
    while let Some((before, tag)) = rest.split_once('<') {
        content(before);
        let (tag, after) = tag.split_once('>').expect("a tag is closed");
        rest = after;
        if let Some(name) = tag.strip_prefix('/') {
            assert_eq!(open.pop(), Some(name), "elements are nested");
            continue;
        }
        let (tag, empty) = tag.strip_suffix('/').map_or((tag, false), |tag| (tag, true));
        let (name, attributes) = tag.split_once(' ').unwrap_or((tag, ""));
        check_attributes(attributes);
        if !empty {
            open.push(name);
        }
        assert!(!open.is_empty() || empty, "one element holds everything");
    }
    content(rest);
    assert!(open.is_empty() && rest.trim().is_empty(), "everything is closed: {open:?}");
}

fn content(text: &str) {
    assert!(!text.contains('>'), "{text}");
    let ends = ["amp;", "lt;", "gt;", "quot;"];
    for after in text.split('&').skip(1) {
        assert!(ends.iter().any(|end| after.starts_with(end)), "an entity: &{after}");
    }
    let barred = |c: char| c < ' ' && c != '\n';
    assert!(!text.contains(barred), "{text:?}");
}

fn check_attributes(attributes: &str) {
    let parts: Vec<&str> = attributes.split('"').collect();
    assert!(parts.len() % 2 == 1, "quotes are paired: {attributes}");
    let mut names: Vec<&str> =
        parts.iter().step_by(2).map(|p| p.trim()).filter(|p| !p.is_empty()).collect();
    assert!(names.iter().all(|name| name.ends_with('=')), "{attributes}");
    let count = names.len();
    names.sort_unstable();
    names.dedup();
    assert_eq!(names.len(), count, "no attribute stands twice: {attributes}");
    parts.iter().skip(1).step_by(2).for_each(|value| content(value));
}

fn check_sound(name: &str, picture: &str) {
    well_formed(picture);
    for bad in ["NaN", "inf", "-0\"", "<script", "href", "@import", "http://www.w3.org/1999"] {
        assert!(!picture.contains(bad), "{name}: {bad}");
    }
    assert!(picture.contains("role=\"img\""), "{name}");
    assert!(picture.contains("<title id=") && picture.contains("<desc id="), "{name}");
}

#[test]
fn every_picture_is_sound_and_drawn_the_same_again() {
    let (first, again) = (invented::pictures(), invented::pictures());
    assert_eq!(first.len(), 10);
    for ((name, picture), (_, same)) in first.iter().zip(&again) {
        check_sound(name, picture);
        assert_eq!(picture, same, "{name}");
    }
}

#[test]
fn arabic_pictures_speak_arabic_from_the_right() {
    for (name, picture) in invented::pictures() {
        let arabic = name.ends_with("-ar.svg");
        assert_eq!(picture.contains("direction=\"rtl\""), arabic, "{name}");
        let title = picture.split("-title\">").nth(1).expect("a title");
        let title = title.split('<').next().expect("its text");
        assert_eq!(title.chars().any(|c| ('ء'..='ي').contains(&c)), arabic, "{name}: {title}");
    }
}

/// What a source may have written for a name.
const WILD: &str = "A <b>\"&\u{0}'\u{2068}";

fn wild() -> Bilingual {
    Bilingual::new(WILD, WILD)
}

#[test]
fn names_are_escaped() {
    let messages = Messages::new();
    let look = Look::new(Lang::En, "\"><script>");
    let areas = invented::one().areas.into_iter().map(|mut area| {
        area.name = wild();
        area
    });
    let areas: Ribbon = Ribbon { areas: areas.collect(), ..invented::one() };
    let drawn = [
        ribbon(&areas, &look, &messages),
        alarm(&AlarmCourse { area: wild(), ..invented::course() }, &look, &messages),
        fan(&Fan { area: wild(), ..invented::days() }, &look, &messages),
    ];
    for picture in drawn {
        check_sound("wild", &picture);
        assert!(picture.contains("A &lt;b&gt;&quot;&amp;'"), "{picture}");
    }
}

#[test]
fn nothing_known_is_drawn_as_nothing() {
    let messages = Messages::new();
    let look = Look::new(Lang::Ar, "empty");
    let mut course = invented::course();
    course.days.clear();
    let mut outlook = invented::days();
    outlook.past.clear();
    outlook.steps.clear();
    let none = Ribbon { areas: Vec::new(), ..invented::many() };
    let drawn = [
        ribbon(&none, &look, &messages),
        alarm(&course, &look, &messages),
        fan(&outlook, &look, &messages),
    ];
    drawn.iter().for_each(|picture| check_sound("empty", picture));
}

#[test]
fn numbers_that_are_none_do_no_harm() {
    let messages = Messages::new();
    let look = Look::new(Lang::En, "none");
    let mut course = invented::course();
    for (day, value) in course.days.iter_mut().zip([f64::NAN, f64::INFINITY, -1.0]) {
        day.statistic = Some(value);
        day.events = Some(value);
    }
    course.threshold = 0.0;
    check_sound("alarm", &alarm(&course, &look, &messages));
    let mut outlook = invented::days();
    outlook.steps[0].median = f64::NAN;
    outlook.steps[1].days = 0;
    outlook.past[0] = Some(f64::INFINITY);
    check_sound("fan", &fan(&outlook, &look, &messages));
}

#[test]
fn silence_is_hatched_and_told() {
    let messages = Messages::new();
    let picture = alarm(&invented::course(), &Look::new(Lang::En, "a"), &messages);
    assert!(picture.contains("not counted: 4 days"), "in the description");
    let hatched = |picture: &str| picture.matches("url(#p-a-en-hatch)").count();
    assert_eq!(hatched(&picture), 2, "the days together, and the legend");
    let mut counted = invented::course();
    counted.days.iter_mut().for_each(|day| day.events = Some(1.0));
    assert_eq!(hatched(&alarm(&counted, &Look::new(Lang::En, "a"), &messages)), 0);
}

#[test]
fn the_alarm_is_told_once_while_it_is_up() {
    let messages = Messages::new();
    let picture = alarm(&invented::course(), &Look::new(Lang::En, "a"), &messages);
    let crossed = invented::course().days.iter().filter(|d| d.crossed).count();
    assert!(crossed > 1, "it crosses again");
    assert!(picture.contains("alarm on 6 April; level rose about 3 April;"), "{picture}");
}

#[test]
fn a_ribbon_says_each_area_in_words() {
    let messages = Messages::new();
    let picture = ribbon(&invented::one(), &Look::new(Lang::En, "a"), &messages);
    let told = "Northern Plain: collapsed since 23 March; alarm on 17 March.";
    assert!(picture.contains(told), "{picture}");
}

#[test]
fn data_come_through_json_as_they_were() {
    let ribbon = invented::one();
    let json = serde_json::to_string(&ribbon).expect("JSON");
    assert!(json.contains("\"start\":\"2031-02-03\"") && json.contains("\"no_data\""), "{json}");
    assert_eq!(serde_json::from_str::<Ribbon>(&json).expect("a ribbon"), ribbon);
}
