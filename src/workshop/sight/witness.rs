//! Cutting a record down to what each seat may see of it, by looking at what it brought into the open.

use std::collections::BTreeMap;

use super::{
    Candor, Sight, all_sorts, facilitator_knows_personas, own_sorts, sighted, sighted_parked,
    sighted_participant, sighted_placement, sighted_reflection,
};
use crate::id::{ContributionId, ParticipantId};
use crate::vocabulary::StepKind;
use crate::workshop::Workshop;
use crate::workshop::entry::{Contribution, Sort, Tally, VoteResult};
use crate::workshop::event::{Doings, Event, Record, Shown};

/// Folds a record into the whole value and says what each seat sees of it.
#[expect(
    clippy::too_many_lines,
    reason = "a table: who sees what of each event"
)]
pub fn witness(workshop: &mut Workshop, record: &Record) -> Sight {
    let before = Unseen::of(workshop, &record.event);
    workshop.apply(record);
    let is_named = workshop.is_named();
    let candor = Candor::to_room(workshop);
    let knows_personas = facilitator_knows_personas(workshop);
    match &record.event {
        Event::StepSealed { doings } => sealed(doings, candor),
        Event::ParticipantJoined {
            participant,
            assignment,
            slice,
        } => Sight {
            public: Some(Event::ParticipantJoined {
                participant: sighted_participant(participant),
                assignment: assignment.clone().filter(|_| is_named),
                slice: Vec::new(),
            }),
            ..Sight::facilitator(&Event::ParticipantJoined {
                participant: participant.clone(),
                assignment: assignment.clone().filter(|_| knows_personas),
                slice: slice.iter().copied().filter(|_| knows_personas).collect(),
            })
            .and_author(Some(participant.id), &record.event)
        },
        Event::StepEntered { .. } => entered(workshop, &record.event, &before),
        Event::WorkshopClosed { .. } => Sight::all(&Event::WorkshopClosed {
            votes: before.votes_shown(workshop),
        }),
        Event::PersonasAssigned {
            scenario,
            assignments,
        } if !is_named => Sight {
            own: assignments
                .iter()
                .map(|(participant, persona)| {
                    let own = BTreeMap::from([(*participant, persona.clone())]);
                    (
                        *participant,
                        Some(Event::PersonasAssigned {
                            scenario: scenario.clone(),
                            assignments: own,
                        }),
                    )
                })
                .collect(),
            facilitator: knows_personas.then(|| record.event.clone()),
            public: None,
        },
        Event::ContributionAdded { contribution } => {
            let sighted = Event::ContributionAdded {
                contribution: Box::new(sighted(contribution, candor)),
            };
            let room = if contribution.shared {
                Sight::all(&sighted)
            } else {
                Sight::nobody()
            };
            room.and_author(contribution.participant, &record.event)
        }
        Event::ContributionEdited { contribution, .. }
        | Event::ContributionWithdrawn { contribution } => {
            let found = workshop.contributions.get(contribution);
            let room = match (found, &record.event) {
                (Some(found), _) if !found.shared => Sight::nobody(),
                (Some(found), Event::ContributionEdited { .. }) if found.hidden => {
                    Sight::facilitator(&record.event)
                }
                _ => Sight::all(&record.event),
            };
            room.and_author(found.and_then(|found| found.participant), &record.event)
        }
        Event::ContributionRestored { contribution, .. }
        | Event::ContributionShown { contribution, .. } => {
            back_in_sight(workshop, &record.event, *contribution)
        }
        Event::ContributionSorted {
            contribution,
            number,
            sort,
        } => {
            let anonymous = sort.clone().map(|sort| Sort {
                by: sort.by.filter(|_| is_named),
                ..sort
            });
            let counted = Event::ContributionSorted {
                contribution: *contribution,
                number: *number,
                sort: anonymous,
            };
            Sight::facilitator(&counted).and_author(record.by, &record.event)
        }
        Event::ContributionsPlaced { placements } => Sight {
            public: Some(Event::ContributionsPlaced {
                placements: placements
                    .iter()
                    .map(|(id, placement)| {
                        let seen = placement.as_ref();
                        (*id, seen.map(|seen| sighted_placement(seen, candor)))
                    })
                    .collect(),
            }),
            ..Sight::facilitator(&record.event)
        },
        Event::SuggestionsMade { places, .. } => Sight {
            public: candor.is_advised.then(|| Event::SuggestionsMade {
                places: places.clone(),
                alike: None,
            }),
            ..Sight::facilitator(&record.event)
        },
        Event::WordTaught { .. } => Sight::facilitator(&record.event),
        Event::BallotCast { ballot } => {
            Sight::nobody().and_author(ballot.participant, &record.event)
        }
        // A count that is taken back after the vote changes the outcome that everybody saw.
        Event::HandsCounted { .. } if workshop.step_kind() == StepKind::Vote => {
            Sight::facilitator(&record.event)
        }
        Event::HandsCounted { .. } => Sight::all(&record.event),
        Event::ParkingChanged {
            id,
            entry: Some(entry),
        } => {
            let sighted = Event::ParkingChanged {
                id: *id,
                entry: Some(sighted_parked(entry, is_named)),
            };
            Sight::all(&sighted).and_author(entry.participant, &record.event)
        }
        Event::Reflected { reflection } => {
            let sighted = Event::Reflected {
                reflection: sighted_reflection(reflection, is_named),
            };
            Sight::all(&sighted).and_author(reflection.participant, &record.event)
        }
        Event::WorkshopOpened { .. }
        | Event::ParticipantLeft { .. }
        | Event::TimerSet { .. }
        | Event::PersonasAssigned { .. }
        | Event::CardsPlayed { .. }
        | Event::ContributionHidden { .. }
        | Event::Spotlit { .. }
        | Event::GroupsChanged { .. }
        | Event::ParkingChanged { entry: None, .. }
        | Event::RecommendationChanged { .. }
        | Event::PersonaAdded { .. }
        | Event::ThemeProposed { .. } => Sight::all(&record.event),
    }
}

