//! The model file: a JSON header and named tensors. Format: `docs/formats/tagger-model.md`.

use std::collections::BTreeMap;
use std::ops::Range;

use hudna_model::digest::sha256_hex;
use serde::Deserialize;
use serde_json::Value;

use super::error::ModelError;
use super::half::f16_to_f32;

const MAGIC: &[u8; 8] = b"HUDNATG1";
const ALIGN: usize = 64;
/// Columns of one 4-bit block, and its bytes: a float16 scale and 16 bytes.
const BLOCK: usize = 32;
const BLOCK_BYTES: usize = 18;

/// Sizes of the encoder, as the header gives them.
#[derive(Debug, Clone, PartialEq, Deserialize)]
pub struct EncoderSizes {
    /// Width of a row between layers.
    pub hidden: usize,
    /// Heads of attention; `hidden` is a multiple of it.
    pub heads: usize,
    /// Width inside the feed-forward part.
    pub ff: usize,
    /// Layers in the file.
    pub layers: usize,
    /// Layers whose outputs are given out, rising; 0 stands for the embeddings.
    pub taps: Vec<usize>,
    /// Longest window, with its begin and end.
    pub positions: usize,
    /// What is added to a variance.
    pub eps: f64,
}

/// What the header says of the pieces.
#[derive(Debug, Clone, PartialEq, Deserialize)]
pub struct PieceSizes {
    /// How many there are.
    pub count: usize,
    /// The id of what is not known.
    pub unk: u32,
    /// Begin of a window.
    pub bos: u32,
    /// End of a window.
    pub eos: u32,
    /// Filling; never used here, and never found in a text.
    pub pad: Option<u32>,
    /// Score of an unknown character.
    pub unk_score: f64,
}

#[derive(Deserialize)]
struct Header {
    format: u32,
    encoder: EncoderSizes,
    pieces: PieceSizes,
    tensors: Vec<Entry>,
    head: Option<Value>,
}

#[derive(Deserialize)]
struct Entry {
    name: String,
    kind: Kind,
    shape: Vec<usize>,
    offset: usize,
    bytes: usize,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
enum Kind {
    F32,
    Q4,
    I8,
    U8,
}

struct Tensor {
    kind: Kind,
    shape: Vec<usize>,
    at: Range<usize>,
}

/// A model file, its directory checked: each tensor lies inside it and has the length of its shape.
pub struct ModelFile {
    bytes: Vec<u8>,
    tensors: BTreeMap<String, Tensor>,
    encoder: EncoderSizes,
    pieces: PieceSizes,
    head: Option<Value>,
    digest: String,
}

impl ModelFile {
    /// Reads header and directory; the tensors' values are looked at when they are asked for.
    pub fn parse(bytes: impl Into<Vec<u8>>) -> Result<Self, ModelError> {
        let bytes = bytes.into();
        let (header, blob) = header_of(&bytes)?;
        let mut tensors = BTreeMap::new();
        for entry in header.tensors {
            let tensor = place(&entry, blob, bytes.len())?;
            tensors.insert(entry.name, tensor);
        }
        let digest = sha256_hex(&bytes);
        Ok(Self {
            tensors,
            encoder: header.encoder,
            pieces: header.pieces,
            head: header.head,
            digest,
            bytes,
        })
    }

    /// Sizes of the encoder, unchecked.
    pub fn encoder(&self) -> &EncoderSizes {
        &self.encoder
    }

    /// Sizes of the pieces, unchecked.
    pub fn pieces(&self) -> &PieceSizes {
        &self.pieces
    }

    /// The part of the header that the heads wrote.
    pub fn head(&self) -> Option<&Value> {
        self.head.as_ref()
    }

    /// SHA-256 of the whole file, 64 hex digits.
    pub fn digest(&self) -> &str {
        &self.digest
    }

    /// Names of all tensors, sorted.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.tensors.keys().map(String::as_str)
    }

