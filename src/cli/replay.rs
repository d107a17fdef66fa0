//! `halte replay`: the report of an earlier moment, over the workshop as its journal tells it up to there. The records
//! are folded by the same rules as in the room, and the report is that of `halte report`.

use std::path::{Path, PathBuf};

use super::args::Replay;
use super::failure::Failure;
use super::{Caller, files, load, report};
use crate::journal::Journal;
use crate::locale::Value;
use crate::moment::Moment;
use crate::store::{self, JOURNAL};
use crate::workshop::{Record, Workshop};

pub(super) fn run(caller: &Caller, asked: &Replay) -> Result<(), Failure> {
    let path = journal_of(caller, &asked.file)?;
    let journal = caller.of_file(store::read_journal(&path))?;
    let records = chosen(caller, &path, &journal, asked)?;
    let (Some(workshop), Some(last)) = (Workshop::replay(records), records.last()) else {
        return Err(load::says(caller, "empty-journal", &path));
    };
    let text = report::write(caller, &[&workshop], asked.by.into(), asked.format)?;
    if !caller.quiet {
        let variables = [
            ("path", path.display().to_string().into()),
            ("seq", last.seq.to_string().into()),
            ("all", journal.records.len().to_string().into()),
            ("at", last.at.to_string().into()),
        ];
        super::tell(&caller.locale.say_with("replay-stood", &variables));
    }
    report::hand_over(caller, &text, asked.output.as_deref())
}

/// The journal that is meant: the file itself, or the one beside the saved session.
fn journal_of(caller: &Caller, file: &Path) -> Result<PathBuf, Failure> {
    let journal = file.with_extension(JOURNAL);
    if file != journal && files::exists(file) && !files::exists(&journal) {
        return Err(says_of(caller, "replay-no-journal", file, &[]));
    }
    // A name that is not there at all is told as it was typed.
    Ok(if files::exists(file) {
        journal
    } else {
        file.to_owned()
    })
}

/// The records up to the moment that was asked for.
fn chosen<'a>(
    caller: &Caller,
    path: &Path,
    journal: &'a Journal,
    asked: &Replay,
) -> Result<&'a [Record], Failure> {
    let Some(first) = journal.records.first() else {
        return Err(load::says(caller, "empty-journal", path));
    };
    if let Some(time) = &asked.moment.at {
        let at: Moment = time.parse().map_err(|_no_time| {
            let variables = [("what", time.as_str().into())];
            Failure::usage(caller.locale.say_with("replay-no-time", &variables))
        })?;
        let records = journal.until(at);
        if records.is_empty() {
            let opened = [("at", first.at.to_string().into())];
            return Err(says_of(caller, "replay-too-early", path, &opened));
        }
        return Ok(records);
    }
    let seq = asked.moment.seq.unwrap_or_default();
    journal.through(seq).ok_or_else(|| {
        let variables = [
            ("seq", seq.to_string().into()),
            ("all", journal.records.len().to_string().into()),
        ];
        says_of(caller, "replay-no-record", path, &variables)
    })
}

fn says_of(caller: &Caller, key: &str, path: &Path, more: &[(&str, Value<'_>)]) -> Failure {
    let mut variables = vec![("path", path.display().to_string().into())];
    variables.extend_from_slice(more);
    Failure::new(caller.locale.say_with(key, &variables))
}
