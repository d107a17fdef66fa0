//! The parking lot: what is said beside the agenda, kept in sight and dealt with before the end.

use crate::id::ParkingId;
use crate::text::Note;
use crate::workshop::command::Asker;
use crate::workshop::decide::unknown;
use crate::workshop::entry::Parked;
use crate::workshop::event::Event;
use crate::workshop::refusal::{Refusal, Thing};
use crate::workshop::{MAX_ENTRIES, Workshop};

/// Somebody puts something in the parking lot; at any step.
pub(in crate::workshop) fn park(
    workshop: &Workshop,
    asker: Asker,
    text: &str,
) -> Result<Event, Refusal> {
    let text = Note::parse(text)?;
    if workshop.parking.len() >= MAX_ENTRIES {
        return Err(Refusal::Full { limit: MAX_ENTRIES });
    }
    let (_, step) = workshop.step().ok_or(Refusal::NoStepThere)?;
    let id = next_id(workshop);
    let entry = Parked {
        id,
        text,
        participant: Some(asker.seat),
        step: step.id.clone(),
        resolved: false,
    };
    Ok(Event::ParkingChanged {
        id,
        entry: Some(entry),
    })
}

fn next_id(workshop: &Workshop) -> ParkingId {
    let used = workshop.parking.keys().next_back().map_or(0, |id| id.0);
    // The facilitator may do an undone entry again, and must not find somebody else's under its number then.
    ParkingId(
        used.max(workshop.history.highest_undone_parking())
            .saturating_add(1),
    )
}

/// Marks an entry as dealt with.
pub(in crate::workshop) fn resolve(
    workshop: &Workshop,
    id: ParkingId,
) -> Result<Option<Event>, Refusal> {
    let entry = workshop
        .parking
        .get(&id)
        .ok_or_else(|| unknown(Thing::Parking, &id.to_string(), []))?;
    let resolved = Parked {
        resolved: true,
        ..entry.clone()
    };
    Ok((!entry.resolved).then_some(Event::ParkingChanged {
        id,
        entry: Some(resolved),
    }))
}
