//! How many deaths the next days may bring: so many events, each with so many deaths.
//!
//! A compound law: the outlook of events gives the chance of each number of events, and the deaths
//! of that many are a negative binomial with as many times the mean and the variance of one. What
//! one event brings is estimated from the last days of an area, with a weak pull toward all areas
//! of the series. Limit: events are taken as alike and apart from one another, and a massacre among
//! many small ones is foreseen by nothing.

use std::iter::Sum;
use std::ops::Add;

use crate::negbin::NegBin;
use crate::outlook::Outlook;

/// Days back of which events are looked at: twelve weeks.
pub const LOOKED_BACK: usize = 84;
/// Events of all areas that weigh beside an area's own.
const PULL: f64 = 10.0;
/// Least dispersion of the deaths of some events.
const LEAST_ALPHA: f64 = 0.02;
/// Numbers of events less likely than this are left out.
const RARE: f64 = 1e-7;
/// Probability that may stay untold at the upper end, and the longest law.
const TOLD: (f64, usize) = (1e-9, 100_000);

/// Sums over days: events, deaths, and their squares and products.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct Severity {
    events: f64,
    deaths: f64,
    /// Of events with events, events with deaths, deaths with deaths.
    products: [f64; 3],
}

impl Add for Severity {
    type Output = Severity;

    fn add(self, other: Severity) -> Severity {
        Severity {
            events: self.events + other.events,
            deaths: self.deaths + other.deaths,
            products: [0, 1, 2].map(|at| self.products[at] + other.products[at]),
        }
    }
}

impl Sum for Severity {
    fn sum<I: Iterator<Item = Severity>>(all: I) -> Severity {
        all.fold(Severity::default(), Add::add)
    }
}

impl Severity {
    /// From events and deaths day by day, the newest last; days that nobody counted say nothing.
    pub fn new(events: &[Option<f64>], deaths: &[Option<f64>]) -> Severity {
        let days = events.iter().rev().zip(deaths.iter().rev()).take(LOOKED_BACK);
        let day = |(e, d): (&Option<f64>, &Option<f64>)| {
            let (events, deaths) = (*e).zip(*d)?;
            let products = [events * events, events * deaths, deaths * deaths];
            Some(Severity { events, deaths, products })
        };
        days.filter_map(day).sum()
    }

    /// Mean and variance of the deaths of one event, weighed beside all areas; none where nothing
    /// is known of any.
    pub fn of_one(&self, all: Severity) -> Option<(f64, f64)> {
        let (whole, own) = (all.by_itself(None)?, self.by_itself(None));
        let beside =
            |own: f64, whole: f64| (self.events * own + PULL * whole) / (self.events + PULL);
        let mean = beside(own.map_or(0.0, |own| own.0), whole.0);
        let own = self.by_itself(Some(mean)).map_or(0.0, |own| own.1);
        Some((mean, beside(own, whole.1)))
    }

    /// Mean a event, and the variance about that mean or another one.
    fn by_itself(&self, mean: Option<f64>) -> Option<(f64, f64)> {
        if self.events <= 0.0 {
            return None;
        }
        let mean = mean.unwrap_or(self.deaths / self.events);
        let [ee, ed, dd] = self.products;
        let off = dd - 2.0 * mean * ed + mean * mean * ee;
        Some((mean, off.max(0.0) / self.events))
    }

