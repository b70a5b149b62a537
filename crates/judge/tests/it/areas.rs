//! How each area stands.

use hudna_judge::{area_states, gather, lead};
use hudna_model::{
    Act, AreaState, AreaStatus, Bilingual, CountDay, CountSeries, FiledClaim, Outcome, Patrol,
    PatrolCoverage, Reached,
};

use crate::world::{But, World, at, toll, violence, visit, world};

/// A row for every day from `first` on; events spread evenly so that they sum to the totals.
pub fn series(area: &str, first: &str, days: i32, between: f64, other: f64) -> Vec<CountDay> {
    let first: jiff::civil::Date = first.parse().expect("an ISO day");
    (0..days)
        .map(|n| CountDay {
            area: area.to_owned(),
            date: first
                .checked_add(jiff::Span::new().days(n))
                .expect("a day of these years")
                .to_string(),
            events_between_parties: between / f64::from(days),
            events_other: other / f64::from(days),
            deaths_best: 0.0,
        })
        .collect()
}

/// Events between parties before the truce and in the last week, and other events before.
fn counts(area: &str, before: f64, last: f64, other: f64) -> Vec<CountDay> {
    let mut days = series(area, "2016-01-16", 42, before, other);
    days.extend(series(area, "2016-04-27", 7, last, 0.0));
    days
}

fn states(world: &World, days: &[CountDay], claims: &[FiledClaim]) -> Vec<AreaState> {
    patrolled(world, days, claims, &[])
}

fn patrolled(
    world: &World,
    days: &[CountDay],
    claims: &[FiledClaim],
    patrols: &[Patrol],
) -> Vec<AreaState> {
    let ctx = world.ctx();
    area_states(&[named("counts", days)], &gather(claims, &ctx), claims, patrols, &ctx)
}

/// A series of this id.
pub fn named(id: &str, days: &[CountDay]) -> CountSeries {
    let source = Bilingual::new(id, id);
    CountSeries { id: id.to_owned(), source, days: days.to_vec(), late: false, lags: vec![] }
}

pub fn of<'s>(states: &'s [AreaState], area: &str) -> &'s AreaState {
    states.iter().find(|s| s.area == area).expect("the agreement lists the area")
}

fn check(counts: Vec<CountDay>, claims: &[FiledClaim], expected: AreaStatus, ratio: Option<f64>) {
    let world = world();
    let states = states(&world, &counts, claims);
    let state = of(&states, "aleppo");
    assert_eq!((state.status, state.ratio), (expected, ratio), "{:#?}", state.reasons);
    assert!(!state.reasons.is_empty());
}

/// The state of Aleppo by own incidents alone: `n` is none or one in the last week.
fn by_own(n: usize, per_day: Option<f64>) -> (AreaStatus, Option<f64>, String) {
    let mut world = world();
    let source = hudna_model::Bilingual::new("تقدير", "estimate");
    world.agreement.areas.baselines = per_day
        .map(|per_day| hudna_model::DeclaredLevel { area: "aleppo".to_owned(), per_day, source })
        .into_iter()
        .collect();
    let told = violence("own", Act::Shelling).place("sukkari").on("2016-04-28").reviewed();
    let claims = vec![told; n];
    let states = states(&world, &[], &claims);
    let state = of(&states, "aleppo");
    for text in state.reasons.iter().flat_map(|r| [&r.text.ar, &r.text.en]) {
        assert!(!text.is_empty() && !text.contains(['{', '}']), "{text}");
    }
    (state.status, state.ratio, state.reasons[0].rule.clone())
}

#[test]
fn without_counts_own_incidents_tell_a_declared_or_an_absolute_level() {
    use AreaStatus::{Collapsed, Holding, NoData, Strained};
    let check = |n, per_day, expected: (AreaStatus, Option<f64>, &str)| {
        let (status, ratio, rule) = by_own(n, per_day);
        assert_eq!((status, ratio, rule.as_str()), expected);
    };
    check(0, None, (NoData, None, "no_counts"));
    check(1, None, (Strained, None, "own_absolute"));
    check(1, Some(0.1), (Collapsed, Some(1.43), "own_declared"));
    check(1, Some(0.25), (Strained, Some(0.57), "own_declared"));
    check(1, Some(1.0), (Holding, Some(0.14), "own_declared"));
    // Nobody reports: a declared level does not turn silence into calm.
    check(0, Some(1.0), (NoData, None, "no_counts"));
}

