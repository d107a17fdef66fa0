//! Where somebody wants to go in a film: one of the steps the group came to, or a record or a time that was typed.

use super::reel::Reel;
use crate::id::StepId;
use crate::moment::Moment;
use crate::workshop::{Event, Record, Workshop};

const MINUTE: i64 = 60_000;
const DAY: i64 = 24 * 60 * MINUTE;

/// A place in the film to go to by name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::tui) struct Stop {
    /// The place of its record, from 0.
    pub(super) place: usize,
    /// The step the group came to there; `None` where the workshop ended.
    pub(super) step: Option<StepId>,
}

/// The places where the group came to a step, and where the workshop ended.
#[must_use]
pub(super) fn stops(records: &[Record]) -> Vec<Stop> {
    let opened = records.first().and_then(Workshop::opened_by);
    let first = opened.as_ref().and_then(Workshop::step);
    let first = first.map(|(_, step)| Stop {
        place: 0,
        step: Some(step.id.clone()),
    });
    let mut stops: Vec<Stop> = first.into_iter().collect();
    for (place, record) in records.iter().enumerate() {
        let step = if let Event::StepEntered { step, .. } = &record.event {
            Some(step.clone())
        } else {
            None
        };
        if step.is_some() || matches!(record.event, Event::WorkshopClosed { .. }) {
            stops.push(Stop { place, step });
        }
    }
    stops
}

/// Why there is no such place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Missed {
    /// It is neither a number nor a time.
    Unread,
    /// There is no record with that number.
    NoRecord,
    /// The film does not run then.
    NoTime,
}

/// The place of the record or the time that was typed: `120`, `9:40`, `09:40:30` or `2026-11-21T09:40:00Z`.
///
/// # Errors
/// When there is no such place in this film.
pub(super) fn typed(text: &str, reel: &Reel) -> Result<usize, Missed> {
    let text = text.trim();
    if !text.is_empty() && text.bytes().all(|letter| letter.is_ascii_digit()) {
        let number = text
            .parse::<usize>()
            .map_err(|_too_large| Missed::NoRecord)?;
        let place = number.checked_sub(1).ok_or(Missed::NoRecord)?;
        return Some(place)
            .filter(|place| *place < reel.count())
            .ok_or(Missed::NoRecord);
    }
    let (start, end) = (reel.time_of(0), reel.time_of(reel.count()));
    let time = match of_the_day(text) {
        Some((of_day, grain)) => on_a_day(of_day, grain, start),
        None => text.parse().map_err(|_no_time| Missed::Unread)?,
    };
    match reel.until(time) {
        Some(place) if time <= end => Ok(place),
        // Within the minute, or the second, that was typed.
        Some(place) if time.as_millis() / 1_000 == end.as_millis() / 1_000 => Ok(place),
        _ => Err(Missed::NoTime),
    }
}

/// Milliseconds since midnight, and how fine they were typed.
fn of_the_day(text: &str) -> Option<(i64, i64)> {
    let mut parts = text.split(':');
    let mut part = |most: i64| -> Option<i64> {
        let part = parts.next()?;
        let is_short =
            matches!(part.len(), 1 | 2) && part.bytes().all(|byte| byte.is_ascii_digit());
        let number = part.parse().ok().filter(|_| is_short)?;
        (number <= most).then_some(number)
    };
    let (hours, minutes) = (part(23)?, part(59)?);
    let minutes = (hours * 60 + minutes) * MINUTE;
    match part(59) {
        Some(seconds) => parts
            .next()
            .is_none()
            .then_some((minutes + seconds * 1_000, 1_000)),
        None => (text.split(':').count() == 2).then_some((minutes, MINUTE)),
    }
}

/// The first time of that day that the film may have: not before the minute, or the second, it begins in.
fn on_a_day(of_day: i64, grain: i64, start: Moment) -> Moment {
    let start = start.as_millis();
    let midnight = start - start.rem_euclid(DAY);
    let begins = start - start.rem_euclid(grain);
    let time = midnight + of_day;
    let time = if time < begins { time + DAY } else { time };
    Moment::from_millis(time.max(start))
}

/// A moment's time of the day, to the second; in UTC, as everywhere in halte.
#[must_use]
pub(super) fn clock(moment: Moment) -> String {
    let seconds = moment.as_millis().rem_euclid(DAY) / 1_000;
    let (minutes, seconds) = (seconds / 60, seconds % 60);
    format!("{:02}:{:02}:{seconds:02}", minutes / 60, minutes % 60)
}

#[cfg(test)]
mod tests {
    use super::super::speed::Speed;
    use super::*;

    /// A film from 23:40:30 to 00:20:00, with a record every ten minutes.
    fn reel() -> Reel {
        let times = [
            "21T23:40:30.250",
            "21T23:50:00",
            "22T00:10:00",
            "22T00:20:00.900",
        ];
        let times = times.map(|time| format!("2026-11-{time}Z").parse().expect("a time"));
        Reel::new(times.into(), Speed::of(60))
    }

    #[test]
    fn a_number_is_a_record_and_other_forms_are_times() {
        for (text, place) in [
            ("1", 0),
            (" 4 ", 3),
            ("23:40", 0),
            ("23:40:30", 0),
            ("23:49:59", 0),
            ("23:50", 1),
            ("0:09", 1),
            ("00:10:00", 2),
            ("0:20", 2),
            ("0:20:00", 2),
            ("2026-11-22T00:15:00Z", 2),
            ("2026-11-22T01:15:00+01:00", 2),
        ] {
            assert_eq!(typed(text, &reel()), Ok(place), "{text}");
        }
    }

    #[test]
    fn what_is_not_in_the_film_is_told_apart_from_what_cannot_be_read() {
        for (text, missed) in [
            ("0", Missed::NoRecord),
            ("5", Missed::NoRecord),
            ("99999999999999999999999", Missed::NoRecord),
            ("23:40:29", Missed::NoTime),
            ("0:21", Missed::NoTime),
            ("12:00", Missed::NoTime),
            ("2026-11-21T12:00:00Z", Missed::NoTime),
            ("2027-11-21T12:00:00Z", Missed::NoTime),
            ("", Missed::Unread),
            ("24:00", Missed::Unread),
            ("9:60", Missed::Unread),
            ("9:40:", Missed::Unread),
            ("9:40:1:2", Missed::Unread),
            ("9:040", Missed::Unread),
            ("+9:40", Missed::Unread),
            ("-1", Missed::Unread),
            ("straks", Missed::Unread),
        ] {
            assert_eq!(typed(text, &reel()), Err(missed), "{text}");
        }
    }

    #[test]
    fn the_time_of_the_day_is_written_to_the_second() {
        let moment = "2026-11-21T09:05:07.999Z".parse().expect("a time");
        assert_eq!(clock(moment), "09:05:07");
        assert_eq!(clock(Moment::from_millis(-1)), "23:59:59");
    }
}
