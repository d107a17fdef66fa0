//! `halte report`: one report over one or more sessions.

use std::path::{Path, PathBuf};

use super::Caller;
use super::args::{By, Format, Report};
use super::failure::Failure;
use super::{files, load};
use crate::report::{self, Options, json, table};
use crate::store;
use crate::workshop::Workshop;

/// How wide a table is when the terminal does not say.
const WIDTH: usize = 80;

pub(super) fn run(caller: &Caller, asked: &Report) -> Result<(), Failure> {
    let mut loaded = Vec::new();
    for path in &asked.paths {
        for file in sessions(path)? {
            loaded.push(load::workshop(caller, &file)?);
        }
    }
    if loaded.is_empty() {
        let paths = asked
            .paths
            .iter()
            .map(|path| path.display().to_string())
            .collect::<Vec<_>>()
            .join(", ");
        return Err(Failure::new(
            caller
                .locale
                .say_with("no-sessions", &[("path", paths.into())]),
        ));
    }
    let by = match asked.by {
        By::Primary => report::By::Primary,
        By::Any => report::By::Any,
    };
    let text = write(caller, &loaded.iter().collect::<Vec<_>>(), by, asked.format);
    match &asked.output {
        Some(output) => {
            store::replace(output, text.as_bytes()).map_err(|error| Failure::of(&error))
        }
        None => super::print(text.as_bytes()),
    }
}

/// The report over these workshops.
pub(super) fn write(
    caller: &Caller,
    workshops: &[&Workshop],
    by: report::By,
    format: Format,
) -> String {
    let report = report::Report::of(workshops, Options { by });
    match format {
        Format::Json => json::render(&report),
        Format::Table => {
            let look = table::Look {
                ascii: caller.ascii,
                color: caller.color,
                width: width(),
            };
            table::render(&report, caller.locale, look)
        }
    }
}

/// The sessions meant by a path. In a folder: every saved session, and every journal that has none beside it; plans
/// are passed over there.
fn sessions(path: &Path) -> Result<Vec<PathBuf>, Failure> {
    if !path.is_dir() {
        return Ok(vec![path.to_owned()]);
    }
    let found = files::within(path)?;
    let is_journal = |file: &Path| {
        file.extension()
            .is_some_and(|ending| ending == store::JOURNAL)
    };
    let has_saved = |file: &Path| found.contains(&file.with_extension(store::SAVED));
    Ok(found
        .iter()
        .filter(|file| {
            if is_journal(file) {
                !has_saved(file)
            } else {
                files::holds_a_record(file)
            }
        })
        .cloned()
        .collect())
}

/// The width of the terminal that is written to, within reason.
fn width() -> usize {
    let columns = std::env::var("COLUMNS")
        .ok()
        .and_then(|columns| columns.parse().ok());
    columns.unwrap_or(WIDTH).clamp(60, 200)
}
