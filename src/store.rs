//! The session's files on disk: the journal that is appended to and synced before anything is acknowledged, and the
//! saved session that is replaced whole. One process at a time holds them. Nothing else in the product writes there.

mod placing;
mod sentence;

use std::fmt;
use std::fs::{self, File, OpenOptions, TryLockError};
use std::io::{self, Read, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};

pub use placing::Readers;
pub(crate) use placing::private_folder;
use placing::{folder_of, for_owner, put, sync_folder};

use crate::id::SessionId;
use crate::journal::{self, Journal, JournalError};
use crate::workshop::Seq;

/// The ending of a journal's file name.
pub const JOURNAL: &str = "journal";
/// The ending of a saved session's file name.
pub const SAVED: &str = "yaml";
/// The ending of what was torn off a journal.
const TORN: &str = "torn";
/// The most bytes a journal may have to be opened.
const MAX_JOURNAL: u64 = 512 * 1024 * 1024;

/// How much of the end of a journal is read to find its last record: one that a person made takes a few hundred bytes.
const TAIL: u64 = 32 * 1024;

/// What the disk did not do.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// A file or folder could not be made, read or written.
    #[error("{}: {doing}", path.display())]
    Io {
        /// Which.
        path: PathBuf,
        /// What was tried.
        doing: Doing,
        /// What the system said.
        #[source]
        cause: io::Error,
    },
    /// Another process holds the session.
    #[error("{}: another halte has this session open", path.display())]
    Locked {
        /// The journal.
        path: PathBuf,
    },
    /// The journal is damaged.
    #[error("{}", path.display())]
    Journal {
        /// The journal.
        path: PathBuf,
        /// Where and how.
        #[source]
        cause: JournalError,
    },
    /// The file is larger than any session.
    #[error("{}: larger than {} MiB, so this is not a session", path.display(), limit / 1024 / 1024)]
    TooLarge {
        /// Which.
        path: PathBuf,
        /// The most that is read, in bytes.
        limit: u64,
    },
}

/// What was tried with a file or a folder.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Doing {
    /// To make one that was not there.
    Make,
    /// To open one that is there.
    Open,
    /// To read it.
    Read,
    /// To write it, or to make sure that what was written is on the disk.
    Write,
    /// To hold it against other processes.
    Lock,
}

impl fmt::Display for Doing {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Make => "cannot be made",
            Self::Open => "cannot be opened",
            Self::Read => "cannot be read",
            Self::Write => "cannot be written",
            Self::Lock => "cannot be locked",
        })
    }
}

/// Says of a system's error which file it was about.
pub(crate) fn failed(path: &Path, doing: Doing) -> impl FnOnce(io::Error) -> StoreError {
    let path = path.to_owned();
    move |cause| StoreError::Io { path, doing, cause }
}

/// The files of one session, held exclusively until dropped.
#[derive(Debug)]
pub struct Store {
    journal: PathBuf,
    saved: PathBuf,
    file: File,
    /// Bytes of the journal that are on disk and whole.
    length: u64,
    /// Something may stand behind `length` that has to go before anything is appended.
    dirty: bool,
}

impl Store {
    /// Makes the files of a new session, with the first bytes of its journal on disk.
    ///
    /// # Errors
    /// When the folder or the journal cannot be made, or a session of that id is there already.
    pub fn create(folder: &Path, session: &SessionId, first: &[u8]) -> Result<Self, StoreError> {
        private_folder(folder).map_err(failed(folder, Doing::Make))?;
        let journal = folder.join(format!("{session}.{JOURNAL}"));
        let mut options = OpenOptions::new();
        options.read(true).write(true).create_new(true);
        let file = for_owner(&mut options)
            .open(&journal)
            .map_err(failed(&journal, Doing::Make))?;
        let begin = || {
            let mut store = Self::hold(journal.clone(), file)?;
            store.append(first)?;
            sync_folder(folder).map_err(failed(folder, Doing::Write))?;
            Ok(store)
        };
        begin().inspect_err(|_| {
            // Half a beginning would be taken for a session. Where even this is refused, nothing more can be done.
            let _ = fs::remove_file(&journal);
        })
    }

    /// Opens the files of a session that was begun. What is torn off the end of the journal is cut, and kept beside
    /// it; the number of bytes that were is returned too.
    ///
    /// # Errors
    /// When the journal cannot be read, is damaged, or is held by another process.
    pub fn open(journal: &Path) -> Result<(Self, Journal, usize), StoreError> {
        let file = OpenOptions::new()
            .read(true)
            .write(true)
            .open(journal)
            .map_err(failed(journal, Doing::Open))?;
        let mut store = Self::hold(journal.to_owned(), file)?;
        let bytes = read_bounded(&mut store.file, journal, MAX_JOURNAL)?;
        let read = parse(journal, &bytes)?;
        let torn = bytes.get(read.intact..).unwrap_or_default();
        if !torn.is_empty() {
            store.keep_torn(torn)?;
        }
        store.length = read.intact as u64;
        store.dirty = !torn.is_empty();
        store.cut().map_err(failed(journal, Doing::Write))?;
        Ok((store, read, torn.len()))
    }

