//! `halte doctor` as it is typed.

use std::net::SocketAddr;
use std::path::PathBuf;

use clap::Args;

/// `halte doctor`.
#[derive(Debug, Args)]
pub(in crate::cli) struct Doctor {
    /// With a link: whether this device reaches the room behind it.
    #[arg(conflicts_with_all = ["listen", "participants", "sessions", "wait", "offline"])]
    pub(in crate::cli) link: Option<String>,
    /// The code behind a space, where a stroke was meant.
    #[arg(hide = true)]
    pub(in crate::cli) behind: Option<String>,
    #[arg(long, value_name = "CODE", requires = "link")]
    pub(in crate::cli) code: Option<String>,
    #[arg(long, value_name = "ADDR:PORT")]
    pub(in crate::cli) listen: Option<SocketAddr>,
    #[arg(long, default_value_t = 12, value_parser = clap::value_parser!(u16).range(1..=1000))]
    pub(in crate::cli) participants: u16,
    #[arg(long, value_name = "DIR", default_value = "sessions")]
    pub(in crate::cli) sessions: PathBuf,
    #[arg(long)]
    pub(in crate::cli) wait: bool,
    #[arg(long)]
    pub(in crate::cli) offline: bool,
    #[arg(long)]
    pub(in crate::cli) json: bool,
}
