//! Counts and truces of one's own: what is taken, what is refused, what is told of them.

use super::counts::{Series, day};
use super::own::{On, OwnCounts, OwnTruce, own_counts, own_truces};
use super::told::{NoData, tell_alarms, tell_areas};
use super::told_outlook::tell_outlook;
use super::told_silence::tell_silence;

fn file(text: &str) -> tempfile::NamedTempFile {
    let file = tempfile::NamedTempFile::new().expect("made");
    std::fs::write(file.path(), text).expect("written");
    file
}

fn counts(text: &str) -> OwnCounts {
    own_counts(file(text).path(), On::Events).expect("some lines are good")
}

#[test]
fn bad_lines_are_refused_with_their_number_and_the_rest_is_taken() {
    let found = counts(
        "area,date,events,deaths\na,2020-01-01,2,0\na,2020-13-01,2,0\n,2020-01-01,1,0\n\
         a,2020-01-02,-1,0\na,2020-01-01,5,0\n\"b, c\",2020-01-03,,7\n",
    );
    let refused: Vec<_> = found.refused.iter().map(|r| (r.line, r.why.as_str())).collect();
    assert_eq!(
        refused,
        [
            (3, "\"2020-13-01\" is not a day such as 2016-05-03"),
            (4, "there is no area"),
            (5, "\"-1\" is no count"),
            (6, "a has a count of 2020-01-01 on line 2 already"),
        ]
    );
    assert_eq!(found.taken, 2);
    let series = &found.sources[0];
    assert_eq!(series.areas["a"], [Some(2.0), Some(0.0), Some(0.0)]);
    assert_eq!(series.areas["b, c"], [Some(0.0), Some(0.0), None], "an empty cell: nobody counted");
}

#[test]
fn sources_are_series_of_their_own_and_the_column_is_chosen() {
    let text = "area,date,events,deaths,source\na,2020-01-01,1,3,x\na,2020-01-01,2,4,y\n\
                a,2020-01-02,1,9,y\n";
    let found = own_counts(file(text).path(), On::Deaths).expect("good");
    let names: Vec<&str> = found.sources.iter().map(|s| s.name.as_str()).collect();
    assert_eq!(names, ["x", "y"]);
    assert_eq!(found.sources[0].areas["a"], [Some(3.0), Some(0.0)], "to the file's last day");
    assert_eq!(found.sources[1].areas["a"], [Some(4.0), Some(9.0)]);
}

#[test]
fn who_writes_days_of_nothing_has_not_counted_the_days_left_out() {
    let daily = "area,date,events,deaths\na,2020-01-01,0,0\na,2020-01-02,2,0\na,2020-01-04,0,0\n";
    assert_eq!(counts(daily).sources[0].areas["a"], [Some(0.0), Some(2.0), None, Some(0.0)]);
    let events = "area,date,events,deaths\na,2020-01-01,1,0\na,2020-01-02,2,0\na,2020-01-04,1,0\n";
    assert_eq!(counts(events).sources[0].areas["a"][2], Some(0.0));
}

#[test]
fn files_that_cannot_be_used_say_why() {
    #[track_caller]
    fn check(text: &str, said: &str) {
        let file = file(text);
        let error = own_counts(file.path(), On::Events).expect_err("refused").to_string();
        assert!(error.contains(said), "{error}");
    }
    check("", "columns are missing");
    check("area,date,deaths\na,2020-01-01,2\n", "columns are missing");
    check("area,date,events,deaths\n", "there are no counts");
    check("area,date,events,deaths\na,soon,1,1\n", ":2: \"soon\" is not a day");
}

#[test]
fn truces_are_of_one_area_or_of_all() {
    let known = counts("area,date,events,deaths\na,2020-01-01,1,0\na,2020-03-01,1,0\n");
    let text = "area,start,end\na,2020-01-05,2020-01-09\n*,2020-02-01,\n,2020-02-01,\n\
                b,2020-01-05,\na,2020-01-05,2020-01-04\na,2021-01-05,\n";
    let (good, refused) = own_truces(file(text).path(), &known).expect("some are good");
    let areas: Vec<_> = good.iter().map(|t| (t.area.as_deref(), t.end.is_some())).collect();
    assert_eq!(areas, [(Some("a"), true), (None, false), (None, false)]);
    let refused: Vec<_> = refused.iter().map(|r| (r.line, r.why.as_str())).collect();
    assert_eq!(
        refused,
        [
            (5, "there are no counts of \"b\""),
            (6, "it ends before it starts"),
            (7, "there are no counts of its days"),
        ]
    );
}