    fn hold(journal: PathBuf, file: File) -> Result<Self, StoreError> {
        match file.try_lock() {
            Ok(()) => {}
            Err(TryLockError::WouldBlock) => return Err(StoreError::Locked { path: journal }),
            Err(TryLockError::Error(cause)) => {
                return Err(StoreError::Io {
                    path: journal,
                    doing: Doing::Lock,
                    cause,
                });
            }
        }
        let saved = journal.with_extension(SAVED);
        Ok(Self {
            journal,
            saved,
            file,
            length: 0,
            dirty: false,
        })
    }

    /// The journal's path.
    #[must_use]
    pub fn journal(&self) -> &Path {
        &self.journal
    }

    /// The saved session's path.
    #[must_use]
    pub fn saved(&self) -> &Path {
        &self.saved
    }

    /// Appends bytes and returns when they are on disk. After an error nothing of them counts as written.
    ///
    /// # Errors
    /// When the disk is full, the folder is gone, or the system refuses for another reason.
    pub fn append(&mut self, bytes: &[u8]) -> Result<(), StoreError> {
        let written = self.try_append(bytes);
        if written.is_err() {
            self.dirty = true;
        }
        let length = bytes.len() as u64;
        written
            .map(|()| self.length += length)
            .map_err(failed(&self.journal, Doing::Write))
    }

    fn try_append(&mut self, bytes: &[u8]) -> io::Result<()> {
        self.still_there()?;
        self.cut()?;
        self.file.seek(SeekFrom::Start(self.length))?;
        self.file.write_all(bytes)?;
        self.file.sync_data()
    }

    /// Cuts off what a failed write may have left behind.
    fn cut(&mut self) -> io::Result<()> {
        if self.dirty {
            self.file.set_len(self.length)?;
            self.file.sync_data()?;
            self.dirty = false;
        }
        Ok(())
    }

    /// A journal whose name was removed would still take bytes, and lose them.
    fn still_there(&self) -> io::Result<()> {
        let named = fs::metadata(&self.journal)?;
        if is_same_file(&named, &self.file.metadata()?) {
            Ok(())
        } else {
            Err(io::Error::new(
                io::ErrorKind::NotFound,
                "the journal was replaced",
            ))
        }
    }

    /// Replaces the journal whole: written beside it, held, synced, then renamed over it. Whatever happens on the way, the
    /// file under its name is the earlier one or the new one.
    ///
    /// # Errors
    /// When it cannot be written; the earlier one is then still there and held.
    pub fn rewrite(&mut self, whole: &[u8]) -> Result<(), StoreError> {
        // Nobody may take it between its getting the name and our holding it.
        let hold = |fresh: &File| fresh.try_lock().map_err(io::Error::from);
        let write = || {
            self.still_there()?;
            let earlier = self.file.metadata()?;
            put(&self.journal, whole, Readers::Owner, Some(&earlier), hold)
        };
        self.file = write().map_err(failed(&self.journal, Doing::Write))?;
        self.length = whole.len() as u64;
        self.dirty = false;
        Ok(())
    }

    /// Tries to make the journal writable again after an error. `whole` is everything that should be in it: when the
    /// file is gone, it is written anew under its old name.
    ///
    /// # Errors
    /// When the disk still refuses.
    pub fn recover(&mut self, whole: impl FnOnce() -> Vec<u8>) -> Result<(), StoreError> {
        if self.still_there().is_ok() {
            // A probe of the size of a busy batch: that there is room for a byte says little.
            let probe = vec![b' '; 64 * 1024];
            let length = self.length;
            self.append(&probe)?;
            self.length = length;
            self.dirty = true;
            return self.cut().map_err(failed(&self.journal, Doing::Write));
        }
        let bytes = whole();
        let folder = folder_of(&self.journal);
        private_folder(folder).map_err(failed(folder, Doing::Make))?;
        // What has its name now, if anything, is not ours: whoever could read ours may read this one.
        let earlier = self.file.metadata().ok();
        put(
            &self.journal,
            &bytes,
            Readers::Owner,
            earlier.as_ref(),
            |_fresh| Ok(()),
        )
        .map_err(failed(&self.journal, Doing::Write))?;
        let file = OpenOptions::new()
            .read(true)
            .write(true)
            .open(&self.journal)
            .map_err(failed(&self.journal, Doing::Open))?;
        *self = Self {
            length: bytes.len() as u64,
            ..Self::hold(self.journal.clone(), file)?
        };
        Ok(())
    }

