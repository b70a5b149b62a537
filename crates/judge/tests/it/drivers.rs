//! What a state comes from, in shares, and what was left out of it.

use hudna_judge::{area_states, gather, withdrawn};
use hudna_model::{Act, AreaState, Breakdown, CountDay, DriverKind, FiledClaim, LeftOutWhy, Whole};

use crate::areas::{named, of, series};
use crate::world::{But, World, violence, world};

fn states(world: &World, days: &[CountDay], claims: &[FiledClaim]) -> Vec<AreaState> {
    let ctx = world.ctx();
    area_states(&[named("counts", days)], &gather(claims, &ctx), claims, &[], &ctx)
}

fn aleppo(days: &[CountDay], claims: &[FiledClaim]) -> AreaState {
    of(&states(&world(), days, claims), "aleppo").clone()
}

/// Calm after a war, and in the last week so many events on each of these days of May.
fn week(told: &[(&str, f64)]) -> Vec<CountDay> {
    let mut days = series("aleppo", "2016-01-16", 42, 126.0, 0.0);
    days.extend(series("aleppo", "2016-02-27", 60, 60.0, 0.0));
    days.extend(series("aleppo", "2016-04-27", 7, 0.0, 0.0));
    for (date, n) in told {
        days.push(CountDay {
            area: "aleppo".into(),
            date: (*date).into(),
            events_between_parties: *n,
            events_other: 2.0,
            deaths_best: 0.0,
        });
    }
    days
}

fn by(state: &AreaState, of: Whole, by: DriverKind) -> &Breakdown {
    state.breakdowns.iter().find(|b| (b.of, b.by) == (of, by)).expect("it is broken down so")
}

/// The parts by id and hundredths, which make a whole.
#[track_caller]
fn check(found: &Breakdown, expected: &[(&str, i64)]) {
    let parts: Vec<(&str, i64)> =
        found.drivers.iter().map(|d| (d.id.as_str(), (d.share * 100.0).round() as i64)).collect();
    assert_eq!(parts, expected);
    assert_eq!(parts.iter().map(|(_, share)| share).sum::<i64>(), 100);
    for text in [&found.text.ar, &found.text.en] {
        assert!(!text.is_empty() && !text.contains(['{', '}']), "{text}");
    }
}

#[test]
fn the_week_is_shared_out_by_its_days() {
    let days = week(&[("2016-05-01", 5.0), ("2016-05-03", 3.0), ("2016-04-28", 2.0)]);
    let state = aleppo(&days, &[]);
    let found = by(&state, Whole::Events, DriverKind::Day);
    check(found, &[("2016-05-01", 50), ("2016-05-03", 30), ("2016-04-28", 20)]);
    assert_eq!(found.total, 10.0);
    assert_eq!(found.drivers[0].rests_on, ["counts:aleppo:2016-05-01..2016-05-01"]);
    assert_eq!(
        found.text.en,
        "10 events between the parties in the last 7 days, by day: 1 May 50 % (5); 3 May 30 % \
         (3); 28 April 20 % (2)."
    );
}

#[test]
fn more_days_than_are_named_are_told_as_one() {
    let told: Vec<(String, f64)> = (1..=3)
        .map(|d| (format!("2016-05-0{d}"), 10.0))
        .chain((27..=30).map(|d| (format!("2016-04-{d}"), 1.0)))
        .collect();
    let told: Vec<(&str, f64)> = told.iter().map(|(d, n)| (d.as_str(), *n)).collect();
    let state = aleppo(&week(&told), &[]);
    let found = by(&state, Whole::Events, DriverKind::Day);
    // 10 of 34 are 29.4 %, 1 is 2.9 %, 3 are 8.8 %: three hundredths are missing when rounded down.
    let [first, second, third] = [("2016-05-01", 30), ("2016-05-02", 29), ("2016-05-03", 29)];
    check(found, &[first, second, third, ("2016-04-27", 3), ("rest", 9)]);
    assert_eq!(found.drivers[4].n, 3.0);
}

#[test]
fn the_level_is_shared_out_by_what_each_week_moves() {
    let state = aleppo(&week(&[("2016-05-02", 30.0), ("2016-05-03", 30.0)]), &[]);
    let found = by(&state, Whole::Level, DriverKind::Week);
    let (level, first) = (state.level.expect("a level"), &found.drivers[0]);
    assert_eq!(found.total, level.ratio);
    assert_eq!(first.id, "2016-04-27..2016-05-03", "the last week moves it most");
    assert!(first.without.is_some_and(|ratio| ratio < level.ratio), "{first:?}");
    assert_eq!((first.n, found.drivers.last().map(|d| d.id.as_str())), (60.0, Some("rest")));
    let hundredths: i64 = found.drivers.iter().map(|d| (d.share * 100.0).round() as i64).sum();
    assert_eq!(hundredths, 100);
}

