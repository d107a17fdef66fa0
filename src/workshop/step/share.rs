//! What was written comes into the open; the facilitator may hide, show and put before everyone, without learning
//! who wrote it.

use crate::id::{ContributionId, ScenarioId};
use crate::workshop::Workshop;
use crate::workshop::command::Asker;
use crate::workshop::event::Event;
use crate::workshop::known::unknown;
use crate::workshop::refusal::{Refusal, Thing};

/// Shares what was written in a scenario, or in all of them. What was withdrawn stays out of sight, and is in the
/// open like the rest if it is restored.
pub(in crate::workshop) fn reveal(workshop: &mut Workshop, scenario: Option<&ScenarioId>) {
    for contribution in workshop.contributions.values_mut() {
        if scenario.is_none_or(|scenario| contribution.scenario == *scenario) {
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
        return Err(unknown(Thing::Contribution, &id.to_string(), []));
    }
    Ok((workshop.spotlight != id).then_some(Event::Spotlit { contribution: id }))
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::workshop::given::{Given, entered, given, joined, p, wrote};

    fn sharing() -> Given {
        given([
            joined(1),
            joined(2),
            entered("write"),
            wrote(1, 1),
            wrote(2, 2),
            entered("share"),
        ])
    }

    #[test]
    fn sharing_opens_the_scenario_and_sorting_opens_the_rest() {
        let written = given([wrote(1, 1), entered("share-2")]);
        assert!(!written.contribution(1).shared);
        assert!(
            written
                .clone()
                .then_happens(entered("share"))
                .contribution(1)
                .shared
        );
        assert!(written.then_happens(entered("sort")).contribution(1).shared);
    }

    #[test]
    fn hiding_and_showing_are_each_others_way_back() {
        let id = ContributionId(1);
        let hide = json!({"type": "hide", "contribution": "n0001"});
        let show = json!({"type": "show", "contribution": "n0001"});
        sharing().when_led(show.clone()).then_nothing();
        sharing()
            .when_led(hide.clone())
            .then(Event::ContributionHidden { contribution: id });
        let hidden = sharing().led(hide.clone());
        hidden.when_led(hide).then_nothing();
        hidden.when_led(show).then(Event::ContributionShown {
            contribution: id,
            shown: None,
        });
        assert!(!hidden.led(json!({"type": "undo"})).contribution(1).hidden);
    }

    #[test]
    fn what_nobody_has_seen_cannot_be_hidden_or_put_before_everyone() {
        let private = given([entered("write"), wrote(1, 1)])
            .led(json!({"type": "contribute", "text": "my own"}));
        for id in ["n0001", "n0002", "n0003"] {
            for asked in ["hide", "show", "spotlight"] {
                private
                    .when_led(json!({"type": asked, "contribution": id}))
                    .refused_as("unknown-contribution");
            }
        }
    }

    #[test]
    fn one_card_stands_before_everyone_while_it_is_there_to_see() {
        let id = Some(ContributionId(1));
        let put = json!({"type": "spotlight", "contribution": "n0001"});
        sharing()
            .when_led(put.clone())
            .then(Event::Spotlit { contribution: id });
        let spotlit = sharing().led(put.clone());
        spotlit.when_led(put).then_nothing();
        assert_eq!(spotlit.0.spotlight(), id);

        let hidden = spotlit
            .clone()
            .led(json!({"type": "hide", "contribution": "n0001"}));
        assert_eq!(hidden.0.spotlight(), None);
        assert_eq!(hidden.led(json!({"type": "undo"})).0.spotlight(), id);
        let moved = spotlit.then_happens(entered("sort"));
        assert_eq!(moved.0.spotlight(), None);
    }

    #[test]
    fn a_hidden_contribution_is_unknown_to_everybody_but_its_author() {
        let hidden = sharing()
            .led(json!({"type": "hide", "contribution": "n0001"}))
            .then_happens(entered("sort"));
        let sort = json!({"type": "sort", "contribution": "n0001", "primary": "none"});
        hidden
            .when(p(2), sort.clone())
            .refused_as("unknown-contribution");
        hidden.when(p(1), sort).event();
    }
}
