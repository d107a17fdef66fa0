//! How many attempts to get in are judged, from one source and in all. Pure: it knows no clock, no code and no
//! connection; it is told that an attempt begins, says how long it waits for its turn, and is told when it was right.
//!
//! An attempt is charged when it begins and given back when it turns out right, so that whoever hangs up before the
//! answer has paid for it, and a room full of people with the right code behind one address pays nothing. A source may
//! be wrong so many times at once; then its attempts take turns, right ones too, and nobody waits longer than
//! [`PATIENCE`]: beyond that an attempt is not judged, and may be made again later. The same holds for all sources
//! together, where half of the queue is kept for those that have made no mistake lately. What may be wrong at once is
//! more than there can be attempts under way, so that those who are right never wait for each other.
//!
//! What that leaves a guesser: in eight hours at most 2,000 + 200 + 8 × 3,600 × 50 = 1,442,200 codes are judged, however
//! many addresses they come from. Of 2^40 codes that is a chance of 1.3 in a million; from one address, where 144,270
//! are judged, of 1.3 in ten million. The facilitator's token (160 bits) and a seat's secret (256 bits) cannot be
//! guessed: they are judged at once, whatever is said here, without the code that may be said beside them. What they do
//! not open is an attempt like any other, so that a seat that was given up, which takes its secret and the code, tells
//! nobody more about the code than a hello without a secret.

use std::time::Duration;

use tokio::time::Instant;

use super::accounts::Accounts;
use super::rate::{Account, Rate};
use super::source::Source;

/// The longest anybody waits for their turn.
pub(super) const PATIENCE: Duration = Duration::from_secs(4);
/// The longest while others are waiting who have made no mistake.
const PATIENCE_OF_THE_MISTAKEN: Duration = Duration::from_secs(2);
/// So many attempts wait that this one cannot.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct TooMany;

/// How often the code may be got wrong.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Guesses {
    /// By one source.
    pub of_one: Rate,
    /// By all of them together, and by this machine itself.
    pub of_all: Rate,
}

impl Default for Guesses {
    fn default() -> Self {
        Self {
            of_one: Rate {
                burst: 250,
                every: Duration::from_millis(200),
            },
            of_all: Rate {
                burst: 2_000,
                every: Duration::from_millis(20),
            },
        }
    }
}

/// What was got wrong lately.
#[derive(Debug)]
pub(super) struct Throttle {
    guesses: Guesses,
    sources: Accounts,
    all: Account,
}

impl Throttle {
    /// Nobody was wrong yet.
    pub(super) const fn new(guesses: Guesses, now: Instant) -> Self {
        Self {
            guesses,
            sources: Accounts::new(),
            all: Account::new(now),
        }
    }

    /// Somebody begins an attempt: how long it waits before it is judged.
    pub(super) fn begin(&mut self, source: Source, now: Instant) -> Result<Duration, TooMany> {
        let own = self.sources.of(source, now);
        let own_wait = own.wait(self.of_one(source), now);
        let all_wait = self.all.wait(self.guesses.of_all, now);
        let patience = if own.is_clear(now) {
            PATIENCE
        } else {
            PATIENCE_OF_THE_MISTAKEN
        };
        if own_wait > PATIENCE || all_wait > patience {
            return Err(TooMany);
        }
        self.charge(source, now);
        Ok(own_wait.max(all_wait))
    }

    /// An attempt that was begun was right.
    pub(super) fn was_right(&mut self, source: Source) {
        self.sources.give_back(source, self.of_one(source));
        self.all.give_back(self.guesses.of_all);
    }

    fn of_one(&self, source: Source) -> Rate {
        if source == Source::Here {
            self.guesses.of_all
        } else {
            self.guesses.of_one
        }
    }

