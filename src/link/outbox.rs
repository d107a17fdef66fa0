//! What a seat has to remember on disk: its secret, and every command that has no answer yet. A command is synced
//! before it is sent and before anybody is told it is kept; it is taken off when it was answered. One file a seat,
//! JSON Lines, only ever appended to or replaced whole, so that a program that is killed loses and doubles nothing.
//! This module never sends anything.

mod page;

use std::fs::File;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use uuid::Uuid;

pub(super) use page::{Contents, read};
pub use page::{Given, Owner};
use page::{Line, encode};

use super::draft::Draft;
use crate::workshop::Command;

/// From this many bytes on, a file with nothing waiting in it is written afresh.
const IDLE_SIZE: u64 = 16 * 1024;
/// From this many bytes on, a file is written afresh even while commands wait.
const LARGE_SIZE: u64 = 512 * 1024;

/// A seat's file, held by this program alone.
#[derive(Debug)]
pub struct Outbox {
    path: PathBuf,
    file: File,
    /// Bytes of whole lines. What lies behind them is the rest of a write that failed.
    length: u64,
    compact_at: u64,
    contents: Contents,
    /// What is being written and not given yet. It holds the seat.
    draft: Draft,
}

/// What went wrong with a seat's file.
#[derive(Debug, thiserror::Error)]
pub enum OutboxError {
    /// The folder for seats cannot be made or read.
    #[error("cannot use the folder {path}")]
    Folder {
        /// Where it should be.
        path: PathBuf,
        /// What the system says.
        source: io::Error,
    },
    /// A seat cannot be held by one program alone, such as on a network drive that knows no locks.
    #[error("cannot lock {path}")]
    Lock {
        /// The file of the lock.
        path: PathBuf,
        /// What the system says.
        source: io::Error,
    },
    /// A seat's file or its lock cannot be opened.
    #[error("cannot open {path}")]
    Open {
        /// The file.
        path: PathBuf,
        /// What the system says.
        source: io::Error,
    },
    /// A seat's file cannot be written.
    #[error("cannot write {path}")]
    Write {
        /// The file.
        path: PathBuf,
        /// What the system says.
        source: io::Error,
    },
    /// A seat's file was written by another version of this program.
    #[error("{path} is in a format that this version does not read")]
    Foreign {
        /// The file.
        path: PathBuf,
    },
    /// A line of a seat's file is not one of ours.
    #[error("line {line} of {path} is damaged")]
    Damaged {
        /// The file.
        path: PathBuf,
        /// The line, from 1.
        line: usize,
        /// What the reader says.
        source: serde_json::Error,
    },
}

impl Outbox {
    /// Goes on with the file of a seat whose lock is held.
    pub(super) fn reopen(
        path: PathBuf,
        lock: File,
        contents: Contents,
        length: u64,
    ) -> Result<Self, OutboxError> {
        let file = open_to_append(&path)?;
        let outbox = Self {
            draft: Draft::beside(&path, lock),
            path,
            file,
            length,
            compact_at: IDLE_SIZE,
            contents,
        };
        // A torn last line is the rest of something that nobody was told is kept.
        outbox
            .file
            .set_len(length)
            .map_err(|source| outbox.unwritten(source))?;
        Ok(outbox)
    }

    /// Begins the file of a new seat, in place of whatever is there.
    pub(super) fn begin(
        path: PathBuf,
        lock: File,
        contents: Contents,
    ) -> Result<Self, OutboxError> {
        // Somebody else's, if there is one.
        let draft = Draft::beside(&path, lock);
        draft.remove()?;
        let length = replace(&path, &contents)?;
        let file = open_to_append(&path)?;
        Ok(Self {
            path,
            file,
            length,
            compact_at: IDLE_SIZE,
            contents,
            draft,
        })
    }

    /// The file for what is being written on this seat and not given yet.
    #[must_use]
    pub fn draft(&self) -> Draft {
        self.draft.clone()
    }

    /// The id of the hello that asks for this seat for the first time.
    #[must_use]
    pub const fn hello(&self) -> Uuid {
        self.contents.hello
    }

    /// What the last welcome gave, if there was one.
    #[must_use]
    pub const fn given(&self) -> Option<&Given> {
        self.contents.given.as_ref()
    }

    /// The commands that have no answer yet, in the order in which they were given.
    #[must_use]
    pub fn pending(&self) -> &[(Uuid, Command)] {
        &self.contents.pending
    }

    /// The last few commands that were given, answered or not: what was being written may have become one of them.
    #[must_use]
    pub fn recent(&self) -> &[(Uuid, Command)] {
        &self.contents.recent
    }

    /// Keeps commands: when this returns, they are on disk, or none of them is.
    ///
    /// # Errors
    /// When they cannot be written; they are then as good as never given.
    pub fn keep(&mut self, commands: Vec<(Uuid, Command)>) -> Result<(), OutboxError> {
        let lines = commands
            .into_iter()
            .map(|(id, command)| Line::Kept { id, command });
        self.append(lines.collect(), Durability::Synced)
    }

