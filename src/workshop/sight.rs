//! What each seat may see. What it may not see is never sent to it.
//!
//! Two roads lead to a seat's view and they meet: [`project`] cuts the whole value down to what a viewer may see;
//! [`witness`] cuts each record down, and folding those gives the same view. That they commute is a property test
//! (`tests/it/laws.rs`) and the privacy promise of the product.

use std::collections::BTreeMap;

use super::Workshop;
use super::entry::{Contribution, Parked, Participant, Reflection, Sort};
use super::event::{Event, Record, Shown};
use super::history::History;
use crate::id::{ContributionId, ParticipantId};
use crate::vocabulary::Role;

/// Somebody who looks: a seat and what it is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Viewer {
    /// The seat.
    pub seat: ParticipantId,
    /// What the seat is for.
    pub role: Role,
}

/// One record as the different seats may see it; `None` is: not at all.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sight {
    /// The facilitator's.
    pub facilitator: Option<Event>,
    /// Everybody else's, unless they have one of their own.
    pub public: Option<Event>,
    /// What single participants see instead.
    pub own: BTreeMap<ParticipantId, Option<Event>>,
}

impl Sight {
    /// What this viewer sees of it.
    #[must_use]
    pub fn of(&self, viewer: Viewer) -> Option<&Event> {
        match viewer.role {
            Role::Facilitator => self.facilitator.as_ref(),
            Role::Observer => self.public.as_ref(),
            Role::Participant => self.own.get(&viewer.seat).unwrap_or(&self.public).as_ref(),
        }
    }

    fn all(event: &Event) -> Self {
        Self {
            facilitator: Some(event.clone()),
            public: Some(event.clone()),
            own: BTreeMap::new(),
        }
    }

    const fn nobody() -> Self {
        Self {
            facilitator: None,
            public: None,
            own: BTreeMap::new(),
        }
    }

    fn facilitator(event: &Event) -> Self {
        Self {
            facilitator: Some(event.clone()),
            ..Self::nobody()
        }
    }

    /// Adds what the author sees; the facilitator is an author like any other.
    fn and_author(mut self, author: Option<ParticipantId>, event: &Event) -> Self {
        match author {
            Some(ParticipantId::FACILITATOR) => self.facilitator = Some(event.clone()),
            Some(author) => {
                self.own.insert(author, Some(event.clone()));
            }
            None => {}
        }
        self
    }
}

/// The record as this viewer may read it: the event cut down, and who did it only where that may be known.
#[must_use]
pub fn redact(sight: &Sight, record: &Record, viewer: Viewer, is_named: bool) -> Option<Record> {
    let event = sight.of(viewer)?.clone();
    let knows =
        is_named || record.by == Some(viewer.seat) || record.by == Some(ParticipantId::FACILITATOR);
    Some(Record {
        seq: record.seq,
        at: record.at,
        by: record.by.filter(|_| knows),
        command: record.command.filter(|_| record.by == Some(viewer.seat)),
        revises: record.revises,
        event,
    })
}