#[test]
fn own_incidents_are_shared_out_by_act_actor_and_place() {
    let told = |id: &str, act, place: &str, actor: &str| {
        let claim = violence(id, act).place(place).on("2016-05-01").reviewed();
        claim.report(id).actor(actor)
    };
    let mut claims = vec![
        told("c1", Act::Shelling, "sukkari", "army"),
        told("c2", Act::AirStrike, "sakhour", "russia").on("2016-04-28"),
    ];
    claims
        .push(violence("c3", Act::Clash).place("aleppo").on("2016-05-03").reviewed().report("c3"));
    let state = aleppo(&[], &claims);
    let of = |kind| by(&state, Whole::Incidents, kind);
    check(of(DriverKind::Actor), &[("army", 34), ("russia", 33), ("unknown", 33)]);
    let named = [told("c4", Act::Clash, "sukkari", "the gang"), claims[0].clone()];
    let state_of = aleppo(&[], &named);
    let actors = by(&state_of, Whole::Incidents, DriverKind::Actor);
    check(actors, &[("army", 50), ("unregistered", 50)]);
    assert!(!actors.text.en.contains("gang"), "an epithet stays in the evidence");
    check(of(DriverKind::Act), &[("air_strike", 34), ("clash", 33), ("shelling", 33)]);
    check(of(DriverKind::Place), &[("aleppo-city", 67), ("unknown", 33)]);
    assert!(state.breakdowns.iter().all(|b| b.of == Whole::Incidents), "nothing was counted");
    assert_eq!(of(DriverKind::Place).drivers[0].rests_on.len(), 2);
}

#[test]
fn nothing_to_share_out_is_not_shared_out() {
    assert_eq!(aleppo(&[], &[]).breakdowns, []);
    let calm = aleppo(&week(&[]), &[]);
    assert!(calm.breakdowns.iter().all(|b| b.of == Whole::Level), "{:?}", calm.breakdowns);
}

/// What was left out of Aleppo, and how many.
#[track_caller]
fn left(claims: &[FiledClaim], expected: &[(LeftOutWhy, f64)]) {
    let state = aleppo(&[], claims);
    let found: Vec<(LeftOutWhy, f64)> = state.left_out.iter().map(|l| (l.why, l.n)).collect();
    assert_eq!(found, expected);
    for left in &state.left_out {
        assert!(!left.rests_on.is_empty());
        for text in [&left.text.ar, &left.text.en] {
            assert!(!text.is_empty() && !text.contains(['{', '}']), "{text}");
        }
    }
}

#[test]
fn what_is_not_counted_is_listed_with_why() {
    use LeftOutWhy::{BeforeTruce, CoarsePlace, Earlier, Outside, Unconfirmed};
    let told = |day: &str| violence("c1", Act::Shelling).place("sukkari").on(day);
    left(&[told("2016-05-01")], &[(Unconfirmed, 1.0)]);
    left(&[told("2016-05-01").reviewed()], &[]);
    left(&[told("2016-04-01").reviewed()], &[(Earlier, 1.0)]);
    left(&[told("2016-02-01").reviewed()], &[(BeforeTruce, 1.0)]);
    left(&[told("2016-05-01").place("sy").reviewed()], &[(CoarsePlace, 1.0)]);
    left(&[told("2016-05-01").place("kabani").reviewed()], &[]);
    left(&[told("2016-05-01").actor("nusra").reviewed()], &[(Outside, 1.0)]);
}

#[test]
fn events_of_another_war_are_left_out_by_number() {
    let state = aleppo(&week(&[("2016-05-01", 5.0), ("2016-05-02", 3.0)]), &[]);
    let found = &state.left_out[0];
    assert_eq!((found.why, found.n), (LeftOutWhy::OtherWar, 4.0));
    assert_eq!(found.rests_on, ["counts:aleppo:2016-04-27..2016-05-03"]);
}

#[test]
fn copies_of_one_origin_are_counted_once_and_said() {
    let mut world = world();
    world.copied(&["r1", "r2", "r3"], &[]);
    let claims = ["r1", "r2", "r3"].map(|r| {
        let told = violence(&format!("c-{r}"), Act::Shelling).place("sukkari").on("2016-05-01");
        told.report(r).reviewed()
    });
    let states = states(&world, &[], &claims);
    let state = of(&states, "aleppo");
    let copies = state.left_out.iter().find(|l| l.why == LeftOutWhy::Copies).expect("copies");
    assert_eq!(copies.n, 2.0);
}

#[test]
fn refused_claims_are_told_where_they_would_have_been() {
    let world = world();
    let mut states = states(&world, &[], &[]);
    let refused = [violence("c1", Act::Shelling).place("sukkari").on("2016-05-01")];
    withdrawn(&mut states, &refused, &world.ctx());
    let n = |area: &str| of(&states, area).left_out.iter().map(|l| l.n).sum::<f64>();
    assert_eq!((n("aleppo"), n("latakia")), (1.0, 0.0));
    assert_eq!(of(&states, "aleppo").left_out[0].why, LeftOutWhy::Withdrawn);
}