    /// The shape of a tensor.
    pub fn shape(&self, name: &str) -> Result<&[usize], ModelError> {
        Ok(&self.find(name)?.shape)
    }

    /// A tensor of bytes.
    pub fn bytes(&self, name: &str) -> Result<&[u8], ModelError> {
        let tensor = self.find(name)?;
        if tensor.kind != Kind::U8 {
            return Err(ModelError::tensor(name, "bytes (u8) are asked for"));
        }
        Ok(&self.bytes[tensor.at.clone()])
    }

    /// A float tensor of this shape, every value finite.
    pub fn floats(&self, name: &str, shape: &[usize]) -> Result<Vec<f32>, ModelError> {
        let tensor = self.shaped(name, shape)?;
        if tensor.kind != Kind::F32 {
            return Err(ModelError::tensor(name, "floats (f32) are asked for"));
        }
        let values = self.bytes[tensor.at.clone()].chunks_exact(4).map(le_f32).collect();
        finite(name, values)
    }

    /// A matrix of weights (q4, i8 or f32) with so many rows and columns, to be read row by row.
    pub fn matrix(&self, name: &str, rows: usize, cols: usize) -> Result<Matrix<'_>, ModelError> {
        let matrix = self.matrix_unchecked(name, rows, cols)?;
        if !matrix.is_finite() {
            return Err(ModelError::tensor(name, "a value or scale is no number"));
        }
        Ok(matrix)
    }

    /// The same without a look at every value, for what was checked before.
    pub(crate) fn matrix_unchecked(
        &self,
        name: &str,
        rows: usize,
        cols: usize,
    ) -> Result<Matrix<'_>, ModelError> {
        let tensor = self.shaped(name, &[rows, cols])?;
        if tensor.kind == Kind::U8 {
            return Err(ModelError::tensor(name, "weights (q4, i8 or f32) are asked for"));
        }
        Ok(Matrix { kind: tensor.kind, rows, cols, bytes: &self.bytes[tensor.at.clone()] })
    }

    fn find(&self, name: &str) -> Result<&Tensor, ModelError> {
        self.tensors.get(name).ok_or_else(|| ModelError::Missing(name.into()))
    }

    fn shaped(&self, name: &str, shape: &[usize]) -> Result<&Tensor, ModelError> {
        let tensor = self.find(name)?;
        if tensor.shape != shape {
            let problem = format!("its shape is {:?}, and should be {shape:?}", tensor.shape);
            return Err(ModelError::tensor(name, problem));
        }
        Ok(tensor)
    }
}

/// Weights as they stand in the file.
#[derive(Clone, Copy)]
pub struct Matrix<'a> {
    kind: Kind,
    rows: usize,
    cols: usize,
    bytes: &'a [u8],
}

impl Matrix<'_> {
    /// How many rows there are.
    pub fn rows(&self) -> usize {
        self.rows
    }

    /// How many columns each row has.
    pub fn cols(&self) -> usize {
        self.cols
    }

    /// Writes the values of a row into `out`, which has as many places as there are columns.
    pub fn read_row(&self, row: usize, out: &mut [f32]) {
        match self.kind {
            Kind::Q4 => {
                let size = self.cols / BLOCK * BLOCK_BYTES;
                read_blocks(&self.bytes[row * size..(row + 1) * size], out);
            }
            Kind::I8 => {
                let scale = le_f32(&self.bytes[4 * row..4 * row + 4]);
                let numbers = &self.bytes[4 * self.rows + row * self.cols..][..self.cols];
                numbers.iter().zip(out).for_each(|(n, o)| *o = f32::from(n.cast_signed()) * scale);
            }
            Kind::F32 | Kind::U8 => {
                let row = &self.bytes[4 * row * self.cols..4 * (row + 1) * self.cols];
                row.chunks_exact(4).zip(out).for_each(|(b, o)| *o = le_f32(b));
            }
        }
    }

    fn is_finite(&self) -> bool {
        match self.kind {
            Kind::Q4 => {
                self.bytes.chunks_exact(BLOCK_BYTES).all(|b| f16_to_f32([b[0], b[1]]).is_finite())
            }
            Kind::I8 => self.bytes[..4 * self.rows].chunks_exact(4).all(|b| le_f32(b).is_finite()),
            Kind::F32 => self.bytes.chunks_exact(4).all(|b| le_f32(b).is_finite()),
            Kind::U8 => true,
        }
    }
}