/// 60 days before a truce at four a day, then a lull, then as before.
fn story(days: usize) -> OwnCounts {
    let busy = |at: usize| [4.0, 6.0, 2.0, 5.0, 3.0][at % 5];
    let count = |at: usize| if (60..100).contains(&at) { busy(at) / 4.0 } else { busy(at) };
    let counted = (0..days).map(|at| Some(f64::floor(count(at)))).collect();
    let mut series = Series::empty("", day("2020-01-01").expect("a day"), 0);
    series.days = days;
    series.areas.insert("a".to_owned(), counted);
    OwnCounts { sources: vec![series], taken: days, refused: Vec::new() }
}

fn truce() -> Vec<OwnTruce> {
    vec![OwnTruce { area: None, start: day("2020-03-01").expect("a day"), end: None }]
}

fn told(counts: &OwnCounts) -> (Vec<serde_json::Value>, Vec<serde_json::Value>) {
    let (mut areas, mut alarms) = (Vec::new(), Vec::new());
    tell_areas(counts, &truce(), |line| areas.push(serde_json::to_value(line).expect("JSON")));
    tell_alarms(counts, &truce(), |line| alarms.push(serde_json::to_value(line).expect("JSON")));
    (areas, alarms)
}

#[test]
fn a_lull_holds_and_the_way_back_is_seen() {
    let (areas, alarms) = told(&story(140));
    assert_eq!((areas.len(), areas[0]["date"].as_str()), (80, Some("2020-03-01")));
    assert_eq!(areas[0]["baseline"]["mean"], 4.0);
    assert_eq!(
        (&areas[35]["class"], &areas[79]["class"]),
        (&"holding".into(), &"collapsed".into())
    );
    let first = alarms.iter().position(|l| l["crossed"] == true).expect("an alarm");
    assert!((40..50).contains(&first), "{first}");
    assert_eq!(alarms[first]["raised"], true);
    let rose = alarms[first]["rose"].as_str().expect("a day");
    assert!((38..=first).any(|at| alarms[at]["date"] == rose), "{rose}");
}

/// The story told by two sources, of which the second counts about half of the first.
fn two_sources() -> OwnCounts {
    let mut counts = story(140);
    counts.sources[0].name = "x".to_owned();
    let mut other = counts.sources[0].clone();
    other.name = "y".to_owned();
    let days = other.areas.get_mut("a").expect("there");
    for (at, count) in days.iter_mut().enumerate() {
        *count = count.map(|n| (n / 2.0).floor() + f64::from(u8::from(at % 3 == 0)));
    }
    counts.sources.push(other);
    counts
}

#[test]
fn two_sources_are_told_by_themselves_and_together() {
    let (_, lines) = told(&two_sources());
    let (alone, fused): (Vec<_>, Vec<_>) = lines.iter().partition(|l| l["source"] != "fused");
    assert_eq!((alone.len(), fused.len()), (160, 80));
    assert!(alone.iter().all(|l| l.get("fused").is_none()));
    assert_eq!(lines[160]["source"], "fused", "after its sources");
    assert_eq!(fused[0]["fused"]["sources"], serde_json::json!(["x", "y"]));
    let pair = &fused[0]["fused"]["correlations"][0];
    assert_eq!(pair["between"], serde_json::json!(["x", "y"]));
    assert!(pair["correlation"].as_f64().is_some_and(|c| (0.1..0.9).contains(&c)), "{pair}");
    let first = |source: &str| {
        let of = lines.iter().filter(|l| l["source"] == source);
        of.clone().position(|l| l["crossed"] == true).unwrap_or(80)
    };
    let (x, y, both) = (first("x"), first("y"), first("fused"));
    assert!((40..50).contains(&both) && both <= x.max(y), "{x} {y} {both}");
    assert_eq!(fused[both]["raised"], true);
}

#[test]
fn a_source_without_days_before_the_truce_is_not_fused() {
    let mut counts = two_sources();
    counts.sources[1].areas.get_mut("a").expect("there")[..45].fill(None);
    let (_, lines) = told(&counts);
    assert!(lines.iter().all(|l| l["source"] != "fused"));
}

#[test]
fn days_that_one_source_left_out_are_told_by_the_other() {
    let mut counts = two_sources();
    counts.sources[1].areas.get_mut("a").expect("there")[60..].fill(None);
    let (_, lines) = told(&counts);
    let of = |name: &str| {
        let of: Vec<_> = lines.iter().filter(|l| l["source"] == name).collect();
        of.iter().map(|l| l["crossed"].clone()).collect::<Vec<_>>()
    };
    assert_eq!(of("fused"), of("x"));
    assert!(lines.iter().filter(|l| l["source"] == "fused").all(|l| l["no_data"].is_null()));
}

