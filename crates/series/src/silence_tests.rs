use super::*;
use crate::draws::Draws;

/// Rows of a usual day.
fn usual(at: usize) -> f64 {
    [20.0, 26.0, 30.0, 23.0][at % 4]
}

/// Eighty usual days and then these.
fn after(days: &[f64]) -> Vec<Option<f64>> {
    (0..80).map(usual).chain(days.iter().copied()).map(Some).collect()
}

/// The first day, counted from the eightieth, on which silence is told of a feed of twenty to thirty
/// rows a day and then `days`, beside a source of ten rows and then `other`.
fn first(days: &[f64], other: Option<f64>, truces: &[usize]) -> Option<(usize, Why)> {
    let mut sources = vec![after(days)];
    if let Some(other) = other {
        let beside = std::iter::repeat_n(10.0, 80).chain(std::iter::repeat_n(other, days.len()));
        sources.push(beside.map(Some).collect());
    }
    let told = &silence(&sources, truces)[0];
    let day = told.iter().position(|heard| heard.silent.is_some())?;
    told[day].silent.map(|(_, why)| (day - 80, why))
}

#[test]
fn a_dead_feed_is_found_at_once_and_a_usual_day_is_none() {
    assert_eq!(first(&[0.0; 5], None, &[]), Some((0, Why::Dead)));
    assert_eq!(first(&[1.0; 5], None, &[]), Some((0, Why::Dead)));
    assert_eq!(first(&[19.0, 24.0, 31.0, 18.0], None, &[]), None);
}

#[test]
fn others_tell_whether_it_is_quiet_or_silent() {
    assert_eq!(first(&[0.0; 5], Some(0.9), &[]), None, "quiet everywhere");
    assert_eq!(first(&[0.0; 5], Some(1.0), &[]).map(|f| f.1), Some(Why::Dead));
    assert_eq!(first(&[3.0; 5], Some(10.0), &[]).map(|f| f.1), Some(Why::Behind));
    assert_eq!(first(&[3.0; 5], Some(2.4), &[]), None, "both fell");
    assert_eq!(first(&[3.0; 5], None, &[]).map(|f| f.1), Some(Why::Thin));
    assert_eq!(first(&[7.0; 5], None, &[]), None, "more than a quarter, alone");
    assert_eq!(first(&[7.0; 5], Some(10.0), &[]).map(|f| f.1), Some(Why::Behind));
}

#[test]
fn the_fall_at_a_truce_is_no_silence_unless_nothing_comes() {
    assert_eq!(first(&[4.0; 10], None, &[80]), None);
    assert_eq!(first(&[4.0; 10], Some(10.0), &[80]), None);
    assert_eq!(first(&[4.0; 40], None, &[80]), None, "by then it is the level");
    assert_eq!(first(&[0.0; 10], None, &[80]).map(|f| f.1), Some(Why::Dead));
}

#[test]
fn chance_and_ratio_are_told() {
    // All days alike: dispersion 0.02, so today's 4 of 10 are NB(10, 0.02).
    let mut days = vec![Some(10.0); 60];
    days.push(Some(4.0));
    let told = silence(&[days], &[])[0][60];
    let law = NegBin::new(10.0, 0.02);
    let expected: f64 = (0..=4).map(|x| law.ln_pmf(f64::from(x)).exp()).sum();
    assert!(told.chance.is_some_and(|chance| (chance - expected).abs() < 1e-9), "{told:?}");
    assert!(told.ratio.is_some_and(|ratio| (ratio - 0.4).abs() < 1e-12));
    assert_eq!((told.silent, told.too_few), (None, false));
}

#[test]
fn dispersion_is_that_of_neighbours() {
    // Of each pair half of 4, less a mean of 3, over 8: below the least.
    assert_eq!(moments(&[2.0, 4.0, 2.0, 4.0]), (3.0, ALPHA.0));
    // Of each pair half of 16, less a mean of 4, over 12.
    let (mean, alpha) = moments(&[2.0, 6.0, 2.0]);
    assert!((mean - 10.0 / 3.0).abs() < 1e-12 && (alpha - 1.0 / 3.0).abs() < 1e-12);
    assert_eq!(moments(&[0.0, 90.0, 0.0]).1, ALPHA.1);
}

#[test]
fn silence_ends_when_the_feed_is_as_usual_or_lastingly_lower() {
    let volume = |at: usize| match at {
        80..90 => 0.0,
        130.. => 3.0,
        _ => usual(at),
    };
    let days: Vec<Option<f64>> = (0..200).map(|at| Some(volume(at))).collect();
    let told = &silence(std::slice::from_ref(&days), &[])[0];
    let silent: Vec<bool> = told.iter().map(|heard| heard.silent.is_some()).collect();
    assert!(silent[80..91].iter().all(|s| *s) && !silent[94..130].iter().any(|s| *s), "{silent:?}");
    assert!(silent[132..150].iter().all(|s| *s) && !silent[154..].iter().any(|s| *s), "{silent:?}");
    let restored: Vec<usize> = told.iter().filter_map(|heard| heard.restored).collect();
    assert_eq!(restored, [130]);
    // What was lower counts after all; the blackout does not.
    let kept = mask(&days, told);
    assert!(kept[80..90].iter().all(Option::is_none));
    assert_eq!((&kept[..80], &kept[130..]), (&days[..80], &days[130..]));
}

