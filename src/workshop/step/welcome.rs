//! Arriving: taking a seat, coming back to it, leaving it.

use crate::id::ParticipantId;
use crate::language::Language;
use crate::vocabulary::{Anonymity, StepKind};
use crate::workshop::command::Joining;
use crate::workshop::entry::Participant;
use crate::workshop::event::Event;
use crate::workshop::refusal::Refusal;
use crate::workshop::{MAX_PARTICIPANTS, Workshop, assignment};

/// Somebody takes a seat, or comes back to the one they had. Names are recorded in `named` sessions only.
pub(in crate::workshop) fn join(workshop: &Workshop, joining: &Joining) -> Result<Event, Refusal> {
    let earlier = joining
        .seat
        .and_then(|seat| workshop.participants.get(&seat));
    let id = match earlier {
        Some(earlier) => earlier.id,
        None if workshop.participants.len() >= MAX_PARTICIPANTS => {
            return Err(Refusal::Full {
                limit: MAX_PARTICIPANTS,
            });
        }
        None => next_id(workshop),
    };
    let name = joining
        .name
        .clone()
        .filter(|_| workshop.plan.anonymity == Anonymity::Named);
    let real_role = joining
        .real_role
        .clone()
        .filter(|role| workshop.plan.persona(role).is_some());
    let kind = joining.kind.or_else(|| kind_of(workshop, joining));
    let participant = Participant {
        id,
        name: name.or_else(|| earlier.and_then(|earlier| earlier.name.clone())),
        organisation: joining
            .organisation
            .clone()
            .or_else(|| earlier.and_then(|earlier| earlier.organisation.clone())),
        kind: kind.or_else(|| earlier.and_then(|earlier| earlier.kind)),
        real_role: real_role.or_else(|| earlier.and_then(|earlier| earlier.real_role.clone())),
        table: joining
            .table
            .or_else(|| earlier.and_then(|earlier| earlier.table)),
        language: joining.language,
        left: false,
    };
    let assignment = workshop
        .scenario()
        .filter(|scenario| workshop.persona_of(id, scenario).is_none())
        .and_then(|scenario| Some((scenario.clone(), assignment::late(workshop, scenario, id)?)));
    let slice = if workshop.step_kind() == StepKind::Sort && workshop.slice_of(id).is_empty() {
        super::sort::late(workshop, id)
    } else {
        Vec::new()
    };
    Ok(Event::ParticipantJoined {
        participant,
        assignment,
        slice,
    })
}

fn next_id(workshop: &Workshop) -> ParticipantId {
    let last = workshop
        .participants
        .keys()
        .next_back()
        .map_or(0, |id| id.0);
    ParticipantId(last.saturating_add(1))
}

/// The kind of an organisation that the plan lists.
fn kind_of(workshop: &Workshop, joining: &Joining) -> Option<crate::vocabulary::OrganisationKind> {
    let name = joining.organisation.as_ref()?;
    workshop
        .plan
        .organisations
        .iter()
        .find(|listed| listed.name == *name)
        .map(|listed| listed.kind)
}

/// Somebody leaves in good order.
pub(in crate::workshop) fn leave(workshop: &Workshop, seat: ParticipantId) -> Option<Event> {
    let present = workshop
        .participants
        .get(&seat)
        .is_some_and(|participant| !participant.left);
    present.then_some(Event::ParticipantLeft { participant: seat })
}

/// Somebody reads in another language from now on.
pub(in crate::workshop) fn speak(
    workshop: &Workshop,
    seat: ParticipantId,
    language: Language,
) -> Option<Event> {
    let participant = workshop
        .participants
        .get(&seat)
        .filter(|participant| participant.language != language)?;
    let participant = Participant {
        language,
        ..participant.clone()
    };
    Some(Event::ParticipantJoined {
        participant,
        assignment: None,
        slice: Vec::new(),
    })
}
