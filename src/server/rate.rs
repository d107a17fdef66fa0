//! How often something may be done: so much at once, then one every so often. What was drawn is one moment, the one at
//! which all of it will have been made good. Knows no clock: it is given the time.

use std::time::Duration;

use tokio::time::Instant;

/// How often something may be done.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Rate {
    /// So many at once.
    pub burst: u32,
    /// And then one in so much time.
    pub every: Duration,
}

/// What somebody has drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Account {
    made_good: Instant,
}

impl Account {
    /// Nothing was drawn yet.
    pub(super) const fn new(now: Instant) -> Self {
        Self { made_good: now }
    }

    /// Whether everything that was drawn is made good.
    pub(super) fn is_clear(self, now: Instant) -> bool {
        self.made_good <= now
    }

    /// How long whoever draws once more has to wait before it is their turn.
    pub(super) fn wait(self, rate: Rate, now: Instant) -> Duration {
        let drawn = self.made_good.saturating_duration_since(now) + rate.every;
        drawn.saturating_sub(rate.every * rate.burst)
    }

    /// Draws one.
    pub(super) fn draw(&mut self, rate: Rate, now: Instant) {
        self.made_good = self.made_good.max(now) + rate.every;
    }

    /// Gives one back.
    pub(super) fn give_back(&mut self, rate: Rate) {
        self.made_good = self
            .made_good
            .checked_sub(rate.every)
            .unwrap_or(self.made_good);
    }

    /// When all is made good: the later, the more was drawn.
    pub(super) const fn made_good(self) -> Instant {
        self.made_good
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const RATE: Rate = Rate {
        burst: 3,
        every: Duration::from_secs(1),
    };

    #[test]
    fn so_much_at_once_is_free_then_everybody_waits_their_turn() {
        let now = Instant::now();
        let mut account = Account::new(now);
        let waits = std::array::from_fn(|_| {
            let wait = account.wait(RATE, now);
            account.draw(RATE, now);
            wait.as_secs()
        });
        assert_eq!(waits, [0, 0, 0, 1, 2]);
        account.give_back(RATE);
        assert_eq!(account.wait(RATE, now).as_secs(), 2);
        assert!(!account.is_clear(now + Duration::from_secs(3)));
        assert!(account.is_clear(now + Duration::from_secs(4)));
    }
}
