//! Arriving: taking a seat, coming back to it, leaving it.

use std::collections::BTreeSet;

use crate::id::ParticipantId;
use crate::language::Language;
use crate::vocabulary::{Anonymity, StepKind};
use crate::workshop::command::Joining;
use crate::workshop::entry::Participant;
use crate::workshop::event::Event;
use crate::workshop::known::unknown;
use crate::workshop::refusal::{Refusal, Thing};
use crate::workshop::{MAX_PARTICIPANTS, MAX_SEATS, Workshop, assignment};

/// Somebody takes a seat, or comes back to the one they had. Names are recorded in `named` sessions only.
pub(in crate::workshop) fn join(workshop: &Workshop, joining: &Joining) -> Result<Event, Refusal> {
    let earlier = joining
        .seat
        .and_then(|seat| workshop.participants.get(&seat));
    let id = match earlier {
        Some(earlier) => earlier.id,
        None => next_id(workshop)?,
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

/// Whether there is a place for one more. Whoever left and of whom nothing is on record leaves their place to others. Their
/// number stays theirs, and they may come back to it; so there is an end to numbers too.
fn check_places(workshop: &Workshop) -> Result<(), Refusal> {
    let known = workshop.participants.len();
    if known >= MAX_SEATS {
        return Err(Refusal::Full { limit: MAX_SEATS });
    }
    if known < MAX_PARTICIPANTS {
        return Ok(());
    }
    let gave = who_gave(workshop);
    let people = workshop.participants.values();
    let counting = people.filter(|participant| !participant.left || gave.contains(&participant.id));
    if counting.count() < MAX_PARTICIPANTS {
        return Ok(());
    }
    Err(Refusal::Full {
        limit: MAX_PARTICIPANTS,
    })
}

/// Everybody of whom something is on record that they did themselves, as far as the workshop still tells. The persona and
/// the slice that they were given on arriving are not their doing.
fn who_gave(workshop: &Workshop) -> BTreeSet<ParticipantId> {
    let contributions = workshop.contributions.values();
    let of_contributions = contributions.flat_map(|contribution| {
        let sorts = contribution.sorts.iter().filter_map(|sort| sort.by);
        contribution.participant.into_iter().chain(sorts)
    });
    let ballots = workshop.ballots.values();
    let parking = workshop.parking.values();
    let reflections = workshop.reflections.values();
    of_contributions
        .chain(ballots.filter_map(|ballot| ballot.participant))
        .chain(parking.filter_map(|entry| entry.participant))
        .chain(reflections.filter_map(|reflection| reflection.participant))
        .collect()
}

/// The number of somebody new, if there is a place for them.
fn next_id(workshop: &Workshop) -> Result<ParticipantId, Refusal> {
    check_places(workshop)?;
    let last = workshop
        .participants
        .keys()
        .next_back()
        .map_or(0, |id| id.0);
    Ok(ParticipantId(last.saturating_add(1)))
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
        Given, entered, given, given_plan, joined, joining, p, participant, plan, wrote,
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
        let mut anonymous = plan();
        anonymous.anonymity = Anonymity::Anonymous;
        given_plan(anonymous, [])
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

    /// As many people as there are places, numbered from 1.
    fn full_house(anonymity: Anonymity) -> Given {
        let mut plan = plan();
        plan.anonymity = anonymity;
        given_plan(plan, (1..=2_000).map(joined))
    }

    const FULL: Refusal = Refusal::Full {
        limit: MAX_PARTICIPANTS,
    };

    #[test]
    fn who_left_or_was_removed_and_gave_nothing_leaves_a_place_to_others() {
        let join = Command::Join(joining());
        let full = full_house(Anonymity::Pseudonymous);
        full.when_asked(p(2_001), &join).refused(FULL);
        let left = full.clone().having(p(7), json!({"type": "leave"}));
        let removed = full.led(json!({"type": "remove", "participant": "p07"}));
        for place in [left, removed] {
            place
                .when_asked(p(2_001), &join)
                .then(taken(participant(2_001)));
            let full = place.then_happens(joined(2_001));
            full.when_asked(p(2_002), &join).refused(FULL);
            // Their own seat is theirs all the same.
            let seat = Some(ParticipantId(7));
            let back = Command::Join(Joining { seat, ..joining() });
            full.when_asked(p(7), &back).then(taken(participant(7)));
        }
    }

    #[test]
    fn who_left_and_gave_something_keeps_their_place() {
        let join = Command::Join(joining());
        let say = json!({"type": "say", "text": "Later"});
        let sort = json!({"type": "sort", "contribution": "n0001", "primary": "none"});
        let vote = json!({"type": "vote", "theme": "wellbeing", "dots": 1});
        let reflect =
            json!({"type": "reflect", "challenge": "shortage", "stance": "agree", "text": "Yes"});
        let full = full_house(Anonymity::Pseudonymous).then_happens(wrote(1, 9));
        for (step, gift) in [
            ("welcome", say),
            ("sort", sort),
            ("vote", vote),
            ("reflect", reflect),
        ] {
            let gave = full.clone().then_happens(entered(step)).having(p(7), gift);
            let left = gave.having(p(7), json!({"type": "leave"}));
            left.when_asked(p(2_001), &join).refused(FULL);
        }
        let left = full.having(p(9), json!({"type": "leave"}));
        left.when_asked(p(2_001), &join).refused(FULL);
    }

    #[test]
    fn where_nothing_tells_any_more_who_gave_what_nobody_who_left_takes_a_place() {
        let join = Command::Join(joining());
        let write = full_house(Anonymity::Anonymous)
            .then_happens(entered("write"))
            .then_happens(wrote(1, 7))
            .having(p(7), json!({"type": "leave"}));
        write.when_asked(p(2_001), &join).refused(FULL);
        let closed = write.then_happens(entered("welcome"));
        closed
            .when_asked(p(2_001), &join)
            .then(taken(participant(2_001)));
    }

    #[test]
    fn there_is_an_end_to_seats_that_are_taken_and_left_and_whoever_has_one_comes_back() {
        let gone = (1..=10_000).map(|seat| {
            let left = true;
            taken(Participant {
                left,
                ..participant(seat)
            })
        });
        let empty = given(gone);
        let join = Command::Join(joining());
        let limit = MAX_SEATS;
        empty
            .when_asked(p(10_001), &join)
            .refused(Refusal::Full { limit });
        let seat = Some(ParticipantId(10_000));
        let back = Command::Join(Joining { seat, ..joining() });
        empty
            .when_asked(p(10_000), &back)
            .then(taken(participant(10_000)));
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
