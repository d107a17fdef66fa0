//! What was written comes into the open; the facilitator may hide, show and put before everyone, without learning
//! who wrote it.

use crate::id::{ContributionId, ScenarioId};
use crate::workshop::Workshop;
use crate::workshop::command::Asker;
use crate::workshop::event::Event;
use crate::workshop::refusal::Refusal;

/// Shares what was written in a scenario, or in all of them.
pub(in crate::workshop) fn reveal(workshop: &mut Workshop, scenario: Option<&ScenarioId>) {
    for contribution in workshop.contributions.values_mut() {
        if !contribution.withdrawn
            && scenario.is_none_or(|scenario| contribution.scenario == *scenario)
        {
            contribution.shared = true;
        }
    }
}

/// Hides a contribution from the room.
pub(in crate::workshop) fn hide(
    workshop: &Workshop,
    id: ContributionId,
) -> Result<Option<Event>, Refusal> {
    let found = workshop.known(id, Asker::FACILITATOR)?;
    Ok((!found.hidden).then_some(Event::ContributionHidden { contribution: id }))
}

/// Shows a hidden contribution again.
pub(in crate::workshop) fn show(
    workshop: &Workshop,
    id: ContributionId,
) -> Result<Option<Event>, Refusal> {
    let found = workshop.known(id, Asker::FACILITATOR)?;
    Ok(found.hidden.then_some(Event::ContributionShown {
        contribution: id,
        shown: None,
    }))
}

/// Puts one card before everyone, or none any more. A hidden one has to be shown first.
pub(in crate::workshop) fn spotlight(
    workshop: &Workshop,
    id: Option<ContributionId>,
) -> Result<Option<Event>, Refusal> {
    if let Some(id) = id
        && workshop.known(id, Asker::FACILITATOR)?.hidden
    {
        return Err(crate::workshop::decide::unknown(
            crate::workshop::refusal::Thing::Contribution,
            &id.to_string(),
            [],
        ));
    }
    Ok((workshop.spotlight != id).then_some(Event::Spotlit { contribution: id }))
}