/// The state of Aleppo in a low level, with a window of Russia from one hour to another, and whether
/// two origins tell of a bombardment of the second of May.
fn in_window(start: &str, end: &str, told: bool) -> (AreaStatus, Vec<String>) {
    let mut world = world();
    world.agreement.windows = vec![crate::assess::window("w-1", "russia", start, end)];
    let claim = |id: &str, report: &str, source: &str| {
        let told = violence(id, Act::Shelling)
            .place("sukkari")
            .on("2016-05-02")
            .actor("army")
            .target("hospital");
        told.report(report).source(source)
    };
    let claims = match told {
        true => vec![claim("c1", "r1", "wire"), claim("c2", "r2", "local")],
        false => vec![],
    };
    let states = states(&world, &steady(1.0), &claims);
    let state = of(&states, "aleppo");
    for text in state.reasons.iter().flat_map(|r| [&r.text.ar, &r.text.en]) {
        assert!(!text.is_empty() && !text.contains(['{', '}']), "{text}");
    }
    let rules = state.reasons.iter().map(|r| r.rule.clone());
    (state.status, rules.filter(|r| r.starts_with("window")).collect())
}

#[test]
fn a_window_has_no_tolerance_and_the_hours_before_it_are_told() {
    use AreaStatus::{Holding, Strained};
    let (from, to) = ("2016-05-01T00:00:00+03:00", "2016-05-05T00:00:00+03:00");
    assert_eq!(in_window(from, to, false), (Holding, vec!["window_runs".to_owned()]));
    assert_eq!(in_window(from, to, true), (Strained, vec!["window_broken".to_owned()]));
    let later = "2016-05-04T00:00:00+03:00";
    assert_eq!(in_window(later, to, true), (Holding, vec!["window_before".to_owned()]));
    let over = "2016-05-02T12:00:00+03:00";
    assert_eq!(in_window(from, over, true), (Holding, vec![]), "it is over");
}

#[test]
fn a_feed_that_dies_tells_of_no_area_whatever_it_told_before() {
    let world = world();
    let mut days = series("aleppo", "2016-01-16", 42, 126.0, 0.0);
    days.extend(series("aleppo", "2016-02-27", 62, 62.0, 0.0));
    days.extend(series("aleppo", "2016-04-29", 5, 0.0, 0.0));
    // Other areas of the same file fall silent on the same days.
    days.extend(series("latakia", "2016-01-16", 104, 312.0, 0.0));
    days.extend(series("latakia", "2016-04-29", 5, 0.0, 0.0));
    let states = states(&world, &days, &[]);
    for area in ["aleppo", "latakia"] {
        let state = of(&states, area);
        assert_eq!((state.status, state.ratio), (AreaStatus::NoData, None), "{:?}", state.reasons);
        assert_eq!(state.reasons[0].rule, "silent");
        assert!(
            state.reasons[0].text.en.contains("2016") && !state.reasons[0].text.ar.contains('{')
        );
    }
    let mut quiet = days.clone();
    quiet.retain(|d| d.area == "aleppo" || d.date.as_str() < "2016-04-29");
    quiet.extend(series("latakia", "2016-04-29", 5, 15.0, 0.0));
    let states = self::states(&world, &quiet, &[]);
    assert_eq!(of(&states, "aleppo").status, AreaStatus::Holding, "one quiet area is no dead feed");
}

/// Three events a day before the truce, and so many a day in every day of it.
pub fn steady(a_day: f64) -> Vec<CountDay> {
    let mut days = series("aleppo", "2016-01-16", 42, 126.0, 0.0);
    days.extend(series("aleppo", "2016-02-27", 67, 67.0 * a_day, 0.0));
    days
}

