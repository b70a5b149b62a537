//! Figures that disagree.

use hudna_judge::{acled_fatalities, aggregates, gather, ucdp_deaths};
use hudna_model::{Act, Body, FiledClaim, Outcome, Victims};

use crate::world::{But, toll, violence, world};

fn raid(report: &str, source: &str, received: &str, n: u32) -> [FiledClaim; 2] {
    let strike = violence(&format!("a-{report}"), Act::AirStrike);
    let dead = toll(&format!("b-{report}"), Outcome::Killed, n);
    [strike, dead].map(|c| {
        let c = c.report(report).source(source).event("e1").place("sukkari");
        c.received(received).on("2016-05-01")
    })
}

/// low, best, high of the killed, and the report whose row gives the best.
fn check(claims: &[FiledClaim], expected: (u32, u32, u32), report: &str) {
    let world = world();
    let incidents = gather(claims, &world.ctx());
    assert_eq!(incidents.len(), 1);
    let toll = &incidents[0].tolls[0];
    assert_eq!((toll.low, toll.best, toll.high), expected);
    assert_eq!(toll.rows[0].report, report);
    assert!(toll.id.starts_with("TOL-"));
    assert!(!toll.method.ar.is_empty() && !toll.method.en.is_empty());
}

#[test]
fn the_better_grade_gives_the_best_figure_then_the_later_receipt() {
    let wire = raid("r1", "wire", "2016-05-01", 20);
    let local = raid("r2", "local", "2016-05-03", 27);
    check(&[wire.clone(), local].concat(), (20, 20, 27), "r1");
    let later = raid("r3", "wire", "2016-05-02", 25);
    check(&[wire, later].concat(), (25, 25, 25), "r3");
}

#[test]
fn a_part_is_kept_apart_from_the_whole() {
    let [strike, dead] = raid("r1", "wire", "2016-05-01", 20);
    let children = toll("c", Outcome::Killed, 5).event("e1").change(|f| {
        if let Body::Toll { subset_of, .. } = &mut f.claim.body {
            *subset_of = Some("b-r1".to_owned());
        }
    });
    let world = world();
    let incidents = gather(&[strike, dead, children], &world.ctx());
    let toll = &incidents[0].tolls[0];
    assert_eq!((toll.low, toll.best, toll.high), (20, 20, 20));
    assert_eq!(toll.rows.iter().map(|r| r.subset).collect::<Vec<_>>(), [false, true]);
}

#[test]
fn civilians_among_the_dead_of_one_report_are_part_of_them() {
    let [strike, dead] = raid("r1", "wire", "2016-05-01", 20);
    let civilians = toll("c", Outcome::Killed, 12).event("e1").of(Victims::Civilian);
    let incidents = gather(&[strike, dead, civilians], &world().ctx());
    let rows = |n: usize| &incidents[0].tolls[n].rows[0];
    assert_eq!(incidents[0].tolls[0].victims, Victims::Civilian);
    assert_eq!((rows(0).subset, rows(1).subset), (true, false));
}

#[test]
fn open_ranges_are_closed_by_the_end_that_is_told() {
    let world = world();
    let range = |low, high| {
        let [strike, dead] = raid("r1", "wire", "2016-05-01", 1);
        let dead = dead.change(|f| {
            if let Body::Toll { low: l, high: h, .. } = &mut f.claim.body {
                (*l, *h) = (low, high);
            }
        });
        let incidents = gather(&[strike, dead], &world.ctx());
        incidents[0].tolls.first().map(|t| (t.low, t.best, t.high))
    };
    assert_eq!(range(Some(20), None), Some((20, 20, 20)));
    assert_eq!(range(None, Some(30)), Some((30, 30, 30)));
    assert_eq!(range(Some(20), Some(99)), Some((20, 20, 99)));
    assert_eq!(range(None, None), None);
}

