//! The encoder: post-norm BERT (Devlin et al. 2019), as `docs/formats/tagger-model.md` describes it.

use super::error::ModelError;
use super::file::{EncoderSizes, ModelFile};
use super::kernel::{LANES, Linear, Norm, Path, attend, gelu};

/// Bounds of a file's sizes; what is larger is no model of ours.
const MOST_WIDE: usize = 1 << 14;
const MOST_LAYERS: usize = 64;

/// Outputs of the tapped layers for each piece of a window.
#[derive(Debug, Clone, PartialEq)]
pub struct Taps {
    /// Numbers of a piece: taps × hidden, tap after tap.
    pub width: usize,
    /// pieces × width.
    pub values: Vec<f32>,
}

struct Layer {
    qkv: Linear,
    out: Linear,
    attention_norm: Norm,
    widen: Linear,
    narrow: Linear,
    norm: Norm,
}

pub(super) struct Encoder {
    path: Path,
    sizes: EncoderSizes,
    position: Vec<f32>,
    /// The one type's row, added everywhere.
    kind: Vec<f32>,
    norm: Norm,
    layers: Vec<Layer>,
}

impl Encoder {
    pub(super) fn load(file: &ModelFile, path: Path) -> Result<Self, ModelError> {
        let sizes = file.encoder().clone();
        check(&sizes)?;
        let load = Load { file, sizes: &sizes, path };
        let layers = (0..sizes.layers).map(|i| load.layer(i)).collect::<Result<_, _>>()?;
        let position = file.floats("emb.pos", &[sizes.positions, sizes.hidden])?;
        let kind = file.floats("emb.type", &[sizes.hidden])?;
        let norm = load.norm("emb.ln")?;
        file.matrix("emb.word", file.pieces().count, sizes.hidden)?;
        Ok(Self { path, position, kind, norm, layers, sizes })
    }

    /// Most pieces of a window, without its begin and end.
    pub(super) fn window(&self) -> usize {
        self.sizes.positions - 2
    }

    /// Encodes the rows of a window that `word` gives for each place, begin and end among them.
    pub(super) fn encode(&self, places: usize, word: impl Fn(usize, &mut [f32])) -> Taps {
        let hidden = self.sizes.hidden;
        let mut x = vec![0.0; places * hidden];
        for (i, row) in x.chunks_exact_mut(hidden).enumerate() {
            word(i, row);
            let position = &self.position[i * hidden..(i + 1) * hidden];
            row.iter_mut().zip(position).zip(&self.kind).for_each(|((x, p), k)| *x = *x + *p + *k);
        }
        self.norm.apply(self.path, &mut x);
        let mut taps = self.empty_taps(places);
        self.tap(0, &x, &mut taps);
        let mut work = Work::default();
        for (i, layer) in self.layers.iter().enumerate() {
            layer.apply(self.path, &self.sizes, &mut x, &mut work);
            self.tap(i + 1, &x, &mut taps);
        }
        taps
    }

    fn empty_taps(&self, places: usize) -> Taps {
        let width = self.sizes.taps.len() * self.sizes.hidden;
        Taps { width, values: vec![0.0; width * places.saturating_sub(2)] }
    }

    /// Takes the output of a layer down, if it is asked for: all rows but the first and the last.
    fn tap(&self, layer: usize, x: &[f32], taps: &mut Taps) {
        let Some(tap) = self.sizes.taps.iter().position(|t| *t == layer) else { return };
        let hidden = self.sizes.hidden;
        let rows = x.chunks_exact(hidden).skip(1);
        for (row, out) in rows.zip(taps.values.chunks_exact_mut(taps.width)) {
            out[tap * hidden..(tap + 1) * hidden].copy_from_slice(row);
        }
    }
}

#[derive(Default)]
struct Work {
    wide: Vec<f32>,
    mixed: Vec<f32>,
    back: Vec<f32>,
}

impl Layer {
    fn apply(&self, path: Path, sizes: &EncoderSizes, x: &mut [f32], work: &mut Work) {
        let rows = x.len() / sizes.hidden;
        self.qkv.apply(x, rows, &mut work.wide);
        attend(path, &work.wide, sizes.heads, sizes.hidden / sizes.heads, &mut work.mixed);
        self.out.apply(&work.mixed, rows, &mut work.back);
        self.attention_norm.apply_sum(path, x, &work.back);
        self.widen.apply(x, rows, &mut work.wide);
        gelu(path, &mut work.wide);
        self.narrow.apply(&work.wide, rows, &mut work.back);
        self.norm.apply_sum(path, x, &work.back);
    }
}

struct Load<'a> {
    file: &'a ModelFile,
    sizes: &'a EncoderSizes,
    path: Path,
}

impl Load<'_> {
    fn layer(&self, i: usize) -> Result<Layer, ModelError> {
        let (hidden, ff) = (self.sizes.hidden, self.sizes.ff);
        let name = |part: &str| format!("l{i}.{part}");
        let linear = |part: &str, outputs, inputs| {
            Linear::load(self.file, &name(part), outputs, inputs, self.path)
        };
        let (q, k, v) = (name("q"), name("k"), name("v"));
        Ok(Layer {
            qkv: Linear::stack(self.file, &[&q, &k, &v], hidden, hidden, self.path)?,
            out: linear("o", hidden, hidden)?,
            attention_norm: self.norm(&name("aln"))?,
            widen: linear("fi", ff, hidden)?,
            narrow: linear("fo", hidden, ff)?,
            norm: self.norm(&name("oln"))?,
        })
    }

    fn norm(&self, name: &str) -> Result<Norm, ModelError> {
        let part = |end: &str| self.file.floats(&format!("{name}.{end}"), &[self.sizes.hidden]);
        Ok(Norm::new(part("w")?, part("b")?, self.sizes.eps as f32))
    }
}

fn check(sizes: &EncoderSizes) -> Result<(), ModelError> {
    let wrong = |problem: &str| Err(ModelError::Sizes(problem.into()));
    let EncoderSizes { hidden, heads, ff, layers, positions, eps, .. } = *sizes;
    if [hidden, heads, ff].contains(&0)
        || hidden > MOST_WIDE
        || ff > MOST_WIDE
        || layers > MOST_LAYERS
    {
        return wrong("hidden, heads, ff or layers is out of bounds");
    }
    if !hidden.is_multiple_of(heads) || !(hidden / heads).is_multiple_of(LANES) {
        return wrong("a head's width is no multiple of 16");
    }
    if !(3..=MOST_WIDE).contains(&positions) || !(0.0..1.0).contains(&eps) {
        return wrong("positions or eps is out of bounds");
    }
    let taps = &sizes.taps;
    if taps.is_empty()
        || !taps.is_sorted_by(|a, b| a < b)
        || taps.last().is_some_and(|t| *t > layers)
    {
        return wrong("taps do not rise from 0 to layers");
    }
    Ok(())
}
