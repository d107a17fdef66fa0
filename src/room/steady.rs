//! The room's time. The machine's clock leads, but it never leads back: when it is set back while a workshop runs, time goes on
//! from where it was, so that a timer does not stand still for an hour and no record is earlier than the one before it.

use std::fmt;

use tokio::time::Instant;

use super::Clock;
use crate::moment::Moment;

/// A clock that does not go back.
pub(super) struct Steady {
    clock: Clock,
    /// What it said last.
    said: Moment,
    /// When it said that, by a clock that nobody can set, but which may stand still while the machine sleeps.
    at: Instant,
}

impl Steady {
    /// A clock that says nothing earlier than this.
    pub(super) fn from(said: Moment, clock: Clock) -> Self {
        let at = Instant::now();
        Self { clock, said, at }
    }

    /// The time.
    pub(super) fn now(&mut self) -> Moment {
        let at = Instant::now();
        let passed = at.duration_since(self.at).as_millis();
        let passed = i64::try_from(passed).unwrap_or(i64::MAX);
        let steady = Moment::from_millis(self.said.as_millis().saturating_add(passed));
        (self.said, self.at) = (steady.max((self.clock)()), at);
        self.said
    }
}

impl fmt::Debug for Steady {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Steady")
            .field("said", &self.said)
            .finish_non_exhaustive()
    }
}
