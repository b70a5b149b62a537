//! How long do states and alarms of very many areas take on one core? `cargo bench -p hudna-series`
//! prints it for 10,000 areas of 1,000 days; without `--bench`, as tests run it, for a few.

use std::time::Instant;

use hudna_series::{Class, Detector, LevelFilter, NegBin, alarm};

/// Days of each area.
const DAYS: usize = 1_000;

/// Chances from nothing to one, the same in every run.
struct Dice(u64);

impl Dice {
    fn roll(&mut self) -> f64 {
        self.0 =
            self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 11) as f64 / (1_u64 << 53) as f64
    }
}

/// Counts of an area whose level changes every hundred days.
fn counts(area: usize, mean: f64, alpha: f64) -> Vec<f64> {
    let mut dice = Dice(area as u64);
    let mut out = Vec::with_capacity(DAYS);
    while out.len() < DAYS {
        let level = mean * [0.2, 0.4, 0.7, 1.0, 1.5][(dice.roll() * 5.0) as usize];
        let law = NegBin::new(level, alpha).pmf(1e-6, 400);
        out.extend((0..100).map(|_| {
            let mut left = dice.roll();
            let drawn = |p: &f64| {
                left -= p;
                left < 0.0
            };
            law.iter().position(drawn).unwrap_or_default() as f64
        }));
    }
    out
}

fn main() {
    let areas = if std::env::args().any(|arg| arg == "--bench") { 10_000 } else { 20 };
    let laws = |area: usize| ([0.3, 1.0, 3.0, 9.0][area % 4], [0.2, 0.6, 1.5][area % 3]);
    let all: Vec<Vec<f64>> = (0..areas).map(|a| counts(a, laws(a).0, laws(a).1)).collect();
    let begun = Instant::now();
    let (mut worse, mut alarms) = (0_usize, 0_usize);
    for (area, days) in all.iter().enumerate() {
        let (mean, alpha) = laws(area);
        let mut filter = LevelFilter::new(mean, alpha);
        let mut detector = Detector::new(mean, alpha, alarm::THRESHOLD);
        for count in days {
            worse += usize::from(filter.day(Some(*count), 1.0).class != Class::Holding);
            alarms += usize::from(detector.day(Some(*count), 1.0).crossed);
        }
    }
    let seconds = begun.elapsed().as_secs_f64();
    println!(
        "{areas} areas of {DAYS} days: {seconds:.2} s for states and alarms; {worse} days not \
         holding, {alarms} crossings"
    );
}
