//! Counts that a mission imports: series beside one another, rejected by line, undone by one entry.

use hudna::decide::{Desk, Who};
use hudna::facts::Facts;
use hudna::import::counts::{Filing, Taken};
use hudna::model::Bilingual;
use hudna::{Env, Store};

use crate::world::{data, env, example_store, store};

fn filing(series: &str) -> Filing {
    Filing {
        file: "own.csv".to_owned(),
        series: series.to_owned(),
        source: Bilingual::new("مركز", "Centre"),
        notes: vec![],
        delay: 0,
        hindsight: false,
    }
}

fn desk<'a>(store: &'a Store, env: &'a Env) -> Desk<'a> {
    let who = Who { by: "Ann".to_owned(), at: None, why: "weekly table".to_owned() };
    Desk::open(store, data(), env, who).unwrap()
}

fn import(store: &Store, env: &Env, series: &str, text: &str) -> hudna::Result<Taken> {
    desk(store, env).counts(&filing(series), text)
}

fn ids(store: &Store) -> Vec<String> {
    let facts = Facts::load(store, None).unwrap();
    facts.counts.iter().map(|c| c.record.series.clone()).collect()
}

#[track_caller]
fn refused(result: hudna::Result<Taken>, id: &str) {
    let error = result.expect_err("it is refused").to_string();
    assert!(error.contains(id), "{error}");
}

const HEAD: &str = "area,date,events,deaths\n";

#[test]
fn rows_are_rejected_by_line_and_the_rest_stands() {
    let (dir, env) = (example_store(), env(40));
    let store = store(dir.path(), &env);
    let text = format!(
        "{HEAD}sy-aleppo,2016-05-01,2,3\nحلب,2016-05-02,1,0\nAl Hasakah Governorate,2016-05-02,1,0\n\
         nowhere,2016-05-02,1,0\nsy-idlib,soon,1,0\nsy-idlib,2016-05-02,-1,0\n\
         sy-aleppo,2016-05-01,2,3\nAleppo,2016-05-01,9,3\n"
    );
    let taken = import(&store, &env, "own", &text).unwrap();
    let lines: Vec<usize> = taken.rejected.iter().map(|r| r.line).collect();
    assert_eq!(lines, [5, 6, 7, 9], "{:?}", taken.rejected);
    assert_eq!((taken.read, taken.stored, taken.duplicate), (8, 3, 1));
    let facts = Facts::load(&store, None).unwrap();
    let own = facts.counts_of("own").expect("the series stands");
    let rows: Vec<(&str, usize)> = own.days.iter().map(|(d, l)| (d.area.as_str(), *l)).collect();
    assert_eq!(rows, [("sy-aleppo", 2), ("sy-aleppo", 3), ("sy-hasakah", 4)]);
    refused(import(&store, &env, "own", &text), "told-already");
    refused(import(&store, &env, "again", &text), "told-already");
    refused(import(&store, &env, "counts", HEAD), "told-no-count");
    refused(
        import(&store, &env, "counts", &format!("{HEAD}sy-idlib,2016-05-01,1,0\n")),
        "told-series-own",
    );
    refused(
        import(&store, &env, "a b", &format!("{HEAD}sy-idlib,2016-05-01,1,0\n")),
        "told-bad-id",
    );
    refused(import(&store, &env, "own", "area,date\n"), "told-no-counts-column");
}

#[test]
fn the_storys_form_is_taken_too() {
    let (dir, env) = (example_store(), env(41));
    let store = store(dir.path(), &env);
    let text =
        "area,date,events_between_parties,events_other,deaths_best\nsy-homs,2016-05-01,1.5,2,3\n";
    import(&store, &env, "own", text).unwrap();
    let facts = Facts::load(&store, None).unwrap();
    let day = &facts.counts_of("own").expect("the series stands").days[0].0;
    assert_eq!((day.events_between_parties, day.events_other, day.deaths_best), (1.5, 2.0, 3.0));
}

