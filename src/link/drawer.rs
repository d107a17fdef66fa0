//! The folder of seats: which file belongs to whoever sits down now. A seat in use is locked, so two people at one
//! machine never share one; a seat whose program died is free, and its owner gets it back.

use std::fs::{DirBuilder, File, OpenOptions, TryLockError};
use std::io;
use std::path::{Path, PathBuf};

use uuid::Uuid;

use super::outbox::{Contents, Outbox, OutboxError, Owner, read};

/// Takes the seat that `owner` had in that room, or else a new one. With `fresh`, always a new one.
///
/// # Errors
/// When the folder or a file in it cannot be used.
pub fn claim(folder: &Path, owner: &Owner, fresh: bool) -> Result<Outbox, OutboxError> {
    make(folder).map_err(|source| OutboxError::Folder {
        path: folder.to_owned(),
        source,
    })?;
    let stem = stem(&owner.key);
    let mut spent = None;
    let taken = numbers(folder, &stem).map_err(|source| OutboxError::Folder {
        path: folder.to_owned(),
        source,
    })?;
    for number in taken.iter().rev() {
        let path = path_of(folder, &stem, *number);
        let Some(lock) = lock(&path)? else { continue };
        match look(&path) {
            Ok(Some((contents, length))) if !fresh && contents.is_of(owner) => {
                return Outbox::reopen(path, lock, contents, length);
            }
            Ok(Some((contents, _))) if contents.is_spent() => spent = Some((path, lock)),
            // A program died before it had written the first line: nobody sat there.
            Ok(None) => spent = Some((path, lock)),
            Ok(Some(_)) => {}
            Err(error) => {
                tracing::warn!(%error, "a seat is left as it is");
            }
        }
    }
    let contents = Contents::new(owner.clone(), Uuid::now_v7());
    if let Some((path, lock)) = spent {
        return Outbox::begin(path, lock, contents);
    }
    let mut number = taken.last().map_or(1, |last| last + 1);
    loop {
        let path = path_of(folder, &stem, number);
        // Somebody else may be sitting down at this very moment: they have the lock or the file, we take the next.
        if let Some(lock) = lock(&path)?
            && !path.exists()
        {
            return Outbox::begin(path, lock, contents);
        }
        number += 1;
    }
}

/// Makes the folder, for its owner alone.
fn make(folder: &Path) -> io::Result<()> {
    let mut builder = DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(folder)
}

/// A room's part of a file name, or that of anything known by a key. Not the key itself: it may hold a join code, and a
/// listing is easily shown around.
#[must_use]
pub fn stem(key: &str) -> String {
    let digest = ring::digest::digest(&ring::digest::SHA256, key.as_bytes());
    let hex = |byte: &u8| format!("{byte:02x}");
    digest.as_ref().iter().take(8).map(hex).collect()
}

fn path_of(folder: &Path, stem: &str, number: u32) -> PathBuf {
    folder.join(format!("{stem}-{number}.jsonl"))
}

/// The numbers of a room's seats in the folder, lowest first.
fn numbers(folder: &Path, stem: &str) -> io::Result<Vec<u32>> {
    let mut numbers = Vec::new();
    for entry in folder.read_dir()? {
        let name = entry?.file_name();
        let number: Option<u32> = name
            .to_str()
            .and_then(|name| name.strip_prefix(stem)?.strip_prefix('-'))
            .and_then(|rest| rest.strip_suffix(".jsonl")?.parse().ok());
        numbers.extend(number);
    }
    numbers.sort_unstable();
    Ok(numbers)
}

