//! The outlook: how many events the next days may bring.
//!
//! An equal pool of five forecasts, each an exponentially weighted mean of the days so far with its
//! own memory and a negative binomial whose dispersion comes from the forecast's own past errors.
//! A pool of laws is as wide as they disagree, and no memory has to be chosen (linear pool: Stone
//! 1961; weights by past likelihood did worse on four records of three wars).

use std::ops::Add;

use crate::negbin::NegBin;

/// Weight of the newest day in each forecast's mean.
pub const MEMORIES: [f64; 5] = [0.02, 0.05, 0.1, 0.2, 0.4];
/// First days, whose mean the forecasts start from.
const START_DAYS: usize = 30;
/// Past errors of half the weight of the last one lie so many errors back.
const HALF_LIFE: f64 = 26.0;
/// Past errors looked at: of weeks, and of shorter times.
const ERRORS: (usize, usize) = (52, 120);
/// Least and greatest dispersion of a forecast.
const ALPHA: (f64, f64) = (0.02, 5.0);
/// Probability that may stay untold at the upper end.
const REST: f64 = 1e-9;
/// Longest law.
const LONGEST: usize = 100_000;

/// How far forecasts of one length were off, for each memory: squared errors beyond chance, and
/// squared means; of several areas they add up.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct Errors([(f64, f64); MEMORIES.len()]);

impl Add for Errors {
    type Output = Errors;

    fn add(mut self, other: Errors) -> Errors {
        for (one, two) in self.0.iter_mut().zip(other.0) {
            *one = (one.0 + two.0, one.1 + two.1);
        }
        self
    }
}

impl std::iter::Sum for Errors {
    fn sum<I: Iterator<Item = Errors>>(all: I) -> Errors {
        all.fold(Errors::default(), Add::add)
    }
}

fn dispersion((over, square): (f64, f64)) -> f64 {
    if square <= 0.0 { 1.0 } else { (over / square).clamp(ALPHA.0, ALPHA.1) }
}

/// The forecasts of one area.
#[derive(Debug, Clone, Default)]
pub struct Pace {
    counts: Vec<Option<f64>>,
    /// Means before each day, and after the last one.
    means: Vec<[f64; MEMORIES.len()]>,
}

impl Pace {
    /// The forecasts after these days; none in a day means that nobody counted.
    pub fn new(counts: &[Option<f64>]) -> Pace {
        let first: Vec<f64> = counts.iter().take(START_DAYS).flatten().copied().collect();
        let start = first.iter().sum::<f64>() / first.len().max(1) as f64;
        let mut out = Pace { counts: Vec::new(), means: vec![[start; MEMORIES.len()]] };
        counts.iter().for_each(|count| out.day(*count));
        out
    }

    /// Takes the next day.
    pub fn day(&mut self, count: Option<f64>) {
        let mut means = self.means.last().copied().unwrap_or_default();
        if let Some(count) = count {
            let moved = means.iter_mut().zip(MEMORIES);
            moved.for_each(|(mean, weight)| *mean += weight * (count - *mean));
        }
        self.counts.push(count);
        self.means.push(means);
    }

    /// Errors of past forecasts of so many days: from as many days ago, twice as many, and so on,
    /// while thirty days lie before.
    pub fn errors(&self, days: usize) -> Errors {
        let most = if days >= 7 { ERRORS.0 } else { ERRORS.1 };
        let mut out = Errors::default();
        for back in 1..=most {
            let Some(origin) = self.counts.len().checked_sub(back * days) else { break };
            if origin < START_DAYS {
                break;
            }
            let came: Option<f64> = self.counts[origin..origin + days].iter().copied().sum();
            let Some(came) = came else { continue };
            let weight = 0.5_f64.powf(back as f64 / HALF_LIFE);
            for (error, mean) in out.0.iter_mut().zip(self.means[origin]) {
                let told = mean * days as f64;
                error.0 += weight * ((came - told).powi(2) - told);
                error.1 += weight * told * told;
            }
        }
        out
    }

