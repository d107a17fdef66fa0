//! What can be measured of this laptop.

use std::io::{self, IsTerminal as _, Write as _};
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use crate::cli::Caller;
use crate::cli::failure::Failure;
use crate::doctor::machine::{Disk, Terminal};
use crate::tui::tty;

/// How many lines are written and synced.
const LINES: usize = 40;
/// A line about as long as a record.
const LINE: [u8; 600] = [b'.'; 600];
/// How long is enough of it on a disk that is very slow.
const LONG_ENOUGH: Duration = Duration::from_secs(5);

/// The folder itself, or the one it would be made in.
pub(super) fn nearest(folder: &Path) -> PathBuf {
    let here = || PathBuf::from(".");
    let mut ancestors = folder.ancestors();
    let found = ancestors.find(|ancestor| ancestor.is_dir());
    found.map_or_else(here, Path::to_owned)
}

/// Whether the sessions can be kept in their folder. `nearest` is the part of it that is there.
pub(super) fn disk(folder: &Path, nearest: &Path) -> Disk {
    // What is in the way of a folder is a file, or a link that leads nowhere.
    let is_in_the_way = |path: &&Path| !path.is_dir() && std::fs::symlink_metadata(path).is_ok();
    if folder.ancestors().any(|path| is_in_the_way(&path)) {
        return Disk::Refused(io::Error::from(io::ErrorKind::NotADirectory).to_string());
    }
    match tempfile::tempfile_in(nearest) {
        Ok(_) => Disk::Writable(free(nearest)),
        Err(error) => Disk::Refused(error.to_string()),
    }
}

#[cfg(unix)]
fn free(folder: &Path) -> Option<u64> {
    let found = rustix::fs::statvfs(folder).ok()?;
    Some(found.f_bavail.saturating_mul(found.f_frsize))
}

#[cfg(not(unix))]
fn free(_: &Path) -> Option<u64> {
    None
}

/// Writes lines as the journal does, one after another, and syncs each: how long that took. Nothing when it cannot be
/// written there, which another finding tells.
pub(super) async fn sync_times(folder: PathBuf) -> Result<Vec<Duration>, Failure> {
    let written = tokio::task::spawn_blocking(move || {
        let begun = Instant::now();
        let mut file = tempfile::tempfile_in(folder)?;
        let mut times = Vec::with_capacity(LINES);
        while times.len() < LINES && begun.elapsed() < LONG_ENOUGH {
            let since = Instant::now();
            file.write_all(&LINE)?;
            file.sync_data()?;
            times.push(since.elapsed());
        }
        Ok::<_, io::Error>(times)
    });
    let written = written.await.map_err(|error| Failure::of(&error))?;
    Ok(written.unwrap_or_default())
}

/// What this terminal says of itself.
pub(super) fn terminal(caller: &Caller) -> Terminal {
    let says = |name: &str| std::env::var(name).unwrap_or_default();
    let letters = ["LC_ALL", "LC_CTYPE", "LANG"]
        .map(says)
        .into_iter()
        .find(|value| !value.is_empty());
    let letters = letters.unwrap_or_default().to_lowercase();
    let is_there = io::stdin().is_terminal() && io::stdout().is_terminal();
    Terminal {
        size: tty::size().filter(|_| is_there),
        is_dumb: says("TERM") == "dumb",
        is_utf8: cfg!(windows) || letters.contains("utf-8") || letters.contains("utf8"),
        has_color: caller.color,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_folder_that_is_not_there_yet_is_tried_where_it_would_be_made() {
        let folder = tempfile::tempdir().unwrap();
        let deep = folder.path().join("a/b");
        assert_eq!(nearest(&deep), folder.path());
        assert_eq!(nearest(Path::new("no-such-folder-here")), Path::new("."));
        assert!(matches!(disk(&deep, folder.path()), Disk::Writable(_)));
        std::fs::write(folder.path().join("a"), "in the way").unwrap();
        assert!(matches!(disk(&deep, folder.path()), Disk::Refused(_)));
    }
}