#[test]
fn what_others_told_meanwhile_counts_after_all_when_the_lower_level_lasts() {
    let days = after(&[5.0; 40]);
    let beside = vec![Some(10.0); 120];
    let told = silence(&[days.clone(), beside], &[]).remove(0);
    assert!(told[80..101].iter().all(|heard| heard.silent == Some((80, Why::Behind))));
    assert_eq!(mask(&days[..101], &told[..101])[80..], [None; 21]);
    assert_eq!((told[101].silent, told[101].restored), (None, Some(80)));
    assert_eq!(mask(&days, &told), days);
}

#[test]
fn a_thin_feed_that_dies_is_a_gap_from_then_on() {
    let days = after(&[[3.0; 5].as_slice(), &[0.0; 30]].concat());
    let told = silence(std::slice::from_ref(&days), &[]).remove(0);
    assert!(told[81..85].iter().all(|heard| matches!(heard.silent, Some((_, Why::Thin)))));
    assert_eq!(mask(&days[..85], &told[..85]), days[..85], "its counts stand");
    assert!(told[86..].iter().all(|heard| heard.gap().is_some_and(|from| from >= 84)), "{told:?}");
    assert!(mask(&days, &told)[86..].iter().all(Option::is_none));
}

#[test]
fn the_days_that_gave_it_away_are_masked_once_it_is_found() {
    let days: Vec<Option<f64>> = (0..60).map(|_| Some(5.0)).chain(vec![Some(0.0); 5]).collect();
    let told = &silence(std::slice::from_ref(&days), &[])[0];
    let found = told.iter().position(|heard| heard.silent.is_some()).expect("it is found");
    assert_eq!((found, told[found].silent), (61, Some((60, Why::Dead))));
    assert_eq!(mask(&days[..61], &told[..61])[60], Some(0.0), "not known yet");
    assert_eq!(mask(&days[..62], &told[..62])[60..], [None, None]);
}

#[test]
fn a_dead_feed_stays_dead_until_it_speaks() {
    let mut days = after(&[0.0; 300]);
    days.extend((0..40).map(|at| Some(usual(at))));
    let told = &silence(&[days], &[])[0];
    assert!(told[80..380].iter().all(|heard| heard.silent == Some((80, Why::Dead))));
    assert!(told[380].silent.is_some() && told[381].silent.is_none());
    assert!(told[382].too_few && !told[400].too_few, "a new level is learnt");
}

#[test]
fn nothing_is_said_of_a_feed_too_thin_to_tell_or_too_young() {
    // (1/(1 + 0.02 m))^150 is 0.001 at m = 2.36.
    let told = |mean: f64| {
        let days = (0..80).map(|_| mean).chain([0.0; 6]).map(Some).collect();
        let told = silence(&[days], &[]).remove(0);
        (told[79].too_few, told[80..83].iter().any(|heard| heard.silent.is_some()))
    };
    assert_eq!([told(2.0), told(3.0)], [(true, false), (false, true)]);
    let young = silence(&[vec![Some(20.0); FIRST + 1]], &[]).remove(0);
    assert!(young[..FIRST].iter().all(|heard| heard.too_few && heard.chance.is_none()));
    assert!(!young[FIRST].too_few);
}

#[test]
fn days_that_nobody_counted_are_no_silence_and_end_none() {
    let mut days = after(&[0.0, 0.0]);
    days.splice(60..70, [None; 10]);
    days.extend([None; 30]);
    let told = &silence(&[days], &[])[0];
    assert!(told[..80].iter().all(|heard| heard.silent.is_none()));
    assert!(told[80..].iter().all(|heard| heard.silent == Some((80, Why::Dead))));
    assert!(told[82..].iter().all(|heard| heard.chance.is_none()));
}

#[test]
fn a_day_is_told_by_it_and_those_before() {
    let mut draws = Draws(3);
    let feed = |draws: &mut Draws| -> Vec<Option<f64>> {
        draws.counts(8.0, 0.6, 300).iter().map(|c| Some(if *c > 20.0 { 0.0 } else { *c })).collect()
    };
    let sources = [feed(&mut draws), feed(&mut draws)];
    let whole = silence(&sources, &[150, 290]);
    let part = sources.map(|source| source[..200].to_vec());
    let part = silence(&part, &[150, 290]);
    assert_eq!((&whole[0][..200], &whole[1][..200]), (&part[0][..], &part[1][..]));
}

/// Calm feeds of many levels: days called silent, blackouts of a week, and how many were found
/// within three days.
fn simulated(beside: bool) -> (usize, usize, usize, usize) {
    let mut draws = Draws(11);
    let (mut days, mut called, mut dark, mut found) = (0, 0, 0, 0);
    for (mean, alpha) in [(6.0, 0.1), (10.0, 0.3), (20.0, 0.3), (40.0, 0.5)] {
        for _ in 0..10 {
            let mut sources: Vec<Vec<Option<f64>>> = (0..1 + usize::from(beside))
                .map(|_| draws.counts(mean, alpha, 320).into_iter().map(Some).collect())
                .collect();
            sources[0][300..307].fill(Some(0.0));
            let told = &silence(&sources, &[])[0];
            let silent = |heard: &&Heard| heard.silent.is_some();
            days += 300 - FIRST;
            called += told[FIRST..300].iter().filter(silent).count();
            dark += 1;
            found += usize::from(told[300..303].iter().any(|heard| silent(&heard)));
        }
    }
    (days, called, dark, found)
}

#[test]
fn simulated_blackouts_are_found_in_three_days_and_calm_is_not_called_silent() {
    for beside in [false, true] {
        let (days, called, dark, found) = simulated(beside);
        assert_eq!(found, dark, "beside another: {beside}");
        assert!(called * 50 <= days, "{called} of {days} days, beside another: {beside}");
    }
}
