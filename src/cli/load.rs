//! Reading plans, content and sessions for the commands, with errors in the reader's language.

use std::borrow::Cow;
use std::path::Path;

use super::Caller;
use super::failure::Failure;
use super::{files, opening};
use crate::content::{Content, FileError};
use crate::session::{self, File, Fresh, Session};
use crate::store::{self, JOURNAL};
use crate::workshop::Workshop;
use crate::workshop::plan::Plan;

/// The most bytes a plan, a persona or a saved session may have.
const MAX_FILE: u64 = 32 * 1024 * 1024;
/// The plan that is hosted when none is named.
const SHIPPED: &str = include_str!("../../sessions/full.yaml");
/// Where personas of one's own are looked for when no folder is named.
const PERSONAS: &str = "personas";

/// The shipped content, with the files of a folder over it: the one that is named, or `personas` where there is one.
pub(super) fn content(
    caller: &Caller,
    folder: Option<&Path>,
) -> Result<Cow<'static, Content>, Failure> {
    let shipped = Content::shipped().map_err(|error| Failure::of(&error))?;
    let folder = match folder {
        Some(folder) => folder,
        None if Path::new(PERSONAS).is_dir() => Path::new(PERSONAS),
        None => return Ok(Cow::Borrowed(shipped)),
    };
    let mut texts = Vec::new();
    for path in caller.of_file(files::within(folder))? {
        let text = String::from_utf8_lossy(&bytes(caller, &path)?).into_owned();
        texts.push((path.display().to_string(), text));
    }
    let content = shipped.with_files(texts);
    content
        .map(Cow::Owned)
        .map_err(|error| at_fault(caller, Path::new(&error.path), &error.error))
}

/// The plan in a file, or the shipped one, ready for a room that opens now.
pub(super) fn plan(
    caller: &Caller,
    file: Option<&Path>,
    folder: Option<&Path>,
) -> Result<Plan, Failure> {
    let content = content(caller, folder)?;
    let (path, bytes) = match file {
        Some(file) => (file, bytes(caller, file)?),
        None => (Path::new("sessions/full.yaml"), SHIPPED.as_bytes().to_vec()),
    };
    match session::read(&bytes, &content) {
        Ok(File::Plan(draft)) => Ok(draft.open(&fresh())),
        Ok(File::Session(_)) => Err(says(caller, "is-a-session", path)),
        Ok(File::Persona(_)) => Err(says(caller, "is-a-persona", path)),
        Err(error) => Err(at_fault(caller, path, &error)),
    }
}

/// What is in a file that is no journal.
pub(super) fn file(caller: &Caller, path: &Path, content: &Content) -> Result<File, Failure> {
    session::read(&bytes(caller, path)?, content).map_err(|error| at_fault(caller, path, &error))
}

/// What is new for a room that opens now.
pub(super) fn fresh() -> Fresh {
    let random = uuid::Uuid::now_v7().as_u64_pair();
    Fresh {
        at: opening::now(),
        chance: random.0.rotate_left(32) ^ random.1,
    }
}

/// The saved session in a file.
pub(super) fn saved(caller: &Caller, file: &Path) -> Result<Session, Failure> {
    session::read_session(&bytes(caller, file)?).map_err(|error| at_fault(caller, file, &error))
}

/// The workshop in a saved session or a journal; of the two beside each other, the one that holds more.
pub(super) fn workshop(caller: &Caller, path: &Path) -> Result<Workshop, Failure> {
    let read = read(caller, path)?;
    if let Some(left_out) = &read.left_out {
        super::tell(left_out);
    }
    Ok(read.workshop)
}

/// A workshop that was read.
#[derive(Debug)]
pub(super) struct Read {
    pub(super) workshop: Workshop,
    /// Says which of a session and the journal beside it was left out, and why, where one of them is damaged.
    pub(super) left_out: Option<String>,
}

/// The same, and nothing told.
pub(super) fn read(caller: &Caller, path: &Path) -> Result<Read, Failure> {
    if is_journal(path) {
        return recorded(caller, path).map(Read::alone);
    }
    read_saved(caller, path, &bytes(caller, path)?)
}

/// The workshop in these bytes of a saved session, or in the journal beside it where that holds more, or where nothing else
/// can be read.
pub(super) fn read_saved(caller: &Caller, path: &Path, bytes: &[u8]) -> Result<Read, Failure> {
    let journal = path.with_extension(JOURNAL);
    let left_out = |key: &str, damaged: &Failure| {
        let cause = damaged.sentence().into();
        Some(caller.locale.say_with(key, &[("cause", cause)]))
    };
    let saved = match session::read_session(bytes) {
        Ok(saved) => saved.into_workshop(),
        Err(error) => {
            let damaged = at_fault(caller, path, &error);
            return match files::exists(&journal).then(|| recorded(caller, &journal)) {
                Some(Ok(workshop)) => Ok(Read {
                    workshop,
                    left_out: left_out("session-left-out", &damaged),
                }),
                _ => Err(damaged),
            };
        }
    };
    // Most journals say on their last line that they hold nothing more, and need not be read.
    if !files::exists(&journal) || store::last_of(&journal).is_some_and(|last| last <= saved.seq())
    {
        return Ok(Read::alone(saved));
    }
    Ok(match recorded(caller, &journal) {
        Ok(recorded) if recorded.seq() > saved.seq() => Read::alone(recorded),
        Ok(_) => Read::alone(saved),
        Err(damaged) => Read {
            workshop: saved,
            left_out: left_out("journal-left-out", &damaged),
        },
    })
}

impl Read {
    const fn alone(workshop: Workshop) -> Self {
        Self {
            workshop,
            left_out: None,
        }
    }
}

/// Whether a path names a journal.
pub(super) fn is_journal(path: &Path) -> bool {
    path.extension().is_some_and(|ending| ending == JOURNAL)
}

fn recorded(caller: &Caller, journal: &Path) -> Result<Workshop, Failure> {
    if files::is_no_file(journal) {
        return Err(says(caller, "not-a-file", journal));
    }
    let read = caller.of_file(store::read_journal(journal))?;
    Workshop::replay(&read.records).ok_or_else(|| says(caller, "empty-journal", journal))
}

/// The bytes of a file that is no larger than any we read.
pub(super) fn bytes(caller: &Caller, path: &Path) -> Result<Vec<u8>, Failure> {
    caller.of_file(store::read(path, MAX_FILE))
}

/// What is wrong with a file and where, as one sentence.
pub(super) fn at_fault(caller: &Caller, path: &Path, error: &FileError) -> Failure {
    Failure::new(error.render(caller.locale, &path.display().to_string()))
}

/// A sentence about a file.
pub(super) fn says(caller: &Caller, key: &str, path: &Path) -> Failure {
    Failure::new(
        caller
            .locale
            .say_with(key, &[("path", path.display().to_string().into())]),
    )
}
