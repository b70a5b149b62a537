//! The trained heads: what the tagger says of each piece of a window.
//!
//! Outputs of some encoder layers, standardised, and the features of the other layers are
//! projected to a vector per piece, which three gated convolutions (Dauphin et al. 2017) of
//! growing dilation carry along the text. From it come the probabilities of each kind of claim
//! (begin, inside, outside), of each attribute's values, and for each role a query and a key: the
//! product of a clause's query with the keys of its window points at the pieces that name the
//! role (Vinyals et al. 2015), or at none.

use std::collections::HashMap;

use serde::Deserialize;

use super::kernel::{self, Linear, Path};
use super::{ModelError, ModelFile};

/// What the file's header says of the heads.
#[derive(Debug, Clone, Deserialize)]
pub struct Layout {
    /// Size of a piece's vector.
    pub hidden: usize,
    /// Pieces that a convolution looks at.
    pub width: usize,
    /// Distance between them, by convolution.
    pub dilations: Vec<usize>,
    /// Size of a query or key of one role.
    pub key: usize,
    /// Kinds of claims.
    pub kinds: Vec<String>,
    /// Attributes.
    pub attributes: Vec<Attribute>,
    /// Roles.
    pub roles: Vec<String>,
    /// Distances, in pieces, at which a pointer's bias changes.
    pub buckets: Vec<i32>,
    /// Names of the features; the first has number 1.
    pub features: Vec<String>,
}

/// An attribute and its values.
#[derive(Debug, Clone, Deserialize)]
pub struct Attribute {
    /// Its name, such as `act`.
    pub name: String,
    /// The kind of claim that has it; none for all.
    pub kind: Option<String>,
    /// Its values.
    pub values: Vec<String>,
}

/// The trained heads.
pub struct Head {
    pub(crate) layout: Layout,
    numbers: HashMap<String, u16>,
    mean: Vec<f32>,
    scale: Vec<f32>,
    project: Linear,
    features: Vec<f32>,
    turns: Vec<Linear>,
    out: Linear,
    query: Linear,
    keys: Linear,
    distance: Vec<f32>,
    none: Vec<f32>,
    none_query: Vec<f32>,
    path: Path,
}

impl Head {
    /// The heads of a model file.
    ///
    /// # Errors
    /// A bare encoder; tensors that are missing or of another shape than the layout says.
    pub fn load(file: &ModelFile, path: Path) -> Result<Head, ModelError> {
        let layout = file.head().ok_or_else(|| ModelError::Missing("head".to_owned()))?;
        let layout: Layout =
            serde_json::from_value(layout.clone()).map_err(|e| ModelError::Header(e.to_string()))?;
        let (h, roles) = (layout.hidden, layout.roles.len());
        let dims = file.encoder().taps.len() * file.encoder().hidden;
        layout.check()?;
        let linear = |name: &str, outputs, inputs| Linear::load(file, name, outputs, inputs, path);
        let turn = |i| linear(&format!("head.c{i}"), 2 * h, layout.width * h);
        let turns = (0..layout.dilations.len()).map(turn).collect::<Result<Vec<_>, _>>()?;
        Ok(Head {
            mean: file.floats("head.mean", &[dims])?,
            scale: file.floats("head.scale", &[dims])?,
            project: linear("head.p", h, dims)?,
            features: file.floats("head.e", &[layout.features.len() + 1, h])?,
            turns,
            out: linear("head.o", layout.outputs(), h)?,
            query: linear("head.q", roles * layout.key, h)?,
            keys: linear("head.k", roles * layout.key, h)?,
            distance: file.floats("head.d", &[roles, layout.buckets.len() + 2])?,
            none: file.floats("head.n", &[roles])?,
            none_query: file.floats("head.nq", &[roles, h])?,
            numbers: (1..).zip(&layout.features).map(|(i, name)| (name.clone(), i)).collect(),
            layout,
            path,
        })
    }

    /// Size of the encoder's outputs that the heads take.
    pub fn inputs(&self) -> usize {
        self.mean.len()
    }

    /// The number of a feature; none for one that training did not see.
    pub fn feature(&self, name: &str) -> Option<u16> {
        self.numbers.get(name).copied()
    }

    /// Vectors of the pieces of a window, `hidden` each.
    pub(crate) fn vectors(&self, taps: &[f32], features: &[Vec<u16>]) -> Vec<f32> {
        let (rows, h) = (features.len(), self.layout.hidden);
        let dims = self.inputs();
        let mut x = taps.to_vec();
        for row in x.chunks_exact_mut(dims) {
            for ((v, mean), scale) in row.iter_mut().zip(&self.mean).zip(&self.scale) {
                *v = (*v - mean) * scale;
            }
        }
        let mut out = Vec::new();
        self.project.apply(&x, rows, &mut out);
        for (row, told) in out.chunks_exact_mut(h).zip(features) {
            for number in told {
                let from = usize::from(*number) * h;
                row.iter_mut().zip(&self.features[from..from + h]).for_each(|(v, e)| *v += e);
            }
        }
        kernel::gelu(self.path, &mut out);
        for (turn, dilation) in self.turns.iter().zip(&self.layout.dilations) {
            self.turn(&mut out, rows, turn, *dilation);
        }
        out
    }

