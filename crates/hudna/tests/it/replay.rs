//! Days as they would have been told then.

use hudna::derive::situation;
use hudna::replay::{Days, Replay};

use crate::world::{data, env, example_store, store};

fn days(from: &str, to: &str, step: u32) -> Days {
    Days { from: from.parse().expect("a day"), to: to.parse().expect("a day"), step }
}

#[test]
fn a_day_is_told_as_the_picture_of_its_evening() {
    let dir = example_store();
    let store = store(dir.path(), &env(50));
    let replay = Replay::open(&store, data()).unwrap();
    let moments = replay.moments(days("2016-04-14", "2016-05-03", 19), None).unwrap();
    let told: Vec<String> = moments.iter().map(ToString::to_string).collect();
    assert_eq!(told, ["2016-04-14T21:00:00+03:00", "2016-05-03T21:00:00+03:00"]);
    for moment in moments {
        let picture = situation(&store, data(), Some(moment)).unwrap();
        let day = replay.at(moment, None).unwrap();
        assert_eq!(day.areas.len(), picture.areas.len());
        for then in &day.areas {
            let state = picture.areas.iter().find(|a| a.area == then.area).expect("an area");
            assert_eq!(
                (then.status, then.ratio, then.level),
                (state.status, state.ratio, state.level)
            );
            let rules: Vec<&String> = state.reasons.iter().map(|r| &r.rule).collect();
            assert_eq!(then.reasons.iter().collect::<Vec<_>>(), rules);
        }
    }
}

#[test]
fn a_crossing_is_told_on_the_day_that_raises_it() {
    let dir = example_store();
    let store = store(dir.path(), &env(51));
    let replay = Replay::open(&store, data()).unwrap();
    let moments = replay.moments(days("2016-03-20", "2016-05-03", 1), Some("sy-aleppo")).unwrap();
    let mut crossed = Vec::new();
    for moment in moments {
        let day = replay.at(moment, Some("sy-aleppo")).unwrap();
        assert_eq!(day.areas.len(), 1);
        let alarm = day.areas[0].alarm.as_ref().expect("Aleppo has a level");
        assert!(alarm.up || !alarm.crossed, "what is raised is up: {day:?}");
        crossed.extend(alarm.crossed.then(|| day.date.clone()));
    }
    let picture = situation(&store, data(), None).unwrap();
    let aleppo = picture.areas.iter().find(|a| a.area == "sy-aleppo").expect("an area");
    assert_eq!(crossed, aleppo.alarm.as_ref().expect("it has one").crossings);
}

#[test]
fn days_that_cannot_be_told_are_refused() {
    let dir = example_store();
    let store = store(dir.path(), &env(52));
    let replay = Replay::open(&store, data()).unwrap();
    let check = |days: Days, area: Option<&str>, id: &str| {
        let error = replay.moments(days, area).expect_err("it is refused").to_string();
        assert!(error.contains(id), "{error}");
    };
    check(days("2016-05-01", "2016-05-04", 1), None, "told-replay-late");
    check(days("2016-05-03", "2016-05-01", 1), None, "told-replay-order");
    check(days("1900-01-01", "2016-05-01", 1), None, "told-replay-many");
    check(days("2016-05-01", "2016-05-03", 1), Some("nowhere"), "nowhere");
}
