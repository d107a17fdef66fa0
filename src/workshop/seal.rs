//! What an anonymous session puts on disk. The room knows who wrote what while a step is open, so that people can edit
//! their own; the record does not, and once the step has closed nothing does, so that nobody can find out afterwards.

mod closing;

pub use closing::{close, closes, is_arrival, is_mark, is_sealed, is_theirs};
pub(super) use closing::{forget, let_go_of_private};

use super::Workshop;
use super::event::{Event, Record};
use super::proceedings::Proceedings;
use crate::id::ParticipantId;
use crate::moment::Moment;
use crate::vocabulary::Anonymity;

/// The record as it may be written down. `workshop` is the value the record was decided on.
///
/// In a session that is not anonymous that is the record itself. In one that is, whoever contributed, sorted, voted,
/// parked or reflected is left out, with the time within the step and with who took which persona.
#[must_use]
pub fn seal(workshop: &Workshop, record: &Record) -> Record {
    let mut sealed = record.clone();
    if workshop.plan.anonymity != Anonymity::Anonymous {
        return sealed;
    }
    match &mut sealed.event {
        Event::ContributionAdded { contribution } => closing::forget_author(contribution),
        Event::ContributionSorted { sort, .. } => {
            if let Some(sort) = sort {
                sort.by = None;
            }
        }
        Event::BallotCast { ballot } => ballot.participant = None,
        Event::ParkingChanged { entry, .. } => {
            if let Some(entry) = entry {
                closing::forget_parker(entry);
            }
        }
        Event::Reflected { reflection } => closing::forget_reflecting(reflection),
        Event::StepEntered { assignments, .. } => assignments.clear(),
        Event::PersonasAssigned { assignments, .. } => assignments.clear(),
        Event::ParticipantJoined {
            participant,
            assignment,
            ..
        } => {
            participant.real_role = None;
            *assignment = None;
        }
        Event::ContributionEdited { .. }
        | Event::ContributionWithdrawn { .. }
        | Event::WorkshopOpened { .. }
        | Event::ParticipantLeft { .. }
        | Event::TimerSet { .. }
        | Event::CardsPlayed { .. }
        | Event::ContributionRestored { .. }
        | Event::ContributionHidden { .. }
        | Event::ContributionShown { .. }
        | Event::Spotlit { .. }
        | Event::ContributionsPlaced { .. }
        | Event::GroupsChanged { .. }
        | Event::HandsCounted { .. }
        | Event::RecommendationChanged { .. }
        | Event::PersonaAdded { .. }
        | Event::ThemeProposed { .. }
        | Event::SuggestionsMade { .. }
        | Event::WordTaught { .. }
        | Event::StepSealed { .. }
        | Event::WorkshopClosed { .. } => {}
    }
    if is_theirs(record) {
        sealed.by = None;
        sealed.at = coarse(workshop, record.at);
    }
    if let Some(closed) = workshop.closed_at {
        // After the end people only leave; no step closes any more to make this coarse.
        sealed.at = closed.min(record.at);
        sealed.command = None;
    }
    sealed
}

/// The proceedings as they may be written down: with the same left out.
#[must_use]
pub fn sealed_proceedings(workshop: &Workshop) -> Proceedings {
    let mut proceedings = Proceedings::of(workshop);
    if workshop.plan.anonymity != Anonymity::Anonymous {
        return proceedings;
    }
    proceedings.assignments.clear();
    proceedings.slices.clear();
    for participant in &mut proceedings.participants {
        participant.real_role = None;
    }
    for contribution in &mut proceedings.contributions {
        closing::forget_author(contribution);
        closing::settle_sorts(&mut contribution.sorts);
    }
    for vote in &mut proceedings.votes {
        vote.participant = None;
    }
    proceedings
        .parking
        .iter_mut()
        .for_each(closing::forget_parker);
    let reflections = proceedings.reflections.iter_mut();
    reflections.for_each(closing::forget_reflecting);
    proceedings
}

/// Times within a step would tell who wrote what to anybody who watched.
fn coarse(workshop: &Workshop, at: Moment) -> Moment {
    workshop.step_entered_at().min(at)
}

fn facilitator_only(author: Option<ParticipantId>) -> Option<ParticipantId> {
    author.filter(|author| *author == ParticipantId::FACILITATOR)
}
