//! Who is in the house: how many connections there are in all and from each source, and which of them have no seat yet. It
//! decides who comes in, who is only told that there is no place, and who has to make way.
//!
//! A connection without a seat makes way when there are too many like it: the one that has been dawdling longest, from
//! the source that has most of them. Whoever does what it came for is done in less time than it takes to fill the
//! house, so that strangers who hold connections open make way for each other and not for people who join.
//!
//! Who was asked to make way is a guest no more, but is there until it has gone. While too many are on their way out
//! nobody is let in, so that what is open is never more than the guests and [`BEYOND`].

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use tokio::sync::Notify;
use tokio::time::Instant;
use tokio_util::sync::CancellationToken;

use super::rate::{Account, Rate};
use super::source::Source;

/// How often one source may come: a room that comes back all at once, and then more than people do.
const ARRIVALS: Rate = Rate {
    burst: 256,
    every: Duration::from_millis(25),
};
/// How often somebody is told that there is no place, TLS and all. Whoever comes beyond that is left standing.
const REGRETS: Rate = Rate {
    burst: 16,
    every: Duration::from_millis(50),
};
/// How many are being told so at a time.
const REGRETTED: usize = 16;
/// How many may be on their way out before somebody else is let in. They hear nothing and wait for nothing any more, so
/// that this is over as soon as their tasks have run.
const ON_THEIR_WAY_OUT: usize = 32;
/// The most connections that are open beyond those there may be: who is on their way out, with the one that the last
/// of two may be asked for, who is told that there is no place, and who is at the door.
pub const BEYOND: usize = ON_THEIR_WAY_OUT + 1 + REGRETTED + 1;
/// The most sources whose arrivals are remembered.
const SOURCES: usize = 4_096;

/// How many connections there may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Limits {
    /// In all.
    all: usize,
    /// From one source.
    of_one: usize,
    /// Without a seat.
    unseated: usize,
    /// Without a seat, from one source.
    unseated_of_one: usize,
}

impl Limits {
    /// Shares of the whole. A hundred people behind one address fit at any size of the house.
    fn of(all: usize) -> Self {
        Self {
            all,
            of_one: (all / 2).max(100).min(all),
            unseated: (all / 2).max(1),
            unseated_of_one: (all / 16).max(64).min((all / 2).max(1)),
        }
    }
}

/// Everybody in the house.
#[derive(Debug)]
pub(super) struct Guests {
    limits: Limits,
    book: Mutex<Book>,
    /// Told when somebody who was asked to go has gone.
    gone: Notify,
}

#[derive(Debug)]
struct Book {
    all: usize,
    unseated: usize,
    /// Who was asked to go and has not gone yet; they are in no other number.
    leaving: usize,
    regretted: usize,
    regrets: Account,
    next: u64,
    sources: BTreeMap<Source, Party>,
    arrivals: BTreeMap<Source, Account>,
}

/// Those from one source.
#[derive(Debug, Default)]
struct Party {
    /// By the order in which they came; with what asks them to go, as long as they have no seat.
    members: BTreeMap<u64, Option<CancellationToken>>,
    unseated: usize,
}

/// What somebody at the door meets.
#[derive(Debug)]
pub(super) enum Entrance {
    /// A place.
    Guest(Guest),
    /// No place, and the time to say so.
    Full(Regret),
    /// Too much haste, and the time to say so.
    Hasty(Regret),
    /// Nobody.
    LeftStanding,
}

/// A place in the house. Dropping it leaves.
#[derive(Debug)]
pub(super) struct Guest {
    guests: Arc<Guests>,
    source: Source,
    number: u64,
    way: CancellationToken,
}

/// A place in which somebody is told that there is none.
#[derive(Debug)]
pub(super) struct Regret(Arc<Guests>);

