//! Names on the pages: what they may mean, what they are not, and that one undoing takes it back;
//! what is read back of an intake; and how the engine's sentences are written.

use hudna::rights::Role;

use crate::client::Answer;
use crate::world::World;

const FORM: (&str, &str) = ("content-type", "application/x-www-form-urlencoded");

fn encoded(text: &str) -> String {
    text.bytes().map(|b| format!("%{b:02X}")).collect()
}

#[track_caller]
fn send(world: &World, role: Role, path: &str, fields: &[(&str, &str)]) -> Answer {
    let pairs: Vec<String> = fields.iter().map(|(n, v)| format!("{n}={}", encoded(v))).collect();
    let answer = world.as_role(role, "POST", path, &[FORM], pairs.join("&").as_bytes());
    assert!((200..400).contains(&answer.status), "{path}: {}", answer.text());
    answer
}

/// The entry that a form made, from what it gives the next page.
#[track_caller]
fn entry(answer: &Answer) -> String {
    let cookies = answer.headers.iter().filter(|(n, _)| n == "set-cookie");
    let flash = cookies.map(|(_, v)| v.as_str()).find(|v| v.starts_with("hudna_flash="));
    let flash = flash.and_then(|v| v.split(';').next()).expect("it says what was done");
    flash.rsplit("%7C").next().unwrap_or_default().to_owned()
}

/// Names that the queue asks about.
#[track_caller]
fn asked(world: &World, path: &str) -> Vec<String> {
    let page = world.get(path).text();
    let pieces = page.split("name=\"name\" value=\"").skip(1);
    pieces.filter_map(|p| p.split('"').next()).map(str::to_owned).collect()
}

#[test]
fn a_name_is_answered_as_no_place_and_that_is_taken_back() {
    let world = World::new(false);
    let queue = "/review?tab=names&ui=en";
    let before = asked(&world, queue);
    let name = before.first().expect("the example asks about names").clone();
    for answer in ["!place", "!outside"] {
        let fields = [("name", name.as_str()), ("place", answer)];
        let done = send(&world, Role::Analyst, "/names", &fields);
        assert!(!asked(&world, queue).contains(&name), "{name} waits no more");
        let entered = entry(&done);
        let page = world.get(&format!("/ledger/{entered}?ui=en")).text();
        assert!(page.contains("words that are no name"), "the entry has its kind");
        send(&world, Role::Analyst, "/undo", &[("entry", &entered)]);
        assert!(asked(&world, queue).contains(&name), "{name} waits again");
    }
}

#[test]
fn each_name_is_asked_about_once_and_talks_are_found() {
    let world = World::shared();
    let all = asked(world, "/review?tab=names&ui=ar");
    let keys: std::collections::BTreeSet<String> =
        all.iter().map(|n| n.replace("مستشفى", "مشفى").replace("حي ", "")).collect();
    assert_eq!(keys.len(), all.len(), "{all:?}");
    assert!(!all.iter().any(|n| n == "Geneva" || n.starts_with('و')), "{all:?}");
}

#[test]
fn a_party_is_answered_as_nobody() {
    let world = World::new(false);
    let page = "/parties?unknown=all&ui=ar";
    let waiting = asked(&world, page);
    let name = waiting.first().expect("the example has a name that no register holds").clone();
    let done = send(&world, Role::Analyst, "/parties/teach", &[("name", &name), ("is", "!party")]);
    assert!(!asked(&world, page).contains(&name));
    send(&world, Role::Analyst, "/undo", &[("entry", &entry(&done))]);
    assert!(asked(&world, page).contains(&name));
}

#[test]
fn a_nil_return_is_read_back() {
    let world = World::new(false);
    let fields = [
        ("kind", "nil"),
        ("area", "حلب"),
        ("reached", "yes"),
        ("watched", "the road to Castello"),
        ("start", "2016-05-03T06:00"),
        ("end", "2016-05-03T12:00"),
        ("source", "patrol 4"),
    ];
    let answer = send(&world, Role::Monitor, "/submit", &fields);
    let next = answer.header("location").expect("it leads to what was understood").to_owned();
    let page = |lang: &str| {
        let path = format!("{next}?ui={lang}");
        world.as_role(Role::Monitor, "GET", &path, &[], b"").text()
    };
    let (ar, en) = (page("ar"), page("en"));
    assert!(en.contains("Nothing was seen at the road to Castello (Aleppo) between 3 May"), "{en}");
    assert!(ar.contains("لم يُلاحَظ شيء في"), "{ar}");
    for page in [ar, en] {
        assert!(page.contains("the road to Castello"), "the words stand as they were written");
    }
}

#[test]
fn a_report_asks_once_where_a_place_is_and_speaks_one_language() {
    let world = World::new(false);
    let fields = [
        ("kind", "report"),
        ("area", "حلب"),
        ("place", "زنوبيا الجديدة"),
        ("perceived", "heard"),
        ("text", "قُصفت قرية زنوبيا الجديدة اليوم وقُتل 3 أشخاص."),
        ("start", "2016-05-03T14:00"),
        ("source", "7"),
    ];
    let answer = send(&world, Role::Monitor, "/submit", &fields);
    let next = answer.header("location").expect("it leads to what was understood").to_owned();
    let page = |lang: &str| {
        let path = format!("{next}?ui={lang}");
        world.as_role(Role::Monitor, "GET", &path, &[], b"").text()
    };
    let english = page("en");
    let places = english.matches("name=\"name\" value=").count();
    assert_eq!(places, 1, "the village is asked about once: {english}");
    assert!(english.contains("killed") && !english.contains("class=\"back\" lang"), "{english}");
    assert!(english.contains("قُتل 3 أشخاص"), "the words stand as they were written");
    let where_is = [("name", "زنوبيا الجديدة"), ("words", "near Anadan")];
    send(&world, Role::Monitor, &format!("{next}/places"), &where_is);
    assert_eq!(page("en").matches("name=\"name\" value=").count(), 0, "nobody is asked twice");
}

#[test]
fn the_sentences_of_the_engine_are_written_as_the_reader_wants_them() {
    let world = World::new(false);
    let set = |digits, months| {
        let fields = [("language", "ar"), ("digits", digits), ("months", months)];
        send(&world, Role::Analyst, "/settings", &fields);
        let page = world.get("/areas/sy-aleppo?ui=ar").text();
        sentences(&page)
    };
    let both = set("latn", "both");
    assert!(both.contains("نيسان&#x2f;أبريل"), "{both}");
    let levant = set("latn", "levantine");
    assert!(levant.contains("نيسان") && !levant.contains("أبريل"), "{levant}");
    let egypt = set("arab", "egyptian");
    assert!(egypt.contains("أبريل") && !egypt.contains("نيسان"), "{egypt}");
    assert!(egypt.contains('٢') && levant.contains('2'), "figures follow, too");
}

/// The sentences that the engine gives as reasons of a state.
fn sentences(page: &str) -> String {
    let all = page.split("<p class=\"read\">").skip(1);
    all.filter_map(|rest| rest.split("</p>").next()).collect::<Vec<_>>().join("\n")
}
