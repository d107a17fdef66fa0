//! Moving along the agenda, and timers. Going back loses nothing: a step that is entered again finds everything as
//! it was left.

use std::collections::BTreeMap;

use crate::id::StepId;
use crate::moment::Moment;
use crate::vocabulary::StepKind;
use crate::workshop::event::Event;
use crate::workshop::known::unknown;
use crate::workshop::plan::Step;
use crate::workshop::refusal::{Refusal, Thing};
use crate::workshop::{Workshop, assignment};

/// The longest a timer runs: a working day.
const MAX_TIMER: u32 = 8 * 60 * 60;
/// The longest that a step is announced beforehand, in seconds.
const MAX_NOTICE: u8 = 60;

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

/// Goes to a step by its id. Going where the group is already changes nothing: entering the vote anew, for one, would
/// show its outcome while people vote.
pub(in crate::workshop) fn goto(
    workshop: &Workshop,
    id: &StepId,
) -> Result<Option<Event>, Refusal> {
    let (index, step) = find(workshop, id)?;
    Ok((index != workshop.step).then(|| enter(workshop, step)))
}

/// Whether a step may be announced. Going there is a command of its own, judged when the time has come.
pub(in crate::workshop) fn announce(
    workshop: &Workshop,
    id: &StepId,
    seconds: u8,
) -> Result<(), Refusal> {
    let (index, _) = find(workshop, id)?;
    if index == workshop.step {
        return Err(Refusal::AlreadyThere);
    }
    if (1..=MAX_NOTICE).contains(&seconds) {
        Ok(())
    } else {
        Err(Refusal::NoticeLength { limit: MAX_NOTICE })
    }
}

fn find<'a>(workshop: &'a Workshop, id: &StepId) -> Result<(usize, &'a Step), Refusal> {
    let known = workshop.plan.agenda.iter().map(|step| step.id.as_str());
    workshop
        .plan
        .step(id)
        .ok_or_else(|| unknown(Thing::Step, id.as_str(), known))
}

