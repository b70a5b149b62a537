//! One alarm from several sources that count the same area apart.
//!
//! Their counts are never added. Each source has its own learnt level and its own ratio of rise, as in
//! [`crate::alarm`]; what they have in common is the day of the change. For each of the last days the
//! likelihood ratio "the level rose on that day" is kept for each source, and the ratios of one day are
//! multiplied. Sources that copy from one another would count one event twice: of each further source
//! only the part of its evidence is taken that the measured correlation leaves as its own. With
//! independent sources the statistic of day t has at most the mean t under steady levels, hence at a
//! threshold A there are at least A area-days from one false alarm to the next; for correlated sources
//! that is shown by simulation, not by proof.

use std::collections::VecDeque;
use std::ops::Range;

use crate::alarm::{
    CELLS, LAWS, LEAST_MEAN, RISES, UP_DAYS, Watch, dot, kernels, likelihoods, mean_sum, sum,
};
use crate::baseline::{BASELINE_DAYS, LEAST_DAYS};

/// Days back to which a change is looked for.
pub const WINDOW: usize = 90;
/// Greatest correlation that is taken from days: two sources are never one.
pub const MOST_CORRELATION: f64 = 0.9;
/// Correlation of sources of which nothing is known.
pub const UNKNOWN_CORRELATION: f64 = 0.5;

/// Laws of change in the order of [`crate::alarm`], without the steady one.
const CHANGES: usize = LAWS - 1;
const RISEN: Range<usize> = 0..RISES.len();
const FALLEN: Range<usize> = RISES.len()..CHANGES;

type Weights = [[f64; CELLS]; CHANGES];

/// A source and its learnt level.
#[derive(Debug, Clone)]
struct Source {
    mean: f64,
    alpha: f64,
    kernels: Box<[[(f64, f64); CELLS]; LAWS]>,
    steady: [f64; CELLS],
}

/// What a source's days since a day weigh, if its level changed on that day.
#[derive(Debug, Clone)]
struct Since {
    /// It counted on the day itself.
    counted: bool,
    weights: Box<Weights>,
}

/// The detector of one area over several sources.
#[derive(Debug, Clone)]
pub struct Fused {
    threshold: f64,
    sources: Vec<Source>,
    /// For each source as the first one the power to which each source's ratio is taken.
    powers: Vec<Vec<f64>>,
    /// Days on which the level may have changed, the oldest first; of each the sources.
    candidates: VecDeque<Vec<Since>>,
    up: Option<usize>,
}

impl Fused {
    /// A detector over sources of these means before the truce and these dispersions; `correlation`
    /// tells that of two of them by position, 0 to 1, the same both ways; with at least `threshold`
    /// area-days for a false alarm.
    pub fn new(
        sources: &[(f64, f64)],
        correlation: impl Fn(usize, usize) -> f64,
        threshold: f64,
    ) -> Fused {
        let powers = powers(sources.len(), |a, b| correlation(a, b).clamp(0.0, 1.0));
        let sources = sources.iter().map(|(mean, alpha)| Source::new(*mean, *alpha)).collect();
        Fused { threshold, sources, powers, candidates: VecDeque::new(), up: None }
    }

    /// Takes the next day: the count of each source, or none where it did not count; `share` is the
    /// part of the day's events that has been told by now. A day without a count changes nothing of
    /// that source, and a source that did not count on the day of a change only adds to those that
    /// did.
    pub fn day(&mut self, counts: &[Option<f64>], share: f64) -> Watch {
        self.day_of(&counts.iter().map(|count| (*count, share)).collect::<Vec<_>>())
    }

    /// The same, where each source has told its own share of the day by now.
    pub fn day_of(&mut self, told: &[(Option<f64>, f64)]) -> Watch {
        self.up = self.up.and_then(|days| days.checked_sub(1));
        let count = |at: usize| told.get(at).and_then(|(count, _)| *count);
        if (0..self.sources.len()).any(|at| count(at).is_some()) {
            self.open(count);
            for (at, (count, share)) in told.iter().enumerate().take(self.sources.len()) {
                count.iter().for_each(|count| self.take(at, *count, *share));
            }
            return self.watch();
        }
        let statistic = self.statistic(RISEN);
        let (up, rose_before, rise) = (self.up, None, None);
        Watch { statistic, crossed: false, fell: false, up, rose_before, rise }
    }

    /// From today on the level may have changed.
    fn open(&mut self, count: impl Fn(usize) -> Option<f64>) {
        let since = |(at, source): (usize, &Source)| Since {
            counted: count(at).is_some(),
            weights: Box::new([source.steady; CHANGES]),
        };
        self.candidates.push_back(self.sources.iter().enumerate().map(since).collect());
        if self.candidates.len() > WINDOW {
            self.candidates.pop_front();
        }
    }

    fn take(&mut self, at: usize, count: f64, share: f64) {
        let today = self.sources[at].take(count, share);
        for candidate in &mut self.candidates {
            let weights = candidate[at].weights.as_flattened_mut();
            weights.iter_mut().zip(today.as_flattened()).for_each(|(w, l)| *w *= l);
        }
    }

    fn watch(&mut self) -> Watch {
        let statistic = self.statistic(RISEN);
        let crossed = statistic >= self.threshold;
        let fell = !crossed && self.statistic(FALLEN) >= self.threshold;
        let best = crossed.then(|| self.best()).flatten();
        if crossed {
            self.up = Some(UP_DAYS);
        }
        if crossed || fell {
            self.candidates.clear();
        }
        if fell {
            self.sources.iter_mut().for_each(|s| s.steady = uniform());
        }
        let (rise, rose_before) = best.unzip();
        Watch { statistic, crossed, fell, up: self.up, rose_before, rise }
    }

