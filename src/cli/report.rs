//! `halte report`: one report over one or more sessions.

use std::path::{Path, PathBuf};

use super::Caller;
use super::args::{By, Format, Report};
use super::failure::Failure;
use super::{files, load};
use crate::report::tidy::{self, Table};
use crate::report::{self, Options, html, json, markdown, table};
use crate::store::{self, StoreError};
use crate::workshop::Workshop;

/// How wide a table is when the terminal does not say.
const WIDTH: usize = 80;

pub(super) fn run(caller: &Caller, asked: &Report) -> Result<(), Failure> {
    if asked.table.is_some() && asked.format != Format::Csv {
        return Err(Failure::usage(caller.locale.say("usage-table-without-csv")));
    }
    let loaded = load_all(caller, &asked.paths)?;
    let loaded: Vec<&Workshop> = loaded.iter().collect();
    let text = match asked.table {
        Some(table) => write_table(&loaded, asked.by.into(), table),
        None => write(caller, &loaded, asked.by.into(), asked.format)?,
    };
    hand_over(caller, &text, asked.output.as_deref())
}

impl From<By> for report::By {
    fn from(by: By) -> Self {
        match by {
            By::Primary => Self::Primary,
            By::Any => Self::Any,
        }
    }
}

/// Writes a text to the file that was named, or else prints it.
pub(super) fn hand_over(caller: &Caller, text: &str, output: Option<&Path>) -> Result<(), Failure> {
    match output {
        Some(output) => {
            caller.of_file(files::write_result(output, text.as_bytes()))?;
            caller.note("report-written", output);
            Ok(())
        }
        None => super::print(text.as_bytes()),
    }
}

/// Every session that is meant by these paths, each once; at least one.
pub(super) fn load_all(caller: &Caller, paths: &[PathBuf]) -> Result<Vec<Workshop>, Failure> {
    let mut loaded = Vec::new();
    for path in paths {
        for file in caller.of_file(sessions(path))? {
            keep(&mut loaded, load::workshop(caller, &file)?);
        }
    }
    if loaded.is_empty() {
        let paths = paths
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
    Ok(loaded)
}

/// Takes a session in, once: its file and its journal may both have been named, or a copy of it.
fn keep(loaded: &mut Vec<Workshop>, found: Workshop) {
    let same = |known: &&mut Workshop| known.plan().id == found.plan().id;
    match loaded.iter_mut().find(same) {
        Some(known) if known.seq() < found.seq() => *known = found,
        Some(_) => {}
        None => loaded.push(found),
    }
}

/// The report over these workshops.
pub(super) fn write(
    caller: &Caller,
    workshops: &[&Workshop],
    by: report::By,
    format: Format,
) -> Result<String, Failure> {
    let report = report::Report::of(workshops, Options { by });
    Ok(match format {
        Format::Csv => tidy::render(&report, workshops, Table::default()),
        Format::Html => {
            html::render(&report, caller.locale).map_err(|error| Failure::of(&error))?
        }
        Format::Json => json::render(&report),
        Format::Markdown => markdown::render(&report, caller.locale),
        Format::Table => table::render(&report, caller.locale, look(caller)),
    })
}

/// One table of that report.
fn write_table(workshops: &[&Workshop], by: report::By, table: Table) -> String {
    let report = report::Report::of(workshops, Options { by });
    tidy::render(&report, workshops, table)
}

/// The sessions meant by a path. In a folder: every saved session, and every journal that has none beside it; plans
/// are passed over there.
fn sessions(path: &Path) -> Result<Vec<PathBuf>, StoreError> {
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

/// How a page is drawn where it is written to.
pub(super) fn look(caller: &Caller) -> table::Look {
    table::Look {
        ascii: caller.ascii,
        color: caller.color,
        width: width(),
    }
}

/// The width of the terminal that is written to, within reason.
pub(super) fn width() -> usize {
    let columns = std::env::var("COLUMNS")
        .ok()
        .and_then(|columns| columns.parse().ok());
    columns.unwrap_or(WIDTH).clamp(60, 200)
}
