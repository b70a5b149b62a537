//! A baseline: Page's cumulative sum (1954) for Poisson counts whose calm level is given.

/// Ratio of rise that the sum is made for.
const RATIO: f64 = 1.5;
/// States that the sum is cut into for its mean run length.
const STATES: usize = 80;
/// Halvings in the search for a threshold.
const HALVINGS: usize = 30;

/// Days on which the sum reaches a threshold, from a position on; it starts anew after each.
pub(super) fn crossings(counts: &[Option<f64>], from: usize, level: f64, at: f64) -> Vec<usize> {
    let (mut sum, mut out) = (0.0_f64, Vec::new());
    for (day, count) in counts.iter().enumerate().skip(from) {
        sum = (sum + step(count.unwrap_or_default(), level)).max(0.0);
        if sum >= at {
            (sum, _) = (0.0, out.push(day));
        }
    }
    out
}

fn step(count: f64, level: f64) -> f64 {
    count * RATIO.ln() - level * (RATIO - 1.0)
}

/// The threshold at which the mean run of calm Poisson days of this level is so many days.
pub(super) fn threshold(level: f64, days: f64) -> f64 {
    let (mut low, mut high) = (0.1, 12.0);
    for _ in 0..HALVINGS {
        let middle = f64::midpoint(low, high);
        if run_length(level, middle) < days { low = middle } else { high = middle }
    }
    f64::midpoint(low, high)
}

/// Mean days until the sum reaches `at`, by a Markov chain over states of equal width (Brook and
/// Evans 1972): the sum stands for the middle of its state, the first state for nothing.
fn run_length(level: f64, at: f64) -> f64 {
    let width = 2.0 * at / (2.0 * STATES as f64 - 1.0);
    let mut rows = vec![vec![0.0; STATES + 1]; STATES];
    for (from, row) in rows.iter_mut().enumerate() {
        let mut chance = (-level).exp();
        let mut count = 0.0;
        while count < level + 1.0 || chance > 1e-12 {
            let sum = from as f64 * width + step(count, level);
            let to = (sum / width).round().max(0.0) as usize;
            if to >= STATES {
                break;
            }
            row[to] -= chance;
            count += 1.0;
            chance *= level / count;
        }
        row[from] += 1.0;
        row[STATES] = 1.0;
    }
    first_unknown(rows)
}

/// Solves linear equations, the right side in the last column, by elimination; the matrix is
/// dominated by its diagonal, so no rows are exchanged. The first unknown comes back.
fn first_unknown(mut rows: Vec<Vec<f64>>) -> f64 {
    let n = rows.len();
    for pivot in (1..n).rev() {
        let (above, rest) = rows.split_at_mut(pivot);
        let by = &rest[0];
        for row in above {
            let factor = row[pivot] / by[pivot];
            row.iter_mut().zip(by).for_each(|(x, y)| *x -= factor * y);
        }
    }
    rows[0][n] / rows[0][0]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn equations_by_hand() {
        // 2x + y = 5, x + 3y = 5
        assert!(
            (first_unknown(vec![vec![2.0, 1.0, 5.0], vec![1.0, 3.0, 5.0]]) - 2.0).abs() < 1e-12
        );
    }

    #[test]
    fn a_sum_that_any_event_crosses_waits_for_the_first_event() {
        // The first event comes after 1/(1 - e^-m) days in the mean.
        let level = 0.2_f64;
        let expected = 1.0 / (1.0 - (-level).exp());
        assert!((run_length(level, 0.2) - expected).abs() < 1e-6);
    }

    #[test]
    fn the_sum_rises_with_counts_above_the_level_and_starts_anew() {
        let days = [0.0, 0.0, 5.0, 5.0, 0.0, 5.0].map(Some);
        // each five adds 5·ln 1.5 - .5 = 1.53, each nought takes .5
        assert_eq!(crossings(&days, 0, 1.0, 2.5), [3]);
        assert_eq!(crossings(&days, 0, 1.0, 1.5), [2, 3, 5]);
    }
}
