//! Reproducible shuffling: a sequence that follows from its seed and from nothing else. Not for secrets.

/// A deterministic sequence of numbers: `SplitMix64` (Steele, Lea and Flood, "Fast splittable pseudorandom number
/// generators", OOPSLA 2014). The same seed gives the same sequence on every machine, for ever, which is what a
/// session that can be reproduced needs; a random-number crate promises that only within a version.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Chance(u64);

impl Chance {
    /// Starts the sequence of this seed.
    #[must_use]
    pub const fn new(seed: u64) -> Self {
        Self(seed)
    }

    /// Starts a sequence of its own for a named purpose, so that two uses of one seed do not echo each other.
    #[must_use]
    pub fn of(seed: u64, purpose: &str) -> Self {
        Self(purpose.bytes().fold(seed ^ 0x5bd1_e995, |state, byte| {
            mix(state ^ u64::from(byte))
        }))
    }

    /// The next number, any of 2^64.
    pub fn roll(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        mix(self.0)
    }

    /// The next number below `bound`; zero when there is nothing to choose from.
    pub fn below(&mut self, bound: usize) -> usize {
        let wide = u128::from(self.roll()).wrapping_mul(bound as u128) >> 64;
        usize::try_from(wide).unwrap_or(0)
    }

    /// True `percent` times in a hundred.
    pub fn percent(&mut self, percent: usize) -> bool {
        self.below(100) < percent
    }

    /// One of the items, or none of an empty slice.
    pub fn pick<'a, T>(&mut self, items: &'a [T]) -> Option<&'a T> {
        items.get(self.below(items.len()))
    }

    /// Shuffles in place (Fisher and Yates).
    pub fn shuffle<T>(&mut self, items: &mut [T]) {
        for last in (1..items.len()).rev() {
            let other = self.below(last + 1);
            items.swap(last, other);
        }
    }
}

/// What draws start from that nobody may be able to repeat afterwards. It stands in no file and is no part of what two
/// replicas have to agree on, so any two are equal.
#[derive(Clone, Copy, Default)]
pub struct Salt {
    /// For dealing: the same for as long as the program runs, so that what is dealt at one time fits what was dealt before.
    pub deal: u64,
    /// For everything else: another one before each draw.
    pub draw: u64,
}

impl PartialEq for Salt {
    fn eq(&self, _other: &Self) -> bool {
        true
    }
}

impl Eq for Salt {}

impl std::fmt::Debug for Salt {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Salt")
    }
}

fn mix(mut z: u64) -> u64 {
    z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    z ^ (z >> 31)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_sequence_of_a_seed_is_the_published_one() {
        let mut chance = Chance::new(1_234_567);
        assert_eq!(
            [chance.roll(), chance.roll()],
            [6_457_827_717_110_365_317, 3_203_168_211_198_807_973]
        );
    }

    #[test]
    fn a_shuffle_keeps_every_item() {
        let mut items: Vec<u32> = (0..50).collect();
        Chance::of(7, "test").shuffle(&mut items);
        assert_ne!(items, (0..50).collect::<Vec<_>>());
        items.sort_unstable();
        assert_eq!(items, (0..50).collect::<Vec<_>>());
    }
}
