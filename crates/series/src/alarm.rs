//! The alarm: has the level of violence in an area risen since some earlier day?
//!
//! A Shiryaev–Roberts mixture (Pollak 1985) with the negative binomial over four ratios of rise. The
//! level itself is learnt beside it, over a grid and three dispersions, so nothing is tuned: under a
//! steady level the statistic of day t has the mean t, hence at a threshold A there are at least A
//! area-days from one false alarm to the next. A fall is watched in the same way; after one the
//! level is learnt anew, so that a rise back is seen.

use crate::negbin::NegBin;

/// Area-days for one false alarm at least.
pub const THRESHOLD: f64 = 90.0;
/// Days that an alarm stays up after the statistic last crossed.
pub const UP_DAYS: usize = 14;
/// Ratios of rise that are watched for.
pub const RISES: [f64; 4] = [1.5, 2.0, 3.0, 5.0];
/// Ratios of fall.
pub const FALLS: [f64; 2] = [1.0 / 2.0, 1.0 / 3.0];
/// Dispersions, as multiples of the area's.
const SPREADS: [f64; 3] = [0.5, 1.0, 2.0];
/// Levels of the grid, as ratios of the level before the truce.
const LEVELS: usize = 20;
/// Least and greatest of them.
const RANGE: (f64, f64) = (0.05, 5.0);
/// Least level before the truce, in events a day: one in twenty days.
pub(crate) const LEAST_MEAN: f64 = 0.05;
/// Cells of level and dispersion; whole lanes of [`LANES`].
pub(crate) const CELLS: usize = LEVELS * SPREADS.len();
/// The steady level, the rises and the falls.
pub(crate) const LAWS: usize = 1 + RISES.len() + FALLS.len();
/// Counts up to which likelihoods are kept.
const KEPT: usize = 16;

/// What is told of a day.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Watch {
    /// The statistic: how much likelier the days are if the level rose on one of them.
    pub statistic: f64,
    /// It crossed the threshold on this day.
    pub crossed: bool,
    /// On this day the level was found to have fallen.
    pub fell: bool,
    /// An alarm is up: the days that it stays up if nothing crosses again, this one not counted.
    pub up: Option<usize>,
    /// With a crossing: days from the rise to this day.
    pub rose_before: Option<usize>,
    /// With a crossing: the ratio of rise that tells the days best.
    pub rise: Option<f64>,
}

/// The detector of one area.
#[derive(Debug, Clone)]
pub struct Detector {
    threshold: f64,
    mean: f64,
    alpha: f64,
    /// Weights of the steady level, of each rise and of each fall, over the cells.
    weights: Box<[[f64; CELLS]; LAWS]>,
    kernels: Box<[[(f64, f64); CELLS]; LAWS]>,
    kept: Vec<Option<Box<[[f64; CELLS]; LAWS]>>>,
    /// For each rise the sum of logarithms of its likelihood ratio since it was last nothing, and the
    /// days since then: Page's estimate of the day of a change (1954).
    runs: [(f64, usize); RISES.len()],
    up: Option<usize>,
}

impl Detector {
    /// A detector for an area of this mean before the truce and this dispersion, with at least
    /// `threshold` area-days for a false alarm.
    pub fn new(mean: f64, alpha: f64, threshold: f64) -> Detector {
        let mut weights = Box::new([[0.0; CELLS]; LAWS]);
        weights[0] = [1.0 / CELLS as f64; CELLS];
        let (mean, runs) = (mean.max(LEAST_MEAN), [(0.0, 0); RISES.len()]);
        let kernels = kernels(mean, alpha);
        Detector {
            threshold,
            mean,
            alpha,
            weights,
            kernels,
            kept: vec![None; KEPT],
            runs,
            up: None,
        }
    }

    /// Takes the next day: its count, or none where nobody counted; `share` is the part of the day's
    /// events that has been told by now.
    pub fn day(&mut self, count: Option<f64>, share: f64) -> Watch {
        self.up = self.up.and_then(|days| days.checked_sub(1));
        let Some(count) = count else { return self.unchanged() };
        self.take(count, share);
        let statistic = mean_sum(&self.weights[1..=RISES.len()]);
        let crossed = statistic >= self.threshold;
        let fell = !crossed && mean_sum(&self.weights[1 + RISES.len()..]) >= self.threshold;
        let best = crossed.then(|| self.best()).flatten();
        if crossed {
            self.forget(false);
            self.up = Some(UP_DAYS);
        } else if fell {
            self.forget(true);
        }
        let (rise, rose_before) = best.unzip();
        Watch { statistic, crossed, fell, up: self.up, rose_before, rise }
    }

