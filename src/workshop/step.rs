//! The steps of a workshop, one file per kind: what may be asked in it and what it makes happen.

pub(super) mod act;
pub(super) mod agenda;
pub(super) mod brief;
pub(super) mod close;
pub(super) mod converge;
pub(super) mod reflect;
pub(super) mod share;
pub(super) mod sort;
mod space;
pub(super) mod vote;
pub(super) mod welcome;
pub(super) mod write;

pub(super) use space::Given;

use super::Workshop;
use super::entry::Place;
use super::refusal::Refusal;
use crate::vocabulary::StepKind;

/// What comes into the open when the group enters the step it is now at: contributions in `share`, all of them from
/// `sort` on, and in `converge` how the group sorted.
pub(super) fn reveal(workshop: &mut Workshop) {
    let scenario = workshop.scenario().cloned();
    match workshop.step_kind() {
        StepKind::Share => share::reveal(workshop, scenario.as_ref()),
        StepKind::Converge => {
            share::reveal(workshop, None);
            converge::reveal(workshop);
        }
        StepKind::Sort
        | StepKind::Recurrence
        | StepKind::Vote
        | StepKind::Reflect
        | StepKind::Act
        | StepKind::Close => share::reveal(workshop, None),
        StepKind::Welcome | StepKind::Brief | StepKind::Write => {}
    }
}

/// A second place is a theme, and another one than the first.
pub(super) fn check_second(primary: Option<&Place>, second: Option<&Place>) -> Result<(), Refusal> {
    match (primary, second) {
        (_, None) => Ok(()),
        (Some(primary), Some(second))
            if primary != second && second.theme().is_some() && primary.theme().is_some() =>
        {
            Ok(())
        }
        (_, Some(_)) => Err(Refusal::SecondPlace),
    }
}
