//! Moving along the agenda, and timers. Going back loses nothing: a step that is entered again finds everything as
//! it was left.

use std::collections::BTreeMap;

use crate::id::StepId;
use crate::moment::Moment;
use crate::vocabulary::StepKind;
use crate::workshop::decide::unknown;
use crate::workshop::event::Event;
use crate::workshop::plan::Step;
use crate::workshop::refusal::{Refusal, Thing};
use crate::workshop::{Workshop, assignment};

/// The longest a timer runs: a working day.
const MAX_TIMER: u32 = 8 * 60 * 60;

/// Goes that many steps on, or back.
pub(in crate::workshop) fn step_by(workshop: &Workshop, by: isize) -> Result<Event, Refusal> {
    let target = workshop
        .step
        .checked_add_signed(by)
        .and_then(|index| workshop.plan.agenda.get(index));
    target
        .map(|step| enter(workshop, step))
        .ok_or(Refusal::NoStepThere)
}

/// Goes to a step by its id.
pub(in crate::workshop) fn goto(workshop: &Workshop, id: &StepId) -> Result<Event, Refusal> {
    let known = workshop.plan.agenda.iter().map(|step| step.id.as_str());
    let (_, step) = workshop
        .plan
        .step(id)
        .ok_or_else(|| unknown(Thing::Step, id.as_str(), known))?;
    Ok(enter(workshop, step))
}

/// The event of entering a step: personas and slices are given with it, so that one record tells it all.
fn enter(workshop: &Workshop, step: &Step) -> Event {
    let assignments = match (&step.scenario, step.kind) {
        (Some(scenario), StepKind::Brief | StepKind::Write | StepKind::Share) => {
            assignment::assign(workshop, scenario)
        }
        _ => BTreeMap::new(),
    };
    let slices = if step.kind == StepKind::Sort {
        super::sort::deal(workshop, step)
    } else {
        BTreeMap::new()
    };
    Event::StepEntered {
        step: step.id.clone(),
        assignments,
        slices,
        shown: None,
    }
}

/// Starts a timer.
pub(in crate::workshop) fn start_timer(seconds: u32, at: Moment) -> Event {
    Event::TimerSet {
        ends_at: Some(at.plus_seconds(seconds.clamp(1, MAX_TIMER))),
    }
}

/// Gives the running timer more time.
pub(in crate::workshop) fn extend_timer(
    workshop: &Workshop,
    seconds: u32,
    at: Moment,
) -> Result<Event, Refusal> {
    let ends_at = workshop.timer.ok_or(Refusal::NoTimer)?;
    let left = u32::try_from(ends_at.millis_since(at) / 1_000).unwrap_or(MAX_TIMER);
    Ok(start_timer(left.saturating_add(seconds), at))
}

/// Stops the timer.
pub(in crate::workshop) fn stop_timer(workshop: &Workshop) -> Result<Event, Refusal> {
    workshop
        .timer
        .map(|_| Event::TimerSet { ends_at: None })
        .ok_or(Refusal::NoTimer)
}

/// Notes that the timer ran out; a stale notice is refused and does no harm.
pub(in crate::workshop) fn time_is_up(workshop: &Workshop, at: Moment) -> Result<Event, Refusal> {
    let is_up = workshop.timer.is_some_and(|ends_at| ends_at <= at);
    if is_up {
        Ok(Event::TimerSet { ends_at: None })
    } else {
        Err(Refusal::NoTimer)
    }
}
