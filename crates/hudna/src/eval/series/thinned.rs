//! Newest days as they are on the day: of each event a coin says whether it is told by now.

/// Coins with a seed (SplitMix64: Steele, Lea and Flood 2014), so that every run throws the same.
#[derive(Debug, Clone)]
pub(super) struct Coins(pub u64);

impl Coins {
    /// A number from 0 to 1.
    fn next(&mut self) -> f64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        ((z ^ (z >> 31)) >> 11) as f64 / (1_u64 << 53) as f64
    }

    /// How many of these events are told, each with this chance; a part of an event goes with its
    /// own coin.
    pub(super) fn told(&mut self, count: f64, share: f64) -> f64 {
        let whole = (0..count.floor() as u64).filter(|_| self.next() < share).count() as f64;
        let part = count.fract();
        if part > 0.0 && self.next() < share { whole + part } else { whole }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn about_the_share_is_told_and_never_more_than_there_is() {
        let mut coins = Coins(1);
        let told: Vec<f64> = (0..50_000).map(|_| coins.told(4.5, 0.73)).collect();
        assert!(told.iter().all(|n| (0.0..=4.5).contains(n)));
        // One standard error of the share is .0009.
        let mean = told.iter().sum::<f64>() / 50_000.0;
        assert!((mean / 4.5 - 0.73).abs() < 0.003, "{mean}");
        assert_eq!((coins.told(3.0, 1.0), coins.told(3.0, 0.0)), (3.0, 0.0));
        assert_eq!(Coins(5).told(100.0, 0.5), Coins(5).told(100.0, 0.5));
    }
}