impl Guests {
    /// A house for so many connections, in which nobody is yet.
    pub(super) fn new(connections: usize) -> Arc<Self> {
        Arc::new(Self {
            limits: Limits::of(connections),
            book: Mutex::new(Book {
                all: 0,
                unseated: 0,
                leaving: 0,
                regretted: 0,
                regrets: Account::new(Instant::now()),
                next: 0,
                sources: BTreeMap::new(),
                arrivals: BTreeMap::new(),
            }),
            gone: Notify::new(),
        })
    }

    /// Waits until few enough are on their way out for somebody else to be let in. May be dropped while it waits; only
    /// one may wait.
    pub(super) async fn let_others_out(&self) {
        while self.book().leaving >= ON_THEIR_WAY_OUT {
            self.gone.notified().await;
        }
    }

    /// Somebody is at the door.
    pub(super) fn receive(self: &Arc<Self>, source: Source, now: Instant) -> Entrance {
        let mut book = self.book();
        if !book.may_arrive(source, now) {
            return book
                .regret(self, now)
                .map_or(Entrance::LeftStanding, Entrance::Hasty);
        }
        let limits = self.limits;
        let (of_one, unseated_of_one) = book.of_one(source);
        if source != Source::Here {
            if of_one >= limits.of_one {
                return book
                    .regret(self, now)
                    .map_or(Entrance::LeftStanding, Entrance::Full);
            }
            if unseated_of_one >= limits.unseated_of_one {
                book.make_way(source);
            }
        }
        if book.unseated >= limits.unseated || book.all >= limits.all {
            book.make_way_in_the_largest_party();
        }
        if book.all >= limits.all {
            return book
                .regret(self, now)
                .map_or(Entrance::LeftStanding, Entrance::Full);
        }
        let (number, way) = (book.next, CancellationToken::new());
        book.next += 1;
        book.enter(source, number, Some(way.clone()));
        Entrance::Guest(Guest {
            guests: Arc::clone(self),
            source,
            number,
            way,
        })
    }

    fn book(&self) -> MutexGuard<'_, Book> {
        self.book.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Book {
    fn may_arrive(&mut self, source: Source, now: Instant) -> bool {
        if source == Source::Here {
            return true;
        }
        if self.arrivals.len() >= SOURCES {
            self.arrivals.retain(|_, account| !account.is_clear(now));
        }
        if self.arrivals.len() >= SOURCES {
            // Thousands of sources at once: the limits of the house have to do.
            self.arrivals.clear();
        }
        let account = self.arrivals.entry(source).or_insert(Account::new(now));
        let may = account.wait(ARRIVALS, now).is_zero();
        if may {
            account.draw(ARRIVALS, now);
        }
        may
    }

    fn of_one(&self, source: Source) -> (usize, usize) {
        let party = self.sources.get(&source);
        party.map_or((0, 0), |party| (party.members.len(), party.unseated))
    }

    fn regret(&mut self, guests: &Arc<Guests>, now: Instant) -> Option<Regret> {
        if self.regretted >= REGRETTED || !self.regrets.wait(REGRETS, now).is_zero() {
            return None;
        }
        self.regrets.draw(REGRETS, now);
        self.regretted += 1;
        Some(Regret(Arc::clone(guests)))
    }

    /// Asks the first that came from this source and has no seat to go.
    fn make_way(&mut self, source: Source) {
        let Some(party) = self.sources.get(&source) else {
            return;
        };
        let mut members = party.members.iter();
        let first = members.find_map(|(number, way)| Some((*number, way.clone()?)));
        if let Some((number, way)) = first {
            way.cancel();
            self.strike(source, number);
            self.leaving += 1;
        }
    }

    fn make_way_in_the_largest_party(&mut self) {
        let parties = self.sources.iter();
        let largest = parties
            .filter(|(_, party)| party.unseated > 0)
            .max_by_key(|(_, party)| party.unseated)
            .map(|(source, _)| *source);
        if let Some(source) = largest {
            self.make_way(source);
        }
    }

    fn enter(&mut self, source: Source, number: u64, way: Option<CancellationToken>) {
        let unseated = usize::from(way.is_some());
        let party = self.sources.entry(source).or_default();
        party.members.insert(number, way);
        party.unseated += unseated;
        self.unseated += unseated;
        self.all += 1;
    }

    /// Counts somebody out; false when that was done before.
    fn strike(&mut self, source: Source, number: u64) -> bool {
        let Some(party) = self.sources.get_mut(&source) else {
            return false;
        };
        let Some(way) = party.members.remove(&number) else {
            return false;
        };
        let unseated = usize::from(way.is_some());
        party.unseated -= unseated;
        self.unseated -= unseated;
        self.all -= 1;
        if party.members.is_empty() {
            self.sources.remove(&source);
        }
        true
    }
}

impl Guest {
    /// Where they come from.
    pub(super) const fn source(&self) -> Source {
        self.source
    }

