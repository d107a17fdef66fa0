//! The screens at this terminal: whether there can be any, what it can draw, and a seat that is sat on at one.

use std::io::{self, IsTerminal as _};
use std::pin::Pin;

use futures_util::Stream;
use tokio::sync::watch;

use super::args::Task;
use super::failure::Failure;
use super::{Caller, opening};
use crate::seat::Seat;
use crate::tui::look::{Depth, Look, Tone};
use crate::tui::tty::{Keyboard, Tty};
use crate::tui::{self, App, Ending, Ties, TuiError};

/// The variable that says which background the colors are for: `dark`, `light`, `contrast` or `auto`.
const TONE: &str = "HALTE_TONE";
/// The variable that asks for large type from the start.
const LARGE: &str = "HALTE_LARGE";

/// What tells that the program was asleep.
type Woken = Pin<Box<dyn Stream<Item = ()> + Send>>;

/// The terminal this program was started in, taken for screens.
pub(super) struct Screen {
    pub(super) tty: Tty,
    pub(super) keyboard: Keyboard<Woken>,
}

/// Whether there is a terminal that can show screens, with somebody at its keyboard.
pub(super) fn is_there() -> bool {
    let is_dumb = std::env::var("TERM").is_ok_and(|term| term == "dumb");
    !is_dumb && io::stdin().is_terminal() && io::stdout().is_terminal()
}

/// Whether a task shows screens at this terminal.
pub(super) fn is_wanted(task: Option<&Task>) -> bool {
    let may = match task {
        None | Some(Task::Review(_)) => true,
        Some(Task::Host(host)) => !host.headless,
        Some(Task::Join(join)) => !join.plain,
        Some(Task::Replay(replay)) => replay.is_film(),
        Some(_) => false,
    };
    may && is_there()
}

/// How this terminal is drawn on.
pub(super) fn look(caller: &Caller) -> Look {
    let says = |name: &str| std::env::var(name).unwrap_or_default();
    let depth = if !caller.color {
        Depth::Mono
    } else if matches!(says("COLORTERM").as_str(), "truecolor" | "24bit") {
        Depth::Full
    } else {
        Depth::Sixteen
    };
    Look {
        tone: says(TONE).parse().unwrap_or(Tone::Auto),
        depth,
        ascii: caller.ascii,
        large: !says(LARGE).is_empty(),
    }
}

impl Screen {
    /// Takes the terminal. Inside a runtime.
    pub(super) fn take() -> Result<Self, Failure> {
        let tty = Tty::take(sleep).map_err(|error| Failure::of(&error))?;
        let keyboard = Keyboard::listen(woken());
        Ok(Self { tty, keyboard })
    }

    /// Sits at this terminal until the person leaves or the program is asked to stop.
    pub(super) async fn sit(
        &mut self,
        seat: Seat,
        app: App,
        drafts: watch::Sender<String>,
        drafts_kept: watch::Receiver<bool>,
        stop: impl Future<Output = ()> + Send,
    ) -> Result<Ending, TuiError> {
        let ties = Ties {
            clock: opening::now,
            drafts,
            drafts_kept,
            stop: Box::pin(stop),
        };
        tui::run(seat, &mut self.tty, &mut self.keyboard, app, ties).await
    }
}

/// Stops the whole job, as the terminal does when Ctrl-Z is pressed at it. Without job control nothing happens.
#[cfg(unix)]
fn sleep() -> io::Result<()> {
    use rustix::process::{Signal, kill_current_process_group};
    Ok(kill_current_process_group(Signal::TSTP)?)
}

#[cfg(not(unix))]
fn sleep() -> io::Result<()> {
    Ok(())
}

#[cfg(unix)]
fn woken() -> Woken {
    use tokio::signal::unix::{SignalKind, signal};
    // SIGCONT; its number differs between systems, and rustix knows it.
    let kind = SignalKind::from_raw(rustix::process::Signal::CONT.as_raw());
    match signal(kind) {
        Ok(signal) => Box::pin(futures_util::stream::unfold(signal, |mut signal| async {
            signal.recv().await.map(|()| ((), signal))
        })),
        Err(error) => {
            tracing::warn!(%error, "nobody will tell that the program was asleep");
            Box::pin(futures_util::stream::pending())
        }
    }
}

#[cfg(not(unix))]
fn woken() -> Woken {
    Box::pin(futures_util::stream::pending())
}
