//! Simulated people on this laptop: how long they waited until what they gave was safe.

use std::time::Duration;

use super::{Finding, Sentence, Subject};

/// What people feel as at once: all but one in a hundred of what they give is safe within this.
const AT_ONCE: Duration = Duration::from_millis(250);
/// Who waits longer than this for the sign that a text is safe starts to wonder, and types it again.
const AT_LAST: Duration = Duration::from_secs(1);

/// What was measured.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Load {
    /// How many people were to play.
    pub people: u16,
    /// How many had a seat.
    pub seated: usize,
    /// How much was given.
    pub given: usize,
    /// How long each that was answered waited.
    pub waits: Vec<Duration>,
    /// They came to the end before the time was up.
    pub is_finished: bool,
}

/// Whether this laptop keeps up with so many people.
#[must_use]
pub fn load(load: Load) -> Finding {
    let subject = Subject::Load;
    let advice = || Sentence::of("doctor-load-lighten");
    let missing = load.given.saturating_sub(load.waits.len());
    let mut waits = load.waits;
    waits.sort_unstable();
    let (Some(middle), Some(most), Some(slowest)) = (
        percentile(&waits, 50),
        percentile(&waits, 99),
        waits.last().copied(),
    ) else {
        return Finding::wrong(subject, Sentence::of("doctor-load-nothing")).advise(advice());
    };
    if load.seated < usize::from(load.people) {
        let seen = Sentence::of("doctor-load-no-seat")
            .number("seated", load.seated as u64)
            .number("people", load.people.into());
        return Finding::wrong(subject, seen).advise(advice());
    }
    if load.is_finished && missing > 0 {
        let seen = Sentence::of("doctor-load-missing").number("missing", missing as u64);
        return Finding::wrong(subject, seen).advise(advice());
    }
    let say = |key| {
        Sentence::of(key)
            .number("people", load.people.into())
            .number("count", waits.len() as u64)
            .millis("middle", middle)
            .millis("most", most)
            .millis("slowest", slowest)
    };
    if most <= AT_ONCE {
        Finding::fine(subject, say("doctor-load-fine"))
    } else if most <= AT_LAST {
        Finding::beware(subject, say("doctor-load-slow")).advise(advice())
    } else {
        Finding::wrong(subject, say("doctor-load-slow")).advise(advice())
    }
}

/// The load could not be put on this laptop at all: why, as a sentence.
#[must_use]
pub fn no_load(why: &str) -> Finding {
    let seen = Sentence::of("doctor-load-failed").text("cause", why);
    Finding::wrong(Subject::Load, seen)
}

/// The time within which so many of a hundred were answered, of times in order (nearest rank).
fn percentile(sorted: &[Duration], hundredths: usize) -> Option<Duration> {
    let rank = (sorted.len() * hundredths).div_ceil(100);
    sorted.get(rank.saturating_sub(1)).copied()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::doctor::Verdict;

    fn played(waits: impl IntoIterator<Item = u64>) -> Load {
        let waits: Vec<Duration> = waits.into_iter().map(Duration::from_millis).collect();
        Load {
            people: 12,
            seated: 12,
            given: waits.len(),
            waits,
            is_finished: true,
        }
    }

    #[test]
    fn a_percentile_is_one_of_the_times_measured() {
        let times: Vec<Duration> = (1..=200).map(Duration::from_millis).collect();
        let of = |hundredths| percentile(&times, hundredths).map(|time| time.as_millis());
        assert_eq!([of(50), of(99), of(100)], [Some(100), Some(198), Some(200)]);
        assert_eq!(percentile(&times[..1], 50), Some(times[0]));
        assert_eq!(percentile(&[], 99), None);
    }

    #[test]
    fn all_but_one_in_a_hundred_are_answered_at_once() {
        let with_slow = |slow, times| {
            let quick = std::iter::repeat_n(250, 100 - times);
            load(played(quick.chain(std::iter::repeat_n(slow, times)))).verdict
        };
        assert_eq!(with_slow(9_000, 1), Verdict::Fine);
        assert_eq!(with_slow(251, 2), Verdict::Beware);
        assert_eq!(with_slow(1_000, 2), Verdict::Beware);
        assert_eq!(with_slow(1_001, 2), Verdict::Wrong);
    }

    #[test]
    fn what_is_lost_is_wrong_however_fast_the_rest_was() {
        let good = played([1, 2, 3]);
        assert_eq!(load(good.clone()).verdict, Verdict::Fine);
        let lost = Load {
            given: 4,
            ..good.clone()
        };
        assert_eq!(load(lost.clone()).seen.key(), "doctor-load-missing");
        // Whoever was still waiting when the time was up has lost nothing.
        let cut_off = Load {
            is_finished: false,
            ..lost
        };
        assert_eq!(load(cut_off).verdict, Verdict::Fine);
        let no_seat = Load { seated: 11, ..good };
        assert_eq!(load(no_seat).seen.key(), "doctor-load-no-seat");
        assert_eq!(load(played([])).verdict, Verdict::Wrong);
    }
}
