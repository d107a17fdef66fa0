//! Which screen belongs to which step, for whom.

mod room;
mod script;

use super::screen::Mode;
use crate::vocabulary::{Role, StepKind};
use room::{Briefing, Lobby, Sorting, Writing};
use script::Script;

/// The screen of a step.
#[must_use]
pub(super) fn of(role: Role, kind: StepKind) -> Box<dyn Mode> {
    match role {
        Role::Facilitator => facilitator(kind),
        Role::Participant => participant(kind),
        Role::Observer => observer(kind),
    }
}

fn facilitator(kind: StepKind) -> Box<dyn Mode> {
    match kind {
        StepKind::Welcome => Box::new(Lobby::default()),
        StepKind::Brief => Box::new(Briefing::default()),
        StepKind::Write => Box::new(Writing::default()),
        StepKind::Share => Box::new(Script::default()),
        StepKind::Sort => Box::new(Sorting::default()),
        StepKind::Converge => Box::new(Script::default()),
        StepKind::Recurrence => Box::new(Script::default()),
        StepKind::Vote => Box::new(Script::default()),
        StepKind::Reflect => Box::new(Script::default()),
        StepKind::Act => Box::new(Script::default()),
        StepKind::Close => Box::new(Script::default()),
    }
}

fn participant(kind: StepKind) -> Box<dyn Mode> {
    match kind {
        StepKind::Welcome => Box::new(Script::default()),
        StepKind::Brief => Box::new(Script::default()),
        StepKind::Write => Box::new(Script::default()),
        StepKind::Share => Box::new(Script::default()),
        StepKind::Sort => Box::new(Script::default()),
        StepKind::Converge => Box::new(Script::default()),
        StepKind::Recurrence => Box::new(Script::default()),
        StepKind::Vote => Box::new(Script::default()),
        StepKind::Reflect => Box::new(Script::default()),
        StepKind::Act => Box::new(Script::default()),
        StepKind::Close => Box::new(Script::default()),
    }
}

fn observer(kind: StepKind) -> Box<dyn Mode> {
    match kind {
        StepKind::Welcome => Box::new(Script::default()),
        StepKind::Brief => Box::new(Script::default()),
        StepKind::Write => Box::new(Script::default()),
        StepKind::Share => Box::new(Script::default()),
        StepKind::Sort => Box::new(Script::default()),
        StepKind::Converge => Box::new(Script::default()),
        StepKind::Recurrence => Box::new(Script::default()),
        StepKind::Vote => Box::new(Script::default()),
        StepKind::Reflect => Box::new(Script::default()),
        StepKind::Act => Box::new(Script::default()),
        StepKind::Close => Box::new(Script::default()),
    }
}
