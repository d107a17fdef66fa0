//! Saved sessions as an organiser browses them: which there are and what each is about, found again by any word that
//! was said, and one or several opened with what stands behind every figure. Pure: files are read elsewhere and come in
//! as [`News`], what should be done with files goes out as an [`Order`]. It tells no more than a report does.

pub mod catalogue;
pub mod digest;
pub mod log;
pub mod opened;
pub mod search;

use std::path::PathBuf;

use catalogue::Entry;
use opened::Opened;
use serde::{Deserialize, Serialize};

use crate::language::Language;

/// What a file was like when it was read: when one of these differs, it is another.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub struct Stamp {
    /// When it was changed last, in nanoseconds since 1970.
    pub changed: u128,
    /// How many bytes it has.
    pub length: u64,
}

/// What a file is written as.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// The report as Markdown.
    Markdown,
    /// The same as a page for a browser.
    Html,
    /// Its table of contributions.
    Csv,
    /// Everything, for machines.
    Json,
}

impl Format {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::Markdown, Self::Html, Self::Csv, Self::Json];

    /// The ending of a file of it.
    #[must_use]
    pub const fn ending(self) -> &'static str {
        match self {
            Self::Markdown => "md",
            Self::Html => "html",
            Self::Csv => "csv",
            Self::Json => "json",
        }
    }
}

/// What goes into a file that is exported.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Export {
    /// This text.
    Text(String),
    /// The whole report over these sessions, in a language.
    Report(Vec<PathBuf>, Format, Language),
}

/// Notes as they are being typed, until they are kept.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Unkept {
    /// What stood beside the session when the typing began.
    pub before: Option<String>,
    /// What was typed.
    pub text: String,
}

/// What is asked of whoever may touch files.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Order {
    /// Read these sessions anew and open them together.
    Open(Vec<PathBuf>),
    /// Write a file that is not there yet.
    Export {
        /// What it should be called.
        name: String,
        /// What goes into it.
        what: Export,
    },
    /// Keep the organiser's notes beside a session; no text is no notes.
    KeepNotes {
        /// The session.
        session: PathBuf,
        /// What stood there when the writing began.
        before: Option<String>,
        /// The notes.
        text: String,
    },
}

/// What comes of the files.
#[derive(Debug)]
pub enum News {
    /// There are this many sessions, of which some may have to be read still.
    Found(usize),
    /// A session, or why it cannot be read.
    Entry(Box<Entry>),
    /// It is not there any more.
    Gone(PathBuf),
    /// A folder cannot be looked into.
    Trouble(String),
    /// The folders can be looked into again.
    NoTrouble,
    /// What was asked for is open.
    Opened(Box<Opened>),
    /// It cannot be opened, and why.
    NotOpened(String),
    /// The file was written.
    Exported(String),
    /// It was not, and why.
    NotExported(String),
    /// What is being typed cannot be put away, and why.
    NotPutAway(String),
    /// The notes are on the disk.
    NotesKept(PathBuf),
    /// They are not.
    NotesNotKept {
        /// The session.
        session: PathBuf,
        /// Why.
        why: String,
        /// What stands there now, where that is not what stood there before.
        other: Option<Option<String>>,
    },
}
