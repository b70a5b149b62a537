//! How well are classes told? Confusion, F1 and how often the word changes.

use hudna_series::Class;
use serde::Serialize;

/// Days by true class (rows) and told class (columns): holding, strained, collapsed.
#[derive(Debug, Clone, Copy, Default, PartialEq, Serialize)]
pub struct Confusion(pub [[u32; 3]; 3]);

impl Confusion {
    /// Counts the days of a truce.
    pub fn add(&mut self, truth: &[Class], told: &[Class]) {
        for (truth, told) in truth.iter().zip(told) {
            self.0[*truth as usize][*told as usize] += 1;
        }
    }

    /// F1 of a class; none of one that neither came nor was told.
    pub fn f1(&self, class: usize) -> Option<f64> {
        let came: u32 = self.0[class].iter().sum();
        let told: u32 = self.0.iter().map(|row| row[class]).sum();
        let both = f64::from(came + told);
        (came + told > 0).then(|| 2.0 * f64::from(self.0[class][class]) / both)
    }

    /// Mean of the classes' F1.
    pub fn macro_f1(&self) -> f64 {
        let all: Vec<f64> = (0..3).filter_map(|class| self.f1(class)).collect();
        all.iter().sum::<f64>() / all.len().max(1) as f64
    }
}

/// Changes from a day to the next.
pub fn flips(told: &[Class]) -> usize {
    told.windows(2).filter(|pair| pair[0] != pair[1]).count()
}

#[cfg(test)]
mod tests {
    use super::Class::{Collapsed as C, Holding as H, Strained as S};
    use super::*;

    #[test]
    fn by_hand() {
        let mut found = Confusion::default();
        found.add(&[H, H, S, C], &[H, S, S, S]);
        assert_eq!(found.0, [[1, 1, 0], [0, 1, 0], [0, 1, 0]]);
        // 2·1/(2+1), 2·1/(1+3), 0
        assert_eq!(found.f1(0), Some(2.0 / 3.0));
        assert_eq!((found.f1(1), found.f1(2)), (Some(0.5), Some(0.0)));
        assert!((found.macro_f1() - (2.0 / 3.0 + 0.5) / 3.0).abs() < 1e-12);
        assert_eq!(flips(&[H, S, S, S, C, H]), 3);
    }

    #[test]
    fn a_class_that_is_nowhere_counts_for_nothing() {
        let mut found = Confusion::default();
        found.add(&[H, C], &[H, C]);
        assert_eq!((found.f1(1), found.macro_f1()), (None, 1.0));
    }
}
