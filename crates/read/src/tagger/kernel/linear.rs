//! y = W x + b with weights in 8 bits, activations in 16, and sums in 32.

use fearless_simd::{Simd, dispatch, prelude::*};

use super::path::Path;
use super::rows::{Rows, WEIGHT, pairs_of};
use crate::tagger::error::ModelError;
use crate::tagger::file::{Matrix, ModelFile};

/// Outputs whose weights lie together: what the widest vectors take in one step.
const PANEL: usize = 32;
/// Weights of a panel for one pair of columns.
const STEP: usize = 2 * PANEL;

/// A linear map. Each output's weights are rounded to ±127 of their own scale when it is loaded;
/// products and sums are exact, so that all paths give the same bits.
pub struct Linear {
    path: Path,
    inputs: usize,
    outputs: usize,
    /// Panel by panel, pair by pair: the two weights of each of the panel's outputs.
    weights: Vec<i8>,
    /// Per output, filled up to whole panels.
    scales: Vec<f32>,
    bias: Vec<f32>,
}

impl Linear {
    /// The map of `name`.w (outputs × inputs: q4, i8 or f32) and `name`.b (f32) of a model file.
    pub fn load(
        file: &ModelFile,
        name: &str,
        outputs: usize,
        inputs: usize,
        path: Path,
    ) -> Result<Self, ModelError> {
        Self::stack(file, &[name], outputs, inputs, path)
    }

    /// Several maps of the same input as one, whose outputs follow each other.
    pub fn stack(
        file: &ModelFile,
        names: &[&str],
        outputs: usize,
        inputs: usize,
        path: Path,
    ) -> Result<Self, ModelError> {
        let mut map = Self::empty(names.len() * outputs, inputs, path);
        for (i, name) in names.iter().enumerate() {
            map.fill(i * outputs, file.matrix(&format!("{name}.w"), outputs, inputs)?);
            let bias = file.floats(&format!("{name}.b"), &[outputs])?;
            map.bias[i * outputs..(i + 1) * outputs].copy_from_slice(&bias);
        }
        Ok(map)
    }

    /// A map of rows of weights, one per output, and as many biases.
    pub fn new(weights: &[Vec<f32>], bias: &[f32], path: Path) -> Self {
        let mut map = Self::empty(weights.len(), weights.first().map_or(0, Vec::len), path);
        weights.iter().enumerate().for_each(|(i, row)| map.fill_row(i, row));
        map.bias[..bias.len()].copy_from_slice(bias);
        map
    }

    /// Numbers of a row that goes in.
    pub fn inputs(&self) -> usize {
        self.inputs
    }

    /// Numbers of a row that comes out.
    pub fn outputs(&self) -> usize {
        self.outputs
    }

    /// Maps `rows` rows of `x` into `out`, rows × outputs.
    pub fn apply(&self, x: &[f32], rows: usize, out: &mut Vec<f32>) {
        assert_eq!(x.len(), rows * self.inputs, "rows × inputs");
        self.apply_rows(&Rows::new(self.path, x, self.inputs), out);
    }

    /// The same for rows that were rounded before, for several maps of the same input.
    pub fn apply_rows(&self, x: &Rows, out: &mut Vec<f32>) {
        assert_eq!(
            x.pairs(),
            pairs_of(self.inputs),
            "rows have as many numbers as the map has inputs"
        );
        out.resize(x.len() * self.outputs, 0.0);
        if !x.is_empty() {
            dispatch!(self.path.level(), simd => self.panels(simd, x, out));
        }
    }

    fn empty(outputs: usize, inputs: usize, path: Path) -> Self {
        let whole = outputs.next_multiple_of(PANEL);
        let weights = vec![0; whole * 2 * pairs_of(inputs)];
        Self { path, inputs, outputs, weights, scales: vec![0.0; whole], bias: vec![0.0; whole] }
    }

    fn fill(&mut self, first: usize, matrix: Matrix<'_>) {
        let mut row = vec![0.0; matrix.cols()];
        for i in 0..matrix.rows() {
            matrix.read_row(i, &mut row);
            self.fill_row(first + i, &row);
        }
    }

