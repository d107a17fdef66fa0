//! How fast seats may speak. Who is faster loses nothing: the server reads on a little later, and the connection holds
//! what was said meanwhile. What a seat has drawn is kept for the seat and not for the connection, so that coming back
//! brings no new start.

use std::collections::BTreeMap;
use std::sync::{Mutex, PoisonError};
use std::time::Duration;

use tokio::time::Instant;

use super::rate::{Account, Rate};
use crate::id::ParticipantId;
use crate::vocabulary::Role;
use crate::workshop::sight::Viewer;

/// How much faster than a participant the facilitator may be.
const LEADING: u32 = 4;

/// What seats have drawn.
#[derive(Debug)]
pub(super) struct Tempo {
    rate: Rate,
    /// As many as there are seats. Observers have none, and each connection of theirs counts by itself.
    seats: Mutex<BTreeMap<ParticipantId, Account>>,
}

/// What one connection speaks by.
#[derive(Debug)]
pub(super) struct Measure<'a> {
    tempo: &'a Tempo,
    viewer: Viewer,
    own: Account,
}

impl Tempo {
    /// Nobody spoke yet.
    pub(super) const fn new(rate: Rate) -> Self {
        Self {
            rate,
            seats: Mutex::new(BTreeMap::new()),
        }
    }

    /// What a connection of this viewer speaks by.
    pub(super) fn of(&self, viewer: Viewer, now: Instant) -> Measure<'_> {
        Measure {
            tempo: self,
            viewer,
            own: Account::new(now),
        }
    }
}

impl Measure<'_> {
    /// How long nothing more should be read.
    pub(super) fn rest(&mut self, now: Instant) -> Duration {
        let rate = self.rate();
        self.with_account(now, |account| account.wait(rate, now))
    }

    /// Something was heard.
    pub(super) fn heard(&mut self, now: Instant) {
        let rate = self.rate();
        self.with_account(now, |account| account.draw(rate, now));
    }

    fn rate(&self) -> Rate {
        let Rate { burst, every } = self.tempo.rate;
        match self.viewer.role {
            Role::Facilitator => Rate {
                burst: burst * LEADING,
                every: every / LEADING,
            },
            Role::Participant | Role::Observer => Rate { burst, every },
        }
    }

    fn with_account<T>(&mut self, now: Instant, act: impl FnOnce(&mut Account) -> T) -> T {
        if self.viewer.role == Role::Observer {
            return act(&mut self.own);
        }
        let seats = self.tempo.seats.lock();
        let mut seats = seats.unwrap_or_else(PoisonError::into_inner);
        let account = seats.entry(self.viewer.seat);
        act(account.or_insert(Account::new(now)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const RATE: Rate = Rate {
        burst: 4,
        every: Duration::from_secs(1),
    };

    fn viewer(seat: u32, role: Role) -> Viewer {
        Viewer {
            seat: ParticipantId(seat),
            role,
        }
    }

    /// How much is heard before the first rest.
    fn heard(measure: &mut Measure<'_>, now: Instant) -> u32 {
        let mut heard = 0;
        while measure.rest(now).is_zero() {
            measure.heard(now);
            heard += 1;
        }
        heard
    }

    #[test]
    fn a_seat_that_comes_back_has_no_new_start_and_others_are_not_slowed() {
        let tempo = Tempo::new(RATE);
        let now = Instant::now();
        let one = viewer(1, Role::Participant);
        assert_eq!(heard(&mut tempo.of(one, now), now), 4);
        assert_eq!(heard(&mut tempo.of(one, now), now), 0);
        assert_eq!(heard(&mut tempo.of(one, now), now + RATE.every), 1);
        assert_eq!(
            heard(&mut tempo.of(viewer(2, Role::Participant), now), now),
            4
        );
        let facilitator = viewer(0, Role::Facilitator);
        assert_eq!(heard(&mut tempo.of(facilitator, now), now), 16);
        let observer = viewer(0, Role::Observer);
        assert_eq!(heard(&mut tempo.of(observer, now), now), 4);
        assert_eq!(heard(&mut tempo.of(observer, now), now), 4);
    }
}
