//! `halte replay`: a workshop that was, as its journal tells it. All of it as a film, on the observer's screen; or the
//! report of an earlier moment, which is that of `halte report`. The records are folded by the same rules as in the room.

use std::path::{Path, PathBuf};

use super::args::Replay;
use super::failure::Failure;
use super::screen::{self, Screen};
use super::{Caller, files, host, load, opening, report};
use crate::journal::Journal;
use crate::locale::Value;
use crate::moment::Moment;
use crate::store::{self, JOURNAL};
use crate::tui::film::{self, Film, Speed};
use crate::tui::scene::Invitation;
use crate::tui::{self, drafts::Drafts};
use crate::vocabulary::Role;
use crate::workshop::{Record, Workshop};

pub(super) fn run(caller: &Caller, asked: &Replay) -> Result<(), Failure> {
    if asked.is_film() && !screen::is_there() {
        return Err(Failure::usage(caller.locale.say("replay-no-screen")));
    }
    let path = journal_of(caller, &asked.file)?;
    // Of a room that is open more may be written meanwhile; that is not torn.
    let length = caller.of_file(files::length(&path))?;
    let journal = caller.of_file(store::read_journal(&path))?;
    if asked.is_film() {
        let torn = length.saturating_sub(journal.intact as u64);
        return show(caller, &path, journal, torn, asked.speed);
    }
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

/// Shows the film at this terminal, until the person leaves it.
fn show(
    caller: &Caller,
    path: &Path,
    journal: Journal,
    torn: u64,
    speed: Option<u32>,
) -> Result<(), Failure> {
    let options = tui::Options {
        locale: caller.locale,
        role: Role::Observer,
        look: screen::look(caller),
        invitation: Invitation::default(),
        drafts: Drafts::default(),
    };
    let speed = speed.map(Speed::of);
    let film = Film::open(journal.records, torn, speed, options, opening::now());
    let film = film.ok_or_else(|| load::says(caller, "empty-journal", path))?;
    host::runtime()?.block_on(async {
        let stopped = opening::asked_to_stop();
        let mut screen = Screen::take()?;
        let (tty, keyboard) = (&mut screen.tty, &mut screen.keyboard);
        let shown = film::run(film, tty, keyboard, opening::now, stopped).await;
        // The terminal is given back before anything is said on it.
        drop(screen);
        shown.map_err(|error| Failure::of(&error))
    })
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
