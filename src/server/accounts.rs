//! What each source has drawn of what may be had so often, for as many sources as are remembered. Knows no clock: it is
//! given the time.

use std::collections::BTreeMap;

use tokio::time::Instant;

use super::rate::{Account, Rate};
use super::source::Source;

/// The most sources that are remembered. Whoever draws from elsewhere takes the place of the one with the least to make
/// good, which gives that one its start again, but nobody more than what all have together.
const SOURCES: usize = 4_096;

/// An account for each source that has something to make good.
#[derive(Debug)]
pub(super) struct Accounts(BTreeMap<Source, Account>);

impl Accounts {
    /// Nobody has drawn anything.
    pub(super) const fn new() -> Self {
        Self(BTreeMap::new())
    }

    /// What this source has drawn.
    pub(super) fn of(&self, source: Source, now: Instant) -> Account {
        let known = self.0.get(&source).copied();
        known.unwrap_or(Account::new(now))
    }

    /// This source draws one.
    pub(super) fn draw(&mut self, source: Source, rate: Rate, now: Instant) {
        let mut account = self.of(source, now);
        if !self.0.contains_key(&source) && self.0.len() >= SOURCES {
            self.make_place(now);
        }
        account.draw(rate, now);
        self.0.insert(source, account);
    }

    /// This source gives one back.
    pub(super) fn give_back(&mut self, source: Source, rate: Rate) {
        if let Some(account) = self.0.get_mut(&source) {
            account.give_back(rate);
        }
    }

    /// Forgets who has made everything good, or else who has the least to make good.
    fn make_place(&mut self, now: Instant) {
        self.0.retain(|_, account| !account.is_clear(now));
        if self.0.len() < SOURCES {
            return;
        }
        let accounts = self.0.iter();
        let least = accounts.min_by_key(|(_, account)| account.made_good());
        if let Some(source) = least.map(|(source, _)| *source) {
            self.0.remove(&source);
        }
    }
}

#[cfg(test)]
mod tests {
    use std::net::Ipv4Addr;
    use std::time::Duration;

    use super::*;

    const RATE: Rate = Rate {
        burst: 40,
        every: Duration::from_millis(200),
    };

    fn source(number: usize) -> Source {
        Source::V4(Ipv4Addr::from(u32::try_from(number).unwrap()))
    }

    #[test]
    fn only_so_many_sources_are_remembered_and_the_worst_are_among_them() {
        let now = Instant::now();
        let mut accounts = Accounts::new();
        let mut later = now;
        for number in 0..=2 * SOURCES {
            accounts.draw(source(number), RATE, later);
            later += Duration::from_millis(20);
        }
        assert!(accounts.0.len() <= SOURCES);
        let mut accounts = Accounts::new();
        for number in 0..=SOURCES {
            let times = if number == 7 { 3 } else { 1 };
            for _ in 0..times {
                accounts.draw(source(number), RATE, now);
            }
        }
        assert_eq!(accounts.0.len(), SOURCES);
        assert!(accounts.0.contains_key(&source(7)));
    }
}