#[test]
fn the_cuts_are_half_and_eight_tenths_of_the_level_before() {
    check(steady(3.0), &[], AreaStatus::Collapsed, Some(1.0));
    check(steady(2.7), &[], AreaStatus::Collapsed, Some(0.9));
    check(steady(2.0), &[], AreaStatus::Strained, Some(0.67));
    check(steady(1.2), &[], AreaStatus::Holding, Some(0.4));
    check(steady(0.3), &[], AreaStatus::Holding, Some(0.1));
    // Nothing at all for weeks, from any area, is no calm but a dead feed.
    check(steady(0.0), &[], AreaStatus::NoData, None);
}

#[test]
fn a_state_takes_more_than_a_noisy_week_and_less_than_two_of_war() {
    let then = |week: f64, weeks: i32| {
        let mut days = series("aleppo", "2016-01-16", 42, 126.0, 0.0);
        let calm = 67 - 7 * weeks;
        days.extend(series("aleppo", "2016-02-27", calm, f64::from(calm), 0.0));
        let from: jiff::civil::Date = "2016-05-04".parse().expect("a day");
        let from = from.checked_sub(jiff::Span::new().days(7 * weeks)).expect("a day").to_string();
        days.extend(series("aleppo", &from, 7 * weeks, week * f64::from(weeks), 0.0));
        days
    };
    check(then(11.0, 1), &[], AreaStatus::Holding, Some(0.52));
    check(then(24.0, 2), &[], AreaStatus::Collapsed, Some(1.14));
    let world = world();
    let states = states(&world, &then(40.0, 2), &[]);
    let state = of(&states, "aleppo");
    let alarm = state.alarm.as_ref().expect("there is a level");
    assert_eq!(alarm.rose_on.as_deref(), Some("2016-04-20"));
    let crossed = alarm.crossings[0].as_str();
    assert!(("2016-04-20"..="2016-04-24").contains(&crossed), "{alarm:?}");
    assert_eq!((state.history.len(), state.history[66].date.as_str()), (67, "2016-05-03"));
    let told = state.reasons.iter().find(|r| r.rule == "alarm").expect("the alarm is told");
    for text in [&told.text.ar, &told.text.en] {
        assert!(text.contains("2016") && !text.contains(['{', '}']), "{text}");
    }
}

#[test]
fn the_four_kinds_of_area_come_worst_first() {
    let days = [
        counts("aleppo", 108.0, 26.0, 40.0),
        counts("latakia", 60.0, 2.0, 0.0),
        counts("deir", 1.0, 0.0, 50.0),
        counts("tartus", 1.0, 1.0, 0.0),
    ]
    .concat();
    let world = world();
    let found: Vec<_> =
        states(&world, &days, &[]).into_iter().map(|s| (s.area, s.status, s.ratio)).collect();
    let expected = [
        ("aleppo", AreaStatus::Collapsed, Some(1.44)),
        ("tartus", AreaStatus::NoData, None),
        ("latakia", AreaStatus::Holding, Some(0.2)),
        ("deir", AreaStatus::NotCovered, None),
    ];
    assert_eq!(found, expected.map(|(area, status, ratio)| (area.to_owned(), status, ratio)));
}

#[test]
fn the_reason_gives_the_figures_in_both_languages_and_the_rows() {
    let world = world();
    let states = states(&world, &counts("aleppo", 108.0, 26.0, 0.0), &[]);
    let state = of(&states, "aleppo");
    let reason = &state.reasons[0];
    assert_eq!(
        reason.text.en,
        "26 events between the parties in the last 7 days (27 April–3 May) against 108 in the \
         42 days before the truce: 1.44 times the pre-truce rate."
    );
    assert!(reason.text.ar.contains("26") && reason.text.ar.contains("3 أيار/مايو"));
    assert_eq!(
        reason.rests_on,
        ["counts:aleppo:2016-04-27..2016-05-03", "counts:aleppo:2016-01-16..2016-02-26"]
    );
    assert_eq!(state.id, "AREA-aleppo");
    assert_eq!((state.daily.len(), state.daily[27], state.daily[20]), (28, 3.71, 0.0));
    assert_eq!((state.coverage.pre_events, state.coverage.last_events), (108.0, 26.0));
}

