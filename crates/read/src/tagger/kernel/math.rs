//! Functions of floats made of additions, products, divisions and roots in a fixed order, so that
//! every processor gives the same bits; no fused product-and-sum, nothing of the system's library.

use fearless_simd::{Simd, dispatch, f32x16, i32x16, prelude::*};

use super::lanes::{LANES, load, store, sum};
use super::path::Path;

/// e^x of numbers from −87 to 88; what is outside is taken as the bound. Relative error below 2e-7.
/// Range reduction and polynomial: Cephes' `expf` (Moshier).
#[inline(always)]
pub(super) fn exp<S: Simd>(simd: S, x: f32x16<S>) -> f32x16<S> {
    let x = x.max(f32x16::simd_from(simd, -87.0)).min(f32x16::simd_from(simd, 88.0));
    let n = (x * std::f32::consts::LOG2_E).round_ties_even();
    let r = x - n * 0.693_359_4 - n * -2.121_944_4e-4;
    let mut p = f32x16::simd_from(simd, 1.987_569_1e-4);
    for c in [1.398_199_9e-3, 8.333_452e-3, 4.166_579_6e-2, 0.166_666_66, 0.5] {
        p = p * r + c;
    }
    let power: f32x16<S> = ((n.to_int::<i32x16<S>>() + 127) << 23).bitcast();
    (p * r * r + r + 1.0) * power
}

/// x Φ(x), with the error function of Abramowitz and Stegun, 7.1.26 (absolute error 1.5e-7).
#[inline(always)]
fn gelu16<S: Simd>(simd: S, x: f32x16<S>) -> f32x16<S> {
    let size = x.abs();
    let z = size * std::f32::consts::FRAC_1_SQRT_2;
    let one = f32x16::simd_from(simd, 1.0);
    let t = one / (z * 0.327_591_1 + 1.0);
    let mut p = f32x16::simd_from(simd, 1.061_405_4);
    for c in [-1.453_152, 1.421_413_7, -0.284_496_74, 0.254_829_6] {
        p = p * t + c;
    }
    let tail = p * t * exp(simd, -(z * z));
    ((x + size) - size * tail) * 0.5
}

/// 1 / (1 + e^−x).
#[inline(always)]
fn sigmoid16<S: Simd>(simd: S, x: f32x16<S>) -> f32x16<S> {
    f32x16::simd_from(simd, 1.0) / (exp(simd, -x) + 1.0)
}

#[inline(always)]
fn each<S: Simd>(simd: S, x: &mut [f32], f: impl Fn(S, f32x16<S>) -> f32x16<S>) {
    for part in x.chunks_mut(LANES) {
        store(f(simd, load(simd, part)), part);
    }
}

/// The exact GELU (Hendrycks and Gimpel 2016) of each number, in place.
pub fn gelu(path: Path, x: &mut [f32]) {
    dispatch!(path.level(), simd => each(simd, x, gelu16));
}

/// The logistic function of each number, in place.
pub fn sigmoid(path: Path, x: &mut [f32]) {
    dispatch!(path.level(), simd => each(simd, x, sigmoid16));
}

/// Turns scores into shares that sum to 1, in place.
pub fn softmax(path: Path, x: &mut [f32]) {
    dispatch!(path.level(), simd => soften(simd, x, 1.0));
}

/// Softmax of `x` times `factor`.
#[inline(always)]
pub(super) fn soften<S: Simd>(simd: S, x: &mut [f32], factor: f32) {
    let most = largest(simd, x);
    let mut total = f32x16::simd_from(simd, 0.0);
    for part in x.chunks_mut(LANES) {
        let mut e = exp(simd, (load(simd, part) - most) * factor);
        if part.len() < LANES {
            e = only(simd, e, part.len());
        }
        total += e;
        store(e, part);
    }
    let share = 1.0 / sum(total);
    each(
        simd,
        x,
        #[inline(always)]
        |_, v| v * share,
    );
}

#[inline(always)]
fn largest<S: Simd>(simd: S, x: &[f32]) -> f32 {
    let mut most = f32x16::simd_from(simd, f32::MIN);
    let whole = x.chunks_exact(LANES);
    let rest = whole.remainder();
    for part in whole {
        most = most.max(load(simd, part));
    }
    most.as_slice().iter().chain(rest).fold(f32::MIN, |m, v| if *v > m { *v } else { m })
}

/// The first `n` lanes; the others 0.
#[inline(always)]
fn only<S: Simd>(simd: S, values: f32x16<S>, n: usize) -> f32x16<S> {
    let mut v = values.to_array();
    v[n..].fill(0.0);
    f32x16::simd_from(simd, v)
}

/// Weights of a layer norm (Ba et al. 2016).
pub struct Norm {
    weight: Vec<f32>,
    bias: Vec<f32>,
    eps: f32,
}

impl Norm {
    /// `weight` and `bias` have the length of a row; `eps` is added to its variance.
    pub fn new(weight: Vec<f32>, bias: Vec<f32>, eps: f32) -> Self {
        Self { weight, bias, eps }
    }

    /// Norms each row of `x`, in place.
    pub fn apply(&self, path: Path, x: &mut [f32]) {
        dispatch!(path.level(), simd => x.chunks_exact_mut(self.weight.len()).for_each(
            #[inline(always)] |row| self.row(simd, row)));
    }

    /// Norms each row of `x` + `y` into `x`.
    pub fn apply_sum(&self, path: Path, x: &mut [f32], y: &[f32]) {
        dispatch!(path.level(), simd => self.rows_of_sum(simd, x, y));
    }

    #[inline(always)]
    fn rows_of_sum<S: Simd>(&self, simd: S, x: &mut [f32], y: &[f32]) {
        for (x, y) in x.chunks_mut(LANES).zip(y.chunks(LANES)) {
            store(load(simd, x) + load(simd, y), x);
        }
        x.chunks_exact_mut(self.weight.len()).for_each(
            #[inline(always)]
            |row| self.row(simd, row),
        );
    }

    #[inline(always)]
    fn row<S: Simd>(&self, simd: S, x: &mut [f32]) {
        let count = x.len() as f32;
        let mut total = f32x16::simd_from(simd, 0.0);
        for part in x.chunks(LANES) {
            total += load(simd, part);
        }
        let mean = sum(total) / count;
        let mut squares = f32x16::simd_from(simd, 0.0);
        for part in x.chunks_mut(LANES) {
            store(load(simd, part) - mean, part);
            let d = load(simd, part);
            squares += d * d;
        }
        let factor = 1.0 / (sum(squares) / count + self.eps).sqrt();
        let parts = x.chunks_mut(LANES).zip(self.weight.chunks(LANES)).zip(self.bias.chunks(LANES));
        for ((x, w), b) in parts {
            store(load(simd, x) * factor * load(simd, w) + load(simd, b), x);
        }
    }
}
