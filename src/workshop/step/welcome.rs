//! Arriving: taking a seat, coming back to it, leaving it.

use crate::id::ParticipantId;
use crate::language::Language;
use crate::vocabulary::{Anonymity, StepKind};
use crate::workshop::command::Joining;
use crate::workshop::entry::Participant;
use crate::workshop::event::Event;
use crate::workshop::known::unknown;
use crate::workshop::refusal::{Refusal, Thing};
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
        .step()
        .and_then(|(_, step)| step.scenario_played())
        .filter(|scenario| workshop.persona_of(id, scenario).is_none())
        .and_then(|scenario| Some((scenario.clone(), assignment::late(workshop, scenario, id)?)));
    let slice = if workshop.step_kind() == StepKind::Sort && workshop.slice_of(id).is_empty() {
        super::sort::late(workshop)
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

/// Somebody's seat is taken away. Of that the record tells only that they left.
pub(in crate::workshop) fn remove(
    workshop: &Workshop,
    seat: ParticipantId,
) -> Result<Option<Event>, Refusal> {
    if !workshop.participants.contains_key(&seat) {
        return Err(unknown(Thing::Participant, &seat.to_string(), []));
    }
    Ok(leave(workshop, seat))
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

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::workshop::command::Command;
    use crate::workshop::given::{
        entered, given, given_plan, joined, joining, p, participant, plan, wrote,
    };

    fn taken(participant: Participant) -> Event {
        Event::ParticipantJoined {
            participant,
            assignment: None,
            slice: Vec::new(),
        }
    }

    #[test]
    fn a_name_is_recorded_in_a_named_session_only() {
        let named = Joining {
            name: Some("Iemand".parse().unwrap()),
            organisation: Some("A school".parse().unwrap()),
            real_role: Some("mentor".parse().unwrap()),
            table: Some(2),
            ..joining()
        };
        let anybody = Participant {
            organisation: named.organisation.clone(),
            // The plan lists what kind of organisation that is.
            kind: Some(crate::vocabulary::OrganisationKind::KnowledgeInstitute),
            real_role: named.real_role.clone(),
            table: Some(2),
            ..participant(1)
        };
        let command = Command::Join(named.clone());
        given([])
            .when_asked(p(1), &command)
            .then(taken(anybody.clone()));
        let mut plan = plan();
        plan.anonymity = Anonymity::Named;
        given_plan(plan, [])
            .when_asked(p(1), &command)
            .then(taken(Participant {
                name: named.name,
                ..anybody
            }));
    }

    #[test]
    fn whoever_comes_back_has_what_they_had() {
        let before = Participant {
            table: Some(4),
            ..participant(2)
        };
        let left = given([joined(1), taken(before.clone())]).having(p(2), json!({"type": "leave"}));
        assert!(left.0.participants()[&before.id].left);
        left.when(p(2), json!({"type": "leave"})).then_nothing();
        let back = Joining {
            seat: Some(before.id),
            language: Language::Fr,
            ..joining()
        };
        left.when_asked(p(2), &Command::Join(back))
            .then(taken(Participant {
                language: Language::Fr,
                ..before
            }));
        let stranger = Joining {
            seat: Some(ParticipantId(77)),
            real_role: Some("nobody".parse().unwrap()),
            ..joining()
        };
        left.when_asked(p(77), &Command::Join(stranger))
            .then(taken(participant(3)));
    }

    #[test]
    fn whoever_comes_late_gets_a_persona_where_people_play_and_a_slice_where_they_sort() {
        let join = Command::Join(joining());
        for (step, plays) in [
            ("welcome", false),
            ("brief", true),
            ("write", true),
            ("share", true),
            ("vote", false),
        ] {
            let event = given([entered(step)]).when_asked(p(1), &join).event();
            let Event::ParticipantJoined {
                assignment, slice, ..
            } = event
            else {
                panic!("{event:?}")
            };
            assert_eq!((assignment.is_some(), slice.len()), (plays, 0), "{step}");
        }
        given([wrote(1, 9), entered("sort")])
            .when_asked(p(1), &join)
            .then(Event::ParticipantJoined {
                participant: participant(1),
                assignment: None,
                slice: vec![crate::id::ContributionId(1)],
            });
    }

    #[test]
    fn who_is_removed_has_left_and_nobody_else_can_be() {
        let remove = |seat: &str| json!({"type": "remove", "participant": seat});
        let group = given([joined(1), joined(2), entered("write"), wrote(1, 1)]);
        group.when_led(remove("p01")).then(Event::ParticipantLeft {
            participant: ParticipantId(1),
        });
        let removed = group.led(remove("p01"));
        assert_eq!(removed.0.contributions().len(), 1);
        removed.when_led(remove("p01")).then_nothing();
        removed
            .when_led(remove("p07"))
            .refused_as("unknown-participant");
        removed
            .when(p(2), remove("p02"))
            .refused(Refusal::NotTheFacilitator);
    }

    #[test]
    fn another_language_is_a_change_of_the_seat() {
        let group = given([joined(1)]);
        group
            .when(p(1), json!({"type": "speak", "language": "nl"}))
            .then_nothing();
        group
            .when(p(1), json!({"type": "speak", "language": "en"}))
            .then(taken(Participant {
                language: Language::En,
                ..participant(1)
            }));
    }
}
