//! What an area was like before the truce: its rate, and how much its days differ.

use crate::negbin::{LEAST_ALPHA, MOST_ALPHA, moments};

/// Days before the truce that make the baseline.
pub const BASELINE_DAYS: usize = 42;
/// Fewest of them with which a level is told.
pub const LEAST_DAYS: usize = 21;
/// Fewest events in them with which a level is told.
pub const LEAST_EVENTS: f64 = 10.0;

/// The days before a truce, of one area: at most the last [`BASELINE_DAYS`], without days for which
/// nobody counted.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Baseline {
    /// Mean a day.
    pub mean: f64,
    /// Days counted.
    pub days: usize,
    /// Events counted.
    pub events: f64,
    /// Variance beyond that of chance, and the mean's square: their quotient is the dispersion.
    spread: (f64, f64),
}

impl Baseline {
    /// From the days before the truce, in order.
    pub fn new(before: &[Option<f64>]) -> Baseline {
        let from = before.len().saturating_sub(BASELINE_DAYS);
        let counted: Vec<f64> = before[from..].iter().flatten().copied().collect();
        let events: f64 = counted.iter().fold(0.0, |sum, n| sum + n);
        let mean = events / counted.len().max(1) as f64;
        let spread = moments(&counted).map_or((0.0, 0.0), |(m, var)| (var - m, m * m));
        Baseline { mean, days: counted.len(), events, spread }
    }

    /// Whether a level can be told against it.
    pub fn is_enough(&self) -> bool {
        self.days >= LEAST_DAYS && self.events >= LEAST_EVENTS
    }
}

fn clipped((over, square): (f64, f64)) -> f64 {
    if square <= 0.0 { 1.0 } else { (over / square).clamp(LEAST_ALPHA, MOST_ALPHA) }
}

/// The dispersion of the whole series: of all its areas before the truce together.
pub fn dispersion_of_all(baselines: &[Baseline]) -> f64 {
    let sum = |(a, b): (f64, f64), x: &Baseline| (a + x.spread.0, b + x.spread.1);
    clipped(baselines.iter().fold((0.0, 0.0), sum))
}

/// The dispersion of an area: its own and that of the whole weigh alike (geometric mean), so that 42
/// days of a small area do not decide alone.
pub fn dispersion(own: &Baseline, all: f64) -> f64 {
    if own.spread.1 <= 0.0 { all } else { (clipped(own.spread) * all).sqrt() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_that_nobody_counted_are_no_days_of_calm() {
        let mut days = vec![Some(2.0); 42];
        days[3] = None;
        let told = Baseline::new(&days);
        assert_eq!((told.mean, told.days, told.events), (2.0, 41, 82.0));
        assert!(told.is_enough());
        assert!(!Baseline::new(&vec![Some(1.0); 20]).is_enough(), "too few days");
        assert!(!Baseline::new(&vec![Some(0.2); 42]).is_enough(), "too few events");
    }

    #[test]
    fn only_the_last_days_count() {
        let mut days = vec![Some(9.0); 30];
        days.extend(vec![Some(1.0); 42]);
        assert_eq!(Baseline::new(&days).mean, 1.0);
    }

    #[test]
    fn dispersion_is_clipped_and_shared() {
        let calm = Baseline::new(&vec![Some(3.0); 42]);
        assert_eq!(dispersion(&calm, 0.05), LEAST_ALPHA);
        let wild: Vec<Option<f64>> =
            (0..42).map(|day| Some(if day % 14 == 0 { 40.0 } else { 0.0 })).collect();
        let wild = Baseline::new(&wild);
        assert_eq!(dispersion_of_all(&[wild]), MOST_ALPHA);
        assert!((dispersion(&wild, 0.75) - 1.5).abs() < 1e-12);
        let empty = Baseline::new(&vec![Some(0.0); 42]);
        assert_eq!(dispersion(&empty, 0.7), 0.7);
        assert_eq!(dispersion_of_all(&[empty]), 1.0);
    }
}
