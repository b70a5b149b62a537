//! Names that reports use: which place they may mean, and what people say that they are not.

use hudna::decide::{Desk, Who};
use hudna::facts::Facts;
use hudna::model::{Note, NoteKind, Span};
use hudna::names::near::{Fit, Home, Near, is_settled, near};
use hudna::names::{form, grown, waiting};
use hudna::record::NoName;
use hudna::reread::{Wanted, reread};
use hudna::{Data, Env, Store};

use crate::world::{data, env, example_store, sound, store};

/// Aleppo, from which distances are taken.
const ALEPPO: (f64, f64) = (36.2, 37.16);

fn candidates(name: &str) -> Vec<Near> {
    near(data(), &data().agreements["syria-coh-2016"], name, &[ALEPPO])
}

#[test]
fn places_at_home_come_first_and_the_nearest_of_them() {
    let squares = candidates("الميدان");
    let first = squares.first().expect("a quarter of Aleppo bears the name");
    assert_eq!((first.fit, first.home), (Fit::Same, Home::Area), "{squares:?}");
    assert!(first.place.starts_with("sy-aleppo"), "{squares:?}");
    let same: Vec<f64> =
        squares.iter().filter(|n| n.fit == Fit::Same).filter_map(|n| n.km).collect();
    assert!(same.len() > 1 && same.is_sorted(), "Damascus has one too: {squares:?}");
    assert!(squares.iter().all(|n| n.home != Home::Abroad), "Mosul is far away: {squares:?}");
}

#[test]
fn a_name_of_nothing_at_home_may_be_one_abroad() {
    for name in ["Geneva", "جنيف", "جينيف"] {
        let found = candidates(name);
        let first = found.first().unwrap_or_else(|| panic!("{name} is known"));
        assert_eq!(
            (first.place.as_str(), first.fit, first.home),
            ("ch-geneva", Fit::Same, Home::Abroad)
        );
    }
    assert!(candidates("زنوبيا المجهولة").is_empty());
}

#[test]
fn nobody_is_asked_which_of_its_namesakes_a_place_at_home_is() {
    let note = |name: &str| Note {
        kind: NoteKind::AmbiguousPlace,
        span: Span::new(0, name.chars().count()),
        text: name.into(),
        why: String::new(),
    };
    let (dir, env) = (example_store(), env(93));
    let facts = Facts::load(&store(dir.path(), &env), None).unwrap();
    let filed = facts.reports.values().next().expect("the example has reports");
    let settled =
        |name| is_settled(data(), &data().agreements["syria-coh-2016"], filed, &note(name));
    assert!(settled("الفوعة"), "one town of Syria bears the name");
    assert!(settled("مستشفى القدس"), "so does one hospital, which the register writes مشفى");
    assert!(!settled("الميدان"), "quarters of Aleppo and Damascus do");
    assert!(!settled("جنيف"), "none of Syria does");
    assert!(!settled("زنوبيا المجهولة"));
}

#[test]
fn a_hospital_is_not_offered_the_town_of_its_name() {
    for name in ["مستشفى القدس", "مشفى القدس"] {
        let found = candidates(name);
        assert!(found.iter().all(|n| n.place != "ps-jerusalem"), "{found:?}");
        let towns = found.iter().filter_map(|n| data().places.get(&n.place));
        for town in towns {
            assert!(town.name.ar.contains("ستشف") || town.name.ar.contains("مشف"), "{town:?}");
        }
    }
}

/// The store with the data that have grown by what people entered, read again where a name waits.
fn again(at: &Store, env: &Env, names: &[String]) -> Data {
    let fresh = || Ok(hudna::data::embedded_files());
    let grown = grown(Data::embedded().expect("the data are sound"), fresh, at).expect("it grows");
    let facts = Facts::load(at, None).unwrap();
    let wanted = Wanted { only: Some(waiting(&facts, names, &grown.heads)), ..Wanted::default() };
    reread(at, &grown, env, wanted, &mut |_, _| {}).expect("it is read again");
    grown
}

/// How often a place of this key is asked about.
fn asked(at: &Store, name: &str) -> usize {
    let facts = Facts::load(at, None).unwrap();
    let notes = facts.reports.values().flat_map(|r| r.reading.iter().flat_map(|x| &x.notes));
    let place = |k: NoteKind| matches!(k, NoteKind::UnknownPlace | NoteKind::AmbiguousPlace);
    let key = data().heads.key(name);
    notes.filter(|n| place(n.kind) && data().heads.key(&n.text) == key).count()
}

#[test]
fn what_is_no_place_is_not_asked_again_until_that_is_undone() {
    let (dir, env) = (example_store(), env(91));
    let at = store(dir.path(), &env);
    let who = Who { by: "ann".into(), at: None, why: "as the report makes clear".into() };
    let desk = || Desk::open(&at, data(), &env, who.clone()).expect("the desk opens");
    for (not, name) in [(NoName::Place, "مستشفى القدس"), (NoName::Outside, "حي باب الفرج")]
    {
        let before = asked(&at, name);
        assert!(before > 0, "the example asks where {name} is");
        let done = desk().no_name(not, vec![form(name)]).expect("it is entered");
        let twice = desk().no_name(not, vec![form(name)]).expect_err("once is enough");
        assert_eq!(twice.code(), "told-already");
        again(&at, &env, &[name.to_owned()]);
        assert_eq!(asked(&at, name), 0, "{name}");
        let undone = desk().undo(done.entry).expect("it is undone");
        let names = desk().names_of(undone.entry).unwrap();
        assert_eq!(names, [name]);
        again(&at, &env, &names);
        assert_eq!(asked(&at, name), before, "{name}");
    }
    assert_eq!(
        desk().no_name(NoName::Place, Vec::new()).expect_err("none").code(),
        "told-bad-name"
    );
    drop(at);
    sound(dir.path(), true);
}

#[test]
fn whoever_is_no_party_is_heeded_in_every_spelling() {
    let (dir, env) = (example_store(), env(92));
    let at = store(dir.path(), &env);
    let name = "لواء زنوبيا";
    assert!(!data().describes("ar", name), "it may be a name");
    let who = Who { by: "ann".into(), at: None, why: "nobody".into() };
    let desk = Desk::open(&at, data(), &env, who).expect("the desk opens");
    desk.no_name(NoName::Party, vec![form(name)]).expect("it is entered");
    let grown = again(&at, &env, &[name.to_owned()]);
    assert!(grown.describes("ar", name) && grown.describes("ar", "لِواء زنوبيا"));
    drop(at);
    sound(dir.path(), true);
}

#[test]
fn common_words_are_nobodys_name() {
    let describes = |words: &str, expected: bool| {
        let lang = if words.is_ascii() { "en" } else { "ar" };
        assert_eq!(data().describes(lang, words), expected, "{words}");
    };
    for words in [
        "طائرات حربية",
        "الطيران الحربي",
        "250 شخصا",
        "فصائل معارضة",
        "الفصائل",
        "الأحياء الآمنة",
        "حي بستان القصر",
        "مستشفى الضبيط",
        "جامع ملا خان",
        "منزلا",
        "الأهالي",
        "المنطقة",
        "جميع الأطراف",
        "مدنيين",
        "قواتها",
        "western districts",
        "rebel shelling",
        "Dabit hospital",
    ] {
        describes(words, true);
    }
    for words in ["الدفاع المدني", "لواء زنوبيا", "كتائب زنوبيا", "Zenobia Brigade"]
    {
        describes(words, false);
    }
}
