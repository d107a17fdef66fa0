//! How fast a film runs: what was asked, doubled and halved by key, within bounds.

/// The slowest a film runs: as fast as the workshop did.
pub const SLOWEST: u32 = 1;
/// The fastest: an hour in a second.
pub const FASTEST: u32 = 3_600;
/// The fastest it runs unless somebody says otherwise: a minute in a second.
const USUAL: u64 = 60;
/// How long a film takes, in seconds, at the speed it has unless somebody says otherwise.
const USUAL_LENGTH: u64 = 120;

/// How many times as fast as the workshop the film runs: what was asked, doubled or halved some times.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Speed {
    asked: u32,
    doublings: i32,
}

impl Speed {
    /// This many times as fast, within what a film can.
    #[must_use]
    pub fn of(asked: u32) -> Self {
        Self {
            asked: asked.clamp(SLOWEST, FASTEST),
            doublings: 0,
        }
    }

    /// The speed at which a workshop of so many milliseconds takes two minutes, and no faster than a minute a second: a
    /// whole workshop goes by as fast as one can follow, and a rehearsal of a minute is not over before it was seen.
    pub(super) fn usual(span: u64) -> Self {
        let asked = (span / 1_000 / USUAL_LENGTH).min(USUAL);
        Self::of(u32::try_from(asked).unwrap_or(SLOWEST))
    }

    /// How many times as fast.
    #[must_use]
    pub fn times(self) -> u32 {
        let by = self.doublings.unsigned_abs();
        let times = if self.doublings < 0 {
            self.asked.checked_shr(by).unwrap_or(0)
        } else {
            self.asked
                .saturating_mul(1_u32.checked_shl(by).unwrap_or(u32::MAX))
        };
        times.clamp(SLOWEST, FASTEST)
    }

    pub(super) const fn by(self, doublings: i32) -> Self {
        Self {
            doublings: self.doublings.saturating_add(doublings),
            ..self
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_short_workshop_is_not_over_before_it_was_seen() {
        let usual = |seconds: u64| Speed::usual(seconds * 1_000).times();
        assert_eq!([0, 20, 239, 240, 3_600].map(usual), [1, 1, 1, 2, 30]);
        assert_eq!([7_200, 14_400, u64::MAX / 1_000].map(usual), [60, 60, 60]);
    }
}
