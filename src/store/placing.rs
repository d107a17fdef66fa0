//! How a file comes to its place whole, and who may read it there.

use std::fs::{self, File, Metadata, OpenOptions};
use std::io::{self, Write as _};
use std::path::Path;

/// Who may read a file that was not there before.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Readers {
    /// The account that it is made by, and no other: what people said in a session.
    Owner,
    /// Every account of this machine: what somebody asked for under a name of their own.
    All,
}

/// Makes a folder that is for its owner alone, and those it lies in. One that is there stays as it is.
pub(crate) fn private_folder(path: &Path) -> io::Result<()> {
    let mut builder = fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(path)
}

/// What is made so is for its owner alone.
#[cfg(unix)]
pub(super) fn for_owner(options: &mut OpenOptions) -> &mut OpenOptions {
    std::os::unix::fs::OpenOptionsExt::mode(options, 0o600)
}

#[cfg(not(unix))]
pub(super) const fn for_owner(options: &mut OpenOptions) -> &mut OpenOptions {
    options
}

/// Puts a file in place of whatever has its name, once it is whole; `hold` is given it before it has the name. It is for
/// those who may read the `earlier` one, which somebody may have opened to others on purpose.
pub(super) fn put(
    path: &Path,
    bytes: &[u8],
    readers: Readers,
    earlier: Option<&Metadata>,
    hold: impl FnOnce(&File) -> io::Result<()>,
) -> io::Result<File> {
    let folder = folder_of(path);
    let mut fresh = tempfile::NamedTempFile::new_in(folder)?;
    hold(fresh.as_file())?;
    fresh.write_all(bytes)?;
    open_to(fresh.as_file(), readers, earlier)?;
    fresh.as_file().sync_all()?;
    let file = fresh.persist(path).map_err(|refused| refused.error)?;
    sync_folder(folder)?;
    Ok(file)
}

pub(super) fn folder_of(path: &Path) -> &Path {
    path.parent()
        .filter(|folder| !folder.as_os_str().is_empty())
        .unwrap_or_else(|| Path::new("."))
}

/// A temporary file is for its owner alone: opens it to whoever else may read it.
#[cfg(unix)]
fn open_to(file: &File, readers: Readers, earlier: Option<&Metadata>) -> io::Result<()> {
    use std::os::unix::fs::{MetadataExt as _, PermissionsExt as _, fchown};
    let mode = match (earlier, readers) {
        (Some(earlier), _) => {
            let mode = earlier.mode() & 0o777;
            // What a group might do, another group may not.
            let is_same = earlier.gid() == file.metadata()?.gid()
                || fchown(file, None, Some(earlier.gid())).is_ok();
            if is_same { mode } else { mode & 0o707 }
        }
        (None, Readers::All) => 0o644,
        (None, Readers::Owner) => return Ok(()),
    };
    file.set_permissions(fs::Permissions::from_mode(mode))
}

#[cfg(not(unix))]
const fn open_to(_file: &File, _readers: Readers, _earlier: Option<&Metadata>) -> io::Result<()> {
    Ok(())
}

/// A new name is on disk only when its folder is.
#[cfg(unix)]
pub(super) fn sync_folder(folder: &Path) -> io::Result<()> {
    File::open(folder)?.sync_all()
}

#[cfg(not(unix))]
pub(super) const fn sync_folder(_folder: &Path) -> io::Result<()> {
    Ok(())
}
