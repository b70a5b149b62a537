//! What was received later is not seen; counts come when they are received.

use hudna::derive::situation;
use hudna::facts::Facts;
use hudna::model::Moment;

use crate::world::{data, env, example, example_store, folder, followed, store};

fn moment(text: &str) -> Moment {
    text.parse().expect("a time")
}

/// How many reports are seen at a time.
fn check(as_of: &str, reports: usize) {
    let dir = example_store();
    let store = store(dir.path(), &env(30));
    let at = moment(as_of);
    let facts = Facts::load(&store, Some(at)).unwrap();
    assert_eq!(facts.reports.len(), reports, "{as_of}");
    assert!(facts.reports.values().all(|r| r.received.seconds() <= at.seconds()));
    assert!(facts.decisions.iter().all(|d| d.received.seconds() <= at.seconds()));
    let picture = situation(&store, data(), Some(at)).unwrap();
    assert_eq!(picture.as_of, at);
    assert_eq!(picture.reports.len(), reports);
    assert!(picture.claims.values().all(|c| c.received.seconds() <= at.seconds()));
}

#[test]
fn reports_are_seen_from_their_receipt_on() {
    check("2016-04-20T21:39:59+03:00", 0);
    check("2016-04-20T21:40:00+03:00", 1);
    check("2016-04-20T18:40:00Z", 1);
    check("2016-04-28T14:20:00+03:00", 3);
}

#[test]
fn a_store_stands_at_its_storys_time_when_none_is_asked_for() {
    let dir = example_store();
    let store = store(dir.path(), &env(31));
    let facts = Facts::load(&store, None).unwrap();
    assert_eq!(facts.as_of.to_string(), "2016-05-03T21:00:00+03:00");
}

/// The last day counted at a time, for counts received so many days after the day.
fn counted(after: &str, as_of: &str, last: Option<&str>) {
    let (story, dir, env) = (folder(), folder(), env(32));
    let text = std::fs::read_to_string(example().join("story.toml")).unwrap();
    let text = text.split("[[report]]").next().unwrap();
    let text = text.replace("received_after_days = 0", &format!("received_after_days = {after}"));
    std::fs::write(story.path().join("story.toml"), text).unwrap();
    std::fs::copy(example().join("counts.csv"), story.path().join("counts.csv")).unwrap();
    let store = store(dir.path(), &env);
    followed(story.path(), &store, &env).expect("a story of counts alone");
    let facts = Facts::load(&store, Some(moment(as_of))).unwrap();
    let days = facts.counts_of("counts").expect("the counts are there").days.clone();
    assert_eq!(days.iter().map(|(d, _)| d.date.as_str()).max(), last, "{after} at {as_of}");
}

#[test]
fn counts_are_seen_when_they_are_received() {
    counted("0", "2016-05-03T21:00:00+03:00", Some("2016-05-03"));
    counted("1", "2016-05-03T21:00:00+03:00", Some("2016-05-02"));
    counted("3", "2016-05-03T00:00:00+03:00", Some("2016-04-30"));
    counted("3", "2016-05-02T23:59:59+03:00", Some("2016-04-29"));
    counted("3650", "2016-05-03T21:00:00+03:00", None);
}

#[test]
fn a_delay_that_no_counts_have_is_refused() {
    for after in ["9223372036854775807", "-1", "36500"] {
        let (story, dir, env) = (folder(), folder(), env(33));
        let text = std::fs::read_to_string(example().join("story.toml")).unwrap();
        let told = format!("received_after_days = {after}");
        let text = text.replace("received_after_days = 0", &told);
        std::fs::write(story.path().join("story.toml"), text).unwrap();
        let store = store(dir.path(), &env);
        let Err(error) = followed(story.path(), &store, &env) else { panic!("{after}") };
        assert!(error.to_string().contains("received_after_days"), "{error}");
        assert_eq!(store.size().unwrap(), 0);
    }
}