    fn unchanged(&self) -> Watch {
        let statistic = mean_sum(&self.weights[1..=RISES.len()]);
        let (up, rose_before, rise) = (self.up, None, None);
        Watch { statistic, crossed: false, fell: false, up, rose_before, rise }
    }

    fn take(&mut self, count: f64, share: f64) {
        let keep = count.fract() == 0.0 && (0.0..KEPT as f64).contains(&count) && share >= 1.0;
        let (alpha, kernels) = (self.alpha, &*self.kernels);
        let made;
        let likelihoods = if keep {
            &**self.kept[count as usize].get_or_insert_with(|| likelihoods(kernels, alpha, count))
        } else if share >= 1.0 {
            made = likelihoods(kernels, alpha, count);
            &*made
        } else {
            let thinned = self::kernels(self.mean * share.max(0.0), alpha);
            made = likelihoods(&thinned, alpha, count);
            &*made
        };
        let [steady, others @ ..] = &mut *self.weights;
        let today = |law: &[f64; CELLS]| dot(steady, law);
        let level = today(&likelihoods[0]).max(f64::MIN_POSITIVE);
        for (run, law) in self.runs.iter_mut().zip(&likelihoods[1..]) {
            let sum = run.0 + (today(law).max(f64::MIN_POSITIVE) / level).ln();
            *run = if sum > 0.0 { (sum, run.1 + 1) } else { (0.0, 0) };
        }
        for (law, of) in others.iter_mut().zip(&likelihoods[1..]) {
            for cell in 0..CELLS {
                law[cell] = (law[cell] + steady[cell]) * of[cell];
            }
        }
        steady.iter_mut().zip(&likelihoods[0]).for_each(|(w, l)| *w *= l);
        let scale = 1.0 / sum(steady).max(f64::MIN_POSITIVE);
        self.weights.as_flattened_mut().iter_mut().for_each(|w| *w *= scale);
    }

    /// The rise with the most weight, and how many days ago it began.
    fn best(&self) -> Option<(f64, usize)> {
        let sums = self.weights[1..=RISES.len()].iter().map(sum);
        let best = sums.enumerate().max_by(|a, b| a.1.total_cmp(&b.1))?;
        Some((RISES[best.0], self.runs[best.0].1.saturating_sub(1)))
    }

    /// Watches from now on; the level stays learnt, unless it is to be learnt anew.
    fn forget(&mut self, level: bool) {
        self.weights[1..].iter_mut().for_each(|law| law.fill(0.0));
        self.runs = [(0.0, 0); RISES.len()];
        if level {
            self.weights[0] = [1.0 / CELLS as f64; CELLS];
        }
    }
}

/// The mean over some laws of their weight.
pub(crate) fn mean_sum(laws: &[[f64; CELLS]]) -> f64 {
    laws.iter().map(sum).sum::<f64>() / laws.len() as f64
}

/// Sums run in lanes side by side: in one chain each addition waits for the one before.
const LANES: usize = 4;

pub(crate) fn sum(law: &[f64; CELLS]) -> f64 {
    dot(law, &[1.0; CELLS])
}

pub(crate) fn dot(a: &[f64; CELLS], b: &[f64; CELLS]) -> f64 {
    let mut lanes = [0.0; LANES];
    for (a, b) in a.chunks_exact(LANES).zip(b.chunks_exact(LANES)) {
        for lane in 0..LANES {
            lanes[lane] += a[lane] * b[lane];
        }
    }
    lanes.iter().sum()
}

/// What the mean of each law and cell adds to a logarithm: at zero, and for each count.
pub(crate) fn kernels(mean: f64, alpha: f64) -> Box<[[(f64, f64); CELLS]; LAWS]> {
    let step = (RANGE.1 / RANGE.0).ln() / (LEVELS - 1) as f64;
    let factors = std::iter::once(1.0).chain(RISES).chain(FALLS);
    let mut out = Box::new([[(0.0, 0.0); CELLS]; LAWS]);
    for (law, factor) in out.iter_mut().zip(factors) {
        for (cell, slot) in law.iter_mut().enumerate() {
            let level = RANGE.0 * (step * (cell % LEVELS) as f64).exp();
            *slot = NegBin::new(mean * level * factor, alpha * SPREADS[cell / LEVELS]).kernel();
        }
    }
    out
}

