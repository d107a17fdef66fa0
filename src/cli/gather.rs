//! Many saved sessions at once: which files are meant, read on all cores, each handed over as soon as it is read. A file
//! that cannot be read says why and stops no other, and only as many are in memory as there are cores, unless whoever
//! takes them keeps them.

use std::collections::BTreeMap;
use std::collections::btree_map::Entry;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError, mpsc};
use std::time::{Duration, Instant};

use indicatif::{ProgressBar, ProgressDrawTarget};
use rayon::iter::{ParallelBridge as _, ParallelIterator as _};

use super::failure::Failure;
use super::{Caller, files, load, progress};
use crate::content;
use crate::id::SessionId;
use crate::report::Unreadable;
use crate::store::{JOURNAL, SAVED};
use crate::text::{Lines, clean};
use crate::workshop::Workshop;

/// Files of more bytes are read one at a time: what is in them takes many times their size.
const LARGE: u64 = 4 * 1024 * 1024;
/// Sentences about files that are told before it is only said how many more there are.
const TOLD: usize = 20;
/// How long people wait without being told how far it is.
const PATIENCE: Duration = Duration::from_millis(500);

/// A file that may hold a session.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Candidate {
    pub(super) path: PathBuf,
    /// It was found in a folder, so it may be something else.
    found: bool,
}

/// What came of reading one file.
#[derive(Debug)]
pub(super) struct Gathered<T> {
    /// Which of the candidates it is.
    pub(super) index: usize,
    /// What was made of the session in it, or why it cannot be read.
    pub(super) made: Result<T, Failure>,
    /// Which of it and the journal beside it was left out, and why.
    pub(super) left_out: Option<String>,
}

/// The files that are meant by these paths. In a folder: everything that may be a saved session, and every journal that
/// has none beside it.
pub(super) fn find(caller: &Caller, paths: &[PathBuf]) -> Result<Vec<Candidate>, Failure> {
    let mut all = Vec::new();
    for path in paths {
        if !path.is_dir() {
            let (path, found) = (path.clone(), false);
            all.push(Candidate { path, found });
            continue;
        }
        let listed = caller.of_file(files::listed(path))?;
        let has_saved = |file: &Path| listed.binary_search(&file.with_extension(SAVED)).is_ok();
        let meant = listed
            .iter()
            .filter(|file| !(load::is_journal(file) && has_saved(file)));
        all.extend(meant.cloned().map(|path| Candidate { path, found: true }));
    }
    Ok(all)
}

/// Reads these files on all cores. `make` is called where a file was read, so that no more is kept of a session than
/// what it returns; `take` is called here, in the order in which the files are done with. What turns out to be a plan or
/// a persona among the files of a folder is passed over.
pub(super) fn each<T: Send>(
    caller: &Caller,
    candidates: &[Candidate],
    make: impl Fn(Workshop) -> T + Sync,
    mut take: impl FnMut(Gathered<T>),
) {
    let large = Mutex::new(());
    let read = |index: usize, candidate: &Candidate| {
        let of_one = || one(caller, candidate);
        let read = if files::length(&candidate.path).is_ok_and(|length| length > LARGE) {
            let _alone = large.lock().unwrap_or_else(PoisonError::into_inner);
            of_one()
        } else {
            of_one()
        };
        let (made, left_out) = match read? {
            Ok(read) => (Ok(make(read.workshop)), read.left_out),
            Err(failure) => (Err(failure), None),
        };
        Some(Gathered {
            index,
            made,
            left_out,
        })
    };
    let (sender, done) = mpsc::sync_channel(1);
    let read = &read;
    rayon::in_place_scope(|scope| {
        scope.spawn(move |_| {
            let numbered = candidates.iter().enumerate().par_bridge();
            numbered.for_each_with(sender, |sender, (index, candidate)| {
                // When nobody takes anything any more there is nobody to tell it.
                let _ = sender.send(read(index, candidate));
            });
        });
        done.iter().flatten().for_each(&mut take);
    });
}

/// Reads one file; nothing when it was only found in a folder and is a plan or a persona.
fn one(caller: &Caller, candidate: &Candidate) -> Option<Result<load::Read, Failure>> {
    let path = &candidate.path;
    if !candidate.found {
        return Some(load::read(caller, path));
    }
    if files::is_no_file(path) {
        return Some(Err(load::says(caller, "not-a-file", path)));
    }
    if load::is_journal(path) {
        return Some(load::read(caller, path));
    }
    let bytes = match load::bytes(caller, path) {
        Ok(bytes) => bytes,
        Err(failure) => return Some(Err(failure)),
    };
    // With a journal beside it, it was a session, whatever is left of it.
    if files::is_record(&bytes) || files::exists(&path.with_extension(JOURNAL)) {
        return Some(load::read_saved(caller, path, &bytes));
    }
    let no_yaml = content::parse(&bytes).err()?;
    Some(Err(load::at_fault(caller, path, &no_yaml)))
}

/// Every session that is meant by these paths, each once, and the files that could not be read.
#[derive(Debug)]
pub(super) struct Campaign {
    pub(super) workshops: Vec<Workshop>,
    pub(super) unreadable: Vec<Unreadable>,
}

