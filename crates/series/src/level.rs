//! The level of violence in an area against that before the truce, day by day: a hidden Markov
//! filter over a grid of ratios.
//!
//! Each day the level may jump anywhere with a small chance, else it stays; what was counted weighs
//! each ratio by the negative binomial. The recursion is that of Hamilton (1989); a product
//! partition with geometric lengths (Barry and Hartigan 1993) has the same forward pass. Nothing
//! after a day is used for it.

use std::sync::LazyLock;

use crate::negbin::NegBin;

/// From this ratio on an area is strained.
pub const STRAINED: f64 = 0.5;
/// From this ratio on it has collapsed.
pub const COLLAPSED: f64 = 0.8;
/// Chance of a jump in a day: truces of these wars hold a level for months.
pub const JUMP: f64 = 1.0 / 200.0;
/// Probability at which a worse class is told.
pub const WORSEN: f64 = 0.6;
/// Probability of a worse class at or under which a better one is told.
pub const IMPROVE: f64 = 0.5;
/// Cells between the two cut-offs.
const CELLS: f64 = 3.0;
/// Least and greatest ratio of the grid.
const RANGE: (f64, f64) = (0.05, 5.0);
/// Spread of the start about the level before the truce, in logarithms.
const START_SPREAD: f64 = 0.5;
/// Counts up to which likelihoods are kept.
const KEPT: usize = 16;

/// Centres of the cells, rising, and the law of the first day.
struct Grid {
    ratios: Vec<f64>,
    start: Vec<f64>,
    /// First cell of each worse class: strained, collapsed.
    cuts: (usize, usize),
    /// Factor from a cell's centre to its border.
    half: f64,
}

static GRID: LazyLock<Grid> = LazyLock::new(Grid::new);

impl Grid {
    /// Cells of equal width in logarithms; both cut-offs are borders of cells.
    fn new() -> Grid {
        let step = (COLLAPSED / STRAINED).ln() / CELLS;
        let first = ((RANGE.0 / STRAINED).ln() / step).floor() as i32;
        let end = ((RANGE.1 / STRAINED).ln() / step).ceil() as i32;
        let centre = |k: i32| STRAINED * ((f64::from(k) + 0.5) * step).exp();
        let ratios: Vec<f64> = (first..end).map(centre).collect();
        let near = |g: &f64| (-0.5 * (g.ln() / START_SPREAD).powi(2)).exp();
        let sum: f64 = ratios.iter().map(near).sum();
        let even = 1.0 / ratios.len() as f64;
        let start = ratios.iter().map(|g| 0.5 * near(g) / sum + 0.5 * even).collect();
        let strained = usize::try_from(-first).unwrap_or_default();
        Grid {
            ratios,
            start,
            cuts: (strained, strained + CELLS as usize),
            half: (step / 2.0).exp(),
        }
    }
}

/// How the truce stands by the level of violence alone, from good to bad.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Class {
    /// Below half of the level before the truce.
    Holding,
    /// From half to four fifths.
    Strained,
    /// From four fifths on.
    Collapsed,
}

impl Class {
    /// The class of a ratio that is known.
    pub fn of(ratio: f64) -> Class {
        match ratio {
            r if r >= COLLAPSED => Class::Collapsed,
            r if r >= STRAINED => Class::Strained,
            _ => Class::Holding,
        }
    }
}

/// What is told of a day.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Level {
    /// The class told, with hysteresis.
    pub class: Class,
    /// Probabilities of holding, strained and collapsed.
    pub chances: [f64; 3],
    /// Ratio to the level before the truce: median, and the ends of the 90 % interval.
    pub ratio: f64,
    /// Lower end.
    pub low: f64,
    /// Upper end.
    pub high: f64,
}

/// The filter of one area from the first day of its truce on.
#[derive(Debug, Clone)]
pub struct LevelFilter {
    laws: Vec<(f64, f64)>,
    kept: Vec<Option<Box<[f64]>>>,
    mean: f64,
    alpha: f64,
    chances: Vec<f64>,
    class: Option<Class>,
    begun: bool,
}

impl LevelFilter {
    /// A filter for an area of this mean before the truce and this dispersion.
    pub fn new(mean: f64, alpha: f64) -> LevelFilter {
        let law = |ratio: &f64| NegBin::new(mean * ratio, alpha).kernel();
        LevelFilter {
            laws: GRID.ratios.iter().map(law).collect(),
            kept: vec![None; KEPT],
            mean,
            alpha,
            chances: GRID.start.clone(),
            class: None,
            begun: false,
        }
    }

    /// Takes the next day: its count, or none where nobody counted; `share` is the part of the day's
    /// events that has been told by now, 1 for days long past.
    pub fn day(&mut self, count: Option<f64>, share: f64) -> Level {
        if self.begun {
            let even = JUMP / self.chances.len() as f64;
            self.chances.iter_mut().for_each(|p| *p = (1.0 - JUMP) * *p + even);
        }
        self.begun = true;
        if let Some(count) = count {
            self.weigh(count, share);
        }
        self.told()
    }

    fn weigh(&mut self, count: f64, share: f64) {
        let whole = count.fract() == 0.0 && (0.0..KEPT as f64).contains(&count) && share >= 1.0;
        if whole {
            let (laws, slot) = (&self.laws, &mut self.kept[count as usize]);
            let weights = slot.get_or_insert_with(|| weights(laws.iter().copied(), count));
            multiply(&mut self.chances, weights);
            return;
        }
        let thinned = |ratio: &f64| NegBin::new(self.mean * ratio * share, self.alpha).kernel();
        let weights = match share < 1.0 {
            true => weights(GRID.ratios.iter().map(thinned), count),
            false => weights(self.laws.iter().copied(), count),
        };
        multiply(&mut self.chances, &weights);
    }

