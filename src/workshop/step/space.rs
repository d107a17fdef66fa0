//! Whether a workshop has space for another contribution, or for a longer one: all of them go to a seat in one view, and
//! into one file, and nobody fills these alone.

use std::collections::BTreeMap;

use crate::id::{ParticipantId, ScenarioId};
use crate::text::Statement;
use crate::vocabulary::{Role, Source};
use crate::workshop::entry::Contribution;
use crate::workshop::refusal::Refusal;
use crate::workshop::{
    MAX_CONTRIBUTED, MAX_CONTRIBUTED_BESIDES, MAX_CONTRIBUTIONS, MAX_CONTRIBUTIONS_BESIDES,
    MAX_OWN_CONTRIBUTIONS, MAX_SCRIBED, Workshop,
};

/// Whether there is space for another one by somebody in this role.
pub(super) fn for_another(workshop: &Workshop, role: Role) -> Result<(), Refusal> {
    let limit = match role {
        Role::Facilitator => MAX_CONTRIBUTIONS,
        Role::Participant | Role::Observer => MAX_CONTRIBUTIONS_BESIDES,
    };
    if workshop.contributions.len() < limit {
        Ok(())
    } else {
        Err(Refusal::Full { limit })
    }
}

/// Whether there is space for a text of somebody in this role, in the place of the one it had. What gets no longer
/// always has its place.
pub(super) fn for_text(
    workshop: &Workshop,
    role: Role,
    earlier: Option<&Statement>,
    text: &Statement,
) -> Result<(), Refusal> {
    let bytes = |text: &Statement| text.as_str().len();
    let growth = bytes(text).saturating_sub(earlier.map_or(0, bytes));
    if growth == 0 {
        return Ok(());
    }
    let limit = match role {
        Role::Facilitator => MAX_CONTRIBUTED,
        Role::Participant | Role::Observer => MAX_CONTRIBUTED_BESIDES,
    };
    let texts = workshop.contributions.values().map(|found| &found.text);
    let taken: usize = texts.map(bytes).sum();
    if taken.saturating_add(growth) <= limit {
        Ok(())
    } else {
        Err(Refusal::FullOfText)
    }
}

/// How much each seat contributed to each scenario, for itself and as a scribe. What was taken back is in the journal
/// too, and counts.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct Given(BTreeMap<(ParticipantId, bool), BTreeMap<ScenarioId, usize>>);

impl Given {
    /// Counts a contribution, where it is known whose it is.
    pub(in crate::workshop) fn count(&mut self, contribution: &Contribution) {
        if let Some(seat) = contribution.participant {
            let is_scribed = contribution.source == Source::Scribe;
            let scenarios = self.0.entry((seat, is_scribed)).or_default();
            if let Some(count) = scenarios.get_mut(&contribution.scenario) {
                *count = count.saturating_add(1);
            } else {
                scenarios.insert(contribution.scenario.clone(), 1);
            }
        }
    }

    /// Forgets how much each participant contributed, where nobody may know any more.
    pub(in crate::workshop) fn forget(&mut self) {
        self.0
            .retain(|(seat, _), _| *seat == ParticipantId::FACILITATOR);
    }

    fn of(&self, seat: ParticipantId, is_scribed: bool, scenario: &ScenarioId) -> usize {
        let scenarios = self.0.get(&(seat, is_scribed));
        scenarios
            .and_then(|scenarios| scenarios.get(scenario))
            .copied()
            .unwrap_or_default()
    }
}

