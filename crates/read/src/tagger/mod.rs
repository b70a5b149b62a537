//! The tagger: a small trained encoder that finds the clauses and roles which no list foresees.
//!
//! It proposes clauses and says how likely their attributes and names are; the deterministic
//! layers name, count, date and place. Reading is whole without it. [`Model::load`] takes a model
//! file (`docs/formats/tagger-model.md`, made by `training/`): a [`Base`] of pieces and encoder,
//! and the trained heads. Everything is computed in integers or in a fixed order of
//! floating-point steps, so that a report and a model give the same bits on every processor.

mod encoder;
mod error;
pub mod features;
mod file;
mod half;
pub mod head;
#[cfg(test)]
mod head_tests;
pub mod kernel;
mod pieces;
pub mod tagged;
#[cfg(test)]
mod tests;
pub mod window;

pub use encoder::Taps;
pub use error::ModelError;
pub use file::{EncoderSizes, Matrix, ModelFile, PieceSizes};
pub use kernel::{Linear, Path};
pub use pieces::{Piece, Pieces};

use encoder::Encoder;
use features::Seen;
use head::Head;
use tagged::Tagged;

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

/// A trained tagger: base and heads.
pub struct Model {
    base: Base,
    head: Head,
}

impl std::fmt::Debug for Model {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Model({})", self.digest())
    }
}

impl Model {
    /// Loads a model file from its bytes.
    ///
    /// # Errors
    /// Bytes that are no model of this version, or a bare base without heads.
    pub fn load(bytes: impl Into<Vec<u8>>) -> Result<Self, ModelError> {
        Self::with_path(bytes, Path::best())
    }

    /// The same, whose arithmetic takes this path.
    ///
    /// # Errors
    /// As [`Model::load`].
    pub fn with_path(bytes: impl Into<Vec<u8>>, path: Path) -> Result<Self, ModelError> {
        let base = Base::with_path(bytes, path)?;
        let head = Head::load(base.file(), path)?;
        Ok(Model { base, head })
    }

    /// SHA-256 of the file, 64 hex digits: part of every reading.
    pub fn digest(&self) -> &str {
        self.base.digest()
    }

    /// Lets the model see a report, with what the other layers found in it.
    pub(crate) fn see(&self, seen: &Seen<'_, '_>) -> Tagged<'_> {
        Tagged::of(&self.base, &self.head, seen)
    }
}