    fn told(&mut self) -> Level {
        let (strained, collapsed) = GRID.cuts;
        let worse: f64 = self.chances[strained..].iter().sum();
        let worst: f64 = self.chances[collapsed..].iter().sum();
        let class = decide(self.class, worse, worst);
        self.class = Some(class);
        Level {
            class,
            chances: [1.0 - worse, worse - worst, worst],
            ratio: self.quantile(0.5),
            low: self.quantile(0.05),
            high: self.quantile(0.95),
        }
    }

    /// The ratio below which this share of the probability lies; inside a cell it lies evenly in
    /// logarithms.
    fn quantile(&self, share: f64) -> f64 {
        let mut below = 0.0;
        for (p, ratio) in self.chances.iter().zip(&GRID.ratios) {
            if below + p >= share {
                let within = ((share - below) / p.max(1e-300)).clamp(0.0, 1.0);
                return ratio * GRID.half.powf(2.0 * within - 1.0);
            }
            below += p;
        }
        GRID.ratios.last().copied().unwrap_or(1.0) * GRID.half
    }
}

fn weights(laws: impl Iterator<Item = (f64, f64)>, count: f64) -> Box<[f64]> {
    let logs: Vec<f64> = laws.map(|(at_zero, each)| at_zero + count * each).collect();
    let top = logs.iter().copied().fold(f64::NEG_INFINITY, f64::max);
    logs.iter().map(|l| (l - top).exp()).collect()
}

fn multiply(chances: &mut [f64], weights: &[f64]) {
    chances.iter_mut().zip(weights).for_each(|(p, w)| *p *= w);
    let sum: f64 = chances.iter().sum();
    chances.iter_mut().for_each(|p| *p /= sum);
}

/// The class told after one of before: a worse one needs [`WORSEN`], a better one that the worse has
/// fallen to [`IMPROVE`]. The first day's is that of the median.
fn decide(before: Option<Class>, worse: f64, worst: f64) -> Class {
    use Class::{Collapsed, Holding, Strained};
    match before {
        None if worst >= 0.5 => Collapsed,
        None if worse >= 0.5 => Strained,
        None => Holding,
        Some(Holding | Strained) if worst >= WORSEN => Collapsed,
        Some(Holding) if worse >= WORSEN => Strained,
        Some(Strained | Collapsed) if worse <= IMPROVE => Holding,
        Some(Collapsed) if worst <= IMPROVE => Strained,
        Some(class) => class,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn last(counts: impl IntoIterator<Item = Option<f64>>) -> Level {
        let mut filter = LevelFilter::new(4.0, 0.2);
        counts.into_iter().map(|c| filter.day(c, 1.0)).last().expect("some days")
    }

    #[track_caller]
    fn check(counts: &[f64], days: usize, expected: Class) {
        let told = last(counts.iter().cycle().take(days).map(|c| Some(*c)));
        assert_eq!(told.class, expected, "{told:?}");
        assert!((told.chances.iter().sum::<f64>() - 1.0).abs() < 1e-9);
        assert!(told.low <= told.ratio && told.ratio <= told.high);
    }

    #[test]
    fn cut_offs_are_borders_of_cells() {
        let border = |at: usize| GRID.ratios[at] / GRID.half;
        assert!((border(GRID.cuts.0) - STRAINED).abs() < 1e-12);
        assert!((border(GRID.cuts.1) - COLLAPSED).abs() < 1e-12);
    }

    #[test]
    fn a_steady_level_is_found() {
        check(&[0.0, 1.0, 0.0, 2.0], 40, Class::Holding);
        check(&[2.0, 3.0, 2.0, 4.0, 2.0], 60, Class::Strained);
        check(&[4.0, 5.0, 3.0], 40, Class::Collapsed);
    }

    #[test]
    fn fractions_lie_between_whole_counts() {
        let day = |count| LevelFilter::new(4.0, 0.2).day(Some(count), 1.0).ratio;
        assert!(day(2.0) < day(2.5) && day(2.5) < day(3.0));
    }

    #[test]
    fn a_day_that_nobody_counted_is_no_calm() {
        let busy = || std::iter::repeat_n(Some(4.0), 20);
        let silent = last(busy().chain(std::iter::repeat_n(None, 10)));
        let calm = last(busy().chain(std::iter::repeat_n(Some(0.0), 10)));
        assert_eq!((silent.class, calm.class), (Class::Collapsed, Class::Holding));
        assert!(silent.high - silent.low > last(busy()).high - last(busy()).low);
    }

    #[test]
    fn a_thinned_day_weighs_as_the_part_that_was_told() {
        let day = |count, share| LevelFilter::new(4.0, 0.2).day(Some(count), share).ratio;
        assert!(day(3.0, 0.73) > day(3.0, 1.0));
    }

    #[test]
    fn what_was_told_stays_until_there_is_reason_to_change() {
        assert_eq!(decide(Some(Class::Holding), 0.55, 0.1), Class::Holding);
        assert_eq!(decide(Some(Class::Strained), 0.55, 0.1), Class::Strained);
        assert_eq!(decide(Some(Class::Strained), 0.5, 0.1), Class::Holding);
        assert_eq!(decide(Some(Class::Holding), 0.9, 0.6), Class::Collapsed);
        assert_eq!(decide(Some(Class::Collapsed), 0.9, 0.5), Class::Strained);
        assert_eq!(decide(Some(Class::Collapsed), 0.9, 0.51), Class::Collapsed);
        assert_eq!(decide(None, 0.9, 0.49), Class::Strained);
    }
}