fn read_blocks(bytes: &[u8], out: &mut [f32]) {
    for (block, out) in bytes.chunks_exact(BLOCK_BYTES).zip(out.chunks_exact_mut(BLOCK)) {
        let scale = f16_to_f32([block[0], block[1]]);
        let (low, high) = out.split_at_mut(BLOCK / 2);
        for ((b, l), h) in block[2..].iter().zip(low).zip(high) {
            *l = f32::from(i16::from(b & 15) - 8) * scale;
            *h = f32::from(i16::from(b >> 4) - 8) * scale;
        }
    }
}

fn header_of(bytes: &[u8]) -> Result<(Header, usize), ModelError> {
    if !bytes.starts_with(MAGIC) {
        return Err(ModelError::Magic);
    }
    let cut = || ModelError::Truncated("the header".into());
    let length =
        bytes.get(8..12).and_then(|b| b.try_into().ok()).map(u32::from_le_bytes).ok_or_else(cut)?;
    let end = 12 + length as usize;
    let text = bytes.get(12..end).ok_or_else(cut)?;
    #[derive(Deserialize)]
    struct Version {
        format: u32,
    }
    let broken = |e: serde_json::Error| ModelError::Header(e.to_string());
    let Version { format } = serde_json::from_slice(text).map_err(broken)?;
    if format != 1 {
        return Err(ModelError::Format(format));
    }
    let header: Header = serde_json::from_slice(text).map_err(broken)?;
    debug_assert_eq!(header.format, format);
    Ok((header, end.next_multiple_of(ALIGN)))
}

/// Where a tensor lies in the file.
fn place(entry: &Entry, blob: usize, end: usize) -> Result<Tensor, ModelError> {
    let wrong = |problem: &str| ModelError::tensor(&entry.name, problem);
    let size = size_of(entry.kind, &entry.shape)
        .ok_or_else(|| wrong("kind and shape do not go together"))?;
    if size != entry.bytes {
        return Err(wrong("its length is not that of its shape"));
    }
    let begin =
        blob.checked_add(entry.offset).ok_or_else(|| wrong("its place is out of bounds"))?;
    match begin.checked_add(size) {
        Some(stop) if stop <= end => {
            Ok(Tensor { kind: entry.kind, shape: entry.shape.clone(), at: begin..stop })
        }
        _ => Err(ModelError::Truncated(format!("tensor {}", entry.name))),
    }
}

fn size_of(kind: Kind, shape: &[usize]) -> Option<usize> {
    let count = shape.iter().try_fold(1usize, |n, d| n.checked_mul(*d))?;
    match (kind, shape) {
        (Kind::F32, _) => count.checked_mul(4),
        (Kind::U8, _) => Some(count),
        (Kind::Q4, [_, cols]) if cols % BLOCK == 0 => (count / BLOCK).checked_mul(BLOCK_BYTES),
        (Kind::I8, [rows, _]) => count.checked_add(rows.checked_mul(4)?),
        _ => None,
    }
}

fn le_f32(b: &[u8]) -> f32 {
    f32::from_le_bytes([b[0], b[1], b[2], b[3]])
}

fn finite(name: &str, values: Vec<f32>) -> Result<Vec<f32>, ModelError> {
    if values.iter().all(|v| v.is_finite()) {
        return Ok(values);
    }
    Err(ModelError::tensor(name, "a value is no number"))
}
