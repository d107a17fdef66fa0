//! What somebody is writing and has not given yet, so that it is there again when the program was killed. One small
//! file beside the seat's, always replaced whole; what stands in it is for the screen that wrote it to read.

use std::error::Error;
use std::fs::{self, File};
use std::io::{self, Read};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use tokio::sync::watch;
use tokio::time::{sleep, timeout};

use super::outbox::{OutboxError, put};

/// The most bytes in a draft.
pub const MAX_DRAFT: usize = 256 * 1024;
/// How long to wait between two writes.
const PACE: Duration = Duration::from_millis(100);
/// How long to wait before trying again what could not be written, if nothing newer comes.
const RETRY: Duration = Duration::from_secs(2);

/// A seat's draft. The seat stays in use as long as there is one.
#[derive(Debug, Clone)]
pub struct Draft {
    path: PathBuf,
    hold: Arc<Hold>,
}

/// What the files of one seat share.
#[derive(Debug)]
struct Hold {
    /// Whether the seat was given up: nothing is written any more. Locked while something is.
    left: Mutex<bool>,
    /// Held as long as the seat is in use; the system gives it up when the program dies.
    _lock: File,
}

impl Draft {
    /// The draft beside the file of a seat whose lock is held.
    pub(super) fn beside(seat: &Path, lock: File) -> Self {
        Self {
            path: seat.with_extension("draft"),
            hold: Arc::new(Hold {
                left: Mutex::new(false),
                _lock: lock,
            }),
        }
    }

    /// What was being written when the program ended. One that cannot be read is as good as none.
    #[must_use]
    pub fn read(&self) -> Option<String> {
        let file = match File::open(&self.path) {
            Ok(file) => file,
            Err(error) if error.kind() == io::ErrorKind::NotFound => return None,
            Err(error) => return self.unread(&error),
        };
        let mut text = String::new();
        let limit = MAX_DRAFT as u64 + 1;
        match file.take(limit).read_to_string(&mut text) {
            Ok(length) if length > MAX_DRAFT => self.unread(&io::ErrorKind::FileTooLarge.into()),
            Ok(_) => Some(text).filter(|text| !text.is_empty()),
            Err(error) => self.unread(&error),
        }
    }

    /// Writes this in place of whatever there is; when it returns, it is on disk. An empty text removes the file, and
    /// so does any once the seat was given up.
    ///
    /// # Errors
    /// When it cannot be written; what was there before then stays.
    pub fn write(&self, text: &str) -> Result<(), OutboxError> {
        let left = self
            .hold
            .left
            .lock()
            .unwrap_or_else(PoisonError::into_inner);
        if *left || text.is_empty() {
            return self.remove();
        }
        if text.len() > MAX_DRAFT {
            return Err(self.unwritten(io::ErrorKind::FileTooLarge.into()));
        }
        put(&self.path, text.as_bytes()).map_err(|source| self.unwritten(source))
    }

    /// The seat was given up: its draft goes, for good.
    pub(super) fn discard(&self) -> Result<(), OutboxError> {
        let mut left = self
            .hold
            .left
            .lock()
            .unwrap_or_else(PoisonError::into_inner);
        *left = true;
        self.remove()
    }

    /// Removes whatever there is.
    pub(super) fn remove(&self) -> Result<(), OutboxError> {
        match fs::remove_file(&self.path) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => Err(self.unwritten(error)),
            Ok(()) | Err(_) => Ok(()),
        }
    }

    /// Writes the latest text whenever there is a newer one, as [`keep_latest`] does.
    pub async fn run(self, texts: watch::Receiver<String>, is_written: watch::Sender<bool>) {
        let write = move |text: String| self.write(&text);
        keep_latest(texts, is_written, write).await;
    }

    fn unread(&self, error: &io::Error) -> Option<String> {
        tracing::warn!(path = %self.path.display(), %error, "a draft cannot be read");
        None
    }

    fn unwritten(&self, source: io::Error) -> OutboxError {
        OutboxError::Write {
            path: self.path.clone(),
            source,
        }
    }
}

