//! How long to wait before the next attempt. Pure: it is given its chance and never sleeps.

use std::time::Duration;

use crate::chance::Chance;

/// Doubles from the shortest to the longest wait. Half of each is drawn by chance, so that a room full of terminals
/// that lost their host at once does not come back at once.
#[derive(Debug)]
pub(super) struct Backoff {
    shortest: Duration,
    longest: Duration,
    attempts: u32,
    chance: Chance,
}

impl Backoff {
    pub(super) const fn new(shortest: Duration, longest: Duration, chance: Chance) -> Self {
        Self {
            shortest,
            longest,
            attempts: 0,
            chance,
        }
    }

    /// The wait before the next attempt.
    pub(super) fn next(&mut self) -> Duration {
        let doubled = 2_u32.saturating_pow(self.attempts);
        let whole = self.shortest.saturating_mul(doubled).min(self.longest);
        self.attempts = self.attempts.saturating_add(1);
        let steps = 1_024;
        let drawn = u32::try_from(self.chance.below(steps as usize)).unwrap_or(0);
        whole / 2 + whole / 2 * drawn / steps
    }

    /// An attempt succeeded: the next wait is short again.
    pub(super) fn reset(&mut self) {
        self.attempts = 0;
    }

    /// The other side asked for patience: the next wait is the longest.
    pub(super) fn slow_down(&mut self) {
        self.attempts = u32::BITS;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn waits_double_up_to_the_longest_and_start_over_after_a_success() {
        let (shortest, longest) = (Duration::from_millis(250), Duration::from_secs(8));
        let mut backoff = Backoff::new(shortest, longest, Chance::new(7));
        for whole in [250, 500, 1_000, 2_000, 4_000, 8_000, 8_000] {
            let whole = Duration::from_millis(whole);
            let wait = backoff.next();
            assert!(wait >= whole / 2 && wait <= whole, "{wait:?} for {whole:?}");
        }
        backoff.reset();
        assert!(backoff.next() <= shortest);
        backoff.slow_down();
        assert!(backoff.next() >= longest / 2);
    }

    #[test]
    fn two_who_lost_their_host_at_once_do_not_come_back_at_once() {
        let wait = |seed| {
            let longest = Duration::from_secs(8);
            Backoff::new(Duration::from_millis(250), longest, Chance::new(seed)).next()
        };
        assert_ne!(wait(1), wait(2));
    }
}
