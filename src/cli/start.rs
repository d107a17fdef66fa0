//! `halte` by itself, at a terminal: a start screen, and then what was chosen there. What goes wrong with a choice is
//! said on the screen, with what was filled in still there.

use std::path::{Path, PathBuf};

use futures_util::FutureExt as _;

use super::args::{Host, Join, Rehearse};
use super::failure::Failure;
use super::screen::{self, Screen};
use super::{Caller, files, host, join, load, opening, rehearse, review};
use crate::content::Content;
use crate::session::{self, File, Outline};
use crate::store::SAVED;
use crate::tui::dialog::converse;
use crate::tui::start::{NewWorkshop, Shelf, Shelved, Start, Wish};
use crate::workshop::plan::Plan;

/// Where plans and saved sessions are looked for.
const SESSIONS: &str = "sessions";

/// What was chosen, found to be possible.
enum Chosen {
    Host(Box<Plan>),
    Resume(PathBuf),
    Join(Box<Join>),
    Review,
    Rehearse(u16),
    Nothing,
}

pub(super) fn run(caller: &Caller) -> Result<(), Failure> {
    let content = load::content(caller, None)?;
    loop {
        let chosen = host::runtime()?.block_on(ask(caller, &content))?;
        // Somebody who looked back may want to do something else next.
        if matches!(chosen, Chosen::Review) {
            review::over(caller, &[PathBuf::from(SESSIONS)])?;
            continue;
        }
        return perform(caller, chosen);
    }
}

fn perform(caller: &Caller, chosen: Chosen) -> Result<(), Failure> {
    match chosen {
        Chosen::Host(plan) => host::run_plan(caller, &plan, &Host::at_default(None)),
        Chosen::Resume(file) => host::run(caller, &Host::at_default(Some(file))),
        Chosen::Join(join) => join::run(caller, *join),
        Chosen::Rehearse(participants) => rehearse::run(caller, &Rehearse::of(participants)),
        Chosen::Review | Chosen::Nothing => Ok(()),
    }
}

async fn ask(caller: &Caller, content: &Content) -> Result<Chosen, Failure> {
    let stopped = opening::asked_to_stop().shared();
    let shelf = shelf(caller);
    let mut start = Start::new(shelf, content, caller.locale, screen::look(caller));
    let mut screen = Screen::take()?;
    loop {
        let asked = converse(
            &mut start,
            &mut screen.tty,
            &mut screen.keyboard,
            stopped.clone(),
        );
        let Some(wish) = asked.await.map_err(|error| Failure::of(&error))? else {
            return Ok(Chosen::Nothing);
        };
        match tried(caller, content, wish) {
            Ok(chosen) => return Ok(chosen),
            Err(failure) => start.object(failure.sentence().to_owned()),
        }
    }
}

/// Finds out whether a wish can come true, before the screen is left for it.
fn tried(caller: &Caller, content: &Content, wish: Wish) -> Result<Chosen, Failure> {
    Ok(match wish {
        Wish::Host(new) => Chosen::Host(Box::new(planned(caller, content, *new)?)),
        Wish::Plan(path) => {
            Chosen::Host(Box::new(load::plan(caller, Some(Path::new(&path)), None)?))
        }
        Wish::Resume(path) => Chosen::Resume(path.into()),
        Wish::Review => {
            caller.of_file(files::within(Path::new(SESSIONS)))?;
            Chosen::Review
        }
        Wish::Join(link) => {
            let join = Join::with_link(link);
            join::address_of(caller, &join)?;
            Chosen::Join(Box::new(join))
        }
        Wish::Rehearse(participants) => Chosen::Rehearse(participants),
        Wish::Quit => Chosen::Nothing,
    })
}

/// The plan of a workshop as it was filled in: written and read like one from a file, so that the same holds for it.
fn planned(caller: &Caller, content: &Content, new: NewWorkshop) -> Result<Plan, Failure> {
    let outline = Outline {
        title: new.title,
        language: new.language,
        preset: new.preset,
        scenarios: new.scenarios,
        personas: new.personas,
    };
    let text = session::write_plan(&outline, content).map_err(|error| Failure::of(&error))?;
    let name = Path::new("plan");
    match session::read(text.as_bytes(), content) {
        Ok(File::Plan(draft)) => {
            let mut plan = draft.open(&load::fresh());
            plan.anonymity = new.anonymity;
            plan.organisations = new.organisations;
            Ok(plan)
        }
        Ok(File::Session(_) | File::Persona(_)) => Err(load::says(caller, "is-a-session", name)),
        Err(error) => Err(load::at_fault(caller, name, &error)),
    }
}

/// The files there is something to do with. A plan that cannot be read is listed like any other: choosing it tells why.
fn shelf(caller: &Caller) -> Shelf {
    let mut shelf = Shelf::default();
    for folder in [".", SESSIONS] {
        // A folder that is not there holds nothing.
        let files = files::within(Path::new(folder)).unwrap_or_default();
        for path in files {
            put(caller, &path, &mut shelf);
        }
    }
    // The latest first: that is the one somebody comes back for.
    shelf.begun.reverse();
    shelf
}

fn put(caller: &Caller, path: &Path, shelf: &mut Shelf) {
    // Until its first step is over a workshop has a journal alone.
    let is_journal = load::is_journal(path);
    if is_journal && files::exists(&path.with_extension(SAVED)) {
        return;
    }
    let shelved = |words: String| Shelved {
        path: path.display().to_string(),
        words,
    };
    if !is_journal && !files::holds_a_record(path) {
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        return shelf.plans.push(shelved(name.into_owned()));
    }
    // What is damaged is named by `halte check`.
    if let Ok(workshop) = load::workshop(caller, path) {
        let opened = workshop.opened_at().to_string();
        let day = opened.split('T').next().unwrap_or_default();
        let words = format!("{day}  {}", workshop.plan().title.as_str());
        if workshop.closed_at().is_none() {
            shelf.begun.push(shelved(words));
        }
    }
}
