//! `halte report`: one report over one or more sessions.

use std::path::Path;

use super::Caller;
use super::args::{By, Format, Report};
use super::failure::Failure;
use super::{files, gather};
use crate::report::tidy::{self, Table};
use crate::report::{self, Options, html, json, markdown, table};
use crate::workshop::Workshop;

/// How wide a table is when the terminal does not say.
const WIDTH: usize = 80;

pub(super) fn run(caller: &Caller, asked: &Report) -> Result<(), Failure> {
    if asked.table.is_some() && asked.format != Format::Csv {
        return Err(Failure::usage(caller.locale.say("usage-table-without-csv")));
    }
    let campaign = gather::all(caller, &asked.paths)?;
    let workshops: Vec<&Workshop> = campaign.workshops.iter().collect();
    let options = Options {
        by: asked.by.into(),
    };
    let is_whole = campaign.unreadable.is_empty();
    let mut report = report::Report::of(&workshops, options);
    report.unreadable = campaign.unreadable;
    let text = match asked.table {
        Some(table) => tidy::render(&report, &workshops, table),
        None => draw(caller, &report, &workshops, asked.format)?,
    };
    hand_over(caller, &text, asked.output.as_deref())?;
    whole(is_whole)
}

/// What could not be read has been told; a script learns it from the code.
pub(super) fn whole(is_whole: bool) -> Result<(), Failure> {
    if is_whole {
        Ok(())
    } else {
        Err(Failure::told())
    }
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

/// The report over these workshops.
pub(super) fn write(
    caller: &Caller,
    workshops: &[&Workshop],
    by: report::By,
    format: Format,
) -> Result<String, Failure> {
    let report = report::Report::of(workshops, Options { by });
    draw(caller, &report, workshops, format)
}

fn draw(
    caller: &Caller,
    report: &report::Report,
    workshops: &[&Workshop],
    format: Format,
) -> Result<String, Failure> {
    Ok(match format {
        Format::Csv => tidy::render(report, workshops, Table::default()),
        Format::Html => html::render(report, caller.locale).map_err(|error| Failure::of(&error))?,
        Format::Json => json::render(report),
        Format::Markdown => markdown::render(report, caller.locale),
        Format::Table => table::render(report, caller.locale, look(caller)),
    })
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
