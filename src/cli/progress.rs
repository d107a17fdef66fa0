//! A bar that shows how far something is, on a terminal only.

use std::io::{self, IsTerminal as _};

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

use super::Caller;

/// Whether there is somebody to show a bar to.
pub(super) fn is_wanted(caller: &Caller) -> bool {
    io::stderr().is_terminal() && !caller.quiet
}

/// A bar over so many steps that nobody sees yet.
pub(super) fn hidden(caller: &Caller, steps: usize, message: String) -> ProgressBar {
    let bar = ProgressBar::with_draw_target(Some(steps as u64), ProgressDrawTarget::hidden());
    let template = if caller.ascii {
        "{msg} [{bar:30}] {pos}/{len}"
    } else {
        "{msg} {bar:30} {pos}/{len}"
    };
    if let Ok(style) = ProgressStyle::with_template(template) {
        bar.set_style(if caller.ascii {
            style.progress_chars("#> ")
        } else {
            style
        });
    }
    bar.set_message(message);
    bar
}
