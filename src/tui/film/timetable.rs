//! When each record of a journal comes in the film.

use crate::moment::Moment;
use crate::workshop::Record;

/// When each record comes in the film; never earlier than the one before.
///
/// An anonymous session does not write down when within a step somebody did something: what carries the same time is
/// then spread evenly over the time until something later comes.
#[must_use]
pub(super) fn timetable(records: &[Record], is_anonymous: bool) -> Vec<Moment> {
    let mut latest = records
        .first()
        .map_or_else(Moment::default, |first| first.at);
    let times = records.iter().map(|record| {
        latest = latest.max(record.at);
        latest
    });
    let mut times: Vec<Moment> = times.collect();
    if is_anonymous {
        spread(&mut times);
    }
    times
}

fn spread(times: &mut [Moment]) {
    let mut rest = times;
    while let Some(start) = rest.first().copied() {
        let count = rest.iter().take_while(|time| **time == start).count();
        let (alike, later) = rest.split_at_mut(count);
        let until = later.first().map_or(start, |next| *next);
        let (span, parts) = (until.millis_since(start), (count as u64).max(1));
        for (place, time) in (0_u64..).zip(alike) {
            *time = later_by(start, span.saturating_mul(place) / parts);
        }
        rest = later;
    }
}

/// The moment so many milliseconds later.
pub(super) fn later_by(moment: Moment, millis: u64) -> Moment {
    let millis = i64::try_from(millis).unwrap_or(i64::MAX);
    Moment::from_millis(moment.as_millis().saturating_add(millis))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn moment(second: i64) -> Moment {
        Moment::from_millis(second * 1_000)
    }

    fn record(second: i64) -> Record {
        Record {
            seq: 1,
            at: moment(second),
            by: None,
            command: None,
            revises: None,
            event: crate::workshop::Event::TimerSet { ends_at: None },
        }
    }

    #[test]
    fn a_clock_that_was_set_back_does_not_set_the_film_back() {
        let records = [0, 60, 30, 90].map(record);
        let times = timetable(&records, false);
        assert_eq!(times, [0, 60, 60, 90].map(moment));
    }

    #[test]
    fn what_an_anonymous_session_gives_one_time_is_spread_until_the_next() {
        let records = [0, 0, 0, 90, 0, 120].map(record);
        let times = timetable(&records, true);
        assert_eq!(times, [0, 30, 60, 90, 105, 120].map(moment));
        assert_eq!(timetable(&records, false)[..3], [0, 0, 0].map(moment));
        let end = [5, 5].map(record);
        assert_eq!(timetable(&end, true), [5, 5].map(moment));
    }
}
