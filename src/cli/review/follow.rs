//! Which sessions lie where, read as they come: at first all of them, the latest first, and then what is new or
//! another. A file that cannot be read says why and stops no other.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, RecvTimeoutError};
use std::time::Duration;

use tokio::sync::mpsc::Sender;

use super::{journal_of, notes, notes_path, sentence, unkept};
use crate::cli::gather::{self, Candidate, Gathered};
use crate::cli::{Caller, files};
use crate::review::catalogue::Entry;
use crate::review::digest::Digest;
use crate::review::{News, Stamp};
use crate::text::{Lines, clean};

/// Files that are read before it is looked whether anybody still hears of them.
const FEW: usize = 64;
/// How often the folders are looked into.
const PACE: Duration = Duration::from_secs(1);

/// What a session and the notes beside it were like.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Seen {
    session: Stamp,
    notes: Stamp,
}

/// The files there are, each with what it was like.
type Found = BTreeMap<PathBuf, (Candidate, Seen)>;

/// What is known of the files.
#[derive(Debug, Default)]
struct Known {
    files: Found,
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
        let is_changed = |path: &PathBuf, seen: &Seen| {
            let known = before.get(path).map(|(_, known)| known);
            known != Some(seen)
        };
        let mut changed: Vec<(Candidate, Seen)> = self
            .files
            .iter()
            .filter(|(path, (_, seen))| is_changed(path, seen))
            .map(|(_, found)| found.clone())
            .collect();
        // The latest first: that is what somebody looks for.
        changed.sort_by(|(one, seen), (two, other)| {
            let latest = other.session.changed.cmp(&seen.session.changed);
            latest.then_with(|| one.path.cmp(&two.path))
        });
        if !changed.is_empty() {
            self.count(news)?;
        }
        for few in changed.chunks(FEW) {
            let others = read_all(caller, few, news)?;
            for (candidate, _) in few {
                if others.contains(&candidate.path) {
                    self.others.insert(candidate.path.clone());
                    tell(news, News::Gone(candidate.path.clone()))?;
                } else {
                    self.others.remove(&candidate.path);
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

/// What there is now, and what cannot be looked into. Only names, times and lengths are looked at, since this is done
/// every second.
fn look(caller: &Caller, paths: &[PathBuf]) -> (Found, Option<String>) {
    let mut found = Found::new();
    let mut trouble = None;
    for path in paths {
        // What was named and is not there any more is told, and holds nothing.
        let is_there = caller.of_file(files::length(path));
        match is_there.and_then(|_| gather::find(caller, std::slice::from_ref(path))) {
            Ok(candidates) => found.extend(candidates.into_iter().map(|candidate| {
                let seen = seen(&candidate.path);
                (candidate.path.clone(), (candidate, seen))
            })),
            Err(failure) => trouble = Some(sentence(&failure)),
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
    }
}

/// Reads these on all cores and tells each as soon as it is read; returns those that are no sessions. No more is kept of
/// a session than a digest.
fn read_all(
    caller: &Caller,
    changed: &[(Candidate, Seen)],
    news: &Sender<News>,
) -> Result<BTreeSet<PathBuf>, Unheard> {
    let candidates: Vec<Candidate> = changed.iter().map(|(one, _)| one.clone()).collect();
    let paths = candidates.iter().map(|one| one.path.clone());
    let mut others: BTreeSet<PathBuf> = paths.collect();
    let mut heard = Ok(());
    let digest = |workshop| Box::new(Digest::of(&workshop));
    gather::each(caller, &candidates, digest, |gathered| {
        let Some((candidate, seen)) = changed.get(gathered.index) else {
            return;
        };
        others.remove(&candidate.path);
        if heard.is_ok() {
            let entry = entry(caller, &candidate.path, seen.session, gathered);
            heard = tell(news, News::Entry(Box::new(entry)));
        }
    });
    heard.map(|()| others)
}

fn entry(caller: &Caller, path: &Path, stamp: Stamp, gathered: Gathered<Box<Digest>>) -> Entry {
    let mut content = gathered.made.map_err(|failure| sentence(&failure));
    if let (Ok(digest), Some(warning)) = (&mut content, &gathered.left_out) {
        digest.warning = Some(clean(warning, Lines::Many));
    }
    // Notes that cannot be read are told of when somebody wants to write some.
    let notes = notes(caller, path).ok().flatten();
    Entry {
        path: path.to_owned(),
        stamp,
        content,
        unkept: unkept::read(caller, path, notes.as_deref()),
        notes,
    }
}

/// What a session is like now.
pub(super) fn stamp(session: &Path) -> Stamp {
    seen(session).session
}
