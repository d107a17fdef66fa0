//! How a task fails: one sentence or more for stderr, and an exit code.

use std::process::ExitCode;

use crate::cause;
use crate::link::OutboxError;
use crate::locale::Locale;
use crate::store::{Doing, StoreError};

/// A task that could not be done.
#[derive(Debug)]
pub(super) struct Failure {
    code: u8,
    sentence: String,
}

impl Failure {
    /// The file, data, network or workshop is at fault.
    pub(super) fn new(sentence: impl Into<String>) -> Self {
        Self {
            code: 1,
            sentence: sentence.into(),
        }
    }

    /// The command was called wrongly.
    pub(super) fn usage(sentence: impl Into<String>) -> Self {
        Self {
            code: 2,
            sentence: sentence.into(),
        }
    }

    /// The command was called wrongly, and that has been told.
    pub(super) const fn called_wrongly() -> Self {
        Self {
            code: 2,
            sentence: String::new(),
        }
    }

    /// The person interrupted it.
    pub(super) const fn interrupted() -> Self {
        Self {
            code: 130,
            sentence: String::new(),
        }
    }

    /// Everything has been told already.
    pub(super) const fn told() -> Self {
        Self {
            code: 1,
            sentence: String::new(),
        }
    }

    /// A file or folder is at fault.
    pub(super) fn of_file(locale: Locale, error: &StoreError) -> Self {
        Self::new(error.say(locale))
    }

    /// The file of a seat is at fault.
    pub(super) fn of_seat(locale: Locale, error: OutboxError) -> Self {
        let (path, doing, cause) = match error {
            OutboxError::Folder { path, source } => (path, Doing::Make, source),
            OutboxError::Lock { path, source } => (path, Doing::Lock, source),
            OutboxError::Open { path, source } => (path, Doing::Open, source),
            OutboxError::Write { path, source } => (path, Doing::Write, source),
            OutboxError::Foreign { path } => {
                let path = path.display().to_string();
                return Self::new(locale.say_with("seat-foreign", &[("path", path.into())]));
            }
            OutboxError::Damaged { path, line, .. } => {
                let path = path.display().to_string();
                let variables = [("path", path.into()), ("line", line.to_string().into())];
                return Self::new(locale.say_with("seat-damaged", &variables));
            }
        };
        Self::of_file(locale, &StoreError::Io { path, doing, cause })
    }

    /// An error with its causes.
    pub(super) fn of(error: &dyn std::error::Error) -> Self {
        Self::new(cause::chain(error))
    }

    /// What went wrong.
    pub(super) fn sentence(&self) -> &str {
        &self.sentence
    }

    /// Tells it, and gives the exit code.
    pub(super) fn tell(&self) -> ExitCode {
        if !self.sentence.is_empty() {
            super::tell(&format!("halte: {}", self.sentence));
        }
        ExitCode::from(self.code)
    }
}

#[cfg(test)]
mod tests {
    use std::path::PathBuf;

    use super::*;
    use crate::language::Language;

    #[test]
    fn what_is_wrong_with_a_seat_is_said_in_every_language() {
        let path = PathBuf::from("seats/0a1b-1.jsonl");
        let source = || std::io::Error::from(std::io::ErrorKind::StorageFull);
        let errors = || {
            let path = path.clone();
            let damaged = serde_json::from_str::<u8>("x").unwrap_err();
            [
                OutboxError::Folder {
                    path: path.clone(),
                    source: source(),
                },
                OutboxError::Write {
                    path: path.clone(),
                    source: source(),
                },
                OutboxError::Foreign { path: path.clone() },
                OutboxError::Damaged {
                    path,
                    line: 3,
                    source: damaged,
                },
            ]
        };
        let said = |language| {
            errors().map(|error| Failure::of_seat(Locale::new(language), error).sentence)
        };
        let [folder, write, foreign, damaged] = said(Language::Nl);
        assert!(
            folder.contains("schijf is vol") && write == folder,
            "{folder}"
        );
        assert!(foreign.contains("--fresh"), "{foreign}");
        assert!(damaged.starts_with("seats/0a1b-1.jsonl:3:"), "{damaged}");
        for (dutch, english) in said(Language::Nl).iter().zip(said(Language::En)) {
            assert_ne!(*dutch, english);
        }
    }
}
