//! `halte compare`: sessions, or groups of people in them, side by side.

use super::Caller;
use super::args::{Compare, Format, GroupBy};
use super::failure::Failure;
use super::{gather, report};
use crate::report::comparison::{self, Comparison, split};
use crate::report::tidy::comparison as tidy;
use crate::report::{html, json, markdown, table};
use crate::suggester::Suggester;

pub(super) fn run(caller: &Caller, asked: &Compare) -> Result<(), Failure> {
    if asked.table.is_some() && asked.format != Format::Csv {
        return Err(Failure::usage(caller.locale.say("usage-table-without-csv")));
    }
    let by = match asked.group_by {
        None => comparison::GroupBy::Session,
        Some(GroupBy::Organisation) => comparison::GroupBy::Organisation,
        Some(GroupBy::Sector) => comparison::GroupBy::Sector,
        Some(GroupBy::Year) => comparison::GroupBy::Year,
        Some(GroupBy::Tag) => comparison::GroupBy::Tag,
    };
    let campaign = gather::all(caller, &asked.paths)?;
    let parts = split(campaign.workshops, by);
    if parts.len() < 2 {
        return Err(Failure::new(caller.locale.say("compare-one")));
    }
    let is_whole = campaign.unreadable.is_empty();
    let mut comparison = Comparison::of(&parts, by, Suggester::shipped().model());
    comparison.unreadable = campaign.unreadable;
    let text = match asked.format {
        Format::Csv => tidy::render(&comparison, asked.table.unwrap_or_default()),
        Format::Html => {
            html::comparison(&comparison, caller.locale).map_err(|error| Failure::of(&error))?
        }
        Format::Json => json::render(&comparison),
        Format::Markdown => markdown::comparison(&comparison, caller.locale),
        Format::Table => {
            table::comparison::render(&comparison, caller.locale, report::look(caller))
        }
    };
    report::hand_over(caller, &text, asked.output.as_deref())?;
    report::whole(is_whole)
}
