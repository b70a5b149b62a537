//! The tagger: a small trained encoder that finds the clauses and roles which no list foresees.
//!
//! It proposes clauses and says how likely their attributes and names are; the deterministic
//! layers name, count, date and place. Reading is whole without it. All of it is computed in
//! integers or in a fixed order of floating-point steps, so that a report and a model give the
//! same bits on every processor.

pub mod features;
pub mod file;
pub mod head;
pub mod kernel;
pub mod pieces;
pub mod tagged;
pub mod window;

pub struct Base;
impl Base { pub fn pieces(&self, _: &str) -> Vec<pieces::Piece> { vec![] } pub fn encode(&self, _: &[u32]) -> Vec<f32> { vec![] } }

/// A trained tagger.
pub struct Model {
    pub(crate) base: Base,
    head: head::Head,
    digest: String,
}

impl std::fmt::Debug for Model {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Model({})", self.digest)
    }
}

impl Model {
    /// SHA-256 of the file, 64 hex digits: part of every reading.
    pub fn digest(&self) -> &str {
        &self.digest
    }

    /// Lets the model see a report, with what the other layers found in it.
    pub(crate) fn see(&self, seen: &features::Seen<'_, '_>) -> tagged::Tagged<'_> {
        tagged::Tagged::of(self, &self.head, seen)
    }
}
pub use file::ModelError;
impl Model { /// x
 pub fn load(_: &[u8]) -> Result<Model, ModelError> { todo!() } }
