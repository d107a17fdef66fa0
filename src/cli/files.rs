//! Finding and reading files for the commands.

use std::fs::{self, File, OpenOptions};
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};
use std::time::UNIX_EPOCH;

use crate::review::Stamp;
use crate::session;
pub(super) use crate::store::private_folder;
use crate::store::{self, Doing, Readers, StoreError, failed};

/// The field that only a saved session has.
const OPENED: &[u8] = b"opened_at:";

/// Opens a file to write behind what is in it.
pub(super) fn append(path: &Path) -> Result<File, StoreError> {
    OpenOptions::new()
        .append(true)
        .create(true)
        .open(path)
        .map_err(failed(path, Doing::Make))
}

/// Replaces a file that is for its owner alone.
pub(super) fn replace_private(path: &Path, text: &str) -> io::Result<()> {
    let folder = path.parent().unwrap_or_else(|| Path::new("."));
    let mut fresh = tempfile::NamedTempFile::new_in(folder)?;
    fresh.write_all(text.as_bytes())?;
    fresh.as_file().sync_all()?;
    fresh
        .persist(path)
        .map(drop)
        .map_err(|refused| refused.error)
}

/// The files that are meant by a path: itself, or what lies directly in the folder, in order of name.
pub(super) fn within(path: &Path) -> Result<Vec<PathBuf>, StoreError> {
    if !fs::metadata(path)
        .map_err(failed(path, Doing::Open))?
        .is_dir()
    {
        return Ok(vec![path.to_owned()]);
    }
    let mut found = listed(path)?;
    found.retain(|file| file.is_file());
    Ok(found)
}

/// What lies directly in a folder under an ending of ours and is no folder, in order of name. It need not be a file:
/// a pipe may bear any name, and a link may lead nowhere.
pub(super) fn listed(folder: &Path) -> Result<Vec<PathBuf>, StoreError> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).map_err(failed(folder, Doing::Open))? {
        let file = entry.map_err(failed(folder, Doing::Read))?.path();
        let is_ours = file
            .extension()
            .is_some_and(|ending| ending == "yaml" || ending == "yml" || ending == "journal");
        if is_ours && !file.is_dir() {
            found.push(file);
        }
    }
    found.sort();
    Ok(found)
}

/// Whether something is there that is no file: to open a pipe is to wait for who writes to it.
pub(super) fn is_no_file(path: &Path) -> bool {
    fs::metadata(path).is_ok_and(|found| !found.is_file())
}

/// Writes a result to the file that was named: a file is replaced whole, a device or a pipe is written to.
pub(super) fn write_result(path: &Path, bytes: &[u8]) -> Result<(), StoreError> {
    if fs::metadata(path).is_ok_and(|found| !found.is_file()) {
        return fs::write(path, bytes).map_err(failed(path, Doing::Write));
    }
    store::replace(path, bytes, Readers::All)
}

/// How many bytes a file has.
pub(super) fn length(path: &Path) -> Result<u64, StoreError> {
    let found = fs::metadata(path).map_err(failed(path, Doing::Read))?;
    Ok(found.len())
}

/// Takes a file away.
pub(super) fn remove(path: &Path) -> Result<(), StoreError> {
    fs::remove_file(path).map_err(failed(path, Doing::Write))
}

/// What a file is like: when it was changed and how long it is. One that is not there is like none.
pub(super) fn stamp(path: &Path) -> Stamp {
    let Ok(found) = fs::metadata(path) else {
        return Stamp::default();
    };
    let changed = found.modified().ok();
    let changed = changed.and_then(|at| at.duration_since(UNIX_EPOCH).ok());
    Stamp {
        changed: changed.map_or(0, |since| since.as_nanos()),
        length: found.len(),
    }
}

/// Whether something is there under this name.
pub(super) fn exists(path: &Path) -> bool {
    fs::symlink_metadata(path).is_ok()
}

/// Whether a YAML file is a saved session rather than a plan: a line of its own says when it was opened, or the first one
/// that it is one, whatever is left of it.
pub(super) fn holds_a_record(path: &Path) -> bool {
    use std::io::BufRead as _;
    let Ok(file) = File::open(path) else {
        return true;
    };
    io::BufReader::new(file)
        .split(b'\n')
        .map_while(Result::ok)
        .any(|line| is_of_a_record(&line))
}

/// Whether these are the bytes of a saved session rather than of a plan.
pub(super) fn is_record(bytes: &[u8]) -> bool {
    bytes.split(|byte| *byte == b'\n').any(is_of_a_record)
}

fn is_of_a_record(line: &[u8]) -> bool {
    line.starts_with(OPENED) || session::is_head(line)
}