    /// They have a seat, and make way for nobody any more.
    pub(super) fn is_seated(&self) {
        let mut book = self.guests.book();
        self.is_out(&mut book);
        book.enter(self.source, self.number, None);
    }

    /// Counts them out, whether or not they were asked to go.
    fn is_out(&self, book: &mut Book) {
        if !book.strike(self.source, self.number) {
            book.leaving -= 1;
            self.guests.gone.notify_one();
        }
    }

    /// Waits until they have to make way for others.
    pub(super) async fn makes_way(&self) {
        self.way.cancelled().await;
    }
}

impl Drop for Guest {
    fn drop(&mut self) {
        self.is_out(&mut self.guests.book());
    }
}

impl Drop for Regret {
    fn drop(&mut self) {
        self.0.book().regretted -= 1;
    }
}

#[cfg(test)]
mod tests {
    use std::net::Ipv4Addr;

    use futures_util::FutureExt;

    use super::*;

    fn source(number: u32) -> Source {
        Source::V4(Ipv4Addr::from(number))
    }

    fn guest(guests: &Arc<Guests>, source: Source) -> Guest {
        match guests.receive(source, Instant::now()) {
            Entrance::Guest(guest) => guest,
            other => panic!("{other:?}"),
        }
    }

    fn stays(guest: &Guest) -> bool {
        guest.makes_way().now_or_never().is_none()
    }

    #[test]
    fn a_hundred_people_behind_one_address_fit_whatever_the_size_of_the_house() {
        for all in [100, 200, 2_000] {
            let limits = Limits::of(all);
            assert!(
                limits.of_one >= 100 && limits.unseated_of_one >= 50,
                "{limits:?}"
            );
            let guests = Guests::new(all);
            let people: Vec<Guest> = (0..100)
                .map(|_| {
                    let guest = guest(&guests, source(1));
                    guest.is_seated();
                    guest
                })
                .collect();
            assert!(people.iter().all(stays));
        }
    }

    #[test]
    fn one_source_has_so_many_with_a_seat_and_no_more_and_others_still_come_in() {
        let guests = Guests::new(300);
        let sits = |number| {
            let guest = guest(&guests, source(number));
            guest.is_seated();
            guest
        };
        let mut seated: Vec<Guest> = (0..150).map(|_| sits(1)).collect();
        let now = Instant::now();
        assert!(matches!(guests.receive(source(1), now), Entrance::Full(_)));
        seated.push(sits(2));
        assert!(seated.iter().all(stays));
        // Where one of them goes, there is a place.
        drop(seated.swap_remove(0));
        seated.push(sits(1));
        assert!(matches!(guests.receive(source(1), now), Entrance::Full(_)));
    }

    #[test]
    fn who_dawdles_makes_way_for_others_from_the_same_source_and_who_has_a_seat_does_not() {
        let guests = Guests::new(2_000);
        let seated = guest(&guests, source(1));
        seated.is_seated();
        let elsewhere = guest(&guests, source(2));
        let most = guests.limits.unseated_of_one;
        let idle: Vec<Guest> = (0..=most).map(|_| guest(&guests, source(1))).collect();
        let staying = idle.iter().map(stays).collect::<Vec<_>>();
        assert!(!staying[0] && staying[1..].iter().all(|stays| *stays));
        assert!(stays(&seated) && stays(&elsewhere));
        drop(idle);
        assert_eq!(guests.book().of_one(source(1)), (1, 0));
    }

