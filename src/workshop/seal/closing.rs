//! What an anonymous session keeps of a step once it has closed: what people did, and nothing of who did it or in which
//! order. The value forgets by itself when the next step is entered; the records are rewritten to match.

use std::collections::{BTreeMap, BTreeSet};

use uuid::Uuid;

use super::facilitator_only;
use crate::id::ContributionId;
use crate::vocabulary::Role;
use crate::workshop::Workshop;
use crate::workshop::entry::{Contribution, Parked, Reflection, Sort};
use crate::workshop::event::{Doings, Event, Record, Seq};

/// Lets go of who did what, in whole or in a seat's view of it.
pub(in crate::workshop) fn forget(workshop: &mut Workshop) {
    let viewer = workshop.viewer;
    for contribution in workshop.contributions.values_mut() {
        forget_author(contribution);
        if viewer.is_some_and(|viewer| viewer.role == Role::Participant) {
            contribution.sorts.clear();
        }
        settle_sorts(&mut contribution.sorts);
    }
    for ballot in workshop.ballots.values_mut() {
        workshop.voters.0.extend(ballot.participant.take());
    }
    if viewer.is_some() {
        workshop.ballots.clear();
    }
    workshop.parking.values_mut().for_each(forget_parker);
    workshop
        .reflections
        .values_mut()
        .for_each(forget_reflecting);
    // What each had to sort would tell whose sorts there are.
    workshop.slices.clear();
    workshop.given.forget();
    workshop.history.forget(forget_in);
}

/// Drops from a participant's view what they have not shared: nobody's it is from now on, and what of it comes into the open
/// is shown to them like to everybody else. They may not have heard of all that they did to it.
pub(in crate::workshop) fn let_go_of_private(view: &mut Workshop) {
    if view
        .viewer
        .is_some_and(|viewer| viewer.role == Role::Participant)
    {
        view.contributions.retain(|_, found| found.shared);
    }
}

/// Puts sorts in an order that follows from what they say alone.
pub(super) fn settle_sorts(sorts: &mut [Sort]) {
    for sort in sorts.iter_mut() {
        sort.by = None;
    }
    sorts.sort_by(|a, b| (&a.primary, &a.second).cmp(&(&b.primary, &b.second)));
    for (number, sort) in (1..).zip(sorts) {
        sort.number = number;
    }
}

pub(super) fn forget_author(contribution: &mut Contribution) {
    contribution.participant = facilitator_only(contribution.participant);
    contribution.at = None;
    contribution.table = None;
}

pub(super) fn forget_parker(entry: &mut Parked) {
    entry.participant = facilitator_only(entry.participant);
}

pub(super) fn forget_reflecting(reflection: &mut Reflection) {
    reflection.participant = facilitator_only(reflection.participant);
}

/// Lets go of who wrote what in an event that stays.
fn forget_in(event: &mut Event) {
    if let Event::ContributionAdded { contribution } = event {
        forget_author(contribution);
    } else if let Event::ParkingChanged {
        entry: Some(entry), ..
    } = event
    {
        forget_parker(entry);
    } else if let Event::StepEntered { slices, .. } = event {
        slices.clear();
    } else if let Event::ParticipantJoined { slice, .. } = event {
        slice.clear();
    }
}

/// Whether a record closes the step before it.
#[must_use]
pub const fn closes(record: &Record) -> bool {
    matches!(
        record.event,
        Event::StepEntered { .. } | Event::WorkshopClosed { .. }
    )
}

/// Whether it is something that people did, and not the facilitator or the room.
#[must_use]
pub fn is_theirs(record: &Record) -> bool {
    let by_people = record.by != Some(crate::id::ParticipantId::FACILITATOR);
    by_people
        && matches!(
            record.event,
            Event::ContributionAdded { .. }
                | Event::ContributionEdited { .. }
                | Event::ContributionWithdrawn { .. }
                | Event::ContributionSorted { .. }
                | Event::BallotCast { .. }
                | Event::ParkingChanged { .. }
                | Event::Reflected { .. }
        )
}

/// Rewrites the records of a step that has closed, from the one that entered it. `after` is the workshop once it had
/// closed, and `mark` makes of a command something by which it is known again and that tells nothing about it.
///
/// What people wrote stands where the first of them did something or came, so that what the facilitator did about it still
/// follows on it; how they sorted stands where the last did, so that it follows on what was sorted. All others are empty,
/// and none has gone: numbers stay what they were. Who came and went in the step stands together behind the first, since
/// how much was done before somebody came would tell what they did, and with marks in place of commands, since those that
/// programs make begin with the time. Returns the records that were people's as they were,
/// with their commands.
pub fn close(
    stretch: &mut [Record],
    after: &Workshop,
    mark: impl Fn(Uuid) -> Uuid,
) -> Vec<(Seq, Option<Uuid>)> {
    let entered_at = stretch.first().map(|record| record.at);
    let theirs: Vec<&Record> = stretch.iter().filter(|record| is_theirs(record)).collect();
    let closed: Vec<(Seq, Option<Uuid>)> = theirs
        .iter()
        .map(|record| (record.seq, record.command))
        .collect();
    let mut doings = net_of(&theirs);
    let ids = closed.iter().filter_map(|(_, command)| *command);
    doings.commands = ids.map(&mark).collect();
    let mut sorts = sorts_of(&theirs, after);
    for record in &mut *stretch {
        forget_in(&mut record.event);
    }
    let slots = stretch.iter_mut().filter(|record| is_theirs(record));
    for (place, record) in (1..).zip(slots) {
        let mut here = std::mem::take(&mut doings);
        if place == closed.len() {
            here.sorts = std::mem::take(&mut sorts);
        }
        record.by = None;
        record.command = None;
        record.at = entered_at.map_or(record.at, |entered| entered.min(record.at));
        record.event = Event::StepSealed {
            doings: Box::new(here),
        };
    }
    for record in stretch.iter_mut().filter(|record| is_arrival(record)) {
        record.command = record.command.map(&mark);
    }
    gather_arrivals(stretch);
    closed
}

