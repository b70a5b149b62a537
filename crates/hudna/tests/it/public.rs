//! The public view: nothing finer, younger, or in anybody's words leaves through it.

use hudna::derive;
use hudna::facts::Facts;
use hudna::generate::Random;
use hudna::model::{Incident, Level, Moment, PartyKind, PlaceLevel, Situation, SourceKind, Toll};
use hudna::rights::public::{DELAY_HOURS, FEW, until, view, view_until};
use serde_json::Value;

use crate::world::{data, env, example_store, store};

fn moment(text: &str) -> Moment {
    text.parse().unwrap()
}

/// The example as it stands at a time.
fn picture(at: &str) -> Situation {
    let (dir, env) = (example_store(), env(91));
    let store = store(dir.path(), &env);
    let facts = Facts::load(&store, Some(moment(at))).unwrap();
    derive::picture(&facts, data(), derive::head(&store).unwrap()).unwrap()
}

/// What must not be found, and what was made public, as JSON; the agreement and the story's own
/// words were published by their authors.
fn leaks(of: &Situation, shown: &Situation) -> Vec<String> {
    let mut json = serde_json::to_value(shown).unwrap();
    json["agreement"] = Value::Null;
    json["story"] = Value::Null;
    let text = json.to_string();
    forbidden(of).into_iter().filter(|word| text.contains(word.as_str())).collect()
}

fn forbidden(of: &Situation) -> Vec<String> {
    let mut out = Vec::new();
    for (id, filed) in &of.claims {
        out.push(id.clone());
        // One or two words may be a party's name.
        let words = &filed.claim.evidence.text;
        out.extend((words.chars().count() > 30).then(|| words.clone()));
    }
    for (id, report) in &of.reports {
        out.extend([id.clone(), report.label.clone(), report.sha256.clone()]);
    }
    let quoted = |id: &str| format!("\"{id}\"");
    for place in of.places.values().filter(|p| p.level < PlaceLevel::District) {
        out.extend([quoted(&place.id), format!("\"lat\":{},\"lon\":{}", place.lat, place.lon)]);
    }
    for party in of.parties.values().filter(|p| p.kind == PartyKind::Person) {
        out.extend([quoted(&party.id), quoted(&party.name.en), quoted(&party.name.ar)]);
    }
    let protected = of.sources.values().filter(|s| s.protection != "open");
    out.extend(protected.map(|s| quoted(&s.id)));
    out
}

#[test]
fn nothing_finer_is_in_the_public_view_of_the_example() {
    for at in
        ["2016-04-29T12:00:00+03:00", "2016-05-03T21:00:00+03:00", "2016-05-08T21:00:00+03:00"]
    {
        let situation = picture(at);
        assert!(forbidden(&situation).len() > 1000, "there is something to leak");
        assert_eq!(leaks(&situation, &view(&situation)), Vec::<String>::new(), "{at}");
        let whole = view_until(&situation, situation.as_of);
        assert_eq!(leaks(&situation, &whole), Vec::<String>::new(), "{at}");
        assert_eq!(whole.incidents.len(), situation.incidents.len());
        assert_eq!(whole.areas.len(), situation.areas.len(), "areas are governorates here");
    }
}

/// Keys whose strings are somebody's words or names.
const WORDS: [&str; 22] = [
    "place_text",
    "by",
    "why",
    "note",
    "label",
    "owner",
    "next",
    "team",
    "observations",
    "words",
    "trace",
    "settles",
    "rests_on",
    "people",
    "drivers",
    "origins",
    "denials",
    "links",
    "steps",
    "findings",
    "changes",
    "tasked",
];

/// Puts a mark into every string under one of the keys; ids that others lead to are none of them.
fn mark(value: &mut Value, inside: bool, count: &mut usize) {
    match value {
        Value::Object(object) => {
            // What a breakdown goes by, and why something is left out, are words of closed lists and
            // nobody's.
            let has = |key: &str| object.contains_key(key);
            let breakdown = has("drivers") && has("of");
            let left_out = has("n") && has("rests_on");
            for (key, value) in object.iter_mut() {
                let fixed = [
                    "at",
                    "found",
                    "relation",
                    "kind",
                    "reply",
                    "finding",
                    "acceptance",
                    "level",
                    "remedy",
                    "act",
                ];
                let list = (breakdown && key == "by") || (left_out && key == "why");
                let shut = fixed.contains(&key.as_str()) || list;
                let open = !shut;
                mark(value, open && (inside || WORDS.contains(&key.as_str())), count);
            }
        }
        Value::Array(list) => list.iter_mut().for_each(|v| mark(v, inside, count)),
        Value::String(text) if inside && text.parse::<Moment>().is_err() => {
            *count += 1;
            *text = format!("MARK {text}");
        }
        _ => {}
    }
}

