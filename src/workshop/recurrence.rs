//! What recurs: within a scenario by how many personas, across scenarios in how many of those run (METHOD.md,
//! "Recurrence"). Five entries of one persona count once.

use std::collections::{BTreeMap, BTreeSet};

use super::Workshop;
use super::entry::{Contribution, Place};
use crate::id::{GroupId, PersonaId, ScenarioId};

/// The scenarios of the method; a theme found in all of them recurs systematically.
pub const SCENARIOS_OF_THE_METHOD: usize = 4;

/// How one theme, or one need, recurs.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Recurrence {
    /// For each scenario it was found in: contributions and distinct personas.
    pub scenarios: BTreeMap<ScenarioId, Found>,
}

/// How often something was found in a scenario.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Found {
    /// Contributions.
    pub contributions: usize,
    /// The personas they were written as.
    pub personas: BTreeSet<PersonaId>,
}

impl Recurrence {
    /// In how many scenarios it was found.
    #[must_use]
    pub fn across(&self) -> usize {
        self.scenarios.len()
    }

    /// Whether it was found in every scenario of the method.
    #[must_use]
    pub fn is_systematic(&self) -> bool {
        self.across() >= SCENARIOS_OF_THE_METHOD
    }

    fn add(&mut self, contribution: &Contribution) {
        let found = self
            .scenarios
            .entry(contribution.scenario.clone())
            .or_default();
        found.contributions = found.contributions.saturating_add(1);
        found.personas.extend(contribution.persona.clone());
    }
}

/// How each place recurs, by primary placement or, if asked, by any. Every theme of the plan has an entry, also when
/// nothing was placed there.
#[must_use]
pub fn by_place(workshop: &Workshop, second_too: bool) -> BTreeMap<Place, Recurrence> {
    let mut table: BTreeMap<Place, Recurrence> = workshop
        .plan
        .themes
        .iter()
        .map(|theme| Place::Theme(theme.id.clone()))
        .chain([Place::None])
        .map(|place| (place, Recurrence::default()))
        .collect();
    for contribution in workshop
        .contributions
        .values()
        .filter(|contribution| contribution.counts())
    {
        let Some(placement) = &contribution.placement else {
            continue;
        };
        table
            .entry(placement.primary.clone())
            .or_default()
            .add(contribution);
        if let Some(second) = placement.second.as_ref().filter(|_| second_too) {
            table.entry(second.clone()).or_default().add(contribution);
        }
    }
    table
}

/// How each group of wordings of one need recurs.
#[must_use]
pub fn by_group(workshop: &Workshop) -> BTreeMap<GroupId, Recurrence> {
    let mut table: BTreeMap<GroupId, Recurrence> = workshop
        .groups
        .keys()
        .map(|group| (*group, Recurrence::default()))
        .collect();
    for contribution in workshop
        .contributions
        .values()
        .filter(|contribution| contribution.counts())
    {
        if let Some(group) = contribution.group {
            table.entry(group).or_default().add(contribution);
        }
    }
    table
}