/// Folds a record into the whole value and says what each seat sees of it.
#[expect(
    clippy::too_many_lines,
    reason = "a table: who sees what of each event"
)]
pub fn witness(workshop: &mut Workshop, record: &Record) -> Sight {
    let before = Unseen::of(workshop, &record.event);
    workshop.apply(record);
    let is_named = workshop.is_named();
    match &record.event {
        Event::ParticipantJoined {
            participant,
            assignment,
            ..
        } => Sight {
            public: Some(Event::ParticipantJoined {
                participant: sighted_participant(participant),
                assignment: assignment.clone().filter(|_| is_named),
                slice: Vec::new(),
            }),
            ..Sight::facilitator(&record.event).and_author(Some(participant.id), &record.event)
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
            ..Sight::facilitator(&record.event)
        },
        Event::ContributionAdded { contribution } => {
            let sighted = Event::ContributionAdded {
                contribution: Box::new(sighted(contribution, is_named)),
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
            let author = workshop
                .contributions
                .get(contribution)
                .and_then(|found| found.participant);
            let is_shared = workshop
                .contributions
                .get(contribution)
                .is_some_and(|found| found.shared);
            let room = if is_shared {
                Sight::all(&record.event)
            } else {
                Sight::nobody()
            };
            room.and_author(author, &record.event)
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
        Event::BallotCast { ballot } => {
            Sight::nobody().and_author(ballot.participant, &record.event)
        }
        Event::HandsCounted { .. } => Sight::facilitator(&record.event),
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
        | Event::ContributionsPlaced { .. }
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
    tallies: BTreeMap<ContributionId, Option<super::entry::Tally>>,
    votes: Option<super::entry::VoteResult>,
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

    fn votes_shown(&self, after: &Workshop) -> Option<super::entry::VoteResult> {
        after
            .votes
            .clone()
            .filter(|votes| self.votes.as_ref() != Some(votes))
    }

    fn shown(&self, after: &Workshop) -> Option<Box<Shown>> {
        let is_named = after.is_named();
        let contributions = self
            .private
            .iter()
            .filter_map(|id| after.contributions.get(id))
            .filter(|found| found.shared)
            .map(|found| sighted(found, is_named))
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
    let facilitator = Event::StepEntered {
        step: step.clone(),
        assignments: assignments.clone(),
        slices: slices.clone(),
        shown: shown.clone(),
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
    let public = sighted(found, after.is_named());
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
        ..public
    };
    sight.facilitator = Some(carrying(all));
    sight.and_author(found.participant, event)
}

/// A contribution as the room sees it: without its author and time unless the session is named, and without sorts.
fn sighted(contribution: &Contribution, is_named: bool) -> Contribution {
    Contribution {
        participant: contribution.participant.filter(|_| is_named),
        at: contribution.at.filter(|_| is_named),
        sorts: Vec::new(),
        ..contribution.clone()
    }
}

fn own_sorts(contribution: &Contribution, seat: ParticipantId) -> Vec<Sort> {
    contribution
        .sorts
        .iter()
        .filter(|sort| sort.by == Some(seat))
        .cloned()
        .collect()
}

fn all_sorts(contribution: &Contribution, is_named: bool) -> Vec<Sort> {
    contribution
        .sorts
        .iter()
        .cloned()
        .map(|sort| Sort {
            by: sort.by.filter(|_| is_named),
            ..sort
        })
        .collect()
}

/// Somebody as the room sees them: not what their own work is.
fn sighted_participant(participant: &Participant) -> Participant {
    Participant {
        real_role: None,
        ..participant.clone()
    }
}

fn sighted_parked(entry: &Parked, is_named: bool) -> Parked {
    Parked {
        participant: entry.participant.filter(|_| is_named),
        ..entry.clone()
    }
}

fn sighted_reflection(reflection: &Reflection, is_named: bool) -> Reflection {
    Reflection {
        participant: reflection.participant.filter(|_| is_named),
        ..reflection.clone()
    }
}

fn may_see(viewer: Viewer, contribution: &Contribution) -> bool {
    let own = contribution.participant == Some(viewer.seat) && viewer.role != Role::Observer;
    let visible = !contribution.hidden || viewer.role == Role::Facilitator;
    own || (contribution.shared && !contribution.withdrawn && visible)
}

/// Whether a record can put something out of a seat's sight that was in it. Looking through the whole view after
/// every other record would make a large workshop slow.
pub(super) const fn may_take_away(event: &Event) -> bool {
    matches!(
        event,
        Event::StepEntered { .. }
            | Event::ContributionWithdrawn { .. }
            | Event::ContributionRestored { .. }
            | Event::ContributionHidden { .. }
            | Event::ContributionShown { .. }
    )
}

/// Drops from a view what its viewer may no longer see.
pub(super) fn forget_unseen(view: &mut Workshop, viewer: Viewer) {
    view.contributions
        .retain(|_, contribution| may_see(viewer, contribution));
}

/// The workshop as this viewer may see it.
#[must_use]
pub fn project(workshop: &Workshop, viewer: Viewer) -> Workshop {
    let is_named = workshop.is_named();
    let leads = viewer.role == Role::Facilitator;
    let is_own = |author: Option<ParticipantId>| {
        author == Some(viewer.seat) && viewer.role != Role::Observer
    };
    let mut view = workshop.clone();
    view.viewer = Some(viewer);
    view.history = History::default();
    forget_unseen(&mut view, viewer);
    for contribution in view.contributions.values_mut() {
        let sorts = if leads {
            all_sorts(contribution, is_named)
        } else {
            own_sorts(contribution, viewer.seat)
        };
        if !is_own(contribution.participant) {
            *contribution = sighted(contribution, is_named);
        }
        contribution.sorts = if viewer.role == Role::Observer {
            Vec::new()
        } else {
            sorts
        };
    }
    for participant in view
        .participants
        .values_mut()
        .filter(|participant| !leads && !is_own(Some(participant.id)))
    {
        *participant = sighted_participant(participant);
    }
    if !leads {
        view.slices
            .retain(|participant, _| is_own(Some(*participant)));
        view.hands.clear();
        if !is_named {
            for cells in view.assignments.values_mut() {
                cells.retain(|participant, _| is_own(Some(*participant)));
            }
            view.assignments.retain(|_, cells| !cells.is_empty());
        }
    }
    view.ballots.retain(|_, ballot| is_own(ballot.participant));
    for entry in view
        .parking
        .values_mut()
        .filter(|entry| !is_own(entry.participant))
    {
        *entry = sighted_parked(entry, is_named);
    }
    for reflection in view
        .reflections
        .values_mut()
        .filter(|reflection| !is_own(reflection.participant))
    {
        *reflection = sighted_reflection(reflection, is_named);
    }
    view
}
