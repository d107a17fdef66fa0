//! Chance that cannot be repeated, for what an anonymous session draws; a simulation brings dice of its own that can.

use ring::rand::{SecureRandom, SystemRandom};
use uuid::Uuid;

use crate::chance::Chance;

/// Where numbers come from.
#[derive(Debug, Clone, Default)]
pub struct Dice(Option<Chance>);

impl Dice {
    /// Dice that fall the same way each time.
    #[must_use]
    pub const fn loaded(chance: Chance) -> Self {
        Self(Some(chance))
    }

    /// The next number.
    pub fn roll(&mut self) -> u64 {
        if let Some(chance) = &mut self.0 {
            return chance.roll();
        }
        let mut bytes = [0; 8];
        match SystemRandom::new().fill(&mut bytes) {
            Ok(()) => u64::from_ne_bytes(bytes),
            // The system has none to give just now; an id has 74 bits of it, of which these are 62.
            Err(_unspecified) => Uuid::now_v7().as_u64_pair().1,
        }
    }
}
