//! What the tables of a report run over: every scenario, persona and theme of every session, in the order of the
//! plans, each once.

use super::Named;
use crate::id::{PersonaId, ScenarioId, ThemeId};
use crate::language::Localised;
use crate::report::matrix::Row;
use crate::workshop::Workshop;
use crate::workshop::recurrence::SCENARIOS_OF_THE_METHOD;

/// The scenarios, personas and themes of all sessions.
#[derive(Debug)]
pub(super) struct Axes {
    pub(super) scenarios: Vec<Named<ScenarioId>>,
    pub(super) personas: Vec<Named<PersonaId>>,
    pub(super) themes: Vec<Named<ThemeId>>,
}

impl Axes {
    pub(super) fn of(workshops: &[&Workshop]) -> Self {
        let plans = || workshops.iter().map(|workshop| workshop.plan());
        Self {
            scenarios: union(
                plans()
                    .flat_map(|plan| &plan.scenarios)
                    .map(|scenario| (&scenario.id, &scenario.title)),
            ),
            personas: union(
                plans()
                    .flat_map(|plan| &plan.personas)
                    .map(|persona| (&persona.id, &persona.role)),
            ),
            themes: union(
                plans()
                    .flat_map(|plan| &plan.themes)
                    .map(|theme| (&theme.id, &theme.title)),
            ),
        }
    }

    pub(super) fn scenario_ids(&self) -> Vec<ScenarioId> {
        ids(&self.scenarios)
    }

    pub(super) fn persona_ids(&self) -> Vec<PersonaId> {
        ids(&self.personas)
    }

    /// Every theme, and after them the two other outcomes.
    pub(super) fn rows(&self) -> Vec<Row> {
        self.themes
            .iter()
            .map(|theme| Row::Theme(theme.id.clone()))
            .chain([Row::None, Row::Unplaced])
            .collect()
    }

    /// What "k of n scenarios" is out of: the four of the method, or more where plans have more between them.
    pub(super) fn scenarios_of(&self) -> usize {
        self.scenarios.len().max(SCENARIOS_OF_THE_METHOD)
    }
}

fn union<'a, I: Clone + PartialEq + 'a>(
    all: impl Iterator<Item = (&'a I, &'a Localised)>,
) -> Vec<Named<I>> {
    let mut union: Vec<Named<I>> = Vec::new();
    for (id, name) in all {
        if union.iter().all(|known| known.id != *id) {
            union.push(Named {
                id: id.clone(),
                name: name.clone(),
            });
        }
    }
    union
}

fn ids<I: Clone>(axis: &[Named<I>]) -> Vec<I> {
    axis.iter().map(|named| named.id.clone()).collect()
}