/// Writes the latest value whenever there is a newer one, not more often than ten times a second, until nobody sends any
/// more; the last one is always written. Tells whether the latest one is on disk, and tries again while it is not.
/// Dropping the future is like killing the program: what was written stays.
pub async fn keep_latest<T: Clone + Send + Sync + 'static, E: Error + Send + 'static>(
    mut latest: watch::Receiver<T>,
    is_written: watch::Sender<bool>,
    write: impl Fn(T) -> Result<(), E> + Send + Sync + 'static,
) {
    let write = Arc::new(write);
    let mut has_failed = false;
    loop {
        let is_over = if has_failed {
            matches!(timeout(RETRY, latest.changed()).await, Ok(Err(_)))
        } else {
            latest.changed().await.is_err()
        };
        if is_over && !has_failed {
            return;
        }
        let value = latest.borrow_and_update().clone();
        let write = Arc::clone(&write);
        // In a thread of its own: a slow disk must not hold up whoever shares this one.
        let written = tokio::task::spawn_blocking(move || write(value)).await;
        has_failed = match written {
            Ok(Ok(())) => false,
            Ok(Err(error)) => {
                tracing::warn!(error = %crate::cause::chain(&error), "a draft is not written");
                true
            }
            Err(error) => {
                tracing::error!(%error, "a draft is not written");
                true
            }
        };
        is_written.send_if_modified(|told| std::mem::replace(told, !has_failed) == has_failed);
        if is_over {
            return;
        }
        sleep(PACE).await;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::link::drawer::claim;
    use crate::link::outbox::{Outbox, Owner};
    use crate::vocabulary::Role;

    fn sit(folder: &Path, name: Option<&str>) -> Outbox {
        let owner = Owner {
            key: "K7QF-2M9X".into(),
            host: None,
            name: name.map(str::to_owned),
            role: Role::Participant,
        };
        claim(folder, &owner, false).unwrap()
    }

    fn is_there(draft: &Draft) -> bool {
        draft.path.exists()
    }

    #[test]
    fn a_draft_is_there_after_a_kill_and_an_empty_one_leaves_no_file() {
        let folder = tempfile::tempdir().unwrap();
        let outbox = sit(folder.path(), None);
        let draft = outbox.draft();
        assert_eq!(draft.read(), None);
        draft.write("a sent").unwrap();
        draft.write("a sentence that is not f\u{ef}nished").unwrap();
        drop((outbox, draft));

        let draft = sit(folder.path(), None).draft();
        let read = draft.read();
        assert_eq!(
            read.as_deref(),
            Some("a sentence that is not f\u{ef}nished")
        );
        draft.write("").unwrap();
        assert!(!is_there(&draft));
        draft.write("").unwrap();
    }

    #[test]
    fn a_draft_that_cannot_be_read_is_none_and_the_next_one_takes_its_place() {
        let folder = tempfile::tempdir().unwrap();
        let draft = sit(folder.path(), None).draft();
        for bytes in [b"\xff\xfe".to_vec(), vec![b'a'; MAX_DRAFT + 1]] {
            fs::write(&draft.path, bytes).unwrap();
            assert_eq!(draft.read(), None);
        }
        draft.write("readable").unwrap();
        assert_eq!(draft.read().as_deref(), Some("readable"));
        let too_long = "a".repeat(MAX_DRAFT + 1);
        assert!(draft.write(&too_long).is_err());
        assert_eq!(draft.read().as_deref(), Some("readable"));

        draft.write("").unwrap();
        fs::create_dir(&draft.path).unwrap();
        assert_eq!(draft.read(), None);
        assert!(draft.write("no file can stand here").is_err());
    }

    #[test]
    fn whoever_leaves_takes_the_draft_along_also_one_that_is_written_too_late() {
        let folder = tempfile::tempdir().unwrap();
        let mut outbox = sit(folder.path(), Some("An"));
        let draft = outbox.draft();
        draft.write("mine").unwrap();
        outbox.note_left().unwrap();
        assert!(!is_there(&draft));
        draft.write("too late").unwrap();
        assert!(!is_there(&draft));
        drop((outbox, draft));
        // Who comes back under the same name writes anew.
        let draft = sit(folder.path(), Some("An")).draft();
        draft.write("again").unwrap();
        assert_eq!(draft.read().as_deref(), Some("again"));
    }

    #[test]
    fn a_new_owner_of_a_seat_never_reads_an_earlier_ones_draft() {
        let folder = tempfile::tempdir().unwrap();
        let mut outbox = sit(folder.path(), None);
        outbox.note_left().unwrap();
        let path = outbox.draft().path;
        drop(outbox);
        fs::write(&path, "somebody else's").unwrap();
        let draft = sit(folder.path(), None).draft();
        assert_eq!((&draft.path, draft.read()), (&path, None));
    }

    #[test]
    fn a_seat_is_in_use_as_long_as_its_draft_is() {
        let folder = tempfile::tempdir().unwrap();
        let draft = sit(folder.path(), None).draft();
        let other = sit(folder.path(), None).draft();
        assert_ne!(draft.path, other.path);
    }

    #[cfg(unix)]
    #[test]
    fn nobody_else_can_read_a_draft() {
        use std::os::unix::fs::PermissionsExt;
        let folder = tempfile::tempdir().unwrap();
        let draft = sit(folder.path(), None).draft();
        draft.write("mine").unwrap();
        let mode = draft.path.metadata().unwrap().permissions().mode();
        assert_eq!(mode & 0o777, 0o600);
    }

    #[tokio::test(start_paused = true)]
    async fn the_last_of_many_texts_is_written_before_the_writer_ends() {
        let folder = tempfile::tempdir().unwrap();
        let outbox = sit(folder.path(), None);
        let (texts, latest) = watch::channel(String::new());
        let (is_written, told) = watch::channel(true);
        let writing = tokio::spawn(outbox.draft().run(latest, is_written));
        for number in 0..1_000 {
            texts.send(format!("text {number}")).unwrap();
            tokio::task::yield_now().await;
        }
        drop(texts);
        writing.await.unwrap();
        assert_eq!(outbox.draft().read().as_deref(), Some("text 999"));
        assert!(*told.borrow());
    }

    /// Time stands still while the disk is at work, so this is what a disk that takes no time would hold.
    #[tokio::test(start_paused = true)]
    async fn whatever_is_typed_is_on_disk_a_tenth_of_a_second_later() {
        let folder = tempfile::tempdir().unwrap();
        let outbox = sit(folder.path(), None);
        let draft = outbox.draft();
        let (texts, latest) = watch::channel(String::new());
        let (is_written, _told) = watch::channel(true);
        let writing = tokio::spawn(outbox.draft().run(latest, is_written));
        let mut typed = Vec::new();
        let mut found = Vec::new();
        for instant in 0..1_000_usize {
            // Somebody who types fast, and rests for a while now and then.
            if instant % 17 == 0 && instant % 500 < 350 {
                let text = "x".repeat(typed.len() + 1);
                typed.push(instant);
                texts.send(text).unwrap();
            }
            sleep(Duration::from_millis(1)).await;
            let on_disk = draft.read().map_or(0, |text| text.len());
            let due = typed.iter().filter(|at| **at + 100 <= instant).count();
            assert!(on_disk >= due, "{on_disk} of {due} letters at {instant} ms");
            if found.last() != Some(&on_disk) {
                found.push(on_disk);
            }
        }
        assert_eq!(found.last(), Some(&typed.len()));
        assert!(
            found.len() <= 10,
            "more often than ten times a second: {found:?}"
        );
        drop(texts);
        writing.await.unwrap();
    }

    #[tokio::test(start_paused = true)]
    async fn whoever_writes_is_told_that_it_is_not_on_disk_and_when_it_is_again() {
        let folder = tempfile::tempdir().unwrap();
        let outbox = sit(folder.path(), None);
        let draft = outbox.draft();
        fs::create_dir(&draft.path).unwrap();
        let (texts, latest) = watch::channel(String::new());
        let (is_written, mut told) = watch::channel(true);
        let writing = tokio::spawn(draft.clone().run(latest, is_written));
        texts.send("kept after all".to_owned()).unwrap();
        told.wait_for(|is_written| !is_written).await.unwrap();
        fs::remove_dir(&draft.path).unwrap();
        told.wait_for(|is_written| *is_written).await.unwrap();
        assert_eq!(draft.read().as_deref(), Some("kept after all"));
        drop(texts);
        writing.await.unwrap();
    }
}
