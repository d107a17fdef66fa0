//! What each seat may see. What it may not see is never sent to it.
//!
//! Two roads lead to a seat's view and they meet: [`project`] cuts the whole value down to what a viewer may see;
//! [`witness`] cuts each record down, and folding those gives the same view. That they commute is a property test
//! (`tests/it/laws.rs`) and the privacy promise of the product.

mod witness;

use std::collections::BTreeMap;

pub use witness::witness;

use super::Workshop;
use super::command::Asker;
use super::entry::{Advisor, Contribution, Parked, Participant, Placement, Reflection, Sort};
use super::event::{Event, Record};
use super::history::History;
use super::step::Given;
use crate::id::ParticipantId;
use crate::vocabulary::{Anonymity, Role};

/// Somebody who looks: a seat and what it is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Viewer {
    /// The seat.
    pub seat: ParticipantId,
    /// What the seat is for.
    pub role: Role,
}

impl Viewer {
    /// The facilitator.
    pub const FACILITATOR: Self = Self {
        seat: ParticipantId::FACILITATOR,
        role: Role::Facilitator,
    };

    /// Whoever only watches; they have no seat of their own.
    pub const OBSERVER: Self = Self {
        seat: ParticipantId::FACILITATOR,
        role: Role::Observer,
    };

    /// A participant.
    #[must_use]
    pub const fn participant(seat: ParticipantId) -> Self {
        Self {
            seat,
            role: Role::Participant,
        }
    }

    /// The same person, when they ask for something.
    #[must_use]
    pub const fn asker(self) -> Asker {
        Asker {
            seat: self.seat,
            role: self.role,
        }
    }
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
        command: record
            .command
            .filter(|_| record.by == Some(viewer.seat) && viewer.role != Role::Observer),
        revises: record.revises,
        event,
    })
}

/// How much a viewer is told beyond the words themselves.
#[derive(Debug, Clone, Copy)]
struct Candor {
    /// Who wrote what.
    is_named: bool,
    /// What the tool suggests.
    is_advised: bool,
}

impl Candor {
    /// Towards everybody who does not lead.
    const fn to_room(workshop: &Workshop) -> Self {
        Self {
            is_named: matches!(workshop.plan.anonymity, Anonymity::Named),
            is_advised: workshop.plan.suggestions.to_participants,
        }
    }

    /// Towards the facilitator.
    const fn to_facilitator(workshop: &Workshop) -> Self {
        Self {
            is_advised: true,
            ..Self::to_room(workshop)
        }
    }

    const fn to(workshop: &Workshop, viewer: Viewer) -> Self {
        match viewer.role {
            Role::Facilitator => Self::to_facilitator(workshop),
            Role::Participant | Role::Observer => Self::to_room(workshop),
        }
    }
}

/// Whether the facilitator may know who takes which persona and who was given what to sort. In an anonymous session that
/// would tell who wrote what as soon as it is shared.
const fn facilitator_knows_personas(workshop: &Workshop) -> bool {
    !workshop.is_anonymous()
}

/// A contribution as others see it: without its author and time unless the session is named, without sorts, and
/// without what the tool suggests where that would sway people.
fn sighted(contribution: &Contribution, candor: Candor) -> Contribution {
    let mut seen = contribution.clone();
    seen.participant = seen.participant.filter(|_| candor.is_named);
    seen.at = seen.at.filter(|_| candor.is_named);
    seen.sorts = Vec::new();
    unadvised(&mut seen, candor);
    seen
}

/// Takes out what the tool suggested, unless the viewer is told.
fn unadvised(contribution: &mut Contribution, candor: Candor) {
    if candor.is_advised {
        return;
    }
    contribution.suggestion = None;
    if let Some(placement) = &mut contribution.placement {
        *placement = sighted_placement(placement, candor);
    }
}

fn sighted_placement(placement: &Placement, candor: Candor) -> Placement {
    let mut seen = placement.clone();
    if seen.advisor == Some(Advisor::Tool) && !candor.is_advised {
        seen.suggested = None;
        seen.confidence = None;
        seen.advisor = None;
        seen.accepted = false;
    }
    seen
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
            | Event::WorkshopClosed { .. }
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
    let candor = Candor::to(workshop, viewer);
    let is_own = |author: Option<ParticipantId>| {
        author == Some(viewer.seat) && viewer.role != Role::Observer
    };
    let mut view = workshop.clone();
    view.viewer = Some(viewer);
    view.history = History::default();
    view.given = Given::default();
    forget_unseen(&mut view, viewer);
    for contribution in view.contributions.values_mut() {
        let sorts = if leads {
            all_sorts(contribution, is_named)
        } else {
            own_sorts(contribution, viewer.seat)
        };
        if is_own(contribution.participant) {
            unadvised(contribution, candor);
        } else {
            *contribution = sighted(contribution, candor);
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
    let knows_personas = leads && facilitator_knows_personas(workshop);
    if !leads {
        view.alike.clear();
        view.taught.clear();
        view.hands.clear();
    }
    if !knows_personas {
        view.slices
            .retain(|participant, _| is_own(Some(*participant)));
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