    #[test]
    fn when_the_house_is_full_of_strangers_the_largest_party_makes_way() {
        let guests = Guests::new(40);
        let crowd: Vec<Guest> = (0..15).map(|_| guest(&guests, source(1))).collect();
        let few: Vec<Guest> = (0..5).map(|_| guest(&guests, source(2))).collect();
        let late: Vec<Guest> = (10..20)
            .map(|number| guest(&guests, source(number)))
            .collect();
        assert!(few.iter().chain(&late).all(stays));
        assert_eq!(crowd.iter().filter(|guest| stays(guest)).count(), 5);
        assert_eq!(guests.book().unseated, 20);
    }

    #[test]
    fn when_everybody_has_a_seat_nobody_makes_way_and_a_few_are_told_so() {
        let guests = Guests::new(3);
        let seated: Vec<Guest> = (0..3)
            .map(|number| guest(&guests, source(number)))
            .collect();
        seated.iter().for_each(Guest::is_seated);
        let now = Instant::now();
        let mut told = Vec::new();
        for _ in 0..100 {
            match guests.receive(source(9), now) {
                Entrance::Full(regret) => told.push(regret),
                Entrance::LeftStanding => {}
                other => panic!("{other:?}"),
            }
        }
        assert_eq!(told.len(), REGRETTED);
        // All of them being gone does not bring their time back.
        drop(told);
        assert!(matches!(
            guests.receive(source(9), now),
            Entrance::LeftStanding
        ));
        let later = now + REGRETS.every;
        assert!(matches!(
            guests.receive(source(9), later),
            Entrance::Full(_)
        ));
        drop(seated);
        assert!(matches!(guests.receive(source(9), now), Entrance::Guest(_)));
    }

    #[test]
    fn a_seat_that_was_given_while_its_owner_was_asked_to_go_counts() {
        let guests = Guests::new(2);
        let first = guest(&guests, source(1));
        let second = guest(&guests, source(1));
        assert!(!stays(&first) && stays(&second));
        first.is_seated();
        assert_eq!(guests.book().of_one(source(1)), (2, 1));
        drop((first, second));
        assert_eq!(guests.book().all, 0);
        assert!(guests.book().sources.is_empty());
    }

    #[test]
    fn nobody_is_let_in_while_too_many_are_on_their_way_out() {
        let guests = Guests::new(40);
        let mut held = Vec::new();
        let waits = || guests.let_others_out().now_or_never().is_none();
        // From many sources and from one, so that all that there is makes way.
        for number in (0..1_000).map(|number| number % 50) {
            if waits() {
                break;
            }
            held.push(guest(&guests, source(number)));
        }
        assert!(waits());
        let asked = held.iter().position(|guest| !stays(guest)).unwrap();
        // What is left of the room beyond is for who is at the door and for regrets.
        assert!(held.len() < 40 + BEYOND - REGRETTED, "{}", held.len());
        drop(held.swap_remove(asked));
        assert!(!waits());
        // A seat that was given all the same lets somebody in as well.
        held.push(guest(&guests, source(99)));
        assert!(waits());
        held.iter().find(|guest| !stays(guest)).unwrap().is_seated();
        assert!(!waits());
        drop(held);
        let book = guests.book();
        assert_eq!((book.all, book.unseated, book.leaving), (0, 0, 0));
    }

    #[test]
    fn a_source_comes_so_often_and_this_machine_as_often_as_it_likes() {
        let guests = Guests::new(2_000);
        let now = Instant::now();
        let enters = |source, now| matches!(guests.receive(source, now), Entrance::Guest(_));
        let entered = |source| (0..1_000).filter(|_| enters(source, now)).count();
        assert_eq!(entered(source(1)), 256);
        assert_eq!(entered(source(2)), 256);
        assert_eq!(entered(Source::Here), 1_000);
        assert!(enters(source(1), now + ARRIVALS.every));
    }
}