/// What was not in the open before a record, so that one can say what the record brought into it.
struct Unseen {
    private: Vec<ContributionId>,
    tallies: BTreeMap<ContributionId, Option<Tally>>,
    votes: Option<VoteResult>,
}

impl Unseen {
    fn of(workshop: &Workshop, event: &Event) -> Self {
        let moves = matches!(
            event,
            Event::StepEntered { .. } | Event::WorkshopClosed { .. }
        );
        let contributions = || workshop.contributions.values().filter(|_| moves);
        Self {
            private: contributions()
                .filter(|found| !found.shared)
                .map(|found| found.id)
                .collect(),
            tallies: contributions()
                .map(|found| (found.id, found.tally.clone()))
                .collect(),
            votes: workshop.votes.clone().filter(|_| moves),
        }
    }

    fn votes_shown(&self, after: &Workshop) -> Option<VoteResult> {
        after
            .votes
            .clone()
            .filter(|votes| self.votes.as_ref() != Some(votes))
    }

    fn shown(&self, after: &Workshop) -> Option<Box<Shown>> {
        let candor = Candor::to_room(after);
        let contributions = self
            .private
            .iter()
            .filter_map(|id| after.contributions.get(id))
            .filter(|found| found.shared && !found.hidden && !found.withdrawn)
            .map(|found| sighted(found, candor))
            .collect();
        let tallies = after
            .contributions
            .values()
            .filter(|found| self.tallies.get(&found.id) != Some(&found.tally))
            .filter_map(|found| Some((found.id, found.tally.clone()?)))
            .collect();
        let shown = Shown {
            contributions,
            tallies,
            votes: self.votes_shown(after),
        };
        (shown != Shown::default()).then(|| Box::new(shown))
    }
}

/// What people did in a step that has closed: everybody sees what was in the open, the facilitator how it was sorted.
fn sealed(doings: &Doings, candor: Candor) -> Sight {
    let contributions = doings.contributions.iter();
    let public = Doings {
        contributions: contributions
            .filter(|found| found.shared && !found.withdrawn)
            .map(|found| sighted(found, candor))
            .collect(),
        parking: doings.parking.clone(),
        reflections: doings.reflections.clone(),
        ..Doings::default()
    };
    let facilitator = Doings {
        sorts: doings.sorts.clone(),
        ..public.clone()
    };
    let event = |doings: Doings| {
        (!doings.is_empty()).then(|| Event::StepSealed {
            doings: Box::new(doings),
        })
    };
    Sight {
        facilitator: event(facilitator),
        public: event(public),
        own: BTreeMap::new(),
    }
}

/// Entering a step: the same for all but for each one's own persona and slice.
fn entered(after: &Workshop, event: &Event, before: &Unseen) -> Sight {
    let Event::StepEntered {
        step,
        assignments,
        slices,
        ..
    } = event
    else {
        return Sight::nobody();
    };
    let is_named = after.is_named();
    let shown = before.shown(after);
    let seen_by = |seat: Option<ParticipantId>| Event::StepEntered {
        step: step.clone(),
        assignments: assignments
            .iter()
            .filter(|(participant, _)| is_named || seat == Some(**participant))
            .map(|(participant, persona)| (*participant, persona.clone()))
            .collect(),
        slices: seat
            .and_then(|seat| slices.get_key_value(&seat))
            .map(|(id, slice)| (*id, slice.clone()))
            .into_iter()
            .collect(),
        shown: shown.clone(),
    };
    let own = assignments
        .keys()
        .filter(|_| !is_named)
        .chain(slices.keys())
        .map(|participant| (*participant, Some(seen_by(Some(*participant)))))
        .collect();
    let facilitator = if facilitator_knows_personas(after) {
        Event::StepEntered {
            step: step.clone(),
            assignments: assignments.clone(),
            slices: slices.clone(),
            shown: shown.clone(),
        }
    } else {
        seen_by(None)
    };
    Sight {
        facilitator: Some(facilitator),
        public: Some(seen_by(None)),
        own,
    }
}

