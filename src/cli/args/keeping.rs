//! The commands over what was kept of a workshop: looking back at it, and taking things out of it.

use std::path::PathBuf;

use clap::Args;

use super::{By, Format};
use crate::tui::film::{FASTEST, SLOWEST};

/// `halte replay`.
#[derive(Debug, Args)]
pub(in crate::cli) struct Replay {
    pub(in crate::cli) file: PathBuf,
    #[command(flatten)]
    pub(in crate::cli) moment: Moment,
    #[arg(long, value_name = "X", conflicts_with = "moment", value_parser = clap::value_parser!(u32).range(i64::from(SLOWEST)..=i64::from(FASTEST)))]
    pub(in crate::cli) speed: Option<u32>,
    #[arg(long, value_enum, default_value_t = Format::Table, value_name = "FORMAT", requires = "moment")]
    pub(in crate::cli) format: Format,
    #[arg(long, value_name = "FILE", requires = "moment")]
    pub(in crate::cli) output: Option<PathBuf>,
    #[arg(long, value_enum, default_value_t = By::Primary, requires = "moment")]
    pub(in crate::cli) by: By,
}

/// Which moment to look back at: one of the two, or else all of them, as a film.
#[derive(Debug, Args)]
#[group(id = "moment", multiple = false)]
pub(in crate::cli) struct Moment {
    #[arg(long, value_name = "TIME")]
    pub(in crate::cli) at: Option<String>,
    #[arg(long, value_name = "N")]
    pub(in crate::cli) seq: Option<u64>,
}

impl Replay {
    /// Whether no single moment was asked for.
    pub(in crate::cli) const fn is_film(&self) -> bool {
        self.moment.at.is_none() && self.moment.seq.is_none()
    }
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
