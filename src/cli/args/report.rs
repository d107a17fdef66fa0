//! `halte report` and `halte compare` as they are typed.

use std::path::PathBuf;

use clap::{Args, ValueEnum};

use super::word;
use crate::report::tidy::{Table, comparison};

/// `halte report`.
#[derive(Debug, Args)]
pub(in crate::cli) struct Report {
    #[arg(required = true)]
    pub(in crate::cli) paths: Vec<PathBuf>,
    #[arg(long, value_enum, default_value_t = Format::Table, value_name = "FORMAT")]
    pub(in crate::cli) format: Format,
    /// Which of the tables, where a file holds one.
    #[arg(long, value_name = "NAME", value_parser = word::<Table>(Table::ALL.iter().map(|table| table.as_str())))]
    pub(in crate::cli) table: Option<Table>,
    #[arg(long, value_name = "FILE")]
    pub(in crate::cli) output: Option<PathBuf>,
    #[arg(long, value_enum, default_value_t = By::Primary)]
    pub(in crate::cli) by: By,
}

/// `halte review`.
#[derive(Debug, Args)]
pub(in crate::cli) struct Review {
    #[arg(value_name = "PATH", default_value = "sessions")]
    pub(in crate::cli) paths: Vec<PathBuf>,
}

/// What a report is written as.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(in crate::cli) enum Format {
    Table,
    Csv,
    Html,
    Json,
    Markdown,
}

/// What a report counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(in crate::cli) enum By {
    Primary,
    Any,
}

/// `halte compare`.
#[derive(Debug, Args)]
pub(in crate::cli) struct Compare {
    #[arg(required = true)]
    pub(in crate::cli) paths: Vec<PathBuf>,
    #[arg(long, value_enum, default_value_t = Format::Table, value_name = "FORMAT")]
    pub(in crate::cli) format: Format,
    /// Which of the tables, where a file holds one.
    #[arg(long, value_name = "NAME", value_parser = word::<comparison::Table>(comparison::Table::ALL.iter().map(|table| table.as_str())))]
    pub(in crate::cli) table: Option<comparison::Table>,
    #[arg(long, value_enum, value_name = "WHAT")]
    pub(in crate::cli) group_by: Option<GroupBy>,
    #[arg(long, value_name = "FILE")]
    pub(in crate::cli) output: Option<PathBuf>,
}

/// What a column of a comparison is, other than a session.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(in crate::cli) enum GroupBy {
    Organisation,
    Sector,
    Year,
    Tag,
}
