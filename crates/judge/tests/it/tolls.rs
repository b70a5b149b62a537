//! Figures that disagree.

use hudna_judge::{aggregates, gather};
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
    check(&[wire, later].concat(), (20, 25, 25), "r3");
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