    fn fill_row(&mut self, output: usize, row: &[f32]) {
        let most = row.iter().fold(0.0f32, |m, v| m.max(v.abs()));
        let scale = most / WEIGHT;
        if !scale.is_normal() {
            return;
        }
        self.scales[output] = scale;
        let panel = output / PANEL * PANEL * 2 * pairs_of(self.inputs);
        for (i, w) in row.iter().enumerate() {
            let at = panel + i / 2 * STEP + output % PANEL * 2 + i % 2;
            self.weights[at] = round(w / scale) as i8;
        }
    }

    #[inline(always)]
    fn panels<S: Simd>(&self, simd: S, x: &Rows, out: &mut [f32]) {
        let wide = 2 * S::i32s::LEN;
        for (i, panel) in self.weights.chunks_exact(STEP * x.pairs()).enumerate() {
            for part in (0..PANEL).step_by(wide) {
                if i * PANEL + part < self.outputs {
                    let tile = Tile { map: self, panel, part, first: i * PANEL + part };
                    tile.all_rows(simd, x, out);
                }
            }
        }
    }
}

/// To the nearest whole number, the even one of two, for numbers below 2²²: a float has no room for more.
fn round(v: f32) -> f32 {
    const ROOM: f32 = 12_582_912.0;
    (v + ROOM) - ROOM
}

/// Weights of as many outputs as two vectors hold.
struct Tile<'a> {
    map: &'a Linear,
    panel: &'a [i8],
    /// First output within the panel, and of all.
    part: usize,
    first: usize,
}

impl Tile<'_> {
    /// All rows, in blocks that share each weight as it is loaded: eight where vectors are many.
    #[inline(always)]
    fn all_rows<S: Simd>(&self, simd: S, x: &Rows, out: &mut [f32]) {
        let mut row = 0;
        while S::i32s::LEN >= 16 && row + 8 <= x.len() {
            self.block::<S, 8>(simd, x, row, out);
            row += 8;
        }
        while row + 4 <= x.len() {
            self.block::<S, 4>(simd, x, row, out);
            row += 4;
        }
        while row < x.len() {
            self.block::<S, 1>(simd, x, row, out);
            row += 1;
        }
    }

    #[inline(always)]
    fn block<S: Simd, const R: usize>(&self, simd: S, x: &Rows, row: usize, out: &mut [f32]) {
        let sums = self.sums::<S, R>(simd, std::array::from_fn(|r| x.row(row + r)));
        for (r, sums) in sums.into_iter().enumerate() {
            let scale = x.scale(row + r);
            let out = &mut out[(row + r) * self.map.outputs..(row + r + 1) * self.map.outputs];
            self.write(simd, sums[0], scale, self.first, out);
            self.write(simd, sums[1], scale, self.first + S::i32s::LEN, out);
        }
    }

    /// Sums of products of R rows with two vectors of outputs.
    #[inline(always)]
    fn sums<S: Simd, const R: usize>(&self, simd: S, x: [&[i32]; R]) -> [[S::i32s; 2]; R] {
        let mut sums = [[S::i32s::simd_from(simd, 0); 2]; R];
        let begin = self.part * 2;
        let x = x.map(|row| &row[..self.panel.len() / STEP]);
        for (p, step) in self.panel.chunks_exact(STEP).enumerate() {
            let bytes = S::i8s::from_slice(simd, &step[begin..begin + S::i8s::LEN]);
            let (low, high) = bytes.widen();
            for r in 0..R {
                let pair: S::i16s = S::i32s::simd_from(simd, x[r][p]).bitcast();
                sums[r][0] += pair.pairwise_dot_product(low);
                sums[r][1] += pair.pairwise_dot_product(high);
            }
        }
        sums
    }

    #[inline(always)]
    fn write<S: Simd>(&self, simd: S, sums: S::i32s, scale: f32, at: usize, out: &mut [f32]) {
        let end = at + S::i32s::LEN;
        let by = S::f32s::from_slice(simd, &self.map.scales[at..end]);
        let bias = S::f32s::from_slice(simd, &self.map.bias[at..end]);
        let y = sums.to_float::<S::f32s>() * scale * by + bias;
        if end <= out.len() {
            y.store_slice(&mut out[at..end]);
        } else if at < out.len() {
            let count = out.len() - at;
            out[at..].copy_from_slice(&y.as_slice()[..count]);
        }
    }
}