    fn charge(&mut self, source: Source, now: Instant) {
        self.sources.draw(source, self.of_one(source), now);
        self.all.draw(self.guesses.of_all, now);
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;
    use std::net::Ipv4Addr;

    use proptest::prelude::*;

    use super::*;

    const OF_ONE: Rate = Rate {
        burst: 40,
        every: Duration::from_millis(200),
    };
    const OF_ALL: Rate = Rate {
        burst: 200,
        every: Duration::from_millis(20),
    };
    const FEW: Guesses = Guesses {
        of_one: OF_ONE,
        of_all: OF_ALL,
    };

    fn source(number: u32) -> Source {
        Source::V4(Ipv4Addr::from(number))
    }

    /// One attempt of a source, right or wrong, after some time.
    type Attempt = (u8, u64, bool);

    fn attempts() -> impl Strategy<Value = Vec<Attempt>> {
        proptest::collection::vec(
            (0_u8..8, 0_u64..60, proptest::bool::weighted(0.1)),
            1..1_500,
        )
    }

    #[test]
    fn forty_who_are_right_never_wait_however_many_are_wrong_between_them() {
        let now = Instant::now();
        let mut throttle = Throttle::new(FEW, now);
        for _ in 0..40 {
            assert_eq!(throttle.begin(source(1), now), Ok(Duration::ZERO));
            throttle.was_right(source(1));
        }
        // A few of them get it wrong first.
        for _ in 0..OF_ONE.burst - 1 {
            assert_eq!(throttle.begin(source(1), now), Ok(Duration::ZERO));
            assert_eq!(throttle.begin(source(1), now), Ok(Duration::ZERO));
            throttle.was_right(source(1));
        }
    }

    #[test]
    fn a_thousand_who_are_right_and_come_at_once_do_not_wait_for_each_other() {
        let now = Instant::now();
        let mut throttle = Throttle::new(Guesses::default(), now);
        // As many as can be in the house without a seat, from one source and from this machine.
        for (from, count) in [(source(1), 125), (Source::Here, 875)] {
            for _ in 0..count {
                assert_eq!(throttle.begin(from, now), Ok(Duration::ZERO));
            }
        }
    }

    #[test]
    fn the_sums_in_the_doc_are_those_of_the_limits_there_are() {
        let Guesses { of_one, of_all } = Guesses::default();
        let time = Duration::from_hours(8) + PATIENCE;
        let judged =
            |rate: Rate| u128::from(rate.burst) + time.as_millis() / rate.every.as_millis();
        assert_eq!((judged(of_one), judged(of_all)), (144_270, 1_442_200));
        // The code has 40 bits.
        assert_eq!(judged(of_all) * 10_000_000 / (1 << 40), 13);
        assert_eq!(judged(of_one) * 100_000_000 / (1 << 40), 13);
    }

    #[test]
    fn whoever_goes_on_guessing_waits_their_turn_and_holds_up_nobody_elsewhere() {
        let now = Instant::now();
        let mut throttle = Throttle::new(FEW, now);
        let begun: Vec<_> = (0..100).map(|_| throttle.begin(source(1), now)).collect();
        let judged = begun.iter().flatten().copied();
        assert_eq!(judged.clone().count(), 60);
        assert_eq!(judged.max(), Some(PATIENCE));
        assert_eq!(throttle.begin(source(2), now), Ok(Duration::ZERO));
        // One that is right gives its place back.
        let later = now + OF_ONE.every;
        assert_eq!(throttle.begin(source(1), later), Ok(PATIENCE));
        throttle.was_right(source(1));
        assert_eq!(throttle.begin(source(1), later), Ok(PATIENCE));
    }

    #[test]
    fn when_many_sources_guess_those_without_a_mistake_still_have_their_turn() {
        let now = Instant::now();
        let mut throttle = Throttle::new(FEW, now);
        let mut judged = 0;
        for guesser in 0..50 {
            while throttle.begin(source(guesser), now).is_ok() {
                judged += 1;
            }
        }
        let half = OF_ALL.burst + 100;
        assert!(judged >= half && judged < half + 50, "{judged}");
        for newcomer in 100..150 {
            let wait = throttle.begin(source(newcomer), now).unwrap();
            assert!(wait <= PATIENCE);
            throttle.was_right(source(newcomer));
        }
    }

    proptest! {
        #[test]
        fn no_more_are_judged_than_the_doc_says(attempts in attempts()) {
            let start = Instant::now();
            let mut throttle = Throttle::new(FEW, start);
            let mut now = start;
            let mut wrong = BTreeMap::<u8, u32>::new();
            for (from, later, is_right) in attempts {
                now += Duration::from_millis(later);
                let from_source = source(u32::from(from));
                match throttle.begin(from_source, now) {
                    Ok(wait) => {
                        prop_assert!(wait <= PATIENCE);
                        if is_right {
                            throttle.was_right(from_source);
                        } else {
                            *wrong.entry(from).or_default() += 1;
                        }
                    }
                    // Nobody is turned away who was not wrong before.
                    Err(TooMany) => prop_assert!(wrong.get(&from).is_some_and(|count| *count > 0)),
                }
            }
            let most = |rate: Rate| {
                let since = (now - start + PATIENCE).as_millis() / rate.every.as_millis();
                rate.burst + u32::try_from(since).unwrap() + 1
            };
            prop_assert!(wrong.values().all(|count| *count <= most(OF_ONE)), "{wrong:?}");
            prop_assert!(wrong.values().sum::<u32>() <= most(OF_ALL), "{wrong:?}");
        }
    }
}
