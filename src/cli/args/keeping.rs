//! The commands over what was kept of a workshop: looking back at it, and taking things out of it.

use std::path::PathBuf;

use clap::Args;

use super::{By, Format};

/// `halte replay`.
#[derive(Debug, Args)]
pub(in crate::cli) struct Replay {
    pub(in crate::cli) file: PathBuf,
    #[command(flatten)]
    pub(in crate::cli) moment: Moment,
    #[arg(long, value_enum, default_value_t = Format::Table, value_name = "FORMAT")]
    pub(in crate::cli) format: Format,
    #[arg(long, value_name = "FILE")]
    pub(in crate::cli) output: Option<PathBuf>,
    #[arg(long, value_enum, default_value_t = By::Primary)]
    pub(in crate::cli) by: By,
}

/// Which moment to look back at: one of the two.
#[derive(Debug, Args)]
#[group(id = "moment", required = true, multiple = false)]
pub(in crate::cli) struct Moment {
    #[arg(long, value_name = "TIME")]
    pub(in crate::cli) at: Option<String>,
    #[arg(long, value_name = "N")]
    pub(in crate::cli) seq: Option<u64>,
}

/// `halte redact`.
#[derive(Debug, Args)]
pub(in crate::cli) struct Redact {
    pub(in crate::cli) file: PathBuf,
    #[arg(long)]
    pub(in crate::cli) organisations: bool,
    #[arg(long, value_name = "REGEX")]
    pub(in crate::cli) pattern: Vec<String>,
    #[arg(long, value_name = "FILE")]
    pub(in crate::cli) output: Option<PathBuf>,
}
