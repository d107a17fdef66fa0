//! Undo and redo: for each change of the facilitator's, the event that takes it back. The stacks follow from the
//! records alone, so they are there again after a crash.

use std::collections::BTreeMap;

use super::Workshop;
use super::command::Command;
use super::event::{Event, Members, Record, Revision, Seq};
use crate::id::ParticipantId;

/// The most changes that can be taken back.
const DEPTH: usize = 500;

/// What can be taken back and what can be done again, newest last.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct History {
    undo: Vec<Change>,
    redo: Vec<Change>,
}

/// A change and both of its directions.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    /// The record that made the change.
    pub seq: Seq,
    /// The event that makes it.
    pub forth: Event,
    /// The event that takes it back.
    pub back: Event,
}

impl History {
    /// The change that undo would take back.
    #[must_use]
    pub fn undoable(&self) -> Option<&Change> {
        self.undo.last()
    }

    /// The change that redo would do again.
    #[must_use]
    pub fn redoable(&self) -> Option<&Change> {
        self.redo.last()
    }

    /// What the record of this command revises: for undo and redo, the change they speak of.
    #[must_use]
    pub fn revision(&self, command: &Command) -> Option<Revision> {
        if *command == Command::Undo {
            self.undoable().map(|change| Revision::Undoes(change.seq))
        } else if *command == Command::Redo {
            self.redoable().map(|change| Revision::Redoes(change.seq))
        } else {
            None
        }
    }

    /// The numbers of parking entries that were taken back and may be done again.
    pub(super) fn undone_parking(&self) -> impl Iterator<Item = u32> {
        self.redo.iter().filter_map(|change| {
            if let Event::ParkingChanged { id, .. } = &change.forth {
                Some(id.0)
            } else {
                None
            }
        })
    }

    /// Lets go of who wrote what in the changes that can still be taken back or done again.
    pub(super) fn forget(&mut self, forget: impl Fn(&mut Event)) {
        for change in self.undo.iter_mut().chain(&mut self.redo) {
            forget(&mut change.forth);
            forget(&mut change.back);
        }
    }

    /// Notes a record before it is folded in. `workshop` is the value before the record.
    pub(super) fn note(workshop: &mut Workshop, record: &Record) {
        match record.revises {
            // The other direction is read off again, since others may have gone on meanwhile: a contribution that
            // is done again comes back with the sorts it has by now.
            Some(Revision::Undoes(_)) => {
                let forth = inverse(workshop, &record.event);
                if let Some(mut change) = workshop.history.undo.pop() {
                    change.forth = forth.unwrap_or(change.forth);
                    workshop.history.redo.push(change);
                }
            }
            Some(Revision::Redoes(_)) => {
                let back = inverse(workshop, &record.event);
                if let Some(mut change) = workshop.history.redo.pop() {
                    change.back = back.unwrap_or(change.back);
                    workshop.history.undo.push(change);
                }
            }
            None if record.by == Some(ParticipantId::FACILITATOR) => {
                let Some(back) = inverse(workshop, &record.event) else {
                    return;
                };
                let history = &mut workshop.history;
                history.redo.clear();
                if history.undo.len() >= DEPTH {
                    history.undo.remove(0);
                }
                history.undo.push(Change {
                    seq: record.seq,
                    forth: record.event.clone(),
                    back,
                });
            }
            None => {}
        }
    }
}

/// The event that takes this one back, given the workshop before it; `None` for what cannot be taken back
/// (arrivals, moving along the agenda, timers, the end).
#[expect(clippy::too_many_lines, reason = "a table: the way back of each event")]
fn inverse(before: &Workshop, event: &Event) -> Option<Event> {
    Some(match event {
        Event::PersonasAssigned {
            scenario,
            assignments,
        } => Event::PersonasAssigned {
            scenario: scenario.clone(),
            assignments: assignments
                .keys()
                .map(|participant| {
                    (
                        *participant,
                        before.persona_of(*participant, scenario).cloned(),
                    )
                })
                .collect(),
        },
        Event::CardsPlayed { scenario, .. } => Event::CardsPlayed {
            scenario: scenario.clone(),
            cards: before.cards_in(scenario).to_vec(),
        },
        Event::ContributionAdded { contribution } => Event::ContributionWithdrawn {
            contribution: contribution.id,
        },
        Event::ContributionEdited { contribution, .. } => {
            let earlier = before.contributions.get(contribution)?;
            Event::ContributionEdited {
                contribution: *contribution,
                kind: earlier.kind,
                text: earlier.text.clone(),
            }
        }
        Event::ContributionWithdrawn { contribution } => Event::ContributionRestored {
            contribution: *contribution,
            shown: None,
        },
        Event::ContributionRestored { contribution, .. } => Event::ContributionWithdrawn {
            contribution: *contribution,
        },
        Event::ContributionHidden { contribution } => Event::ContributionShown {
            contribution: *contribution,
            shown: None,
        },
        Event::ContributionShown { contribution, .. } => Event::ContributionHidden {
            contribution: *contribution,
        },
        Event::Spotlit { .. } => Event::Spotlit {
            contribution: before.spotlight,
        },
        Event::ContributionsPlaced { placements } => Event::ContributionsPlaced {
            placements: placements
                .keys()
                .map(|id| {
                    (
                        *id,
                        before
                            .contributions
                            .get(id)
                            .and_then(|found| found.placement.clone()),
                    )
                })
                .collect(),
        },
        Event::GroupsChanged { groups } => {
            let mut earlier: BTreeMap<_, _> = before
                .groups()
                .into_iter()
                .map(|group| {
                    (
                        group.id,
                        Members {
                            label: group.label,
                            contributions: group.contributions,
                        },
                    )
                })
                .collect();
            Event::GroupsChanged {
                groups: groups.keys().map(|id| (*id, earlier.remove(id))).collect(),
            }
        }
        Event::HandsCounted { theme, .. } => Event::HandsCounted {
            theme: theme.clone(),
            count: before.hands.get(theme).copied(),
        },
        Event::ParkingChanged { id, .. } => Event::ParkingChanged {
            id: *id,
            entry: before.parking.get(id).cloned(),
        },
        Event::RecommendationChanged { id, .. } => Event::RecommendationChanged {
            id: *id,
            recommendation: before.recommendations.get(id).cloned(),
        },
        Event::WordTaught { word, .. } => Event::WordTaught {
            word: word.clone(),
            place: before.taught.get(word).cloned(),
        },
        Event::WorkshopOpened { .. }
        | Event::ParticipantJoined { .. }
        | Event::ParticipantLeft { .. }
        | Event::StepEntered { .. }
        | Event::TimerSet { .. }
        | Event::ContributionSorted { .. }
        | Event::BallotCast { .. }
        | Event::Reflected { .. }
        | Event::PersonaAdded { .. }
        | Event::ThemeProposed { .. }
        | Event::SuggestionsMade { .. }
        | Event::StepSealed { .. }
        | Event::WorkshopClosed { .. } => return None,
    })
}
