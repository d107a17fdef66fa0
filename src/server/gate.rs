//! The gate: every attempt to get in passes it. It keeps the [`Throttle`] and does the waiting that one asks for; what
//! is right is for the room to say.

use std::sync::{Mutex, MutexGuard, PoisonError};

use tokio::time::{Instant, sleep};

use super::source::Source;
use super::throttle::{Guesses, Throttle, TooMany};

/// Where attempts wait for their turn.
#[derive(Debug)]
pub(super) struct Gate(Mutex<Throttle>);

/// An attempt that may be judged. It counts as wrong until it is said to be right.
#[derive(Debug)]
pub(super) struct Attempt<'a> {
    gate: &'a Gate,
    /// Where it came from.
    source: Source,
}

impl Gate {
    /// A gate at which nobody was yet.
    pub(super) fn new(guesses: Guesses) -> Self {
        Self(Mutex::new(Throttle::new(guesses, Instant::now())))
    }

    /// Begins an attempt, and waits for its turn.
    pub(super) async fn attempt(&self, source: Source) -> Result<Attempt<'_>, TooMany> {
        let wait = self.throttle().begin(source, Instant::now())?;
        if !wait.is_zero() {
            tracing::debug!(?wait, "an attempt waits for its turn");
            sleep(wait).await;
        }
        Ok(Attempt { gate: self, source })
    }

    fn throttle(&self) -> MutexGuard<'_, Throttle> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Attempt<'_> {
    /// It was right, and costs nothing.
    pub(super) fn was_right(self) {
        self.gate.throttle().was_right(self.source);
    }
}
