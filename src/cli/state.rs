//! The user's state folder: the keys of rooms and the seats of this machine's participants. Readable by the owner
//! alone.

use std::net::SocketAddr;
use std::path::{Path, PathBuf};

use etcetera::BaseStrategy as _;

use super::failure::Failure;
use super::files;
use crate::id::SessionId;
use crate::locale::Locale;
use crate::room::Keeper;
use crate::room::keys::Keys;
use crate::store::{Doing, StoreError, failed};

/// The state folder, or one of its folders, made if it is not there.
pub(super) fn folder(locale: Locale, name: &str) -> Result<PathBuf, Failure> {
    let Ok(base) = etcetera::choose_base_strategy() else {
        return Err(Failure::new(locale.say("no-home")));
    };
    let state = base.state_dir().unwrap_or_else(|| base.data_dir());
    let folder = state.join("halte").join(name);
    files::private_folder(&folder)
        .map_err(failed(&folder, Doing::Make))
        .map_err(|error| not_kept(locale, &error))?;
    Ok(folder)
}

/// Keeps the keys of a room, so that it can be resumed with the same code, token and seats.
pub(super) fn keep_keys(locale: Locale, session: &SessionId, keys: &Keys) -> Result<(), Failure> {
    let mut keep = keeper(locale, session)?;
    keep(keys).map_err(|error| not_kept(locale, &error))
}

/// Keeps the keys of a room again and again, as they change.
pub(super) fn keeper(locale: Locale, session: &SessionId) -> Result<Keeper, Failure> {
    let path = path_of(locale, session)?;
    Ok(Box::new(move |keys: &Keys| {
        let text = serde_json::to_string(keys).map_err(std::io::Error::from);
        text.and_then(|text| files::replace_private(&path, &text))
            .map_err(failed(&path, Doing::Write))
    }))
}

/// What is wrong with a file of ours, and how to have it elsewhere.
fn not_kept(locale: Locale, error: &StoreError) -> Failure {
    Failure::new(format!(
        "{} {}",
        error.say(locale),
        locale.say("state-folder")
    ))
}

/// The keys of a room that was open before.
pub(super) fn find_keys(locale: Locale, session: &SessionId) -> Result<Option<Keys>, Failure> {
    let path = path_of(locale, session)?;
    Ok(read(&path).and_then(|text| serde_json::from_slice(&text).ok()))
}

/// Keeps where a room listens, so that it is found there again when it is resumed.
pub(super) fn keep_address(
    locale: Locale,
    session: &SessionId,
    address: SocketAddr,
) -> Result<(), Failure> {
    let path = path_of(locale, session)?.with_extension("address");
    files::replace_private(&path, &address.to_string()).map_err(|error| Failure::of(&error))
}

/// Where a room that was open before listened.
pub(super) fn find_address(
    locale: Locale,
    session: &SessionId,
) -> Result<Option<SocketAddr>, Failure> {
    let path = path_of(locale, session)?.with_extension("address");
    let text = read(&path).and_then(|bytes| String::from_utf8(bytes).ok());
    Ok(text.and_then(|text| text.trim().parse().ok()))
}

/// Forgets a room that was only tried out: its keys, and where it was.
pub(super) fn forget(locale: Locale, session: &SessionId) -> Result<(), Failure> {
    let folder = folder(locale, "rooms")?;
    let forget = || {
        for entry in std::fs::read_dir(&folder)? {
            let path = entry?.path();
            if path
                .file_stem()
                .is_some_and(|stem| stem == session.as_str())
            {
                std::fs::remove_file(path)?;
            }
        }
        Ok(())
    };
    forget()
        .map_err(failed(&folder, Doing::Write))
        .map_err(|error| not_kept(locale, &error))
}

fn path_of(locale: Locale, session: &SessionId) -> Result<PathBuf, Failure> {
    Ok(folder(locale, "rooms")?.join(format!("{session}.json")))
}

fn read(path: &Path) -> Option<Vec<u8>> {
    crate::store::read(path, 64 * 1024).ok()
}
