//! What somebody has typed at a seat and not given yet, in a file beside the seat's own: a killed terminal costs nobody
//! the sentence they were in. Written whole or not at all, a little later than typed and never much later.

use std::fs;
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};
use std::time::Duration;

use tokio::sync::watch;

/// How long typing may go on before it is written: nobody types faster than this loses a word.
const PAUSE: Duration = Duration::from_millis(100);
/// No draft is longer, in bytes.
const LONGEST: u64 = 1024 * 1024;

/// The draft of a seat.
#[derive(Debug, Clone)]
pub struct Draft {
    path: PathBuf,
}

impl Draft {
    /// The draft of the seat whose file this is.
    pub(super) fn beside(seat: &Path) -> Self {
        Self {
            path: seat.with_extension("draft"),
        }
    }

    /// What was put away, if anything was.
    #[must_use]
    pub fn read(&self) -> Option<String> {
        let found = fs::metadata(&self.path).ok()?;
        if found.len() > LONGEST {
            tracing::warn!("a draft is too long to be one, and is left where it is");
            return None;
        }
        let text = fs::read_to_string(&self.path);
        let text = text.inspect_err(|error| tracing::warn!(%error, "a draft cannot be read"));
        text.ok().filter(|text| !text.is_empty())
    }

    /// Puts away what is typed, until nobody types any more; the last of it always. Tells in `kept` whether that works.
    pub async fn run(self, mut typed: watch::Receiver<String>, kept: watch::Sender<bool>) {
        loop {
            let ended = typed.changed().await.is_err();
            let is_fresh = !ended || typed.has_changed().unwrap_or(false);
            if is_fresh {
                let text = typed.borrow_and_update().clone();
                let path = self.path.clone();
                let written = tokio::task::spawn_blocking(move || put_away(&path, &text)).await;
                let is_kept = matches!(written, Ok(Ok(())));
                if let Ok(Err(error)) = written {
                    tracing::warn!(%error, "a draft cannot be put away");
                }
                kept.send_if_modified(|known| std::mem::replace(known, is_kept) != is_kept);
            }
            if ended {
                return;
            }
            tokio::time::sleep(PAUSE).await;
        }
    }

    /// Throws it away: the seat is somebody else's now.
    pub(super) fn discard(&self) {
        if let Err(error) = fs::remove_file(&self.path)
            && error.kind() != io::ErrorKind::NotFound
        {
            tracing::warn!(%error, "an old draft cannot be removed");
        }
    }
}

/// Replaces the file by this text; an empty one leaves no file.
fn put_away(path: &Path, text: &str) -> io::Result<()> {
    if text.is_empty() {
        return match fs::remove_file(path) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => Err(error),
            _ => Ok(()),
        };
    }
    let folder = path.parent().unwrap_or_else(|| Path::new("."));
    let mut fresh = tempfile::NamedTempFile::new_in(folder)?;
    fresh.write_all(text.as_bytes())?;
    fresh.as_file().sync_data()?;
    fresh.persist(path).map(drop).map_err(|failed| failed.error)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn draft(folder: &Path) -> Draft {
        Draft::beside(&folder.join("seat-1.jsonl"))
    }

    #[tokio::test(start_paused = true)]
    async fn what_was_typed_last_is_there_after_the_program_ended() {
        let folder = tempfile::tempdir().expect("a folder");
        let (typing, typed) = watch::channel(String::new());
        let (kept, is_kept) = watch::channel(true);
        let keeping = tokio::spawn(draft(folder.path()).run(typed, kept));
        for text in ["e", "ee", "een nood"] {
            typing.send_replace(text.to_owned());
            tokio::task::yield_now().await;
        }
        drop(typing);
        keeping.await.expect("it ends");
        assert_eq!(draft(folder.path()).read().as_deref(), Some("een nood"));
        assert!(*is_kept.borrow());
    }

    #[tokio::test(start_paused = true)]
    async fn nothing_typed_leaves_no_file_and_a_folder_that_is_gone_is_told() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("seat-1.draft");
        fs::write(&path, "oud").expect("a draft");
        put_away(&path, "").expect("removed");
        assert!(!path.exists());
        let (typing, typed) = watch::channel(String::new());
        let (kept, is_kept) = watch::channel(true);
        let nowhere = draft(&folder.path().join("gone"));
        let keeping = tokio::spawn(nowhere.run(typed, kept));
        typing.send_replace("een nood".to_owned());
        drop(typing);
        keeping.await.expect("it ends");
        assert!(!*is_kept.borrow());
    }
}