/// Whether a command has the form of a mark, and so does not tell when it was made.
#[must_use]
pub const fn is_mark(command: Uuid) -> bool {
    command.get_version_num() == 8
}

/// Whether somebody came, came back, changed their language or went.
#[must_use]
pub const fn is_arrival(record: &Record) -> bool {
    matches!(
        record.event,
        Event::ParticipantJoined { .. } | Event::ParticipantLeft { .. }
    )
}

/// Puts who came and went in a step that was sealed together, in their order and at the time of the step, in the places that
/// they and the sealed records have.
fn gather_arrivals(stretch: &mut [Record]) {
    let entered_at = stretch.first().map(|record| record.at);
    let (mut arrivals, mut sealed) = (Vec::new(), Vec::new());
    for record in stretch.iter() {
        if is_arrival(record) {
            let at = entered_at.map_or(record.at, |entered| entered.min(record.at));
            arrivals.push(Record {
                at,
                ..record.clone()
            });
        } else if is_sealed(record) {
            sealed.push(record.clone());
        }
    }
    // A single one that says how something was sorted has to stand behind what was.
    let is_last = sealed.len() == 1 && sealed.iter().all(only_sorts);
    let (first, rest) = sealed.split_at(usize::from(!is_last && !sealed.is_empty()));
    let mut gathered = first.iter().chain(&arrivals).chain(rest).cloned();
    let places: Vec<usize> = (0..)
        .zip(stretch.iter())
        .filter_map(|(place, record)| (is_arrival(record) || is_sealed(record)).then_some(place))
        .collect();
    for place in places {
        if let (Some(there), Some(record)) = (stretch.get_mut(place), gathered.next()) {
            let seq = there.seq;
            *there = Record { seq, ..record };
        }
    }
}

/// Whether it stands for what people did in a step that has closed.
#[must_use]
pub const fn is_sealed(record: &Record) -> bool {
    matches!(record.event, Event::StepSealed { .. })
}

/// Whether a sealed record says nothing but how something was sorted.
fn only_sorts(record: &Record) -> bool {
    let Event::StepSealed { doings } = &record.event else {
        return false;
    };
    let rest = Doings {
        sorts: BTreeMap::new(),
        commands: BTreeSet::new(),
        ..(**doings).clone()
    };
    rest == Doings::default()
}

/// What there is in the end of what people wrote and how they voted.
fn net_of(theirs: &[&Record]) -> Doings {
    let mut contributions = BTreeMap::new();
    let mut ballots = BTreeMap::new();
    let mut parking = BTreeMap::new();
    let mut reflections = BTreeMap::new();
    for record in theirs {
        if let Event::ContributionAdded { contribution } = &record.event {
            let mut contribution = (**contribution).clone();
            forget_author(&mut contribution);
            contributions.insert(contribution.id, contribution);
        } else if let Event::ContributionEdited {
            contribution,
            kind,
            text,
        } = &record.event
        {
            if let Some(found) = contributions.get_mut(contribution) {
                found.kind = *kind;
                found.text = text.clone();
            }
        } else if let Event::ContributionWithdrawn { contribution } = &record.event {
            if let Some(found) = contributions.get_mut(contribution) {
                found.withdrawn = true;
            }
        } else if let Event::BallotCast { ballot } = &record.event {
            let mut ballot = ballot.clone();
            ballot.participant = None;
            ballots.insert(ballot.id, ballot);
        } else if let Event::ParkingChanged {
            entry: Some(entry), ..
        } = &record.event
        {
            let mut entry = entry.clone();
            forget_parker(&mut entry);
            parking.insert(entry.id, entry);
        } else if let Event::Reflected { reflection } = &record.event {
            let mut reflection = reflection.clone();
            forget_reflecting(&mut reflection);
            reflections.insert(reflection.id, reflection);
        }
    }
    Doings {
        contributions: contributions.into_values().collect(),
        ballots: ballots.into_values().collect(),
        parking: parking.into_values().collect(),
        reflections: reflections.into_values().collect(),
        ..Doings::default()
    }
}

/// How what people sorted is sorted now.
fn sorts_of(theirs: &[&Record], after: &Workshop) -> BTreeMap<ContributionId, Vec<Sort>> {
    let touched = theirs.iter().filter_map(|record| {
        if let Event::ContributionSorted { contribution, .. } = &record.event {
            Some(contribution)
        } else {
            None
        }
    });
    touched
        .filter_map(|id| Some((*id, after.contributions.get(id)?.sorts.clone())))
        .collect()
}
