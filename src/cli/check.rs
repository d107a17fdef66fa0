//! `halte check`: whether plans, personas, saved sessions and journals are what they should be.

use std::path::Path;

use super::Caller;
use super::args::Check;
use super::failure::Failure;
use super::{files, load};
use crate::content::Content;
use crate::session::{self, File};
use crate::store::{self, JOURNAL};
use crate::workshop::Workshop;

pub(super) fn run(caller: &Caller, check: &Check) -> Result<(), Failure> {
    let content = load::content(caller, check.content.as_deref())?;
    let mut are_good = true;
    for path in &check.paths {
        let found = files::within(path)?;
        if found.is_empty() {
            super::tell(&caller.locale.say_with(
                "nothing-here",
                &[("path", path.display().to_string().into())],
            ));
            are_good = false;
        }
        for file in found {
            match one(caller, &file, &content) {
                Ok(what) => {
                    let path = file.display().to_string();
                    super::print(format!("{path}: {what}\n").as_bytes())?;
                }
                Err(failure) => {
                    super::tell(failure.sentence());
                    are_good = false;
                }
            }
        }
    }
    if are_good {
        Ok(())
    } else {
        Err(Failure::told())
    }
}

/// What a good file is, in a few words.
fn one(caller: &Caller, file: &Path, content: &Content) -> Result<String, Failure> {
    let locale = caller.locale;
    if file.extension().is_some_and(|ending| ending == JOURNAL) {
        let read = store::read_journal(file).map_err(|error| Failure::of(&error))?;
        let records = read.records.len();
        Workshop::replay(&read.records).ok_or_else(|| Failure::new(file.display().to_string()))?;
        return Ok(locale.say_with("good-journal", &[("records", records.into())]));
    }
    let read = session::read(&load::bytes(file)?, content)
        .map_err(|error| load::at_fault(caller, file, &error))?;
    Ok(match read {
        File::Plan(draft) => {
            let minutes: u32 = draft
                .plan()
                .agenda
                .iter()
                .map(|step| u32::from(step.minutes))
                .sum();
            let steps = draft.plan().agenda.len();
            locale.say_with(
                "good-plan",
                &[("steps", steps.into()), ("minutes", minutes.into())],
            )
        }
        File::Session(session) => {
            let contributions = session.proceedings.contributions.len();
            let participants = session.proceedings.participants.len();
            let variables = [
                ("contributions", contributions.into()),
                ("participants", participants.into()),
            ];
            locale.say_with("good-session", &variables)
        }
        File::Persona(persona) => locale.say_with(
            "good-persona",
            &[("role", persona.role.get(locale.language()).into())],
        ),
    })
}
