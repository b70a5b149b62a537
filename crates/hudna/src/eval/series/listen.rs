//! Listening to a whole feed, day by day.

use hudna_series::Listener;
use hudna_series::silence::Heard;

use super::counts::Series;

/// What a source tells in all its areas together; none on days that it counts nowhere.
pub(super) fn volume(series: &Series) -> Vec<Option<f64>> {
    let sum = |at: usize| {
        let counted = series.areas.values().filter_map(|counts| counts[at]);
        counted.reduce(|a, b| a + b)
    };
    (0..series.days).map(sum).collect()
}

/// What is told of each day on it; `truces` are positions of first days.
pub(super) fn heard(
    volume: &[Option<f64>],
    others: &[&[Option<f64>]],
    truces: &[usize],
) -> Vec<Heard> {
    let mut listener = Listener::new(others.len());
    let mut day = |(at, told): (usize, &Option<f64>)| {
        if truces.contains(&at) {
            listener.truce();
        }
        let others: Vec<Option<f64>> = others.iter().map(|other| other[at]).collect();
        listener.day(told.unwrap_or_default(), &others)
    };
    volume.iter().enumerate().map(&mut day).collect()
}
