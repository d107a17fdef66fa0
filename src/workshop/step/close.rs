//! The parking lot: what is said beside the agenda, kept in sight and dealt with before the end.

use crate::id::ParkingId;
use crate::text::Note;
use crate::vocabulary::Role;
use crate::workshop::command::Asker;
use crate::workshop::entry::Parked;
use crate::workshop::event::Event;
use crate::workshop::known::unknown;
use crate::workshop::lot;
use crate::workshop::refusal::{Refusal, Thing};
use crate::workshop::{MAX_ENTRIES, MAX_OWN_ENTRIES, Workshop};

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
    let is_own = |parked: &&Parked| parked.participant == Some(asker.seat);
    let own = || workshop.parking.values().filter(is_own).count();
    if asker.role == Role::Participant && own() >= MAX_OWN_ENTRIES {
        let limit = MAX_OWN_ENTRIES;
        return Err(Refusal::EnoughFromYou { limit });
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
    let next = used
        .max(workshop.history.undone_parking().max().unwrap_or(0))
        .saturating_add(1);
    ParkingId(lot::number(
        workshop,
        "parking",
        2,
        next,
        |number| {
            let mut undone = workshop.history.undone_parking();
            workshop.parking.contains_key(&ParkingId(number)) || undone.any(|id| id == number)
        },
        workshop.parking.len(),
    ))
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

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::id::ParticipantId;
    use crate::workshop::entry::VisitEvent;
    use crate::workshop::given::{entered, given, joined, p};

    fn parked(id: u32, seat: u32, resolved: bool) -> Event {
        Event::ParkingChanged {
            id: ParkingId(id),
            entry: Some(Parked {
                id: ParkingId(id),
                text: "later".parse().unwrap(),
                participant: Some(ParticipantId(seat)),
                step: "vote".parse().unwrap(),
                resolved,
            }),
        }
    }

    #[test]
    fn anybody_may_park_something_and_the_facilitator_clears_it() {
        let say = json!({"type": "say", "text": "later"});
        let resolve = json!({"type": "resolve", "parking": "k01"});
        let group = given([joined(1), entered("vote")]);
        group.when(p(1), say.clone()).then(parked(1, 1, false));
        let group = group.having(p(1), say.clone());
        group.when_led(say).then(parked(2, 0, false));
        group.when_led(resolve.clone()).then(parked(1, 1, true));
        let cleared = group.clone().led(resolve.clone());
        cleared.when_led(resolve).then_nothing();
        cleared
            .when_led(json!({"type": "undo"}))
            .then(parked(1, 1, false));
        group
            .when_led(json!({"type": "resolve", "parking": "k09"}))
            .refused_as("unknown-parking");
    }

    #[test]
    fn a_number_that_may_come_back_is_not_given_to_somebody_else() {
        let say = json!({"type": "say", "text": "later"});
        let undone = given([joined(1), entered("vote")])
            .led(say.clone())
            .led(json!({"type": "undo"}));
        undone.when(p(1), say.clone()).then(parked(2, 1, false));
        let both = undone.having(p(1), say).led(json!({"type": "redo"}));
        assert_eq!(both.0.parking().len(), 2);
    }

    #[test]
    fn one_participant_parks_so_much_and_no_more() {
        let say = json!({"type": "say", "text": "later"});
        let mut group = given([joined(1), joined(2), entered("vote")]);
        for id in 1..=200 {
            group = group.then_happens(parked(id, 1, false));
        }
        let enough = Refusal::EnoughFromYou { limit: 200 };
        group.when(p(1), say.clone()).refused(enough);
        group.when(p(2), say.clone()).then(parked(201, 2, false));
        group.when_led(say).then(parked(201, 0, false));
    }

    #[test]
    fn the_end_is_the_end() {
        let closed = given([joined(1), entered("close")]).led(json!({"type": "close"}));
        assert!(closed.0.closed_at().is_some());
        assert_eq!(
            closed.0.timeline().last().map(|visit| visit.event),
            Some(VisitEvent::Closed)
        );
        closed
            .when_led(json!({"type": "back"}))
            .refused(Refusal::WorkshopClosed);
        closed
            .when_led(json!({"type": "undo"}))
            .refused(Refusal::WorkshopClosed);
        closed.when_led(json!({"type": "save"})).then_nothing();
        closed
            .when(p(1), json!({"type": "leave"}))
            .then(Event::ParticipantLeft {
                participant: ParticipantId(1),
            });
    }
}
