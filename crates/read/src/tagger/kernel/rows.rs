//! Rows of numbers rounded to integers, ready to be multiplied with weights.

use fearless_simd::{Simd, dispatch, f32x16, i32x16, prelude::*};

use super::lanes::{LANES, load};
use super::path::Path;

/// Largest number that a weight is rounded to.
pub(super) const WEIGHT: f32 = 127.0;
/// A row whose largest value is outside of this is taken as zeros: it is empty, or no numbers at all.
const SMALLEST: f32 = 1e-30;
const LARGEST: f32 = 1e30;

/// Rows of activations as i16, each with its scale, packed in pairs of columns.
pub struct Rows {
    rows: usize,
    pairs: usize,
    /// rows × pairs; the even column in what is the first half in memory.
    packed: Vec<i32>,
    scales: Vec<f32>,
}

impl Rows {
    /// Rounds rows of `cols` numbers. Each row has its own scale, as fine as the sums of products with
    /// weights in ±127 allow without leaving 32 bits.
    pub fn new(path: Path, x: &[f32], cols: usize) -> Self {
        let (rows, pairs) = (x.len().checked_div(cols).unwrap_or(0), pairs_of(cols));
        let mut out = Self { rows, pairs, packed: vec![0; rows * pairs], scales: vec![0.0; rows] };
        if rows > 0 {
            dispatch!(path.level(), simd => out.fill(simd, x, cols));
        }
        out
    }

    /// How many rows there are.
    pub fn len(&self) -> usize {
        self.rows
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.rows == 0
    }

    pub(super) fn pairs(&self) -> usize {
        self.pairs
    }

    pub(super) fn row(&self, row: usize) -> &[i32] {
        &self.packed[row * self.pairs..(row + 1) * self.pairs]
    }

    pub(super) fn scale(&self, row: usize) -> f32 {
        self.scales[row]
    }

    #[inline(always)]
    fn fill<S: Simd>(&mut self, simd: S, x: &[f32], cols: usize) {
        let limit = limit(cols);
        let rows = x.chunks_exact(cols).zip(self.packed.chunks_exact_mut(self.pairs));
        for ((row, packed), scale) in rows.zip(&mut self.scales) {
            let most = largest(simd, row);
            if most > SMALLEST && most < LARGEST {
                *scale = most / limit;
                pack(simd, row, limit / most, packed);
            }
        }
    }
}

/// Pairs of columns, padded to whole vectors.
pub(super) fn pairs_of(cols: usize) -> usize {
    cols.next_multiple_of(LANES) / 2
}

/// Largest rounded value: 127 × this × columns stays below 2³¹.
fn limit(cols: usize) -> f32 {
    let most = i32::MAX as usize / (WEIGHT as usize * cols);
    most.min(i16::MAX as usize) as f32
}

#[inline(always)]
fn largest<S: Simd>(simd: S, row: &[f32]) -> f32 {
    let mut most = f32x16::simd_from(simd, 0.0);
    for part in row.chunks(LANES) {
        most = most.max(load(simd, part).abs());
    }
    most.as_slice().iter().fold(0.0, |m, v| if *v > m { *v } else { m })
}

#[inline(always)]
fn pack<S: Simd>(simd: S, row: &[f32], factor: f32, packed: &mut [i32]) {
    for (part, packed) in row.chunks(LANES).zip(packed.chunks_exact_mut(LANES / 2)) {
        let rounded = (load(simd, part) * factor).round_ties_even();
        let whole = rounded.to_int::<i32x16<S>>().to_array();
        for (i, pair) in packed.iter_mut().enumerate() {
            *pair = join(whole[2 * i], whole[2 * i + 1]);
        }
    }
}

/// Two i16 as the i32 whose bytes are theirs in this order, on any processor.
#[inline(always)]
fn join(first: i32, second: i32) -> i32 {
    if cfg!(target_endian = "little") {
        first & 0xffff | second << 16
    } else {
        first << 16 | second & 0xffff
    }
}
