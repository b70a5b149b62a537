//! Attention of one head over one window (Vaswani et al. 2017), in floats of fixed order: lanes
//! are keys while scores are made, and dimensions while values are mixed; neither is summed across.

use fearless_simd::{Simd, dispatch, f32x16, prelude::*};

use super::lanes::{LANES, load, store};
use super::math::soften;
use super::path::Path;

/// Queries that share each key and value as it is loaded.
const BLOCK: usize = 4;

/// Mixes values: `qkv` holds for each piece queries, keys and values, each `heads` × `size` numbers;
/// `out` gets pieces × `heads` × `size`. `size` is a multiple of 16.
pub fn attend(path: Path, qkv: &[f32], heads: usize, size: usize, out: &mut Vec<f32>) {
    let hidden = heads * size;
    out.resize(qkv.len() / 3, 0.0);
    let mut work = Work::new(qkv.len() / (3 * hidden).max(1), size);
    for head in 0..heads {
        dispatch!(path.level(), simd => work.head(simd, qkv, hidden, head, out));
    }
}

struct Work {
    pieces: usize,
    size: usize,
    /// Pieces, filled up to whole vectors.
    wide: usize,
    /// size × wide: keys, turned so that those of a dimension lie together.
    keys: Vec<f32>,
    /// pieces × size.
    values: Vec<f32>,
    /// BLOCK × wide.
    scores: Vec<f32>,
}

impl Work {
    fn new(pieces: usize, size: usize) -> Self {
        let wide = pieces.next_multiple_of(LANES);
        let (keys, values) = (vec![0.0; size * wide], vec![0.0; pieces * size]);
        Self { pieces, size, wide, keys, values, scores: vec![0.0; BLOCK * wide] }
    }

    #[inline(always)]
    fn head<S: Simd>(&mut self, simd: S, qkv: &[f32], hidden: usize, head: usize, out: &mut [f32]) {
        let at = head * self.size;
        self.turn(qkv, hidden, at);
        let mut piece = 0;
        while piece < self.pieces {
            let query = |i: usize| &qkv[i * 3 * hidden + at..][..self.size];
            if piece + BLOCK <= self.pieces {
                let queries: [&[f32]; BLOCK] = std::array::from_fn(|i| query(piece + i));
                self.block(simd, queries, &mut out[piece * hidden + at..], hidden);
                piece += BLOCK;
            } else {
                self.block(simd, [query(piece)], &mut out[piece * hidden + at..], hidden);
                piece += 1;
            }
        }
    }

    #[inline(always)]
    fn turn(&mut self, qkv: &[f32], hidden: usize, at: usize) {
        for (piece, row) in qkv.chunks_exact(3 * hidden).enumerate() {
            let keys = &row[hidden + at..][..self.size];
            keys.iter().enumerate().for_each(|(d, k)| self.keys[d * self.wide + piece] = *k);
            let values = &row[2 * hidden + at..][..self.size];
            self.values[piece * self.size..(piece + 1) * self.size].copy_from_slice(values);
        }
    }

    #[inline(always)]
    fn block<S: Simd, const R: usize>(
        &mut self,
        simd: S,
        queries: [&[f32]; R],
        out: &mut [f32],
        stride: usize,
    ) {
        let (wide, pieces) = (self.wide, self.pieces);
        for first in (0..wide).step_by(LANES) {
            let sums = self.scores_at(simd, queries, first);
            for (r, sum) in sums.into_iter().enumerate() {
                store(sum, &mut self.scores[r * wide + first..][..LANES]);
            }
        }
        let factor = 1.0 / (self.size as f32).sqrt();
        for r in 0..R {
            soften(simd, &mut self.scores[r * wide..][..pieces], factor);
        }
        for first in (0..self.size).step_by(LANES) {
            let mixed = self.mixed_at::<S, R>(simd, first);
            for (r, m) in mixed.into_iter().enumerate() {
                store(m, &mut out[r * stride + first..][..LANES]);
            }
        }
    }

    /// Scores of R queries with sixteen keys.
    #[inline(always)]
    fn scores_at<S: Simd, const R: usize>(
        &self,
        simd: S,
        queries: [&[f32]; R],
        first: usize,
    ) -> [f32x16<S>; R] {
        let mut sums = [f32x16::simd_from(simd, 0.0); R];
        let queries = queries.map(|q| &q[..self.size]);
        for (d, row) in self.keys.chunks_exact(self.wide).enumerate() {
            let keys = load(simd, &row[first..first + LANES]);
            for r in 0..R {
                sums[r] += keys * queries[r][d];
            }
        }
        sums
    }

    /// Sixteen dimensions of the values, mixed by the shares of R queries.
    #[inline(always)]
    fn mixed_at<S: Simd, const R: usize>(&self, simd: S, first: usize) -> [f32x16<S>; R] {
        let mut sums = [f32x16::simd_from(simd, 0.0); R];
        let shares: [&[f32]; R] =
            std::array::from_fn(|r| &self.scores[r * self.wide..][..self.pieces]);
        for (piece, row) in self.values.chunks_exact(self.size).enumerate() {
            let values = load(simd, &row[first..first + LANES]);
            for r in 0..R {
                sums[r] += values * shares[r][piece];
            }
        }
        sums
    }
}
