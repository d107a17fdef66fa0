//! `halte redact`: a session and its journal without the names of people, in new files. The originals are read and left.

use std::path::{Path, PathBuf};

use regex::Regex;

use super::args::Redact;
use super::failure::Failure;
use super::{Caller, files, load, opening};
use crate::journal::{self, Journal};
use crate::language::Language;
use crate::privacy::{Known, RedactError, Redactor, Wanted};
use crate::session::{self, Session};
use crate::store::{self, JOURNAL, SAVED};
use crate::workshop::Event;

/// What stands before the ending of a name that was chosen here.
const REDACTED: &str = "redacted";

pub(super) fn run(caller: &Caller, asked: &Redact) -> Result<(), Failure> {
    let wanted = Wanted {
        organisations: asked.organisations,
        patterns: patterns(caller, &asked.pattern)?,
    };
    let mut kept = Kept::read(caller, &asked.file)?;
    let target = asked.output.clone().unwrap_or_else(|| {
        let ending = format!("{REDACTED}.{SAVED}");
        asked.file.with_extension(ending)
    });
    let (saved, journal) = (target.with_extension(SAVED), target.with_extension(JOURNAL));
    for (path, is_written) in [
        (&saved, kept.saved.is_some()),
        (&journal, kept.journal.is_some()),
    ] {
        if is_written && files::exists(path) {
            return Err(load::says(caller, "store-exists", path));
        }
    }
    let mut redactor = kept.redactor(wanted).map_err(|error| match error {
        RedactError::Names(_) => load::says(caller, "redact-no-search", &asked.file),
        RedactError::Marker(_) => Failure::of(&error),
    })?;
    if let Some(read) = &mut kept.journal {
        redactor.records(&mut read.records);
        let bytes = bytes_of(read)?;
        caller.of_file(store::write_new(&journal, bytes))?;
        caller.note("redact-written", &journal);
    }
    if let Some(found) = &mut kept.saved {
        redactor.session(&mut found.plan, &mut found.proceedings);
        let text = session::write(found).map_err(|error| Failure::of(&error))?;
        caller.of_file(store::write_new(&saved, text))?;
        caller.note("redact-written", &saved);
    }
    tell_removed(caller, &redactor);
    Ok(())
}

fn patterns(caller: &Caller, texts: &[String]) -> Result<Vec<Regex>, Failure> {
    let pattern = |text: &String| {
        Regex::new(text).map_err(|_unreadable| {
            let variables = [("what", text.as_str().into())];
            Failure::usage(caller.locale.say_with("redact-no-pattern", &variables))
        })
    };
    texts.iter().map(pattern).collect()
}

/// What lies under one name: a saved session, its journal, or both.
struct Kept {
    saved: Option<Session>,
    journal: Option<Journal>,
}

impl Kept {
    /// Reads the file and what lies beside it. A journal that is damaged is refused: half of a record cannot be cleaned.
    fn read(caller: &Caller, file: &Path) -> Result<Self, Failure> {
        let is_there = |path: &PathBuf| path == file || files::exists(path);
        let journal = Some(file.with_extension(JOURNAL)).filter(is_there);
        let saved = match &journal {
            Some(journal) if journal == file => file.with_extension(SAVED),
            _ => file.to_owned(),
        };
        let saved = Some(saved).filter(is_there);
        let journal = journal.map(|path| {
            let read = caller.of_file(store::read_journal(&path))?;
            if read.records.is_empty() {
                return Err(load::says(caller, "empty-journal", &path));
            }
            Ok(read)
        });
        Ok(Self {
            saved: saved.map(|path| load::saved(caller, &path)).transpose()?,
            journal: journal.transpose()?,
        })
    }

    fn redactor(&self, wanted: Wanted) -> Result<Redactor, RedactError> {
        let mut known = Known::default();
        let mut language = Language::default();
        if let Some(session) = &self.saved {
            known.add_session(&session.plan, &session.proceedings);
            language = session.plan.language;
        }
        if let Some(journal) = &self.journal {
            known.add_records(&journal.records);
            if let Some(Event::WorkshopOpened { plan, .. }) =
                journal.records.first().map(|record| &record.event)
            {
                language = plan.language;
            }
        }
        let version = env!("CARGO_PKG_VERSION");
        let version = version.parse().map_err(RedactError::Marker)?;
        Redactor::new(wanted, &known, language, opening::now(), version)
    }
}

/// A journal with its chain made anew.
fn bytes_of(journal: &Journal) -> Result<Vec<u8>, Failure> {
    let (mut bytes, mut chain) = journal::header(&journal.session);
    for record in &journal.records {
        journal::write(&mut bytes, &mut chain, record).map_err(|error| Failure::of(&error))?;
    }
    Ok(bytes)
}

fn tell_removed(caller: &Caller, redactor: &Redactor) {
    if caller.quiet {
        return;
    }
    let removed = redactor.removed();
    let variables = [
        ("names", removed.names.len().into()),
        ("organisations", removed.organisations.len().into()),
        ("texts", removed.texts.len().into()),
    ];
    super::tell(&caller.locale.say_with("redact-removed", &variables));
}
