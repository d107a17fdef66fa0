//! `halte check`: whether plans, personas, saved sessions and journals are what they should be. One line for every
//! file: a good one on stdout, any other on stderr.

use std::borrow::Cow;
use std::collections::BTreeSet;
use std::path::Path;

use super::Caller;
use super::args::Check;
use super::failure::Failure;
use super::{anonymity, files, load, privacy};
use crate::content::Content;
use crate::locale::Value;
use crate::session::File;
use crate::store::{self, JOURNAL};
use crate::text::harmless;
use crate::workshop::Workshop;

pub(super) fn run(caller: &Caller, check: &Check) -> Result<(), Failure> {
    let mut faults = Faults::default();
    let content = match load::content(caller, check.content.as_deref()) {
        Ok(content) => content,
        Err(failure) => {
            faults.tell(&failure);
            // What is wrong with a persona of one's own does not keep the other files from being looked at.
            let shipped = Content::shipped().map_err(|error| Failure::of(&error))?;
            Cow::Borrowed(shipped)
        }
    };
    for path in &check.paths {
        match caller.of_file(files::within(path)) {
            Ok(found) if found.is_empty() => faults.tell(&load::says(caller, "nothing-here", path)),
            Ok(found) => {
                for file in found {
                    let told = if check.anonymity {
                        anonymity::of(caller, &file, &content).map(|(text, holds)| {
                            faults.is_broken |= !holds;
                            text
                        })
                    } else if check.privacy {
                        privacy::of(caller, &file, &content)
                    } else {
                        one(caller, &file, &content).map(|what| good(&file, &what))
                    };
                    match told {
                        Ok(told) => super::print(harmless(&told).as_bytes())?,
                        Err(failure) => faults.tell(&failure),
                    }
                }
            }
            Err(failure) => faults.tell(&failure),
        }
    }
    if faults.told.is_empty() && !faults.is_broken {
        Ok(())
    } else {
        Err(Failure::told())
    }
}

/// What is wrong, each fault told once.
#[derive(Debug, Default)]
struct Faults {
    told: BTreeSet<String>,
    /// A promise is broken, and that was said where the others were kept.
    is_broken: bool,
}

impl Faults {
    fn tell(&mut self, failure: &Failure) {
        if self.told.insert(failure.sentence().to_owned()) {
            failure.tell();
        }
    }
}

fn good(file: &Path, what: &str) -> String {
    format!("{}: {what}\n", file.display())
}

/// What a good file is, in a few words.
fn one(caller: &Caller, file: &Path, content: &Content) -> Result<String, Failure> {
    if load::is_journal(file) {
        return journal(caller, file);
    }
    let read = load::file(caller, file, content)?;
    let locale = caller.locale;
    Ok(match read {
        File::Plan(_) if files::exists(&file.with_extension(JOURNAL)) => {
            return Err(load::says(caller, "session-without-record", file));
        }
        File::Plan(draft) => {
            let plan = draft.plan();
            let minutes = plan.agenda.iter().map(|step| u32::from(step.minutes));
            let variables = [
                ("scenarios", plan.scenarios.len().into()),
                ("personas", plan.personas.len().into()),
                ("steps", plan.agenda.len().into()),
                ("minutes", minutes.sum::<u32>().into()),
            ];
            locale.say_with("good-plan", &variables)
        }
        File::Session(session) => {
            let record = &session.proceedings;
            let given = record.contributions.iter().filter(|given| !given.withdrawn);
            let variables = [
                ("contributions", given.count().into()),
                ("participants", record.participants.len().into()),
            ];
            let key = if record.closed_at.is_some() {
                "good-session"
            } else {
                "good-open-session"
            };
            locale.say_with(key, &variables)
        }
        File::Persona(persona) => locale.say_with(
            "good-persona",
            &[("role", persona.role.get(locale.language()).into())],
        ),
    })
}

fn journal(caller: &Caller, file: &Path) -> Result<String, Failure> {
    let read = caller.of_file(store::read_journal(file))?;
    if Workshop::replay(&read.records).is_none() {
        return Err(load::says(caller, "empty-journal", file));
    }
    let length = caller.of_file(files::length(file))?;
    let torn = length.saturating_sub(read.intact as u64);
    let mut variables: Vec<(&str, Value<'_>)> = vec![("records", read.records.len().into())];
    if torn == 0 {
        return Ok(caller.locale.say_with("good-journal", &variables));
    }
    variables.push(("bytes", torn.into()));
    Ok(caller.locale.say_with("good-torn-journal", &variables))
}
