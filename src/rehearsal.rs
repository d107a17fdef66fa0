//! A rehearsal: a workshop with simulated people, for trying out a plan, a network or the program itself.
//!
//! The people are pure choosers. A [`Player`] or the [`Leader`] is shown a view and answers with the next command,
//! or with nothing when it waits; who carries the command to a room is none of its business. Over real links each
//! of them is driven by a task (choose, ask, wait for the answer or for news, choose again); [`play`] drives all of
//! them in memory. They see what their seat sees and never more, and they follow from their seed: no clock, no
//! files, no other chance.
#![deny(clippy::disallowed_methods, clippy::disallowed_types)]

mod alike;
mod cast;
mod character;
mod leader;
mod player;
mod repertoire;
mod stage;

use std::sync::Arc;

pub use cast::{Person, cast, organisations};
pub use character::Character;
pub use leader::Leader;
pub use player::Player;
pub use repertoire::{Answer, InLanguages, Line, Proposal, Repertoire, SAYINGS, Sayings};
pub use stage::{Refused, Stage};

use crate::moment::Moment;
use crate::workshop::Record;
use crate::workshop::plan::Plan;

/// Runs a whole workshop in memory, from opening the room to closing it, and returns its records. The same
/// arguments give the same records.
#[must_use]
pub fn play(
    plan: Plan,
    people: usize,
    seed: u64,
    repertoire: &Arc<Repertoire>,
    start: Moment,
) -> Vec<Record> {
    let persons = cast(&plan, people, seed);
    let mut leader = Leader::new(seed, people, Arc::clone(repertoire));
    let mut stage = Stage::open(plan, seed, start);
    stage.run(persons, &mut leader, repertoire);
    stage.into_records()
}
