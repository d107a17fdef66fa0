//! The folder of seats: which file belongs to whoever sits down now. A file is named after the code its seat was begun
//! with, and found by what stands in it: the host's certificate, or that code. A seat in use is locked, so two people at
//! one machine never share one; a seat whose program died is free, and its owner gets it back.

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
    make(folder).map_err(|source| unusable(folder, source))?;
    if !fresh && let Some(outbox) = find(folder, owner)? {
        return Ok(outbox);
    }
    begin(folder, owner)
}

/// The seat that `owner` had in that room, if it is on this disk and nobody uses it. Where the host is known, it is one
/// of that host, whatever code it was entered by; otherwise, or when there is none, one that was entered by this code.
///
/// # Errors
/// When the folder or a file in it cannot be used.
pub fn find(folder: &Path, owner: &Owner) -> Result<Option<Outbox>, OutboxError> {
    let own = stem(&owner.key);
    let seats = match seats(folder) {
        Ok(seats) => seats,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
        Err(source) => return Err(unusable(folder, source)),
    };
    let mut bound = Vec::new();
    for (stem, number) in seats {
        let is_own = stem == own;
        let path = path_of(folder, &stem, number);
        match look(&path) {
            Ok(Some((contents, _))) => bound.extend(
                contents
                    .bond(owner)
                    .map(|bond| (bond, contents.is_given(), is_own, number, path)),
            ),
            Ok(None) => {}
            Err(error) if is_own => tracing::warn!(%error, "a seat is left as it is"),
            Err(error) => tracing::debug!(%error, "a seat of another room is left as it is"),
        }
    }
    bound.sort_unstable();
    for (.., path) in bound.into_iter().rev() {
        let Some(lock) = lock(&path)? else { continue };
        // Whoever had it until now may have done something to it meanwhile.
        if let Ok(Some((contents, length))) = look(&path)
            && contents.bond(owner).is_some()
        {
            return Outbox::reopen(path, lock, contents, length).map(Some);
        }
    }
    Ok(None)
}

