//! Finding and reading files for the commands.

use std::fs::{self, File, OpenOptions};
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

use super::failure::Failure;

/// Opens a file to write behind what is in it.
pub(super) fn append(path: &Path) -> Result<File, Failure> {
    OpenOptions::new()
        .append(true)
        .create(true)
        .open(path)
        .map_err(|error| Failure::new(format!("{}: {error}", path.display())))
}

/// Makes a folder that is for its owner alone.
pub(super) fn private_folder(path: &Path) -> io::Result<()> {
    let mut builder = fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(path)
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
pub(super) fn within(path: &Path) -> Result<Vec<PathBuf>, Failure> {
    let failed = |error: io::Error| Failure::new(format!("{}: {error}", path.display()));
    if !fs::metadata(path).map_err(failed)?.is_dir() {
        return Ok(vec![path.to_owned()]);
    }
    let mut found = Vec::new();
    for entry in fs::read_dir(path).map_err(failed)? {
        let path = entry.map_err(failed)?.path();
        let is_ours = path
            .extension()
            .is_some_and(|ending| ending == "yaml" || ending == "yml" || ending == "journal");
        if is_ours && path.is_file() {
            found.push(path);
        }
    }
    found.sort();
    Ok(found)
}

/// Whether something is there under this name.
pub(super) fn exists(path: &Path) -> bool {
    fs::symlink_metadata(path).is_ok()
}

/// Whether a YAML file is a saved session rather than a plan: a line of its own says when it was opened.
pub(super) fn holds_a_record(path: &Path) -> bool {
    use std::io::BufRead as _;
    let Ok(file) = File::open(path) else {
        return true;
    };
    io::BufReader::new(file)
        .split(b'\n')
        .map_while(Result::ok)
        .any(|line| line.starts_with(b"opened_at:"))
}