    /// Takes off commands that were answered. A crash before that reaches the disk does no harm: the command is
    /// then sent again under its own id, and the host gives the same answer.
    ///
    /// # Errors
    /// When it cannot be written; the command is then sent again by a program that is restarted.
    pub fn settle(&mut self, ids: &[Uuid]) -> Result<(), OutboxError> {
        let lines = ids.iter().map(|id| Line::Settled { id: *id }).collect();
        let written = self.append(lines, Durability::Buffered);
        self.contents
            .pending
            .retain(|(kept, _)| !ids.contains(kept));
        self.compact();
        written
    }

    /// Keeps what a welcome gave.
    ///
    /// # Errors
    /// When it cannot be written; the id of the hello then gives the same seat again.
    pub fn note_given(&mut self, given: Given) -> Result<(), OutboxError> {
        if self.contents.given.as_ref() == Some(&given) && !self.contents.left {
            return Ok(());
        }
        self.append(vec![Line::Given { given }], Durability::Synced)
    }

    /// Notes that the seat was given up in good order. Its draft goes with it.
    ///
    /// # Errors
    /// When it cannot be written; the seat is then given back as if the program had died.
    pub fn note_left(&mut self) -> Result<(), OutboxError> {
        let noted = self.append(vec![Line::Left], Durability::Synced);
        noted.and(self.draft.discard())
    }

    /// Notes that the facilitator took the seat away.
    ///
    /// # Errors
    /// When it cannot be written; the host then says it again.
    pub fn note_removed(&mut self) -> Result<(), OutboxError> {
        self.append(vec![Line::Removed], Durability::Synced)
    }

    /// Leaves out what was answered, when nothing waits: nobody needs it any more. That it fails is no loss.
    pub fn tidy(&mut self) {
        if self.contents.pending.is_empty() {
            self.rewrite();
        }
    }

    fn append(&mut self, lines: Vec<Line>, durability: Durability) -> Result<(), OutboxError> {
        let bytes = encode(&lines).map_err(|source| self.unwritten(source))?;
        let written = self
            .file
            .set_len(self.length)
            .and_then(|()| self.file.write_all(&bytes))
            .and_then(|()| match durability {
                Durability::Synced => self.file.sync_data(),
                Durability::Buffered => Ok(()),
            });
        if let Err(source) = written {
            // Half a line may stand there. It is cut off now, or else before the next write or on reading.
            if let Err(error) = self.file.set_len(self.length) {
                tracing::debug!(path = %self.path.display(), %error, "the rest of a write stays for now");
            }
            return Err(self.unwritten(source));
        }
        self.length += bytes.len() as u64;
        for line in lines {
            self.contents.take(line);
        }
        Ok(())
    }

    /// Writes the file afresh when most of it is said and done.
    fn compact(&mut self) {
        let due = if self.contents.pending.is_empty() {
            self.compact_at
        } else {
            self.compact_at.max(LARGE_SIZE)
        };
        if self.length >= due {
            self.rewrite();
        }
    }

    /// Writes the file afresh with what is still to be done. That it fails is no loss.
    fn rewrite(&mut self) {
        match replace(&self.path, &self.contents)
            .and_then(|length| Ok((length, open_to_append(&self.path)?)))
        {
            Ok((length, file)) => {
                self.length = length;
                self.file = file;
                self.compact_at = IDLE_SIZE.max(length * 2);
            }
            Err(error) => {
                self.compact_at = self.length * 2;
                tracing::warn!(path = %self.path.display(), %error, "the outbox cannot be tidied");
            }
        }
    }

    fn unwritten(&self, source: io::Error) -> OutboxError {
        OutboxError::Write {
            path: self.path.clone(),
            source,
        }
    }
}

/// Whether a line has to be on disk before anything else happens.
#[derive(Debug, Clone, Copy)]
enum Durability {
    Synced,
    Buffered,
}

fn open_to_append(path: &Path) -> Result<File, OutboxError> {
    File::options()
        .append(true)
        .open(path)
        .map_err(|source| OutboxError::Open {
            path: path.to_owned(),
            source,
        })
}

/// Writes the whole file afresh, or leaves it as it was.
fn replace(path: &Path, contents: &Contents) -> Result<u64, OutboxError> {
    let written = encode(&contents.lines()).and_then(|bytes| {
        put(path, &bytes)?;
        Ok(bytes.len() as u64)
    });
    written.map_err(|source| OutboxError::Write {
        path: path.to_owned(),
        source,
    })
}

/// Puts a whole new file in the place of the old one, or leaves the old one as it was. A temporary file is readable
/// by its owner alone, and stays so.
pub(super) fn put(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let folder = path.parent().unwrap_or_else(|| Path::new("."));
    let mut fresh = tempfile::NamedTempFile::new_in(folder)?;
    fresh.write_all(bytes)?;
    fresh.as_file().sync_data()?;
    fresh.persist(path).map_err(|error| error.error)?;
    sync_folder(folder)
}