#[test]
fn silence_is_no_data_and_never_holding() {
    check(vec![], &[], AreaStatus::NoData, None);
    let world = world();
    let states = states(&world, &series("aleppo", "2016-05-03", 1, 2.0, 0.0), &[]);
    let none = of(&states, "aleppo").coverage.before_events;
    assert!(none == 0.0 && none.is_sign_positive(), "nothing is told as 0 and not as -0");
    check(series("aleppo", "2016-01-16", 42, 108.0, 0.0), &[], AreaStatus::NoData, None);
    let mut gaps = counts("aleppo", 108.0, 0.0, 0.0);
    gaps.retain(|d| !("2016-04-28"..="2016-05-02").contains(&d.date.as_str()));
    check(gaps, &[], AreaStatus::NoData, None);
}

#[test]
fn days_that_nobody_counted_are_not_days_without_events() {
    let mut days = counts("aleppo", 42.0, 7.0, 0.0);
    days.retain(|d| !("2016-04-28"..="2016-04-29").contains(&d.date.as_str()));
    check(days, &[], AreaStatus::Collapsed, Some(1.0));
}

#[test]
fn a_thin_baseline_needs_incidents_and_events_to_tell() {
    let incident = [violence("c1", Act::Shelling).place("sukkari")];
    check(counts("aleppo", 6.0, 7.0, 0.0), &[], AreaStatus::NoData, None);
    check(counts("aleppo", 6.0, 7.0, 0.0), &incident, AreaStatus::Collapsed, Some(7.0));
    check(counts("aleppo", 6.0, 1.0, 0.0), &incident, AreaStatus::NoData, None);
}

/// Twenty dead in Sukkari as two reports tell it, one of the claims confirmed by a person.
fn twenty_dead(day: &str, actor: &str) -> Vec<FiledClaim> {
    let told = |report: &str, source: &str| {
        [
            violence(&format!("a-{report}"), Act::AirStrike).actor(actor),
            toll(&format!("b-{report}"), Outcome::Killed, 20).reviewed(),
        ]
        .map(|c| c.report(report).source(source).event("e1").place("sukkari").on(day))
    };
    [told("r1", "wire"), told("r2", "local")].concat()
}

#[test]
fn confirmed_mass_casualties_strain_a_holding_area_for_seven_days() {
    let calm = || counts("aleppo", 108.0, 2.0, 0.0);
    let (held, strained) = (AreaStatus::Holding, AreaStatus::Strained);
    check(calm(), &twenty_dead("2016-05-01", "army"), strained, Some(0.11));
    check(calm(), &twenty_dead("2016-04-27", "army"), strained, Some(0.11));
    check(calm(), &twenty_dead("2016-04-26", "army"), held, Some(0.11));
    check(calm(), &twenty_dead("2016-05-01", "nusra"), held, Some(0.11));
    check(calm(), &twenty_dead("2016-05-01", "army")[..2], held, Some(0.11));
    let unconfirmed: Vec<_> = twenty_dead("2016-05-01", "army")
        .into_iter()
        .map(|c| c.change(|f| f.reviewed = false))
        .collect();
    check(calm(), &unconfirmed, held, Some(0.11));
    check(vec![], &twenty_dead("2016-05-01", "army"), strained, None);
}

#[test]
fn the_mass_casualty_reason_comes_first_and_names_the_incident() {
    let world = world();
    let claims = twenty_dead("2016-05-01", "army");
    let states = states(&world, &counts("aleppo", 108.0, 2.0, 0.0), &claims);
    let state = of(&states, "aleppo");
    let rules: Vec<_> = state.reasons.iter().map(|r| r.rule.as_str()).collect();
    assert_eq!(rules, ["mass_casualties", "ratio", "level", "change"]);
    assert_eq!(state.reasons[0].rests_on, state.drivers);
    assert!(state.reasons[0].text.en.starts_with("20 deaths in one incident"));
    assert!(state.reasons[0].text.ar.starts_with("20 قتيلًا في حادثة واحدة"));
    let coverage = &state.coverage;
    assert_eq!((coverage.reports, coverage.incidents, coverage.incidents_confirmed), (2, 1, 1));
}