    /// Replaces the saved session, whole or not at all.
    ///
    /// # Errors
    /// When it cannot be written; the earlier one is then still there.
    pub fn save(&self, text: &str) -> Result<(), StoreError> {
        replace(&self.saved, text.as_bytes(), Readers::Owner)
    }

    /// Keeps what was torn off beside the journal, behind what was torn off before.
    fn keep_torn(&self, torn: &[u8]) -> Result<(), StoreError> {
        let path = self.journal.with_extension(TORN);
        let mut options = OpenOptions::new();
        options.append(true).create(true);
        for_owner(&mut options)
            .open(&path)
            .and_then(|mut file| {
                file.write_all(torn)?;
                file.write_all(b"\n")?;
                file.sync_data()
            })
            .map_err(failed(&path, Doing::Write))
    }
}

/// Reads a journal without holding or changing it.
///
/// # Errors
/// When it cannot be read or is damaged. A torn end is no damage.
pub fn read_journal(path: &Path) -> Result<Journal, StoreError> {
    parse(path, &read(path, MAX_JOURNAL)?)
}

/// The number of the last record in a journal, told from the end of the file alone: whether there is more in it than
/// elsewhere can be known without reading it. Nothing where the end does not tell.
#[must_use]
pub fn last_of(path: &Path) -> Option<Seq> {
    let found = fs::metadata(path).ok().filter(fs::Metadata::is_file)?;
    let mut file = File::open(path).ok()?;
    let length = found.len();
    file.seek(SeekFrom::Start(length.saturating_sub(TAIL)))
        .ok()?;
    let mut end = Vec::new();
    file.take(TAIL).read_to_end(&mut end).ok()?;
    journal::last(&end)
}

fn parse(path: &Path, bytes: &[u8]) -> Result<Journal, StoreError> {
    journal::read(bytes).map_err(|cause| StoreError::Journal {
        path: path.to_owned(),
        cause,
    })
}

/// Reads a file of at most `limit` bytes.
///
/// # Errors
/// When it cannot be read or is larger; a larger one is not read at all.
pub fn read(path: &Path, limit: u64) -> Result<Vec<u8>, StoreError> {
    let mut file = File::open(path).map_err(failed(path, Doing::Open))?;
    read_bounded(&mut file, path, limit)
}

fn read_bounded(file: &mut File, path: &Path, limit: u64) -> Result<Vec<u8>, StoreError> {
    let length = file.metadata().map_err(failed(path, Doing::Read))?.len();
    if length > limit {
        return Err(StoreError::TooLarge {
            path: path.to_owned(),
            limit,
        });
    }
    let mut bytes = Vec::with_capacity(usize::try_from(length).unwrap_or(0));
    // The length may have been a device's or have grown meanwhile: the limit holds for what is read as well.
    let read = file
        .take(limit + 1)
        .read_to_end(&mut bytes)
        .map_err(failed(path, Doing::Read))?;
    if read as u64 > limit {
        return Err(StoreError::TooLarge {
            path: path.to_owned(),
            limit,
        });
    }
    Ok(bytes)
}

/// Writes a file that is not there yet.
///
/// # Errors
/// When it is there already, or cannot be written.
pub fn write_new(path: &Path, content: impl AsRef<[u8]>) -> Result<(), StoreError> {
    let mut file = OpenOptions::new()
        .write(true)
        .create_new(true)
        .open(path)
        .map_err(failed(path, Doing::Make))?;
    file.write_all(content.as_ref())
        .and_then(|()| file.sync_all())
        .map_err(failed(path, Doing::Write))
}

/// Replaces a file: written beside it, synced, then renamed over it. Whoever could read the earlier one can read it
/// still; where there was none, `readers` can.
///
/// # Errors
/// When it cannot be written; the earlier file is then still there.
pub fn replace(path: &Path, bytes: &[u8], readers: Readers) -> Result<(), StoreError> {
    let earlier = fs::metadata(path).ok();
    put(path, bytes, readers, earlier.as_ref(), |_fresh| Ok(()))
        .map(drop)
        .map_err(failed(path, Doing::Write))
}

#[cfg(unix)]
fn is_same_file(named: &fs::Metadata, open: &fs::Metadata) -> bool {
    use std::os::unix::fs::MetadataExt as _;
    (named.dev(), named.ino()) == (open.dev(), open.ino())
}

#[cfg(not(unix))]
fn is_same_file(named: &fs::Metadata, open: &fs::Metadata) -> bool {
    named.len() == open.len()
}