#[test]
fn nothing_later_is_used() {
    let (areas, alarms) = told(&story(140));
    for days in [61, 75, 101, 120] {
        let (then, alarms_then) = told(&story(days));
        assert_eq!(then[..], areas[..days - 60]);
        assert_eq!(alarms_then[..], alarms[..days - 60]);
        assert_eq!(outlook(&story(days))[..], outlook(&story(140))[..3 * (days - 60)]);
    }
}

fn outlook(counts: &OwnCounts) -> Vec<serde_json::Value> {
    let mut out = Vec::new();
    tell_outlook(counts, &truce(), |line| out.push(serde_json::to_value(line).expect("JSON")));
    out
}

#[test]
fn each_day_has_three_outlooks_that_fit_together() {
    let told = outlook(&story(140));
    let horizons: Vec<_> = told[..4].iter().map(|l| l["horizon"].as_u64()).collect();
    assert_eq!(horizons, [Some(1), Some(3), Some(7), Some(1)]);
    let week = &told[2];
    // The truce's first day brought one event where four came before.
    assert!((20.0..28.0).contains(&week["mean"].as_f64().expect("told")), "{week}");
    let at = |name: &str| week["quantiles"][name].as_u64().expect("told");
    let (low, high) = (week["low"].as_u64().expect("told"), week["high"].as_u64().expect("told"));
    assert!(low < at("0.5") && at("0.5") < high && at("0.05") < at("0.95"), "{week}");
}

#[test]
fn a_day_that_nobody_counted_never_holds() {
    let mut counts = story(140);
    let days = counts.sources[0].areas.get_mut("a").expect("there");
    days[90..].fill(None);
    let mut seen = Vec::new();
    tell_areas(&counts, &truce(), |line| seen.push((line.class, line.no_data)));
    assert_eq!(seen[29], ("holding", None));
    assert!(seen[30..].iter().all(|day| *day == ("no_data", Some(NoData::Uncounted))));
}

#[test]
fn too_little_before_a_truce_is_said() {
    let mut counts = story(140);
    counts.sources[0].areas.get_mut("a").expect("there")[..60].fill(Some(0.0));
    let (areas, alarms) = told(&counts);
    assert!(areas.iter().all(|l| l["no_data"] == "too few to tell" && l["ratio"].is_null()));
    assert!(alarms.iter().any(|l| l["crossed"] == true), "a quiet area may rise");
    let mut few = story(140);
    few.sources[0].areas.get_mut("a").expect("there")[..45].fill(None);
    let (_, alarms) = told(&few);
    assert!(alarms.iter().all(|l| l["statistic"].is_null() && l["up"] == false));
}

#[test]
fn a_dead_feed_is_told_and_its_areas_do_not_hold() {
    let mut counts = story(200);
    let areas = &mut counts.sources[0].areas;
    let busy = (0..200).map(|at| Some([12.0, 15.0, 10.0, 13.0][at % 4])).collect();
    areas.insert("b".to_owned(), busy);
    areas.values_mut().for_each(|days| days[120..].fill(Some(0.0)));
    let mut silent = Vec::new();
    tell_silence(&counts, &truce(), |line| {
        silent.push((line.silent, line.since.clone(), line.why));
    });
    assert_eq!(silent.len(), 140);
    let found = silent.iter().position(|s| s.0).expect("found");
    assert!((60..63).contains(&found), "{found}");
    assert_eq!(silent[139], (true, Some("2020-04-30".to_owned()), Some("dead")));
    let mut classes = Vec::new();
    tell_areas(&counts, &truce(), |line| classes.push((line.class, line.no_data)));
    assert_eq!((classes[59].0, classes.len()), ("collapsed", 280), "a, then b");
    let rest = classes[found..140].iter().chain(&classes[140 + found..]);
    let rest: Vec<_> = rest.collect();
    assert!(rest.iter().all(|day| **day == ("no_data", Some(NoData::Silent))), "{rest:?}");
}

#[test]
fn another_source_tells_quiet_from_silence() {
    let mut counts = story(200);
    counts.sources[0].name = "x".to_owned();
    counts.sources[0].areas.get_mut("a").expect("there")[120..].fill(Some(0.0));
    let mut beside = counts.sources[0].clone();
    beside.name = "y".to_owned();
    counts.sources.push(beside);
    let mut silent = 0;
    tell_silence(&counts, &truce(), |line| silent += usize::from(line.silent));
    assert_eq!(silent, 0, "both tell nothing: it is quiet");
}
