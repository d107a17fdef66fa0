//! What the disk did not do, as one or two sentences in the reader's language: which file, what is wrong, and what
//! to do. The words are the messages' own; here it is only decided which of them fits.

use std::io;
use std::path::Path;

use super::{Doing, StoreError};
use crate::journal::{JournalError, VERSION};
use crate::locale::{Locale, Value};

impl StoreError {
    /// Which file, what is wrong with it, and what to do.
    #[must_use]
    pub fn say(&self, locale: Locale) -> String {
        match self {
            Self::Io { path, doing, cause } => locale.say_with(
                of_system(*doing, cause.kind()),
                &[("path", shown(path)), ("cause", cause.to_string().into())],
            ),
            Self::Locked { path } => locale.say_with("store-locked", &[("path", shown(path))]),
            Self::Journal { path, cause } => of_journal(locale, path, cause),
            Self::TooLarge { path, limit } => locale.say_with(
                "store-too-large",
                &[
                    ("path", shown(path)),
                    ("limit", (limit / 1024 / 1024).into()),
                ],
            ),
        }
    }
}

/// The message for what the system said: what people can do something about has a sentence of its own.
const fn of_system(doing: Doing, kind: io::ErrorKind) -> &'static str {
    let looks = matches!(doing, Doing::Open | Doing::Read);
    match kind {
        io::ErrorKind::NotFound if looks => "store-not-there",
        io::ErrorKind::NotFound => "store-no-folder",
        io::ErrorKind::PermissionDenied if looks => "store-may-not-open",
        io::ErrorKind::PermissionDenied | io::ErrorKind::ReadOnlyFilesystem => {
            "store-may-not-write"
        }
        io::ErrorKind::AlreadyExists => "store-exists",
        io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => "store-full",
        io::ErrorKind::IsADirectory => "store-is-a-folder",
        io::ErrorKind::NotADirectory => "store-not-a-folder",
        _unforeseen => match doing {
            Doing::Make => "store-not-made",
            Doing::Open | Doing::Read => "store-not-read",
            Doing::Write => "store-not-written",
            Doing::Lock => "store-not-held",
        },
    }
}

fn of_journal(locale: Locale, path: &Path, cause: &JournalError) -> String {
    let say = |key: &str, more: &[(&str, Value<'_>)]| {
        let mut variables = vec![("path", shown(path)), ("line", digits(cause.line() as u64))];
        variables.extend_from_slice(more);
        locale.say_with(key, &variables)
    };
    match cause {
        JournalError::Empty => say("store-empty-journal", &[]),
        JournalError::NotAJournal => say("store-not-a-journal", &[]),
        JournalError::TooNew { version } => say(
            "store-newer-journal",
            &[
                ("version", digits(u64::from(*version))),
                ("known", digits(u64::from(VERSION))),
            ],
        ),
        JournalError::NotARecord { .. } => say("store-not-a-record", &[]),
        JournalError::BrokenChain { .. } => say("store-broken-chain", &[]),
        JournalError::OutOfOrder {
            expected, found, ..
        } => say(
            "store-out-of-order",
            &[("expected", digits(*expected)), ("found", digits(*found))],
        ),
        JournalError::NotOpened => say("store-not-opened", &[]),
    }
}

fn shown(path: &Path) -> Value<'static> {
    path.display().to_string().into()
}

/// A number as its digits: lines and versions have no thousands separators.
fn digits(number: u64) -> Value<'static> {
    number.to_string().into()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::Language;

    const KINDS: [io::ErrorKind; 10] = [
        io::ErrorKind::NotFound,
        io::ErrorKind::PermissionDenied,
        io::ErrorKind::ReadOnlyFilesystem,
        io::ErrorKind::AlreadyExists,
        io::ErrorKind::StorageFull,
        io::ErrorKind::QuotaExceeded,
        io::ErrorKind::IsADirectory,
        io::ErrorKind::NotADirectory,
        io::ErrorKind::TimedOut,
        io::ErrorKind::Other,
    ];

    fn errors() -> Vec<StoreError> {
        let path = Path::new("map/sessie.journal");
        let doings = [
            Doing::Make,
            Doing::Open,
            Doing::Read,
            Doing::Write,
            Doing::Lock,
        ];
        let of_system = doings.into_iter().flat_map(|doing| {
            KINDS.map(|kind| super::super::failed(path, doing)(io::Error::from(kind)))
        });
        let no_record = serde_json::from_str::<u8>("x").expect_err("no number");
        let of_journal = [
            JournalError::Empty,
            JournalError::NotAJournal,
            JournalError::TooNew { version: 7 },
            JournalError::NotARecord {
                line: 1_234,
                cause: no_record,
            },
            JournalError::BrokenChain { line: 1_234 },
            JournalError::OutOfOrder {
                line: 1_234,
                expected: 5,
                found: 7,
            },
            JournalError::NotOpened,
        ];
        let of_journal = of_journal.map(|cause| StoreError::Journal {
            path: path.to_owned(),
            cause,
        });
        let others = [
            StoreError::Locked {
                path: path.to_owned(),
            },
            StoreError::TooLarge {
                path: path.to_owned(),
                limit: 1024 * 1024,
            },
        ];
        of_system.chain(of_journal).chain(others).collect()
    }

    #[test]
    fn every_error_names_the_file_in_a_sentence_of_the_readers_language() {
        for error in errors() {
            let said = Language::ALL.map(|language| error.say(Locale::new(language)));
            for sentence in &said {
                assert!(sentence.starts_with("map/sessie.journal"), "{sentence}");
                assert!(sentence.ends_with('.'), "{sentence}");
                assert!(!sentence.contains("os error"), "{sentence}");
            }
            let [nl, en, fr] = said;
            assert!(nl != en && en != fr && fr != nl, "{en}");
        }
    }

    #[test]
    fn a_damaged_journal_names_its_line_as_an_editor_understands_it() {
        let error = StoreError::Journal {
            path: "a.journal".into(),
            cause: JournalError::BrokenChain { line: 1_234 },
        };
        for language in Language::ALL {
            let said = error.say(Locale::new(language));
            assert!(said.starts_with("a.journal:1234: "), "{said}");
        }
    }
}
