//! Do told chances come true? Days by tenths of the chance told, beside how often it came.

use serde::Serialize;

/// Tenths.
const BINS: usize = 10;

/// Days on which a chance of one tenth was told.
#[derive(Debug, Clone, Copy, Default, PartialEq, Serialize)]
pub struct Tenth {
    /// Its lower end.
    pub from: f64,
    /// How many.
    pub days: u32,
    /// Mean of the chances told.
    pub told: f64,
    /// Share of the days on which it was so.
    pub came: f64,
}

/// Told chances beside what came.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct Reliability {
    /// By tenths, those without a day left out.
    pub tenths: Vec<Tenth>,
    /// Expected calibration error: mean distance of told and came over the tenths, by their days.
    pub error: f64,
}

impl Reliability {
    /// From chances, each with whether it was so.
    pub fn of(told: impl IntoIterator<Item = (f64, bool)>) -> Reliability {
        let mut bins = [(0_u32, 0.0, 0_u32); BINS];
        for (chance, came) in told {
            let at = ((chance * BINS as f64) as usize).min(BINS - 1);
            let (days, sum, so) = bins[at];
            bins[at] = (days + 1, sum + chance, so + u32::from(came));
        }
        let all: u32 = bins.iter().map(|(days, ..)| days).sum();
        let tenth = |(at, (days, sum, so)): (usize, &(u32, f64, u32))| {
            let n = f64::from(*days);
            let from = at as f64 / BINS as f64;
            Tenth { from, days: *days, told: sum / n, came: f64::from(*so) / n }
        };
        let tenths: Vec<Tenth> =
            bins.iter().enumerate().filter(|(_, (days, ..))| *days > 0).map(tenth).collect();
        let gap = |t: &Tenth| f64::from(t.days) * (t.told - t.came).abs();
        let error = tenths.iter().map(gap).sum::<f64>() / f64::from(all.max(1));
        Reliability { tenths, error }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(told: &[(f64, bool)], tenths: &[(f64, u32)], error: f64) {
        let found = Reliability::of(told.iter().copied());
        let of: Vec<(f64, u32)> = found.tenths.iter().map(|t| (t.from, t.days)).collect();
        assert_eq!(of, tenths);
        assert!((found.error - error).abs() < 1e-12, "{found:?}");
    }

    #[test]
    fn by_hand() {
        check(&[], &[], 0.0);
        check(&[(1.0, true), (0.0, false)], &[(0.0, 1), (0.9, 1)], 0.0);
        // .75 told twice and come once: .25 off; .25 told once and not come: .25 off
        check(&[(0.75, true), (0.75, false), (0.25, false)], &[(0.2, 1), (0.7, 2)], 0.25);
        // The border belongs to the upper tenth.
        check(&[(0.5, true)], &[(0.5, 1)], 0.5);
    }
}
