//! The negative binomial by mean and dispersion: counts of events vary more than chance alone would
//! have it, and a Poisson law set for one false alarm in 180 days really gave one in 57.

use statrs::function::beta::beta_reg;
use statrs::function::gamma::ln_gamma;

/// Least dispersion: below it the law is all but Poisson.
pub const LEAST_ALPHA: f64 = 0.05;
/// Greatest dispersion.
pub const MOST_ALPHA: f64 = 3.0;

/// Counts of a mean m > 0 and a variance of `m + alpha * m^2`. Counts may be fractions, of events
/// that were spread over days: factorials are gamma functions then.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct NegBin {
    mean: f64,
    alpha: f64,
}

impl NegBin {
    /// The law of this mean and dispersion, each kept above nothing.
    pub fn new(mean: f64, alpha: f64) -> NegBin {
        NegBin { mean: mean.max(1e-9), alpha: alpha.max(1e-6) }
    }

    /// Mean.
    pub fn mean(self) -> f64 {
        self.mean
    }

    /// Natural logarithm of the probability of `x`.
    pub fn ln_pmf(self, x: f64) -> f64 {
        self.ln_spread(x) - ln_gamma(x + 1.0) + self.ln_kernel(x)
    }

    /// The part of [`NegBin::ln_pmf`] in which the dispersion stands and the mean does not.
    pub fn ln_spread(self, x: f64) -> f64 {
        let r = 1.0 / self.alpha;
        ln_gamma(x + r) - ln_gamma(r)
    }

    /// Probability of `x` or fewer, by the incomplete beta function.
    pub fn cdf(self, x: f64) -> f64 {
        let r = 1.0 / self.alpha;
        beta_reg(r, x + 1.0, r / (r + self.mean))
    }

    /// The part of [`NegBin::ln_pmf`] in which the mean stands: enough to weigh means against one
    /// another.
    pub fn ln_kernel(self, x: f64) -> f64 {
        let (at_zero, per_count) = self.kernel();
        at_zero + x * per_count
    }

    /// The kernel's value at zero, and what each count adds to it.
    pub fn kernel(self) -> (f64, f64) {
        let r = 1.0 / self.alpha;
        let both = r + self.mean;
        (r * (r / both).ln(), (self.mean / both).ln())
    }

    /// Probabilities of 0, 1, 2 … until all but `rest` is told, at most `longest` of them.
    pub fn pmf(self, rest: f64, longest: usize) -> Vec<f64> {
        let r = 1.0 / self.alpha;
        let p = self.mean / (r + self.mean);
        let mut one = self.ln_kernel(0.0).exp();
        let (mut out, mut told) = (Vec::new(), 0.0);
        while out.len() < longest {
            out.push(one);
            told += one;
            let x = out.len() as f64;
            if told >= 1.0 - rest && x > self.mean {
                break;
            }
            one *= p * (x - 1.0 + r) / x;
        }
        out
    }
}

/// The smallest count at which a law's probabilities reach `share` together.
pub fn quantile(pmf: &[f64], share: f64) -> usize {
    let mut told = 0.0;
    let reaches = |p: &f64| {
        told += p;
        told >= share
    };
    pmf.iter().position(reaches).unwrap_or(pmf.len().saturating_sub(1))
}

/// Continuous ranked probability score of a law over whole counts for what came: the area between
/// the told and the true distribution (Gneiting and Raftery 2007). Lower is better; in counts.
pub fn crps(pmf: &[f64], came: f64) -> f64 {
    let (mut told, mut out) = (0.0, 0.0);
    let last = pmf.len().max(came.ceil() as usize + 1);
    for x in 0..last {
        told += pmf.get(x).copied().unwrap_or_default();
        let (from, to) = (x as f64, x as f64 + 1.0);
        let below = (came.min(to) - from).clamp(0.0, 1.0);
        let told = told.min(1.0);
        out += below * told * told + (1.0 - below) * (1.0 - told) * (1.0 - told);
    }
    out
}

/// Mean and variance (of one less than the number) of some counts; none of fewer than two.
pub fn moments(counts: &[f64]) -> Option<(f64, f64)> {
    let n = counts.len() as f64;
    if counts.len() < 2 {
        return None;
    }
    let mean = counts.iter().sum::<f64>() / n;
    let squares = counts.iter().map(|x| (x - mean) * (x - mean)).sum::<f64>();
    Some((mean, squares / (n - 1.0)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_distribution_is_the_sum_of_the_probabilities() {
        let law = NegBin::new(3.0, 0.7);
        let sum: f64 = (0..=4).map(|x| law.ln_pmf(f64::from(x)).exp()).sum();
        close(law.cdf(4.0), sum);
    }

    #[track_caller]
    fn close(found: f64, expected: f64) {
        assert!((found - expected).abs() < 1e-9, "{found} for {expected}");
    }

    #[test]
    fn the_law_is_that_of_the_books() {
        // With alpha = 1 the law is geometric: P(x) = m^x / (1+m)^(x+1).
        let law = NegBin::new(2.0, 1.0);
        close(law.ln_pmf(0.0).exp(), 1.0 / 3.0);
        close(law.ln_pmf(3.0).exp(), 8.0 / 81.0);
        let pmf = law.pmf(1e-12, 10_000);
        close(pmf[3], 8.0 / 81.0);
        let mean: f64 = pmf.iter().enumerate().map(|(x, p)| x as f64 * p).sum();
        assert!((mean - 2.0).abs() < 1e-6, "{mean}");
        let sum: f64 = pmf.iter().map(|p| p * 1.0).sum();
        assert!((sum - 1.0).abs() < 1e-9);
    }

    #[test]
    fn small_dispersion_is_poisson() {
        let law = NegBin::new(3.0, 1e-6);
        let poisson = (-3.0_f64).exp() * 9.0 / 2.0;
        assert!((law.ln_pmf(2.0).exp() - poisson).abs() < 1e-4);
    }

    #[test]
    fn variance_is_mean_and_dispersion() {
        let pmf = NegBin::new(4.0, 0.5).pmf(1e-12, 10_000);
        let second: f64 = pmf.iter().enumerate().map(|(x, p)| (x as f64 - 4.0).powi(2) * p).sum();
        assert!((second - 12.0).abs() < 1e-4, "{second}");
    }

    #[test]
    fn a_certain_forecast_scores_its_distance() {
        close(crps(&[0.0, 0.0, 1.0], 2.0), 0.0);
        close(crps(&[0.0, 0.0, 1.0], 5.0), 3.0);
        close(crps(&[1.0], 0.0), 0.0);
        // Half 0, half 1, and 0 came: a quarter.
        close(crps(&[0.5, 0.5], 0.0), 0.25);
    }

    #[test]
    fn quantiles_are_the_smallest_counts() {
        assert_eq!(quantile(&[0.5, 0.3, 0.2], 0.5), 0);
        assert_eq!(quantile(&[0.5, 0.3, 0.2], 0.51), 1);
        assert_eq!(quantile(&[0.5, 0.3, 0.2], 1.0), 2);
    }
}
