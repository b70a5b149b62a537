//! From values to heights.

/// Decades that a log scale shows above and below its threshold at most: a statistic that has
/// crossed may grow without bound.
const DECADES: f64 = 3.0;

/// Counts, from zero up.
#[derive(Debug, Clone, Copy)]
pub(super) struct Linear {
    top: f64,
    bottom: f64,
    most: f64,
    step: f64,
}

impl Linear {
    /// Between `top` and `bottom` (page units) for values up to `most`.
    pub fn new(top: f64, bottom: f64, most: f64) -> Self {
        let most = if most.is_finite() { most.max(1.0) } else { 1.0 };
        let step = step(most);
        let most = (most / step).ceil() * step;
        Self { top, bottom, most, step }
    }

    /// Page units of a value; what is beyond the ends stands at the end.
    pub fn y(&self, value: f64) -> f64 {
        let part = (value / self.most).clamp(0.0, 1.0);
        self.bottom - part * (self.bottom - self.top)
    }

    /// Values with a line, zero left out.
    pub fn ticks(&self) -> Vec<f64> {
        let n = (self.most / self.step).round() as usize;
        (1..=n).map(|n| n as f64 * self.step).collect()
    }
}

/// 1, 2 or 5 times a power of ten, two to four of which reach `most`, which is 1 or more; counts
/// have no fractions.
fn step(most: f64) -> f64 {
    let power = 10f64.powf((most / 4.0).log10().floor()).max(1.0);
    let fits = |times: &f64| most / (times * power) <= 4.0;
    [1.0, 2.0, 5.0, 10.0].into_iter().find(fits).unwrap_or(10.0) * power
}

/// Powers of ten round a threshold.
#[derive(Debug, Clone, Copy)]
pub(super) struct Log {
    top: f64,
    bottom: f64,
    low: f64,
    high: f64,
}

impl Log {
    /// Between `top` and `bottom` (page units), so that `threshold` and, within [`DECADES`] of it,
    /// all `values` are shown.
    pub fn new(top: f64, bottom: f64, threshold: f64, values: impl Iterator<Item = f64>) -> Self {
        let middle = exponent(threshold);
        let shown = values.filter(|v| v.is_finite() && *v > 0.0).map(exponent);
        let (low, high) =
            shown.fold((middle - 1.0, middle + 0.4), |(low, high), e| (low.min(e), high.max(e)));
        let low = low.max(middle - DECADES).floor();
        Self { top, bottom, low, high: high.min(middle + DECADES) }
    }

    /// Page units of a value, and whether it is above what is shown.
    pub fn y(&self, value: f64) -> (f64, bool) {
        let e = exponent(value);
        let part = ((e - self.low) / (self.high - self.low)).clamp(0.0, 1.0);
        (self.bottom - part * (self.bottom - self.top), e > self.high + 1e-9)
    }

    /// Powers of ten shown.
    pub fn ticks(&self) -> Vec<f64> {
        let (low, high) = (self.low.ceil() as i32, self.high.floor() as i32);
        (low..=high).map(|e| 10f64.powi(e)).collect()
    }
}

/// The decimal logarithm, with the smallest and greatest numbers for what has none.
fn exponent(value: f64) -> f64 {
    if value.is_nan() { -300.0 } else { value.log10().clamp(-300.0, 300.0) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(most: f64, ticks: &[f64]) {
        assert_eq!(Linear::new(0.0, 100.0, most).ticks(), ticks);
    }

    #[test]
    fn counts_get_round_ticks() {
        check(0.0, &[1.0]);
        check(3.2, &[1.0, 2.0, 3.0, 4.0]);
        check(7.0, &[2.0, 4.0, 6.0, 8.0]);
        check(40.0, &[10.0, 20.0, 30.0, 40.0]);
        check(180.0, &[50.0, 100.0, 150.0, 200.0]);
        check(f64::INFINITY, &[1.0]);
    }

    #[test]
    fn the_threshold_is_always_shown_and_the_rest_within_reason() {
        let log = Log::new(0.0, 100.0, 180.0, [0.0, 1.0, 1e30, f64::NAN].into_iter());
        assert_eq!(log.ticks(), [1.0, 10.0, 100.0, 1e3, 1e4, 1e5]);
        assert_eq!(log.y(1e30), (0.0, true));
        assert_eq!(log.y(0.0), (100.0, false));
        let (y, beyond) = log.y(180.0);
        assert!(y > 0.0 && y < 100.0 && !beyond);
    }
}