    /// The law of the deaths of as many events as an outlook tells.
    pub fn ahead(&self, events: &Outlook, all: Severity) -> Outlook {
        let Some((mean, variance)) = self.of_one(all).filter(|(mean, _)| *mean > 0.0) else {
            return Outlook { pmf: vec![1.0] };
        };
        let mut pmf: Vec<f64> = vec![0.0];
        for (n, chance) in events.pmf.iter().enumerate().filter(|(_, p)| **p > RARE) {
            if n == 0 {
                pmf[0] += chance;
                continue;
            }
            let n = n as f64;
            let alpha = (variance - mean) / (n * mean * mean);
            let law = NegBin::new(n * mean, alpha.max(LEAST_ALPHA)).pmf(TOLD.0, TOLD.1);
            if law.len() > pmf.len() {
                pmf.resize(law.len(), 0.0);
            }
            pmf.iter_mut().zip(law).for_each(|(sum, p)| *sum += chance * p);
        }
        Outlook { pmf }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn days(all: &[f64]) -> Vec<Option<f64>> {
        all.iter().copied().map(Some).collect()
    }

    /// Mean and variance of the deaths of one event.
    #[track_caller]
    fn check(events: &[f64], deaths: &[f64], all: Severity, expected: (f64, f64)) {
        let (mean, variance) =
            Severity::new(&days(events), &days(deaths)).of_one(all).expect("something is known");
        let near = |a: f64, b: f64| (a - b).abs() < 1e-9;
        assert!(near(mean, expected.0) && near(variance, expected.1), "{mean} {variance}");
    }

    #[test]
    fn deaths_of_one_event_by_hand() {
        let one = Severity::new(&days(&[1.0, 1.0]), &days(&[1.0, 5.0]));
        // Its own and all alike: mean 3, variance ((1-3)² + (5-3)²) / 2.
        check(&[1.0, 1.0], &[1.0, 5.0], one, (3.0, 4.0));
        // Two events with a death each beside ten of all: (2·1 + 10·3) / 12.
        let mean = 32.0 / 12.0;
        let own = (1.0 - mean) * (1.0 - mean);
        check(&[1.0, 1.0], &[1.0, 1.0], one, (mean, (2.0 * own + 10.0 * 4.0) / 12.0));
        // An area without events is as all are.
        check(&[0.0, 0.0], &[0.0, 0.0], one, (3.0, 4.0));
        assert_eq!(one.of_one(Severity::default()), None);
    }

    #[test]
    fn days_long_ago_and_days_that_nobody_counted_say_nothing() {
        let mut events = days(&[9.0; 20]);
        let mut deaths = days(&[90.0; 20]);
        events.extend(days(&[1.0; LOOKED_BACK]));
        deaths.extend(days(&[2.0; LOOKED_BACK]));
        let told = Severity::new(&events, &deaths);
        assert_eq!((told.events, told.deaths), (84.0, 168.0));
        deaths[50] = None;
        assert_eq!(Severity::new(&events, &deaths).events, 83.0);
    }

    #[test]
    fn the_compound_law_has_the_moments_of_a_random_sum() {
        let severity = Severity::new(&days(&[1.0; 4]), &days(&[0.0, 2.0, 4.0, 10.0]));
        let events = Outlook { pmf: NegBin::new(3.0, 0.4).pmf(1e-12, 1000) };
        let law = severity.ahead(&events, severity);
        let (mean, variance) = severity.of_one(severity).expect("it is known");
        let moment = |of: &Outlook, k: i32| {
            of.pmf.iter().enumerate().map(|(x, p)| (x as f64).powi(k) * p).sum::<f64>()
        };
        let var = |of: &Outlook| moment(of, 2) - moment(of, 1).powi(2);
        assert!((law.pmf.iter().sum::<f64>() - 1.0).abs() < 1e-5);
        assert!((law.mean() - events.mean() * mean).abs() < 1e-3, "{}", law.mean());
        let expected = events.mean() * variance + var(&events) * mean * mean;
        assert!((var(&law) / expected - 1.0).abs() < 0.01, "{} for {expected}", var(&law));
        assert!(law.pmf[0] > events.pmf[0], "an event may bring no death");
    }

    #[test]
    fn without_any_deaths_none_are_foreseen() {
        let severity = Severity::new(&days(&[1.0; 4]), &days(&[0.0; 4]));
        let events = Outlook { pmf: vec![0.5, 0.5] };
        assert_eq!(severity.ahead(&events, severity).pmf, [1.0]);
        assert_eq!(Severity::default().ahead(&events, Severity::default()).pmf, [1.0]);
    }
}
