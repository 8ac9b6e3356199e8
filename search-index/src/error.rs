//! What can go wrong in the index. Scoring cannot fail, so it has no error.

use std::fmt;

/// Why the index could not do what it was asked.
///
/// None of these loses data: the index is a cache, and the answer to all of them in the end is to
/// rebuild it.
#[derive(Debug)]
pub enum Error {
    /// The folder cannot be read, written or renamed.
    Folder(std::io::Error),
    /// tantivy refused: the folder is locked by another process, the disk is full, a file is damaged.
    Engine(tantivy::TantivyError),
    /// A thread panicked while it held the writer.
    Poisoned,
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Error::Folder(error) => write!(f, "search index folder: {error}"),
            Error::Engine(error) => write!(f, "search index: {error}"),
            Error::Poisoned => f.write_str("search index: the writer's thread panicked"),
        }
    }
}

impl std::error::Error for Error {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Error::Folder(error) => Some(error),
            Error::Engine(error) => Some(error),
            Error::Poisoned => None,
        }
    }
}

impl From<std::io::Error> for Error {
    fn from(error: std::io::Error) -> Self {
        Error::Folder(error)
    }
}

impl From<tantivy::TantivyError> for Error {
    fn from(error: tantivy::TantivyError) -> Self {
        Error::Engine(error)
    }
}
