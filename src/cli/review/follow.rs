//! Which sessions lie where, read as they come: at first all of them, the latest first, and then what is new or
//! another. A file that cannot be read says why and stops no other.

use std::collections::{BTreeMap, BTreeSet};
use std::num::NonZero;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::mpsc::{Receiver, RecvTimeoutError};
use std::sync::{Mutex, PoisonError};
use std::thread;
use std::time::Duration;

use tokio::sync::mpsc::Sender;

use super::{journal_of, notes, notes_path, sentence};
use crate::cli::failure::Failure;
use crate::cli::{Caller, files, load};
use crate::review::catalogue::Entry;
use crate::review::digest::Digest;
use crate::review::{News, Stamp};
use crate::store::SAVED;
use crate::text::{Lines, clean};

/// How often the folders are looked into.
const PACE: Duration = Duration::from_secs(1);

/// What a session and the notes beside it were like.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Seen {
    session: Stamp,
    notes: Stamp,
    /// It was found in a folder, so it may be a plan.
    is_found: bool,
}

/// What is known of the files.
#[derive(Debug, Default)]
struct Known {
    files: BTreeMap<PathBuf, Seen>,
    /// Those among them that are no sessions.
    others: BTreeSet<PathBuf>,
    trouble: Option<String>,
    /// How many sessions there were when that was last told.
    told: Option<usize>,
}

/// Nobody hears it any more.
struct Unheard;

/// Follows these files and folders until nobody hears of it any more.
pub(super) fn follow(
    caller: &Caller,
    paths: &[PathBuf],
    news: &Sender<News>,
    woken: &Receiver<()>,
) {
    let mut known = Known::default();
    loop {
        if known.turn(caller, paths, news).is_err() {
            return;
        }
        match woken.recv_timeout(PACE) {
            Ok(()) | Err(RecvTimeoutError::Timeout) => {}
            Err(RecvTimeoutError::Disconnected) => return,
        }
    }
}

impl Known {
    /// Looks once, and tells what is new, another or gone.
    fn turn(
        &mut self,
        caller: &Caller,
        paths: &[PathBuf],
        news: &Sender<News>,
    ) -> Result<(), Unheard> {
        let (found, trouble) = look(caller, paths);
        if trouble != self.trouble {
            self.trouble.clone_from(&trouble);
            tell(news, trouble.map_or(News::NoTrouble, News::Trouble))?;
        }
        let before = std::mem::replace(&mut self.files, found);
        for path in before.keys().filter(|path| !self.files.contains_key(*path)) {
            self.others.remove(path);
            tell(news, News::Gone(path.clone()))?;
        }
        let changed = self.files.iter();
        let changed = changed.filter(|(path, seen)| before.get(*path) != Some(seen));
        let mut changed: Vec<(PathBuf, Seen)> =
            changed.map(|(path, seen)| (path.clone(), *seen)).collect();
        changed.sort_by(|(path, seen), (other_path, other)| {
            let latest = other.session.changed.cmp(&seen.session.changed);
            latest.then_with(|| path.cmp(other_path))
        });
        if !changed.is_empty() {
            self.count(news)?;
            let others = read_all(caller, &changed, news)?;
            for (path, _) in changed {
                if others.contains(&path) {
                    self.others.insert(path);
                } else {
                    self.others.remove(&path);
                }
            }
        }
        self.count(news)
    }

    /// Tells how many sessions there are, where that is another number than before.
    fn count(&mut self, news: &Sender<News>) -> Result<(), Unheard> {
        let others = self
            .others
            .iter()
            .filter(|path| self.files.contains_key(*path));
        let count = self.files.len().saturating_sub(others.count());
        if self.told == Some(count) {
            return Ok(());
        }
        self.told = Some(count);
        tell(news, News::Found(count))
    }
}

fn tell(news: &Sender<News>, told: News) -> Result<(), Unheard> {
    news.blocking_send(told).map_err(|_unheard| Unheard)
}

/// What there is now, and what cannot be looked into. In a folder: everything that may be a saved session, and every
/// journal that has none beside it. Only names and lengths are looked at, since this is done every second.
fn look(caller: &Caller, paths: &[PathBuf]) -> (BTreeMap<PathBuf, Seen>, Option<String>) {
    let mut found = BTreeMap::new();
    let mut trouble = None;
    for path in paths {
        let is_found = path.is_dir();
        let files = match files::within(path) {
            Ok(files) => files,
            Err(error) => {
                trouble = Some(sentence(&Failure::of_file(caller.locale, &error)));
                continue;
            }
        };
        let is_beside = |file: &PathBuf| {
            let saved = file.with_extension(SAVED);
            is_found && *file == journal_of(file) && files.binary_search(&saved).is_ok()
        };
        for file in files.iter().filter(|file| !is_beside(file)) {
            let seen = Seen {
                is_found,
                ..seen(file)
            };
            found.insert(file.clone(), seen);
        }
    }
    (found, trouble)
}

fn seen(session: &Path) -> Seen {
    let (own, journal) = (files::stamp(session), files::stamp(&journal_of(session)));
    Seen {
        session: Stamp {
            changed: own.changed.max(journal.changed),
            length: own.length.saturating_add(journal.length),
        },
        notes: files::stamp(&notes_path(session)),
        is_found: false,
    }
}

/// Reads these on all cores and tells each as soon as it is read; returns those that are no sessions.
fn read_all(
    caller: &Caller,
    changed: &[(PathBuf, Seen)],
    news: &Sender<News>,
) -> Result<BTreeSet<PathBuf>, Unheard> {
    let next = AtomicUsize::new(0);
    let is_heard = AtomicBool::new(true);
    let others = Mutex::new(BTreeSet::new());
    let cores = thread::available_parallelism().map_or(1, NonZero::get);
    let work = || {
        while is_heard.load(Ordering::Relaxed) {
            let at = next.fetch_add(1, Ordering::Relaxed);
            let Some((path, seen)) = changed.get(at) else {
                return;
            };
            let is_session =
                !seen.is_found || *path == journal_of(path) || files::holds_a_record(path);
            let told = if is_session {
                News::Entry(Box::new(read(caller, path, seen.session)))
            } else {
                let mut others = others.lock().unwrap_or_else(PoisonError::into_inner);
                others.insert(path.clone());
                News::Gone(path.clone())
            };
            if tell(news, told).is_err() {
                is_heard.store(false, Ordering::Relaxed);
            }
        }
    };
    thread::scope(|scope| {
        for _ in 0..cores.min(changed.len()) {
            scope.spawn(work);
        }
    });
    if is_heard.into_inner() {
        Ok(others.into_inner().unwrap_or_else(PoisonError::into_inner))
    } else {
        Err(Unheard)
    }
}

/// Reads one, and keeps no more of it than a digest.
fn read(caller: &Caller, path: &Path, stamp: Stamp) -> Entry {
    let content = load::read(caller, path).map(|read| {
        let warning = read.left_out.as_ref();
        let warning = warning.map(|damaged| load::left_out(caller, damaged));
        let mut digest = Digest::of(&read.workshop);
        digest.warning = warning.map(|words| clean(&words, Lines::Many));
        Box::new(digest)
    });
    Entry {
        path: path.to_owned(),
        stamp,
        content: content.map_err(|failure| sentence(&failure)),
        // Notes that cannot be read are told of when somebody wants to write some.
        notes: notes(caller, path).ok().flatten(),
    }
}

/// What a session is like now.
pub(super) fn stamp(session: &Path) -> Stamp {
    seen(session).session
}