/// Likelihoods of a count under each law and cell, scaled alike.
pub(crate) fn likelihoods(
    kernels: &[[(f64, f64); CELLS]; LAWS],
    alpha: f64,
    count: f64,
) -> Box<[[f64; CELLS]; LAWS]> {
    let spreads = SPREADS.map(|spread| NegBin::new(1.0, alpha * spread).ln_spread(count));
    let mut out = Box::new([[0.0; CELLS]; LAWS]);
    for (law, kernels) in out.iter_mut().zip(kernels) {
        for (cell, (slot, (at_zero, each))) in law.iter_mut().zip(kernels).enumerate() {
            *slot = spreads[cell / LEVELS] + at_zero + count * each;
        }
    }
    let top = out.as_flattened().iter().copied().fold(f64::NEG_INFINITY, f64::max);
    out.as_flattened_mut().iter_mut().for_each(|l| *l = (*l - top).exp());
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Days of the pattern, then days of another; the days on which the statistic crossed.
    fn crossings(before: (&[f64], usize), after: (&[f64], usize)) -> Vec<usize> {
        let mut detector = Detector::new(2.0, 0.3, THRESHOLD);
        let days = |(pattern, n): (&[f64], usize)| {
            pattern.iter().copied().cycle().take(n).collect::<Vec<_>>()
        };
        let all = [days(before), days(after)].concat();
        let crossed =
            |(day, count): (usize, &f64)| detector.day(Some(*count), 1.0).crossed.then_some(day);
        all.iter().enumerate().filter_map(crossed).collect()
    }

    #[test]
    fn a_steady_level_raises_nothing_and_a_rise_is_seen_in_days() {
        let calm: &[f64] = &[1.0, 2.0, 0.0, 3.0];
        assert_eq!(crossings((calm, 80), (calm, 0)), []);
        let seen = crossings((calm, 80), (&[6.0, 7.0, 5.0], 20));
        assert!((80..86).contains(&seen[0]), "{seen:?}");
    }

    #[test]
    fn the_day_of_the_rise_and_its_size_are_told() {
        let mut detector = Detector::new(2.0, 0.3, THRESHOLD);
        let counts = std::iter::repeat_n(2.0, 60).chain(std::iter::repeat_n(9.0, 10));
        let told: Vec<Watch> = counts.map(|c| detector.day(Some(c), 1.0)).collect();
        let day = told.iter().position(|w| w.crossed).expect("the rise is seen");
        let began = day - told[day].rose_before.expect("told with a crossing");
        assert!((59..=62).contains(&began), "{began}");
        assert!(told[day].rise.is_some_and(|r| r >= 3.0), "{:?}", told[day]);
        assert_eq!(told[day].up, Some(UP_DAYS));
    }

    #[test]
    fn an_alarm_comes_down_and_days_without_a_count_change_nothing() {
        let mut detector = Detector::new(2.0, 0.3, THRESHOLD);
        for _ in 0..60 {
            detector.day(Some(2.0), 1.0);
        }
        let before = detector.day(None, 1.0).statistic;
        assert_eq!(detector.day(None, 1.0).statistic, before);
        let first = (0..20).find(|_| detector.day(Some(12.0), 1.0).crossed);
        assert!(first.is_some());
        let up: Vec<bool> = (0..40).map(|_| detector.day(Some(2.0), 1.0).up.is_some()).collect();
        assert!(up[..10].iter().all(|u| *u) && !up[39], "{up:?}");
    }

    #[test]
    fn after_a_fall_the_level_is_learnt_anew() {
        let mut detector = Detector::new(8.0, 0.2, THRESHOLD);
        for _ in 0..60 {
            detector.day(Some(8.0), 1.0);
        }
        assert!((0..30).any(|_| detector.day(Some(1.0), 1.0).fell));
        for _ in 0..30 {
            detector.day(Some(1.0), 1.0);
        }
        assert!((0..10).any(|_| detector.day(Some(5.0), 1.0).crossed), "half of the old level");
    }
}
