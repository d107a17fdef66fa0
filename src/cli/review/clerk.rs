//! Carries out what the screen asks to be done with files: sessions are opened, views and reports written, notes kept.

use std::path::{Path, PathBuf};

use super::{follow, journal_of, notes, notes_path, sentence};
use crate::cli::args::Format;
use crate::cli::failure::Failure;
use crate::cli::{Caller, files, load, report};
use crate::locale::Locale;
use crate::report::By;
use crate::review::opened::{Opened, Source};
use crate::review::{self, Export, News, Order};
use crate::store;
use crate::suggester::Suggester;
use crate::text::{Lines, clean};
use crate::workshop::{Record, Workshop};

/// Does it, and says what came of it.
pub(super) fn carry_out(caller: &Caller, order: Order) -> Vec<News> {
    let told = match order {
        Order::Open(paths) => match open(caller, &paths) {
            Ok(opened) => News::Opened(Box::new(opened)),
            Err(failure) => News::NotOpened(sentence(&failure)),
        },
        Order::Export { name, what } => {
            let shown = clean(&name, Lines::One);
            match export(caller, Path::new(&name), &what) {
                Ok(()) => News::Exported(shown),
                Err(failure) => News::NotExported(sentence(&failure)),
            }
        }
        Order::KeepNotes {
            session,
            before,
            text,
        } => keep(caller, session, before.as_ref(), &text),
    };
    vec![told]
}

/// Reads the files anew; what is shown is never older than the moment it was asked for.
fn open(caller: &Caller, paths: &[PathBuf]) -> Result<Opened, Failure> {
    let sources = paths.iter().map(|path| {
        // Looked at before it is read, so that what changes meanwhile is seen to be another.
        let stamp = follow::stamp(path);
        let read = load::read(caller, path)?;
        let warning = read.left_out;
        Ok(Source {
            path: path.clone(),
            stamp,
            records: records(path, &read.workshop),
            workshop: read.workshop,
            warning: warning.map(|words| clean(&words, Lines::Many)),
        })
    });
    let sources = sources.collect::<Result<_, Failure>>()?;
    Ok(Opened::of(sources, Suggester::shipped().model()))
}

/// The records that made a workshop, where they are there and go as far.
fn records(path: &Path, workshop: &Workshop) -> Vec<Record> {
    let journal = journal_of(path);
    if !files::exists(&journal) {
        return Vec::new();
    }
    let read = store::read_journal(&journal).ok();
    let read = read.filter(|journal| journal.session == workshop.plan().id);
    let records = read.map_or_else(Vec::new, |journal| journal.records);
    let is_whole = records
        .last()
        .is_some_and(|last| last.seq == workshop.seq());
    if is_whole { records } else { Vec::new() }
}

fn export(caller: &Caller, path: &Path, what: &Export) -> Result<(), Failure> {
    let text = match what {
        Export::Text(text) => text.clone(),
        Export::Report(paths, format, language) => {
            let caller = Caller {
                locale: Locale::new(*language),
                ..caller.clone()
            };
            let read = paths.iter().map(|path| {
                let read = load::read(&caller, path)?;
                Ok(read.workshop)
            });
            let workshops: Vec<Workshop> = read.collect::<Result<_, Failure>>()?;
            let workshops: Vec<&Workshop> = workshops.iter().collect();
            let format = match format {
                review::Format::Markdown => Format::Markdown,
                review::Format::Html => Format::Html,
                review::Format::Csv => Format::Csv,
                review::Format::Json => Format::Json,
            };
            report::write(&caller, &workshops, By::Primary, format)?
        }
    };
    caller.of_file(store::write_new(path, text))
}

/// Keeps the notes, unless others stand there than those that were shown.
fn keep(caller: &Caller, session: PathBuf, before: Option<&String>, text: &str) -> News {
    let not_kept = |session, failure: &Failure, other| News::NotesNotKept {
        session,
        why: sentence(failure),
        other,
    };
    let now = match notes(caller, &session) {
        Ok(now) => now,
        Err(failure) => return not_kept(session, &failure, None),
    };
    if now.as_ref() != before {
        let failure = load::says(caller, "review-notes-changed", &notes_path(&session));
        return not_kept(session, &failure, Some(now));
    }
    let path = notes_path(&session);
    let kept = if !text.is_empty() {
        store::replace(&path, text.as_bytes(), store::Readers::Owner)
    } else if now.is_some() {
        files::remove(&path)
    } else {
        Ok(())
    };
    match caller.of_file(kept) {
        Ok(()) => News::NotesKept(session),
        Err(failure) => not_kept(session, &failure, None),
    }
}
