//! How a task fails: one sentence or more for stderr, and an exit code.

use std::process::ExitCode;

use crate::cause;
use crate::locale::Locale;
use crate::store::StoreError;

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
