//! What can be wrong with a model file.

/// Why a model file was refused. Whatever the bytes are, loading gives this or a model.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ModelError {
    /// The file does not begin as a model file does.
    #[error(
        "not a model file of the tagger: it does not begin with {magic}; give a file that training/ has written",
        magic = "HUDNATG1"
    )]
    Magic,
    /// The file ends before what it announces.
    #[error("the model file is cut short: {0} lies behind its end; copy it again")]
    Truncated(String),
    /// The header is not the JSON that is asked for.
    #[error("the model file's header cannot be read: {0}")]
    Header(String),
    /// A later version of the format.
    #[error("the model file has format {0}, and this release reads format 1")]
    Format(u32),
    /// A tensor that is needed is not there.
    #[error("the model file lacks the tensor {0}")]
    Missing(String),
    /// A tensor's kind, shape, length or values do not fit.
    #[error("tensor {name} of the model file: {problem}")]
    Tensor {
        /// The tensor's name.
        name: String,
        /// What does not fit.
        problem: String,
    },
    /// Sizes of encoder or pieces that do not go together, or are out of bounds.
    #[error("the model file's sizes: {0}")]
    Sizes(String),
}

impl ModelError {
    /// A fault of the tensor `name`.
    pub(crate) fn tensor(name: &str, problem: impl Into<String>) -> Self {
        Self::Tensor { name: name.into(), problem: problem.into() }
    }
}
