//! The user's state folder: the keys of rooms and the seats of this machine's participants. Readable by the owner
//! alone.

use std::path::{Path, PathBuf};

use etcetera::BaseStrategy as _;

use super::failure::Failure;
use super::files;
use crate::id::SessionId;
use crate::locale::Locale;
use crate::room::keys::Keys;

/// The state folder, or one of its folders, made if it is not there.
pub(super) fn folder(locale: Locale, name: &str) -> Result<PathBuf, Failure> {
    let base = etcetera::choose_base_strategy().map_err(|error| Failure::of(&error))?;
    let state = base.state_dir().unwrap_or_else(|| base.data_dir());
    let folder = state.join("halte").join(name);
    files::private_folder(&folder).map_err(|error| {
        let path = folder.display().to_string();
        Failure::new(locale.say_with(
            "state-folder",
            &[("path", path.into()), ("cause", error.to_string().into())],
        ))
    })?;
    Ok(folder)
}

/// Keeps the keys of a room, so that it can be resumed with the same code, token and seats.
pub(super) fn keep_keys(locale: Locale, session: &SessionId, keys: &Keys) -> Result<(), Failure> {
    let path = path_of(locale, session)?;
    let text = serde_json::to_string(keys).map_err(|error| Failure::of(&error))?;
    files::replace_private(&path, &text).map_err(|error| Failure::of(&error))
}

/// The keys of a room that was open before.
pub(super) fn find_keys(locale: Locale, session: &SessionId) -> Result<Option<Keys>, Failure> {
    let path = path_of(locale, session)?;
    Ok(read(&path).and_then(|text| serde_json::from_slice(&text).ok()))
}

fn path_of(locale: Locale, session: &SessionId) -> Result<PathBuf, Failure> {
    Ok(folder(locale, "rooms")?.join(format!("{session}.json")))
}

fn read(path: &Path) -> Option<Vec<u8>> {
    crate::store::read(path, 64 * 1024).ok()
}