/// Locks a seat; `None` when it is in use. The lock is a file of its own, because the seat's is replaced at times.
fn lock(seat: &Path) -> Result<Option<File>, OutboxError> {
    let path = seat.with_extension("lock");
    let failed = |source| OutboxError::Open {
        path: path.clone(),
        source,
    };
    let mut options = OpenOptions::new();
    options.create(true).truncate(false).write(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let file = options.open(&path).map_err(failed)?;
    match file.try_lock() {
        Ok(()) => Ok(Some(file)),
        Err(TryLockError::WouldBlock) => Ok(None),
        Err(TryLockError::Error(source)) => Err(OutboxError::Lock { path, source }),
    }
}

fn look(path: &Path) -> Result<Option<(Contents, u64)>, OutboxError> {
    let bytes = std::fs::read(path).map_err(|source| OutboxError::Open {
        path: path.to_owned(),
        source,
    })?;
    read(path, &bytes)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::vocabulary::Role;

    fn owner(name: Option<&str>) -> Owner {
        Owner {
            key: "K7QF-2M9X".into(),
            name: name.map(str::to_owned),
            role: Role::Participant,
        }
    }

    #[test]
    fn two_at_one_machine_have_two_seats_and_each_gets_one_back() {
        let folder = tempfile::tempdir().unwrap();
        let one = claim(folder.path(), &owner(None), false).unwrap();
        let two = claim(folder.path(), &owner(None), false).unwrap();
        let hellos = [one.hello(), two.hello()];
        assert_ne!(hellos[0], hellos[1]);
        drop((one, two));
        let one = claim(folder.path(), &owner(None), false).unwrap();
        let two = claim(folder.path(), &owner(None), false).unwrap();
        let three = claim(folder.path(), &owner(None), false).unwrap();
        let mut again = [one.hello(), two.hello()];
        again.sort_unstable();
        assert_eq!(again, hellos);
        assert!(!hellos.contains(&three.hello()));
    }

    #[test]
    fn a_seat_is_another_ones_when_the_name_the_role_or_the_room_differs() {
        let folder = tempfile::tempdir().unwrap();
        let seat = claim(folder.path(), &owner(Some("An")), false).unwrap();
        let hello = seat.hello();
        drop(seat);
        let observer = Owner {
            role: Role::Observer,
            ..owner(Some("An"))
        };
        let elsewhere = Owner {
            key: "AAAA-BBBB".into(),
            ..owner(Some("An"))
        };
        for other in [owner(Some("Bo")), observer, elsewhere] {
            let seat = claim(folder.path(), &other, false).unwrap();
            assert_ne!(seat.hello(), hello);
        }
        let fresh = claim(folder.path(), &owner(Some("An")), true).unwrap();
        assert_ne!(fresh.hello(), hello);
        // Who gives no name after a crash gets back what is free.
        let back = claim(folder.path(), &owner(None), false).unwrap();
        assert_ne!(back.hello(), fresh.hello());
    }

    #[test]
    fn a_seat_that_was_left_in_good_order_goes_only_to_the_same_name() {
        let folder = tempfile::tempdir().unwrap();
        for name in [Some("An"), None] {
            let mut seat = claim(folder.path(), &owner(name), false).unwrap();
            let hello = seat.hello();
            seat.note_left().unwrap();
            drop(seat);
            let nameless = claim(folder.path(), &owner(None), false).unwrap();
            assert_ne!(nameless.hello(), hello, "{name:?}");
            let same = claim(folder.path(), &owner(name), false).unwrap();
            assert_eq!(same.hello() == hello, name.is_some(), "{name:?}");
            drop((nameless, same));
        }
    }

    #[test]
    fn coming_and_going_without_a_name_does_not_fill_the_folder() {
        let folder = tempfile::tempdir().unwrap();
        for _ in 0..5 {
            let mut seat = claim(folder.path(), &owner(None), false).unwrap();
            seat.note_left().unwrap();
        }
        assert_eq!(folder.path().read_dir().unwrap().count(), 2);
    }

    #[cfg(unix)]
    #[test]
    fn nobody_else_can_read_a_seat() {
        use std::os::unix::fs::PermissionsExt;
        let folder = tempfile::tempdir().unwrap();
        let seats = folder.path().join("seats");
        let _seat = claim(&seats, &owner(None), false).unwrap();
        let mode = |path: &Path| path.metadata().unwrap().permissions().mode() & 0o777;
        assert_eq!(mode(&seats), 0o700);
        for entry in seats.read_dir().unwrap() {
            assert_eq!(mode(&entry.unwrap().path()), 0o600);
        }
    }

    #[test]
    fn a_damaged_seat_is_left_alone_and_another_is_taken() {
        let folder = tempfile::tempdir().unwrap();
        let seat = claim(folder.path(), &owner(None), false).unwrap();
        let (hello, path) = (
            seat.hello(),
            path_of(folder.path(), &stem(&owner(None).key), 1),
        );
        drop(seat);
        let mut bytes = std::fs::read(&path).unwrap();
        bytes.extend(b"not ours\n");
        std::fs::write(&path, &bytes).unwrap();
        let seat = claim(folder.path(), &owner(None), false).unwrap();
        assert_ne!(seat.hello(), hello);
        assert_eq!(std::fs::read(&path).unwrap(), bytes);
    }
}
