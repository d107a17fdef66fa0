//! Who takes a seat, and who comes back to one.

use uuid::Uuid;

use super::answers::seat_of;
use super::{Desk, mark};
use crate::id::ParticipantId;
use crate::moment::Moment;
use crate::workshop::{Asker, Command, Event, Joining, Refusal, decide};

impl Desk {
    /// Takes a seat for somebody; the same hello again takes the same seat.
    ///
    /// # Errors
    /// Why there is no seat for them.
    pub fn join(
        &mut self,
        id: Option<Uuid>,
        joining: Joining,
        now: Moment,
    ) -> Result<ParticipantId, Refusal> {
        let earlier = id.and_then(|id| self.joined_by(id));
        let joining = Joining {
            seat: joining.seat.or(earlier),
            ..joining
        };
        if let Some(seat) = joining.seat.filter(|seat| self.has_all(*seat, &joining)) {
            return Ok(seat);
        }
        if self.read_only {
            return joining.seat.ok_or(Refusal::ReadOnly);
        }
        let seat = joining.seat.unwrap_or(ParticipantId::FACILITATOR);
        let id = id.filter(|id| self.answers.on_record(mark(*id)).is_none());
        let asker = Asker::participant(seat);
        self.carry_out(asker, id, &Command::Join(joining), now)?;
        let joined = self.staged.last().and_then(|staged| staged.record.by);
        joined.ok_or(Refusal::ReadOnly)
    }

    /// The seat that was taken by the hello of this id. Ids of anything else that somebody asked open nothing.
    pub(in crate::room) fn joined_by(&self, id: Uuid) -> Option<ParticipantId> {
        let on_record = self.answers.seat(mark(id));
        on_record.or_else(|| {
            let staged = || self.staged.iter().map(|staged| &staged.record);
            let asked = staged().find(|record| record.command == Some(id))?;
            let seat = seat_of(asked).filter(|seat| !self.answers.is_taken(*seat))?;
            let taken = staged().find(|record| seat_of(record) == Some(seat))?;
            (taken.command == Some(id)).then_some(seat)
        })
    }

    /// Whether somebody who comes back needs nothing new: no persona, no slice, no other language.
    fn has_all(&self, seat: ParticipantId, joining: &Joining) -> bool {
        let Some(participant) = self.workshop.participants().get(&seat) else {
            return false;
        };
        let would_change = match decide(
            &self.workshop,
            &Command::Join(joining.clone()),
            Asker::participant(seat),
            Moment::default(),
        ) {
            Ok(Some(Event::ParticipantJoined {
                participant: changed,
                assignment,
                slice,
            })) => changed != *participant || assignment.is_some() || !slice.is_empty(),
            Ok(_) => true,
            // The workshop has ended: whoever comes back may still look.
            Err(_) => false,
        };
        !would_change
    }
}
