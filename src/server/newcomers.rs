//! How many new seats are given, from one source and in all: whoever has the code cannot take all places before anybody
//! notices. The room asks about somebody new only when it knows that they are; whoever has a seat is none of this. Whoever
//! watches by the code counts like somebody new.
//!
//! What the numbers leave honest people: forty who come within ten seconds behind one address are all let in at once, and
//! so are the first hundred and twenty of a few hundred; in ten minutes 420 come in from there, while whoever was sent
//! away comes again by themselves every 4 to 8 seconds. In all four hundred are let in at once, and 3,000 in ten minutes
//! more. What they leave somebody who takes seats without end: from one address more than an hour for the 2,000 places of
//! a room, and from however many addresses more than five minutes. Until then somebody sees the room fill up, and locks it.

use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use tokio::time::Instant;

use super::accounts::Accounts;
use super::rate::{Account, Rate};
use super::source::Source;

/// How often somebody new may take a seat.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NewSeats {
    /// From one source. This machine takes as many as it likes, because it may hold a rehearsal.
    pub of_one: Rate,
    /// From all other sources together.
    pub of_all: Rate,
}

impl Default for NewSeats {
    fn default() -> Self {
        Self {
            of_one: Rate {
                burst: 120,
                every: Duration::from_secs(2),
            },
            of_all: Rate {
                burst: 400,
                every: Duration::from_millis(200),
            },
        }
    }
}

/// Who came in lately and had no seat before.
#[derive(Debug)]
pub(super) struct Newcomers {
    rates: NewSeats,
    book: Mutex<Book>,
}

#[derive(Debug)]
struct Book {
    sources: Accounts,
    all: Account,
}

impl Newcomers {
    /// Nobody came yet.
    pub(super) fn new(rates: NewSeats) -> Self {
        Self {
            rates,
            book: Mutex::new(Book {
                sources: Accounts::new(),
                all: Account::new(Instant::now()),
            }),
        }
    }

    /// Whether somebody new may come in from there now; if so it counts.
    pub(super) fn let_in(&self, source: Source, now: Instant) -> bool {
        if source == Source::Here {
            return true;
        }
        let NewSeats { of_one, of_all } = self.rates;
        let mut book = self.book();
        let own = book.sources.of(source, now).wait(of_one, now);
        let may = own.is_zero() && book.all.wait(of_all, now).is_zero();
        if may {
            book.sources.draw(source, of_one, now);
            book.all.draw(of_all, now);
        }
        may
    }

    fn book(&self) -> MutexGuard<'_, Book> {
        self.book.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests {
    use std::net::Ipv4Addr;

    use super::*;

    fn source(number: u32) -> Source {
        Source::V4(Ipv4Addr::from(number))
    }

    /// How many of so many who come from there at once are let in.
    fn let_in(newcomers: &Newcomers, from: Source, many: usize, now: Instant) -> usize {
        let may = (0..many).filter(|_| newcomers.let_in(from, now));
        may.count()
    }

    #[test]
    fn a_source_takes_so_many_seats_at_once_and_then_one_every_so_often() {
        let newcomers = Newcomers::new(NewSeats::default());
        let now = Instant::now();
        assert_eq!(let_in(&newcomers, source(1), 2_000, now), 120);
        assert_eq!(let_in(&newcomers, source(2), 40, now), 40);
        let later = now + Duration::from_mins(1);
        assert_eq!(let_in(&newcomers, source(1), 2_000, later), 30);
        assert_eq!(let_in(&newcomers, Source::Here, 2_000, now), 2_000);
    }

    #[test]
    fn all_sources_together_take_so_many_and_who_was_sent_away_has_taken_none() {
        let newcomers = Newcomers::new(NewSeats::default());
        let now = Instant::now();
        let taken = (0..100).map(|number| let_in(&newcomers, source(number), 10, now));
        assert_eq!(taken.sum::<usize>(), 400);
        let later = now + Duration::from_mins(1);
        // The last of them had no seat yet, and so has its start.
        assert_eq!(let_in(&newcomers, source(99), 2_000, later), 120);
        assert_eq!(let_in(&newcomers, source(98), 120, later), 120);
        assert_eq!(let_in(&newcomers, source(97), 120, later), 60);
    }

    #[test]
    fn to_take_every_place_of_a_room_takes_as_long_as_the_doc_says() {
        for (sources, minutes) in [(1, 60), (1_000, 5)] {
            let newcomers = Newcomers::new(NewSeats::default());
            let start = Instant::now();
            let mut taken = 0;
            for second in 0..minutes * 60 {
                let now = start + Duration::from_secs(second);
                let many = (0..sources).map(|number| let_in(&newcomers, source(number), 10, now));
                taken += many.sum::<usize>();
            }
            assert!(taken < crate::workshop::MAX_PARTICIPANTS, "{taken}");
        }
    }
}