/// A contribution that comes back into sight is sent whole to those who had lost it, each with their own sort of it.
fn back_in_sight(after: &Workshop, event: &Event, id: ContributionId) -> Sight {
    let Some(found) = after.contributions.get(&id) else {
        return Sight::all(event);
    };
    if !found.shared {
        return Sight::nobody().and_author(found.participant, event);
    }
    if found.hidden || found.withdrawn {
        // Shown again but withdrawn, or the other way round: still out of the room's sight.
        let room = if found.withdrawn {
            Sight::nobody()
        } else {
            Sight::facilitator(event)
        };
        return room.and_author(found.participant, event);
    }
    let carrying = |seen: Contribution| {
        let shown = Some(Box::new(seen));
        if matches!(event, Event::ContributionRestored { .. }) {
            Event::ContributionRestored {
                contribution: id,
                shown,
            }
        } else {
            Event::ContributionShown {
                contribution: id,
                shown,
            }
        }
    };
    let public = sighted(found, Candor::to_room(after));
    let mut sight = Sight::all(&carrying(public.clone()));
    for sorter in found.sorts.iter().filter_map(|sort| sort.by) {
        let own = Contribution {
            sorts: own_sorts(found, sorter),
            ..public.clone()
        };
        sight.own.insert(sorter, Some(carrying(own)));
    }
    let all = Contribution {
        sorts: all_sorts(found, after.is_named()),
        ..sighted(found, Candor::to_facilitator(after))
    };
    sight.facilitator = Some(carrying(all));
    sight.and_author(found.participant, event)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::vocabulary::Role;
    use crate::workshop::given::{Given, entered, given, joined, now, wrote};
    use crate::workshop::sight::Viewer;

    /// What each of facilitator, observer, author (p01) and somebody else (p02) sees of an event.
    fn seen(given: &Given, event: Event) -> [Option<Event>; 4] {
        let record = Record {
            seq: given.0.seq().saturating_add(1),
            at: now(),
            by: None,
            command: None,
            revises: None,
            event,
        };
        let sight = witness(&mut given.0.clone(), &record);
        [
            (0, Role::Facilitator),
            (99, Role::Observer),
            (1, Role::Participant),
            (2, Role::Participant),
        ]
        .map(|(seat, role)| {
            let seat = ParticipantId(seat);
            sight.of(Viewer { seat, role }).cloned()
        })
    }

    fn edited() -> Event {
        Event::ContributionEdited {
            contribution: ContributionId(1),
            kind: crate::vocabulary::Kind::Want,
            text: "secret".parse().unwrap(),
        }
    }

    fn hidden() -> Event {
        Event::ContributionHidden {
            contribution: ContributionId(1),
        }
    }

    #[test]
    fn what_is_private_is_sent_to_its_author_alone() {
        let people = given([joined(1), joined(2), entered("write")]);
        assert_eq!(
            seen(&people, wrote(1, 1)),
            [None, None, Some(wrote(1, 1)), None]
        );
        let written = people.then_happens(wrote(1, 1));
        assert_eq!(seen(&written, edited()), [None, None, Some(edited()), None]);
    }

    #[test]
    fn what_is_hidden_is_not_sent_whatever_happens_to_it() {
        let people = given([joined(1), joined(2), entered("write"), wrote(1, 1)]);
        let shared_and_hidden = people
            .clone()
            .then_happens(entered("share"))
            .then_happens(hidden());
        let facilitator = Some(edited());
        assert_eq!(
            seen(&shared_and_hidden, edited()),
            [facilitator, None, Some(edited()), None]
        );
        // The rules do not hide what is private; a record that does must not open it either.
        let hidden_and_shared = people.then_happens(hidden());
        for sent in seen(&hidden_and_shared, entered("share")) {
            assert_eq!(sent, Some(entered("share")));
        }
    }

    #[test]
    fn a_ballot_is_its_voters_and_hands_are_the_facilitators_until_the_outcome_shows() {
        let people = given([joined(1), joined(2), entered("vote")]);
        let ballot = Event::BallotCast {
            ballot: crate::workshop::entry::Ballot {
                id: crate::id::BallotId(1),
                participant: Some(ParticipantId(1)),
                dots: BTreeMap::new(),
            },
        };
        assert_eq!(
            seen(&people, ballot.clone()),
            [None, None, Some(ballot), None]
        );
        let hands = Event::HandsCounted {
            theme: "wellbeing".parse().unwrap(),
            count: Some(4),
        };
        let facilitator = Some(hands.clone());
        assert_eq!(
            seen(&people, hands.clone()),
            [facilitator, None, None, None]
        );
        let over = people.then_happens(entered("reflect"));
        assert_eq!(
            seen(&over, hands.clone()),
            [(); 4].map(|()| Some(hands.clone()))
        );
    }
}