    /// A gated convolution, added to its input.
    fn turn(&self, vectors: &mut [f32], rows: usize, turn: &Linear, dilation: usize) {
        let (h, width) = (self.layout.hidden, self.layout.width);
        let mut wide = vec![0.0; rows * width * h];
        for (row, slots) in wide.chunks_exact_mut(width * h).enumerate() {
            for (slot, to) in slots.chunks_exact_mut(h).enumerate() {
                let at = (row + slot * dilation).checked_sub(width / 2 * dilation);
                if let Some(at) = at.filter(|at| *at < rows) {
                    to.copy_from_slice(&vectors[at * h..(at + 1) * h]);
                }
            }
        }
        let mut out = Vec::new();
        turn.apply(&wide, rows, &mut out);
        for (row, gated) in vectors.chunks_exact_mut(h).zip(out.chunks_exact_mut(2 * h)) {
            let (value, gate) = gated.split_at_mut(h);
            kernel::sigmoid(self.path, gate);
            row.iter_mut().zip(value.iter().zip(gate)).for_each(|(v, (a, g))| *v += *a * *g);
        }
    }

    /// Probabilities per piece: three for each kind, then those of each attribute's values.
    pub(crate) fn outputs(&self, vectors: &[f32]) -> Vec<f32> {
        let rows = vectors.len() / self.layout.hidden;
        let mut out = Vec::new();
        self.out.apply(vectors, rows, &mut out);
        for row in out.chunks_exact_mut(self.layout.outputs()) {
            let mut rest = row;
            for n in self.layout.groups() {
                let (group, behind) = rest.split_at_mut(n);
                kernel::softmax(self.path, group);
                rest = behind;
            }
        }
        out
    }

    /// Keys of the pieces of a window, one for each role.
    pub(crate) fn keys(&self, vectors: &[f32]) -> Vec<f32> {
        let mut out = Vec::new();
        self.keys.apply(vectors, vectors.len() / self.layout.hidden, &mut out);
        out
    }

    /// For each piece of the window, and last for none of them, the probability that it names the
    /// role of the clause, which is a range of pieces of the window.
    pub(crate) fn point(
        &self,
        role: usize,
        clause: &std::ops::Range<usize>,
        vectors: &[f32],
        keys: &[f32],
    ) -> Vec<f32> {
        let (h, size) = (self.layout.hidden, self.layout.key);
        let mut pooled = vec![0.0_f32; h];
        for row in vectors[clause.start * h..clause.end * h].chunks_exact(h) {
            pooled.iter_mut().zip(row).for_each(|(p, v)| *p += v);
        }
        pooled.iter_mut().for_each(|p| *p /= clause.len() as f32);
        let mut query = Vec::new();
        self.query.apply(&pooled, 1, &mut query);
        let query = &query[role * size..(role + 1) * size];
        let root = (size as f32).sqrt();
        let width = self.layout.roles.len() * size;
        let mut out: Vec<f32> = (0..).zip(keys.chunks_exact(width))
            .map(|(i, key)| {
                let key = &key[role * size..(role + 1) * size];
                dot(query, key) / root + self.bias(role, clause, i)
            })
            .collect();
        out.push(self.none[role] + dot(&pooled, &self.none_query[role * h..(role + 1) * h]));
        kernel::softmax(self.path, &mut out);
        out
    }

    fn bias(&self, role: usize, clause: &std::ops::Range<usize>, piece: usize) -> f32 {
        let buckets = &self.layout.buckets;
        let away = match piece {
            i if i < clause.start => i as i32 - clause.start as i32,
            i if i >= clause.end => i as i32 + 1 - clause.end as i32,
            _ => 0,
        };
        let inside = buckets.len() + 1;
        let bucket = if away == 0 { inside } else { buckets.partition_point(|b| *b <= away) };
        self.distance[role * (buckets.len() + 2) + bucket]
    }
}

/// A sum of products in the order of the numbers, whatever the processor.
fn dot(a: &[f32], b: &[f32]) -> f32 {
    a.iter().zip(b).fold(0.0, |sum, (x, y)| sum + x * y)
}

/// Most of anything that a layout counts: no model comes near it, and no file can ask for more.
const MOST: usize = 4096;

impl Layout {
    /// Whether the numbers can be those of a model.
    fn check(&self) -> Result<(), ModelError> {
        let sane = |n: usize| (1..=MOST).contains(&n);
        let whole = sane(self.hidden)
            && sane(self.key)
            && self.width % 2 == 1
            && sane(self.width)
            && self.dilations.iter().all(|d| sane(*d))
            && self.dilations.len() <= 64
            && sane(self.roles.len())
            && sane(self.outputs())
            && self.buckets.len() <= MOST
            && self.buckets.is_sorted()
            && self.features.len() < usize::from(u16::MAX);
        if whole { Ok(()) } else { Err(ModelError::Sizes("those of its heads".to_owned())) }
    }

    /// Sizes of the groups of outputs, each of which sums to one.
    pub fn groups(&self) -> impl Iterator<Item = usize> {
        let kinds = self.kinds.iter().map(|_| 3);
        kinds.chain(self.attributes.iter().map(|a| a.values.len()))
    }

    /// Outputs per piece.
    pub fn outputs(&self) -> usize {
        self.groups().sum()
    }

    /// Where the values of an attribute begin among the outputs, and how many there are.
    pub fn attribute(&self, name: &str) -> Option<(usize, &Attribute)> {
        let mut at = 3 * self.kinds.len();
        for attribute in &self.attributes {
            if attribute.name == name {
                return Some((at, attribute));
            }
            at += attribute.values.len();
        }
        None
    }
}
