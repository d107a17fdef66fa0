//! What every rule asks first: is the step one in which this is done, and is there such a thing, for this seat?

use super::Workshop;
use super::command::Asker;
use super::entry::{Contribution, Place};
use super::refusal::{Refusal, Thing};
use crate::id::{ContributionId, PersonaId, ScenarioId, ThemeId};
use crate::nearest::nearest;
use crate::vocabulary::{Role, StepKind};

impl Workshop {
    /// Refuses unless the group is at one of these kinds of step.
    pub(super) fn require(&self, open_in: &[StepKind]) -> Result<(), Refusal> {
        let step = self.step_kind();
        if open_in.contains(&step) {
            Ok(())
        } else {
            Err(Refusal::ClosedStep {
                step,
                open_in: open_in.to_vec(),
            })
        }
    }

    /// A contribution that is in the open for this seat; its author and the facilitator know it also when it is
    /// hidden.
    pub(super) fn known(&self, id: ContributionId, asker: Asker) -> Result<&Contribution, Refusal> {
        self.contributions
            .get(&id)
            .filter(|found| {
                let knows_hidden =
                    asker.role == Role::Facilitator || found.participant == Some(asker.seat);
                found.shared && !found.withdrawn && (!found.hidden || knows_hidden)
            })
            .ok_or_else(|| unknown(Thing::Contribution, &id.to_string(), []))
    }

    pub(super) fn known_theme(&self, id: &ThemeId) -> Result<(), Refusal> {
        if self.plan.theme(id).is_some() {
            return Ok(());
        }
        Err(unknown(
            Thing::Theme,
            id.as_str(),
            self.plan.themes.iter().map(|theme| theme.id.as_str()),
        ))
    }

    pub(super) fn known_place(&self, place: &Place) -> Result<(), Refusal> {
        place
            .theme()
            .map_or(Ok(()), |theme| self.known_theme(theme))
    }

    pub(super) fn known_persona(&self, id: &PersonaId) -> Result<(), Refusal> {
        if self.plan.persona(id).is_some() {
            return Ok(());
        }
        Err(unknown(
            Thing::Persona,
            id.as_str(),
            self.plan.personas.iter().map(|persona| persona.id.as_str()),
        ))
    }

    pub(super) fn known_scenario(&self, id: &ScenarioId) -> Result<(), Refusal> {
        if self.plan.scenario(id).is_some() {
            return Ok(());
        }
        Err(unknown(
            Thing::Scenario,
            id.as_str(),
            self.plan
                .scenarios
                .iter()
                .map(|scenario| scenario.id.as_str()),
        ))
    }
}

/// "There is no such thing", with the nearest thing there is.
pub(super) fn unknown<'a>(
    what: Thing,
    id: &str,
    known: impl IntoIterator<Item = &'a str>,
) -> Refusal {
    Refusal::Unknown {
        what,
        id: id.to_owned(),
        nearest: nearest(id, known).map(str::to_owned),
    }
}
