//! The base of the trained tagger: model file, pieces and encoder. Pure Rust, the same bits on every
//! processor; trained by what is in `training/`.
//!
//! [`Base::load`] takes a model file (`docs/formats/tagger-model.md`); [`Base::pieces`] cuts a text,
//! [`Base::encode`] gives a window of pieces the outputs of some layers. Heads find their own tensors
//! through [`Base::file`].

mod encoder;
mod error;
mod file;
mod half;
pub mod kernel;
mod pieces;
#[cfg(test)]
mod tests;

pub use encoder::Taps;
pub use error::ModelError;
pub use file::{EncoderSizes, Matrix, ModelFile, PieceSizes};
pub use kernel::{Linear, Path};
pub use pieces::{Piece, Pieces};

use encoder::Encoder;

/// Encoder and pieces of a model file.
pub struct Base {
    file: ModelFile,
    pieces: Pieces,
    encoder: Encoder,
    path: Path,
}

impl Base {
    /// Loads a model file from its bytes. Hostile bytes give an error, never a panic.
    pub fn load(bytes: impl Into<Vec<u8>>) -> Result<Self, ModelError> {
        Self::with_path(bytes, Path::best())
    }

    /// Loads a model file whose arithmetic takes this path.
    pub fn with_path(bytes: impl Into<Vec<u8>>, path: Path) -> Result<Self, ModelError> {
        let file = ModelFile::parse(bytes)?;
        let pieces = Pieces::load(&file)?;
        let encoder = Encoder::load(&file, path)?;
        Ok(Self { file, pieces, encoder, path })
    }

    /// The file: `head` of its header, and all tensors by name.
    pub fn file(&self) -> &ModelFile {
        &self.file
    }

    /// SHA-256 of the whole file, 64 hex digits.
    pub fn digest(&self) -> &str {
        self.file.digest()
    }

    /// The path that its arithmetic takes.
    pub fn path(&self) -> Path {
        self.path
    }

    /// Most pieces of one window.
    pub fn window(&self) -> usize {
        self.encoder.window()
    }

    /// Cuts a text into pieces with their places in it, in Unicode scalars.
    pub fn pieces(&self, text: &str) -> Vec<Piece> {
        self.pieces.cut(text)
    }

    /// Encodes a window of pieces; begin and end are added here, and not given out. What is more than
    /// [`Base::window`] pieces is left out; an id that is none stands for the unknown piece.
    pub fn encode(&self, ids: &[u32]) -> Taps {
        let sizes = self.file.pieces();
        let ids = &ids[..ids.len().min(self.window())];
        let words = self.file.matrix_unchecked("emb.word", sizes.count, self.file.encoder().hidden);
        let words = words.expect("checked when it was loaded");
        self.encoder.encode(ids.len() + 2, |place, row| {
            let id = match place.checked_sub(1) {
                None => sizes.bos,
                Some(i) => ids.get(i).copied().unwrap_or(sizes.eos),
            };
            let id = if (id as usize) < sizes.count { id } else { sizes.unk };
            words.read_row(id as usize, row);
        })
    }
}