/// Gathers every session that is meant by these paths, at least one, without what no report reads; each once, since its
/// file and its journal may both have been named, or a copy of it. What cannot be read is told.
pub(super) fn all(caller: &Caller, paths: &[PathBuf]) -> Result<Campaign, Failure> {
    let candidates = find(caller, paths)?;
    let mut sessions = Sessions::default();
    let mut failures = BTreeMap::new();
    let mut left_out = BTreeMap::new();
    let mut bar = Bar::new(caller, candidates.len());
    each(caller, &candidates, Workshop::for_reports, |gathered| {
        bar.step();
        let index = gathered.index;
        match gathered.made {
            Ok(workshop) => sessions.keep(index, workshop),
            Err(failure) => drop(failures.insert(index, failure)),
        }
        left_out.extend(gathered.left_out.map(|words| (index, words)));
    });
    bar.0.finish_and_clear();
    for words in left_out.values() {
        super::tell(&clean(words, Lines::One));
    }
    let workshops = sessions.in_order();
    if workshops.is_empty() {
        return Err(nothing(caller, paths, failures));
    }
    tell(caller, failures.values());
    let of = |(index, failure): (&usize, &Failure)| {
        let candidate = candidates.get(*index)?;
        Some(unreadable(&candidate.path, failure))
    };
    Ok(Campaign {
        workshops,
        unreadable: failures.iter().filter_map(of).collect(),
    })
}

/// Why there is no session at all.
fn nothing(caller: &Caller, paths: &[PathBuf], failures: BTreeMap<usize, Failure>) -> Failure {
    if failures.len() > 1 {
        tell(caller, failures.values());
        return Failure::told();
    }
    failures.into_values().next().unwrap_or_else(|| {
        let paths = paths.iter().map(|path| path.display().to_string());
        let paths = paths.collect::<Vec<_>>().join(", ");
        let said = caller
            .locale
            .say_with("no-sessions", &[("path", paths.into())]);
        Failure::new(said)
    })
}

/// Tells why files could not be read: the first of them, and how many more there are.
fn tell<'a>(caller: &Caller, failures: impl ExactSizeIterator<Item = &'a Failure>) {
    let more = failures.len().saturating_sub(TOLD);
    for failure in failures.take(TOLD) {
        super::tell(&format!("halte: {}", clean(failure.sentence(), Lines::One)));
    }
    if more > 0 {
        let more = caller
            .locale
            .say_with("unreadable-more", &[("more", more.into())]);
        super::tell(&format!("halte: {more}"));
    }
}

/// The same for a report, which is no place for the folders of somebody's machine.
fn unreadable(path: &Path, failure: &Failure) -> Unreadable {
    let name = path.file_name().unwrap_or(path.as_os_str());
    let name = name.to_string_lossy();
    let reason = failure
        .sentence()
        .replace(&*path.display().to_string(), &name);
    Unreadable {
        file: clean(&name, Lines::One),
        reason: clean(&reason, Lines::One),
    }
}

/// Sessions, whatever the order in which they come.
#[derive(Debug, Default)]
struct Sessions(BTreeMap<SessionId, Kept>);

#[derive(Debug)]
struct Kept {
    /// Where the session was first met.
    place: usize,
    /// Where this was read.
    read: usize,
    workshop: Workshop,
}

impl Sessions {
    /// Takes a session in. Of two that are the same the one is kept that holds more, or else the first.
    fn keep(&mut self, index: usize, workshop: Workshop) {
        match self.0.entry(workshop.plan().id.clone()) {
            Entry::Vacant(vacant) => {
                vacant.insert(Kept {
                    place: index,
                    read: index,
                    workshop,
                });
            }
            Entry::Occupied(mut known) => {
                let known = known.get_mut();
                known.place = known.place.min(index);
                let more = workshop.seq().cmp(&known.workshop.seq());
                if more.then(known.read.cmp(&index)).is_gt() {
                    (known.read, known.workshop) = (index, workshop);
                }
            }
        }
    }

    fn in_order(self) -> Vec<Workshop> {
        let mut kept: Vec<Kept> = self.0.into_values().collect();
        kept.sort_by_key(|one| one.place);
        kept.into_iter().map(|one| one.workshop).collect()
    }
}

/// How far it is, for who waits at a terminal; what is soon done needs none.
struct Bar(ProgressBar, Option<Instant>);

impl Bar {
    fn new(caller: &Caller, files: usize) -> Self {
        let message = caller.locale.say("report-progress");
        let bar = progress::hidden(caller, files, message);
        Self(bar, progress::is_wanted(caller).then(Instant::now))
    }

    fn step(&mut self) {
        self.0.inc(1);
        if self.1.take_if(|start| start.elapsed() > PATIENCE).is_some() {
            self.0.set_draw_target(ProgressDrawTarget::stderr());
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::moment::Moment;
    use crate::session::Fresh;
    use crate::vocabulary::PresetName;

    fn workshop(title: &str, chance: u64, seq: u64) -> Workshop {
        let content = content::Content::shipped().unwrap();
        let draft = crate::session::shipped(PresetName::Short, content).unwrap();
        let at = Moment::from_millis(1_795_251_600_000);
        let mut plan = draft.open(&Fresh { at, chance });
        plan.title = title.parse().unwrap();
        let mut workshop = Workshop::open(plan, at);
        workshop.seq = seq;
        workshop
    }

    #[test]
    fn of_the_same_session_the_one_that_holds_more_is_kept_whoever_comes_first() {
        let files = [
            (0, workshop("a", 1, 5)),
            (1, workshop("b", 2, 3)),
            (2, workshop("a again", 1, 9)),
            (3, workshop("b again", 2, 3)),
        ];
        let titles = |order: [usize; 4]| {
            let mut sessions = Sessions::default();
            for place in order {
                let (index, workshop) = files[place].clone();
                sessions.keep(index, workshop);
            }
            let kept = sessions.in_order();
            kept.iter()
                .map(|one| one.plan().title.to_string())
                .collect::<Vec<_>>()
        };
        for order in [[0, 1, 2, 3], [3, 2, 1, 0], [2, 0, 3, 1], [1, 3, 0, 2]] {
            assert_eq!(titles(order), ["a again", "b"], "{order:?}");
        }
    }
}