/// The event of entering a step: personas and slices are given with it, so that one record tells it all.
fn enter(workshop: &Workshop, step: &Step) -> Event {
    let assignments = step
        .scenario_played()
        .map(|scenario| assignment::assign(workshop, scenario))
        .unwrap_or_default();
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
    let ends_at = workshop.timer.ok_or(Refusal::NoTimer)?.max(at);
    let latest = at.plus_seconds(MAX_TIMER);
    Ok(Event::TimerSet {
        ends_at: Some(ends_at.plus_seconds(seconds).min(latest)),
    })
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

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::id::ParticipantId;
    use crate::workshop::Command;
    use crate::workshop::command::Asker;
    use crate::workshop::given::{Given, entered, given, joined, now, p, wrote};

    fn timer(ends_at: Option<Moment>) -> Event {
        Event::TimerSet { ends_at }
    }

    fn in_seconds(seconds: u32) -> Event {
        timer(Some(now().plus_seconds(seconds)))
    }

    fn running(seconds: u32) -> Given {
        given([in_seconds(seconds)])
    }

    #[test]
    fn the_group_goes_on_back_and_to_any_step_there_is() {
        let start = given([]);
        start
            .when_led(json!({"type": "next"}))
            .then(entered("brief"));
        start
            .when_led(json!({"type": "back"}))
            .refused(Refusal::NoStepThere);
        start
            .when_led(json!({"type": "goto", "step": "close"}))
            .then(entered("close"));
        start
            .when_led(json!({"type": "goto", "step": "welcome"}))
            .then_nothing();
        start
            .when_led(json!({"type": "goto", "step": "clos"}))
            .refused(Refusal::Unknown {
                what: Thing::Step,
                id: "clos".to_owned(),
                nearest: Some("close".to_owned()),
            });
        let end = given([entered("close")]);
        end.when_led(json!({"type": "next"}))
            .refused(Refusal::NoStepThere);
    }

    #[test]
    fn a_step_is_announced_a_minute_ahead_at_most_and_never_where_the_group_is() {
        let announce = |to: &str, seconds: u8| {
            let command = json!({"type": "announce", "to": to, "seconds": seconds});
            given([]).when_led(command)
        };
        announce("close", 1).then_nothing();
        announce("close", 60).then_nothing();
        announce("welcome", 5).refused(Refusal::AlreadyThere);
        for seconds in [0, 61] {
            announce("close", seconds).refused(Refusal::NoticeLength { limit: 60 });
        }
        announce("clos", 5).refused(Refusal::Unknown {
            what: Thing::Step,
            id: "clos".to_owned(),
            nearest: Some("close".to_owned()),
        });
        given([])
            .when_led(json!({"type": "call-off"}))
            .then_nothing();
    }

    #[test]
    fn entering_a_scenario_gives_everybody_present_a_persona_once() {
        let event = given([joined(1), joined(2)])
            .when_led(json!({"type": "next"}))
            .event();
        let Event::StepEntered {
            assignments,
            slices,
            ..
        } = &event
        else {
            panic!("{event:?}")
        };
        assert_eq!(
            assignments.keys().copied().collect::<Vec<_>>(),
            [ParticipantId(1), ParticipantId(2)]
        );
        assert!(slices.is_empty());
        let briefed = given([joined(1), joined(2), event]);
        briefed
            .when_led(json!({"type": "goto", "step": "write"}))
            .then(entered("write"));
    }

    #[test]
    fn going_back_loses_nothing() {
        let before = given([joined(1)])
            .led(json!({"type": "goto", "step": "write"}))
            .then_happens(wrote(1, 1))
            .led(json!({"type": "goto", "step": "sort"}))
            .having(
                p(1),
                json!({"type": "sort", "contribution": "n0001", "primary": "wellbeing"}),
            )
            .led(json!({"type": "goto", "step": "converge"}))
            .led(json!({"type": "accept", "contributions": ["n0001"]}));
        let after = before
            .clone()
            .led(json!({"type": "goto", "step": "write"}))
            .led(json!({"type": "goto", "step": "converge"}));
        assert_eq!(after.0.contributions(), before.0.contributions());
        assert_eq!(after.0.slices(), before.0.slices());
        assert_eq!(after.0.assignments(), before.0.assignments());
    }

    #[test]
    fn a_timer_is_a_deadline_to_look_at() {
        running(60)
            .when_led(json!({"type": "start-timer", "seconds": 90}))
            .then(in_seconds(90));
        given([])
            .when_led(json!({"type": "start-timer", "seconds": 0}))
            .then(in_seconds(1));
        let day = json!({"type": "start-timer", "seconds": u32::MAX});
        given([]).when_led(day).then(in_seconds(MAX_TIMER));
        assert_eq!(running(60).0.due(), Some(now().plus_seconds(60)));
        assert_eq!(running(60).then_happens(entered("brief")).0.due(), None);
        let closed = running(60).led(json!({"type": "close"}));
        assert_eq!(closed.0.due(), None);
    }

    #[test]
    fn a_timer_is_extended_from_where_it_would_have_ended() {
        let extend = json!({"type": "extend-timer", "seconds": 60});
        running(90).when_led(extend.clone()).then(in_seconds(150));
        running(MAX_TIMER)
            .when_led(extend.clone())
            .then(in_seconds(MAX_TIMER));
        given([]).when_led(extend.clone()).refused(Refusal::NoTimer);
        let half_a_second = Moment::from_millis(now().as_millis() + 500);
        given([timer(Some(half_a_second))])
            .when_led(extend.clone())
            .then(timer(Some(half_a_second.plus_seconds(60))));
        let long_over = Moment::from_millis(0);
        given([timer(Some(long_over))])
            .when_led(extend)
            .then(in_seconds(60));
    }

    #[test]
    fn time_is_up_when_it_is_and_a_stale_notice_is_refused() {
        let asked = |given: &Given| given.when_asked(Asker::FACILITATOR, &Command::TimeIsUp);
        asked(&given([timer(Some(now()))])).then(timer(None));
        asked(&running(1)).refused(Refusal::NoTimer);
        asked(&given([])).refused(Refusal::NoTimer);
        running(1)
            .when_led(json!({"type": "stop-timer"}))
            .then(timer(None));
        given([])
            .when_led(json!({"type": "stop-timer"}))
            .refused(Refusal::NoTimer);
    }
}
