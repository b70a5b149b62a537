//! Draws for simulations in tests: seeded, so that a run is the same everywhere.

use crate::negbin::{NegBin, quantile};

/// `SplitMix64` (Steele, Lea and Flood 2014).
pub struct Draws(pub u64);

impl Draws {
    /// A number from 0 to 1, 1 left out.
    pub fn share(&mut self) -> f64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        ((z ^ (z >> 31)) >> 11) as f64 / (1_u64 << 53) as f64
    }

    /// Counts of some days of a law.
    pub fn counts(&mut self, mean: f64, alpha: f64, days: usize) -> Vec<f64> {
        let pmf = NegBin::new(mean, alpha).pmf(1e-9, 100_000);
        (0..days).map(|_| quantile(&pmf, self.share()) as f64).collect()
    }

    /// How many of these come through, each with this chance.
    pub fn thinned(&mut self, count: f64, chance: f64) -> f64 {
        (0..count as usize).filter(|_| self.share() < chance).count() as f64
    }
}