#[test]
fn each_source_is_a_series_and_none_is_added_to_another() {
    let (dir, env) = (example_store(), env(42));
    let store = store(dir.path(), &env);
    let before = hudna::derive::situation(&store, data(), None).unwrap();
    let text = "area,date,events,deaths,source\nsy-aleppo,2016-05-01,50,3,VDC\n\
                sy-aleppo,2016-05-01,70,3,YDP 2\n";
    let taken = import(&store, &env, "own", text).unwrap();
    assert_eq!(taken.entered.len(), 2);
    assert_eq!(ids(&store), ["counts", "own-vdc", "own-ydp-2"]);
    let after = hudna::derive::situation(&store, data(), None).unwrap();
    let aleppo = after.areas.iter().find(|a| a.area == "sy-aleppo").expect("an area");
    let told: Vec<(&str, f64)> =
        aleppo.beside.iter().map(|s| (s.series.as_str(), s.last_events)).collect();
    assert_eq!(told, [("own-vdc", 50.0), ("own-ydp-2", 70.0)]);
    for (was, is) in before.areas.iter().zip(&after.areas) {
        assert_eq!((&was.id, was.status, &was.coverage), (&is.id, is.status, &is.coverage));
    }
    assert_eq!(before.counts_source, after.counts_source);
}

#[test]
fn a_newer_file_takes_the_place_of_the_former_until_it_is_undone() {
    let (dir, env) = (example_store(), env(43));
    let store = store(dir.path(), &env);
    let row = |events: u32| format!("{HEAD}sy-aleppo,2016-05-01,{events},0\n");
    let events = |store: &Store| {
        let facts = Facts::load(store, None).unwrap();
        facts.counts_of("own").map(|c| c.days[0].0.events_between_parties)
    };
    import(&store, &env, "own", &row(1)).unwrap();
    let newer = import(&store, &env, "own", &row(2)).unwrap();
    assert_eq!(events(&store), Some(2.0));
    desk(&store, &env).undo(newer.entered[0].entry).unwrap();
    assert_eq!(events(&store), Some(1.0));
    let first = Facts::load(&store, None).unwrap().counts_of("own").expect("it stands").entry;
    desk(&store, &env).undo(first).unwrap();
    assert_eq!((events(&store), ids(&store)), (None, vec!["counts".to_owned()]));
    // The story's own file is no act.
    let own = Facts::load(&store, None).unwrap().counts_of("counts").expect("it stands").entry;
    assert!(desk(&store, &env).undo(own).is_err());
}

#[test]
fn counts_are_there_from_their_receipt_on_and_those_of_hindsight_from_their_days_on() {
    let (dir, env) = (example_store(), env(44));
    let store = store(dir.path(), &env);
    let text = format!("{HEAD}sy-aleppo,2016-04-01,1,0\nsy-aleppo,2016-04-20,1,0\n");
    let late = Filing { hindsight: true, delay: 2, ..filing("late") };
    let late = desk(&store, &env).counts(&late, &text).unwrap();
    let other = format!("{text}sy-aleppo,2016-04-21,1,0\n");
    import(&store, &env, "plain", &other).unwrap();
    let rows = |series: &str, as_of: &str| {
        let facts = Facts::load(&store, Some(as_of.parse().unwrap())).unwrap();
        facts.counts_of(series).map(|c| c.days.len())
    };
    let check = |as_of: &str, late: Option<usize>, plain: Option<usize>| {
        assert_eq!((rows("late", as_of), rows("plain", as_of)), (late, plain), "{as_of}");
    };
    check("2016-04-02T21:00:00+03:00", Some(0), None);
    check("2016-04-21T21:00:00+03:00", Some(1), None);
    check("2016-04-22T00:00:00+03:00", Some(2), None);
    check("2016-05-03T21:00:00+03:00", Some(2), Some(3));
    desk(&store, &env).undo(late.entered[0].entry).unwrap();
    check("2016-04-22T00:00:00+03:00", None, None);
}
