//! What can go wrong: what failed, on what, what to do.

use std::path::PathBuf;

use hudna_model::Bilingual;
use hudna_read::DataError;

/// A failure of the engine. `Display` is one line for people; [`Error::exit`] is the exit status.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// A file or folder that cannot be read or written.
    #[error("{}: {what}; {remedy}", path.display())]
    File {
        /// Which.
        path: PathBuf,
        /// What happened.
        what: String,
        /// What to do next.
        remedy: &'static str,
    },
    /// A story, agreement or counts file that says something it may not.
    #[error("{}{}: {what}; {remedy}", path.display(), at_line(*line))]
    Input {
        /// Which.
        path: PathBuf,
        /// One-based line; 0 when the whole file is meant.
        line: usize,
        /// What is wrong.
        what: String,
        /// What to do next.
        remedy: String,
    },
    /// Faults of the data files.
    #[error("{} of the data files cannot be used: {}", .0.len(), first(.0))]
    Data(Vec<DataError>),
    /// Nothing has this id. The display is for logs; people read the message of `remedy`.
    #[error("nothing here has the id \"{id}\" ({remedy})")]
    Unknown {
        /// The id.
        id: String,
        /// Id of the message that says what to do next.
        remedy: &'static str,
    },
    /// The store is damaged.
    #[error("the store is damaged: {what}; run `hudna verify` and restore from a backup")]
    Damaged {
        /// What was found.
        what: String,
    },
    /// A report that somebody else stored at the same moment.
    #[error("the report {id} was stored by somebody else just now; run the command again")]
    Taken {
        /// Its id.
        id: String,
    },
    /// The database failed.
    #[error("the store's database failed: {0}; check the disk, then run `hudna verify`")]
    Database(#[from] rusqlite::Error),
    /// The store cannot be opened or brought to this version.
    #[error("the store cannot be opened: {0}; check its path with --store")]
    Store(String),
    /// Wrong use.
    #[error("{0}")]
    Usage(String),
    /// Something that cannot be entered as things stand.
    #[error("{0}")]
    Told(Box<Told>),
}

/// Why something is not entered: the message that says so, in both languages, and what fills it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Told {
    /// Id of the message.
    pub id: &'static str,
    /// What fills it.
    pub args: Vec<(&'static str, Bilingual)>,
    /// Somebody else would have the right to it.
    pub right: bool,
}

impl Told {
    /// An error of this message, filled with texts that are the same in both languages.
    pub fn error(id: &'static str, args: &[(&'static str, &str)]) -> Error {
        let both = |(name, text): &(&'static str, &str)| (*name, Bilingual::new(*text, *text));
        let args = args.iter().map(both).collect();
        Error::Told(Box::new(Told { id, args, right: false }))
    }

    /// What the judge says against it.
    pub(crate) fn refused(why: Bilingual, right: bool) -> Error {
        Error::Told(Box::new(Told { id: "told-refused", args: vec![("why", why)], right }))
    }
}

/// For logs; people read the message of this id.
impl std::fmt::Display for Told {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}", self.id)?;
        self.args.iter().try_for_each(|(name, text)| write!(f, "; {name}: {}", text.en))
    }
}

fn at_line(line: usize) -> String {
    if line == 0 { String::new() } else { format!(":{line}") }
}

fn first(errors: &[DataError]) -> String {
    errors.first().map_or_else(String::new, ToString::to_string)
}

fn reason(error: &std::io::Error) -> String {
    match error.kind() {
        std::io::ErrorKind::NotFound => "there is no such file or folder".to_owned(),
        std::io::ErrorKind::PermissionDenied => "permission denied".to_owned(),
        _ => error.to_string(),
    }
}

impl Error {
    /// A file that could not be read or written.
    pub fn file(path: impl Into<PathBuf>, error: &std::io::Error, remedy: &'static str) -> Self {
        Error::File { path: path.into(), what: reason(error), remedy }
    }

    /// A file of the store that could not be read or written.
    pub(crate) fn store_file(path: &std::path::Path, error: &std::io::Error) -> Self {
        Error::Store(format!("{}: {}", path.display(), reason(error)))
    }

    /// Exit status of the command line: 2 wrong use or input, 3 store damaged or out of reach, 4
    /// no right to it.
    pub fn exit(&self) -> u8 {
        match self {
            Error::Damaged { .. } | Error::Database(_) | Error::Store(_) => 3,
            Error::Told(told) if told.right => 4,
            _ => 2,
        }
    }

    /// Stable code for machines.
    pub fn code(&self) -> &'static str {
        match self {
            Error::File { .. } => "file",
            Error::Input { .. } => "input",
            Error::Data(_) => "data",
            Error::Unknown { .. } => "unknown_id",
            Error::Damaged { .. } => "damaged",
            Error::Taken { .. } => "taken",
            Error::Database(_) => "database",
            Error::Store(_) => "store",
            Error::Usage(_) => "usage",
            Error::Told(told) => told.id,
        }
    }
}

/// The engine's result.
pub type Result<T> = std::result::Result<T, Error>;