#[test]
fn counts_after_the_time_of_asking_are_not_seen() {
    let mut world = world();
    world.as_of = at("2016-04-27T21:00:00+03:00");
    let mut days = counts("aleppo", 42.0, 0.0, 0.0);
    days.extend(series("aleppo", "2016-04-21", 6, 6.0, 0.0));
    days.extend(series("aleppo", "2016-04-28", 6, 600.0, 0.0));
    let states = states(&world, &days, &[]);
    assert_eq!(of(&states, "aleppo").ratio, Some(0.86));
    assert_eq!(of(&states, "aleppo").coverage.last_day.as_deref(), Some("2016-04-27"));
}

fn seen(patrol: Patrol, what: &str) -> Patrol {
    Patrol { observations: Some(what.to_owned()), ..patrol }
}

/// The status of Aleppo with these patrols, and the rules of its reasons.
fn by_patrols(
    days: &[CountDay],
    claims: &[FiledClaim],
    patrols: &[Patrol],
) -> (AreaStatus, Vec<String>, PatrolCoverage) {
    let states = patrolled(&world(), days, claims, patrols);
    let state = of(&states, "aleppo");
    for text in state.reasons.iter().flat_map(|r| [&r.text.ar, &r.text.en]) {
        assert!(!text.is_empty() && !text.contains(['{', '}']), "{text}");
    }
    let rules = state.reasons.iter().map(|r| r.rule.clone()).collect();
    (state.status, rules, state.coverage.patrols)
}

#[test]
fn patrols_that_saw_nothing_make_silence_calm_where_nothing_is_told() {
    use AreaStatus::{Holding, NoData, Strained};
    use Reached::{No, Refused, Yes};
    let went = |id: &str, day: &str, reached| visit(id, day, "sukkari", reached);
    let check = |days: &[CountDay],
                 claims: &[FiledClaim],
                 patrols: &[Patrol],
                 status,
                 rules: &[&str]| {
        let found = by_patrols(days, claims, patrols);
        assert_eq!((found.0, found.1), (status, rules.iter().map(|r| (*r).to_owned()).collect()));
    };
    let nil = [went("PAT-1", "2016-05-01", Yes), went("PAT-2", "2016-05-01", Yes)];
    let few = counts("aleppo", 1.0, 0.0, 0.0);
    check(&[], &[], &[], NoData, &["no_counts"]);
    check(&few, &[], &[], NoData, &["too_few", "nobody_reports"]);
    check(&[], &[], &nil, Holding, &["patrols_quiet", "no_counts"]);
    check(&counts("aleppo", 1.0, 1.0, 0.0), &[], &[], NoData, &["too_few"]);
    check(&few, &[], &nil, Holding, &["patrols_quiet", "too_few"]);
    // Counts or claims that tell of violence outweigh patrols that saw none.
    check(&counts("aleppo", 1.0, 1.0, 0.0), &[], &nil, NoData, &["too_few", "patrols_nil"]);
    let told = [violence("c1", Act::Shelling).place("sukkari").on("2016-05-01")];
    check(&[], &told, &nil, NoData, &["no_counts", "patrols_nil"]);
    let much = counts("aleppo", 42.0, 4.0, 0.0);
    check(&much, &[], &nil, Strained, &["ratio", "level", "change", "change", "patrols_nil"]);
    // So does one that saw something; who did not get there saw nothing either way.
    let shots = seen(went("PAT-3", "2016-05-02", Yes), "two shots");
    check(&[], &[], &[nil[0].clone(), shots], NoData, &["no_counts", "patrols_nil", "patrols_saw"]);
    let away = [went("PAT-4", "2016-05-02", No), went("PAT-5", "2016-05-02", Refused)];
    check(&[], &[], &away, NoData, &["no_counts", "patrols_refused", "patrols_unreached"]);
    // Only the last seven days count, and only those up to the day of asking.
    check(&[], &[], &[went("PAT-1", "2016-04-26", Yes)], NoData, &["no_counts"]);
    check(&[], &[], &[went("PAT-1", "2016-04-27", Yes)], Holding, &["patrols_quiet", "no_counts"]);
    check(&[], &[], &[went("PAT-1", "2016-05-04", Yes)], NoData, &["no_counts"]);
}

