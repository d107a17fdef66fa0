//! The answers that were given, so that a command that is asked again gets the answer it got and nothing happens twice.

use std::collections::{BTreeMap, BTreeSet};

use uuid::Uuid;

use crate::id::ParticipantId;
use crate::room::{Answer, Done};
use crate::vocabulary::Role;
use crate::workshop::{Asker, Event, Record};

/// How many answers that left no record are remembered for each seat.
const REMEMBERED: usize = 64;

/// The answers to commands.
#[derive(Debug, Clone, Default)]
pub(super) struct Answers {
    /// Those on record, for ever, by the marks of their commands, with who had asked.
    on_record: BTreeMap<Uuid, (Option<ParticipantId>, Done)>,
    /// Who has taken a seat.
    seats: BTreeSet<ParticipantId>,
    /// Who took theirs by the hello of this mark.
    seated: BTreeMap<Uuid, ParticipantId>,
    /// The others, for a while. By role too: whoever watches shares the facilitator's number.
    remembered: BTreeMap<(Role, ParticipantId), Vec<(Uuid, Answer)>>,
    /// Those of them that were given since the last time something went to disk: they may rest on what is staged.
    unsettled: BTreeSet<Uuid>,
}

impl Answers {
    /// Takes in a record that is on disk, and answers the command of this mark.
    pub(super) fn record(&mut self, mark: Option<Uuid>, record: &Record) {
        // Whoever comes back or changes their language is recorded like somebody who comes.
        let seat = seat_of(record).filter(|seat| self.seats.insert(*seat));
        if let Some(mark) = mark {
            self.on_record.insert(mark, (record.by, Done::by(record)));
            self.seated.extend(seat.map(|seat| (mark, seat)));
        }
    }

    /// Whether it is on record that somebody took this seat.
    pub(super) fn is_taken(&self, seat: ParticipantId) -> bool {
        self.seats.contains(&seat)
    }

    /// The seat that the hello of this mark took, if that is on record.
    pub(super) fn seat(&self, mark: Uuid) -> Option<ParticipantId> {
        self.seated.get(&mark).copied()
    }

    /// What the command of this mark made, if that is on record, and whose record it is.
    pub(super) fn on_record(&self, mark: Uuid) -> Option<&(Option<ParticipantId>, Done)> {
        self.on_record.get(&mark)
    }

    /// Forgets what the command of this mark made.
    pub(super) fn strike(&mut self, mark: Uuid) {
        self.on_record.remove(&mark);
    }

    /// Remembers an answer that left no record.
    pub(super) fn remember(&mut self, asker: Asker, id: Uuid, answer: Answer) {
        let remembered = self.remembered.entry((asker.role, asker.seat)).or_default();
        if remembered.len() >= REMEMBERED {
            drop(remembered.remove(0));
        }
        remembered.push((id, answer));
        self.unsettled.insert(id);
    }

    /// The answer that somebody got to a command that left no record.
    pub(super) fn remembered(&self, asker: Asker, id: Uuid) -> Option<&Answer> {
        let mut remembered = self.remembered.get(&(asker.role, asker.seat))?.iter();
        let found = remembered.find(|(known, _)| *known == id);
        found.map(|(_, answer)| answer)
    }

    /// Forgets the answer that somebody got to a command that left no record.
    pub(super) fn forget(&mut self, asker: Asker, id: Uuid) {
        if let Some(remembered) = self.remembered.get_mut(&(asker.role, asker.seat)) {
            remembered.retain(|(known, _)| *known != id);
        }
    }

    /// What is staged is on disk, and the answers that may rest on it hold.
    pub(super) fn settle(&mut self) {
        self.unsettled.clear();
    }

    /// What is staged never happened: forgets the answers that may rest on it.
    pub(super) fn roll_back(&mut self) {
        for remembered in self.remembered.values_mut() {
            remembered.retain(|(id, _)| !self.unsettled.contains(id));
        }
        self.unsettled.clear();
    }
}

/// The seat that somebody takes in this record, or has already.
pub(super) const fn seat_of(record: &Record) -> Option<ParticipantId> {
    match &record.event {
        Event::ParticipantJoined { participant, .. } => Some(participant.id),
        _ => None,
    }
}
