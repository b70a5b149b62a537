//! Deaths told from the outlook of events, beside the last days as they were.

use hudna_series::outlook::Errors;
use hudna_series::{Outlook, Pace, Severity};
use serde::Serialize;

use super::counts::Series;
use super::outlook::{HORIZONS, INTERVAL, OutlookFigures, empirical, sum};

/// Ways to tell deaths.
const WAYS: usize = 4;

/// Figures of deaths told from events.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct SeverityFigures {
    /// Areas.
    pub areas: usize,
    /// How many origins, a week apart.
    pub origins: usize,
    /// One, three and seven days ahead.
    pub horizons: Vec<SeverityHorizon>,
}

/// Figures of a horizon.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct SeverityHorizon {
    /// Days ahead.
    pub days: usize,
    /// As many as in the last so many days.
    pub last: OutlookFigures,
    /// The last twelve weeks as they were.
    pub empirical: OutlookFigures,
    /// From the outlook of events.
    pub compound: OutlookFigures,
    /// From the deaths themselves, as a series of their own.
    pub direct: OutlookFigures,
}

/// Events and deaths of an area, day by day.
type Both<'s> = (&'s Vec<Option<f64>>, &'s Vec<Option<f64>>);

/// Scores deaths told from events, for areas that both series have.
pub(super) fn severity(events: &Series, deaths: &Series, origins: &[usize]) -> SeverityFigures {
    let both: Vec<Both<'_>> = events
        .areas
        .iter()
        .filter_map(|(area, events)| Some((events, deaths.areas.get(area)?)))
        .collect();
    let mut sums = [[OutlookFigures::default(); WAYS]; HORIZONS.len()];
    for origin in origins {
        let pace = |counts: &Vec<Option<f64>>| Pace::new(&counts[..*origin]);
        let paces: Vec<(Pace, Pace)> = both.iter().map(|(e, d)| (pace(e), pace(d))).collect();
        let own = |(e, d): &Both<'_>| Severity::new(&e[..*origin], &d[..*origin]);
        let severities: Vec<Severity> = both.iter().map(own).collect();
        let all: Severity = severities.iter().copied().sum();
        for (days, sums) in HORIZONS.into_iter().zip(&mut sums) {
            let errors = [0, 1].map(|at| {
                let of = |p: &(Pace, Pace)| [&p.0, &p.1][at].errors(days);
                paces.iter().map(of).sum::<Errors>()
            });
            for (at, (_, counts)) in both.iter().enumerate() {
                let (before, came) = (*origin - days, sum(counts, *origin, days));
                let laws = [
                    certain(sum(counts, before, days)),
                    empirical(counts, *origin, days),
                    severities[at].ahead(&paces[at].0.ahead(days, errors[0]), all),
                    paces[at].1.ahead(days, errors[1]),
                ];
                sums.iter_mut().zip(laws).for_each(|(sum, law)| add(sum, &law, came));
            }
        }
    }
    let n = (origins.len() * both.len()).max(1) as f64;
    let mean = |f: OutlookFigures| OutlookFigures { crps: f.crps / n, coverage: f.coverage / n };
    let horizon = |(days, sums): (usize, [OutlookFigures; WAYS])| {
        let [last, empirical, compound, direct] = sums.map(mean);
        SeverityHorizon { days, last, empirical, compound, direct }
    };
    let horizons = HORIZONS.into_iter().zip(sums).map(horizon).collect();
    SeverityFigures { areas: both.len(), origins: origins.len(), horizons }
}

/// The law of one number.
fn certain(count: f64) -> Outlook {
    let at = count.round().max(0.0) as usize;
    let mut pmf = vec![0.0; at + 1];
    pmf[at] = 1.0;
    Outlook { pmf }
}

fn add(sum: &mut OutlookFigures, law: &Outlook, came: f64) {
    let (low, high) = law.interval(INTERVAL);
    sum.crps += law.crps(came);
    sum.coverage += f64::from(u8::from(low as f64 <= came && came <= high as f64));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_never_changes_is_told_exactly_by_the_last_week() {
        let all = |each| (0..200).map(move |day| ("a".to_owned(), day, each));
        let events = Series::new("e", &all(2.0).collect::<Vec<_>>());
        let deaths = Series::new("d", &all(6.0).collect::<Vec<_>>());
        let found = severity(&events, &deaths, &[150, 157]);
        assert_eq!((found.areas, found.origins), (1, 2));
        let week = &found.horizons[2];
        assert_eq!((week.last.crps, week.last.coverage), (0.0, 1.0));
        assert!(week.compound.crps > 0.0 && week.compound.crps < 4.0, "{week:?}");
        assert_eq!(week.compound.coverage, 1.0);
    }

    #[test]
    fn one_number_is_off_by_how_far_it_is_off() {
        assert!((certain(3.0).crps(5.0) - 2.0).abs() < 1e-12);
        assert!((certain(0.0).crps(0.0)).abs() < 1e-12);
    }
}