#[test]
fn patrols_are_counted_by_what_they_saw_and_on_how_many_days() {
    use Reached::{No, Refused, Yes};
    let day = |n: usize| format!("2016-05-0{n}");
    let mut patrols: Vec<Patrol> = [(1, Yes), (1, Yes), (2, Yes), (3, Refused), (3, No)]
        .iter()
        .enumerate()
        .map(|(n, (on, reached))| visit(&format!("PAT-{n}"), &day(*on), "sukkari", *reached))
        .collect();
    patrols.push(seen(visit("PAT-9", &day(3), "sukkari", Yes), "smoke"));
    let expected = PatrolCoverage { quiet: 3, quiet_days: 2, saw: 1, refused: 1, unreached: 1 };
    assert_eq!(by_patrols(&[], &[], &patrols).2, expected);
    patrols.reverse();
    assert_eq!(by_patrols(&[], &[], &patrols).2, expected);
    let states = patrolled(&world(), &[], &[], &patrols[3..4]);
    assert!(of(&states, "latakia").coverage.patrols == PatrolCoverage::default());
}

#[test]
fn other_series_stand_beside_and_are_never_added() {
    let world = world();
    let ctx = world.ctx();
    let told = |series: &[CountSeries]| area_states(series, &[], &[], &[], &ctx);
    let mut rising = series("aleppo", "2016-01-16", 42, 126.0, 0.0);
    rising.extend(series("aleppo", "2016-02-27", 60, 30.0, 0.0));
    rising.extend(series("aleppo", "2016-04-27", 7, 42.0, 0.0));
    let (own, other) = (named("counts", &steady(0.5)), named("b-other", &rising));
    let (alone, both) = (told(std::slice::from_ref(&own)), told(&[own, other]));
    let aleppo = of(&both, "aleppo");
    let beside = &aleppo.beside[0];
    assert_eq!((beside.series.as_str(), beside.last_events), ("b-other", 42.0));
    assert_eq!((beside.ratio, beside.alarm_up), (Some(2.0), true));
    assert_eq!(beside.level.map(|l| l.status), Some(AreaStatus::Collapsed));
    let without: Vec<AreaState> =
        both.iter().map(|s| AreaState { beside: vec![], fused: None, ..s.clone() }).collect();
    let kept = |s: AreaState| AreaState {
        reasons: s.reasons.into_iter().filter(|r| r.rule != "fused").collect(),
        ..s
    };
    let without: Vec<AreaState> = without.into_iter().map(kept).collect();
    assert_eq!(without, alone, "what stands beside changes no state");
}

#[test]
fn the_storys_own_series_leads_else_the_fullest_whatever_the_order() {
    let effective = world().ctx().agreement.effective;
    let ids = |series: Vec<CountSeries>| -> Vec<String> {
        lead(series, effective).into_iter().map(|s| s.id).collect()
    };
    let thin = series("aleppo", "2016-01-16", 42, 50.0, 0.0);
    // Events since the truce do not count for it.
    let late = series("aleppo", "2016-02-27", 67, 900.0, 0.0);
    let (a, b) = (named("a", &late), named("b", &thin));
    let (c, own) = (named("c", &steady(1.0)), named("counts", &[]));
    let check = |series: &[&CountSeries], expected: &[&str]| {
        let forth: Vec<CountSeries> = series.iter().map(|s| (*s).clone()).collect();
        assert_eq!(ids(forth.iter().rev().cloned().collect()), expected);
        assert_eq!(ids(forth), expected);
    };
    check(&[&a, &b], &["b", "a"]);
    check(&[&a, &b, &c], &["c", "a", "b"]);
    check(&[&a, &own, &c], &["counts", "a", "c"]);
    check(&[&named("e", &thin), &b], &["b", "e"]);
    check(&[], &[]);
}
