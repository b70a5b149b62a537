//! The arithmetic of the tagger: the same bits on every processor.
//!
//! Products of weights are sums of integers, whose order does not matter. Floats are worked on in
//! sixteen lanes whatever the processor's vectors are, with additions in a fixed order and without
//! fused operations. Vectors come from `fearless_simd`, which picks the processor's instructions at
//! run time; [`Path`] can force lesser ones, so that tests compare them.

mod attention;
mod lanes;
mod linear;
mod math;
mod path;
mod rows;
#[cfg(test)]
mod tests;

pub use attention::attend;
pub use linear::Linear;
pub use math::{Norm, gelu, sigmoid, softmax};
pub use path::Path;
pub use rows::Rows;

pub(crate) use lanes::LANES;
