//! Numbers for what is new. They count up, except in an anonymous session, where they are drawn: a number that counts
//! tells what came before what, and so who wrote it to anybody who watched.

use super::Workshop;
use crate::chance::Chance;

/// How often a number is drawn before the next one in order is taken; of the numbers drawn from, half are free.
const DRAWS: usize = 128;

/// A number for something new: `next`, or in an anonymous session one that is not taken, from as many as such ids have
/// digits for.
pub(super) fn number(
    workshop: &Workshop,
    purpose: &str,
    digits: u32,
    next: u32,
    is_taken: impl Fn(u32) -> bool,
    taken: usize,
) -> u32 {
    if !workshop.is_anonymous() {
        return next;
    }
    let mut most = 10_usize.saturating_pow(digits).saturating_sub(1);
    while taken >= most / 2 {
        most = most.saturating_mul(10).saturating_add(9);
    }
    let mut chance = Chance::of(workshop.salt.draw, purpose);
    (0..DRAWS)
        .filter_map(|_| u32::try_from(chance.below(most).saturating_add(1)).ok())
        .find(|drawn| !is_taken(*drawn))
        .unwrap_or(next)
}