    /// The law of the sum of the next days. `all` are the errors of all areas of the series: an
    /// area's own weigh as much (geometric mean of the dispersions).
    pub fn ahead(&self, days: usize, all: Errors) -> Outlook {
        let own = self.errors(days);
        let means = self.means.last().copied().unwrap_or_default();
        let laws = means.iter().zip(own.0.iter().zip(all.0)).map(|(mean, (own, all))| {
            let alpha = match own.1 > 0.0 {
                true => (dispersion(*own) * dispersion(all)).sqrt(),
                false => dispersion(all),
            };
            NegBin::new(mean * days as f64, alpha).pmf(REST, LONGEST)
        });
        Outlook::pool(&laws.collect::<Vec<_>>())
    }
}

/// A law over whole counts.
#[derive(Debug, Clone, PartialEq)]
pub struct Outlook {
    /// Probabilities of 0, 1, 2 …
    pub pmf: Vec<f64>,
}

impl Outlook {
    /// The equal pool of some laws.
    fn pool(laws: &[Vec<f64>]) -> Outlook {
        let longest = laws.iter().map(Vec::len).max().unwrap_or_default();
        let share = 1.0 / laws.len().max(1) as f64;
        let at = |x: usize| laws.iter().filter_map(|law| law.get(x)).sum::<f64>() * share;
        Outlook { pmf: (0..longest).map(at).collect() }
    }

    /// Mean.
    pub fn mean(&self) -> f64 {
        self.pmf.iter().enumerate().map(|(x, p)| x as f64 * p).sum()
    }

    /// Median.
    pub fn median(&self) -> usize {
        crate::negbin::quantile(&self.pmf, 0.5)
    }

    /// The shortest run of counts that holds this share: first and last; the lower of two. The
    /// middle interval would hold too much where most days bring nothing.
    pub fn interval(&self, share: f64) -> (usize, usize) {
        let share = share.min(self.pmf.iter().sum::<f64>() - 1e-12);
        let (mut best, mut held, mut first) = ((0, self.pmf.len().saturating_sub(1)), 0.0, 0);
        for (last, p) in self.pmf.iter().enumerate() {
            held += p;
            while held - self.pmf[first] >= share {
                held -= self.pmf[first];
                first += 1;
            }
            if held >= share && last - first < best.1 - best.0 {
                best = (first, last);
            }
        }
        best
    }

    /// Continuous ranked probability score for what came.
    pub fn crps(&self, came: f64) -> f64 {
        crate::negbin::crps(&self.pmf, came)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn days(count: f64, n: usize) -> Vec<Option<f64>> {
        vec![Some(count); n]
    }

    #[test]
    fn a_steady_pace_goes_on() {
        let pace = Pace::new(&days(3.0, 120));
        let told = pace.ahead(7, pace.errors(7));
        assert!((told.mean() - 21.0).abs() < 0.1, "{}", told.mean());
        let (low, high) = told.interval(0.9);
        assert!(low < 21 && 21 < high && told.median().abs_diff(21) <= 1, "{low}..{high}");
        assert!((told.pmf.iter().sum::<f64>() - 1.0).abs() < 1e-6);
    }

    #[test]
    fn forecasts_that_disagree_make_it_wide() {
        let mut counts = days(1.0, 200);
        counts.extend(days(10.0, 5));
        let calm = Pace::new(&days(1.0, 200));
        let all = calm.errors(7);
        let (rising, steady) = (Pace::new(&counts).ahead(7, all), calm.ahead(7, all));
        let width = |law: &Outlook| law.interval(0.9).1 - law.interval(0.9).0;
        assert!(width(&rising) > 3 * width(&steady));
        assert!(rising.mean() > 20.0);
    }

    #[test]
    fn days_that_nobody_counted_move_nothing() {
        let mut counts = days(4.0, 60);
        let before = Pace::new(&counts);
        counts.extend(vec![None; 7]);
        let after = Pace::new(&counts);
        assert_eq!(before.means.last(), after.means.last());
        assert_ne!(before.errors(7), Errors::default());
        assert!(after.errors(7).0[0].1 < before.errors(7).0[0].1, "that week is no error");
    }

    #[test]
    fn the_interval_is_the_shortest() {
        let law = Outlook { pmf: vec![0.6, 0.05, 0.05, 0.3] };
        assert_eq!(law.interval(0.6), (0, 0));
        assert_eq!(law.interval(0.65), (0, 1));
        assert_eq!(law.interval(1.0), (0, 3));
        assert_eq!(law.median(), 0);
    }
}