/// Whether there is space for another one of this participant's from this source, so that nobody fills the journal alone.
pub(super) fn for_ones_own(
    workshop: &Workshop,
    seat: ParticipantId,
    scenario: &ScenarioId,
    source: Source,
) -> Result<(), Refusal> {
    let is_scribed = source == Source::Scribe;
    let limit = if is_scribed {
        MAX_SCRIBED
    } else {
        MAX_OWN_CONTRIBUTIONS
    };
    if workshop.given.of(seat, is_scribed, scenario) < limit {
        Ok(())
    } else {
        Err(Refusal::EnoughFromYou { limit })
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use crate::id::ContributionId;
    use crate::vocabulary::{Kind, Source};
    use crate::workshop::event::Event;
    use crate::workshop::given::{Given, entered, given, joined, p, written, wrote};
    use crate::workshop::refusal::Refusal;

    /// As many contributions of 2,000 bytes each, of participants 3 and on.
    fn heavy(numbers: std::ops::RangeInclusive<u32>, group: Given) -> Given {
        numbers.fold(group, |group, number| {
            says(number, 3, &"👍".repeat(500), group)
        })
    }

    fn says(number: u32, seat: u32, text: &str, group: Given) -> Given {
        let mut contribution = written(number, seat);
        contribution.text = text.parse().unwrap();
        group.then_happens(Event::ContributionAdded {
            contribution: Box::new(contribution),
        })
    }

    #[test]
    fn the_last_two_thousand_places_are_the_facilitators() {
        let asked = json!({"type": "contribute", "text": "x"});
        let numbers = 1..18_000;
        let group = numbers.fold(given([joined(1), entered("write")]), |group, number| {
            group.then_happens(wrote(number, 2))
        });
        group.when(p(1), asked.clone()).event();
        let group = group.then_happens(wrote(18_000, 2));
        group
            .when(p(1), asked.clone())
            .refused(Refusal::Full { limit: 18_000 });
        group.when_led(asked.clone()).event();
        let group =
            (18_001..=20_000).fold(group, |group, number| group.then_happens(wrote(number, 0)));
        group
            .when_led(asked)
            .refused(Refusal::Full { limit: 20_000 });
    }

    #[test]
    fn one_participant_adds_so_many_to_a_scenario_and_a_scribe_more() {
        let asked = |source: &str| json!({"type": "contribute", "text": "x", "source": source});
        let mut group = given([joined(1), joined(2), entered("write")]);
        for number in 1..500 {
            group = group.then_happens(wrote(number, 1));
        }
        let group = group.then_happens(Event::ContributionWithdrawn {
            contribution: ContributionId(1),
        });
        group.when(p(1), asked("typed")).event();
        let group = group.then_happens(wrote(500, 1));
        let enough = Refusal::EnoughFromYou { limit: 500 };
        group.when(p(1), asked("typed")).refused(enough.clone());
        group.when(p(1), asked("paper")).refused(enough);
        // Others, scribes and the facilitator go on.
        group.when(p(2), asked("typed")).event();
        group.when(p(1), asked("scribe")).event();
        group.when_led(asked("facilitator")).event();
        let mut scribed = group;
        for number in 501..=2_500 {
            let mut contribution = written(number, 1);
            contribution.source = Source::Scribe;
            scribed = scribed.then_happens(Event::ContributionAdded {
                contribution: Box::new(contribution),
            });
        }
        let enough = Refusal::EnoughFromYou { limit: 2_000 };
        scribed.when(p(1), asked("scribe")).refused(enough);
        scribed.when(p(2), asked("scribe")).event();
    }

    #[test]
    fn all_texts_together_have_so_many_bytes_and_the_last_are_the_facilitators() {
        let asked = |length: usize| json!({"type": "contribute", "text": "x".repeat(length)});
        // 16 bytes fewer than 3.5 MiB, 10 of them in a text of one's own.
        let group = heavy(1..=1_835, given([joined(1), entered("write")]));
        let group = says(1_836, 1, &"x".repeat(10), group);
        group.when(p(1), asked(6)).event();
        group.when(p(1), asked(7)).refused(Refusal::FullOfText);
        group.when_led(asked(7)).event();
        let edited = |length: usize, kind: &str| json!({"type": "edit", "contribution": "n1836", "kind": kind, "text": "x".repeat(length)});
        group.when(p(1), edited(16, "need")).event();
        group
            .when(p(1), edited(17, "need"))
            .refused(Refusal::FullOfText);

        // What was taken back is still on record; 294 bytes fewer than 4 MiB.
        let group = group.then_happens(Event::ContributionWithdrawn {
            contribution: ContributionId(1),
        });
        let group = heavy(1_837..=2_098, group);
        group.when(p(1), asked(1)).refused(Refusal::FullOfText);
        group
            .when(p(1), edited(10, "want"))
            .then(Event::ContributionEdited {
                contribution: ContributionId(1_836),
                kind: Kind::Want,
                text: "x".repeat(10).parse().unwrap(),
            });
        group.when(p(1), edited(9, "need")).event();
        group.when_led(asked(200)).event();
        let group = says(2_099, 0, &"x".repeat(200), group);
        group.when_led(asked(94)).event();
        group.when_led(asked(95)).refused(Refusal::FullOfText);
    }
}
