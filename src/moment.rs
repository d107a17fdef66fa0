//! Points in time as plain numbers, given from outside. There is no clock in here: whoever needs "now" is told.

use std::fmt;
use std::str::FromStr;

use serde::de::{self, Visitor};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// Milliseconds since 1970-01-01T00:00:00Z; written as RFC 3339 in UTC with milliseconds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Moment(i64);

/// The years 0001 to 9999, which RFC 3339 can write.
const RANGE: std::ops::RangeInclusive<i64> = -62_135_596_800_000..=253_402_207_200_000;

impl Moment {
    /// Makes a moment from milliseconds since 1970; out-of-range numbers become the nearest writable moment.
    #[must_use]
    pub fn from_millis(millis: i64) -> Self {
        Self(millis.clamp(*RANGE.start(), *RANGE.end()))
    }

    /// Milliseconds since 1970.
    #[must_use]
    pub const fn as_millis(self) -> i64 {
        self.0
    }

    /// The moment that many seconds later.
    #[must_use]
    pub fn plus_seconds(self, seconds: u32) -> Self {
        Self::from_millis(
            self.0
                .saturating_add(i64::from(seconds).saturating_mul(1_000)),
        )
    }

    /// Milliseconds from `earlier` to this moment, zero when it is not earlier.
    #[must_use]
    pub fn millis_since(self, earlier: Self) -> u64 {
        u64::try_from(self.0.saturating_sub(earlier.0)).unwrap_or(0)
    }
}

impl fmt::Display for Moment {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match jiff::Timestamp::from_millisecond(self.0) {
            Ok(timestamp) => write!(f, "{timestamp:.3}"),
            Err(_) => f.write_str("0001-01-01T00:00:00.000Z"),
        }
    }
}

/// The text is not a time such as `2026-11-21T09:00:00.000Z`.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("expected a time such as \"2026-11-21T09:00:00.000Z\"")]
pub struct NotAMoment;

impl FromStr for Moment {
    type Err = NotAMoment;

    fn from_str(text: &str) -> Result<Self, NotAMoment> {
        if let Some(moment) = written_here(text.as_bytes()) {
            return Ok(moment);
        }
        let timestamp: jiff::Timestamp = text.parse().map_err(|_cause: jiff::Error| NotAMoment)?;
        Ok(Self::from_millis(timestamp.as_millisecond()))
    }
}

/// Reads the one form that is written here (`2026-11-21T09:00:00.000Z`, years from 1970), which is every time in a
/// journal; anything else takes the long way.
fn written_here(text: &[u8]) -> Option<Moment> {
    let [
        y1,
        y2,
        y3,
        y4,
        b'-',
        o1,
        o2,
        b'-',
        d1,
        d2,
        b'T',
        h1,
        h2,
        b':',
        m1,
        m2,
        b':',
        s1,
        s2,
        b'.',
        c1,
        c2,
        c3,
        b'Z',
    ] = text
    else {
        return None;
    };
    let number = |digits: &[&u8]| {
        digits.iter().try_fold(0_i64, |number, digit| {
            digit
                .is_ascii_digit()
                .then(|| number * 10 + i64::from(**digit - b'0'))
        })
    };
    let (year, month, day) = (
        number(&[y1, y2, y3, y4])?,
        number(&[o1, o2])?,
        number(&[d1, d2])?,
    );
    let (hour, minute, second) = (number(&[h1, h2])?, number(&[m1, m2])?, number(&[s1, s2])?);
    // The 29th and later depend on the month, and a leap second is not a plain one: the long way knows.
    if year < 1970 || !(1..=12).contains(&month) || !(1..=28).contains(&day) {
        return None;
    }
    if hour > 23 || minute > 59 || second > 59 {
        return None;
    }
    let seconds = ((days_since_1970(year, month, day) * 24 + hour) * 60 + minute) * 60 + second;
    Some(Moment(seconds * 1_000 + number(&[c1, c2, c3])?))
}

/// Days from 1970-01-01 to a day of the Gregorian calendar (H. Hinnant, "chrono-Compatible Low-Level Date
/// Algorithms", `days_from_civil`), for years from 1970.
const fn days_since_1970(year: i64, month: i64, day: i64) -> i64 {
    let (year, month) = if month > 2 {
        (year, month - 3)
    } else {
        (year - 1, month + 9)
    };
    let era = year / 400;
    let of_era = year - era * 400;
    let of_year = (153 * month + 2) / 5 + day - 1;
    era * 146_097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year - 719_468
}

impl Serialize for Moment {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Moment {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Text;
        impl Visitor<'_> for Text {
            type Value = Moment;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a time such as \"2026-11-21T09:00:00.000Z\"")
            }
            fn visit_str<E: de::Error>(self, text: &str) -> Result<Moment, E> {
                text.parse().map_err(|_cause: NotAMoment| {
                    E::invalid_value(de::Unexpected::Str(text), &self)
                })
            }
        }
        deserializer.deserialize_str(Text)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_moment_is_written_in_utc_with_milliseconds_and_reads_back() {
        let moment = Moment::from_millis(1_795_251_600_007);
        assert_eq!(moment.to_string(), "2026-11-21T09:00:00.007Z");
        assert_eq!(moment.to_string().parse(), Ok(moment));
        assert_eq!("2026-11-21T10:00:00.007+01:00".parse(), Ok(moment));
    }

    #[test]
    fn the_short_way_reads_what_the_long_way_reads() {
        for day in 0..60_000_i64 {
            let moment = Moment::from_millis(day * 86_400_000 + day * 1_234_567 % 86_400_000);
            let text = moment.to_string();
            assert_eq!(text.parse(), Ok(moment), "{text}");
            if let Some(short) = written_here(text.as_bytes()) {
                assert_eq!(short, moment, "{text}");
            }
        }
        for wrong in [
            "2026-13-01T00:00:00.000Z",
            "2026-02-30T00:00:00.000Z",
            "2026-11-21T24:00:00.000Z",
        ] {
            assert_eq!(wrong.parse::<Moment>(), Err(NotAMoment), "{wrong}");
        }
    }

    #[test]
    fn extreme_numbers_stay_writable() {
        for millis in [i64::MIN, i64::MAX, 0, -1] {
            let moment = Moment::from_millis(millis);
            assert_eq!(moment.to_string().parse(), Ok(moment), "{millis}");
        }
    }
}