/// A new name in a folder is on disk only once the folder is.
fn sync_folder(folder: &Path) -> io::Result<()> {
    if cfg!(unix) {
        File::open(folder)?.sync_all()?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::id::ParticipantId;
    use crate::link::drawer::claim;
    use crate::vocabulary::Role;
    use crate::wire::Fingerprint;

    fn owner() -> Owner {
        Owner {
            key: "K7QF-2M9X".into(),
            host: None,
            name: None,
            role: Role::Participant,
        }
    }

    fn say(text: &str) -> (Uuid, Command) {
        (
            Uuid::now_v7(),
            Command::Say {
                text: text.to_owned(),
            },
        )
    }

    fn given() -> Given {
        Given {
            secret: "s3cret".into(),
            you: ParticipantId(3),
            session: None,
            host: Some(Fingerprint::of(b"a certificate")),
            code: Some("K7QF-2M9X".into()),
            language: None,
        }
    }

    #[test]
    fn what_was_kept_and_not_answered_is_there_after_a_kill_under_the_same_ids() {
        let folder = tempfile::tempdir().unwrap();
        let mut outbox = claim(folder.path(), &owner(), false).unwrap();
        let hello = outbox.hello();
        let commands = [say("one"), say("two"), say("three")];
        outbox.note_given(given()).unwrap();
        outbox.keep(commands.to_vec()).unwrap();
        outbox.settle(&[commands[1].0]).unwrap();
        drop(outbox);

        let outbox = claim(folder.path(), &owner(), false).unwrap();
        assert_eq!(outbox.pending(), [commands[0].clone(), commands[2].clone()]);
        assert_eq!((outbox.hello(), outbox.given()), (hello, Some(&given())));
    }

    #[test]
    fn a_file_cut_at_any_byte_gives_a_prefix_of_what_happened() {
        let folder = tempfile::tempdir().unwrap();
        let mut outbox = claim(folder.path(), &owner(), false).unwrap();
        let path = outbox.path.clone();
        let commands = [say("één"), say("two\nlines"), say("three")];
        outbox.note_given(given()).unwrap();
        for command in &commands {
            outbox.keep(vec![command.clone()]).unwrap();
        }
        outbox.settle(&[commands[0].0]).unwrap();
        drop(outbox);
        let whole = std::fs::read(&path).unwrap();
        let states = [0, 1, 2, 3].map(|kept| commands[..kept].to_vec());
        let mut seen = Vec::new();
        for cut in 0..=whole.len() {
            std::fs::write(&path, &whole[..cut]).unwrap();
            let mut outbox = claim(folder.path(), &owner(), false).unwrap();
            let pending = outbox.pending().to_vec();
            let is_prefix = states.contains(&pending) || pending == commands[1..];
            assert!(is_prefix, "cut at {cut}: {pending:?}");
            if seen.last() != Some(&pending) {
                seen.push(pending.clone());
            }
            // The next command stands on a line of its own.
            let extra = say("extra");
            outbox.keep(vec![extra.clone()]).unwrap();
            drop(outbox);
            let outbox = claim(folder.path(), &owner(), false).unwrap();
            assert_eq!(outbox.pending().last(), Some(&extra), "cut at {cut}");
        }
        assert_eq!(seen.len(), 5);
    }

    #[test]
    fn a_write_that_fails_keeps_nothing_and_the_next_one_is_whole() {
        let folder = tempfile::tempdir().unwrap();
        let mut outbox = claim(folder.path(), &owner(), false).unwrap();
        // A file that cannot be written to stands for a disk that is full.
        let writable = std::mem::replace(&mut outbox.file, File::open(&outbox.path).unwrap());
        assert!(outbox.keep(vec![say("lost")]).is_err());
        assert_eq!(outbox.pending(), []);
        outbox.file = writable;
        outbox.file.write_all(b"{\"type\":\"ke").unwrap();
        let command = say("kept");
        outbox.keep(vec![command.clone()]).unwrap();
        drop(outbox);
        let outbox = claim(folder.path(), &owner(), false).unwrap();
        assert_eq!(outbox.pending(), [command]);
    }

    #[test]
    fn a_long_workshop_leaves_a_short_file() {
        let folder = tempfile::tempdir().unwrap();
        let mut outbox = claim(folder.path(), &owner(), false).unwrap();
        outbox.note_given(given()).unwrap();
        let last = say("the last one");
        for _ in 0..400 {
            let command = say("a sentence of a usual length, such as people write");
            outbox.keep(vec![command.clone()]).unwrap();
            outbox.settle(&[command.0]).unwrap();
        }
        outbox.keep(vec![last.clone()]).unwrap();
        assert!(std::fs::metadata(&outbox.path).unwrap().len() < 2 * IDLE_SIZE);
        drop(outbox);
        let outbox = claim(folder.path(), &owner(), false).unwrap();
        assert_eq!(
            (outbox.pending(), outbox.given()),
            (&[last][..], Some(&given()))
        );
    }
}