#[test]
fn no_word_that_somebody_wrote_is_in_the_public_view() {
    let situation = picture("2016-05-08T21:00:00+03:00");
    let mut json = serde_json::to_value(&situation).unwrap();
    let mut count = 0;
    for part in ["incidents", "areas", "follow_ups", "aggregates", "cases", "questions", "patrols"]
    {
        mark(&mut json[part], false, &mut count);
    }
    assert!(count > 500, "{count}");
    let marked: Situation = serde_json::from_value(json).unwrap();
    for until in [until(marked.as_of), marked.as_of] {
        let shown = view_until(&marked, until);
        assert!(!serde_json::to_string(&shown).unwrap().contains("MARK"));
    }
}

/// Whether anything that was received later is told.
fn young(of: &Situation, incident: &Incident, until: Moment) -> bool {
    let whole = of.incidents.iter().find(|i| i.id == incident.id).unwrap();
    whole.claims.iter().any(|c| of.claims[c].received > until)
}

#[test]
fn nothing_younger_than_the_delay_is_shown() {
    let situation = picture("2016-05-03T21:00:00+03:00");
    let late = until(situation.as_of);
    assert_eq!(situation.as_of.seconds() - late.seconds(), DELAY_HOURS * 3600);
    let shown = view(&situation);
    assert!(!shown.incidents.is_empty() && shown.incidents.len() < situation.incidents.len());
    assert!(shown.incidents.iter().all(|i| !young(&situation, i, late)));
    assert!(shown.follow_ups.iter().all(|f| f.last_told <= late));
    let days: Vec<_> = shown.areas.iter().flat_map(|a| &a.history).map(|d| &d.date).collect();
    assert!(!days.is_empty() && days.iter().all(|d| ***d < *late.day().to_string()));
    // One second earlier than its first report an incident is not there.
    let first = &shown.incidents[0];
    let whole = situation.incidents.iter().find(|i| i.id == first.id).unwrap();
    let told = whole.claims.iter().map(|c| situation.claims[c].received).max().unwrap();
    let has = |until| view_until(&situation, until).incidents.iter().any(|i| i.id == first.id);
    assert!(has(told) && !has(told.plus_seconds(-1)));
}

#[test]
fn few_are_not_told_exactly() {
    let situation = picture("2016-05-08T21:00:00+03:00");
    let mut random = Random::new(5);
    let mut drawn = situation.clone();
    let toll = situation.incidents.iter().flat_map(|i| &i.tolls).next().expect("a toll").clone();
    for incident in &mut drawn.incidents {
        let figures = [0; 3].map(|_| (random.number() % 6) as u32);
        let [low, best, high] = {
            let mut f = figures;
            f.sort_unstable();
            f
        };
        incident.tolls = vec![Toll { low, best, high, ..toll.clone() }];
    }
    let shown = view_until(&drawn, drawn.as_of);
    for (incident, of) in shown.incidents.iter().zip(&drawn.incidents) {
        let (told, exact) = (&incident.tolls[0], &of.tolls[0]);
        assert!(told.low <= exact.low && exact.high <= told.high, "the range holds the figure");
        let few = |n: u32, reads| if (1..FEW).contains(&n) { reads } else { n };
        let expected = (few(exact.low, 1), few(exact.best, 2), few(exact.high, 2));
        assert_eq!((told.low, told.best, told.high), expected);
        assert!(told.rows.is_empty() && told.id != exact.id);
    }
}

#[test]
fn cases_and_sources_are_shown_when_they_are_public() {
    let mut situation = picture("2016-05-08T21:00:00+03:00");
    assert!(!situation.cases.is_empty(), "the example has a case");
    for case in &mut situation.cases {
        case.published = None;
    }
    let one = situation.sources.values_mut().find(|s| s.kind == SourceKind::Witness);
    let id = match one {
        Some(source) => source,
        None => situation.sources.values_mut().next().unwrap(),
    };
    id.protection = "protected".to_owned();
    let id = id.id.clone();
    let shown = view_until(&situation, situation.as_of);
    assert!(shown.cases.is_empty() && !shown.sources.contains_key(&id));
    situation.cases[0].published = Some(Level::Public);
    let shown = view_until(&situation, situation.as_of);
    assert_eq!(shown.cases.len(), 1);
    assert!(shown.cases[0].steps.is_empty() && shown.cases[0].tasked.is_none());
    assert!(leaks(&situation, &shown).is_empty());
}