#[test]
fn running_totals_stand_by_themselves() {
    let total = |id: &str, report: &str, day: &str, n: u32| {
        toll(id, Outcome::Killed, n).report(report).received(day).place("aleppo-city").change(|f| {
            if let Body::Toll { cumulative, .. } = &mut f.claim.body {
                *cumulative = true;
            }
        })
    };
    let claims = [
        total("c1", "r1", "2016-04-28", 139),
        total("c2", "r2", "2016-05-01", 253),
        total("c3", "r3", "2016-05-01", 49).of(Victims::Civilian),
    ];
    let world = world();
    assert_eq!(gather(&claims, &world.ctx()), []);
    let totals = aggregates(&claims, &world.ctx());
    let found: Vec<_> = totals.iter().map(|t| (t.victims, t.low, t.best, t.high)).collect();
    assert_eq!(found, [(Victims::Civilian, 49, 49, 49), (Victims::Unspecified, 139, 253, 253)]);
    assert!(totals.iter().all(|t| t.cumulative && t.place.as_deref() == Some("aleppo-city")));
}

#[test]
fn a_later_figure_of_one_origin_takes_the_place_of_its_earlier_one() {
    let first = raid("r1", "wire", "2016-05-01", 20);
    let later = raid("r3", "wire", "2016-05-02", 25);
    let other = raid("r2", "local", "2016-05-01", 27);
    let incidents = gather(&[first, later, other].concat(), &world().ctx());
    let toll = &incidents[0].tolls[0];
    let rows: Vec<_> = toll.rows.iter().map(|r| (r.report.as_str(), r.superseded)).collect();
    assert_eq!(rows, [("r3", false), ("r2", false), ("r1", true)]);
    assert_eq!((toll.low, toll.best, toll.high), (25, 25, 27));
    assert!(toll.method.en.contains("of which 1 gave way"), "{}", toll.method.en);
}

#[test]
fn two_outlets_that_quote_one_monitor_update_one_figure() {
    let quoted = |report: &str, source: &str, day: &str, n: u32| {
        raid(report, source, day, n).map(|c| c.said_by("observatory"))
    };
    let claims =
        [quoted("r1", "wire", "2016-05-01", 20), quoted("r2", "local", "2016-05-02", 23)].concat();
    check(&claims, (23, 23, 23), "r2");
}

/// Deaths by UCDP's rules: civilians, fighters, unknown; best, low, high; and ACLED's number.
fn check_export(
    tolls: &[FiledClaim],
    expected: (u32, u32, u32),
    span: (u32, u32, u32),
    acled: u32,
) {
    let [strike, _] = raid("r1", "wire", "2016-05-01", 0);
    let claims = [&[strike][..], tolls].concat();
    let incidents = gather(&claims, &world().ctx());
    assert_eq!(incidents.len(), 1);
    let deaths = ucdp_deaths(&incidents[0]).expect("deaths are told");
    assert_eq!((deaths.civilians, deaths.fighters, deaths.unknown), expected);
    assert_eq!((deaths.best, deaths.low, deaths.high), span);
    assert_eq!(acled_fatalities(&incidents[0]), Some(acled));
}

#[test]
fn deaths_are_exported_as_two_standards_have_them() {
    let dead = |id: &str, n: u32| toll(id, Outcome::Killed, n).event("e1").on("2016-05-01");
    let vague = |words: &str, low: u32, high: u32| {
        dead("b1", low).words(300, words).change(|f| {
            if let Body::Toll { high: h, vague, .. } = &mut f.claim.body {
                (*h, *vague) = (Some(high), true);
            }
        })
    };
    check_export(&[dead("b1", 20)], (0, 0, 20), (20, 20, 20), 20);
    let civilians = dead("b2", 12).of(Victims::Civilian);
    check_export(&[dead("b1", 20), civilians.clone()], (12, 0, 8), (20, 20, 20), 20);
    let fighters = dead("b3", 9).of(Victims::Fighter);
    check_export(&[civilians, fighters], (12, 9, 0), (21, 21, 21), 21);
    check_export(&[vague("dozens were killed", 20, 99)], (0, 0, 20), (20, 20, 99), 12);
    check_export(&[vague("مقتل العشرات", 20, 99)], (0, 0, 20), (20, 20, 99), 10);
    check_export(&[vague("hundreds were killed", 200, 999)], (0, 0, 200), (200, 200, 999), 100);
    check_export(&[vague("beaucoup de morts", 2000, 9999)], (0, 0, 2000), (2000, 2000, 9999), 1000);
}

#[test]
fn where_no_deaths_are_told_none_are_exported() {
    let [strike, _] = raid("r1", "wire", "2016-05-01", 0);
    let incidents = gather(&[strike], &world().ctx());
    assert_eq!((ucdp_deaths(&incidents[0]), acled_fatalities(&incidents[0])), (None, None));
}
