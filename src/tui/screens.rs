//! Which screen belongs to which step, for whom.

mod act;
mod board;
mod close;
mod letters;
mod paper;
mod participant;
mod projector;
mod recurrence;
mod reflect;
mod room;
mod script;
mod vote;
mod wall;

use super::screen::Mode;
use crate::vocabulary::{Role, StepKind};
use crate::workshop::{Command, Workshop};
use act::Act;
use board::Board;
use board::audience::Audience;
use close::Close;
pub(super) use paper::Paper;
pub(in crate::tui) use participant::{Unsent, is_beside};
use projector::Projector;
use recurrence::Recurrence;
use reflect::Reflect;
use room::{Briefing, Lobby, Sorting, Writing};
use wall::Wall;

/// What was typed into a form to ask this: the name of the form, and the texts of its fields in order. Texts that have a place
/// of their own on a screen until they are answered are none of these.
pub(in crate::tui) fn typed_in(command: &Command) -> Option<(&'static str, Vec<&str>)> {
    room::typed_in(command).or_else(|| board::typed_in(command))
}

/// The kind of step whose screen is shown: where the group is, or the last one when the workshop has ended anywhere.
#[must_use]
pub(super) fn shown(view: &Workshop) -> StepKind {
    match view.closed_at() {
        Some(_) => StepKind::Close,
        None => view.step_kind(),
    }
}

/// The screen of a step.
#[must_use]
pub(super) fn of(role: Role, kind: StepKind) -> Box<dyn Mode> {
    match role {
        Role::Facilitator => facilitator(kind),
        Role::Participant => participant(kind),
        Role::Observer => Box::new(Projector::default()),
    }
}

fn facilitator(kind: StepKind) -> Box<dyn Mode> {
    match kind {
        StepKind::Welcome => Box::new(Lobby::default()),
        StepKind::Brief => Box::new(Briefing::default()),
        StepKind::Write => Box::new(Writing::default()),
        StepKind::Share => Box::new(Wall::default()),
        StepKind::Sort => Box::new(Sorting::default()),
        StepKind::Converge => Box::new(Board::default()),
        StepKind::Recurrence => Box::new(Recurrence::default()),
        StepKind::Vote => Box::new(vote::Turnout::default()),
        StepKind::Reflect => Box::new(Reflect::default()),
        StepKind::Act => Box::new(Act::default()),
        StepKind::Close => Box::new(Close::default()),
    }
}

fn participant(kind: StepKind) -> Box<dyn Mode> {
    match kind {
        StepKind::Welcome => Box::new(participant::Lobby::default()),
        StepKind::Brief => Box::new(participant::Brief::default()),
        StepKind::Write => Box::new(participant::Write::default()),
        StepKind::Share => Box::new(Wall::default()),
        StepKind::Sort => Box::new(participant::Sort::default()),
        StepKind::Converge => Box::new(Audience::default()),
        StepKind::Recurrence => Box::new(Recurrence::default()),
        StepKind::Vote => Box::new(vote::Ballot::default()),
        StepKind::Reflect => Box::new(Reflect::default()),
        StepKind::Act => Box::new(Act::default()),
        StepKind::Close => Box::new(Close::default()),
    }
}
