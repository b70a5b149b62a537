//! Sixteen floats at a time, in the same order on every processor.

use fearless_simd::{Simd, f32x16, prelude::*};

/// Floats that are worked on together. Part of the result: sums are kept in so many lanes.
pub(crate) const LANES: usize = 16;

/// Sixteen numbers; those that are lacking are 0.
#[inline(always)]
pub(super) fn load<S: Simd>(simd: S, part: &[f32]) -> f32x16<S> {
    if part.len() == LANES {
        return f32x16::from_slice(simd, part);
    }
    let mut whole = [0.0; LANES];
    whole[..part.len()].copy_from_slice(part);
    f32x16::simd_from(simd, whole)
}

/// Writes as many numbers as `part` has room for.
#[inline(always)]
pub(super) fn store<S: Simd>(values: f32x16<S>, part: &mut [f32]) {
    if part.len() == LANES {
        values.store_slice(part);
    } else {
        part.copy_from_slice(&values.as_slice()[..part.len()]);
    }
}

/// Sum of the lanes as a tree of fixed form.
#[inline(always)]
pub(super) fn sum<S: Simd>(values: f32x16<S>) -> f32 {
    let mut v = values.to_array();
    let mut width = LANES / 2;
    while width > 0 {
        for i in 0..width {
            v[i] += v[i + width];
        }
        width /= 2;
    }
    v[0]
}