/// Begins a new seat, in the file of one that nobody will want back if there is one.
fn begin(folder: &Path, owner: &Owner) -> Result<Outbox, OutboxError> {
    let stem = stem(&owner.key);
    let seats = seats(folder).map_err(|source| unusable(folder, source))?;
    let mut taken: Vec<u32> = seats
        .into_iter()
        .filter_map(|(of, number)| (of == stem).then_some(number))
        .collect();
    taken.sort_unstable();
    let contents = Contents::new(owner.clone(), Uuid::now_v7());
    for number in &taken {
        let path = path_of(folder, &stem, *number);
        let Some(lock) = lock(&path)? else { continue };
        let is_spent = match look(&path) {
            Ok(Some((contents, _))) => contents.is_spent(),
            // A program died before it had written the first line: nobody sat there.
            Ok(None) => true,
            Err(_damaged) => false,
        };
        if is_spent {
            return Outbox::begin(path, lock, contents);
        }
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

fn unusable(folder: &Path, source: io::Error) -> OutboxError {
    OutboxError::Folder {
        path: folder.to_owned(),
        source,
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

/// The seats in the folder, each by the part of its name that is its room's and its number there.
fn seats(folder: &Path) -> io::Result<Vec<(String, u32)>> {
    let mut seats = Vec::new();
    for entry in folder.read_dir()? {
        let name = entry?.file_name();
        let seat = name
            .to_str()
            .and_then(|name| name.strip_suffix(".jsonl")?.rsplit_once('-'))
            .and_then(|(stem, number)| Some((stem.to_owned(), number.parse().ok()?)));
        seats.extend(seat);
    }
    Ok(seats)
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
    use crate::id::ParticipantId;
    use crate::link::outbox::Given;
    use crate::vocabulary::Role;
    use crate::wire::Fingerprint;

    fn owner(name: Option<&str>) -> Owner {
        Owner {
            key: "K7QF-2M9X".into(),
            host: None,
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

    /// Somebody who types this code, to a host with that certificate where it is known.
    fn comes(code: &str, host: Option<&[u8]>) -> Owner {
        Owner {
            key: code.into(),
            host: host.map(Fingerprint::of),
            ..owner(None)
        }
    }

    /// A seat that the host with that certificate gave for this code.
    fn given(seat: &mut Outbox, code: &str, host: Option<&[u8]>) {
        let given = Given {
            secret: "s3cret".into(),
            you: ParticipantId(1),
            session: None,
            host: host.map(Fingerprint::of),
            code: Some(code.into()),
            language: None,
        };
        seat.note_given(given).unwrap();
    }

    const HOST: Option<&[u8]> = Some(b"the host");
    const OTHER: Option<&[u8]> = Some(b"another host");

    #[test]
    fn a_seat_is_found_by_its_host_when_the_code_has_changed_and_by_every_code_it_was_entered_with()
    {
        let folder = tempfile::tempdir().unwrap();
        let mut seat = claim(folder.path(), &comes("AAAA", None), false).unwrap();
        let hello = seat.hello();
        seat.draft().write("half a sent").unwrap();
        given(&mut seat, "AAAA", HOST);
        drop(seat);
        for stranger in [
            comes("BBBB", OTHER),
            comes("AAAA", OTHER),
            comes("BBBB", None),
        ] {
            assert!(
                find(folder.path(), &stranger).unwrap().is_none(),
                "{stranger:?}"
            );
        }
        let mut seat = claim(folder.path(), &comes("BBBB", HOST), false).unwrap();
        assert_eq!(seat.hello(), hello);
        assert_eq!(seat.draft().read().as_deref(), Some("half a sent"));
        given(&mut seat, "BBBB", HOST);
        drop(seat);
        // Also where the host is not asked, because it cannot be reached.
        for code in ["AAAA", "BBBB"] {
            let seat = find(folder.path(), &comes(code, None)).unwrap().unwrap();
            assert_eq!(seat.hello(), hello, "{code}");
        }
    }

    #[test]
    fn a_seat_of_that_host_comes_before_one_of_the_same_code_that_no_host_gave() {
        let folder = tempfile::tempdir().unwrap();
        let mut seat = claim(folder.path(), &comes("AAAA", HOST), false).unwrap();
        given(&mut seat, "AAAA", HOST);
        let hello = seat.hello();
        drop(seat);
        drop(claim(folder.path(), &comes("BBBB", None), false).unwrap());
        let seat = claim(folder.path(), &comes("BBBB", HOST), false).unwrap();
        assert_eq!(seat.hello(), hello);
    }

    #[test]
    fn a_seat_from_before_hosts_were_kept_is_found_by_its_code() {
        let folder = tempfile::tempdir().unwrap();
        let hello = Uuid::now_v7();
        let head = format!(
            r#"{{"type":"seat","format":1,"owner":{{"key":"AAAA","role":"participant"}},"hello":"{hello}"}}"#
        );
        let given = r#"{"type":"given","given":{"secret":"s3cret","you":"p01"}}"#;
        let path = path_of(folder.path(), &stem("AAAA"), 1);
        std::fs::write(path, format!("{head}\n{given}\n")).unwrap();
        for who in [comes("AAAA", HOST), comes("AAAA", None)] {
            let seat = claim(folder.path(), &who, false).unwrap();
            assert_eq!(seat.hello(), hello, "{who:?}");
        }
    }

    #[test]
    fn a_seat_that_was_taken_away_is_not_given_to_somebody_with_another_code() {
        let folder = tempfile::tempdir().unwrap();
        let mut seat = claim(folder.path(), &comes("AAAA", HOST), false).unwrap();
        given(&mut seat, "AAAA", HOST);
        seat.note_removed().unwrap();
        let hello = seat.hello();
        drop(seat);
        let other = claim(folder.path(), &comes("BBBB", HOST), false).unwrap();
        assert_ne!(other.hello(), hello);
        let same = claim(folder.path(), &comes("AAAA", HOST), false).unwrap();
        assert_eq!(same.hello(), hello);
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