    fn statistic(&self, laws: Range<usize>) -> f64 {
        let each = |candidate: &Vec<Since>| self.ratio(candidate, laws.clone(), laws.clone());
        self.candidates.iter().map(each).sum::<f64>().min(f64::MAX)
    }

    /// How much likelier the days since a day are if all levels changed on it: the mean over the
    /// sources that counted on it, each as the first one; `first` are the laws of the first one,
    /// `others` those of the others.
    fn ratio(&self, candidate: &[Since], first: Range<usize>, others: Range<usize>) -> f64 {
        let ln = |since: &Since, laws: &Range<usize>| {
            mean_sum(&since.weights[laws.clone()]).max(f64::MIN_POSITIVE).ln()
        };
        let all: Vec<f64> = candidate.iter().map(|since| ln(since, &others)).collect();
        let counted = candidate.iter().filter(|since| since.counted).count();
        let led = |(at, since): (usize, &Since)| {
            let rest = self.powers[at].iter().zip(&all).map(|(power, ln)| power * ln).sum::<f64>();
            (ln(since, &first) + rest).exp()
        };
        let led = candidate.iter().enumerate().filter(|(_, since)| since.counted).map(led);
        led.sum::<f64>() / counted.max(1) as f64
    }

    /// The ratio of rise with the most weight, and how many days ago it most likely began.
    fn best(&self) -> Option<(f64, usize)> {
        let each = |law: usize| {
            let ratio = |c: &Vec<Since>| self.ratio(c, law..law + 1, RISEN);
            self.candidates.iter().map(ratio).collect::<Vec<f64>>()
        };
        let laws: Vec<Vec<f64>> = RISEN.map(each).collect();
        let sums = laws.iter().map(|ratios| ratios.iter().sum::<f64>());
        let best = sums.enumerate().max_by(|a, b| a.1.total_cmp(&b.1))?.0;
        let began = laws[best].iter().enumerate().max_by(|a, b| a.1.total_cmp(b.1))?.0;
        Some((RISES[best], self.candidates.len() - 1 - began))
    }
}

impl Source {
    fn new(mean: f64, alpha: f64) -> Source {
        let mean = mean.max(LEAST_MEAN);
        Source { mean, alpha, kernels: kernels(mean, alpha), steady: uniform() }
    }

    /// Learns from a count; how much likelier it makes each law of change and cell than the steady
    /// level.
    fn take(&mut self, count: f64, share: f64) -> Weights {
        let likelihoods = if share >= 1.0 {
            likelihoods(&self.kernels, self.alpha, count)
        } else {
            likelihoods(&kernels(self.mean * share.max(0.0), self.alpha), self.alpha, count)
        };
        let scale = 1.0 / dot(&self.steady, &likelihoods[0]).max(f64::MIN_POSITIVE);
        let mut out = [[0.0; CELLS]; CHANGES];
        out.copy_from_slice(&likelihoods[1..]);
        out.as_flattened_mut().iter_mut().for_each(|l| *l *= scale);
        self.steady.iter_mut().zip(&likelihoods[0]).for_each(|(w, l)| *w *= l);
        let scale = 1.0 / sum(&self.steady).max(f64::MIN_POSITIVE);
        self.steady.iter_mut().for_each(|w| *w *= scale);
        out
    }
}

fn uniform() -> [f64; CELLS] {
    [1.0 / CELLS as f64; CELLS]
}

/// For each source as the first one the power of each other: what their correlation leaves, shared
/// with the others that tell the same as that one.
fn powers(n: usize, correlation: impl Fn(usize, usize) -> f64) -> Vec<Vec<f64>> {
    let power = |first: usize, of: usize| {
        let shares = (0..n).filter(|at| *at != first && *at != of).map(|at| correlation(of, at));
        (1.0 - correlation(first, of)) / (1.0 + shares.sum::<f64>())
    };
    let row = |first| (0..n).map(|of| if of == first { 0.0 } else { power(first, of) }).collect();
    (0..n).map(row).collect()
}

/// How much of one source's days another tells as well: the correlation of the square roots of their
/// counts (which makes the spread of counts even) over the last [`BASELINE_DAYS`] days of both, which
/// end on the same day, on those that both counted; from 0 to [`MOST_CORRELATION`].
/// [`UNKNOWN_CORRELATION`] where the days are too few, or one of the two never changes.
pub fn correlation(a: &[Option<f64>], b: &[Option<f64>]) -> f64 {
    let both = a.iter().rev().zip(b.iter().rev()).take(BASELINE_DAYS);
    let roots: Vec<(f64, f64)> =
        both.filter_map(|(a, b)| Some((a.as_ref()?.sqrt(), b.as_ref()?.sqrt()))).collect();
    let n = roots.len() as f64;
    let (a, b) = roots.iter().fold((0.0, 0.0), |sum, x| (sum.0 + x.0, sum.1 + x.1));
    let off = |x: &(f64, f64)| (x.0 - a / n, x.1 - b / n);
    let products = |x: &(f64, f64)| {
        let (a, b) = off(x);
        (a * a, b * b, a * b)
    };
    let add = |s: (f64, f64, f64), x: (f64, f64, f64)| (s.0 + x.0, s.1 + x.1, s.2 + x.2);
    let (aa, bb, ab) = roots.iter().map(products).fold((0.0, 0.0, 0.0), add);
    if roots.len() < LEAST_DAYS || aa * bb <= 1e-12 {
        return UNKNOWN_CORRELATION;
    }
    (ab / (aa * bb).sqrt()).clamp(0.0, MOST_CORRELATION)
}

#[cfg(test)]
#[path = "fusion_tests.rs"]
mod tests;
